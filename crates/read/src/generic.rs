//! The generic reader: any page on which a person presents themselves.
//!
//! Embedded data first (schema.org JSON-LD), then the page's own outline, read as a résumé is. A page that says nothing
//! of a person is said to be no profile; nothing is guessed from other pages' habits.

use loupe_profile::{Coverage, Part, PartState, PassageKind, Place, Profile, Quote, Source, SourceKind};
use scraper::{Html, Selector};

use crate::{Outline, ReadError, Reading, contacts::push_contact, html, linked, markup, resume};

/// Reads a page that no site file covers.
pub(crate) fn read(url: &str, mut document: Html) -> Result<Reading, ReadError> {
    let described = linked::person(&document, url);
    if let Ok(selector) = Selector::parse(
        "nav, aside, dialog, form, blockquote, cite, script, svg, iframe, select, footer, [role=navigation], [role=dialog], [role=complementary], [aria-hidden=true]",
    ) {
        html::detach_all(&mut document, &selector);
    }
    let outline = outline(&document);
    let mut reading = resume::read_outline(&outline, source(url))?;
    let mut coverage = reading.coverage;
    let has_entries = reading.profile.dated_entries().next().is_some();
    let Some(described) = described else {
        // Without embedded data, only a page with a history of dated entries under known headings is a profile.
        if !has_entries || reading.profile.name.is_none() {
            return Err(ReadError::NoProfile);
        }
        reading.coverage = coverage;
        return Ok(reading);
    };
    let profile = &mut reading.profile;
    let mut take = |part: Part, found: usize| {
        if found > 0 {
            coverage.set(part, PartState::Read, found);
        }
    };
    // What the page says in a machine's words goes before what was understood from its looks.
    if described.name.is_some() {
        take(Part::Name, 1);
        profile.name = described.name;
    }
    if described.headline.is_some() {
        take(Part::Headline, 1);
        profile.headline = described.headline;
    }
    if described.location.is_some() {
        take(Part::Location, 1);
        profile.location = described.location;
    }
    if described.photo.is_some() {
        take(Part::Photo, 1);
        profile.photo = described.photo;
    }
    if profile.roles.is_empty() {
        take(Part::Roles, described.roles.len());
        profile.roles = described.roles;
    }
    if profile.studies.is_empty() {
        take(Part::Studies, described.studies.len());
        profile.studies = described.studies;
    }
    if !profile.passages.iter().any(|p| p.kind == PassageKind::Summary) {
        take(Part::About, described.passages.len());
        profile.passages.extend(described.passages);
    }
    for contact in described.contacts {
        push_contact(profile, Some(contact));
    }
    reading.coverage = coverage;
    Ok(reading)
}

/// Reads only what the page says in a machine's words, and the name if a heading and the page's title agree on it.
/// For pages of which it is not known whose box is whose.
pub(crate) fn read_described(url: &str, document: &Html) -> Option<Reading> {
    let described = linked::person(document, url);
    let first = |css: &str| Selector::parse(css).ok().map(|s| document.select(&s).map(html::text).collect::<Vec<_>>());
    let title = first("title")?.into_iter().next().unwrap_or_default();
    let headings = first("h1, h2")?;
    let name = headings.into_iter().find(|h| resume::is_name(h) && title.contains(h.as_str()));
    let profile = match (described, name) {
        (Some(profile), _) => profile,
        (None, Some(name)) => Profile { name: Some(Quote::new(name, Place::part(Part::Name))), ..Profile::default() },
        (None, None) => return None,
    };
    let mut coverage = Coverage { reader: "generic".to_owned(), ..Coverage::default() };
    for part in Part::COVERED {
        let count = profile.count(part);
        coverage.set(part, if count > 0 { PartState::Read } else { PartState::NotRecognised }, count);
    }
    Some(Reading { source: source(url), profile, coverage, document: None })
}

fn source(url: &str) -> Source {
    let host = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let address = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned();
    Source { kind: SourceKind::Page, address, label: host.strip_prefix("www.").unwrap_or(host).to_owned() }
}

/// The page's main part as an outline.
fn outline(document: &Html) -> Outline {
    let main = ["main", "[role=main]", "article", "body"]
        .iter()
        .find_map(|css| Selector::parse(css).ok().and_then(|selector| document.select(&selector).next()));
    markup::outline(main, "generic")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PageCapture;

    fn capture(html: &str) -> PageCapture {
        PageCapture { url: "https://marenholtby.example/".into(), html: html.into(), cut: false }
    }

    #[test]
    fn json_ld_of_the_subject_and_headings_for_the_rest() {
        let reading = crate::read_page(&capture(
            r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","publisher":{"@type":"Person","name":"Theme Author"}},
            {"@type":"ProfilePage","mainEntity":{"@type":["Person"],"name":"Maren Holtby","jobTitle":"Principal Engineer","sameAs":["https://github.com/marenh"]}}]}</script>
            <main><h1>Maren Holtby</h1><h2>Work</h2><h3>Principal Engineer, Fernrill Systems</h3><p>Aug 2022 – Present</p><ul><li>Own replication</li></ul>
            <h2>Testimonials</h2><blockquote>Superb. <cite>Dita Solway, CTO</cite></blockquote></main>"#,
        ))
        .unwrap();
        let profile = &reading.profile;
        assert_eq!(profile.name_text(), Some("Maren Holtby"));
        assert_eq!(profile.contacts[0].key, "github.com/marenh");
        assert_eq!(profile.roles[0].label(), "Principal Engineer, Fernrill Systems");
        assert_eq!(reading.coverage.state(Part::Roles), PartState::Read);
        assert!(!serde_json::to_string(&reading).unwrap().contains("Dita"));
    }

    #[test]
    fn a_page_about_no_person() {
        let news =
            capture("<main><h1>Council votes</h1><h2>Education</h2><p>The council voted in March 2019.</p></main>");
        assert_eq!(crate::read_page(&news), Err(ReadError::NoProfile));
        let author = r#"<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Pavel Orrin"}}</script><h1>News</h1>"#;
        assert_eq!(crate::read_page(&capture(author)), Err(ReadError::NoProfile));
    }
}
