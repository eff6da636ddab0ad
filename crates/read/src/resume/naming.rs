//! Which of an entry's names is the position and which the employer; which the degree and which the school.
//!
//! Words tell it of some entries; a document keeps one order, so those tell it of the others.

use loupe_profile::fold;

use crate::{
    dates, places,
    words::{self, Label},
};

use super::{
    address, cut,
    draft::{Draft, Kind, Unit},
    field, form, labels, whereabouts,
};

/// Marks that part a line wherever they stand.
const MARKS: [&str; 9] = [" | ", " · ", " • ", "\t", " ｜ ", " ⋄ ", " ‖ ", " // ", " @ "];
/// Words that stand so too, and as often within one of the two.
const IN: [&str; 7] = [" en ", " em ", " na ", " på ", " w ", " v ", " в "];
/// The units of a line or a cell: parted where it is surely more than one.
pub(super) fn units(text: &str, prominence: i32) -> Vec<Unit> {
    let mut parts = vec![text];
    for mark in MARKS {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    // "Developer / Quay Labs / Hull"; with two parts, both may be positions.
    if text.matches(" / ").count() > 1 {
        parts = parts.into_iter().flat_map(|part| part.split(" / ")).collect();
    }
    let whole = parts.len() == 1;
    let parts = parts
        .into_iter()
        .map(clean)
        .filter(|part| part.chars().any(char::is_alphanumeric) && !is_joint(part) && !is_date_like(part));
    parts.map(|text| Unit { text: text.to_owned(), prominence, whole }).collect()
}

/// Without the marks around it, the number of a list before it ("3. Trainee"), and the words that lead to a name.
fn clean(part: &str) -> &str {
    const LEADS: [&str; 12] = [
        "presently working as ",
        "currently working as ",
        "presently working with ",
        "working as ",
        "worked as ",
        "working with ",
        "worked with ",
        "working in ",
        "worked in ",
        "with ",
        "at ",
        "m/s ",
    ];
    let marks = |c: char| c.is_whitespace() || ",;:،、|·•–—*".contains(c);
    let part = part.trim_matches(marks);
    let numbered = part.split_once(['.', ')']).filter(|(number, rest)| {
        !number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) && !rest.is_empty()
    });
    let part = numbered.map_or(part, |(_, rest)| rest).trim_matches(marks);
    let lead = LEADS.iter().find(|lead| part.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead)));
    let part = lead.and_then(|lead| part.get(lead.len()..)).unwrap_or(part);
    let part = without_stop(part);
    let article = ["a ", "an ", "the "]
        .iter()
        .find(|a| lead.is_some() && part.get(..a.len()).is_some_and(|h| h.eq_ignore_ascii_case(a)));
    article.and_then(|article| part.get(article.len()..)).unwrap_or(part).trim()
}

/// Without the full stop of a line that is written as a sentence; behind a short word it is an abbreviation's.
fn without_stop(text: &str) -> &str {
    if ends_a_sentence(text) { text.strip_suffix('.').unwrap_or(text) } else { text }
}

/// True for a full stop behind a whole word; behind a few letters it is an abbreviation's: "Şti.", "Inc.".
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let Some(bare) = text.strip_suffix('.') else { return false };
    // "Navika a.s.", "Nordhafen e.V."
    let word = bare.rsplit(' ').next().unwrap_or_default();
    if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2) {
        return false;
    }
    let last = bare.rsplit([' ', '.', ',']).next().unwrap_or_default();
    last.chars().count() > 3 || !last.chars().next().is_some_and(char::is_uppercase)
}

/// Dates that could not be read as those of the entry: never a name.
pub(super) fn is_date_like(part: &str) -> bool {
    const WORDS: [&str; 10] = ["present", "now", "current", "today", "to", "till", "until", "date", "since", "from"];
    let Some(found) = dates::find(part) else { return false };
    let rest = [part.get(..found.bytes.start), part.get(found.bytes.end..)].map(|side| fold(side.unwrap_or_default()));
    let words = rest.iter().flat_map(|side| side.split(' ')).filter(|word| word.chars().any(char::is_alphabetic));
    words.into_iter().all(|word| WORDS.contains(&word))
}

/// A word that stood between two names and is none.
fn is_joint(part: &str) -> bool {
    const JOINTS: [&str; 10] = ["in", "at", "from", "as", "to", "with", "date", "dates", "period", "duration"];
    JOINTS.contains(&part.to_lowercase().as_str())
}

