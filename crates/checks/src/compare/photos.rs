//! Two photos beside each other: whether they are one, and how the one was made of the other.

use loupe_profile::PhotoClaim;
use loupe_sketch::photo::{
    CANDIDATE_DISTANCE, Comparison, LEAST_QUALITY, MATCH_DISTANCE, MIN_QUALITY, Pdq, Pose, Probe, Structure,
    comparable, distance,
};
use serde::Serialize;

use crate::{PhotoOverlay, PhotoSide, Strength};

/// What is found of two photos.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoPair {
    /// Whether they are one photo.
    pub same: bool,
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

    pub(crate) fn strength(&self) -> Strength {
        if self.distance.is_some_and(|bits| bits > MATCH_DISTANCE) { Strength::Medium } else { Strength::Strong }
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
        Some(PhotoPair { same, likeness: None, overlay: None, distance: Some(distance) })
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
