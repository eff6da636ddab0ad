//! Captured pages: finds the site's file, takes out what belongs to others, reads what is left.

use std::collections::BTreeSet;

use ego_tree::NodeId;
use loupe_profile::{
    Contact, ContactKind, Coverage, Part, PartState, PassageKind, PhotoClaim, Place, Profile, Quote, Source, SourceKind,
};
use scraper::{ElementRef, Html, Node, Selector};

use crate::{
    Listing, PageCapture, ReadError, Reading, entries, generic, html,
    item::{MAX_ITEMS, item, outermost},
    site::{self, Confirm, Css, Field, Page, Row, SITES, Section, SectionKind, Site, Strategy},
    words,
};

/// Reads a captured page: by its site's file where there is one, else by the generic reader.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDeep`], [`ReadError::Gated`], [`ReadError::NotReady`],
/// [`ReadError::NoProfile`]; [`ReadError::ManyPeople`] for a list, which [`read_list`] reads.
pub fn read_page(capture: &PageCapture) -> Result<Reading, ReadError> {
    let mut document = html::parse(&capture.html)?;
    let found = if capture.url.is_empty() { address_in(&document) } else { None };
    let url = found.as_deref().unwrap_or(&capture.url);
    if SITES.iter().flat_map(|s| &s.gate).any(|pattern| site::match_url(pattern, url).is_some()) {
        return Err(ReadError::Gated);
    }
    remove_unseen(&mut document);
    let pages = || SITES.iter().flat_map(|site| site.page.iter().map(move |page| (site, page)));
    // A saved page that does not say where it stood is known by its structure alone.
    let by_looks =
        |page: &Page| url.is_empty().then(String::new).filter(|_| document.select(&page.ready.0).next().is_some());
    let here = pages().filter_map(|(site, page)| Some((site, page, slug(page, url).or_else(|| by_looks(page))?)));
    let here: Vec<_> = here.collect();
    let mut changed = here.first().map(|(site, ..)| site.id.clone());
    for (site, page, _) in here {
        if document.select(&page.ready.0).next().is_none() {
            continue;
        }
        match read_site(site, page, url, &document)? {
            Some(reading) => return Ok(finish(reading, capture)),
            None => changed = Some(site.id.clone()),
        }
    }
    let Some(changed) = changed else { return Ok(finish(generic::read(url, document)?, capture)) };
    // A page full of other people's boxes, of which nobody knows any more which is whose: no guess from its looks.
    let mut reading = generic::read_described(url, &document).ok_or(ReadError::SiteChanged)?;
    reading.coverage.site_changed = Some(changed);
    Ok(finish(reading, capture))
}

/// Reads a captured page that lists people, card by card.
///
/// # Errors
/// As [`read_page`]; [`ReadError::NoProfile`] when the page lists nobody.
pub fn read_list(capture: &PageCapture) -> Result<Listing, ReadError> {
    html::parse(&capture.html)?;
    Err(ReadError::NoProfile)
}

