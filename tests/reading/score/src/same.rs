//! When two texts are the same: case, accents, punctuation and white space aside, and how much two texts share.

use std::collections::BTreeMap;

use loupe_profile::{Contact, Place, fold};

/// Letters and digits only, folded: what must be equal for names and titles.
pub(crate) fn bare(text: &str) -> String {
    fold(text).split(' ').collect()
}

/// Equal after folding, and not empty.
pub(crate) fn equal(a: &str, b: &str) -> bool {
    let a = bare(a);
    !a.is_empty() && a == bare(b)
}

/// Equal names; a title before the name may be left out ("Dr. Maren Holtby").
pub(crate) fn same_name(expected: &str, got: &str) -> bool {
    let plain = expected.split_once(' ').filter(|(title, _)| title.ends_with('.')).map_or(expected, |(_, name)| name);
    equal(expected, got) || equal(plain, got)
}

/// The comparable form of an address or number; the folded text when it is none.
pub(crate) fn key(text: &str) -> String {
    Contact::parse(text, Place::default()).map_or_else(|| bare(text), |contact| contact.key)
}

/// Words, folded; of scripts that write without spaces, the letters.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut tokens = Vec::new();
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let mut run = String::new();
        for c in word.chars() {
            // Kana, Han and Hangul (folding takes syllables apart into jamo) begin here.
            let alone = matches!(u32::from(c), 0x1100..=0x11ff | 0x2e80..=0x9fff | 0xac00..=0xd7ff | 0xf900..=0xfaff);
            if alone {
                if !run.is_empty() {
                    tokens.push(std::mem::take(&mut run));
                }
                tokens.push(c.to_string());
            } else {
                run.push(c);
            }
        }
        if !run.is_empty() {
            tokens.push(run);
        }
    }
    tokens
}

/// Twice what they share by what they have: 1 when equal as bags of words.
pub(crate) fn overlap(a: &str, b: &str) -> f64 {
    let (a, b) = (tokens(a), tokens(b));
    let total = a.len() + b.len();
    if total == 0 {
        return 0.0;
    }
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for token in &a {
        *left.entry(token).or_default() += 1;
    }
    let mut shared = 0_usize;
    for token in &b {
        if let Some(count) = left.get_mut(token.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    2.0 * shared as f64 / total as f64
}

/// Running text is read when this much of it agrees.
pub(crate) const TEXT: f64 = 0.9;

/// Words that layouts put between a degree and its field.
const BETWEEN: [&str; 16] =
    ["in", "of", "de", "des", "du", "en", "em", "im", "i", "v", "w", "di", "an", "and", "d", "der"];

/// A degree is read when all of its printed parts are there and nothing but small words beside them.
pub(crate) fn same_degree(parts: &[String], got: &str) -> bool {
    let mut left = tokens(got);
    for token in parts.iter().flat_map(|part| tokens(part)) {
        let Some(at) = left.iter().position(|t| *t == token) else { return false };
        left.remove(at);
    }
    left.iter().all(|token| BETWEEN.contains(&token.as_str()))
}

/// A place is read when its first part (the city) is there and nothing but what is true of the place.
pub(crate) fn same_place(parts: &[String], also: &[String], got: &str) -> bool {
    let Some(city) = parts.first() else { return false };
    let got = tokens(got);
    let known: Vec<_> = parts.iter().chain(also).flat_map(|part| tokens(part)).collect();
    tokens(city).iter().all(|token| got.contains(token)) && got.iter().all(|token| known.contains(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_space_do_not_matter_but_words_do() {
        assert!(equal("Zażółć, GĘŚLĄ", "zazolc gesla"));
        assert!(equal("白樺 しおり", "白樺しおり"));
        assert!(!equal("Fernrill Systems", "Fernrill Systems GmbH"));
        assert!(!equal("", ""));
    }

    #[test]
    fn a_title_before_a_name_may_be_left_out() {
        assert!(same_name("Dr. Maren Holtby", "Maren Holtby") && same_name("Dr. Maren Holtby", "Dr. Maren Holtby"));
        assert!(!same_name("Maren Holtby", "Holtby"));
    }

    #[test]
    fn a_degree_needs_all_its_parts_and_no_more() {
        let parts = ["BSc (Hons)".to_owned(), "Computer Science".to_owned()];
        assert!(same_degree(&parts, "Computer Science, BSc (Hons)"));
        assert!(same_degree(&parts, "BSc (Hons) in Computer Science"));
        assert!(!same_degree(&parts, "BSc (Hons)"));
        assert!(!same_degree(&parts, "BSc (Hons) Computer Science, Oxmere"));
    }

    #[test]
    fn texts_without_spaces_are_compared_by_letters() {
        assert!(overlap("负责审批与日程产品线", "负责审批与日程产品线。") > 0.99);
        assert!(overlap("负责审批与日程", "编写单元测试") < 0.2);
    }
}
