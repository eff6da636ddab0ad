//! The generic reader: any page on which a person presents themselves.
//!
//! Embedded data first (schema.org JSON-LD), then the page's own outline, read as a résumé is. A page that says nothing
//! of a person is said to be no profile; nothing is guessed from other pages' habits.

use loupe_profile::{Coverage, Part, PartState, PassageKind, Place, Profile, Quote, Source, SourceKind};
use scraper::{Html, Selector};

use crate::{Outline, ReadError, Reading, contacts::push_contact, html, linked, markup, rest, resume, whose};

/// Reads a page that no site file covers.
pub(crate) fn read(url: &str, mut document: Html) -> Result<Reading, ReadError> {
    let described = linked::person(&document, url);
    let theirs = links_of_organisations(&document);
    if let Ok(selector) = Selector::parse(
        ".h-cite, .u-comment, .comments, #comments, [itemprop=comment], [itemprop=review], nav, aside, dialog, form, blockquote, cite, script, svg, iframe, select, footer, [role=navigation], [role=dialog], [role=complementary], [aria-hidden=true]",
    ) {
        html::detach_all(&mut document, &selector);
    }
    let mut outline = outline(&document);
    let known = described.as_ref().and_then(Profile::name_text);
    rest::leave_out_before(&mut outline, known, &whose::title(&document));
    let empty = || {
        let coverage = Coverage { reader: "generic".to_owned(), ..Coverage::default() };
        Reading { source: source(url), profile: Profile::default(), coverage, document: None }
    };
    // A page without words of its own may still describe its person to machines.
    let mut reading = resume::read_outline(&outline, source(url)).unwrap_or_else(|_| empty());
    reading.profile.contacts.retain(|contact| !theirs.contains(&contact.quote.text));
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
    let kept = |profile: &Profile, kind| match kind {
        PassageKind::Role => profile.roles.is_empty(),
        PassageKind::Study => profile.studies.is_empty(),
        PassageKind::Summary => !profile.passages.iter().any(|p| p.kind == PassageKind::Summary),
        PassageKind::Other => true,
    };
    let passages: Vec<_> = described.passages.into_iter().filter(|p| kept(profile, p.kind)).collect();
    if profile.roles.is_empty() {
        take(Part::Roles, described.roles.len());
        profile.roles = described.roles;
    }
    if profile.studies.is_empty() {
        take(Part::Studies, described.studies.len());
        profile.studies = described.studies;
    }
    take(Part::About, passages.iter().filter(|p| p.kind == PassageKind::Summary).count());
    profile.passages.extend(passages);
    if profile.skills.is_empty() {
        take(Part::Skills, described.skills.len());
        profile.skills = described.skills;
    }
    if profile.certificates.is_empty() {
        take(Part::Certificates, described.certificates.len());
        profile.certificates = described.certificates;
    }
    for contact in described.contacts {
        push_contact(profile, Some(contact));
    }
    reading.coverage = coverage;
    Ok(reading)
}

