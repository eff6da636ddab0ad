//! The photo of this profile was seen on a profile under another name.

use loupe_memory::Sighting;
use loupe_profile::PhotoClaim;
use loupe_sketch::photo::{
    CANDIDATE_DISTANCE, Comparison, MATCH_DISTANCE, MIN_QUALITY, Pdq, Pose, Structure, compare, distance,
};

use crate::{
    Case, Check, Evidence, Finding, PhotoOverlay, PhotoSide, Status, Strength, Subject,
    case::{is_hub, name_or_address},
};

pub(crate) static CHECK: Check =
    Check { id: "photo/seen-elsewhere", rule: 2, status: Status::Preview, page: page!("seen_elsewhere.md"), run };

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let others: Vec<&Sighting> = case.seen_under_another_name().collect();
    let photos: Vec<Photo<'_>> = case
        .subjects
        .iter()
        .filter_map(|subject| {
            let (claim, sketch) = sketched(subject.profile.photo.as_ref())?;
            let same: Vec<_> = others
                .iter()
                .filter(|seen| case.is_another(subject, seen))
                .filter_map(|seen| same_photo(&sketch, seen))
                .collect();
            // Site logos, default pictures and stock photos stand under many names.
            let hub = is_hub(same.iter().map(|same| same.seen));
            (!hub).then_some(Photo { subject, claim, same })
        })
        .collect();
    for seen in others {
        // The page and the résumé may both show it: the nearer one speaks.
        let found = photos
            .iter()
            .filter_map(|photo| Some((photo, photo.same.iter().find(|same| same.seen.id == seen.id)?)))
            .min_by_key(|(_, same)| same.how.rank());
        let Some((photo, same)) = found else { continue };
        let (name, source) = case.name_beside(photo.subject);
        let other_name = name_or_address(seen);
        findings.push(
            CHECK
                .finding(same.how.strength())
                .fact("name", &name, source)
                .fact("other_name", &other_name, &seen.source)
                .arg("here_source", photo.subject.source.label.clone())
                .arg("there_source", seen.source.label.clone())
                .evidence(Evidence::Photos {
                    here: photo.claim.clone(),
                    there: same.claim.clone(),
                    overlay: same.how.overlay(),
                    distance: same.how.distance(),
                })
                .seen(seen),
        );
    }
}

/// A photo of this person, and where else it was seen.
struct Photo<'a> {
    subject: &'a Subject<'a>,
    claim: &'a PhotoClaim,
    same: Vec<Same<'a>>,
}

/// The same photo in a sighting.
struct Same<'a> {
    seen: &'a Sighting,
    claim: &'a PhotoClaim,
    how: How,
}

/// How it was found that two photos are one.
enum How {
    /// Laid over each other.
    Laid { comparison: Comparison, here: Structure, there: Structure },
    /// By their PDQ hashes, of which this many bits differ: one of them was remembered before there were structures.
    Pdq(u32),
}

impl How {
    /// Less is nearer.
    fn rank(&self) -> (u8, u32) {
        match self {
            Self::Laid { comparison, .. } => (0, u32::MAX - (comparison.likeness * 1000.0) as u32),
            Self::Pdq(bits) => (1, *bits),
        }
    }

    fn strength(&self) -> Strength {
        match self {
            Self::Pdq(bits) if *bits > MATCH_DISTANCE => Strength::Medium,
            Self::Laid { .. } | Self::Pdq(_) => Strength::Strong,
        }
    }
}

impl How {
    fn distance(&self) -> Option<u32> {
        match self {
            Self::Pdq(bits) => Some(*bits),
            Self::Laid { .. } => None,
        }
    }

    fn overlay(&self) -> Option<Box<PhotoOverlay>> {
        let Self::Laid { comparison, here, there } = self else { return None };
        let thousandths = |v: f32| (v * 1000.0).round() as i32;
        let Pose { a, b, c, d } = comparison.pose;
        let side = |structure: &Structure, shown: f32| PhotoSide {
            shown: (shown * 100.0).round() as u32,
            round: structure.is_round(),
            part: structure.part().map(thousandths),
        };
        Some(Box::new(PhotoOverlay {
            mirrored: comparison.mirrored,
            matrix: [a, b, c, d].map(thousandths),
            turn: (comparison.pose.turn_degrees() * 10.0).round() as i32,
            here: side(here, comparison.first_shown),
            there: side(there, comparison.second_shown),
            squares: comparison.blocks as u32,
            agreeing: comparison.places.iter().map(|place| place.map(thousandths)).collect(),
            agreeing_here: comparison.in_first,
        }))
    }
}

/// A photo as it is compared.
struct Sketches {
    pdq: Option<Pdq>,
    structure: Option<Structure>,
}

fn same_photo<'a>(own: &Sketches, seen: &'a Sighting) -> Option<Same<'a>> {
    let (claim, other) = sketched(seen.profile.photo.as_ref())?;
    let how = match (&own.structure, &other.structure) {
        (Some(own), Some(other)) => How::Laid {
            comparison: compare(own, other).filter(Comparison::is_same_photo)?,
            here: own.clone(),
            there: other.clone(),
        },
        _ => How::Pdq(Some(distance(&own.pdq?, &other.pdq?)).filter(|bits| *bits <= CANDIDATE_DISTANCE)?),
    };
    Some(Same { seen, claim, how })
}

/// The photo and its sketches, when it has enough structure to be compared.
fn sketched(photo: Option<&PhotoClaim>) -> Option<(&PhotoClaim, Sketches)> {
    let claim = photo.filter(|claim| claim.quality >= MIN_QUALITY)?;
    let pdq = claim.sketch.as_ref().and_then(|s| s.parse().ok());
    let structure = claim.structure.as_ref().and_then(|s| s.parse().ok());
    (pdq.is_some() || structure.is_some()).then_some((claim, Sketches { pdq, structure }))
}
