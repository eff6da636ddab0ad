//! What stands left and right of a gap: columns, or what belongs together row by row.
//!
//! Where rows were set side by side (a role and its dates, a heading in the margin and its part), what stands at the
//! left begins where something begins at the right, or stands alone between two rows. Columns know nothing of each other.

use super::layout::{Gutter, Row};
use super::lines::Fragment;
use super::sides::{Column, Half, sides};
use crate::text::after_bullet;

/// A column has at least this many lines.
pub(super) const MIN_LINES: usize = 3;

/// What stands left and right of a gap in a band of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Two columns: read the left one, then the right one.
    Columns,
    /// Boxes in a grid: read row by row, and in a row each box as a whole.
    Grid,
    /// Two blocks beside each other on top of a page: a name and where to write to.
    Blocks,
    /// Headings in the margin: a line of their own, before the row they stand beside.
    Labels,
    /// Dates in the margin, the same; other words in the margin are the first cell of their row.
    Dates,
    /// Dates at the far side, each beside the first line of what it belongs to.
    Ends,
    /// Blocks of some lines, each level with what it is of: read one after the other, each before what stands beside it.
    Level,
    /// Halves of the same rows.
    Rows,
}

/// Tells columns from the halves of rows.
pub(super) fn judge(band: &[Row], gutter: Gutter) -> Side {
    let sides = sides(band, gutter);
    let [left, right] = &sides;
    let (fewer, more) = if left.0.len() <= right.0.len() { (left, right) } else { (right, left) };
    if fewer.0.is_empty() {
        return Side::Rows;
    }
    let lines = |column: &Column| column.0.len();
    let (beside, dated) = left_beside(left, right);
    // Short lines far apart in the margin, each beside the first line of something: headings.
    let thin_left = lines(left) * 10 < left.span().max(lines(right)) * 4;
    let short_left = left.chars() < lines(left) * 25 && right.chars() > lines(right) * 20;
    if lines(left) >= 2 && thin_left && short_left && beside * 5 >= lines(left) * 4 {
        return Side::Labels;
    }
    if lines(fewer) < MIN_LINES {
        return if are_blocks(fewer, more) { Side::Blocks } else { Side::Rows };
    }
    if left.chars() < lines(left) * 30 && left.chars() < right.chars() && are_level(left, right) {
        return Side::Level;
    }
    if left.chars() < lines(left) * 30 && left.chars() < right.chars() && is_rowwise(left, right) {
        return match (thin_left && short_left || are_headings(left, right), dated) {
            (_, 1..) => Side::Dates,
            (true, 0) => Side::Labels,
            (false, 0) => Side::Rows,
        };
    }
    // Dates in the margin, each beside the first line of what it belongs to; headings among them stand alone.
    if dated >= 1 && dated * 5 >= beside * 4 && left.chars() < lines(left) * 30 && right.chars() > left.chars() * 2 {
        return Side::Dates;
    }
    let pairs: Vec<(&Half, &Half)> = left
        .0
        .iter()
        .filter_map(|half| {
            let at = right.0.binary_search_by_key(&half.row, |half| half.row).ok()?;
            let beside = right.0.get(at)?;
            ((half.y - beside.y).abs() < 0.2 * half.size).then_some((half, beside))
        })
        .collect();
    if is_grid(&pairs, fewer) {
        return Side::Grid;
    }
    if pairs.len() * 5 >= lines(right) * 4 && is_flush_right(band, gutter) {
        return Side::Rows;
    }
    if pairs.len() * 5 < lines(fewer) * 4 {
        let years = right.count(|half| half.year);
        let short = right.chars() < lines(right) * 25 && right.chars() * 3 < left.chars();
        if short && years * 2 >= lines(right) && is_rowwise(right, left) {
            return Side::Ends;
        }
        return Side::Columns;
    }
    if are_apart(band, gutter) {
        return Side::Columns;
    }
    // The halves share their baselines. Thinly set ones are labels or dates beside what they belong to.
    if lines(fewer) * 10 < fewer.span() * 6 {
        let years = left.count(|half| half.year);
        let labels = lines(left) < lines(right) && years * 3 < lines(left) && short_left;
        return if labels { Side::Labels } else { Side::Rows };
    }
    // Both full: running text on a grid, unless one side is no more than words, or the rows are as few as a table's.
    let full = |column: &Column| column.chars() > lines(column) * 22;
    if lines(fewer) >= 6 && full(fewer) && full(more) { Side::Columns } else { Side::Rows }
}

/// How many lines of the left side have something beside them on the right, and how many of those hold a year.
fn left_beside(left: &Column, right: &Column) -> (usize, usize) {
    let beside = |half: &&Half| near(right, half).any(|other| half.is_beside(other));
    left.0.iter().filter(beside).fold((0, 0), |(beside, dated), half| (beside + 1, dated + usize::from(half.year)))
}

