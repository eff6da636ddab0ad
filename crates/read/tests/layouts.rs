//! Résumés as HTML in shapes that people and builders write: where levels, grades, places and issuers stand.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]
use loupe_profile::{Profile, Quote, Source, SourceKind};
use loupe_read::{Block, Outline, read_html_file, read_outline};

fn read(body: &str) -> Profile {
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let html =
        format!("<!doctype html><html><body><h1>Maren Holtby</h1><p>maren@holtby.example</p>{body}</body></html>");
    read_html_file(&html, source).unwrap().profile
}

fn text(quote: Option<&Quote>) -> &str {
    quote.map_or("-", |quote| quote.text.as_str())
}

/// Position, employer, place.
fn roles(body: &str) -> Vec<[String; 3]> {
    let of =
        |role: &loupe_profile::Role| [&role.title, &role.employer, &role.location].map(|q| text(q.as_ref()).to_owned());
    read(&format!("<h2>Experience</h2>{body}")).roles.iter().map(of).collect()
}

fn studies(body: &str) -> Vec<[String; 2]> {
    let of = |study: &loupe_profile::Study| [&study.degree, &study.school].map(|q| text(q.as_ref()).to_owned());
    read(&format!("<h2>Education</h2>{body}")).studies.iter().map(of).collect()
}

fn certificates(body: &str) -> Vec<[String; 2]> {
    let profile = read(&format!("<h2>Certificates</h2>{body}"));
    profile.certificates.iter().map(|c| [&c.name, &c.issuer].map(|q| text(q.as_ref()).to_owned())).collect()
}

fn skills(body: &str) -> Vec<String> {
    read(&format!("<h2>Skills</h2>{body}")).skills.iter().map(|skill| skill.text.clone()).collect()
}

#[test]
fn levels_are_no_skills() {
    assert_eq!(skills("<ul><li>SQL (Expert)</li><li>Go – Advanced</li><li>Raft 4/5</li></ul>"), ["SQL", "Go", "Raft"]);
    assert_eq!(skills("<p>Figma 90%, Raft (5 years), C++ ★★★☆☆</p>"), ["Figma", "Raft", "C++"]);
    assert_eq!(skills("<ul><li>Python 3</li><li>ISO 9001</li></ul>"), ["Python 3", "ISO 9001"]);
}

#[test]
fn a_line_above_bullets_names_them() {
    let groups = "<ul><li>Languages<ul><li>Go</li><li>Rust</li></ul></li><li>Tools<ul><li>Raft</li></ul></li></ul>";
    assert_eq!(skills(groups), ["Go", "Rust", "Raft"]);
}

#[test]
fn groups_of_skills_in_brackets_and_in_bold() {
    let lists = "<ul><li>Systems (Go, Raft, gRPC)</li><li>Languages (Norse, Welsh)</li></ul>";
    assert_eq!(skills(lists), ["Go", "Raft", "gRPC", "Norse", "Welsh"]);
    assert_eq!(skills("<ul><li>Go (Raft, gRPC)</li><li>SQL (Expert)</li></ul>"), ["Go (Raft, gRPC)", "SQL"]);
    let plain = ["Maren Holtby", "Education", "Skills", "Systems", "Raft", "Languages", "Go", "Interests", "Hobbies"];
    let blocks = plain.map(|line| Block { bold: matches!(line, "Systems" | "Languages"), ..Block::line(line) });
    let outline = Outline { reader: "text".into(), blocks: blocks.to_vec(), ..Outline::default() };
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let read = read_outline(&outline, source).unwrap().profile.skills;
    assert_eq!(read.iter().map(|skill| skill.text.as_str()).collect::<Vec<_>>(), ["Raft", "Go"]);
}

#[test]
fn certificates_in_a_list_of_definitions() {
    let body = "<dl><dt>Cluster Operator</dt><dd>Harbour Academy, May 2021</dd><dt>Tide Reader</dt><dd>Coast Guild, 2019</dd></dl>";
    assert_eq!(certificates(body), [["Cluster Operator", "Harbour Academy"], ["Tide Reader", "Coast Guild"]]);
}

