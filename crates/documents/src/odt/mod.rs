//! ODT → outline: headers, the text in order, notes and footers; and what the file says of itself.
//!
//! `OpenDocument` 1.2 and later (OASIS, ISO/IEC 26300), packed or as one flat XML file.

mod body;
mod facts;
mod styles;

use crate::flow::{Seen, opened};
use crate::pack::Pack;
use crate::seen::{Ground, WHITE};
use crate::xml::{Node, Xml};
use body::Body;
use loupe_read::{Block, Outline, ReadError};
use styles::Styles;

const HEADERS: &[&str] = &["style:header-first", "style:header", "style:header-left"];
const FOOTERS: &[&str] = &["style:footer-first", "style:footer", "style:footer-left"];

/// True for an archive that is an ODT, or another kind of `OpenDocument` file.
pub(crate) fn is_one(pack: &mut Pack<'_>) -> Result<bool, ReadError> {
    let kind = pack.text("mimetype")?.unwrap_or_default();
    Ok(kind.starts_with("application/vnd.oasis.opendocument") || pack.has("content.xml"))
}

/// Reads an ODT or a template of one.
pub(crate) fn outline(pack: &mut Pack<'_>) -> Result<Outline, ReadError> {
    let kind = pack.text("mimetype")?.unwrap_or_default();
    if !kind.is_empty() && !kind.starts_with("application/vnd.oasis.opendocument.text") {
        // A table, slides, a drawing, a book.
        return Err(ReadError::UnknownFormat);
    }
    if pack.text("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Encrypted);
    }
    let Some(content) = pack.text("content.xml")? else {
        return Err(ReadError::Damaged { what: "content.xml is missing".to_owned() });
    };
    let styles = pack.text("styles.xml")?.unwrap_or_default();
    let meta = pack.text("meta.xml")?.unwrap_or_default();
    read(&Parts { content: ("content.xml", &content), styles: ("styles.xml", &styles), meta: &meta })
}

/// Reads a flat `OpenDocument` file, which is all parts in one.
pub(crate) fn flat(text: &str) -> Result<Outline, ReadError> {
    read(&Parts { content: ("the document", text), styles: ("the document", text), meta: text })
}

struct Parts<'a> {
    content: (&'a str, &'a str),
    styles: (&'a str, &'a str),
    meta: &'a str,
}

fn read(parts: &Parts<'_>) -> Result<Outline, ReadError> {
    // Automatic styles of the two parts may share names: each part goes by its own.
    let named = note_styles(parts.styles.1, Styles::default());
    let own = note_styles(parts.content.1, named.clone());
    let page = if own.behind { Ground::Unknown } else { Ground::Colour(WHITE) };
    let mut body = Body::new(&own, page);
    body.read(parts.content.0, parts.content.1, &["office:text"])?;
    let text = body.flow.take();
    body.styles = &named;
    let mut seen = Seen::new(&text);
    let mut blocks = margins(&mut body, parts.styles, HEADERS, &mut seen)?;
    let footers = margins(&mut body, parts.styles, FOOTERS, &mut seen)?;
    blocks.extend(text);
    blocks.extend(opened(footers));
    let outline = body.flow.finish(blocks, facts::facts(parts.meta, &[parts.styles.1, parts.content.1]));
    if outline.blocks.iter().all(|block| !block.text.contains(char::is_alphanumeric)) {
        return Err(ReadError::NoText);
    }
    Ok(outline)
}

fn margins(
    body: &mut Body<'_>,
    (part, xml): (&str, &str),
    kinds: &[&str],
    seen: &mut Seen,
) -> Result<Vec<Block>, ReadError> {
    let mut blocks: Vec<Block> = Vec::new();
    for kind in kinds {
        body.read(part, xml, &[kind])?;
        blocks.extend(seen.once(body.flow.take()));
    }
    Ok(blocks)
}

/// Takes the styles of a part; what is broken in it is said when its text is read.
fn note_styles(part: &str, mut styles: Styles) -> Styles {
    let mut xml = Xml::new(part, "");
    while let Ok(Some(node)) = xml.next() {
        match node {
            Node::Open(element) => styles.open(&xml.name, &element),
            Node::Close => styles.close(&xml.name),
            Node::Text(_) => {}
        }
    }
    styles
}
