//! What a site's file does not point at, read by its looks: as a résumé, from the heading on that says whose it is.
//!
//! A page is no résumé: above the person's name stands the application, and boxes of other people stand anywhere. So a
//! name counts only as a heading, text only below a heading that is known, and both only within the smallest box around
//! the name and the known headings behind it.

use std::collections::BTreeSet;

use loupe_profile::{Coverage, Part, PartState, Profile, Source, SourceKind, fold};

use ego_tree::NodeRef;
use scraper::{ElementRef, Node, Selector};

use crate::{
    Block, BlockKind, Outline,
    contacts::push_contact,
    dates, html,
    item::outermost,
    markup,
    reader::Reader,
    resume,
    whose::is_same,
    words::{self, Heading},
};

/// Reads the page's body as a résumé, and takes of it what the file does not point at.
pub(crate) fn read(reader: &Reader<'_>, title: &str, profile: &mut Profile, coverage: &mut Coverage) {
    let page = reader.page;
    let mut bodies: Vec<_> = page.body.iter().flat_map(|css| outermost(reader.scope.select(&css.0))).collect();
    bodies.sort_by_key(|el| el.id());
    let bodies = if page.body.is_empty() { vec![reader.scope] } else { outermost(bodies.into_iter()) };
    let mut outline = markup::outline(bodies.clone(), &coverage.reader);
    let mut named = begin_at_name(&mut outline, profile.name_text(), title);
    if let (Some(found), [body], Some(name)) = (&named, bodies.as_slice(), outline.blocks.first())
        && let Some(panel) = panel(*body, &name.text, found.neighbour.as_deref())
    {
        outline = markup::outline([panel], &coverage.reader);
        named = begin_at_name(&mut outline, profile.name_text(), title);
    }
    let open = |part: Part| {
        !page.fields.keys().any(|field| field.part() == part) && !page.sections.keys().any(|kind| kind.part() == part)
    };
    // Where the name is known and no heading says it, or the file finds none and a heading says one, whatever stands there
    // may be about somebody else.
    if !open(Part::Name) && profile.name.is_some() != named.is_some() {
        return;
    }
    leave_out_unknown(&mut outline.blocks);
    let source = Source { kind: SourceKind::Page, address: String::new(), label: String::new() };
    let Ok(reading) = resume::read_outline(&outline, source) else { return };
    let read = reading.profile;
    if open(Part::Name) {
        profile.name = read.name.filter(|_| named.is_some());
    }
    if open(Part::Headline) {
        profile.headline = read.headline;
    }
    if open(Part::Location) {
        profile.location = read.location;
    }
    // Of somebody without a name nobody knows which addresses are theirs.
    if open(Part::Contacts) && named.is_some() {
        for contact in read.contacts {
            push_contact(profile, Some(contact));
        }
    }
    if open(Part::Roles) {
        profile.roles = read.roles;
    }
    if open(Part::Studies) {
        profile.studies = read.studies;
    }
    if open(Part::Skills) {
        profile.skills = read.skills;
    }
    if open(Part::Certificates) {
        profile.certificates = read.certificates;
    }
    // Below headings that nobody knows, a site shows other people as often as the person's own text.
    let own = |part: Part| open(part) && part != Part::Other;
    profile.passages.extend(read.passages.into_iter().filter(|p| own(p.quote.place.part)));
    for row in reading.coverage.parts.into_iter().filter(|row| open(row.part)) {
        let quote = row.quote.clone();
        // What a résumé leaves out is not there; a page may keep it behind a tab.
        let unnamed = matches!(row.part, Part::Name | Part::Contacts) && named.is_none();
        let lost = row.state == PartState::Absent || unnamed;
        let state = if lost { PartState::NotRecognised } else { row.state };
        coverage.set(row.part, state, if lost { 0 } else { row.count as usize });
        if let Some(quote) = quote.filter(|_| !lost) {
            coverage.quote(row.part, quote);
        }
    }
    for cut in reading.coverage.cut {
        if !coverage.cut.contains(&cut) {
            coverage.cut.push(cut);
        }
    }
}

