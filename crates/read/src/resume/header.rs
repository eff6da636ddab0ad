//! The header of a document: whose it is, what they call themselves, where they are.

use loupe_profile::{Contact, Part, PassageKind, Place, Profile, Quote};

use crate::{
    Block, BlockKind, dates, places,
    words::{self, Label},
};

use super::{around::bare_name, cut, labelled, labels, name, prose::paragraphs, push_passages};

/// Blocks of a header that are looked at for name, headline and place.
const HEAD: usize = 14;

/// A piece of a header's line: lines are parted by wide white space and marks.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) block: &'a Block,
}

/// Reads the blocks before the first heading, of all regions of the page.
pub(super) fn read(profile: &mut Profile, headers: &[&[Block]], wrapped: bool) {
    let head: Vec<Piece<'_>> = headers.iter().flat_map(|blocks| blocks.iter().take(HEAD)).flat_map(pieces).collect();
    let name = name::find(&head);
    if let Some((at, text)) = &name
        && let Some(piece) = head.get(*at)
    {
        profile.name = Some(Quote::new(name::title_case(text), place(piece.block, Part::Name)));
    }
    let behind = name.as_ref().map_or(0, |(at, _)| at + 1);
    let is_place = |text: &str| places::is_place(text);
    // Where a place is known, what only looks like one ("Data pipelines, Go and PostgreSQL") is none.
    let known = head.iter().any(|piece| location(piece, is_place).is_some());
    let is_place = |text: &str| places::is_place(text) || (!known && is_location(text));
    if let Some((at, name)) = name.as_ref().filter(|_| profile.headline.is_none()) {
        // In a form ("Name | Maren Holtby"), what stands in two cells is a label and its value.
        let form = head.get(*at).is_some_and(|piece| is_row(piece.block) && !piece.block.text.starts_with(name));
        let free = |piece: &&Piece<'_>| !form || !is_row(piece.block);
        let below: Vec<&Piece<'_>> = head.iter().skip(behind).filter(free).collect();
        profile.headline = labelled_headline(&head)
            .or_else(|| headline_beside(head.get(*at)?, name))
            .or_else(|| headline(&below, is_place))
            .or_else(|| headline_above(head.get(at.checked_sub(1)?)?));
    }
    // "Platform Engineer in Leeds"
    let with_place = profile.headline.as_ref().and_then(|quote| {
        let (title, place) = cut::place_behind_title(&quote.text)?;
        let of = |text: &str, part: Part| Quote::new(text, Place { page: quote.place.page, ..Place::part(part) });
        places::is_place(place).then(|| (of(title, Part::Headline), of(place, Part::Location)))
    });
    if let Some((headline, place)) = with_place {
        profile.headline = Some(headline);
        profile.location.get_or_insert(place);
    }
    let others = head.iter().enumerate().filter(|(at, _)| name.as_ref().is_none_or(|(name, _)| at != name));
    if profile.location.is_none() {
        profile.location = others.map(|(_, piece)| piece).find_map(|piece| location(piece, is_place));
    }
    for blocks in headers {
        let prose: Vec<Block> = prose(blocks);
        push_passages(profile, &paragraphs(&prose, wrapped), PassageKind::Summary, Part::About);
    }
}

/// Reads a place, and a name where none stands on top, from a part that tells how the person is reached.
pub(super) fn read_form(profile: &mut Profile, blocks: &[Block]) {
    if profile.name.is_none() {
        let form: Vec<Piece<'_>> = blocks.iter().take(HEAD).flat_map(pieces).collect();
        profile.name = labelled::find(&form).and_then(|(at, text)| {
            let piece = form.get(at)?;
            Some(Quote::new(name::title_case(&text), place(piece.block, Part::Name)))
        });
    }
    if profile.location.is_none() {
        // A county that is not listed may stand behind a town that is: "Leeds, Aireshire".
        let of_town = |text: &str| {
            text.split_once([',', '，', '、']).is_some_and(|(town, _)| places::is_known(town)) && is_location(text)
        };
        let find = |is_place: &dyn Fn(&str) -> bool| {
            blocks.iter().flat_map(pieces).find_map(|piece| location(&piece, is_place))
        };
        profile.location = find(&places::is_place).or_else(|| find(&of_town));
    }
}

fn place(block: &Block, part: Part) -> Place {
    Place { page: block.page, ..Place::part(part) }
}

