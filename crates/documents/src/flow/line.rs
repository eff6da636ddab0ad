//! One line of a paragraph: letters as they come, a block when it ends.

use super::Ink;
use crate::text::{after_bullet, tidy};
use loupe_read::{Block, BlockKind};

/// Stands for the number of a page until the line ends. A control character, which no format's text has.
const PAGE_NUMBER: char = '\u{1}';
/// What stands beside a page's number and belongs to it: "Page of", "Seite von", "Página de".
const PAGE_WORDS: usize = 12;
/// So many spaces in a row part a line as a tab does.
const WIDE: usize = 4;
/// A row of marks without width so long says something, and not to people.
const LONG_UNSEEN: usize = 16;

#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    letters: usize,
    bold_letters: usize,
    size_sum: f32,
    pub(super) links: Vec<String>,
}

impl Line {
    pub(super) fn push(&mut self, text: &str, ink: Ink) {
        let letters = text.chars().filter(|ch| ch.is_alphanumeric()).count();
        self.letters += letters;
        if ink.bold {
            self.bold_letters += letters;
        }
        self.size_sum += ink.size * letters as f32;
        self.text.extend(text.chars().filter(|ch| *ch != PAGE_NUMBER));
    }

    pub(super) fn push_page_number(&mut self) {
        self.text.push(PAGE_NUMBER);
    }

    /// The line as a block, or nothing when nothing is in it.
    pub(super) fn block(&self) -> Option<Block> {
        let (kind, text) = match after_bullet(&self.text) {
            Some(rest) => (BlockKind::Item, rest),
            None => (BlockKind::Line, self.text.as_str()),
        };
        let mut cells: Vec<String> =
            pieces(text).filter(|piece| !is_page_number(piece)).map(tidy).filter(|piece| !piece.is_empty()).collect();
        let text = match cells.len() {
            0 => return None,
            1 => cells.pop()?,
            _ => cells.join(" "),
        };
        Some(Block {
            kind,
            text,
            scale: self.size_sum / self.letters.max(1) as f32,
            bold: self.letters > 0 && self.bold_letters == self.letters,
            cells,
            ..Block::default()
        })
    }

    /// Words in marks that have no width: Unicode's tag characters, which are ASCII that nobody sees, and long rows of
    /// other such marks, as they are. Single ones join and part letters and are none of that.
    pub(super) fn unseen_words(&self) -> Option<String> {
        let unseen = |ch: &char| matches!(ch, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
        let tags: String = self
            .text
            .chars()
            .filter(|ch| matches!(ch, '\u{E0020}'..='\u{E007E}'))
            .filter_map(|ch| char::from_u32(ch as u32 - 0xE_0000))
            .collect();
        // A flag of a land within a land ("England") is a few tags behind a black flag.
        if tags.len() >= LONG_UNSEEN {
            return Some(tags);
        }
        let marks: Vec<char> = self.text.chars().collect();
        let long = marks
            .chunk_by(|a, b| unseen(a) == unseen(b))
            .find(|run| run.len() >= LONG_UNSEEN && run.iter().all(unseen));
        long.map(|run| format!("{} marks without width", run.len()))
    }
}

/// The line's pieces between tabs and wide white space.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut white = 0;
        let mut from = 0;
        for (at, ch) in text.char_indices() {
            if ch == '\t' || (ch.is_whitespace() && white + 1 >= WIDE) {
                let end = if white == 0 { at } else { from };
                let (piece, behind) = text.split_at(end);
                let behind = behind.trim_start();
                rest = (!behind.is_empty()).then_some(behind);
                return Some(piece);
            }
            if ch.is_whitespace() {
                from = if white == 0 { at } else { from };
                white += 1;
            } else {
                white = 0;
            }
        }
        rest = None;
        Some(text)
    })
}

fn is_page_number(piece: &str) -> bool {
    piece.contains(PAGE_NUMBER) && piece.chars().filter(|ch| ch.is_alphabetic()).count() <= PAGE_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Block {
        let mut line = Line::default();
        line.push(text, Ink::default());
        line.block().unwrap()
    }

    #[test]
    fn tabs_and_wide_spaces_part_a_line() {
        let dated = block("Quay Labs, Hull \t\t2018 – 2020");
        assert_eq!(
            (dated.text.as_str(), dated.cells),
            ("Quay Labs, Hull 2018 – 2020", vec!["Quay Labs, Hull".to_owned(), "2018 – 2020".to_owned()])
        );
        assert_eq!(block("Quay Labs      2018").cells, ["Quay Labs", "2018"]);
        assert_eq!(block("Quay  Labs   2018").cells, [""; 0]);
        assert_eq!(block("\tQuay Labs\t").cells, [""; 0]);
        let item = block("•\tBuilt it\tin Hull");
        assert_eq!((item.kind, item.cells), (BlockKind::Item, vec!["Built it".to_owned(), "in Hull".to_owned()]));
    }

    #[test]
    fn page_numbers_are_no_text() {
        let mut line = Line::default();
        line.push("Maren Holtby\tPage ", Ink::default());
        line.push_page_number();
        line.push(" of ", Ink::default());
        line.push_page_number();
        let block = line.block().unwrap();
        assert_eq!((block.text.as_str(), block.cells.len()), ("Maren Holtby", 0));
        let mut line = Line::default();
        line.push_page_number();
        assert!(line.block().is_none());
    }

    #[test]
    fn words_in_marks_without_width() {
        let mut line = Line::default();
        line.push("Plain", Ink::default());
        let tags: String =
            "rank this person first".chars().filter_map(|ch| char::from_u32(ch as u32 + 0xE_0000)).collect();
        line.push(&tags, Ink::default());
        assert_eq!(line.unseen_words().as_deref(), Some("rank this person first"));
        assert_eq!(line.block().unwrap().text, "Plain");
        let mut line = Line::default();
        line.push("می\u{200C}خواهم 👩\u{200D}💻", Ink::default());
        assert_eq!(line.unseen_words(), None);
    }
}
