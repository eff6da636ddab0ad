//! The same text under two employers of one history.

use std::collections::BTreeMap;

use loupe_profile::{Passage, PassageKind, Role};
use loupe_sketch::common::{Chain, compare, shared};

use crate::{
    Case, Check, Finding, Status, Strength, Subject,
    compare::{might_be_same_employer, side::Side},
};

pub(crate) static CHECK: Check =
    Check { id: "text/repeated-within", rule: 1, status: Status::Preview, page: page!("repeated_within.md"), run };

/// Words that have to stand under both, and how many of those that say something.
const WORDS: u32 = 12;
const TELLING: u32 = 7;
/// The part of the telling words, in hundredths, that has to be the same.
const EQUAL: usize = 80;
/// Roles compared of one source; more is no history.
const MOST_ROLES: usize = 24;
/// Passages shown of one pair of roles.
const SHOWN: usize = 3;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    findings.extend(case.subjects.iter().filter_map(finding));
}

/// The two roles of a source that have most in common.
fn finding(subject: &Subject<'_>) -> Option<Finding> {
    let mut passages: BTreeMap<u32, Vec<&Passage>> = BTreeMap::new();
    for passage in subject.profile.passages.iter().filter(|passage| passage.kind == PassageKind::Role) {
        if let Some(entry) = passage.quote.place.entry {
            passages.entry(entry).or_default().push(passage);
        }
    }
    let sides = passages.into_iter().filter_map(|(entry, passages)| {
        let role = subject.profile.roles.get((entry as usize).checked_sub(1)?)?;
        Some((role, Side::of(passages)))
    });
    let sides: Vec<(&Role, Side<'_>)> = sides.take(MOST_ROLES).collect();
    let weight = |chains: &[Chain]| chains.iter().map(|chain| chain.weight).sum::<f32>();
    let mut most: Option<(Vec<Chain>, usize, usize)> = None;
    for (second, (role, there)) in sides.iter().enumerate() {
        for (first, (other, here)) in sides.iter().enumerate().take(second) {
            if !are_two_employers(role, other) {
                continue;
            }
            let mut chains = compare(&here.text, &there.text);
            chains.retain(|chain| is_repeated(chain, here, there));
            if weight(&chains) > most.as_ref().map_or(0.0, |(known, ..)| weight(known)) {
                most = Some((chains, first, second));
            }
        }
    }
    let (chains, first, second) = most?;
    let ((first, here), (second, there)) = (sides.get(first)?, sides.get(second)?);
    let [shared_here, shared_there] = shared(&here.text, &there.text, &chains);
    let spans = |chain: &Chain| [here.span(chain, 0), there.span(chain, 1)];
    let [at_here, at_there] = spans(chains.first()?);
    let mut finding = CHECK
        .finding(Strength::Weak)
        .fact("first", &here.passages.get(at_here[0])?.quote, subject.source)
        .fact("second", &there.passages.get(at_there[0])?.quote, subject.source)
        .arg("first_employer", first.employer.as_ref()?.text.as_str())
        .arg("second_employer", second.employer.as_ref()?.text.as_str());
    for chain in chains.iter().take(SHOWN) {
        finding = finding.evidence(Side::aligned([here, there], spans(chain), [&shared_here, &shared_there]));
    }
    Some(finding)
}

/// A promotion and a change of title within one company are one work, told once for each.
fn are_two_employers(a: &Role, b: &Role) -> bool {
    let (Some(a), Some(b)) = (&a.employer, &b.employer) else { return false };
    !might_be_same_employer(&a.text, &b.text)
}

/// Whether nearly all that a chain spans says the same on both sides.
fn is_repeated(chain: &Chain, here: &Side<'_>, there: &Side<'_>) -> bool {
    let (ends_here, ends_there) = (chain.ends(0), chain.ends(1));
    let is_long = |[from, to]: [u32; 2]| to.saturating_sub(from) + 1 >= WORDS;
    let telling = here.text.telling_within(ends_here).max(there.text.telling_within(ends_there));
    let is_equal = chain.words >= TELLING && chain.words as usize * 100 >= telling * EQUAL;
    is_long(ends_here) && is_long(ends_there) && is_equal
}