fn pieces(block: &Block) -> Vec<Piece<'_>> {
    let cells: Vec<&str> =
        if block.cells.is_empty() { vec![&block.text] } else { block.cells.iter().map(String::as_str).collect() };
    let boxed = is_boxed_name(&cells, &block.text);
    let cells = if boxed { vec![block.text.as_str()] } else { cells };
    let parts = cells.into_iter().flat_map(|cell| cell.split(['|', '•', '·', '⋄', '\t', '｜', '／']));
    let parts = parts.flat_map(|part| {
        // Dashes part addresses; elsewhere they are part of a headline.
        let dash = DASHES.into_iter().find(|dash| part.contains('@') && part.contains(dash));
        part.split(dash.unwrap_or("\n"))
    });
    parts.map(without_icon).filter(|text| !text.is_empty()).map(|text| Piece { text, block }).collect()
}

/// True for labels and their values side by side, as forms have them.
fn is_row(block: &Block) -> bool {
    matches!(block.cells.len(), 2 | 4)
}

/// A name, each word of it in a box of its own; the family name may have two ("Ilka | Ríos Solway").
fn is_boxed_name(cells: &[&str], text: &str) -> bool {
    let Some((first, rest)) = cells.split_first().filter(|(_, rest)| (1..=3).contains(&rest.len())) else {
        return false;
    };
    let single = |cell: &str| !cell.contains(' ');
    let family = matches!(rest, [family] if family.split(' ').count() == 2
        && !places::is_place(family) && words::heading(first).is_none() && words::labels(first).is_empty());
    single(first)
        && !labelled::is_label(first)
        && (rest.iter().all(|cell| single(cell)) || family)
        && name::is_name(text)
}

const DASHES: [&str; 4] = [" – ", " — ", " - ", " / "];

/// A text without the symbol that is drawn before it.
fn without_icon(text: &str) -> &str {
    let text = text.trim();
    let mut parts = text.splitn(2, ' ');
    match (parts.next(), parts.next()) {
        (Some(icon), Some(rest)) if icon.chars().count() <= 2 && icon.chars().all(is_symbol) => rest.trim_start(),
        _ => text,
    }
}

/// A picture rather than a mark: arrows, shapes, dingbats, emoji and what fonts of icons make of their own.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{E000}'..='\u{F8FF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// The first line behind the name that is no address, place or date: what the person calls themselves.
fn headline(behind: &[&Piece<'_>], is_place: impl Fn(&str) -> bool) -> Option<Quote> {
    let near = behind.iter().take(5);
    let fits = |piece: &Piece<'_>| {
        let text = piece.text;
        text.len() <= 160
            && words::labels(text).is_empty()
            && text.chars().any(char::is_alphabetic)
            && !text.contains('@')
            && (!text.contains('/') || words::is_title(text))
            && !text.ends_with('.')
            && !labels::is_labelled(text)
            && text.chars().filter(char::is_ascii_digit).count() <= 4
            && Contact::parse(text, Place::default()).is_none()
            && location(piece, &is_place).is_none()
            && dates::date_line(text).is_none()
            && piece.block.kind != BlockKind::Item
    };
    let found: Vec<&Piece<'_>> = near
        .enumerate()
        .filter(|(at, piece)| fits(piece) && !goes_on_in(behind, *at))
        .map(|(_, piece)| *piece)
        .collect();
    let is_title = |piece: &&&Piece<'_>| words::is_title(piece.text) && piece.text.split_whitespace().count() <= 14;
    let stands_out = |piece: &&&Piece<'_>| piece.block.kind == BlockKind::Heading || piece.block.scale > 1.05;
    let next = behind.first()?;
    let is_next = |piece: &&&Piece<'_>| {
        std::ptr::eq(piece.text, next.text) && piece.text.split_whitespace().count() <= 10 && !piece.block.gap
    };
    let chosen =
        found.iter().find(is_title).or_else(|| found.iter().find(stands_out)).or_else(|| found.iter().find(is_next))?;
    // "Platform Engineer | Storage | Leeds": the whole line, unless an address or a place stands in it.
    let line = &chosen.block.text;
    let named = |piece: &Piece<'_>| bare_name(piece.text).is_some() && !words::is_title(piece.text);
    let whole = pieces(chosen.block).iter().all(|piece| fits(piece) && !named(piece)) && line.len() <= 200;
    Some(Quote::new(if whole { line } else { chosen.text }, place(chosen.block, Part::Headline)))
}

