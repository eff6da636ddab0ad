//! Files of any kind to readings: documents, saved pages, images.

use std::io::Cursor;

use image::{ImageReader, Limits, imageops::FilterType};
use loupe_profile::PhotoClaim;
use loupe_read::{PageCapture, ReadError, Reading, provenance};
use loupe_sketch::photo;

/// Reads a file by its content: PDF, DOCX, text, HTML, JSON Resume, or an image, which alone counts as a profile photo.
///
/// # Errors
/// What is wrong with the file and what to do.
pub fn read_file(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if image::guess_format(bytes).is_ok() { read_image(bytes, name) } else { loupe_documents::read_file(bytes, name) }
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

/// More pixels than a photo of a person has; each takes four bytes while it is sketched.
const MAX_PIXELS: u64 = 100_000_000;

fn read_image(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if bytes.len() > loupe_documents::MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { limit_mb: (loupe_documents::MAX_FILE_BYTES / 1_000_000) as u32 });
    }
    let photo = sketch_image(bytes)?;
    Ok(crate::read_photo(photo, name))
}

/// Decodes and sketches an encoded image. Side lengths are read from the header and bounded before any pixel is.
fn sketch_image(bytes: &[u8]) -> Result<PhotoClaim, ReadError> {
    let damaged = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => ReadError::TooLarge { limit_mb: (MAX_PIXELS / 1_000_000) as u32 },
        error => ReadError::Damaged { what: error.to_string() },
    };
    let reader = || ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| ReadError::UnknownFormat);
    let (width, height) = reader()?.into_dimensions().map_err(damaged)?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(ReadError::TooLarge { limit_mb: (MAX_PIXELS / 1_000_000) as u32 });
    }
    let mut reader = reader()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 8);
    reader.limits(limits);
    let mut image = reader.decode().map_err(damaged)?;
    if image.width().max(image.height()) > 1024 {
        image = image.resize(1024, 1024, FilterType::Triangle);
    }
    let pixels = image.to_rgba8();
    let sketched = photo::sketch_rgba(&pixels, pixels.width(), pixels.height());
    Ok(PhotoClaim {
        sketch: sketched.as_ref().map(|s| s.pdq.to_string()),
        structure: sketched.as_ref().map(|s| s.structure.to_string()),
        quality: sketched.map_or(0, |s| s.quality),
        provenance: provenance::marks(bytes),
        ..PhotoClaim::default()
    })
}
