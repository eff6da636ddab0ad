//! Roles and studies of a document: a part's blocks become entries, whatever the layout.

use crate::{
    Block, BlockKind, dates, places,
    words::{self, Label},
};

use super::{
    address,
    draft::{Draft, Kind, Unit},
    field, form, labels, naming, pairs,
    prose::paragraphs,
    segment::{self, Look, Segment},
    table, whereabouts,
};

/// What stands above a part's first entry and belongs to none.
pub(super) fn leading(blocks: &[Block], kind: Kind) -> &[Block] {
    let start = segment::segments(blocks, kind).first().map_or(0, |first| first.start);
    let is_other = table::read(blocks, kind, false).is_some() || form_of_entries(blocks, kind, false).is_some();
    if is_other { &[] } else { blocks.get(..start).unwrap_or_default() }
}

/// The entries of a part, settled.
pub(super) fn read(blocks: &[Block], kind: Kind, wrapped: bool) -> Vec<Settled> {
    let bare = address::left_out(blocks);
    let blocks = bare.as_deref().unwrap_or(blocks);
    let table = table::read(blocks, kind, wrapped);
    let merged = if table.is_none() { pairs::merge_ends(blocks) } else { None };
    let blocks = merged.as_deref().unwrap_or(blocks);
    let mut drafts =
        table.or_else(|| form_of_entries(blocks, kind, wrapped)).unwrap_or_else(|| dated(blocks, kind, wrapped));
    pairs::join(&mut drafts);
    if drafts.is_empty() {
        drafts = form::sentences(blocks, kind);
    }
    if drafts.is_empty() && kind == Kind::Study {
        drafts = undated_studies(blocks);
    }
    whereabouts::find_places(&mut drafts);
    let contracts: Vec<Option<String>> = drafts.iter_mut().map(|draft| naming::sort_out(draft, kind)).collect();
    if kind == Kind::Study {
        field::join(&mut drafts);
    }
    take_group_headers(&mut drafts);
    naming::part_by_habit(&mut drafts, kind);
    for draft in &mut drafts {
        naming::part(draft, kind);
    }
    whereabouts::part_places(&mut drafts);
    naming::settle(&mut drafts, kind);
    let settled = drafts.into_iter().zip(contracts).map(|(draft, contract)| Settled { draft, contract });
    settled.filter(|s| !s.draft.is_empty()).collect()
}

/// Entries written as forms; not those of projects, which stand below lines with the dates of the entries.
fn form_of_entries(blocks: &[Block], kind: Kind, wrapped: bool) -> Option<Vec<Draft>> {
    let drafts = form::read(blocks, kind, wrapped)?;
    let entries = blocks.iter().filter(|b| labels::of(b).is_none() && segment::anchors_entry(b, kind)).count();
    let told = drafts.iter().filter(|draft| draft.organisation.is_some() && draft.dates.is_some()).count();
    (entries == 0 || told > entries).then_some(drafts)
}

/// An entry of which it is known what is what.
pub(super) struct Settled {
    pub(super) draft: Draft,
    /// The words for the kind of employment.
    pub(super) contract: Option<String>,
}

fn dated(blocks: &[Block], kind: Kind, wrapped: bool) -> Vec<Draft> {
    let segments = segment::segments(blocks, kind);
    let mut drafts: Vec<Draft> = Vec::with_capacity(segments.len());
    let below = Below { look: names_below(blocks, &segments, kind), bullets: bullets_name(blocks, &segments, kind) };
    let head_look =
        segments.first().filter(|s| s.start < s.anchor).and_then(|s| blocks.get(s.start)).map(segment::look);
    let mut below_total = false;
    for (at, segment) in segments.iter().enumerate() {
        let mut draft = draft(blocks, *segment, kind, wrapped, below);
        // A further role below the first one's employer: the line that would name it is not there.
        let start = blocks.get(segment.start).map(segment::look);
        let titles = segments.first().and_then(|first| blocks.get(first.start + 1..=first.anchor)).unwrap_or_default();
        let as_title = titles.iter().any(|block| Some(segment::look(block)) == start);
        draft.goes_on = at > 0 && head_look.is_some() && start != head_look && as_title;
        // Above several roles at one employer stands how long they were together.
        let total = blocks.get(segment.start..segment.anchor).unwrap_or_default().iter().any(segment::is_total);
        below_total = total || (below_total && draft.is_lone());
        draft.goes_on = draft.goes_on || (below_total && !total);
        drafts.push(draft);
    }
    drafts
}

