//! What two texts have in common, exactly or edited.
//!
//! Words that stand in both are chained: one after the other in both texts, with few others between (as long reads are
//! laid over a genome: Li 2018, minimap2). A chain bears that words were exchanged, put in or left out; sentences
//! in another order are several chains. What a chain weighs is told word by word: a word counts 1, a number or a name
//! half more, half more again where the word before it is the same too, and each word between that differs takes a
//! half away. Words that only join others and ordinary wording count nothing.

use crate::{
    ordinary::is_common_word,
    text::Text,
    words::{Kind, Word},
};

/// Telling words between two that match, at most, in either text.
const GAP: u32 = 6;
/// A word more when it follows the one before in both.
const NEXT: f32 = 0.5;
/// What each telling word between takes away.
const BETWEEN: f32 = 0.5;
/// What a number or a name counts more.
const SPECIFIC: f32 = 0.5;
/// Chains that weigh less are chance.
pub const LEAST: f32 = 5.0;
/// Places of one word in the other text that are looked at.
const MAX_PLACES: usize = 32;
/// Pairs of equal words that are looked at.
const MAX_PAIRS: usize = 60_000;
/// Chains at most.
const MAX_CHAINS: usize = 64;

/// A chain: words that stand in both texts in one order.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// What they weigh.
    pub weight: f32,
    /// Telling words.
    pub words: u32,
    /// Numbers and names among them.
    pub specifics: u32,
    /// The words, by their places in the first and in the second text.
    pub pairs: Vec<[u32; 2]>,
}

/// Two equal words.
#[derive(Debug, Clone, Copy)]
struct Pair {
    /// Place among the telling words of each text.
    at: [u32; 2],
    weight: f32,
    specific: bool,
    score: f32,
    before: usize,
}

/// The chains of two texts, the heaviest first.
pub fn compare(here: &Text, there: &Text) -> Vec<Chain> {
    let mut pairs = pairs(here, there);
    chain(&mut pairs);
    let mut order: Vec<usize> =
        (0..pairs.len()).filter(|at| pairs.get(*at).is_some_and(|p| p.score >= LEAST)).collect();
    order.sort_by(|a, b| pairs[*b].score.total_cmp(&pairs[*a].score).then(a.cmp(b)));
    let mut used = [vec![false; here.telling.len()], vec![false; there.telling.len()]];
    let mut chains = Vec::new();
    for end in order {
        let (mut at, mut links) = (end, Vec::new());
        let mut rest = 0.0;
        while let Some(pair) = pairs.get(at) {
            if used[0][pair.at[0] as usize] || used[1][pair.at[1] as usize] {
                rest = pair.score;
                break;
            }
            links.push(*pair);
            at = pair.before;
        }
        let weight = pairs[end].score - rest;
        if weight < LEAST || links.len() < 2 {
            continue;
        }
        for link in &links {
            used[0][link.at[0] as usize] = true;
            used[1][link.at[1] as usize] = true;
        }
        links.reverse();
        chains.push(Chain {
            weight,
            words: links.len() as u32,
            specifics: links.iter().filter(|l| l.specific).count() as u32,
            pairs: links.iter().map(|l| [here.telling[l.at[0] as usize], there.telling[l.at[1] as usize]]).collect(),
        });
        if chains.len() == MAX_CHAINS {
            break;
        }
    }
    chains.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    chains
}

/// All pairs of equal telling words, in the order of the first text, then of the second.
fn pairs(here: &Text, there: &Text) -> Vec<Pair> {
    let mut places: Vec<(u64, u32)> =
        (0..).zip(&there.telling).map(|(at, word)| (there.words[*word as usize].hash, at)).collect();
    places.sort_unstable();
    let mut pairs = Vec::new();
    for (at, word) in (0..).zip(&here.telling) {
        let own = &here.words[*word as usize];
        let from = places.partition_point(|(hash, _)| *hash < own.hash);
        let same = places.get(from..).unwrap_or_default().iter().take_while(|(hash, _)| *hash == own.hash);
        for (_, other) in same.take(MAX_PLACES) {
            let theirs = &there.words[there.telling[*other as usize] as usize];
            let specific = own.kind == Kind::Number || (own.kind == Kind::Name && theirs.kind == Kind::Name);
            let weight = weight_of(own) + if specific { SPECIFIC } else { 0.0 };
            pairs.push(Pair { at: [at, *other], weight, specific, score: weight, before: usize::MAX });
        }
        if pairs.len() >= MAX_PAIRS {
            break;
        }
    }
    pairs
}

