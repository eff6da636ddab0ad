//! Which entry that was read is which entry that was printed: the best pairs first, each entry once.

use crate::read::Entry;
use crate::same::{equal, overlap, same_degree};
use crate::truth::{ShownRole, ShownStudy};

/// Pairs by likeness, greatest first; of equals the earliest. Entries that share nothing stay alone.
pub(crate) fn pairs(expected: usize, got: usize, likeness: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let mut all: Vec<(f64, usize, usize)> = (0..expected)
        .flat_map(|e| (0..got).map(move |g| (e, g)))
        .map(|(e, g)| (likeness(e, g), e, g))
        .filter(|(score, ..)| *score >= LEAST)
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken, mut used) = (vec![false; expected], vec![false; got]);
    let mut chosen = Vec::new();
    for (_, e, g) in all {
        if !taken[e] && !used[g] {
            (taken[e], used[g]) = (true, true);
            chosen.push((e, g));
        }
    }
    chosen.sort_unstable();
    chosen
}

/// Two entries are one when at least a date, or most words of one name, agree.
const LEAST: f64 = 1.0;

fn name(expected: Option<&str>, got: Option<&str>) -> f64 {
    match (expected, got) {
        (Some(a), Some(b)) if equal(a, b) => 3.0,
        (Some(a), Some(b)) => 1.5 * overlap(a, b),
        _ => 0.0,
    }
}

fn date(expected: Option<&str>, got: Option<&str>) -> f64 {
    f64::from(u8::from(expected.is_some() && expected == got))
}

pub(crate) fn role(expected: &ShownRole, got: &Entry) -> f64 {
    // A title read as the employer still tells which entry it is.
    let crossed = name(expected.title.as_deref(), got.employer.as_deref())
        .max(name(expected.employer.as_deref(), got.title.as_deref()));
    name(expected.title.as_deref(), got.title.as_deref())
        + name(expected.employer.as_deref(), got.employer.as_deref())
        + 0.5 * crossed
        + date(expected.start.as_deref(), got.start.as_deref())
        + date(expected.end.as_deref(), got.end.as_deref())
}

pub(crate) fn study(expected: &ShownStudy, got: &Entry) -> f64 {
    let degree = got.title.as_deref().map_or(0.0, |got| {
        if same_degree(&expected.degree, got) { 3.0 } else { 1.5 * overlap(&expected.degree.join(" "), got) }
    });
    name(expected.school.as_deref(), got.employer.as_deref())
        + degree
        + date(expected.start.as_deref(), got.start.as_deref())
        + date(expected.end.as_deref(), got.end.as_deref())
}
