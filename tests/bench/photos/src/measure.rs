//! How well edited photos are found, and how often others are taken for them.
//!
//! As the product does it: an index names candidates, each is compared with the photo that is looked up, and
//! [`MATCH_LIKENESS`](loupe_sketch::photo::MATCH_LIKENESS) decides. So one look-up among n photos is n - 1 chances for a
//! false match. Photos of too little quality are not compared, and so not found.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use loupe_sketch::photo::{
    CANDIDATE_DISTANCE, Comparison, MATCH_DISTANCE, Pdq, PhotoIndex, Probe, Sketched, comparable, distance,
};

use crate::{
    edits::{EDITS, Edit, THEN, another_face},
    picture::Picture,
};

/// Candidates that are compared, as many as the product recalls.
pub const CANDIDATES: usize = 24;

/// What was counted of pairs of different photos.
#[derive(Debug, Clone, Default)]
pub struct Strangers {
    /// Pairs.
    pub pairs: usize,
    /// Those of them that were compared.
    pub compared: usize,
    /// Those taken for one photo: the one remembered, or the owner of the one looked up; the other; and the likeness.
    pub matched: Vec<(usize, usize, f32)>,
    /// The highest likeness.
    pub highest: f32,
    /// Those taken for one scene with something else in the middle, and the highest that speaks for a scene.
    pub scenes: (usize, f32),
    /// Pairs within the published distance of PDQ, and within the larger one.
    pub pdq: (usize, usize),
}

impl Strangers {
    fn laid(&mut self, one: usize, other: usize, found: Option<&Comparison>) {
        self.compared += 1;
        let likeness = found.map_or(0.0, |f| f.likeness);
        self.highest = self.highest.max(likeness);
        self.scenes.0 += usize::from(found.is_some_and(Comparison::is_same_scene));
        self.scenes.1 = self.scenes.1.max(found.map_or(0.0, |f| f.scene));
        if found.is_some_and(Comparison::is_same_photo) {
            self.matched.push((one, other, likeness));
        }
    }

    fn distance(&mut self, one: &Pdq, other: &Pdq) {
        let (published, larger) = near(one, other);
        self.pairs += 1;
        self.pdq.0 += usize::from(published);
        self.pdq.1 += usize::from(larger);
    }

    /// Both together.
    #[must_use]
    pub fn sum(self, other: Self) -> Self {
        Self {
            pairs: self.pairs + other.pairs,
            compared: self.compared + other.compared,
            matched: [self.matched, other.matched].concat(),
            highest: self.highest.max(other.highest),
            scenes: (self.scenes.0 + other.scenes.0, self.scenes.1.max(other.scenes.1)),
            pdq: (self.pdq.0 + other.pdq.0, self.pdq.1 + other.pdq.1),
        }
    }
}

/// Within PDQ's published distance, and within the larger one.
fn near(one: &Pdq, other: &Pdq) -> (bool, bool) {
    let bits = distance(one, other);
    (bits <= MATCH_DISTANCE, bits <= CANDIDATE_DISTANCE)
}

/// The photos that are remembered, and their index.
#[derive(Debug, Default)]
pub struct Remembered {
    /// The photos.
    pub photos: Vec<Sketched>,
    index: PhotoIndex,
}

impl Remembered {
    /// Remembers these.
    pub fn new(photos: Vec<Sketched>) -> Self {
        let mut index = PhotoIndex::default();
        for (owner, photo) in (0..).zip(&photos) {
            index.add(owner, photo.structure.points());
        }
        Self { photos, index }
    }

    /// Looks an edited photo of `owner` up.
    pub fn look_up(&self, owner: usize, edited: &Sketched) -> Found {
        let mut strangers = Strangers::default();
        for (_, photo) in self.photos.iter().enumerate().filter(|(at, _)| *at != owner) {
            strangers.distance(&edited.pdq, &photo.pdq);
        }
        let original = &self.photos[owner];
        let pdq = near(&edited.pdq, &original.pdq);
        let probe = Probe::new(&edited.structure);
        let direct = probe.compare(&original.structure).map(|c| c.likeness);
        let (mut place, mut same) = (None, false);
        let fit = comparable(edited.quality, original.quality);
        let named = if fit { self.index.candidates(edited.structure.points(), CANDIDATES) } else { Vec::new() };
        for (at, (candidate, _)) in named.into_iter().enumerate() {
            let candidate = candidate as usize;
            let found = probe.compare(&self.photos[candidate].structure);
            if candidate == owner {
                (place, same) = (Some(at), found.is_some_and(|f| f.is_same_photo()));
            } else {
                strangers.laid(owner, candidate, found.as_ref());
            }
        }
        Found { same, place, likeness: direct, quality: edited.quality, pdq, strangers }
    }

