//! The small grey plane of a sketch, as it is stored: cosines of 8 × 8 pixels, rounded and range coded.
//!
//! As in JPEG (ITU-T T.81), with two differences. How finely a square is rounded goes by its own contrast: photos are
//! compared square by square whatever the contrast, so faint structure is to be kept about as well as strong structure.
//! And all is rounded as finely as fits into the bytes that there are: smooth photos are kept finer than detailed ones.

use std::sync::LazyLock;

use super::{
    grey::Grey,
    range::{Chance, Coder, Reader, Writer},
};

/// Side of a square.
const SIDE: usize = 8;
const PIXELS: usize = SIDE * SIDE;
/// Steps of the fineness: each rounds coarser by an eighth of an octave, from a half on.
const STEPS: u8 = 64;
/// The step that most portraits end near.
const USUAL_STEP: u8 = 18;
/// Levels beyond this are cut.
const MOST: i32 = 255;
const MOST_MEAN: i32 = 4095;
/// Classes of contrast: each twice the deviation of the one before, from this on.
const CLASSES: u8 = 8;
const FAINTEST: f32 = 3.0;
/// By how much the rounding grows with each class: the root of 2 to the power of this quarter.
const BY_CLASS: f32 = 1.5;
/// What is nearer to nothing than this is left out; of a step.
const ROUNDED: f32 = 0.4;

/// Where the cosines are kept, the coarsest first: row and column by turns along the diagonals.
const ORDER: [u8; PIXELS] = {
    let (mut order, mut nth, mut diagonal) = ([0; PIXELS], 0, 0);
    while diagonal < 2 * SIDE - 1 {
        let mut along = 0;
        while along <= diagonal {
            let (row, column) = if diagonal % 2 == 0 { (diagonal - along, along) } else { (along, diagonal - along) };
            if row < SIDE && column < SIDE {
                order[nth] = (row * SIDE + column) as u8;
                nth += 1;
            }
            along += 1;
        }
        diagonal += 1;
    }
    order
};

/// A place that no cosine has: what stands there is nothing.
const NOWHERE: u8 = PIXELS as u8;

/// What is known of each place before its cosine is read: the places to the left, above, and left of above, and its band.
const KNOWN: [([u8; 3], u8); PIXELS] = {
    let mut known = [([NOWHERE; 3], 0); PIXELS];
    let mut at = 1;
    while at < PIXELS {
        let (row, column) = (at / SIDE, at % SIDE);
        // The mean, at 0, tells nothing of the others.
        if column > 0 && at > 1 {
            known[at].0[0] = (at - 1) as u8;
        }
        if row > 0 && at > SIDE {
            known[at].0[1] = (at - SIDE) as u8;
        }
        if row > 0 && column > 0 && at > SIDE + 1 {
            known[at].0[2] = (at - SIDE - 1) as u8;
        }
        known[at].1 = match row + column {
            0 | 1 => 0,
            2 => 1,
            3 => 2,
            4 | 5 => 3,
            _ => 4,
        };
        at += 1;
    }
    known
};

/// Classes of what stands around a cosine, up to the sum from which on all are one.
const AROUND: [u8; 14] = [0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5];

/// The cosines: `[frequency][place]`, orthonormal.
static COSINES: LazyLock<[[f32; SIDE]; SIDE]> = LazyLock::new(|| {
    std::array::from_fn(|frequency| {
        let norm = if frequency == 0 { (1.0 / SIDE as f32).sqrt() } else { (2.0 / SIDE as f32).sqrt() };
        std::array::from_fn(|place| {
            let angle = (2 * place + 1) as f32 * frequency as f32 * (std::f32::consts::PI / (2 * SIDE) as f32);
            norm * libm::cosf(angle)
        })
    })
});

type Square = [f32; PIXELS];

/// Cosines of pixels.
fn forward(pixels: &Square) -> Square {
    let cosines = &*COSINES;
    let (mut half, mut out) = ([0.0; PIXELS], [0.0; PIXELS]);
    for row in 0..SIDE {
        for frequency in 0..SIDE {
            let mut sum = 0.0;
            for place in 0..SIDE {
                sum += pixels[row * SIDE + place] * cosines[frequency][place];
            }
            half[row * SIDE + frequency] = sum;
        }
    }
    for frequency in 0..SIDE {
        for row in 0..SIDE {
            for column in 0..SIDE {
                out[frequency * SIDE + column] += half[row * SIDE + column] * cosines[frequency][row];
            }
        }
    }
    out
}

