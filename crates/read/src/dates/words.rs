//! The words of dates, read from `dates.toml`, and the folding under which they are compared.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use loupe_profile::{fold, is_mark, nfkd};
use serde::Deserialize;

use super::lex::{Piece, scan};
use crate::built::built;

/// `dates.toml`, as JSON.
const FILE: &str = built!("dates.toml");

/// The words. A file that does not load is a defect that a test finds; at run time no word is recognised then.
pub(super) static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| serde_json::from_str(FILE).map(|file: File| Vocabulary::new(&file)).unwrap_or_default());

#[derive(Debug, Deserialize)]
struct File {
    solar: Language,
    /// An era's name, and the year before its first.
    era: BTreeMap<String, i16>,
    #[serde(flatten)]
    languages: BTreeMap<String, Language>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    #[serde(default)]
    months: Vec<String>,
    #[serde(default)]
    cut: bool,
    #[serde(default)]
    words: BTreeMap<Role, String>,
}

/// What a phrase can do; the lists of `dates.toml`, and what this module adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    Present,
    SoFar,
    To,
    From,
    Since,
    SinceAfter,
    Until,
    UntilAfter,
    Between,
    And,
    Season,
    About,
    Part,
    MonthBefore,
    YearAfter,
    Link,
    Ordinal,
    Unit,
    Whole,
    Filler,
    Label,
    Weak,
    Marked,
    Week,
    Product,
    Version,
    Counted,
    /// Beside it, years are Buddhist.
    Buddhist,
    /// The name of a month; the phrase's value is its number.
    #[serde(skip)]
    Month,
    /// A month of the Persian solar calendar.
    #[serde(skip)]
    Solar,
    /// An era; the value is the year before its first.
    #[serde(skip)]
    Era,
    /// An era's first year, `令和元`; the value is that year.
    #[serde(skip)]
    EraFirst,
}

/// A phrase behind its first word.
#[derive(Debug)]
pub(super) struct Phrase {
    /// The words that follow the first.
    pub(super) rest: Box<[u16]>,
    roles: u32,
    /// Of a month, an era: see [`Role`].
    pub(super) value: i16,
}

impl Phrase {
    pub(super) const fn is(&self, role: Role) -> bool {
        self.roles & (1 << role as u32) != 0
    }
}

/// All phrases, found by the number of their first word.
#[derive(Debug)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u16>,
    phrases: Vec<Vec<Phrase>>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        // Number 0 is every word that no list has.
        Self { numbers: HashMap::new(), phrases: vec![Vec::new()] }
    }
}

impl Vocabulary {
    fn new(file: &File) -> Self {
        let mut all = Self::default();
        for language in file.languages.values() {
            for (role, list) in &language.words {
                list.split(',').for_each(|phrase| all.add(phrase, *role, 0));
            }
            let buddhist = language.words.contains_key(&Role::Buddhist);
            for (month, names) in (1..).zip(&language.months) {
                for name in names.split(',') {
                    all.add(name, Role::Month, month);
                    if buddhist {
                        all.add(name, Role::Buddhist, month);
                    }
                }
            }
        }
        for (month, name) in (1..).zip(&file.solar.months) {
            all.add(name, Role::Solar, month);
        }
        for (era, before) in &file.era {
            all.add(era, Role::Era, *before);
            all.add(&format!("{era}元"), Role::EraFirst, before + 1);
        }
        for language in file.languages.values().filter(|language| language.cut) {
            for (month, name) in (1..).zip(&language.months) {
                name.split(',').for_each(|name| all.add_cut(name, month));
            }
        }
        all
    }

    fn number(&mut self, word: &str) -> u16 {
        let mut folded = String::new();
        fold_word(word, &mut folded);
        if let Some(number) = self.numbers.get(folded.as_str()) {
            return *number;
        }
        let Ok(number) = u16::try_from(self.phrases.len()) else { return 0 };
        self.phrases.push(Vec::new());
        self.numbers.insert(folded.into_boxed_str(), number);
        number
    }

    fn add(&mut self, phrase: &str, role: Role, value: i16) {
        let mut words = Vec::new();
        scan(phrase, |piece, _| {
            if let Piece::Word(word) = piece {
                words.push(self.number(word));
            }
        });
        let Some((first, rest)) = words.split_first() else { return };
        let Some(list) = self.phrases.get_mut(usize::from(*first)) else { return };
        match list.iter_mut().find(|phrase| *phrase.rest == *rest && (value == 0 || [0, value].contains(&phrase.value)))
        {
            Some(phrase) => {
                phrase.roles |= 1 << role as u32;
                phrase.value = phrase.value.max(value);
            }
            None => list.push(Phrase { rest: rest.into(), roles: 1 << role as u32, value }),
        }
    }

