//! Ordinary wording: sentences that stand in so many honest résumés that sharing them says nothing.

use std::sync::LazyLock;

use crate::{
    hash::{run_hash, word_hash},
    words::{Word, words},
};

/// Word 7-grams that stand in several of 517 distinct real résumés; see `data/README.md`.
const LIST: &str = include_str!("../data/ordinary_wording.csv");
/// Words a row.
const RUN: usize = 7;

/// The hashes of the rows, sorted.
static RUNS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let rows = LIST.lines().skip(1).filter_map(|line| line.split(',').next());
    let mut runs: Vec<u64> = rows.map(|row| run_hash(words(row).list.iter().map(listed))).collect();
    runs.sort_unstable();
    runs
});

/// For each word, whether it stands within a run of ordinary wording.
pub(crate) fn ordinary(words: &[Word]) -> Vec<bool> {
    let hashes: Vec<u64> = words.iter().map(listed).collect();
    let mut ordinary = vec![false; words.len()];
    for (at, run) in hashes.windows(RUN).enumerate() {
        if RUNS.binary_search(&run_hash(run.iter().copied())).is_ok() {
            ordinary[at..at + RUN].fill(true);
        }
    }
    ordinary
}

/// In the list every number is the word "num".
fn listed(word: &Word) -> u64 {
    if word.number { word_hash("num") } else { word.hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_as_seven_words() {
        let rows = LIST.lines().skip(1).map(|line| words(line.split(',').next().unwrap()).list.len());
        assert_eq!(rows.filter(|n| *n == RUN).count(), 262);
        assert_eq!(RUNS.len(), 262);
    }

    #[test]
    fn a_declaration_is_ordinary_and_a_story_is_not() {
        let text = "I led the move. I hereby declare that the information furnished above is true.";
        let marked: Vec<bool> = ordinary(&words(text).list);
        assert_eq!(marked, [vec![false; 4], vec![true; 10]].concat());
    }

    #[test]
    fn numbers_are_one_word_of_the_list() {
        let text = "2019 Declaration: I hereby declare that the";
        assert_eq!(ordinary(&words(text).list), [true; 7]);
    }
}
