//! A page cut at headings that reach over all of it. What stands side by side below one of them is judged by itself: skills
//! in two columns say nothing of the roles below them.

use super::judge::looks_like;
use super::layout::{Row, best_gutter};
use super::lines::Fragment;

/// The rows of a page that has a gutter, cut before headings over all of it where another one runs below than above.
pub(super) fn cut(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let starts = starts(&rows);
    if starts.is_empty() || best_gutter(&rows).is_none() {
        return vec![rows];
    }
    let mut sections: Vec<Vec<Row>> = vec![Vec::new()];
    let mut runs: Option<f32> = None;
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(rows.len()));
    sections.extend(starts.first().and_then(|first| rows.get(..*first)).map(<[Row]>::to_vec));
    for (start, end) in starts.iter().zip(ends) {
        let section = rows.get(*start..end).unwrap_or_default();
        let own = best_gutter(section).map(|gutter| gutter.x);
        // Of few rows that stand as those above do, no more is known than of those.
        let begins = |x: f32| section.iter().flatten().any(|piece| (piece.x0 - x).abs() < 3.0);
        let same = runs.is_some_and(|x| own.map_or_else(|| begins(x), |own| (own - x).abs() < 4.0));
        match sections.last_mut() {
            Some(above) if same => above.extend_from_slice(section),
            _ => sections.push(section.to_vec()),
        }
        runs = if same { runs } else { own };
    }
    sections.retain(|section| !section.is_empty());
    sections
}

/// Where sections begin: the rows of headings at the left margin that have nothing beside them. None where a heading stands
/// elsewhere on the page too, for then its columns have headings of their own.
fn starts(page: &[Row]) -> Vec<usize> {
    let margin = page.iter().flatten().map(|piece| piece.x0).fold(f32::INFINITY, f32::min);
    let is_known = |piece: &Fragment| loupe_read::is_heading(&piece.text);
    let known: Vec<&Fragment> = page.iter().flatten().filter(|piece| is_known(piece)).collect();
    let Some(first) = known.first() else { return Vec::new() };
    let heads = |piece: &Fragment| looks_like(piece, first) && (piece.x0 - first.x0).abs() < 2.0;
    if known.len() < 2 || first.x0 > margin + 2.0 * first.size || !known.iter().all(|piece| heads(piece)) {
        return Vec::new();
    }
    let is_start = |(at, row): &(usize, &Row)| match row.as_slice() {
        [only] => heads(only) && is_free(page, *at, only),
        _ => false,
    };
    if !page.iter().enumerate().filter(|(_, row)| row.iter().any(is_known)).all(|row| is_start(&row)) {
        return Vec::new();
    }
    // Where running text looks like them, only words tell.
    let alike = page.iter().flatten().filter(|piece| looks_like(piece, first)).count();
    let telling = |row: &Row| alike <= 2 * known.len() + 2 || row.iter().any(is_known);
    let starts = page.iter().enumerate().filter(|row| telling(row.1) && is_start(row));
    starts.map(|(at, _)| at).collect()
}

/// True when nothing on the page shares the height of a heading.
fn is_free(page: &[Row], at: usize, heading: &Fragment) -> bool {
    let (top, bottom) = (heading.y - 0.75 * heading.size, heading.y + 0.2 * heading.size);
    let shares = |piece: &Fragment| piece.y - 0.75 * piece.size < bottom && top < piece.y + 0.2 * piece.size;
    let near = (at.saturating_sub(4)..at).chain(at + 1..at + 5);
    !near.filter_map(|at| page.get(at)).flatten().any(shares)
}

#[cfg(test)]
mod tests {
    use crate::pdf::layout::read;
    use crate::pdf::lines::Fragment;

    fn piece(text: &str, x0: f32, y: f32, size: f32) -> Fragment {
        let x1 = x0 + 0.5 * size * text.chars().count() as f32;
        Fragment { text: text.to_owned(), x0, x1, y, size, bold: false, leads: false, cell: false }
    }

    /// Groups of skills in two columns above roles with the dates in the margin.
    fn page() -> Vec<Fragment> {
        let mut pieces = vec![piece("Skills", 50.0, 100.0, 16.0), piece("Experience", 50.0, 190.0, 16.0)];
        for (at, (left, right)) in
            [("Storage", "Leading"), ("Go and Rust", "Hiring"), ("Raft", "Review"), ("SQL", "Reports")]
                .iter()
                .enumerate()
        {
            let y = 118.0 + 12.0 * at as f32;
            pieces.extend([piece(left, 50.0, y, 10.0), piece(right, 300.0, y + 3.0, 10.0)]);
        }
        for (at, dates) in ["2018 – 2022", "2015 – 2018", "2012 – 2015"].iter().enumerate() {
            let y = 210.0 + 50.0 * at as f32;
            pieces.push(piece(dates, 50.0, y, 10.0));
            pieces.push(piece("Platform Engineer", 150.0, y, 11.0));
            pieces.push(piece("Fernrill Systems, Leeds", 150.0, y + 12.0, 10.0));
            pieces.push(piece("Rebuilt the replication layer of a store that many write to.", 150.0, y + 24.0, 10.0));
        }
        pieces
    }

    #[test]
    fn what_stands_below_a_heading_is_judged_by_itself() {
        let read: Vec<String> = read(page()).into_iter().map(|line| line.text).collect();
        let expected =
            ["Skills", "Storage", "Go and Rust", "Raft", "SQL", "Leading", "Hiring", "Review", "Reports", "Experience"];
        assert_eq!(read.get(..10).unwrap_or_default(), expected);
        let entry = ["2018 – 2022", "Platform Engineer", "Fernrill Systems, Leeds"];
        assert_eq!(read.get(10..13).unwrap_or_default(), entry);
    }

    #[test]
    fn a_heading_in_another_column_cuts_no_page() {
        let mut pieces = page();
        pieces.push(piece("Education", 420.0, 150.0, 16.0));
        let rows = crate::pdf::lines::rows(pieces);
        assert_eq!(super::cut(rows.clone()), vec![rows]);
        assert_eq!(super::cut(crate::pdf::lines::rows(page())).len(), 2);
    }
}
