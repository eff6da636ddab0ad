//! JSON Resume in and out (<https://docs.jsonresume.org/schema>).
//!
//! Two fields are ours, as the schema has no place for them: `work[].employmentType` (schema.org's word) for stated
//! full-time work, and `passages[]` for running text that belongs to no entry.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::{
    Certificate, Contact, ContactKind, Date, End, Part, Passage, PassageKind, PhotoClaim, Place, Profile, Quote, Role,
    Span, Study, says_full_time,
};

/// The parts of a JSON Resume that Loupe reads and writes. Unknown fields are passed over.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct JsonResume {
    /// Name, contacts, summary.
    pub basics: Basics,
    /// Work.
    #[serde(deserialize_with = "or_default")]
    pub work: Vec<Work>,
    /// Education.
    #[serde(deserialize_with = "or_default")]
    pub education: Vec<Education>,
    /// Skills. Bare names, which some tools write, are read too.
    #[serde(deserialize_with = "skills")]
    pub skills: Vec<Skill>,
    /// Certificates.
    #[serde(deserialize_with = "or_default")]
    pub certificates: Vec<CertificateRow>,
    /// Other running text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<String>,
}

/// `basics`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the schema's own names")]
pub struct Basics {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text_or_number")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub profiles: Vec<Account>,
}

/// One of `basics.profiles`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the schema's own names")]
pub struct Account {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One of `work`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(missing_docs, reason = "the schema's own names")]
pub struct Work {
    #[serde(skip_serializing_if = "Option::is_none", alias = "company")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text_or_number")]
    pub start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text_or_number")]
    pub end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employment_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub highlights: Vec<String>,
}

/// One of `education`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(missing_docs, reason = "the schema's own names")]
pub struct Education {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub study_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text_or_number")]
    pub start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text_or_number")]
    pub end_date: Option<String>,
}

/// One of `skills`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the schema's own names")]
pub struct Skill {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
}

/// One of `certificates`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the schema's own names")]
pub struct CertificateRow {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text_or_number")]
    pub date: Option<String>,
}

/// "2019" is often written as a number.
fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// Some tools write `null` for an empty list.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

fn skills<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Skill>, D::Error> {
    let values: Vec<Value> = or_default(deserializer)?;
    let skill = |value| match value {
        Value::String(name) => Ok(Skill { name: Some(name), keywords: Vec::new() }),
        value => serde_json::from_value(value).map_err(serde::de::Error::custom),
    };
    values.into_iter().map(skill).collect()
}

/// More entries of a kind than anybody has; what is beyond is left unread.
const MOST: usize = 300;

impl JsonResume {
    /// The claims of this document as a profile.
    pub fn to_profile(&self) -> Profile {
        let basics = &self.basics;
        let one = |text: &Option<String>, part| text.as_deref().and_then(|t| quote(t, Place::part(part)));
        let contacts = [&basics.email, &basics.phone, &basics.url].into_iter().flatten();
        let accounts = basics.profiles.iter().take(64).filter_map(|p| p.url.as_ref());
        let mut profile = Profile {
            name: one(&basics.name, Part::Name),
            headline: one(&basics.label, Part::Headline),
            location: basics
                .location
                .as_ref()
                .and_then(location_text)
                .and_then(|t| quote(&t, Place::part(Part::Location))),
            photo: basics.image.clone().map(|address| PhotoClaim { address, ..PhotoClaim::default() }),
            contacts: contacts
                .chain(accounts)
                .enumerate()
                .filter_map(|(at, text)| Contact::parse(text, Place::entry(Part::Contacts, at)))
                .collect(),
            ..Profile::default()
        };
        for text in basics.summary.iter().flat_map(|t| t.lines()) {
            profile.push_passage(PassageKind::Summary, text, Place::part(Part::About));
        }
        for (at, work) in self.work.iter().take(MOST).enumerate() {
            let place = Place::entry(Part::Roles, at);
            profile.roles.push(work.to_role(place));
            for text in work.summary.iter().flat_map(|t| t.lines()).chain(work.highlights.iter().map(String::as_str)) {
                profile.push_passage(PassageKind::Role, text, place);
            }
        }
        profile.studies = self
            .education
            .iter()
            .take(MOST)
            .enumerate()
            .map(|(at, e)| e.to_study(Place::entry(Part::Studies, at)))
            .collect();
        let names = self.skills.iter().flat_map(|s| s.name.iter().chain(&s.keywords));
        profile.skills =
            names.take(MOST).enumerate().filter_map(|(at, t)| quote(t, Place::entry(Part::Skills, at))).collect();
        for (at, row) in self.certificates.iter().take(MOST).enumerate() {
            let place = Place::entry(Part::Certificates, at);
            let part = |text: &Option<String>| text.as_deref().and_then(|t| quote(t, place));
            profile.certificates.push(Certificate {
                name: part(&row.name),
                issuer: part(&row.issuer),
                span: row.date.as_deref().and_then(parse_date).map(|d| Span { start: Some(d), end: End::Unknown }),
                dates: part(&row.date),
            });
        }
        for text in &self.passages {
            profile.push_passage(PassageKind::Other, text, Place::part(Part::Other));
        }
        profile
    }

