//! What stands side by side and is no column: words in the margin with what they belong to, and boxes in a grid.

use super::judge::{Side, has_year, looks_like};
use super::layout::{Gutter, Page, Row, columns, halves, split};
use super::lines::{Fragment, rows};
use super::order;
use super::sides::blocks;
use loupe_read::dates;

/// Words in the margin, each before what stands beside and below it.
pub(super) fn margin(band: &[Row], gutter: Gutter, side: Side, depth: u32, page: &mut Page) {
    let mut at = 0;
    let mut beside: Row = Vec::new();
    while let Some(row) = band.get(at) {
        at += 1;
        let (mut left, right) = split(row, gutter);
        if left.is_empty() {
            beside.extend(right);
            continue;
        }
        write_beside(std::mem::take(&mut beside), depth, page);
        beside = right;
        while let Some(rest) = goes_on(band.get(at..).unwrap_or_default(), &left, &beside, gutter) {
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
            page.write(&left, false);
        } else {
            left.append(&mut beside);
            for row in rows(left) {
                page.write(&row, false);
            }
        }
    }
    write_beside(beside, depth, page);
}

/// What stands beside words in the margin. It goes on from them.
fn write_beside(beside: Row, depth: u32, page: &mut Page) {
    let from = page.lines.len();
    columns(rows(beside), depth - 1, page);
    if let Some(first) = page.lines.get_mut(from) {
        first.opens = false;
    }
}

/// How many rows further down the words in the margin go on that are too long for it: a heading, or dates.
fn goes_on(below: &[Row], left: &[Fragment], beside: &[Fragment], gutter: Gutter) -> Option<usize> {
    const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];
    let last = left.last()?;
    let at = below.iter().take(3).position(|row| row.iter().any(|piece| !gutter.is_right(piece)))?;
    let row = below.get(at)?;
    let first = row.iter().find(|piece| !gutter.is_right(piece))?;
    let alone = row.iter().all(|piece| !gutter.is_right(piece));
    let alike = looks_like(first, last);
    let parted = last.text.ends_with(DASHES) || first.text.starts_with(DASHES);
    // "Nov 2015 – Apr", "2020"; "2019 – i", "dag". Where each line is a row of its own, what stands beside them looks alike.
    let open = last.text.rsplit_once(DASHES).is_some_and(|(_, end)| !has_year(end)) && has_year(&last.text);
    let year = has_year(&first.text) && !first.text.contains(DASHES);
    let rest = year || first.text.starts_with(char::is_lowercase);
    let rows = row.iter().any(|piece| {
        gutter.is_right(piece)
            && beside.iter().any(|above| (above.x0 - piece.x0).abs() < 1.0 && looks_like(piece, above))
    });
    let parted = parted || open && rest && !rows;
    (alike && first.y - last.y < 1.6 * first.size && (first.bold && alone || parted)).then_some(at)
}

/// Dates at the far side, each as the last cell of the line that it stands beside.
pub(super) fn ends(band: &[Row], gutter: Gutter, depth: u32, page: &mut Page) {
    let (left, right) = halves(band, gutter);
    let left = rows(left);
    let mut at = 0;
    for dates in rows(right).concat().chunk_by(|above, below| below.y - above.y < 1.6 * below.size) {
        let Some(first) = dates.first() else { continue };
        let distance = |row: &Row| row.first().map_or(f32::INFINITY, |piece| (piece.y - first.y).abs());
        let rest = left.get(at..).unwrap_or_default();
        let near = rest.iter().enumerate().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        let near = near.filter(|(_, row)| distance(row) < 0.8 * first.size).map(|(ahead, _)| at + ahead);
        let below = at + rest.iter().take_while(|row| row.first().is_some_and(|piece| piece.y < first.y)).count();
        let head = near.unwrap_or(below);
        write_beside(left.get(at..head).unwrap_or_default().concat(), depth, page);
        let mut row = near.and_then(|near| left.get(near)).cloned().unwrap_or_default();
        at = head + usize::from(!row.is_empty());
        row.push(Fragment { text: span(dates, page.turned.is_some()), cell: !row.is_empty(), ..first.clone() });
        page.write(&row, false);
    }
    write_beside(left.get(at..).unwrap_or_default().concat(), depth, page);
}

