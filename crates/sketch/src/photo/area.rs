//! The connected area in which two photos agree, for when the rest was replaced.
//!
//! With another background behind the person, most blocks of the whole disagree, so that their sum says nothing. But
//! those that agree lie together. Two photos from one studio have such areas too: the backdrop, an outfit, the outline of
//! a head. Those are poor in detail, or they are not what stands in the middle, or the rest agrees as well, only not quite.
//! So an area counts by what its blocks say, when they have detail; by how much of the upper and of the lower middle of
//! the picture agrees almost exactly; by how much of the picture both show; and by how much of all does not agree.
//! Nothing here knows a person from a wall: it is whole-image structure as everywhere else.

use super::{
    agree::{Agreement, STRIDE},
    align::Overlay,
};

/// One minus the correlation from which on a block belongs to the area.
const AGREES: f32 = 0.1;
/// One minus the correlation at which a block of it says nothing.
const NEUTRAL: f32 = 0.04;
/// Detail that such a block must have: grey values by which it deviates from its surroundings.
const DETAIL: f32 = 2.0;
/// A block with this many neighbours of eight in the area lies in it, whatever it says.
const ENCLOSED: usize = 5;
/// Share of the picture that both show: below the first an area says nothing, for it may be an outfit, from the second
/// on all that it says.
const SHOWN: (f32, f32) = (0.3, 0.7);
/// Fewer blocks count as this many.
const MIN_BLOCKS: usize = 16;
/// Times this, areas of strangers stay as far below what a match needs as the whole does.
const SCALE: f32 = 2.05;
/// More of all that does not agree says no more.
const REST: f32 = 0.7;
/// Blocks of a row or a column, with a margin on both sides.
const CELLS: usize = 24;

/// Which block stands where.
struct Grid([[Option<usize>; CELLS]; CELLS]);

impl Grid {
    fn of(agreement: &Agreement) -> Self {
        let mut cells = [[None; CELLS]; CELLS];
        for (at, block) in agreement.blocks.iter().enumerate() {
            cells[block.top / STRIDE + 1][block.left / STRIDE + 1] = Some(at);
        }
        Self(cells)
    }

    /// The blocks around one.
    fn around(&self, agreement: &Agreement, at: usize) -> impl Iterator<Item = usize> {
        let block = &agreement.blocks[at];
        let (row, column) = (block.top / STRIDE, block.left / STRIDE);
        (0..9).filter(|k| *k != 4).filter_map(move |k| self.0[row + k / 3][column + k % 3])
    }
}

/// The blocks of each connected area of those that `belongs` names.
fn areas(agreement: &Agreement, grid: &Grid, belongs: &dyn Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let mut seen = vec![false; agreement.blocks.len()];
    let mut found = Vec::new();
    for at in 0..seen.len() {
        if seen[at] || !belongs(at) {
            continue;
        }
        seen[at] = true;
        let mut area = vec![at];
        let mut next = 0;
        while let Some(block) = area.get(next).copied() {
            next += 1;
            for other in grid.around(agreement, block) {
                if !seen[other] && belongs(other) {
                    seen[other] = true;
                    area.push(other);
                }
            }
        }
        found.push(area);
    }
    found
}

/// How strongly the best area says that it is one photo, on the scale of [`Agreement::likeness`].
pub(super) fn likeness(agreement: &Agreement, overlay: &Overlay<'_>) -> f32 {
    let grid = Grid::of(agreement);
    let agrees = |at: usize| {
        let block = &agreement.blocks[at];
        1.0 - block.correlation <= AGREES * agreement.ease && overlay.detail(block.left, block.top) >= DETAIL
    };
    let mut best = f32::MIN;
    for area in areas(agreement, &grid, &agrees) {
        let mut inside = vec![false; agreement.blocks.len()];
        for at in &area {
            inside[*at] = true;
        }
        let enclosed =
            |at: &usize| inside[*at] || grid.around(agreement, *at).filter(|k| inside[*k]).count() >= ENCLOSED;
        let (mut count, mut sum) = (0, 0.0);
        for at in (0..inside.len()).filter(enclosed) {
            count += 1;
            sum += agreement.blocks[at].nearer(NEUTRAL * agreement.ease);
        }
        best = best.max(sum * SCALE / (count.max(MIN_BLOCKS) as f32).sqrt());
    }
    if best <= 0.0 {
        return best;
    }
    let exact = agreement.exact();
    let (from, to) = SHOWN;
    let shown = ((agreement.cover - from) / (to - from)).clamp(0.0, 1.0);
    best * exact.upper * exact.lower * shown * (1.0 - exact.all).min(REST)
}

/// The pixels of the target in the area that agrees most, of blocks that correlate at least `least`.
pub(super) fn largest(agreement: &Agreement, overlay: &Overlay<'_>, least: f32) -> Vec<bool> {
    let beyond = |at: usize| agreement.blocks[at].correlation - least;
    let all = areas(agreement, &Grid::of(agreement), &|at| beyond(at) >= 0.0);
    let sum = |area: &Vec<usize>| area.iter().map(|at| beyond(*at)).sum::<f32>();
    let largest = all.into_iter().max_by(|a, b| sum(a).total_cmp(&sum(b))).unwrap_or_default();
    Agreement::pixels_of(overlay, largest.into_iter().map(|at| &agreement.blocks[at]))
}