/// What of the lines below the dates names an entry.
#[derive(Debug, Clone, Copy)]
struct Below {
    look: Option<Look>,
    /// The first bullet does.
    bullets: bool,
}

/// True where the first bullet below the dates names the position or the degree in most entries.
fn bullets_name(blocks: &[Block], segments: &[Segment], kind: Kind) -> bool {
    let first = |segment: &&Segment| {
        let block = blocks.get(segment.anchor + 1).filter(|_| segment.anchor + 1 < segment.end);
        block.is_some_and(|block| names_as_bullet(block) && naming::title_like(&block.text, kind))
    };
    segments.iter().filter(first).count() * 3 >= segments.len() * 2
}

/// True for a bullet as short as a name.
fn names_as_bullet(block: &Block) -> bool {
    let short = block.text.split_whitespace().count() <= 12 && block.text.chars().count() <= 90;
    block.kind == BlockKind::Item && short && !block.text.ends_with(['.', ';', ':', '。'])
}

/// How the line below the dates looks where it names the employer or the school in most entries.
fn names_below(blocks: &[Block], segments: &[Segment], kind: Kind) -> Option<Look> {
    let below = segments.iter().filter_map(|s| blocks.get(s.anchor + 1).filter(|_| s.anchor + 1 < s.end));
    let lines: Vec<&Block> = below.filter(|block| segment::may_head(block)).collect();
    let telling = |block: &&&Block| block.text.split_whitespace().count() <= 14 && tells(&block.text, kind);
    let named: Vec<Look> = lines.iter().filter(telling).map(|block| segment::look(block)).collect();
    let look = *named.first()?;
    (named.iter().filter(|other| **other == look).count() * 2 >= lines.len()).then_some(look)
}

/// True for words that name a position or an employer, a degree or a school.
fn tells(text: &str, kind: Kind) -> bool {
    match kind {
        // Teachers and researchers work at schools.
        Kind::Role => words::is_title(text) || words::is_organisation(text) || words::is_school(text),
        Kind::Study => words::is_degree(text) || words::is_school(text),
    }
}

fn draft(blocks: &[Block], segment: Segment, kind: Kind, wrapped: bool, below: Below) -> Draft {
    let Segment { start, anchor, end } = segment;
    let mut draft = Draft {
        page: blocks.get(start).and_then(|b| b.page),
        look: blocks.get(start).map(segment::look),
        ..Draft::default()
    };
    let above = blocks.get(start..anchor).unwrap_or_default();
    // What the entry is about may stand above what it is called.
    let text = above.iter().take_while(|block| !segment::may_head(block)).count();
    let (text, above) = above.split_at(if text < above.len() { text } else { 0 });
    draft.texts.extend(paragraphs(text, wrapped));
    let heads = above.iter().take_while(|block| segment::may_head(block)).count();
    draft.names.extend(above.iter().take(heads).flat_map(units_of));
    draft.texts.extend(paragraphs(above.get(heads..).unwrap_or_default(), wrapped));
    let Some(line) = blocks.get(anchor) else { return draft };
    let unread = dates::date_line(&line.text).is_none() && dates::find_range(&line.text).is_none();
    if unread && naming::is_date_like(&line.text) {
        // Kept as text, so that it is not lost and the gap is said to be one of understanding.
        draft.texts.push((line.page, line.text.clone()));
    } else {
        take_dates(&mut draft, line);
    }
    let rest = blocks.get(anchor + 1..end).unwrap_or_default();
    let taken = take_names_below(&mut draft, rest, kind, below);
    draft.texts.extend(paragraphs(rest.get(taken..).unwrap_or_default(), wrapped));
    draft
}

fn prominence(block: &Block) -> i32 {
    (block.scale * 10.0) as i32 + i32::from(block.bold) * 2 + i32::from(block.kind == BlockKind::Heading) * 3
}

fn units_of(block: &Block) -> Vec<Unit> {
    let level = prominence(block);
    if block.cells.len() > 1 {
        return block
            .cells
            .iter()
            .flat_map(|cell| naming::units(cell, level))
            .map(|u| Unit { whole: false, ..u })
            .collect();
    }
    naming::units(&block.text, level)
}

