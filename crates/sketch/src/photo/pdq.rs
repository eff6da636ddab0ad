//! The arithmetic of PDQ: luma, a tent filter, 64 × 64 samples, a cosine transform, and which of its 16 × 16 lowest
//! frequencies lie above their median.
//!
//! Every sum runs in the order of the reference implementation, in 32-bit floats as there, so that rounding agrees.

use std::sync::LazyLock;

/// Samples a side, before the transform.
const SAMPLES: usize = 64;
/// Frequencies a side, after it.
const FREQUENCIES: usize = 16;
/// Longer sides are first averaged down in whole blocks, so that memory is bounded by 2 × 16 MB whatever the image.
const MAX_SIDE: usize = 2048;

type Samples = [[f32; SAMPLES]; SAMPLES];
type Frequencies = [[f32; FREQUENCIES]; FREQUENCIES];

/// The hash and the quality of an image of at least one pixel; `pixels` holds `width * height` times RGBA.
pub(super) fn hash(pixels: &[u8], width: usize, height: usize) -> ([u8; 32], u8) {
    let mut image = Luma::of(pixels, width, height);
    image.blur();
    let samples = image.blurred_samples();
    (bits(&transform(&samples)), quality(&samples))
}

/// Grey values, row by row.
struct Luma {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Luma {
    fn of(pixels: &[u8], width: usize, height: usize) -> Self {
        let (across, down) = (width.div_ceil(MAX_SIDE), height.div_ceil(MAX_SIDE));
        let (pixels, _) = pixels.as_chunks::<4>();
        if across == 1 && down == 1 {
            let mut values = vec![0.0; width * height];
            if pixels.iter().fold(255, |alpha, rgba| alpha & rgba[3]) == 255 {
                values.iter_mut().zip(pixels).for_each(|(value, rgba)| *value = opaque_luma(*rgba));
            } else {
                values.iter_mut().zip(pixels).for_each(|(value, rgba)| *value = luma(*rgba));
            }
            return Self { width, height, values };
        }
        let lumas = |row: usize| pixels[row * width..(row + 1) * width].iter().map(|rgba| luma(*rgba));
        let (small_width, small_height) = (width.div_ceil(across), height.div_ceil(down));
        let mut values = Vec::with_capacity(small_width * small_height);
        for top in (0..height).step_by(down) {
            let rows = top..height.min(top + down);
            let mut sums = vec![0.0_f32; small_width];
            for row in rows.clone() {
                for (x, value) in lumas(row).enumerate() {
                    sums[x / across] += value;
                }
            }
            for (block, sum) in sums.iter().enumerate() {
                let columns = width.min((block + 1) * across) - block * across;
                values.push(sum / (columns * rows.len()) as f32);
            }
        }
        Self { width: small_width, height: small_height, values }
    }

    /// A pass of a box filter in each direction; two are a tent.
    fn blur(&mut self) {
        let mut other = vec![0.0; self.values.len()];
        for (from, to) in self.values.chunks_exact(self.width).zip(other.chunks_exact_mut(self.width)) {
            box_along_row(from, to, window(self.width));
        }
        box_along_columns(&other, &mut self.values, self.width, window(self.height));
    }

