//! How two planes agree, block by block, and how much that says.
//!
//! Each block of the overlap that has structure is correlated. A block that agrees almost exactly is rare between
//! photos of different people even before one backdrop in one pose; one that does not agree says little, for text, a
//! logo or another background may lie over it. So each block adds the logarithm of how much nearer to 1 its correlation
//! is than strangers' best, bounded on both sides, and the sum over the root of their number decides.
//!
//! One place counts for more: the upper middle of what both show. Two photos of one sitting have the same backdrop to the
//! bit, and two people in one outfit before it all but the head; there only what stands in the middle differs. A place in
//! the picture is all that this is: nobody looks whether a head is there, or whose.
//!
//! The bounds were chosen on generated portraits before one backdrop; the bench measures the sum on others.

use std::ops::Range;

use super::{
    align::{Matrix, Overlay},
    grey::Grey,
};

/// Side of a block, in pixels of the target.
pub(super) const SIDE: usize = 8;
/// Blocks overlap by half.
pub(super) const STRIDE: usize = SIDE / 2;
/// Pixels of a cell.
const CELL: usize = STRIDE * STRIDE;
/// Part of a block that both must show.
const SHOWN: f32 = 0.75;
/// Structure that a block must have: a share of the picture's contrast, and grey values.
const CONTRAST: (f32, f32) = (0.08, 2.0);
/// One minus the correlation at which a block says nothing.
const NEUTRAL: f32 = 0.02;
/// The most that a block can agree: nearer to 1 is rounding.
const EXACT: f32 = 0.003;
/// The most that a block can speak against.
const AGAINST: f32 = -1.0;
/// Times this, strangers stay below half of what a match needs.
pub(super) const SCALE: f32 = 1.5;
/// Fewer blocks count as this many.
const MIN_BLOCKS: usize = 16;
/// One minus the correlation from which on a block agrees almost exactly.
const ALMOST: f32 = 0.03;
/// The upper half of the middle of a picture, as shares of its height.
const UPPER: Range<f32> = 0.15..0.55;
/// Where windows in the middle begin, and how wide each is, as shares of the picture's width: what stands there may
/// stand to one side.
const WINDOWS: [f32; 5] = [0.25, 0.3125, 0.375, 0.4375, 0.5];
const WINDOW: f32 = 0.25;
/// Fewer blocks count as this many.
const FEW: f32 = 3.0;
/// The share of blocks in the middle that agree almost exactly, over the share of all that do: below the first it is not
/// the same that stands in the middle, from the second on it is.
const SAME_MIDDLE: (f32, f32) = (0.5, 0.95);
/// Fewer blocks than this share that agree almost exactly count as this many.
const LEAST_EXACT: f32 = 0.02;
/// Toned values beyond these are burnt out or lost in shadow: what was there is not to be seen.
const VISIBLE: std::ops::RangeInclusive<f32> = 10.0..=253.2;
/// A smaller overlap is not compared.
const MIN_COVER: f32 = 0.25;

/// One block: its left and top pixel in the target, and its correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Block {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) correlation: f32,
}

impl Block {
    /// What a block says: the logarithm of how much nearer to 1 it correlates than strangers' best.
    fn says(&self) -> f32 {
        self.nearer(NEUTRAL)
    }

    /// As [`Self::says`], where one minus a correlation says nothing.
    pub(super) fn nearer(&self, neutral: f32) -> f32 {
        libm::logf(neutral / (1.0 - self.correlation).max(EXACT)).max(AGAINST)
    }
}

/// The blocks with structure under a pose.
#[derive(Debug, Clone, Default)]
pub(super) struct Agreement {
    pub(super) blocks: Vec<Block>,
    /// Share of the target that the source shows too.
    pub(super) cover: f32,
    /// Pixels of the target that both show.
    pub(super) pixels: usize,
    /// By how much less blocks have to agree, for the planes are coarser; 1 where they are not.
    pub(super) ease: f32,
    /// Of the blocks that both show, with structure or without: the first column and row, and those after the last.
    pub(super) shown: [usize; 4],
    /// How strongly the blocks say that it is one scene.
    pub(super) scene: f32,
}

/// Shares of blocks that agree almost exactly: of those in the upper and in the lower half of the middle of what both
/// show, where most do; of those in the upper half where fewest do but for one place; and of all.
pub(super) struct Exact {
    pub(super) upper: f32,
    throughout: f32,
    pub(super) lower: f32,
    pub(super) all: f32,
}

