//! Running headers and footers: what stands at the same place of several pages would cut entries in two that go on from
//! one page to the next. A header is kept where it stands first, a footer where it stands last, a page's number nowhere.

use super::lines::Fragment;
use std::collections::BTreeMap;

/// A header stands in this part of a page, a footer in the same part of its other end.
const MARGIN: f32 = 0.12;
/// So many pieces make a header or footer at most.
const MAX_PIECES: usize = 12;

/// A page's pieces of text, and how high the page is.
pub(super) struct Sheet {
    pub(super) fragments: Vec<Fragment>,
    pub(super) height: f32,
}

/// A row of the margin: where it stands, from the top or the bottom, and its words.
type Key = (bool, i32, Vec<(i32, String)>);

/// Takes the repeats out.
pub(super) fn remove(sheets: &mut [Sheet]) {
    if sheets.len() < 2 {
        return;
    }
    let mut found: BTreeMap<Key, Vec<(usize, Vec<u32>)>> = BTreeMap::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for (key, numbers) in margin_rows(sheet) {
            found.entry(key).or_default().push((page, numbers));
        }
    }
    // What goes, by page: the rows' places.
    let mut going: Vec<Vec<(bool, i32)>> = vec![Vec::new(); sheets.len()];
    for ((bottom, place, words), seen) in found {
        let Some((first, numbers)) = seen.first() else { continue };
        // Numbers that differ from page to page are the pages'.
        let counts = |(page, of_page): &(usize, Vec<u32>)| {
            let apart = (page - first) as u32;
            of_page.iter().zip(numbers).all(|(here, there)| here == there || *here == there.saturating_add(apart))
        };
        if seen.len() < 2 || !seen.iter().all(counts) {
            continue;
        }
        let numbered = seen.iter().any(|(_, of_page)| of_page != numbers);
        let kept = match (numbered && is_page_number(&words), bottom) {
            (true, _) => None,
            (false, false) => seen.first(),
            (false, true) => seen.last(),
        };
        for (page, _) in &seen {
            if kept.is_none_or(|(kept, _)| kept != page)
                && let Some(going) = going.get_mut(*page)
            {
                going.push((bottom, place));
            }
        }
    }
    for (sheet, going) in sheets.iter_mut().zip(going) {
        let height = sheet.height;
        sheet.fragments.retain(|fragment| place_of(fragment, height).is_none_or(|place| !going.contains(&place)));
    }
}

/// Where a piece stands when it is in the margin.
fn place_of(fragment: &Fragment, height: f32) -> Option<(bool, i32)> {
    let bottom = fragment.y > height / 2.0;
    let distance = if bottom { height - fragment.y } else { fragment.y };
    (distance >= 0.0 && distance < height * MARGIN).then_some((bottom, (distance / 3.0) as i32))
}

/// The rows in a page's margins, with their numbers apart.
fn margin_rows(sheet: &Sheet) -> Vec<(Key, Vec<u32>)> {
    let mut rows: BTreeMap<(bool, i32), Vec<&Fragment>> = BTreeMap::new();
    for fragment in &sheet.fragments {
        if let Some(place) = place_of(fragment, sheet.height) {
            rows.entry(place).or_default().push(fragment);
        }
    }
    let mut keys = Vec::new();
    for ((bottom, place), mut row) in rows {
        if row.len() > MAX_PIECES {
            continue;
        }
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut numbers = Vec::new();
        let words = row.iter().map(|piece| (piece_edge(piece), without_numbers(&piece.text, &mut numbers))).collect();
        keys.push(((bottom, place, words), numbers));
    }
    keys
}

/// Where a piece begins, coarsely: a number that grows a digit moves what is centred.
fn piece_edge(piece: &Fragment) -> i32 {
    (piece.x0 / 16.0).round() as i32
}

/// A text with its short numbers left out; they are added to `numbers`. Longer ones are years and part of the words.
fn without_numbers(text: &str, numbers: &mut Vec<u32>) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|ch: char| ch.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        let length = number.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = number.split_at(length);
        words.push_str(before);
        match number.parse() {
            Ok(value) if length <= 3 => {
                numbers.push(value);
                words.push('#');
            }
            _ => words.push_str(number),
        }
        rest = after;
    }
    words.push_str(rest);
    words
}

/// True for what says no more than which page it is.
fn is_page_number(words: &[(i32, String)]) -> bool {
    const WORDS: [&str; 14] =
        ["page", "of", "seite", "von", "p", "s", "pg", "página", "de", "pagina", "di", "sur", "van", "strona"];
    words
        .iter()
        .flat_map(|(_, words)| words.split(|ch: char| !ch.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .all(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, y: f32) -> Fragment {
        Fragment { text: text.to_owned(), x0: 50.0, x1: 200.0, y, size: 10.0, bold: false, leads: false, cell: false }
    }

    fn read(pages: &[&[(&str, f32)]]) -> Vec<Vec<String>> {
        let mut sheets: Vec<Sheet> = pages
            .iter()
            .map(|page| Sheet { fragments: page.iter().map(|(text, y)| piece(text, *y)).collect(), height: 800.0 })
            .collect();
        remove(&mut sheets);
        sheets.iter().map(|sheet| sheet.fragments.iter().map(|piece| piece.text.clone()).collect()).collect()
    }

    #[test]
    fn headers_stay_first_footers_last_and_page_numbers_nowhere() {
        let page = |name: &'static str, number: &'static str| {
            [("Maren Holtby", 30.0), (name, 300.0), ("maren@holtby.example", 750.0), (number, 770.0)]
        };
        let read = read(&[&page("a", "Page 1 of 3"), &page("b", "Page 2 of 3"), &page("c", "Page 3 of 3")]);
        assert_eq!(read, [vec!["Maren Holtby", "a"], vec!["b"], vec!["c", "maren@holtby.example"]]);
    }

    #[test]
    fn what_differs_or_stands_within_the_page_stays() {
        let pages: &[&[(&str, f32)]] =
            &[&[("2018", 30.0), ("Same words", 400.0)], &[("2019", 30.0), ("Same words", 400.0)]];
        assert_eq!(read(pages), [vec!["2018", "Same words"], vec!["2019", "Same words"]]);
        // Twelve things, then seven: no page numbers.
        assert_eq!(read(&[&[("12 ships", 30.0)], &[("7 ships", 30.0)]]), [vec!["12 ships"], vec!["7 ships"]]);
    }
}
