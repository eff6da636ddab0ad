//! The advert of a job on a page, by what the page says of it in schema.org's words, which search engines ask of adverts:
//! <https://schema.org/JobPosting>.

use loupe_profile::Advert;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::{
    PageCapture,
    describe::{has_type, text_of},
    generic, html, linked, page,
};

/// The advert on a captured page; nothing when it says of none.
pub fn read_advert(capture: &PageCapture) -> Option<Advert> {
    let (url, document) = page::open(capture).ok()?;
    let values = linked::json_ld(&document);
    let posting = linked::nodes(&values).into_iter().find(|node| has_type(node, "JobPosting"))?;
    let said = |key: &str| posting.get(key).map(lines).unwrap_or_default();
    let texts: Vec<String> =
        ["description", "responsibilities", "qualifications", "skills"].into_iter().flat_map(said).collect();
    let title = posting.get("title").and_then(text_of).unwrap_or_default();
    let source = generic::source(&url);
    Advert::of_lines(source, &title, texts.iter().map(String::as_str))
}

/// Lines of a text that is plain or HTML; several are one after the other.
fn lines(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().flat_map(lines).collect(),
        value => {
            let Some(text) = text_of(value) else { return Vec::new() };
            // Plain text has no elements, and its lines are its own.
            if !text.contains('<') {
                return text.lines().map(str::to_owned).collect();
            }
            let Ok(fragment) = html::parse(&text) else { return Vec::new() };
            body(&fragment)
        }
    }
}

fn body(document: &Html) -> Vec<String> {
    let Ok(body) = Selector::parse("body") else { return Vec::new() };
    document.select(&body).next().map(html::lines).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(json: &str) -> PageCapture {
        PageCapture {
            url: "https://www.example.com/jobs/7?utm_source=x".to_owned(),
            html: format!(r#"<script type="application/ld+json">{json}</script><h1>Bell founder</h1>"#),
            cut: false,
        }
    }

    #[test]
    fn an_advert_is_read_line_by_line() {
        let json = r#"{"@graph":[{"@type":"WebPage"},{"@type":"JobPosting","title":"Bell founder",
            "description":"<p>Cast bells for towers.</p><ul><li>Tune by ear</li><li>Lead a crew of six</li></ul>","skills":["Bronze"]}]}"#;
        let advert = read_advert(&page(json)).expect("an advert");
        let lines: Vec<&str> = advert.passages.iter().map(|passage| passage.quote.text.as_str()).collect();
        assert_eq!(lines, ["Cast bells for towers.", "Tune by ear", "Lead a crew of six", "Bronze"]);
        assert_eq!((advert.title.as_str(), advert.source.label.as_str()), ("Bell founder", "example.com"));
    }

    #[test]
    fn a_page_without_one_has_none() {
        assert_eq!(read_advert(&page(r#"{"@type":"Person","name":"Maren Holtby"}"#)), None);
        assert_eq!(read_advert(&page(r#"{"@type":"JobPosting","title":"Bell founder"}"#)), None);
        assert_eq!(read_advert(&page("{")), None);
    }
}
