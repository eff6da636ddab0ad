//! Histories that give the beginning and the end of one entry apart: in two lines, as Japanese forms do (入学 and 卒業, 入社
//! and 退社), in two columns of a table, or one below the other.

use loupe_profile::{End, Span};

use crate::{Block, BlockKind, dates};

use super::draft::Draft;

/// A longer line says more than two dates.
const MAX_LINE: usize = 80;
const BEGINS: [&str; 5] = ["入学", "入社", "入職", "入所", "編入学"];
const ENDS: [&str; 10] =
    ["卒業", "卒業見込み", "卒業見込", "修了", "修了見込み", "中退", "中途退学", "退社", "退職", "退所"];
/// Words for why it ended, which stand before the word for the end.
const REASONS: [&str; 6] = ["一身上の都合により", "一身上の都合", "会社都合により", "契約期間満了により", "を", "へ"];

/// True for a line that ends with such a word.
pub(super) fn tells(text: &str) -> bool {
    BEGINS.iter().chain(&ENDS).any(|word| text.ends_with(word))
}

/// The blocks with such dates made one: "Jan 2018", "Feb 2020" → "Jan 2018 – Feb 2020". Nothing when there are none.
pub(super) fn merge_ends(blocks: &[Block]) -> Option<Vec<Block>> {
    // A part that gives the end above the start, as timelines printed upwards do, gives it so everywhere.
    let upwards = blocks
        .iter()
        .all(|block| merged(block, |start, end| range(start, end).filter(|range| runs_on(range))).is_none());
    let either = |first: &str, second: &str| match range(first, second) {
        Some(range) if !upwards || runs_on(&range) => Some(range),
        other => range(second, first).filter(|range| upwards && runs_on(range)).or(other),
    };
    let all: Vec<Option<Block>> = blocks.iter().map(|block| merged(block, either)).collect();
    let any = all.iter().any(Option::is_some);
    let all = all.into_iter().zip(blocks).map(|(merged, block)| merged.unwrap_or_else(|| block.clone()));
    let blocks: Vec<Block> = all.collect();
    let joined = merge_lines(&blocks, either);
    joined.or(any.then_some(blocks))
}

/// As above, of a beginning and an end in two lines with nothing between; nothing when there are none.
fn merge_lines(blocks: &[Block], range: impl Fn(&str, &str) -> Option<String>) -> Option<Vec<Block>> {
    let line = |block: &Block| block.kind == BlockKind::Line && block.cells.is_empty();
    let ends = |first: &Block, second: &Block| {
        range(&first.text, &second.text).filter(|range| line(first) && line(second) && runs_on(range))
    };
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut any = false;
    for block in blocks {
        // The end of an entry whose beginning was taken is no beginning.
        match joined.last_mut().and_then(|last| Some((ends(last, block)?, last))) {
            Some((range, last)) => {
                last.text = range;
                any = true;
            }
            None => joined.push(block.clone()),
        }
    }
    any.then_some(joined)
}

/// True for a range that does not end before it begins.
fn runs_on(range: &str) -> bool {
    dates::find_range(range).is_some_and(|found| !found.span.ends_before_it_starts())
}

fn merged(block: &Block, range: impl Fn(&str, &str) -> Option<String>) -> Option<Block> {
    let ends = |cells: &[String]| if let [first, second] = cells { range(first, second) } else { None };
    let in_cells = block.cells.windows(2).enumerate().find_map(|(at, cells)| Some((at, ends(cells)?)));
    if let Some((at, range)) = in_cells {
        let mut cells = block.cells.clone();
        cells.splice(at..at + 2, [range]);
        return Some(Block { text: cells.join(" "), cells, ..block.clone() });
    }
    // Two dates in one line with nothing between them.
    let short = block.text.len() <= MAX_LINE && dates::find_range(&block.text).is_none();
    let spaces = block.text.match_indices(' ').filter(|_| short);
    let range = spaces.take(8).find_map(|(at, _)| {
        let (start, end) = block.text.split_at_checked(at)?;
        range(start, end.trim())
    })?;
    Some(Block { text: range, cells: Vec::new(), ..block.clone() })
}

fn range(start: &str, end: &str) -> Option<String> {
    let single = start.len().max(end.len()) <= MAX_LINE / 2
        && dates::date_line(start).is_some()
        && dates::find_range(start).is_none();
    let range = format!("{start} – {end}");
    let whole = single && dates::find_range(&range).is_some_and(|found| found.bytes == (0..range.len()));
    whole.then_some(range)
}

/// Makes one entry of two.
pub(super) fn join(drafts: &mut Vec<Draft>) {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in std::mem::take(drafts) {
        let ends = draft.names.iter().any(|unit| ENDS.iter().any(|word| unit.text.ends_with(word)));
        let begins = draft.names.iter().any(|unit| BEGINS.iter().any(|word| unit.text.ends_with(word)));
        if !ends && !begins {
            joined.push(draft);
            continue;
        }
        let words: &[&str] = if ends { &ENDS } else { &BEGINS };
        for unit in &mut draft.names {
            unit.text = bare(&unit.text, words).to_owned();
        }
        draft.names.retain(|unit| !unit.text.is_empty());
        let open = joined.last_mut().filter(|above| {
            let same = above.names.first().zip(draft.names.first()).is_none_or(|(above, own)| {
                above.text.starts_with(own.text.as_str()) || own.text.starts_with(above.text.as_str())
            });
            ends && same && above.dates.as_ref().is_some_and(|(_, span)| span.end == End::Unknown)
        });
        match (open, draft.dates.take()) {
            (Some(above), Some((text, span))) => {
                if let Some((from, start)) = above.dates.take() {
                    let end = span.start.map_or(End::Unknown, End::On);
                    above.dates = Some((format!("{from} – {text}"), Span { start: start.start, end }));
                }
                above.texts.append(&mut draft.texts);
            }
            (_, dates) => {
                // An end whose beginning is not told.
                draft.dates = dates.map(|(text, span)| match span.start.filter(|_| ends) {
                    Some(end) if span.end == End::Unknown => (text, Span { start: None, end: End::On(end) }),
                    _ => (text, span),
                });
                joined.push(draft);
            }
        }
    }
    *drafts = joined;
}

fn bare<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let mut text = words.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
    for reason in REASONS {
        text = text.strip_suffix(reason).unwrap_or(text).trim();
    }
    text
}
