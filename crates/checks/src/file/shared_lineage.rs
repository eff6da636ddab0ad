//! Two files of two people that were made from one document, or by one hand.

use std::collections::BTreeSet;

use loupe_memory::Sighting;
use loupe_profile::{Mark, NameMatch, Part, Place, Quote, compare_names};

use crate::{
    Case, Check, Finding, Status, Strength, Subject,
    case::{is_hub, name_of},
};

pub(crate) static CHECK: Check =
    Check { id: "file/shared-lineage", rule: 1, status: Status::Preview, page: page!("shared_lineage.md"), run };

/// Editing sessions that have to be in both files. Fewer come with Word's own templates.
const SESSIONS: usize = 10;
/// What text in both has to weigh so that they have more in common than a template: as for a strong find of copied text.
const COMMON_TEXT: f32 = 20.0;
/// Marks that are quoted.
const QUOTED: usize = 4;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let marked = |seen: &'_ Sighting| seen.document.as_ref().map(|document| BTreeSet::from_iter(document.marks()));
    for subject in case.subjects {
        let Some(own) = subject.document.map(loupe_profile::Document::marks) else { continue };
        let others = case.seen_under_another_name().filter(|seen| case.is_another(subject, seen));
        let seen: Vec<(&Sighting, BTreeSet<Mark>)> = others.filter_map(|seen| Some((seen, marked(seen)?))).collect();
        // What stands in many people's files comes from a template that they all began with, or from a service.
        let is_own =
            |mark: &&Mark| !is_hub(seen.iter().filter(|(_, marks)| marks.contains(*mark)).map(|(seen, _)| *seen));
        let own: Vec<&Mark> = own.iter().filter(is_own).collect();
        for (sighting, theirs) in &seen {
            let shared: Vec<&Mark> = own.iter().copied().filter(|mark| theirs.contains(mark)).collect();
            findings.extend(finding(case, subject, sighting, &shared));
        }
    }
}

fn finding(case: &Case<'_>, subject: &Subject<'_>, seen: &Sighting, shared: &[&Mark]) -> Option<Finding> {
    // Each of them may have had the other's help; then it says where the file was, not whose words are in it.
    let named = || case.subjects.iter().filter_map(|s| s.profile.name_text()).chain([name_of(seen)]);
    let is_third = |name: &str| named().all(|own| compare_names(own, name) != NameMatch::Compatible);
    let has = |is: fn(&Mark) -> bool| shared.iter().any(|mark| is(mark));
    let sessions = shared.iter().filter(|mark| matches!(mark, Mark::Session(_))).count();
    let one_hand = shared.iter().any(|mark| matches!(mark, Mark::Author(name) | Mark::SavedBy(name) if is_third(name)));
    let saved_by_one = shared.iter().any(|mark| matches!(mark, Mark::SavedBy(name) if is_third(name)));
    let one_document = has(|mark| matches!(mark, Mark::Id(_) | Mark::Made(_))) || sessions >= SESSIONS;
    if !one_document && !one_hand {
        return None;
    }
    // A template that few have been seen with looks like a master file, its author's name included, and a friend may type
    // two people's résumés. The same text is more, or who saved both last, or a PDF that both began as.
    let one_pdf = has(|mark| matches!(mark, Mark::Id(_))) && subject.document.is_some_and(|d| d.format == "pdf");
    let strength = if shares_text(case, subject, seen) {
        Strength::Strong
    } else if one_document && (saved_by_one || one_pdf) {
        Strength::Medium
    } else {
        Strength::Weak
    };
    let told = shared.iter().filter(|mark| !matches!(mark, Mark::Session(_)) || sessions >= SESSIONS);
    let told = told.filter(|mark| !matches!(mark, Mark::Author(name) | Mark::SavedBy(name) if !is_third(name)));
    let mut told: Vec<&str> = told.map(|mark| mark.text()).collect();
    told.dedup();
    told.truncate(QUOTED);
    let quote = Quote::new(told.join("; "), Place::part(Part::Other));
    let finding = CHECK.finding(strength).fact("here", &quote, subject.source).fact("there", &quote, &seen.source);
    Some(
        finding
            .arg("here_source", subject.source.label.clone())
            .arg("there_source", seen.source.label.clone())
            .arg("sessions", sessions.to_string())
            .seen(seen),
    )
}

/// Whether they have more text in common than a template has.
fn shares_text(case: &Case<'_>, subject: &Subject<'_>, seen: &Sighting) -> bool {
    let is_this = |at: usize| case.subjects.get(at).is_some_and(|known| std::ptr::eq(known, subject));
    let mut pairs = case.texts().pairs.iter().filter(|pair| is_this(pair.here));
    let pair = pairs.find(|pair| case.seen.get(pair.there).is_some_and(|known| known.id == seen.id));
    pair.is_some_and(|pair| pair.chains.iter().map(|chain| chain.weight).sum::<f32>() >= COMMON_TEXT)
}