/// True when all that stands at the left is set in larger letters than what it stands beside, and that is more, and no
/// dates: a heading keeps a line of its own however short its part is.
fn are_headings(left: &Column, right: &Column) -> bool {
    let heads = |half: &Half| {
        let mut beside = near(right, half).filter(|other| half.is_beside(other)).peekable();
        beside.peek().is_some() && beside.all(|other| half.size > 1.15 * other.size && !other.year)
    };
    left.count(heads) == left.0.len() && right.chars() > 2 * left.chars()
}

/// The lines of a column that may stand beside one of the other.
fn near<'c>(column: &'c Column, half: &Half) -> impl Iterator<Item = &'c Half> {
    let from = column.0.partition_point(|other| other.row + 3 <= half.row);
    let last = half.row + 3;
    column.0.iter().skip(from).take_while(move |other| other.row <= last)
}

/// True when what begins at the left begins beside something that begins at the right, or stands alone between two rows.
fn is_rowwise(left: &Column, right: &Column) -> bool {
    let begins = right.begins();
    let (mut aligned, mut alone, mut apart) = (0, 0, 0);
    let mut above: Option<&Half> = None;
    let (mut run, mut was_beside) = (0, false);
    for half in &left.0 {
        let from = right.0.partition_point(|other| other.row + 3 <= half.row);
        let beside = near(right, half).zip(begins.iter().skip(from)).find(|(other, _)| half.is_beside(other));
        let free = !near(right, half).any(|other| half.overlaps(other));
        // The second line of a heading or of dates too long for the margin.
        let goes_on = above.is_some_and(|above| half.looks_like(above) && half.y - above.y < 1.6 * half.size);
        above = Some(half);
        run = if goes_on { run + 1 } else { 0 };
        let had_beside = std::mem::replace(&mut was_beside, beside.is_some());
        match beside {
            // A list at the left that runs on past where something begins at the right.
            Some((_, true)) if run >= 2 && !had_beside => apart += 1,
            Some((_, true)) => aligned += 1,
            _ if free => alone += 1,
            // Rows of a label and a value, line by line.
            Some((_, false)) if goes_on => {}
            _ if goes_on && run < 3 => {}
            _ => apart += 1,
        }
    }
    aligned >= 2 && apart * 5 <= aligned + alone
}

/// True for blocks of some lines at the left of which each is level with a block at the right, with white space above both: the
/// strips of a table without lines. That those of two columns meet so again and again does not happen.
fn are_level(left: &Column, right: &Column) -> bool {
    let starts = left.starts();
    let below = right.starts();
    let blocks: Vec<&[Half]> = starts.windows(2).filter_map(|ends| left.0.get(ends[0]..ends[1])).collect();
    let level = |block: &&&[Half]| {
        block.first().is_some_and(|first| {
            below.iter().filter_map(|at| right.0.get(*at)).any(|other| (first.y - other.y).abs() < 0.4 * first.size)
        })
    };
    let long = blocks.iter().filter(|block| block.len() > 1).count();
    let dated = blocks.iter().filter(|block| block.iter().any(|half| half.year)).count();
    blocks.len() > 1
        && blocks.iter().all(|block| block.len() <= 5)
        && blocks.iter().filter(level).count() == blocks.len()
        && long * 2 > blocks.len()
        && (blocks.len() > 3 || dated == blocks.len())
}

/// True for what is set flush at the right margin and begins anywhere, as places and dates at the end of rows are.
fn is_flush_right(band: &[Row], gutter: Gutter) -> bool {
    let ends = band.iter().filter_map(|row| {
        let first = row.iter().find(|piece| gutter.is_right(piece))?;
        Some((first.x0, row.last()?.x1))
    });
    let (starts, ends): (Vec<f32>, Vec<f32>) = ends.unzip();
    let flush = |ends: &[f32], end: f32| ends.iter().filter(|other| (**other - end).abs() < 2.0).count();
    let right = ends.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let left = starts.iter().copied().fold(f32::INFINITY, f32::min);
    flush(&ends, right) * 5 >= ends.len() * 4 && flush(&starts, left) * 2 < starts.len()
}

