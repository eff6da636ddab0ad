//! What remembering and looking up cost as the number of photos grows.

use std::time::{Duration, Instant};

use loupe_sketch::photo::{PhotoIndex, Point, Sketched, compare};

use crate::lot::Lot;

/// Candidates that are compared.
const VERIFIED: usize = 16;

/// What was measured at one size.
#[derive(Debug, Clone, Copy, Default)]
pub struct Growth {
    /// Photos in the index.
    pub photos: usize,
    /// Time to fill it.
    pub filled: Duration,
    /// Median time to name candidates.
    pub named: Duration,
    /// Median time with the comparison of up to sixteen.
    pub verified: Duration,
    /// The slowest tenth begins here.
    pub slow: Duration,
    /// Candidates compared in a look-up, on average.
    pub compared: f32,
    /// Share of the probes whose original was found.
    pub found: f32,
}

/// A photo made up of points of real ones: each taken from a random photo, a tenth of its bits flipped and its place
/// moved. Codes are as real codes are distributed, and no two photos agree in more than chance has it.
fn made_up(originals: &[Sketched], lot: &mut Lot) -> Vec<Point> {
    let count = originals[lot.below(originals.len())].structure.points().len();
    let point = |_| {
        let from = originals[lot.below(originals.len())].structure.points();
        let point = from.get(lot.below(from.len()))?;
        let flips =
            u128::from(lot.bits() & lot.bits() & lot.bits()) | u128::from(lot.bits() & lot.bits() & lot.bits()) << 64;
        let mut place = |v: u8| v.saturating_add_signed((lot.bits() % 61) as i8 - 30);
        Some(Point { x: place(point.x), y: place(point.y), code: point.code ^ flips, ..*point })
    };
    (0..count).filter_map(point).collect()
}

/// Fills an index with the originals and photos that are made up to `photos`, and looks the probes up in it. A probe is
/// an edited photo with the number of its original; for what is made up, the structure of a real one is compared.
pub fn grown(originals: &[Sketched], probes: &[(usize, Sketched)], photos: usize) -> Growth {
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
    let (mut named, mut verified) = (Vec::new(), Vec::new());
    let (mut compared, mut found, mut there) = (0, 0, 0);
    for (owner, probe) in probes.iter().filter(|(owner, _)| *owner < photos) {
        there += 1;
        let start = Instant::now();
        let candidates = index.candidates(probe.structure.points(), VERIFIED);
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
