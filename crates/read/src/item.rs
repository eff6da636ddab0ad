//! One entry of a site's section: what the site file points at becomes lines, texts and rows for the recognisers.

use std::collections::BTreeSet;

use scraper::ElementRef;

use crate::{entries::Item, html, site::Section};

/// More entries than any profile has in one section.
pub(crate) const MAX_ITEMS: usize = 2_000;
/// Lines of one entry that are looked at.
const MAX_LINES: usize = 200;

/// The outermost of nested matches. Matches come in the order of the document, in which ids grow.
pub(crate) fn outermost<'a>(matches: impl Iterator<Item = ElementRef<'a>>) -> Vec<ElementRef<'a>> {
    let mut kept: Vec<ElementRef<'a>> = Vec::new();
    let mut end = None;
    for element in matches {
        if end.is_some_and(|end| element.id() <= end) {
            continue;
        }
        let mut last = *element;
        while let Some(child) = last.last_child() {
            last = child;
        }
        end = Some(last.id());
        kept.push(element);
    }
    kept
}

/// The lines, texts and rows of an entry, as its section's file points at them.
pub(crate) fn item(element: ElementRef<'_>, section: &Section) -> Item {
    let rows = section.rows.as_ref().map(|css| outermost(css.within(element))).unwrap_or_default();
    item_with(element, section, &rows)
}

fn item_with(element: ElementRef<'_>, section: &Section, rows: &[ElementRef<'_>]) -> Item {
    let mut texts = section.text.as_ref().map(|css| outermost(css.within(element))).unwrap_or_default();
    texts.truncate(MAX_LINES);
    let organisation = section.organisation.as_ref().and_then(|css| css.within(element).next());
    let apart: BTreeSet<_> = rows.iter().chain(&texts).chain(&organisation).map(|el| el.id()).collect();
    let row_ids: BTreeSet<_> = rows.iter().map(|el| el.id()).collect();
    let in_row = |el: &ElementRef<'_>| el.ancestors().any(|a| row_ids.contains(&a.id()));
    let around_texts: BTreeSet<_> = texts.iter().flat_map(|text| text.ancestors().map(|a| a.id())).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut merged: Option<usize> = None;
    if let Some(css) = &section.lines {
        let within: Vec<_> = css.within(element).collect();
        let candidates = if within.is_empty() && css.0.matches(&element) { vec![element] } else { within };
        for line in candidates.into_iter().take(MAX_LINES) {
            let outside = !apart.contains(&line.id()) && !line.ancestors().any(|a| apart.contains(&a.id()));
            let leaf = css.within(line).next().is_none();
            if !outside || !leaf || around_texts.contains(&line.id()) {
                continue;
            }
            let first = lines.len();
            lines.extend(html::lines(line));
            if section.merge.as_ref().is_some_and(|css| css.0.matches(&line)) && lines.len() > first {
                match merged {
                    Some(at) => {
                        let more = lines.split_off(first).join(", ");
                        lines[at] = format!("{}, {more}", lines[at]);
                    }
                    None => merged = Some(first),
                }
            }
        }
    } else {
        let ends = |el: &ElementRef<'_>| {
            section.items.as_ref().is_some_and(|items| items.0.matches(el))
                || section.under.as_ref().is_some_and(|under| under.0.matches(el))
        };
        let behind = element.next_siblings().filter_map(ElementRef::wrap).take_while(|el| !ends(el)).take(MAX_LINES);
        lines.extend(std::iter::once(element).chain(behind).flat_map(html::lines));
    }
    for line in &mut lines {
        if let Some(rest) = section.labels.iter().find_map(|label| line.strip_prefix(label.as_str())) {
            *line = rest.trim_start().to_owned();
        }
    }
    if let (Some(split), Some(first)) = (&section.split, lines.first().cloned())
        && let Some((left, right)) = first.split_once(split.as_str())
    {
        lines.splice(0..1, [left.to_owned(), right.to_owned()]);
    }
    // A row's own text is told with the row.
    let own_texts = texts.into_iter().filter(|text| !in_row(text));
    let rows: Vec<Item> = rows
        .iter()
        .take(MAX_LINES)
        .map(|row| item_with(*row, section, &[]))
        .filter(|row| !row.lines.is_empty())
        .collect();
    let organisation = organisation.map(html::text).filter(|text| !text.is_empty());
    Item { lines, organisation, texts: own_texts.flat_map(html::lines).collect(), rows, page: None }
}