/// What a word weighs by itself: a character of a script without spaces is half a word, and what ordinary wording is made of
/// says half as much.
pub(crate) fn weight_of(word: &Word) -> f32 {
    if word.kind == Kind::Part || is_common_word(word) { 0.5 } else { 1.0 }
}

/// The best score of a chain that ends at each pair.
fn chain(pairs: &mut [Pair]) {
    for at in 0..pairs.len() {
        let Pair { at: [here, there], weight, .. } = pairs[at];
        let (mut best, mut before) = (weight, usize::MAX);
        for k in (0..at).rev() {
            let [h, t] = pairs[k].at;
            if here - h > GAP + 1 {
                break;
            }
            if h == here || t >= there || there - t > GAP + 1 {
                continue;
            }
            let (over_here, over_there) = (here - h - 1, there - t - 1);
            let between = over_here.max(over_there);
            let step = if between == 0 { NEXT * weight.min(1.0) } else { -BETWEEN * between as f32 };
            let score = pairs[k].score + weight + step;
            if score > best {
                (best, before) = (score, k);
            }
        }
        (pairs[at].score, pairs[at].before) = (best, before);
    }
}

impl Chain {
    /// The first and the last word, in the first text (0) or in the second (1).
    pub fn ends(&self, side: usize) -> [u32; 2] {
        let word = |pair: Option<&[u32; 2]>| pair.and_then(|pair| pair.get(side)).copied().unwrap_or_default();
        [word(self.pairs.first()), word(self.pairs.last())]
    }
}

/// For each word of both texts, whether it stands in a chain: those that weigh, and those that join them and are the same.
pub fn shared<'a>(here: &Text, there: &Text, chains: impl IntoIterator<Item = &'a Chain>) -> [Vec<bool>; 2] {
    let mut shared = [vec![false; here.words.len()], vec![false; there.words.len()]];
    for chain in chains {
        each_pair(here, there, chain, |pair| {
            for (marks, at) in shared.iter_mut().zip(pair) {
                if let Some(mark) = marks.get_mut(at) {
                    *mark = true;
                }
            }
        });
    }
    shared
}

/// Every two words that a chain lays beside each other: those that weigh, and those that join them and are the same.
pub(crate) fn each_pair(here: &Text, there: &Text, chain: &Chain, mut mark: impl FnMut([usize; 2])) {
    let same = |h: usize, t: usize| match (here.words.get(h), there.words.get(t)) {
        (Some(a), Some(b)) => a.hash == b.hash,
        _ => false,
    };
    // What comes before the first and follows the last, as far as it is the same.
    if let [Some([h, t]), Some([last_h, last_t])] =
        [chain.pairs.first(), chain.pairs.last()].map(|pair| pair.map(|pair| pair.map(|word| word as usize)))
    {
        (1..=h.min(t)).take_while(|k| same(h - k, t - k)).for_each(|k| mark([h - k, t - k]));
        (1..here.words.len()).take_while(|k| same(last_h + k, last_t + k)).for_each(|k| mark([last_h + k, last_t + k]));
    }
    for (at, pair) in chain.pairs.iter().enumerate() {
        let [h, t] = pair.map(|word| word as usize);
        mark([h, t]);
        let Some([next_h, next_t]) = chain.pairs.get(at + 1).map(|next| next.map(|word| word as usize)) else {
            break;
        };
        // What follows the one and what comes before the next, as far as it is the same.
        let between = (next_h - h).min(next_t - t);
        let following = (1..between).take_while(|k| same(h + k, t + k)).count();
        (1..=following).for_each(|k| mark([h + k, t + k]));
        let left = between.saturating_sub(following + 1);
        (1..=left).take_while(|k| same(next_h - k, next_t - k)).for_each(|k| mark([next_h - k, next_t - k]));
    }
}
