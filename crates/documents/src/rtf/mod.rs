//! RTF → outline: headers, the text in order, notes and footers; and what the file says of itself.
//!
//! Written after Microsoft's Rich Text Format Specification 1.9.1 (2008). Our own, because tables, boxes, code pages and
//! what is hidden are what is asked of it.

mod body;
mod rows;
mod state;
mod tables;
mod tokens;

use crate::flow::{Seen, opened};
use crate::seen::{Ground, WHITE};
use body::Body;
use loupe_read::{Outline, ReadError};

/// What an RTF begins with.
pub(crate) const MARK: &[u8] = b"{\\rtf";

/// Reads an RTF.
pub(crate) fn outline(bytes: &[u8]) -> Result<Outline, ReadError> {
    // A background, or a shape below the text.
    let laid = |mark: &str| memchr::memmem::find(bytes, mark.as_bytes()).is_some();
    let behind = laid("\\*\\background") || laid("\\shpfblwtxt1");
    let page = if behind { Ground::Unknown } else { Ground::Colour(WHITE) };
    let mut body = Body::new(bytes, page);
    body.read()?;
    let text = body.flow.take();
    let mut seen = Seen::new(&text);
    let mut blocks = seen.once(body.headers);
    let footers = seen.once(body.footers);
    blocks.extend(text);
    blocks.extend(opened(footers));
    let outline = body.flow.finish(blocks, body.tables.finish());
    if outline.blocks.iter().all(|block| !block.text.contains(char::is_alphanumeric)) {
        return Err(ReadError::NoText);
    }
    Ok(outline)
}
