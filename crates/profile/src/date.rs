//! Dates as finely as they were written, and spans of them.
//!
//! "2019" and "March 2019" do not contradict each other, so a date keeps its precision and every comparison asks what
//! must be true of all days the words allow.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A calendar date, known to the year, the month or the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify), tsify(type = "string"))]
pub struct Date {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// Years outside of this range are not dates of a working life and are refused.
    pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

    /// A date from its parts.
    ///
    /// # Errors
    /// A year outside [`Date::YEARS`], a month outside 1–12, a day that the month does not have, a day without a month.
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Result<Self, DateError> {
        let days = match month {
            None => 0,
            Some(2) => 29,
            Some(4 | 6 | 9 | 11) => 30,
            Some(1..=12) => 31,
            Some(_) => return Err(DateError),
        };
        let day_fits = day.is_none_or(|d| (1..=days).contains(&d));
        if Self::YEARS.contains(&year) && day_fits { Ok(Self { year, month, day }) } else { Err(DateError) }
    }

    /// A month of a year. Out-of-range values are brought into range.
    pub fn month_of(year: i16, month: u8) -> Self {
        let year = year.clamp(*Self::YEARS.start(), *Self::YEARS.end());
        Self { year, month: Some(month.clamp(1, 12)), day: None }
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, when known.
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, when known.
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// The first month the words allow, counted in months from year 0.
    pub fn earliest_month(self) -> i32 {
        i32::from(self.year) * 12 + self.month.map_or(0, |m| i32::from(m) - 1)
    }

    /// The last month the words allow, counted in months from year 0.
    pub fn latest_month(self) -> i32 {
        i32::from(self.year) * 12 + self.month.map_or(11, |m| i32::from(m) - 1)
    }

    /// True when every day that `self` allows comes before every day that `other` allows.
    pub fn surely_before(self, other: Self) -> bool {
        if let (Some(a), Some(b)) = (self.day, other.day)
            && self.earliest_month() == other.earliest_month()
        {
            return a < b;
        }
        self.latest_month() < other.earliest_month()
    }

    /// The fewest months that can lie between the two, whichever comes first; 0 when they may be the same month.
    pub fn months_apart_at_least(self, other: Self) -> u32 {
        let gap = (other.earliest_month() - self.latest_month()).max(self.earliest_month() - other.latest_month());
        gap.max(0).unsigned_abs()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Text that is no date of the form `2019`, `2019-03` or `2019-03-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form 2019, 2019-03 or 2019-03-31")
    }
}

impl std::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|y| y.len() == 4).ok_or(DateError)?.parse().map_err(|_| DateError)?;
        let mut two = || {
            parts
                .next()
                .map(|p| if p.len() == 2 { p.parse().map_err(|_| DateError) } else { Err(DateError) })
                .transpose()
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() { Err(DateError) } else { Self::new(year, month, day) }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

/// A time from a start to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Span {
    /// When it began, when stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// When it ended.
    pub end: End,
}

/// How a span ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "date", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum End {
    /// On this date.
    On(Date),
    /// It goes on: the source says "Present" or a word like it.
    Open,
    /// The source does not say.
    Unknown,
}

impl End {
    /// The date, when there is one.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::On(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Span {
    /// True when it surely ends before it starts.
    pub fn ends_before_it_starts(&self) -> bool {
        matches!((self.start, self.end.date()), (Some(start), Some(end)) if end.surely_before(start))
    }

    /// True when it surely starts after `today`.
    pub fn starts_after(&self, today: Date) -> bool {
        self.start.is_some_and(|start| today.surely_before(start))
    }

    /// The months that surely lie in both spans; an open end reaches to `today`. Reversed or unknown ends share none.
    pub fn months_shared_at_least(&self, other: &Self, today: Date) -> u32 {
        let last = |span: &Self| match span.end {
            End::On(date) => Some(date.earliest_month()),
            End::Open => Some(today.earliest_month()),
            End::Unknown => None,
        };
        let (Some(a), Some(b), Some(a_end), Some(b_end)) = (self.start, other.start, last(self), last(other)) else {
            return 0;
        };
        (a_end.min(b_end) - a.latest_month().max(b.latest_month())).max(0).unsigned_abs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn precision_decides_what_is_before() {
        assert!(date("2020-02").surely_before(date("2021-05")));
        assert!(!date("2019").surely_before(date("2019-03")));
        assert!(!date("2019-03").surely_before(date("2019")));
        assert!(date("2019-03-01").surely_before(date("2019-03-02")));
        assert!(!date("2019-03").surely_before(date("2019-03-02")));
    }

    #[test]
    fn months_apart_take_the_closest_reading() {
        assert_eq!(date("2019").months_apart_at_least(date("2019-03")), 0);
        assert_eq!(date("2019").months_apart_at_least(date("2020-03")), 3);
        assert_eq!(date("2020-03").months_apart_at_least(date("2019")), 3);
        assert_eq!(date("2018-01").months_apart_at_least(date("2018-08")), 7);
    }

    #[test]
    fn shared_months_take_the_narrowest_reading() {
        let span = |a: &str, b: &str| Span { start: Some(date(a)), end: End::On(date(b)) };
        let today = date("2026-11");
        assert_eq!(span("2018-01", "2020-01").months_shared_at_least(&span("2019-01", "2021-01"), today), 12);
        assert_eq!(span("2018", "2020").months_shared_at_least(&span("2019", "2021"), today), 1);
        let open = Span { start: Some(date("2026-01")), end: End::Open };
        assert_eq!(open.months_shared_at_least(&open, today), 10);
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in ["", "19", "2019-3", "2019-13", "2019-02-30", "2019-01-01-01", "1066", "2019-", "+019"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
