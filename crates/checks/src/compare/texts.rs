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
            // Names are compared once.
            let others: Vec<Vec<bool>> = self
                .subjects
                .iter()
                .map(|subject| self.seen.iter().map(|seen| self.is_another(subject, seen)).collect())
                .collect();
            let is_other = |at: usize| others.iter().any(|row| row[at]);
            let there = self
                .seen
                .iter()
                .enumerate()
                .map(|(at, seen)| Side::of(if is_other(at) { seen.profile.passages.as_slice() } else { &[] }));
            let there: Vec<Side<'_>> = there.collect();
            let mut pairs = Vec::new();
            for (here_at, own) in here.iter().enumerate() {
                for (there_at, other) in there.iter().enumerate() {
                    if other.text.is_empty() || !others[here_at][there_at] {
                        continue;
                    }
                    let mut chains = compare(&own.text, &other.text);
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
