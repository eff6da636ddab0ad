//! Entries in shapes that stand in no list of layouts: what comes in which order, and what stands beside it.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]
use loupe_profile::{Profile, Quote, Source, SourceKind};
use loupe_read::read_html_file;

fn read(body: &str) -> Profile {
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let html =
        format!("<!doctype html><html><body><h1>Maren Holtby</h1><p>maren@holtby.example</p>{body}</body></html>");
    read_html_file(&html, source).unwrap().profile
}

fn text(quote: Option<&Quote>) -> &str {
    quote.map_or("-", |quote| quote.text.as_str())
}

/// Degree, school and how many have an end.
fn studies(body: &str) -> (Vec<[String; 2]>, usize) {
    let of = |study: &loupe_profile::Study| [&study.degree, &study.school].map(|q| text(q.as_ref()).to_owned());
    let profile = read(&format!("<h2>Education</h2>{body}"));
    let ended = profile.studies.iter().filter(|study| study.span.is_some_and(|span| span.end.date().is_some()));
    (profile.studies.iter().map(of).collect(), ended.count())
}

/// All orders of the parts of an entry.
fn orders<const N: usize>(parts: [&str; N]) -> Vec<Vec<String>> {
    if parts.is_empty() {
        return vec![Vec::new()];
    }
    let mut found = vec![Vec::new()];
    for part in parts {
        let grown = found.iter().flat_map(|order: &Vec<String>| {
            (0..=order.len()).map(move |at| {
                let mut order = order.clone();
                order.insert(at, part.to_owned());
                order
            })
        });
        found = grown.collect();
    }
    found
}

#[test]
fn degree_field_and_school_in_three_lines_below_or_around_the_year() {
    for first in orders(["Oxmere University", "Bachelor of Science", "Applied Mathematics"]) {
        // What stands on both sides of the school may as well be a town.
        if first[1] == "Oxmere University" {
            continue;
        }
        let swap = |line: &String| match line.as_str() {
            "Oxmere University" => "Harbour College",
            "Bachelor of Science" => "Master of Arts",
            _ => "Tides and coasts",
        };
        let second: Vec<&str> = first.iter().map(swap).collect();
        for at in 0..=1 {
            let entry = |lines: &[&str], year: &str| {
                let mut lines: Vec<String> = lines.iter().map(|line| format!("<div>{line}</div>")).collect();
                lines.insert(at * 3, format!("<div>{year}</div>"));
                format!("<div>{}</div>", lines.concat())
            };
            let lines: Vec<&str> = first.iter().map(String::as_str).collect();
            let (read, ended) = studies(&(entry(&lines, "2019") + &entry(&second, "2016")));
            let told = |degree: &str, field: &str, school: &str| {
                let degree_first = first.iter().position(|line| line == "Bachelor of Science")
                    < first.iter().position(|line| line == "Applied Mathematics");
                let degree = if degree_first { format!("{degree}, {field}") } else { format!("{field}, {degree}") };
                [degree, school.to_owned()]
            };
            let expected = [
                told("Bachelor of Science", "Applied Mathematics", "Oxmere University"),
                told("Master of Arts", "Tides and coasts", "Harbour College"),
            ];
            assert_eq!((read.as_slice(), ended), (expected.as_slice(), 2), "{first:?}, year at {at}");
        }
    }
}

#[test]
fn a_grade_behind_a_degree_or_a_school_is_neither() {
    for grade in [" (GPA 3.8)", " (GPA: 3.8/4.0)", ", GPA 3.8", " (92%)", " – 8.4 CGPA"] {
        for body in [
            format!("<h3>BSc Computing{grade}</h3><p>Oxmere University</p><p>2011 – 2014</p>"),
            format!("<h3>Oxmere University{grade}</h3><p>BSc Computing</p><p>2011 – 2014</p>"),
        ] {
            assert_eq!(studies(&body).0, [["BSc Computing", "Oxmere University"]], "{body}");
        }
    }
}
