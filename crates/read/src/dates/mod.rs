//! Dates and spans in running text: finds where a line speaks of a time and how precisely.
//!
//! Reads month names and numbers, year-first forms of East Asian pages, bare years, and "Present" and its kin. What is
//! not clearly a date is left alone: a wrong reading accuses somebody.

use std::ops::Range;

use loupe_profile::{Date, End, Span, fold};

mod words;

use words::WORDS;

/// A time found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The time.
    pub span: Span,
    /// The bytes of the line that say it.
    pub bytes: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(u32, usize),
    Word(String),
    Dash,
    Mark(char),
}

struct Lexed {
    tokens: Vec<(Token, Range<usize>)>,
}

/// Lines longer than this are prose; dates in them are not looked for.
const MAX_LINE_BYTES: usize = 2_000;

fn lex(line: &str) -> Lexed {
    let mut tokens = Vec::new();
    let mut rest = line.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let mut run = |first: char, same: fn(char) -> bool| {
            let mut text = String::from(first);
            let mut end = start + first.len_utf8();
            while let Some((at, next)) = rest.next_if(|(_, next)| same(*next)) {
                text.push(next);
                end = at + next.len_utf8();
            }
            (text, start..end)
        };
        let token = match c {
            '0'..='9' => {
                let (digits, range) = run(c, |next| next.is_ascii_digit());
                digits.parse().ok().map(|value| (Token::Number(value, digits.len()), range))
            }
            '年' | '月' | '日' | '년' | '월' | '일' => Some((Token::Mark(c), start..start + c.len_utf8())),
            '-' | '–' | '—' | '−' | '‐' | '‑' | '~' | '→' => {
                Some((Token::Dash, start..start + c.len_utf8()))
            }
            c if c.is_alphabetic() => {
                let (word, range) =
                    run(c, |next| next.is_alphabetic() && !matches!(next, '年' | '月' | '日' | '년' | '월' | '일'));
                Some((Token::Word(fold(&word)), range))
            }
            c if c.is_whitespace() => None,
            c => Some((Token::Mark(c), start..start + c.len_utf8())),
        };
        tokens.extend(token);
    }
    Lexed { tokens }
}

/// One end of a span as parsed: a date, or a month that takes its year from the other end.
#[derive(Clone, Copy)]
enum Point {
    Date(Date),
    Month(u8),
}

