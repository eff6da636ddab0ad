//! Laying one plane exactly over another: enhanced correlation coefficient maximisation (Evangelidis & Psarakis 2008)
//! over scale, turn and shift. It is blind to contrast and brightness.

use std::cell::OnceCell;

use super::{agree::SIDE, grey::Grey, pose::Pose, shape::Disc};

/// Fewer pixels in common are not aligned.
const MIN_PIXELS: f64 = 120.0;
/// The largest step of one round: of scale and turn, and of the shift in pixels.
const MAX_STEP: [f32; 4] = [0.06, 0.06, 2.5, 2.5];
/// No further rounds when the correlation rises by less.
const SETTLED: f32 = 1e-4;

/// Pixels along a circle's rim that are mixed with what is around it.
const RIM: f32 = 1.0;

/// A value's surroundings, in pixels: what is finer is detail.
const DETAIL: f32 = 2.0;

/// Of two planes, when one is this many times as sharp as the other, it is blurred before they are compared.
const UNEVEN: f32 = 1.5;
/// The first blur that is tried, the last, and the steps between, in pixels.
const BLURS: (f32, f32, f32) = (0.5, 4.0, 1.2);
/// A variance below which there is nothing to see.
const FLAT: f32 = 1e-3;

/// A plane with its circle, when the picture is one.
#[derive(Debug)]
pub(super) struct Plane {
    pub(super) grey: Grey,
    pub(super) disc: Option<Disc>,
    /// How wide and how high a pixel is: the sides of a plane are whole pixels, those of the photo are not.
    pub(super) pixel: [f32; 2],
    /// By how much each value deviates from its surroundings.
    fine: OnceCell<Grey>,
}

impl Plane {
    pub(super) fn new(grey: Grey, disc: Option<Disc>, pixel: [f32; 2]) -> Self {
        Self { grey, disc, pixel, fine: OnceCell::new() }
    }