/// Takes the dates out of the line that holds them; what stands beside them are names.
fn take_dates(draft: &mut Draft, block: &Block) {
    let cells: Vec<&str> =
        if block.cells.len() > 1 { block.cells.iter().map(String::as_str).collect() } else { vec![&block.text] };
    let found = |range: bool| {
        cells.iter().enumerate().find_map(|(at, cell)| {
            let found = if range { dates::find_range(cell) } else { dates::find(cell) };
            found.map(|found| (at, found))
        })
    };
    // A start and an end may stand in two cells; the line as a whole tells.
    let in_cells = found(true).or_else(|| dates::find_range(&block.text).map_or_else(|| found(false), |_| None));
    let Some((at, found)) = in_cells else {
        if let Some(found) = dates::find_range(&block.text).or_else(|| dates::find(&block.text)) {
            draft.dates = block.text.get(found.bytes.clone()).map(|text| (text.to_owned(), found.span));
            let sides = [block.text.get(..found.bytes.start), block.text.get(found.bytes.end..)];
            for side in sides.into_iter().flatten() {
                draft.names.extend(naming::units(side, prominence(block)));
            }
        }
        return;
    };
    let level = prominence(block);
    for (other, cell) in cells.iter().enumerate() {
        if other != at {
            draft.names.extend(naming::units(cell, level).into_iter().map(|u| Unit { whole: false, ..u }));
            continue;
        }
        let (before, behind) = (cell.get(..found.bytes.start), cell.get(found.bytes.end..));
        draft.dates = cell.get(found.bytes.clone()).map(|text| (text.to_owned(), found.span));
        let marks = |c: char| c.is_whitespace() || "|,;:–—-·•()[]（）،、./*".contains(c);
        let strokes =
            before.is_some_and(|side| side.ends_with("/ ")) || behind.is_some_and(|side| side.starts_with(" /"));
        for side in [before, behind].into_iter().flatten() {
            // "at", "from", "since": words that led to the date.
            let side = trim_around(side, marks);
            let side = side.strip_suffix(" from").or_else(|| side.strip_suffix(" since")).unwrap_or(side);
            if side.chars().any(char::is_alphanumeric) && !dates::is_duration(side) {
                // "2018 – 2020 / Engineer / Quay Labs": what parts the dates off parts the rest too.
                let pieces = side.split(if strokes { " / " } else { "\n" });
                draft.names.extend(pieces.flat_map(|piece| naming::units(piece, level)));
            }
        }
    }
}

/// Without the marks around it, but with the bracket that closes one within: "Quay Labs (Hull)".
fn trim_around(side: &str, marks: impl Fn(char) -> bool) -> &str {
    let bare = side.trim_matches(&marks);
    let opens = bare.rfind(['(', '（']).is_some_and(|at| !bare[at..].contains([')', '）']));
    let from = side.len() - side.trim_start_matches(&marks).len();
    let close = side[from + bare.len()..].chars().next().filter(|c| opens && [')', '）'].contains(c));
    side.get(from..from + bare.len() + close.map_or(0, char::len_utf8)).unwrap_or(bare)
}

/// Names that stand below the dates, and the place. Gives how many lines were taken.
fn take_names_below(draft: &mut Draft, rest: &[Block], kind: Kind, below: Below) -> usize {
    let mut taken = 0;
    let mut named = draft.names.iter().filter(|u| !is_aside(&u.text)).count();
    // "BA History, Oxmere University" is both.
    let both = |text: &str| words::is_degree(text) && words::is_school(text);
    if kind == Kind::Study && matches!(draft.names.as_slice(), [only] if both(&only.text)) {
        named += 1;
    }
    let bullet = below.bullets && !draft.names.iter().any(|unit| naming::title_like(&unit.text, kind));
    let mut names = named;
    for (at, block) in rest.iter().enumerate().take(4) {
        let text = block.text.as_str();
        if dates::is_duration(text) || is_aside(text) || is_placed(block) || words::is_employment(text) {
            // A line that is no name, and no text either.
        } else if matches!(names, 1 | 2)
            && kind == Kind::Study
            && field::completes(block, rest.get(at + 1), &draft.names)
        {
            // It is one of three names.
            names += 1;
        } else if names < 2
            && ((taken == 0 && bullet && names_as_bullet(block))
                || (taken == 0 && Some(segment::look(block)) == below.look && segment::may_head(block))
                || is_name_line(block, kind, names, draft))
        {
            names += 1;
        } else {
            break;
        }
        draft.names.extend(units_of(block));
        taken += 1;
    }
    taken
}

