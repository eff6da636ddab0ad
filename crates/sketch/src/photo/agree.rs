//! How two planes agree, block by block, and how much that says.
//!
//! Each block of the overlap that has structure is correlated. A block that agrees almost exactly is rare between
//! photos of different people even before one backdrop in one pose; one that does not agree says little, for text, a
//! logo or another background may lie over it. So each block adds the logarithm of how much nearer to 1 its correlation
//! is than strangers' best, bounded on both sides, and the sum over the root of their number decides. The bounds were chosen on generated portraits
//! before one backdrop; the bench measures the sum on others.

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
const CONTRAST: (f32, f32) = (0.12, 2.0);
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
/// Values beyond these are burnt out or lost in shadow: what was there is not to be seen.
const VISIBLE: std::ops::RangeInclusive<f32> = 3.0..=251.0;
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
    pub(super) fn says(&self) -> f32 {
        libm::logf(NEUTRAL / (1.0 - self.correlation).max(EXACT)).max(AGAINST)
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
    /// Rows of blocks that both show.
    pub(super) rows: usize,
}

impl Agreement {
    pub(super) fn of(overlay: &Overlay<'_>, matrix: Matrix) -> Self {
        let target = &overlay.target.grey;
        let drawn = overlay.drawn(matrix);
        let pixels = drawn.iter().filter(|v| !v.is_nan()).count();
        let cover = pixels as f32 / overlay.target.pixels();
        if cover < MIN_COVER {
            return Self { blocks: Vec::new(), cover, pixels, rows: 0 };
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
        let (mut blocks, mut rows) = (Vec::new(), 0);
        for row in 0..=(target.height.saturating_sub(SIDE) / STRIDE) {
            let mut shown = false;
            for column in 0..=(target.width.saturating_sub(SIDE) / STRIDE) {
                let cell =
                    |x: usize, y: usize| cells.get((row + y) * across + column + x).filter(|_| column + x < across);
                let sums = [cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1)].into_iter().flatten();
                let sums = sums.fold(Sums::default(), Sums::and);
                let (s, t) = (sums.source_deviation(), sums.target_deviation());
                let structured = s.max(t) > CONTRAST.1 && (s / source_contrast).max(t / target_contrast) > CONTRAST.0;
                let enough = sums.count >= SHOWN * (SIDE * SIDE) as f32;
                shown |= enough;
                if enough && structured {
                    blocks.push(Block { left: column * STRIDE, top: row * STRIDE, correlation: sums.correlation() });
                }
            }
            rows += usize::from(shown);
        }
        Self { blocks, cover, pixels, rows }
    }

    /// How strongly the blocks say that it is one photo: the sum of what each says, over the root of their number, as
    /// a sum of chances grows.
    pub(super) fn likeness(&self) -> f32 {
        let sum: f32 = self.blocks.iter().map(Block::says).sum();
        sum * SCALE / (self.blocks.len().max(MIN_BLOCKS) as f32).sqrt()
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
