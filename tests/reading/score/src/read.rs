//! What was read, in the shape of the truth. Other readers than Loupe hand in the same shape as JSON.

use loupe_profile::{ContactKind, Date, End, PassageKind, Profile, Quote, Span};
use serde::Deserialize;

/// One reading.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the bench's own names, explained in tests/reading/README.md")]
pub struct Read {
    pub name: Option<String>,
    pub headline: Option<String>,
    pub location: Option<String>,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub links: Vec<String>,
    pub summary: Option<String>,
    pub roles: Vec<Entry>,
    pub studies: Vec<Entry>,
    pub skills: Vec<String>,
    pub certificates: Vec<Row>,
    /// Every other piece of running text.
    pub texts: Vec<String>,
}

/// A role (title, employer) or a course of study (degree, school); `end` is a date or `open`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "see Read")]
pub struct Entry {
    #[serde(alias = "degree")]
    pub title: Option<String>,
    #[serde(alias = "school")]
    pub employer: Option<String>,
    pub location: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub texts: Vec<String>,
}

/// A certificate.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "see Read")]
pub struct Row {
    pub name: Option<String>,
    pub issuer: Option<String>,
    pub date: Option<String>,
}

impl From<&Profile> for Read {
    fn from(profile: &Profile) -> Self {
        let contacts = |wanted: &[ContactKind]| {
            let kept = profile.contacts.iter().filter(|c| wanted.contains(&c.kind));
            kept.map(|c| c.quote.text.clone()).collect::<Vec<_>>()
        };
        let passages = |kind: PassageKind| profile.passages.iter().filter(move |p| p.kind == kind);
        let summary: Vec<_> = passages(PassageKind::Summary).map(|p| p.quote.text.as_str()).collect();
        let mut roles: Vec<Entry> = profile
            .roles
            .iter()
            .map(|role| entry(role.title.as_ref(), role.employer.as_ref(), role.location.as_ref(), role.span))
            .collect();
        let mut texts = Vec::new();
        for passage in &profile.passages {
            let at = passage.quote.place.entry.and_then(|entry| usize::try_from(entry).ok()?.checked_sub(1));
            match (passage.kind, at.and_then(|at| roles.get_mut(at))) {
                (PassageKind::Role, Some(role)) => role.texts.push(passage.quote.text.clone()),
                (PassageKind::Summary, _) => {}
                _ => texts.push(passage.quote.text.clone()),
            }
        }
        Self {
            name: text(profile.name.as_ref()),
            headline: text(profile.headline.as_ref()),
            location: text(profile.location.as_ref()),
            emails: contacts(&[ContactKind::Email]),
            phones: contacts(&[ContactKind::Phone]),
            links: contacts(&[ContactKind::Handle, ContactKind::Website]),
            summary: (!summary.is_empty()).then(|| summary.join("\n")),
            roles,
            studies: profile
                .studies
                .iter()
                .map(|s| entry(s.degree.as_ref(), s.school.as_ref(), None, s.span))
                .collect(),
            skills: profile.skills.iter().map(|q| q.text.clone()).collect(),
            certificates: profile
                .certificates
                .iter()
                .map(|c| Row {
                    name: text(c.name.as_ref()),
                    issuer: text(c.issuer.as_ref()),
                    date: c.span.and_then(|s| s.start.or(s.end.date())).map(String::from),
                })
                .collect(),
            texts,
        }
    }
}

fn entry(title: Option<&Quote>, employer: Option<&Quote>, location: Option<&Quote>, span: Option<Span>) -> Entry {
    let written = |date: Date| date.to_string();
    Entry {
        title: text(title),
        employer: text(employer),
        location: text(location),
        start: span.and_then(|s| s.start).map(written),
        end: span.and_then(|s| match s.end {
            End::On(date) => Some(written(date)),
            End::Open => Some("open".to_owned()),
            End::Unknown => None,
        }),
        texts: Vec::new(),
    }
}

fn text(quote: Option<&Quote>) -> Option<String> {
    quote.map(|q| q.text.clone())
}
