//! Fragments → lines in reading order: finds the gutter between columns, else reads row by row.
//!
//! A gutter runs down a page between two lots of text. What crosses it (a name over both columns) parts the page into
//! bands, read one after the other, and within a band the left column comes before the right one. A gap is no gutter
//! when what stands left and right of it are two halves of the same rows: a role and its dates, a label and its value.

use super::judge::{MIN_LINES, Side, has_year, judge};
use super::lines::{Fragment, Line, line, rows};

/// Columns within columns within columns are not followed further.
const MAX_DEPTH: u32 = 4;
/// At most so many places for a gutter are tried.
const MAX_CANDIDATES: usize = 48;

/// Lines of a page or column in reading order.
pub(super) fn read(fragments: Vec<Fragment>) -> Vec<Line> {
    let mut lines = Vec::new();
    columns(rows(fragments), MAX_DEPTH, &mut lines);
    lines
}

pub(super) type Row = Vec<Fragment>;

fn columns(page: Vec<Row>, depth: u32, lines: &mut Vec<Line>) {
    let gutter = if depth == 0 { None } else { best_gutter(&page) };
    let Some(gutter) = gutter else {
        write_rows(&page, lines);
        return;
    };
    let mut after_columns = false;
    for (crossed, band) in bands(page, gutter) {
        let from = lines.len();
        let edge = left_edge(&band);
        let side = if crossed { Side::Rows } else { judge(&band, gutter) };
        match side {
            Side::Rows => write_rows(&band, lines),
            Side::Labels | Side::Dates => margin(&band, gutter, side, depth, lines),
            Side::Blocks => {
                let (left, right) = halves(&band, gutter);
                write_rows(&rows(left), lines);
                write_rows(&rows(right), lines);
            }
            Side::Grid => grid(band, gutter, depth, lines),
            Side::Columns => {
                let (left, right) = halves(&band, gutter);
                let edges = [left_edge(std::slice::from_ref(&left)), left_edge(std::slice::from_ref(&right))];
                columns(rows(left), depth - 1, lines);
                let middle = lines.len();
                columns(rows(right), depth - 1, lines);
                open(lines, from, edges[0]);
                open(lines, middle, edges[1]);
            }
        }
        if after_columns && side != Side::Columns {
            open(lines, from, edge);
        }
        after_columns = side == Side::Columns;
    }
}

/// Where the leftmost piece of a band begins.
fn left_edge(band: &[Row]) -> f32 {
    band.iter().flatten().map(|fragment| fragment.x0).fold(f32::INFINITY, f32::min)
}

/// Notes that a region begins with a line.
fn open(lines: &mut [Line], at: usize, edge: f32) {
    if let Some(line) = lines.get_mut(at) {
        line.region = Some(edge);
    }
}

fn write_rows(page: &[Row], lines: &mut Vec<Line>) {
    for (at, row) in page.iter().enumerate() {
        lines.extend(line(row, at == 0));
    }
}

/// The x at which a right-hand column begins, and how much space must be clear before it.
#[derive(Clone, Copy)]
pub(super) struct Gutter {
    x: f32,
    clear: f32,
}

impl Gutter {
    fn crosses(self, fragment: &Fragment) -> bool {
        fragment.x0 < self.x && fragment.x1 > self.x - self.clear
    }

    pub(super) fn is_right(self, fragment: &Fragment) -> bool {
        fragment.x0 >= self.x
    }
}

fn split(row: &[Fragment], gutter: Gutter) -> (Row, Row) {
    row.iter().cloned().partition(|fragment| !gutter.is_right(fragment))
}

/// All that stands left and right of a gutter.
fn halves(band: &[Row], gutter: Gutter) -> (Row, Row) {
    band.iter().flatten().cloned().partition(|fragment| !gutter.is_right(fragment))
}

/// Words in the margin, each before what stands beside and below it.
fn margin(band: &[Row], gutter: Gutter, side: Side, depth: u32, lines: &mut Vec<Line>) {
    let mut at = 0;
    let mut beside: Row = Vec::new();
    while let Some(row) = band.get(at) {
        at += 1;
        let (mut left, right) = split(row, gutter);
        if left.is_empty() {
            beside.extend(right);
            continue;
        }
        write_beside(std::mem::take(&mut beside), depth, lines);
        beside = right;
        while let Some(rest) = goes_on(band.get(at..).unwrap_or_default(), &left, gutter) {
            for row in band.get(at..=at + rest).unwrap_or_default() {
                let (more, right) = split(row, gutter);
                left.extend(more);
                beside.extend(right);
            }
            at += rest + 1;
        }
        let dated = left.iter().any(|piece| has_year(&piece.text));
        let first = beside.iter().min_by(|a, b| a.y.total_cmp(&b.y));
        let size = left.first().map_or(0.0, |piece| piece.size);
        // A title that stands out by its looks keeps them on a line of its own.
        let stands_out = first.is_none_or(|first| first.bold || first.size > 1.06 * size);
        if beside.is_empty() || (dated && stands_out) || (side == Side::Labels && !dated) {
            lines.extend(line(&left, false));
        } else {
            left.append(&mut beside);
            for row in rows(left) {
                lines.extend(line(&row, false));
            }
        }
    }
    write_beside(beside, depth, lines);
}

/// What stands beside words in the margin. It goes on from them.
fn write_beside(beside: Row, depth: u32, lines: &mut Vec<Line>) {
    let from = lines.len();
    columns(rows(beside), depth - 1, lines);
    if let Some(first) = lines.get_mut(from) {
        first.opens = false;
    }
}

