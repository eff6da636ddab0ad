//! schema.org's description of a person becomes a profile.

use loupe_profile::{
    Certificate, Contact, Date, End, Part, PassageKind, PhotoClaim, Place, Profile, Quote, Role, Span, Study,
};
use serde_json::Value;

use crate::{contacts::push_contact, html, strategy::is_mask};

/// So many values of one property are taken.
const MAX_VALUES: usize = 300;

/// The nodes of a page, into which references (`{"@id": "#me"}`) lead.
pub(crate) struct Nodes<'a> {
    all: &'a [&'a Value],
}

impl<'a> Nodes<'a> {
    pub(crate) fn new(all: &'a [&'a Value]) -> Self {
        Self { all }
    }

    /// What a reference leads to; anything else is itself.
    pub(crate) fn resolve(&self, node: &'a Value) -> &'a Value {
        let id = node.as_object().filter(|map| map.len() == 1).and_then(|map| map.get("@id"));
        let target = id.and_then(|id| self.all.iter().find(|other| other.get("@id") == Some(id) && **other != node));
        target.copied().unwrap_or(node)
    }

    fn list(&self, value: Option<&'a Value>) -> Vec<&'a Value> {
        match value {
            Some(Value::Array(items)) => items.iter().take(MAX_VALUES).map(|item| self.resolve(item)).collect(),
            Some(value) => vec![self.resolve(value)],
            None => Vec::new(),
        }
    }
}

/// True when a node is of a type, whatever vocabulary's prefix it is written with.
pub(crate) fn has_type(node: &Value, wanted: &str) -> bool {
    types(node).any(|name| name == wanted)
}

fn types(node: &Value) -> impl Iterator<Item = &str> {
    let list = match node.get("@type") {
        Some(Value::Array(types)) => types.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    list.iter().filter_map(Value::as_str).filter_map(|name| name.rsplit(['/', '#', ':']).next())
}

/// The words of a value: a text, a number, or what an object is called. Rows of stars are no words.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => html::fold_space(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => return items.iter().find_map(text_of),
        Value::Object(map) => {
            const KEYS: [&str; 4] = ["name", "url", "contentUrl", "termCode"];
            return KEYS.iter().find_map(|key| text_of(map.get(*key)?)).or_else(|| address(value));
        }
        _ => return None,
    };
    (!text.is_empty() && !is_mask(&text)).then_some(text)
}

/// A postal address in one line.
fn address(value: &Value) -> Option<String> {
    let parts = ["addressLocality", "addressRegion", "addressCountry"];
    let parts: Vec<_> = parts.iter().filter_map(|key| text_of(value.get(*key)?)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The profile that a node of the type Person describes.
pub(crate) fn describe<'a>(node: &'a Value, nodes: &Nodes<'a>) -> Profile {
    let list = |key: &str| nodes.list(node.get(key));
    let field = |name: &str| list(name).into_iter().find_map(text_of);
    let quote = |name: &str, part| field(name).map(|text| Quote::new(text, Place::part(part)));
    let full_name = field("name").or_else(|| Some(format!("{} {}", field("givenName")?, field("familyName")?)));
    let mut profile = Profile {
        name: full_name.map(|text| Quote::new(text, Place::part(Part::Name))),
        headline: quote("jobTitle", Part::Headline),
        location: quote("address", Part::Location).or_else(|| quote("homeLocation", Part::Location)),
        photo: field("image").map(|address| PhotoClaim { address, ..PhotoClaim::default() }),
        ..Profile::default()
    };
    for value in ["email", "telephone", "url", "sameAs"].iter().flat_map(|key| list(key)) {
        let place = Place::entry(Part::Contacts, profile.contacts.len());
        let contact = value.as_str().and_then(|text| Contact::parse(text, place));
        push_contact(&mut profile, contact);
    }
    for line in field("description").iter().flat_map(|text| html::plain(text)) {
        profile.push_passage(PassageKind::Summary, &line, Place::part(Part::About));
    }
    let titles = list("jobTitle");
    for (at, work) in list("worksFor").into_iter().enumerate() {
        push_work(&mut profile, &Entry::of(work, "worksFor", nodes), titles.get(at).and_then(|title| text_of(title)));
    }
    for occupation in list("hasOccupation") {
        let entry = Entry::of(occupation, "hasOccupation", nodes);
        let title = entry.title.clone().or_else(|| entry.name.clone());
        let known = profile.roles.iter().any(|role| role.title.as_ref().map(|t| &t.text) == title.as_ref());
        if !known {
            push_work(&mut profile, &Entry { name: entry.organisation.clone(), ..entry }, title);
        }
    }
    for place in list("alumniOf") {
        let entry = Entry::of(place, "alumniOf", nodes);
        // LinkedIn lists past employers here too, and says so by their type.
        if entry.is_firm {
            push_work(&mut profile, &entry, None);
        } else {
            push_study(&mut profile, &entry);
        }
    }
    for skill in ["knowsAbout", "skills"].iter().flat_map(|key| list(key)).filter_map(text_of) {
        let place = Place::entry(Part::Skills, profile.skills.len());
        profile.skills.push(Quote::new(skill, place));
    }
    for credential in list("hasCredential") {
        push_certificate(&mut profile, credential);
    }
    profile
}

/// Somebody's time at an organisation. schema.org puts a Role between the two, outside or inside of either.
#[derive(Default)]
struct Entry {
    name: Option<String>,
    organisation: Option<String>,
    title: Option<String>,
    location: Option<String>,
    text: Option<String>,
    start: Option<String>,
    end: Option<String>,
    is_firm: bool,
}

impl Entry {
    fn of<'a>(node: &'a Value, property: &str, nodes: &Nodes<'a>) -> Self {
        // `{"@type": "OrganizationRole", "worksFor": {"name": …}, "startDate": …}`, or the organisation with a `member`.
        let is_role = types(node).any(|name| name == "Role" || name.ends_with("Role"));
        let thing = if is_role { node.get(property).map_or(node, |thing| nodes.resolve(thing)) } else { node };
        let role = if is_role { Some(node) } else { node.get("member").filter(|member| member.is_object()) };
        let said = |key: &str| role.and_then(|role| role.get(key)).or_else(|| thing.get(key)).and_then(text_of);
        Self {
            name: text_of(thing),
            organisation: said("hiringOrganization").or_else(|| said("worksFor")),
            title: said("roleName").or_else(|| said("namedPosition")).or_else(|| said("jobTitle")),
            location: said("location").or_else(|| said("occupationLocation")),
            text: said("description"),
            start: said("startDate"),
            end: said("endDate"),
            is_firm: has_type(thing, "Organization") || has_type(thing, "Corporation"),
        }
    }

    fn span(&self) -> Option<Span> {
        // Dates of a day are told to the day; the profile keeps as much as it understands.
        let date = |text: &Option<String>| text.as_deref().and_then(parse);
        match (date(&self.start), date(&self.end)) {
            (None, None) => None,
            (start, Some(end)) => Some(Span { start, end: End::On(end) }),
            (start, None) => Some(Span { start, end: End::Open }),
        }
    }

    fn dates(&self, place: Place) -> Option<Quote> {
        let written: Vec<_> = [&self.start, &self.end].into_iter().flatten().map(String::as_str).collect();
        (!written.is_empty()).then(|| Quote::new(written.join(" – "), place))
    }
}

