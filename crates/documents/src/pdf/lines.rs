//! Letters → fragments → lines: what was drawn next to each other is one piece, pieces on one baseline are one line.

use super::letters::Letter;
use super::order::is_rtl;

/// Letters without a wide gap between them, in the order they were drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fragment {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// True when it begins in bold letters.
    pub(super) leads: bool,
    /// True for a cell of a table, whatever stands how near to it.
    pub(super) cell: bool,
}

/// One line of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    /// The same of the last of the lines that were put together to this one.
    pub(super) low: f32,
    /// Where its last cell begins.
    pub(super) last: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// True for the first line of a column or of a band of the page.
    pub(super) opens: bool,
    /// Where it begins: its left end, or how far its right end is from that of the page's text where that runs to the left.
    pub(super) edge: f32,
    /// The same of the column or other region that it is the first line of, if it is.
    pub(super) region: Option<f32>,
    /// What wide white space or a table parts it into, if anything does.
    pub(super) cells: Vec<String>,
    /// Addresses of the links that lie over it.
    pub(super) links: Vec<String>,
}

/// Wider than this many letter heights, a gap parts a line in two: a tab, another column, a date at the right.
const WIDE: f32 = 0.9;
/// Wider than this many letter heights, a gap parts a line into cells.
const CELL: f32 = 0.9;
/// Wider than this many letter heights, a gap is a space.
const SPACE: f32 = 0.13;
/// The same between letters of scripts that do without: they may be spread to fill a line.
const SPACE_OF_UNPARTED: f32 = 0.6;

/// Puts letters together as they follow each other.
pub(super) fn fragments(letters: &[Letter]) -> Vec<Fragment> {
    let turned;
    let letters = if letters.iter().any(|letter| is_rtl(letter.ch)) {
        turned = left_to_right(letters);
        &turned
    } else {
        letters
    };
    let mut done = Vec::new();
    let mut run: Vec<(Letter, bool)> = Vec::new();
    let mut spaced = false;
    // Whether the piece under way is what stands behind a bold name and a dash.
    let mut behind = false;
    let done_with = |run: &[(Letter, bool)], behind: bool| -> Vec<Fragment> {
        let pieces = by_size(run).into_iter().enumerate();
        pieces.filter_map(|(at, run)| Some(Fragment { cell: behind || at > 0, ..fragment(run)? })).collect()
    };
    for letter in letters {
        if letter.ch.is_whitespace() || letter.ch == '\u{200B}' {
            spaced = true;
            continue;
        }
        if let Some((last, _)) = run.last() {
            let size = last.size.max(letter.size);
            let gap = letter.x0 - last.x1;
            // Letters run on even when drawn over each other a little; a jump back or up is another piece.
            let follows = (letter.y - last.y).abs() < 0.15 * size
                && gap < WIDE * size
                && letter.x0 > last.x0 - 0.3 * size
                && gap > -size;
            // A name in bold, a dash, and another that is not: two cells. So is a name with a stop behind it.
            let parts = spaced
                && (matches!(letter.ch, '\u{2013}' | '\u{2014}' | '|')
                    || last.ch == '.' && letter.ch.is_alphanumeric())
                && !letter.bold
                && run.len() > 2
                && run.iter().all(|(letter, _)| letter.bold);
            if !follows || parts {
                done.extend(done_with(&run, behind));
                behind = follows && parts;
                run.clear();
            }
        }
        run.push((*letter, spaced));
        spaced = false;
    }
    done.extend(done_with(&run, behind));
    done
}

/// A run of letters cut where whole words of one size give way to smaller ones: a name and, with no more than a space between
/// them, its place. Words with letters of several sizes, or sizes that go up and down, are left together: small capitals, code
/// within a sentence.
fn by_size(run: &[(Letter, bool)]) -> Vec<&[(Letter, bool)]> {
    let near = |a: f32, b: f32| (a - b).abs() < 0.06 * a.max(b);
    let pieces: Vec<&[(Letter, bool)]> = run.chunk_by(|(a, _), (b, _)| near(a.size, b.size)).collect();
    let is_piece =
        |piece: &&[(Letter, bool)]| piece.iter().filter(|(letter, _)| letter.ch.is_alphanumeric()).count() > 1;
    let shrinks = |pair: &[&[(Letter, bool)]]| match pair {
        [[.., (above, _)], [(below, spaced), ..]] => {
            below.size < above.size && (*spaced || below.x0 - above.x1 > SPACE * above.size)
        }
        _ => false,
    };
    if (2..=3).contains(&pieces.len()) && pieces.iter().all(is_piece) && pieces.windows(2).all(shrinks) {
        pieces
    } else {
        vec![run]
    }
}

