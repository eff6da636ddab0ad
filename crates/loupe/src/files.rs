//! Files of any kind to readings: documents, saved pages, images.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, imageops::FilterType, metadata::Orientation};
use loupe_profile::PhotoClaim;
use loupe_read::{PageCapture, ReadError, Reading, provenance};

use crate::picture;

/// Reads a file by its content: PDF, DOCX, text, HTML, JSON Resume, or an image, which alone counts as a profile photo.
///
/// # Errors
/// What is wrong with the file and what to do.
pub fn read_file(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if picture::is_image(bytes) { read_image(bytes, name) } else { loupe_documents::read_file(bytes, name) }
}

/// Reads a saved page as if it stood at `url`; a file of another kind as [`read_file`] does.
///
/// # Errors
/// As [`loupe_read::read_page`].
pub fn read_saved_page(bytes: &[u8], name: &str, url: &str) -> Result<Reading, ReadError> {
    // The address is that of a page among files of other kinds.
    if bytes.iter().find(|b| !b.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(b)) != Some(&b'<') {
        return read_file(bytes, name);
    }
    loupe_read::read_page(&PageCapture {
        url: url.to_owned(),
        html: String::from_utf8_lossy(bytes).into_owned(),
        cut: false,
    })
}

/// The most bytes that a decoded image may take: its limit of pixels in four bytes each, and something to work with.
const MAX_DECODED: u64 = picture::MAX_PIXELS * 4 + (1 << 26);

/// Longer sides are shrunk to this before sketching: what the sketch keeps of a photo is far coarser.
const MAX_SIDE: u32 = 1024;

fn read_image(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if bytes.len() > loupe_documents::MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { limit_mb: (loupe_documents::MAX_FILE_BYTES / 1_000_000) as u32 });
    }
    let photo = sketch_image(bytes)?;
    Ok(crate::read_photo(photo, name))
}

/// Decodes and sketches an encoded image, upright as its file says; of one that moves, its first picture. Side lengths are
/// read from the header and bounded before any pixel is.
fn sketch_image(bytes: &[u8]) -> Result<PhotoClaim, ReadError> {
    let (width, height) = picture::size(bytes)?;
    let too_many = |limit: u64| ReadError::TooManyPixels { width, height, limit: (limit / 1_000_000) as u32 };
    let damaged = |error: ImageError| match error {
        ImageError::Limits(_) => too_many(picture::MAX_PIXELS),
        error => ReadError::Damaged { what: error.to_string() },
    };
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| ReadError::UnknownFormat)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    // Of pixels that take eight bytes each, fewer are read.
    if decoder.total_bytes() > MAX_DECODED {
        let each = decoder.total_bytes() / (u64::from(width) * u64::from(height)).max(1);
        return Err(too_many(MAX_DECODED / each.max(1)));
    }
    // A wrong mark of how it was held leaves the picture as it is, as browsers do.
    let held = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    // Browsers turn no WebP, whatever its file says, and what is compared is what they show.
    let orientation = if bytes.starts_with(b"RIFF") { Orientation::NoTransforms } else { held };
    let mut image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    if image.width().max(image.height()) > MAX_SIDE {
        image = image.resize(MAX_SIDE, MAX_SIDE, FilterType::Triangle);
    }
    image.apply_orientation(orientation);
    let pixels = image.to_rgba8();
    let claim = picture::claim(&pixels, pixels.width(), pixels.height());
    Ok(PhotoClaim { provenance: provenance::marks(bytes), ..claim })
}
