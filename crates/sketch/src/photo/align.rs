//! Laying one plane exactly over another: enhanced correlation coefficient maximisation (Evangelidis & Psarakis 2008)
//! over scale, turn and shift. It is blind to contrast and brightness.

use super::{agree::SIDE, grey::Grey, pose::Pose, shape::Disc};

/// Fewer pixels in common are not aligned.
const MIN_PIXELS: f32 = 120.0;
/// The largest step of one round: of scale and turn, and of the shift in pixels.
const MAX_STEP: [f32; 4] = [0.06, 0.06, 2.5, 2.5];
/// No further rounds when the correlation rises by less.
const SETTLED: f32 = 1e-4;

/// Pixels along a circle's rim that are mixed with what is around it.
const RIM: f32 = 1.0;

/// A value's surroundings, in pixels: what is finer is detail.
const DETAIL: f32 = 2.0;

/// A plane with its circle, when the picture is one.
pub(super) struct Plane {
    pub(super) grey: Grey,
    pub(super) disc: Option<Disc>,
    /// How wide and how high a pixel is: the sides of a plane are whole pixels, those of the photo are not.
    pub(super) pixel: [f32; 2],
    /// By how much each value deviates from its surroundings.
    fine: Grey,
}

impl Plane {
    pub(super) fn new(grey: Grey, disc: Option<Disc>, pixel: [f32; 2]) -> Self {
        let mut fine = grey.blurred(DETAIL);
        fine.values.iter_mut().zip(&grey.values).for_each(|(smooth, value)| *smooth = value - *smooth);
        Self { grey, disc, pixel, fine }
    }

    /// At half the size.
    pub(super) fn halved(&self) -> Self {
        let disc = self.disc.map(|_| Disc::inscribed((self.grey.width / 2).max(1), (self.grey.height / 2).max(1)));
        Self::new(self.grey.halved(), disc, self.pixel)
    }

    /// How many pixels show the picture.
    pub(super) fn pixels(&self) -> f32 {
        let of_disc = |d: Disc| (d.radius - RIM) * (d.radius - RIM) * std::f32::consts::PI;
        self.disc.map_or(self.grey.values.len() as f32, of_disc)
    }

    /// Where a pixel would be if all were square.
    #[inline]
    fn unstretched(&self, x: f32, y: f32) -> (f32, f32) {
        ((x + 0.5) * self.pixel[0] - 0.5, (y + 0.5) * self.pixel[1] - 0.5)
    }

    /// Whether the picture, and not what is around it, stands at a pixel's centre.
    #[inline]
    fn shows(&self, x: f32, y: f32) -> bool {
        self.disc.is_none_or(|d| d.holds(x + 0.5, y + 0.5, RIM))
    }
}

/// Two planes to lay over each other: the source is drawn on the target's pixels.
pub(super) struct Overlay<'a> {
    pub(super) target: &'a Plane,
    source: &'a Plane,
    /// The source smoothed to the target's resolution.
    smooth: Grey,
    /// Its values and their slopes to the right and down, side by side, as they are needed at once.
    slopes: Vec<[f32; 4]>,
}

/// A pose in pixels of both planes: source `x` is `m0·x - m1·y + m2`, source `y` is `m1·x + m0·y + m3`.
pub(super) type Matrix = [f32; 4];

