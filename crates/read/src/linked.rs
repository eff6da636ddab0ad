//! What a page says of its person in a machine's words: schema.org as JSON-LD or as microdata, and microformats.
//!
//! Such words name many people: authors, reviewers, colleagues. The subject is the one that the page says it is about, or
//! that is named by its address, its heading or its title; a lone author is nobody's profile.

use loupe_profile::{Coverage, Part, PartState, PassageKind, Place, Profile, Quote, Role, Span, Study, fold};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::{
    address::{self, same_page},
    contacts::push_contact,
    describe::{Nodes, describe, has_type, text_of},
    html, marked,
    whose::is_same,
};

/// Longer embedded data is an application's state, not a description of a person.
const MAX_JSON_LD_BYTES: usize = 500_000;
/// So many nodes of one script are looked at.
const MAX_NODES: usize = 5_000;

/// The person that the page's own marks say it is about.
pub(crate) fn person(document: &Html, url: &str) -> Option<Profile> {
    let page = Page::of(document, url);
    let mut described = page.in_json_ld(document).or_else(|| page.in_markup(document))?;
    // The page's own address is no other way to the person.
    described.contacts.retain(|contact| !same_page(&contact.quote.text, url));
    Some(described)
}

/// By what a page is known to be a person's.
struct Page<'a> {
    url: &'a str,
    heading: String,
    title: String,
}

impl<'a> Page<'a> {
    fn of(document: &Html, url: &'a str) -> Self {
        let first = |css: &str| {
            let selector = Selector::parse(css).ok();
            selector.and_then(|s| document.select(&s).next().map(|el| fold(&html::text(el)))).unwrap_or_default()
        };
        Self { url, heading: first("h1"), title: first("title") }
    }

    /// True when a person is the one of this page: by its address, or as its heading or the beginning of its title says.
    fn is_of(&self, node: &Value) -> bool {
        let here = ["url", "@id"].iter().filter_map(|key| text_of(node.get(*key)?)).any(|u| same_page(&u, self.url));
        here || node.get("name").and_then(text_of).map(|name| fold(&name)).is_some_and(|name| {
            name.contains(' ') && (name == self.heading || self.title.starts_with(&name))
                || (!name.is_empty() && name == self.heading)
        })
    }

    /// True for a person or a page of the same site at another address.
    fn is_elsewhere(&self, node: &Value) -> bool {
        let host = |url: &str| Some(url.split("://").nth(1)?.split(['/', '?', '#']).next()?.to_lowercase());
        let path = |url: &str| address::bare(url).split("://").nth(1).is_some_and(|rest| rest.contains('/'));
        // An `@id` may be any name; one with a fragment is a place on a page.
        let addresses = ["url", "@id", "mainEntityOfPage"].iter().filter_map(|key| text_of(node.get(*key)?));
        let other =
            |url: &str| host(url).is_some() && host(url) == host(self.url) && path(url) && !same_page(url, self.url);
        !self.url.is_empty() && addresses.into_iter().any(|url| other(&url)) && !self.is_of(node)
    }

    fn in_json_ld(&self, document: &Html) -> Option<Profile> {
        let values = json_ld(document);
        let all = self::nodes(&values);
        let nodes = Nodes::new(&all);
        let of = |key: &str| -> Vec<&Value> {
            let found = all.iter().filter_map(|node| node.get(key)).map(|node| nodes.resolve(node));
            found.filter(|node| has_type(node, "Person")).collect()
        };
        // Of several the first that the page is a profile of.
        let profile = all.iter().filter(|node| has_type(node, "ProfilePage") && !self.is_elsewhere(node));
        let mut main = profile.filter_map(|node| node.get("mainEntity")).map(|node| nodes.resolve(node));
        let subject = main.find(|node| has_type(node, "Person") && !self.is_elsewhere(node)).or_else(|| {
            let top = all.iter().copied().filter(|node| has_type(node, "Person"));
            top.chain(of("mainEntity")).chain(of("about")).find(|node| self.is_of(node))
        });
        subject.map(|node| describe(node, &nodes))
    }

    fn in_markup(&self, document: &Html) -> Option<Profile> {
        let found = marked::microdata(document).into_iter().chain(marked::microformats(document));
        let found: Vec<marked::Found> = found.collect();
        let own =
            |found: &&marked::Found| (found.is_subject && !self.is_elsewhere(&found.node)) || self.is_of(&found.node);
        found.iter().find(own).map(|found| describe(&found.node, &Nodes::new(&[])))
    }
}

