//! Tables that are drawn with lines: the lines within a cell belong together, and the cells of a row are one line.
//!
//! A résumé's table of studies would otherwise fall apart into the first lines of all its cells, then the second ones.
//! Boxes drawn around whole sections are tables too, by their looks; of what is more than a few words long, no more than
//! one cell stands in a row: short ones beside it are put together, and it goes on below them.

use super::lines::Fragment;
use crate::text::after_bullet;
use hayro_interpret::kurbo::Rect;

/// On a page with more lines than this no table is looked for.
const MAX_RULES: usize = 2_000;
/// Lines this far apart are one line, drawn piece by piece.
const NEAR: f32 = 2.0;
/// A row of a table is no higher, unless another is parted as it is; its cells have no more lines and letters.
const MAX_HEIGHT: f32 = 120.0;
const MAX_HEIGHT_OF_LIKE: f32 = 600.0;
const MAX_LINES: usize = 6;
const MAX_LETTERS: usize = 160;

/// The thin lines of a page.
#[derive(Default)]
pub(super) struct Rules {
    /// Height, left and right end.
    across: Vec<(f32, f32, f32)>,
    /// Distance from the left, upper and lower end.
    down: Vec<(f32, f32, f32)>,
    full: bool,
}

impl Rules {
    /// Notes something drawn, if it is a line.
    pub(super) fn note(&mut self, drawn: Rect) {
        let (width, height) = (drawn.width() as f32, drawn.height() as f32);
        let (list, middle, from, to) = if height <= NEAR && width > 8.0 {
            (&mut self.across, f64::midpoint(drawn.y0, drawn.y1), drawn.x0, drawn.x1)
        } else if width <= NEAR && height > 4.0 {
            (&mut self.down, f64::midpoint(drawn.x0, drawn.x1), drawn.y0, drawn.y1)
        } else {
            return;
        };
        if list.len() >= MAX_RULES {
            self.full = true;
        } else if drawn.is_finite() {
            list.push((middle as f32, from as f32, to as f32));
        }
    }

    /// The rows of tables: between two lines across of the same length that at least one line down joins.
    fn rows(mut self) -> Vec<Row> {
        if self.full {
            return Vec::new();
        }
        let across = merge(&mut self.across);
        let down = merge(&mut self.down);
        let mut rows: Vec<Row> = Vec::new();
        for (at, (top, left, right)) in across.iter().enumerate() {
            let below =
                across.iter().skip(at + 1).take(64).find(|(y, x0, x1)| {
                    y - top > 6.0 && (x0 - left).abs() < 3.0 * NEAR && (x1 - right).abs() < 3.0 * NEAR
                });
            let Some((bottom, ..)) = below.filter(|(bottom, ..)| bottom - top < MAX_HEIGHT_OF_LIKE) else { continue };
            let between = down.iter().filter(|(x, y0, y1)| {
                *x > left + 8.0 && *x < right - 8.0 && *y0 < top + 2.0 * NEAR && *y1 > bottom - 2.0 * NEAR
            });
            let mut columns: Vec<f32> = between.map(|(x, ..)| *x).collect();
            columns.dedup_by(|b, a| *b - *a < 2.0 * NEAR);
            if !columns.is_empty() {
                rows.push(Row { top: *top, bottom: *bottom, left: *left, right: *right, columns });
            }
        }
        let low: Vec<bool> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let near = rows.get(at.saturating_sub(16)..(at + 17).min(rows.len())).unwrap_or_default();
                row.bottom - row.top < MAX_HEIGHT || near.iter().filter(|other| row.is_parted_like(other)).count() > 1
            })
            .collect();
        let mut low = low.into_iter();
        rows.retain(|_| low.next().unwrap_or(false));
        rows
    }
}

/// Puts pieces of one line together; sorts by place.
fn merge(rules: &mut [(f32, f32, f32)]) -> Vec<(f32, f32, f32)> {
    rules.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut merged: Vec<(f32, f32, f32)> = Vec::new();
    for same in rules.chunk_by_mut(|a, b| b.0 - a.0 < NEAR) {
        same.sort_by(|a, b| a.1.total_cmp(&b.1));
        let from = merged.len();
        for (at, start, end) in same.iter().copied() {
            match merged.get_mut(from..).and_then(<[_]>::last_mut) {
                Some((_, _, reach)) if start <= *reach + 2.0 * NEAR => *reach = reach.max(end),
                _ => merged.push((at, start, end)),
            }
        }
    }
    merged
}

