"""Makes the images in this folder with the tools that write such marks in life. Run by hand; the files are kept.

Needs c2pa-python 0.38 (Adobe's and the C2PA's own library), cryptography, Pillow 12 and exiftool 12.57. The certificate is
made here, for a signer that does not exist, and is trusted by nobody. What is shown is a drawing.
"""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

HERE = Path(__file__).parent
EXIFTOOL = sys.argv[1:] or ["exiftool"]
SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"

picture = Image.new("RGB", (48, 48), (120, 140, 160))
ImageDraw.Draw(picture).ellipse([8, 8, 40, 40], fill=(210, 180, 90))
BARE = {"jpg": HERE / "bare.jpg", "png": HERE / "bare.png", "webp": HERE / "bare.webp"}
for kind, path in BARE.items():
    picture.save(path, quality=60)


def certificates():
    """A root and a signer under it, as the library wants them: a chain in PEM, and the signer's key."""
    start = datetime.datetime(2026, 1, 1)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    name = lambda text: x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Nobody"), x509.NameAttribute(NameOID.COMMON_NAME, text)])
    names = [name("Root of a test"), name("Signer of a test")]
    chain = []
    for at, (key, own) in enumerate(zip(keys, names)):
        usage = dict.fromkeys(("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"), False)
        usage["digital_signature" if at else "key_cert_sign"] = True
        builder = (
            x509.CertificateBuilder()
            .subject_name(own)
            .issuer_name(names[0])
            .public_key(key.public_key())
            .serial_number(at + 1)
            .not_valid_before(start)
            .not_valid_after(start + datetime.timedelta(days=3650))
            .add_extension(x509.BasicConstraints(ca=not at, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(**usage), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(keys[0].public_key()), critical=False)
        )
        if at:
            builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        chain.insert(0, builder.sign(keys[0], hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    secret = keys[1].private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return b"".join(chain), secret


chain, secret = certificates()
SETTINGS = c2pa.Settings.from_dict({"builder": {"thumbnail": {"enabled": False}}, "verify": {"verify_after_sign": False}})
CONTEXT = c2pa.Context(SETTINGS)


def signed(name, start, source, *, action="c2pa.created", parent=None):
    manifest = {
        "claim_generator_info": [{"name": "Loupe sample", "version": "1"}],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [{"action": action, "digitalSourceType": SOURCE + source}]}}],
    }
    builder = c2pa.Builder(json.dumps(manifest), CONTEXT)
    kind = "image/" + start.suffix[1:].replace("jpg", "jpeg")
    if parent:
        with parent.open("rb") as stream:
            builder.add_ingredient(json.dumps({"title": "what it was made from", "relationship": "parentOf"}), kind, stream)
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(b"es256", chain, secret, None))
    (HERE / name).unlink(missing_ok=True)
    builder.sign_file(start, HERE / name, signer)


signed("c2pa-generated.jpg", BARE["jpg"], "trainedAlgorithmicMedia")
signed("c2pa-generated.png", BARE["png"], "trainedAlgorithmicMedia")
signed("c2pa-composed.webp", BARE["webp"], "compositeWithTrainedAlgorithmicMedia")
signed("c2pa-camera.jpg", BARE["jpg"], "digitalCapture")
# A generated picture that was then only recoloured: the manifest before it still says so.
signed("c2pa-edited.jpg", HERE / "c2pa-generated.jpg", "digitalCapture", action="c2pa.color_adjustments", parent=HERE / "c2pa-generated.jpg")


def texts(name, **chunks):
    info = PngInfo()
    for keyword, text in chunks.items():
        info.add_text(keyword, text)
    picture.save(HERE / name, pnginfo=info)


# As modules/images.py of the Stable Diffusion web UI, nodes.py of ComfyUI and InvokeAI's png writer call Pillow.
PARAMETERS = "a harbour in the fog\nNegative prompt: people\nSteps: 20, Sampler: DPM++ 2M, CFG scale: 7, Seed: 4, Size: 512x512"
texts("web-ui.png", parameters=PARAMETERS)
GRAPH = {"3": {"class_type": "KSampler", "inputs": {"seed": 4, "steps": 20}}, "4": {"class_type": "CheckpointLoaderSimple", "inputs": {}}}
texts("comfyui.png", prompt=json.dumps(GRAPH), workflow=json.dumps({"nodes": [{"type": "KSampler"}], "links": []}))
texts("invokeai.png", invokeai_metadata=json.dumps({"app_version": "5.0.0", "positive_prompt": "a harbour", "steps": 30}))
# Text outside of Latin-1: Pillow then writes iTXt.
texts("web-ui-unicode.png", parameters=PARAMETERS.replace("harbour", "гавань"))


def tagged(name, start, *tags):
    (HERE / name).unlink(missing_ok=True)
    subprocess.run([*EXIFTOOL, "-q", *tags, "-o", str(HERE / name), str(start)], check=True)


tagged("xmp-generated.jpg", BARE["jpg"], f"-XMP-iptcExt:DigitalSourceType={SOURCE}trainedAlgorithmicMedia", "-XMP-photoshop:Credit=Nobody")
tagged("xmp-composed.png", BARE["png"], f"-XMP-iptcExt:DigitalSourceType={SOURCE}compositeWithTrainedAlgorithmicMedia")
packet = subprocess.run([*EXIFTOOL, "-XMP", "-b", str(HERE / "xmp-generated.jpg")], check=True, capture_output=True).stdout
picture.save(HERE / "xmp-generated.webp", quality=60, xmp=packet.strip())
tagged("iptc-credit.jpg", BARE["jpg"], "-IPTC:Credit=Made with Google AI")
tagged("user-comment.jpg", BARE["jpg"], f"-EXIF:UserComment={PARAMETERS}")
tagged("user-comment-unicode.jpg", BARE["jpg"], f"-EXIF:UserComment={PARAMETERS.replace('harbour', 'гавань')}")
tagged("camera.jpg", BARE["jpg"], "-EXIF:Make=Nobody", "-EXIF:Model=Box", "-EXIF:Software=GIMP 2.10", f"-XMP-iptcExt:DigitalSourceType={SOURCE}digitalCapture")
for path in BARE.values():
    path.unlink()
