//! A part cut into entries at its lines with dates.
//!
//! A document writes its entries alike: how many lines stand above the first date, and how they look, tells where the
//! others begin.

use crate::{Block, BlockKind, dates, words};

use super::{address, draft::Kind, naming, pairs};

/// Where an entry's blocks begin, and which of them holds its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) start: usize,
    pub(super) anchor: usize,
    pub(super) end: usize,
}

/// Lines above the dates that can name an entry.
const MAX_ABOVE: usize = 4;

/// Cuts a part's blocks into entries; what stands before the first belongs to none.
pub(super) fn segments(blocks: &[Block], kind: Kind) -> Vec<Segment> {
    let anchors = anchors(blocks, kind);
    let starts = starts(blocks, &anchors);
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(blocks.len()));
    let all = starts.iter().zip(&anchors).zip(ends);
    all.map(|((start, anchor), end)| Segment { start: *start, anchor: *anchor, end }).collect()
}

fn anchors(blocks: &[Block], kind: Kind) -> Vec<usize> {
    let find = |items: bool| -> Vec<usize> {
        let fits = |block: &Block| (block.kind == BlockKind::Item) == items && anchors_entry(block, kind);
        (0..blocks.len()).filter(|at| blocks.get(*at).is_some_and(fits)).collect()
    };
    // Bullets below dated lines are text; where nothing else is dated, the bullets are the entries.
    let lines = find(false);
    let mut anchors = match lines.first() {
        None => find(true),
        // Dated bullets above the first dated line are no text of an entry: there is none yet.
        Some(first) => find(true).into_iter().filter(|at| at < first).chain(lines.iter().copied()).collect(),
    };
    // Two dated lines of which one only repeats or completes the other ("2018 – 2020" below "Jan 2018 – Mar 2020").
    anchors.dedup_by(|next, before| *next == *before + 1 && only_dates(blocks, *next) && only_dates(blocks, *before));
    anchors
}

fn only_dates(blocks: &[Block], at: usize) -> bool {
    blocks.get(at).is_some_and(|b| dates::date_line(&b.text).is_some())
}

/// True for a line that holds the dates of an entry: a span beside a name, or dates and no more.
pub(super) fn anchors_entry(block: &Block, kind: Kind) -> bool {
    let text = block.text.as_str();
    if text.len() > 240 {
        return false;
    }
    // Dates that are not understood part entries all the same: what stands above them is not the next entry's.
    if dates::date_line(text).is_some() || (text.len() <= 60 && naming::is_date_like(text)) {
        return true;
    }
    if let Some(found) = dates::find_range(text) {
        return stands_beside(text, &found.bytes, block);
    }
    // A beginning or an end in a line of its own.
    if pairs::tells(text) && dates::find(text).is_some() {
        return true;
    }
    // A course of study often gives the year of its end only.
    let Some(found) = dates::find(text).filter(|_| kind == Kind::Study) else { return false };
    let names = words::is_degree(text) || words::is_school(text) || block.kind == BlockKind::Heading || block.bold;
    names && stands_beside(text, &found.bytes, block)
}

/// True when dates stand beside a name rather than in a sentence.
fn stands_beside(text: &str, bytes: &std::ops::Range<usize>, block: &Block) -> bool {
    if block.cells.iter().any(|cell| dates::date_line(cell).is_some()) {
        return true;
    }
    let (before, behind) = (text.get(..bytes.start).unwrap_or_default(), text.get(bytes.end..).unwrap_or_default());
    let marks = |c: char| c.is_whitespace() || "|,;:–—-·•()[]（）،、./".contains(c);
    let (left, right) = (before.trim_matches(marks), behind.trim_matches(marks));
    let right_words = right.split_whitespace().count();
    let bracketed =
        before.trim_end().ends_with(['(', '[', '（']) || before.trim_end().ends_with(['|', '·', '•', '–', '—']);
    let sentence = right.ends_with('.') && right_words > 6 || left.split_whitespace().count() > 16 || right_words > 16;
    let alone = left.is_empty() || right.is_empty() || dates::is_duration(right);
    let parted = bracketed
        || behind.starts_with([')', ']', ',', '|', '）', ':'])
        || behind.trim_start().starts_with(['|', '·', '–', '—', '-', ',']);
    !sentence && (alone || parted || block.bold || block.kind == BlockKind::Heading)
}

/// How a line looks, as far as the lines of an entry differ by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look(u8, bool, i32);

