//! The letters of a page: where each stands, and whether it is seen.

use super::canvas::Ink;
use super::marks::Mark;
use hayro_interpret::kurbo::{Point, Rect};
use loupe_profile::HiddenReason;
use std::collections::HashMap;

/// One letter on a page, in points, y downwards, turned so that its text runs from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letter {
    pub(super) ch: char,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// The baseline.
    pub(super) y: f32,
    /// The height of the font.
    pub(super) size: f32,
    pub(super) bold: bool,
    /// What it is drawn with.
    pub(super) ink: Ink,
    /// What the contents it belongs to are marked with, by which the structure tree names them.
    pub(super) tag: Option<Mark>,
    /// Why it cannot be seen, if it cannot.
    pub(super) hidden: Option<HiddenReason>,
}

/// Stands for a letter whose meaning the file does not tell.
pub(super) const UNKNOWN: char = '\u{FFFD}';

/// Stands for a small mark that is drawn instead of written, as browsers do the bullets of lists.
pub(super) const MARK: char = '\u{E000}';

/// What files give for a shape that stands for no letter of its own: a part of a cluster whose words stand beside it.
pub(super) const NOTHING: char = '\0';

/// The direction a text runs in, by quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Along the page.
    Along,
    /// Downwards.
    Down,
    /// Upside down.
    Over,
    /// Upwards.
    Up,
}

impl Turn {
    /// All of them, in the order that they are read in.
    pub(super) const ALL: [Self; 4] = [Self::Along, Self::Down, Self::Over, Self::Up];

    /// The direction nearest to that of the text.
    pub(super) fn of(right: f64, down: f64) -> Self {
        if right.abs() >= down.abs() {
            if right >= 0.0 { Self::Along } else { Self::Over }
        } else if down > 0.0 {
            Self::Down
        } else {
            Self::Up
        }
    }

    /// A place on the page, seen so that the text runs from left to right.
    pub(super) fn seen_along(self, place: Point) -> (f64, f64) {
        match self {
            Self::Along => (place.x, place.y),
            Self::Down => (place.y, -place.x),
            Self::Over => (-place.x, -place.y),
            Self::Up => (-place.y, place.x),
        }
    }

    fn to_page(self, x: f64, y: f64) -> Point {
        match self {
            Self::Along => Point::new(x, y),
            Self::Down => Point::new(-y, x),
            Self::Over => Point::new(-x, -y),
            Self::Up => Point::new(y, -x),
        }
    }
}

impl Letter {
    /// Where it stands on the page: as high as a small letter.
    fn area(&self, turn: Turn) -> Rect {
        let (x0, x1) = (f64::from(self.x0), f64::from(self.x1));
        let (low, high) = (f64::from(self.y), f64::from(self.y - self.size * 0.45));
        Rect::from_points(turn.to_page(x0, low), turn.to_page(x1, high))
    }
}

/// The letters of one page, apart by the direction their text runs in.
#[derive(Default)]
pub(super) struct Letters {
    by_turn: [Vec<Letter>; 4],
    /// How many letters may still be taken.
    pub(super) left: usize,
    /// True when letters were left out because there were too many.
    pub(super) cut: bool,
    /// Where letters were put, in cells twice as wide as [`Letters::NEAR`]; to leave out what is drawn twice for a
    /// bolder look or a shadow.
    put: HashMap<(char, u8, i32, i32), u32>,
}

impl Letters {
    pub(super) fn new(left: usize) -> Self {
        Self { left, ..Self::default() }
    }

    /// In letter heights: no letter stands this close to its like unless it is drawn twice.
    const NEAR: f32 = 0.08;

    pub(super) fn push(&mut self, turn: Turn, letter: Letter) {
        // One glyph may stand for a whole word, whose letters are put closely side by side.
        let width = letter.x1 - letter.x0;
        let near = if width > 0.0 { (letter.size * Self::NEAR).min(width * 0.5) } else { letter.size * Self::NEAR };
        // The cell that its middle lies in, and those that what is near may lie in.
        let cell = |at: f32, shift: f32| f32::midpoint(at / near, shift).floor() as i32;
        if !letter.ch.is_whitespace() {
            let (left, right) = (cell(letter.x0, -1.0), cell(letter.x0, 1.0));
            let (top, bottom) = (cell(letter.y, -1.0), cell(letter.y, 1.0));
            for (column, row) in [(left, top), (right, top), (left, bottom), (right, bottom)] {
                let Some(at) = self.put.get(&(letter.ch, turn as u8, column, row)) else { continue };
                if let Some(twin) = self.by_turn[turn as usize].get_mut(*at as usize)
                    && twin.ch == letter.ch
                    && (twin.x0 - letter.x0).abs() < near
                    && (twin.y - letter.y).abs() < near
                {
                    // What is drawn again where it is seen, is seen.
                    if letter.hidden.is_none() {
                        twin.hidden = None;
                    }
                    return;
                }
            }
        }
        if self.left == 0 {
            self.cut = true;
            return;
        }
        self.left -= 1;
        let letters = &mut self.by_turn[turn as usize];
        self.put.insert((letter.ch, turn as u8, cell(letter.x0, 0.0), cell(letter.y, 0.0)), letters.len() as u32);
        letters.push(letter);
    }

