//! What an element of a page is, as far as outlines differ by it: a heading, an icon, a bullet or an entry.

use ego_tree::NodeRef;
use scraper::{ElementRef, Node, node::Element};

use crate::{BlockKind, dates, html, words};

use super::LOOK_AHEAD;

/// So many rows above and below a row are looked at.
const MAX_ROWS: usize = 40;

/// How large a heading's letters are, as a part of the running text's.
pub(super) fn heading_scale(element: &Element) -> Option<f32> {
    let level = match element.name() {
        "h1" => 1,
        "h2" => 2,
        "h3" => 3,
        "h4" => 4,
        "h5" => 5,
        "h6" => 6,
        _ if element.attr("role") == Some("heading") => {
            // Without a level it is 2 (WAI-ARIA 1.2, "heading").
            element.attr("aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2)
        }
        _ => return None,
    };
    Some(match level {
        ..=1 => 2.0,
        2 => 1.5,
        3 => 1.2,
        4 => 1.1,
        // Smaller ones differ, as an entry's name and who it is of may.
        5 => 1.08,
        _ => 1.06,
    })
}

pub(super) fn is_bold(element: &Element) -> bool {
    matches!(element.name(), "b" | "strong" | "dt" | "th")
}

/// True for a row's first cell in a column of such as stand beside several rows, and head them.
pub(super) fn heads_rows(cell: NodeRef<'_, Node>) -> bool {
    let is_cell =
        |node: &NodeRef<'_, Node>| matches!(node.value(), Node::Element(el) if matches!(el.name(), "td" | "th"));
    let Some(row) =
        cell.parent().filter(|row| row.children().find(is_cell).is_some_and(|first| first.id() == cell.id()))
    else {
        return false;
    };
    let cells = |row: NodeRef<'_, Node>| row.children().filter(is_cell).count();
    let spans = |row: NodeRef<'_, Node>| {
        let rows = row.children().find(is_cell).and_then(|first| first.value().as_element()?.attr("rowspan"));
        rows.and_then(|rows| rows.trim().parse::<u32>().ok()).is_some_and(|rows| rows > 1)
    };
    if named_rows(row) {
        return true;
    }
    let wide = cells(row);
    let mut others = row.prev_siblings().take(MAX_ROWS).chain(row.next_siblings().take(MAX_ROWS));
    wide > 1 && (spans(row) || others.any(|other| spans(other) && cells(other) == wide))
}

/// True in a table of rows that each have the name of a part in a header cell: "Skills | Go, Python".
fn named_rows(row: NodeRef<'_, Node>) -> bool {
    let named = |row: NodeRef<'_, Node>| {
        let mut cells = row.children().filter_map(ElementRef::wrap);
        let (first, rest) = (cells.next(), cells.collect::<Vec<_>>());
        first.is_some_and(|th| th.value().name() == "th" && words::heading(&html::text(th)).is_some())
            && matches!(rest.as_slice(), [td] if td.value().name() == "td")
    };
    let rows = row.prev_siblings().take(MAX_ROWS).chain(row.next_siblings().take(MAX_ROWS));
    let rows = rows.filter(|node| matches!(node.value(), Node::Element(el) if el.name() == "tr"));
    let (mut all, mut count) = (1, usize::from(named(row)));
    for row in rows {
        all += 1;
        count += usize::from(named(row));
    }
    count > 1 && count * 2 > all
}

/// True for an element of the page as a whole, of no article or section in it.
pub(super) fn is_of_the_page(node: NodeRef<'_, Node>) -> bool {
    let within =
        |el: &Element| matches!(el.name(), "article" | "section" | "aside" | "li" | "td" | "dd" | "blockquote");
    !node.ancestors().any(|above| above.value().as_element().is_some_and(within))
}

/// True for a glyph of an icon font that is written as a word ("email", "place").
pub(super) fn is_icon(element: &Element) -> bool {
    matches!(element.name(), "i" | "span")
        && element.attr("class").is_some_and(|class| {
            class.split_whitespace().any(|c| c.starts_with("material-icons") || c.starts_with("material-symbols"))
        })
}

pub(super) fn leads_away(href: &str) -> bool {
    ["mailto:", "tel:", "http:", "https:"].iter().any(|scheme| href.starts_with(scheme))
}

