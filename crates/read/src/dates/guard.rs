//! What looks like a date and is none: prices, telephone numbers, versions, counts. When in doubt, no date.

use loupe_profile::{End, Span};

use super::{
    lex::{Lexed, Token},
    point::{At, Point},
    words::Role,
};

/// Marks of money and of numbering.
const VALUE: [char; 13] = ['+', '$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₴', '#', '№', '%'];

fn value_mark(token: Option<Token>) -> bool {
    matches!(token, Some(Token::Mark(c)) if VALUE.contains(&c))
}

impl Lexed<'_> {
    /// True when a number at `at` goes on with what touches it on the left: a longer number, a name, an address.
    pub(super) fn inside(&self, at: usize) -> bool {
        if !matches!(self.token(at), Some(Token::Number(..))) {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        if !self.touches_next(before) {
            return false;
        }
        let further = before.checked_sub(1).filter(|further| self.touches_next(*further)).and_then(|f| self.token(f));
        let start = self.tokens.get(before).map_or(0, |(_, range)| range.start);
        match self.token(before) {
            Some(Token::Mark('_' | '@' | '=' | '/')) => true,
            Some(Token::Mark('.' | ':') | Token::Dash) => matches!(further, Some(Token::Number(..))),
            Some(Token::Mark(',')) => matches!(further, Some(Token::Number(_, digits)) if digits != 4),
            Some(Token::Word(_)) => self.line.get(start..).is_some_and(|word| word.starts_with(|c: char| c.is_ascii())),
            _ => false,
        }
    }

    /// True when the number that ends before token `next` goes on to the right.
    fn goes_on(&self, next: usize) -> bool {
        let further = self.token(next + 1).filter(|_| self.touches(next));
        match self.token(next) {
            Some(Token::Mark('_' | '@')) => next > 0 && self.touches_next(next - 1),
            Some(Token::Mark('.' | ':' | '/') | Token::Dash) => matches!(further, Some(Token::Number(..))),
            Some(Token::Mark(',')) => matches!(further, Some(Token::Number(_, digits)) if digits != 4),
            _ => false,
        }
    }

    fn counts(&self, at: usize, end: usize) -> bool {
        let marked = value_mark(self.before(at)) || value_mark(self.token(end));
        marked || self.behind(end, Role::Counted).is_some() || self.ends_before(at, Role::Week)
    }

    /// True when the date at `at`, found alone, is more likely something else.
    pub(super) fn no_date(&self, at: usize, found: At) -> bool {
        let Point::Date(date) = found.point else { return false };
        let end = found.next;
        let numbers_only = (at..end).all(|at| !matches!(self.token(at), Some(Token::Word(_))));
        if !numbers_only {
            return false;
        }
        if self.goes_on(end) || (date.day().is_none() && self.counts(at, end)) {
            return true;
        }
        if end != at + 1 {
            return false;
        }
        // A bare number beside another number or glued to a word: a telephone number, "2000s", "ES2015".
        let number = |token| matches!(token, Some(Token::Number(..)));
        let glued = matches!(self.token(end), Some(Token::Word(_)))
            && self.touches_next(at)
            && self.tokens.get(end).is_some_and(|(_, r)| self.line.as_bytes().get(r.start).is_some_and(u8::is_ascii));
        let dashed = self.before(at) == Some(Token::Dash)
            && at.checked_sub(2).is_some_and(|further| {
                number(self.token(further)) || (self.touches_next(further) && self.touches_next(further + 1))
            });
        number(self.before(at))
            || number(self.token(end))
            || glued
            || dashed
            || self.ends_before(at, Role::Product)
            || self.ends_before(at, Role::Version)
    }

    /// True when the range from token `at` to before `end` is more likely something else.
    pub(super) fn no_range(&self, at: usize, span: &Span, end: usize) -> bool {
        if self.goes_on(end) {
            return true;
        }
        let years = span.start.is_some_and(|date| date.month().is_none())
            && matches!(span.end, End::On(date) if date.month().is_none());
        let bare = (at..end).all(|at| !matches!(self.token(at), Some(Token::Word(_))));
        let plural = matches!(self.tokens.get(end), Some((Token::Word(_), range)) if range.len() == 1)
            && end.checked_sub(1).is_some_and(|last| self.touches_next(last));
        years && bare && (self.counts(at, end) || plural || self.ends_before(at, Role::Version))
    }
}