    /// Adds the beginnings of a month's name, as people cut it, where they mean nothing else.
    fn add_cut(&mut self, name: &str, month: i16) {
        let mut folded = String::new();
        fold_word(name.trim(), &mut folded);
        if folded.len() > 4 && folded.is_ascii() {
            for length in 3..folded.len() {
                let cut = &folded[..length];
                let known = self.numbers.get(cut).is_some_and(|number| self.is_month(*number));
                if !known {
                    self.add(cut, Role::Month, month);
                }
            }
        }
    }

    fn is_month(&self, number: u16) -> bool {
        self.phrases_at(number).iter().any(|phrase| phrase.rest.is_empty() && phrase.is(Role::Month))
    }

    /// The number of a word as written; 0 for a word of no list. `folded` is room to work in.
    pub(super) fn look_up(&self, word: &str, folded: &mut String) -> u16 {
        fold_word(word, folded);
        self.numbers.get(folded.as_str()).copied().unwrap_or(0)
    }

    /// The phrases that begin with a word.
    pub(super) fn phrases_at(&self, number: u16) -> &[Phrase] {
        self.phrases.get(usize::from(number)).map_or(&[], Vec::as_slice)
    }
}

/// Folds a word as [`fold`] does, but keeps the vowel signs of Indian scripts and Thai, without which "มี.ค." (March) and
/// "ม.ค." (January) would be one, and takes the letters that Arabic and Persian keyboards write differently as one.
fn fold_word(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else if word.chars().any(|c| matches!(c, '\u{900}'..='\u{eff}')) {
        // Without nukta, joiners and the Thai shortener, which are often left out.
        folded.extend(
            nfkd(word).chars().filter(|c| !matches!(c, '\u{93c}' | '\u{9bc}' | '\u{200b}'..='\u{200d}' | '\u{e47}')),
        );
    } else {
        folded.extend(fold(word).chars().filter_map(|c| match c {
            'ی' | 'ى' => Some('ي'),
            'ک' => Some('ك'),
            'ς' => Some('σ'),
            '\u{640}' | ' ' => None,
            c => Some(c),
        }));
    }
}

/// True for a character that goes on with a word though it is no letter: combining marks and joiners.
pub(super) fn continues_word(c: char) -> bool {
    !c.is_ascii() && (matches!(c, '\u{200c}' | '\u{200d}') || is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(word: &str) -> Vec<i16> {
        let number = WORDS.look_up(word, &mut String::new());
        let phrases = WORDS.phrases_at(number).iter().filter(|p| p.rest.is_empty() && p.is(Role::Month));
        phrases.map(|p| p.value).collect()
    }

    #[test]
    fn the_file_loads_and_every_language_is_complete() {
        let file: File = serde_json::from_str(FILE).unwrap();
        assert!(file.languages.len() >= 30);
        for (name, language) in &file.languages {
            // These write months as numbers.
            let by_number = ["zh", "ja", "ko", "vi", "common"].contains(&name.as_str());
            assert_eq!(language.months.len(), if by_number { 0 } else { 12 }, "{name}");
            assert!(language.months.iter().flat_map(|names| names.split(',')).all(|n| !n.trim().is_empty()), "{name}");
            // 年, 월 and their like are marks to the reader, no words.
            let lacks = |role| name == "common" || (["ja", "ko"].contains(&name.as_str()) && role == Role::Unit);
            for role in [Role::Present, Role::Unit, Role::Filler] {
                assert!(lacks(role) || language.words.contains_key(&role), "{name}: {role:?}");
            }
        }
        assert_eq!(file.solar.months.len(), 12);
    }

    #[test]
    fn no_phrase_names_two_months_or_also_the_present() {
        for list in &WORDS.phrases {
            let named: Vec<_> = list.iter().filter(|p| p.is(Role::Month)).collect();
            for (at, phrase) in named.iter().enumerate() {
                assert!(named[..at].iter().all(|other| other.rest != phrase.rest), "{phrase:?}");
                assert!(!phrase.is(Role::Present) && !phrase.is(Role::SoFar), "{phrase:?}");
            }
        }
    }

    #[test]
    fn months_in_the_languages_of_the_sites() {
        for (word, number) in [
            ("sept", 9),
            ("mrt", 3),
            ("févr", 2),
            ("août", 8),
            ("Dez", 12),
            ("out", 10),
            ("mai", 5),
            ("MÄRZ", 3),
            ("stycznia", 1),
            ("ЯНВАРЬ", 1),
            ("Ιανουάριος", 1),
            ("ΙΑΝΟΥΆΡΙΟΣ", 1),
            ("KASIM", 11),
            ("Kasım", 11),
            ("फ़रवरी", 2),
            ("फरवरी", 2),
            ("أكتوبر", 10),
            ("اكتوبر", 10),
            ("octob", 10),
            ("fe\u{301}vrier", 2),
        ] {
            assert_eq!(months(word), [number], "{word}");
        }
        for word in ["ma", "marketing", "0", ""] {
            assert!(months(word).is_empty(), "{word}");
        }
    }
}