/// Pixels of cosines.
fn backward(values: &Square) -> Square {
    let cosines = &*COSINES;
    let (mut half, mut out) = ([0.0; PIXELS], [0.0; PIXELS]);
    for frequency in 0..SIDE {
        for row in 0..SIDE {
            for column in 0..SIDE {
                half[row * SIDE + column] += values[frequency * SIDE + column] * cosines[frequency][row];
            }
        }
    }
    for row in 0..SIDE {
        for frequency in 0..SIDE {
            for place in 0..SIDE {
                out[row * SIDE + place] += half[row * SIDE + frequency] * cosines[frequency][place];
            }
        }
    }
    out
}

/// What is kept of a square: its class of contrast, and the rounded cosines by row and column; after them, nothing.
#[derive(Clone)]
struct Kept {
    class: i32,
    levels: [i32; PIXELS + 1],
}

impl Kept {
    /// Rounds the cosines of a square.
    fn of(values: &Square, step: u8) -> Self {
        let squares: f32 = values[1..].iter().map(|v| v * v).sum();
        let deviation = (squares / PIXELS as f32).sqrt();
        let (mut class, mut least) = (0, FAINTEST * 2.0);
        while class < i32::from(CLASSES) - 1 && deviation >= least {
            (class, least) = (class + 1, least * 2.0);
        }
        let per = 1.0 / unit(step, class);
        let rounded = |v: f32| (if v < 0.0 { v * per - ROUNDED } else { v * per + ROUNDED }) as i32;
        let mut levels = [0; PIXELS + 1];
        levels.iter_mut().zip(values).for_each(|(level, value)| *level = rounded(*value).clamp(-MOST, MOST));
        levels[0] = ((values[0] / unit(step, 0) + 0.5) as i32).clamp(0, MOST_MEAN);
        Self { class, levels }
    }

    fn values(&self, step: u8) -> Square {
        let unit_here = unit(step, self.class);
        let mut values: Square = std::array::from_fn(|i| self.levels[i] as f32 * unit_here);
        values[0] = self.levels[0] as f32 * unit(step, 0);
        values
    }
}

/// What one unit of a square's levels is.
fn unit(step: u8, class: i32) -> f32 {
    0.5 * libm::exp2f((f32::from(step) + BY_CLASS * class as f32) / 8.0)
}

/// Sizes told apart by their chances.
const SIZES: usize = 12;

/// Learnt chances of all that is coded.
struct Model {
    class: [[Chance; SIZES]; CLASSES as usize],
    last: [[Chance; PIXELS]; CLASSES as usize],
    /// By how coarse the cosine is, by its neighbours' sizes, by how large it is.
    size: [[[Chance; SIZES]; 6]; 5],
    mean: [Chance; SIZES],
}

/// A size by ones, where it is known to be `least` at least: a bit for each, until the first 0.
#[inline]
fn size(coder: &mut impl Coder, chances: &mut [Chance; SIZES], size: i32, (least, most): (i32, i32)) -> i32 {
    let mut at = least;
    while at < most && coder.bit(&mut chances[(at as usize).min(SIZES - 1)], size > at) {
        at += 1;
    }
    at
}

/// A place in [`ORDER`], bit by bit, the highest first.
fn place(coder: &mut impl Coder, chances: &mut [Chance; PIXELS], place: usize) -> usize {
    let mut at = 1;
    for bit in (0..6).rev() {
        at = at * 2 + usize::from(coder.bit(&mut chances[at], place >> bit & 1 == 1));
    }
    at - PIXELS
}