/// How many rows further down the words in the margin go on that are too long for it: a heading, or dates.
fn goes_on(below: &[Row], left: &[Fragment], gutter: Gutter) -> Option<usize> {
    const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];
    let last = left.last()?;
    let at = below.iter().take(3).position(|row| row.iter().any(|piece| !gutter.is_right(piece)))?;
    let row = below.get(at)?;
    let first = row.iter().find(|piece| !gutter.is_right(piece))?;
    let alone = row.iter().all(|piece| !gutter.is_right(piece));
    let alike = first.bold == last.bold && (first.size - last.size).abs() < 0.05 * last.size;
    let parted = last.text.ends_with(DASHES) || first.text.starts_with(DASHES);
    (alike && first.y - last.y < 1.6 * first.size && (first.bold && alone || parted)).then_some(at)
}

/// Boxes in a grid, each as a whole.
fn grid(band: Vec<Row>, gutter: Gutter, depth: u32, lines: &mut Vec<Line>) {
    let mut strips: Vec<Vec<Row>> = Vec::new();
    let mut head: Option<(bool, f32)> = None;
    let mut above: Option<f32> = None;
    for row in band {
        let first = row.iter().find(|piece| !gutter.is_right(piece));
        let both = first.is_some() && row.iter().any(|piece| gutter.is_right(piece));
        let parted = first.is_some_and(|first| above.is_none_or(|above| first.y - above > 1.5 * first.size));
        above = row.last().map(|last| last.y);
        // The boxes of a grid begin alike; a heading between two rows of boxes does not.
        let begins = match (first, head) {
            (Some(first), Some((bold, size))) => {
                parted && (!both || first.bold == bold && (first.size - size).abs() < 0.05 * size)
            }
            (_, None) => true,
            (None, Some(_)) => false,
        };
        if begins
            && both
            && let Some(first) = first
        {
            head = Some((first.bold, first.size));
        }
        match strips.last_mut() {
            Some(strip) if !begins => strip.push(row),
            _ => strips.push(vec![row]),
        }
    }
    for strip in strips {
        let (left, right) = halves(&strip, gutter);
        columns(rows(left), depth - 1, lines);
        columns(rows(right), depth - 1, lines);
    }
}

/// Rows in runs: those that something crosses the gutter in, and those that nothing does.
fn bands(page: Vec<Row>, gutter: Gutter) -> Vec<(bool, Vec<Row>)> {
    let mut bands: Vec<(bool, Vec<Row>)> = Vec::new();
    for row in page {
        let crossed = row.iter().any(|fragment| gutter.crosses(fragment));
        match bands.last_mut() {
            Some((was, band)) if *was == crossed => band.push(row),
            Some((false, band)) => {
                // What heads the text below the columns stands under the left one only.
                let at = heading_of(band, &row, gutter);
                let mut below = band.split_off(at);
                below.push(row);
                bands.push((true, below));
            }
            _ => bands.push((crossed, vec![row])),
        }
    }
    bands.retain(|(_, band)| !band.is_empty());
    bands
}

/// Where in a band the heading begins of the row below, or the band's end: words at the left, nearer to what is below.
fn heading_of(band: &[Row], below: &Row, gutter: Gutter) -> usize {
    let end = band.len();
    let (Some(at), Some(below)) = (end.checked_sub(1), below.first()) else { return end };
    let last = band.get(at).map(Vec::as_slice).unwrap_or_default();
    let above = band.iter().take(at).flatten().map(|piece| piece.y).fold(f32::NEG_INFINITY, f32::max);
    match last {
        [head] if !gutter.is_right(head) => {
            let nearer = below.y - head.y < head.y - above;
            let stands_out = head.bold && !below.bold || head.size > 1.06 * below.size;
            if nearer && stands_out { at } else { end }
        }
        _ => end,
    }
}

/// The gutter that puts the most text into columns, if any does.
fn best_gutter(page: &[Row]) -> Option<Gutter> {
    let mut starts: Vec<i32> = Vec::new();
    let mut sizes: Vec<f32> = Vec::new();
    for fragment in page.iter().flatten() {
        starts.push((fragment.x0 / 2.0).floor() as i32);
        sizes.push(fragment.size);
    }
    if page.len() < MIN_LINES {
        return None;
    }
    sizes.sort_by(f32::total_cmp);
    let clear = 0.8 * sizes.get(sizes.len() / 2)?;

    starts.sort_unstable();
    let mut candidates: Vec<(usize, i32)> = Vec::new();
    for start in starts.chunk_by(|a, b| a == b) {
        candidates.extend(start.first().map(|x| (start.len(), *x)));
    }
    // The leftmost start is the margin. The most frequent of the others come first.
    candidates.retain(|(count, _)| *count >= 1);
    if !candidates.is_empty() {
        candidates.remove(0);
    }
    candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    candidates.truncate(MAX_CANDIDATES);

    let mut best: Option<(usize, Gutter)> = None;
    for (_, x) in candidates {
        let gutter = Gutter { x: x as f32 * 2.0, clear };
        let mut won = 0;
        let mut band: &[Row] = &[];
        for (at, row) in page.iter().enumerate() {
            let crossed = row.iter().any(|fragment| gutter.crosses(fragment));
            if !crossed {
                let start = at - band.len();
                band = page.get(start..=at).unwrap_or_default();
            }
            if crossed || at + 1 == page.len() {
                if judge(band, gutter) != Side::Rows {
                    won += band.iter().flatten().map(|fragment| fragment.text.len()).sum::<usize>();
                }
                band = &[];
            }
        }
        if won > 0 && best.is_none_or(|(most, _)| won > most) {
            best = Some((won, gutter));
        }
    }
    best.map(|(_, gutter)| gutter)
}
