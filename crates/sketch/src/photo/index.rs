//! Which of many remembered photos may be the one that is looked for.
//!
//! An inverted file over the key points: sixteen bits of a point's code name the bucket, and a look-up visits the
//! buckets whose names differ in up to two bits, so each point that was changed a little is still met. What it meets
//! votes for poses, as in a comparison of two (`pose.rs`); the photos with most votes are the candidates. Each costs
//! 16 bytes a point here, 640 at most, and a look-up grows with what stands in the buckets it visits: linearly.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    points::Point,
    pose::{self, MIN_VOTES, Pair, SAME_PLACE},
};

/// Bits of a bucket's name.
const NAME_BITS: u32 = 16;
/// Those bits.
const NAME: usize = (1 << NAME_BITS) - 1;
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
    /// The highest owner's number, and one.
    owners: usize,
}

impl Default for PhotoIndex {
    fn default() -> Self {
        Self { buckets: vec![Vec::new(); 1 << NAME_BITS], owners: 0 }
    }
}

impl PhotoIndex {
    /// Adds the photo of `owner`, whom it does not hold yet.
    pub fn add(&mut self, owner: u32, points: &[Point]) {
        self.owners = self.owners.max(owner as usize + 1);
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
            self.buckets[code as usize & NAME].push(posting);
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
        let mut met = MetPoints { points: Vec::new(), groups: vec![Group::default(); 2 * self.owners] };
        for (mirrored, points) in [(false, &points[0]), (true, &points[1])] {
            for (at, point) in points.iter().enumerate() {
                self.meet(&names, point, (mirrored, at as u8), &mut met);
            }
        }
        // No pose has more votes than all points together, so those with most come first, and the rest need no look
        // once there are enough with more.
        let most = met.groups.as_chunks::<2>().0.iter().map(|[as_is, mirrored]| as_is.votes.max(mirrored.votes));
        let mut order: Vec<(u32, u32)> = most.zip(0..).filter(|(votes, _)| *votes >= MIN_VOTES).collect();
        order.sort_unstable_by_key(|(votes, owner)| (Reverse(*votes), *owner));
        let (mut found, mut best, mut pairs) = (Vec::new(), BinaryHeap::new(), Vec::new());
        for (most, owner) in order {
            if best.len() > limit {
                best.pop();
            }
            let least = best.peek().filter(|_| best.len() >= limit).map_or(MIN_VOTES, |Reverse(least)| *least);
            if most < least {
                break;
            }
            let votes = [false, true].map(|mirrored| {
                pairs.clear();
                pairs.extend(met.of_group(group(owner, mirrored)).filter_map(|m| {
                    let source = points[usize::from(mirrored)].get(usize::from(m.at))?;
                    Pair::of((m.at.into(), m.of.into()), source, &m.point(), m.bits.into())
                }));
                pose::votes(&mut pairs, least)
            });
            let votes = votes[0].max(votes[1]);
            if votes >= least {
                found.push((owner, votes));
                best.push(Reverse(votes));
            }
        }
        found.sort_by_key(|(owner, votes)| (Reverse(*votes), *owner));
        found.truncate(limit);
        found
    }

    fn meet(&self, names: &[usize], point: &Point, (mirrored, at): (bool, u8), met: &mut MetPoints) {
        let code = point.code as u64;
        let (low, high) = ((code >> NAME_BITS) as u32, (code >> (NAME_BITS + 32)) as u16);
        let most = met.points.len() + MAX_MET;
        for flips in names {
            let flipped = flips.count_ones();
            for posting in &self.buckets[(code as usize & NAME) ^ flips] {
                let bits = flipped + (posting.low ^ low).count_ones() + (posting.high ^ high).count_ones();
                if bits <= SAME_PLACE {
                    met.push(group(posting.owner, mirrored), at, bits, posting);
                    if met.points.len() >= most {
                        return;
                    }
                }
            }
        }
    }
}

/// A remembered point that one of the probe's met.
struct Met {
    /// Which of the probe's points met it, and which of its photo's it is.
    at: u8,
    of: u8,
    bits: u8,
    x: u8,
    y: u8,
    scale: u8,
    /// The one met before it in its group.
    before: u32,
}

impl Met {
    fn point(&self) -> Point {
        Point { x: self.x, y: self.y, scale: self.scale, code: 0 }
    }
}

/// What was met of one owner, by the probe or by its mirror image.
#[derive(Clone)]
struct Group {
    /// Of each of the probe's points the most that it has for one met.
    votes: u32,
    /// The point of the probe that met the last one, and the most that it has.
    at: u8,
    most: u8,
    last: u32,
}

impl Default for Group {
    fn default() -> Self {
        Self { votes: 0, at: u8::MAX, most: 0, last: u32::MAX }
    }
}

/// The number of a group: two for each owner.
fn group(owner: u32, mirrored: bool) -> usize {
    2 * owner as usize + usize::from(mirrored)
}

/// All points that were met, in groups.
struct MetPoints {
    points: Vec<Met>,
    groups: Vec<Group>,
}

impl MetPoints {
    fn push(&mut self, group: usize, at: u8, bits: u32, posting: &Posting) {
        let Some(group) = self.groups.get_mut(group) else { return };
        let votes = pose::vote(bits) as u8;
        let before = if group.at == at { group.most } else { 0 };
        (group.at, group.most) = (at, votes.max(before));
        group.votes += u32::from(group.most - before);
        let before = std::mem::replace(&mut group.last, self.points.len() as u32);
        let Posting { x, y, scale, at: of, .. } = *posting;
        self.points.push(Met { at, of, bits: bits as u8, x, y, scale, before });
    }

    /// The points of a group, the last met first.
    fn of_group(&self, group: usize) -> impl Iterator<Item = &Met> {
        let point = |at: u32| self.points.get(at as usize);
        let last = self.groups.get(group).and_then(|group| point(group.last));
        std::iter::successors(last, move |met| point(met.before))
    }
}

/// What to change of a bucket's name: nothing, one bit, two bits.
fn names() -> Vec<usize> {
    let one = |bit: u32| 1_usize << bit;
    let two = (0..NAME_BITS).flat_map(|a| (0..a).map(move |b| 1_usize << a | 1_usize << b));
    std::iter::once(0).chain((0..NAME_BITS).map(one)).chain(two).collect()
}
