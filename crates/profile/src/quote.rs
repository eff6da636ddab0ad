//! A quote: the words a claim was read from, and where they stand.

use serde::{Deserialize, Serialize};

/// Words as they stand in a source, and the place they stand at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Quote {
    /// The words, trimmed, with inner white space folded to single spaces.
    pub text: String,
    /// Where they stand.
    #[serde(default)]
    pub place: Place,
}

impl Quote {
    /// A quote of `text` at `place`.
    pub fn new(text: impl Into<String>, place: Place) -> Self {
        Self { text: text.into(), place }
    }
}

/// Where in a source something stands, as finely as the source allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Place {
    /// The part of the profile.
    #[serde(default)]
    pub part: Part,
    /// The entry within that part, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u32>,
    /// The page of a paged document, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

impl Place {
    /// The part as a whole.
    pub const fn part(part: Part) -> Self {
        Self { part, entry: None, page: None }
    }

    /// Entry `index` (counted from 0) of a part.
    pub const fn entry(part: Part, index: usize) -> Self {
        Self { part, entry: Some(index as u32 + 1), page: None }
    }
}

/// The parts of a profile, in the order in which people read them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Part {
    /// The person's name.
    Name,
    /// The line under the name.
    Headline,
    /// Where the person says they are.
    Location,
    /// The profile photo.
    Photo,
    /// E-mail, phone, links.
    Contacts,
    /// The text about the person.
    About,
    /// Work.
    Roles,
    /// Education.
    Studies,
    /// Skills.
    Skills,
    /// Certificates and licences.
    Certificates,
    /// Anything else of the document.
    #[default]
    Other,
}

impl Part {
    /// Every part that coverage speaks of, in reading order.
    pub const COVERED: [Self; 10] = [
        Self::Name,
        Self::Headline,
        Self::Location,
        Self::Photo,
        Self::Contacts,
        Self::About,
        Self::Roles,
        Self::Studies,
        Self::Skills,
        Self::Certificates,
    ];
}
