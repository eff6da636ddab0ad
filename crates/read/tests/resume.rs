//! Résumés as text, and what must not be read of them: numbers that are no telephone, people who are not the person.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]
use loupe_profile::{ContactKind, Part, PartState, Profile, Source, SourceKind};
use loupe_read::{Block, Outline, read_text};

fn read(text: &str) -> Profile {
    let source = Source { kind: SourceKind::File, address: "cv.txt".into(), label: "cv.txt".into() };
    read_text(text, source).unwrap().profile
}

fn contacts(text: &str) -> Vec<String> {
    read(text).contacts.into_iter().map(|c| c.key).collect()
}

#[test]
fn numbers_that_are_no_telephone() {
    for line in [
        "Born: 05.06.1990",
        "Geburtsdatum: 12.03.1988",
        "出生日期：1990.05.06",
        "DOB: 12/03/1988",
        "Passport No: 123456789",
        "Aadhaar: 1234 5678 9012",
        "Order no 2019-12345678",
    ] {
        assert_eq!(contacts(&format!("Rune Astell\n{line}\n\nSkills\nGo, Raft\n")), Vec::<String>::new(), "{line}");
    }
    for line in ["Tel: 020 7946 0455", "+44 20 7946 0455 (Mobile)", "电话：010 5555 0123", "(020) 7946 0455"] {
        let found = read(&format!("Rune Astell\n{line}\n\nSkills\nGo, Raft\n")).contacts;
        assert!(found.iter().any(|c| c.kind == ContactKind::Phone), "{line}");
    }
}

#[test]
fn relatives_and_agencies_are_not_the_person() {
    for line in [
        "Emergency contact: Tove Lindqvar, +44 20 7946 0123",
        "Father: Sorrel Astell, 98410 543210",
        "Ehepartner: Ansel Holtby, ansel@holtby.example",
        "Presented by: Dita Solway, dita@agency.example",
    ] {
        let text = format!("Maren Holtby\nmaren@example.org\n{line}\n\nSkills\nGo, Raft\n");
        assert_eq!(contacts(&text), ["maren@example.org"], "{line}");
    }
}

#[test]
fn two_employers_of_which_one_lies_within_the_other_are_two() {
    let profile = read("Maren Holtby\n\nExperience\n\nQuay Labs, 2010 - 2020\n\nElbtech, 2012 - 2014\n");
    assert_eq!(profile.roles.len(), 2);
    assert!(profile.roles.iter().all(|role| role.title.is_none() || role.employer.is_none()));
}

#[test]
fn markdown_has_levels_of_headings() {
    let profile = read(
        "# Maren Holtby\n\n## Experience\n\n### Engineer, Quay Labs\n\nJan 2018 - Mar 2020\n\n- Built the pipeline\n\n\
         ### Developer, Fernrill Systems\n\nApr 2015 - Dec 2017\n\n## Skills\n\nGo, Raft\n",
    );
    let roles: Vec<String> = profile.roles.iter().map(loupe_profile::Role::label).collect();
    assert_eq!(roles, ["Engineer, Quay Labs", "Developer, Fernrill Systems"]);
}

#[test]
fn dates_that_are_not_understood_are_no_names() {
    let profile =
        read("Maren Holtby\n\nExperience\n\nEngineer\nQuay Labs\n1999 - 00\n\nDeveloper\nFernrill\n2001 - 2004\n");
    let names = profile.roles.iter().flat_map(|role| [role.title.as_ref(), role.employer.as_ref()]).flatten();
    let names: Vec<&str> = names.map(|quote| quote.text.as_str()).collect();
    assert!(names.contains(&"Fernrill") && !names.iter().any(|name| name.contains("1999")), "{names:?}");
}

