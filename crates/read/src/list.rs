//! Pages that list people: each card becomes a small reading of its own.

use std::collections::BTreeSet;

use ego_tree::NodeId;
use loupe_profile::{Part, PartState, Source, SourceKind, fold};
use scraper::{ElementRef, Html, Node};

use crate::{
    Listing, PageCapture, ReadError, Reading, address, coverage, html,
    item::outermost,
    page,
    reader::Reader,
    site::{Kind, Page, Site},
};

/// More cards than any page shows at once; what is beyond is counted as unread.
const MAX_CARDS: usize = 200;
/// A card's box is at most so many levels around what marks it.
const MAX_LEVELS: usize = 12;
/// The text of a link that is longer (in bytes) is a card's; a shorter one is an action, such as "Message".
const MAX_ACTION: usize = 40;

/// Reads a captured page that lists people, card by card.
///
/// # Errors
/// As [`crate::read_page`]; [`ReadError::NoProfile`] when the page is no list that a site file describes,
/// [`ReadError::SiteChanged`] when it should be one and has no cards.
pub fn read_list(capture: &PageCapture) -> Result<Listing, ReadError> {
    let (url, mut document) = page::open(capture)?;
    let here = page::pages(&url, Kind::List, &document);
    let known = here.iter().any(|(_, page)| !page.shared);
    for (site, page) in here {
        if page.ready.of(&document).next().is_none() {
            continue;
        }
        if let Some(exclude) = &page.exclude {
            page::exclude(&mut document, exclude);
        }
        let Some(scope) = page.scope.iter().find_map(|css| css.of(&document).next()) else { continue };
        return Ok(listing(site, page, &url, &document, scope, capture.cut));
    }
    if let Some(gate) = page::gate(&url, &document) {
        return Err(gate);
    }
    Err(if known { ReadError::SiteChanged } else { ReadError::NoProfile })
}

fn listing(site: &Site, page: &Page, url: &str, document: &Html, scope: ElementRef<'_>, cut: bool) -> Listing {
    let label = site.name.clone();
    let source = Source { kind: SourceKind::Page, address: address::bare(url).to_owned(), label };
    let (found, nameless) = cards(page, scope);
    let mut listing = Listing { source, reader: site.id.clone(), cards: Vec::new(), unread: nameless, more: false };
    let mut seen = BTreeSet::new();
    for (number, card) in found.iter().enumerate() {
        if number >= MAX_CARDS {
            listing.unread += 1;
            continue;
        }
        let link = person(page, *card, url);
        // A person may be shown twice, as a picture and as a row.
        if link.as_ref().is_some_and(|link| seen.contains(link)) {
            continue;
        }
        match read_card(site, page, document, *card, link.as_deref(), &listing.source, url) {
            Some(mut reading) => {
                if cut {
                    reading.coverage.cut.push("cut-page".to_owned());
                }
                listing.cards.push(reading);
                seen.extend(link);
            }
            None => listing.unread += 1,
        }
    }
    let more = page.more.as_ref().is_some_and(|css| css.of(document).next().is_some());
    listing.more = more || found.len() > MAX_CARDS;
    listing
}

/// The boxes of the people, in the order of the page, and how many there are of which nobody knows whose they are.
fn cards<'a>(page: &'a Page, scope: ElementRef<'a>) -> (Vec<ElementRef<'a>>, u32) {
    if let Some(css) = &page.cards {
        return (outermost(css.within(scope)), 0);
    }
    let (Some(around), Some(person)) = (&page.around, &page.person) else { return (Vec::new(), 0) };
    let mut taken: BTreeSet<NodeId> = BTreeSet::new();
    let mut cards: Vec<ElementRef<'a>> = Vec::new();
    let mut unlinked: BTreeSet<NodeId> = BTreeSet::new();
    for mark in around.within(scope).take(4 * MAX_CARDS) {
        let boxes = std::iter::once(mark).chain(mark.ancestors().filter_map(ElementRef::wrap)).take(MAX_LEVELS);
        let inside = boxes.take_while(|el| el.id() != scope.id());
        let mut inside = inside.into_iter();
        let Some(card) =
            inside.find(|el| person.within(*el).next().is_some() || (el.id() != mark.id() && is_masked(page, *el)))
        else {
            continue;
        };
        if person.within(card).next().is_none() {
            unlinked.insert(card.id());
            continue;
        }
        if taken.insert(card.id()) {
            cards.push(card);
        }
    }
    cards.sort_by_key(|card| card.id());
    // A box around other cards is that of a mark beside which no link to a person stands.
    let boxes: BTreeSet<NodeId> = cards.iter().flat_map(|card| card.ancestors().map(|a| a.id())).collect();
    let all = cards.len();
    cards.retain(|card| !boxes.contains(&card.id()));
    let nameless = (all - cards.len() + unlinked.len()) as u32;
    (cards, nameless)
}

