//! Word lists the recognisers share, read from `words.toml`: headings, titles, organisations, employment.
//! The words of dates are in `dates::words`.

use std::{collections::BTreeMap, sync::LazyLock};

use loupe_profile::{Part, fold};
use serde::Deserialize;

const FILE: &str = include_str!("../words.toml");

/// The lists. A file that does not load is a defect that a test finds; at run time nothing is recognised then.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// `words.toml`; what each list is stands there.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    employment: Vec<String>,
    work_mode: Vec<String>,
    title: Vec<String>,
    organisation: Vec<String>,
    headings: BTreeMap<HeadingKey, Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum HeadingKey {
    Roles,
    Studies,
    Skills,
    Certificates,
    About,
    Contacts,
    Other,
    OthersWords,
}

/// What a known heading does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    /// Opens a part; [`Part::Other`] ends a part without opening one that is understood.
    Opens(Part),
    /// Opens what other people wrote, or other people: never read.
    OthersWords,
}

impl From<HeadingKey> for Heading {
    fn from(key: HeadingKey) -> Self {
        Self::Opens(match key {
            HeadingKey::Roles => Part::Roles,
            HeadingKey::Studies => Part::Studies,
            HeadingKey::Skills => Part::Skills,
            HeadingKey::Certificates => Part::Certificates,
            HeadingKey::About => Part::About,
            HeadingKey::Contacts => Part::Contacts,
            HeadingKey::Other => Part::Other,
            HeadingKey::OthersWords => return Self::OthersWords,
        })
    }
}

fn listed(list: &[String], word: &str) -> bool {
    list.iter().any(|w| w == word)
}

/// What a heading opens, if it is a heading Loupe knows.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    if text.len() > 60 {
        return None;
    }
    let folded = fold(text);
    let folded = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    WORDS.headings.iter().find(|(_, words)| listed(words, folded)).map(|(key, _)| (*key).into())
}

/// True for words for a kind of employment, full-time or other.
pub(crate) fn is_employment(text: &str) -> bool {
    // "Fulltime Solutions" is a firm.
    (loupe_profile::says_full_time(text) && !is_organisation(text)) || listed(&WORDS.employment, &fold(text))
}

/// True for words for where work is done.
pub(crate) fn is_work_mode(text: &str) -> bool {
    listed(&WORDS.work_mode, &fold(text))
}

/// True when a line reads like a position.
pub(crate) fn is_title(text: &str) -> bool {
    // "Entwicklerin" is an "Entwickler".
    fold(text).split(' ').any(|word| listed(&WORDS.title, word) || listed(&WORDS.title, word.trim_end_matches("in")))
}

/// True when a line reads like an organisation.
pub(crate) fn is_organisation(text: &str) -> bool {
    fold(text).split(' ').any(|word| listed(&WORDS.organisation, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_loads_and_every_word_is_folded() {
        let words: Words = toml::from_str(FILE).unwrap();
        assert_eq!(words.headings.len(), 8);
        let lists = [&words.employment, &words.work_mode, &words.title, &words.organisation];
        for word in lists.into_iter().chain(words.headings.values()).flatten() {
            assert_eq!(&fold(word), word);
        }
    }

    #[test]
    fn no_heading_opens_two_parts() {
        let all: Vec<_> = WORDS.headings.values().flatten().collect();
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len());
    }

    #[test]
    fn headings_in_the_languages_of_the_sites() {
        assert_eq!(heading("Work Experience:"), Some(Heading::Opens(Part::Roles)));
        assert_eq!(heading("Expérience professionnelle"), Some(Heading::Opens(Part::Roles)));
        assert_eq!(heading("2. Formação"), Some(Heading::Opens(Part::Studies)));
        assert_eq!(heading("Experience with Go"), None);
    }
}