/// Shapes that kept the reader busy for minutes while steps were quadratic; nothing is timed here, but it would be felt.
#[test]
fn long_lines_and_long_lists_stay_linear() {
    let commas = format!(
        "Maren Holtby\n\nExperience\n\nCompany: {}\nDuration: 2010 - 2012\nRole: Engineer\n",
        "Aa,".repeat(100_000)
    );
    let dashes =
        format!("Maren Holtby\n\nExperience\n\n{}", "An open line that goes on and on and on -\n".repeat(20_000));
    let headings = "Skills\n".repeat(20_000);
    for text in [commas, dashes, headings] {
        assert!(read(&text).roles.len() <= 300);
    }
}

#[test]
fn what_stands_above_the_first_entry_is_not_lost() {
    let profile = read(
        "Maren Holtby\n\nExperience\n\nTwelve years in storage, six of them leading teams.\n\nEngineer\nQuay Labs\nJan 2018 - Mar 2020\n",
    );
    assert_eq!(profile.roles.len(), 1);
    assert!(profile.passages.iter().any(|p| p.quote.text.starts_with("Twelve years")));
}

#[test]
fn forms_of_projects_below_dated_entries_are_no_roles() {
    let profile = read(
        "Maren Holtby\n\nExperience\n\nSite Engineer, Quay Labs, Jan 2018 - Mar 2020\n\nProject: Harbour\nClient: Northgate\n\
         Role: Reviewer\nDuration: 3 months\n\nDeveloper, Fernrill Systems, Apr 2015 - Dec 2017\n\nProject: Mill\n\
         Client: Oxmere Trust\nRole: Tester\n",
    );
    let roles: Vec<String> = profile.roles.iter().map(loupe_profile::Role::label).collect();
    assert_eq!(roles, ["Site Engineer, Quay Labs", "Developer, Fernrill Systems"]);
}

#[test]
fn columns_of_plain_text_are_cells() {
    let profile = read(
        "Maren Holtby\n\nExperience\n\nPeriod        Employer          Position\n2018 - 2020   Quay Labs         Engineer\n\
         2015 - 2017   Fernrill Systems  Developer\n\nEducation\n\nOxmere University\tBSc Computing\t2011 - 2014\n",
    );
    let roles: Vec<String> = profile.roles.iter().map(loupe_profile::Role::label).collect();
    assert_eq!(roles, ["Engineer, Quay Labs", "Developer, Fernrill Systems"]);
    assert_eq!(profile.studies[0].label(), "BSc Computing, Oxmere University");
}

#[test]
fn a_beginning_and_an_end_in_two_lines_are_one_entry() {
    let profile = read(
        "氏名：汐見 渚\n\n学歴\n\n2011年4月  かもめ大学 工学部 入学\n2015年3月  かもめ大学 工学部 卒業\n\n職歴\n\n\
         2015年4月  株式会社みなと 入社\n2019年3月  株式会社みなと 退社\n",
    );
    let months = |span: Option<loupe_profile::Span>| {
        let span = span.unwrap();
        (span.start.unwrap().to_string(), span.end.date().map(|date| date.to_string()))
    };
    assert_eq!(profile.studies.len(), 1);
    assert_eq!(months(profile.studies[0].span), ("2011-04".to_owned(), Some("2015-03".to_owned())));
    assert_eq!(profile.roles.len(), 1);
    assert_eq!(profile.roles[0].employer.as_ref().unwrap().text, "株式会社みなと");
    assert_eq!(months(profile.roles[0].span), ("2015-04".to_owned(), Some("2019-03".to_owned())));
}

#[test]
fn an_address_to_ask_somebody_else_is_not_the_persons() {
    assert_eq!(
        contacts(
            "Maren Holtby\nmaren@example.org\n\nSummary\n\nI build pipelines that last for years. Contact my manager at \
             dita@quay.example for more. Or see https://github.com/marenholtby for code.\n"
        ),
        ["maren@example.org", "github.com/marenholtby"]
    );
}

#[test]
fn the_name_is_the_persons_and_not_that_of_the_letters_head() {
    let profile =
        read("# Oxmere Harbour Choir\n\n## Maren Holtby\n\nmaren.holtby@example.org\n\n## Skills\n\nGo, Raft\n");
    assert_eq!(profile.name_text(), Some("Maren Holtby"));
}