#[test]
fn the_persons_name_leads_the_foot() {
    let foot = "<p>Maren Holtby · Leeds, United Kingdom · +44 20 7946 0958 · holtby.example</p>";
    let html = format!(
        "<h1>Maren Holtby</h1><p>Engineer</p><h2>Experience</h2><p>Developer, Quay Labs, 2018 – 2020</p><h2>Projects</h2><p><b>Tidewatch</b></p><p>Warns.</p>{foot}"
    );
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let profile = read_html_file(&html, source.clone()).unwrap().profile;
    assert_eq!(text(profile.location.as_ref()), "Leeds, United Kingdom");
    assert_eq!(profile.contacts.len(), 2);
    let other = read_html_file(&html.replace("<p>Maren Holtby", "<p>Dita Solway"), source).unwrap().profile;
    assert_eq!(other.contacts.len(), 0);
}

#[test]
fn a_form_on_top_has_labels_and_values() {
    let form = "<table><tr><td>Name</td><td>Rune Astell</td></tr><tr><td>Nationality</td><td>Norse</td></tr>\
                <tr><td>Address</td><td>Leeds, United Kingdom</td></tr></table><h2>Experience</h2><p>Developer, Quay Labs, 2018 – 2020</p>";
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let profile = read_html_file(form, source).unwrap().profile;
    assert_eq!([profile.name, profile.headline].map(|q| text(q.as_ref()).to_owned()), ["Rune Astell", "-"]);
}

#[test]
fn certificates_keep_one_order() {
    let named = [["Cluster Operator", "Harbour Academy"], ["Tide Reader", "Coast Guild"]];
    for body in [
        "<p>Cluster Operator, issued by Harbour Academy, 2021</p><p>Tide Reader, issued by Coast Guild, 2019</p>",
        "<ul><li>Cluster Operator (Harbour Academy, 2021)</li><li>Tide Reader (Coast Guild, 2019)</li></ul>",
        "<ul><li>Cluster Operator — Harbour Academy — 2021</li><li>Tide Reader — Coast Guild — 2019</li></ul>",
        "<ul><li>Harbour Academy, Cluster Operator, 2021</li><li>Coast Guild, Tide Reader, 2019</li></ul>",
    ] {
        assert_eq!(certificates(body), named.map(|pair| pair.map(str::to_owned)), "{body}");
    }
}

#[test]
fn places_between_the_dates_and_the_names() {
    let entry = |dates: &str, place: &str, title: &str, employer: &str| {
        format!(
            "<div><div><div>{dates}</div><div>{place}</div></div><div><h3>{title}</h3><div>{employer}</div><p>Built the pipeline.</p></div></div>"
        )
    };
    let body = entry("2018 – 2021", "Leeds, United Kingdom", "Platform Engineer", "Fernrill")
        + &entry("2015 – 2018", "Hull, United Kingdom", "Developer", "Ostrich & Vale");
    assert_eq!(
        roles(&body),
        [
            ["Platform Engineer", "Fernrill", "Leeds, United Kingdom"],
            ["Developer", "Ostrich & Vale", "Hull, United Kingdom"]
        ]
    );
    let labelled =
        "<p>2018 – 2021</p><h3>Platform Engineer</h3><p>Fernrill</p><p><b>Address:</b> Berlin</p><p>Built it.</p>";
    assert_eq!(roles(labelled), [["Platform Engineer", "Fernrill", "Berlin"]]);
}

#[test]
fn a_little_word_before_the_employer_of_each_entry() {
    let both =
        "<h3>Arquitecta de datos en Puerto Claro</h3><p>2019 – 2021</p><h3>Analista en Elbtech</h3><p>2015 – 2019</p>";
    assert_eq!(roles(both), [["Arquitecta de datos", "Puerto Claro", "-"], ["Analista", "Elbtech", "-"]]);
    let one = "<h3>Ingeniera en Sistemas</h3><p>2019 – 2021</p><h3>Analista</h3><p>2015 – 2019</p>";
    assert_eq!(roles(one), [["Ingeniera en Sistemas", "-", "-"], ["Analista", "-", "-"]]);
}

#[test]
fn a_sentence_on_top_is_a_summary() {
    let html = "<h1>Maren Holtby</h1><p>Engineer</p><p>Engineer who likes calm rotas and documentation that is read.</p>\
                <h2>Experience</h2><p>Developer, Quay Labs, 2018 – 2020</p>";
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    assert_eq!(read_html_file(html, source).unwrap().profile.passages.len(), 1);
}

#[test]
fn roles_below_the_time_at_their_employer() {
    let body = "<div>Quay Labs</div><div>7 years 2 months</div><div>Lead Engineer</div><div>2018 – 2021</div>\
                <p>Led it all from the quay.</p><div>Engineer</div><div>2014 – 2018</div><p>Built the pipeline.</p>\
                <div>Fernrill</div><div>Trainee</div><div>2012 – 2014</div>";
    assert_eq!(
        roles(body),
        [["Lead Engineer", "Quay Labs", "-"], ["Engineer", "Quay Labs", "-"], ["Trainee", "Fernrill", "-"]]
    );
}

