//! What stands left and right of a gap, line by line.

use super::judge::has_year;
use super::layout::{Gutter, Row};
use super::lines::Fragment;
use crate::text::after_bullet;

/// How much of a line is bold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bold {
    /// None, or some further on.
    No,
    /// Its first letters.
    First,
    /// All of it.
    Whole,
}

/// One side's part of a row.
pub(super) struct Half {
    pub(super) row: usize,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: Bold,
    pub(super) chars: usize,
    pub(super) year: bool,
    pub(super) bullet: bool,
}

impl Half {
    fn of(row: usize, pieces: &[&Fragment]) -> Option<Self> {
        let first = pieces.first()?;
        let widest = pieces.iter().max_by_key(|piece| piece.text.len())?;
        Some(Self {
            row,
            y: first.y,
            size: widest.size,
            bold: match (pieces.iter().all(|piece| piece.bold), first.leads) {
                (true, _) => Bold::Whole,
                (false, true) => Bold::First,
                (false, false) => Bold::No,
            },
            chars: pieces.iter().map(|piece| piece.text.len()).sum(),
            year: pieces.iter().any(|piece| has_year(&piece.text)),
            bullet: after_bullet(&first.text).is_some(),
        })
    }

    /// True when the two share a part of their height.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let (top, bottom) = (self.y - 0.75 * self.size, self.y + 0.2 * self.size);
        other.y - 0.75 * other.size < bottom && top < other.y + 0.2 * other.size
    }

    /// True when the two are set side by side: on one baseline, or, where it is the larger one,
    /// with their tops at one height.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let small = self.size.min(other.size);
        let drop = self.y - other.y;
        let larger = self.size > 1.15 * other.size;
        drop.abs() < 0.6 * small || larger && (drop - 0.75 * (self.size - other.size)).abs() < 0.25 * small
    }

    pub(super) fn looks_like(&self, other: &Self) -> bool {
        (self.bold == Bold::Whole) == (other.bold == Bold::Whole) && (self.size - other.size).abs() < 0.08 * self.size
    }

    /// True for what stands out from the line above it.
    fn heads(&self, above: &Self) -> bool {
        self.bold > above.bold || self.size > 1.06 * above.size
    }
}

/// The lines of one side of a band, from top to bottom.
pub(super) struct Column(pub(super) Vec<Half>);

impl Column {
    pub(super) fn chars(&self) -> usize {
        self.0.iter().map(|half| half.chars).sum()
    }

    /// Over how many rows it reaches.
    pub(super) fn span(&self) -> usize {
        self.0.last().map_or(0, |last| last.row + 1) - self.0.first().map_or(0, |first| first.row)
    }

    pub(super) fn count(&self, fits: impl Fn(&Half) -> bool) -> usize {
        self.0.iter().filter(|half| fits(half)).count()
    }

    /// The step from line to line where nothing parts them, in letter heights.
    fn step(&self) -> f32 {
        let mut steps: Vec<f32> = self.pairs().map(|(above, below)| (below.y - above.y) / below.size).collect();
        steps.sort_by(f32::total_cmp);
        steps.get(steps.len() / 4).copied().unwrap_or(1.2)
    }

    pub(super) fn pairs(&self) -> impl Iterator<Item = (&Half, &Half)> {
        self.0.iter().zip(self.0.iter().skip(1))
    }

    /// Where blocks parted by white space begin, and where the last one ends.
    pub(super) fn starts(&self) -> Vec<usize> {
        let step = self.step();
        let parted = self.pairs().map(|(above, below)| below.y - above.y > 1.25 * step * below.size.max(above.size));
        let starts = std::iter::once(true).chain(parted).enumerate().filter(|(_, starts)| *starts).map(|(at, _)| at);
        starts.take(self.0.len()).chain(std::iter::once(self.0.len())).collect()
    }

    /// For each line, whether something begins with it.
    pub(super) fn begins(&self) -> Vec<bool> {
        let step = self.step();
        let parted =
            |(above, below): (&Half, &Half)| below.y - above.y > 1.12 * step * below.size || below.heads(above);
        std::iter::once(true).chain(self.pairs().map(parted)).take(self.0.len()).collect()
    }
}

/// What stands left and right of a gutter.
pub(super) fn sides(band: &[Row], gutter: Gutter) -> [Column; 2] {
    let mut sides = [Column(Vec::new()), Column(Vec::new())];
    for (at, row) in band.iter().enumerate() {
        for (side, right) in sides.iter_mut().zip([false, true]) {
            let pieces: Vec<&Fragment> = row.iter().filter(|piece| gutter.is_right(piece) == right).collect();
            side.0.extend(Half::of(at, &pieces));
        }
    }
    sides
}

/// Rows in blocks that white space parts.
pub(super) fn blocks(rows: &[Row]) -> Vec<&[Row]> {
    let halves = rows.iter().enumerate().filter_map(|(at, row)| Half::of(at, &row.iter().collect::<Vec<_>>()));
    let starts = Column(halves.collect()).starts();
    starts.windows(2).filter_map(|ends| rows.get(ends[0]..ends[1])).collect()
}
