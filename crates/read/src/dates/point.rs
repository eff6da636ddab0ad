//! One end of a span: the ways a single date is written.

use loupe_profile::Date;

use super::{
    lex::{Lexed, Token},
    words::Role,
};

/// One end of a span as parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// A date that needs nothing else.
    Date(Date),
    /// A month that takes its year from the other end.
    Month(u8),
    /// A month and a day that take their year from the other end.
    Day(u8, u8),
    /// A school year or a winter: `2018/19`.
    Years(i16, i16),
}

/// How much must stand around a form for it to be a date. Short forms are also fractions, versions and common words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Needs {
    /// Nothing.
    Nothing,
    /// That no word or number stands beside it.
    Alone,
    /// That the line holds nothing else.
    Line,
    /// That it is one end of a span with two.
    Pair,
}

/// A point, the token behind it and what it needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub(super) point: Point,
    pub(super) next: usize,
    pub(super) needs: Needs,
}

/// The date of a year and two numbers: whether the day or the month comes first only a number above 12 tells.
fn either_first(year: i16, first: u8, second: u8) -> Option<Date> {
    match (first, second) {
        (13.., _) => Date::new(year, Some(second), Some(first)).ok(),
        (_, 13..) => Date::new(year, Some(first), Some(second)).ok(),
        _ => Date::new(year, None, None).ok(),
    }
}

impl At {
    const fn new(point: Point, next: usize, needs: Needs) -> Self {
        Self { point, next, needs }
    }

    const fn sure(date: Date, next: usize) -> Self {
        Self::new(Point::Date(date), next, Needs::Nothing)
    }
}

/// How a point is to be read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mode {
    /// "2010-12" is a month, whatever it could be besides.
    pub(super) iso: bool,
    /// Forms that need something are read too.
    pub(super) short: bool,
}

const APOSTROPHE: [char; 1] = ['\''];

