//! File bytes to readings: the door that résumés come in by.
//!
//! A file's kind is told by its content. PDF, DOCX, ODT and RTF become an [`Outline`] here, LinkedIn's data export a
//! profile; text, HTML (MHTML too) and JSON Resume go to `loupe-read` as they are. Everything in a file is hostile until read: work and memory are bounded, errors are typed.

mod docx;
mod export;
mod flow;
mod kind;
mod mhtml;
mod odt;
mod pack;
mod pdf;
mod rtf;
mod seen;
mod text;
mod xml;

use kind::Kind;
use loupe_profile::{Source, SourceKind};
use loupe_read::{Outline, PageCapture, ReadError, Reading};
use pack::Pack;

/// Files larger than this are not read.
pub const MAX_FILE_BYTES: usize = 25_000_000;

/// Reads a file of any kind that is read; `name` is what the source is called.
///
/// # Errors
/// Every [`ReadError`] but [`ReadError::Gated`].
pub fn read_file(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    let source = || Source { kind: SourceKind::File, address: name.to_owned(), label: name.to_owned() };
    match kind_of(bytes)? {
        Kind::Zip => {
            let mut pack = Pack::open(bytes)?;
            if export::is_one(&pack) {
                return export::read(&mut pack, source());
            }
            match packed(&mut pack) {
                Err(ReadError::NoText) => read_wrapped(&mut pack, source()),
                outline => loupe_read::read_outline(&outline?, source()),
            }
        }
        Kind::Pdf | Kind::Rtf | Kind::FlatOdt(_) => loupe_read::read_outline(&outline_of(bytes)?, source()),
        Kind::Json(text) => loupe_read::read_json_resume(&text, source()),
        Kind::Text(text) => match export::read_single(&text, source()) {
            Some(reading) => reading,
            None => loupe_read::read_text(&text, source()),
        },
        Kind::Html(html) => loupe_read::read_html_file(&html, source()),
        Kind::Mhtml => page(&mhtml::page(bytes)?, source()),
    }
}

/// What a document without text of its own wraps.
fn read_wrapped(pack: &mut Pack<'_>, source: Source) -> Result<Reading, ReadError> {
    let Some(bytes) = docx::wrapped(pack)? else { return Err(ReadError::NoText) };
    match kind_of(&bytes)? {
        Kind::Rtf => loupe_read::read_outline(&rtf::outline(bytes.trim_ascii_start())?, source),
        Kind::Html(html) => page(&PageCapture { url: String::new(), html, cut: false }, source),
        Kind::Mhtml => page(&mhtml::page(&bytes)?, source),
        _ => Err(ReadError::NoText),
    }
}

/// A saved page is a file like any other: what it is called is the file's name.
fn page(capture: &PageCapture, source: Source) -> Result<Reading, ReadError> {
    let reading = loupe_read::read_page(capture)?;
    Ok(Reading { source, ..reading })
}

/// The outline of a PDF, DOCX, ODT or RTF.
///
/// # Errors
/// As [`read_file`]; [`ReadError::UnknownFormat`] for text too, which has no outline of its own.
pub fn outline_of(bytes: &[u8]) -> Result<Outline, ReadError> {
    match kind_of(bytes)? {
        Kind::Pdf => pdf::outline(bytes),
        Kind::Zip => packed(&mut Pack::open(bytes)?),
        Kind::Rtf => rtf::outline(bytes.trim_ascii_start()),
        Kind::FlatOdt(text) => odt::flat(&text),
        Kind::Json(_) | Kind::Text(_) | Kind::Html(_) | Kind::Mhtml => Err(ReadError::UnknownFormat),
    }
}

/// What an archive holds shows in the names of its parts.
fn packed(pack: &mut Pack<'_>) -> Result<Outline, ReadError> {
    if ["_rels/.rels", "word/document.xml", "[Content_Types].xml"].iter().any(|part| pack.has(part)) {
        docx::outline(pack)
    } else if odt::is_one(pack)? {
        odt::outline(pack)
    } else {
        Err(ReadError::UnknownFormat)
    }
}

fn kind_of(bytes: &[u8]) -> Result<Kind, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { limit_mb: (MAX_FILE_BYTES / 1_000_000) as u32 });
    }
    kind::tell(bytes)
}
