//! Skills in the shapes of lists, languages among them, and what stands on top of a résumé.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]
use loupe_profile::{Profile, Quote, Source, SourceKind};
use loupe_read::{read_html_file, read_text};

fn source() -> Source {
    Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() }
}

fn read(head: &str, body: &str) -> Profile {
    let html = format!(
        "<!doctype html><html><body><h1>Maren Holtby</h1>{head}<h2>Experience</h2><h3>Developer</h3><p>Quay Labs</p>\
         <p>2018 – 2020</p>{body}</body></html>"
    );
    read_html_file(&html, source()).unwrap().profile
}

fn text(quote: Option<&Quote>) -> &str {
    quote.map_or("-", |quote| quote.text.as_str())
}

fn skills(body: &str) -> Vec<String> {
    read("", &format!("<h2>Skills</h2>{body}")).skills.iter().map(|skill| skill.text.clone()).collect()
}

#[test]
fn groups_of_skills_however_they_are_named() {
    let groups = [("Languages", ["Go", "Rust"]), ("Stores", ["Raft", "SQL"])];
    for form in [
        "<p><b>NAME</b> FIRST, SECOND</p>",
        "<li><strong>NAME</strong> FIRST, SECOND</li>",
        "<p><b>NAME:</b> FIRST, SECOND</p>",
        "<p>NAME – FIRST, SECOND</p>",
        "<p><b>NAME</b> – FIRST / SECOND / Bash</p>",
        "<tr><td>NAME</td><td>FIRST, SECOND</td></tr>",
        "<dt>NAME</dt><dd>FIRST, SECOND</dd>",
    ] {
        let lines = groups.map(|(name, [first, second])| {
            form.replace("NAME", name).replace("FIRST", first).replace("SECOND", second)
        });
        let body = match form.get(..3) {
            Some("<li") => format!("<ul>{}</ul>", lines.concat()),
            Some("<tr") => format!("<table>{}</table>", lines.concat()),
            Some("<dt") => format!("<dl>{}</dl>", lines.concat()),
            _ => lines.concat(),
        };
        let read: Vec<String> = skills(&body).into_iter().filter(|skill| skill != "Bash").collect();
        assert_eq!(read, ["Go", "Rust", "Raft", "SQL"], "{form}");
    }
    // A group of one among groups of several.
    assert_eq!(skills("<p><b>Stores</b>: Raft, SQL</p><p><b>Tools</b>: Git</p>"), ["Raft", "SQL", "Git"]);
    let rows = "<table><tr><td>Stores</td><td>Raft, SQL</td></tr><tr><td>Tools</td><td>Git</td></tr></table>";
    assert_eq!(skills(rows), ["Raft", "SQL", "Git"]);
}

#[test]
fn the_last_skill_of_a_list_behind_a_word() {
    assert_eq!(
        skills("<p>Go, Raft and SQL</p><p>Figma, Sketch &amp; CSS</p>"),
        ["Go", "Raft", "SQL", "Figma", "Sketch", "CSS"]
    );
    // A list that goes on behind it is of names that have the word in them.
    let named = "<p>Sales and Marketing, Excel, SAP</p>";
    assert_eq!(skills(named), ["Sales and Marketing", "Excel", "SAP"]);
}

#[test]
fn spoken_languages_are_no_skills() {
    for line in [
        "<p><b>Languages</b>: English (Native speaker), Norwegian (Conversational)</p>",
        "<p><b>Languages</b> English, Norwegian</p>",
        "<p>Languages: English (Native), Norwegian</p>",
        "<table><tr><td>Languages</td><td>English (Native), Norwegian (B1)</td></tr></table>",
        "<p>English: Native</p><p>Norwegian – B1</p>",
        "<ul><li>Deutsch (Muttersprache)</li><li>Englisch (fließend)</li></ul>",
    ] {
        assert_eq!(skills(&format!("<p><b>Languages</b>: Go, Raft</p>{line}")), ["Go", "Raft"], "{line}");
    }
}

