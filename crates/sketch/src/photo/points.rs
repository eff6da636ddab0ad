//! Key points of a whole image: where it changes most at a scale, and a binary code of the surroundings.
//!
//! Scale space and extrema as in SIFT (Lowe 2004: differences of Gaussians, three steps an octave, edges left out),
//! upright, since photos are hardly turned. The surroundings, 4 × 4 cells × 8 directions of the gradient, become the
//! signs of 128 balanced sums. The sums come in mirror pairs: those of a mirrored image are the same with the halves
//! exchanged, so a mirrored photo is looked for without sketching it again.

use std::sync::LazyLock;

use super::grey::Grey;

/// Standard deviation of the finest scale, in pixels of the base image.
const FINEST: f32 = 1.8;
/// The base image is taken to have been smoothed by its sampling this much.
const SAMPLED: f32 = 0.5;
const STEPS: usize = 3;
const OCTAVES: usize = 4;
/// 2^(1/3).
const STEP: f32 = 1.259_921;
/// Standard deviations of an octave's images, in its own pixels.
const SIGMAS: [f32; STEPS + 3] = {
    let mut sigmas = [FINEST; STEPS + 3];
    let mut at = 1;
    while at < sigmas.len() {
        sigmas[at] = sigmas[at - 1] * STEP;
        at += 1;
    }
    sigmas
};
/// Differences below this are noise, in grey values.
const FAINT: f32 = 0.4;
/// The bound on the ratio of curvatures, (r + 1)² / r at r = 23. Lowe's 10 leaves photos without sharp corners with
/// few points.
const EDGE: f32 = 25.0;
/// By how much less a point counts at the edge of the picture than in its middle: what stands at the edge is what is cropped
/// or replaced.
const AT_EDGE: f32 = 0.6;
/// Side of a cell, in standard deviations of the point's scale.
const CELL: f32 = 1.9;
const CELLS: usize = 4;
const SAMPLES: usize = 4;
const DIRECTIONS: usize = 8;

/// One key point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left, in 255ths of the longer side.
    pub x: u8,
    /// From the top, in 255ths of the longer side.
    pub y: u8,
    /// Its scale, in thirds of an octave above the finest.
    pub scale: u8,
    /// The signs of the sums; the upper half those of the mirrored surroundings.
    pub code: u128,
}

impl Point {
    /// The point as it is in the mirrored image, `width` 255ths wide.
    #[must_use]
    pub fn mirrored(self, width: u8) -> Self {
        Self { x: width.saturating_sub(self.x), code: self.code.rotate_left(64), ..self }
    }

    /// Bytes of the stored form.
    pub const BYTES: usize = 19;

    /// The stored form.
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..3].copy_from_slice(&[self.x, self.y, self.scale]);
        bytes[3..].copy_from_slice(&self.code.to_le_bytes());
        bytes
    }

    /// From the stored form; nothing when the scale is none of ours.
    pub fn of_bytes(bytes: &[u8; Self::BYTES]) -> Option<Self> {
        let ([x, y, scale], code) = bytes.split_first_chunk::<3>()?;
        let code = u128::from_le_bytes(code.try_into().ok()?);
        (usize::from(*scale) < OCTAVES * STEPS).then_some(Self { x: *x, y: *y, scale: *scale, code })
    }
}

/// Where a photo can have points: everywhere, or inside the circle that it was cut to.
pub(super) type Inside<'a> = &'a dyn Fn(f32, f32, f32) -> bool;

/// An extremum of the scale space, in pixels of its octave's images.
struct Extremum {
    strength: f32,
    octave: usize,
    level: usize,
    x: f32,
    y: f32,
}