/// Takes out what is no name: durations, words for the kind of employment, places. Gives the kind of employment.
pub(super) fn sort_out(draft: &mut Draft, kind: Kind) -> Option<String> {
    let mut contract = None;
    draft
        .names
        .retain(|unit| !dates::is_duration(unit.text.trim_matches(['(', ')'])) && !address::is_written(&unit.text));
    if draft.names.len() > 2 {
        draft.names.retain(|unit| !address::may_be(&unit.text));
    }
    if kind == Kind::Study {
        for unit in &mut draft.names {
            unit.text = field::without_grade(&unit.text).to_owned();
        }
        draft.names.retain(|unit| !unit.text.is_empty());
    }
    // "Trainee" is a position where nothing else in the entry is.
    let titled =
        draft.names.iter().filter(|unit| words::is_title(&unit.text)).count() + usize::from(draft.title.is_some());
    let mut kept: Vec<Unit> = Vec::new();
    // Of three names one that is a place is where; of two, one without its country may be an employer that is called so.
    let many = draft.names.len() > 2 || draft.names.iter().any(|unit| words::is_self_employed(&unit.text));
    for unit in std::mem::take(&mut draft.names) {
        let bare = unit.text.trim_matches(['(', ')']);
        if let Some((labels, value)) = labels::in_text(bare) {
            if let Some(slot) = form::slot(labels, kind, value).filter(|slot| *slot != form::Slot::Dates) {
                form::fill(draft, slot, value);
            }
            continue;
        }
        if words::labels(bare).contains(&Label::Text) {
            continue;
        }
        if words::is_employment(bare) && (!words::is_title(bare) || titled > 1) {
            contract.get_or_insert_with(|| bare.to_owned());
        } else if words::is_work_mode(bare) {
            draft.place.get_or_insert_with(|| bare.to_owned());
        } else if (many || bare.contains(',')) && draft.place.is_none() && places::is_place(bare) {
            draft.place = Some(bare.to_owned());
        } else if !kept.is_empty() && (places::is_place(bare) || (kept.len() > 1 && places::may_be_place(bare))) {
            draft.place.get_or_insert_with(|| bare.to_owned());
        } else {
            kept.push(unit);
        }
    }
    draft.names = kept;
    contract
}

/// Parts the lone names of a document that writes "Analista en Quay Labs" in each entry: where only one has the little
/// word, it may stand within a name ("Ingeniera en Sistemas").
pub(super) fn part_by_habit(drafts: &mut [Draft], kind: Kind) {
    let lone = |draft: &Draft| draft.title.is_none() && draft.organisation.is_none() && draft.names.len() == 1;
    let cut = |draft: &Draft, word: &str| {
        let unit = draft.names.first()?;
        let (left, right) = unit.text.split_once(word)?;
        let named = right.chars().next().is_some_and(char::is_uppercase) && !title_like(right, kind);
        named.then(|| [left, right].map(|text| Unit { text: text.trim().to_owned(), whole: false, ..unit.clone() }))
    };
    let all = || drafts.iter().filter(|draft| lone(draft));
    let habit = IN.iter().find(|word| {
        let titled = |units: &[Unit; 2]| title_like(&units[0].text, kind);
        all().count() >= 2
            && all().all(|draft| cut(draft, word).is_some())
            && all().filter_map(|draft| cut(draft, word)).any(|units| titled(&units))
    });
    let Some(word) = habit.filter(|_| kind == Kind::Role) else { return };
    for draft in drafts.iter_mut().filter(|draft| lone(draft)) {
        if let Some(both) = cut(draft, word) {
            draft.names = both.to_vec();
        }
    }
}

/// Parts a lone name into two, and takes a place off the end of the others.
pub(super) fn part(draft: &mut Draft, kind: Kind) {
    let known = usize::from(draft.title.is_some()) + usize::from(draft.organisation.is_some());
    if let [only] = draft.names.as_slice()
        && known == 0
    {
        let mut only = only.clone();
        // The place behind both names is neither's.
        if let Some((names, place)) = places::split_off(&only.text) {
            let (names, place) = (names.to_owned(), place.to_owned());
            only.text = names;
            draft.place.get_or_insert(place);
            draft.names = vec![only.clone()];
        }
        if let Some((left, right)) = cut::in_two(&only.text, kind) {
            let unit = |text: &str| Unit { text: text.to_owned(), whole: false, ..only };
            draft.names = vec![unit(&left), unit(&right)];
        }
    } else if draft.names.len() >= 2 {
        part_at_word(draft, kind);
    }
    for (at, unit) in draft.names.iter_mut().enumerate() {
        let behind_title = || cut::place_behind_title(&unit.text).filter(|_| kind == Kind::Role);
        if let Some((name, place)) = behind_title().or_else(|| places::split_off(&unit.text)) {
            let mark = unit.text.get(name.len()..).and_then(whereabouts::mark);
            draft.place_behind = draft.place_behind.or(mark.map(|mark| (at, mark)));
            let (name, place) = (name.to_owned(), place.to_owned());
            unit.text = name;
            draft.place.get_or_insert(place);
        }
    }
}

/// "Developer at Quay Labs" above a line of its own kind: the line that says "at" has both names.
fn part_at_word(draft: &mut Draft, kind: Kind) {
    let found = draft.names.iter().enumerate().find_map(|(at, unit)| {
        let (left, right) = cut::AT.iter().find_map(|word| unit.text.split_once(word))?;
        let telling = title_like(left, kind) && !title_like(right, kind);
        telling.then(|| (at, left.trim().to_owned(), right.trim().to_owned()))
    });
    if let Some((at, left, right)) = found
        && let Some(unit) = draft.names.get(at).cloned()
    {
        let both = [left, right].map(|text| Unit { text, whole: false, ..unit });
        let rest = draft.names.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, unit)| unit.clone());
        draft.names = both.into_iter().chain(rest).collect();
    }
}