    /// A profile as JSON Resume. Dates are written as finely as they are known.
    pub fn from_profile(profile: &Profile) -> Self {
        let text = |quote: &Option<Quote>| quote.as_ref().map(|q| q.text.clone());
        let passages_at = |place: Place| {
            profile
                .passages
                .iter()
                .filter(move |p| p.quote.place.part == place.part && p.quote.place.entry == place.entry)
        };
        let joined = |kind: PassageKind| {
            let lines: Vec<_> =
                profile.passages.iter().filter(|p| p.kind == kind).map(|p| p.quote.text.as_str()).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let first = |kind| profile.contacts.iter().find(|c| c.kind == kind).map(|c| c.quote.text.clone());
        let start = |span: Option<Span>| span.and_then(|s| s.start).map(String::from);
        let end = |span: Option<Span>| span.and_then(|s| s.end.date()).map(String::from);
        Self {
            basics: Basics {
                name: text(&profile.name),
                label: text(&profile.headline),
                image: profile.photo.as_ref().map(|p| p.address.clone()).filter(|a| !a.is_empty()),
                email: first(ContactKind::Email),
                phone: first(ContactKind::Phone),
                url: first(ContactKind::Website),
                summary: joined(PassageKind::Summary),
                location: text(&profile.location).map(|address| serde_json::json!({ "address": address })),
                profiles: profile
                    .contacts
                    .iter()
                    .filter(|c| c.kind == ContactKind::Handle)
                    .map(Account::from_handle)
                    .collect(),
            },
            work: profile
                .roles
                .iter()
                .enumerate()
                .map(|(at, role)| Work {
                    name: text(&role.employer),
                    position: text(&role.title),
                    location: text(&role.location),
                    start_date: start(role.span),
                    end_date: end(role.span),
                    employment_type: text(&role.full_time),
                    summary: None,
                    highlights: passages_at(Place::entry(Part::Roles, at)).map(|p| p.quote.text.clone()).collect(),
                })
                .collect(),
            education: profile
                .studies
                .iter()
                .map(|study| Education {
                    institution: text(&study.school),
                    area: None,
                    study_type: text(&study.degree),
                    start_date: start(study.span),
                    end_date: end(study.span),
                })
                .collect(),
            skills: profile.skills.iter().map(|q| Skill { name: Some(q.text.clone()), keywords: Vec::new() }).collect(),
            certificates: profile
                .certificates
                .iter()
                .map(|c| CertificateRow { name: text(&c.name), issuer: text(&c.issuer), date: start(c.span) })
                .collect(),
            passages: profile
                .passages
                .iter()
                .filter(|p| p.kind == PassageKind::Other)
                .map(|p| p.quote.text.clone())
                .collect(),
        }
    }
}

/// Passages of one profile.
const MAX_PASSAGES: usize = 1_000;

impl Profile {
    /// Adds a passage unless the text is empty or there are more than any profile has.
    pub fn push_passage(&mut self, kind: PassageKind, text: &str, place: Place) {
        if let Some(quote) = quote(text, place).filter(|_| self.passages.len() < MAX_PASSAGES) {
            self.passages.push(Passage { kind, quote });
        }
    }
}

impl Work {
    fn to_role(&self, place: Place) -> Role {
        let one = |text: &Option<String>| text.as_deref().and_then(|t| quote(t, place));
        Role {
            title: one(&self.position),
            employer: one(&self.name),
            span: span(self.start_date.as_deref(), self.end_date.as_deref()),
            dates: dates_quote(self.start_date.as_deref(), self.end_date.as_deref(), place),
            location: one(&self.location),
            full_time: one(&self.employment_type).filter(|q| says_full_time(&q.text)),
        }
    }
}

impl Education {
    fn to_study(&self, place: Place) -> Study {
        let degree =
            [&self.study_type, &self.area].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ");
        Study {
            school: self.institution.as_deref().and_then(|t| quote(t, place)),
            degree: quote(&degree, place),
            span: span(self.start_date.as_deref(), self.end_date.as_deref()),
            dates: dates_quote(self.start_date.as_deref(), self.end_date.as_deref(), place),
        }
    }
}

impl Account {
    fn from_handle(contact: &Contact) -> Self {
        let (host, path) = contact.key.split_once('/').unwrap_or((&contact.key, ""));
        let network = host.split('.').next().map(ToOwned::to_owned);
        let username = path.rsplit('/').next().filter(|u| !u.is_empty()).map(ToOwned::to_owned);
        Self { network, username, url: Some(format!("https://{}", contact.key)) }
    }
}

fn quote(text: &str, place: Place) -> Option<Quote> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| Quote::new(text, place))
}

/// ISO 8601 dates as the schema has them, with or without a time behind.
fn parse_date(text: &str) -> Option<Date> {
    text.trim().split('T').next()?.parse().ok()
}

/// The schema has no word for "still there": a start without an end is read as current, as its themes do.
fn span(start: Option<&str>, end: Option<&str>) -> Option<Span> {
    let start = start.and_then(parse_date);
    match end.map(str::trim).filter(|e| !e.is_empty()) {
        None => start.map(|s| Span { start: Some(s), end: End::Open }),
        Some(end) => match parse_date(end) {
            Some(end) => Some(Span { start, end: End::On(end) }),
            None if end.eq_ignore_ascii_case("present") => Some(Span { start, end: End::Open }),
            None => start.map(|s| Span { start: Some(s), end: End::Unknown }),
        },
    }
}

fn dates_quote(start: Option<&str>, end: Option<&str>, place: Place) -> Option<Quote> {
    match (start, end) {
        (None, None) => None,
        (Some(start), None) => quote(start, place),
        (start, Some(end)) => quote(&format!("{} – {end}", start.unwrap_or_default()), place),
    }
}

fn location_text(value: &Value) -> Option<String> {
    if let Value::String(text) = value {
        return Some(text.clone());
    }
    let field = |name: &str| value.get(name)?.as_str().filter(|t| !t.is_empty());
    let parts: Vec<_> = ["address", "city", "region", "countryCode"].into_iter().filter_map(field).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests;