/// A place, or how and where the work is done.
fn is_aside(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')']);
    places::may_be_place(bare) || text.split(" · ").any(words::is_work_mode)
}

/// "Address: Hull"
fn is_placed(block: &Block) -> bool {
    labels::of(block).is_some_and(|(labels, value)| labels.contains(&Label::Place) && value.len() <= 60)
}

/// True for a line below the dates that names something rather than tells of it.
fn is_name_line(block: &Block, kind: Kind, names: usize, draft: &Draft) -> bool {
    let text = block.text.as_str();
    if !segment::may_head(block) || text.len() > 110 || dates::find_range(text).is_some() {
        return false;
    }
    let telling = tells(text, kind);
    let prominent = block.kind == BlockKind::Heading || block.bold;
    let count = text.split_whitespace().count();
    // Nothing names the entry yet: the next line must.
    if names == 0 {
        return count <= 14;
    }
    // One line has both names, or what stands there tells itself.
    // A place is no name with another behind it: "Hull, United Kingdom".
    let mut named = draft.names.iter().filter(|unit| !places::is_place(&unit.text));
    let both = named.any(|u| {
        [" at ", " – "].iter().any(|mark| u.text.contains(mark)) || u.text.contains(", ") && u.whole && !telling
    });
    let capitals = text.split_whitespace().filter(|w| w.chars().next().is_some_and(|c| !c.is_lowercase())).count();
    let short = count <= 6 && capitals * 3 >= count * 2 && text.chars().count() <= 60 && !naming::ends_a_sentence(text);
    prominent || (telling && count <= 10) || (short && !both)
}

/// A line with an employer's whole time, above roles that lie within it, is no role of its own.
fn take_group_headers(drafts: &mut Vec<Draft>) {
    let mut at = 0;
    while at + 1 < drafts.len() {
        let is_header = match (drafts.get(at), drafts.get(at + 1)) {
            (Some(header), Some(next)) => {
                let lone = header.names.len() == 1 && header.title.is_none() && header.texts.is_empty();
                let same = next.dates.as_ref().map(|(_, span)| span) == header.dates.as_ref().map(|(_, span)| span);
                // The only role takes all of the time: its own words tell that it is one.
                let told = !same || next.names.iter().any(|unit| words::is_title(&unit.text));
                let inner = next.names.len() == 1 && within(next, header) && told;
                // Lines that look alike are two employers.
                let above = header.look != next.look;
                lone && inner && above && !header.names.iter().any(|u| words::is_title(&u.text))
            }
            _ => false,
        };
        if is_header {
            let header = drafts.remove(at);
            let look = header.look;
            let name = header.names.into_iter().next().map(|u| u.text);
            for role in drafts.iter_mut().skip(at).take_while(|role| {
                role.names.len() == 1 && role.look != look && role_within(role, header.dates.as_ref())
            }) {
                role.organisation.clone_from(&name);
            }
        }
        at += 1;
    }
}

fn within(inner: &Draft, outer: &Draft) -> bool {
    role_within(inner, outer.dates.as_ref())
}

fn role_within(inner: &Draft, outer: Option<&(String, loupe_profile::Span)>) -> bool {
    let (Some((_, inner)), Some((_, outer))) = (&inner.dates, outer) else { return false };
    let (Some(start), Some(outer_start)) = (inner.start, outer.start) else { return false };
    let ends_in = match (inner.end.date(), outer.end.date()) {
        (Some(inner), Some(outer)) => !outer.surely_before(inner),
        (Some(_), None) => true,
        (None, None) => inner.end == outer.end,
        (None, Some(_)) => false,
    };
    !start.surely_before(outer_start) && ends_in
}

/// Studies that give no dates: lines that name a degree, with the school beside or below.
fn undated_studies(blocks: &[Block]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for block in blocks.iter().filter(|b| b.text.len() <= 200) {
        let (degree, school) = (words::is_degree(&block.text), words::is_school(&block.text));
        if !degree && !school {
            continue;
        }
        let open = drafts.last_mut().filter(|draft: &&mut Draft| {
            let has = |find: fn(&str) -> bool| draft.names.iter().any(|u| find(&u.text));
            draft.names.len() < 2
                && (degree != school)
                && !(degree && has(words::is_degree))
                && !(school && has(words::is_school))
        });
        match open {
            Some(draft) => draft.names.extend(units_of(block)),
            None => drafts.push(Draft { names: units_of(block), page: block.page, ..Draft::default() }),
        }
    }
    drafts
}
