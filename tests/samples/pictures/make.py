"""Makes the pictures in this folder. Run by hand (needs Pillow 12); the files are kept. All that are to be read show one
drawn scene, so that a test can ask whether each is read as the same photo.
"""

import io
import random
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

HERE = Path(__file__).parent
SIDE = 160


def scene(seed):
    """A room with things in it: nobody, but as full of edges as a portrait before a shelf."""
    rand = random.Random(seed)
    image = Image.new("RGB", (SIDE * 2, SIDE * 2))
    draw = ImageDraw.Draw(image)
    for y in range(SIDE * 2):
        draw.line([(0, y), (SIDE * 2, y)], fill=(190 - y // 4, 180 - y // 5, 150 + y // 6))
    for _ in range(26):
        x, y = rand.randrange(SIDE * 2), rand.randrange(SIDE * 2)
        w, h = rand.randrange(18, 80), rand.randrange(18, 80)
        colour = tuple(rand.randrange(20, 235) for _ in range(3))
        box = [x - w // 2, y - h // 2, x + w // 2, y + h // 2]
        [draw.rectangle, draw.ellipse][rand.randrange(2)](box, fill=colour)
    draw.ellipse([100, 60, 220, 210], fill=(214, 170, 140))
    draw.polygon([(40, 320), (110, 215), (210, 215), (280, 320)], fill=(40, 50, 80))
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def save(name, image, **options):
    image.save(HERE / name, **options)


def encoded(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, bits, colour, rows):
    """A PNG as Pillow does not write it; `rows` is what its pixels are packed from."""
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


plain, other = scene(4), scene(9)
save("plain.png", plain.quantize(64))
save("plain.jpg", plain, quality=80)
save("grey.jpg", ImageOps.grayscale(plain), quality=80)
save("progressive.jpg", plain, quality=80, progressive=True)
# A JPEG that calls itself a PDF, and a PNG that calls itself a JPEG.
save("wrong-name.pdf", plain, format="JPEG", quality=80)
save("wrong-name.jpg", plain.quantize(64), format="PNG")

# First the scene, then another one.
first, then = plain.quantize(64), other.quantize(8, dither=Image.Dither.NONE)
save("animated.gif", first, save_all=True, append_images=[then], duration=200, loop=0)
save("animated.png", first, save_all=True, append_images=[then], duration=200)
save("animated.webp", plain, save_all=True, append_images=[other], duration=200, quality=50)

# Four inks, as a printer's program writes them: values are kept inverted, and Adobe's segment says so.
cmyk = plain.convert("CMYK")
four = encoded(cmyk, "JPEG", quality=80)
(HERE / "cmyk.jpg").write_bytes(four)
# YCCK: the first three as luma and chroma, which is what 2 in Adobe's segment means. Readers turn these to colours and
# invert them, and Pillow writes them inverted, so all three are turned here from the inks as they are.
*inks, black = cmyk.split()
luma = Image.merge("RGB", inks).convert("YCbCr").split()
ycck = encoded(Image.merge("CMYK", [*map(ImageOps.invert, luma), black]), "JPEG", quality=80)
at = ycck.index(b"Adobe") + 11
assert ycck[at] == 0
(HERE / "ycck.jpg").write_bytes(ycck[:at] + b"\x02" + ycck[at + 1 :])

# 16 bits a channel.
pixels = plain.quantize(48).convert("RGB").tobytes()
rows = b"".join(
    b"\0" + b"".join(bytes((value, value)) for value in pixels[y * SIDE * 3 : (y + 1) * SIDE * 3]) for y in range(SIDE)
)
(HERE / "sixteen-bit.png").write_bytes(png(SIDE, SIDE, 16, 2, rows))

# Held otherwise: the pixels lie as `turned` makes them, and the mark says how they are to be shown.
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
for mark, turned in TURNED.items():
    exif = Image.Exif()
    exif[0x0112] = mark
    save(f"orientation-{mark}.jpg", plain.transpose(turned), quality=70, exif=exif)
exif = Image.Exif()
exif[0x0112] = 6
save("orientation-6.webp", plain.transpose(TURNED[6]), quality=60, exif=exif)
save("orientation-6.png", plain.transpose(TURNED[6]).quantize(64), exif=exif)

# With corners that show nothing.
mask = Image.new("L", (SIDE, SIDE), 0)
ImageDraw.Draw(mask).ellipse([0, 0, SIDE - 1, SIDE - 1], fill=255)
round_ = plain.copy()
round_.putalpha(mask)
save("round.webp", round_, quality=60)

# Drawings that stand in for a photo, and are nobody's.
def stand_in(ground, ink):
    image = Image.new("RGB", (SIDE * 2, SIDE * 2), ground)
    draw = ImageDraw.Draw(image)
    draw.ellipse([106, 60, 214, 176], fill=ink)
    draw.ellipse([40, 200, 280, 460], fill=ink)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


save("silhouette.png", stand_in((226, 228, 232), (150, 154, 160)))
save("silhouette.jpg", stand_in((226, 228, 232), (150, 154, 160)), quality=75)

# Too little to compare.
save("one-pixel.png", Image.new("RGB", (1, 1), (200, 30, 30)))
save("strip.png", Image.frombytes("L", (20_000, 1), bytes(x // 40 % 256 for x in range(20_000))), optimize=True)

# Headers that say a hundred million pixels, before a few that are there.
(HERE / "hundred-megapixels.png").write_bytes(png(10_000, 10_000, 8, 2, bytes(64)))
# Fewer, but of eight bytes each.
(HERE / "wide-pixels.png").write_bytes(png(6_500, 6_500, 16, 6, bytes(64)))
jpeg = encoded(plain.resize((16, 16)), "JPEG", quality=60)
at = jpeg.index(b"\xff\xc0") + 5
(HERE / "hundred-megapixels.jpg").write_bytes(jpeg[:at] + struct.pack(">HH", 10_000, 10_000) + jpeg[at + 4 :])
gif = encoded(plain.resize((16, 16)).quantize(4), "GIF")
(HERE / "hundred-megapixels.gif").write_bytes(gif[:6] + struct.pack("<HH", 10_000, 10_000) + gif[10:])
webp = encoded(plain.resize((16, 16)), "WEBP", quality=10)
assert webp[12:16] == b"VP8 "
(HERE / "hundred-megapixels.webp").write_bytes(webp[:26] + struct.pack("<HH", 10_000, 10_000) + webp[30:])

# Drawings and kinds that are not decoded.
DRAWING = '<circle cx="80" cy="60" r="40" fill="#a87"/><rect x="20" y="100" width="120" height="60" fill="#345"/>'
(HERE / "drawing.svg").write_text(
    f'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160">{DRAWING}</svg>\n'
)
(HERE / "drawing-named.png").write_text(
    '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    f'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160">{DRAWING}</svg>\n'
)
tiny = plain.resize((16, 16))
for kind in ("bmp", "tiff", "ico", "avif"):
    save(f"kind.{kind}", tiny)
