//! Lines → blocks: what is larger, apart from the rest, an item of a list, the first of a column.

use super::lines::Line;
use super::{links, order};
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
    let mut above: Option<(u32, f32, f32)> = None;
    let mut blocks = Vec::with_capacity(lines.len());
    for Placed { page, width, line } in lines {
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
