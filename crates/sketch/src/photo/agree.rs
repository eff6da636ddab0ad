//! How two planes agree, block by block, and how much that says.
//!
//! Each block of the overlap that has structure is correlated. A block that agrees almost exactly is rare between
//! photos of different people even before one backdrop in one pose; one that does not agree says little, for text, a
//! logo or another background may lie over it. So each block adds the logarithm of how much nearer to 1 its correlation
//! is than strangers' best, bounded on both sides, and the sum over the root of their number decides. The bounds were chosen on generated portraits
//! before one backdrop; the bench measures the sum on others.

use super::align::{Matrix, Overlay};

/// Side of a block, in pixels of the target.
pub(super) const SIDE: usize = 8;
/// Blocks overlap by half.
pub(super) const STRIDE: usize = SIDE / 2;
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
        let all = Sums::of(drawn.iter().copied().zip(target.values.iter().copied()));
        let pixels = drawn.iter().filter(|v| !v.is_nan()).count();
        let cover = pixels as f32 / overlay.target.pixels();
        if cover < MIN_COVER {
            return Self { blocks: Vec::new(), cover, pixels, rows: 0 };
        }
        let (source_contrast, target_contrast) = (all.source_deviation().max(1.0), all.target_deviation().max(1.0));
        let (mut blocks, mut rows) = (Vec::new(), 0);
        for top in (0..=target.height.saturating_sub(SIDE)).step_by(STRIDE) {
            let mut shown = false;
            for left in (0..=target.width.saturating_sub(SIDE)).step_by(STRIDE) {
                let pixels = (top..(top + SIDE).min(target.height))
                    .flat_map(|y| (left..(left + SIDE).min(target.width)).map(move |x| y * target.width + x));
                let sums = Sums::of(pixels.map(|at| (drawn[at], target.values[at])));
                let (s, t) = (sums.source_deviation(), sums.target_deviation());
                let structured = s.max(t) > CONTRAST.1 && (s / source_contrast).max(t / target_contrast) > CONTRAST.0;
                let enough = sums.count >= SHOWN * (SIDE * SIDE) as f32;
                shown |= enough;
                if enough && structured {
                    blocks.push(Block { left, top, correlation: sums.correlation() });
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

/// Sums over pixels that both show.
struct Sums {
    count: f32,
    source: f32,
    target: f32,
    both: f32,
}

impl Sums {
    /// `both` and the squares are about the means.
    fn of(pixels: impl Iterator<Item = (f32, f32)> + Clone) -> Self {
        let shown = pixels.filter(|(s, t)| VISIBLE.contains(s) && VISIBLE.contains(t));
        let (mut count, mut s_mean, mut t_mean) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (s, t) in shown.clone() {
            count += 1.0;
            s_mean += s;
            t_mean += t;
        }
        let divisor = count.max(1.0);
        let (s_mean, t_mean) = (s_mean / divisor, t_mean / divisor);
        let mut sums = Self { count, source: 0.0, target: 0.0, both: 0.0 };
        for (s, t) in shown {
            let (s, t) = (s - s_mean, t - t_mean);
            sums.source += s * s;
            sums.target += t * t;
            sums.both += s * t;
        }
        sums
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
