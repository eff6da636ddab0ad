//! Markup that says what it means: microdata (HTML, 5) and microformats (microformats.org: h-card, h-resume, and the
//! hCard and hResume before them), as nodes of schema.org's shape.

use std::collections::BTreeSet;

use ego_tree::NodeId;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value, json};

use crate::html;

/// More people described on a page are a list of people.
const MAX_FOUND: usize = 200;
/// Items within items beyond this are not a person's.
const MAX_DEPTH: usize = 6;
/// So many properties of one item are taken.
const MAX_PROPERTIES: usize = 400;

/// A person described by markup.
pub(crate) struct Found {
    /// As a node of schema.org's shape.
    pub(crate) node: Value,
    /// The markup says that the page is about them.
    pub(crate) is_subject: bool,
}

fn selector(css: &str) -> Option<Selector> {
    Selector::parse(css).ok()
}

/// People in microdata who are no property of something else, such as an article's author.
pub(crate) fn microdata(document: &Html) -> Vec<Found> {
    let Some(people) = selector(r#"[itemscope][itemtype*="schema.org/Person"]"#) else { return Vec::new() };
    let found = document.select(&people).take(MAX_FOUND).filter_map(|element| {
        let main = element.attr("itemprop").map(|names| names.split_whitespace().any(|name| name == "mainEntity"));
        let within = element.ancestors().filter_map(ElementRef::wrap).find(|a| a.attr("itemscope").is_some());
        let of_a_profile =
            within.is_some_and(|a| a.attr("itemtype").is_some_and(|kind| kind.ends_with("schema.org/ProfilePage")));
        let is_subject = main == Some(true) && of_a_profile;
        (main.is_none() || is_subject).then(|| Found { node: item(element, 0), is_subject })
    });
    found.collect()
}

/// A microdata item as a node.
fn item(element: ElementRef<'_>, depth: usize) -> Value {
    let mut node = Map::new();
    let kind = element.attr("itemtype").unwrap_or_default();
    let kind = kind.split_whitespace().next().and_then(|kind| kind.rsplit('/').next()).unwrap_or_default();
    node.insert("@type".to_owned(), json!(kind));
    let Some(properties) = selector("[itemprop]") else { return Value::Object(node) };
    let mine = |property: &ElementRef<'_>| {
        let scope = property.ancestors().filter_map(ElementRef::wrap).find(|a| a.attr("itemscope").is_some());
        scope.is_some_and(|scope| scope.id() == element.id())
    };
    for property in element.select(&properties).filter(mine).take(MAX_PROPERTIES) {
        let value = if property.attr("itemscope").is_some() {
            if depth >= MAX_DEPTH {
                continue;
            }
            item(property, depth + 1)
        } else {
            json!(value(property))
        };
        for name in property.attr("itemprop").unwrap_or_default().split_whitespace() {
            add(&mut node, name, value.clone());
        }
    }
    Value::Object(node)
}

fn add(node: &mut Map<String, Value>, name: &str, value: Value) {
    if value.as_str() == Some("") {
        return;
    }
    match node.entry(name.to_owned()).or_insert_with(|| Value::Array(Vec::new())) {
        Value::Array(values) => values.push(value),
        other => *other = value,
    }
}

/// What a property's element says: an address, a machine's date, or its words.
fn value(element: ElementRef<'_>) -> String {
    let attribute = match element.value().name() {
        "meta" => "content",
        "a" | "link" | "area" => "href",
        "img" | "audio" | "video" | "source" | "embed" | "iframe" => "src",
        "time" => "datetime",
        "data" | "meter" => "value",
        "abbr" => "title",
        _ => "",
    };
    element.attr(attribute).map_or_else(|| html::text(element), html::fold_space)
}

/// People in microformats: a résumé's own, and cards that are nobody's author or comment.
pub(crate) fn microformats(document: &Html) -> Vec<Found> {
    let resumes = selector(".h-resume, .hresume");
    let cards = selector(".h-card, .vcard");
    let (Some(resumes), Some(cards)) = (resumes, cards) else { return Vec::new() };
    if let Some(resume) = document.select(&resumes).next() {
        let contact = first(resume, ".p-contact.h-card, .contact.vcard, .vcard, .p-contact");
        let mut node = contact.map(card).unwrap_or_default();
        history(resume, &mut node);
        node.entry("name").or_insert_with(|| json!(text(resume, ".p-name, .fn").unwrap_or_default()));
        return vec![Found { node: Value::Object(node), is_subject: true }];
    }
    let mut taken: BTreeSet<NodeId> = BTreeSet::new();
    let mut found = Vec::new();
    for element in document.select(&cards).take(MAX_FOUND) {
        let part_of = |a: ElementRef<'_>| {
            taken.contains(&a.id())
                || a.value().classes().any(|class| matches!(class, "h-cite" | "p-comment" | "u-comment" | "h-feed"))
        };
        let is_part = element.ancestors().filter_map(ElementRef::wrap).any(part_of);
        taken.insert(element.id());
        let is_property = element.value().classes().any(|class| class.starts_with("p-") || class.starts_with("u-"));
        if !is_part && !is_property {
            found.push(Found { node: Value::Object(card(element)), is_subject: false });
        }
    }
    // A card with the page's own `rel=me` links is the page's; with several nobody knows whose.
    let me = |found: &&mut Found| found.node.get("me").is_some();
    if found.iter_mut().filter(me).count() == 1 {
        found.iter_mut().filter(me).for_each(|found| found.is_subject = true);
    }
    found
}

