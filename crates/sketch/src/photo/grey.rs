//! A grey image of floats, and the few operations that sketching and aligning need of one.
//!
//! Only `+ - * /`, `sqrt` and functions of `libm`, in one order, so that the same pixels give the same bits natively and in WASM.

/// What is darker than this is told apart by its difference, lest it be noise; of 255.
const SHADOW: f32 = 24.0;

/// Grey values, 0 to 255, row by row.
#[derive(Debug, Clone)]
pub(super) struct Grey {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) values: Vec<f32>,
}

impl Grey {
    pub(super) fn new(width: usize, height: usize, value: f32) -> Self {
        Self { width, height, values: vec![value; width * height] }
    }

    /// The luma of rows of red, green, blue, alpha; what is transparent lies over white.
    pub(super) fn of_rgba(pixels: &[u8], width: usize, height: usize) -> Self {
        // 77 + 150 + 29 is 256: no sum is larger than a float holds exactly. Taken apart as one number, so that a
        // processor can do four pixels at once.
        let luma = |p: &[u8; 4]| {
            let pixel = u32::from_le_bytes(*p).cast_signed();
            let [red, green, blue, alpha] = [0, 8, 16, 24].map(|at| (pixel >> at & 255) as f32);
            let colour = red * 77.0 + green * 150.0 + blue * 29.0;
            (colour * alpha + 65280.0 * (255.0 - alpha)) / 65280.0
        };
        let mut values = vec![0.0; width * height];
        values.iter_mut().zip(pixels.as_chunks::<4>().0).for_each(|(value, pixel)| *value = luma(pixel));
        Self { width, height, values }
    }

    /// The same with what is dark set as far apart as what is light: by the ratio of two values, nearly, and not by
    /// their difference. So the face of somebody with dark skin has as much structure as that of somebody with light.
    #[must_use]
    pub(super) fn toned(mut self) -> Self {
        let per = 255.0 / libm::logf(255.0 / SHADOW + 1.0);
        self.values.iter_mut().for_each(|value| *value = libm::logf(*value / SHADOW + 1.0) * per);
        self
    }

    pub(super) fn longer(&self) -> f32 {
        self.width.max(self.height) as f32
    }

    #[inline]
    pub(super) fn at(&self, x: usize, y: usize) -> f32 {
        self.values[y * self.width + x]
    }

    /// Between four pixels; `x` and `y` lie inside of the image.
    #[inline]
    pub(super) fn sample(&self, x: f32, y: f32) -> f32 {
        let (left, top) = (x as usize, y as usize);
        let (right, below) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (fx, fy) = (x - left as f32, y - top as f32);
        let upper = self.at(left, top) * (1.0 - fx) + self.at(right, top) * fx;
        let lower = self.at(left, below) * (1.0 - fx) + self.at(right, below) * fx;
        upper * (1.0 - fy) + lower * fy
    }

    #[inline]
    pub(super) fn sample_clamped(&self, x: f32, y: f32) -> f32 {
        self.sample(x.clamp(0.0, self.width as f32 - 1.0), y.clamp(0.0, self.height as f32 - 1.0))
    }

    /// How much values rise over two pixels to the right and down, between four pixels; outside of the image as at its edge.
    #[inline]
    pub(super) fn slopes(&self, x: f32, y: f32) -> [f32; 2] {
        let (x, y) = (x.clamp(0.0, self.width as f32 - 1.0), y.clamp(0.0, self.height as f32 - 1.0));
        let (left, top) = (x as usize, y as usize);
        let (fx, fy) = (x - left as f32, y - top as f32);
        // Columns and rows from the one before to two after.
        let around = |at: usize, last: usize| [at.saturating_sub(1), at, (at + 1).min(last), (at + 2).min(last)];
        let (columns, rows) = (around(left, self.width - 1), around(top, self.height - 1));
        let across = |row: usize| {
            let row = &self.values[row * self.width..][..self.width];
            let [before, here, after, beyond] = columns.map(|column| row[column]);
            [(after - before) * (1.0 - fx) + (beyond - here) * fx, here * (1.0 - fx) + after * fx]
        };
        let [above, upper, lower, below] = rows.map(across);
        [upper[0] * (1.0 - fy) + lower[0] * fy, (lower[1] - above[1]) * (1.0 - fy) + (below[1] - upper[1]) * fy]
    }

    /// Scaled so that the longer side is `side`: averaged down, or drawn between pixels up.
    pub(super) fn fit(&self, side: usize) -> Self {
        let scale = side as f32 / self.longer();
        let scaled = |length: usize| ((length as f32 * scale + 0.5) as usize).max(1);
        let (width, height) = (scaled(self.width), scaled(self.height));
        if scale < 1.0 {
            return self.shrunk_down(height).shrunk_across(width);
        }
        let mut out = Self::new(width, height, 0.0);
        let (across, down) = (self.width as f32 / width as f32, self.height as f32 / height as f32);
        for y in 0..height {
            for x in 0..width {
                out.values[y * width + x] =
                    self.sample_clamped((x as f32 + 0.5) * across - 0.5, (y as f32 + 0.5) * down - 0.5);
            }
        }
        out
    }