impl Lexed<'_> {
    /// A date at token `at`.
    pub(super) fn date(&self, at: usize, mode: Mode) -> Option<At> {
        if let Some(end) = self.behind(at, Role::About) {
            let end = self.skip(end, &['.'], Role::Link);
            let end = if self.dash(end) && self.touches(end) { end + 1 } else { end };
            return self.exact(end, mode);
        }
        self.exact(at, mode)
    }

    fn exact(&self, at: usize, mode: Mode) -> Option<At> {
        // "พ.ศ. 2562", "năm 2019", "عام 2019".
        let at = self.behind(at, Role::Link).filter(|end| self.year(*end).is_some()).unwrap_or(at);
        // "Kesä" is June and summer: June only beside another month.
        let month = mode.short && self.behind(at, Role::Month).is_some();
        let found = (!month)
            .then(|| self.season(at))
            .flatten()
            .or_else(|| self.east_asian(at))
            .or_else(|| self.month_first(at, mode))
            .or_else(|| self.day_first(at))
            .or_else(|| self.numeric(at))
            .or_else(|| mode.short.then(|| self.short(at)).flatten())
            .or_else(|| self.year_first(at, mode))?;
        Some(At { next: self.behind_year(found.next), ..found })
    }

    /// Passes over what stands behind a year: "г.", "roku", a season ("2018 Fall"), a quarter.
    fn behind_year(&self, at: usize) -> usize {
        let mut end = at;
        if let Some(next) = self.behind(end, Role::YearAfter) {
            end = if self.mark(next, &['.']) && self.touches_next(next - 1) { next + 1 } else { next };
        }
        // "2018. – 2019." of Hungarian.
        let dotted = self.mark(end, &['.']) && self.touches_next(end - 1) && self.separator(end + 1).is_some();
        end += usize::from(dotted);
        let joined = if self.joins(end) { end + 1 } else { end };
        let season = self.behind(end, Role::Season).or_else(|| self.part(joined));
        season.filter(|next| self.year(*next).is_none()).unwrap_or(end)
    }

    /// `Q3`, `H1`.
    fn part(&self, at: usize) -> Option<usize> {
        let digit = self.behind(at, Role::Part).filter(|_| self.touches_next(at))?;
        self.number(digit, 1..2).filter(|part| (1..=4).contains(part)).map(|_| digit + 1)
    }

    /// `Spring 2019`, `Q3 2020`, `WS 2018/19`: known to the year; no month is made up.
    fn season(&self, at: usize) -> Option<At> {
        let part = self.part(at);
        let next = self.behind(at, Role::Season).or(part)?;
        let next = self.skip(next, &['.', ',', '/'], Role::Link);
        let next = if self.dash(next) && (part.is_some() || self.touches(next)) { next + 1 } else { next };
        if let Some(found) = self.school_year(next) {
            return Some(found);
        }
        if self.mark(next, &APOSTROPHE) {
            let year = self.short_year(next + 1)?;
            return Some(At::sure(Date::new(year, None, None).ok()?, next + 2));
        }
        Some(At::sure(Date::new(self.year(next)?, None, None).ok()?, next + 1))
    }

    /// `2018/19`, `2018/2019`, `2018-19`: two years, one behind the other.
    pub(super) fn school_year(&self, at: usize) -> Option<At> {
        let first =
            self.year(at).filter(|_| self.joins(at + 1) && !self.joins(at + 3) && !self.mark(at + 1, &['.']))?;
        let later = match self.token(at + 2)? {
            Token::Number(value, 2) => value as i16 == (first + 1) % 100,
            _ => self.year(at + 2) == Some(first + 1),
        };
        later.then_some(At::new(Point::Years(first, first + 1), at + 3, Needs::Nothing))
    }

    /// `2019年3月31日`, `2019년 3월`, `令和3年4月`, `民國108年`.
    fn east_asian(&self, at: usize) -> Option<At> {
        let years = ['年', '년'];
        let (year, next) = if let Some((era, next)) = self.phrase(at, Role::Era) {
            (era.value.checked_add(i16::from(self.number(next, 1..4).filter(|n| *n < 150)? as u8))?, next + 1)
        } else if let Some((era, next)) = self.phrase(at, Role::EraFirst) {
            (era.value, next)
        } else {
            (self.year(at)?, at + 1)
        };
        if !self.mark(next, &years) {
            return None;
        }
        let date = |month, day| Date::new(year, month, day).ok();
        let Some((month, next)) = self.month_of_year(next + 1) else {
            return Some(At::sure(date(None, None)?, next + 1));
        };
        if let Some(day) = self.small(next)
            && self.mark(next + 1, &['日', '일', '号', '號'])
        {
            return Some(At::sure(date(Some(month), Some(day))?, next + 2));
        }
        Some(At::sure(date(Some(month), None)?, next))
    }

    /// `3月`, `3월`.
    pub(super) fn month_of_year(&self, at: usize) -> Option<(u8, usize)> {
        self.small(at).filter(|month| self.mark(at + 1, &['月', '월']) && (1..=12).contains(month)).map(|m| (m, at + 2))
    }

    /// Passes over what people put between a month and its year: `Dec-2019`, `Dec - 2019`, `Dec--2019`, `Dec/2019`.
    fn past_dashes(&self, at: usize) -> usize {
        let slash = self.mark(at, &['/']) && self.touches(at);
        at + usize::from(slash || self.dash(at)) + usize::from(self.dash(at) && self.dash(at + 1))
    }

    /// A month's name, `tháng 3`, or two names of one month, `كانون الثاني/يناير`.
    fn month(&self, at: usize) -> Option<(u8, usize, Needs)> {
        if let Some((phrase, end)) = self.phrase(at, Role::Month) {
            let twin = self.phrase(end + 1, Role::Month).filter(|_| self.mark(end, &['/']));
            let end = twin.filter(|(other, _)| other.value == phrase.value).map_or(end, |(_, end)| end);
            // The geresh of Hebrew "ינו׳" is no apostrophe before a year.
            let geresh = self.mark(end, &APOSTROPHE) && self.short_year(end + 1).is_none();
            let end = if geresh && self.touches_next(end - 1) { end + 1 } else { end };
            let needs = if phrase.is(Role::Weak) { Needs::Alone } else { Needs::Nothing };
            return Some((phrase.value as u8, end, needs));
        }
        let month = self.behind(at, Role::MonthBefore)?;
        self.small(month).filter(|month| (1..=12).contains(month)).map(|value| (value, month + 1, Needs::Nothing))
    }

    /// `Jan 2018`, `janv. 2020`, `jul de 2024`, `March 30, 2014`, `Jan '18`, `Dec-2019`, and a lone month.
    fn month_first(&self, at: usize, mode: Mode) -> Option<At> {
        if let Some(found) = self.solar(at) {
            return Some(found);
        }
        let (month, end, mut needs) = self.month(at)?;
        if self.behind(end, Role::Link).is_some() {
            // "out de 2019" is no English.
            needs = Needs::Nothing;
        }
        let next = self.skip(end, &['.', ','], Role::Link);
        let next = self.past_dashes(next);
        let lone = At::new(Point::Month(month), end, needs);
        if let Some(year) = self.year(next) {
            return Some(At::new(Point::Date(Date::month_of(year, month)), next + 1, needs));
        }
        if self.mark(next, &APOSTROPHE)
            && let Some(year) = self.short_year(next + 1)
        {
            return Some(At::new(Point::Date(Date::month_of(year, month)), next + 2, needs));
        }
        let Some(day) = self.small(next) else { return Some(lone) };
        let behind = self.skip(next + 1, &['.', ','], Role::Ordinal);
        let behind = self.skip(behind, &['.', ','], Role::Link);
        if let Some(year) = self.year(behind) {
            let date = Date::new(year, Some(month), Some(day)).ok()?;
            return Some(At::new(Point::Date(date), behind + 1, needs));
        }
        // "Mar19", "Mar-19".
        if mode.short
            && let Some(year) = self.short_year(next)
            && (end..next).all(|between| self.touches(between))
            && self.touches_next(next - 1)
        {
            return Some(At::new(Point::Date(Date::month_of(year, month)), next + 1, Needs::Pair));
        }
        if self.dash(end) || self.mark(end, &['/']) {
            return Some(lone);
        }
        let behind = self.behind(next + 1, Role::Ordinal).unwrap_or(next + 1);
        Some(At::new(Point::Day(month, day), behind, needs))
    }

    /// `30 March 2014`, `30. März 2014`, `12-Nov-2019`, `ngày 5 tháng 3 năm 2019`, and a day that has no year yet.
    fn day_first(&self, at: usize) -> Option<At> {
        let day = self.small(at)?;
        let next = self.behind(at + 1, Role::Ordinal).unwrap_or(at + 1);
        let next = self.skip(next, &['.', ','], Role::Link);
        let next = if (self.dash(next) || self.mark(next, &['/'])) && self.touches(next) { next + 1 } else { next };
        if let Some(found) = self.solar(next) {
            return Some(found);
        }
        let (month, end, needs) = self.month(next)?;
        let behind = self.skip(end, &['.', ','], Role::Link);
        let behind = self.past_dashes(behind);
        if let Some(year) = self.year(behind) {
            let date = Date::new(year, Some(month), Some(day)).ok()?;
            return Some(At::new(Point::Date(date), behind + 1, needs));
        }
        Some(At::new(Point::Day(month, day), end, needs))
    }

    /// A month of the Persian solar calendar and its year. Its months lie across two of ours, so only the year is known;
    /// of Dey, which also lies across two years, the one with twenty of its thirty days.
    fn solar(&self, at: usize) -> Option<At> {
        let (month, next) = self.phrase(at, Role::Solar)?;
        let next = self.skip(next, &[','], Role::Link);
        let year = self.number(next, 4..5).filter(|year| (1330..=1480).contains(year))? as i16;
        let year = year + if month.value < 10 { 621 } else { 622 };
        Some(At::sure(Date::new(year, None, None).ok()?, next + 1))
    }

    /// `03/2019`, `03.2019`. A day before it (`31.03.2019`) is passed over where month and day cannot be told apart.
    fn numeric(&self, at: usize) -> Option<At> {
        let first = self.small(at)?;
        let slash = self.mark(at + 1, &['/']);
        if !slash && !self.joins_loosely(at + 1) {
            return None;
        }
        if let Some(year) = self.year(at + 2) {
            let needs = if slash || self.touches(at + 1) { Needs::Nothing } else { Needs::Alone };
            return Some(At::new(Point::Date(Date::new(year, Some(first), None).ok()?), at + 3, needs));
        }
        let second = self.small(at + 2)?;
        let (one, two) = (self.token(at + 1)?, self.token(at + 3)?);
        if one != two || self.dash(at + 1) && !self.joins(at + 3) {
            return None;
        }
        let year = self.year(at + 4)?;
        Some(At::sure(either_first(year, first, second)?, at + 5))
    }

    /// True for what joins, and for a dot with a space behind it: `2019. 3.`.
    fn joins_loosely(&self, at: usize) -> bool {
        self.joins(at) || (self.mark(at, &['.']) && at.checked_sub(1).is_some_and(|before| self.touches_next(before)))
    }

    /// `'18`, `03/19`, `01/06/15`, `2019.3`, `2019. 3.`, `2019. március`, `2018 Dec`: dates only where their neighbours say so.
    fn short(&self, at: usize) -> Option<At> {
        if self.mark(at, &APOSTROPHE) && self.touches_next(at) {
            return Some(At::new(
                Point::Date(Date::new(self.short_year(at + 1)?, None, None).ok()?),
                at + 2,
                Needs::Pair,
            ));
        }
        if let Some(first) = self.number(at, 1..3)
            && let (Some(second), Some(year)) = (self.small(at + 2), self.short_year(at + 4))
            && self.mark(at + 1, &['/', '.'])
            && self.token(at + 1) == self.token(at + 3)
            && self.touches(at + 1)
            && self.touches(at + 3)
        {
            return Some(At::new(Point::Date(either_first(year, first as u8, second)?), at + 5, Needs::Pair));
        }
        if let Some(month) = self.number(at, 2..3) {
            let year = self.short_year(at + 2).filter(|_| self.mark(at + 1, &['/']) && self.touches(at + 1))?;
            return Some(At::new(Point::Date(Date::new(year, Some(month as u8), None).ok()?), at + 3, Needs::Pair));
        }
        let year = self.year(at)?;
        let next = self.skip(at + 1, &['.', ','], Role::YearAfter);
        if let Some((month, end, _)) = self.month(next) {
            if self.year(end).is_some() {
                return None;
            }
            let end = if self.mark(end, &['.']) { end + 1 } else { end };
            let day = self.small(end).and_then(|day| Date::new(year, Some(month), Some(day)).ok());
            let dotted = |end: usize| if self.mark(end, &['.']) && self.touches_next(end - 1) { end + 1 } else { end };
            return Some(match day {
                Some(date) => At::new(Point::Date(date), dotted(end + 1), Needs::Alone),
                None => At::new(Point::Date(Date::month_of(year, month)), end, Needs::Alone),
            });
        }
        if !self.joins_loosely(at + 1) {
            return None;
        }
        let month = self.small(at + 2)?;
        let month = Date::new(year, Some(month), None).ok()?;
        let dot = self.mark(at + 3, &['.']);
        if (dot || self.joins(at + 3))
            && self.token(at + 1) == self.token(at + 3)
            && let Some(day) = self.small(at + 4)
            && let Ok(date) = Date::new(year, month.month(), Some(day))
        {
            return Some(At::new(Point::Date(date), at + 5 + usize::from(self.mark(at + 5, &['.'])), Needs::Line));
        }
        Some(At::new(Point::Date(month), at + 3 + usize::from(dot), Needs::Line))
    }

    /// `2019`, `2019-03`, `2019-03-31`, `2019/03`.
    fn year_first(&self, at: usize, mode: Mode) -> Option<At> {
        let year = self.year(at)?;
        if at.checked_sub(1).is_none_or(|before| !self.touches(before))
            && self.joins(at + 1)
            && let Some(month) = self.number(at + 2, 2..3)
        {
            if self.joins(at + 3)
                && let Some(day) = self.number(at + 4, 2..3)
                && let Ok(date) = Date::new(year, Some(month as u8), Some(day as u8))
            {
                return Some(At::sure(date, at + 5));
            }
            // "2010-12" alone is a month or two years; only what cannot be the end of a span is surely a month.
            let later = month > u32::from(year.unsigned_abs() % 100);
            if (mode.iso || !later)
                && let Ok(date) = Date::new(year, Some(month as u8), None)
            {
                return Some(At::sure(date, at + 3));
            }
        }
        Some(At::sure(Date::new(year, None, None).ok()?, at + 1))
    }
}
