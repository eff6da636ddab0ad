//! What an ODT says of itself: its properties, its fonts, and the traces that saving leaves.

use crate::text::{fact, iso_date};
use crate::xml::{Node, Xml, attribute};
use loupe_profile::{Document, Font};
use std::collections::BTreeSet;

/// No property is longer.
const MAX_FACT: usize = 300;
const MAX_FONTS: usize = 500;
const MAX_REVISIONS: usize = 5_000;

/// What the file says of itself: `meta` has its properties (ODF 1.2, part 1, chapter 4), `parts` its fonts and, of
/// `LibreOffice`, the sessions in which its text was written (`officeooo:rsid`, as Word's).
pub(super) fn facts(meta: &str, parts: &[&str]) -> Document {
    let mut document = Document { format: "odt".to_owned(), ..Document::default() };
    read_meta(meta, &mut document);
    let mut fonts = BTreeSet::new();
    let mut revisions = BTreeSet::new();
    for part in parts {
        let mut xml = Xml::new(part, "");
        while let Ok(Some(node)) = xml.next() {
            let Node::Open(element) = node else { continue };
            match xml.name.as_str() {
                "style:font-face" => {
                    let family = attribute(&element, "font-family").or_else(|| attribute(&element, "name"));
                    let family = family.map(|name| fact(name.trim_matches(['\'', '"']), MAX_FACT));
                    fonts.extend(family.filter(|name| !name.is_empty() && fonts.len() < MAX_FONTS));
                }
                "style:text-properties" => {
                    let ids = ["rsid", "paragraph-rsid"].into_iter().filter_map(|name| attribute(&element, name));
                    for id in ids.filter(|id| id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit())) {
                        if revisions.len() < MAX_REVISIONS {
                            revisions.insert(id.to_ascii_uppercase());
                        }
                    }
                }
                _ => {}
            }
        }
    }
    document.fonts = fonts.into_iter().map(|name| Font { name, tag: None }).collect();
    document.revisions = revisions.into_iter().collect();
    document
}

fn read_meta(meta: &str, document: &mut Document) {
    let mut xml = Xml::new(meta, "");
    let mut within = false;
    let mut company = false;
    let mut text = String::new();
    while let Ok(Some(node)) = xml.next() {
        match node {
            Node::Open(element) => {
                within |= xml.name == "office:meta";
                text.clear();
                company = attribute(&element, "name").as_deref() == Some("Company");
                if within && xml.name == "meta:template" {
                    let title = attribute(&element, "title").filter(|title| !title.is_empty());
                    document.template = title.map(|title| fact(&title, MAX_FACT));
                }
            }
            Node::Text(more) if within => text.push_str(&more),
            Node::Text(_) => {}
            Node::Close if xml.name == "office:meta" => return,
            Node::Close => {
                let said = Some(fact(&text, MAX_FACT)).filter(|text| within && !text.is_empty());
                text.clear();
                let Some(said) = said else { continue };
                match xml.name.as_str() {
                    "meta:initial-creator" => document.author = Some(said),
                    "dc:creator" => document.last_author = Some(said),
                    "dc:title" => document.title = Some(said),
                    "meta:generator" => document.application = Some(said),
                    "meta:creation-date" => document.created = iso_date(&said),
                    "dc:date" => document.modified = iso_date(&said),
                    "meta:user-defined" if company => document.company = Some(said),
                    _ => {}
                }
            }
        }
    }
}