/// Dates in one or more lines. The end may stand over the beginning, with no dash between them.
fn span(lines: &[Fragment], leftwards: bool) -> String {
    let read = |line: &Fragment| order::logical(&line.text, order::is_leftwards(&line.text, leftwards));
    let is_span = |from: &Fragment, to: &Fragment| {
        let text = format!("{} \u{2013} {}", read(from), read(to));
        dates::find_range(&text).is_some_and(|found| found.bytes == (0..text.len()))
    };
    let joined = |from: &Fragment, to: &Fragment| {
        let (left, right) = if leftwards { (to, from) } else { (from, to) };
        format!("{} \u{2013} {}", left.text, right.text)
    };
    match lines {
        [above, below] if is_span(below, above) => joined(below, above),
        [above, below] if is_span(above, below) => joined(above, below),
        _ => lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "),
    }
}

/// Blocks at the left, each before what stands beside it.
pub(super) fn level(band: &[Row], gutter: Gutter, depth: u32, page: &mut Page) {
    let (left, right) = halves(band, gutter);
    let right = rows(right);
    let mut at = 0;
    for block in blocks(&rows(left)) {
        let Some(top) = block.first().and_then(|row| row.first()).map(|first| first.y - 0.5 * first.size) else {
            continue;
        };
        let above = right.iter().skip(at).take_while(|row| row.first().is_some_and(|piece| piece.y < top)).count();
        write_beside(right.get(at..at + above).unwrap_or_default().concat(), depth, page);
        at += above;
        let from = page.lines.len();
        for row in block {
            page.write(row, false);
        }
        page.lines.get_mut(from).into_iter().for_each(|first| first.opens = true);
    }
    write_beside(right.get(at..).unwrap_or_default().concat(), depth, page);
}

/// Boxes in a grid, each as a whole.
pub(super) fn grid(band: Vec<Row>, gutter: Gutter, depth: u32, page: &mut Page) {
    let mut strips: Vec<Vec<Row>> = Vec::new();
    let mut head: Option<(bool, f32)> = None;
    let mut above: Option<f32> = None;
    for row in band {
        let first = row.iter().find(|piece| !gutter.is_right(piece));
        let both = first.is_some() && row.iter().any(|piece| gutter.is_right(piece));
        let parted = first.is_some_and(|first| above.is_none_or(|above| first.y - above > 1.5 * first.size));
        // A date at the line's end may be raised.
        above = row.iter().map(|piece| piece.y).max_by(f32::total_cmp);
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
        columns(rows(left), depth - 1, page);
        columns(rows(right), depth - 1, page);
    }
}

#[cfg(test)]
mod tests {
    use crate::pdf::layout::read;
    use crate::pdf::lines::Fragment;