/// True for columns on one grid of lines: a sentence of the one goes on beside what begins in the other, again and again.
fn are_apart(band: &[Row], gutter: Gutter) -> bool {
    let mut apart = 0;
    for rows in band.windows(2) {
        let [above, below] = rows else { continue };
        let [goes_on, begins] = [goes_on, begins].map(|is| {
            [false, true].map(|right| {
                let of = |row: &'_ Row| row.iter().filter(|piece| gutter.is_right(piece) == right).cloned().collect();
                let (above, below): (Row, Row) = (of(above), of(below));
                above.last().zip(below.first()).is_some_and(|(above, below)| is(above, below))
            })
        });
        apart += usize::from(goes_on[0] && begins[1] || goes_on[1] && begins[0]);
    }
    apart >= 2
}

pub(super) fn looks_like(one: &Fragment, other: &Fragment) -> bool {
    one.bold == other.bold && (one.size - other.size).abs() < 0.08 * other.size
}

/// True for words within a sentence that began above.
fn goes_on(above: &Fragment, words: &Fragment) -> bool {
    let sentence = words.text.contains(' ') || words.text.ends_with('.');
    sentence && words.text.starts_with(char::is_lowercase) && looks_like(above, words) && !above.text.ends_with('.')
}

/// True for what cannot be a part of anything above it: an item of a list, an address, or words that look otherwise.
fn begins(above: &Fragment, words: &Fragment) -> bool {
    let address = !words.text.contains(' ') && words.text.contains(['@', '/']);
    after_bullet(&words.text).is_some() || address || !looks_like(above, words)
}

/// True for two small blocks beside each other, set without regard for each other's lines.
fn are_blocks(fewer: &Column, more: &Column) -> bool {
    let together = |column: &Column| column.pairs().all(|(above, below)| below.y - above.y < 2.2 * below.size);
    let (Some(first), Some(last)) = (more.0.first(), more.0.last()) else { return false };
    let within = |half: &Half| half.y > first.y - 1.5 * half.size && half.y < last.y + 1.5 * half.size;
    let shared = fewer.count(|half| near(more, half).any(|other| half.is_beside(other) && half.looks_like(other)));
    more.0.len() >= 3
        && more.0.len() <= 8
        && shared * 2 <= fewer.0.len()
        && together(fewer)
        && together(more)
        && fewer.0.iter().all(|half| within(half) && !half.year && !half.bullet)
        && more.count(|half| half.year || half.bullet) == 0
}

/// True for words that reach a person: an address, a number, a page.
fn is_contact(piece: &Fragment) -> bool {
    let digits = piece.text.chars().filter(char::is_ascii_digit).count();
    let page = !piece.text.contains(' ') && piece.text.contains('.');
    piece.text.contains(['@', '/']) || digits >= 7 || page
}

/// True for a large name, smaller words below it, and beside them a paragraph or where to write to.
pub(super) fn is_title(band: &[Row], gutter: Gutter) -> bool {
    let [left, right] = &sides(band, gutter);
    let ends = |column: &Column| Some((column.0.first()?.y, column.0.last()?.y));
    let (Some(name), Some(below)) = (left.0.first(), left.0.last()) else { return false };
    let (Some(ends), Some(beside)) = (ends(left), ends(right)) else { return false };
    let together = |column: &Column| column.pairs().all(|(above, below)| below.y - above.y < 2.2 * below.size);
    let contacts = band.iter().flatten().filter(|piece| gutter.is_right(piece) && is_contact(piece)).count();
    (2..=4).contains(&left.0.len())
        && (2..=8).contains(&right.0.len())
        && below.size < 0.8 * name.size
        && right.0.iter().all(|half| name.size > 1.3 * half.size && !half.bullet)
        && (right.chars() > right.0.len() * 25 || contacts * 2 >= right.0.len() && contacts > 1)
        && left.count(|half| half.year || half.bullet) == 0
        && together(left)
        && together(right)
        && ends.0 < beside.1 + name.size
        && beside.0 < ends.1 + name.size
}

/// True for boxes side by side: line by line they look alike, and each has its own dates or its own list.
fn is_grid(pairs: &[(&Half, &Half)], fewer: &Column) -> bool {
    let alike = pairs.iter().filter(|(left, right)| left.looks_like(right)).count();
    let both = pairs.iter().filter(|(left, right)| left.year && right.year || left.bullet && right.bullet).count();
    let one = pairs.iter().filter(|(left, right)| left.year != right.year).count();
    both >= 1 && one <= both && alike * 5 >= pairs.len() * 4 && pairs.len() * 5 >= fewer.0.len() * 4
}

pub(super) fn has_year(text: &str) -> bool {
    // In whichever digits: a block of ten begins at each script's zero.
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}'];
    let digit = |c: char| ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|d| *d < 10));
    let digits: Vec<Option<u32>> = text.chars().map(digit).collect();
    digits.windows(4).any(|w| matches!(w, [Some(1), Some(9), Some(_), Some(_)] | [Some(2), Some(0), Some(_), Some(_)]))
}