/// Links that the markup says are an employer's or a school's.
fn links_of_organisations(document: &Html) -> Vec<String> {
    let links =
        Selector::parse(r#"[itemscope] [itemscope]:not([itemtype$="/Person"], [itemtype$="/PostalAddress"]) a"#);
    let hrefs = links.iter().flat_map(|css| document.select(css)).filter_map(|link| link.attr("href"));
    hrefs.map(ToOwned::to_owned).collect()
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
    Some(self::described(url, profile))
}

/// A reading of nothing but what a page says in a machine's words.
pub(crate) fn described(url: &str, profile: Profile) -> Reading {
    let mut coverage = Coverage { reader: "generic".to_owned(), ..Coverage::default() };
    for part in Part::COVERED {
        let count = profile.count(part);
        coverage.set(part, if count > 0 { PartState::Read } else { PartState::NotRecognised }, count);
    }
    Reading { source: source(url), profile, coverage, document: None }
}

pub(crate) fn source(url: &str) -> Source {
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

    fn read(html: &str) -> Profile {
        crate::read_page(&capture(html)).unwrap().profile
    }

    #[test]
    fn json_ld_with_references_occupations_and_credentials() {
        let profile = read(
            r##"<title>Maren Holtby – work</title><script type="application/ld+json">{"@graph":[
            {"@type":"AboutPage","mainEntity":{"@id":"#me"},"author":{"@type":"Person","name":"Theme Author"}},
            {"@type":"Organization","@id":"#fernrill","name":"Fernrill Systems"},
            {"@type":"Person","@id":"#me","givenName":"Maren","familyName":"Holtby","name":"Maren Holtby","jobTitle":["Principal Engineer"],
             "worksFor":{"@type":"OrganizationRole","startDate":"2022-08-01","worksFor":{"@id":"#fernrill"},"description":"Own replication.<br>Mentor six."},
             "hasOccupation":{"@type":"Role","startDate":"2018-01","endDate":"2020-08","hasOccupation":{"@type":"Occupation","name":"Developer"}},
             "alumniOf":[{"@type":"CollegeOrUniversity","name":"Oxmere University"}],
             "hasCredential":[{"@type":"EducationalOccupationalCredential","name":"Cluster Operator","recognizedBy":{"@type":"Organization","name":"Northgate Institute"},"dateCreated":"2024-05"},
              {"@type":"EducationalOccupationalCredential","credentialCategory":"degree","name":"BSc Computing","recognizedBy":{"name":"Oxmere University"}}],
             "knowsAbout":["Go",{"@type":"DefinedTerm","name":"Raft"}],
             "address":{"@type":"PostalAddress","addressLocality":"Leeds","addressCountry":"UK"},"sameAs":"https://github.com/marenh"}]}</script>
            <main><h1>Hello</h1><p>Nothing to see here.</p></main>"##,
        );
        assert_eq!(profile.name_text(), Some("Maren Holtby"));
        assert_eq!(profile.location.as_ref().unwrap().text, "Leeds, UK");
        let roles: Vec<_> = profile.roles.iter().map(|r| (r.label(), r.span.is_some())).collect();
        let expected = [("Principal Engineer, Fernrill Systems".to_owned(), true), ("Developer".to_owned(), true)];
        assert_eq!(roles, expected);
        assert_eq!(profile.studies.len(), 2);
        assert_eq!(profile.studies[1].degree.as_ref().unwrap().text, "BSc Computing");
        assert_eq!(profile.certificates[0].issuer.as_ref().unwrap().text, "Northgate Institute");
        assert_eq!(profile.skills.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["Go", "Raft"]);
        let texts: Vec<_> = profile.passages.iter().map(|p| p.quote.text.as_str()).collect();
        assert!(texts.ends_with(&["Own replication.", "Mentor six."]), "{texts:?}");
    }

    #[test]
    fn microdata_of_the_outermost_person() {
        let profile = read(
            r#"<main><div itemscope itemtype="https://schema.org/Article"><div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Pavel Orrin</span></div></div>
            <div itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">Maren Holtby</h1><p itemprop="jobTitle">Platform engineer</p>
            <div itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Fernrill Systems</span><a itemprop="url" href="https://fernrill.example">site</a></div>
            <img itemprop="image" src="https://marenholtby.example/me.jpg"><a itemprop="email" href="mailto:maren@marenholtby.example">mail</a></div></main>"#,
        );
        assert_eq!(profile.name_text(), Some("Maren Holtby"));
        assert_eq!(profile.headline.as_ref().unwrap().text, "Platform engineer");
        assert_eq!(profile.roles[0].label(), "Platform engineer, Fernrill Systems");
        assert_eq!(profile.photo.as_ref().unwrap().address, "https://marenholtby.example/me.jpg");
        let contacts: Vec<_> = profile.contacts.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(contacts, ["maren@marenholtby.example"]);
    }

    #[test]
    fn of_many_cards_the_pages_own() {
        let comments = r#"<div class="h-entry"><div class="u-comment h-cite"><a class="p-author h-card" href="https://pavel.example"><span class="p-name">Pavel Orrin</span></a></div></div>"#;
        let profile = read(&format!(
            r#"<main><div class="h-card"><span class="p-name">Maren Holtby</span> <span class="p-job-title">Engineer</span> at <span class="p-org">Fernrill Systems</span>
            <a class="u-url u-uid" href="https://marenholtby.example/">home</a><a rel="me" href="https://github.com/marenh">GitHub</a><span class="p-locality">Leeds</span></div>
            <div class="h-card"><span class="p-name">Dita Solway</span></div>{comments}</main>"#
        ));
        assert_eq!(profile.name_text(), Some("Maren Holtby"));
        assert_eq!(profile.location.as_ref().unwrap().text, "Leeds");
        let contacts: Vec<_> = profile.contacts.iter().map(|c| c.key.as_str()).collect();
        assert!(contacts.contains(&"github.com/marenh") && !contacts.contains(&"pavel.example"), "{contacts:?}");
        assert_eq!(crate::read_page(&capture(&format!("<main>{comments}</main>"))), Err(ReadError::NoProfile));
    }

    #[test]
    fn a_resume_in_microformats_old_and_new() {
        for html in [
            r#"<main class="h-resume"><div class="p-contact h-card"><h1 class="p-name">Maren Holtby</h1><a class="u-email" href="mailto:maren@marenholtby.example">mail</a></div><p class="p-summary">Storage.</p>
            <div class="p-experience h-event"><span class="p-name">Principal Engineer</span> <span class="p-location h-card">Fernrill Systems</span> <time class="dt-start" datetime="2022-08">then</time></div>
            <div class="p-education h-event"><span class="p-name">BSc Computing</span> <span class="p-location h-card">Oxmere University</span></div><span class="p-skill">Go</span></main>"#,
            r#"<div class="hresume"><div class="contact vcard"><h1 class="fn">Maren Holtby</h1><a class="email" href="mailto:maren@marenholtby.example">mail</a></div><p class="summary">Storage.</p>
            <ol class="experience"><li class="vevent vcard"><span class="title">Principal Engineer</span> <span class="org">Fernrill Systems</span> <abbr class="dtstart" title="2022-08-01">then</abbr></li></ol>
            <ol class="education"><li class="vevent"><span class="summary">BSc Computing</span> <span class="org">Oxmere University</span></li></ol><span class="skill">Go</span></div>"#,
        ] {
            let profile = read(html);
            assert_eq!(profile.name_text(), Some("Maren Holtby"));
            assert_eq!(profile.roles[0].label(), "Principal Engineer, Fernrill Systems", "{html}");
            assert_eq!(profile.roles[0].span.unwrap().start.unwrap().year(), 2022);
            assert_eq!(profile.studies[0].school.as_ref().unwrap().text, "Oxmere University");
            assert_eq!(profile.skills[0].text, "Go");
            assert_eq!(profile.contacts[0].key, "maren@marenholtby.example");
        }
    }

    /// What an older page of the site left behind, or another page of it said.
    #[test]
    fn a_profile_page_of_another_address_is_another_persons() {
        let page = |url: &str, own: &str| {
            let person = format!(r#"{{"@type":"Person","name":"Pavel Orrin"{url}}}"#);
            let html = format!(
                r#"<script type="application/ld+json">{{"@type":"ProfilePage"{own},"mainEntity":{person}}}</script><h1>Hello</h1>"#
            );
            crate::read_page(&PageCapture { url: "https://people.example/maren".into(), html, cut: false })
        };
        for (url, own) in [
            (r#","url":"https://people.example/pavel""#, ""),
            ("", r#","url":"https://people.example/pavel""#),
            ("", r#","@id":"https://people.example/pavel#page""#),
        ] {
            assert_eq!(page(url, own), Err(ReadError::NoProfile), "{url}{own}");
        }
        for (url, own) in [
            ("", ""),
            (r##","@id":"#me""##, ""),
            (r#","url":"https://pavelorrin.example/""#, ""),
            (r#","url":"https://people.example/""#, r#","url":"https://www.people.example/maren/""#),
        ] {
            assert!(page(url, own).is_ok(), "{url}{own}");
        }
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
