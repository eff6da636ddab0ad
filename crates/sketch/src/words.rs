//! Text as folded words, each with its place in the original.

use loupe_profile::{decompose, is_mark};
use unicode_segmentation::UnicodeSegmentation;

use crate::hash::word_hash;

/// Text beyond this many bytes is not looked at.
const MAX_BYTES: usize = 64 * 1024;
/// Nor are words beyond this many.
pub(crate) const MAX_WORDS: usize = 2_000;

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// The hash of the folded word.
    pub(crate) hash: u64,
    /// Where it begins in the original text.
    pub(crate) start: usize,
    /// True when it is nothing but digits.
    pub(crate) number: bool,
}

/// The words of a text, as far as it is looked at.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) list: Vec<Word>,
    /// Where in the original text looking ended.
    pub(crate) end: usize,
}

/// The words of a text, up to [`MAX_WORDS`].
///
/// Folded first: compatibility forms to plain ones, one case, without marks, apostrophes and what has no width;
/// everything else that is no letter or digit parts words. Then cut by the rules of Unicode (UAX #29), so that texts
/// without spaces have words too (in Chinese, every character is one).
pub(crate) fn words(text: &str) -> Words {
    let text = &text[..text.floor_char_boundary(MAX_BYTES)];
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded text, where its character stands in the original.
    let mut origins: Vec<usize> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        fold_char(c, &mut folded);
        origins.resize(folded.len(), at);
    }
    let mut found = folded.unicode_word_indices();
    let list = found.by_ref().take(MAX_WORDS).map(|(at, word)| Word {
        hash: word_hash(word),
        start: origins[at],
        number: word.bytes().all(|b| b.is_ascii_digit()),
    });
    let list = list.collect();
    Words { list, end: found.next().map_or(text.len(), |(at, _)| origins[at]) }
}

/// Adds a character to a folded text.
fn fold_char(c: char, folded: &mut String) {
    if c.is_ascii() {
        match c.to_ascii_lowercase() {
            '\'' => {}
            lower if lower.is_ascii_alphanumeric() => folded.push(lower),
            _ => folded.push(' '),
        }
        return;
    }
    if has_no_width(c) {
        return;
    }
    for part in decompose(c) {
        // To upper case and back: "ß" and "SS", "ς" and "Σ" become one.
        for part in part.to_uppercase().flat_map(char::to_lowercase).flat_map(decompose) {
            match part {
                '\'' | '’' | '‘' | 'ʼ' => {}
                mark if is_mark(mark) => {}
                letter if letter.is_alphanumeric() => folded.push(letter),
                _ => folded.push(' '),
            }
        }
    }
}

/// Characters that readers do not see: joiners, direction marks, soft hyphens, fillers, tags.
fn has_no_width(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(text: &str) -> Vec<u64> {
        words(text).list.iter().map(|word| word.hash).collect()
    }

    #[test]
    fn what_readers_take_for_the_same_words_is_the_same() {
        for (a, b) in [
            ("Led the team, twice.", "led THE team — twice"),
            ("don't", "DON’T"),
            ("Müller José", "Mu\u{308}ller JOSE\u{301}"),
            ("Straße", "STRASSE"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("pay\u{200b}ments plat\u{ad}form", "payments platform"),
            ("ﬁnance ＡＢＣ", "finance abc"),
            ("• first\n• second", "first second"),
        ] {
            assert_eq!(hashes(a), hashes(b), "{a} / {b}");
        }
    }

    #[test]
    fn texts_without_spaces_have_words() {
        assert_eq!(hashes("负责支付系统").len(), 6);
        assert_eq!(hashes("负责支付 Kafka 系统").len(), 7);
    }

    #[test]
    fn words_begin_where_they_stand_in_the_original() {
        let text = "«É\u{200b}tat» ½ ﬁn";
        let starts: Vec<&str> = words(text).list.iter().map(|word| &text[word.start..]).collect();
        // A half is two words, both of one character.
        assert_eq!(starts, ["É\u{200b}tat» ½ ﬁn", "½ ﬁn", "½ ﬁn", "ﬁn"]);
    }

    #[test]
    fn long_texts_are_cut() {
        let text = "word ".repeat(MAX_WORDS + 10);
        let cut = words(&text);
        assert_eq!((cut.list.len(), cut.end), (MAX_WORDS, MAX_WORDS * 5));
        let text = "é".repeat(MAX_BYTES);
        assert_eq!(words(&text).end, MAX_BYTES);
    }
}
