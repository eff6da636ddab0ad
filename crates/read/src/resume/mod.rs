//! Outlines to profiles: how a résumé is read, whatever format it came in.
//!
//! Headings cut the document into parts ([`parts`]); in a part, lines with dates, labels or a table's columns make
//! entries ([`history`]); words and the order that a document keeps tell whose name is whose ([`naming`]).

mod address;
mod around;
mod certificates;
mod contacts;
mod cut;
mod draft;
mod field;
mod foot;
mod form;
mod header;
mod history;
mod labelled;
mod labels;
mod name;
mod naming;
mod pairs;
mod parts;
mod prose;
mod segment;
mod skills;
mod spoken;
mod table;
mod top;
mod whereabouts;

use loupe_profile::{Coverage, Part, PartState, PassageKind, Place, Profile, Quote, Source};

use crate::{
    Block, Outline, ReadError, Reading, coverage,
    entries::{self, RoleParts, StudyParts},
    words::{self, Heading},
};

pub(crate) use around::bare_name;
pub(crate) use name::is_name;

use draft::Kind;
use history::Settled;
use prose::Paragraph;

/// More lines than any résumé has; what is beyond is left unread, and coverage says so.
const MAX_BLOCKS: usize = 20_000;

/// Reads an outline as a résumé.
///
/// # Errors
/// [`ReadError::NoText`] when it has no words.
pub fn read_outline(outline: &Outline, source: Source) -> Result<Reading, ReadError> {
    if outline.blocks.iter().all(|b| b.text.is_empty()) {
        return Err(ReadError::NoText);
    }
    let blocks = outline.blocks.get(..MAX_BLOCKS).unwrap_or(&outline.blocks);
    let mut parts = parts::split(blocks);
    foot::take(&mut parts);
    let mut profile = Profile::default();
    let headers: Vec<&[Block]> = parts.iter().filter(|p| p.opens.is_none()).map(|p| p.blocks.as_slice()).collect();
    header::read(&mut profile, &headers, outline.wrapped);
    for part in &parts {
        if let Some(Heading::Opens(kind)) = part.opens {
            read_part(&mut profile, kind, &part.blocks, outline.wrapped);
        }
    }
    contacts::read(&mut profile, &outline.links, &parts);
    let cut = outline.cut.iter().chain(&outline.notes).cloned().collect();
    let mut coverage = Coverage { reader: outline.reader.clone(), cut, ..Coverage::default() };
    if outline.blocks.len() > MAX_BLOCKS && !coverage.cut.iter().any(|cut| cut == "cut-text") {
        coverage.cut.push("cut-text".to_owned());
    }
    for part in Part::COVERED {
        let opened = parts.iter().find(|p| p.opens == Some(Heading::Opens(part)) && !p.blocks.is_empty());
        let count = profile.count(part);
        let state = match (count, opened) {
            (1.., _) => PartState::Read,
            // A document without known headings may hold anything.
            (0, Some(_)) => PartState::NotRecognised,
            (0, None) if parts.len() == 1 || part == Part::Photo || part == Part::Name => PartState::NotRecognised,
            // An address is there, though not whose it is.
            (0, None) if part == Part::Contacts && blocks.iter().any(names_address) => PartState::NotRecognised,
            // Dated lines under a heading that is not known may be what is missing.
            (0, None)
                if matches!(part, Part::Roles | Part::Studies) && parts.iter().any(parts::Part::may_hold_entries) =>
            {
                PartState::NotRecognised
            }
            (0, None) => PartState::Absent,
        };
        coverage.set(part, state, count);
        if state == PartState::NotRecognised
            && let Some((title, page)) = opened.and_then(|p| Some((p.title.clone()?, p.page)))
        {
            coverage.quote(part, Quote::new(title, Place { page, ..Place::part(part) }));
        }
    }
    coverage::finish(&mut coverage, &profile);
    Ok(Reading { source, profile, coverage, document: outline.document.clone() })
}

fn names_address(block: &Block) -> bool {
    let schemes = ["mailto:", "tel:"];
    block.text.contains('@') || block.links.iter().any(|link| schemes.iter().any(|scheme| link.starts_with(scheme)))
}

/// Reads the blocks of one part, whoever found them: the headings of a document or the file of a site.
pub(crate) fn read_part(profile: &mut Profile, part: Part, blocks: &[Block], wrapped: bool) {
    let rejoined = if wrapped { Some(prose::rejoined(blocks)) } else { None };
    let blocks = rejoined.as_deref().unwrap_or(blocks);
    let bare = if matches!(part, Part::Roles | Part::Studies) { segment::without_marks(blocks) } else { None };
    let blocks = bare.as_deref().unwrap_or(blocks);
    match part {
        Part::Roles => {
            let leading = prose::paragraphs(history::leading(blocks, Kind::Role), wrapped);
            push_passages(profile, &leading, PassageKind::Other, Part::Other);
            for entry in history::read(blocks, Kind::Role, wrapped) {
                push_role(profile, entry);
            }
        }
        Part::Studies => {
            for entry in history::read(blocks, Kind::Study, wrapped) {
                push_study(profile, entry);
            }
        }
        Part::Certificates => certificates::read(profile, blocks, wrapped),
        Part::Skills => skills::read(profile, blocks, wrapped),
        Part::About => push_passages(profile, &prose::paragraphs(blocks, wrapped), PassageKind::Summary, Part::About),
        // Addresses are read from all of the document's own parts at once.
        Part::Contacts => header::read_form(profile, blocks),
        _ => push_passages(profile, &prose::paragraphs(blocks, wrapped), PassageKind::Other, Part::Other),
    }
}

fn push_passages(profile: &mut Profile, paragraphs: &[Paragraph], kind: PassageKind, part: Part) {
    for (page, text) in paragraphs {
        profile.push_passage(kind, text, Place { page: *page, ..Place::part(part) });
    }
}

fn push_role(profile: &mut Profile, entry: Settled) {
    let Settled { draft, contract } = entry;
    // Who works for nobody says so where others name an employer; beside a title that says it too, it is the kind.
    let says_it = |title: &String| title.split(' ').any(words::is_self_employed);
    let stands_in = |told: &String| words::is_self_employed(told) && draft.title.as_ref().is_some_and(|t| !says_it(t));
    let own = contract.clone().filter(stands_in);
    let parts = RoleParts {
        title: draft.title,
        employer: draft.organisation.or(own),
        dates: draft.dates,
        place: draft.place,
        contract,
        texts: draft.texts.into_iter().map(|(_, text)| text).collect(),
        page: draft.page,
    };
    entries::add_role(profile, parts);
}

fn push_study(profile: &mut Profile, entry: Settled) {
    let Settled { draft, .. } = entry;
    let parts = StudyParts {
        degree: draft.title,
        school: draft.organisation,
        dates: draft.dates,
        texts: draft.texts.into_iter().map(|(_, text)| text).collect(),
        page: draft.page,
    };
    entries::add_study(profile, parts);
}