#[test]
fn dated_lines_under_an_unknown_heading_are_not_said_to_be_absent() {
    let text = "# Maren Holtby\n\n## Skills\n\nGo, Raft\n\n## Voyages\n\nBosun, Quay Labs, 2018 - 2020\n\n## Languages\n\nEnglish\n";
    let source = Source { kind: SourceKind::File, address: "cv.md".into(), label: "cv.md".into() };
    let reading = loupe_read::read_text(text, source).unwrap();
    let state = |part: Part| reading.coverage.parts.iter().find(|p| p.part == part).map(|p| p.state);
    assert_eq!(state(Part::Roles), Some(PartState::NotRecognised));
    assert_eq!(state(Part::Certificates), Some(PartState::Absent));
}

#[test]
fn dates_of_a_json_resume_are_read_or_told_as_written() {
    let text = r#"{"basics":{"name":"Maren Holtby"},"work":[
        {"name":"Quay Labs","position":"Engineer","startDate":"Jan 2018","endDate":"Aug 2020"},
        {"name":"Fernrill","position":"Developer","startDate":"the dark ages"}]}"#;
    let source = Source { kind: SourceKind::File, address: "cv.json".into(), label: "cv.json".into() };
    let reading = loupe_read::read_json_resume(text, source).unwrap();
    let [first, second] = reading.profile.roles.as_slice() else { panic!("two roles") };
    assert_eq!(first.span.unwrap().start.unwrap().to_string(), "2018-01");
    assert_eq!(second.dates.as_ref().unwrap().text, "the dark ages");
    assert!(second.span.is_none());
    assert!(reading.coverage.gaps.iter().any(|gap| gap.entry == 2 && gap.state == PartState::NotRecognised));
}

#[test]
fn an_employer_does_not_go_on_into_time_without_one() {
    let html = "<h1>Maren Holtby</h1><h2>Experience</h2><h3>Quay Labs</h3><p><b>Engineer</b></p><p>2018 – 2020</p>\
                <p><b>Developer</b></p><p>2015 – 2017</p><p><b>Career break</b></p><p>2014 – 2015</p>";
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let profile = loupe_read::read_html_file(html, source).unwrap().profile;
    let roles: Vec<String> = profile.roles.iter().map(loupe_profile::Role::label).collect();
    assert_eq!(roles, ["Engineer, Quay Labs", "Developer, Quay Labs", "Career break"]);
}

#[test]
fn a_group_of_skills_ends_no_part_and_a_history_below_them_begins_one() {
    let line = |text: &str, bold: bool, scale: f32| Block { text: text.into(), bold, scale, ..Block::default() };
    let blocks = vec![
        line("Maren Holtby", true, 2.0),
        line("Education", true, 1.2),
        line("BSc, Oxmere University, 2011 – 2014", false, 1.0),
        line("Skills", true, 1.2),
        line("Languages", true, 1.0),
        line("Go, Python", false, 1.0),
        line("Experience", true, 1.0),
        line("Engineer, Quay Labs, 2015 – 2020", false, 1.0),
    ];
    let source = Source { kind: SourceKind::File, address: "cv.docx".into(), label: "cv.docx".into() };
    let profile = loupe_read::read_outline(&Outline { blocks, ..Outline::default() }, source).unwrap().profile;
    let skills: Vec<&str> = profile.skills.iter().map(|skill| skill.text.as_str()).collect();
    assert_eq!(skills, ["Go", "Python"]);
    assert_eq!(profile.roles[0].label(), "Engineer, Quay Labs");
}

#[test]
fn a_position_that_is_also_a_kind_of_employment() {
    let role = read("Rune Astell\n\nExperience\n\nNorthwind | York, UK\nTrainee | 2014 – 2015\n\nQuay Labs | Hull, UK\nDeveloper | Internship | 2012 – 2013\n").roles;
    let told: Vec<_> = role
        .iter()
        .map(|r| (r.title.as_ref().map(|t| t.text.as_str()), r.employer.as_ref().map(|e| e.text.as_str())))
        .collect();
    assert_eq!(told, [(Some("Trainee"), Some("Northwind")), (Some("Developer"), Some("Quay Labs"))]);
}