impl Agreement {
    pub(super) fn of(overlay: &Overlay<'_>, matrix: Matrix) -> Self {
        let target = &overlay.target.grey;
        let drawn = overlay.drawn(matrix);
        let pixels = drawn.iter().filter(|v| !v.is_nan()).count();
        let cover = pixels as f32 / overlay.target.pixels();
        if cover < MIN_COVER {
            return Self { blocks: Vec::new(), cover, pixels, ease: overlay.ease, shown: [0; 4], scene: 0.0 };
        }
        // Blocks are made of two by two cells.
        let (across, down) = (target.width.div_ceil(STRIDE), target.height.div_ceil(STRIDE));
        let mut cells = Vec::with_capacity(across * down);
        for top in (0..target.height).step_by(STRIDE) {
            cells.extend((0..target.width).step_by(STRIDE).map(|left| Sums::of_cell(target, &drawn, left, top)));
        }
        let all = cells.chunks_exact(across).map(|row| row.iter().fold(Sums::default(), Sums::and));
        let all = all.fold(Sums::default(), |sum, row| sum.and(&row));
        let (source_contrast, target_contrast) = (all.source_deviation().max(1.0), all.target_deviation().max(1.0));
        let (mut blocks, mut shown) = (Vec::new(), [usize::MAX, usize::MAX, 0, 0]);
        for row in 0..=(target.height.saturating_sub(SIDE) / STRIDE) {
            for column in 0..=(target.width.saturating_sub(SIDE) / STRIDE) {
                let cell =
                    |x: usize, y: usize| cells.get((row + y) * across + column + x).filter(|_| column + x < across);
                let sums = [cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1)].into_iter().flatten();
                let sums = sums.fold(Sums::default(), Sums::and);
                let (s, t) = (sums.source_deviation(), sums.target_deviation());
                let structured = s.max(t) > CONTRAST.1 && (s / source_contrast).max(t / target_contrast) > CONTRAST.0;
                let enough = sums.count >= SHOWN * (SIDE * SIDE) as f32;
                if enough {
                    let [left, top, right, bottom] = shown;
                    shown = [left.min(column), top.min(row), right.max(column + 1), bottom.max(row + 1)];
                }
                if enough && structured {
                    blocks.push(Block { left: column * STRIDE, top: row * STRIDE, correlation: sums.correlation() });
                }
            }
        }
        // The sum of what each says, over the root of their number, as a sum of chances grows.
        let sum: f32 = blocks.iter().map(Block::says).sum();
        let scene = sum * SCALE / (blocks.len().max(MIN_BLOCKS) as f32).sqrt();
        Self { blocks, cover, pixels, ease: overlay.ease, shown, scene }
    }

    /// How strongly the blocks say that it is one photo. Where all agrees but the middle, something else stands before
    /// one backdrop, or a person in one outfit has another head.
    pub(super) fn likeness(&self) -> f32 {
        if self.scene <= 0.0 {
            return self.scene;
        }
        let exact = self.exact();
        let (from, to) = SAME_MIDDLE;
        self.scene * ((exact.throughout / exact.all.max(LEAST_EXACT) - from) / (to - from)).clamp(0.0, 1.0)
    }

    /// How many blocks correlate at least that much.
    pub(super) fn agreeing(&self, least: f32) -> usize {
        self.blocks.iter().filter(|b| b.correlation >= least).count()
    }

    /// Where blocks agree almost exactly.
    pub(super) fn exact(&self) -> Exact {
        let [left, top, right, bottom] = self.shown.map(|v| v as f32);
        let (wide, high) = ((right - left).max(1.0), (bottom - top).max(1.0));
        let share = |x: Range<f32>, y: Range<f32>| {
            let (mut agreeing, mut blocks) = (0.0_f32, 0.0_f32);
            for block in &self.blocks {
                let across = ((block.left / STRIDE) as f32 + 0.5 - left) / wide;
                let down = ((block.top / STRIDE) as f32 + 0.5 - top) / high;
                if x.contains(&across) && y.contains(&down) {
                    blocks += 1.0;
                    agreeing += if 1.0 - block.correlation <= ALMOST * self.ease { 1.0 } else { 0.0 };
                }
            }
            agreeing / blocks.max(FEW)
        };
        let shares = |y: Range<f32>| {
            let mut shares = WINDOWS.map(|x| share(x..x + WINDOW, y.clone()));
            shares.sort_by(f32::total_cmp);
            shares
        };
        let [_, throughout, .., upper] = shares(UPPER);
        let [.., lower] = shares(UPPER.end..1.0);
        Exact { upper, throughout, lower, all: share(0.0..1.0, 0.0..1.0) }
    }

    /// The pixels of the target in blocks that correlate at least `least` and are among the best `share`.
    pub(super) fn best(&self, overlay: &Overlay<'_>, least: f32, share: f32) -> Vec<bool> {
        let mut sorted: Vec<f32> = self.blocks.iter().map(|b| b.correlation).collect();
        sorted.sort_by(f32::total_cmp);
        let from = (sorted.len() as f32 * (1.0 - share)) as usize;
        let least = sorted.get(from).copied().unwrap_or(1.0).max(least);
        Self::pixels_of(overlay, self.blocks.iter().filter(|b| b.correlation >= least))
    }

    /// The pixels of the target in these blocks.
    pub(super) fn pixels_of<'a>(overlay: &Overlay<'_>, blocks: impl Iterator<Item = &'a Block>) -> Vec<bool> {
        let target = &overlay.target.grey;
        let mut keep = vec![false; target.values.len()];
        for block in blocks {
            for y in block.top..(block.top + SIDE).min(target.height) {
                keep[y * target.width + block.left..][..SIDE.min(target.width - block.left)].fill(true);
            }
        }
        keep
    }
}

