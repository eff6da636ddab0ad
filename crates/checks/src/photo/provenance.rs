//! The photo's own file says that a generator made it, or a part of it.

use loupe_profile::{Part, Place, ProvenanceKind, ProvenanceMark, Quote};

use crate::{Case, Check, Finding, Status, Strength};

pub(crate) static CHECK: Check =
    Check { id: "photo/provenance", rule: 1, status: Status::Preview, page: page!("provenance.md"), run };

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let mut told: Vec<&ProvenanceMark> = Vec::new();
    for subject in case.subjects {
        // The reader puts the most telling mark first; one is enough.
        let marks = subject.profile.photo.iter().flat_map(|photo| &photo.provenance);
        let Some(mark) = marks.filter(|mark| says_made(mark.kind)).min_by_key(|mark| mark.kind) else { continue };
        // The same file beside the page is the same mark.
        if told.contains(&mark) {
            continue;
        }
        told.push(mark);
        let quote = |text: &str| Quote::new(text, Place::part(Part::Photo));
        findings.push(CHECK.finding(Strength::Medium).fact("mark", &quote(&mark.words), subject.source).fact(
            "written_in",
            &quote(&mark.place),
            subject.source,
        ));
    }
}

/// A program's name says nothing, and neither does a manifest alone: cameras and sites write them.
fn says_made(kind: ProvenanceKind) -> bool {
    match kind {
        ProvenanceKind::Generated | ProvenanceKind::Composed => true,
        ProvenanceKind::Software | ProvenanceKind::C2pa => false,
    }
}