/// The JSON-LD of a page, script by script.
pub(crate) fn json_ld(document: &Html) -> Vec<Value> {
    let Ok(scripts) = Selector::parse(r#"script[type="application/ld+json"]"#) else { return Vec::new() };
    let texts = document.select(&scripts).map(|script| script.text().collect::<String>());
    let texts = texts.filter(|text| text.len() <= MAX_JSON_LD_BYTES);
    texts.filter_map(|text| serde_json::from_str(&text).ok()).collect()
}

/// The nodes of all of it.
pub(crate) fn nodes(values: &[Value]) -> Vec<&Value> {
    values.iter().flat_map(flatten).take(MAX_NODES).collect()
}

/// Every node of a graph: persons that are only a property of something else, such as an author, are none.
fn flatten(value: &Value) -> Vec<&Value> {
    let mut nodes = Vec::new();
    let mut queue = vec![value];
    while let Some(node) = queue.pop() {
        match node {
            Value::Array(items) => queue.extend(items.iter().rev()),
            Value::Object(map) => {
                queue.extend(map.get("@graph"));
                nodes.push(node);
            }
            _ => {}
        }
    }
    nodes
}

/// Fills what a page's looks left open with what its linked data says, if that is of the same name. Roles and studies are
/// joined by organisation and start, as far as both say it.
pub(crate) fn complete(profile: &mut Profile, coverage: &mut Coverage, described: Profile) {
    if let (Some(shown), Some(said)) = (profile.name_text(), described.name_text())
        && !is_same(shown, said)
    {
        return;
    }
    let before: Vec<usize> = Part::COVERED.iter().map(|part| profile.count(*part)).collect();
    profile.name = profile.name.take().or(described.name);
    profile.headline = profile.headline.take().or(described.headline);
    profile.location = profile.location.take().or(described.location);
    profile.photo = profile.photo.take().or(described.photo);
    let has_texts: Vec<usize> = texts_of(profile, Part::Roles);
    for (at, role) in described.roles.into_iter().enumerate() {
        let texts = described.passages.iter().filter(|p| p.quote.place == Place::entry(Part::Roles, at));
        let known = profile.roles.iter().position(|r| {
            same(r.employer.as_ref(), role.employer.as_ref()) && same_start(r.span.as_ref(), role.span.as_ref())
        });
        let entry = known.unwrap_or(profile.roles.len());
        let place = Place::entry(Part::Roles, entry);
        let moved = |quote: Option<Quote>| quote.map(|quote| Quote::new(quote.text, place));
        if let Some(mine) = profile.roles.get_mut(entry) {
            mine.title = mine.title.take().or(moved(role.title));
            mine.location = mine.location.take().or(moved(role.location));
            if mine.span.is_none() {
                mine.span = role.span;
                mine.dates = moved(role.dates);
            }
        } else {
            let (title, employer) = (moved(role.title), moved(role.employer));
            profile.roles.push(Role {
                title,
                employer,
                dates: moved(role.dates),
                location: moved(role.location),
                ..role
            });
        }
        if !has_texts.contains(&entry) {
            for text in texts {
                profile.push_passage(PassageKind::Role, &text.quote.text, place);
            }
        }
    }
    for study in described.studies {
        let known = profile.studies.iter_mut().find(|s| same(s.school.as_ref(), study.school.as_ref()));
        if let Some(mine) = known {
            if mine.span.is_none() {
                mine.span = study.span;
                mine.dates = study.dates.map(|q| Quote::new(q.text, mine.school.as_ref().map_or(q.place, |s| s.place)));
            }
        } else {
            let place = Place::entry(Part::Studies, profile.studies.len());
            let moved = |quote: Option<Quote>| quote.map(|quote| Quote::new(quote.text, place));
            let (school, degree) = (moved(study.school), moved(study.degree));
            profile.studies.push(Study { school, degree, dates: moved(study.dates), ..study });
        }
    }
    if profile.count(Part::About) == 0 {
        profile.passages.extend(described.passages.into_iter().filter(|p| p.kind == PassageKind::Summary));
    }
    for contact in described.contacts {
        push_contact(profile, Some(contact));
    }
    for (part, before) in Part::COVERED.iter().zip(before) {
        let count = profile.count(*part);
        if count > before {
            coverage.set(*part, PartState::Read, count);
        }
    }
}

/// The entries of a part that have text.
fn texts_of(profile: &Profile, part: Part) -> Vec<usize> {
    let places = profile.passages.iter().map(|p| p.quote.place).filter(|place| place.part == part);
    places.filter_map(|place| place.entry.map(|entry| entry as usize)).collect()
}

fn same(a: Option<&Quote>, b: Option<&Quote>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if fold(&a.text) == fold(&b.text))
}

/// True when two spans begin in the same month, or in the same year where only one says the month.
fn same_start(a: Option<&Span>, b: Option<&Span>) -> bool {
    let starts = |span: Option<&Span>| span.and_then(|span| span.start);
    match (starts(a), starts(b)) {
        (Some(a), Some(b)) => {
            a.year() == b.year() && (a.month().is_none() || b.month().is_none() || a.month() == b.month())
        }
        (a, b) => a.is_none() || b.is_none(),
    }
}
