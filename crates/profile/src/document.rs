//! What a file says of itself beside its text: who wrote it, with what, when, and what it hides.
//!
//! Kept apart from the profile, because none of it is a claim of the person.

use serde::{Deserialize, Serialize};

/// A file's own description. Everything is as the file has it; what it does not say is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Document {
    /// The format: `pdf`, `docx`, `odt`, `rtf`, `linkedin-export`.
    pub format: String,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who saved it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_author: Option<String>,
    /// The organisation the program is registered to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The program it was written with ("Microsoft Word for Microsoft 365").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<String>,
    /// The program that made the file of it (a PDF's producer).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// The template it began as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// When it was made: ISO 8601, with the offset from UTC where the file says it (`2024-03-01T09:30:00+02:00`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// When it was last changed, as `created`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// Ids by which copies of one file can be known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<DocumentId>,
    /// Ids of the editing sessions that left a trace (DOCX `rsid` values), sorted, without repeats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<String>,
    /// Fonts in the file, sorted by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fonts: Vec<Font>,
    /// Text that is in the file and that nobody sees.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<HiddenText>,
}

/// One id of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct DocumentId {
    /// Which: `pdf-id` (the permanent half of a PDF's `/ID`), `pdf-id-changing`, `xmp-document`, `xmp-instance`,
    /// `xmp-original-document`, `docx-doc-id`.
    pub kind: String,
    /// The id as written, in lower case.
    pub value: String,
}

/// A font in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Font {
    /// Its name, without the tag.
    pub name: String,
    /// The six letters by which a program marks the part of a font that it embedded ("ABCDEF+Calibri").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
}

/// Text that is in a file and that nobody sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct HiddenText {
    /// The words.
    pub text: String,
    /// Why nobody sees them.
    pub reason: HiddenReason,
    /// The page of a paged document, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// Why nobody sees a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum HiddenReason {
    /// Drawn without ink (PDF text render mode 3), with no picture of the same words behind it.
    Invisible,
    /// In the colour of what is behind it.
    Background,
    /// Smaller than 2 points.
    Tiny,
    /// Outside of the page.
    OffPage,
    /// Marked as hidden in the document's own terms (`w:vanish`, `\v`, `text:display="none"`, HTML `hidden`).
    Marked,
    /// Behind something that is drawn over it.
    Covered,
    /// Runs of characters without width.
    ZeroWidth,
}
