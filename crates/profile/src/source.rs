//! Where a profile came from.

use serde::{Deserialize, Serialize};

/// One source of a profile: a page or a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Source {
    /// Page or file.
    pub kind: SourceKind,
    /// The page's address without tracking parts, or the file's name.
    pub address: String,
    /// What people call the place: "LinkedIn", "Upwork", the host, or the file's name.
    pub label: String,
}

/// What kind of thing a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum SourceKind {
    /// A page seen in a browser, or saved from one.
    Page,
    /// A document: PDF, DOCX, text, JSON Resume.
    File,
}