#[test]
fn a_place_beside_its_postcode_on_top() {
    for (line, place) in [
        ("LS1 4AP Leeds, United Kingdom", "Leeds, United Kingdom"),
        ("24103 Kiel, Deutschland", "Kiel, Deutschland"),
        ("24103 Kiel", "Kiel"),
        ("Leeds LS1 4AP", "Leeds"),
    ] {
        for head in [
            format!("<p>Engineer</p><ul><li>maren@holtby.example</li><li>{line}</li></ul>"),
            format!("<p>Engineer</p><p>maren@holtby.example | {line}</p>"),
            format!("<p>Engineer</p><address>{line}<br><a href='mailto:maren@holtby.example'>Mail</a></address>"),
        ] {
            let profile = read(&head, "");
            assert_eq!(text(profile.location.as_ref()), place, "{head}");
            assert_eq!(text(profile.headline.as_ref()), "Engineer", "{head}");
        }
    }
}

#[test]
fn a_position_and_a_place_in_one_line_on_top() {
    let profile = read("<p>Platform Engineer in Leeds</p>", "");
    assert_eq!([text(profile.headline.as_ref()), text(profile.location.as_ref())], ["Platform Engineer", "Leeds"]);
    let profile = read("<p>Specialist in Storage</p>", "");
    assert_eq!([text(profile.headline.as_ref()), text(profile.location.as_ref())], ["Specialist in Storage", "-"]);
}

#[test]
fn an_account_that_is_a_link_is_quoted_as_the_link() {
    let head = "<p>GitHub: <a href='https://github.com/marenholtby'>marenholtby</a></p>";
    let contacts: Vec<String> = read(head, "").contacts.iter().map(|contact| contact.quote.text.clone()).collect();
    assert_eq!(contacts, ["https://github.com/marenholtby"]);
    let text = "Maren Holtby\nGitHub: marenholtby\n\nSkills\nGo, Raft\n";
    assert_eq!(read_text(text, source()).unwrap().profile.contacts.len(), 1);
}

#[test]
fn an_address_below_the_summary_is_none_of_it() {
    let summary = "Platform engineer with eleven years behind her, most of them spent making other teams faster.";
    let head = format!("<p>Engineer</p><p>{summary}</p><address>Leeds LS1 4AP<br>United Kingdom</address>");
    let profile = read(&head, "");
    let told: Vec<&str> = profile.passages.iter().map(|passage| passage.quote.text.as_str()).collect();
    assert_eq!(told, [summary]);
}

#[test]
fn a_name_in_two_lines_behind_a_margin() {
    let page = |name: &str| {
        format!(
            "<body><div><div><div>Contact</div><p>Leeds, United Kingdom</p><div>Education</div><p>2011 – 2014</p>\
             <p>University of Oxmere</p><p>BSc, Physics</p></div><div>{name}<div>Platform Engineer</div>\
             <div>Experience</div><p>Quay Labs</p><p>2018 – 2020</p><p>Developer</p></div></div></body>"
        )
    };
    let read = |name: &str| read_html_file(&page(name), source()).unwrap().profile;
    let stacked = read("<div><div>Maren</div><div>Holtby</div></div>");
    assert_eq!(text(stacked.name.as_ref()), "Maren Holtby");
    assert_eq!(text(stacked.headline.as_ref()), "Platform Engineer");
    assert_eq!(stacked.studies.len(), 1);
}

#[test]
fn a_skill_in_each_heading_and_a_line_that_closes_the_page() {
    let body = "<section><h2>Skills</h2><div><h3>Go</h3><h3>Raft</h3><h3>SQL</h3></div></section><p>Made by hand</p>";
    assert_eq!(skills(&format!("<div>{body}</div>")), ["Go", "Raft", "SQL"]);
}