struct Row {
    top: f32,
    bottom: f32,
    left: f32,
    right: f32,
    /// Where its columns part.
    columns: Vec<f32>,
}

impl Row {
    fn holds(&self, fragment: &Fragment) -> bool {
        let middle = f32::midpoint(fragment.x0, fragment.x1);
        fragment.y > self.top && fragment.y <= self.bottom + NEAR && middle > self.left && middle < self.right
    }

    fn is_parted_like(&self, other: &Self) -> bool {
        let near = |(a, b): (&f32, &f32)| (a - b).abs() < 2.0 * NEAR;
        self.columns.len() == other.columns.len()
            && (self.left - other.left).abs() < 3.0 * NEAR
            && self.columns.iter().zip(&other.columns).all(near)
    }

    /// Where a column begins and ends.
    fn ends(&self, column: usize) -> (f32, f32) {
        let start = column.checked_sub(1).and_then(|at| self.columns.get(at));
        (*start.unwrap_or(&self.left), *self.columns.get(column).unwrap_or(&self.right))
    }
}

/// Makes one piece of each cell of a table.
pub(super) fn join(rules: Rules, fragments: Vec<Fragment>) -> Vec<Fragment> {
    let rows = rules.rows();
    if rows.is_empty() {
        return fragments;
    }
    let mut rest = Vec::with_capacity(fragments.len());
    let mut held: Vec<Vec<Fragment>> = rows.iter().map(|_| Vec::new()).collect();
    for fragment in fragments {
        // Rows are sorted by their tops; those of tables side by side are few.
        let above = rows.partition_point(|row| row.top < fragment.y);
        let found = (0..above).rev().take(16).find(|at| rows.get(*at).is_some_and(|row| row.holds(&fragment)));
        match found.and_then(|at| held.get_mut(at)) {
            Some(of_row) => of_row.push(fragment),
            None => rest.push(fragment),
        }
    }
    let mut parted: Vec<(&Row, usize, usize)> = Vec::new();
    for (row, of_row) in rows.iter().zip(&held) {
        let columns = columns(row, of_row).unwrap_or_default();
        if !columns.iter().any(|column| is_long(column)) {
            continue;
        }
        for (at, column) in columns.iter().enumerate() {
            let breaks = breaks(&lines(column), row.ends(at));
            if !breaks.is_empty() && breaks.len() < MAX_LINES && breaks.iter().all(|parts| *parts) {
                parted.push((row, at, breaks.len()));
            }
        }
    }
    for (row, of_row) in rows.iter().zip(&held) {
        match cells(row, of_row, &parted) {
            Some(cells) => rest.extend(cells),
            None => rest.extend(of_row.iter().cloned()),
        }
    }
    rest
}

/// What stands in each column of a row; nothing where something crosses from one into the next.
fn columns<'f>(row: &Row, fragments: &'f [Fragment]) -> Option<Vec<Vec<&'f Fragment>>> {
    let mut columns: Vec<Vec<&Fragment>> = vec![Vec::new(); row.columns.len() + 1];
    for fragment in fragments {
        let column = row.columns.partition_point(|x| *x < f32::midpoint(fragment.x0, fragment.x1));
        let crosses = row.columns.iter().any(|x| fragment.x0 < x - 2.0 * NEAR && fragment.x1 > x + 2.0 * NEAR);
        if crosses {
            return None;
        }
        columns.get_mut(column)?.push(fragment);
    }
    Some(columns)
}