/// Where a saved page stood: as the browser that saved it noted, or as the page says of itself.
fn address_in(document: &Html) -> Option<String> {
    let noted = document.tree.root().children().find_map(|node| match node.value() {
        Node::Comment(comment) => comment
            .split("saved from url=(")
            .nth(1)?
            .split(')')
            .nth(1)?
            .split_whitespace()
            .next()
            .map(ToOwned::to_owned),
        _ => None,
    });
    let own = |css: &str, attribute: &str| {
        let selector = Selector::parse(css).ok()?;
        document.select(&selector).next()?.attr(attribute).map(ToOwned::to_owned)
    };
    let address = noted
        .or_else(|| own(r#"link[rel="canonical"]"#, "href"))
        .or_else(|| own(r#"meta[property="og:url"]"#, "content"));
    address.filter(|address| address.starts_with("http"))
}

fn finish(mut reading: Reading, capture: &PageCapture) -> Reading {
    if capture.cut {
        reading.coverage.cut.push("cut-page".to_owned());
    }
    add_contacts_in_text(&mut reading.profile);
    entries::note_cut(&mut reading.coverage, &reading.profile);
    if !reading.profile.contacts.is_empty() {
        reading.coverage.set(Part::Contacts, PartState::Read, reading.profile.contacts.len());
    }
    reading
}

/// What nobody sees is not read: what the capture found not rendered, inert templates, scripts without data.
fn remove_unseen(document: &mut Html) {
    const UNSEEN: &str = r#"[data-loupe-hidden], template:not([shadowrootmode]), script:not([type="application/ld+json"]), style, noscript, [hidden]"#;
    if let Ok(selector) = Selector::parse(UNSEEN) {
        html::detach_all(document, &selector);
    }
}

fn slug(page: &Page, url: &str) -> Option<String> {
    page.url.iter().find_map(|pattern| site::match_url(pattern, url))
}

/// In single-page sites the address changes before the page does: a page that does not name its own slug is an old one.
/// Links to others, such as the one that was just clicked, are no longer in `scope` by now.
fn confirm(page: &Page, slug: &str, scope: ElementRef<'_>) -> bool {
    let names_it = |rule: &Confirm| {
        scope.select(&rule.select.0).filter_map(|el| el.attr(&rule.attribute)).any(|value| {
            let cut = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '%' | '~'));
            value.split(cut).any(|part| part == slug) || (rule.ends && value.ends_with(slug) && slug.len() >= 3)
        })
    };
    page.confirm.is_empty() || page.confirm.iter().any(names_it)
}

/// Nothing when the page lacks what is required.
fn read_site(site: &Site, page: &Page, url: &str, document: &Html) -> Result<Option<Reading>, ReadError> {
    let mut document = document.clone();
    if let Some(exclude) = &page.exclude {
        html::detach_all(&mut document, &exclude.0);
    }
    let Some(scope) = page.scope.iter().find_map(|css| document.select(&css.0).next()) else { return Ok(None) };
    let slug = slug(page, url).unwrap_or_default();
    if !url.is_empty() && !confirm(page, &slug, scope) {
        return Err(ReadError::NotReady);
    }
    let reader = Reader { page, scope, lazy: page.lazy.as_ref().is_some_and(|css| scope.select(&css.0).any(is_empty)) };
    let mut profile = Profile::default();
    let mut coverage = Coverage { reader: site.id.clone(), ..Coverage::default() };
    reader.fields(&mut profile, &mut coverage);
    for (kind, section) in &page.sections {
        reader.section(*kind, section, &mut profile, &mut coverage);
    }
    let found = |field: &Field| match field {
        Field::Name => profile.name.is_some(),
        Field::Headline => profile.headline.is_some(),
        Field::Location => profile.location.is_some(),
        Field::Photo => profile.photo.is_some(),
        Field::About => profile.passages.iter().any(|p| p.kind == PassageKind::Summary),
        Field::Contacts => !profile.contacts.is_empty(),
    };
    if !page.required.iter().all(found) {
        return Ok(None);
    }
    for part in Part::COVERED {
        if !coverage.parts.iter().any(|p| p.part == part) {
            coverage.set(part, PartState::NotRecognised, 0);
        }
    }
    // A person's details pages and overlays are that person's page.
    let address = url.split(['?', '#']).next().unwrap_or_default();
    let end = address.find(&slug).filter(|_| !slug.is_empty()).map_or(address.len(), |at| at + slug.len());
    let address = address.get(..end).unwrap_or(address).trim_end_matches('/').to_owned();
    let source = Source { kind: SourceKind::Page, address, label: site.name.clone() };
    Ok(Some(Reading { source, profile, coverage, document: None }))
}

fn is_empty(element: ElementRef<'_>) -> bool {
    element.text().all(|text| text.trim().is_empty())
}

struct Reader<'a> {
    page: &'a Page,
    scope: ElementRef<'a>,
    /// Some frame of the page has not loaded yet, so a missing part may still come.
    lazy: bool,
}

impl<'a> Reader<'a> {
    fn fields(&self, profile: &mut Profile, coverage: &mut Coverage) {
        let one = |field, part| self.first(field).map(|text| Quote::new(text, Place::part(part)));
        profile.name = one(Field::Name, Part::Name);
        profile.headline = one(Field::Headline, Part::Headline);
        profile.location = one(Field::Location, Part::Location);
        profile.photo = self.elements(Field::Photo).find_map(photo);
        let about = self.page.fields.get(&Field::About).map(Vec::as_slice).unwrap_or_default();
        let about = about.iter().find_map(|strategy| Some((self.apply(strategy).into_iter().next()?, strategy)));
        if let Some((element, strategy)) = about {
            let breaks = matches!(strategy, Strategy::Conditional(rule) if rule.breaks);
            for line in html::lines_with(element, breaks) {
                profile.push_passage(PassageKind::Summary, &line, Place::part(Part::About));
            }
        }
        for element in self.elements(Field::Contacts) {
            let place = Place::entry(Part::Contacts, profile.contacts.len());
            let contact = element.attr("href").and_then(|href| Contact::parse(href, place));
            push_contact(profile, contact);
        }
        for part in [Part::Name, Part::Headline, Part::Location, Part::Photo, Part::Contacts] {
            // These stand at the top of a page or in a box that the user opens; no empty frame will bring them.
            let count = profile.count(part);
            coverage.set(part, if count > 0 { PartState::Read } else { PartState::Absent }, count);
        }
        let about = profile.count(Part::About);
        coverage.set(Part::About, self.state(about, false), about);
    }

    /// What to say of a part: nothing found is "not loaded" while frames stand empty, and "not recognised" when a
    /// heading announced it.
    fn state(&self, count: usize, announced: bool) -> PartState {
        match (count, announced, self.lazy) {
            (1.., _, _) => PartState::Read,
            (0, true, _) => PartState::NotRecognised,
            (0, false, true) => PartState::NotLoaded,
            (0, false, false) => PartState::Absent,
        }
    }

    fn elements(&self, field: Field) -> impl Iterator<Item = ElementRef<'a>> {
        let strategies = self.page.fields.get(&field).map(Vec::as_slice).unwrap_or_default();
        strategies.iter().flat_map(|strategy| self.apply(strategy))
    }

    fn apply(&self, strategy: &'a Strategy) -> Vec<ElementRef<'a>> {
        let all = self.scope.select(&strategy.select().0);
        let Strategy::Conditional(rule) = strategy else { return all.collect() };
        let limit = rule.before.as_ref().and_then(|css| self.scope.select(&css.0).next()).map(|el| el.id());
        if rule.before.is_some() && limit.is_none() {
            return Vec::new();
        }
        let row = limit.filter(|_| rule.row.is_some()).map(|limit| self.row_before(limit, &rule.select));
        if rule.row == Some(Row::Only) {
            let row = row.unwrap_or_default().into_iter().rev();
            return row.filter(|el| !rule.skip_furniture || !is_furniture(&html::text(*el))).collect();
        }
        let in_row: BTreeSet<_> = row.unwrap_or_default().iter().map(|el| el.id()).collect();
        // Node ids grow in the order of parsing, which is the order of the document.
        all.take_while(|el| limit.is_none_or(|limit| el.id() < limit))
            .filter(|el| !in_row.contains(&el.id()))
            .filter(|el| !rule.skip_furniture || !is_furniture(&html::text(*el)))
            .collect()
    }

    /// What matches among the elements that stand just before an element, or before what it is wrapped in.
    fn row_before(&self, id: NodeId, select: &Css) -> Vec<ElementRef<'a>> {
        const WRAPPED: usize = 4;
        const ROW: usize = 16;
        let Some(element) = self.scope.tree().get(id) else { return Vec::new() };
        let wrappers = std::iter::once(element).chain(element.ancestors()).take(WRAPPED);
        let rows = wrappers.map(|wrapper| {
            let before = wrapper.prev_siblings().take(ROW).filter_map(ElementRef::wrap);
            before.filter(|el| select.0.matches(el)).collect::<Vec<_>>()
        });
        rows.into_iter().find(|row| !row.is_empty()).unwrap_or_default()
    }

    fn first(&self, field: Field) -> Option<String> {
        let strategies = self.page.fields.get(&field).map(Vec::as_slice).unwrap_or_default();
        strategies.iter().find_map(|strategy| {
            let mut texts = self.apply(strategy).into_iter().map(html::text).filter(|text| !text.is_empty());
            if matches!(strategy, Strategy::Conditional(rule) if rule.join) {
                let all: Vec<_> = texts.collect();
                return (!all.is_empty()).then(|| all.join(", "));
            }
            texts.next()
        })
    }

    fn section(&self, kind: SectionKind, section: &Section, profile: &mut Profile, coverage: &mut Coverage) {
        let part = match kind {
            SectionKind::Roles => Part::Roles,
            SectionKind::Studies => Part::Studies,
            SectionKind::Skills => Part::Skills,
            SectionKind::Certificates => Part::Certificates,
        };
        let cards: Vec<_> = match &section.card {
            Some(css) => outermost(self.scope.select(&css.0)),
            None => vec![self.scope],
        };
        let mut count = 0;
        let headings: Option<Vec<(NodeId, bool)>> = section.under.as_ref().map(|under| {
            let names_part = |h| words::heading(&html::text(h)) == Some(words::Heading::Opens(part));
            self.scope.select(&under.0).map(|h| (h.id(), names_part(h))).collect()
        });
        for element in cards.iter().flat_map(|card| outermost(card.select(&section.items.0))).take(MAX_ITEMS) {
            // Only under the heading of this section, where several share a box.
            let above = |headings: &Vec<(NodeId, bool)>| headings.partition_point(|(id, _)| *id < element.id());
            let stands_under = headings.as_ref().is_none_or(|h| above(h).checked_sub(1).is_some_and(|last| h[last].1));
            if !stands_under {
                continue;
            }
            let item = item(element, section);
            if item.lines.is_empty() {
                continue;
            }
            count += 1;
            match kind {
                SectionKind::Roles => entries::push_roles(profile, &item),
                SectionKind::Studies => entries::push_study(profile, &item),
                SectionKind::Certificates => entries::push_certificate(profile, &item),
                SectionKind::Skills => {
                    let place = Place::entry(Part::Skills, profile.skills.len());
                    profile.skills.extend(item.lines.first().map(|line| Quote::new(line, place)));
                }
            }
        }
        if part == Part::Roles {
            count = profile.roles.len();
        }
        let announced = if section.card.is_some() && !cards.is_empty() {
            !cards.iter().all(|c| is_empty(*c))
        } else {
            self.announces(part)
        };
        coverage.set(part, self.state(count, announced), count);
        if section.more.as_ref().is_some_and(|css| self.scope.select(&css.0).next().is_some()) {
            coverage.note_more(part);
        }
    }

    /// True when a heading of the scope names this part.
    fn announces(&self, part: Part) -> bool {
        static HEADINGS: std::sync::LazyLock<Option<Selector>> =
            std::sync::LazyLock::new(|| Selector::parse("h1, h2, h3").ok());
        let Some(selector) = HEADINGS.as_ref() else { return false };
        self.scope.select(selector).any(|h| words::heading(&html::text(h)) == Some(words::Heading::Opens(part)))
    }
}

