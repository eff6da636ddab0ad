//! Entries written as a form ("Company: …", "Designation: …") or as a sentence ("Worked in … as … from … to …").

use crate::{Block, BlockKind, dates, places, words::Label};

use super::{
    draft::{Draft, Kind, Unit},
    labels,
    prose::paragraphs,
};

/// Reads a part whose lines have labels; nothing when it is not written so.
pub(super) fn read(blocks: &[Block], kind: Kind, wrapped: bool) -> Option<Vec<Draft>> {
    if !labels::is_form(blocks) {
        return None;
    }
    let mut drafts: Vec<Draft> = Vec::new();
    let mut texts: Vec<Block> = Vec::new();
    let mut open = Draft::default();
    let mut filled: Vec<Slot> = Vec::new();
    for block in blocks {
        let found = labels::of(block).and_then(|(labels, value)| Some((slot(labels, kind, value)?, value)));
        let Some((slot, value)) = found else {
            texts.push(block.clone());
            continue;
        };
        // A label that the entry already has begins the next one.
        if filled.contains(&slot) {
            let head = head(&mut texts);
            close(&mut drafts, &mut open, &mut texts, wrapped);
            open.names.extend(head);
            filled.clear();
        } else if filled.is_empty() {
            // What else stood before the first label belongs to no entry that is known.
            open.names.extend(head(&mut texts));
            texts.clear();
        }
        filled.push(slot);
        open.page = open.page.or(block.page);
        fill(&mut open, slot, value);
    }
    if !filled.is_empty() {
        close(&mut drafts, &mut open, &mut texts, wrapped);
    }
    let told = drafts.iter().filter(|d| d.dates.is_some() || d.organisation.is_some()).count();
    (told > 0 && told * 2 >= drafts.len()).then_some(drafts)
}

/// The name of an entry right above its first label, if it stands out.
fn head(texts: &mut Vec<Block>) -> Option<Unit> {
    let stands_out = |block: &Block| (block.kind == BlockKind::Heading || block.bold) && block.text.len() <= 120;
    let head = texts.pop_if(|block| stands_out(block))?;
    Some(Unit { text: head.text, whole: true, ..Unit::default() })
}

fn close(drafts: &mut Vec<Draft>, open: &mut Draft, texts: &mut Vec<Block>, wrapped: bool) {
    let mut draft = std::mem::take(open);
    draft.texts = paragraphs(texts, wrapped);
    texts.clear();
    drafts.push(draft);
}

/// What a labelled value fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Title,
    Organisation,
    Dates,
    Place,
}

/// What the first fitting of a label's meanings fills, in an entry of this kind.
pub(super) fn slot(labels: &[Label], kind: Kind, value: &str) -> Option<Slot> {
    labels.iter().find_map(|label| match (label, kind) {
        (Label::Employer, Kind::Role) | (Label::School, Kind::Study) => Some(Slot::Organisation),
        (Label::Position, Kind::Role) | (Label::Degree, Kind::Study) => Some(Slot::Title),
        (Label::Dates, _) => dates::find(value).map(|_| Slot::Dates),
        (Label::Place, _) => Some(Slot::Place),
        _ => None,
    })
}

/// Puts a value where it belongs; a date beside a name is taken too.
pub(super) fn fill(draft: &mut Draft, slot: Slot, value: &str) {
    let found = dates::find_range(value).or_else(|| dates::find(value));
    let clean = |text: &str| text.trim_matches(|c: char| c.is_whitespace() || ".,;:()|–-".contains(c)).to_owned();
    let name = || {
        let range = dates::find_range(value).filter(|_| slot != Slot::Dates);
        let bare = range.and_then(|found| Some(clean(value.get(..found.bytes.start)?))).filter(|bare| !bare.is_empty());
        let bare = bare.unwrap_or_else(|| clean(value));
        places::split_off(&bare)
            .map_or_else(|| (bare.clone(), None), |(name, place)| (name.to_owned(), Some(place.to_owned())))
    };
    match slot {
        Slot::Title => draft.title = Some(clean(value)),
        Slot::Organisation => {
            let (name, place) = name();
            draft.organisation = Some(name);
            draft.place = draft.place.take().or(place);
            if let Some(found) = dates::find_range(value) {
                draft.dates = value.get(found.bytes.clone()).map(|text| (text.to_owned(), found.span));
            }
        }
        Slot::Dates => draft.dates = found.and_then(|f| Some((value.get(f.bytes.clone())?.to_owned(), f.span))),
        Slot::Place => draft.place = Some(clean(value)),
    }
}

