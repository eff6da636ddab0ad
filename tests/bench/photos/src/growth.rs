//! What remembering and looking up cost as the number of photos grows.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use loupe_sketch::photo::{PhotoIndex, Point, Probe, Sketched};

use crate::{lot::Lot, measure::CANDIDATES};

/// What was measured at one size.
#[derive(Debug, Clone, Copy, Default)]
pub struct Growth {
    /// Photos in the index.
    pub photos: usize,
    /// Time to add one, on average.
    pub filled: Duration,
    /// Time to name candidates, on average.
    pub named: Duration,
    /// Time to compare them, on average.
    pub verified: Duration,
    /// Candidates compared in a look-up, on average.
    pub compared: f32,
    /// Share of the probes whose original was found.
    pub found: f32,
}

/// A photo made up of points of real ones: each is taken from a random photo, a 32nd of its bits flipped and its
/// place moved. Codes of made-up photos so resemble a real one's about as often as codes of other real photos do; see
/// [`resembling`].
fn made_up(originals: &[Sketched], lot: &mut Lot) -> Vec<Point> {
    let count = originals[lot.below(originals.len())].structure.points().len();
    let point = |_| {
        let from = originals[lot.below(originals.len())].structure.points();
        let point = from.get(lot.below(from.len()))?;
        let mut few = || (0..4).fold(lot.bits(), |bits, _| bits & lot.bits());
        let code = point.code ^ (u128::from(few()) | u128::from(few()) << 64);
        let mut place = |v: u8| v.saturating_add_signed((lot.bits() % 61) as i8 - 30);
        Some(Point { x: place(point.x), y: place(point.y), code, ..*point })
    };
    (0..count).filter_map(point).collect()
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

/// The points of `photos` photos, most of them made up and the originals evenly among them.
fn crowd(originals: &[Sketched], photos: usize) -> impl Iterator<Item = (u32, Vec<Point>)> {
    let (step, mut lot) = (step(originals, photos), Lot::new(11));
    (0..photos).map(move |owner| {
        let original = originals.get(owner / step).filter(|_| owner.is_multiple_of(step));
        let points = original.map_or_else(|| made_up(originals, &mut lot), |o| o.structure.points().to_vec());
        (owner as u32, points)
    })
}

/// An index of them.
pub fn index_of(originals: &[Sketched], photos: usize) -> PhotoIndex {
    let mut index = PhotoIndex::default();
    crowd(originals, photos).for_each(|(owner, points)| index.add(owner, &points));
    index
}

/// Every which photo is an original.
fn step(originals: &[Sketched], photos: usize) -> usize {
    (photos / originals.len()).max(1)
}

/// Looks the probes up among `photos`. A probe is an edited photo with the number of its original; for what is made up,
/// the structure of a real one is compared.
pub fn grown(originals: &[Sketched], probes: &[(usize, Sketched)], photos: usize) -> Growth {
    let (mut index, mut filled) = (PhotoIndex::default(), Duration::ZERO);
    for (owner, points) in crowd(originals, photos) {
        let start = Instant::now();
        index.add(owner, &points);
        filled += start.elapsed();
    }
    let step = step(originals, photos);
    let probes: Vec<_> = probes.iter().filter(|(owner, _)| owner * step < photos).collect();
    let (mut compared, mut found) = (0, 0);
    let start = spent();
    let named: Vec<Vec<(u32, u32)>> =
        probes.iter().map(|(_, probe)| index.candidates(probe.structure.points(), CANDIDATES)).collect();
    let after = spent();
    for ((owner, probe), candidates) in probes.iter().zip(named) {
        let probe = Probe::new(&probe.structure);
        for (candidate, _) in candidates {
            compared += 1;
            let candidate = candidate as usize;
            let of = if candidate.is_multiple_of(step) { candidate / step } else { candidate };
            let same = probe.compare(&originals[of % originals.len()].structure);
            found += usize::from(same.is_some_and(|c| c.is_same_photo()) && candidate == owner * step);
        }
    }
    let count = probes.len().max(1);
    Growth {
        photos,
        filled: filled / photos.max(1) as u32,
        named: after.saturating_sub(start) / count as u32,
        verified: spent().saturating_sub(after) / count as u32,
        compared: compared as f32 / count as f32,
        found: found as f32 / count as f32,
    }
}

/// Time that this thread has computed so far, where the system says it: others' work does not count then. Else of a clock.
fn spent() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let own = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = own.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
