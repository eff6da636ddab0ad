//! Dates and spans in running text: finds where a line speaks of a time and how precisely.
//!
//! Reads what profile pages and résumés print, in the languages of `dates.toml`: month names and numbers, year-first
//! forms of East Asian pages with their eras, bare and school years, digits of any script, "Present" and its kin. What is
//! not clearly a date is left alone: a wrong reading accuses somebody.
//!
//! A date is as precise as it was written. A season, a quarter, a half-year, "early" and "around" leave the year only: no
//! month is made up. A school year or a winter (`2018/19`) goes from its first year to its second. A dash that nothing
//! follows says nothing of the end; only a word does ("Present"). A word for the end alone ("until 2019", "Class of
//! 2018", "Expected May 2027") gives a span that has no start. Where day and month cannot be told apart, the year is kept.

use std::ops::Range;

use loupe_profile::{End, Span};

mod guard;
mod lex;
mod point;
mod span;
mod words;

use lex::{Lexed, Token};
use words::Role;

/// A time found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The time.
    pub span: Span,
    /// The bytes of the line that say it.
    pub bytes: Range<usize>,
}

/// Lines longer than this are prose; dates in them are not looked for.
const MAX_LINE_BYTES: usize = 2_000;

/// The line in pieces, unless it is too long or surely holds no number.
fn lexed(line: &str) -> Option<Lexed<'_>> {
    let may_count = |b: u8| b.is_ascii_digit() || !b.is_ascii();
    (line.len() <= MAX_LINE_BYTES && line.bytes().any(may_count)).then(|| Lexed::new(line))
}

/// The first span with two ends (a range, or a start that goes on) in a line; else the first date alone.
pub fn find(line: &str) -> Option<Found> {
    let lexed = lexed(line)?;
    find_with(&lexed, has_two_ends).or_else(|| find_with(&lexed, |_| true))
}

/// The first span with two ends in a line.
pub fn find_range(line: &str) -> Option<Found> {
    find_with(&lexed(line)?, has_two_ends)
}

fn has_two_ends(span: &Span) -> bool {
    span.start.is_some() && span.end != End::Unknown
}

fn find_with(lexed: &Lexed<'_>, wanted: fn(&Span) -> bool) -> Option<Found> {
    (0..lexed.tokens.len()).find_map(|at| {
        let (span, end) = lexed.span(at).filter(|(span, _)| wanted(span))?;
        let bytes = lexed.tokens.get(at)?.1.start..lexed.tokens.get(end.checked_sub(1)?)?.1.end;
        Some(Found { span, bytes })
    })
}

/// True when the line is nothing but a duration: "2 yrs 8 mos", "6 Jahre 3 Monate", "4년 2개월", "less than a year".
pub fn is_duration(line: &str) -> bool {
    if line.len() > 100 {
        return false;
    }
    let lexed = Lexed::new(line);
    let (mut numbers, mut units, mut at) = (0, 0, 0);
    while let Some(token) = lexed.token(at) {
        at = if let Some(end) =
            lexed.behind(at, Role::Whole).filter(|_| !matches!(lexed.before(at), Some(Token::Number(..))))
        {
            (numbers, units) = (numbers + 1, units + 1);
            end
        } else if let Some(end) = lexed.behind(at, Role::Unit) {
            units += 1;
            end
        } else if let Some(end) = lexed.behind(at, Role::Filler) {
            end
        } else {
            match token {
                Token::Number(value, _) if value < 100 => numbers += 1,
                Token::Mark('年' | '月' | '년' | '월') => units += 1,
                Token::Mark('.' | ',' | '(' | ')' | '\'') => {}
                _ => return false,
            }
            at + 1
        };
    }
    (1..=2).contains(&numbers) && units > 0
}

/// A line that is a time and no more: the span, with at most a duration beside it and a label before it ("Period:").
pub fn date_line(line: &str) -> Option<Found> {
    let found = find(line)?;
    let before = line.get(..found.bytes.start)?.trim_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let behind = line.get(found.bytes.end..)?.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let before = before.trim_end_matches(['(', ' ']);
    let opens = before.is_empty() || is_label(before) || is_duration(before);
    (opens && (behind.is_empty() || behind == ")" || is_duration(behind))).then_some(found)
}

fn is_label(text: &str) -> bool {
    text.len() <= 60 && {
        let lexed = Lexed::new(text);
        lexed.behind(0, Role::Label) == Some(lexed.tokens.len())
    }
}

#[cfg(test)]
mod tests;