pub(super) fn look(block: &Block) -> Look {
    let kind = match block.kind {
        BlockKind::Heading => 2,
        BlockKind::Line => 1,
        BlockKind::Item => 0,
    };
    // In fiftieths: an employer in 12.5 points above a title in 12.
    Look(kind, block.bold, (block.scale * 50.0).round() as i32)
}

/// The look of most of a part's text.
fn body_look(blocks: &[Block]) -> Option<Look> {
    let mut looks: Vec<(Look, usize)> = Vec::new();
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Line) {
        let own = look(block);
        match looks.iter().position(|(look, _)| *look == own) {
            Some(at) => looks[at].1 += block.text.len(),
            None if looks.len() < 32 => looks.push((own, block.text.len())),
            None => {}
        }
    }
    looks.into_iter().max_by_key(|(_, letters)| *letters).map(|(look, _)| look)
}

/// The blocks with lines in place of bullets in bold letters that stand above other text: a mark before what names an entry
/// makes no list of it. Nothing when there are none.
pub(super) fn without_marks(blocks: &[Block]) -> Option<Vec<Block>> {
    let heads = |at: usize| {
        let own = blocks.get(at).filter(|block| block.kind == BlockKind::Item && block.bold && block.text.len() <= 160);
        own.is_some() && blocks.get(at + 1).is_some_and(|next| !next.bold)
    };
    (0..blocks.len()).any(heads).then(|| {
        let bare = |(at, block): (usize, &Block)| {
            let kind = if heads(at) { BlockKind::Line } else { block.kind };
            Block { kind, ..block.clone() }
        };
        blocks.iter().enumerate().map(bare).collect()
    })
}

/// True for a line that can name an entry.
pub(super) fn may_head(block: &Block) -> bool {
    let heading = block.kind == BlockKind::Heading;
    // Pieces that the markup sets apart are no sentence, though a full stop ends them.
    let words = block.text.split_whitespace().count();
    let ends = (block.text.ends_with([';', '!', '?']) || naming::ends_a_sentence(&block.text))
        && words > 5
        && (block.cells.len() < 2 || words > 20);
    let sentence = ends || block.text.ends_with(['。', '।', '؟', '！']);
    // "booking.example" is a firm.
    let lower = block.text.chars().next().is_some_and(char::is_lowercase) && !address::may_be(&block.text);
    let label = block.text.ends_with([':', '：']);
    block.kind != BlockKind::Item && block.text.len() <= 160 && (heading || (!sentence && !lower && !label))
}

fn starts(blocks: &[Block], anchors: &[usize]) -> Vec<usize> {
    let Some(first) = anchors.first().copied() else { return Vec::new() };
    let heads = (0..first).rev().take_while(|at| blocks.get(*at).is_some_and(may_head));
    let first_start = match first_by_nesting(blocks, anchors) {
        Some(start) => start,
        None => first - heads.count().min(MAX_ABOVE),
    };
    let above = naming_lines(blocks, first_start, first);
    let head_looks: Vec<Look> = blocks[first_start..=first].iter().map(look).collect();
    let body = body_look(blocks);
    // Whether the lines that name an entry look unlike its text.
    let distinct =
        above > 0 && head_looks.iter().take(first - first_start).all(|look| body.is_some_and(|body| *look != body));
    let rule = Rule { above, head_looks, distinct, body };
    let mut starts = vec![first_start];
    for pair in anchors.windows(2) {
        if let [before, anchor] = pair {
            let start = match outermost(blocks, *before, *anchor).as_slice() {
                [only] => *only,
                several => rule.best_start(blocks, before + 1, *anchor, several),
            };
            starts.push(start);
        }
    }
    starts
}

/// Lines above the dates, but for those that say how long it was: they stand above the first of several roles only.
fn naming_lines(blocks: &[Block], start: usize, anchor: usize) -> usize {
    blocks.get(start..anchor).unwrap_or_default().iter().filter(|block| !is_total(block)).count()
}

/// "7 years 10 months", "7 yrs 10 mths · Hull": how long all roles at an employer were.
pub(super) fn is_total(block: &Block) -> bool {
    let cells = if block.cells.is_empty() { std::slice::from_ref(&block.text) } else { block.cells.as_slice() };
    cells.iter().filter_map(|cell| cell.split(" · ").next()).any(dates::is_duration)
}

/// Lines of an entry above its dates, where the nesting of the markup tells where it begins.
const MAX_NESTED_ABOVE: usize = 12;

