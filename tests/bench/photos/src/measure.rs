//! How well edited photos are found, and how often strangers are taken for one.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use loupe_sketch::photo::{CANDIDATE_DISTANCE, MATCH_DISTANCE, PhotoIndex, Sketched, compare, distance};

use crate::{edits::EDITS, picture::Picture};

/// Candidates that a look-up names.
pub const CANDIDATES: usize = 64;

/// What was counted of pairs of different people.
#[derive(Debug, Clone, Copy, Default)]
pub struct Strangers {
    /// Pairs.
    pub pairs: usize,
    /// Those that could be laid over each other at all.
    pub laid: usize,
    /// Those taken for one photo.
    pub matched: usize,
    /// The highest likeness.
    pub highest: f32,
    /// Pairs within the published distance of PDQ, and within the larger one.
    pub pdq: (usize, usize),
}

impl Strangers {
    /// Compares one pair.
    pub fn add(&mut self, one: &Sketched, other: &Sketched) {
        self.pairs += 1;
        let bits = distance(&one.pdq, &other.pdq);
        self.pdq.0 += usize::from(bits <= MATCH_DISTANCE);
        self.pdq.1 += usize::from(bits <= CANDIDATE_DISTANCE);
        if let Some(found) = compare(&one.structure, &other.structure) {
            self.laid += 1;
            self.matched += usize::from(found.is_same_photo());
            self.highest = self.highest.max(found.likeness);
        }
    }

    /// Both together.
    #[must_use]
    pub fn sum(self, other: Self) -> Self {
        Self {
            pairs: self.pairs + other.pairs,
            laid: self.laid + other.laid,
            matched: self.matched + other.matched,
            highest: self.highest.max(other.highest),
            pdq: (self.pdq.0 + other.pdq.0, self.pdq.1 + other.pdq.1),
        }
    }
}

/// What was counted of one edit.
#[derive(Debug, Clone, Copy, Default)]
pub struct Recall {
    /// Pictures.
    pub n: usize,
    /// Found by comparing with the original.
    pub compared: usize,
    /// Found among all originals: named as a candidate, and then by comparing.
    pub looked_up: usize,
    /// Named among the first sixteen candidates, and then by comparing.
    pub looked_up_16: usize,
    /// The lowest likeness; below nothing when one was not laid over its original.
    pub lowest: f32,
    /// Found by PDQ at its published distance, and at the larger one.
    pub pdq: (usize, usize),
    /// The edited against others than the original.
    pub strangers: Strangers,
}

impl Recall {
    fn sum(self, other: Self) -> Self {
        Self {
            n: self.n + other.n,
            compared: self.compared + other.compared,
            looked_up: self.looked_up + other.looked_up,
            looked_up_16: self.looked_up_16 + other.looked_up_16,
            lowest: if self.n == 0 {
                other.lowest
            } else if other.n == 0 {
                self.lowest
            } else {
                self.lowest.min(other.lowest)
            },
            pdq: (self.pdq.0 + other.pdq.0, self.pdq.1 + other.pdq.1),
            strangers: self.strangers.sum(other.strangers),
        }
    }
}

/// Does something for each number below `end` on `threads` threads; the results in order.
///
/// # Errors
/// The first that one of them had.
pub fn each<T: Send>(end: usize, threads: usize, work: impl Fn(usize) -> io::Result<T> + Sync) -> io::Result<Vec<T>> {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= end {
                return Ok(done);
            }
            done.push((at, work(at)?));
        }
    };
    let parts: io::Result<Vec<Vec<(usize, T)>>> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(run)).collect();
        running.into_iter().map(|t| t.join().map_err(|_| io::Error::other("a thread ended early"))?).collect()
    });
    let mut all: Vec<(usize, T)> = parts?.into_iter().flatten().collect();
    all.sort_by_key(|(at, _)| *at);
    Ok(all.into_iter().map(|(_, value)| value).collect())
}

/// All pairs of different originals.
///
/// # Errors
/// When a thread ends early.
pub fn strangers(originals: &[Sketched], threads: usize) -> io::Result<Strangers> {
    let rows = each(originals.len(), threads, |at| {
        let mut row = Strangers::default();
        for other in &originals[at + 1..] {
            row.add(&originals[at], other);
        }
        Ok(row)
    })?;
    Ok(rows.into_iter().fold(Strangers::default(), Strangers::sum))
}

/// Every edit of the pictures `sample`, by edit, each also against `others` other originals.
///
/// # Errors
/// Those of the pictures and of the codec.
pub fn recall(
    originals: &[Sketched],
    sample: &[usize],
    others: usize,
    threads: usize,
    picture: impl Fn(usize) -> io::Result<Picture> + Sync,
) -> io::Result<Vec<Recall>> {
    let mut index = PhotoIndex::default();
    for (owner, original) in (0..).zip(originals) {
        index.add(owner, original.structure.points());
    }
    let rows = each(sample.len(), threads, |at| {
        let owner = sample[at];
        let picture = picture(owner)?;
        let of_edit = |edit: &crate::edits::Edit| -> io::Result<Recall> {
            let Some(edited) = edit.of(&picture, owner as u64)?.and_then(|p| p.sketched()) else {
                return Ok(Recall::default());
            };
            Ok(one(originals, owner, &edited, &index, others))
        };
        EDITS.iter().map(of_edit).collect::<io::Result<Vec<Recall>>>()
    })?;
    let mut sums = vec![Recall::default(); EDITS.len()];
    for row in rows {
        for (sum, recall) in sums.iter_mut().zip(row) {
            *sum = sum.sum(recall);
        }
    }
    Ok(sums)
}

fn one(originals: &[Sketched], owner: usize, edited: &Sketched, index: &PhotoIndex, others: usize) -> Recall {
    let original = &originals[owner];
    let found = compare(&edited.structure, &original.structure);
    let same = found.as_ref().is_some_and(loupe_sketch::photo::Comparison::is_same_photo);
    let named = index.candidates(edited.structure.points(), CANDIDATES);
    let rank = named.iter().position(|(named, _)| *named as usize == owner);
    let bits = distance(&edited.pdq, &original.pdq);
    let mut strangers = Strangers::default();
    // A different stride for each photo, so that other pairs are met by each.
    let stride = 1 + owner % originals.len().saturating_sub(1).max(1);
    for step in 1..=others {
        let other = (owner + step * stride) % originals.len();
        if other != owner {
            strangers.add(edited, &originals[other]);
        }
    }
    Recall {
        n: 1,
        compared: usize::from(same),
        looked_up: usize::from(same && rank.is_some()),
        looked_up_16: usize::from(same && rank.is_some_and(|r| r < 16)),
        lowest: found.map_or(-9.0, |f| f.likeness),
        pdq: (usize::from(bits <= MATCH_DISTANCE), usize::from(bits <= CANDIDATE_DISTANCE)),
        strangers,
    }
}
