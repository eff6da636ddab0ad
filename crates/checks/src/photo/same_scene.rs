//! The photo of this profile shows the scene of one that was seen under another name, with something else in the middle.

use crate::{Case, Check, Finding, Status, Strength, photo::elsewhere};

pub(crate) static CHECK: Check =
    Check { id: "photo/same-scene", rule: 1, status: Status::Preview, page: page!("same_scene.md"), run };

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    // Where one source shows the very photo, that says more.
    let same: Vec<_> = case.photo_pairs().filter(|found| found.pair.same).map(|found| found.seen.id).collect();
    for found in elsewhere(case, |pair| pair.same_scene, |pair| pair.nearly_same_scene) {
        if !same.contains(&found.seen.id) {
            findings.push(found.finding(&CHECK, Strength::Medium));
        }
    }
}
