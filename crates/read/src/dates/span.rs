//! Spans: two ends and what stands between them, or one end and a word that says which it is.

use loupe_profile::{Date, End, Span};

use super::{
    lex::{Lexed, Token},
    point::{At, Mode, Needs, Point},
    words::Role,
};

/// A span and the token behind it.
type Spanned = (Span, usize);

/// What follows a start.
enum Second {
    Open,
    At(At),
}

const fn between(start: Date, end: Date) -> Span {
    Span { start: Some(start), end: End::On(end) }
}

const fn open(start: Date) -> Span {
    Span { start: Some(start), end: End::Open }
}

impl Lexed<'_> {
    /// A span that begins at token `at`: two ends, or one date alone.
    pub(super) fn span(&self, at: usize) -> Option<Spanned> {
        match self.token(at)? {
            Token::Word(0) | Token::Dash => return None,
            Token::Mark(c) if c != '\'' => return None,
            _ => {}
        }
        if self.inside(at) {
            return None;
        }
        if let Some(found) = self.opened(at) {
            return Some(found);
        }
        if let Some((span, end)) = self.range(at) {
            return Some((span, self.behind(end, Role::UntilAfter).unwrap_or(end)));
        }
        self.single(at)
    }

    /// A span behind "from", "since", "until" or "between".
    fn opened(&self, at: usize) -> Option<Spanned> {
        // "Fernrill AB 2019", "R&D 2019".
        if self.shows(at, |word| word.len() <= 2 && word.bytes().all(|letter| letter.is_ascii_uppercase())) {
            return None;
        }
        // "Des. del 1960" is December, though "des del" is since.
        let month = self.behind(at, Role::Month).and_then(|_| self.date(at, Mode::default()));
        if matches!(month, Some(At { point: Point::Date(_), .. })) {
            return None;
        }
        if let Some(next) = self.behind(at, Role::Between)
            && let Some(first) = self.date(next, Mode::default()).filter(|first| first.needs == Needs::Nothing)
            && let Some(second_at) = self.behind(first.next, Role::And).or_else(|| self.separator(first.next))
            && let Some(second) = self.date(second_at, Mode::default())
            && let Some(span) = join(first.point, second.point)
        {
            return Some((span, second.next));
        }
        let since = self.behind(at, Role::Since);
        if let Some(next) = self.behind(at, Role::From).into_iter().chain(since).max()
            && let Some((span, end)) = self.range(next)
        {
            return Some((span, self.behind(end, Role::UntilAfter).unwrap_or(end)));
        }
        let alone = |next: usize| {
            let found = self.date(next, Mode::default()).filter(|found| found.needs == Needs::Nothing)?;
            let plain = self.separator(found.next).is_none() && !self.no_date(next, found);
            plain.then_some((found.point, found.next))
        };
        // "since 2019.7": what could be a version is a date when the line holds nothing else.
        let short = |next: usize| {
            let found = self.date(next, Mode { short: true, iso: true })?;
            (at == 0 && found.needs <= Needs::Line && found.next == self.tokens.len())
                .then_some((found.point, found.next))
        };
        let alone = |next: usize| alone(next).or_else(|| short(next));
        if let Some((point, end)) = since.and_then(alone)
            && let Some(start) = first_of(point)
        {
            return Some((open(start), self.behind(end, Role::SinceAfter).unwrap_or(end)));
        }
        let (point, end) = self.behind(at, Role::Until).and_then(alone)?;
        Some((Span { start: None, end: End::On(last_of(point)?) }, end))
    }

    /// One date: alone, or with a word behind it that says which end it is.
    fn single(&self, at: usize) -> Option<Spanned> {
        let or = |role| self.behind(at, role).is_some();
        if or(Role::Link) && !or(Role::Month) && !or(Role::Buddhist) {
            // The date is behind the word, and looked at there.
            return None;
        }
        let with = |short| self.date(at, Mode { short, iso: false }).filter(|found| self.stands(at, found));
        let found = with(true).filter(|found| found.needs != Needs::Nothing).or_else(|| with(false))?;
        let next = found.next;
        // "2018/19" is two years.
        if let Some(Point::Years(first, last)) = self.school_year(at).map(|at| at.point)
            && matches!(found.point, Point::Date(date) if date.month().is_none())
        {
            return Some((between(year(first)?, year(last)?), at + 3));
        }
        if let Point::Years(first, last) = found.point {
            return Some((between(year(first)?, year(last)?), next));
        }
        let Point::Date(date) = found.point else { return None };
        if self.no_date(at, found) {
            return None;
        }
        let behind = if self.mark(next, &['\'']) { next + 1 } else { next };
        if let Some(end) = self.behind(behind, Role::SinceAfter) {
            return Some((open(date), end));
        }
        if let Some(end) = self.behind(behind, Role::UntilAfter) {
            return Some((Span { start: None, end: End::On(date) }, end));
        }
        if self.goes_on_from(next) {
            return Some((open(date), next + 1));
        }
        Some((Span { start: Some(date), end: End::Unknown }, next))
    }

    /// True when what a point needs is there.
    fn stands(&self, at: usize, found: &At) -> bool {
        let beside = |token| matches!(token, Some(Token::Word(_) | Token::Number(..)));
        match found.needs {
            Needs::Nothing => true,
            Needs::Alone => !beside(self.before(at)) && (!beside(self.token(found.next)) || self.ends_line(found.next)),
            Needs::Line => at == 0 && self.ends_line(found.next),
            Needs::Pair => false,
        }
    }

    /// True when the line ends at token `at`, or with a word for a start, or a dash behind which nothing stands.
    fn ends_line(&self, at: usize) -> bool {
        let end = self.behind(at, Role::SinceAfter).unwrap_or(at + usize::from(self.dash(at)));
        end == self.tokens.len()
    }

    /// True for a wave dash at the line's end: in Japanese and Korean résumés what begins there goes on.
    fn goes_on_from(&self, at: usize) -> bool {
        let dash = self.tokens.get(at).and_then(|(_, range)| self.line.get(range.clone()));
        at + 1 == self.tokens.len() && matches!(dash, Some("~" | "～" | "〜"))
    }

    /// Two ends.
    fn range(&self, at: usize) -> Option<Spanned> {
        let (span, end) = self
            .days(at)
            .or_else(|| self.school_years(at))
            .or_else(|| self.short_range(at))
            .or_else(|| self.plain_range(at))?;
        (!self.no_range(at, &span, end)).then_some((span, end))
    }

    /// `12–15 Nov 2019`, `Nov 12–15, 2019`.
    fn days(&self, at: usize) -> Option<Spanned> {
        if let Some(day) = self.small(at)
            && let second = self.separator(at + 1).filter(|_| self.dash(at + 1))?
            && self.small(second).is_some()
            && self.behind(second + 1, Role::Month).is_some()
            && let At { point: Point::Date(end), next, .. } = self.date(second, Mode::default())?
            && end.day().is_some_and(|last| last > day)
        {
            let start = Date::new(end.year(), end.month(), Some(day)).ok()?;
            return Some((between(start, end), next));
        }
        let first = self.date(at, Mode::default()).filter(|_| matches!(self.token(at), Some(Token::Word(_))))?;
        let Point::Day(month, day) = first.point else { return None };
        let second = self.separator(first.next).filter(|_| self.dash(first.next))?;
        let last = self.small(second).filter(|last| *last > day)?;
        let year_at = self.skip(second + 1, &[','], Role::Ordinal);
        let year = self.year(year_at)?;
        let date = |day| Date::new(year, Some(month), Some(day)).ok();
        Some((between(date(day)?, date(last)?), year_at + 1))
    }

    /// `2016/17 – 2018/19`, `2016/2017 – present`: from the first year of the first to the last of the last.
    fn school_years(&self, at: usize) -> Option<Spanned> {
        let first = self.school_year(at)?;
        // "2010/11 – 2013/05" are months.
        let month = |at: usize| self.number(at + 2, 2..3).is_some_and(|month| (1..=12).contains(&month));
        let start = year(self.year(at)?)?;
        match self.second(first.next, Mode::default())? {
            Second::Open => (!month(at)).then_some((open(start), self.present(first.next)?)),
            Second::At(_) => {
                let second_at = self.separator(first.next)?;
                let last = match self.school_year(second_at) {
                    Some(last) if !(month(at) && month(second_at)) => last,
                    None if !month(at) => self.date(second_at, Mode::default())?,
                    _ => return None,
                };
                Some((between(start, last_of(last.point)?), last.next))
            }
        }
    }

    /// Two ends of which at least one is written in a short form.
    fn short_range(&self, at: usize) -> Option<Spanned> {
        let mode = Mode { short: true, iso: self.iso(at) };
        let first = self.date(at, mode)?;
        let second_at = self.separator(first.next);
        let Some(Second::At(second)) = self.second(first.next, mode) else {
            let end = self.present(first.next)?;
            let month_or_year = matches!(first.point, Point::Date(_)) && first.needs != Needs::Nothing;
            return month_or_year.then_some((open(first_of(first.point)?), end));
        };
        if first.needs == Needs::Nothing && second.needs == Needs::Nothing {
            return None;
        }
        let months = |point| match point {
            Point::Date(date) => date.month().is_some(),
            Point::Month(_) | Point::Day(..) => true,
            Point::Years(..) => false,
        };
        // "'18 – '20" are years; of the other forms each end names a month.
        let quoted = |at: usize| self.mark(at, &['\'']);
        let dmy = |at: usize| self.mark(at + 1, &['/', '.']) && self.mark(at + 3, &['/', '.']);
        let days = dmy(at) && second_at.is_some_and(dmy);
        let alike = days || months(first.point) && months(second.point) || quoted(at) && second_at.is_some_and(quoted);
        let span = join(first.point, second.point).filter(|span| alike && !span.ends_before_it_starts())?;
        // "03/10 – 05/12" can be days.
        let late = |at: usize| self.number(at + 2, 2..3).is_some_and(|year| year > 12);
        let fraction =
            |at: usize| self.number(at, 2..3).is_some() && self.mark(at + 1, &['/']) && !dmy(at) && !late(at);
        let line = at == 0 && second.next == self.tokens.len();
        if !line && fraction(at) && second_at.is_some_and(fraction) {
            return None;
        }
        Some((span, second.next))
    }

    /// Two ends that are dates by themselves, or take the year from each other.
    fn plain_range(&self, at: usize) -> Option<Spanned> {
        let iso = self.iso(at);
        let first = self.date(at, Mode { iso, short: false })?;
        if first.needs != Needs::Nothing {
            return None;
        }
        if let Some(end) = self.present(first.next)
            && matches!(first.point, Point::Date(_) | Point::Years(..))
        {
            return Some((open(first_of(first.point)?), end));
        }
        let second_at = self.separator(first.next)?;
        if let Some((start, end)) = self.shortened(first.point, first.next, second_at) {
            return Some((between(start, end), second_at + 1));
        }
        // "2019年3月–5月".
        if let Point::Date(start) = first.point
            && start.month().is_some()
            && self.mark(first.next.checked_sub(1)?, &['月', '월'])
            && let Some((month, next)) = self.month_of_year(second_at)
        {
            return Some((between(start, Date::month_of(start.year(), month)), next));
        }
        let mode = Mode { iso: iso || !matches!(first.point, Point::Month(_)), short: false };
        let second = match self.school_year(second_at) {
            Some(school) if self.number(second_at + 2, 2..3).is_none_or(|short| short > 12) => school,
            _ => self.date(second_at, mode).filter(|second| second.needs == Needs::Nothing)?,
        };
        Some((join(first.point, second.point)?, second.next))
    }

    /// "2010-12 – 2013-05": of two such dates, both are year and month.
    fn iso(&self, at: usize) -> bool {
        self.year(at).is_some()
            && self.joins(at + 1)
            && self.number(at + 2, 2..3).is_some()
            && (self.separator(at + 3).is_some_and(|end| self.year(end).is_some()) || self.present(at + 3).is_some())
    }

    /// The end of "2015–20": two digits that touch the dash behind a year.
    fn shortened(&self, first: Point, dash: usize, at: usize) -> Option<(Date, Date)> {
        let Point::Date(start) = first else { return None };
        let short = self.number(at, 2..3).filter(|_| self.touches(dash) && !self.touches(at + 1))?;
        let year = start.year() / 100 * 100 + short as i16;
        let end = Date::new(year, None, None).ok()?;
        (start.month().is_none() && year > start.year()).then_some((start, end))
    }

    /// What stands behind a start and a word or dash for "to".
    fn second(&self, at: usize, mode: Mode) -> Option<Second> {
        if self.present(at).is_some() {
            return Some(Second::Open);
        }
        self.date(self.separator(at)?, mode).map(Second::At)
    }

    /// The token behind a word that says that a span goes on.
    fn present(&self, at: usize) -> Option<usize> {
        let next = self.separator(at);
        let next = next.filter(|next| self.behind(*next, Role::Marked).is_none() || !self.shows(*next, str::is_ascii));
        let said = next.and_then(|next| self.behind(next, Role::Present).max(self.behind(next, Role::SoFar)));
        said.max(self.behind(at, Role::SoFar))
    }

    /// The token behind a dash or a word for "to".
    pub(super) fn separator(&self, at: usize) -> Option<usize> {
        if self.dash(at) {
            let next = at + 1 + usize::from(self.dash(at + 1));
            return Some(if self.mark(next, &['>']) { next + 1 } else { next });
        }
        if self.mark(at, &['/']) && self.touches(at) {
            return Some(at + 1);
        }
        self.behind(at, Role::To)
    }
}

fn year(year: i16) -> Option<Date> {
    Date::new(year, None, None).ok()
}

/// The date of a point as a start.
fn first_of(point: Point) -> Option<Date> {
    match point {
        Point::Date(date) => Some(date),
        Point::Years(first, _) => year(first),
        Point::Month(_) | Point::Day(..) => None,
    }
}

/// The date of a point as an end.
fn last_of(point: Point) -> Option<Date> {
    match point {
        Point::Years(_, last) => year(last),
        point => first_of(point),
    }
}

/// A span of two points, of which the first may take its year from the second.
fn join(first: Point, second: Point) -> Option<Span> {
    let end = last_of(second)?;
    let start = match first {
        Point::Date(date) => date,
        Point::Years(first, _) => year(first)?,
        // "Nov – Mar 2020" began the year before. "Nov – 2020" does not say when.
        Point::Month(month) => Date::month_of(end.year() - i16::from(month > end.month()?), month),
        Point::Day(month, day) => {
            let later = (month, day) > (end.month()?, end.day()?);
            Date::new(end.year() - i16::from(later), Some(month), Some(day)).ok()?
        }
    };
    Some(between(start, end))
}
