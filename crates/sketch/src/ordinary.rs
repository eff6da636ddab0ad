//! Ordinary wording: what stands in so many honest texts that sharing it says nothing.

use std::sync::LazyLock;

use crate::{
    hash::{run_hash, word_hash},
    words::{Kind, Word, words},
};

/// Word 7-grams that stand in several of 517 distinct real résumés; see `data/README.md`.
const LIST: &str = include_str!("../data/ordinary_wording.csv");
/// Formulas of applications in five languages, a sentence a line; see `data/README.md`.
const FORMULAS: &str = include_str!("../data/formulas.txt");
/// Words a row.
const RUN: usize = 7;
/// The commonest words of seven languages; see `data/README.md`.
const STOP_WORDS: &str = include_str!("../data/stop_words.txt");

/// The hashes of the rows, sorted.
static RUNS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let rows = LIST.lines().skip(1).filter_map(|line| line.split(',').next());
    let formulas = FORMULAS.lines().filter(|line| !line.starts_with('#'));
    let hashes = rows.chain(formulas).flat_map(|row| {
        let words = words(row);
        words.windows(RUN).map(|run| run_hash(run.iter().map(listed))).collect::<Vec<_>>()
    });
    sorted(hashes)
});

static STOPS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let lines = STOP_WORDS.lines().filter(|line| !line.starts_with('#'));
    sorted(lines.flat_map(words).map(|word| word.hash))
});

/// The words of the list, sorted.
static LISTED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let rows = LIST.lines().skip(1).filter_map(|line| line.split(',').next());
    sorted(rows.flat_map(words).map(|word| word.hash))
});

/// Whether a word is one that ordinary wording is made of ("career", "organization").
pub(crate) fn is_common_word(word: &Word) -> bool {
    LISTED.binary_search(&word.hash).is_ok()
}

fn sorted(hashes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut hashes: Vec<u64> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// For each word, whether it stands within a run of ordinary wording.
pub(crate) fn ordinary(words: &[Word]) -> Vec<bool> {
    let mut ordinary = vec![false; words.len()];
    for (at, run) in words.windows(RUN).enumerate() {
        if RUNS.binary_search(&run_hash(run.iter().map(listed))).is_ok() {
            ordinary[at..at + RUN].fill(true);
        }
    }
    ordinary
}

/// Whether a word only joins others ("of", "und", "los"), or is a single letter.
pub(crate) fn is_stop_word(word: &Word) -> bool {
    STOPS.binary_search(&word.hash).is_ok()
}

/// In the list every number is the word "num".
fn listed(word: &Word) -> u64 {
    if word.kind == Kind::Number { word_hash("num") } else { word.hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_as_seven_words() {
        let rows = LIST.lines().skip(1).map(|line| words(line.split(',').next().unwrap()).len());
        assert_eq!(rows.filter(|n| *n == RUN).count(), 262);
        let formulas = FORMULAS.lines().filter(|line| !line.starts_with('#'));
        for formula in formulas {
            let words = words(formula);
            assert!(words.len() >= RUN && ordinary(&words).iter().all(|is| *is), "{formula}");
        }
    }

    #[test]
    fn formulas_are_ordinary_in_five_languages_and_what_they_ask_for_is_not() {
        let text = "Hiermit bewerbe ich mich um die Stelle als Glockengießerin in Ihrem Hause.";
        assert_eq!(ordinary(&words(text)), [vec![true; 8], vec![false; 4]].concat());
        let text = "Me dirijo a ustedes para expresar mi interés en el puesto de campanera.";
        assert_eq!(ordinary(&words(text)), [vec![true; 12], vec![false; 1]].concat());
    }

    #[test]
    fn a_declaration_is_ordinary_and_a_story_is_not() {
        let text = "I led the move. I hereby declare that the information furnished above is true.";
        let marked: Vec<bool> = ordinary(&words(text));
        assert_eq!(marked, [vec![false; 4], vec![true; 10]].concat());
    }

    #[test]
    fn numbers_are_one_word_of_the_list() {
        let text = "2019 Declaration: I hereby declare that the";
        assert_eq!(ordinary(&words(text)), [true; 7]);
    }

    #[test]
    fn words_that_join_are_told_in_seven_languages() {
        for text in ["of the", "und der", "de los", "où", "não é", "della", "het"] {
            assert!(words(text).iter().all(is_stop_word), "{text}");
        }
        assert!(!words("harbour Hafen puerto").iter().any(is_stop_word));
    }
}
