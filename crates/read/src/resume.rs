//! Outlines to profiles: how a résumé is read, whatever format it came in.
//!
//! Known headings cut the document into parts. In a part, the lines with dates are anchors; where in its entry the
//! first one stands (first line, second line, at the end of a line) tells how this document writes its entries.

use loupe_profile::{Contact, ContactKind, Coverage, Part, PartState, PassageKind, Place, Profile, Quote, Source};

use crate::{
    Block, BlockKind, Outline, ReadError, Reading, dates, entries,
    entries::Item,
    page::{add_contacts_in_text, push_contact},
    words::{self, Heading},
};

/// Reads an outline as a résumé.
///
/// # Errors
/// [`ReadError::NoText`] when it has no words.
pub fn read_outline(outline: &Outline, source: Source) -> Result<Reading, ReadError> {
    if outline.blocks.iter().all(|b| b.text.is_empty()) {
        return Err(ReadError::NoText);
    }
    let parts = split(&outline.blocks);
    let mut profile = Profile::default();
    let mut coverage = Coverage { reader: outline.reader.clone(), cut: outline.cut.clone(), ..Coverage::default() };
    for (part, blocks) in &parts {
        match part {
            None => read_header(&mut profile, blocks, outline.wrapped),
            Some(Heading::OthersWords) => {}
            Some(Heading::Opens(part)) => read_part(&mut profile, *part, blocks, outline.wrapped),
        }
    }
    read_contacts(&mut profile, outline, &parts);
    for part in Part::COVERED {
        let count = profile.count(part);
        let announced = parts.iter().any(|(p, blocks)| *p == Some(Heading::Opens(part)) && !blocks.is_empty());
        let state = match (count, announced) {
            (1.., _) => PartState::Read,
            // A document without known headings may hold anything.
            (0, true) => PartState::NotRecognised,
            (0, false) if parts.len() == 1 || part == Part::Photo || part == Part::Name => PartState::NotRecognised,
            (0, false) => PartState::Absent,
        };
        coverage.set(part, state, count);
    }
    entries::note_cut(&mut coverage, &profile);
    Ok(Reading { source, profile, coverage, document: outline.document.clone() })
}

/// Reads blocks of which it is known that they are this part.
pub(crate) fn read_part(profile: &mut Profile, part: Part, blocks: &[Block], wrapped: bool) {
    match part {
        Part::Roles => for_entries(blocks, &ROLE_SEPARATORS, wrapped, |item| entries::push_roles(profile, &item)),
        Part::Studies => for_entries(blocks, &STUDY_SEPARATORS, wrapped, |item| entries::push_study(profile, &item)),
        Part::Certificates => {
            for block in blocks {
                let item = Item { lines: vec![block.text.clone()], page: block.page, ..Item::default() };
                entries::push_certificate(profile, &item);
            }
        }
        Part::Skills => read_skills(profile, blocks),
        Part::About => read_text(profile, blocks, PassageKind::Summary, wrapped),
        // Contacts are read from the whole document's own parts at once.
        Part::Contacts => {}
        _ => read_text(profile, blocks, PassageKind::Other, wrapped),
    }
}

type Parts<'a> = Vec<(Option<Heading>, &'a [Block])>;

/// The blocks before the first known heading, then each known heading's blocks.
fn split(blocks: &[Block]) -> Parts<'_> {
    let mut parts = Vec::new();
    let mut part = None;
    let mut from = 0;
    let mut opener = f32::INFINITY;
    let headings = blocks.iter().any(|b| b.kind == BlockKind::Heading && words::heading(&b.text).is_some());
    for (at, block) in blocks.iter().enumerate() {
        // Where the document marks its headings, an unmarked "Skills" is a line like any other, unless it stands out.
        let stands_out =
            block.bold || block.gap || block.text.ends_with(':') || !block.text.chars().any(char::is_lowercase);
        let may_be = block.kind == BlockKind::Heading || (block.kind == BlockKind::Line && (!headings || stands_out));
        let known = words::heading(&block.text).filter(|_| may_be);
        // "Address" below a referee's name is the referee's.
        let in_others = part == Some(Heading::OthersWords);
        let known = known.filter(|known| !(in_others && matches!(known, Heading::Opens(Part::Contacts | Part::About))));
        // A heading as large as the one that opened this part ends it, whatever it says ("Kind words").
        let ends = part.is_some() && block.kind == BlockKind::Heading && block.scale > 0.0 && block.scale >= opener;
        let ends = ends && !in_others;
        if let Some(opened) = known.or(ends.then_some(Heading::Opens(Part::Other))) {
            parts.push((part, &blocks[from..at]));
            part = Some(opened);
            from = at + 1;
            opener = block.scale;
        }
    }
    parts.push((part, &blocks[from..]));
    parts
}