/// Of pixels that both show: how many, the means of both, and sums about the means.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    count: f32,
    source_mean: f32,
    target_mean: f32,
    source: f32,
    target: f32,
    both: f32,
}

impl Sums {
    /// Of a cell of the target, `STRIDE` pixels wide and high.
    fn of_cell(target: &Grey, drawn: &[f32], left: usize, top: usize) -> Self {
        let (mut s, mut t, mut seen) = ([0.0_f32; CELL], [0.0_f32; CELL], [0.0_f32; CELL]);
        let wide = STRIDE.min(target.width - left);
        for row in 0..STRIDE.min(target.height - top) {
            let at = (top + row) * target.width + left;
            s[row * STRIDE..][..wide].copy_from_slice(&drawn[at..][..wide]);
            t[row * STRIDE..][..wide].copy_from_slice(&target.values[at..][..wide]);
            seen[row * STRIDE..][..wide].fill(1.0);
        }
        let (mut count, mut s_sum, mut t_sum) = (0.0, 0.0, 0.0);
        for i in 0..CELL {
            let shown = VISIBLE.contains(&s[i]) && VISIBLE.contains(&t[i]);
            if !shown {
                (s[i], t[i], seen[i]) = (0.0, 0.0, 0.0);
            }
            count += seen[i];
            s_sum += s[i];
            t_sum += t[i];
        }
        let (source_mean, target_mean) = (s_sum / count.max(1.0), t_sum / count.max(1.0));
        let mut sums = Self { count, source_mean, target_mean, ..Self::default() };
        for i in 0..CELL {
            let (s, t) = ((s[i] - source_mean) * seen[i], (t[i] - target_mean) * seen[i]);
            sums.source += s * s;
            sums.target += t * t;
            sums.both += s * t;
        }
        sums
    }

    /// Both together (Chan, Golub and `LeVeque` 1979).
    fn and(self, other: &Self) -> Self {
        let count = self.count + other.count;
        let share = other.count / count.max(1.0);
        let (s, t) = (other.source_mean - self.source_mean, other.target_mean - self.target_mean);
        let weight = self.count * share;
        Self {
            count,
            source_mean: self.source_mean + s * share,
            target_mean: self.target_mean + t * share,
            source: self.source + other.source + s * s * weight,
            target: self.target + other.target + t * t * weight,
            both: self.both + other.both + s * t * weight,
        }
    }

    fn source_deviation(&self) -> f32 {
        (self.source / self.count.max(1.0)).sqrt()
    }

    fn target_deviation(&self) -> f32 {
        (self.target / self.count.max(1.0)).sqrt()
    }

    fn correlation(&self) -> f32 {
        self.both / (self.source * self.target).sqrt().max(1e-3)
    }
}
