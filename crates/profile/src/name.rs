//! Do two names name one person? Used only to say "under another name"; a name's style or origin is never an input.

use crate::{decompose, is_mark};

/// How two names relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameMatch {
    /// They may well name one person: equal, one a part or an initial of the other, or a near spelling.
    Compatible,
    /// They share no part: two different names.
    Different,
    /// One of them is missing or has no letters, so nothing can be said.
    Unknown,
}

/// Lower case, without accents and punctuation, words in the order written.
///
/// Unicode NFKD with combining marks removed, so that "José" and "Jose" are one, and the letters that NFKD leaves whole
/// ("Søren", "Łukasz") as their plain neighbours.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(decompose).filter(|c| !is_mark(*c)).flat_map(char::to_lowercase) {
        if let Some((_, plain)) = PLAIN.iter().find(|(letter, _)| *letter == c) {
            folded.push_str(plain);
        } else if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.ends_with(' ') && !folded.is_empty() && c != '\'' && c != '’' {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters without a decomposition, and what people write in their place.
const PLAIN: [(char, &str); 9] =
    [('ø', "o"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('ı', "i"), ('æ', "ae"), ('œ', "oe"), ('ß', "ss"), ('þ', "th")];

/// Compares two names part by part, in any order.
///
/// A part matches an equal part, an initial, or a spelling at Jaro–Winkler ≥ 0.9 (via `strsim`). The names are
/// compatible when every part of the shorter one finds a partner in the longer one, when two parts do, or when they share
/// a family name: given names have short forms, transliterations and Westernised ones beside them ("Bob", "Kevin" Zhang),
/// of which no list is complete. Names in different scripts cannot be told apart and are compatible. One shared given
/// name is not enough: "Ana Lopez" and "Ana Petrov" are different.
pub fn compare_names(a: &str, b: &str) -> NameMatch {
    let (a, b) = (fold(a), fold(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.iter().all(|part| part.is_empty()) {
        return NameMatch::Unknown;
    }
    if short.concat() == long.concat() || script(&short) != script(&long) {
        return NameMatch::Compatible;
    }
    // In either order: "Zhang Wei" is a "Kevin Zhang".
    let family = |name: &[&str], other: &[&str]| {
        name.last()
            .is_some_and(|last| last.chars().nth(1).is_some() && other.iter().any(|part| parts_match(last, part)))
    };
    if family(&short, &long) || family(&long, &short) {
        return NameMatch::Compatible;
    }
    let mut free = long.clone();
    let matched = short
        .iter()
        .filter(|part| {
            let partner = free.iter().position(|other| parts_match(part, other));
            partner.map(|at| free.remove(at)).is_some()
        })
        .count();
    if matched == short.len() || matched >= 2 { NameMatch::Compatible } else { NameMatch::Different }
}

/// Whether a name is written in Latin letters.
fn script(name: &[&str]) -> bool {
    name.iter().any(|part| part.chars().any(|c| c.is_ascii_alphabetic()))
}

fn parts_match(a: &str, b: &str) -> bool {
    let one_letter = |s: &str| s.chars().nth(1).is_none();
    if one_letter(a) || one_letter(b) {
        return a.chars().next() == b.chars().next();
    }
    // Short parts differ by whole names when they differ by a letter ("Ian", "Ivan").
    if a.chars().count() < 5 || b.chars().count() < 5 { a == b } else { strsim::jaro_winkler(a, b) >= 0.9 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_under_spellings() {
        for (a, b) in [
            ("Maren Holtby", "HOLTBY, Maren"),
            ("Maren Holtby", "Maren H."),
            ("José Núñez", "Jose Nunez"),
            ("Maren Holtby", "Maren Anne Holtby"),
            ("Maren Holtby", "Maren Holtbey"),
            ("Maren", "Maren Holtby"),
            ("李 明", "李明"),
            ("Siobhán O’Hara", "Siobhan OHara"),
            ("Bob Smith", "Robert Smith"),
            ("Wei Zhang", "Kevin Zhang"),
            ("Zhang Wei", "Kevin Zhang"),
            ("Søren Dahl", "Soren Dahl"),
            ("Łukasz Nowak", "Lukasz Nowak"),
            ("Jörg Weber", "Joerg Weber"),
            ("Иван Петров", "Ivan Petrov"),
            ("李明", "Ming Li"),
            ("Ana Souza", "Ana Sousa"),
            ("Nguyễn Văn Đức", "Duc Nguyen"),
        ] {
            assert_eq!(compare_names(a, b), NameMatch::Compatible, "{a} / {b}");
        }
    }

    #[test]
    fn two_people() {
        for (a, b) in [("Maren Holtby", "Rune Astell"), ("Ana Lopez", "Ana Petrov"), ("Ian Petrov", "Ivan Lopez")] {
            assert_eq!(compare_names(a, b), NameMatch::Different, "{a} / {b}");
        }
    }

    #[test]
    fn nothing_to_compare() {
        assert_eq!(compare_names("", "Rune Astell"), NameMatch::Unknown);
        assert_eq!(compare_names("***", "Rune Astell"), NameMatch::Unknown);
    }
}
