//! The words of marked contents: letters that the structure tree names together, as lines with their places.

use super::letters::{Letter, Turn};
use super::marks::Mark;
use super::{lines, order};
use crate::text::tidy;
use std::collections::BTreeMap;

/// The seen letters of a file by page and by what they are marked with.
pub(super) type Contents = BTreeMap<(usize, Mark), Vec<(Turn, Letter)>>;

/// A line of a run, or what stands of it on that line.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) page: usize,
    pub(super) turn: Turn,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// As it is read.
    pub(super) text: String,
}

/// How a piece stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Joint {
    /// On the same line, with so much space between, in letter heights.
    Beside(f32),
    /// On the next line, because the one before is full.
    Wrapped,
    /// Elsewhere.
    Apart,
}

/// Words without another element between them.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) first: Piece,
    pub(super) last: Piece,
    pub(super) lines: usize,
    /// How far the lines reach.
    pub(super) span: (f32, f32),
    pub(super) text: String,
    pub(super) bold: bool,
    /// White space stands before it or behind it, within its own contents.
    pub(super) spaced: (bool, bool),
}

/// How much wider than the gap between words a gap is that parts words from words.
const WORDS: f32 = 0.13;

impl Run {
    /// Reads contents in their order. Nothing when no letter of them is seen; then the second value says whether space is.
    pub(super) fn read(contents: &Contents, marked: &[(usize, Mark)], leftwards: bool) -> Option<Self> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut ends = (None, None);
        for at in marked {
            let Some(letters) = contents.get(at) else { continue };
            for part in letters.chunk_by(|(a, _), (b, _)| a == b) {
                let Some((turn, _)) = part.first() else { continue };
                let letters: Vec<Letter> = part.iter().map(|(_, letter)| *letter).collect();
                let white = |letter: Option<&Letter>| letter.map(|letter| letter.ch.is_whitespace());
                ends.0 = ends.0.or_else(|| white(letters.first()));
                ends.1 = white(letters.last()).or(ends.1);
                take(&mut pieces, &letters, at.0, *turn, leftwards);
            }
        }
        let spaced = (ends.0 == Some(true), ends.1 == Some(true));
        let (first, last) = (pieces.first()?.clone(), pieces.last()?.clone());
        let span = pieces
            .iter()
            .fold((f32::INFINITY, f32::NEG_INFINITY), |span, piece| (span.0.min(piece.x0), span.1.max(piece.x1)));
        let mut text = String::new();
        for piece in &pieces {
            if !text.is_empty() && parted(&mut text, &piece.text) {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        let bold = pieces.iter().all(|piece| piece.bold);
        Some(Self { first, last, lines: pieces.len(), span, text: tidy(&text), bold, spaced })
    }
}

/// Adds letters as lines; what goes on in a line goes on there.
fn take(pieces: &mut Vec<Piece>, letters: &[Letter], page: usize, turn: Turn, leftwards: bool) {
    let fragments = lines::fragments(letters);
    for row in fragments.chunk_by(|a, b| (a.y - b.y).abs() < 0.45 * a.size.max(b.size)) {
        let mut row = row.to_vec();
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let Some(line) = lines::line(&row, false) else { continue };
        let text = order::logical(&line.text, order::is_leftwards(&line.text, leftwards));
        let next = Piece { page, turn, x0: line.x0, x1: line.x1, y: line.y, size: line.size, bold: line.bold, text };
        match pieces.last_mut() {
            Some(last) if matches!(last.joint(&next, (0.0, 0.0)), Joint::Beside(_)) => {
                if matches!(last.joint(&next, (0.0, 0.0)), Joint::Beside(gap) if gap > WORDS) {
                    last.text.push(' ');
                }
                last.text.push_str(&next.text);
                (last.x0, last.x1) = (last.x0.min(next.x0), last.x1.max(next.x1));
                last.bold &= next.bold;
            }
            _ => pieces.push(next),
        }
    }
}

/// Takes a line's soft hyphen off, and tells whether space parts it from the next.
fn parted(above: &mut String, below: &str) -> bool {
    if above.ends_with('\u{AD}') {
        above.pop();
        return false;
    }
    let last = above.chars().next_back().unwrap_or(' ');
    let before = above.chars().rev().nth(1).unwrap_or(' ');
    let first = below.chars().next().unwrap_or(' ');
    // A line breaks behind a hyphen or a slash within a word, and anywhere between letters that no space parts.
    let within = matches!(last, '-' | '/' | '\u{2010}') && !before.is_whitespace();
    let word = above.rsplit(' ').next().unwrap_or_default();
    let address = word.len() >= 6
        && word.contains(['@', '/', '.'])
        && !word.ends_with(['.', ',', ';', ':', ')'])
        && (word.contains('@') || word.contains('/'))
        && !below.contains(' ')
        && below.chars().all(|ch| ch.is_alphanumeric() || ".-/_@=&?%".contains(ch));
    !(within || address || lines::is_unparted(last) && lines::is_unparted(first))
}

impl Piece {
    /// How the next piece stands to this one. `limits`: from where to where the lines around them reach.
    pub(super) fn joint(&self, next: &Self, limits: (f32, f32)) -> Joint {
        if self.turn != next.turn {
            return Joint::Apart;
        }
        let size = self.size.max(next.size);
        let drop = next.y - self.y;
        if self.page == next.page && drop.abs() < 0.45 * size {
            let gap = (next.x0 - self.x1).max(self.x0 - next.x1) / size;
            return if gap > -0.6 { Joint::Beside(gap.max(0.0)) } else { Joint::Apart };
        }
        let below = if self.page == next.page { drop > 0.0 && drop < 2.2 * size } else { next.page > self.page };
        if below && (self.size - next.size).abs() < 0.08 * size && self.is_full(next, limits) {
            return Joint::Wrapped;
        }
        Joint::Apart
    }

    /// True when the first word of the next line would not have found room on this one.
    fn is_full(&self, next: &Self, (start, end): (f32, f32)) -> bool {
        let word = next.text.split(' ').next().unwrap_or_default().chars().count();
        let width = (next.x1 - next.x0) * word as f32 / next.text.chars().count().max(1) as f32;
        let room = if order::runs_left(&self.text) { self.x0 - start } else { end - self.x1 };
        room < width + 0.2 * next.size
    }
}