impl Lexed {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).map(|(token, _)| token)
    }

    fn number(&self, at: usize, digits: Range<usize>) -> Option<u32> {
        match self.token(at)? {
            Token::Number(value, length) if digits.contains(length) => Some(*value),
            _ => None,
        }
    }

    fn year(&self, at: usize) -> Option<i16> {
        let year = i16::try_from(self.number(at, 4..5)?).ok()?;
        // Numbers outside of this are sizes, prices and house numbers.
        (1950..=2100).contains(&year).then_some(year)
    }

    fn mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.token(at), Some(Token::Mark(c)) if marks.contains(c))
    }

    fn month_word(&self, at: usize) -> Option<u8> {
        match self.token(at)? {
            Token::Word(word) => words::month(word),
            _ => None,
        }
    }

    fn skip(&self, at: usize, marks: &[char], words: &[&str]) -> usize {
        let mut at = at;
        while self.mark(at, marks) || matches!(self.token(at), Some(Token::Word(w)) if words.contains(&w.as_str())) {
            at += 1;
        }
        at
    }

    /// A date at token `at`, and the token behind it.
    fn date(&self, at: usize, iso: bool) -> Option<(Point, usize)> {
        self.month_first(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.numeric(at))
            .or_else(|| self.year_first(at, iso))
    }

    /// `Jan 2018`, `janv. 2020`, `jul de 2024`, `March 30, 2014`, `Jan '18`, and a lone month.
    fn month_first(&self, at: usize) -> Option<(Point, usize)> {
        let month = self.month_word(at)?;
        let next = self.skip(at + 1, &['.', ','], &["de", "del", "of"]);
        if let Some(year) = self.year(next) {
            return Some((Point::Date(Date::month_of(year, month)), next + 1));
        }
        if self.mark(next, &['\'', '’'])
            && let Some(short) = self.number(next + 1, 2..3)
        {
            let year = if short < 60 { 2000 + short } else { 1900 + short };
            return Some((Point::Date(Date::month_of(year as i16, month)), next + 2));
        }
        if let Some(day) = self.number(next, 1..3) {
            let behind = self.skip(next + 1, &['.', ','], &["st", "nd", "rd", "th", "de"]);
            if let Some(year) = self.year(behind) {
                let date = Date::new(year, Some(month), Some(day as u8)).ok()?;
                return Some((Point::Date(date), behind + 1));
            }
        }
        Some((Point::Month(month), at + 1))
    }

    /// `30 March 2014`, `30. März 2014`.
    fn day_first(&self, at: usize) -> Option<(Point, usize)> {
        let day = self.number(at, 1..3)?;
        let next = self.skip(at + 1, &['.', ','], &["st", "nd", "rd", "th", "de"]);
        let month = self.month_word(next)?;
        let behind = self.skip(next + 1, &['.', ','], &["de", "of"]);
        let date = Date::new(self.year(behind)?, Some(month), Some(day as u8)).ok()?;
        Some((Point::Date(date), behind + 1))
    }

    /// `03/2019`, `03.2019`. A day before it (`31.03.2019`) is passed over where month and day cannot be told apart.
    fn numeric(&self, at: usize) -> Option<(Point, usize)> {
        let first = self.number(at, 1..3)?;
        let dashed = self.token(at + 1) == Some(&Token::Dash) && self.touches(at + 1);
        if !dashed && !self.mark(at + 1, &['/', '.']) {
            return None;
        }
        if let Some(year) = self.year(at + 2) {
            return Some((Point::Date(Date::new(year, Some(first as u8), None).ok()?), at + 3));
        }
        let second = self.number(at + 2, 1..3)?;
        let dotted = self.mark(at + 1, &['.']) && self.mark(at + 3, &['.']);
        let slashed = self.mark(at + 1, &['/']) && self.mark(at + 3, &['/']);
        if !dotted && !slashed {
            return None;
        }
        let year = self.year(at + 4)?;
        // Whether the day or the month comes first only a number above 12 tells.
        let date = if first > 12 {
            Date::new(year, Some(second as u8), Some(first as u8))
        } else if second > 12 {
            Date::new(year, Some(first as u8), Some(second as u8))
        } else {
            Date::new(year, None, None)
        };
        Some((Point::Date(date.ok()?), at + 5))
    }

    /// `2019`, `2019-03`, `2019-03-31`, `2019/03`, `2019年3月`.
    fn year_first(&self, at: usize, iso: bool) -> Option<(Point, usize)> {
        let year = self.year(at)?;
        if self.mark(at + 1, &['年', '년']) {
            let month = self.number(at + 2, 1..3).filter(|_| self.mark(at + 3, &['月', '월']));
            return match month {
                Some(month) => Some((Point::Date(Date::new(year, Some(month as u8), None).ok()?), at + 4)),
                None => Some((Point::Date(Date::new(year, None, None).ok()?), at + 2)),
            };
        }
        if at.checked_sub(1).is_none_or(|before| !self.touches(before))
            && self.joins(at + 1)
            && let Some(month) = self.number(at + 2, 2..3)
        {
            if self.joins(at + 3)
                && let Some(day) = self.number(at + 4, 2..3)
                && let Ok(date) = Date::new(year, Some(month as u8), Some(day as u8))
            {
                return Some((Point::Date(date), at + 5));
            }
            // "2010-12" alone is a month or two years; only what cannot be the end of a span is surely a month.
            let later = month > u32::from(year.unsigned_abs() % 100);
            if (iso || !later)
                && let Ok(date) = Date::new(year, Some(month as u8), None)
            {
                return Some((Point::Date(date), at + 3));
            }
        }
        // A bare number beside another number, a plus or a currency is a telephone number or a price.
        let before = at.checked_sub(1).and_then(|b| self.token(b));
        let in_number =
            |token: Option<&Token>| matches!(token, Some(Token::Number(..) | Token::Mark('+' | '$' | '€' | '£' | '#')));
        if in_number(before) || in_number(self.token(at + 1)) && !self.joins(at + 1) {
            return None;
        }
        Some((Point::Date(Date::new(year, None, None).ok()?), at + 1))
    }

    /// The end of "2015–20": two digits that touch the dash behind a year.
    fn short_year(&self, first: Point, dash: usize, at: usize) -> Option<Date> {
        let Point::Date(start) = first else { return None };
        let short = self.number(at, 2..3).filter(|_| self.touches(dash) && !self.touches(at + 1))?;
        let year = start.year() / 100 * 100 + short as i16;
        (start.month().is_none() && year > start.year()).then(|| Date::new(year, None, None).ok()).flatten()
    }

    /// True when token `at` joins its neighbours to one date or span, as a hyphen, slash or dot without spaces does.
    fn joins(&self, at: usize) -> bool {
        self.touches(at) && (self.mark(at, &['/', '.']) || self.token(at) == Some(&Token::Dash))
    }

    /// True when token `at` touches both its neighbours, as the hyphens of `2019-03` do.
    fn touches(&self, at: usize) -> bool {
        let (Some(before), Some(this), Some(behind)) =
            (at.checked_sub(1).and_then(|b| self.tokens.get(b)), self.tokens.get(at), self.tokens.get(at + 1))
        else {
            return false;
        };
        before.1.end == this.1.start && this.1.end == behind.1.start
    }

    fn word_run(&self, at: usize, phrases: &[String]) -> Option<usize> {
        let mut run = String::new();
        let mut found = None;
        for offset in 0..4 {
            match self.token(at + offset) {
                Some(Token::Word(word)) => {
                    if !run.is_empty() {
                        run.push(' ');
                    }
                    run.push_str(word);
                }
                Some(Token::Mark('\'' | '’')) if offset > 0 => continue,
                _ => break,
            }
            if phrases.contains(&run) {
                found = Some(at + offset + 1);
            }
        }
        found
    }

    /// A span that begins at token `at`: two ends, or one date alone.
    fn span(&self, at: usize) -> Option<(Span, usize)> {
        if let Some(next) = self.word_run(at, &WORDS.since)
            && let Some((Point::Date(start), end)) = self.date(next, true)
            && self.separator(end).is_none()
        {
            return Some((Span { start: Some(start), end: End::Open }, end));
        }
        // "2010-12 – 2013-05": of two such dates, both are year and month.
        let iso = self.year(at).is_some()
            && self.joins(at + 1)
            && self.number(at + 2, 2..3).is_some()
            && self
                .separator(at + 3)
                .is_some_and(|end| self.year(end).is_some() || self.word_run(end, &WORDS.present).is_some());
        let (first, next) = self.date(at, iso)?;
        if let Some(second_at) = self.separator(next) {
            if let Some(end) = self.word_run(second_at, &WORDS.present)
                && let Point::Date(start) = first
            {
                return Some((Span { start: Some(start), end: End::Open }, end));
            }
            if let Some(year) = self.short_year(first, next, second_at) {
                let start = if let Point::Date(start) = first { Some(start) } else { None };
                return Some((Span { start, end: End::On(year) }, second_at + 1));
            }
            if let Some((Point::Date(second), end)) = self.date(second_at, iso || !matches!(first, Point::Month(_))) {
                let start = match first {
                    Point::Date(date) => date,
                    // "Nov – Mar 2020" began the year before.
                    Point::Month(month) => {
                        let before = i16::from(second.month().is_some_and(|end| month > end));
                        Date::month_of(second.year() - before, month)
                    }
                };
                return Some((Span { start: Some(start), end: End::On(second) }, end));
            }
        }
        match first {
            Point::Date(date) => Some((Span { start: Some(date), end: End::Unknown }, next)),
            Point::Month(_) => None,
        }
    }

    /// The token behind a dash or a word for "to".
    fn separator(&self, at: usize) -> Option<usize> {
        if self.token(at) == Some(&Token::Dash) {
            return Some(if self.token(at + 1) == Some(&Token::Dash) { at + 2 } else { at + 1 });
        }
        if self.mark(at, &['/']) && self.touches(at) {
            return Some(at + 1);
        }
        // "t/m" of Dutch pages.
        self.word_run(at, &WORDS.to)
    }
}

