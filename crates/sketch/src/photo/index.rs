//! Which of many remembered photos may be the one that is looked for.
//!
//! An inverted file over the key points: sixteen bits of a point's code name the bucket, and a look-up visits the
//! buckets whose names differ in up to two bits, so each point that was changed a little is still met. What it meets
//! votes for poses, as in a comparison of two (`pose.rs`); the photos with most votes are the candidates. Each costs
//! 16 bytes a point here, 576 in all, and a look-up grows with what stands in the buckets it visits: linearly.

use super::{
    points::Point,
    pose::{self, MIN_VOTES, Pair, SAME_PLACE},
};

/// Bits of a bucket's name.
const NAME_BITS: u32 = 16;
/// The most points that one of the probe's meets: a mark that thousands of photos carry tells none of them.
const MAX_MET: usize = 8192;

/// A remembered point.
#[derive(Debug, Clone, Copy)]
struct Posting {
    owner: u32,
    /// Of the code's lower half what the bucket's name leaves.
    low: u32,
    high: u16,
    x: u8,
    y: u8,
    scale: u8,
    /// Which of its photo's points it is.
    at: u8,
}

/// Points of remembered photos, by their codes.
#[derive(Debug, Clone)]
pub struct PhotoIndex {
    buckets: Vec<Vec<Posting>>,
}

impl Default for PhotoIndex {
    fn default() -> Self {
        Self { buckets: vec![Vec::new(); 1 << NAME_BITS] }
    }
}

impl PhotoIndex {
    /// Adds the photo of `owner`, whom it does not hold yet.
    pub fn add(&mut self, owner: u32, points: &[Point]) {
        for (at, point) in points.iter().enumerate() {
            let code = point.code as u64;
            let posting = Posting {
                owner,
                low: (code >> NAME_BITS) as u32,
                high: (code >> (NAME_BITS + 32)) as u16,
                x: point.x,
                y: point.y,
                scale: point.scale,
                at: at as u8,
            };
            self.buckets[usize::from(code as u16)].push(posting);
        }
    }

    /// Forgets the photo of `owner`. Looks through all.
    pub fn remove(&mut self, owner: u32) {
        for bucket in &mut self.buckets {
            bucket.retain(|p| p.owner != owner);
        }
    }

    /// The owners of the photos that may be the one of these points or its mirror image, with their votes: the most
    /// first, then in the order of owners; at most `limit`.
    pub fn candidates(&self, photo: &[Point], limit: usize) -> Vec<(u32, u32)> {
        // How wide the photo is only shifts the mirrored points, which poses do anyway.
        let points = [photo.to_vec(), photo.iter().map(|p| p.mirrored(u8::MAX)).collect()];
        let names = names();
        let mut met: Vec<Met> = Vec::new();
        for (mirrored, points) in [(false, &points[0]), (true, &points[1])] {
            for (at, point) in points.iter().enumerate() {
                self.meet(&names, point, (mirrored, at as u8), &mut met);
            }
        }
        // The whole order is fixed, so that the result is.
        met.sort_unstable_by_key(|m| (m.owner, m.mirrored, m.at, m.posting.at));
        let mut found: Vec<(u32, u32)> = Vec::new();
        for group in met.chunk_by(|a, b| (a.owner, a.mirrored) == (b.owner, b.mirrored)) {
            if group.iter().map(|m| pose::vote(m.bits)).sum::<u32>() < MIN_VOTES {
                continue;
            }
            let pairs = group.iter().filter_map(|m| {
                let source = points[usize::from(m.mirrored)].get(usize::from(m.at))?;
                let target = Point { x: m.posting.x, y: m.posting.y, scale: m.posting.scale, code: 0 };
                Pair::of((m.at.into(), m.posting.at.into()), source, &target, m.bits)
            });
            let Some((votes, _)) = pose::of_pairs(pairs.collect()).first().copied() else { continue };
            match found.last_mut() {
                Some((owner, best)) if *owner == group[0].owner => *best = votes.max(*best),
                _ => found.push((group[0].owner, votes)),
            }
        }
        found.sort_by_key(|(owner, votes)| (std::cmp::Reverse(*votes), *owner));
        found.truncate(limit);
        found
    }

    fn meet(&self, names: &[u16], point: &Point, (mirrored, at): (bool, u8), met: &mut Vec<Met>) {
        let code = point.code as u64;
        let (low, high) = ((code >> NAME_BITS) as u32, (code >> (NAME_BITS + 32)) as u16);
        let most = met.len() + MAX_MET;
        for flips in names {
            let flipped = flips.count_ones();
            for posting in &self.buckets[usize::from(code as u16 ^ flips)] {
                let bits = flipped + (posting.low ^ low).count_ones() + (posting.high ^ high).count_ones();
                if bits <= SAME_PLACE {
                    met.push(Met { owner: posting.owner, mirrored, at, bits, posting: *posting });
                }
            }
            if met.len() >= most {
                met.truncate(most);
                return;
            }
        }
    }
}

/// A remembered point that one of the probe's met.
struct Met {
    owner: u32,
    mirrored: bool,
    at: u8,
    bits: u32,
    posting: Posting,
}

/// What to change of a bucket's name: nothing, one bit, two bits.
fn names() -> Vec<u16> {
    let one = |bit: u32| 1_u16 << bit;
    let two = (0..NAME_BITS).flat_map(|a| (0..a).map(move |b| 1_u16 << a | 1_u16 << b));
    std::iter::once(0).chain((0..NAME_BITS).map(one)).chain(two).collect()
}
