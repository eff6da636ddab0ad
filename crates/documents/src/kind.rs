//! What kind of file some bytes are. Names and extensions lie; the first bytes do not.

use crate::text::{charset_of_page, decode, decode_as, is_text};
use loupe_read::ReadError;

/// The kinds of file that are read.
pub(crate) enum Kind {
    Pdf,
    /// Whether it is a DOCX shows when it is opened.
    Zip,
    Rtf,
    Json(String),
    Html(String),
    Mhtml,
    /// An ODT in one XML file.
    FlatOdt(String),
    Text(String),
}

/// PDF readers look for the mark within so many bytes.
const PDF_MARK_WITHIN: usize = 1_024;
/// The container of old Office files, and of new ones with a password.
const OLE2: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Tells the kind of a file.
///
/// # Errors
/// [`ReadError::UnknownFormat`]; [`ReadError::Encrypted`] for an Office file with a password; [`ReadError::NoText`]
/// for a file with nothing in it.
pub(crate) fn tell(bytes: &[u8]) -> Result<Kind, ReadError> {
    let head = bytes.get(..PDF_MARK_WITHIN).unwrap_or(bytes);
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Ok(Kind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(OLE2) {
        return Err(old_office(bytes));
    }
    if bytes.trim_ascii_start().starts_with(crate::rtf::MARK) {
        return Ok(Kind::Rtf);
    }
    if crate::mhtml::is_one(bytes) {
        return Ok(Kind::Mhtml);
    }
    if let Some(kind) = image_kind(bytes) {
        return Err(ReadError::ImageKind { kind });
    }
    if !is_text(bytes) {
        return Err(ReadError::UnknownFormat);
    }
    let mut text = decode(bytes);
    if text.contains('\r') && !text.contains('\n') {
        // Line ends of old Macs.
        text = text.replace('\r', "\n");
    }
    let start = text.trim_start();
    if start.is_empty() {
        Err(ReadError::NoText)
    } else if start.starts_with('{') {
        Ok(Kind::Json(text))
    } else if start.starts_with('<') && is_html(start) {
        let charset = charset_of_page(bytes);
        Ok(Kind::Html(if charset.is_some() { decode_as(bytes, charset.as_deref()) } else { text }))
    } else if start.starts_with("<?xml") || start.starts_with("<office:document") {
        // Words of marks, and no text, unless it is a kind that is known.
        let head = start.get(..start.floor_char_boundary(4_096)).unwrap_or_default();
        let flat = head.contains("\"application/vnd.oasis.opendocument.text");
        if flat { Ok(Kind::FlatOdt(text)) } else { Err(not_read(head)) }
    } else if start.starts_with("<svg") || start.starts_with("<!DOCTYPE svg") {
        Err(ReadError::ImageKind { kind: "SVG" })
    } else {
        Ok(Kind::Text(text))
    }
}

/// XML of another kind; of SVG, what to do with it.
fn not_read(head: &str) -> ReadError {
    if head.contains("<svg") { ReadError::ImageKind { kind: "SVG" } } else { ReadError::UnknownFormat }
}

/// Images that are told apart, so that it can be said what to do with them, and not decoded: few browsers and programs
/// write profile photos so.
fn image_kind(bytes: &[u8]) -> Option<&'static str> {
    let brand = bytes.get(4..8).filter(|mark| mark == b"ftyp").and_then(|_| bytes.get(8..12));
    match brand {
        Some(b"avif" | b"avis") => return Some("AVIF"),
        Some(b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1") => return Some("HEIC"),
        _ => {}
    }
    let starts: [(&[u8], &str); 7] = [
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"8BPS", "Photoshop"),
        (b"\0\0\x01\0", "icon"),
        (b"\xff\x0a", "JPEG XL"),
        (b"\0\0\0\x0cJXL ", "JPEG XL"),
        (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    ];
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        // A text may begin with these letters, but not with zeros behind them.
        return Some("BMP");
    }
    starts.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// What to say of a file in the container of old Office programs.
fn old_office(bytes: &[u8]) -> ReadError {
    // Its directory names its parts in UTF-16.
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") {
        return ReadError::Encrypted;
    }
    if !has("WordDocument") {
        return ReadError::UnknownFormat;
    }
    // The part begins with its mark at the start of a sector; a bit of its flags says that a password protects it
    // ([MS-DOC] 2.5.2, FibBase: wIdent, fEncrypted).
    let mut sectors = bytes.chunks(512);
    let head = sectors.find(|sector| sector.starts_with(&[0xEC, 0xA5]));
    let flags = head.and_then(|sector| sector.get(11)).copied().unwrap_or(0);
    if flags & 1 == 1 { ReadError::Encrypted } else { ReadError::OldOffice }
}

fn is_html(start: &str) -> bool {
    let head: String = start.chars().take(2_048).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| head.contains(mark))
}