/// The first span with two ends (a range, or a start that goes on) in a line; else the first date alone.
pub fn find(line: &str) -> Option<Found> {
    find_range(line).or_else(|| find_with(line, |_| true))
}

/// The first span with two ends in a line.
pub fn find_range(line: &str) -> Option<Found> {
    find_with(line, |span| span.end != End::Unknown)
}

fn find_with(line: &str, wanted: fn(&Span) -> bool) -> Option<Found> {
    if line.len() > MAX_LINE_BYTES {
        return None;
    }
    let lexed = lex(line);
    (0..lexed.tokens.len()).find_map(|at| {
        let (span, end) = lexed.span(at).filter(|(span, _)| wanted(span))?;
        let bytes = lexed.tokens.get(at)?.1.start..lexed.tokens.get(end.checked_sub(1)?)?.1.end;
        Some(Found { span, bytes })
    })
}

/// True when the line is nothing but a duration: "2 yrs 8 mos", "6 Jahre 3 Monate".
pub fn is_duration(line: &str) -> bool {
    let lexed = lex(line);
    let mut numbers = 0;
    let known = lexed.tokens.iter().all(|(token, _)| match token {
        Token::Number(value, _) => {
            numbers += 1;
            *value < 100
        }
        Token::Word(word) => words::is_duration_word(word) || word == "个",
        Token::Mark(c) => matches!(c, '.' | ',' | '年' | '月' | '(' | ')'),
        Token::Dash => false,
    });
    known && (1..=2).contains(&numbers)
}

/// A line that is a time and no more: the span, with at most a duration beside it.
pub fn date_line(line: &str) -> Option<Found> {
    let found = find(line)?;
    let before = line.get(..found.bytes.start)?.trim_matches(|c: char| !c.is_alphanumeric());
    let behind = line.get(found.bytes.end..)?.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let nothing_else =
        (before.is_empty() || is_duration(before)) && (behind.is_empty() || behind == ")" || is_duration(behind));
    nothing_else.then_some(found)
}

#[cfg(test)]
mod tests;
