//! Which similarity lays one photo over another, as most pairs of their key points say.

use super::points::Point;

/// A scaling, turn and shift: `(x, y)` becomes `(a·x - b·y + c, b·x + a·y + d)`, in units of each picture's longer side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// Scale times the cosine of the turn.
    pub a: f32,
    /// Scale times the sine of the turn.
    pub b: f32,
    /// Shift to the right.
    pub c: f32,
    /// Shift down.
    pub d: f32,
}

impl Pose {
    /// Where a point of the one picture lies in the other.
    pub fn apply(&self, x: f32, y: f32) -> (f32, f32) {
        (self.a * x - self.b * y + self.c, self.b * x + self.a * y + self.d)
    }

    /// How much larger the one is drawn in the other.
    pub fn scale(&self) -> f32 {
        (self.a * self.a + self.b * self.b).sqrt()
    }

    /// The turn, in degrees, clockwise as y runs down.
    pub fn turn_degrees(&self) -> f32 {
        libm::atan2f(self.b, self.a) * (180.0 / std::f32::consts::PI)
    }

    /// The way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let square = self.a * self.a + self.b * self.b;
        let (a, b) = (self.a / square, -self.b / square);
        Self { a, b, c: b * self.d - a * self.c, d: -b * self.c - a * self.d }
    }
}

/// Codes that differ in more bits, of 64, are of different places.
pub(super) const SAME_PLACE: u32 = 11;
/// Fewer votes, those of one exact pair or of two good ones, say nothing.
pub(super) const MIN_VOTES: u32 = 22;
/// Octaves' thirds that the scales of two photos may differ by.
const MAX_STEPS: u8 = 4;
/// Pairs looked at, the most alike first; photos of strangers have about ten.
const MAX_PAIRS: usize = 160;
/// Poses kept.
const MAX_POSES: usize = 3;
/// 2^(k/3): how much coarser than the finest a scale is.
const RATIOS: [f32; 12] =
    [1.0, 1.259_921, 1.587_401, 2.0, 2.519_842, 3.174_802, 4.0, 5.039_684, 6.349_604, 8.0, 10.079_368, 12.699_208];
/// The finest scale, in units of the longer side: 1.8 · 2^(1/3) pixels of 128.
const FINEST: f32 = 0.017_718;

/// Votes of a pair whose codes differ in this many bits.
pub(super) fn vote(bits: u32) -> u32 {
    2 * (SAME_PLACE + 2).saturating_sub(bits)
}

/// Two points that may be one place, one of each photo.
pub(super) struct Pair {
    /// Their positions among the points of their photos; below 64.
    at: (u8, u8),
    votes: u32,
    /// How much larger the source's is, in thirds of an octave above the least that can be.
    steps: u8,
    source: (f32, f32, f32),
    target: (f32, f32, f32),
}

impl Pair {
    pub(super) fn of(at: (usize, usize), source: &Point, target: &Point, bits: u32) -> Option<Self> {
        let unpack = |p: &Point| {
            let ratio = RATIOS.get(usize::from(p.scale)).copied().unwrap_or(1.0);
            (f32::from(p.x) / 255.0, f32::from(p.y) / 255.0, ratio)
        };
        let alike = bits <= SAME_PLACE && source.scale.abs_diff(target.scale) <= MAX_STEPS;
        alike.then(|| Self {
            at: (at.0 as u8 % 64, at.1 as u8 % 64),
            votes: vote(bits),
            steps: source.scale + MAX_STEPS - target.scale,
            source: unpack(source),
            target: unpack(target),
        })
    }

    /// The pose that the pair names: so much larger, and so far away.
    fn names(&self) -> Pose {
        let scale = self.source.2 / self.target.2;
        let (c, d) = (self.source.0 - scale * self.target.0, self.source.1 - scale * self.target.1);
        Pose { a: scale, b: 0.0, c, d }
    }
}

/// The poses of `target` in `source` that most pairs of points speak for, with their votes, the most first.
pub(super) fn poses(source: &[Point], target: &[Point]) -> Vec<(u32, Pose)> {
    let mut pairs = Vec::new();
    for (i, one) in source.iter().enumerate() {
        for (k, other) in target.iter().enumerate() {
            let bits = ((one.code ^ other.code) as u64).count_ones();
            pairs.extend(Pair::of((i, k), one, other, bits));
        }
    }
    of_pairs(pairs)
}

