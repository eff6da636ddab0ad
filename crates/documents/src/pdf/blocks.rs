//! Lines → blocks: what is larger, apart from the rest, an item of a list, the first of a column.

use super::lines::Line;
use super::{links, order, wrapped};
use crate::text::{after_bullet, median, tidy};
use loupe_read::{Block, BlockKind};

/// A line and where it comes from.
pub(super) struct Placed {
    pub(super) page: u32,
    /// The width of its page in points.
    pub(super) width: f32,
    pub(super) line: Line,
}

/// Makes blocks of all lines of a file.
pub(super) fn blocks(lines: Vec<Placed>) -> Vec<Block> {
    let leftwards = order::is_mostly_rtl(lines.iter().map(|placed| placed.line.text.as_str()));
    let usual_size = median(lines.iter().map(|placed| (placed.line.size, placed.line.text.len())));
    let usual_step = median(lines.windows(2).filter_map(|pair| match pair {
        [above, below] if above.page == below.page && !below.line.opens => {
            let step = (below.line.y - above.line.low) / below.line.size.max(above.line.size);
            (step > 0.5 && step < 4.0).then_some((step, 1))
        }
        _ => None,
    }));
    let goes_on = going_on(&lines);
    let mut above: Option<(u32, f32, f32)> = None;
    let mut blocks = Vec::with_capacity(lines.len());
    for (Placed { page, width, line }, goes_on) in lines.into_iter().zip(goes_on) {
        let leftwards = order::is_leftwards(&line.text, leftwards);
        let (kind, text) = read(&line.text, leftwards);
        if text.is_empty() {
            // A bullet drawn as a line of its own still separates; nothing else is lost.
            continue;
        }
        let gap = above.is_some_and(|(was, y, size)| {
            was == page
                && (line.opens || line.y < y - 0.6 * line.size || line.y - y > 1.35 * usual_step * line.size.max(size))
        });
        above = Some((page, line.low, line.size));
        let edge = line.region.unwrap_or(line.edge);
        blocks.push(Block {
            kind,
            text,
            page: Some(page),
            scale: if usual_size > 0.0 { line.size / usual_size } else { 0.0 },
            bold: line.bold,
            gap,
            goes_on,
            opens: line.region.is_some(),
            left: (width > 0.0).then(|| (edge / width).clamp(0.0, 1.0)),
            cells: cells(&line.cells, leftwards),
            links: line.links,
            shares: None,
        });
    }
    links::mend(&mut blocks);
    blocks
}

/// For each line, whether the one above it in its column had no place left for its first word.
fn going_on(lines: &[Placed]) -> Vec<Option<bool>> {
    let mut found = Vec::with_capacity(lines.len());
    for region in lines.chunk_by(|above, below| above.page == below.page && below.line.region.is_none()) {
        let start = region.iter().map(|placed| placed.line.x0).fold(f32::INFINITY, f32::min);
        // A header in the middle may be wider than what stands below it.
        let header = region.iter().take_while(|Placed { line, .. }| line.x0 > start + 0.5 * line.size).count();
        let below = region.get(header..).unwrap_or_default();
        let end = below.iter().map(|placed| placed.line.x1).fold(0.0, f32::max);
        found.push(None);
        found.extend(region.windows(2).map(|pair| match pair {
            [Placed { line: above, .. }, Placed { line, .. }] if line.y > above.low + 0.5 * line.size => {
                let left = if order::is_mostly_rtl(std::iter::once(above.text.as_str())) {
                    above.x0 - start
                } else {
                    end - above.x1
                };
                // Within a sentence, a paragraph may be a little narrower than its column.
                let spare = if above.text.ends_with(['.', '!', '?', '。', ':', ';']) { 0.25 } else { 2.5 };
                Some(wrapped::first_word(line) + spare * line.size > left)
            }
            _ => None,
        }));
    }
    found
}

fn read(text: &str, leftwards: bool) -> (BlockKind, String) {
    let text = order::logical(text, leftwards);
    let (kind, text) = match after_bullet(&text) {
        Some(rest) => (BlockKind::Item, rest),
        None => (BlockKind::Line, text.as_str()),
    };
    // A soft hyphen shows where a word is parted, at the end of a line, and nowhere else.
    match text.trim_end().strip_suffix('\u{AD}') {
        Some(parted) => (kind, tidy(parted) + "-"),
        None => (kind, tidy(text)),
    }
}

/// The cells of a line in the order that they are read in, without its bullet; none when that leaves only one.
fn cells(cells: &[String], leftwards: bool) -> Vec<String> {
    let mut read: Vec<String> = cells.iter().map(|cell| self::read(cell, leftwards).1).collect();
    if leftwards {
        read.reverse();
    }
    read.retain(|cell| !cell.is_empty());
    if read.len() > 1 { read } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_where_its_first_word_had_no_place_above() {
        let line = |text: &str, at: u8| Line {
            text: text.to_owned(),
            x0: 50.0,
            x1: 50.0 + 5.0 * text.chars().count() as f32,
            y: 100.0 + 12.0 * f32::from(at),
            low: 100.0 + 12.0 * f32::from(at),
            last: 50.0,
            size: 10.0,
            bold: false,
            opens: false,
            edge: 50.0,
            region: None,
            cells: Vec::new(),
            links: Vec::new(),
        };
        let texts = [
            "Rebuilt the replication layer of a store that many",
            "hospitals write to.",
            "Tools: Go, Raft",
            "Eleven years of stores that many people write to, and",
            "Tarnholm's.",
        ];
        let lines = texts.iter().zip(0..).map(|(text, at)| Placed { page: 1, width: 600.0, line: line(text, at) });
        let goes_on: Vec<_> = blocks(lines.collect()).into_iter().map(|block| block.goes_on).collect();
        assert_eq!(goes_on, [None, Some(true), Some(false), Some(false), Some(true)]);
    }
}
