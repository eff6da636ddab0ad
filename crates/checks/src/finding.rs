//! A finding: what a check says of a profile. Evidence and arguments only; the words live on the check's page.

use std::collections::BTreeMap;

use loupe_memory::SightingId;
use loupe_profile::{Date, PhotoClaim, Quote, Source, Span};
use serde::{Deserialize, Serialize};

/// How much a finding weighs. Never a score of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Strength {
    /// For context: shown, never escalated.
    Weak,
    /// Worth asking about; escalated only together with a finding of another group.
    Medium,
    /// Something two people should not share, or that cannot be.
    Strong,
}

/// What a check says of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify), tsify(hashmap_as_object))]
pub struct Finding {
    /// The check's id, such as `history/impossible-dates`.
    pub check: String,
    /// The version of the check's rule.
    pub rule: u16,
    /// How much it weighs.
    pub strength: Strength,
    /// Arguments for the words of the check's page: `{start}`, `{entry}`. Every fact is among them by its
    /// name, as the first words of its text.
    pub args: BTreeMap<String, String>,
    /// The facts side by side, as quoted.
    pub facts: Vec<Fact>,
    /// What can be drawn.
    pub evidence: Vec<Evidence>,
    /// The earlier sighting it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<SeenRef>,
}

/// One quoted fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Fact {
    /// Its name on the check's page: `start`, `end`, `here`, `there`.
    pub name: String,
    /// The words as they stand.
    pub quote: Quote,
    /// Where they stand.
    pub source: Source,
}

/// An earlier sighting that a finding points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SeenRef {
    /// Which one.
    pub id: SightingId,
    /// The name it stood under.
    pub name: String,
    /// Where.
    pub source: Source,
    /// The day it was last seen.
    pub on: Date,
}

/// Evidence that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Evidence {
    /// Spans on a line of time.
    Timeline {
        /// What is drawn, in order.
        bars: Vec<Bar>,
        /// The stretch that the finding is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        marked: Option<Span>,
        /// The day of the examination.
        today: Date,
    },
    /// Two photos side by side.
    Photos {
        /// The photo examined.
        here: PhotoClaim,
        /// The photo seen before.
        there: PhotoClaim,
        /// Bits that differ between the two sketches, of 256.
        distance: u32,
    },
    /// Two texts side by side, what they share marked.
    Passages {
        /// The text examined.
        here: Vec<Segment>,
        /// The text seen before.
        there: Vec<Segment>,
        /// Words in the shared stretches.
        shared_words: u32,
    },
}

/// One span on a line of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Bar {
    /// What it is: "Developer, Quay Labs".
    pub label: String,
    /// When.
    pub span: Span,
    /// Where it was read.
    pub source: Source,
}

/// A stretch of text, shared with the other text or not. Concatenated, the segments are the whole text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Segment {
    /// The words, with the white space that follows.
    pub text: String,
    /// True when the other text has them too.
    pub shared: bool,
}