/// Where the markup begins anew between two lines with dates, farthest out: one place if each entry is an element of its
/// own, several if their lines follow each other on one level, none if the document does not tell.
fn outermost(blocks: &[Block], before: usize, anchor: usize) -> Vec<usize> {
    let shares = |at: usize| blocks.get(at).and_then(|block| block.shares);
    let Some(least) = (before + 1..=anchor).map(shares).min().flatten() else { return Vec::new() };
    let found: Vec<usize> = (before + 1..=anchor).filter(|at| shares(*at) == Some(least)).collect();
    let far = matches!(found.as_slice(), [only] if anchor - only > MAX_NESTED_ABOVE);
    if far { Vec::new() } else { found }
}

/// Where the first entry begins, if the second is an element of its own.
fn first_by_nesting(blocks: &[Block], anchors: &[usize]) -> Option<usize> {
    let [first, second, ..] = *anchors else { return None };
    let [next] = *outermost(blocks, first, second).as_slice() else { return None };
    let level = blocks.get(next)?.shares?;
    let shares = |at: usize| blocks.get(at).and_then(|block| block.shares);
    let mut start = first;
    while start > 0 && shares(start)? > level {
        start -= 1;
    }
    // What stands above further out than the entries do is the employer of them all.
    while start > 0 && first - start < MAX_ABOVE && shares(start)? > shares(start - 1)? {
        if !blocks.get(start - 1).is_some_and(may_head) {
            break;
        }
        start -= 1;
    }
    (first - start <= MAX_NESTED_ABOVE).then_some(start)
}

/// How the first entry is written.
struct Rule {
    above: usize,
    head_looks: Vec<Look>,
    distinct: bool,
    body: Option<Look>,
}

impl Rule {
    /// Of the places given, if any are.
    fn best_start(&self, blocks: &[Block], floor: usize, anchor: usize, given: &[usize]) -> usize {
        let fits = |at: usize| given.is_empty() || given.contains(&at);
        let of = |at: usize| if fits(at) { self.score(blocks, floor, at, anchor) } else { i32::MIN };
        let mut best = (anchor, of(anchor));
        for start in (floor..anchor).rev().take(MAX_ABOVE) {
            if !blocks.get(start).is_some_and(may_head) {
                break;
            }
            if !fits(start) {
                continue;
            }
            let score = self.score(blocks, floor, start, anchor);
            if score > best.1 {
                best = (start, score);
            }
        }
        best.0
    }

    /// In tenths: how much speaks for an entry that begins at `start`.
    fn score(&self, blocks: &[Block], floor: usize, start: usize, anchor: usize) -> i32 {
        let Some(block) = blocks.get(start) else { return i32::MIN };
        let mut score = 0;
        let lines = naming_lines(blocks, start, anchor);
        if self.head_looks.first() == Some(&look(block)) && (self.distinct || self.above == 0) {
            score += 30;
        }
        score += if lines == self.above { 20 } else { -5 * i32::try_from(lines.abs_diff(self.above)).unwrap_or(10) };
        if block.gap || block.opens {
            score += 20;
        }
        let head = blocks.get(start..anchor).unwrap_or_default();
        let inner_gaps = blocks.get(start + 1..=anchor).unwrap_or_default().iter().filter(|b| b.gap || b.opens).count();
        score -= 15 * i32::try_from(inner_gaps).unwrap_or(10);
        for line in head {
            if self.distinct && Some(look(line)) == self.body {
                score -= 30;
            }
            if words::is_title(&line.text) || words::is_organisation(&line.text) || words::is_school(&line.text) {
                score += 5;
            }
        }
        match start.checked_sub(1).and_then(|before| blocks.get(before)) {
            Some(before) if start > floor => {
                let text = before.kind == BlockKind::Item || !may_head(before) || before.text.len() >= 70;
                score += if text { 15 } else { -5 };
            }
            _ => {}
        }
        score
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_before_a_name_in_bold_makes_no_list_of_it() {
        let item = |text: &str, bold| Block { kind: BlockKind::Item, bold, ..Block::line(text) };
        let blocks = [
            item("Developer @ Quay Labs", true),
            Block::line("2015 – 2018"),
            item("Wrote the tools of its ports.", false),
            item("Engineer @ Fernrill Systems", true),
            Block::line("2018 – today"),
        ];
        let kinds = without_marks(&blocks).map(|blocks| blocks.iter().map(|block| block.kind).collect::<Vec<_>>());
        let (line, kept) = (BlockKind::Line, BlockKind::Item);
        assert_eq!(kinds, Some(vec![line, line, kept, line, line]));
        assert_eq!(without_marks(&blocks[1..3]), None);
    }
}
