//! Rows of an export → parts of a profile.

use super::rows::{Row, Rows};
use crate::text::{after_bullet, tidy};
use loupe_profile::{Certificate, Contact, Date, End, Part, PassageKind, Place, Profile, Quote, Role, Span, Study};
use loupe_read::dates;

/// Entries of one part; nobody has more.
const MAX_ENTRIES: usize = 500;

/// `Profile.csv`: one row.
pub(super) fn read_person(rows: &Rows, profile: &mut Profile) {
    let Some(row) = rows.iter().next() else { return };
    let name = tidy(&format!("{} {}", row.get("First Name"), row.get("Last Name")));
    profile.name = quote(&name, Place::part(Part::Name));
    profile.headline = quote(&row.get("Headline"), Place::part(Part::Headline));
    profile.location = quote(&row.get("Geo Location"), Place::part(Part::Location));
    push_text(profile, PassageKind::Summary, &row.get("Summary"), Place::part(Part::About));
    // `[PORTFOLIO:https://a.example,BLOG:https://b.example]`
    for site in row.get("Websites").split(['[', ']', ',', ' ']) {
        if let Some(at) = site.find("http") {
            push_contact(profile, site.get(at..).unwrap_or_default());
        }
    }
    for handle in row.get("Twitter Handles").split(['[', ']', ',', ' ']).filter(|handle| !handle.is_empty()) {
        push_contact(profile, &format!("https://twitter.com/{}", handle.trim_start_matches('@')));
    }
}

/// `Profile Summary.csv`, where it says more than `Profile.csv`.
pub(super) fn read_summary(rows: &Rows, profile: &mut Profile) {
    if profile.count(Part::About) == 0 {
        for row in rows.iter().take(1) {
            push_text(profile, PassageKind::Summary, &row.get("Profile Summary"), Place::part(Part::About));
        }
    }
}

pub(super) fn read_roles(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        let place = Place::entry(Part::Roles, profile.roles.len());
        let one = |column| quote(&row.get(column), place);
        let (span, dates) = span_of(&row, "Started On", "Finished On", place, End::Open);
        let (title, employer) = (one("Title"), one("Company Name"));
        if title.is_none() && employer.is_none() {
            continue;
        }
        profile.roles.push(Role { title, employer, span, dates, location: one("Location"), full_time: None });
        push_text(profile, PassageKind::Role, &row.get("Description"), place);
    }
}

pub(super) fn read_studies(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        let place = Place::entry(Part::Studies, profile.studies.len());
        let one = |column| quote(&row.get(column), place);
        // The form asks for "end date (or expected)": none means that none was given.
        let (span, dates) = span_of(&row, "Start Date", "End Date", place, End::Unknown);
        let (school, degree) = (one("School Name"), one("Degree Name"));
        if school.is_none() && degree.is_none() {
            continue;
        }
        profile.studies.push(Study { school, degree, span, dates });
        push_text(profile, PassageKind::Study, &row.get("Notes"), place);
        push_text(profile, PassageKind::Study, &row.get("Activities"), place);
    }
}

pub(super) fn read_skills(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        let place = Place::entry(Part::Skills, profile.skills.len());
        profile.skills.extend(quote(&row.get("Name"), place));
    }
}

pub(super) fn read_certificates(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        let place = Place::entry(Part::Certificates, profile.certificates.len());
        let Some(name) = quote(&row.get("Name"), place) else { continue };
        let (span, dates) = span_of(&row, "Started On", "Finished On", place, End::Unknown);
        let issuer = quote(&row.get("Authority"), place);
        profile.certificates.push(Certificate { name: Some(name), issuer, span, dates });
    }
}

pub(super) fn read_emails(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        push_contact(profile, &row.get("Email Address"));
    }
}

pub(super) fn read_phones(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        push_contact(profile, &row.get("Number"));
    }
}

/// Projects and volunteering: running text of the person that belongs to no role.
pub(super) fn read_projects(rows: &Rows, profile: &mut Profile) {
    for row in rows.iter().take(MAX_ENTRIES) {
        push_text(profile, PassageKind::Other, &row.get("Description"), Place::part(Part::Other));
    }
}

fn quote(text: &str, place: Place) -> Option<Quote> {
    let text = tidy(text);
    (!text.is_empty()).then(|| Quote::new(text, place))
}

/// The time between two columns. `open` is what a missing end means.
fn span_of(row: &Row<'_>, from: &str, to: &str, place: Place, open: End) -> (Option<Span>, Option<Quote>) {
    let (from, to) = (tidy(&row.get(from)), tidy(&row.get(to)));
    let (start, end) = (date(&from), date(&to));
    let text = if to.is_empty() || from.is_empty() { format!("{from}{to}") } else { format!("{from} – {to}") };
    let end = match end {
        Some(end) => End::On(end),
        None if to.is_empty() && start.is_some() => open,
        None => End::Unknown,
    };
    let span = Span { start, end };
    ((start.is_some() || end.date().is_some()).then_some(span), quote(&text, place))
}

/// `Jan 2018`, `2018`, `1/2018`: whatever reads as one date.
fn date(text: &str) -> Option<Date> {
    dates::date_line(text).and_then(|found| found.span.start.or(found.span.end.date()))
}

/// Paragraphs and bullets of a long text.
fn push_text(profile: &mut Profile, kind: PassageKind, text: &str, place: Place) {
    for line in text.lines() {
        profile.push_passage(kind, &tidy(after_bullet(line).unwrap_or(line)), place);
    }
}

fn push_contact(profile: &mut Profile, text: &str) {
    let place = Place::entry(Part::Contacts, profile.contacts.len());
    if let Some(contact) = Contact::parse(text, place)
        && profile.contacts.len() < MAX_ENTRIES
        && !profile.contacts.iter().any(|known| known.kind == contact.kind && known.key == contact.key)
    {
        profile.contacts.push(contact);
    }
}
