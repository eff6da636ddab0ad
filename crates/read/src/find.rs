//! What a strategy's selector finds: elements, or the words beside them.

use std::collections::BTreeSet;

use ego_tree::{NodeId, NodeRef};
use loupe_profile::fold;
use scraper::{ElementRef, Node};

use crate::{
    html,
    selector::Css,
    strategy::{Find, Row, Strategy},
};

/// One thing that a strategy found.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    Element(ElementRef<'a>),
    Text(String),
}

impl<'a> Found<'a> {
    /// An attribute's value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        match self {
            Self::Element(element) => element.attr(name),
            Self::Text(_) => None,
        }
    }

    /// The words that the strategy means.
    pub(crate) fn text(&self, strategy: &Strategy) -> String {
        let text = match (self, &strategy.attribute) {
            (Self::Element(element), Some(attribute)) => html::fold_space(element.attr(attribute).unwrap_or_default()),
            (Self::Element(element), None) if strategy.first_text => html::first_text(*element),
            (Self::Element(element), None) => html::text(*element),
            (Self::Text(text), _) => text.clone(),
        };
        if matches!(strategy.find, Find::Head(_)) { without_count(&text).to_owned() } else { text }
    }
}

/// "(3) Maren Holtby": sites count what is unread in front of their titles.
pub(crate) fn without_count(title: &str) -> &str {
    let rest = title.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    match rest {
        Some((count, rest)) if count.trim_end_matches('+').chars().all(|c| c.is_ascii_digit()) => rest,
        _ => title,
    }
}

/// The elements of a scope that a strategy's selector and conditions mean.
pub(crate) fn select<'a>(scope: ElementRef<'a>, css: &'a Css, strategy: &Strategy) -> Vec<ElementRef<'a>> {
    // A card may be the field itself.
    let all = std::iter::once(scope).filter(|scope| css.0.matches(scope)).chain(css.within(scope));
    let worded = |el: &ElementRef<'a>| !strategy.skip_furniture || !is_furniture(&html::text(*el));
    let Some(before) = &strategy.before else { return all.filter(worded).collect() };
    let Some(mark) = before.within(scope).next() else { return Vec::new() };
    let limit = mark.id();
    let row = if strategy.row.is_some() { row_before(scope, limit, css) } else { Vec::new() };
    if strategy.row == Some(Row::Only) {
        return row.into_iter().rev().filter(worded).collect();
    }
    // What holds the match is not before it: its words are the match's own.
    let apart: BTreeSet<_> = row.iter().map(|el| el.id()).chain(mark.ancestors().map(|a| a.id())).collect();
    // Node ids grow in the order of parsing, which is the order of the document.
    all.take_while(|el| el.id() < limit).filter(|el| !apart.contains(&el.id())).filter(worded).collect()
}

/// What matches among the elements that stand just before an element, or before what it is wrapped in.
fn row_before<'a>(scope: ElementRef<'a>, id: NodeId, select: &Css) -> Vec<ElementRef<'a>> {
    const WRAPPED: usize = 4;
    const ROW: usize = 16;
    let Some(element) = scope.tree().get(id) else { return Vec::new() };
    let wrappers = std::iter::once(element).chain(element.ancestors()).take(WRAPPED);
    let rows = wrappers.map(|wrapper| {
        let before = wrapper.prev_siblings().take(ROW).filter_map(ElementRef::wrap);
        before.filter(|el| select.0.matches(el)).collect::<Vec<_>>()
    });
    rows.into_iter().find(|row| !row.is_empty()).unwrap_or_default()
}

