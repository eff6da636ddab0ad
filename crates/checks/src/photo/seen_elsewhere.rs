//! The photo of this profile was seen on a profile under another name.

use loupe_memory::{Sighting, SightingId};

use crate::{Case, Check, Finding, Status, Strength, case::is_hub, compare::photos::PhotoPair, photo::elsewhere};

pub(crate) static CHECK: Check =
    Check { id: "photo/seen-elsewhere", rule: 3, status: Status::Preview, page: page!("seen_elsewhere.md"), run };

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let strength = |pair: &PhotoPair| if pair.is_near() { Strength::Strong } else { Strength::Medium };
    for found in elsewhere(case, |pair| pair.same, |pair| pair.same) {
        findings.push(found.finding(&CHECK, strength(found.pair)));
    }
}

/// Who shares a photo of this person with so many others that the check passes over it; nobody where it does not.
pub fn photo_hub(case: &Case<'_>) -> Vec<SightingId> {
    let hub = case.subjects.iter().find_map(|subject| {
        let pairs = case.photo_pairs().filter(|found| std::ptr::eq(found.subject, subject) && found.pair.same);
        let same: Vec<&Sighting> = pairs.map(|found| found.seen).collect();
        is_hub(same.iter().copied()).then(|| same.iter().map(|seen| seen.id).collect())
    });
    hub.unwrap_or_default()
}
