//! The person's name, however a résumé writes it.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use loupe_profile::{Source, SourceKind};
use loupe_read::read_html_file;

const REST: &str = "<h2>Work experience</h2><p><b>Platform Engineer</b>, Quay Labs, Leeds</p><p>Jan 2019 – Present</p><ul><li>Ran the platform.</li></ul><h2>Education</h2><p>BSc Computing, Oxmere University</p><p>2012 – 2015</p>";

fn read(head: &str) -> (String, String) {
    let page = format!("<!doctype html><html><head><title>Page</title></head><body>{head}{REST}</body></html>");
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let reading = read_html_file(&page, source).unwrap();
    let text = |quote: Option<&loupe_profile::Quote>| quote.map_or_else(String::new, |quote| quote.text.clone());
    (text(reading.profile.name.as_ref()), text(reading.profile.headline.as_ref()))
}

fn name(head: &str) -> String {
    read(head).0
}

const ENGINEER: &str = "<p>Platform Engineer</p>";

#[test]
fn what_the_person_does_stands_in_a_box_behind_the_name() {
    for head in [
        "<div>Maren Holtby<span>Platform Engineer</span></div>",
        "<div>Maren Holtby <span>Platform Engineer</span></div>",
        "<div>Maren Holtby <small>Platform Engineer</small></div>",
        "<h1>Maren Holtby<span>Platform Engineer</span></h1>",
        "<h1>Maren Holtby <span>Platform Engineer</span></h1>",
        "<h1>Maren Holtby: Platform Engineer</h1>",
        "<h1>Maren Holtby / Platform Engineer</h1>",
    ] {
        assert_eq!(read(head), ("Maren Holtby".to_owned(), "Platform Engineer".to_owned()), "{head}");
    }
    let korean = read("<div>백단비<span>데이터 엔지니어</span></div>");
    assert_eq!(korean, ("백단비".to_owned(), "데이터 엔지니어".to_owned()));
    // A family name in another colour is of the name.
    assert_eq!(name(&format!("<h1>Maren <span>Holtby</span></h1>{ENGINEER}")), "Maren Holtby");
}

#[test]
fn what_the_document_is_stands_before_or_behind_the_name() {
    for head in [
        "Curriculum Vitae of Maren Holtby",
        "Curriculum Vitae – Maren Holtby",
        "Curriculum Vitae<br>Maren Holtby",
        "Currículum de Maren Holtby",
        "CV de Maren Holtby",
        "Lebenslauf von Maren Holtby",
        "Maren Holtby’s Resume",
        "Maren Holtby Resume",
        "Hi, I'm Maren Holtby",
        "Maren “Mari” Holtby",
        "Maren (Mari) Holtby",
        "Maren Holtby MBChB FRCS",
        "Maren Holtby Ph.D.",
    ] {
        assert_eq!(name(&format!("<h1>{head}</h1>{ENGINEER}")), "Maren Holtby", "{head}");
    }
    for whole in ["Rune Astell III", "Jean‑Luc Astell", "Róisín O´Addis", "Jean Luc HOLTBY"] {
        assert_eq!(name(&format!("<h1>{whole}</h1>{ENGINEER}")), whole);
    }
    // What stands behind "Resume" is not always a person.
    for none in ["Resume Platform Engineer", "CV", "Curriculum Vitae – Leeds, United Kingdom", "Resume writing service"]
    {
        assert_eq!(name(&format!("<h1>{none}</h1>{ENGINEER}")), "", "{none}");
    }
}

#[test]
fn a_form_tells_the_name() {
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let table = |rows: &[&[&str]]| {
        format!("<table>{}</table>", rows.iter().map(|cells| row(cells)).collect::<Vec<_>>().concat())
    };
    let mail = ["Email", "m@example.org"];
    for head in [
        table(&[&["Contact", "Name", "<b>Maren Holtby</b>"], &mail]),
        table(&[&["First name", "Maren"], &["Surname", "Holtby"], &mail]),
        table(&[&["Nom", "Holtby"], &["Prénom", "Maren"]]),
        table(&[&["Name", "Holtby"], &["Vorname", "Maren"]]),
        table(&[&["Vor- und Nachname", "Maren Holtby"]]),
        "<h2>Personal details</h2><p>Name: Maren Holtby</p><p>Email: m@example.org</p>".to_owned(),
        "<h2>Contact</h2><dl><dt>Name</dt><dd>Maren Holtby</dd><dt>Email</dt><dd>m@example.org</dd></dl>".to_owned(),
        "<h2>Personal information</h2><p>First name: Maren</p><p>Last name: Holtby</p>".to_owned(),
        "<p>First name(s) / Surname(s)</p><p>Maren Holtby</p>".to_owned(),
    ] {
        assert_eq!(name(&head), "Maren Holtby", "{head}");
    }
    assert_eq!(name("<div>氏名</div><div>田中 太郎</div>"), "田中 太郎");
    // The name on top goes before a form's, and other people's names are other people's.
    let form = "<h2>Personal details</h2><p>Name: Rune Astell</p>";
    assert_eq!(name(&format!("<h1>Maren Holtby</h1>{ENGINEER}{form}")), "Maren Holtby");
    assert_eq!(name("<h2>Personal details</h2><p>Father's name: Rune Astell</p><p>Spouse: Ilka Dravensen</p>"), "");
    assert_eq!(name("<h2>References</h2><p>Name: Rune Astell</p><p>Email: rune@example.org</p>"), "");
    assert_eq!(name("<h2>Personal details</h2><p>First name: Maren</p>"), "");
}

#[test]
fn a_place_above_is_no_given_name() {
    assert_eq!(name("<header><p>Leeds</p><p>Maren Holtby</p></header>"), "Maren Holtby");
}
