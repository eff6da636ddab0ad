//! What remembering and looking up cost as the number of photos grows.

use std::time::{Duration, Instant};

use loupe_sketch::photo::{PhotoIndex, Point, Sketched, compare};

use crate::{lot::Lot, measure::CANDIDATES};

/// What was measured at one size.
#[derive(Debug, Clone, Copy, Default)]
pub struct Growth {
    /// Photos in the index.
    pub photos: usize,
    /// Time to fill it.
    pub filled: Duration,
    /// Median time to name candidates.
    pub named: Duration,
    /// Median time with the comparison of the candidates.
    pub verified: Duration,
    /// The slowest tenth begins here.
    pub slow: Duration,
    /// Candidates compared in a look-up, on average.
    pub compared: f32,
    /// Share of the probes whose original was found.
    pub found: f32,
}

/// A photo made up of points of real ones: each is taken from a random photo, a quarter of its bits flipped and its
/// place moved. The flips are as many as make codes of made-up photos resemble a real one's about as often as codes of
/// other real photos do; see [`resembling`].
fn made_up(originals: &[Sketched], lot: &mut Lot) -> Vec<Point> {
    let count = originals[lot.below(originals.len())].structure.points().len();
    let mut quarter = || u128::from(lot.bits() & lot.bits()) | u128::from(lot.bits() & lot.bits()) << 64;
    let flips: Vec<u128> = (0..count).map(|_| quarter()).collect();
    let point = |flips: u128| {
        let from = originals[lot.below(originals.len())].structure.points();
        let point = from.get(lot.below(from.len()))?;
        let mut place = |v: u8| v.saturating_add_signed((lot.bits() % 61) as i8 - 30);
        Some(Point { x: place(point.x), y: place(point.y), code: point.code ^ flips, ..*point })
    };
    flips.into_iter().filter_map(point).collect()
}

/// Pairs of points with codes of at most 14 different bits, of a thousand pairs of photos: among different originals,
/// and of originals with what is made up.
pub fn resembling(originals: &[Sketched]) -> (f32, f32) {
    let mut lot = Lot::new(12);
    let mut sums = (0, 0);
    let count = |a: &[Point], b: &[Point]| {
        let alike = |a: &Point| b.iter().filter(|b| ((a.code ^ b.code) as u64).count_ones() <= 14).count();
        a.iter().map(alike).sum::<usize>()
    };
    for _ in 0..1000 {
        let one = lot.below(originals.len());
        let other = (one + 1 + lot.below(originals.len().saturating_sub(1))) % originals.len();
        let points = originals[one].structure.points();
        sums.0 += count(points, originals[other].structure.points());
        sums.1 += count(points, &made_up(originals, &mut lot));
    }
    (sums.0 as f32, sums.1 as f32)
}

/// An index of the originals and of photos that are made up to `photos`, and the time it took to fill.
pub fn index_of(originals: &[Sketched], photos: usize) -> (PhotoIndex, Duration) {
    let mut index = PhotoIndex::default();
    let mut lot = Lot::new(11);
    let mut filled = Duration::ZERO;
    for owner in 0..photos {
        let points = match originals.get(owner) {
            Some(original) => original.structure.points().to_vec(),
            None => made_up(originals, &mut lot),
        };
        let start = Instant::now();
        index.add(owner as u32, &points);
        filled += start.elapsed();
    }
    (index, filled)
}

/// Looks the probes up among `photos`. A probe is an edited photo with the number of its original; for what is made up,
/// the structure of a real one is compared.
pub fn grown(originals: &[Sketched], probes: &[(usize, Sketched)], photos: usize) -> Growth {
    let (index, filled) = index_of(originals, photos);
    let (mut named, mut verified) = (Vec::new(), Vec::new());
    let (mut compared, mut found, mut there) = (0, 0, 0);
    for (owner, probe) in probes.iter().filter(|(owner, _)| *owner < photos) {
        there += 1;
        let start = Instant::now();
        let candidates = index.candidates(probe.structure.points(), CANDIDATES);
        named.push(start.elapsed());
        for (candidate, _) in candidates {
            compared += 1;
            let other = &originals[candidate as usize % originals.len()];
            let same = compare(&probe.structure, &other.structure).is_some_and(|c| c.is_same_photo());
            found += usize::from(same && candidate as usize == *owner);
        }
        verified.push(start.elapsed());
    }
    let at = |times: &mut Vec<Duration>, share: f32| {
        times.sort_unstable();
        times.get((times.len() as f32 * share) as usize).copied().unwrap_or_default()
    };
    Growth {
        photos,
        filled,
        named: at(&mut named, 0.5),
        verified: at(&mut verified, 0.5),
        slow: at(&mut verified, 0.9),
        compared: compared as f32 / there.max(1) as f32,
        found: found as f32 / there.max(1) as f32,
    }
}
