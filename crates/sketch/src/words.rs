//! Text as folded words, each with its place in the original.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
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

/// The words of a text, up to [`MAX_WORDS`].
///
/// Folded first: compatibility forms to plain ones, one case, without marks, apostrophes and what has no width;
/// everything else that is no letter or digit parts words. Then cut by the rules of Unicode (UAX #29), so that texts
/// without spaces have words too (in Chinese, every character is one).
pub(crate) fn words(text: &str) -> Vec<Word> {
    let text = &text[..text.floor_char_boundary(MAX_BYTES)];
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded text, where its character stands in the original.
    let mut origins: Vec<usize> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        fold_char(c, &mut folded);
        origins.resize(folded.len(), at);
    }
    folded
        .unicode_word_indices()
        .take(MAX_WORDS)
        .map(|(at, word)| Word {
            hash: word_hash(word),
            start: origins[at],
            number: word.bytes().all(|b| b.is_ascii_digit()),
        })
        .collect()
}

/// The number of words in a text, up to [`MAX_WORDS`].
pub(crate) fn fold_char(c: char, folded: &mut String) {
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
    for part in std::iter::once(c).nfkd() {
        // To upper case and back: "ß" and "SS", "ς" and "Σ" become one.
        for part in part.to_uppercase().flat_map(char::to_lowercase).nfkd() {
            match part {
                '\'' | '’' | '‘' | 'ʼ' => {}
                mark if is_combining_mark(mark) => {}
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