impl<'a> Overlay<'a> {
    /// `scale`: pixels of the source a pixel of the target, at least 1.
    pub(super) fn new(source: &'a Plane, target: &'a Plane, scale: f32) -> Self {
        let smooth =
            if scale > 1.1 { source.grey.blurred((scale * scale - 1.0).sqrt() * 0.8) } else { source.grey.clone() };
        let (width, height) = (smooth.width, smooth.height);
        let mut slopes = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let right = (smooth.at((x + 1).min(width - 1), y) - smooth.at(x.saturating_sub(1), y)) * 0.5;
                let down = (smooth.at(x, (y + 1).min(height - 1)) - smooth.at(x, y.saturating_sub(1))) * 0.5;
                slopes.push([smooth.at(x, y), right, down, 0.0]);
            }
        }
        Self { target, source, smooth, slopes }
    }

    pub(super) fn matrix(&self, pose: &Pose) -> Matrix {
        let (from, to) = (self.target.grey.longer(), self.smooth.longer());
        let (a, b) = (pose.a * to / from, pose.b * to / from);
        // A pixel's centre lies half a pixel into it.
        [a, b, pose.c * to + 0.5 * a - 0.5 * b - 0.5, pose.d * to + 0.5 * a + 0.5 * b - 0.5]
    }

    pub(super) fn pose(&self, [a, b, c, d]: Matrix) -> Pose {
        let (from, to) = (self.target.grey.longer(), self.smooth.longer());
        Pose {
            a: a * from / to,
            b: b * from / to,
            c: (c - 0.5 * a + 0.5 * b + 0.5) / to,
            d: (d - 0.5 * a - 0.5 * b + 0.5) / to,
        }
    }

    /// Where the target's pixel lies in the source, if both show it.
    #[inline]
    fn at(&self, [a, b, c, d]: Matrix, x: f32, y: f32) -> Option<(f32, f32)> {
        let (x0, y0) = self.target.unstretched(x, y);
        let ([wide, high], u, v) = (self.source.pixel, a * x0 - b * y0 + c, b * x0 + a * y0 + d);
        let (u, v) = ((u + 0.5) / wide - 0.5, (v + 0.5) / high - 0.5);
        let within =
            u >= 0.0 && v >= 0.0 && u <= self.smooth.width as f32 - 1.0 && v <= self.smooth.height as f32 - 1.0;
        (within && self.target.shows(x, y) && self.source.shows(u, v)).then_some((u, v))
    }

    /// The source drawn on the target's pixels; not a number where one of them shows nothing.
    pub(super) fn drawn(&self, matrix: Matrix) -> Vec<f32> {
        let target = &self.target.grey;
        let mut drawn = Vec::with_capacity(target.values.len());
        for y in 0..target.height {
            drawn.extend((0..target.width).map(|x| {
                let place = self.at(matrix, x as f32, y as f32);
                place.map_or(f32::NAN, |(u, v)| self.smooth.sample(u, v))
            }));
        }
        drawn
    }

    /// The source's value and slopes at a place inside of it.
    #[inline]
    fn slopes(&self, u: f32, v: f32) -> [f32; 4] {
        let (width, height) = (self.smooth.width, self.smooth.height);
        let (left, top) = (u as usize, v as usize);
        let (right, below) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
        let (fx, fy) = (u - left as f32, v - top as f32);
        let (a, b) = (&self.slopes[top * width + left], &self.slopes[top * width + right]);
        let (c, d) = (&self.slopes[below * width + left], &self.slopes[below * width + right]);
        std::array::from_fn(|i| {
            let (upper, lower) = (a[i] * (1.0 - fx) + b[i] * fx, c[i] * (1.0 - fx) + d[i] * fx);
            upper * (1.0 - fy) + lower * fy
        })
    }

    /// The detail of the target's block: the deviation of what is finer than its surroundings, in grey values.
    pub(super) fn detail(&self, left: usize, top: usize) -> f32 {
        let fine = &self.target.fine;
        let rows = fine.values.chunks_exact(fine.width).skip(top).take(SIDE);
        let (mut count, mut sum, mut squares) = (0.0_f32, 0.0_f32, 0.0_f32);
        for value in rows.flat_map(|row| row.iter().skip(left).take(SIDE)) {
            count += 1.0;
            sum += value;
            squares += value * value;
        }
        let mean = sum / count.max(1.0);
        (squares / count.max(1.0) - mean * mean).max(0.0).sqrt()
    }

    /// A better pose near this one, by the pixels of the target that are kept.
    pub(super) fn refined(&self, start: Matrix, keep: &[bool], rounds: usize) -> Matrix {
        let mut matrix = start;
        let mut last = -1.0_f32;
        let mut rows = Rows::default();
        for _ in 0..rounds {
            self.rows(matrix, keep, &mut rows);
            let Some((correlation, step)) = step(&mut rows) else { break };
            if correlation < last + SETTLED {
                break;
            }
            last = correlation;
            let shrink = step.iter().zip(MAX_STEP).fold(1.0_f32, |s, (v, most)| s.min(most / v.abs().max(1e-9)));
            for (value, change) in matrix.iter_mut().zip(step) {
                *value += change * shrink;
            }
        }
        matrix
    }

    fn rows(&self, matrix: Matrix, keep: &[bool], rows: &mut Rows) {
        let target = &self.target.grey;
        let per = self.source.pixel.map(|side| 1.0 / side);
        rows.0.iter_mut().for_each(Vec::clear);
        for (y, (keep, values)) in
            keep.chunks_exact(target.width).zip(target.values.chunks_exact(target.width)).enumerate()
        {
            for (x, value) in values.iter().enumerate().filter(|(x, _)| keep[*x]) {
                let (x, y) = (x as f32, y as f32);
                let Some((u, v)) = self.at(matrix, x, y) else { continue };
                let [source, right, down, _] = self.slopes(u, v);
                let (right, down) = (right * per[0], down * per[1]);
                let (x, y) = self.target.unstretched(x, y);
                rows.push([right * x + down * y, down * x - right * y, right, down, source, *value]);
            }
        }
    }
}

