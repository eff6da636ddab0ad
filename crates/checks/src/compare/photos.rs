//! Two photos beside each other: whether they are one, and how the one was made of the other.

use std::cell::OnceCell;

use loupe_memory::Sighting;
use loupe_profile::PhotoClaim;
use loupe_sketch::photo::{
    CANDIDATE_DISTANCE, Comparison, LEAST_QUALITY, MATCH_DISTANCE, MIN_QUALITY, Pdq, Pose, Probe, Structure,
    comparable, distance,
};
use serde::Serialize;

use crate::{Case, PhotoOverlay, PhotoSide, Subject};

/// What is found of two photos.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoPair {
    /// Whether they are one photo.
    pub same: bool,
    /// Whether they are one scene with something else in the middle.
    pub same_scene: bool,
    /// Whether they are at least nearly that, by which it is told how many share a scene.
    #[serde(skip)]
    pub nearly_same_scene: bool,
    /// How strongly what both show says so, in thousandths; 4600 is needed. Nothing when no part of the one looks like a
    /// part of the other, or when one of them was remembered before photos were laid over each other.
    pub likeness: Option<i32>,
    /// How they lie over each other.
    pub overlay: Option<Box<PhotoOverlay>>,
    /// Where one was remembered before that: bits that differ between the two PDQ hashes, of 256.
    pub distance: Option<u32>,
}

impl PhotoPair {
    /// Two photos whose sketches are known. Nothing when one of them has none, or has too little structure to be compared.
    pub fn of(here: &PhotoClaim, there: &PhotoClaim) -> Option<Self> {
        Sketches::of(here)?.beside(&Sketches::of(there)?)
    }

    /// Less is nearer: what was laid over each other before what is only alike as a whole.
    pub(crate) fn rank(&self) -> (u32, i32) {
        (self.distance.map_or(0, |bits| bits + 1), self.likeness.map_or(0, |likeness| -likeness))
    }

    /// Whether nothing speaks against it: by its fingerprint alone, two photos are near or less near.
    pub(crate) fn is_near(&self) -> bool {
        self.distance.is_none_or(|bits| bits <= MATCH_DISTANCE)
    }
}

/// The photos of a case that are one photo, or one scene, with photos seen under another name. Compared once, when the first
/// check asks.
#[derive(Debug, Default)]
pub struct PhotoPairs(OnceCell<Vec<(usize, usize, PhotoPair)>>);

impl PhotoPairs {
    fn of(case: &Case<'_>) -> Vec<(usize, usize, PhotoPair)> {
        let mut pairs = Vec::new();
        let there: Vec<(usize, Sketches)> = case
            .seen
            .iter()
            .enumerate()
            .filter_map(|(at, s)| Some((at, Sketches::of(s.profile.photo.as_ref()?)?)))
            .collect();
        for (here, subject) in case.subjects.iter().enumerate() {
            let Some(sketches) = subject.profile.photo.as_ref().and_then(Sketches::of) else { continue };
            let others = there.iter().filter(|(at, _)| case.is_another(subject, &case.seen[*at]));
            let found = others.filter_map(|(at, other)| Some((here, *at, sketches.beside(other)?)));
            pairs.extend(found.filter(|(.., pair)| pair.same || pair.nearly_same_scene));
        }
        pairs
    }
}

/// A photo of this person beside one that was seen under another name.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'c, 'a> {
    pub(crate) case: &'c Case<'a>,
    pub(crate) subject: &'a Subject<'a>,
    pub(crate) seen: &'a Sighting,
    pub(crate) here: &'a PhotoClaim,
    pub(crate) there: &'a PhotoClaim,
    pub(crate) pair: &'c PhotoPair,
}

impl<'a> Case<'a> {
    /// The photos of this person that are one photo, or one scene, with a photo seen under another name.
    pub(crate) fn photo_pairs<'c>(&'c self) -> impl Iterator<Item = Beside<'c, 'a>> {
        let pairs = self.photos.0.get_or_init(|| PhotoPairs::of(self));
        pairs.iter().filter_map(|(subject, seen, pair)| {
            let (subject, seen) = (self.subjects.get(*subject)?, self.seen.get(*seen)?);
            let (here, there) = (subject.profile.photo.as_ref()?, seen.profile.photo.as_ref()?);
            Some(Beside { case: self, subject, seen, here, there, pair })
        })
    }
}

/// A photo as it is compared.
pub(crate) struct Sketches {
    pdq: Option<Pdq>,
    structure: Option<Probe>,
    quality: u8,
}

impl Sketches {
    /// The sketches of a photo, when it has enough structure to be compared.
    pub(crate) fn of(claim: &PhotoClaim) -> Option<Self> {
        let pdq = claim.sketch.as_ref().and_then(|s| s.parse().ok());
        let structure = claim.structure.as_ref().and_then(|s| s.parse().ok()).map(|s| Probe::new(&s));
        let quality = claim.quality;
        let enough = quality >= LEAST_QUALITY && (pdq.is_some() || structure.is_some());
        enough.then_some(Self { pdq, structure, quality })
    }

    pub(crate) fn beside(&self, other: &Self) -> Option<PhotoPair> {
        if !comparable(self.quality, other.quality) {
            return None;
        }
        if let (Some(here), Some(there)) = (&self.structure, &other.structure) {
            let found = here.compare(there.structure());
            return Some(PhotoPair {
                same: found.as_ref().is_some_and(Comparison::is_same_photo),
                same_scene: found.as_ref().is_some_and(Comparison::is_same_scene),
                nearly_same_scene: found.as_ref().is_some_and(Comparison::is_nearly_same_scene),
                likeness: found.as_ref().map(|found| thousandths(found.likeness)),
                overlay: found.map(|found| Box::new(overlay(&found, here.structure(), there.structure()))),
                distance: None,
            });
        }
        if self.quality.min(other.quality) < MIN_QUALITY {
            return None;
        }
        let distance = distance(&self.pdq?, &other.pdq?);
        let same = distance <= CANDIDATE_DISTANCE;
        Some(PhotoPair {
            same,
            same_scene: false,
            nearly_same_scene: false,
            likeness: None,
            overlay: None,
            distance: Some(distance),
        })
    }
}

fn thousandths(value: f32) -> i32 {
    (value * 1000.0).round() as i32
}

fn overlay(found: &Comparison, here: &Structure, there: &Structure) -> PhotoOverlay {
    let side = |structure: &Structure, shown: f32| PhotoSide {
        shown: (shown * 100.0).round() as u32,
        round: structure.is_round(),
        part: structure.part().map(thousandths),
    };
    let Pose { a, b, c, d } = found.pose;
    PhotoOverlay {
        mirrored: found.mirrored,
        matrix: [a, b, c, d].map(thousandths),
        turn: (found.pose.turn_degrees() * 10.0).round() as i32,
        here: side(here, found.first_shown),
        there: side(there, found.second_shown),
        squares: found.blocks as u32,
        agreeing: found.places.iter().map(|place| place.map(thousandths)).collect(),
        agreeing_here: found.in_first,
    }
}
