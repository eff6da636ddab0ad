//! An outline cut into parts at its headings: the header, then what each known heading opens.
//!
//! A document writes its headings alike, so the look of those that are surely headings tells which other lines are.

use crate::{
    Block, BlockKind, dates,
    words::{self, Heading},
};

use super::top;

/// A part: what opens it (nothing for the header), the words that opened it, and its blocks.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) opens: Option<Heading>,
    pub(super) title: Option<String>,
    pub(super) page: Option<u32>,
    pub(super) blocks: Vec<Block>,
    /// How its heading looks, where that is a line of its own.
    pub(super) look: Option<Look>,
    /// Its heading stands beside its first line.
    pub(super) margin: bool,
    /// It is only known that its heading is one.
    pub(super) unknown: bool,
}

impl Part {
    /// True for a part under a heading that is not known which holds lines with dates.
    pub(super) fn may_hold_entries(&self) -> bool {
        let dated = |block: &Block| block.text.len() <= 240 && dates::find_range(&block.text).is_some();
        self.unknown && self.blocks.iter().take(60).any(dated)
    }

    /// True for a part under a heading that is not known which holds nothing but web addresses, and some of accounts.
    pub(super) fn is_accounts(&self) -> bool {
        use loupe_profile::{Contact, ContactKind, Place};
        let kinds = |block: &Block| -> Option<Vec<ContactKind>> {
            let texts = if block.links.is_empty() { std::slice::from_ref(&block.text) } else { block.links.as_slice() };
            texts.iter().map(|text| Contact::parse(text, Place::default()).map(|contact| contact.kind)).collect()
        };
        let all: Option<Vec<_>> = self.blocks.iter().take(12).map(kinds).collect();
        let web = |kind: &ContactKind| matches!(kind, ContactKind::Website | ContactKind::Handle);
        let kinds = all.unwrap_or_default().concat();
        self.unknown && kinds.iter().all(web) && kinds.contains(&ContactKind::Handle)
    }

    /// True for a part under a heading that is not known whose first lines are addresses and no name stands above them.
    pub(super) fn is_addresses(&self) -> bool {
        use loupe_profile::{Contact, ContactKind, Place};
        let address = |block: &Block| {
            let value = block.text.split_once([':', '：']).map_or(block.text.as_str(), |(_, value)| value).trim();
            let parsed = Contact::parse(value, Place::default());
            parsed.is_some_and(|contact| contact.kind != ContactKind::Website || value.starts_with("http"))
        };
        let first = || self.blocks.iter().take(6);
        self.unknown
            && first().filter(|b| address(b)).count() >= 2
            && !first().any(|b| super::bare_name(&b.text).is_some())
    }
}

/// How a line looks, as far as headings differ by it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    heading: bool,
    bold: bool,
    caps: bool,
    /// In hundredths of the running text's height; 0 when unknown.
    pub(super) scale: i32,
}

impl Look {
    pub(super) fn of(block: &Block) -> Self {
        Self {
            heading: block.kind == BlockKind::Heading,
            bold: block.bold,
            caps: is_caps(&block.text),
            scale: (block.scale * 100.0).round() as i32,
        }
    }

    /// True when no running text looks so.
    fn stands_out(self) -> bool {
        self.heading || self.bold || self.caps || self.scale >= 115
    }

    fn alike(self, other: Self) -> bool {
        // Levels of headings are told by the markup, sizes of letters only by measure.
        let near = if self.heading { 0 } else { 10 };
        self.heading == other.heading
            && self.bold == other.bold
            && self.caps == other.caps
            && (self.scale - other.scale).abs() <= near
    }
}

