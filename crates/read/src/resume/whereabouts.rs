//! Where the work or the study was, of entries whose place no list of places knows: a document writes its places in one
//! order, so those that are known tell where the others stand.

use crate::{places, words};

use super::draft::Draft;

/// What stands between a name and its place.
const PLACE_MARKS: [&str; 8] = [", ", " – ", " — ", " - ", " (", "，", "; ", " in "];

/// Which of them a text begins with, as a number that [`part_places`] knows.
pub(super) fn mark(rest: &str) -> Option<usize> {
    PLACE_MARKS.iter().position(|mark| rest.starts_with(*mark))
}

/// Where in entries of three names the place stands, those that name a known one tell of the others.
pub(super) fn find_places(drafts: &mut [Draft]) {
    let place_in = |draft: &Draft| draft.names.iter().position(|unit| places::is_place(&unit.text));
    let of_three = |draft: &&Draft| draft.names.len() == 3 && draft.place.is_none();
    let mut votes = [0_usize; 3];
    for at in drafts.iter().filter(of_three).filter_map(place_in) {
        votes.iter_mut().skip(at).take(1).for_each(|votes| *votes += 1);
    }
    let Some((at, most)) = votes.iter().copied().enumerate().max_by_key(|(_, votes)| *votes) else { return };
    if most == 0 || votes.iter().filter(|votes| **votes > 0).count() > 1 {
        return;
    }
    for draft in drafts.iter_mut().filter(|draft| of_three(&&**draft) && place_in(draft).is_none()) {
        if draft.names.get(at).is_some_and(|unit| may_be_town(&unit.text)) {
            draft.place = Some(draft.names.remove(at).text);
        }
    }
}

/// As [`find_places`], of places behind a name: "Quay Labs, Hull" above "Fernrill, Little Oxmere".
pub(super) fn part_places(drafts: &mut [Draft]) {
    let told: Vec<(usize, usize)> = drafts.iter().filter_map(|draft| draft.place_behind).take(60).collect();
    let Some((at, mark)) = told.first().copied().filter(|first| told.iter().all(|other| other == first)) else {
        return;
    };
    for draft in drafts.iter_mut().filter(|draft| draft.place.is_none() && draft.names.len() == 2) {
        let cut = draft.names.get(at).zip(PLACE_MARKS.get(mark)).and_then(|(unit, mark)| {
            let (name, place) = unit.text.rsplit_once(mark)?;
            let place = place.trim_end_matches([')', '）']);
            (may_be_town(place) && place.len() > 3).then(|| (name.to_owned(), place.to_owned()))
        });
        if let Some((name, place)) = cut
            && let Some(unit) = draft.names.get_mut(at)
        {
            unit.text = name;
            draft.place = Some(place);
        }
    }
}

/// True for what can be the name of a town that is not listed.
fn may_be_town(text: &str) -> bool {
    text.split_whitespace().count() <= 4
        && text.chars().next().is_some_and(|c| !c.is_lowercase())
        && !text.chars().any(|c| c.is_ascii_digit())
        && !words::is_title(text)
        && !words::is_organisation(text)
        && !words::is_degree(text)
        && !words::is_school(text)
        && !words::is_employment(text)
}
