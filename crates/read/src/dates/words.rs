//! The words of dates, read from `dates.toml`: months, "present", "to", "since", durations.

use std::sync::LazyLock;

use serde::Deserialize;

const FILE: &str = include_str!("../../dates.toml");

/// The lists. A file that does not load is a defect that a test finds; at run time nothing is recognised then.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// `dates.toml`; what each list is stands there.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) present: Vec<String>,
    pub(super) to: Vec<String>,
    pub(super) since: Vec<String>,
    duration: Vec<String>,
    months: Vec<Vec<String>>,
}

/// The month a folded word names.
pub(super) fn month(word: &str) -> Option<u8> {
    let names = |name: &String| name == word || (word.len() >= 3 && name.len() > 4 && name.starts_with(word));
    WORDS.months.iter().position(|month| month.iter().any(names)).map(|at| at as u8 + 1)
}

/// True for a folded word that a duration is made of.
pub(super) fn is_duration_word(word: &str) -> bool {
    WORDS.duration.iter().any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use loupe_profile::fold;

    use super::*;

    #[test]
    fn the_file_loads_and_every_word_is_folded() {
        let words: Words = toml::from_str(FILE).unwrap();
        assert_eq!(words.months.len(), 12);
        let lists = [&words.present, &words.to, &words.since, &words.duration];
        for word in lists.into_iter().chain(&words.months).flatten() {
            assert_eq!(&fold(word), word);
        }
    }

    #[test]
    fn months_in_the_languages_of_the_sites() {
        for (word, number) in [("sept", 9), ("mrt", 3), ("fevr", 2), ("aout", 8), ("dez", 12), ("out", 10), ("mai", 5)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!(month("ma"), None);
        assert_eq!(month("marketing"), None);
    }
}
