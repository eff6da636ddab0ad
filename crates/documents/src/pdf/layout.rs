//! Fragments → lines in reading order: finds the gutter between columns, else reads row by row.
//!
//! A gutter runs down a page between two lots of text. What crosses it (a name over both columns) parts the page into
//! bands, read one after the other, and within a band the left column comes before the right one. A gap is no gutter
//! when what stands left and right of it are two halves of the same rows: a role and its dates, a label and its value.

use super::beside::{ends, grid, level, margin};
use super::judge::{MIN_LINES, Side, is_title, judge};
use super::lines::{Fragment, Line, line, rows};
use super::{order, sections};

/// Columns within columns within columns are not followed further.
const MAX_DEPTH: u32 = 4;
/// At most so many places for a gutter are tried.
const MAX_CANDIDATES: usize = 48;

/// Lines of a page or column in reading order.
pub(super) fn read(mut fragments: Vec<Fragment>) -> Vec<Line> {
    let leftwards = order::is_mostly_rtl(fragments.iter().map(|fragment| fragment.text.as_str()))
        && flush(&fragments, |fragment| fragment.x1) > flush(&fragments, |fragment| fragment.x0);
    let end = fragments.iter().map(|fragment| fragment.x1).fold(0.0, f32::max);
    if leftwards {
        for fragment in &mut fragments {
            turn(fragment, end);
        }
    }
    let mut page = Page { turned: leftwards.then_some(end), lines: Vec::new() };
    let mut rows = rows(fragments);
    title(&mut rows, &mut page);
    for section in sections::cut(rows) {
        let from = page.lines.len();
        let edge = left_edge(&section);
        let after_columns = page.lines.iter().any(|line| line.region.is_some());
        columns(section, MAX_DEPTH, &mut page);
        if after_columns {
            open(&mut page.lines, from, edge);
        }
    }
    page.lines
}

/// Takes a large name and a paragraph beside it off the top of a page, whatever columns there are below them.
fn title(page: &mut Vec<Row>, to: &mut Page) {
    let top = page.get(..page.len().min(12)).unwrap_or_default();
    let starts = top.iter().filter_map(|row| row.last()).map(|piece| (piece.x0, 0.8 * piece.size));
    for (x, clear) in starts {
        let gutter = Gutter { x, clear };
        let mut low = f32::INFINITY;
        let together = |row: &&Row| {
            let y = row.first().map_or(0.0, |piece| piece.y);
            let size = row.iter().map(|piece| piece.size).fold(0.0, f32::max);
            let near = y - low < 2.2 * size;
            low = y;
            near && !gutter.is_crossed(row)
        };
        let count = top.iter().take_while(together).count();
        if is_title(page.get(..count).unwrap_or_default(), gutter) {
            let (left, right) = halves(&page.drain(..count).collect::<Vec<_>>(), gutter);
            write_rows(&rows(left), to);
            write_rows(&rows(right), to);
            return;
        }
    }
}

/// How many pieces stand flush at most, by one of their ends. Text that runs to the left may stand on a page that was laid
/// out for the other direction.
fn flush(fragments: &[Fragment], end: impl Fn(&Fragment) -> f32) -> usize {
    let mut ends: Vec<i32> = fragments.iter().map(|fragment| (end(fragment) / 2.0).round() as i32).collect();
    ends.sort_unstable();
    ends.chunk_by(|a, b| a == b).map(<[i32]>::len).max().unwrap_or(0)
}

/// The lines of a page until now.
pub(super) struct Page {
    /// Where text runs to the left, pages are read as in a mirror: how far to the right it reached.
    pub(super) turned: Option<f32>,
    pub(super) lines: Vec<Line>,
}

impl Page {
    pub(super) fn write(&mut self, row: &[Fragment], opens: bool) {
        let Some(end) = self.turned else {
            self.lines.extend(line(row, opens));
            return;
        };
        let edge = row.first().map_or(0.0, |first| first.x0);
        let mut row = row.to_vec();
        row.reverse();
        for fragment in &mut row {
            turn(fragment, end);
        }
        self.lines.extend(line(&row, opens).map(|line| Line { edge, ..line }));
    }
}

