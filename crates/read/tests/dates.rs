//! What any supported language prints, reads back: spans printed with the words and patterns of CLDR, which are kept apart
//! from the reader's own lists, come back as the exact span.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{collections::BTreeMap, sync::LazyLock};

use loupe_profile::{Date, End, Span};
use loupe_read::dates;
use proptest::{prelude::*, sample::Index};
use serde::Deserialize;

/// A language of `printed_dates.toml`; the months by the letters that stand for them in a pattern.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "UPPERCASE")]
struct Language {
    mmmm: [String; 12],
    llll: Option<[String; 12]>,
    mmm: [String; 12],
    lll: Option<[String; 12]>,
    #[serde(rename = "patterns")]
    patterns: Vec<String>,
    #[serde(rename = "between")]
    between: String,
    #[serde(rename = "present")]
    present: Vec<String>,
    /// The zeros of the digits that the language is written with.
    #[serde(rename = "zeros")]
    zeros: Vec<char>,
    /// What its own calendar adds to a year.
    #[serde(rename = "years", default)]
    years: i16,
}

static LANGUAGES: LazyLock<BTreeMap<String, Language>> =
    LazyLock::new(|| toml::from_str(include_str!("printed_dates.toml")).unwrap());

impl Language {
    fn print(&self, pattern: &str, date: Date, zero: char, calendar: i16) -> String {
        let digits = |number: i16, width: usize| -> String {
            let value = |c: char| char::from_u32(u32::from(zero) + c.to_digit(10).unwrap()).unwrap();
            format!("{number:0width$}").chars().map(value).collect()
        };
        let (month, day) = (date.month().unwrap(), i16::from(date.day().unwrap()));
        let mut out = String::new();
        let mut letters = pattern.chars().peekable();
        let mut quoted = false;
        while let Some(letter) = letters.next() {
            if letter == '\'' {
                quoted = !quoted;
                continue;
            }
            if quoted || !"yMLd".contains(letter) {
                out.push(letter);
                continue;
            }
            let mut width = 1;
            while letters.next_if_eq(&letter).is_some() {
                width += 1;
            }
            let name = |names: &[String; 12]| names[usize::from(month) - 1].clone();
            out += &match (letter, width) {
                ('y', _) => digits(date.year() + calendar, 4),
                ('d', width) => digits(day, width),
                ('M', 4) => name(&self.mmmm),
                ('L', 4) => name(self.llll.as_ref().unwrap_or(&self.mmmm)),
                ('M', 3) => name(&self.mmm),
                ('L', 3) => name(self.lll.as_ref().unwrap_or(&self.mmm)),
                (_, width) => digits(i16::from(month), width),
            };
        }
        out
    }
}

/// A date as precise as a pattern prints it.
fn as_printed(pattern: &str, date: Date) -> Date {
    let has = |letters: &[char]| pattern.split('\'').step_by(2).any(|unquoted| unquoted.contains(letters));
    let month = date.month().filter(|_| has(&['M', 'L']));
    Date::new(date.year(), month, date.day().filter(|_| has(&['d']))).unwrap()
}