/// The cells of a row; nothing when they are not those of a table. `parted`: cells beside long ones whose lines
/// all end before their place does, each as its row, its column and the number of breaks; others of that column beside
/// long ones that have as many lines are parted as they are.
fn cells(row: &Row, fragments: &[Fragment], parted: &[(&Row, usize, usize)]) -> Option<Vec<Fragment>> {
    let columns = columns(row, fragments)?;
    let filled = columns.iter().filter(|column| !column.is_empty()).count();
    let long = columns.iter().filter(|column| is_long(column)).count();
    // Beside a long cell, there are others that say what it is of.
    if filled < 2 || long > 1 || long == 1 && filled < 3 {
        return None;
    }
    let y = fragments.iter().map(|fragment| fragment.y).min_by(f32::total_cmp)?;
    let mut joined = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if is_long(column) {
            let top = column.iter().map(|piece| piece.y).min_by(f32::total_cmp)?;
            joined.extend(column.iter().map(|piece| {
                let first = piece.y - top < 0.3 * piece.size;
                if first { Fragment { y, cell: true, ..(*piece).clone() } } else { (*piece).clone() }
            }));
        } else {
            let lines = lines(column);
            let mut breaks = breaks(&lines, row.ends(at));
            let alike = |(other, column, count): &(&Row, usize, usize)| {
                (*column, *count) == (at, breaks.len()) && row.is_parted_like(other)
            };
            // "Harwick" over "Leeds, England": a place below what is there.
            let place = matches!(lines.as_slice(), [one, two] if !text(one).contains(',') && text(two).contains(", "));
            if long == 1 && (place || parted.iter().any(alike)) {
                breaks.fill(true);
            }
            joined.extend(cell(&lines, &breaks, y));
        }
    }
    Some(joined)
}

/// The lines of a cell.
fn lines<'f>(pieces: &[&'f Fragment]) -> Vec<Vec<&'f Fragment>> {
    let mut pieces = pieces.to_vec();
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut lines: Vec<Vec<&Fragment>> =
        pieces.chunk_by(|a, b| (b.y - a.y).abs() < 0.3 * a.size).map(<[_]>::to_vec).collect();
    for line in &mut lines {
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    lines
}

/// True for what is more than the few words of a table's cell: a list, a paragraph.
fn is_long(pieces: &[&Fragment]) -> bool {
    let lines = lines(pieces).len();
    let letters: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
    let listed = lines > 1 && pieces.iter().any(|piece| after_bullet(&piece.text).is_some());
    lines > MAX_LINES || letters > MAX_LETTERS || listed
}

/// From where to where pieces reach.
fn reach(pieces: &[&Fragment]) -> (f32, f32) {
    let x0 = pieces.iter().map(|piece| piece.x0).fold(f32::INFINITY, f32::min);
    (x0, pieces.iter().map(|piece| piece.x1).fold(f32::NEG_INFINITY, f32::max))
}

