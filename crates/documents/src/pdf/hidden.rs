//! Letters that nobody sees → what the file's description says of them: words, and why they are not seen.

use super::letters::Letter;
use super::lines;
use loupe_profile::HiddenText;

/// More is not told of: that it is there is what counts.
const MAX_ENTRIES: usize = 200;
const MAX_LETTERS: usize = 20_000;
/// So many lines are looked for in the text that is seen.
const MAX_LINES: usize = 500;

/// Collects a file's hidden text.
pub(super) struct Hidden {
    found: Vec<HiddenText>,
    left: usize,
    lines: usize,
}

impl Hidden {
    pub(super) fn new() -> Self {
        Self { found: Vec::new(), left: MAX_LETTERS, lines: MAX_LINES }
    }

    /// Takes the hidden letters of a page in one direction. What only repeats letters that are seen beside it is a shadow
    /// or an outline; what only repeats words of the page hides nothing either.
    pub(super) fn take(&mut self, page: u32, seen: &[Letter], mut letters: Vec<Letter>) {
        letters.truncate(self.left);
        if letters.is_empty() {
            return;
        }
        self.left -= letters.len();
        let mut by_height: Vec<&Letter> = seen.iter().collect();
        by_height.sort_by(|a, b| a.y.total_cmp(&b.y));
        letters.sort_by_key(|letter| letter.hidden);
        let page_text = solid(seen);
        for of_one in letters.chunk_by(|a, b| a.hidden == b.hidden) {
            let Some(reason) = of_one.first().and_then(|letter| letter.hidden) else { continue };
            let text = words(of_one.chunk_by(|a, b| (a.y - b.y).abs() < 0.1 * a.size).filter(|line| {
                let shadows = line.iter().filter(|letter| has_twin(&by_height, letter)).count();
                self.lines = self.lines.saturating_sub(1);
                shadows * 2 < line.len() && (self.lines == 0 || !page_text.contains(&solid(line)))
            }));
            if text.chars().filter(|ch| ch.is_alphanumeric()).count() > 1 && self.found.len() < MAX_ENTRIES {
                self.found.push(HiddenText { text, reason, page: Some(page) });
            }
        }
    }

    pub(super) fn finish(self) -> Vec<HiddenText> {
        self.found
    }
}

fn words<'l>(lines: impl Iterator<Item = &'l [Letter]>) -> String {
    let letters: Vec<Letter> = lines.flatten().copied().collect();
    let rows = lines::rows(lines::fragments(&letters));
    let words: Vec<String> = rows.iter().filter_map(|row| lines::line(row, false)).map(|line| line.text).collect();
    crate::text::tidy(&words.join(" "))
}

/// Letters and digits in the order they are drawn.
fn solid(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.ch).filter(|ch| ch.is_alphanumeric()).collect()
}

/// True when the same letter is seen within a third of its height. `seen` from top to bottom.
fn has_twin(seen: &[&Letter], letter: &Letter) -> bool {
    let near = 0.3 * letter.size;
    let from = seen.partition_point(|seen| seen.y < letter.y - near);
    let around = seen.iter().skip(from).take_while(|seen| seen.y <= letter.y + near);
    // A line has a few hundred letters; more at one height is no page.
    around.take(2_000).any(|seen| seen.ch == letter.ch && (seen.x0 - letter.x0).abs() <= near)
}
