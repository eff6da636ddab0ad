//! What looks like a date and is none: prices, telephone numbers, versions, counts. When in doubt, no date.

use loupe_profile::{End, Span};

use super::{
    lex::{Lexed, Token},
    point::{At, Point},
    words::Role,
};

/// Marks of money and of numbering.
const VALUE: [char; 12] = ['+', '$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₴', '#', '№'];

fn value_mark(token: Option<Token>) -> bool {
    matches!(token, Some(Token::Mark(c)) if VALUE.contains(&c))
}

fn number(token: Option<Token>) -> bool {
    matches!(token, Some(Token::Number(..)))
}

impl Lexed<'_> {
    /// True when a number at `at` goes on with what touches it on the left: a longer number, an address.
    pub(super) fn inside(&self, at: usize) -> bool {
        if !matches!(self.token(at), Some(Token::Number(..))) {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        if !self.touches_next(before) {
            return false;
        }
        let further = before.checked_sub(1).filter(|further| self.touches_next(*further)).and_then(|f| self.token(f));
        match self.token(before) {
            Some(Token::Mark('_' | '@' | '=')) => true,
            Some(Token::Mark('/')) => number(further) || self.year(at).is_some(),
            Some(Token::Mark('.' | ':') | Token::Dash) => matches!(further, Some(Token::Number(..))),
            Some(Token::Mark(',')) => matches!(further, Some(Token::Number(_, digits)) if digits != 4),
            _ => false,
        }
    }

    /// True when the number that ends before token `next` goes on to the right.
    fn goes_on(&self, next: usize) -> bool {
        let further = self.token(next + 1).filter(|_| self.touches(next));
        match self.token(next) {
            Some(Token::Mark('_' | '@')) => self.touches(next),
            Some(Token::Mark('.' | ':' | '/') | Token::Dash) => matches!(further, Some(Token::Number(..))),
            Some(Token::Mark(',')) => matches!(further, Some(Token::Number(_, digits)) if digits != 4),
            _ => false,
        }
    }

    /// True when what stands beside the numbers from `at` to before `end` says that they count, cost or name something.
    fn counts(&self, at: usize, end: usize) -> bool {
        value_mark(self.before(at))
            || value_mark(self.token(end))
            || self.mark(end, &['%'])
            || self.behind(end, Role::Counted).is_some()
            || self.ends_before(at, Role::Week)
            || self.letter(end)
    }

    /// True for one small letter, a unit: "2000 m", "2000s"; not for the "M." of a name.
    fn letter(&self, at: usize) -> bool {
        let Some((Token::Word(_), range)) = self.tokens.get(at) else { return false };
        let small = range.len() == 1 && self.line.as_bytes().get(range.start).is_some_and(u8::is_ascii_lowercase);
        let sense = [Role::To, Role::And, Role::YearAfter].iter().any(|role| self.behind(at, *role).is_some());
        small && !sense && !self.mark(at + 1, &['.'])
    }

    /// True when token `at` is a word of Latin letters.
    fn latin(&self, at: usize) -> Option<&str> {
        let (Token::Word(_), range) = self.tokens.get(at)? else { return None };
        self.line.get(range.clone()).filter(|word| word.is_ascii())
    }

    /// True when the date at `at`, found alone, is more likely something else.
    pub(super) fn no_date(&self, at: usize, found: At) -> bool {
        let Point::Date(date) = found.point else { return false };
        let end = found.next;
        if self.ends_what_was_not_read(at, end == at + 1) {
            return true;
        }
        let numbers_only = (at..end).all(|at| !matches!(self.token(at), Some(Token::Word(_))));
        if !numbers_only {
            return false;
        }
        if self.goes_on(end) || (date.day().is_none() && self.counts(at, end)) {
            return true;
        }
        // "ES2015", "v1.2019"; of columns that stand too close, "Director2009" and "2009High School".
        let no_column = |word: &str| {
            let mut letters = word.bytes();
            let capital = letters.next().is_some_and(|first| first.is_ascii_uppercase());
            word.len() < 4 || !capital || !letters.all(|letter| letter.is_ascii_lowercase())
        };
        let glued = at > 0 && self.touches_next(at - 1) && self.latin(at - 1).is_some_and(no_column);
        if end != at + 1 {
            return glued && self.mark(at + 1, &['.']) && !self.mark(at + 3, &['.']);
        }
        // A bare number beside another number or glued to a word: a telephone number, "2000er".
        let glued = glued || (self.touches_next(at) && self.latin(end).is_some_and(no_column));
        let named = at.checked_sub(2).filter(|_| self.before(at) == Some(Token::Dash) && self.touches(at - 1));
        let named = named.and_then(|name| self.latin(name));
        glued
            || number(self.before(at))
            || number(self.token(end))
            || named.is_some_and(|name| name.len() <= 5 && name.bytes().all(|b| b.is_ascii_uppercase()))
            || self.product_before(at)
    }

    /// True when a date stands behind a number and a dash, the start of a span that was not understood: it is no start.
    fn ends_what_was_not_read(&self, at: usize, bare: bool) -> bool {
        let to = self.before(at) == Some(Token::Dash) || (at > 0 && self.behind(at - 1, Role::To) == Some(at));
        let Some(further) = at.checked_sub(2).filter(|further| to && number(self.token(*further))) else {
            return false;
        };
        let quoted = further.checked_sub(1).is_some_and(|quote| self.mark(quote, &['\'', '/']));
        bare || quoted || self.year(further).is_some()
    }

    /// True when a product stands before a year, or before a list of years that it ends: "SQL Server 2008, 2012".
    fn product_before(&self, at: usize) -> bool {
        let mut first = at;
        while let Some(before) = first.checked_sub(2)
            && (self.mark(before + 1, &[',', '/', '&']) || self.behind(before + 1, Role::And) == Some(first))
            && self.year(before).is_some()
        {
            first = before;
        }
        self.ends_before(first, Role::Product) || self.ends_before(first, Role::Version)
    }

    /// True when the range from token `at` to before `end` is more likely something else.
    pub(super) fn no_range(&self, at: usize, span: &Span, end: usize) -> bool {
        if self.goes_on(end) {
            return true;
        }
        let years = span.start.is_some_and(|date| date.month().is_none())
            && matches!(span.end, End::On(date) if date.month().is_none());
        let bare = (at..end).all(|at| !matches!(self.token(at), Some(Token::Word(_))));
        years && bare && (self.counts(at, end) || self.ends_before(at, Role::Version))
    }
}