/// Pronouns, degrees of connection, counts, dots: what stands around a name without being a headline.
fn is_furniture(text: &str) -> bool {
    let trimmed = text.trim_matches(|c: char| c == '·' || c == '•' || c.is_whitespace());
    let is_degree = trimmed.len() <= 5 && trimmed.starts_with(|c: char| c.is_ascii_digit());
    let is_pronoun = trimmed.len() <= 24
        && trimmed.contains('/')
        && trimmed.split('/').all(|p| p.trim().chars().all(char::is_alphabetic) && p.trim().len() <= 7);
    trimmed.is_empty() || text.starts_with('·') || is_degree || is_pronoun
}

fn photo(element: ElementRef<'_>) -> Option<PhotoClaim> {
    let src = element.attr("src").filter(|src| !src.is_empty()).or_else(|| element.attr("data-delayed-url"))?;
    // Stand-ins that a site shows when there is no photo.
    if src.contains("ghost") || src.contains("/default") {
        return None;
    }
    let image = element.attr("data-loupe-image").and_then(|n| n.parse().ok());
    Some(PhotoClaim { address: src.to_owned(), image, ..PhotoClaim::default() })
}

/// More contacts are a list of links; memory keeps as many.
const MAX_CONTACTS: usize = 64;

pub(crate) fn push_contact(profile: &mut Profile, contact: Option<Contact>) {
    let Some(contact) = contact.filter(|_| profile.contacts.len() < MAX_CONTACTS) else { return };
    if !profile.contacts.iter().any(|c| c.kind == contact.kind && c.key == contact.key) {
        profile.contacts.push(contact);
    }
}

