//! A saved page without its people: the structure stays as it is, every word and name is put in disguise. What comes out
//! is the beginning of a sample page for a site file; who wrote it reads it through before showing it to anybody.

mod address;
mod attribute;
mod disguise;
mod json;
mod kept;
mod names;
mod structure;
#[cfg(test)]
mod tests;

use ego_tree::{NodeRef, iter::Edge};
use scraper::{Html, Node, node::Element};

use self::disguise::Disguise;
use crate::{PageCapture, ReadError, html, page};

/// Elements of which nothing is kept.
const DROPPED: [&str; 15] = [
    "audio", "canvas", "embed", "frame", "iframe", "link", "math", "meta", "noembed", "noframes", "noscript", "object",
    "style", "video", "xmp",
];
/// Elements that are kept and emptied: nothing in them is a person's, or it is the user's own.
const EMPTIED: [&str; 3] = ["select", "svg", "textarea"];
/// Elements without an end tag (HTML, 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Opening the sample loads nothing: of what is left, no address is anybody's, but some lead to real hosts.
const LOADS_NOTHING: &str =
    r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"#;

/// A page in disguise, with its own address, under which it reads as the real one does.
///
/// Kept word for word are the words of the recognisers' lists, dates, and what site files point at. Everything else is
/// replaced, the same by the same within the page: names, words, addresses, ids. Scripts but for JSON, styles, comments,
/// queries of addresses and tracking marks are dropped.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDeep`].
pub fn redact(capture: &PageCapture) -> Result<PageCapture, ReadError> {
    let document = html::parse_as_is(&capture.html)?;
    // A saved page says itself where it stood.
    let found = if capture.url.is_empty() { page::open(capture).map(|(url, _)| url).ok() } else { None };
    let capture = &PageCapture { url: found.unwrap_or_else(|| capture.url.clone()), ..capture.clone() };
    let texts = names::texts(&document);
    let disguise = Disguise::new(&capture.url, names::names(capture, &document), names::attributes(&document), &texts);
    let url = disguise.address(&capture.url);
    let mut out = String::from("<!doctype html>\n");
    if !url.is_empty() {
        // As browsers note it. Two dashes would end the comment.
        let noted = url.replace("--", "-%2D");
        let length = format!("{:04}", noted.len());
        out.extend(["<!-- saved from url=(", &length, ")", &noted, " -->\n"]);
    }
    write(&document, &disguise, &mut out);
    out.push('\n');
    Ok(PageCapture { url, html: out, cut: capture.cut })
}

fn write(document: &Html, disguise: &Disguise, out: &mut String) {
    let mut dropped = None;
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) if dropped.is_none() => match node.value() {
                Node::Text(text) => {
                    let parent = node.parent().and_then(|parent| parent.value().as_element().map(Element::name));
                    if parent == Some("script") {
                        out.push_str(&json::script(disguise, text));
                    } else if disguise::is_wordless(text) {
                        out.push_str(text);
                    } else {
                        out.push_str(&escaped(&disguise.text(text)));
                    }
                }
                Node::Element(element) if is_dropped(element) => {
                    if let Some(kept) = attribute::meta(disguise, element) {
                        out.push_str(&kept);
                    }
                    dropped = Some(node.id());
                }
                Node::Element(element) => {
                    out.push_str(&attribute::tag(disguise, element));
                    let is_root =
                        |node: NodeRef<'_, Node>| node.parent().is_some_and(|root| root.value().is_document());
                    if element.name() == "head" && node.parent().is_some_and(is_root) {
                        out.push_str(LOADS_NOTHING);
                    }
                    if EMPTIED.contains(&element.name()) {
                        out.extend(["</", &attribute::element(disguise, element), ">"]);
                        dropped = Some(node.id());
                    }
                }
                _ => {}
            },
            Edge::Close(node) if dropped == Some(node.id()) => dropped = None,
            Edge::Close(node) if dropped.is_none() => {
                if let Node::Element(element) = node.value()
                    && !VOID.contains(&element.name())
                {
                    out.extend(["</", &attribute::element(disguise, element), ">"]);
                }
            }
            _ => {}
        }
    }
}

fn is_dropped(element: &Element) -> bool {
    let inert = element.name() == "template" && element.attr("shadowrootmode").is_none();
    inert || DROPPED.contains(&element.name()) || (element.name() == "script" && !json::is_data(element))
}

/// Text as it is written between tags and in attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