/// True for words that name a position, or a degree.
pub(super) fn title_like(text: &str, kind: Kind) -> bool {
    if kind == Kind::Role { words::is_title(text) } else { words::is_degree(text) }
}

pub(super) fn organisation_like(text: &str, kind: Kind) -> bool {
    // Teachers and researchers work at schools.
    words::is_school(text) || (kind == Kind::Role && words::is_organisation(text))
}

/// Settles the order of the names in all entries of a part: true when the position, or the degree, comes first.
fn title_first(drafts: &[Draft], kind: Kind) -> bool {
    let votes: i32 = drafts.iter().filter_map(|draft| evidence(draft, kind)).map(i32::signum).sum();
    // Without a sign: positions come first, and so do schools.
    if votes == 0 { kind == Kind::Role } else { votes > 0 }
}

/// How much speaks for the position being the first of two names.
fn evidence(draft: &Draft, kind: Kind) -> Option<i32> {
    let [first, second, ..] = draft.names.as_slice() else { return None };
    let of = |unit: &Unit| i32::from(title_like(&unit.text, kind)) - i32::from(organisation_like(&unit.text, kind));
    Some(of(first) - of(second))
}

/// Gives every entry its title and its organisation.
pub(super) fn settle(drafts: &mut [Draft], kind: Kind) {
    let title_first = title_first(drafts, kind);
    let mut employer: Option<String> = None;
    for draft in drafts {
        let own = evidence(draft, kind).unwrap_or(0);
        let first_is_title = if own == 0 { title_first } else { own > 0 };
        let first_is_title = first_by_word(&mut draft.names, kind).unwrap_or(first_is_title);
        let mut names = std::mem::take(&mut draft.names).into_iter().map(|unit| unit.text);
        let (title, organisation) = match (names.next(), names.next()) {
            (Some(first), Some(second)) if first_is_title => (Some(first), Some(second)),
            (Some(first), Some(second)) => (Some(second), Some(first)),
            (Some(only), None) => lone(only, draft, kind),
            _ => (None, None),
        };
        draft.title = draft.title.take().or(title);
        draft.organisation = draft.organisation.take().or(organisation);
        if let Some(third) = names.next().filter(|third| third.len() <= 80) {
            draft.place.get_or_insert(third);
        }
        if draft.goes_on && draft.organisation.is_none() && !draft.title.as_deref().is_some_and(is_between_employers) {
            draft.organisation.clone_from(&employer);
        }
        employer.clone_from(&draft.organisation);
    }
}

/// Of three names, the one that is surely the position or the employer first: what is behind the other is the place.
/// Gives whether the position, or the degree, is first then.
fn first_by_word(names: &mut [Unit], kind: Kind) -> Option<bool> {
    let three = names.get_mut(..3)?;
    let only = |is: fn(&str, Kind) -> bool| {
        let mut found = three.iter().enumerate().filter(|(_, unit)| is(&unit.text, kind)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    };
    let (title, organisation) = (only(title_like), only(organisation_like));
    let (at, is_title) = match (title, organisation) {
        (Some(at), other) if other != Some(at) => (at, true),
        (None, Some(at)) => (at, false),
        _ => return None,
    };
    three.get_mut(..=at)?.rotate_right(1);
    if is_title && organisation.is_some_and(|_| three.get(2).is_some_and(|unit| organisation_like(&unit.text, kind))) {
        three.get_mut(1..)?.rotate_right(1);
    }
    Some(is_title)
}

/// True for time without an employer: the one above is not this entry's.
fn is_between_employers(title: &str) -> bool {
    const BREAKS: [&str; 24] = [
        "career break",
        "sabbatical",
        "parental leave",
        "maternity leave",
        "paternity leave",
        "family leave",
        "gap year",
        "unemployed",
        "between jobs",
        "elternzeit",
        "auszeit",
        "sabbatjahr",
        "congé parental",
        "congé sabbatique",
        "excedencia",
        "pausa profesional",
        "pausa carriera",
        "pausa na carreira",
        "urlop wychowawczy",
        "föräldraledig",
        "loopbaanonderbreking",
        "декрет",
        "育児休業",
        "육아휴직",
    ];
    let folded = fold(title);
    let begins = folded.split(' ').next().unwrap_or_default();
    words::is_self_employed(title)
        || words::is_self_employed(begins)
        || BREAKS.iter().any(|words| folded.contains(fold(words).as_str()))
}

/// The only name of an entry: whose it is, words tell; else a role is named by its position, a study by its school.
fn lone(only: String, draft: &Draft, kind: Kind) -> (Option<String>, Option<String>) {
    let organisation = organisation_like(&only, kind) && !title_like(&only, kind);
    let title = title_like(&only, kind) && !organisation_like(&only, kind);
    let is_title = match kind {
        Kind::Role => !organisation || draft.goes_on,
        Kind::Study => title,
    };
    if draft.title.is_some() || (!is_title && draft.organisation.is_none()) {
        (None, Some(only))
    } else {
        (Some(only), None)
    }
}
