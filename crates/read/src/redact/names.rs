//! Whose page it is, and who else stands on it: words that must not stay wherever they stand.

use std::collections::BTreeSet;

use loupe_profile::fold;
use scraper::{Html, Node, Selector};

use super::{disguise::runs, kept};
use crate::{PageCapture, html, read_list, read_page};

/// Attributes that hold words for people.
pub(super) const WORDED: [&str; 8] =
    ["alt", "aria-description", "aria-label", "content", "label", "placeholder", "summary", "title"];

/// All texts of a page, those of attributes included.
pub(super) fn texts(document: &Html) -> Vec<String> {
    let mut texts = Vec::new();
    for node in document.tree.nodes() {
        match node.value() {
            Node::Text(text) if !text.trim().is_empty() => texts.push(text.to_string()),
            Node::Element(element) => {
                texts.extend(element.attrs().filter(|(name, _)| WORDED.contains(name)).map(|(_, v)| v.to_owned()));
            }
            _ => {}
        }
    }
    texts
}

/// The folded words of attributes, their names included.
pub(super) fn attributes(document: &Html) -> BTreeSet<String> {
    let elements = document.tree.nodes().filter_map(|node| node.value().as_element());
    let each = elements.flat_map(|element| element.attrs()).flat_map(|(name, value)| [name, value]);
    each.flat_map(runs).flat_map(kept::humps).map(fold).collect()
}

/// The folded words of names: of the people that the reader finds, of the page's own address, of first headings, and of
/// links that say whom they lead to (`/in/maren-holtby` on "Maren Holtby").
pub(super) fn names(capture: &PageCapture, document: &Html) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let readings = match read_page(capture) {
        Ok(reading) => vec![reading],
        Err(_) => read_list(capture).map(|list| list.cards).unwrap_or_default(),
    };
    for reading in &readings {
        names.extend(words_of(reading.profile.name_text().unwrap_or_default()));
    }
    let mut likely = BTreeSet::new();
    if let Some((_, path)) = capture.url.split_once("://").and_then(|(_, rest)| rest.split_once('/')) {
        likely.extend(words_of(path.split(['?', '#']).next().unwrap_or_default()));
    }
    let each = |css: &str, found: &mut dyn FnMut(scraper::ElementRef<'_>)| {
        let selector = Selector::parse(css).ok();
        selector.iter().flat_map(|selector| document.select(selector)).for_each(found);
    };
    each("h1", &mut |heading| likely.extend(words_of(&html::text(heading))));
    each("a[href]", &mut |link| {
        let path: BTreeSet<String> = words_of(link.attr("href").unwrap_or_default()).collect();
        let label = link.attr("aria-label").unwrap_or_default();
        let said = format!("{} {label}", html::text(link));
        likely.extend(words_of(&said).filter(|word| path.contains(word)));
    });
    names.extend(likely.into_iter().filter(|word| !kept::is_word(word) && !kept::is_path(word)));
    names
}

/// Words long enough to tell anybody by; with their accents as well, as they are found within other words.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let written = |word: &str| [fold(word), word.to_lowercase()];
    runs(text).flat_map(written).filter(|word| word.chars().count() >= 3 || !word.is_ascii())
}
