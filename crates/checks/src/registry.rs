//! All checks, and what is said of their findings together.
//!
//! `cargo xtask new-check` adds to [`DRAFTS`]: one line a check, sorted by id. A draft that is ready moves to [`CHECKS`].

use crate::{Case, Check, Finding, Strength};

/// Every check, sorted by id.
pub static CHECKS: &[&Check] = &[
    &crate::file::author_conflict::CHECK,
    &crate::file::hidden_text::CHECK,
    &crate::file::shared_lineage::CHECK,
    &crate::history::impossible_dates::CHECK,
    &crate::history::overlapping_roles::CHECK,
    &crate::history::sources_contradict::CHECK,
    &crate::identity::shared_contact::CHECK,
    &crate::photo::provenance::CHECK,
    &crate::photo::same_scene::CHECK,
    &crate::photo::seen_elsewhere::CHECK,
    &crate::text::copied_job_ad::CHECK,
    &crate::text::placeholder::CHECK,
    &crate::text::repeated_within::CHECK,
    &crate::text::seen_elsewhere::CHECK,
    &crate::text::template_family::CHECK,
];

/// Checks in the making, sorted by id: tested with their examples, but never run for users, and not yet complete.
pub static DRAFTS: &[&Check] = &[
    // One line a check, as above.
];

/// The check with this id.
pub fn check(id: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.id == id)
}

/// Runs every check: the strongest findings first, and the same case always in the same order.
pub fn run_all(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.run)(case, &mut findings);
    }
    sort(&mut findings);
    findings
}

/// Strength descending, then check, facts, and the sighting spoken of.
fn sort(findings: &mut [Finding]) {
    fn facts(finding: &Finding) -> impl Iterator<Item = (&str, &str, &str)> {
        finding.facts.iter().map(|f| (f.name.as_str(), f.quote.text.as_str(), f.source.address.as_str()))
    }
    findings.sort_by(|a, b| {
        b.strength
            .cmp(&a.strength)
            .then_with(|| a.check.cmp(&b.check))
            .then_with(|| facts(a).cmp(facts(b)))
            .then_with(|| a.seen.as_ref().map(|s| s.id).cmp(&b.seen.as_ref().map(|s| s.id)))
    });
}

/// How many findings are worth verifying: the strong and medium ones, once there is a strong one or mediums of two
/// different groups. Weak findings never count.
pub fn worth_verifying(findings: &[Finding]) -> u32 {
    let strong = findings.iter().filter(|f| f.strength == Strength::Strong).count();
    let mediums: Vec<&str> = findings.iter().filter(|f| f.strength == Strength::Medium).map(Finding::group).collect();
    let groups_differ = mediums.iter().any(|group| *group != mediums[0]);
    if strong > 0 || groups_differ { (strong + mediums.len()) as u32 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(rows: &[(&str, Strength)]) -> Vec<Finding> {
        let found = |(id, strength): &(&str, Strength)| Finding {
            check: (*id).to_owned(),
            ..crate::history::impossible_dates::CHECK.finding(*strength)
        };
        rows.iter().map(found).collect()
    }

    #[test]
    fn weak_findings_never_escalate() {
        use Strength::{Medium, Strong, Weak};
        for (expected, rows) in [
            (0, vec![]),
            (0, vec![("history/a", Weak), ("text/b", Weak), ("photo/c", Weak)]),
            (0, vec![("history/a", Medium)]),
            (0, vec![("history/a", Medium), ("history/b", Medium), ("text/c", Weak)]),
            (2, vec![("history/a", Medium), ("text/b", Medium), ("text/c", Weak)]),
            (1, vec![("photo/a", Strong), ("text/c", Weak)]),
            (3, vec![("photo/a", Strong), ("history/a", Medium), ("history/b", Medium)]),
        ] {
            assert_eq!(worth_verifying(&findings(&rows)), expected, "{rows:?}");
        }
    }

    #[test]
    fn the_strongest_come_first_and_the_order_is_fixed() {
        use Strength::{Medium, Strong, Weak};
        let mut one = findings(&[("b/x", Weak), ("b/x", Strong), ("a/x", Strong), ("a/x", Medium)]);
        let mut two = one.clone();
        two.reverse();
        sort(&mut one);
        sort(&mut two);
        assert_eq!(one, two);
        let order: Vec<_> = one.iter().map(|f| (f.check.as_str(), f.strength)).collect();
        assert_eq!(order, [("a/x", Strong), ("b/x", Strong), ("a/x", Medium), ("b/x", Weak)]);
    }
}
