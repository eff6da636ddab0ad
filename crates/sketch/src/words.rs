//! Text as folded words, each with its place in the original.

use loupe_profile::{decompose, is_mark};
use unicode_segmentation::UnicodeSegmentation;

use crate::hash::word_hash;

/// A kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any other.
    Plain,
    /// Nothing but digits.
    Number,
    /// Written with a capital though no sentence begins there.
    Name,
    /// A single character of a script that puts no spaces between words.
    Part,
}

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// The hash of the folded word.
    pub(crate) hash: u64,
    /// Where it begins in the original text.
    pub(crate) start: u32,
    /// What kind of word it is, by how it is written.
    pub(crate) kind: Kind,
    /// True when a sentence, a clause or a line ends behind it.
    pub(crate) ends: bool,
}

/// Takes a text apart into words, up to a number of them.
///
/// Folded: compatibility forms to plain ones, one case, without marks, apostrophes and what has no width, letters of other
/// scripts that look like Latin ones to those; everything else that is no letter or digit parts words. What is left
/// without a gap is cut by the rules of Unicode (UAX #29), so that texts without spaces have words too (in Chinese, every
/// character is one).
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    chunk: String,
    /// For each byte of the chunk, where its character stands in the original.
    origins: Vec<u32>,
    capital: bool,
    begins: bool,
}

impl Splitter {
    /// Adds the words of `text`; `words` never holds more than `most`. Where looking ended.
    pub(crate) fn split(&mut self, text: &str, words: &mut Vec<Word>, most: usize) -> usize {
        let first = words.len();
        self.begins = true;
        for (at, c) in text.char_indices() {
            if c.is_ascii_alphanumeric() {
                self.letter(at, c.to_ascii_lowercase(), c.is_ascii_uppercase());
            } else if c == '\'' || (!c.is_ascii() && self.fold(at, c)) {
                // Nothing that readers see, or a letter.
            } else {
                self.flush(words, most);
                if is_end(c) {
                    if let Some(last) = words.get_mut(first..).and_then(<[Word]>::last_mut) {
                        last.ends = true;
                    }
                    self.begins = true;
                }
                if words.len() >= most {
                    return at;
                }
            }
        }
        self.flush(words, most);
        if let Some(last) = words.get_mut(first..).and_then(<[Word]>::last_mut) {
            last.ends = true;
        }
        text.len()
    }

    fn letter(&mut self, at: usize, folded: char, capital: bool) {
        if self.chunk.is_empty() {
            self.capital = capital;
        }
        self.chunk.push(folded);
        self.origins.resize(self.chunk.len(), at as u32);
    }

    /// True for a letter, which is taken in, and for what has no width.
    fn fold(&mut self, at: usize, c: char) -> bool {
        if has_no_width(c) {
            return true;
        }
        let mut is_letter = false;
        for part in decompose(c) {
            // To upper case and back: "ß" and "SS", "ς" and "Σ" become one.
            for part in part.to_uppercase().flat_map(char::to_lowercase).flat_map(decompose) {
                match latin(part) {
                    '\'' | '’' | '‘' | 'ʼ' => is_letter = true,
                    mark if is_mark(mark) => is_letter = true,
                    letter if letter.is_alphanumeric() => {
                        self.letter(at, letter, c.is_uppercase());
                        is_letter = true;
                    }
                    _ => {}
                }
            }
        }
        is_letter
    }

    /// What stands between two gaps is one word, or several without spaces.
    fn flush(&mut self, words: &mut Vec<Word>, most: usize) {
        let Self { chunk, origins, capital, begins } = self;
        if chunk.is_empty() {
            return;
        }
        let mut push = |word: &str, at: usize| {
            if words.len() < most {
                words.push(Word {
                    hash: word_hash(word),
                    start: origins.get(at).copied().unwrap_or_default(),
                    kind: if word.bytes().all(|b| b.is_ascii_digit()) {
                        Kind::Number
                    } else if !word.is_ascii() && word.chars().nth(1).is_none() && is_unspaced(word) {
                        Kind::Part
                    } else if *capital && !*begins {
                        Kind::Name
                    } else {
                        Kind::Plain
                    },
                    ends: false,
                });
            }
        };
        if chunk.is_ascii() {
            push(chunk, 0);
        } else {
            chunk.unicode_word_indices().for_each(|(at, word)| push(word, at));
        }
        *begins = false;
        chunk.clear();
        origins.clear();
    }
}

/// What ends a sentence, a clause or a line.
fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ';' | ':' | '\n' | '•' | '。' | '！' | '？' | '；' | '।' | '؟' | '…')
}

/// Han, kana, Thai, Lao, Khmer and Burmese.
fn is_unspaced(word: &str) -> bool {
    word.starts_with(|c| {
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
    })
}

/// The Latin letter that a folded letter of another script is drawn like: the pairs of Unicode's confusables (UTS #39,
/// version 16) that fonts draw alike, and which are exchanged to hide a copy.
fn latin(c: char) -> char {
    match c {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'ɡ' => 'g',
        'н' | 'һ' | 'հ' | 'η' => 'h',
        'і' | 'ι' | 'ı' | 'ɩ' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' | 'μ' => 'm',
        'ո' | 'ν' => 'n',
        'о' | 'ο' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ս' => 'u',
        'ѵ' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'υ' => 'y',
        'ᴢ' => 'z',
        other => other,
    }
}

/// Characters that readers do not see: joiners, direction marks, soft hyphens, fillers, tags.
fn has_no_width(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// All words of one text.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    Splitter::default().split(text, &mut words, usize::MAX);
    words
}