    /// Averaged to `height` rows.
    fn shrunk_down(&self, height: usize) -> Self {
        let mut out = Self::new(self.width, height, 0.0);
        let step = self.height as f32 / height as f32;
        for (y, sums) in out.values.chunks_exact_mut(self.width).enumerate() {
            let (from, to) = (y as f32 * step, (y + 1) as f32 * step);
            let mut total = 0.0;
            for row in from as usize..(to as usize + 1).min(self.height) {
                let weight = (to.min(row as f32 + 1.0) - from.max(row as f32)).max(0.0);
                total += weight;
                for (sum, value) in sums.iter_mut().zip(&self.values[row * self.width..][..self.width]) {
                    *sum += value * weight;
                }
            }
            for sum in sums {
                *sum /= total;
            }
        }
        out
    }

    /// Averaged to `width` columns.
    fn shrunk_across(&self, width: usize) -> Self {
        let mut out = Self::new(width, self.height, 0.0);
        let step = self.width as f32 / width as f32;
        let columns: Vec<(usize, Vec<f32>, f32)> = (0..width)
            .map(|x| {
                let (from, to) = (x as f32 * step, (x + 1) as f32 * step);
                let shared = |column: usize| (to.min(column as f32 + 1.0) - from.max(column as f32)).max(0.0);
                let weights: Vec<f32> = (from as usize..(to as usize + 1).min(self.width)).map(shared).collect();
                let total = weights.iter().fold(0.0, |total, weight| total + weight);
                (from as usize, weights, total)
            })
            .collect();
        for (row, shrunk) in self.values.chunks_exact(self.width).zip(out.values.chunks_exact_mut(width)) {
            for (value, (left, weights, total)) in shrunk.iter_mut().zip(&columns) {
                let sum = row[*left..].iter().zip(weights).fold(0.0, |sum, (value, weight)| sum + value * weight);
                *value = sum / total;
            }
        }
        out
    }

    /// Rows as columns.
    pub(super) fn turned(&self) -> Self {
        let mut out = Self::new(self.height, self.width, 0.0);
        for (y, row) in self.values.chunks_exact(self.width).enumerate() {
            for (x, value) in row.iter().enumerate() {
                out.values[x * self.height + y] = *value;
            }
        }
        out
    }

    /// Every second pixel of each second row, as the mean of four.
    pub(super) fn halved(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut out = Self::new(width, height, 0.0);
        for y in 0..height {
            for x in 0..width {
                let (right, below) = ((2 * x + 1).min(self.width - 1), (2 * y + 1).min(self.height - 1));
                let sum = self.at(2 * x, 2 * y) + self.at(right, 2 * y) + self.at(2 * x, below) + self.at(right, below);
                out.values[y * width + x] = sum * 0.25;
            }
        }
        out
    }

    pub(super) fn mirrored(&self) -> Self {
        let mut out = self.clone();
        out.values.chunks_exact_mut(self.width).for_each(<[f32]>::reverse);
        out
    }

    pub(super) fn cut(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let rows = self.values.chunks_exact(self.width).skip(top).take(height);
        Self { width, height, values: rows.flat_map(|row| row[left..left + width].iter().copied()).collect() }
    }

    /// Smoothed by a Gaussian of this standard deviation, in pixels. The border is continued.
    pub(super) fn blurred(&self, sigma: f32) -> Self {
        let reach = (3.0 * sigma) as usize + 1;
        let weight = |i: usize| libm::expf(-((i * i) as f32) / (2.0 * sigma * sigma));
        let mut kernel: Vec<f32> = (0..=reach).map(weight).collect();
        let total: f32 = kernel[0] + 2.0 * kernel[1..].iter().sum::<f32>();
        for weight in &mut kernel {
            *weight /= total;
        }
        self.blurred_across(&kernel).blurred_down(&kernel)
    }

    fn blurred_down(&self, kernel: &[f32]) -> Self {
        let mut out = Self::new(self.width, self.height, 0.0);
        let row = |y: usize| &self.values[y.min(self.height - 1) * self.width..][..self.width];
        for (y, blurred) in out.values.chunks_exact_mut(self.width).enumerate() {
            for (value, centre) in blurred.iter_mut().zip(row(y)) {
                *value = kernel[0] * centre;
            }
            for (i, weight) in kernel.iter().enumerate().skip(1) {
                for ((value, a), b) in blurred.iter_mut().zip(row(y.saturating_sub(i))).zip(row(y + i)) {
                    *value += weight * (a + b);
                }
            }
        }
        out
    }

    fn blurred_across(&self, kernel: &[f32]) -> Self {
        let (reach, width) = (kernel.len() - 1, self.width);
        let mut out = Self::new(width, self.height, 0.0);
        let mut line = vec![0.0; width + 2 * reach];
        for (row, blurred) in self.values.chunks_exact(width).zip(out.values.chunks_exact_mut(width)) {
            line[..reach].fill(row[0]);
            line[reach..reach + width].copy_from_slice(row);
            line[reach + width..].fill(row[width - 1]);
            for (value, centre) in blurred.iter_mut().zip(&line[reach..]) {
                *value = kernel[0] * centre;
            }
            for (i, weight) in kernel.iter().enumerate().skip(1) {
                let (before, after) = (&line[reach - i..], &line[reach + i..]);
                for ((value, a), b) in blurred.iter_mut().zip(before).zip(after) {
                    *value += weight * (a + b);
                }
            }
        }
        out
    }
}