    /// All pairs of different photos, compared without an index.
    ///
    /// # Errors
    /// When a thread ends early.
    pub fn strangers(&self, threads: usize) -> io::Result<Strangers> {
        let rows = each(self.photos.len(), threads, |at| {
            let (one, mut row) = (&self.photos[at], Strangers::default());
            let probe = Probe::new(&one.structure);
            for (place, other) in self.photos.iter().enumerate().skip(at + 1) {
                row.distance(&one.pdq, &other.pdq);
                row.laid(at, place, probe.compare(&other.structure).as_ref());
            }
            Ok(row)
        })?;
        Ok(rows.into_iter().fold(Strangers::default(), Strangers::sum))
    }
}

/// For each way to go on with a photo that another's face was set onto: how many, how many are told as the scene of the
/// photo, and how many are taken for the photo itself. Looked up among all that are remembered.
///
/// # Errors
/// Those of the pictures and of the codec.
pub fn faces(
    remembered: &Remembered,
    sample: &[usize],
    threads: usize,
    picture: impl Fn(usize) -> io::Result<Picture> + Sync,
) -> io::Result<Vec<[usize; 3]>> {
    let of_one = each(sample.len(), threads, |at| {
        let (owner, people) = (sample[at], remembered.photos.len());
        // Of the same studio, where there are three.
        let swapped = another_face(&picture(owner)?, &picture((owner + 3) % people)?);
        let told = |then: &Edit| -> io::Result<[usize; 3]> {
            let edited = then.of(&swapped, owner as u64)?.and_then(|p| p.sketched());
            let Some(edited) = edited else { return Ok([1, 0, 0]) };
            let named = remembered.index.candidates(edited.structure.points(), CANDIDATES);
            let found = named.iter().any(|(candidate, _)| *candidate as usize == owner);
            let pair = Probe::new(&edited.structure).compare(&remembered.photos[owner].structure).filter(|_| found);
            let is = |is: fn(&Comparison) -> bool| usize::from(pair.as_ref().is_some_and(is));
            Ok([1, is(Comparison::is_same_scene), is(Comparison::is_same_photo)])
        };
        THEN.iter().map(told).collect::<io::Result<Vec<_>>>()
    })?;
    let sum = |way: usize| of_one.iter().fold([0; 3], |sum, one| std::array::from_fn(|i| sum[i] + one[way][i]));
    Ok((0..THEN.len()).map(sum).collect())
}

/// What a look-up of one edited photo came to.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Whether its original was found.
    pub same: bool,
    /// The original's place among the candidates.
    pub place: Option<usize>,
    /// Likeness to the original, when no index stands between.
    pub likeness: Option<f32>,
    /// The edited photo's quality.
    pub quality: u8,
    /// Whether PDQ finds it, at its published distance and at the larger one.
    pub pdq: (bool, bool),
    /// Of the other photos.
    pub strangers: Strangers,
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

/// Every edit of the photos `sample`, looked up among all that are remembered: for each photo and edit what was found;
/// nothing for an edit that the picture does not allow. What is too small to sketch is not found.
///
/// # Errors
/// Those of the pictures and of the codec.
pub fn recall(
    remembered: &Remembered,
    sample: &[usize],
    threads: usize,
    picture: impl Fn(usize) -> io::Result<Picture> + Sync,
) -> io::Result<Vec<Vec<Option<Found>>>> {
    each(sample.len(), threads, |at| {
        let owner = sample[at];
        let picture = picture(owner)?;
        let found = |edit: &crate::edits::Edit| -> io::Result<Option<Found>> {
            let edited = edit.of(&picture, owner as u64)?.map(|p| p.sketched());
            let found = |edited: Option<Sketched>| edited.map(|e| remembered.look_up(owner, &e)).unwrap_or_default();
            Ok(edited.map(found))
        };
        EDITS.iter().map(found).collect()
    })
}
