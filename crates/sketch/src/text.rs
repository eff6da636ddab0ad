//! A text, taken apart for sketching and comparing.

use std::ops::Range;

use crate::{
    ordinary::{is_stop_word, ordinary},
    words::{Kind, Splitter, Word},
};

/// Words of a text that are looked at.
pub(crate) const MAX_WORDS: usize = 6_000;
/// A passage of fewer words is a label, or a line of a form.
const SHORTEST: usize = 6;
/// Bytes of one passage that are looked at.
const MAX_BYTES: usize = 64 * 1024;

/// The passages of a profile, as the words in them.
#[derive(Debug, Default)]
pub struct Text {
    pub(crate) words: Vec<Word>,
    /// For each passage, its first word.
    pub(crate) firsts: Vec<u32>,
    /// The words that say something, by their place in `words`: not those that only join others, and not what is ordinary
    /// wording.
    pub(crate) telling: Vec<u32>,
    /// The words behind which a sentence or a line ends.
    ends: Vec<u32>,
    /// Whether each of all words stands in ordinary wording.
    pub(crate) ordinary: Vec<bool>,
}

impl Text {
    /// Of passages, in their order. Up to 6,000 words of all, and 64 KB of each.
    pub fn of<'a>(passages: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut text, mut splitter) = (Self::default(), Splitter::default());
        for passage in passages {
            text.firsts.push(text.words.len() as u32);
            let from = text.words.len();
            splitter.split(&passage[..passage.floor_char_boundary(MAX_BYTES)], &mut text.words, MAX_WORDS);
            if text.words.len() - from < SHORTEST {
                text.words.truncate(from);
            }
            let added = text.words.get_mut(from..).unwrap_or_default();
            // Where all is set in capitals, they name nothing.
            if added.iter().filter(|word| word.kind == Kind::Name).count() * 2 > added.len() {
                for word in added.iter_mut().filter(|word| word.kind == Kind::Name) {
                    word.kind = Kind::Plain;
                }
            }
        }
        // No run of ordinary wording goes on from one passage to the next, but it does no harm to look.
        text.ordinary = ordinary(&text.words);
        text.ends = (0..).zip(&text.words).filter(|(_, word)| word.ends).map(|(at, _)| at).collect();
        let telling = |(at, word): (u32, &Word)| {
            let is_ordinary = text.ordinary.get(at as usize).copied().unwrap_or_default();
            (!is_ordinary && !is_stop_word(word)).then_some(at)
        };
        text.telling = (0..).zip(&text.words).filter_map(telling).collect();
        text
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True for a text without words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words from one to another say something: not those that only join others, nor ordinary wording.
    pub fn telling_within(&self, [from, to]: [u32; 2]) -> usize {
        self.telling
            .partition_point(|word| *word <= to)
            .saturating_sub(self.telling.partition_point(|word| *word < from))
    }

    /// In which sentence or line a word stands, of all passages.
    pub fn sentence_of(&self, word: u32) -> usize {
        self.ends.partition_point(|end| *end < word)
    }

    /// In which passage a word stands.
    pub fn passage_of(&self, word: u32) -> usize {
        self.firsts.partition_point(|first| *first <= word).saturating_sub(1)
    }

    /// Words as they are written, without what stands around them; `passages` are those that the text was made of. Of more
    /// than one passage, those of the first.
    pub fn words_as_written(&self, passages: &[&str], words: Range<u32>) -> String {
        let at = self.passage_of(words.start);
        let end = self.firsts.get(at + 1).map_or(self.words.len() as u32, |first| *first);
        let (Some(passage), true) = (passages.get(at), words.start < words.end) else { return String::new() };
        let start = |word: u32| self.words.get(word as usize).filter(|_| word < end).map(|word| word.start as usize);
        let written =
            passage.get(start(words.start).unwrap_or(passage.len())..start(words.end).unwrap_or(passage.len()));
        written.unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
    }

    /// A word as it is written and what stands between it and the next one of its passage.
    pub(crate) fn word_and_what_follows<'a>(&self, passages: &[&'a str], word: u32) -> &'a str {
        let at = self.passage_of(word);
        let end = self.firsts.get(at + 1).map_or(self.words.len() as u32, |first| *first);
        let Some(passage) = passages.get(at) else { return "" };
        let start = |word: u32| self.words.get(word as usize).filter(|_| word < end).map(|word| word.start as usize);
        passage.get(start(word).unwrap_or(passage.len())..start(word + 1).unwrap_or(passage.len())).unwrap_or_default()
    }

    /// The passages from one to another as they are written, with what is `shared` in them marked; `passages` are those
    /// that the text was made of.
    pub fn stretches(&self, passages: &[&str], [from, to]: [usize; 2], shared: &[bool]) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut add = |text: &str, shared: bool, ordinary: bool| match stretches.last_mut() {
            Some(last) if (last.shared, last.ordinary) == (shared, ordinary) => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => stretches.push(Stretch { text: text.to_owned(), shared, ordinary }),
        };
        for at in from..=to {
            let Some(passage) = passages.get(at) else { break };
            if at > from {
                add("\n", false, false);
            }
            let first = self.firsts.get(at).map_or(self.words.len(), |first| *first as usize);
            let end = self.firsts.get(at + 1).map_or(self.words.len(), |next| *next as usize);
            let start =
                |word: usize| self.words.get(word).filter(|_| word < end).map_or(passage.len(), |w| w.start as usize);
            add(passage.get(..start(first)).unwrap_or_default(), false, false);
            for word in first..end {
                let of = |marks: &[bool]| marks.get(word).copied().unwrap_or_default();
                let text = passage.get(start(word)..start(word + 1)).unwrap_or_default();
                add(text, of(shared), of(&self.ordinary));
            }
        }
        stretches
    }
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The words as they stand, with what follows up to the next word.
    pub text: String,
    /// True when the other text has them too.
    pub shared: bool,
    /// True for ordinary wording, which counts nothing.
    pub ordinary: bool,
}