#[test]
fn a_bracket_of_a_degree_stays_whole() {
    let body = "<p>Oxmere University | BEng Civil Engineering (2:1) | 2008 – 2011</p>";
    assert_eq!(studies(body), [["BEng Civil Engineering (2:1)", "Oxmere University"]]);
}

#[test]
fn a_grade_below_degree_and_school_is_neither() {
    let body = "<h3>Bachelor of Arts, Oxmere University</h3><h4>2011 – 2015</h4><p>Second Class Honours</p>";
    assert_eq!(studies(body), [["Bachelor of Arts", "Oxmere University"]]);
}

#[test]
fn a_place_that_is_not_listed_stands_where_the_others_do() {
    let entry = |first: &str, place: &str, title: &str, years: &str| {
        format!("<div><div><b>{first}</b><br>{place}</div><div><b>{title}</b><br>{years}<p>Ran it.</p></div></div>")
    };
    let body = entry("Cloudmere", "Austin, TX", "Lead Engineer", "2021 – Present")
        + &entry("Ridgeline", "Little Oxmere", "Engineer", "2017 – 2021");
    assert_eq!(
        roles(&body),
        [["Lead Engineer", "Cloudmere", "Austin, TX"], ["Engineer", "Ridgeline", "Little Oxmere"]]
    );
}

#[test]
fn slashes_part_three_names_and_not_two_positions() {
    let body = "<p>Jan 2019 – Present</p><p>Developer / Quay Labs / Hull</p><p>Built it.</p>\
         <p>Jan 2015 – Dec 2018</p><p>Tester / Fernrill / Leeds</p><p>Tested it.</p>";
    assert_eq!(roles(body), [["Developer", "Quay Labs", "Hull"], ["Tester", "Fernrill", "Leeds"]]);
    let both = "<h3>Developer / Tester</h3><p>Quay Labs</p><p>2015 – 2018</p>";
    assert_eq!(roles(both), [["Developer / Tester", "Quay Labs", "-"]]);
}

#[test]
fn a_group_of_one_role_with_the_same_dates() {
    let body = "<div><h3>Ridgeline</h3><span>Jul 2013 - Jan 2017</span><div><h4>Administrator</h4>\
         <span>Jul 2013 - Jan 2017</span><p>Kept it up.</p></div></div>";
    assert_eq!(roles(body), [["Administrator", "Ridgeline", "-"]]);
}

#[test]
fn headings_above_labels_name_the_entry() {
    let entry = |title: &str, employer: &str, years: &str| {
        format!("<li><h3>{title}</h3><dl><dt>Employer</dt><dd>{employer}</dd><dt>Dates</dt><dd>{years}</dd></dl></li>")
    };
    let body = entry("Nurse", "Quay Clinic", "2018 – Present") + &entry("Assistant", "Fernrill Care", "2013 – 2018");
    assert_eq!(
        roles(&format!("<ol>{body}</ol>")),
        [["Nurse", "Quay Clinic", "-"], ["Assistant", "Fernrill Care", "-"]]
    );
}

#[test]
fn a_street_and_a_degree_are_not_the_persons_place_and_name() {
    let html = "<body><h1>Lior Amsel <small>M.Sc.</small></h1><p>12 Mill Lane, York, YO1 7AA</p><p>lior@amsel.example</p>\
         <h2>Skills</h2><p>Go, Raft</p><h2>Experience</h2><h3>Engineer, Quay Labs</h3><p>2018 – 2020</p></body>";
    let source = Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() };
    let profile = read_html_file(html, source).unwrap().profile;
    assert_eq!((text(profile.name.as_ref()), text(profile.location.as_ref())), ("Lior Amsel", "York, YO1 7AA"));
}

