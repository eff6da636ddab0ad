//! Texts beside each other: what of a person's passages stands in those of others.

use std::cell::OnceCell;

use loupe_sketch::common::{Chain, compare};

use super::side::Side;
use crate::Case;

/// What a chain of shared words has to weigh to count.
const CHAIN: f32 = 7.0;

/// The texts of a case and of what was seen under another name, and what they share. Compared once, when the first check
/// asks.
#[derive(Debug, Default)]
pub struct TextPairs<'a>(OnceCell<Texts<'a>>);

/// The texts, and what they share.
#[derive(Debug)]
pub(crate) struct Texts<'a> {
    /// Of the subjects, in their order.
    pub(crate) here: Vec<Side<'a>>,
    /// Of the sightings, in their order; empty of those that are this person's.
    pub(crate) there: Vec<Side<'a>>,
    /// Those that share something, in the order of subjects, then of sightings.
    pub(crate) pairs: Vec<TextPair>,
}

/// A source of this person and a sighting under another name that share words.
#[derive(Debug)]
pub(crate) struct TextPair {
    /// The subject.
    pub(crate) here: usize,
    /// The sighting.
    pub(crate) there: usize,
    /// What they share, the heaviest first; never empty.
    pub(crate) chains: Vec<Chain>,
}

impl<'a> Case<'a> {
    /// What texts of this person share with texts seen under another name.
    pub(crate) fn texts(&self) -> &Texts<'a> {
        self.texts.0.get_or_init(|| {
            let here: Vec<Side<'_>> = self.subjects.iter().map(|subject| Side::of(&subject.profile.passages)).collect();
            let is_other = |seen| self.subjects.iter().any(|subject| self.is_another(subject, seen));
            let passages = |seen| if is_other(seen) { seen.profile.passages.as_slice() } else { &[] };
            let there: Vec<Side<'_>> = self.seen.iter().map(|seen| Side::of(passages(seen))).collect();
            let mut pairs = Vec::new();
            for (here_at, subject) in self.subjects.iter().enumerate() {
                for (there_at, seen) in self.seen.iter().enumerate() {
                    if there[there_at].text.is_empty() || !self.is_another(subject, seen) {
                        continue;
                    }
                    let mut chains = compare(&here[here_at].text, &there[there_at].text);
                    chains.retain(|chain| chain.weight >= CHAIN);
                    if !chains.is_empty() {
                        pairs.push(TextPair { here: here_at, there: there_at, chains });
                    }
                }
            }
            Texts { here, there, pairs }
        })
    }
}