/// Letters, and none of them lower case; of scripts without cases never.
fn is_caps(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// The part that a column was in when the page, or the column beside it, went on elsewhere.
struct Column {
    left: f32,
    part: usize,
    page: Option<u32>,
}

/// Parts in which a name is another's.
const ENTRIES: [Option<Heading>; 3] = [
    Some(Heading::Opens(loupe_profile::Part::Roles)),
    Some(Heading::Opens(loupe_profile::Part::Studies)),
    Some(Heading::OthersWords),
];

const OTHER: Heading = Heading::Opens(loupe_profile::Part::Other);
const SKILLS: Heading = Heading::Opens(loupe_profile::Part::Skills);

/// Cuts an outline into its parts, in the order in which they open.
pub(super) fn split(blocks: &[Block]) -> Vec<Part> {
    let bare = without_discs(blocks);
    let blocks = bare.as_deref().unwrap_or(blocks);
    let look = headings_look(blocks);
    let mut parts = vec![Part::default()];
    let mut current = 0;
    let mut columns: Vec<Column> = Vec::new();
    // Whether the header has a name, and whether a name to come is likely another's: behind roles and others' words.
    let (mut named, mut past_entries) = (false, false);
    // The fewest elements that a block shared with the one above it.
    let mut nearest = u16::MAX;
    let first = blocks.first().and_then(|block| block.left).unwrap_or(0.0);
    for (at, block) in blocks.iter().enumerate() {
        if repeats_next(blocks, at) {
            continue;
        }
        if block.opens {
            let begun = parts.get(current).is_some_and(|part| part.opens.is_some() || !part.blocks.is_empty());
            current = resume_column(&mut columns, begun, current, block, first);
        }
        // A person on top of the main column, behind a margin; below a history it is a referee.
        let begins = block.opens || top::is_farthest(block, nearest);
        let own = parts[current].opens.is_some() && !named && !past_entries;
        let first_name = begins && own && (super::is_name(&block.text) || top::is_stacked_name(blocks, at));
        nearest = nearest.min(block.shares.filter(|_| at > 0).unwrap_or(u16::MAX));
        if first_name || top::is_name_on_top(blocks, at, look, &parts[current]) {
            // Behind a margin's parts, the name begins the header.
            parts.push(Part { blocks: vec![block.clone()], ..Part::default() });
            current = parts.len() - 1;
        } else if let Some((heading, rest)) = heading_in_margin(block, &parts[current]) {
            let (title, blocks) = (block.cells.first().cloned(), vec![rest]);
            parts.push(Part { opens: Some(heading), title, page: block.page, blocks, margin: true, ..Part::default() });
            current = parts.len() - 1;
        } else if let Some((heading, tail)) = opener(blocks, at, look, parts.get(current)) {
            let (title, look) = (Some(block.text.clone()), Some(Look::of(block)));
            let unknown = heading == OTHER && words::heading(&block.text).is_none();
            let mut part = Part { opens: Some(heading), title, page: block.page, look, unknown, ..Part::default() };
            part.blocks.extend(tail.map(|text| Block { text, cells: Vec::new(), bold: false, ..block.clone() }));
            parts.push(part);
            current = parts.len() - 1;
        } else if let Some(part) = parts.get_mut(current) {
            named = named || (part.opens.is_none() && super::is_name(&block.text));
            part.blocks.push(block.clone());
        }
        let studies = Some(Heading::Opens(loupe_profile::Part::Studies));
        past_entries = past_entries
            || parts.get(current).is_some_and(|part| ENTRIES.contains(&part.opens) && part.opens != studies);
        if let Some(column) = columns.last_mut() {
            column.part = current;
            column.page = block.page;
        }
    }
    parts
}

/// The blocks without lines of a lone letter that a line right below begins with, as discs beside entries show them. Nothing
/// when there are none.
fn without_discs(blocks: &[Block]) -> Option<Vec<Block>> {
    let begins = |block: &Block, letter: char| {
        let mut words = block.text.chars();
        words.next().is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
            && words.next().is_some_and(char::is_alphanumeric)
    };
    let is_disc = |at: usize| {
        let Some(block) = blocks.get(at).filter(|block| block.kind == BlockKind::Line) else { return false };
        let mut letters = block.text.chars();
        let letter = letters.next().filter(|c| c.is_alphabetic() && letters.next().is_none());
        letter.is_some_and(|letter| blocks.iter().skip(at + 1).take(2).any(|next| begins(next, letter)))
    };
    let discs: Vec<bool> = (0..blocks.len()).map(is_disc).collect();
    discs.contains(&true).then(|| {
        let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
        for (at, block) in blocks.iter().enumerate().filter(|(at, _)| !discs.get(*at).copied().unwrap_or_default()) {
            let mut block = block.clone();
            // Where the entry begins is told where the disc stood.
            if let Some(disc) =
                at.checked_sub(1).filter(|at| discs.get(*at) == Some(&true)).and_then(|at| blocks.get(at))
            {
                block.shares = block.shares.min(disc.shares);
                block.gap |= disc.gap;
                block.opens |= disc.opens;
                block.left = disc.left.filter(|_| disc.opens).or(block.left);
            }
            kept.push(block);
        }
        kept
    })
}

/// A heading in the first cell of a line, beside the first line of its part: "Education | Oxmere University".
fn heading_in_margin(block: &Block, within: &Part) -> Option<(Heading, Block)> {
    // "Languages | Go, Python" among the groups of skills.
    if within.opens == Some(SKILLS) && !within.margin {
        return None;
    }
    let (first, rest) = block.cells.split_first().filter(|_| block.kind == BlockKind::Line)?;
    let heading = words::heading(first).filter(|_| !rest.is_empty() && words::labels(first).is_empty())?;
    let cells = if rest.len() > 1 { rest.to_vec() } else { Vec::new() };
    // How the rest looks is not known: the line's look was the heading's as much.
    Some((heading, Block { text: rest.join(" "), cells, ..block.clone() }))
}

/// True for a heading's words that stand a second time above it, as a label for small screens does.
fn repeats_next(blocks: &[Block], at: usize) -> bool {
    let (Some(block), Some(next)) = (blocks.get(at), blocks.get(at + 1)) else { return false };
    block.text == next.text && words::heading(&block.text).is_some()
}

/// The part that goes on in a region that begins with `block`: on a later page the one that its column was in; else the
/// one that the heading above opened, of which cards side by side are regions.
fn resume_column(columns: &mut Vec<Column>, begun: bool, current: usize, block: &Block, first: f32) -> usize {
    // Less than this is an indentation.
    const SAME: f32 = 0.12;
    let Some(left) = block.left else { return current };
    if columns.is_empty() {
        // What came before the first region that is known to open stood at the left, if anything did.
        columns.push(Column { left: if begun { first } else { left }, part: current, page: block.page });
    }
    let known = columns.iter().position(|c| (c.left - left).abs() < SAME).map(|at| columns.remove(at));
    let part = known.filter(|c| block.page.is_none() || c.page < block.page).map_or(current, |c| c.part);
    columns.push(Column { left, part, page: block.page });
    part
}

/// The look that most of the surely known headings share.
fn headings_look(blocks: &[Block]) -> Option<Look> {
    let known = blocks.iter().filter(|b| b.kind != BlockKind::Item && words::heading(&b.text).is_some());
    // More than any document has are not compared with each other.
    let looks: Vec<Look> = known.map(Look::of).take(200).collect();
    let count = |look: &Look| looks.iter().filter(|other| look.alike(**other)).count();
    // Of equals the first. What stands out counts for more than what does not, but one word of it is no habit.
    let best = looks.iter().rev().max_by_key(|look| count(look) + if look.stands_out() { 2 } else { 0 })?;
    Some(*best)
}

/// What documents are called on top of their first page.
const TITLES: [&str; 6] = ["resume", "curriculum vitae", "cv", "bio data", "biodata", "profile"];

/// In Russian the document, and below the name a summary of it.
const RUSSIAN_TITLE: &str = "резюме";

/// What a block opens, and the words behind the heading if it goes on ("Skills: Go, Raft").
fn opener(blocks: &[Block], at: usize, look: Option<Look>, part: Option<&Part>) -> Option<(Heading, Option<String>)> {
    let block = blocks.get(at)?;
    if block.kind == BlockKind::Item || block.text.len() > 160 {
        return None;
    }
    let own = Look::of(block);
    let as_headings = look.is_some_and(|look| look.alike(own));
    let distinct = look.is_some_and(Look::stands_out);
    let within = part.and_then(|p| p.opens);
    // "Address" below a referee's name is the referee's, unless it looks like the document's headings or begins a column.
    let of_referee = |heading: Heading| {
        within == Some(Heading::OthersWords)
            && !block.opens
            && !(as_headings && own.stands_out())
            && matches!(heading, Heading::Opens(loupe_profile::Part::Contacts | loupe_profile::Part::About))
    };
    let in_entries = matches!(within, Some(Heading::Opens(loupe_profile::Part::Roles | loupe_profile::Part::Studies)));
    // "RESUME" on top is what the document is.
    let called = loupe_profile::fold(&block.text);
    if within.is_none() && ((at < 2 && TITLES.contains(&called.as_str())) || (at == 0 && called == RUSSIAN_TITLE)) {
        return None;
    }
    if let Some(heading) = words::heading(&block.text) {
        if heading == OTHER && part.is_some_and(|part| names_a_group(block, own, part)) {
            return None;
        }
        // Where the document marks its headings, an unmarked "Skills" is a line like any other, unless it stands out.
        let marked = own.stands_out() || block.gap || block.text.ends_with([':', '：']);
        let inner = in_entries && distinct && !as_headings && !words::labels(&block.text).is_empty();
        let group = within == Some(SKILLS) && distinct && !as_headings && heading == OTHER;
        let inner = inner
            || (within.is_some()
                && weaker(own, part.and_then(|p| p.look).or(look))
                && !leaves_entries(blocks, at, part))
            || (group && !own.heading && !own.caps);
        let taken = as_headings || !distinct || (marked && !inner);
        return (taken && !of_referee(heading)).then_some((heading, None));
    }
    if let Some((head, tail)) = heading_with_tail(&block.text) {
        let looks_so = own.stands_out() || block.gap || look.is_none() || block.kind == BlockKind::Heading;
        let heading = words::heading(head)?;
        let inner = (in_entries || (within == Some(SKILLS) && distinct && heading == OTHER))
            && !(own.stands_out() && as_headings);
        // "Experience (4)" only counts.
        let tail = Some(tail.to_owned()).filter(|tail| tail.chars().any(char::is_alphabetic));
        return (looks_so && !inner && !of_referee(heading)).then_some((heading, tail));
    }
    // Headings of one level part a page as its markup says; lines that only look alike may name entries.
    if !(as_headings && own.stands_out()) || (!own.heading && names_an_entry(blocks, at)) {
        return None;
    }
    // A heading of a level below that which opened the part is within it.
    let above = part.and_then(|p| p.look).filter(|above| above.heading && own.heading);
    if above.is_some_and(|above| own.scale < above.scale) {
        return None;
    }
    let by_word = words::heading_by_word(&block.text).filter(|h| !of_referee(*h));
    if let Some(heading) = by_word {
        return Some((heading, None));
    }
    // A heading that looks like the others ends a part, whatever it says ("Kind words"); not the name on top.
    let same_size = look.is_some_and(|look| (look.scale - own.scale).abs() <= 3);
    let unknown = own.heading || (same_size && (own.caps || own.scale >= 115));
    let ends = unknown && within.is_some() && within != Some(Heading::OthersWords) && block.text.len() <= 60;
    ends.then_some((OTHER, None))
}

/// True for a bold line of skills that looks unlike their heading, and like the one right below it: "Languages" above
/// "Go" and "Python".
fn names_a_group(block: &Block, own: Look, skills: &Part) -> bool {
    let line = |block: &Block| block.kind == BlockKind::Line && block.bold;
    let like_first = skills.blocks.first().is_none_or(|first| line(first) && Look::of(first).alike(own));
    skills.opens == Some(SKILLS) && line(block) && like_first && skills.look.is_some_and(|look| !look.alike(own))
}

/// A line that looks less like a heading than the document's headings do: "Languages" among the groups of skills.
fn weaker(own: Look, look: Option<Look>) -> bool {
    look.is_some_and(|look| {
        look.heading && if own.heading { own.scale < look.scale } else { !own.caps && own.scale + 20 < look.scale }
    })
}

/// True for a heading among the entries of a history that is none of them: "Awards", "Volunteering" on their level.
///
/// What a person is called in words ("Volunteer") is an entry, unless entries of their own follow at once. What comes
/// twice names a passage of each entry, and so does what stands on a level below theirs.
fn leaves_entries(blocks: &[Block], at: usize, part: Option<&Part>) -> bool {
    let (Some(block), Some(part)) = (blocks.get(at), part) else { return false };
    let heading = |block: &&Block| block.kind == BlockKind::Heading;
    let other = matches!(words::heading(&block.text), Some(OTHER | Heading::OthersWords));
    let entries = part.blocks.iter().filter(heading).map(|block| block.scale).fold(0.0, f32::max);
    let headed = || blocks.get(at + 1).is_some_and(|next| heading(&next) && next.scale <= block.scale);
    let once = || blocks.iter().filter(|other| heading(other) && other.text == block.text).count() == 1;
    ENTRIES.contains(&part.opens)
        && part.opens != Some(Heading::OthersWords)
        && heading(&block)
        && other
        && !part.blocks.is_empty()
        && block.scale >= entries
        && (!words::is_title(&block.text) || headed())
        && once()
}

/// "Skills: Go, Raft", "Experience (5 years)": a known heading and what stands behind it.
fn heading_with_tail(text: &str) -> Option<(&str, &str)> {
    let (head, tail) = text.split_once([':', '：', '(', '|'])?;
    let tail = tail.trim().trim_end_matches(')').trim_start_matches(['-', '–']).trim();
    (head.len() <= 60 && words::heading(head).is_some()).then_some((head, tail))
}

/// True for a line that, however it looks, names an entry: its dates stand in it or just below.
fn names_an_entry(blocks: &[Block], at: usize) -> bool {
    // Or above it, where the dates come first.
    if at.checked_sub(1).and_then(|above| blocks.get(above)).is_some_and(|b| dates::date_line(&b.text).is_some()) {
        return true;
    }
    let near = blocks.iter().skip(at).take(3).take_while(|b| b.kind != BlockKind::Item);
    near.into_iter()
        .any(|b| b.text.len() <= 160 && (dates::find_range(&b.text).is_some() || dates::date_line(&b.text).is_some()))
}