/// The first words that stand after an element, or after what it is wrapped in.
pub(crate) fn beside(element: ElementRef<'_>, scope: NodeId) -> Option<Found<'_>> {
    const WRAPPED: usize = 3;
    const ROW: usize = 8;
    let wrappers = std::iter::once(*element).chain(element.ancestors().take_while(|a| a.id() != scope)).take(WRAPPED);
    wrappers.into_iter().find_map(|wrapper| {
        wrapper.next_siblings().take(ROW).find_map(|node| match node.value() {
            Node::Text(text) => {
                let text = html::fold_space(text);
                (!text.is_empty()).then_some(Found::Text(text))
            }
            _ => ElementRef::wrap(node).filter(|el| !is_empty(*el)).map(Found::Element),
        })
    })
}

/// True for an element of the page's head.
pub(crate) fn is_in_head(element: &ElementRef<'_>) -> bool {
    element.ancestors().any(|a| matches!(a.value(), Node::Element(el) if el.name() == "head"))
}

/// The first text of a scope that begins with a name.
pub(crate) fn says<'a>(scope: ElementRef<'a>, name: &str) -> Option<NodeRef<'a, Node>> {
    let name = fold(name);
    scope.descendants().find(|node| matches!(node.value(), Node::Text(text) if fold(text).starts_with(&name)))
}

/// True for a heading of a page.
pub(crate) fn is_heading(el: ElementRef<'_>) -> bool {
    matches!(el.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6") || el.attr("role") == Some("heading")
}

/// True when an element holds no words.
pub(crate) fn is_empty(element: ElementRef<'_>) -> bool {
    element.text().all(|text| text.trim().is_empty())
}

/// Pronouns, degrees of connection, counts, dots: what stands around a name without being a headline.
fn is_furniture(text: &str) -> bool {
    let trimmed = text.trim_matches(|c: char| c == '·' || c == '•' || c.is_whitespace());
    let is_degree = trimmed.len() <= 5 && trimmed.starts_with(|c: char| c.is_ascii_digit());
    let is_pronoun = trimmed.len() <= 24
        && trimmed.contains('/')
        && trimmed.split('/').all(|p| p.trim().chars().all(char::is_alphabetic) && p.trim().len() <= 7);
    let is_lone_pronoun = PRONOUNS.contains(&trimmed.to_lowercase().as_str());
    trimmed.is_empty() || text.starts_with('·') || is_degree || is_pronoun || is_lone_pronoun
}

/// Pronouns that stand alone beside a name.
const PRONOUNS: [&str; 15] =
    ["he", "she", "they", "il", "elle", "iel", "er", "sie", "él", "ella", "lui", "lei", "ele", "ela", "hij"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_an_icon() {
        let html = html::parse(
            "<main><div><svg id=a></svg><div><p>Bremen</p></div></div><div><span><svg id=b></svg></span> Hull <i>x</i></div><p><svg id=c></svg></p></main>",
        )
        .unwrap();
        let one = |css: &str| html.select(&scraper::Selector::parse(css).unwrap()).next().unwrap();
        let strategy = |css: &str| {
            let found = beside(one(css), one("main").id());
            found.map(|found| match found {
                Found::Element(el) => html::text(el),
                Found::Text(text) => text,
            })
        };
        assert_eq!(strategy("#a").as_deref(), Some("Bremen"));
        assert_eq!(strategy("#b").as_deref(), Some("Hull"));
        assert_eq!(strategy("#c"), None);
    }

    /// A box around the limit begins before it, and says its words.
    #[test]
    fn what_holds_the_limit_is_not_before_it() {
        let page = "<main><h2>Maren Holtby</h2><div><p>Leeds</p><p>·</p><p><a href='/overlay/contact-info/'>Kontaktinfo</a></p></div></main>";
        let html = html::parse(page).unwrap();
        let main = html.select(&scraper::Selector::parse("main").unwrap()).next().unwrap();
        for row in ["", "row = 'not', "] {
            let strategy: Strategy = toml::from_str::<std::collections::BTreeMap<String, Strategy>>(&format!(
                "x = {{ select = 'p', {row}before = 'a[href*=\"contact-info\"]', skip_furniture = true }}"
            ))
            .unwrap()
            .remove("x")
            .unwrap();
            let Find::Select(css) = &strategy.find else { unreachable!() };
            let found: Vec<_> = select(main, css, &strategy).into_iter().map(html::text).collect();
            assert!(!found.contains(&"Kontaktinfo".to_owned()), "{found:?}");
        }
    }

    #[test]
    fn titles_lose_their_count() {
        assert_eq!(without_count("(3) Maren Holtby | X"), "Maren Holtby | X");
        assert_eq!(without_count("(99+) Maren"), "Maren");
        assert_eq!(without_count("(Dr) Maren"), "(Dr) Maren");
    }
}
