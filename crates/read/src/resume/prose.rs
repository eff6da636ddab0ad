//! Lines put back together to paragraphs.

use crate::{Block, BlockKind};

/// A paragraph and the page it begins on.
pub(super) type Paragraph = (Option<u32>, String);

/// Wrapped lines belong together until white space, a bullet or a short line parts them.
pub(super) fn paragraphs(blocks: &[Block], wrapped: bool) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let widest = blocks.iter().map(|b| b.text.chars().count()).max().unwrap_or(0);
    let mut open = false;
    let mut left = None;
    for block in blocks {
        // Further in than the paragraph's first line begins another, unless a bullet stands before that.
        let indented = matches!((left, block.left), (Some(left), Some(own)) if own > left + 0.02);
        let ended = block.goes_on == Some(false) && !block.text.starts_with(char::is_lowercase);
        let joins = open && !ended && !block.gap && !block.opens && block.kind == BlockKind::Line && !indented;
        match paragraphs.last_mut() {
            Some((_, text)) if joins => join(text, &block.text),
            _ => {
                paragraphs.push((block.page, block.text.clone()));
                left = block.left.filter(|_| block.kind != BlockKind::Item);
            }
        }
        // A line well short of the margin was the last of its paragraph, and so was one a little short that ends a
        // sentence.
        let letters = block.text.chars().count() * 100;
        let ends = block.text.ends_with(['.', '!', '?', '。']);
        let full = letters > widest.min(120) * if ends { 88 } else { 60 } || (!ends && block.text.len() > 50);
        open = wrapped && block.kind != BlockKind::Heading && full;
    }
    paragraphs
}

/// Lines that were too long for the page put together again: one with an open bracket, or that ends in a dash, and the
/// one below that looks the same.
pub(super) fn rejoined(blocks: &[Block]) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.last_mut() {
            Some(above) if goes_on(above, block) => {
                join(&mut above.text, &block.text);
                above.cells.clear();
                above.links.extend(block.links.iter().cloned());
            }
            _ => joined.push(block.clone()),
        }
    }
    joined
}

fn goes_on(above: &Block, block: &Block) -> bool {
    let alike = above.bold == block.bold && (above.scale - block.scale).abs() < 0.05;
    let plain = block.kind == BlockKind::Line && !block.gap && !block.opens && above.kind != BlockKind::Heading;
    if !plain || !alike || !(41..2_000).contains(&above.text.len()) {
        return false;
    }
    let count = |text: &str, marks: [char; 2]| text.chars().filter(|c| marks.contains(c)).count();
    let open = count(&above.text, ['(', '（']) > count(&above.text, [')', '）'])
        && count(&block.text, [')', '）']) > count(&block.text, ['(', '（']);
    let dash = [" –", " —", " -", " to"].iter().any(|end| above.text.ends_with(end));
    open || dash
}

/// Adds a line to a paragraph. A word that a hyphen parted at the end of the line is one again.
fn join(text: &mut String, line: &str) {
    let mut ends = text.chars().rev();
    let parted = matches!(ends.next(), Some('-' | '\u{2010}')) && ends.next().is_some_and(char::is_lowercase);
    if parted && line.chars().next().is_some_and(char::is_lowercase) {
        text.pop();
    } else if !ends_unparted(text, line) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Scripts that do not part words with spaces.
fn ends_unparted(text: &str, line: &str) -> bool {
    let unparted = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'))
    };
    unparted(text.chars().next_back()) && unparted(line.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_parted_at_the_margin_is_one() {
        let lines = [
            "Rebuilt the replication layer of a distri-",
            "buted store for a bank that is rather well-",
            "Known bank.",
        ];
        let blocks: Vec<Block> = lines.iter().map(|l| Block::line(*l)).collect();
        let read = paragraphs(&blocks, true);
        assert_eq!(
            read[0].1,
            "Rebuilt the replication layer of a distributed store for a bank that is rather well- Known bank."
        );
    }

    #[test]
    fn a_line_that_ended_before_its_place_did_ends_its_paragraph() {
        let lines = [
            ("Rebuilt the replication layer of a store.", None),
            ("Wrote the tools that its ports are run with, and then", Some(false)),
            ("Tarnholm's.", Some(true)),
            ("Tools: Go, Raft", Some(false)),
        ];
        let blocks: Vec<Block> =
            lines.iter().map(|(text, goes_on)| Block { goes_on: *goes_on, ..Block::line(*text) }).collect();
        let read: Vec<String> = paragraphs(&blocks, true).into_iter().map(|(_, text)| text).collect();
        let second = "Wrote the tools that its ports are run with, and then Tarnholm's.";
        assert_eq!(read, [lines[0].0, second, lines[3].0]);
    }
}
