//! Linked data: what a page says of its person in a machine's words (schema.org as JSON-LD).

use loupe_profile::{
    Contact, Coverage, Date, End, Part, PartState, PassageKind, PhotoClaim, Place, Profile, Quote, Role, Span, Study,
    fold,
};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::{address::same_page, contacts::push_contact, html, strategy::is_mask};

/// Longer embedded data is an application's state, not a description of a person.
const MAX_JSON_LD_BYTES: usize = 500_000;

/// The person that the page's JSON-LD says it is about.
pub(crate) fn person(document: &Html, url: &str) -> Option<Profile> {
    let mut described = subject(document, url)?;
    // The page's own address is no other way to the person.
    described.contacts.retain(|contact| !same_page(&contact.quote.text, url));
    Some(described)
}

fn subject(document: &Html, url: &str) -> Option<Profile> {
    let scripts = Selector::parse(r#"script[type="application/ld+json"]"#).ok()?;
    let heading = Selector::parse("h1").ok()?;
    let heading = document.select(&heading).next().map(|h| fold(&html::text(h))).unwrap_or_default();
    let mut fallback = None;
    for script in document.select(&scripts) {
        let text: String = script.text().collect();
        if text.len() > MAX_JSON_LD_BYTES {
            continue;
        }
        let Ok(value) = serde_json::from_str::<Value>(&text) else { continue };
        for node in flatten(&value) {
            if has_type(node, "ProfilePage")
                && let Some(subject) = node.get("mainEntity").filter(|m| has_type(m, "Person"))
            {
                return Some(describe(subject));
            }
            // A Person that is only an author or a publisher is nested and never reached here.
            if has_type(node, "Person") {
                let same_page =
                    ["url", "@id"].iter().filter_map(|key| text_of(node.get(*key)?)).any(|u| same_page(&u, url));
                let named = node
                    .get("name")
                    .and_then(text_of)
                    .is_some_and(|name| fold(&name) == heading && !heading.is_empty());
                if (same_page || named) && fallback.is_none() {
                    fallback = Some(describe(node));
                }
            }
        }
    }
    fallback
}

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

fn has_type(node: &Value, wanted: &str) -> bool {
    let is = |value: &Value| value.as_str().is_some_and(|t| t.rsplit(['/', '#', ':']).next() == Some(wanted));
    match node.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => html::fold_space(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => return items.iter().find_map(text_of),
        Value::Object(map) => {
            return ["name", "url", "contentUrl", "addressLocality"].iter().find_map(|key| text_of(map.get(*key)?));
        }
        _ => return None,
    };
    (!text.is_empty() && !is_mask(&text)).then_some(text)
}

fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    }
}

fn describe(node: &Value) -> Profile {
    let field = |name: &str| node.get(name).and_then(text_of);
    let quote = |name: &str, part| field(name).map(|text| Quote::new(text, Place::part(part)));
    let full_name = field("name").or_else(|| Some(format!("{} {}", field("givenName")?, field("familyName")?)));
    let mut profile = Profile {
        name: full_name.map(|text| Quote::new(text, Place::part(Part::Name))),
        headline: quote("jobTitle", Part::Headline),
        location: quote("address", Part::Location),
        photo: node.get("image").and_then(text_of).map(|address| PhotoClaim { address, ..PhotoClaim::default() }),
        ..Profile::default()
    };
    for value in ["email", "telephone", "url", "sameAs"].iter().flat_map(|key| list(node.get(*key))) {
        let place = Place::entry(Part::Contacts, profile.contacts.len());
        let contact = value.as_str().and_then(|text| Contact::parse(text, place));
        push_contact(&mut profile, contact);
    }
    if let Some(text) = field("description") {
        profile.push_passage(PassageKind::Summary, &text, Place::part(Part::About));
    }
    let titles = list(node.get("jobTitle"));
    for (at, work) in list(node.get("worksFor")).into_iter().enumerate() {
        let title = titles.get(at).and_then(|t| text_of(t));
        push_organisation(&mut profile, work, title, false);
    }
    for place in list(node.get("alumniOf")) {
        // LinkedIn lists past employers here too, and says so by their type.
        push_organisation(&mut profile, place, None, !has_type(place, "Organization"));
    }
    profile
}

fn push_organisation(profile: &mut Profile, node: &Value, title: Option<String>, is_school: bool) {
    let Some(name) = text_of(node) else { return };
    let member = node.get("member");
    let date = |key: &str| member.and_then(|m| m.get(key)).and_then(text_of);
    let (start, end) = (date("startDate"), date("endDate"));
    let parse = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<Date>().ok());
    let span = match (parse(&start), parse(&end)) {
        (None, None) => None,
        (start, Some(end)) => Some(Span { start, end: End::On(end) }),
        (start, None) => Some(Span { start, end: End::Open }),
    };
    let written = [start, end].into_iter().flatten().collect::<Vec<_>>().join(" – ");
    if is_school {
        let place = Place::entry(Part::Studies, profile.studies.len());
        profile.studies.push(Study {
            school: Some(Quote::new(name, place)),
            degree: None,
            span,
            dates: span.map(|_| Quote::new(written, place)),
        });
    } else {
        let place = Place::entry(Part::Roles, profile.roles.len());
        profile.roles.push(Role {
            title: title.map(|t| Quote::new(t, place)),
            employer: Some(Quote::new(name, place)),
            span,
            dates: span.map(|_| Quote::new(written, place)),
            location: None,
            full_time: None,
        });
    }
}

/// Fills what a page's looks left open with what its linked data says. Roles and studies are joined by organisation and
/// start, as far as both say it.
pub(crate) fn complete(profile: &mut Profile, coverage: &mut Coverage, described: Profile) {
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
