//! The generic reader: any page on which a person presents themselves.
//!
//! Embedded data first (schema.org JSON-LD), then the page's own outline, read as a résumé is. A page that says nothing
//! of a person is said to be no profile; nothing is guessed from other pages' habits.

use loupe_profile::{
    Contact, Coverage, Date, End, Part, PartState, PassageKind, PhotoClaim, Place, Profile, Quote, Role, Source,
    SourceKind, Span, Study, fold,
};
use scraper::{Html, Node, Selector};
use serde_json::Value;

use crate::{Block, BlockKind, Outline, ReadError, Reading, html, page::push_contact, resume};

/// Longer embedded data is an application's state, not a description of a person.
const MAX_JSON_LD_BYTES: usize = 500_000;
const MAX_BLOCKS: usize = 20_000;

/// Reads a page that no site file covers.
pub(crate) fn read(url: &str, mut document: Html) -> Result<Reading, ReadError> {
    let described = person(&document, url);
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
    let described = person(document, url);
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

/// The page as an outline: headings, paragraphs, list items, in the order of the document.
fn outline(document: &Html) -> Outline {
    let main = ["main", "[role=main]", "article", "body"]
        .iter()
        .find_map(|css| Selector::parse(css).ok().and_then(|selector| document.select(&selector).next()));
    let mut outline = Outline { reader: "generic".to_owned(), ..Outline::default() };
    let Some(main) = main else { return outline };
    let mut line = String::new();
    let (mut kind, mut scale) = (BlockKind::Line, 0.0);
    let mut links: Vec<String> = Vec::new();
    let flush =
        |line: &mut String, links: &mut Vec<String>, (kind, scale): (BlockKind, f32), blocks: &mut Vec<Block>| {
            let text = html::fold_space(line);
            line.clear();
            if !text.is_empty() && blocks.len() < MAX_BLOCKS {
                let links = std::mem::take(links);
                blocks.push(Block { kind, text, scale, links, ..Block::default() });
            }
        };
    for edge in main.traverse() {
        use ego_tree::iter::Edge;
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => line.push_str(text),
                Node::Element(el) if html::is_block(el.name()) => {
                    flush(&mut line, &mut links, (kind, scale), &mut outline.blocks);
                    (kind, scale) = match el.name() {
                        "h1" => (BlockKind::Heading, 2.0),
                        "h2" => (BlockKind::Heading, 1.5),
                        "h3" => (BlockKind::Heading, 1.2),
                        "h4" | "h5" | "h6" => (BlockKind::Heading, 1.1),
                        "li" => (BlockKind::Item, 0.0),
                        "br" => (kind, scale),
                        _ => (BlockKind::Line, 0.0),
                    };
                }
                Node::Element(el) if el.name() == "a" => {
                    let href = el
                        .attr("href")
                        .filter(|h| h.starts_with("mailto:") || h.starts_with("tel:") || h.starts_with("http"));
                    links.extend(href.map(ToOwned::to_owned));
                }
                // Two boxes side by side are two words, though nothing stands between them in the markup.
                Node::Element(el) if matches!(el.name(), "span" | "time" | "em" | "strong" | "small") => {
                    let beside = node.prev_sibling().is_some_and(|before| before.value().is_element());
                    line.push_str(if beside { " " } else { "" });
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(el) = node.value()
                    && html::is_block(el.name())
                {
                    flush(&mut line, &mut links, (kind, scale), &mut outline.blocks);
                    (kind, scale) = (BlockKind::Line, 0.0);
                }
            }
        }
    }
    flush(&mut line, &mut links, (kind, scale), &mut outline.blocks);
    outline
}

/// The person that the page's JSON-LD says it is about.
fn person(document: &Html, url: &str) -> Option<Profile> {
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
                    ["url", "@id"].iter().filter_map(|key| text_of(node.get(*key)?)).any(|u| same_address(&u, url));
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

fn same_address(a: &str, b: &str) -> bool {
    let bare = |url: &str| {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        url.split("://").last().unwrap_or_default().trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    bare(a) == bare(b)
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
    (!text.is_empty()).then_some(text)
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
