//! DOCX → outline: headers, the body in order, notes and footers; and what the file says of itself.

mod body;
mod facts;
mod fields;
mod parts;
mod styles;

use crate::flow::{Seen, opened};
use crate::pack::Pack;
use crate::seen::{Ground, WHITE};
use body::{Body, MAX_MARGINS};
use loupe_read::{Block, Outline, ReadError};
use parts::{Relations, of_kind, relations};
use styles::Styles;

/// Reads a DOCX, or a template or macro document, which are made the same.
pub(crate) fn outline(pack: &mut Pack<'_>) -> Result<Outline, ReadError> {
    let package = relations(pack, "")?;
    let main = of_kind(&package, "officeDocument").next().unwrap_or("word/document.xml").to_owned();
    let Some(document) = pack.text(&main)? else {
        return Err(if package.is_empty() {
            ReadError::UnknownFormat
        } else {
            ReadError::Damaged { what: format!("{main} is missing") }
        });
    };
    if !is_words(&document) {
        // A workbook, slides or a drawing.
        return Err(ReadError::UnknownFormat);
    }
    let own = relations(pack, &main)?;
    let part = |pack: &mut Pack<'_>, kind: &str| match of_kind(&own, kind).next() {
        Some(name) => Ok(pack.text(name)?.unwrap_or_default()),
        None => Ok(String::new()),
    };
    let styles = Styles::read(&part(pack, "styles")?);
    let settings = part(pack, "settings")?;
    let fonts = part(pack, "fontTable")?;

    let mut page = page_ground(&document);
    // A picture behind the text of every page hangs on a header.
    for name in of_kind(&own, "header").chain(of_kind(&own, "footer")).take(MAX_MARGINS) {
        if page_ground(&pack.text(name)?.unwrap_or_default()) == Ground::Unknown {
            page = Ground::Unknown;
        }
    }
    let mut body = Body::new(&styles, page);
    body.read(&main, &document, &own)?;
    let text = body.flow.take();
    let mut seen = Seen::new(&text);
    let mut blocks = margins(pack, &mut body, &own, &settings, &mut seen, true)?;
    for kind in ["footnotes", "endnotes"] {
        for name in of_kind(&own, kind) {
            read_part(pack, &mut body, name)?;
        }
    }
    let notes = body.flow.take();
    let footers = margins(pack, &mut body, &own, &settings, &mut seen, false)?;
    blocks.extend(text);
    blocks.extend(opened(notes));
    blocks.extend(opened(footers));
    let facts = facts::facts(pack, &package, &settings, &fonts, body.traces)?;
    let outline = body.flow.finish(blocks, facts);
    if outline.blocks.iter().all(|block| !block.text.contains(char::is_alphanumeric)) {
        return Err(ReadError::NoText);
    }
    Ok(outline)
}

/// The file that a DOCX without text of its own wraps, as web programs make it: a page or an RTF.
pub(crate) fn wrapped(pack: &mut Pack<'_>) -> Result<Option<Vec<u8>>, ReadError> {
    let package = relations(pack, "")?;
    let main = of_kind(&package, "officeDocument").next().unwrap_or("word/document.xml").to_owned();
    let own = relations(pack, &main)?;
    match of_kind(&own, "aFChunk").next() {
        Some(part) => pack.bytes(part),
        None => Ok(None),
    }
}

/// True when a document's root is that of a text.
fn is_words(document: &str) -> bool {
    let mut xml = crate::xml::Xml::new(document, "");
    loop {
        match xml.next() {
            Ok(Some(crate::xml::Node::Open(_))) => return xml.name == "w:document",
            Ok(Some(_)) => {}
            // Broken before its root: said when it is read.
            Ok(None) | Err(_) => return true,
        }
    }
}

/// White, unless something may be laid behind the page's text.
fn page_ground(document: &str) -> Ground {
    let marks = ["<w:background", "behindDoc=\"1\"", "behindDoc=\"true\"", "z-index:-"];
    let laid = marks.iter().any(|mark| memchr::memmem::find(document.as_bytes(), mark.as_bytes()).is_some());
    if laid { Ground::Unknown } else { Ground::Colour(WHITE) }
}

/// The headers or footers that some page shows, those of the first page first.
fn margins(
    pack: &mut Pack<'_>,
    body: &mut Body<'_>,
    own: &Relations,
    settings: &str,
    seen: &mut Seen,
    headers: bool,
) -> Result<Vec<Block>, ReadError> {
    let even = settings.contains("evenAndOddHeaders");
    let shown = |pages: &str| match pages {
        "first" => body.first_pages,
        "even" => even,
        _ => true,
    };
    let mut names = Vec::new();
    for kind in ["first", "default", "even"].into_iter().filter(|kind| shown(kind)) {
        let of_kind = body.margins.iter().filter(|margin| margin.header == headers && margin.pages == kind);
        names.extend(of_kind.filter_map(|margin| own.get(&margin.id)).map(|(_, name)| name.clone()));
    }
    let mut blocks: Vec<Block> = Vec::new();
    for name in names.into_iter().take(MAX_MARGINS) {
        read_part(pack, body, &name)?;
        blocks.extend(seen.once(body.flow.take()));
    }
    Ok(blocks)
}

fn read_part(pack: &mut Pack<'_>, body: &mut Body<'_>, part: &str) -> Result<(), ReadError> {
    let Some(xml) = pack.text(part)? else { return Ok(()) };
    let own = relations(pack, part)?;
    body.read(part, &xml, &own)
}