/// The smallest box around the heading that says the name and what opens known parts behind it, by whatever element: other
/// people's boxes stand beside the person's, whatever they are called. Parts behind a neighbour's name are the neighbour's.
fn panel<'a>(body: ElementRef<'a>, name: &str, neighbour: Option<&str>) -> Option<ElementRef<'a>> {
    let selector = Selector::parse("h1, h2, h3, h4, h5, h6, [role=heading]").ok()?;
    let says = |heading: &ElementRef<'_>, name: &str| fold(&html::text(*heading)).starts_with(&fold(name));
    let first = body.select(&selector).find(|heading| says(heading, name))?;
    let behind = body.select(&selector).filter(|heading| heading.id() > first.id());
    let end = neighbour.and_then(|other| behind.into_iter().find(|heading| says(heading, other)));
    let own = |node: &NodeRef<'_, Node>| node.id() > first.id() && end.is_none_or(|end| node.id() < end.id());
    let opens = |node: &NodeRef<'_, Node>| match node.value() {
        Node::Text(text) if own(node) && text.len() <= MAX_HEADING => opens_part(text.trim()),
        _ => false,
    };
    let around = |part: NodeRef<'_, Node>| part.ancestors().map(|a| a.id()).collect::<BTreeSet<_>>();
    let parts: Vec<_> = body.descendants().take(MAX_NODES).filter(opens).take(MAX_PARTS).map(around).collect();
    if parts.is_empty() {
        return None;
    }
    let boxes = first.ancestors().filter_map(ElementRef::wrap).take_while(|a| a.id() != body.id());
    boxes.into_iter().find(|a| parts.iter().all(|part| part.contains(&a.id())))
}

/// Leaves out what stands above the heading that says the person's name: the one that is known, else one that the page's
/// title says too, else the largest that can be a name; and what stands from the [`neighbour`]'s on. Nothing when no
/// heading says a name.
fn begin_at_name(outline: &mut Outline, known: Option<&str>, title: &str) -> Option<Named> {
    // An employer below "Experience" may look like a name.
    let opens =
        |block: &Block| matches!(words::heading(&block.text), Some(Heading::Opens(Part::Roles | Part::Studies)));
    let headings = outline.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Heading);
    let head = headings.clone().find(|(_, block)| opens(block));
    let may_name = |at: usize, scale: f32| head.is_none_or(|(head, block)| at < head || scale > block.scale);
    let is_name = |name: &str| known.is_none_or(|known| fold(known) == fold(name));
    let names =
        headings.filter_map(|(at, block)| Some((at, block.scale, name_in(&block.text).filter(|n| is_name(n))?)));
    let names: Vec<(usize, f32, String)> = names.collect();
    let title = fold(title);
    let in_title = names.iter().find(|(.., name)| title.contains(&fold(name)));
    // Of equals the first: `max_by` would give the last.
    let above = names.iter().filter(|(at, scale, _)| may_name(*at, *scale));
    let largest = above.clone().rev().max_by(|(_, a, _), (_, b, _)| a.total_cmp(b));
    // As large a name with parts of its own, in front of which nothing says that it is a neighbour's.
    let rivals = |(at, scale, name): &(usize, f32, String)| {
        above.clone().any(|(other, as_large, another)| {
            let owned = || outline.blocks[other + 1..].iter().take_while(|block| block.scale < *scale);
            *other > at + 1
                && as_large >= scale
                && !is_same(name, another)
                && owned().any(|block| opens_part(&block.text))
        })
    };
    let (at, scale, name) = match in_title {
        Some(found) => found,
        None => largest.filter(|found| !rivals(found))?,
    };
    outline.blocks.drain(..*at);
    let end = neighbour(&outline.blocks, name, *scale);
    let neighbour = end.and_then(|end| outline.blocks.get(end)).map(|block| block.text.clone());
    outline.blocks.truncate(end.unwrap_or(usize::MAX));
    Some(Named { neighbour })
}

