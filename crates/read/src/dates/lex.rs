//! A line as numbers, words, dashes and marks, and what their neighbours are to each other.

use std::ops::Range;

use super::words::{Phrase, Role, Vocabulary, WORDS, continues_word};

/// A piece of a line.
pub(super) enum Piece<'a> {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    Word(&'a str),
    Dash,
    Mark(char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(u32, usize),
    /// A word by its number in the vocabulary; 0 when no list has it.
    Word(u16),
    Dash,
    Mark(char),
}

/// The zeros of the decimal digits that pages use besides ASCII's: Arabic, Persian, Indian scripts, Thai, full width.
const ZEROS: [char; 14] = [
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}', '\u{ce6}',
    '\u{d66}', '\u{e50}', '\u{ed0}', '\u{ff10}',
];

fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    ZEROS.iter().find_map(|zero| (u32::from(c)).checked_sub(u32::from(*zero)).filter(|value| *value < 10))
}

/// The characters that close the parts of an East Asian date.
pub(super) const fn closes_part(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '號' | '년' | '월' | '일')
}

/// The value of a Chinese numeral: "二〇一九" digit by digit, "十二" by tens.
fn han_number(text: &str) -> Option<(u32, usize)> {
    let value = |c| "〇一二三四五六七八九".chars().position(|d| d == c).or((c == '零').then_some(0));
    if let Some((tens, ones)) = text.split_once('十') {
        let part = |text: &str, none| match text.chars().count() {
            0 => Some(none),
            1 => value(text.chars().next()?),
            _ => None,
        };
        return Some(((part(tens, 1)? * 10 + part(ones, 0)?) as u32, 2));
    }
    let digits = text.chars().count();
    let all = text.chars().try_fold(0, |all, c| Some(all * 10 + value(c)?))?;
    Some((all as u32, digits))
}

/// Cuts a line into pieces.
pub(super) fn scan<'a>(line: &'a str, mut found: impl FnMut(Piece<'a>, Range<usize>)) {
    let mut rest = line.char_indices().peekable();
    let mut behind_number = false;
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        let mut number = None;
        if let Some(first) = digit(c) {
            let (mut value, mut digits) = (first, 1);
            while let Some((at, next, d)) = rest.peek().and_then(|(at, next)| Some((*at, *next, digit(*next)?))) {
                value = value.saturating_mul(10).saturating_add(d);
                (digits, end) = (digits + 1, at + next.len_utf8());
                rest.next();
            }
            number = Some((value, digits));
        } else if matches!(c, '〇' | '一'..='十' | '零') && "〇零一二三四五六七八九十".contains(c) {
            let run = line[start..].char_indices().find(|(_, c)| !"〇零一二三四五六七八九十".contains(*c));
            if let Some((length, next)) = run
                && length <= 12
                && closes_part(next)
                && let Some(value) = han_number(&line[start..start + length])
            {
                end = start + length;
                while rest.next_if(|(at, _)| *at < end).is_some() {}
                number = Some(value);
            }
        }
        let closed = closes_part(c);
        if let Some((value, digits)) = number {
            found(Piece::Number(value, digits), start..end);
        } else if is_dash(c) || (matches!(c, 'ー' | '\u{ad}') && behind_number) {
            // A long vowel or a hyphen that prints only at a line's end is no dash elsewhere.
            found(Piece::Dash, start..end);
        } else if let Some(length) = dots(&line[start..]).filter(|_| behind_number) {
            end = start + length;
            while rest.next_if(|(at, _)| *at < end).is_some() {}
            found(Piece::Dash, start..end);
        } else if closed {
            found(Piece::Mark(c), start..end);
        } else if c.is_alphabetic() {
            let goes_on = |next: char| (next.is_alphabetic() || continues_word(next)) && !closes_part(next);
            while let Some((at, next)) = rest.next_if(|(_, next)| goes_on(*next)) {
                end = at + next.len_utf8();
            }
            found(Piece::Word(&line[start..end]), start..end);
        } else if !c.is_whitespace() && !is_invisible(c) {
            found(Piece::Mark(plain(c)), start..end);
        } else {
            continue;
        }
        behind_number = number.is_some() || closed;
    }
}

fn is_dash(c: char) -> bool {
    c == '-' || (!c.is_ascii() && "‐‑‒–—―−～〜∼－־→➔➜⟶⇒˗﹣".contains(c)) || c == '~'
}

/// The bytes of dots that stand for a dash behind a number ("2018 .. 2020", "2018…2020"); more of them lead the eye to a
/// column.
fn dots(text: &str) -> Option<usize> {
    let length = text.len() - text.trim_start_matches(['.', '…']).len();
    (matches!(text.get(..length), Some(".." | "..." | "…"))).then_some(length)
}

/// Direction marks of right-to-left text, and other characters that print nothing.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}' | '\u{ad}')
}

/// A mark as the parser knows it: full-width forms and kinds of apostrophe are one.
const fn plain(c: char) -> char {
    match c {
        '／' | '⁄' | '∕' => '/',
        '．' | '。' | '॰' | '.' => '.',
        '，' | '、' | '،' => ',',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '’' | '‘' | '`' | '´' | 'ʼ' | '′' | '׳' | '＇' => '\'',
        c => c,
    }
}