    fn fine(&self) -> &Grey {
        self.fine.get_or_init(|| {
            let mut fine = self.grey.blurred(DETAIL);
            fine.values.iter_mut().zip(&self.grey.values).for_each(|(smooth, value)| *smooth = value - *smooth);
            fine
        })
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
    /// By how much less blocks have to agree: see [`super::agree::Agreement`].
    pub(super) ease: f32,
}

/// A pose in pixels of both planes: source `x` is `m0·x - m1·y + m2`, source `y` is `m1·x + m0·y + m3`.
pub(super) type Matrix = [f32; 4];

impl<'a> Overlay<'a> {
    /// `scale`: pixels of the source a pixel of the target, at least 1.
    pub(super) fn new(source: &'a Plane, target: &'a Plane, scale: f32, ease: f32) -> Self {
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
        Self { target, source, smooth, slopes, ease }
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

    pub(super) fn is_same_shape(&self) -> bool {
        let same = |a: &Grey, b: &Grey| (a.width, a.height) == (b.width, b.height);
        same(&self.target.grey, &self.smooth) && self.target.disc.is_some() == self.source.disc.is_some()
    }

    pub(super) fn unmoved(&self) -> Matrix {
        self.matrix(&Pose { a: 1.0, b: 0.0, c: 0.0, d: 0.0 })
    }

    /// Where a pixel of the target lies in the source, if both show it.
    fn places(&self, [a, b, c, d]: Matrix) -> impl Fn(f32, f32) -> Option<(f32, f32)> {
        let (from, per) = (self.target.pixel, self.source.pixel.map(|side| 1.0 / side));
        let (x0, y0) = self.target.unstretched(0.0, 0.0);
        let u = [a * from[0] * per[0], -b * from[1] * per[0], (a * x0 - b * y0 + c + 0.5) * per[0] - 0.5];
        let v = [b * from[0] * per[1], a * from[1] * per[1], (b * x0 + a * y0 + d + 0.5) * per[1] - 0.5];
        let (right, bottom) = (self.smooth.width as f32 - 1.0, self.smooth.height as f32 - 1.0);
        #[inline]
        move |x, y| {
            let (u, v) = (u[0] * x + u[1] * y + u[2], v[0] * x + v[1] * y + v[2]);
            let within = u >= 0.0 && v >= 0.0 && u <= right && v <= bottom;
            (within && self.target.shows(x, y) && self.source.shows(u, v)).then_some((u, v))
        }
    }

    /// The source drawn on the target's pixels; not a number where one of them shows nothing.
    pub(super) fn drawn(&self, matrix: Matrix) -> Vec<f32> {
        let target = &self.target.grey;
        let mut drawn = Vec::with_capacity(target.values.len());
        let place = self.places(matrix);
        for y in 0..target.height {
            drawn.extend((0..target.width).map(|x| {
                let place = place(x as f32, y as f32);
                place.map_or(f32::NAN, |(u, v)| self.smooth.sample(u, v))
            }));
        }
        drawn
    }

    /// How sharp the source, drawn, and the target are where both show something: by how much a value deviates from its
    /// neighbours, in shares of the contrast.
    fn sharpness(&self, matrix: Matrix) -> [f32; 2] {
        let (drawn, target, width) = (self.drawn(matrix), &self.target.grey.values, self.target.grey.width);
        let inside = |at: &usize| (1..width.saturating_sub(1)).contains(&(at % width));
        let around = |at: usize| Some([at.checked_sub(width)?, at - 1, at, at + 1, at + width]);
        let shown = |of: &[usize; 5]| of.iter().all(|at| drawn.get(*at).is_some_and(|value| !value.is_nan()));
        let places: Vec<[usize; 5]> = (0..drawn.len()).filter(inside).filter_map(around).filter(shown).collect();
        [&drawn, target].map(|values| {
            let (mut sum, mut squares, mut fine) = (0.0_f32, 0.0_f32, 0.0_f32);
            for [above, left, at, right, below] in &places {
                let value = values[*at];
                let off = value - (values[*above] + values[*left] + values[*right] + values[*below]) * 0.25;
                (sum, squares, fine) = (sum + value, squares + value * value, fine + off * off);
            }
            let count = places.len().max(1) as f32;
            (fine / (squares - sum * sum / count).max(count * FLAT)).sqrt()
        })
    }

    /// The source at the target's resolution and the target, the sharper of the two blurred until it is as smooth as the
    /// other; nothing when they are about as sharp.
    pub(super) fn evened(&self, matrix: Matrix, scale: f32) -> Option<[Plane; 2]> {
        let [source, target] = self.sharpness(matrix);
        if source.max(target) < source.min(target) * UNEVEN {
            return None;
        }
        let blurred = |plane: &Plane, grey: &Grey, sigma: f32| Plane::new(grey.blurred(sigma), plane.disc, plane.pixel);
        let as_is = |plane: &Plane, grey: &Grey| Plane::new(grey.clone(), plane.disc, plane.pixel);
        let mut sigma = BLURS.0;
        loop {
            let planes = if source > target {
                [blurred(self.source, &self.smooth, sigma * scale), as_is(self.target, &self.target.grey)]
            } else {
                [as_is(self.source, &self.smooth), blurred(self.target, &self.target.grey, sigma)]
            };
            let now = Overlay::new(&planes[0], &planes[1], 1.0, 1.0).sharpness(matrix);
            if (source > target) != (now[0] > now[1]) || sigma > BLURS.1 {
                return Some(planes);
            }
            sigma *= BLURS.2;
        }
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
        let fine = self.target.fine();
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
        for _ in 0..rounds {
            let Some((correlation, step)) = self.sums(matrix, keep).step() else { break };
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

    /// Sums over the pixels that are kept and that both show.
    fn sums(&self, matrix: Matrix, keep: &[bool]) -> Sums {
        let target = &self.target.grey;
        let (place, per) = (self.places(matrix), self.source.pixel.map(|side| 1.0 / side));
        let mut sums = Sums::default();
        for (y, (keep, values)) in
            keep.chunks_exact(target.width).zip(target.values.chunks_exact(target.width)).enumerate()
        {
            let mut row = Row::default();
            for (x, (_, value)) in keep.iter().zip(values).enumerate().filter(|(_, (keep, _))| **keep) {
                let (x, y) = (x as f32, y as f32);
                let Some((u, v)) = place(x, y) else { continue };
                let [source, right, down, _] = self.slopes(u, v);
                let (right, down) = (right * per[0], down * per[1]);
                let (x, y) = self.target.unstretched(x, y);
                row.add(
                    [right * x + down * y, down * x - right * y, right, down],
                    [source - GREY, value - GREY, 1.0, 0.0],
                );
            }
            sums.add(&row);
        }
        sums
    }
}

/// Values are counted from here, so that little is lost when their mean is taken away.
const GREY: f32 = 128.0;

/// Sums over the pixels of a row, of products of two kinds of numbers: how the source's value changes with the four
/// numbers of the pose, and the values of both, a 1, and nothing. In fours, so that a processor can add them at once.
#[derive(Default)]
struct Row {
    changes: [[f32; 4]; 4],
    with_values: [[f32; 4]; 4],
    values: [[f32; 4]; 2],
    count: f32,
}

impl Row {
    #[inline]
    fn add(&mut self, changes: [f32; 4], values: [f32; 4]) {
        let add =
            |sums: &mut [f32; 4], by: f32, of: [f32; 4]| sums.iter_mut().zip(of).for_each(|(sum, v)| *sum += by * v);
        for (at, by) in changes.into_iter().enumerate() {
            add(&mut self.changes[at], by, changes);
            add(&mut self.with_values[at], by, values);
        }
        add(&mut self.values[0], values[0], values);
        add(&mut self.values[1], values[1], values);
        self.count += 1.0;
    }
}

/// The same over all rows.
#[derive(Default)]
struct Sums {
    changes: [[f64; 4]; 4],
    with_values: [[f64; 4]; 4],
    values: [[f64; 4]; 2],
    count: f64,
}

impl Sums {
    fn add(&mut self, row: &Row) {
        let add = |sums: &mut [f64], of: &[f32]| sums.iter_mut().zip(of).for_each(|(sum, v)| *sum += f64::from(*v));
        add(self.changes.as_flattened_mut(), row.changes.as_flattened());
        add(self.with_values.as_flattened_mut(), row.with_values.as_flattened());
        add(self.values.as_flattened_mut(), row.values.as_flattened());
        self.count += f64::from(row.count);
    }

    /// The correlation and the change of the pose that raises it most. Nothing when too little is shared.
    fn step(&self) -> Option<(f32, [f32; 4])> {
        if self.count < MIN_PIXELS {
            return None;
        }
        // The sums about the means; the sum of what is taken times 1 is third.
        let about = |product: f64, one: f64, other: f64| (product - one * other / self.count) as f32;
        let with: [[f32; 2]; 4] = std::array::from_fn(|i| {
            let row = &self.with_values[i];
            std::array::from_fn(|k| about(row[k], row[2], self.values[k][2]))
        });
        let mut normal: [[f32; 4]; 4] = std::array::from_fn(|i| {
            std::array::from_fn(|k| about(self.changes[i][k], self.with_values[i][2], self.with_values[k][2]))
        });
        for (i, row) in normal.iter_mut().enumerate() {
            row[i] = row[i] * 1.0001 + 1e-6;
        }
        let [by_source, by_target] = [with.map(|pair| pair[0]), with.map(|pair| pair[1])];
        let [of_source, of_target] = self.values;
        let source = about(of_source[0], of_source[2], of_source[2]);
        let target = about(of_target[1], of_target[2], of_target[2]);
        let both = about(of_source[1], of_source[2], of_target[2]);
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