/// The `keep` strongest key points of an image; `inside` is asked for the place and the reach of each, in pixels.
pub(super) fn points(base: &Grey, keep: usize, inside: Inside<'_>) -> Vec<Point> {
    let mut found: Vec<Extremum> = Vec::new();
    let mut octaves: Vec<Vec<Grey>> = Vec::with_capacity(OCTAVES);
    let (width, height) = (base.width as f32, base.height as f32);
    let mut first = base.blurred((FINEST * FINEST - SAMPLED * SAMPLED).sqrt());
    for octave in 0..OCTAVES {
        if first.width.min(first.height) < 10 {
            break;
        }
        let levels = blurred_levels(first);
        let differences: Vec<Vec<f32>> =
            levels.windows(2).map(|w| w[1].values.iter().zip(&w[0].values).map(|(a, b)| a - b).collect()).collect();
        let pixel = (1 << octave) as f32;
        for (level, sigma) in SIGMAS.iter().enumerate().take(STEPS + 1).skip(1) {
            let all = extrema(&differences[level - 1..=level + 1], levels[0].width, levels[0].height);
            let within =
                all.into_iter().filter(|(_, x, y)| inside((x + 0.5) * pixel, (y + 0.5) * pixel, sigma * pixel));
            let point = |(strength, x, y): (f32, f32, f32)| {
                let strength = strength * weight((x + 0.5) * pixel / width, (y + 0.5) * pixel / height);
                Extremum { strength, octave, level, x, y }
            };
            found.extend(within.map(point));
        }
        first = levels[STEPS].halved();
        octaves.push(levels);
    }
    found.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    found.truncate(keep);
    let unit = 255.0 / base.longer();
    let point = |&Extremum { octave, level, x, y, .. }: &Extremum| {
        let place = |v: f32| ((v + 0.5) * (1 << octave) as f32 * unit + 0.5).clamp(0.0, 255.0) as u8;
        let code = code(&surroundings(&octaves[octave][level], x, y, SIGMAS[level]));
        Point { x: place(x), y: place(y), scale: (octave * STEPS + level - 1) as u8, code }
    };
    found.iter().map(point).collect()
}

/// What a point counts at a place, in shares of the width and the height.
fn weight(x: f32, y: f32) -> f32 {
    let (x, y) = (2.0 * x - 1.0, 2.0 * y - 1.0);
    1.0 - AT_EDGE * (x * x + y * y).min(1.0)
}

/// An octave's images, each smoother than the one before by [`STEP`].
fn blurred_levels(first: Grey) -> Vec<Grey> {
    let mut levels = vec![first];
    for (before, after) in SIGMAS.iter().zip(&SIGMAS[1..]) {
        levels.push(levels[levels.len() - 1].blurred((after * after - before * before).sqrt()));
    }
    levels
}

/// Extrema of the middle one of three differences: strength and place.
fn extrema(three: &[Vec<f32>], width: usize, height: usize) -> Vec<(f32, f32, f32)> {
    let middle = &three[1];
    let mut found = Vec::new();
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            let here = y * width + x;
            let value = middle[here];
            if value.abs() < FAINT {
                continue;
            }
            let around = [here - width, here, here + width];
            let beyond = |is: fn(f32, f32) -> bool| {
                three.iter().enumerate().all(|(which, plane)| {
                    around
                        .iter()
                        .all(|&row| (row - 1..=row + 1).all(|i| (which == 1 && i == here) || is(value, plane[i])))
                })
            };
            if !(beyond(|a, b| a > b) || beyond(|a, b| a < b)) {
                continue;
            }
            let (left, right, above, below) =
                (middle[here - 1], middle[here + 1], middle[here - width], middle[here + width]);
            let (xx, yy) = (left + right - 2.0 * value, above + below - 2.0 * value);
            let xy = (middle[here + width + 1] + middle[here - width - 1]
                - middle[here - width + 1]
                - middle[here + width - 1])
                / 4.0;
            let (det, trace) = (xx * yy - xy * xy, xx + yy);
            if det <= 0.0 || trace * trace / det > EDGE {
                continue;
            }
            let (dx, dy) = ((right - left) / 2.0, (below - above) / 2.0);
            let off = |v: f32| (v / det).clamp(-0.6, 0.6);
            found.push((value.abs(), x as f32 + off(dy * xy - dx * yy), y as f32 + off(dx * xy - dy * xx)));
        }
    }
    found
}

