//! Résumés as text, and what must not be read of them: numbers that are no telephone, people who are not the person.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]
use loupe_profile::{ContactKind, Profile, Source, SourceKind};
use loupe_read::read_text;

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