prop_compose! {
    fn any_date()(year in 1960i16..2035, month in 1u8..13, day in 1u8..29) -> Date {
        Date::new(year, Some(month), Some(day)).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5_000) })]

    #[test]
    fn a_span_printed_in_any_language_reads_back(
        language in any::<Index>(), pattern in any::<Index>(), zero in any::<Index>(), present in any::<Index>(),
        a in any_date(), b in any_date(), own_calendar in any::<bool>(), own_dash in any::<bool>(), open in any::<bool>(),
    ) {
        let (name, language) = language.get(&LANGUAGES.iter().collect::<Vec<_>>()).to_owned();
        let pattern = pattern.get(&language.patterns);
        let zero = *zero.get(&language.zeros);
        let (a, b) = if a.surely_before(b) { (a, b) } else { (b, a) };
        let (first, last) = (as_printed(pattern, a), as_printed(pattern, b));
        // Years of another calendar are read beside the month names of its language only.
        let calendar = if own_calendar && pattern.contains("MMM") { language.years } else { 0 };
        let print = |date| language.print(pattern, date, zero, calendar);
        let between = if own_dash { language.between.as_str() } else { "{0} – {1}" };
        let end = if open { present.get(&language.present).clone() } else { print(b) };
        let line = between.replace("{0}", &print(a)).replace("{1}", &end);
        let found = dates::find_range(&line);
        let end = if open { End::Open } else { End::On(last) };
        prop_assert_eq!(found.as_ref().map(|found| found.span), Some(Span { start: Some(first), end }), "{}: {}", name, line);
        prop_assert!(dates::date_line(&line).is_some(), "{}: {}", name, line);
    }

    #[test]
    fn a_month_printed_in_any_language_reads_back(
        language in any::<Index>(), pattern in any::<Index>(), zero in any::<Index>(), date in any_date(),
    ) {
        let (name, language) = language.get(&LANGUAGES.iter().collect::<Vec<_>>()).to_owned();
        let names_month = |p: &&String| ["MMM", "LLL", "年", "년"].iter().any(|letters| p.contains(letters));
        let named: Vec<_> = language.patterns.iter().filter(names_month).collect();
        let pattern = pattern.get(&named);
        let line = language.print(pattern, date, *zero.get(&language.zeros), 0);
        let span = Span { start: Some(as_printed(pattern, date)), end: End::Unknown };
        prop_assert_eq!(dates::find(&line).map(|found| found.span), Some(span), "{}: {}", name, line);
    }

    /// Whatever a line holds, it is read, and what is found lies on whole characters.
    #[test]
    fn any_line_is_read(
        pieces in prop::collection::vec(prop_oneof![
            "\\PC{0,6}", "[0-9]{1,5}", "[ .,/'’–~:()-]{1,2}", "(19|20)[0-9]{2}", any::<char>().prop_map(String::from),
            any::<(Index, Index)>().prop_map(|(language, month)| {
                let languages: Vec<_> = LANGUAGES.values().collect();
                month.get(&language.get(&languages).mmmm).clone()
            }),
            any::<(Index, Index)>().prop_map(|(language, word)| {
                let languages: Vec<_> = LANGUAGES.values().collect();
                word.get(&language.get(&languages).present).clone()
            }),
            prop::sample::select(vec!["年", "月", "から", "令和", "元", "พ.ศ.", "since", "between", "and", "tháng", "Q", "🙂"])
                .prop_map(str::to_owned),
        ], 0..14)
    ) {
        let line = pieces.concat();
        for found in [dates::find(&line), dates::find_range(&line), dates::date_line(&line)].into_iter().flatten() {
            prop_assert!(line.get(found.bytes.clone()).is_some_and(|text| !text.is_empty()), "{}", line);
        }
        let _ = dates::is_duration(&line);
    }
}

/// Each month once in each pattern of each language, from and to itself a year later.
#[test]
fn every_month_of_every_language() {
    let mut wrong = Vec::new();
    for (name, language) in LANGUAGES.iter() {
        for (pattern, month) in language.patterns.iter().flat_map(|p| (1..=12).map(move |month| (p, month))) {
            let print = |year| language.print(pattern, Date::new(year, Some(month), Some(5)).unwrap(), '0', 0);
            let date = |year| as_printed(pattern, Date::new(year, Some(month), Some(5)).unwrap());
            for dash in [" – ", "-", " - ", "–", " — "] {
                let line = format!("{}{dash}{}", print(2018), print(2019));
                let span = Span { start: Some(date(2018)), end: End::On(date(2019)) };
                let found = dates::find_range(&line);
                if found.as_ref().map(|found| found.span) != Some(span) {
                    wrong.push(format!("{name}: {line}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong, as {:#?}", wrong.len(), wrong);
}

#[test]
fn the_test_knows_every_language() {
    assert!(LANGUAGES.len() >= 33);
    for (name, language) in LANGUAGES.iter() {
        assert!(language.patterns.len() >= 2 && !language.present.is_empty(), "{name}");
    }
}