/// A line's tokens, each with the bytes it stands on.
pub(super) struct Lexed<'a> {
    pub(super) line: &'a str,
    pub(super) tokens: Vec<(Token, Range<usize>)>,
    words: &'static Vocabulary,
    /// Years count from the Buddha: the line says so or names a Thai month.
    buddhist: bool,
}

impl<'a> Lexed<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        let words = &*WORDS;
        let mut tokens = Vec::with_capacity(line.len() / 5 + 4);
        let mut folded = String::new();
        scan(line, |piece, range| {
            let token = match piece {
                Piece::Number(value, digits) => Token::Number(value, digits),
                Piece::Word(word) => Token::Word(words.look_up(word, &mut folded)),
                Piece::Dash => Token::Dash,
                Piece::Mark(c) => Token::Mark(c),
            };
            tokens.push((token, range));
        });
        let mut lexed = Self { line, tokens, words, buddhist: false };
        lexed.buddhist = (0..lexed.tokens.len()).any(|at| lexed.phrase(at, Role::Buddhist).is_some());
        lexed
    }

    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).map(|(token, _)| *token)
    }

    /// True when token `at` is written as `so` says.
    pub(super) fn shows(&self, at: usize, so: impl Fn(&str) -> bool) -> bool {
        self.tokens.get(at).and_then(|(_, range)| self.line.get(range.clone())).is_some_and(so)
    }

    /// The token before `at`.
    pub(super) fn before(&self, at: usize) -> Option<Token> {
        self.token(at.checked_sub(1)?)
    }

    pub(super) fn number(&self, at: usize, digits: Range<usize>) -> Option<u32> {
        match self.token(at)? {
            Token::Number(value, length) if digits.contains(&length) => Some(value),
            _ => None,
        }
    }

    /// A day or a month: one or two digits.
    pub(super) fn small(&self, at: usize) -> Option<u8> {
        self.number(at, 1..3).map(|value| value as u8)
    }

    /// A year of four digits.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let year = i16::try_from(self.number(at, 4..5)?).ok()?;
        // Numbers outside of this are sizes, prices and house numbers.
        let known = 1950..=2100;
        if self.buddhist && known.contains(&(year - 543)) {
            return Some(year - 543);
        }
        known.contains(&year).then_some(year)
    }

    pub(super) fn mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.token(at), Some(Token::Mark(c)) if marks.contains(&c))
    }

    pub(super) fn dash(&self, at: usize) -> bool {
        self.token(at) == Some(Token::Dash)
    }

    /// The longest phrase of a role at `at`, and the token behind it.
    pub(super) fn phrase(&self, at: usize, role: Role) -> Option<(&'static Phrase, usize)> {
        let Some(Token::Word(first)) = self.token(at) else { return None };
        let phrases = self.words.phrases_at(first).iter().filter(|phrase| phrase.is(role));
        phrases.filter_map(|phrase| Some((phrase, self.rest(at + 1, &phrase.rest)?))).max_by_key(|(_, end)| *end)
    }

    /// The token behind the words of a phrase, which dots, apostrophes and slashes may part: "t.o.m.", "aujourd'hui".
    fn rest(&self, at: usize, words: &[u16]) -> Option<usize> {
        let end = words.iter().try_fold(at, |at, word| {
            let at = if self.mark(at, &['.', '\'', '/', '"']) { at + 1 } else { at };
            let at = if self.dash(at) && self.touches(at) { at + 1 } else { at };
            (self.token(at) == Some(Token::Word(*word))).then_some(at + 1)
        })?;
        let dotted = !words.is_empty() && self.mark(at, &['.']) && self.mark(end, &['.']);
        Some(if dotted && self.touches_next(end - 1) { end + 1 } else { end })
    }

    /// The token behind a phrase of a role.
    pub(super) fn behind(&self, at: usize, role: Role) -> Option<usize> {
        self.phrase(at, role).map(|(_, end)| end)
    }

    /// True when a phrase of a role ends before token `at`.
    pub(super) fn ends_before(&self, at: usize, role: Role) -> bool {
        (1..=3).any(|back| at.checked_sub(back).is_some_and(|start| self.behind(start, role) == Some(at)))
    }

    /// Passes over marks and words of a role.
    pub(super) fn skip(&self, at: usize, marks: &[char], role: Role) -> usize {
        let mut at = at;
        loop {
            at = match self.behind(at, role) {
                // "d’abril".
                Some(end) => end + usize::from(self.mark(end, &['\'']) && self.touches(end)),
                None if self.mark(at, marks) => at + 1,
                None => return at,
            };
        }
    }

    /// True when token `at` joins its neighbours to one date or span, as a hyphen, slash or dot without spaces does.
    pub(super) fn joins(&self, at: usize) -> bool {
        self.touches(at) && (self.mark(at, &['/', '.']) || self.dash(at))
    }

    /// True when token `at` touches both its neighbours, as the hyphens of `2019-03` do.
    pub(super) fn touches(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.touches_next(before)) && self.touches_next(at)
    }

    /// True when nothing stands between token `at` and the next.
    pub(super) fn touches_next(&self, at: usize) -> bool {
        matches!((self.tokens.get(at), self.tokens.get(at + 1)), (Some(a), Some(b)) if a.1.end == b.1.start)
    }

    /// The first and the last two-digit year that a number can mean.
    pub(super) fn short_year(&self, at: usize) -> Option<i16> {
        let short = self.number(at, 2..3)? as i16;
        Some(if short < 60 { 2000 + short } else { 1900 + short })
    }
}