fn read_header(profile: &mut Profile, blocks: &[Block], wrapped: bool) {
    let head = &blocks[..blocks.len().min(12)];
    let largest = head.iter().filter(|b| is_name(&b.text)).max_by(|a, b| {
        let heading = |block: &Block| u8::from(block.kind == BlockKind::Heading);
        // Of equals the first: `max_by` would give the last.
        (heading(a), a.scale)
            .partial_cmp(&(heading(b), b.scale))
            .unwrap_or(std::cmp::Ordering::Equal)
            .then(std::cmp::Ordering::Greater)
    });
    let Some(name) = largest else {
        read_text(profile, blocks, PassageKind::Summary, wrapped);
        return;
    };
    let place = |part| Place { page: name.page, ..Place::part(part) };
    profile.name = Some(Quote::new(title_case(&name.text), place(Part::Name)));
    let mut rest = head.iter().skip_while(|b| !std::ptr::eq(*b, name)).skip(1).peekable();
    if let Some(next) = rest.peek()
        && !next.text.contains('@')
        && next.text.len() <= 90
        && !next.text.ends_with('.')
        && Contact::parse(&next.text, Place::default()).is_none()
        && (words::is_title(&next.text) || next.kind == BlockKind::Heading)
        && !next.text.contains(['|', '•'])
    {
        profile.headline = Some(Quote::new(&next.text, place(Part::Headline)));
    }
    let segments = head.iter().filter(|b| !std::ptr::eq(*b, name)).flat_map(|b| b.text.split(['|', '•', '·', '⋄']));
    profile.location = segments.map(str::trim).find(|s| is_location(s)).map(|s| Quote::new(s, place(Part::Location)));
    let prose: Vec<Block> = blocks.iter().filter(|b| b.text.split_whitespace().count() >= 12).cloned().collect();
    read_text(profile, &prose, PassageKind::Summary, wrapped);
}

/// Words of a document's title, which is no name.
const DOCUMENT: [&str; 16] = [
    "curriculum",
    "vitae",
    "resume",
    "cv",
    "lebenslauf",
    "page",
    "personal",
    "details",
    "cover",
    "letter",
    "birth",
    "confidential",
    "europass",
    "profile",
    "application",
    "portfolio",
];

/// Two to five words of letters, not a heading and not a title of the document.
pub(crate) fn is_name(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let letters = text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".,'’-".contains(c));
    let han = text.chars().filter(|c| !c.is_ascii()).count() >= 2 && count == 1 && text.chars().count() <= 4;
    let folded = loupe_profile::fold(text);
    let names_the_document = folded.split(' ').any(|word| DOCUMENT.contains(&word));
    (count >= 2 || han)
        && count <= 5
        && letters
        && text.len() <= 60
        && words::heading(text).is_none()
        && !words::is_title(text)
        && !words::is_organisation(text)
        && !names_the_document
}

fn title_case(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let word = |w: &str| {
        let mut chars = w.chars();
        chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect::<String>()
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// "Leeds, United Kingdom": two or three comma-separated runs of letters.
fn is_location(text: &str) -> bool {
    let parts: Vec<_> = text.split(',').map(str::trim).collect();
    (2..=4).contains(&parts.len())
        && text.len() <= 60
        && parts.iter().all(|p| !p.is_empty() && p.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c)))
        && parts.iter().all(|p| p.split(' ').count() <= 3 && p.chars().next().is_some_and(|c| !c.is_lowercase()))
        && !words::is_title(text)
        && !words::is_organisation(text)
}

