//! DOCX → outline. Headers, the body's paragraphs in order, notes and footers.

mod body;
mod parts;
mod styles;

use body::Body;
use loupe_read::{Outline, ReadError};
use parts::{Parts, Relations};
use styles::Styles;

/// Reads a DOCX.
pub(crate) fn outline(bytes: &[u8]) -> Result<Outline, ReadError> {
    let mut parts = Parts::open(bytes)?;
    let package = parts.relations("")?;
    let main = package.values().find(|(kind, _)| kind == "officeDocument");
    let main = main.map_or("word/document.xml", |(_, target)| target.as_str());
    if !main.starts_with("word/") {
        // A workbook, slides or some other archive.
        return Err(ReadError::UnknownFormat);
    }
    let Some(document) = parts.text(main)? else {
        return Err(if package.is_empty() {
            ReadError::UnknownFormat
        } else {
            ReadError::Damaged { what: format!("{main} is missing") }
        });
    };
    let relations = parts.relations(main)?;
    let styles = match of_kind(&relations, "styles").next() {
        Some(part) => parts.text(part)?.map(|xml| Styles::read(&xml)).unwrap_or_default(),
        None => Styles::default(),
    };

    let mut body = Body::new(&styles);
    for part in of_kind(&relations, "header") {
        read_part(&mut parts, &mut body, part)?;
    }
    body.read(main, &document, &relations)?;
    for part in of_kind(&relations, "footnotes").chain(of_kind(&relations, "footer")) {
        read_part(&mut parts, &mut body, part)?;
    }
    let outline = body.finish();
    if outline.blocks.iter().all(|block| !block.text.contains(char::is_alphanumeric)) {
        return Err(ReadError::NoText);
    }
    Ok(outline)
}

/// A header or footer says the same on every kind of page more often than not: what stands there already is left out.
fn read_part(parts: &mut Parts<'_>, body: &mut Body<'_>, part: &str) -> Result<(), ReadError> {
    if let Some(xml) = parts.text(part)? {
        let relations = parts.relations(part)?;
        body.read_once(part, &xml, &relations)?;
    }
    Ok(())
}

fn of_kind<'a>(relations: &'a Relations, kind: &'a str) -> impl Iterator<Item = &'a str> {
    relations.values().filter(move |(is, _)| is == kind).map(|(_, target)| target.as_str())
}