/// Writes the squares, `across` in a row, or reads them into what is given.
fn code(coder: &mut impl Coder, squares: &mut [Kept], across: usize) {
    let mut model = Model {
        class: [[Chance::NEW; SIZES]; CLASSES as usize],
        last: [[Chance::NEW; PIXELS]; CLASSES as usize],
        size: [[[Chance::NEW; SIZES]; 6]; 5],
        mean: [Chance::NEW; SIZES],
    };
    let nothing = Kept { class: 0, levels: [0; PIXELS + 1] };
    for at in 0..squares.len() {
        let (behind, rest) = squares.split_at_mut(at);
        let Some(kept) = rest.first_mut() else { return };
        let left = if at % across > 0 { behind.last() } else { None };
        let above = at.checked_sub(across).and_then(|at| behind.get(at));
        let (left, above) = (left.or(above).unwrap_or(&nothing), above.or(left).unwrap_or(&nothing));

        let class = size(
            coder,
            &mut model.class[left.class.midpoint(above.class) as usize],
            kept.class,
            (0, i32::from(CLASSES) - 1),
        );
        kept.class = class;

        let expected = left.levels[0].midpoint(above.levels[0]);
        let off = kept.levels[0] - expected;
        let far = size(coder, &mut model.mean, off.abs(), (0, MOST_MEAN));
        let below = far > 0 && coder.even(off < 0);
        kept.levels[0] = (if below { expected - far } else { expected + far }).clamp(0, MOST_MEAN);

        let last = ORDER.iter().rposition(|i| *i > 0 && kept.levels[usize::from(*i)] != 0).unwrap_or(0);
        let last = place(coder, &mut model.last[kept.class as usize], last);
        for (nth, i) in ORDER.iter().enumerate().take(last + 1).skip(1) {
            let i = usize::from(*i);
            let (before, band) = &KNOWN[i];
            let [beside, over, corner] = before.map(|i| kept.levels[usize::from(i)].abs());
            let around = 2 * (beside + over) + corner + left.levels[i].abs() + above.levels[i].abs();
            let around = AROUND[(around as usize).min(AROUND.len() - 1)];
            let chances = &mut model.size[usize::from(*band)][usize::from(around)];
            let level = kept.levels[i];
            // The last is not 0.
            let far = size(coder, chances, level.abs(), (i32::from(nth == last), MOST));
            let below = far > 0 && coder.even(level < 0);
            kept.levels[i] = if below { -far } else { far };
        }
        for i in &ORDER[last + 1..] {
            kept.levels[usize::from(*i)] = 0;
        }
    }
}

/// The plane in at most `most` bytes, as finely as fits: the fineness, then what is coded.
pub(super) fn encode(plane: &Grey, most: usize) -> Vec<u8> {
    let across = plane.width.div_ceil(SIDE);
    let mut values: Vec<Square> = Vec::with_capacity(count(plane.width, plane.height));
    for top in (0..plane.height).step_by(SIDE) {
        for left in (0..plane.width).step_by(SIDE) {
            values.push(forward(&std::array::from_fn(|i| {
                // What a square lacks at the right and the bottom is continued.
                let (x, y) = ((left + i % SIDE).min(plane.width - 1), (top + i / SIDE).min(plane.height - 1));
                plane.at(x, y)
            })));
        }
    }
    let written = |step: u8| {
        let mut kept: Vec<Kept> = values.iter().map(|v| Kept::of(v, step)).collect();
        let mut writer = Writer::new();
        code(&mut writer, &mut kept, across);
        let mut bytes = vec![step];
        bytes.extend(writer.finish());
        bytes
    };
    // The finest that fits; coarser takes fewer bytes. Most photos are near the middle, so what is near it is tried first.
    let (mut low, mut high, mut stride) = (0, STEPS, 4);
    let mut best = Vec::new();
    let mut step = USUAL_STEP;
    while low < high {
        let bytes = written(step);
        let fits = bytes.len() <= most;
        if fits {
            (best, high) = (bytes, step);
        } else {
            low = step + 1;
        }
        step = if low > 0 && high < STEPS {
            low.midpoint(high)
        } else if fits {
            high.saturating_sub(stride)
        } else {
            low.saturating_add(stride).min(STEPS - 1)
        };
        stride = stride.saturating_mul(2);
    }
    if best.is_empty() { vec![STEPS - 1] } else { best }
}

/// The plane of this size. Any bytes are one; what they lack is read as zeros.
pub(super) fn decode(bytes: &[u8], width: usize, height: usize) -> Grey {
    let mut plane = Grey::new(width, height, 0.0);
    let (step, rest) = bytes.split_first().map_or((0, bytes), |(step, rest)| (*step, rest));
    let across = width.div_ceil(SIDE);
    let mut kept = vec![Kept { class: 0, levels: [0; PIXELS + 1] }; count(width, height)];
    code(&mut Reader::new(rest), &mut kept, across);
    for (at, square) in kept.iter().enumerate() {
        let pixels = backward(&square.values(step.min(STEPS)));
        let (left, top) = (at % across * SIDE, at / across * SIDE);
        for (row, values) in pixels.chunks_exact(SIDE).enumerate().take(height - top) {
            let wide = SIDE.min(width - left);
            let into = &mut plane.values[(top + row) * width + left..][..wide];
            for (pixel, value) in into.iter_mut().zip(values) {
                *pixel = value.clamp(0.0, 255.0);
            }
        }
    }
    plane
}

/// Squares of a plane of this size.
fn count(width: usize, height: usize) -> usize {
    width.div_ceil(SIDE) * height.div_ceil(SIDE)
}
