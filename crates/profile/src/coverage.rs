//! Coverage: which parts of a source were read, which are missing, and which could not be recognised.

use serde::{Deserialize, Serialize};

use crate::{Part, Quote};

/// What was read of one source and what was not. Missing is never a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Coverage {
    /// How the source was read: the id of a site file (`linkedin-sdui`), or `generic`, `pdf`, `docx`, `text`,
    /// `json-resume`.
    pub reader: String,
    /// The id of a site file whose address matched but whose required fields were not found: the site has changed, and
    /// only what its page says in a machine's words was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site_changed: Option<String>,
    /// True when of this site hardly more than the address is known, so that its page was read by its looks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unproven: bool,
    /// Every part, in reading order.
    pub parts: Vec<PartCoverage>,
    /// What is missing of entries that were read: "the third role has no dates".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// Things left unread for the sake of bounded work, such as text beyond the size limit. Message ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cut: Vec<String>,
}

impl Coverage {
    /// The state of `part`; a part that was never looked for is `not-recognised`.
    pub fn state(&self, part: Part) -> PartState {
        self.parts.iter().find(|p| p.part == part).map_or(PartState::NotRecognised, |p| p.state)
    }

    /// Sets the state of `part`, with the number of entries read.
    pub fn set(&mut self, part: Part, state: PartState, count: usize) {
        let row = PartCoverage { part, state, count: count as u32, more: false, quote: None };
        match self.parts.binary_search_by_key(&part, |p| p.part) {
            Ok(at) => self.parts[at] = row,
            Err(at) => self.parts.insert(at, row),
        }
    }

    /// Notes the words that `part` was read from, or that announced it.
    pub fn quote(&mut self, part: Part, quote: Quote) {
        if let Some(row) = self.parts.iter_mut().find(|p| p.part == part) {
            row.quote = Some(quote);
        }
    }

    /// Notes that the site has more entries of `part` than it shows.
    pub fn note_more(&mut self, part: Part) {
        if let Some(row) = self.parts.iter_mut().find(|p| p.part == part) {
            row.more = true;
        }
    }
}

/// What became of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PartCoverage {
    /// Which part.
    pub part: Part,
    /// What became of it.
    pub state: PartState,
    /// How many entries were read.
    pub count: u32,
    /// The site says that it has more entries than it shows here ("Show all 9 experiences").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// Of a part that was read, the words it was read from, the first where there are several; of one that was not
    /// recognised, the words that announced it or that were not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
}

/// One field of one entry that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Gap {
    /// The part: roles, studies or certificates.
    pub part: Part,
    /// The entry, counted from 1.
    pub entry: u32,
    /// The field.
    pub field: EntryField,
    /// [`PartState::Absent`] when the entry has no place for it, [`PartState::NotRecognised`] when something stands
    /// there that could not be understood.
    pub state: PartState,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum EntryField {
    /// A role's position, a study's degree, a certificate's name.
    Title,
    /// A role's employer, a study's school, a certificate's issuer.
    Organisation,
    /// When.
    Dates,
}

/// What became of a part of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum PartState {
    /// Found and read.
    Read,
    /// The source has a place for it and the place is empty or not there.
    Absent,
    /// The page has not loaded it yet (an empty frame where it will stand).
    NotLoaded,
    /// Something is there, or may be, and could not be understood.
    NotRecognised,
}
