//! Lines as sites and résumés print them, and what is no date.

use super::*;

fn written(line: &str) -> Option<String> {
    let span = find(line)?.span;
    let end = match span.end {
        End::On(date) => date.to_string(),
        End::Open => "open".to_owned(),
        End::Unknown => "?".to_owned(),
    };
    Some(format!("{}..{end}", span.start?))
}

#[test]
fn lines_as_the_sites_print_them() {
    for (line, expected) in [
        ("Jan 2018 - Aug 2020 · 2 yrs 8 mos", "2018-01..2020-08"),
        ("Apr. 2024–Heute · 2 Jahre 6 Monate", "2024-04..open"),
        ("mei 2026 - heden · 3 mnd", "2026-05..open"),
        ("2023年1月 - 至今 · 3 年 1 个月", "2023-01..open"),
        ("janv. 2020 - aujourd’hui · 5 ans 9 mois", "2020-01..open"),
        ("sept. 2025 - actualidad · 4 meses", "2025-09..open"),
        ("jul de 2024 - o momento · 1 ano 4 meses", "2024-07..open"),
        ("mag 1988 - Presente · 36 anni 11 mesi", "1988-05..open"),
        ("2014 – 2018", "2014..2018"),
        ("Jan 2018 to Aug 2020", "2018-01..2020-08"),
        ("01/2018 – 08/2020", "2018-01..2020-08"),
        ("2018-01 - 2020-08", "2018-01..2020-08"),
        ("2018-01-15 – 2020-08-01", "2018-01-15..2020-08-01"),
        ("March 30, 2014", "2014-03-30..?"),
        ("Since March 2019", "2019-03..open"),
        ("Jan – Mar 2020", "2020-01..2020-03"),
        ("Jan '18 - Aug '20", "2018-01..2020-08"),
        ("31.03.2019 bis 30.06.2020", "2019-03-31..2020-06-30"),
        ("7/2020 - No end date", "2020-07..open"),
        ("Nov – Mar 2020", "2019-11..2020-03"),
        ("2010–12", "2010..2012"),
        ("2010/12", "2010..2012"),
        ("2015-20", "2015..2020"),
        ("2010-12 – 2013-05", "2010-12..2013-05"),
        ("2008-01 - 2010-12", "2008-01..2010-12"),
        ("01-2018–12-2019", "2018-01..2019-12"),
        ("01.05.2019 – 03.02.2019", "2019..2019"),
        ("2019년 3월 - 2020년 2월", "2019-03..2020-02"),
        ("2021-05", "2021-05..?"),
        ("Issued May 2024 · Expires Jun 2027", "2024-05..?"),
    ] {
        assert_eq!(written(line).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn what_is_no_date() {
    for line in [
        "Grew revenue 2300 %",
        "May the force",
        "Room 12/34",
        "Python 3.11",
        "",
        "$ 2000",
        "1200 - 1400 users",
        "+44 2079",
    ] {
        assert_eq!(written(line), None, "{line}");
    }
}

#[test]
fn date_lines_hold_nothing_else() {
    assert!(date_line("Jan 2018 - Aug 2020 · 2 yrs 8 mos").is_some());
    assert!(date_line("(2014 – 2018)").is_some());
    assert!(date_line("2 Jahre und 8 Monate, Mai 2018 - Dez. 2020").is_some());
    assert!(date_line("1 Jahr, 2015 - 2016").is_some());
    assert!(date_line("Developer at Quay Labs, Jan 2018 - Aug 2020").is_none());
    assert!(is_duration("6 Jahre 3 Monate"));
    assert!(!is_duration("6 engineers"));
}
