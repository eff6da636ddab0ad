//! What is another's in a résumé, or no role, stays so: referees under any heading, volunteering among the roles.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]
use loupe_profile::{Profile, Source, SourceKind};
use loupe_read::read_html_file;

const ROLE: &str = "<h2>Experience</h2><h3>Developer</h3><p>Quay Labs</p><p>2018 – 2020</p>";

fn read(header: &str, body: &str) -> Profile {
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let html = format!("<!doctype html><html><body><h1>Maren Holtby</h1>{header}{ROLE}{body}</body></html>");
    read_html_file(&html, source).unwrap().profile
}

fn contacts(header: &str, body: &str) -> Vec<String> {
    read(header, body).contacts.into_iter().map(|contact| contact.key).collect()
}

#[test]
fn addresses_under_a_heading_that_is_not_known_are_anothers() {
    let own = "<p>maren@holtby.example</p>";
    for asked in [
        "<p>Rune Astell</p><p>rune@astell.example</p><p>+44 20 7946 0455</p>",
        "<p>Rune Astell, Quay Labs</p><p>rune@astell.example</p><p>+44 20 7946 0455</p>",
        "<p>My chief at Quay Labs</p><p>rune@astell.example</p>",
    ] {
        let body = format!("<h2>Ask them</h2>{asked}");
        assert_eq!(contacts(own, &body), ["maren@holtby.example"], "{asked}");
        assert_eq!(contacts("", &body), Vec::<String>::new(), "{asked}");
        let apart = format!("<section><h2>Ask them</h2><p>He knows</p></section><footer>{asked}</footer>");
        if asked.contains("Astell<") {
            assert_eq!(contacts(own, &apart), ["maren@holtby.example"], "{asked}");
        }
    }
    // Below what is known to be the person's, a foot is theirs.
    let foot = "<h2>Skills</h2><p>Go, Raft</p><p>+44 20 7946 0455</p>";
    assert_eq!(contacts(own, foot), ["maren@holtby.example", "+442079460455"]);
}

#[test]
fn what_stands_among_the_roles_under_its_own_heading_is_no_role() {
    let titles = |body: &str| -> Vec<String> {
        read("", body).roles.into_iter().filter_map(|role| role.title).map(|title| title.text).collect()
    };
    for heading in ["Volunteer", "Volunteering", "Awards", "Publications", "References", "Projects"] {
        for level in ["h3", "h4"] {
            let entry = format!("<{level}>Coordinator</{level}><p>Tide Guild</p><p>2016 – 2017</p>");
            assert_eq!(titles(&format!("<h3>{heading}</h3>{entry}")), ["Developer"], "{heading} {level}");
        }
    }
    // A volunteer's position is one, and what a role's own passage is called ends no history.
    assert_eq!(titles("<h3>Volunteer</h3><p>Tide Guild</p><p>2016 – 2017</p>"), ["Developer", "Volunteer"]);
    let passage = "<h4>Projects</h4><p>Tide Reader</p><h3>Trainee</h3><p>Northwind</p><p>2014 – 2015</p>";
    assert_eq!(titles(passage), ["Developer", "Trainee"]);
}

#[test]
fn a_street_line_below_the_name_tells_the_town_and_is_no_headline() {
    let profile = read("<p>12 Mill Lane, Leeds LS1 4AB</p><p>maren@holtby.example</p>", "");
    assert_eq!(profile.headline, None);
    assert!(profile.location.is_some_and(|place| place.text.contains("Leeds")));
}