/// Leaves out a box about somebody else, with parts of its own, that stands above the heading that says the person's name.
pub(crate) fn leave_out_before(outline: &mut Outline, known: Option<&str>, title: &str) {
    let headings = outline.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Heading);
    let names: Vec<(usize, String)> = headings.filter_map(|(at, block)| Some((at, name_in(&block.text)?))).collect();
    let title = fold(title);
    let is_own = |name: &str| known.map_or_else(|| title.contains(&fold(name)), |known| is_same(known, name));
    let Some((own, name)) = names.iter().find(|(_, name)| is_own(name)) else { return };
    let other = names.iter().find(|(at, other)| at < own && !is_same(name, other));
    if let Some((other, _)) = other
        && outline.blocks[*other..*own].iter().any(|block| opens_part(&block.text))
    {
        outline.blocks.drain(other..own);
    }
}

/// The heading that says the person's name was found; and the heading behind it that names somebody else, if one does.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    neighbour: Option<String>,
}

/// The first heading behind the name that says somebody else's: one as large; one of any size above all known headings,
/// where nothing is an entry yet; or one below them that has smaller known headings of its own. One with dates below is an
/// entry that looks like a name.
fn neighbour(blocks: &[Block], name: &str, scale: f32) -> Option<usize> {
    let known: Vec<usize> = (1..blocks.len()).filter(|at| opens_part(&blocks[*at].text)).collect();
    let owns = |at: usize, block: &Block| {
        let next = known.get(known.partition_point(|known| *known <= at)).copied().filter(|next| {
            let between = &blocks[at + 1..*next];
            between.iter().all(|other| other.kind != BlockKind::Heading || other.scale < block.scale)
        });
        next.is_some_and(|next| blocks[next].scale < block.scale)
    };
    // Directly below the name stands what the person calls themselves: "Growth Marketing".
    let above_all = |at: usize| at > 1 && known.first().is_some_and(|first| at < *first);
    // "Data pipelines, Go and PostgreSQL" is no Data Pipelines.
    let alone =
        |text: &str| text.split_once(',').is_none_or(|(_, rest)| resume::is_name(text) || words::is_title(rest));
    let headings = blocks.iter().enumerate().skip(1).filter(|(_, block)| block.kind == BlockKind::Heading);
    let ends = |(at, block): &(usize, &Block)| {
        let Some(other) = name_in(&block.text) else { return false };
        let as_large = block.scale >= scale && fold(&other) != fold(name);
        let smaller = || !is_same(&other, name) && alone(&block.text) && (above_all(*at) || owns(*at, block));
        (as_large || smaller()) && !has_dates(&blocks[at + 1..])
    };
    headings.into_iter().find(ends).map(|(at, _)| at)
}

/// True for the heading of a part, whatever element it is.
fn opens_part(text: &str) -> bool {
    matches!(words::heading(text), Some(Heading::Opens(part)) if part != Part::Other)
}

/// The name in a heading: "Rune Astell (he/him)", "Rune Astell · 2 applications".
fn name_in(text: &str) -> Option<String> {
    resume::bare_name(text.split(['|', '·', '•']).next()?.trim())
}

/// More known headings than a page about one person has.
const MAX_PARTS: usize = 40;
/// So many nodes of the page are looked at for them.
const MAX_NODES: usize = 100_000;
/// A text that is longer is no heading.
const MAX_HEADING: usize = 80;

/// How far below its heading an entry's dates stand.
const DATES_WITHIN: usize = 4;

/// Leaves out what stands below headings that are as large as those of the known parts and are not known themselves: "Feed",
/// "Similar candidates". One with dates below is an entry of a part that has dates.
fn leave_out_unknown(blocks: &mut Vec<Block>) {
    let mut part: Option<(Part, f32)> = None;
    let mut left_out = BTreeSet::new();
    let mut out = false;
    for (at, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Heading {
            match words::heading(&block.text) {
                Some(Heading::Opens(opened)) => {
                    (part, out) = (Some((opened, block.scale)), false);
                }
                Some(Heading::OthersWords) => (part, out) = (None, true),
                None => {
                    if let Some((opened, scale)) = part
                        && block.scale >= scale
                        && !(matches!(opened, Part::Roles | Part::Studies | Part::Certificates)
                            && has_dates(&blocks[at + 1..]))
                    {
                        out = true;
                    }
                }
            }
        }
        if out {
            left_out.insert(at);
        }
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        !left_out.contains(&(at - 1))
    });
}