#[test]
fn strokes_part_an_entry_where_they_part_its_dates() {
    let role = read(
        "Rune Astell\n\nExperience\n\n2014 – 2015 / Tester / Northwind\n\nDeveloper / Tester, 2012 – 2013\nQuay Labs\n",
    )
    .roles;
    let told: Vec<_> = role
        .iter()
        .map(|r| (r.title.as_ref().map(|t| t.text.as_str()), r.employer.as_ref().map(|e| e.text.as_str())))
        .collect();
    assert_eq!(told, [(Some("Tester"), Some("Northwind")), (Some("Developer / Tester"), Some("Quay Labs"))]);
}

#[test]
fn a_beginning_and_an_end_in_two_columns() {
    let text = "Rune Astell\n\nExperience\n\nJan 2018\tFeb 2020\tQuay Labs, Hull\tEngineer\nMar 2015\tDec 2017\tNorthwind, York\tTrainee\n";
    let told: Vec<_> = read(text)
        .roles
        .iter()
        .map(|r| (r.dates.as_ref().map(|d| d.text.clone()), r.title.as_ref().map(|t| t.text.clone())))
        .collect();
    assert_eq!(
        told,
        [
            (Some("Jan 2018 – Feb 2020".to_owned()), Some("Engineer".to_owned())),
            (Some("Mar 2015 – Dec 2017".to_owned()), Some("Trainee".to_owned())),
        ]
    );
}

#[test]
fn a_place_in_brackets_behind_the_employer() {
    let role = read("Rune Astell\n\nExperience\n\n2014 – 2015: Tester, Northwind (York, UK)\n\n2012 – 2013: Trainee. Quay Labs (Leeds)\n").roles;
    let told: Vec<_> = role
        .iter()
        .map(|r| {
            (
                r.title.as_ref().map(|t| t.text.as_str()),
                r.employer.as_ref().map(|e| e.text.as_str()),
                r.location.as_ref().map(|l| l.text.as_str()),
            )
        })
        .collect();
    assert_eq!(
        told,
        [(Some("Tester"), Some("Northwind"), Some("York, UK")), (Some("Trainee"), Some("Quay Labs"), Some("Leeds"))]
    );
}

#[test]
fn groups_of_skills_have_names_and_strokes_part_skills() {
    let skills = |text: &str| {
        read(&format!("Rune Astell\n\nSkills\n{text}\n")).skills.into_iter().map(|s| s.text).collect::<Vec<_>>()
    };
    assert_eq!(skills("Storage\nGo, Raft\nWeb pages\nHTML, CSS"), ["Go", "Raft", "HTML", "CSS"]);
    assert_eq!(skills("Storage\nGo, Raft\nSailing\nChess"), ["Storage", "Go", "Raft", "Sailing", "Chess"]);
    assert_eq!(skills("Go / Raft / SQL"), ["Go", "Raft", "SQL"]);
    assert_eq!(skills("CI/CD, Go"), ["CI/CD", "Go"]);
}

#[test]
fn a_web_address_in_words_is_told_by_a_name_and_by_its_neighbours() {
    let sites = |header: &str| {
        contacts(&format!("Maren Holtby\n{header}\n\nSkills\n\nGo, Raft\n")).contains(&"tidewords.example".to_owned())
    };
    assert!(sites("Leeds | maren@post.example | tidewords.example"));
    assert!(sites("maren@tidewords.example\ntidewords.example"));
    assert!(!sites("Platform Engineer | tidewords.example"));
    assert!(!sites("maren@post.example | Tidewords.example"));
    let named = contacts("Maren Holtby\nholtby.example\nNode.js\n\nSkills\n\nGo, Raft\n");
    assert_eq!(named, ["holtby.example"]);
}
