//! Skills of a document: lists, groups with a label, or one a line.

use loupe_profile::{Part, Place, Profile, Quote};

use crate::{Block, BlockKind, dates, entries::MAX_ENTRIES, words};

use super::{segment, spoken};

/// Words of one skill; longer runs are sentences.
const MAX_WORDS: usize = 8;

/// Reads skills: lists with commas and dots, one a line, or groups with a label.
pub(super) fn read(profile: &mut Profile, blocks: &[Block], wrapped: bool) {
    // Headings and bold lines among others name groups of skills.
    let plain = blocks.iter().any(|b| b.kind != BlockKind::Heading && !b.bold);
    let named = are_named(blocks);
    let stacked = are_stacked(blocks);
    let bracketed = are_bracketed(blocks);
    let habit = Habit::of(blocks);
    for (at, block) in blocks.iter().enumerate() {
        if spoken::is_list(block) {
            continue;
        }
        let names = block.kind == BlockKind::Heading
            || (block.cells.is_empty() && block.kind == BlockKind::Line && (block.bold || (named && !lists(block))));
        if plain && names && !(stacked && block.kind == BlockKind::Heading) {
            continue;
        }
        // So does a line above bullets that stand further in.
        if blocks.get(at + 1).is_some_and(|next| heads(block, next)) {
            continue;
        }
        let joined = joined_list(blocks, at, wrapped);
        let Some(text) = joined else { continue };
        let text = in_brackets(&text).filter(|_| bracketed).map(ToOwned::to_owned).unwrap_or(text);
        let cells = if block.cells.len() > 1 && text == block.text { block.cells.clone() } else { vec![text] };
        for cell in cells.iter().skip(usize::from(habit.names_group(&cells))).filter(|cell| !is_level(cell)) {
            push_skills(profile, cell, block.page, habit);
        }
    }
}

/// How a document writes all of its lists of skills, of which some lines tell.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a habit of its own")]
struct Habit {
    /// "Languages | Go, Python": the first cell is what the group is called, even before a single skill.
    grouped: bool,
    /// "Languages – Go, Python"
    dashed: bool,
    /// "Go / Python / Bash": strokes part two skills as well.
    strokes: bool,
    /// "Go, Python and Bash"
    joined: bool,
}

/// Dashes between a group's name and its skills.
const DASHES: [&str; 3] = [" – ", " — ", " - "];

impl Habit {
    fn of(blocks: &[Block]) -> Self {
        let lists = blocks.iter().filter(|block| lists(block));
        let several = |block: &Block| block.cells.len() > 1;
        let all_two = || blocks.iter().filter(|block| several(block)).all(|block| block.cells.len() == 2);
        let group = |block: &Block| Self::default().names_group(&block.cells);
        Self {
            grouped: all_two() && blocks.iter().any(group),
            dashed: lists.clone().any(|block| behind_dash(&block.text).is_some_and(|list| list.contains(COMMAS))),
            strokes: blocks.iter().any(|block| strokes(&block.text) > 1)
                // Or a single one in each of several groups.
                || (blocks.len() > 1 && blocks.iter().all(|block| block.cells.len() == 2 && strokes(&block.text) == 1)),
            joined: lists.clone().next().is_some()
                && lists
                    .clone()
                    .all(|block| block.text.rsplit(COMMAS).next().is_some_and(|last| joined(last).is_some())),
        }
    }

    /// True where the first of a line's cells is what the group is called.
    fn names_group(self, cells: &[String]) -> bool {
        let listed = |cell: &str| cell.contains(COMMAS) || strokes(cell) > 0;
        matches!(cells, [first, second] if !listed(first) && (self.grouped || listed(second)))
    }
}

/// Strokes between words; in "CI/CD" there is none.
fn strokes(text: &str) -> usize {
    let spaced = text.matches(" / ").count();
    if spaced == text.matches('/').count() { spaced } else { 0 }
}

/// The skills behind the name of a group.
fn behind_dash(text: &str) -> Option<&str> {
    let (name, list) = DASHES.iter().find_map(|dash| text.split_once(dash))?;
    (name.split_whitespace().count() <= 4 && !name.contains(COMMAS)).then_some(list)
}