fn text(line: &[&Fragment]) -> String {
    line.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// For each line of a cell but the last, whether the first word of the next would have had a place on it.
fn breaks(lines: &[Vec<&Fragment>], (start, end): (f32, f32)) -> Vec<bool> {
    let (x0, x1) = reach(&lines.concat());
    let place = (end - start) - 2.0 * (x0 - start).min(end - x1).max(0.0);
    let parts = |(line, next): (&Vec<&Fragment>, &Vec<&Fragment>)| {
        let ((from, to), (next_from, next_to)) = (reach(line), reach(next));
        let text = text(next);
        // Its first word, or its last where text runs to the left.
        let letters = |word: Option<&str>| word.map_or(0, |word| word.chars().count());
        let word = letters(text.split(' ').next()).max(letters(text.split(' ').next_back()));
        let share = word as f32 / text.chars().count().max(1) as f32;
        let size = line.first().map_or(0.0, |first| first.size);
        (to - from) + (next_to - next_from) * share + 0.6 * size < place
    };
    lines.iter().zip(lines.iter().skip(1)).map(parts).collect()
}

/// A cell as one piece, or as several where lines end before their place does.
fn cell(lines: &[Vec<&Fragment>], breaks: &[bool], y: f32) -> Vec<Fragment> {
    let (x0, x1) = reach(&lines.concat());
    let mut cells: Vec<Fragment> = Vec::new();
    for (line, parts) in lines.iter().zip(std::iter::once(&true).chain(breaks)) {
        let Some(first) = line.first() else { continue };
        let text = text(line);
        let bold = line.iter().all(|piece| piece.bold);
        match cells.last_mut() {
            Some(cell) if !parts => {
                cell.text.push(' ');
                cell.text.push_str(&text);
                cell.bold &= bold;
            }
            _ => cells.push(Fragment { text, x0, x1, y, bold, cell: true, ..(*first).clone() }),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, x0: f32, y: f32) -> Fragment {
        Fragment { text: text.to_owned(), x0, x1: x0 + 60.0, y, size: 10.0, bold: false, leads: false, cell: false }
    }

    fn table() -> Rules {
        let mut rules = Rules::default();
        for y in [100.0, 140.0, 180.0] {
            // As word processors draw them: one piece for each cell.
            rules.note(Rect::new(50.0, y, 150.0, y + 0.5));
            rules.note(Rect::new(150.5, y, 300.0, y + 0.5));
        }
        for x in [50.0, 150.0, 300.0] {
            rules.note(Rect::new(x, 100.0, x + 0.5, 140.0));
            rules.note(Rect::new(x, 140.0, x + 0.5, 180.0));
        }
        rules
    }

    #[test]
    fn lines_of_a_cell_are_put_together() {
        let pieces = vec![
            piece("B.Sc.", 55.0, 115.0),
            Fragment { x1: 280.0, ..piece("University of Applied Sciences", 155.0, 115.0) },
            piece("of Tarnholm", 155.0, 128.0),
            piece("M.Sc.", 55.0, 155.0),
            piece("Marrowby", 155.0, 155.0),
            piece("After it", 55.0, 220.0),
        ];
        let joined: Vec<(String, f32)> = join(table(), pieces).into_iter().map(|piece| (piece.text, piece.y)).collect();
        let expected = [
            ("After it", 220.0),
            ("B.Sc.", 115.0),
            ("University of Applied Sciences of Tarnholm", 115.0),
            ("M.Sc.", 155.0),
            ("Marrowby", 155.0),
        ];
        assert_eq!(joined, expected.map(|(text, y)| (text.to_owned(), y)));
    }

    #[test]
    fn lines_that_end_before_their_place_does_are_cells() {
        let pieces = vec![piece("2019", 55.0, 115.0), piece("Harwick", 155.0, 115.0), piece("Leeds", 155.0, 128.0)];
        let joined: Vec<(String, f32)> = join(table(), pieces).into_iter().map(|piece| (piece.text, piece.y)).collect();
        assert_eq!(joined, ["2019", "Harwick", "Leeds"].map(|text| (text.to_owned(), 115.0)));
    }

    #[test]
    fn short_cells_are_put_together_beside_a_list() {
        let mut rules = table();
        for y in [100.0, 140.0, 180.0] {
            rules.note(Rect::new(300.0, y, 500.0, y + 0.5));
        }
        rules.note(Rect::new(500.0, 100.0, 500.5, 180.0));
        let pieces = vec![
            piece("2019", 55.0, 112.0),
            piece("Harwick", 155.0, 112.0),
            piece("Leeds, England", 155.0, 124.0),
            piece("Developer", 305.0, 112.0),
            piece("• One", 305.0, 124.0),
            piece("• Two", 305.0, 136.0),
        ];
        let mut joined: Vec<(String, f32)> =
            join(rules, pieces).into_iter().map(|piece| (piece.text, piece.y)).collect();
        joined.sort_by(|a, b| a.1.total_cmp(&b.1));
        let first = ["2019", "Harwick", "Leeds, England", "Developer"].map(|text| (text.to_owned(), 112.0));
        assert_eq!(joined.get(..4), Some(first.as_slice()));
        assert_eq!(joined.get(4..), Some([("• One".to_owned(), 124.0), ("• Two".to_owned(), 136.0)].as_slice()));
    }

    #[test]
    fn boxes_around_sections_are_let_be() {
        let pieces: Vec<Fragment> = (0..8)
            .flat_map(|at| {
                let y = 104.0 + 4.0 * at as f32;
                [piece("Words of a", 55.0, y), piece("whole section", 155.0, y)]
            })
            .collect();
        assert_eq!(join(table(), pieces.clone()), pieces);
        let lists = vec![piece("Tasks", 55.0, 115.0), piece("• One", 155.0, 115.0), piece("• Two", 155.0, 128.0)];
        assert_eq!(join(table(), lists.clone()), lists);
    }
}