/// What the items of a list are: bullets, or, where most hold more than one text, entries.
pub(super) fn items_kind(list: NodeRef<'_, Node>) -> BlockKind {
    let items = list.children().filter(|item| matches!(item.value(), Node::Element(el) if el.name() == "li"));
    let (mut all, mut entries, mut dated) = (0, 0, false);
    for item in items.take(40) {
        all += 1;
        if !is_one_text(item) {
            entries += 1;
            dated = dated || begins_with_a_year(item);
        }
    }
    if entries > 0 && (entries * 2 > all || (entries * 2 == all && dated)) { BlockKind::Line } else { BlockKind::Item }
}

pub(super) fn items_kind_of(item: NodeRef<'_, Node>) -> BlockKind {
    if is_one_text(item) { BlockKind::Item } else { BlockKind::Line }
}

/// True when a year stands in the first words of an element.
pub(super) fn begins_with_a_year(item: NodeRef<'_, Node>) -> bool {
    let mut left: usize = 200;
    for inner in item.descendants().take(LOOK_AHEAD) {
        if let Node::Text(text) = inner.value() {
            if html::has_year(text) {
                return true;
            }
            left = left.saturating_sub(text.trim().len());
            if left == 0 {
                break;
            }
        }
    }
    false
}

/// True for a term with one definition behind it; one with several is what they tell of.
pub(super) fn defined_once(term: NodeRef<'_, Node>) -> bool {
    let behind = term.next_siblings().filter(|node| node.value().is_element()).take(2);
    behind.filter(|node| matches!(node.value(), Node::Element(el) if el.name() == "dd")).count() < 2
}

/// True for a definition that has a date and more ("Harbour Academy, 2021"): its term names an entry. What a label says
/// stays beside it.
pub(super) fn is_dated_apart(term: &str, definition: NodeRef<'_, Node>) -> bool {
    let text = ElementRef::wrap(definition).map(html::text).unwrap_or_default();
    html::has_year(&text)
        && !html::has_year(term)
        && dates::date_line(&text).is_none()
        && words::labels(term.trim_end_matches([':', ' '])).is_empty()
}

/// True when the element beside this one, with no words between, has the same name.
pub(super) fn stands_in_a_row(node: NodeRef<'_, Node>, name: &str) -> bool {
    let beside = |node: Option<NodeRef<'_, Node>>| match node.map(|node| node.value()) {
        Some(Node::Text(text)) if text.trim().is_empty() => None,
        Some(Node::Element(element)) => Some(element.name() == name),
        _ => Some(false),
    };
    let before = beside(node.prev_sibling()).or_else(|| beside(node.prev_sibling()?.prev_sibling()));
    let behind = beside(node.next_sibling()).or_else(|| beside(node.next_sibling()?.next_sibling()));
    before == Some(true) || behind == Some(true)
}

/// True when an element holds one line of text: no headings, no lists, not two blocks with words.
pub(super) fn is_one_text(node: NodeRef<'_, Node>) -> bool {
    let mut blocks_with_text = 0;
    let mut last_block = None;
    for inner in node.descendants().skip(1).take(LOOK_AHEAD) {
        match inner.value() {
            Node::Element(el) if heading_scale(el).is_some() || matches!(el.name(), "ul" | "ol" | "table" | "dl") => {
                return false;
            }
            Node::Text(text) if !text.trim().is_empty() => {
                let block = inner.ancestors().find(|a| {
                    a.id() == node.id() || matches!(a.value(), Node::Element(el) if html::is_block(el.name()))
                });
                let block = block.map(|block| block.id());
                if block != last_block {
                    blocks_with_text += 1;
                    last_block = block;
                }
            }
            _ => {}
        }
    }
    blocks_with_text <= 1 && !breaks_names(node)
}

/// True when a line break parts words from words: a name from a place, but not the two ends of a range of dates.
fn breaks_names(node: NodeRef<'_, Node>) -> bool {
    let mut lines = vec![String::new()];
    for inner in node.descendants().skip(1).take(LOOK_AHEAD) {
        match inner.value() {
            Node::Element(el) if el.name() == "br" => lines.push(String::new()),
            Node::Text(text) => lines.last_mut().into_iter().for_each(|line| line.push_str(text)),
            _ => {}
        }
    }
    let named = |line: &String| line.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !html::has_year(line);
    let ranges = lines.iter().any(|line| line.trim_end().ends_with(['-', '–', '—', '~']));
    lines.iter().filter(|line| named(line)).count() >= 2 && !ranges
}