/// The last two skills of a list: "Raft and SQL".
fn joined(text: &str) -> Option<(&str, &str)> {
    const AND: [&str; 12] =
        [" and ", " & ", " und ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " ve ", " и "];
    let (left, right) = AND.iter().find_map(|and| text.split_once(and))?;
    let short = |text: &str| (1..=2).contains(&text.split_whitespace().count());
    (short(left) && short(right)).then_some((left, right))
}

const COMMAS: [char; 5] = [',', '、', '،', '，', ';'];

fn lists(block: &Block) -> bool {
    block.text.contains(COMMAS)
}

/// True where headings stand below each other with nothing between: skills themselves, perhaps with bars.
fn are_stacked(blocks: &[Block]) -> bool {
    let headings = blocks.iter().filter(|block| block.kind == BlockKind::Heading).count();
    let alike = |pair: &&[Block]| matches!(pair, [a, b] if a.kind == BlockKind::Heading && segment::look(a) == segment::look(b));
    headings > 1 && blocks.windows(2).filter(alike).count() + 1 == headings
}

/// True where a line without commas stands above each line with them: the names of the groups.
fn are_named(blocks: &[Block]) -> bool {
    let pairs = blocks.chunks_exact(2);
    blocks.len() >= 4 && pairs.remainder().is_empty() && pairs.into_iter().all(|pair| {
        matches!(pair, [name, list] if !lists(name) && lists(list) && name.text.split_whitespace().count() <= 5)
    })
}

/// The list of "Languages (Go, Python)".
fn in_brackets(text: &str) -> Option<&str> {
    let (name, list) = text.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
    (!name.trim().is_empty() && !list.contains(['(', '（'])).then_some(list)
}

/// True where each line is a list in brackets behind its name, and they are too long to tell of one skill.
fn are_bracketed(blocks: &[Block]) -> bool {
    let lists: Option<Vec<usize>> = blocks.iter().map(|b| Some(in_brackets(&b.text)?.split(COMMAS).count())).collect();
    lists.is_some_and(|lists| match lists.as_slice() {
        [only] => *only >= 3,
        lists => lists.iter().sum::<usize>() * 2 >= lists.len() * 5,
    })
}

/// True for a line that names the bullets below it.
fn heads(block: &Block, next: &Block) -> bool {
    let further_in = block.shares.zip(next.shares).is_some_and(|(own, next)| next > own);
    let short = block.text.split_whitespace().count() <= 5 && !block.text.contains([',', '、', '،', '，', ';']);
    block.kind == BlockKind::Line && next.kind == BlockKind::Item && further_in && short
}

/// "90 %", "4/5", "●●●○○", "Expert": how well, not what.
fn is_level(text: &str) -> bool {
    let drawn = |c: char| c.is_ascii_digit() || "●○★☆■□▪▫•".contains(c);
    (!text.chars().any(char::is_alphabetic) && text.chars().any(drawn))
        || words::is_level(text)
        || dates::is_duration(text.trim_end_matches('+'))
}

/// A skill without how well it is known: "Go (Expert)", "SQL – Advanced", "Figma 5/5".
fn without_level(skill: &str) -> &str {
    let bracketed = skill.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（', '[']));
    let marks = [" – ", " — ", " - ", " | ", " "].iter().filter_map(|mark| {
        let cut = skill.rsplit_once(mark)?;
        // A bare word behind a skill may be a part of its name.
        (*mark != " " || !cut.1.chars().any(char::is_alphabetic)).then_some(cut)
    });
    let mut cuts = bracketed.into_iter().chain(marks);
    let found = cuts.find(|(name, level)| is_level(level) && has_figure_of_level(level) && !name.trim().is_empty());
    found.map_or(skill, |(name, _)| name.trim_end_matches([':', '-', '–', ' ']))
}

/// A number alone is a version's: "Python 3". Of levels, it stands in a fraction or before a percent sign.
fn has_figure_of_level(level: &str) -> bool {
    !level.chars().any(|c| c.is_ascii_digit()) || level.contains(['/', '%']) || level.contains(char::is_alphabetic)
}

/// A list that goes on in the next line ("Go, Raft,"), as one text; nothing for a line that was taken already.
fn joined_list(blocks: &[Block], at: usize, wrapped: bool) -> Option<String> {
    let ends_open = |block: &Block| block.text.ends_with([',', '،', '、']);
    let goes_on = |above: usize| {
        let (Some(above), Some(block)) = (blocks.get(above), blocks.get(above + 1)) else { return false };
        wrapped && ends_open(above) && !block.gap && !block.opens && block.kind == BlockKind::Line
    };
    if at > 0 && goes_on(at - 1) {
        return None;
    }
    let mut text = blocks.get(at)?.text.clone();
    let mut next = at;
    while goes_on(next) && text.len() < 2_000 {
        next += 1;
        text.push(' ');
        text.push_str(blocks.get(next).map_or("", |b| b.text.as_str()));
    }
    Some(text)
}

fn push_skills(profile: &mut Profile, text: &str, page: Option<u32>, habit: Habit) {
    let text = behind_dash(text).filter(|_| habit.dashed).unwrap_or(text);
    let list = match text.split_once([':', '：']) {
        Some((name, level)) if is_level(level.trim()) => name,
        Some((_, list)) => list,
        None => text,
    };
    // "Go / Raft / SQL"; "CI/CD" is one.
    let strokes = strokes(list) > usize::from(!habit.strokes);
    // "Go (Raft, gRPC)" is one skill: commas in brackets part nothing.
    let mut depth = 0_i32;
    let parts = list.split(|c: char| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        let stroke = strokes && c == '/';
        depth <= 0 && (stroke || matches!(c, ',' | ';' | '|' | '•' | '·' | '、' | '،' | '，' | '；' | '\t' | '／'))
    });
    let parts = parts.flat_map(|part| match joined(part.trim()).filter(|_| habit.joined) {
        Some((left, right)) => [Some(left), Some(right)],
        None => [Some(part), None],
    });
    for skill in parts.flatten().map(str::trim).filter(|s| !s.is_empty()) {
        let skill = without_level(skill.trim_end_matches('.').trim());
        let words = skill.split_whitespace().count();
        if words > MAX_WORDS || skill.len() > 120 || profile.skills.len() >= MAX_ENTRIES {
            continue;
        }
        if skill.chars().any(char::is_alphanumeric) && !profile.skills.iter().any(|s| s.text == skill) {
            let place = Place { page, ..Place::entry(Part::Skills, profile.skills.len()) };
            profile.skills.push(Quote::new(skill, place));
        }
    }
}
