//! Passage sketches: texts that were made from one another have sketches that agree in some places.
//!
//! A text is cut into pieces of a few sentences. Of each piece is kept a MinHash (Broder 1997) of 16 over its pairs of
//! neighbouring words that say something: not those that only join others, not ordinary wording. The share of equal
//! slots estimates the share of common pairs. What it brings up is a candidate; [`compare`](crate::common::compare)
//! shows what two texts really have in common.

use crate::{
    hash::{mix, run_hash},
    text::Text,
    words::Kind,
};

/// Values a sketch.
pub const SLOTS: usize = 16;

/// Two pieces with this many equal slots may have been made from one another. With three of ten words exchanged 98 of 100
/// are, with a lifted half.
pub const CANDIDATE_SLOTS: usize = 2;

/// A piece ends with a sentence once it has so many words that say something, in units of a word …
const PIECE: u32 = 24;
/// … with a passage once it has so many, for that may be taken over as a whole …
const PASSAGE: u32 = 12;
/// … or anywhere when it has so many.
const LONGEST: u32 = 48;
/// With fewer it is joined to the one before, or has no sketch.
pub const LEAST: u32 = 7;

/// The fingerprint of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageSketch(pub [u32; SLOTS]);

/// Sketches a text, piece by piece: at most `most`.
pub fn sketches(text: &Text, most: usize) -> Vec<PassageSketch> {
    let pieces = pieces(text);
    pieces.into_iter().take(most).map(|piece| sketch(text, piece)).collect()
}

/// Places in `text.telling`: where each piece begins and ends.
fn pieces(text: &Text) -> Vec<[usize; 2]> {
    let mut pieces: Vec<[usize; 2]> = Vec::new();
    // In halves of a word: two characters of a script without spaces count as one.
    let (mut from, mut size) = (0, 0);
    for (at, word) in text.telling.iter().enumerate() {
        size += halves(text, *word);
        let next = text.telling.get(at + 1).map_or(text.words.len(), |next| *next as usize);
        let ends = text.words.get(*word as usize..next).is_some_and(|between| between.iter().any(|w| w.ends));
        let is_last = text.telling.get(at + 1).is_none_or(|next| text.passage_of(*next) != text.passage_of(*word));
        if (is_last && size >= PASSAGE * 2) || (ends && size >= PIECE * 2) || size >= LONGEST * 2 {
            pieces.push([from, at + 1]);
            (from, size) = (at + 1, 0);
        }
    }
    match pieces.last_mut() {
        Some(last) if size < LEAST * 2 => last[1] = text.telling.len(),
        _ if size >= LEAST * 2 => pieces.push([from, text.telling.len()]),
        _ => {}
    }
    pieces
}

fn halves(text: &Text, word: u32) -> u32 {
    if text.words.get(word as usize).is_some_and(|word| word.kind == Kind::Part) { 1 } else { 2 }
}

fn sketch(text: &Text, [from, to]: [usize; 2]) -> PassageSketch {
    let mut slots = [u32::MAX; SLOTS];
    let telling = text.telling.get(from..to).unwrap_or_default();
    for (at, word) in telling.iter().enumerate() {
        // As much as two words: up to four characters of a script without spaces.
        let mut size = 0;
        let run = telling.get(at..).unwrap_or_default().iter().take_while(|word| {
            let before = size;
            size += halves(text, **word);
            before < 4
        });
        let run: Vec<u64> = run.filter_map(|word| Some(text.words.get(*word as usize)?.hash)).collect();
        if size < 4
            || text.passage_of(*word) != telling.get(at + run.len() - 1).map_or(0, |last| text.passage_of(*last))
        {
            continue;
        }
        let hash = run_hash(run);
        for (slot, seed) in slots.iter_mut().zip(1_u64..) {
            *slot = (*slot).min((mix(hash ^ mix(seed)) >> 32) as u32);
        }
    }
    PassageSketch(slots)
}

/// The lower halves of a sketch's values: what a scan over all sketches needs of them, in half the memory. Two of 16 are equal
/// by chance in one of 36 million pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brief(pub [u16; SLOTS]);

impl From<&PassageSketch> for Brief {
    fn from(sketch: &PassageSketch) -> Self {
        Self(sketch.0.map(|value| value as u16))
    }
}

/// Which slots are equal: a bit each, the first is the lowest.
pub fn equal_slots(a: &Brief, b: &Brief) -> u16 {
    a.0.iter().zip(&b.0).enumerate().fold(0, |bits, (at, (a, b))| bits | u16::from(a == b) << at)
}

/// The number of equal slots, of [`SLOTS`].
pub fn similarity(a: &PassageSketch, b: &PassageSketch) -> usize {
    equal_slots(&Brief::from(a), &Brief::from(b)).count_ones() as usize
}
