//! Tables that are drawn with lines: the lines within a cell belong together, and the cells of a row are one line.
//!
//! A résumé's table of studies would otherwise fall apart into the first lines of all its cells, then the second ones.
//! Boxes drawn around whole sections are tables too, by their looks; what is more than a few words long is let be.

use super::lines::Fragment;
use crate::text::after_bullet;
use hayro_interpret::kurbo::Rect;

/// On a page with more lines than this no table is looked for.
const MAX_RULES: usize = 2_000;
/// Lines this far apart are one line, drawn piece by piece.
const NEAR: f32 = 2.0;
/// A row of a table is no higher, its cells have no more lines and letters.
const MAX_HEIGHT: f32 = 120.0;
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
            let Some((bottom, ..)) = below.filter(|(bottom, ..)| bottom - top < MAX_HEIGHT) else { continue };
            let between = down.iter().filter(|(x, y0, y1)| {
                *x > left + 8.0 && *x < right - 8.0 && *y0 < top + 2.0 * NEAR && *y1 > bottom - 2.0 * NEAR
            });
            let mut columns: Vec<f32> = between.map(|(x, ..)| *x).collect();
            columns.dedup_by(|b, a| *b - *a < 2.0 * NEAR);
            if !columns.is_empty() {
                rows.push(Row { top: *top, bottom: *bottom, left: *left, right: *right, columns });
            }
        }
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
    for (row, of_row) in rows.iter().zip(held) {
        match cells(row, &of_row) {
            Some(cells) => rest.extend(cells),
            None => rest.extend(of_row),
        }
    }
    rest
}

/// The cells of a row, each as one piece; nothing when they are not those of a table.
fn cells(row: &Row, fragments: &[Fragment]) -> Option<Vec<Fragment>> {
    let mut columns: Vec<Vec<&Fragment>> = vec![Vec::new(); row.columns.len() + 1];
    for fragment in fragments {
        let column = row.columns.partition_point(|x| *x < f32::midpoint(fragment.x0, fragment.x1));
        let crosses = row.columns.iter().any(|x| fragment.x0 < x - 2.0 * NEAR && fragment.x1 > x + 2.0 * NEAR);
        if crosses {
            return None;
        }
        columns.get_mut(column)?.push(fragment);
    }
    columns.retain(|column| !column.is_empty());
    if columns.len() < 2 {
        return None;
    }
    let y = fragments.iter().map(|fragment| fragment.y).min_by(f32::total_cmp)?;
    columns.into_iter().map(|column| cell(column, y)).collect()
}

fn cell(mut pieces: Vec<&Fragment>, y: f32) -> Option<Fragment> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let lines = pieces.chunk_by(|a, b| (b.y - a.y).abs() < 0.3 * a.size).count();
    let letters: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
    let listed = lines > 1 && pieces.iter().any(|piece| after_bullet(&piece.text).is_some());
    if lines > MAX_LINES || letters > MAX_LETTERS || listed {
        return None;
    }
    let first = *pieces.first()?;
    let mut text = String::new();
    for line in pieces.chunk_by(|a, b| (b.y - a.y).abs() < 0.3 * a.size) {
        let mut line: Vec<&Fragment> = line.to_vec();
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        for piece in line {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
    }
    Some(Fragment {
        text,
        x0: pieces.iter().map(|piece| piece.x0).fold(first.x0, f32::min),
        x1: pieces.iter().map(|piece| piece.x1).fold(first.x1, f32::max),
        y,
        size: first.size,
        bold: pieces.iter().all(|piece| piece.bold),
        leads: first.leads,
        cell: true,
    })
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
            piece("University", 155.0, 115.0),
            piece("of Tarnholm", 155.0, 128.0),
            piece("M.Sc.", 55.0, 155.0),
            piece("Marrowby", 155.0, 155.0),
            piece("After it", 55.0, 220.0),
        ];
        let joined: Vec<(String, f32)> = join(table(), pieces).into_iter().map(|piece| (piece.text, piece.y)).collect();
        let expected = [
            ("After it", 220.0),
            ("B.Sc.", 115.0),
            ("University of Tarnholm", 115.0),
            ("M.Sc.", 155.0),
            ("Marrowby", 155.0),
        ];
        assert_eq!(joined, expected.map(|(text, y)| (text.to_owned(), y)));
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