/// Lines with letters that run to the left, as they stand: some programs draw them in the order that they are read in.
fn left_to_right(letters: &[Letter]) -> Vec<Letter> {
    let mut letters = letters.to_vec();
    for line in letters.chunk_by_mut(|a, b| (a.y - b.y).abs() < 0.15 * a.size.max(b.size)) {
        if line.iter().any(|letter| is_rtl(letter.ch)) {
            line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        }
    }
    letters
}

/// Scripts that do not part words with spaces: Chinese characters and kana.
pub(super) fn is_unparted(ch: char) -> bool {
    matches!(ch, '\u{3000}'..='\u{30FF}' | '\u{31F0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// `run`: letters, and whether a space was drawn before each.
fn fragment(run: &[(Letter, bool)]) -> Option<Fragment> {
    let (first, last) = (run.first()?.0, run.last()?.0);
    // Spread lettering ("P R O F I L E") has no spaces inside of words: measure gaps from its own usual one.
    let mut gaps: Vec<f32> = run
        .windows(2)
        .filter_map(|pair| match pair {
            [(a, _), (b, false)] => Some((b.x0 - a.x1) / a.size.max(b.size)),
            _ => None,
        })
        .collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let spread = if gaps.len() >= 3 && usual > 0.08 { usual } else { 0.0 };

    let mut text = String::with_capacity(run.len() + 8);
    let mut end = first.x1;
    let mut size = 0.0;
    let mut unparted = false;
    for (at, (letter, spaced)) in run.iter().enumerate() {
        let gap = (letter.x0 - end) / letter.size;
        let was_unparted = std::mem::replace(&mut unparted, is_unparted(letter.ch));
        let wide = if unparted && was_unparted { SPACE_OF_UNPARTED } else { SPACE + spread * 1.3 };
        if at > 0 && ((*spaced && gap > -0.2) || gap > wide) {
            text.push(' ');
        }
        text.push(letter.ch);
        end = letter.x1;
        size += letter.size;
    }
    Some(Fragment {
        text,
        x0: first.x0,
        x1: last.x1.max(first.x1),
        y: first.y,
        size: size / run.len() as f32,
        bold: run.iter().all(|(letter, _)| letter.bold || !letter.ch.is_alphanumeric()),
        leads: first.bold,
        cell: false,
    })
}

/// Groups fragments by baseline; rows from top to bottom, each from left to right.
pub(super) fn rows(mut fragments: Vec<Fragment>) -> Vec<Vec<Fragment>> {
    fragments.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut rows: Vec<Vec<Fragment>> = Vec::new();
    for fragment in fragments {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| same_row(row, last, &fragment)) => {
                row.push(fragment);
            }
            _ => rows.push(vec![fragment]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        row.dedup_by(|b, a| a.text == b.text && (a.x0 - b.x0).abs() < 0.3 * a.size);
    }
    rows
}

fn same_row(row: &[Fragment], last: &Fragment, next: &Fragment) -> bool {
    let drop = next.y - last.y;
    if drop < 0.3 * last.size.min(next.size) {
        return true;
    }
    // A raised "th" or a dropped index: clearly smaller, beside and not below. Only a short row is looked through.
    let (small, large) = if last.size < next.size { (last, next) } else { (next, last) };
    // One far away is a date at the line's end, raised less, or of another block.
    let gap = (next.x0 - last.x1).max(last.x0 - next.x1);
    let raised = if gap < 2.0 * large.size { 0.55 } else { 0.4 };
    small.size < 0.8 * large.size
        && drop < raised * large.size
        && row.len() < 64
        && row.iter().all(|f| f.x1 <= next.x0 + 0.1 * next.size || next.x1 <= f.x0 + 0.1 * next.size)
}

/// The gap from which two pieces are two cells: less when they look unlike each other, as a heading in the margin and
/// the line that it stands beside do.
fn wide(left: &Fragment, right: &Fragment) -> f32 {
    let unlike = left.bold != right.bold || (left.size - right.size).abs() > 0.12 * right.size;
    if unlike { 0.8 * left.size.min(right.size) } else { CELL * right.size }
}

/// Writes a row as one line.
pub(super) fn line(row: &[Fragment], opens: bool) -> Option<Line> {
    let widest = row.iter().max_by_key(|fragment| fragment.text.len())?;
    let (first, last) = (row.first()?, row.last()?);
    let mut text = String::new();
    let mut cells: Vec<String> = Vec::new();
    let mut end = f32::NEG_INFINITY;
    let mut begins = first.x0;
    let mut before = first;
    for fragment in row {
        let gap = fragment.x0 - end;
        // What is too long for its place goes on below.
        let below = (fragment.y - before.y).abs() > 0.8 * fragment.size;
        let spaced = gap > SPACE * fragment.size || fragment.cell || below;
        if !text.is_empty() && spaced {
            text.push(' ');
        }
        text.push_str(&fragment.text);
        match cells.last_mut() {
            Some(cell) if (gap < wide(before, fragment) || below) && !fragment.cell => {
                if spaced {
                    cell.push(' ');
                }
                cell.push_str(&fragment.text);
            }
            _ => {
                cells.push(fragment.text.clone());
                begins = fragment.x0;
            }
        }
        end = fragment.x1;
        before = fragment;
    }
    if cells.len() < 2 {
        cells.clear();
    }
    Some(Line {
        text,
        x0: first.x0,
        x1: last.x1,
        edge: first.x0,
        y: widest.y,
        low: widest.y,
        last: begins,
        size: widest.size,
        bold: row.iter().all(|fragment| fragment.bold),
        opens,
        region: None,
        cells,
        links: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str, bold: usize) -> Vec<Letter> {
        let letter = |(at, ch)| Letter {
            ch,
            x0: 5.0 * at as f32,
            x1: 5.0 * at as f32 + 5.0,
            y: 100.0,
            size: 10.0,
            bold: at < bold,
            ink: crate::pdf::canvas::Ink::Unknown,
            tag: None,
            hidden: None,
        };
        text.chars().enumerate().map(letter).collect()
    }

    #[test]
    fn a_dash_or_a_stop_behind_bold_letters_parts_a_line_into_cells() {
        let cells =
            |bold| line(&fragments(&letters("Analista – Banco", bold)), false).map(|line| (line.text, line.cells));
        let text = "Analista – Banco".to_owned();
        assert_eq!(cells(8), Some((text.clone(), vec!["Analista".to_owned(), "– Banco".to_owned()])));
        assert_eq!(cells(0), Some((text.clone(), Vec::new())));
        let label = line(&fragments(&letters("Storage. Go, Raft", 8)), false).map(|line| line.cells);
        assert_eq!(label, Some(vec!["Storage.".to_owned(), "Go, Raft".to_owned()]));
        assert_eq!(cells(16), Some((text, Vec::new())));
    }

    #[test]
    fn whole_words_in_smaller_letters_are_a_cell() {
        let sized = |text: &str, small: &dyn Fn(usize) -> bool| {
            let mut letters = letters(text, 0);
            for (_, letter) in letters.iter_mut().enumerate().filter(|(at, _)| small(*at)) {
                letter.size = 8.0;
            }
            line(&fragments(&letters), false).map(|line| (line.text, line.cells))
        };
        let text = "Quay Labs Hull";
        let cells = vec!["Quay Labs".to_owned(), "Hull".to_owned()];
        assert_eq!(sized(text, &|at| at > 9), Some((text.to_owned(), cells)));
        // Small capitals, and a word within a sentence.
        assert_eq!(sized(text, &|at| !matches!(at, 0 | 5 | 10)), Some((text.to_owned(), Vec::new())));
        assert_eq!(sized(text, &|at| (5..9).contains(&at)), Some((text.to_owned(), Vec::new())));
    }
}
