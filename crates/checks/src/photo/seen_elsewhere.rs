//! The photo of this profile was seen on a profile under another name.

use loupe_memory::Sighting;
use loupe_profile::PhotoClaim;
use loupe_sketch::photo::{CANDIDATE_DISTANCE, MATCH_DISTANCE, MIN_QUALITY, PhotoSketch, distance};

use crate::{
    Case, Check, Evidence, Finding, Status, Strength, Subject,
    case::{is_hub, name_or_address},
};

pub(crate) static CHECK: Check =
    Check { id: "photo/seen-elsewhere", rule: 1, status: Status::Preview, page: page!("seen_elsewhere.md"), run };

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
            .min_by_key(|(_, same)| same.distance);
        let Some((photo, same)) = found else { continue };
        let (name, source) = case.name_beside(photo.subject);
        let other_name = name_or_address(seen);
        let strength = if same.distance <= MATCH_DISTANCE { Strength::Strong } else { Strength::Medium };
        findings.push(
            CHECK
                .finding(strength)
                .fact("name", &name, source)
                .fact("other_name", &other_name, &seen.source)
                .arg("here_source", photo.subject.source.label.clone())
                .arg("there_source", seen.source.label.clone())
                .evidence(Evidence::Photos {
                    here: photo.claim.clone(),
                    there: same.claim.clone(),
                    distance: same.distance,
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
    distance: u32,
}

fn same_photo<'a>(sketch: &PhotoSketch, seen: &'a Sighting) -> Option<Same<'a>> {
    let (claim, other) = sketched(seen.profile.photo.as_ref())?;
    let distance = distance(sketch, &other);
    (distance <= CANDIDATE_DISTANCE).then_some(Same { seen, claim, distance })
}

/// The photo and its sketch, when it has enough structure to be compared.
fn sketched(photo: Option<&PhotoClaim>) -> Option<(&PhotoClaim, PhotoSketch)> {
    let claim = photo.filter(|claim| claim.quality >= MIN_QUALITY)?;
    Some((claim, claim.sketch.as_ref()?.parse().ok()?))
}
