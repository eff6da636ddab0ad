//! The foot of a document: ways to reach the person that stand below its last part, where letterheads have them.
//!
//! A foot is told by the markup, which closes the last part before it, or by holding nothing but addresses; below
//! referees, and under a heading that is not known, only the markup tells it, since their addresses look alike.

use loupe_profile::{Contact, ContactKind, Place, fold};

use crate::{Block, BlockKind, dates, places, words::Heading};

use super::parts::Part;

/// More lines than a foot has.
const MAX_BLOCKS: usize = 8;
/// More lines than close a document without an address.
const MAX_CLOSING: usize = 4;

/// Takes the foot off the last part, as a part of the person's own.
pub(super) fn take(parts: &mut Vec<Part>) {
    let own = name_on_top(parts);
    let Some(last) = parts.last_mut().filter(|part| part.opens.is_some()) else { return };
    let left = left_at(last).filter(|at| !names_another(last, *at, own.as_deref()));
    let begins = left.or_else(|| named_at(last, own.as_deref()?)).or_else(|| addresses_at(last));
    if let Some(at) = begins.filter(|at| *at > 0) {
        let blocks = last.blocks.split_off(at);
        parts.push(Part { blocks, ..Part::default() });
    } else if let Some(at) = closing_at(last) {
        let blocks = last.blocks.split_off(at);
        parts.push(Part { blocks, opens: Some(Heading::Opens(loupe_profile::Part::Other)), ..Part::default() });
    }
}

/// The first line of the header that is a name, folded.
fn name_on_top(parts: &[Part]) -> Option<String> {
    let headers = parts.iter().filter(|part| part.opens.is_none()).flat_map(|part| part.blocks.iter().take(MAX_BLOCKS));
    headers.into_iter().find(|block| super::is_name(&block.text)).map(|block| fold(&block.text))
}

/// True where the foot, or the line above it, names somebody else, in a part that may be about others.
fn names_another(part: &Part, at: usize, own: Option<&str>) -> bool {
    let near = part.blocks.iter().skip(at.saturating_sub(1)).flat_map(pieces);
    let mut names = near.filter_map(super::bare_name).map(|name| fold(&name));
    (part.unknown || part.opens == Some(Heading::OthersWords)) && names.any(|name| Some(name.as_str()) != own)
}

/// The last line, where it is the person's own name and addresses.
fn named_at(part: &Part, own: &str) -> Option<usize> {
    let (last, above) = part.blocks.split_last()?;
    let others = || pieces(last).filter(|piece| fold(piece) != own);
    let named = others().count() < pieces(last).count();
    let plain = |piece: &str| places::may_be_place(piece) || contact(piece).is_some();
    (named && has_address(last) && others().all(plain)).then_some(above.len())
}

/// Where the markup leaves the element that holds the part's heading and what follows it.
fn left_at(part: &Part) -> Option<usize> {
    let at = outside_at(part)?;
    part.blocks.get(at..)?.iter().any(has_address).then_some(at)
}

/// Where nothing follows but a few plain lines outside of that element: "Made with a free template", a declaration.
fn closing_at(part: &Part) -> Option<usize> {
    let at = outside_at(part).filter(|at| *at > 0)?;
    let plain = |block: &Block| block.kind == BlockKind::Line && block.cells.is_empty() && !block.bold;
    let closing = part.blocks.get(at..)?;
    (closing.len() <= MAX_CLOSING && closing.iter().all(plain)).then_some(at)
}

fn outside_at(part: &Part) -> Option<usize> {
    let within = part.blocks.first()?.shares?;
    let at = part.blocks.iter().position(|block| block.shares.is_some_and(|shares| shares < within))?;
    let foot = part.blocks.get(at..)?;
    let fits = foot.len() <= MAX_BLOCKS && foot.iter().all(|block| dates::find_range(&block.text).is_none());
    fits.then_some(at)
}

/// Where the last lines are nothing but addresses, below a part that is about the person.
fn addresses_at(part: &Part) -> Option<usize> {
    let of_others = [Heading::OthersWords, Heading::Opens(loupe_profile::Part::Roles)];
    // Under a heading that is not known ("Ask them") stands whoever it says.
    if part.unknown
        || part
            .opens
            .is_some_and(|opens| of_others.contains(&opens) || opens == Heading::Opens(loupe_profile::Part::Contacts))
    {
        return None;
    }
    let foot = part.blocks.iter().rev().take(MAX_BLOCKS).take_while(|block| is_only_addresses(block)).count();
    let at = part.blocks.len() - foot;
    part.blocks.get(at..)?.iter().any(has_address).then_some(at)
}

fn pieces(block: &Block) -> impl Iterator<Item = &str> {
    let cells = if block.cells.is_empty() { std::slice::from_ref(&block.text) } else { block.cells.as_slice() };
    let marks = |c: char| c.is_whitespace() && c != ' ' || "|•·⋄;｜".contains(c);
    let pieces = cells.iter().flat_map(move |cell| cell.split(marks)).map(str::trim);
    pieces.filter(|piece| piece.chars().any(char::is_alphanumeric))
}

fn contact(piece: &str) -> Option<Contact> {
    let value = piece.split_once(": ").map_or(piece, |(_, value)| value.trim());
    Contact::parse(value, Place::default())
}

/// True for what reaches a person. "Node.js" looks like a web address, and certificates and projects have links too.
fn is_own(contact: &Contact) -> bool {
    contact.kind != ContactKind::Website
}

fn links(block: &Block) -> impl Iterator<Item = Contact> {
    block.links.iter().filter_map(|link| Contact::parse(link, Place::default()))
}

/// A mail address, a number or an account, in words or as a link.
fn has_address(block: &Block) -> bool {
    pieces(block).filter_map(contact).chain(links(block)).any(|contact| is_own(&contact))
}

fn is_only_addresses(block: &Block) -> bool {
    let linked = !block.links.is_empty() && links(block).filter(is_own).count() == block.links.len();
    // A web address in words is one where it is a link, or among other addresses.
    let among = pieces(block).filter_map(contact).any(|contact| is_own(&contact));
    let told = |contact: &Contact| is_own(contact) || among || !block.links.is_empty();
    linked || pieces(block).all(|piece| contact(piece).as_ref().is_some_and(told) || places::is_place(piece))
}