type Surroundings = [[f32; DIRECTIONS]; CELLS * CELLS];

/// Gradients around a point by cell and direction, each shared among the nearest cells.
fn surroundings(level: &Grey, x: f32, y: f32, sigma: f32) -> Surroundings {
    const SIDE: usize = CELLS * SAMPLES;
    let step = CELL * sigma / SAMPLES as f32;
    let origin = -step * (SIDE as f32 - 1.0) / 2.0;
    let mut cells: Surroundings = [[0.0; DIRECTIONS]; CELLS * CELLS];
    for row in 0..SIDE {
        for column in 0..SIDE {
            let (u, v) = (x + origin + column as f32 * step, y + origin + row as f32 * step);
            let [gx, gy] = level.slopes(u, v);
            let half = std::f32::consts::FRAC_1_SQRT_2;
            let along = [gx, (gx + gy) * half, gy, (gy - gx) * half];
            let (across, down) =
                ((column as f32 + 0.5) / SAMPLES as f32 - 0.5, (row as f32 + 0.5) / SAMPLES as f32 - 0.5);
            for cy in 0..CELLS {
                let wy = 1.0 - (down - cy as f32).abs();
                if wy <= 0.0 {
                    continue;
                }
                for cx in 0..CELLS {
                    let weight = wy * (1.0 - (across - cx as f32).abs());
                    if weight <= 0.0 {
                        continue;
                    }
                    let cell = &mut cells[cy * CELLS + cx];
                    for (direction, value) in along.iter().enumerate() {
                        if *value > 0.0 {
                            cell[direction] += value * weight;
                        } else {
                            cell[direction + 4] -= value * weight;
                        }
                    }
                }
            }
        }
    }
    cells
}

/// What each of the first 64 sums adds (1) or takes away (-1): by direction half of the cells each, chosen by lot.
static SUMS: LazyLock<Vec<Surroundings>> = LazyLock::new(|| {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    (0..64)
        .map(|_| {
            let mut sum = [[-1.0; DIRECTIONS]; CELLS * CELLS];
            for direction in 0..DIRECTIONS {
                let mut cells: [usize; CELLS * CELLS] = std::array::from_fn(|i| i);
                for i in (1..cells.len()).rev() {
                    cells.swap(i, (next() % (i as u64 + 1)) as usize);
                }
                for cell in &cells[..CELLS * CELLS / 2] {
                    sum[*cell][direction] = 1.0;
                }
            }
            sum
        })
        .collect()
});

fn code(cells: &Surroundings) -> u128 {
    // In a mirrored image the cells of a row stand in reverse, and left is right: direction k is 4 - k.
    let mirrored: Surroundings = std::array::from_fn(|cell| {
        let source = &cells[cell / CELLS * CELLS + (CELLS - 1 - cell % CELLS)];
        std::array::from_fn(|direction| source[(DIRECTIONS + 4 - direction) % DIRECTIONS])
    });
    u128::from(signs(cells)) | u128::from(signs(&mirrored)) << 64
}

fn signs(cells: &Surroundings) -> u64 {
    const LANES: usize = 4;
    SUMS.iter().enumerate().fold(0, |bits, (at, sum)| {
        // Side by side, so that a processor can add so many at once; always in this order.
        let mut totals = [0.0_f32; LANES];
        for (values, signs) in cells.as_flattened().as_chunks().0.iter().zip(sum.as_flattened().as_chunks().0) {
            for ((total, value), sign) in totals.iter_mut().zip::<&[f32; LANES]>(values).zip::<&[f32; LANES]>(signs) {
                *total += value * sign;
            }
        }
        bits | u64::from((totals[0] + totals[1]) + (totals[2] + totals[3]) > 0.0) << at
    })
}