/// True for a box without a link to a person that says a person's words all the same: a whole card, and the next link
/// around it is a neighbour's.
fn is_masked(page: &Page, el: ElementRef<'_>) -> bool {
    if page.person.as_ref().is_some_and(|css| css.0.matches(&el)) {
        return false;
    }
    // What can be pressed stands below a card's words as often as among them.
    let acts = |part: ElementRef<'_>| match part.value().name() {
        "button" | "script" | "style" | "svg" | "template" => true,
        _ if part.attr("role") == Some("button") || page.around.as_ref().is_some_and(|css| css.0.matches(&part)) => {
            true
        }
        name => name == "a" && html::text(part).len() <= MAX_ACTION,
    };
    el.descendants().any(|node| {
        let Node::Text(text) = node.value() else { return false };
        let around = node.ancestors().take_while(|a| Some(a.id()) != el.parent().map(|above| above.id()));
        let masks = || page.masked.iter().any(|masked| fold(masked) == fold(text));
        !text.trim().is_empty() && (masks() || !around.filter_map(ElementRef::wrap).any(acts))
    })
}

/// The address of the person's own page: the card's first link to one.
fn person(page: &Page, card: ElementRef<'_>, url: &str) -> Option<String> {
    let css = page.person.as_ref()?;
    let own = std::iter::once(card).filter(|el| css.0.matches(el));
    own.chain(css.within(card)).find_map(|link| address::absolute(link.attr("href")?, url))
}

/// Nothing when the card lacks what is required, such as a name.
fn read_card(
    site: &Site,
    page: &Page,
    document: &Html,
    card: ElementRef<'_>,
    link: Option<&str>,
    list: &Source,
    url: &str,
) -> Option<Reading> {
    let foreign = foreign(page, card, link, url);
    let reader = Reader { page, document, scope: card, data: None, lazy: false, foreign, whose: None };
    let (profile, mut coverage) = reader.read(&site.id);
    if !reader.has_required(&profile) {
        return None;
    }
    // A card shows a glance: what it has no place for is on the person's page, which is not loaded.
    for part in Part::COVERED {
        if profile.count(part) == 0 {
            coverage.set(part, PartState::NotLoaded, 0);
        }
    }
    coverage.unproven = page.grade(site).is_guess();
    let address = link.unwrap_or(&list.address).to_owned();
    let source = Source { address, ..list.clone() };
    coverage::finish(&mut coverage, &profile);
    // What a card lacks stands elsewhere; it is no gap in what the person says.
    coverage.gaps.clear();
    Some(Reading { source, profile, coverage, document: None })
}

/// Links on a card to other people ("Pavel and 3 other mutual connections").
fn foreign(page: &Page, card: ElementRef<'_>, own: Option<&str>, url: &str) -> BTreeSet<NodeId> {
    let Some(css) = &page.person else { return BTreeSet::new() };
    let leads_away = |link: &ElementRef<'_>| {
        let leads_to = link.attr("href").and_then(|href| address::absolute(href, url));
        leads_to.is_some() && leads_to.as_deref() != own
    };
    css.within(card).filter(leads_away).map(|link| link.id()).collect()
}