fn has_dates(behind: &[Block]) -> bool {
    let own = behind.iter().take(DATES_WITHIN).take_while(|block| block.kind != BlockKind::Heading);
    own.into_iter().any(|block| dates::date_line(&block.text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(headings: &[(&str, f32)]) -> Outline {
        let block =
            |(text, scale): &(&str, f32)| Block { kind: BlockKind::Heading, scale: *scale, ..Block::line(*text) };
        Outline { blocks: headings.iter().map(block).collect(), ..Outline::default() }
    }

    #[test]
    fn parts_end_at_headings_as_large_that_nobody_knows() {
        let mut page = outline(&[
            ("Rune Astell", 2.0),
            ("Experience", 1.5),
            ("SRE, Quay Labs", 1.5),
            ("Skills", 1.5),
            ("Languages of machines", 1.2),
            ("Feed", 1.5),
            ("Comments", 1.2),
            ("Education", 1.5),
        ]);
        page.blocks.insert(3, Block::line("2019 – 2021"));
        page.blocks.insert(7, Block::line("Dita Solway likes him"));
        leave_out_unknown(&mut page.blocks);
        let left: Vec<_> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(
            left,
            [
                "Rune Astell",
                "Experience",
                "SRE, Quay Labs",
                "2019 – 2021",
                "Skills",
                "Languages of machines",
                "Education"
            ]
        );
    }

    #[test]
    fn the_page_begins_where_the_person_is_named() {
        let page = [
            ("Applicants", 2.0),
            ("Ilka Dravensen (she/her)", 1.2),
            ("Rune Astell", 1.5),
            ("Experience", 1.2),
            ("Dita Solway", 1.5),
        ];
        for (known, title, first) in [
            (None, "", vec!["Rune Astell", "Experience"]),
            (None, "Ilka Dravensen | Fernrill", vec!["Ilka Dravensen (she/her)"]),
            (Some("Rune Astell"), "Ilka Dravensen | Fernrill", vec!["Rune Astell", "Experience"]),
        ] {
            let mut outline = outline(&page);
            assert!(begin_at_name(&mut outline, known, title).is_some());
            let left: Vec<_> = outline.blocks.iter().map(|block| block.text.as_str()).collect();
            assert_eq!(left, first, "{known:?} {title}");
        }
        let mut nobody = outline(&[("Applicants", 2.0), ("Experience", 1.5), ("Atelier Borée", 1.2)]);
        assert_eq!(begin_at_name(&mut nobody, None, "Applicants"), None);
        assert_eq!(nobody.blocks.len(), 3);
    }

    #[test]
    fn a_neighbour_is_told_from_entries_and_the_person() {
        let ends = |headings: &[(&str, f32)]| {
            let mut blocks = outline(headings).blocks;
            blocks.insert(1, Block::line("Hull, UK"));
            neighbour(&blocks, "Rune Astell", 2.0)
        };
        let (me, work) = (("Rune Astell", 2.0), ("Experience", 1.2));
        assert_eq!(ends(&[me, ("Ilka Dravensen, Data Engineer", 1.1), work]), Some(2));
        assert_eq!(ends(&[me, ("Ilka Astell", 1.1), work]), Some(2));
        assert_eq!(ends(&[me, ("R. Astell", 1.5), work]), None);
        assert_eq!(ends(&[me, work, ("Atelier Borée", 1.1), ("Skills", 1.2)]), None);
        assert_eq!(ends(&[me, work, ("Ilka Dravensen", 1.2), ("Skills", 1.1)]), Some(3));
        assert_eq!(ends(&[me, ("Data pipelines, Go and PostgreSQL", 1.5), work]), None);
        let called = outline(&[me, ("Growth Marketing", 1.5), ("Experience", 1.5)]);
        assert_eq!(neighbour(&called.blocks, "Rune Astell", 2.0), None);
        let mut entry = outline(&[me, ("Atelier Borée", 1.5), work]);
        entry.blocks.insert(2, Block::line("2019 – 2021"));
        assert_eq!(neighbour(&entry.blocks, "Rune Astell", 2.0), None);
    }
}
