//! The outline: any document as headings, lines and links, whatever it came from.
//!
//! Pages, PDF, DOCX and plain text all become this, so one set of recognisers reads them all.

use loupe_profile::Document;
use serde::{Deserialize, Serialize};

/// A document as a sequence of blocks in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Outline {
    /// How it was read: `pdf`, `docx`, `text`, `generic` (a page). Becomes `Coverage::reader`.
    pub reader: String,
    /// Headings and lines in reading order.
    pub blocks: Vec<Block>,
    /// True when lines are as wide as the page, so that a paragraph is several of them (PDF, plain text).
    #[serde(default)]
    pub wrapped: bool,
    /// Links of which it is not known in which block they stand: addresses as written (`mailto:`, `tel:`, `https:`).
    #[serde(default)]
    pub links: Vec<String>,
    /// What was left unread for the sake of bounded work. Message ids: `cut-pages`, `cut-text`.
    #[serde(default)]
    pub cut: Vec<String>,
    /// What else is to be said of how it was read. Message ids: `ocr-layer` (the text is what a machine read off a scan).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What the file says of itself, and the text in it that nobody sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

/// One heading, line or bullet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Block {
    /// What the document's markup says it is.
    pub kind: BlockKind,
    /// The words, white space folded.
    pub text: String,
    /// The page of a paged document, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The height of the letters relative to the document's running text (1.0); 0 when unknown.
    #[serde(default)]
    pub scale: f32,
    /// True when all of the letters are bold.
    #[serde(default)]
    pub bold: bool,
    /// Addresses of the links in it, where the document tells.
    #[serde(default)]
    pub links: Vec<String>,
    /// True when white space clearly larger than between lines stands above.
    #[serde(default)]
    pub gap: bool,
    /// Where lines are as wide as the page: true when the line above had no place left for this one's first word, false when
    /// it ended before that. Nothing where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_on: Option<bool>,
    /// True for the first line of a column or another region of a page: what a heading in the region before opened does
    /// not go on here.
    #[serde(default)]
    pub opens: bool,
    /// The cells, where the line is a row of a table or parted by wide white space; their words together are the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<String>,
    /// The left edge as a part of the page's width (0 to 1), where the document has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<f32>,
    /// How many elements hold both this block and the one before, where the document's markup nests: the fewer, the
    /// farther apart the two are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<u16>,
}

/// What a document's markup says a block is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum BlockKind {
    /// A heading by markup.
    Heading,
    /// A line of text. A PDF has only these; a paragraph of a page or DOCX is one line.
    #[default]
    Line,
    /// A list item or a line that begins with a bullet; the bullet itself is not part of the text.
    Item,
}

impl Block {
    /// A line of text.
    pub fn line(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
