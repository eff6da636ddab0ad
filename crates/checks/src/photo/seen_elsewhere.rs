//! The photo of this profile was seen on a profile under another name.

use loupe_memory::{Sighting, SightingId};
use loupe_profile::PhotoClaim;

use crate::{
    Case, Check, Evidence, Finding, Status, Subject,
    case::{is_hub, name_or_address},
    compare::photos::{PhotoPair, Sketches},
};

pub(crate) static CHECK: Check =
    Check { id: "photo/seen-elsewhere", rule: 2, status: Status::Preview, page: page!("seen_elsewhere.md"), run };

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let others: Vec<&Sighting> = case.seen_under_another_name().collect();
    let photos: Vec<Photo<'_>> = case
        .subjects
        .iter()
        .filter_map(|subject| {
            let claim = subject.profile.photo.as_ref()?;
            let sketch = Sketches::of(claim)?;
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
            .min_by_key(|(_, same)| same.pair.rank());
        let Some((photo, same)) = found else { continue };
        let (name, source) = case.name_beside(photo.subject);
        let other_name = name_or_address(seen);
        findings.push(
            CHECK
                .finding(same.pair.strength())
                .fact("name", &name, source)
                .fact("other_name", &other_name, &seen.source)
                .arg("here_source", photo.subject.source.label.clone())
                .arg("there_source", seen.source.label.clone())
                .evidence(Evidence::Photos {
                    here: Box::new(photo.claim.clone()),
                    there: Box::new(same.claim.clone()),
                    overlay: same.pair.overlay.clone(),
                    distance: same.pair.distance,
                })
                .seen(seen),
        );
    }
}

/// Who shares a photo of this person with so many others that the check passes over it; nobody where it does not.
pub fn photo_hub(case: &Case<'_>) -> Vec<SightingId> {
    let others: Vec<&Sighting> = case.seen_under_another_name().collect();
    let hub = case.subjects.iter().find_map(|subject| {
        let sketch = Sketches::of(subject.profile.photo.as_ref()?)?;
        let others = others.iter().filter(|seen| case.is_another(subject, seen));
        let same: Vec<_> = others.filter_map(|seen| same_photo(&sketch, seen)).collect();
        is_hub(same.iter().map(|same| same.seen)).then(|| same.iter().map(|same| same.seen.id).collect())
    });
    hub.unwrap_or_default()
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
    pair: PhotoPair,
}

fn same_photo<'a>(own: &Sketches, seen: &'a Sighting) -> Option<Same<'a>> {
    let claim = seen.profile.photo.as_ref()?;
    let pair = own.beside(&Sketches::of(claim)?).filter(|pair| pair.same)?;
    Some(Same { seen, claim, pair })
}
