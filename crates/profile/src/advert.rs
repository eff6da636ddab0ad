//! The advert of a job, as far as candidates' texts are compared with it.

use serde::{Deserialize, Serialize};

use crate::{Part, Passage, PassageKind, Place, Quote, Source, SourceKind};

/// Lines kept of an advert, and characters of each.
const MAX_LINES: usize = 400;
const MAX_LINE: usize = 4_000;

/// An advert that the user opened or pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Advert {
    /// Where it stood.
    pub source: Source,
    /// What it is called: the job's title, or how a pasted text begins.
    pub title: String,
    /// Its lines and paragraphs.
    pub passages: Vec<Passage>,
}

impl Advert {
    /// Of the lines of a text; nothing when there are none.
    pub fn of_lines<'a>(source: Source, title: &str, lines: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let lines = lines.into_iter().map(str::trim).filter(|line| !line.is_empty()).take(MAX_LINES);
        let passage = |line: &str| {
            let text: String = line.chars().take(MAX_LINE).collect();
            Passage { kind: PassageKind::Other, quote: Quote::new(text, Place::part(Part::Other)) }
        };
        let passages: Vec<Passage> = lines.map(passage).collect();
        let first = passages.first()?.quote.text.as_str();
        let title: String = if title.trim().is_empty() { first } else { title.trim() }.chars().take(80).collect();
        Some(Self { source, title, passages })
    }

    /// A text that was pasted. Its address is made from its first line, so that the same one replaces itself.
    pub fn pasted(text: &str) -> Option<Self> {
        let source = Source { kind: SourceKind::File, address: String::new(), label: String::new() };
        let advert = Self::of_lines(source, "", text.lines())?;
        let source = Source { address: advert.title.clone(), label: advert.title.clone(), ..advert.source };
        Some(Self { source, ..advert })
    }
}