/// Values of a [`Rows`]' pixel.
const COLUMNS: usize = 6;
/// Sums run side by side, so that a processor can add so many at once; always in this order, so that they are the same
/// everywhere.
const LANES: usize = 4;

/// Of each pixel that both show: how the source's value changes with the four numbers of the pose, and both values.
#[derive(Default)]
struct Rows([Vec<f32>; COLUMNS]);

impl Rows {
    #[inline]
    fn push(&mut self, values: [f32; COLUMNS]) {
        for (column, value) in self.0.iter_mut().zip(values) {
            column.push(value);
        }
    }

    fn len(&self) -> usize {
        self.0[0].len()
    }

    /// Makes each column's mean 0.
    fn centre(&mut self) {
        for column in &mut self.0 {
            let (chunks, rest) = column.as_chunks::<LANES>();
            let mut sums = [0.0_f32; LANES];
            for chunk in chunks {
                for (sum, value) in sums.iter_mut().zip(chunk) {
                    *sum += value;
                }
            }
            let mean = (sums.iter().sum::<f32>() + rest.iter().sum::<f32>()) / column.len().max(1) as f32;
            for value in column {
                *value -= mean;
            }
        }
        // What is missing to a whole chunk adds nothing to products.
        let whole = self.len().next_multiple_of(LANES);
        self.0.iter_mut().for_each(|column| column.resize(whole, 0.0));
    }

    /// The sums of the products of each column with each later one and itself.
    fn products(&self) -> [[f32; COLUMNS]; COLUMNS] {
        let columns: [&[[f32; LANES]]; COLUMNS] = std::array::from_fn(|i| self.0[i].as_chunks().0);
        let mut products = [[0.0; COLUMNS]; COLUMNS];
        for i in 0..COLUMNS {
            for k in i..COLUMNS {
                let mut sums = [0.0_f32; LANES];
                for (a, b) in columns[i].iter().zip(columns[k]) {
                    for lane in 0..LANES {
                        sums[lane] += a[lane] * b[lane];
                    }
                }
                products[i][k] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
            }
        }
        products
    }
}

/// The correlation of the rows and the change of the pose that raises it most. Nothing when too little is shared.
fn step(rows: &mut Rows) -> Option<(f32, [f32; 4])> {
    if (rows.len() as f32) < MIN_PIXELS {
        return None;
    }
    rows.centre();
    let products = rows.products();
    let (source, target, both) = (products[4][4], products[5][5], products[4][5]);
    let by_source: [f32; 4] = std::array::from_fn(|i| products[i][4]);
    let by_target: [f32; 4] = std::array::from_fn(|i| products[i][5]);
    let mut normal = [[0.0_f32; 4]; 4];
    for i in 0..4 {
        normal[i][i..].copy_from_slice(&products[i][i..4]);
    }
    for i in 0..4 {
        for k in 0..i {
            normal[i][k] = normal[k][i];
        }
        normal[i][i] = normal[i][i] * 1.0001 + 1e-6;
    }
    let inverse = inverse(normal)?;
    let solve = |v: [f32; 4]| inverse.map(|row| dot(row, v));
    let (solved_source, solved_target) = (solve(by_source), solve(by_target));
    let (above, below) = (source - dot(by_source, solved_source), both - dot(by_target, solved_source));
    // Equation 20 of the paper, or 21 where the correlation is no better than chance.
    let gain = if below > 0.0 {
        above / below
    } else {
        (above / (target - dot(by_target, solved_target)).max(1e-6)).max(0.0).sqrt()
    };
    let change = solve(std::array::from_fn(|i| gain * by_target[i] - by_source[i]));
    Some((both / (source * target).sqrt().max(1e-6), change))
}

fn dot(a: [f32; 4], b: [f32; 4]) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
}

/// Gauss–Jordan with pivoting.
fn inverse(matrix: [[f32; 4]; 4]) -> Option<[[f32; 4]; 4]> {
    let mut rows: [[f32; 8]; 4] = std::array::from_fn(|i| {
        std::array::from_fn(|k| if k < 4 { matrix[i][k] } else { f32::from(u8::from(k - 4 == i)) })
    });
    for i in 0..4 {
        let pivot = (i..4).max_by(|a, b| rows[*a][i].abs().total_cmp(&rows[*b][i].abs()))?;
        rows.swap(i, pivot);
        let by = rows[i][i];
        if by.abs() < 1e-9 {
            return None;
        }
        rows[i].iter_mut().for_each(|v| *v /= by);
        for k in 0..4 {
            let factor = rows[k][i];
            if k != i {
                let taken = rows[i].map(|v| v * factor);
                rows[k].iter_mut().zip(taken).for_each(|(v, t)| *v -= t);
            }
        }
    }
    Some(rows.map(|row| std::array::from_fn(|k| row[k + 4])))
}
