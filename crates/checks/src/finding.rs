//! A finding: what a check says of a profile. Evidence and arguments only; the words live on the check's page.

use std::collections::BTreeMap;

use loupe_memory::SightingId;
use loupe_profile::{Date, HiddenText, PhotoClaim, Quote, Source, Span};
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
        here: Box<PhotoClaim>,
        /// The photo seen before.
        there: Box<PhotoClaim>,
        /// How the two lie over each other; nothing when one was remembered before photos were laid over each other.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        overlay: Option<Box<PhotoOverlay>>,
        /// Then: bits that differ between the two PDQ hashes, of 256.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        distance: Option<u32>,
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
    /// What several people's texts have in common, with what each has in the slots of it.
    Frame {
        /// The frame as this person writes it.
        text: Vec<FrameSegment>,
        /// This person first, without a name, then the others.
        members: Vec<FrameMember>,
    },
    /// Text in a file that nobody sees.
    Hidden {
        /// The texts, the longest first, each with why nobody sees it.
        texts: Vec<HiddenText>,
    },
}

/// A piece of a frame: text that all have, or a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct FrameSegment {
    /// The text; empty for a slot.
    pub text: String,
    /// The number of the slot, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<u32>,
}

/// One of those whose text is made from a frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct FrameMember {
    /// The name that the text stands under; empty for the person looked at, and where none was read.
    pub name: String,
    /// Where it stands.
    pub source: Source,
    /// What it has in the slots, in their order; empty where it has nothing.
    pub fillings: Vec<String>,
}

/// How two photos of which one was made from the other, or both from a third, lie over each other.
///
/// Lengths are in thousandths of the longer side of the picture they are measured in. A picture is the part of its image
/// that is no border.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PhotoOverlay {
    /// Whether the one is the other's mirror image. Then all that is said of the picture here is of its mirror image.
    pub mirrored: bool,
    /// From a place `(x, y)` in the picture there to `(a·x - b·y + c, b·x + a·y + d)` in the picture here; `a` and `b` in
    /// thousandths too.
    pub matrix: [i32; 4],
    /// How far the picture there is turned to lie over the one here, in tenths of a degree, clockwise.
    pub turn: i32,
    /// The picture here.
    pub here: PhotoSide,
    /// The picture there.
    pub there: PhotoSide,
    /// Squares with structure in what both show.
    pub squares: u32,
    /// Those of them that agree: left, top, side.
    pub agreeing: Vec<[i32; 3]>,
    /// Whether `agreeing` is measured in the picture here.
    pub agreeing_here: bool,
}

/// One of two photos that lie over each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PhotoSide {
    /// Percent of the picture that the other shows too.
    pub shown: u32,
    /// Whether it was cut to a circle.
    pub round: bool,
    /// The picture's place in its image: left, top, width, height, in thousandths of the image's longer side.
    pub part: [i32; 4],
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
    /// True for ordinary wording, which stands in many honest texts and counts nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordinary: bool,
}
