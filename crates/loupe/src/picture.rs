//! What an encoded image's header says, looked at before anything is decoded: its kind and how many pixels it has. And
//! what is claimed of the pixels.
//!
//! The command decodes with a library and the extension with the browser; both ask here first, so that what is refused
//! is the same and a few bytes never take the memory of a billion pixels.

use loupe_profile::PhotoClaim;
use loupe_read::ReadError;
use loupe_sketch::{flat::is_flat_drawing, photo};

/// The most pixels that are decoded: phones' largest photos have fifty million, and each takes four bytes.
pub const MAX_PIXELS: u64 = 50_000_000;

/// True for the first bytes of an image of a kind that is decoded: PNG, JPEG, GIF, WebP. Names lie.
pub fn is_image(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
        || bytes.starts_with(b"\xff\xd8\xff")
        || bytes.starts_with(b"GIF8")
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// Width and height as the header says them, if an image of that size is decoded.
///
/// # Errors
/// [`ReadError::UnknownFormat`], [`ReadError::Damaged`] for a header that ends early or says nothing and for a file
/// that was cut short, [`ReadError::TooManyPixels`].
pub fn size(bytes: &[u8]) -> Result<(u32, u32), ReadError> {
    if !is_image(bytes) {
        return Err(ReadError::UnknownFormat);
    }
    let damaged = |what: &str| ReadError::Damaged { what: what.to_owned() };
    let said = match bytes[0] {
        0x89 => png(bytes),
        0xff => jpeg(&bytes[2..]),
        b'G' => short_pair(bytes, 6),
        _ => webp(bytes),
    };
    // Some decoders fill what is missing with grey, which would be compared as if it were the photo.
    if said.is_some() && !is_whole(bytes) {
        return Err(damaged("its end is missing"));
    }
    let (width, height) = said.ok_or_else(|| damaged("its header says nothing of its size"))?;
    if width == 0 || height == 0 {
        return Err(damaged("its header says that it is empty"));
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(ReadError::TooManyPixels { width, height, limit: (MAX_PIXELS / 1_000_000) as u32 });
    }
    Ok((width, height))
}

/// What is claimed of a decoded picture, given as rows of red, green, blue, alpha: its sketches, and of what quality they
/// are. A drawing of a few flat colours and a picture that a system or a site gives have none: they are anybody's.
pub fn claim(pixels: &[u8], width: u32, height: u32) -> PhotoClaim {
    let sketched = photo::sketch_rgba(pixels, width, height);
    let anybodys =
        |s: &photo::Sketched| photo::known_avatar(&s.pdq).is_some() || is_flat_drawing(pixels, width, height);
    let quality = sketched.as_ref().filter(|s| !anybodys(s)).map_or(0, |s| s.quality);
    PhotoClaim {
        sketch: sketched.as_ref().map(|s| s.pdq.to_string()),
        structure: sketched.as_ref().map(|s| s.structure.to_string()),
        quality,
        ..PhotoClaim::default()
    }
}

/// True when the first picture of a file is there to its end, as far as marks and lengths say.
fn is_whole(bytes: &[u8]) -> bool {
    let holds = |end: &[u8]| bytes.windows(end.len()).rev().any(|window| window == end);
    match bytes[0] {
        0x89 => holds(b"IEND"),
        0xff => holds(b"\xff\xd9"),
        b'G' => gif_picture(bytes).is_some(),
        // What the container says is behind its first eight bytes.
        _ => bytes
            .get(4..)
            .and_then(<[u8]>::first_chunk::<4>)
            .is_some_and(|length| u32::from_le_bytes(*length) as usize <= bytes.len() - 8),
    }
}

/// The first picture of a GIF, behind its colours and extensions, if all of its blocks are there.
fn gif_picture(bytes: &[u8]) -> Option<()> {
    /// Bytes of a table of colours, as the flags before it say.
    fn colours(flags: u8) -> usize {
        if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
    }
    let mut rest = bytes.get(13 + colours(*bytes.get(10)?)..)?;
    loop {
        let picture = match rest.first()? {
            0x21 => false,
            0x2c => true,
            _ => return None,
        };
        // An extension's label; a picture's place, its colours and the size of its codes.
        rest = rest.get(if picture { 11 + colours(*rest.get(9)?) } else { 2 }..)?;
        while *rest.first()? != 0 {
            rest = rest.get(1 + usize::from(rest[0])..)?;
        }
        if picture {
            return Some(());
        }
        rest = &rest[1..];
    }
}

/// The first chunk, IHDR.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let sides = bytes.get(12..24)?.strip_prefix(b"IHDR")?;
    let (width, height) = sides.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height.first_chunk::<4>()?)))
}

/// The frame's header (SOF) among the segments.
fn jpeg(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        let marker = *rest.strip_prefix(&[0xff])?.first()?;
        match marker {
            // Padding.
            0xff => rest = &rest[1..],
            // Markers without a length.
            0x01 | 0xd0..=0xd7 => rest = &rest[2..],
            // All frames but the markers of tables and extensions that stand between them.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let (height, width) = rest.get(5..9)?.split_first_chunk::<2>()?;
                let width = width.first_chunk::<2>()?;
                return Some((u16::from_be_bytes(*width).into(), u16::from_be_bytes(*height).into()));
            }
            _ => {
                let length = usize::from(u16::from_be_bytes(*rest.get(2..)?.first_chunk::<2>()?));
                rest = rest.get(2 + length.max(2)..)?;
            }
        }
    }
}

/// The first chunk: VP8X of a picture with more than pixels, VP8L of one without loss, else the frame's header.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let low = |at: usize| Some(u32::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?, *bytes.get(at + 2)?, 0]));
    match bytes.get(12..16)? {
        b"VP8X" => Some((low(24)? + 1, low(27)? + 1)),
        b"VP8L" => {
            let sides = u32::from_le_bytes(*bytes.get(21..)?.first_chunk::<4>()?);
            Some(((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1))
        }
        // Two bits of each side say how it may be scaled.
        _ => short_pair(bytes, 26).map(|(width, height)| (width & 0x3fff, height & 0x3fff)),
    }
}

/// Two numbers of two bytes, the low byte first.
fn short_pair(bytes: &[u8], at: usize) -> Option<(u32, u32)> {
    let (first, rest) = bytes.get(at..)?.split_first_chunk::<2>()?;
    let second = rest.first_chunk::<2>()?;
    Some((u16::from_le_bytes(*first).into(), u16::from_le_bytes(*second).into()))
}