/// `2022-08`, `2022`, `2022-08-01T00:00:00Z`.
fn parse(text: &str) -> Option<Date> {
    text.split('T').next().and_then(|day| day.parse().ok())
}

fn push_work(profile: &mut Profile, entry: &Entry, title: Option<String>) {
    let title = entry.title.clone().or(title);
    if entry.name.is_none() && title.is_none() {
        return;
    }
    let place = Place::entry(Part::Roles, profile.roles.len());
    let quote = |text: &Option<String>| text.as_ref().map(|text| Quote::new(text, place));
    let span = entry.span();
    profile.roles.push(Role {
        title: quote(&title),
        employer: quote(&entry.name),
        span,
        dates: entry.dates(place).filter(|_| span.is_some()),
        location: quote(&entry.location),
        full_time: None,
    });
    for line in entry.text.iter().flat_map(|text| html::plain(text)) {
        profile.push_passage(PassageKind::Role, &line, place);
    }
}

fn push_study(profile: &mut Profile, entry: &Entry) {
    if entry.name.is_none() {
        return;
    }
    let place = Place::entry(Part::Studies, profile.studies.len());
    let quote = |text: &Option<String>| text.as_ref().map(|text| Quote::new(text, place));
    let span = entry.span();
    let dates = entry.dates(place).filter(|_| span.is_some());
    profile.studies.push(Study { school: quote(&entry.name), degree: quote(&entry.title), span, dates });
    for line in entry.text.iter().flat_map(|text| html::plain(text)) {
        profile.push_passage(PassageKind::Study, &line, place);
    }
}

/// A credential: a certificate, or a degree where it says so.
fn push_certificate(profile: &mut Profile, node: &Value) {
    let said = |key: &str| node.get(key).and_then(text_of);
    let Some(name) = said("name").or_else(|| node.as_str().map(html::fold_space)).filter(|name| !name.is_empty())
    else {
        return;
    };
    let issuer = said("recognizedBy").or_else(|| said("issuedBy"));
    let entry = Entry {
        start: said("dateIssued").or_else(|| said("validFrom")).or_else(|| said("dateCreated")),
        end: said("validUntil").or_else(|| said("expires")),
        ..Entry::default()
    };
    let kind = said("credentialCategory").map(|kind| loupe_profile::fold(&kind)).unwrap_or_default();
    if kind.contains("degree") {
        push_study(profile, &Entry { name: issuer, title: Some(name), ..entry });
        return;
    }
    let place = Place::entry(Part::Certificates, profile.certificates.len());
    let span = entry.span().map(|span| match span.end {
        // Without an end it was issued once; it does not go on.
        End::Open => Span { end: End::Unknown, ..span },
        _ => span,
    });
    profile.certificates.push(Certificate {
        name: Some(Quote::new(name, place)),
        issuer: issuer.map(|issuer| Quote::new(issuer, place)),
        span,
        dates: entry.dates(place).filter(|_| span.is_some()),
    });
}
