//! What two texts have in common, shown in both.

use crate::{
    hash::run_hash,
    ordinary::ordinary,
    passage::RUN,
    words::{Word, Words, words},
};

/// Two texts side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    /// The first text. Concatenated, the stretches are the text.
    pub here: Vec<Stretch>,
    /// The second text.
    pub there: Vec<Stretch>,
    /// Words in shared stretches; the smaller count of the two texts.
    pub shared_words: u32,
    /// Words in shared stretches that are not ordinary wording (see `data/README.md`); the smaller count of the two.
    pub specific_words: u32,
    /// Words of the first text that were looked at: up to 2,000.
    pub words_here: u32,
    /// Words of the second text that were looked at.
    pub words_there: u32,
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The words as they stand, with what follows up to the next word.
    pub text: String,
    /// True when the other text has them too.
    pub shared: bool,
}

/// Marks the runs of four words and more that stand in both texts, wherever they stand in them: sentences put in
/// another order are still shared.
///
/// Words are compared folded (case, accents and punctuation do not count) and given back as they were written. At most
/// the first 2,000 words of each text are compared; what follows is not shared.
pub fn align(here: &str, there: &str) -> Alignment {
    let (words_here, words_there) = (words(here), words(there));
    let (runs_here, runs_there) = (runs(&words_here.list), runs(&words_there.list));
    let here_side = Side::new(here, &words_here, &runs_here, &runs_there);
    let there_side = Side::new(there, &words_there, &runs_there, &runs_here);
    Alignment {
        shared_words: here_side.shared_words.min(there_side.shared_words),
        specific_words: here_side.specific_words.min(there_side.specific_words),
        words_here: words_here.list.len() as u32,
        words_there: words_there.list.len() as u32,
        here: here_side.stretches,
        there: there_side.stretches,
    }
}

/// The hash of the run that starts at each word.
fn runs(words: &[Word]) -> Vec<u64> {
    words.windows(RUN).map(|run| run_hash(run.iter().map(|word| word.hash))).collect()
}

/// One of the two texts.
struct Side {
    stretches: Vec<Stretch>,
    shared_words: u32,
    specific_words: u32,
}

impl Side {
    fn new(text: &str, words: &Words, own: &[u64], others: &[u64]) -> Self {
        let mut others = others.to_vec();
        others.sort_unstable();
        let mut shared = vec![false; words.list.len()];
        for (at, run) in own.iter().enumerate() {
            if others.binary_search(run).is_ok() {
                shared[at..at + RUN].fill(true);
            }
        }
        let specific = shared.iter().zip(ordinary(&words.list)).filter(|(shared, ordinary)| **shared && !ordinary);
        Self {
            shared_words: shared.iter().filter(|s| **s).count() as u32,
            specific_words: specific.count() as u32,
            stretches: stretches(text, words, &shared),
        }
    }
}

/// Cuts `text` where words begin that are shared when the ones before are not, or the other way round.
fn stretches(text: &str, words: &Words, shared: &[bool]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut from = 0;
    let mut current = false;
    let mut push = |from: usize, to: usize, shared: bool| {
        if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
            stretches.push(Stretch { text: part.to_owned(), shared });
        }
    };
    for (word, shared) in words.list.iter().zip(shared) {
        if *shared != current {
            push(from, word.start, current);
            (from, current) = (word.start, *shared);
        }
    }
    if current {
        push(from, words.end, true);
        (from, current) = (words.end, false);
    }
    push(from, text.len(), current);
    stretches
}
