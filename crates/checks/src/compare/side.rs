//! One of two texts that are compared.

use loupe_profile::Passage;
use loupe_sketch::{
    common::Chain,
    text::{Stretch, Text},
};

use crate::{Evidence, Segment};

/// Passages shown on one side of one chain.
const LONGEST: usize = 12;

/// Passages of a profile, and their words.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    pub(crate) passages: Vec<&'a Passage>,
    pub(crate) text: Text,
}

impl<'a> Side<'a> {
    pub(crate) fn of(passages: impl IntoIterator<Item = &'a Passage>) -> Self {
        let passages = passages.into_iter().filter(|passage| !is_letter_spaced(&passage.quote.text));
        let passages: Vec<&Passage> = passages.collect();
        let text = Text::of(passages.iter().map(|passage| passage.quote.text.as_str()));
        Self { passages, text }
    }

    /// The passages in which the words of a chain stand, its own text being the first (0) or the second (1).
    pub(crate) fn span(&self, chain: &Chain, side: usize) -> [usize; 2] {
        let [from, to] = chain.ends(side).map(|word| self.text.passage_of(word));
        [from, to.min(from + LONGEST - 1)]
    }

    pub(crate) fn segments(&self, span: [usize; 2], shared: &[bool]) -> Vec<Segment> {
        let texts: Vec<&str> = self.passages.iter().map(|passage| passage.quote.text.as_str()).collect();
        let segment = |s: Stretch| Segment { text: s.text, shared: s.shared, ordinary: s.ordinary };
        self.text.stretches(&texts, span, shared).into_iter().map(segment).collect()
    }

    /// Passages of two texts side by side, with what is shared in them.
    pub(crate) fn aligned([here, there]: [&Self; 2], spans: [[usize; 2]; 2], shared: [&[bool]; 2]) -> Evidence {
        Evidence::Passages {
            here: here.segments(spans[0], shared[0]),
            there: there.segments(spans[1], shared[1]),
            shared_words: here.count(spans[0], shared[0]),
        }
    }

    /// Shared words of these passages.
    pub(crate) fn count(&self, [from, to]: [usize; 2], shared: &[bool]) -> u32 {
        let within =
            (0..).zip(shared).filter(|(word, shared)| **shared && (from..=to).contains(&self.text.passage_of(*word)));
        within.count() as u32
    }
}

/// "C A R E E R  O B J E C T I V E": a heading, not a dozen words. Measured on real résumés, headings set like this
/// were a sixth of what else was found.
fn is_letter_spaced(text: &str) -> bool {
    // Every passage of everybody is looked at, so it goes over the bytes once.
    let (mut words, mut single, mut length) = (0, 0, 0);
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_whitespace() {
            words += usize::from(length > 0);
            single += usize::from(length == 1);
            length = 0;
        } else if byte & 0xc0 != 0x80 {
            // Not the rest of a character of several bytes.
            length += 1;
        }
    }
    single * 2 > words
}