/// People write their address into the text about themselves.
pub(crate) fn add_contacts_in_text(profile: &mut Profile) {
    let words: Vec<_> = profile
        .passages
        .iter()
        .filter(|p| p.kind == PassageKind::Summary)
        .flat_map(|p| {
            let words = p.quote.text.split(|c: char| c.is_whitespace() || ",;()<>[]|\"".contains(c));
            words.map(|word| (word.trim_matches(|c: char| ".:!?".contains(c)).to_owned(), p.quote.place))
        })
        .filter(|(word, _)| word.contains(['@', '.']))
        .collect();
    for (word, place) in words.iter().filter(|(word, _)| word.contains(['@', '/'])) {
        // "ASP.NET/C#" is no address.
        let contact = Contact::parse(word, *place);
        let says_so = word.starts_with("http") || word.starts_with("www.");
        push_contact(profile, contact.filter(|c| c.kind != ContactKind::Website || says_so));
    }
    // A bare name with a dot is as often a product ("Node.js") or an employer ("Booking.com") as an address of the
    // person; it is theirs when their own mail is there.
    for (word, place) in words {
        let host = format!("@{}", word.to_lowercase());
        if profile.contacts.iter().any(|c| c.kind == ContactKind::Email && c.key.ends_with(&host)) {
            push_contact(profile, Contact::parse(&word, place));
        }
    }
}