/// "Position: Engineer", in one piece or in two cells.
fn labelled_headline(head: &[Piece<'_>]) -> Option<Quote> {
    let is_label = |text: &str| words::labels(text).contains(&Label::Position);
    let quote = |text: &str, block: &Block| {
        let fits = text.len() <= 160 && text.chars().any(char::is_alphabetic);
        fits.then(|| Quote::new(text.trim(), place(block, Part::Headline)))
    };
    let in_one = |piece: &Piece<'_>| {
        let (_, value) = piece.text.split_once([':', '：']).filter(|(label, _)| is_label(label))?;
        quote(value, piece.block)
    };
    let in_two = |pair: &[Piece<'_>]| match pair {
        [label, value] if std::ptr::eq(label.block, value.block) && is_label(label.text) => {
            quote(value.text, value.block)
        }
        _ => None,
    };
    head.iter().find_map(in_one).or_else(|| head.windows(2).find_map(in_two))
}

/// "Maren Holtby, Engineer": what stands behind the name and is a position.
fn headline_beside(piece: &Piece<'_>, name: &str) -> Option<Quote> {
    let (_, behind) = piece.text.split_once(name)?;
    let behind = behind.trim_matches(|c: char| c.is_whitespace() || ",:/–—-|".contains(c));
    words::is_title(behind).then(|| Quote::new(behind, place(piece.block, Part::Headline)))
}

/// A position in a line of its own above the name.
fn headline_above(piece: &Piece<'_>) -> Option<Quote> {
    let fits = words::is_title(piece.text)
        && piece.text.split_whitespace().count() <= 8
        && piece.block.kind != BlockKind::Item;
    fits.then(|| Quote::new(piece.text, place(piece.block, Part::Headline)))
}

/// True for the beginning of a sentence that goes on in the next line.
fn goes_on_in(behind: &[&Piece<'_>], at: usize) -> bool {
    let (Some(piece), Some(next)) = (behind.get(at), behind.get(at + 1)) else { return false };
    let other = !std::ptr::eq(piece.block, next.block) && !next.block.gap && next.block.kind == BlockKind::Line;
    let lower = next.text.chars().next().is_some_and(char::is_lowercase);
    other && lower && next.text.split_whitespace().count() > 2 && !next.text.contains(['@', '/'])
}

fn location(piece: &Piece<'_>, is_place: impl Fn(&str) -> bool) -> Option<Quote> {
    let behind_label = piece
        .text
        .split_once([':', '：'])
        .and_then(|(label, value)| words::labels(label).contains(&Label::Place).then(|| value.trim()));
    let text = behind_label.unwrap_or(piece.text);
    let coded = places::beside_postcode(text);
    let text = coded.or_else(|| places::behind_street(text)).unwrap_or(text);
    // "AO" are somebody's initials rather than a country.
    let letters = text.len() <= 2 && text.is_ascii();
    let fits = (is_place(text) && !letters)
        || coded.is_some()
        || places::behind_street(piece.text).is_some()
        || (behind_label.is_some() && text.len() <= 80);
    (fits && !text.is_empty()).then(|| Quote::new(text, place(piece.block, Part::Location)))
}

/// "Leeds, United Kingdom": two to four comma-separated runs of letters, of a place that is not in the list.
fn is_location(text: &str) -> bool {
    let parts: Vec<_> = text.split(',').map(str::trim).collect();
    (2..=4).contains(&parts.len())
        && text.len() <= 60
        && parts.iter().all(|p| !p.is_empty() && p.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c)))
        && parts.iter().all(|p| p.split(' ').count() <= 3 && p.chars().next().is_some_and(|c| !c.is_lowercase()))
        && !words::is_title(text)
        && !words::is_organisation(text)
        && !words::is_degree(text)
}

/// Long lines of a header and what they go on in: text about the person.
fn prose(blocks: &[Block]) -> Vec<Block> {
    let mut prose = Vec::new();
    let mut open = false;
    for block in blocks {
        let long = block.text.split_whitespace().count() >= 12 || block.text.chars().count() >= 90;
        let unparted = !block.text.contains(' ') && block.text.chars().count() >= 24 && !block.text.is_ascii();
        let goes_on = open
            && !block.gap
            && block.kind == BlockKind::Line
            && block.text.split_whitespace().count() >= 2
            && !pieces(block).iter().any(|piece| location(piece, places::is_place).is_some());
        let own = !block.text.contains('@') && block.kind != BlockKind::Heading && !is_row(block);
        open = (long || unparted || goes_on) && own;
        // A short one is, if it is a sentence; nothing goes on from it.
        let sentence = block.text.ends_with(['.', '。']) && block.text.split_whitespace().count() >= 8;
        if open || (sentence && own) {
            prose.push(block.clone());
        }
    }
    prose
}