    pub(super) fn len(&self) -> usize {
        self.by_turn.iter().map(Vec::len).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many letters there are of each direction now.
    pub(super) fn marks(&self) -> [usize; 4] {
        [0, 1, 2, 3].map(|turn: usize| self.by_turn.get(turn).map_or(0, Vec::len))
    }

    /// Hides the letters that lie wholly within a surface.
    pub(super) fn hide_within(&mut self, surface: Rect) {
        for (letters, turn) in self.by_turn.iter_mut().zip(Turn::ALL) {
            for letter in letters {
                if letter.hidden.is_none() && letter.ch != MARK && surface.contains_rect(letter.area(turn)) {
                    letter.hidden = Some(HiddenReason::Covered);
                }
            }
        }
    }

    /// Shows letters without ink again that were taken since `from` and lie in an area.
    pub(super) fn show_since(&mut self, from: [usize; 4], area: Rect) {
        let area = area.inflate(2.0, 2.0);
        for ((letters, turn), from) in self.by_turn.iter_mut().zip(Turn::ALL).zip(from) {
            for letter in letters.iter_mut().skip(from) {
                if letter.hidden == Some(HiddenReason::Invisible) && area.overlaps(letter.area(turn)) {
                    letter.hidden = None;
                }
            }
        }
    }

    /// Puts the words that the file gives for the letters since `from` in their place, where the letters themselves do
    /// not say what they are. Where they do, they count: they are what is seen.
    pub(super) fn say(&mut self, from: [usize; 4], text: &str) {
        let mut grown = self.by_turn.iter_mut().zip(from).filter(|(letters, from)| letters.len() > *from);
        let (Some((letters, from)), None) = (grown.next(), grown.next()) else { return };
        let drawn = letters.get(from..).unwrap_or_default();
        let (Some(first), Some(last)) = (drawn.first().copied(), drawn.last().copied()) else { return };
        let silent = |ch: char| {
            matches!(ch, UNKNOWN | NOTHING) || super::order::is_form(ch) || is_private(ch) || is_clustered(ch)
        };
        let said = text.chars().filter(|ch| !ch.is_control()).count();
        if !drawn.iter().any(|letter| silent(letter.ch)) || said == 0 || said > 4 * drawn.len() + 16 {
            return;
        }
        let x0 = first.x0.min(last.x0);
        let step = (first.x1.max(last.x1) - x0) / said as f32;
        let count = letters.len() - from;
        letters.truncate(from);
        let backwards = super::order::runs_left(text);
        for (at, ch) in text.chars().filter(|ch| !ch.is_control()).enumerate() {
            let at = if backwards { said - 1 - at } else { at };
            let x0 = x0 + step * at as f32;
            letters.push(Letter { ch, x0, x1: x0 + step, ..first });
        }
        self.left = self.left.saturating_sub(said.saturating_sub(count));
    }

    /// Shows again what only runs out of sight: the end of a line that goes on beyond the page, below a photo or past the
    /// box that it stands on. Whoever hides words hides the line.
    pub(super) fn mend(&mut self) {
        for letters in &mut self.by_turn {
            let follows = |a: &Letter, b: &Letter| {
                a.ink == b.ink && (a.y - b.y).abs() < 0.1 * a.size && (b.x0 - a.x1).abs() < 1.5 * a.size
            };
            for line in letters.chunk_by_mut(follows) {
                let slips = |letter: &Letter| {
                    use HiddenReason::{Background, Covered, OffPage};
                    matches!(letter.hidden, Some(Background | Covered | OffPage))
                };
                let (lost, seen) =
                    line.iter().filter(|letter| !letter.ch.is_whitespace()).fold((0, 0), |(lost, seen), letter| {
                        (lost + usize::from(slips(letter)), seen + usize::from(letter.hidden.is_none()))
                    });
                if lost > 0 && lost * 2 <= seen {
                    line.iter_mut().filter(|letter| slips(letter)).for_each(|letter| letter.hidden = None);
                }
            }
        }
    }

    /// Shows the text of a scan again: read by a machine and laid, without ink, over or under the picture of it.
    pub(super) fn show_scanned(&mut self) {
        for letter in self.by_turn.iter_mut().flatten() {
            if matches!(letter.hidden, Some(HiddenReason::Invisible | HiddenReason::Covered)) {
                letter.hidden = None;
            }
        }
    }

    /// How many letters and digits are seen, and how many would be but for a picture or want of ink.
    pub(super) fn seen_and_scanned(&self) -> (usize, usize) {
        let (mut seen, mut scanned) = (0, 0);
        for letter in self.by_turn.iter().flatten().filter(|letter| letter.ch.is_alphanumeric()) {
            match letter.hidden {
                None => seen += 1,
                Some(HiddenReason::Invisible | HiddenReason::Covered) => scanned += 1,
                Some(_) => {}
            }
        }
        (seen, scanned)
    }

    /// What is seen and what is not, by direction.
    pub(super) fn part(self) -> [(Vec<Letter>, Vec<Letter>); 4] {
        let told = |letters: Vec<Letter>| letters.into_iter().filter(|letter| letter.ch != NOTHING);
        self.by_turn.map(|letters| told(letters).partition(|letter| letter.hidden.is_none()))
    }
}

fn is_private(ch: char) -> bool {
    matches!(ch, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Letters of scripts that are drawn in another order than they are read in: from Devanagari to Sinhala, Thai and Lao,
/// Tibetan and Burmese, Khmer.
fn is_clustered(ch: char) -> bool {
    matches!(ch, '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{A8E0}'..='\u{A8FF}')
}