#[test]
fn a_firm_before_its_place_and_a_form_of_firm_are_names() {
    let body = "<p><b>Lead Engineer</b></p><p>2019 – Present</p><p>Tallgrass Storage – Seattle, WA</p><p>Ran the whole of it for years.</p>\
         <p><b>Engineer</b></p><p>2014 – 2018</p><p>Beaconfold – Little Oxmere</p><p>Ran a part of it, on call and off.</p>";
    assert_eq!(
        roles(body),
        [["Lead Engineer", "Tallgrass Storage", "Seattle, WA"], ["Engineer", "Beaconfold", "Little Oxmere"]]
    );
    let body = "<p>Vedoucí konstruktér – Strojírny Pálava a.s.</p><p>Brno, Česko, červen 2017 - nyní</p><p>Vedu tým.</p>\
         <p>Konstruktér – Kovovýroba Luhačka s.r.o.</p><p>Zlín, Česko, září 2011 - květen 2017</p><p>Navrhoval jsem.</p>";
    let read = roles(body);
    assert_eq!(read.len(), 2);
    assert_eq!((read[0][0].as_str(), read[0][2].as_str()), ("Vedoucí konstruktér", "Brno, Česko"));
    assert_eq!((read[1][0].as_str(), read[1][2].as_str()), ("Konstruktér", "Zlín, Česko"));
}

#[test]
fn dated_rows_with_an_issuer_below() {
    let row = |year: &str, name: &str, issuer: &str| {
        format!("<tr><td>{year}</td><td><b>{name}</b></td></tr><tr><td></td><td>{issuer}</td></tr>")
    };
    let body = row("2021", "Cluster Operator", "Harbour Academy") + &row("2019", "Tide Reader", "Coast Guild");
    assert_eq!(
        certificates(&format!("<table>{body}</table>")),
        [["Cluster Operator", "Harbour Academy"], ["Tide Reader", "Coast Guild"]]
    );
}

#[test]
fn a_first_bullet_may_name_the_position() {
    let entry = |employer: &str, years: &str, title: &str, text: &str| {
        format!("<p><b>{employer}</b>, {years}</p><ul><li>{title}</li><li>{text}</li></ul>")
    };
    let body = entry("Fernrill Systems", "2019 – Present", "Staff Engineer, Leeds, UK", "Leads the storage group.")
        + &entry("Quay Labs", "2014 – 2018", "Developer, Hull, UK", "Wrote the parser.");
    let named = [["Staff Engineer", "Fernrill Systems", "Leeds, UK"], ["Developer", "Quay Labs", "Hull, UK"]];
    assert_eq!(roles(&body), named);
    // Below a position, a bullet that tells of one is text.
    let body = "<p><b>Staff Engineer</b>, 2019 – Present</p><ul><li>Lead of the storage group</li></ul>";
    assert_eq!(roles(body), [["Staff Engineer", "-", "-"]]);
}

#[test]
fn ends_that_stand_above_the_beginnings() {
    let entry = |title: &str, end: &str, start: &str| {
        format!("<div><h3>{title}</h3><div>Quay Labs</div><div><span>{end}</span><span>{start}</span></div></div>")
    };
    let spans = |entries: &[String]| -> Vec<String> {
        let profile = read(&format!("<h2>Experience</h2>{}", entries.concat()));
        let span = |role: &loupe_profile::Role| text(role.dates.as_ref()).to_owned();
        profile.roles.iter().map(span).collect()
    };
    let upwards = [entry("Developer", "Present", "May 2021"), entry("Trainee", "Apr 2021", "Nov 2018")];
    assert_eq!(spans(&upwards), ["May 2021 – Present", "Nov 2018 – Apr 2021"]);
    // One that is turned among others that are not is what the person wrote.
    let one = [entry("Developer", "May 2021", "Present"), entry("Trainee", "Apr 2021", "Nov 2018")];
    assert_eq!(spans(&one)[1], "Apr 2021 – Nov 2018");
}

#[test]
fn certificates_with_the_date_within_or_behind_the_issuer() {
    let entry = |issuer: &str, date: &str, name: &str| {
        format!("<div><div><strong>{issuer}</strong><div>{date}</div></div><div><h4>{name}</h4></div></div>")
    };
    let read = certificates(&entry("Harbour Board", "Sep 2021", "Pilot licence"));
    assert_eq!(read.len(), 1);
    let read = certificates("<div><div>Pilot licence</div><div>Harbour Examination Board · Sep 2021</div></div>");
    assert_eq!(read, [["Pilot licence", "Harbour Examination Board"]]);
}

#[test]
fn discs_with_a_first_letter_are_no_names() {
    let entry = |disc: &str, employer: &str, title: &str, dates: &str| {
        format!("<div><div>{disc}</div><div><div>{employer}</div><div>{title}</div><div>{dates}</div></div></div>")
    };
    let both = entry("Q", "Quay Labs", "Developer", "2019 – 2021") + &entry("F", "Fernrill", "Trainee", "2017 – 2018");
    assert_eq!(roles(&both), [["Developer", "Quay Labs", "-"], ["Trainee", "Fernrill", "-"]]);
}