/// How such sentences begin, and the words that lead to the employer and to the position.
const BEGINS: [&str; 12] = [
    "worked",
    "working",
    "presently",
    "currently",
    "i am",
    "i have",
    "i worked",
    "previously",
    "now working",
    "since",
    "associated",
    "served",
];

/// Reads sentences of English résumés: "Worked in Quay Labs as Site Engineer from Jan 2012 to Aug 2016."
pub(super) fn sentences(blocks: &[Block], kind: Kind) -> Vec<Draft> {
    if kind != Kind::Role {
        return Vec::new();
    }
    // A sentence may go on in the next line.
    let joined = paragraphs(blocks, true);
    joined.into_iter().filter_map(|(page, text)| sentence(&text).map(|draft| Draft { page, ..draft })).collect()
}

fn sentence(text: &str) -> Option<Draft> {
    let lower = text.to_lowercase();
    if text.len() > 400 || !BEGINS.iter().any(|begin| lower.starts_with(begin)) {
        return None;
    }
    let found = dates::find_range(text)?;
    let told = text.get(..found.bytes.start)?;
    let after = |words: &[&str]| {
        words.iter().filter_map(|word| told.find(word).map(|at| at + word.len())).min().and_then(|at| told.get(at..))
    };
    let until = |text: &str| {
        let ends = [" as ", " in ", " at ", " with ", " from ", " for ", " since ", ". ", " during "];
        let end = ends.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
        let name = text.get(..end).unwrap_or(text).trim_matches(|c: char| c.is_whitespace() || ".,;:-–(".contains(c));
        let name = name.strip_prefix("a ").or_else(|| name.strip_prefix("an ")).unwrap_or(name);
        let name = ["from", "since"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).trim();
        (!name.is_empty() && name.len() <= 90).then(|| name.to_owned())
    };
    let title = after(&[" as a ", " as an ", " as "]).and_then(until);
    let organisation = after(&[" in ", " at ", " with ", " for "]).and_then(until);
    organisation.as_ref().filter(|name| name.chars().next().is_some_and(|c| !c.is_lowercase()))?;
    Some(Draft {
        title,
        organisation,
        dates: text.get(found.bytes.clone()).map(|words| (words.to_owned(), found.span)),
        ..Draft::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(text: &str) -> Block {
        Block { kind: BlockKind::Item, ..Block::line(text) }
    }

    #[test]
    fn labels_make_entries() {
        let lines = [
            "Company: Quay Labs, Hull, United Kingdom",
            "Designation : Site Engineer",
            "Duration: Jan 2012 to Aug 2016",
            "Responsibilities:",
            "Built the pipeline",
            "Company: Fernrill Systems",
            "Designation : Lead Engineer",
            "Duration: Sep 2016 to Present",
        ];
        let blocks: Vec<Block> = lines.iter().map(|l| Block::line(*l)).collect();
        let drafts = read(&blocks, Kind::Role, true).unwrap();
        assert_eq!(drafts.len(), 2);
        assert_eq!(drafts[0].organisation.as_deref(), Some("Quay Labs"));
        assert_eq!(drafts[0].place.as_deref(), Some("Hull, United Kingdom"));
        assert_eq!(drafts[1].title.as_deref(), Some("Lead Engineer"));
    }

    #[test]
    fn sentences_make_entries() {
        let drafts = sentences(
            &[
                item("Presently working in Quay Labs as Senior Technician from 05 Aug 2016 to present."),
                item("Good at it."),
            ],
            Kind::Role,
        );
        assert_eq!(drafts.len(), 1);
        assert_eq!(drafts[0].organisation.as_deref(), Some("Quay Labs"));
        assert_eq!(drafts[0].title.as_deref(), Some("Senior Technician"));
    }
}
