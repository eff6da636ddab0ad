//! Passage sketches: near-identical paragraphs have sketches that agree in many places.
//!
//! A sketch is a MinHash of 16 over the passage's runs of four words, folded so that case, accents, punctuation and
//! characters without width do not count. The share of equal slots estimates the share of common runs. What it brings
//! up is a candidate; [`align`] shows what two texts really have in common.

pub use crate::align::{Alignment, Stretch, align};
use crate::{
    hash::{mix, run_hash},
    ordinary::ordinary,
    words::words,
};

/// Values a sketch.
pub const SLOTS: usize = 16;

/// Passages with fewer words of their own, ordinary wording not counted, have no sketch.
pub const MIN_WORDS: usize = 12;

/// Two passages with this many equal slots may be copies. One word exchanged in the middle of the shortest passage
/// leaves 5 of 13 runs in common; two or more slots then agree in 99 of 100 cases. Texts without a common run of four
/// words agree nowhere. Measured on 517 distinct real résumés (23 sketched passages each): 0.75 % of the pairs of
/// different people have a candidate, 0.09 % one with 8 specific words and more, 0.01 % one with 20.
pub const CANDIDATE_SLOTS: usize = 2;

/// Words a run.
pub(crate) const RUN: usize = 4;

/// The fingerprint of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageSketch(pub [u32; SLOTS]);

/// Sketches a passage. Nothing when it has fewer than [`MIN_WORDS`] words of its own.
///
/// Runs that are wholly ordinary wording ("true to the best of my knowledge") leave no trace, so that a declaration
/// at the end of two résumés does not bring them together. Text beyond 2,000 words is not looked at.
pub fn sketch(text: &str) -> Option<PassageSketch> {
    let words = words(text).list;
    let ordinary = ordinary(&words);
    if ordinary.iter().filter(|o| !**o).count() < MIN_WORDS {
        return None;
    }
    let mut slots = [u32::MAX; SLOTS];
    for (run, ordinary) in words.windows(RUN).zip(ordinary.windows(RUN)) {
        if ordinary.iter().all(|o| *o) {
            continue;
        }
        let hash = run_hash(run.iter().map(|word| word.hash));
        for (slot, seed) in slots.iter_mut().zip(1_u64..) {
            *slot = (*slot).min((mix(hash ^ mix(seed)) >> 32) as u32);
        }
    }
    Some(PassageSketch(slots))
}

/// The number of equal slots, of [`SLOTS`].
pub fn similarity(a: &PassageSketch, b: &PassageSketch) -> usize {
    a.0.iter().zip(&b.0).filter(|(a, b)| a == b).count()
}
