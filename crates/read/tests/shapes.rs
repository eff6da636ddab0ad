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

/// Position, employer, place.
fn roles(body: &str) -> Vec<[String; 3]> {
    let of =
        |role: &loupe_profile::Role| [&role.title, &role.employer, &role.location].map(|q| text(q.as_ref()).to_owned());
    read(&format!("<h2>Experience</h2>{body}")).roles.iter().map(of).collect()
}

#[test]
fn employer_position_and_place_in_one_line() {
    let expected = [
        ["Lead Engineer", "Fernrill Systems", "Leeds, United Kingdom"],
        ["Developer", "Elbtech", "Hamburg, Deutschland"],
    ];
    for form in [
        "EMPLOYER, PLACE: TITLE (DATES)",
        "EMPLOYER: TITLE, PLACE (DATES)",
        "TITLE: EMPLOYER, PLACE (DATES)",
        "EMPLOYER (PLACE): TITLE, DATES",
    ] {
        let entry = |at: usize, dates: &str| {
            let [title, employer, place] = expected[at];
            let line = form.replace("TITLE", title).replace("EMPLOYER", employer).replace("PLACE", place);
            format!("<li>{}</li>", line.replace("DATES", dates))
        };
        let body = format!("<ul>{}{}</ul>", entry(0, "2018 – 2021"), entry(1, "2015 – 2018"));
        assert_eq!(roles(&body), expected, "{form}");
    }
    // A colon within a sentence names nobody.
    let text = "<h3>Developer</h3><p>Elbtech</p><p>2015 – 2018</p><p>Tools: Go and Raft.</p>";
    assert_eq!(roles(text), [["Developer", "Elbtech", "-"]]);
}

#[test]
fn the_place_behind_a_position() {
    for mark in [" in ", "; ", ", "] {
        let entry = |title: &str, employer: &str, place: &str, years: &str| {
            format!("<div><h3>{employer}</h3><p>{title}{mark}{place}</p><p>{years}</p></div>")
        };
        let body = entry("Software Engineer", "Fernrill", "Leeds, United Kingdom", "2018 – 2021")
            + &entry("Developer", "Ostrich & Vale", "Bengaluru, India", "2015 – 2018");
        let expected = [
            ["Software Engineer", "Fernrill", "Leeds, United Kingdom"],
            ["Developer", "Ostrich & Vale", "Bengaluru, India"],
        ];
        assert_eq!(roles(&body), expected, "{mark}");
    }
    let no_place = "<h3>Fernrill</h3><p>Expert in Storage</p><p>2018 – 2021</p>";
    assert_eq!(roles(no_place), [["Expert in Storage", "Fernrill", "-"]]);
}

#[test]
fn web_addresses_of_employers_are_no_names() {
    for address in [
        "<a href=\"https://fernrill.example\">https://fernrill.example</a>",
        "<p><a href=\"https://fernrill.example\">fernrill.example</a></p>",
        "<p>www.fernrill.example</p>",
        "<p>Website: https://fernrill.example</p>",
    ] {
        for lines in [
            format!("<h3>Fernrill</h3>{address}<h4>Lead Engineer</h4><p>2018 – 2021</p>"),
            format!("<h3>Lead Engineer</h3><h4>Fernrill</h4><p>2018 – 2021</p>{address}"),
            format!("<p>2018 – 2021</p><h3>Lead Engineer</h3>{address}<p>Fernrill</p>"),
        ] {
            let body = format!("<div>{lines}</div><div>{}</div>", lines.replace("2018 – 2021", "2011 – 2018"));
            assert_eq!(roles(&body), [["Lead Engineer", "Fernrill", "-"]; 2], "{body}");
        }
    }
    let firm = "<h3>Developer</h3><p>booking.example</p><p>2018 – 2021</p>";
    assert_eq!(roles(firm), [["Developer", "booking.example", "-"]]);
}

#[test]
fn a_beginning_and_an_end_in_two_lines() {
    let entry = |start: &str, end: &str, title: &str, employer: &str| {
        format!("<div><div><div>{start}</div><div>{end}</div></div><div><h3>{title}</h3><p>{employer}</p></div></div>")
    };
    let body = entry("Mar 2018", "Present", "Lead Engineer", "Fernrill")
        + &entry("Jan 2015", "Feb 2018", "Developer", "Ostrich & Vale");
    let read = read(&format!("<h2>Experience</h2>{body}"));
    let told: Vec<_> = read.roles.iter().map(|role| (role.label(), role.span.unwrap().end.date().is_some())).collect();
    assert_eq!(told, [("Lead Engineer, Fernrill".to_owned(), false), ("Developer, Ostrich & Vale".to_owned(), true)]);
}

#[test]
fn what_an_entry_tells_may_stand_above_its_names() {
    let entry = |text: &str, title: &str, years: &str| {
        format!("<div><p>{text}</p><h3>{title}</h3><h4>Fernrill · {years}</h4><ul><li>Wrote it down.</li></ul></div>")
    };
    let body = entry("Owned the platform that forty teams deploy to.", "Lead Engineer", "2018 – 2021")
        + &entry("Rebuilt the monitoring of all of the harbours.", "Engineer", "2015 – 2018");
    assert_eq!(roles(&body), [["Lead Engineer", "Fernrill", "-"], ["Engineer", "Fernrill", "-"]]);
}