/// An h-card or hCard as a node.
fn card(element: ElementRef<'_>) -> Map<String, Value> {
    let mut node = Map::new();
    node.insert("@type".to_owned(), json!("Person"));
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            add(&mut node, key, json!(value));
        }
    };
    // A card without properties is its own name.
    put("name", text(element, ".p-name, .fn").or_else(|| Some(html::text(element)).filter(|text| text.len() <= 60)));
    put("jobTitle", text(element, ".p-job-title, .title, .p-role"));
    put("description", text(element, ".p-note, .note"));
    put("image", attribute(element, ".u-photo, img.photo", "src"));
    put("telephone", text(element, ".p-tel, .tel"));
    put("url", attribute(element, "a.u-uid, a.u-url, a.url", "href"));
    let place = ["locality", "region", "country-name"].map(|part| text(element, &format!(".p-{part}, .{part}")));
    let place: Vec<_> = place.into_iter().flatten().collect();
    put("address", if place.is_empty() { text(element, ".p-adr, .adr, .p-location") } else { Some(place.join(", ")) });
    let links = selector(r#"a[rel~="me"], a.u-email, a.email, a.u-url, a[href^="mailto:"]"#);
    for link in links.iter().flat_map(|css| element.select(css)).take(MAX_PROPERTIES) {
        put("sameAs", link.attr("href").map(html::fold_space));
        put("me", link.attr("rel").filter(|rel| rel.split_whitespace().any(|rel| rel == "me")).map(ToOwned::to_owned));
    }
    let organisation = text(element, ".p-org, .org");
    if let Some(organisation) = organisation {
        add(&mut node, "worksFor", json!({ "@type": "Organization", "name": organisation }));
    }
    node
}

/// A résumé's summary, experience, education and skills.
fn history(resume: ElementRef<'_>, node: &mut Map<String, Value>) {
    if let Some(summary) = text(resume, ".p-summary, .summary:not(.vevent .summary)") {
        node.insert("description".to_owned(), json!(summary));
    }
    let skills = selector(".p-skill, .skill");
    for skill in skills.iter().flat_map(|css| resume.select(css)).take(MAX_PROPERTIES) {
        add(node, "knowsAbout", json!(html::text(skill)));
    }
    let parts = [
        (".p-experience, .experience.vevent, .experience .vevent", "worksFor"),
        (".p-education, .education.vevent, .education .vevent", "alumniOf"),
    ];
    let had = node.remove("worksFor");
    for (css, key) in parts {
        for event in selector(css).iter().flat_map(|css| resume.select(css)).take(MAX_PROPERTIES) {
            add(node, key, entry(event, key));
        }
    }
    if let (Some(had), false) = (had, node.contains_key("worksFor")) {
        node.insert("worksFor".to_owned(), had);
    }
}

/// One experience: an h-event whose place is the organisation, or an hCalendar event with an hCard in it.
fn entry(event: ElementRef<'_>, key: &str) -> Value {
    let organisation = text(event, ".p-location .p-name, .p-location, .p-org, .org, .vcard .fn");
    let mut role = Map::new();
    role.insert("@type".to_owned(), json!("OrganizationRole"));
    let kind = if key == "alumniOf" { "EducationalOrganization" } else { "Organization" };
    role.insert(key.to_owned(), json!({ "@type": kind, "name": organisation }));
    let said = [
        ("roleName", text(event, ".p-job-title, .title, .p-name, .summary")),
        ("startDate", date(event, ".dt-start, .dtstart")),
        ("endDate", date(event, ".dt-end, .dtend")),
        ("description", text(event, ".p-description, .p-summary, .description")),
    ];
    for (name, value) in said {
        if let Some(value) = value {
            role.insert(name.to_owned(), json!(value));
        }
    }
    Value::Object(role)
}

fn first<'a>(element: ElementRef<'a>, css: &str) -> Option<ElementRef<'a>> {
    selector(css).and_then(|css| element.select(&css).next())
}

fn text(element: ElementRef<'_>, css: &str) -> Option<String> {
    first(element, css).map(html::text).filter(|text| !text.is_empty())
}

fn attribute(element: ElementRef<'_>, css: &str, name: &str) -> Option<String> {
    first(element, css).and_then(|el| el.attr(name)).map(html::fold_space)
}

fn date(element: ElementRef<'_>, css: &str) -> Option<String> {
    first(element, css).map(value).filter(|text| !text.is_empty())
}