fn read_contacts(profile: &mut Profile, outline: &Outline, parts: &Parts<'_>) {
    // Only the person's own header, contact part and text: a referee's telephone number is not theirs.
    let own =
        parts.iter().filter(|(part, _)| matches!(part, None | Some(Heading::Opens(Part::Contacts | Part::About))));
    for block in own.flat_map(|(_, blocks)| blocks.iter().take(40)) {
        let place =
            |profile: &Profile| Place { page: block.page, ..Place::entry(Part::Contacts, profile.contacts.len()) };
        for piece in block.text.split(['|', '•', '·', '⋄', ',', ';']) {
            let piece = piece.trim();
            let behind_label = piece.split_once(": ").map_or(piece, |(_, value)| value.trim());
            let words = piece.split(|c: char| c.is_whitespace() || "()<>[]\"".contains(c));
            let words = words.map(|word| word.trim_matches(|c: char| ".:!?".contains(c)));
            for text in std::iter::once(behind_label).chain(words).chain(phone_in(piece)) {
                push_contact(profile, Contact::parse(text, place(profile)).filter(|c| is_address(c, text)));
            }
        }
        for link in &block.links {
            push_contact(profile, Contact::parse(link, place(profile)));
        }
    }
    // Links of the document as a whole have no place: where others are named, they may be theirs.
    let others = parts.iter().any(|(part, _)| *part == Some(Heading::OthersWords));
    for link in outline.links.iter().take(MAX_LINKS).filter(|_| !others) {
        let place = Place::entry(Part::Contacts, profile.contacts.len());
        push_contact(profile, Contact::parse(link, place).filter(|c| c.kind != ContactKind::Website));
    }
    add_contacts_in_text(profile);
}

/// Links looked at of one document; more are a list of links.
const MAX_LINKS: usize = 200;

/// "Node.js" and "Booking.com" look like web addresses; one that says how it is reached is one.
fn is_address(contact: &Contact, text: &str) -> bool {
    contact.kind != ContactKind::Website || text.starts_with("http") || text.starts_with("www.")
}

/// The run of digits and their marks that begins with `+` or a digit.
fn phone_in(text: &str) -> Option<&str> {
    let start = text.find(|c: char| c == '+' || c.is_ascii_digit() || c == '(')?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || " +-–().\u{a0}/".contains(c))).unwrap_or(rest.len());
    let number = rest[..end].trim();
    (number.chars().filter(char::is_ascii_digit).count() >= 8 && dates::find(number).is_none()).then_some(number)
}

fn read_text(profile: &mut Profile, blocks: &[Block], kind: PassageKind, wrapped: bool) {
    let part = if kind == PassageKind::Summary { Part::About } else { Part::Other };
    for paragraph in paragraphs(blocks, wrapped) {
        let place = Place { page: paragraph.0, ..Place::part(part) };
        profile.push_passage(kind, &paragraph.1, place);
    }
}

/// Wrapped lines belong together until white space, a bullet or a short line parts them.
fn paragraphs(blocks: &[Block], wrapped: bool) -> Vec<(Option<u32>, String)> {
    let mut paragraphs: Vec<(Option<u32>, String)> = Vec::new();
    let mut open = false;
    for block in blocks {
        let joins = open && !block.gap && block.kind == BlockKind::Line;
        match paragraphs.last_mut() {
            Some((_, text)) if joins => {
                text.push(' ');
                text.push_str(&block.text);
            }
            _ => paragraphs.push((block.page, block.text.clone())),
        }
        // A line well short of the margin was the last of its paragraph.
        open = wrapped && block.kind != BlockKind::Heading && block.text.len() > 50;
    }
    paragraphs
}

fn read_skills(profile: &mut Profile, blocks: &[Block]) {
    for block in blocks {
        let list = block.text.split_once(": ").map_or(block.text.as_str(), |(_, list)| list);
        for skill in list.split([',', ';', '|', '•', '·']).map(str::trim).filter(|s| !s.is_empty() && s.len() <= 60)
        {
            let place = Place { page: block.page, ..Place::entry(Part::Skills, profile.skills.len()) };
            profile.skills.push(Quote::new(skill.trim_end_matches('.'), place));
        }
    }
}

