//! What is too long for its column and goes on in the next line, where that must be known before words are read:
//! addresses, which break within a word, and the last cell of a row.

use super::lines::Line;

/// An address of which more is missing is none.
const MAX_REST: usize = 40;
/// Behind these an address may break.
const BREAKS: [char; 7] = ['-', '/', '_', '.', '@', '=', '&'];

/// Puts together what goes on. Lines of one region stand between two that begin one.
pub(super) fn join(lines: &[Line]) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for region in lines.chunk_by(|_, below| below.region.is_none()) {
        let end = region.iter().map(|line| line.x1).fold(0.0, f32::max);
        let start = region.iter().map(|line| line.x0).fold(f32::INFINITY, f32::min);
        for (at, line) in region.iter().enumerate() {
            let above = joined.last_mut().filter(|above| at > 0 && follows(above, line));
            // Of a text below a row no more is known than that it stands there; one line of words before the next row
            // is the row's.
            let last = region.get(at + 1).is_none_or(|next| !next.cells.is_empty());
            let goes_on = last || line.text.starts_with(char::is_lowercase);
            if !above.is_some_and(|above| goes_on && cell(above, line, end) || address(above, line, start, end)) {
                joined.push(line.clone());
            }
        }
    }
    joined
}

/// True for a line right below another that looks like it.
fn follows(above: &Line, below: &Line) -> bool {
    let step = below.y - above.low;
    below.cells.is_empty()
        && step > 0.5 * below.size
        && step < 1.6 * below.size
        && (above.size - below.size).abs() < 0.05 * above.size
        && !above.text.chars().any(super::order::is_rtl)
}

/// How wide the first word of a line is.
pub(super) fn first_word(line: &Line) -> f32 {
    let word = line.text.split(' ').next().unwrap_or_default().chars().count();
    (line.x1 - line.x0) * word as f32 / line.text.chars().count().max(1) as f32
}

/// Adds a line to the last cell above it, where that goes on there.
fn cell(above: &mut Line, below: &Line, end: f32) -> bool {
    let Some(cell) = above.cells.last_mut() else { return false };
    let full = above.x1 + 0.2 * below.size + first_word(below) > end;
    // What reaches a person stands by itself.
    let full = full && below.text.contains(char::is_alphabetic) && !below.text.contains('@');
    if (above.last - below.x0).abs() > 1.0 || !full || crate::text::after_bullet(&below.text).is_some() {
        return false;
    }
    for text in [&mut above.text, cell] {
        text.push(' ');
        text.push_str(&below.text);
    }
    (above.low, above.x1) = (below.y, below.x1);
    above.links.extend(below.links.iter().cloned());
    true
}

/// Adds the rest of an address to the line that it begins in.
fn address(above: &mut Line, below: &Line, start: f32, end: f32) -> bool {
    let (head, rest) = below.text.split_once(' ').unwrap_or((&below.text, ""));
    let tail = above.text.rsplit(' ').next().unwrap_or_default();
    let centred = (above.x0 + above.x1 - below.x0 - below.x1).abs() < below.size;
    let beside = (above.x0 - below.x0).abs() < 1.0 || (above.last - below.x0).abs() < 1.0 || centred && rest.is_empty();
    let full = above.x1 - above.x0 + first_word(below) > end - start;
    let fits = head.len() <= MAX_REST
        && head.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && head.chars().all(|c| c.is_alphanumeric() || BREAKS.contains(&c));
    if !beside || !full || !fits || !tail.contains(['@', '/']) || tail.len() < 6 || head.contains('@') {
        return false;
    }
    let host = tail.rsplit('@').next().unwrap_or_default();
    // A word that is alone on its line and fills it breaks anywhere: what is left of it is no address of its own.
    let alone = tail.len() == above.text.len() && rest.is_empty() && above.x1 > end - 0.8 * above.size;
    let left = !head.contains('/') && (!head.contains('.') || tail.contains('@') && !host.contains('.'));
    let within = alone && left && head.chars().any(char::is_alphabetic) && tail.contains('.');
    if !tail.ends_with(BREAKS) && !within {
        return false;
    }
    above.text.push_str(head);
    if let Some(cell) = above.cells.last_mut() {
        cell.push_str(head);
    }
    if !rest.is_empty() {
        above.text.push(' ');
        above.text.push_str(rest);
    }
    above.low = below.y;
    above.links.extend(below.links.iter().cloned());
    true
}

#[cfg(test)]
mod tests {
    use crate::pdf::layout::read;
    use crate::pdf::lines::Fragment;

    fn texts(pieces: &[(&str, f32, f32)]) -> Vec<String> {
        let piece = |(text, x0, y): &(&str, f32, f32)| {
            let x1 = x0 + 5.0 * text.chars().count() as f32;
            let text = (*text).to_owned();
            Fragment { text, x0: *x0, x1, y: *y, size: 10.0, bold: false, leads: false, cell: false }
        };
        let lines = read(pieces.iter().map(piece).collect());
        super::join(&lines).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn addresses_that_break_in_a_narrow_column_are_one() {
        let read = texts(&[
            ("ilka.dravensen@dravense", 50.0, 100.0),
            ("n.example", 50.0, 112.0),
            ("linkedin.com/in/ilka-", 50.0, 124.0),
            ("dravensen", 50.0, 136.0),
            ("github.com/ilkadravense", 50.0, 148.0),
            ("nexample", 50.0, 160.0),
            ("Tarnholm", 50.0, 172.0),
        ]);
        let expected = [
            "ilka.dravensen@dravensen.example",
            "linkedin.com/in/ilka-dravensen",
            "github.com/ilkadravensenexample",
            "Tarnholm",
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn addresses_below_each_other_are_let_be() {
        let lines = ["ilka@dravensen.example", "github.com/ilka", "dravensen.example", "Tarnholm", "Cedar Lane 4"];
        let pieces: Vec<_> =
            lines.iter().enumerate().map(|(at, text)| (*text, 50.0, 100.0 + 12.0 * at as f32)).collect();
        assert_eq!(texts(&pieces), lines);
    }

    #[test]
    fn the_last_cell_of_a_row_goes_on_below() {
        let read = texts(&[
            ("May 2020", 50.0, 100.0),
            ("Certified Steward of Stores – Northwind", 150.0, 100.0),
            ("Foundation", 150.0, 112.0),
            ("Nov 2019", 50.0, 124.0),
            ("Storage Associate – Quay Labs", 150.0, 124.0),
        ]);
        assert_eq!(read[0], "May 2020 Certified Steward of Stores – Northwind Foundation");
        assert_eq!(read.len(), 2);
    }
}
