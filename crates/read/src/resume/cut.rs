//! A line that has two names, cut: a position and its employer, a degree and its school, a position and its place.

use crate::{places, words};

use super::{
    draft::Kind,
    naming::{organisation_like, title_like},
};

/// Words between a position and its employer, or a degree and its school.
pub(super) const AT: [&str; 10] =
    [" at ", " bei ", " chez ", " presso ", " hos ", " with ", " from ", " bij ", " tại ", " لدى "];
/// Marks that part a line when nothing else tells its names apart.
const SOFT: [&str; 9] = ["; ", " — ", " – ", " - ", " / ", ", ", "، ", "、", "，"];

/// The two names in a line.
pub(super) fn in_two(text: &str, kind: Kind) -> Option<(String, String)> {
    let whole = |(left, right): (&str, &str)| (left.trim().to_owned(), right.trim().to_owned());
    if let Some(parts) = AT.iter().find_map(|word| text.split_once(word)) {
        return Some(whole(parts));
    }
    // "Quay Labs, Hull: Engineer", "Engineer : Quay Labs"
    let colon = text.split_once(": ").or_else(|| text.split_once('：'));
    let sure = |(left, right): &(&str, &str)| {
        let titles = title_like(left, kind) != title_like(right, kind);
        let words = left.split_whitespace().count().max(right.split_whitespace().count());
        titles || organisation_like(left, kind) != organisation_like(right, kind) || (kind == Kind::Role && words <= 8)
    };
    let named = |(left, right): &(&str, &str)| {
        !left.trim().is_empty() && right.trim().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
    };
    if let Some(parts) = colon.filter(named).filter(sure) {
        return Some(whole(parts));
    }
    // "Engineer. Quay Labs": words run in before the rest of the line.
    let run_in = text.split_once(". ").filter(|(left, right)| {
        let word = left.rsplit(' ').next().unwrap_or_default().chars().count() >= 4;
        word && title_like(left, kind) && !title_like(right, kind)
    });
    if let Some(parts) = run_in {
        return Some(whole(parts));
    }
    let cuts = SOFT.iter().flat_map(|mark| text.match_indices(mark).map(move |(at, _)| (at, at + mark.len())));
    let cuts: Vec<(&str, &str)> =
        cuts.filter_map(|(at, behind)| Some((text.get(..at)?, text.get(behind..)?))).collect();
    let telling = |(left, right): &(&str, &str)| {
        i32::from(title_like(left, kind)) - i32::from(title_like(right, kind))
            + i32::from(organisation_like(right, kind))
            - i32::from(organisation_like(left, kind))
    };
    // "Fernrill, Inc." is one name.
    let slash = |cut: &(&str, &str)| text.get(cut.0.len()..).is_some_and(|rest| rest.starts_with(" / "));
    let fits = |cut: &&(&str, &str)| {
        let two = !slash(cut) || telling(cut) != 0;
        two && (cut.1.len() > 5 || !words::is_organisation(cut.1)) && !cut.0.trim().is_empty()
    };
    // The name in front may have commas of its own ("MBA, Finance", "Engineer, Storage"): the last cut that tells most
    // parts it from what it stands before; where the organisation is in front, the first.
    let fitting = || cuts.iter().filter(fits);
    let most = fitting().map(|cut| telling(cut).abs()).max()?;
    // A dash parts more than a comma does.
    let dashed = |cut: &(&str, &str)| text.get(cut.0.len()..).is_some_and(|rest| rest.starts_with([' ', '\u{a0}']));
    let best = |dash: bool| {
        let mut cuts = fitting().filter(move |cut| dashed(cut) == dash);
        cuts.clone()
            .rfind(|cut| telling(cut) == most && most > 0)
            .or_else(|| if most > 0 { cuts.find(|cut| telling(cut) == -most) } else { cuts.next_back() })
    };
    let cut = best(true).or_else(|| best(false)).or_else(|| fitting().next_back())?;
    // A comma within a degree ("BSc, Computing") parts it from its field, not from a school.
    let sure = telling(cut) != 0;
    (sure || kind == Kind::Role).then(|| whole(*cut))
}

/// "Engineer in Hull", "Engineer; Hull, United Kingdom": a position and where it was.
pub(super) fn place_behind_title(text: &str) -> Option<(&str, &str)> {
    const MARKS: [&str; 5] = ["; ", " in ", " à ", " en ", " em "];
    let cuts = MARKS.iter().filter_map(|mark| text.rsplit_once(mark));
    let mut cuts = cuts.map(|(title, place)| (title.trim(), place.trim()));
    cuts.find(|(title, place)| places::may_be_place(place) && words::is_title(title))
}