    fn texts(pieces: &[(&str, f32, f32, bool)]) -> Vec<String> {
        let piece = |(text, x0, y, bold): &(&str, f32, f32, bool)| {
            let x1 = x0 + 5.0 * text.chars().count() as f32;
            let text = (*text).to_owned();
            Fragment { text, x0: *x0, x1, y: *y, size: 10.0, bold: *bold, leads: *bold, cell: false }
        };
        read(pieces.iter().map(piece).collect()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_year_below_a_month_in_the_margin_is_of_the_same_dates() {
        let read = texts(&[
            ("Nov 2015 – Apr", 50.0, 100.0, false),
            ("2020", 50.0, 112.0, false),
            ("Platform Engineer", 150.0, 100.0, true),
            ("Fernrill Systems, Leeds", 150.0, 112.0, false),
            ("Rebuilt the replication layer of a store.", 150.0, 124.0, false),
            ("2013 – 2015", 50.0, 140.0, false),
            ("Developer", 150.0, 140.0, true),
            ("Quay Labs, Tarnholm", 150.0, 152.0, false),
        ]);
        let expected = ["Nov 2015 – Apr 2020", "Platform Engineer", "Fernrill Systems, Leeds"];
        assert_eq!(read.get(..3).unwrap_or_default(), expected);
        assert_eq!(read.get(4..6).unwrap_or_default(), ["2013 – 2015", "Developer"]);
    }

    #[test]
    fn dates_at_the_far_side_stand_with_what_they_are_beside() {
        let read = texts(&[
            ("Platform Engineer", 50.0, 100.0, true),
            ("today", 420.0, 97.0, false),
            ("Fernrill Systems, Leeds", 50.0, 112.0, false),
            ("May 2018", 420.0, 109.0, false),
            ("Rebuilt the replication layer of a store that many write to.", 50.0, 124.0, false),
            ("Developer", 50.0, 150.0, true),
            ("Apr 2018", 420.0, 147.0, false),
            ("Quay Labs, Tarnholm", 50.0, 162.0, false),
            ("Jan 2015", 420.0, 159.0, false),
            ("Wrote the tools that its ports are run with.", 50.0, 174.0, false),
        ]);
        let expected = [
            "Platform Engineer May 2018 – today",
            "Fernrill Systems, Leeds",
            "Rebuilt the replication layer of a store that many write to.",
            "Developer Jan 2015 – Apr 2018",
            "Quay Labs, Tarnholm",
            "Wrote the tools that its ports are run with.",
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn what_stands_flush_at_the_right_margin_is_of_the_rows_it_ends() {
        let end = |text: &str| 500.0 - 5.0 * text.chars().count() as f32;
        let rows = [
            ("Arquitecta de datos", "Valencia, España"),
            ("Puerto Claro Logística", "may 2020 – actualidad"),
            ("Diseño del almacén de datos que comparten cinco terminales.", ""),
            ("Ingeniera de datos", "Madrid, España"),
            ("Banco Levantino", "nov 2015 – abr 2020"),
            ("Migré los informes regulatorios de un sistema heredado.", ""),
            ("Analista", "Madrid, España"),
            ("Consultora Tresmares", "sept 2013 – oct 2015"),
        ];
        let pieces = rows.iter().enumerate().flat_map(|(at, (left, right))| {
            let y = 100.0 + 12.0 * at as f32;
            let right = (!right.is_empty()).then_some((*right, end(right), y, false));
            std::iter::once((*left, 50.0, y, at % 3 == 0)).chain(right)
        });
        let read = texts(&pieces.collect::<Vec<_>>());
        let expected = rows.map(|(left, right)| format!("{left} {right}").trim_end().to_owned());
        assert_eq!(read, expected);
    }

    #[test]
    fn columns_on_one_grid_of_lines_are_told_by_sentences_that_go_on() {
        let left = ["Skills", "• Go", "• Raft", "• Rust", "• SQL", "• Leeds"];
        let right = [
            "Profile",
            "Eleven years of stores that many people",
            "write to at the same time, in banks and",
            "hospitals.",
            "Calm with those who have to use them, and",
            "careful.",
        ];
        let mut pieces = Vec::new();
        for (at, (left, right)) in left.into_iter().zip(right).enumerate() {
            let y = 100.0 + 12.0 * at as f32;
            pieces.extend([(left, 50.0, y, at == 0), (right, 180.0, y, at == 0)]);
        }
        assert_eq!(texts(&pieces), [left, right].concat());
    }

    #[test]
    fn large_headings_in_the_margin_stand_level_by_their_tops_with_what_they_head() {
        let piece = |text: &str, x0: f32, y: f32, size: f32| {
            let x1 = x0 + 0.5 * size * text.chars().count() as f32;
            Fragment { text: text.to_owned(), x0, x1, y, size, bold: false, leads: false, cell: false }
        };
        // The rest of what began on the page before, and three short parts.
        let read = read(vec![
            piece("PostgreSQL, and stores of our own making", 180.0, 40.0, 10.0),
            piece("Languages", 50.0, 80.0, 20.0),
            piece("English", 180.0, 79.0, 16.0),
            piece("Fluent, spoken and written", 180.0, 96.0, 10.0),
            piece("Interests", 50.0, 140.0, 20.0),
            piece("Hill running in the north", 180.0, 139.0, 16.0),
            piece("References", 50.0, 187.5, 20.0),
            piece("A thorough and dependable engineer.", 180.0, 180.0, 10.0),
        ]);
        let read: Vec<&str> = read.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            read,
            [
                "PostgreSQL, and stores of our own making",
                "Languages",
                "English",
                "Fluent, spoken and written",
                "Interests",
                "Hill running in the north",
                "References",
                "A thorough and dependable engineer.",
            ]
        );
    }

    #[test]
    fn a_paragraph_beside_the_name_is_read_behind_the_name_and_what_stands_below_it() {
        let piece = |text: &str, x0: f32, y: f32, size: f32| {
            let x1 = x0 + 0.5 * size * text.chars().count() as f32;
            Fragment { text: text.to_owned(), x0, x1, y, size, bold: false, leads: false, cell: false }
        };
        let read = read(vec![
            piece("Eleven years of stores that many people", 280.0, 60.0, 10.0),
            piece("Maren Holtby", 50.0, 75.0, 26.0),
            piece("write to at the same time, in banks and", 280.0, 73.0, 10.0),
            piece("Engineer", 50.0, 86.0, 12.0),
            piece("in hospitals.", 280.0, 86.0, 10.0),
            piece("maren@holtby.example", 50.0, 120.0, 10.0),
            piece("+44 1632 960 147", 280.0, 120.0, 10.0),
        ]);
        let read: Vec<&str> = read.iter().map(|line| line.text.as_str()).collect();
        let expected = [
            "Maren Holtby",
            "Engineer",
            "Eleven years of stores that many people",
            "write to at the same time, in banks and",
            "in hospitals.",
            "maren@holtby.example +44 1632 960 147",
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_contact_far_beside_the_name_is_no_raised_part_of_it() {
        let piece = |text: &str, x0: f32, y: f32, size: f32| {
            let x1 = x0 + 0.5 * size * text.chars().count() as f32;
            Fragment { text: text.to_owned(), x0, x1, y, size, bold: false, leads: false, cell: false }
        };
        let read = read(vec![
            piece("Leeds, United Kingdom", 400.0, 75.0, 9.5),
            piece("Maren Holtby", 50.0, 87.0, 22.0),
            piece("maren@holtby.example", 400.0, 88.5, 9.5),
            piece("Senior Engineer", 50.0, 120.0, 12.0),
            piece("Jul 2021", 300.0, 116.4, 8.7),
        ]);
        let read: Vec<&str> = read.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(read, ["Leeds, United Kingdom", "Maren Holtby maren@holtby.example", "Senior Engineer Jul 2021"]);
    }

    #[test]
    fn blocks_that_are_level_are_read_one_after_the_other() {
        let blocks = [
            (["Fernrill Systems", "Leeds", "2018 – today"], ["Platform Engineer", "Rebuilt a store."]),
            (["Quay Labs", "Tarnholm", "2015 – 2018"], ["Developer", "Wrote the tools of its ports."]),
        ];
        let mut pieces = Vec::new();
        for (at, (left, right)) in blocks.iter().enumerate() {
            let y = |line: usize| 100.0 + 50.0 * at as f32 + 12.0 * line as f32;
            pieces.extend(left.iter().enumerate().map(|(line, text)| (*text, 50.0, y(line), line == 0)));
            pieces.extend(right.iter().enumerate().map(|(line, text)| (*text, 200.0, y(line), false)));
        }
        let expected: Vec<&str> = blocks.iter().flat_map(|(left, right)| left.iter().chain(right)).copied().collect();
        assert_eq!(texts(&pieces), expected);
    }

    #[test]
    fn addresses_beside_the_name_are_read_before_the_columns_below() {
        let piece = |text: &str, x0: f32, y: f32, size: f32| {
            let x1 = x0 + 0.5 * size * text.chars().count() as f32;
            Fragment { text: text.to_owned(), x0, x1, y, size, bold: false, leads: false, cell: false }
        };
        let mut pieces = vec![
            piece("Maren Holtby", 50.0, 70.0, 24.0),
            piece("maren@holtby.example", 400.0, 62.0, 9.0),
            piece("+44 1632 960 147", 400.0, 74.0, 9.0),
            piece("Engineer", 50.0, 90.0, 11.0),
            piece("Leeds", 400.0, 86.0, 9.0),
        ];
        for line in 0..8 {
            let y = 140.0 + 13.0 * line as f32;
            pieces.push(piece("Rebuilt the replication layer of a store that many", 50.0, y, 10.0));
            pieces.push(piece("Go, Raft", 400.0, y + 5.0, 10.0));
        }
        let read: Vec<String> = read(pieces).into_iter().map(|line| line.text).take(5).collect();
        assert_eq!(read, ["Maren Holtby", "Engineer", "maren@holtby.example", "+44 1632 960 147", "Leeds"]);
    }
}