    /// The values at the centres of a grid of 64 × 64 after one more pass: of each row only what these need.
    fn blurred_samples(&self) -> Samples {
        let centre = |i: usize, side: usize| (2 * i + 1) * side / (2 * SAMPLES);
        let columns: [usize; SAMPLES] = std::array::from_fn(|j| centre(j, self.width));
        let (mut row, mut narrow) = (vec![0.0; self.width], vec![0.0; SAMPLES * self.height]);
        for (from, to) in self.values.chunks_exact(self.width).zip(narrow.chunks_exact_mut(SAMPLES)) {
            box_along_row(from, &mut row, window(self.width));
            to.iter_mut().zip(columns).for_each(|(value, column)| *value = row[column]);
        }
        let mut blurred = vec![0.0; narrow.len()];
        box_along_columns(&narrow, &mut blurred, SAMPLES, window(self.height));
        std::array::from_fn(|i| {
            let start = centre(i, self.height) * SAMPLES;
            std::array::from_fn(|j| blurred[start + j])
        })
    }
}

/// Luma of one pixel that nothing shines through. Taken apart as one number, so that a processor can do four at once.
fn opaque_luma(rgba: [u8; 4]) -> f32 {
    let pixel = u32::from_le_bytes(rgba).cast_signed();
    let [red, green, blue] = [0, 8, 16].map(|at| (pixel >> at & 255) as f32);
    0.299 * red + 0.587 * green + 0.114 * blue
}

/// Luma of one pixel over white, by the weights of ITU-R BT.601.
fn luma(rgba: [u8; 4]) -> f32 {
    let alpha = u32::from(rgba[3]);
    let over_white = |c: u8| match alpha {
        255 => f32::from(c),
        _ => ((u32::from(c) * alpha + 255 * (255 - alpha) + 127) / 255) as f32,
    };
    0.299 * over_white(rgba[0]) + 0.587 * over_white(rgba[1]) + 0.114 * over_white(rgba[2])
}

/// Half a block of the 64 × 64 grid, since the filter passes twice.
const fn window(side: usize) -> usize {
    side.div_ceil(2 * SAMPLES)
}

/// A running mean over `window` values around each; fewer at the ends.
fn box_along_row(from: &[f32], to: &mut [f32], window: usize) {
    let ahead = window / 2;
    let mut sum = 0.0;
    let mut count = 0.0;
    for value in &from[..ahead] {
        sum += value;
        count += 1.0;
    }
    let mut step = |entering: Option<&f32>, leaving: Option<&f32>, out: &mut f32| {
        if let Some(entering) = entering {
            sum += entering;
            count += 1.0;
        }
        if let Some(leaving) = leaving {
            sum -= leaving;
            count -= 1.0;
        }
        *out = sum / count;
    };
    // The ends apart, so that nothing is asked of each value in between.
    let (first, rest) = to.split_at_mut((window - ahead).min(to.len()));
    let mut entering = from[ahead..].iter();
    for out in first {
        step(entering.next(), None, out);
    }
    let (middle, last) = rest.split_at_mut(entering.len().min(rest.len()));
    let mut leaving = from.iter();
    for ((out, entering), leaving) in middle.iter_mut().zip(entering).zip(&mut leaving) {
        step(Some(entering), Some(leaving), out);
    }
    for out in last {
        step(None, leaving.next(), out);
    }
}

/// The same down every column, all columns side by side so that memory is read in its order.
fn box_along_columns(from: &[f32], to: &mut [f32], width: usize, window: usize) {
    let ahead = window / 2;
    let row = |i: usize| from.get(i * width..(i + 1) * width);
    let mut sums = vec![0.0_f32; width];
    let mut count = 0.0;
    for i in 0..ahead {
        sums.iter_mut().zip(row(i).unwrap_or_default()).for_each(|(sum, value)| *sum += value);
        count += 1.0;
    }
    for (i, out) in to.chunks_exact_mut(width).enumerate() {
        if let Some(entering) = row(i + ahead) {
            sums.iter_mut().zip(entering).for_each(|(sum, value)| *sum += value);
            count += 1.0;
        }
        if let Some(leaving) = (i + ahead).checked_sub(window).and_then(row) {
            sums.iter_mut().zip(leaving).for_each(|(sum, value)| *sum -= value);
            count -= 1.0;
        }
        out.iter_mut().zip(&sums).for_each(|(out, sum)| *out = sum / count);
    }
}

/// How much the samples differ from their neighbours, counting only steps of a hundredth and more.
fn quality(samples: &Samples) -> u8 {
    // The cast drops what is below a hundredth, on purpose.
    let step = |a: f32, b: f32| (((a - b) * 100.0) / 255.0) as i32;
    let mut steps = 0;
    for rows in samples.windows(2) {
        steps += rows[0].iter().zip(&rows[1]).map(|(a, b)| step(*a, *b).abs()).sum::<i32>();
    }
    for row in samples {
        steps += row.windows(2).map(|pair| step(pair[0], pair[1]).abs()).sum::<i32>();
    }
    (steps / 90).min(100) as u8
}

/// Rows 1 to 16 of the 64-point cosine transform (row 0, the mean, is left out).
static COSINES: LazyLock<[[f32; SAMPLES]; FREQUENCIES]> = LazyLock::new(|| {
    let scale = (2.0 / SAMPLES as f64).sqrt() as f32;
    let step = std::f64::consts::PI / 2.0 / SAMPLES as f64;
    let mut rows = [[0.0; SAMPLES]; FREQUENCIES];
    for (i, row) in rows.iter_mut().enumerate() {
        for (j, cosine) in row.iter_mut().enumerate() {
            *cosine = (f64::from(scale) * libm::cos(step * (i + 1) as f64 * (2 * j + 1) as f64)) as f32;
        }
    }
    rows
});

/// The lowest frequencies in both directions.
fn transform(samples: &Samples) -> Frequencies {
    let mut half = [[0.0_f32; SAMPLES]; FREQUENCIES];
    for (row, cosines) in half.iter_mut().zip(COSINES.iter()) {
        for (cosine, line) in cosines.iter().zip(samples) {
            row.iter_mut().zip(line).for_each(|(sum, sample)| *sum += cosine * sample);
        }
    }
    let mut frequencies = [[0.0_f32; FREQUENCIES]; FREQUENCIES];
    for (row, line) in frequencies.iter_mut().zip(&half) {
        for (sum, cosines) in row.iter_mut().zip(COSINES.iter()) {
            for (value, cosine) in line.iter().zip(cosines) {
                *sum += value * cosine;
            }
        }
    }
    frequencies
}

/// One bit a frequency, above the (lower) median or not; the first frequency is the last bit.
fn bits(frequencies: &Frequencies) -> [u8; 32] {
    let mut sorted = *frequencies.as_flattened().first_chunk::<256>().unwrap_or(&[0.0; 256]);
    sorted.sort_unstable_by(f32::total_cmp);
    let median = sorted[127];
    let mut bytes = [0; 32];
    for (k, value) in frequencies.as_flattened().iter().enumerate() {
        if *value > median {
            bytes[31 - k / 8] |= 1 << (k % 8);
        }
    }
    bytes
}
