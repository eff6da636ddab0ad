//! Fragments → lines in reading order: finds the gutter between columns, else reads row by row.
//!
//! A gutter runs down a page between two lots of text. What crosses it (a name over both columns) parts the page into
//! bands, read one after the other, and within a band the left column comes before the right one. A gap is no gutter
//! when what stands left and right of it are two halves of the same rows: a role and its dates, a label and its value.

use super::lines::{Fragment, Line, line, rows};

/// Columns within columns within columns are not followed further.
const MAX_DEPTH: u32 = 4;
/// At most so many places for a gutter are tried.
const MAX_CANDIDATES: usize = 48;

/// A column has at least this many lines.
const MIN_LINES: usize = 3;

/// Lines of a page or column in reading order.
pub(super) fn read(fragments: Vec<Fragment>) -> Vec<Line> {
    let mut lines = Vec::new();
    columns(rows(fragments), MAX_DEPTH, &mut lines);
    lines
}

type Row = Vec<Fragment>;

/// What stands left and right of a gap in a band of rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Two columns: read the left one, then the right one.
    Columns,
    /// Headings in the margin: a line of their own, before the row they stand beside.
    Labels,
    /// Halves of the same rows.
    Rows,
}

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
            Side::Labels => {
                for row in &band {
                    let (left, right) = split(row, gutter);
                    lines.extend(line(&left, true));
                    lines.extend(line(&right, false));
                }
            }
            Side::Columns => {
                let (mut left, mut right) = (Vec::new(), Vec::new());
                for row in &band {
                    let (l, r) = split(row, gutter);
                    left.extend(l);
                    right.extend(r);
                }
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
struct Gutter {
    x: f32,
    clear: f32,
}

impl Gutter {
    fn crosses(self, fragment: &Fragment) -> bool {
        fragment.x0 < self.x && fragment.x1 > self.x - self.clear
    }

    fn is_right(self, fragment: &Fragment) -> bool {
        fragment.x0 >= self.x
    }
}

fn split(row: &[Fragment], gutter: Gutter) -> (Row, Row) {
    row.iter().cloned().partition(|fragment| !gutter.is_right(fragment))
}

/// Rows in runs: those that something crosses the gutter in, and those that nothing does.
fn bands(page: Vec<Row>, gutter: Gutter) -> Vec<(bool, Vec<Row>)> {
    let mut bands: Vec<(bool, Vec<Row>)> = Vec::new();
    for row in page {
        let crossed = row.iter().any(|fragment| gutter.crosses(fragment));
        match bands.last_mut() {
            Some((was, band)) if *was == crossed => band.push(row),
            _ => bands.push((crossed, vec![row])),
        }
    }
    bands
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

/// Tells columns from the halves of rows.
fn judge(band: &[Row], gutter: Gutter) -> Side {
    let mut stats = [SideStats::default(), SideStats::default()];
    let mut matched = 0;
    for (at, row) in band.iter().enumerate() {
        let mut baseline = [None, None];
        for fragment in row {
            let side = usize::from(gutter.is_right(fragment));
            if let (Some(stats), Some(baseline)) = (stats.get_mut(side), baseline.get_mut(side)) {
                stats.note(at, fragment, baseline.is_none());
                *baseline = Some((fragment.y, fragment.size));
            }
        }
        if let [Some((left, size)), Some((right, _))] = baseline
            && (left - right).abs() < 0.2 * size
        {
            matched += 1;
        }
    }
    let [left, right] = &stats;
    let (fewer, more) = if left.lines <= right.lines { (left, right) } else { (right, left) };
    // Short lines far apart in the margin, each beside the first line of something: headings.
    let thin_left = left.lines * 10 < (left.last - left.first + 1).max(right.lines) * 4;
    let short_left = left.chars < left.lines * 25 && right.chars > right.lines * 20;
    if left.lines >= 2 && thin_left && short_left && left_beside(band, gutter).0 * 5 >= left.lines * 4 {
        return Side::Labels;
    }
    if fewer.lines < MIN_LINES {
        return Side::Rows;
    }
    // Dates in the margin, each beside the first line of what it belongs to; headings among them stand alone.
    let (beside, dated) = left_beside(band, gutter);
    if dated >= 1 && dated * 5 >= beside * 4 && left.chars < left.lines * 30 && right.chars > left.chars * 2 {
        return Side::Labels;
    }
    if matched * 5 < fewer.lines * 4 {
        return Side::Columns;
    }
    // The halves share their baselines. Thinly set ones are labels or dates beside what they belong to.
    let span = fewer.last - fewer.first + 1;
    let thin = fewer.lines * 10 < span * 6;
    if thin {
        let labels = left.lines < right.lines
            && left.years * 3 < left.lines
            && left.chars < left.lines * 25
            && right.chars > right.lines * 20;
        return if labels { Side::Labels } else { Side::Rows };
    }
    // Both full: running text on a grid, unless one side is no more than words, or the rows are as few as a table's.
    if fewer.lines >= 6 && fewer.chars > fewer.lines * 22 && more.chars > more.lines * 22 {
        Side::Columns
    } else {
        Side::Rows
    }
}

/// How many rows of the left side have something beside them on the right, and how many of those hold a year.
fn left_beside(band: &[Row], gutter: Gutter) -> (usize, usize) {
    let right_near = |at: usize, y: f32, size: f32| {
        let rows = band.get(at.saturating_sub(1)..(at + 2).min(band.len())).unwrap_or_default();
        rows.iter().flatten().any(|f| gutter.is_right(f) && (f.y - y).abs() < 0.6 * size)
    };
    let (mut beside, mut dated) = (0, 0);
    for (at, row) in band.iter().enumerate() {
        let Some(first) = row.iter().find(|f| !gutter.is_right(f)) else { continue };
        if right_near(at, first.y, first.size) {
            beside += 1;
            dated += usize::from(row.iter().any(|f| !gutter.is_right(f) && has_year(&f.text)));
        }
    }
    (beside, dated)
}

#[derive(Default)]
struct SideStats {
    lines: usize,
    chars: usize,
    /// How many lines hold a year.
    years: usize,
    first: usize,
    last: usize,
}

impl SideStats {
    fn note(&mut self, row: usize, fragment: &Fragment, opens: bool) {
        if opens {
            if self.lines == 0 {
                self.first = row;
            }
            self.lines += 1;
            self.last = row;
        }
        self.chars += fragment.text.len();
        self.years += usize::from(opens && has_year(&fragment.text));
    }
}

fn has_year(text: &str) -> bool {
    // In whichever digits: a block of ten begins at each script's zero.
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}'];
    let digit = |c: char| ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|d| *d < 10));
    let digits: Vec<Option<u32>> = text.chars().map(digit).collect();
    digits.windows(4).any(|w| matches!(w, [Some(1), Some(9), Some(_), Some(_)] | [Some(2), Some(0), Some(_), Some(_)]))
}