/// Cuts a part into entries at its lines with dates.
fn for_entries(blocks: &[Block], separators: &[&str], wrapped: bool, mut entry: impl FnMut(Item)) {
    let dated: Vec<usize> = (0..blocks.len()).filter(|at| anchors(&blocks[*at])).collect();
    let Some(first) = dated.first() else { return };
    // How many lines stand above the date in this document's entries.
    let above = (*first).min(2);
    let starts: Vec<usize> = dated
        .iter()
        .enumerate()
        .map(|(n, at)| {
            let floor = if n == 0 { 0 } else { dated[n - 1] + 1 };
            let mut start = *at;
            while start > floor && at - start < above && may_head(&blocks[start - 1]) {
                start -= 1;
            }
            start
        })
        .collect();
    for (n, (start, at)) in starts.iter().zip(&dated).enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(blocks.len());
        entry(item(&blocks[*start..end], at - start, separators, wrapped));
    }
}

/// A line with a span of two ends, or a line that is a date and no more.
fn anchors(block: &Block) -> bool {
    let found = dates::find_range(&block.text).or_else(|| dates::date_line(&block.text));
    block.kind != BlockKind::Item && block.text.len() <= 160 && found.is_some()
        || (block.kind == BlockKind::Item && block.text.len() <= 120 && dates::find_range(&block.text).is_some())
}

fn may_head(block: &Block) -> bool {
    block.kind != BlockKind::Item && block.text.len() <= 120 && !block.text.ends_with(['.', ';'])
}

fn item(blocks: &[Block], date_at: usize, separators: &[&str], wrapped: bool) -> Item {
    let mut item = Item { page: blocks.first().and_then(|b| b.page), ..Item::default() };
    let mut names: Vec<String> = Vec::new();
    for block in &blocks[..date_at] {
        names.extend(name_parts(&block.text, separators));
    }
    let Some(line) = blocks.get(date_at).map(|b| b.text.as_str()) else { return item };
    let found = dates::find_range(line).or_else(|| dates::find(line));
    let Some(found) = found else { return item };
    let beside = format!("{} {}", &line[..found.bytes.start], &line[found.bytes.end..]);
    let beside = beside.trim_matches(|c: char| c.is_whitespace() || "|,;:–—-·•()[]".contains(c));
    if !beside.is_empty() && !dates::is_duration(beside) {
        names.extend(name_parts(beside, separators));
    }
    let mut rest = blocks[date_at + 1..].iter().peekable();
    // Dates first, or dates at the end of the first line: the names go on below.
    while names.len() < 2
        && let Some(next) = rest.next_if(|b| may_head(b) && b.text.len() <= 90 && dates::find_range(&b.text).is_none())
    {
        names.extend(name_parts(&next.text, separators));
    }
    // The recognisers expect the position first. Without a sign, the order of the document stays.
    if let [first, second, ..] = names.as_slice()
        && ((words::is_title(second) && !words::is_title(first))
            || (words::is_organisation(first) && !words::is_organisation(second)))
    {
        names.swap(0, 1);
    }
    item.lines = names;
    item.lines.push(line[found.bytes].to_owned());
    let rest: Vec<Block> = rest.cloned().collect();
    item.texts = paragraphs(&rest, wrapped).into_iter().map(|(_, text)| text).collect();
    item
}

/// What stands between position and employer in one line.
const ROLE_SEPARATORS: [&str; 11] = [" | ", " — ", " – ", " @ ", " at ", " bei ", " chez ", " · ", " - ", "\t", ", "];
/// As above, but a comma is part of a degree ("Bachelor, Computing").
const STUDY_SEPARATORS: [&str; 7] = [" | ", " — ", " – ", " at ", " · ", " - ", "\t"];

/// "Developer at Quay Labs", "Quay Labs — Developer", "Developer, Quay Labs, Hull": the names in a line.
fn name_parts(line: &str, separators: &[&str]) -> Vec<String> {
    let cut = separators.iter().find_map(|separator| line.split_once(separator));
    let parts = cut.map_or(vec![line], |(left, right)| vec![left, right]);
    let clean = parts.into_iter().map(|p| p.trim_matches(|c: char| c == ',' || c.is_whitespace()).to_owned());
    clean.filter(|p| !p.is_empty()).collect()
}
