//! A role or study that ends before it starts, or starts in the future.

use loupe_profile::{Date, Quote, Span, fold};

use crate::{Bar, Case, Check, Evidence, Finding, Status, Strength};

pub(crate) static CHECK: Check =
    Check { id: "history/impossible-dates", rule: 1, status: Status::Preview, page: page!("impossible_dates.md"), run };

/// A start no further ahead than this may be a signed contract or a place at a school.
const SOON: u32 = 6;

/// More of them say no more.
const MOST: usize = 20;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let mut told: Vec<(String, Span)> = Vec::new();
    for subject in case.subjects {
        for (label, _, span, dates) in subject.profile.dated_entries() {
            let reversed = span.ends_before_it_starts();
            if !reversed && !span.starts_after(case.today) {
                continue;
            }
            let Some(start) = span.start else { continue };
            // The same slip in the page and in the résumé is one slip.
            let entry = (fold(&label), span);
            if told.len() >= MOST || told.contains(&entry) {
                continue;
            }
            told.push(entry);
            let soon = !reversed && start.months_apart_at_least(case.today) <= SOON;
            let (start_quote, end_quote) = ends_as_written(dates, start, span.end.date());
            let mut finding = CHECK
                .finding(if soon { Strength::Weak } else { Strength::Medium })
                .arg("entry", label.clone())
                .arg("dates", dates.text.clone())
                .fact("start", &start_quote, subject.source);
            if let Some(end) = &end_quote {
                finding = finding.fact("end", end, subject.source);
            }
            let bars = vec![Bar { label, span, source: subject.source.clone() }];
            findings.push(finding.evidence(Evidence::Timeline { bars, marked: None, today: case.today }));
        }
    }
}

/// The start and the end as they stand in "May 2021 – Feb 2020 · 2 mos"; as understood where they cannot be told apart.
fn ends_as_written(dates: &Quote, start: Date, end: Option<Date>) -> (Quote, Option<Quote>) {
    let range = dates.text.split('·').next().unwrap_or_default();
    let parts: Vec<&str> = ["–", "—", " - ", " to "]
        .into_iter()
        .map(|dash| range.split(dash).map(str::trim).collect::<Vec<_>>())
        .find(|parts| parts.len() == 2 && parts.iter().all(|part| !part.is_empty()))
        .unwrap_or_default();
    let quote = |at: usize, date: Date| {
        Quote::new(parts.get(at).map_or_else(|| date.to_string(), |text| (*text).to_owned()), dates.place)
    };
    (quote(0, start), end.map(|end| quote(1, end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use loupe_profile::Place;

    #[test]
    fn ends_are_quoted_as_written_where_they_can_be_told_apart() {
        let split = |text: &str| {
            let (start, end) = ends_as_written(
                &Quote::new(text, Place::default()),
                Date::month_of(2021, 5),
                Some(Date::month_of(2020, 2)),
            );
            (start.text, end.unwrap().text)
        };
        for (text, start, end) in [
            ("May 2021 – Feb 2020 · 1 yr", "May 2021", "Feb 2020"),
            ("05/2021 - 02/2020", "05/2021", "02/2020"),
            ("von 05.2021 bis 02.2020", "2021-05", "2020-02"),
        ] {
            assert_eq!(split(text), (start.to_owned(), end.to_owned()), "{text}");
        }
    }
}