/// The most votes that the pairs have for one pose, roughly: of the poses that single pairs name. Nothing when it is
/// plain to see that they are fewer than that.
pub(super) fn votes(pairs: &mut Vec<Pair>, least: u32) -> u32 {
    // Pairs of one pose have nearly one scale.
    let mut by_scale = [0; 2 * MAX_STEPS as usize + 3];
    for pair in pairs.iter() {
        by_scale[usize::from(pair.steps) + 1] += pair.votes;
    }
    if by_scale.windows(3).all(|near| near.iter().sum::<u32>() < least) {
        return 0;
    }
    strongest(pairs);
    let seeds = pairs.iter().map(|seed| agreeing(pairs, &seed.names(), |_| ()));
    seeds.max().unwrap_or_default()
}

fn strongest(pairs: &mut Vec<Pair>) {
    pairs.sort_by_key(|p| std::cmp::Reverse(p.votes));
    pairs.truncate(MAX_PAIRS);
}

fn of_pairs(mut pairs: Vec<Pair>) -> Vec<(u32, Pose)> {
    strongest(&mut pairs);
    let mut found: Vec<(u32, Pose)> = Vec::new();
    for seed in &pairs {
        let first = fitting(&pairs, &seed.names());
        let second = fitting(&pairs, &first.1);
        found.push(if second.0 >= first.0 { second } else { first });
    }
    found.sort_by_key(|(votes, _)| std::cmp::Reverse(*votes));
    let mut kept: Vec<(u32, Pose)> = Vec::new();
    for (votes, pose) in found {
        let (x, y) = pose.apply(0.4, 0.4);
        let near = |(_, other): &(u32, Pose)| {
            let (u, v) = other.apply(0.4, 0.4);
            (other.scale() / pose.scale() - 1.0).abs() <= 0.08 && (u - x).abs() + (v - y).abs() <= 0.04
        };
        if votes >= MIN_VOTES && !kept.iter().any(near) {
            kept.push((votes, pose));
        }
        if kept.len() == MAX_POSES {
            break;
        }
    }
    kept
}

/// The votes of the pairs that a pose explains, and the pose that fits these pairs best.
fn fitting(pairs: &[Pair], pose: &Pose) -> (u32, Pose) {
    let mut explained: Vec<&Pair> = Vec::new();
    let votes = agreeing(pairs, pose, |pair| explained.push(pair));
    (votes, if explained.is_empty() { *pose } else { fitted(&explained, pose) })
}

/// The votes of the pairs that a pose explains, each point once; what is to be done with each of them.
fn agreeing<'a>(pairs: &'a [Pair], pose: &Pose, mut explained: impl FnMut(&'a Pair)) -> u32 {
    let scale = pose.scale();
    let (mut used, mut votes) = ((0_u64, 0_u64), 0);
    for pair in pairs {
        if used.0 >> pair.at.0 & 1 == 1 || used.1 >> pair.at.1 & 1 == 1 {
            continue;
        }
        let (x, y) = pose.apply(pair.target.0, pair.target.1);
        let (dx, dy) = (pair.source.0 - x, pair.source.1 - y);
        let near = 0.03 + 0.3 * pair.source.2 * FINEST;
        let ratio = pair.source.2 / pair.target.2 / scale;
        if dx * dx + dy * dy < near * near && (0.7..1.42).contains(&ratio) {
            used = (used.0 | 1 << pair.at.0, used.1 | 1 << pair.at.1);
            votes += pair.votes;
            explained(pair);
        }
    }
    votes
}

/// Least squares over the pairs; with few or crowded pairs only the shift, as scale and turn are not to be had of them.
fn fitted(pairs: &[&Pair], pose: &Pose) -> Pose {
    let count = pairs.len() as f32;
    let (mut x, mut y, mut u, mut v) = (0.0, 0.0, 0.0, 0.0);
    for pair in pairs {
        x += pair.source.0 / count;
        y += pair.source.1 / count;
        u += pair.target.0 / count;
        v += pair.target.1 / count;
    }
    let (mut along, mut across, mut spread) = (0.0, 0.0, 0.0);
    for pair in pairs {
        let (px, py, pu, pv) = (pair.source.0 - x, pair.source.1 - y, pair.target.0 - u, pair.target.1 - v);
        along += pu * px + pv * py;
        across += pu * py - pv * px;
        spread += pu * pu + pv * pv;
    }
    let (mut a, mut b) = (pose.a, pose.b);
    if pairs.len() >= 3 && spread > 0.01 {
        let scale = pose.scale();
        a = (along / spread).clamp(scale * 0.75, scale * 1.33);
        b = (across / spread).clamp(scale * -0.15, scale * 0.15);
    }
    Pose { a, b, c: x - (a * u - b * v), d: y - (b * u + a * v) }
}