/// A piece as it stands in a mirror.
fn turn(fragment: &mut Fragment, end: f32) {
    (fragment.x0, fragment.x1) = (end - fragment.x1, end - fragment.x0);
}

pub(super) type Row = Vec<Fragment>;

pub(super) fn columns(all: Vec<Row>, depth: u32, page: &mut Page) {
    let gutter = if depth == 0 { None } else { best_gutter(&all) };
    let Some(gutter) = gutter else {
        write_rows(&all, page);
        return;
    };
    let mut after_columns = false;
    for (crossed, band) in bands(all, gutter) {
        let from = page.lines.len();
        let edge = left_edge(&band);
        let side = if crossed { Side::Rows } else { judge(&band, gutter) };
        match side {
            Side::Rows => write_rows(&band, page),
            Side::Labels | Side::Dates => margin(&band, gutter, side, depth, page),
            Side::Blocks => {
                let (left, right) = halves(&band, gutter);
                write_rows(&rows(left), page);
                write_rows(&rows(right), page);
            }
            Side::Ends => ends(&band, gutter, depth, page),
            Side::Level => level(&band, gutter, depth, page),
            Side::Grid => grid(band, gutter, depth, page),
            Side::Columns => {
                let (left, right) = halves(&band, gutter);
                let edges = [left_edge(std::slice::from_ref(&left)), left_edge(std::slice::from_ref(&right))];
                columns(rows(left), depth - 1, page);
                let middle = page.lines.len();
                columns(rows(right), depth - 1, page);
                open(&mut page.lines, from, edges[0]);
                open(&mut page.lines, middle, edges[1]);
            }
        }
        if after_columns && side != Side::Columns {
            open(&mut page.lines, from, edge);
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

fn write_rows(rows: &[Row], page: &mut Page) {
    for (at, row) in rows.iter().enumerate() {
        page.write(row, at == 0);
    }
}

/// The x at which a right-hand column begins, and how much space must be clear before it.
#[derive(Clone, Copy)]
pub(super) struct Gutter {
    pub(super) x: f32,
    clear: f32,
}

impl Gutter {
    fn crosses(self, fragment: &Fragment) -> bool {
        fragment.x0 < self.x && fragment.x1 > self.x - self.clear
    }

    /// True for a row that something of crosses it, and for the row of a table with cells on both sides.
    fn is_crossed(self, row: &[Fragment]) -> bool {
        let cell = |right| row.iter().any(|fragment| fragment.cell && self.is_right(fragment) == right);
        row.iter().any(|fragment| self.crosses(fragment)) || cell(false) && cell(true)
    }

    pub(super) fn is_right(self, fragment: &Fragment) -> bool {
        fragment.x0 >= self.x
    }
}

pub(super) fn split(row: &[Fragment], gutter: Gutter) -> (Row, Row) {
    row.iter().cloned().partition(|fragment| !gutter.is_right(fragment))
}

/// All that stands left and right of a gutter.
pub(super) fn halves(band: &[Row], gutter: Gutter) -> (Row, Row) {
    band.iter().flatten().cloned().partition(|fragment| !gutter.is_right(fragment))
}

/// Rows in runs: those that something crosses the gutter in, and those that nothing does.
fn bands(page: Vec<Row>, gutter: Gutter) -> Vec<(bool, Vec<Row>)> {
    let mut bands: Vec<(bool, Vec<Row>)> = Vec::new();
    for row in page {
        let crossed = gutter.is_crossed(&row);
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
pub(super) fn best_gutter(page: &[Row]) -> Option<Gutter> {
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
            let crossed = gutter.is_crossed(row);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, x0: f32, y: f32, bold: bool) -> Fragment {
        let x1 = x0 + 5.0 * text.chars().count() as f32;
        Fragment { text: text.to_owned(), x0, x1, y, size: 10.0, bold, leads: bold, cell: false }
    }

    fn texts(pieces: &[(&str, f32, f32, bool)]) -> Vec<String> {
        let pieces = pieces.iter().map(|(text, x0, y, bold)| piece(text, *x0, *y, *bold)).collect();
        read(pieces).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn dates_in_a_margin_with_headings_among_them_are_no_column() {
        let read = texts(&[
            ("Experience", 50.0, 100.0, true),
            ("2019 –", 50.0, 120.0, false),
            ("today", 50.0, 132.0, false),
            ("Platform Engineer", 150.0, 120.0, true),
            ("Fernrill Systems, Leeds", 150.0, 132.0, false),
            ("Rebuilt the replication layer of a store.", 150.0, 144.0, false),
            ("2016 – 2018", 50.0, 160.0, false),
            ("Developer", 150.0, 160.0, true),
            ("Quay Labs, Tarnholm", 150.0, 172.0, false),
            ("Education", 50.0, 196.0, true),
            ("2013 – 2016", 50.0, 216.0, false),
            ("Bachelor of Science, Oxmere University", 150.0, 216.0, true),
        ]);
        let expected = [
            "Experience",
            "2019 – today",
            "Platform Engineer",
            "Fernrill Systems, Leeds",
            "Rebuilt the replication layer of a store.",
            "2016 – 2018",
            "Developer",
            "Quay Labs, Tarnholm",
            "Education",
            "2013 – 2016",
            "Bachelor of Science, Oxmere University",
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn boxes_side_by_side_are_read_one_by_one() {
        let read = texts(&[
            ("Master of Computing", 50.0, 100.0, true),
            ("Bachelor of Science", 320.0, 100.0, true),
            ("Oxmere University", 50.0, 114.0, false),
            ("Marrowby Institute", 320.0, 114.0, false),
            ("2013 – 2015", 50.0, 128.0, false),
            ("2010 – 2013", 320.0, 128.0, false),
        ]);
        let expected = [
            "Master of Computing",
            "Oxmere University",
            "2013 – 2015",
            "Bachelor of Science",
            "Marrowby Institute",
            "2010 – 2013",
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn an_address_beside_the_name_is_a_block_of_its_own() {
        let read = texts(&[
            ("Leeds, United Kingdom", 400.0, 50.0, false),
            ("Maren Holtby", 50.0, 58.0, true),
            ("+44 1632 960 147", 400.0, 63.0, false),
            ("Platform Engineer", 50.0, 72.0, false),
            ("maren@holtby.example", 400.0, 77.0, false),
            ("Profile", 50.0, 110.0, true),
            (
                "Eleven years of stores that many people write to at the same time, in banks and hospitals.",
                50.0,
                124.0,
                false,
            ),
        ]);
        let expected = ["Maren Holtby", "Platform Engineer", "Leeds, United Kingdom", "+44 1632 960 147"];
        assert_eq!(read.get(..4).unwrap_or_default(), expected);
        assert_eq!(read.get(5).map(String::as_str), Some("Profile"));
    }

    #[test]
    fn headings_at_the_right_head_what_runs_to_the_left() {
        let (heading, lines) = ("ןויסינ", ["םידומע לש הרוש", "תפסונ הרוש", "הנורחא הרוש"]);
        let right = |text: &str, end: f32| end - 5.0 * text.chars().count() as f32;
        let mut pieces = vec![(heading, right(heading, 500.0), 100.0, true)];
        for (at, text) in lines.iter().enumerate() {
            pieces.push((text, right(text, 400.0), 100.0 + 14.0 * at as f32, false));
        }
        pieces.push((heading, right(heading, 500.0), 160.0, true));
        for (at, text) in lines.iter().enumerate() {
            pieces.push((text, right(text, 400.0), 160.0 + 14.0 * at as f32, false));
        }
        let [one, two, three] = lines;
        assert_eq!(texts(&pieces), [heading, one, two, three, heading, one, two, three]);
    }
}
