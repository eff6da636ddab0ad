//! Files of HTML: a saved page of a site, or a résumé that somebody wrote or printed as HTML.

use loupe_profile::{PartState, Source};
use scraper::Selector;

use crate::{
    Outline, PageCapture, ReadError, Reading, contacts::add_contacts_in_text, coverage, html, markup, page, resume,
};

/// What belongs to a page of a site and never to a résumé.
const FURNITURE: &str =
    "dialog, script, form, [role=dialog], nav:not(:has(a[href*='//'], a[href^='mailto:'], a[href^='tel:']))";

/// Reads a file of HTML: by its site's file where its structure is known, else as whichever understands more of it, the
/// reader of pages or that of documents.
///
/// # Errors
/// As [`crate::read_page`].
pub fn read_html_file(text: &str, source: Source) -> Result<Reading, ReadError> {
    let capture = PageCapture { url: String::new(), html: text.to_owned(), cut: false };
    let as_page = crate::read_page(&capture).map(|reading| Reading { source: source.clone(), ..reading });
    // Without an address, a page that only looks like a site's is no page of that site.
    let has_address = page::open(&capture).is_ok_and(|(url, _)| !url.is_empty());
    let known_site = match &as_page {
        Ok(reading) => reading.coverage.reader != "generic" || (has_address && reading.coverage.site_changed.is_some()),
        Err(ReadError::SiteChanged) => has_address,
        Err(ReadError::NoProfile | ReadError::NoText) => false,
        Err(_) => true,
    };
    if known_site {
        return as_page;
    }
    let as_document = document(&capture, source)?;
    match as_page {
        Ok(page) if parts_read(&page) > parts_read(&as_document) => Ok(page),
        // A page about no person may hold a word that looks like a heading, and its publisher's address.
        Err(error) if !is_resume(&as_document) => Err(error),
        _ => Ok(as_document),
    }
}

/// True when a document says what résumés say: a history, or whose it is and two of the parts they have.
fn is_resume(reading: &Reading) -> bool {
    let profile = &reading.profile;
    let parts = [profile.roles.len(), profile.studies.len(), profile.skills.len(), profile.certificates.len()];
    let filled = parts.iter().filter(|count| **count > 0).count() + usize::from(!profile.contacts.is_empty());
    let dated = profile.dated_entries().count();
    // Two dated entries are a history, also under a name that could not be told from what stands around it.
    dated >= 2 || (profile.name.is_some() && (dated == 1 || filled >= 2))
}

fn parts_read(reading: &Reading) -> usize {
    let entries = reading.profile.roles.len() + reading.profile.studies.len();
    reading.coverage.parts.iter().filter(|p| p.state == PartState::Read).count() + entries
}

/// A file of HTML as an outline. Margins are a résumé's own columns, and nothing of a file is a site's.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDeep`].
pub fn html_outline(text: &str) -> Result<Outline, ReadError> {
    outline(&PageCapture { url: String::new(), html: text.to_owned(), cut: false })
}

fn outline(capture: &PageCapture) -> Result<Outline, ReadError> {
    let (_, mut document) = page::open(capture)?;
    if let Ok(furniture) = Selector::parse(FURNITURE) {
        html::detach_all(&mut document, &furniture);
    }
    let body = Selector::parse("body").map_err(|_| ReadError::NoText)?;
    Ok(markup::outline(document.select(&body), "html"))
}

fn document(capture: &PageCapture, source: Source) -> Result<Reading, ReadError> {
    let mut reading = resume::read_outline(&outline(capture)?, source)?;
    add_contacts_in_text(&mut reading.profile);
    coverage::finish(&mut reading.coverage, &reading.profile);
    Ok(reading)
}

#[cfg(test)]
mod tests {
    use loupe_profile::SourceKind;

    use super::*;

    fn source() -> Source {
        Source { kind: SourceKind::File, address: "cv.html".into(), label: "cv.html".into() }
    }

    fn capture(html: &str) -> PageCapture {
        PageCapture { url: String::new(), html: html.to_owned(), cut: false }
    }

    #[test]
    fn a_margin_of_a_resume_is_the_persons_own() {
        let html = "<body><main><h1>Maren Holtby</h1><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>Jan 2018 – Present</p></main>\
             <aside><h2>Contact</h2><p>maren@example.org</p><h2>Skills</h2><div><span>Go</span> <span>Raft</span></div></aside></body>";
        let reading = read_html_file(html, source()).unwrap();
        assert_eq!(reading.profile.contacts[0].key, "maren@example.org");
        let skills: Vec<_> = reading.profile.skills.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(skills, ["Go", "Raft"]);
        assert_eq!(reading.profile.roles.len(), 1);
    }

    #[test]
    fn a_name_stands_in_two_lines_too() {
        let html = |name: &str| {
            format!(
                "<body><header>{name}<div>Engineer</div></header><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>Jan 2018 – Present</p></body>"
            )
        };
        for name in [
            "<div>Maren</div><div>Holtby</div>",
            "<h1>MH</h1><h1>Maren</h1><h1>Holtby</h1>",
            "<h1><div>MAREN</div><div>HOLTBY</div></h1>",
        ] {
            let read = read_html_file(&html(name), source()).unwrap().profile;
            assert_eq!(read.name.unwrap().text, "Maren Holtby", "{name}");
            assert_eq!(read.headline.unwrap().text, "Engineer", "{name}");
        }
    }

    #[test]
    fn a_name_stands_in_boxes_beside_each_other() {
        let page = |name: &str| {
            format!(
                "<body><div>{name}</div><div>Engineer</div><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>2018 – 2020</p></body>"
            )
        };
        for (html, name) in [
            ("<span>Maren</span> <span>Holtby</span>", "Maren Holtby"),
            ("<span>Ilka</span> <span>Ríos Solway</span>", "Ilka Ríos Solway"),
            ("<span>Name</span> <span>Maren Holtby</span>", "Maren Holtby"),
            ("<span>姓名</span> <span>林清遥</span>", "林清遥"),
            ("<span>ПІБ</span> <span>Орися Гринчак</span>", "Орися Гринчак"),
        ] {
            let read = read_html_file(&page(html), source()).unwrap().profile;
            assert_eq!(read.name.map(|n| n.text).as_deref(), Some(name), "{html}");
        }
    }

    #[test]
    fn a_name_begins_the_column_behind_a_margin_of_plain_boxes() {
        let page = |margin: &str| {
            format!(
                "<body><div><div><div>Contact</div><div>maren@holtby.example</div><div>Leeds, Aireshire</div></div><div>{margin}</div></div>\
                 <div><div>Maren Holtby</div><div>Engineer</div><div><div>Experience</div><div><div>Engineer</div><div>Quay Labs</div><div>2018 – 2020</div></div></div></div></body>"
            )
        };
        let profile = document(&capture(&page("<div>Skills</div><div>Go</div>")), source()).unwrap().profile;
        assert_eq!(profile.name.unwrap().text, "Maren Holtby");
        assert_eq!(profile.headline.unwrap().text, "Engineer");
        assert_eq!(profile.location.unwrap().text, "Leeds, Aireshire");
        assert_eq!(profile.skills.len(), 1);
        // Below references it may be a referee's as much.
        let referees = page("<div>References</div><div>Rune Astell</div><div>rune@astell.example</div>");
        assert_eq!(document(&capture(&referees), source()).unwrap().profile.name, None);
    }

    #[test]
    fn contacts_behind_drawn_icons_are_told_apart() {
        let icon = "<svg viewBox='0 0 9 9'><path d='M1 1h8'/></svg>";
        let html = format!(
            "<body><h1>Maren Holtby</h1><p>Engineer</p><div><span>{icon} <span>0113 496 0147</span></span><span>{icon} Leeds, United Kingdom</span></div>\
             <h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>2018 – 2020</p></body>"
        );
        let profile = document(&capture(&html), source()).unwrap().profile;
        assert_eq!(profile.location.unwrap().text, "Leeds, United Kingdom");
        assert_eq!(profile.contacts.len(), 1);
    }

    #[test]
    fn groups_of_skills_are_parted_where_each_has_few() {
        let skills = |list: &str| {
            let html = format!(
                "<body><h1>Maren Holtby</h1><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>2018 – 2020</p><h2>Skills</h2>{list}</body>"
            );
            let profile = read_html_file(&html, source()).unwrap().profile;
            profile.skills.into_iter().map(|skill| skill.text).collect::<Vec<_>>()
        };
        let strokes = "<p><b>Storage</b> – Raft / Paxos</p><p><b>Office</b> – Excel / Visio</p>";
        assert_eq!(skills(strokes), ["Raft", "Paxos", "Excel", "Visio"]);
        assert_eq!(skills("<ul><li>Storage (Raft, Paxos, Ceph)</li></ul>"), ["Raft", "Paxos", "Ceph"]);
        assert_eq!(skills("<ul><li>Go (gRPC, Protobuf)</li></ul>"), ["Go (gRPC, Protobuf)"]);
    }

    #[test]
    fn a_family_name_of_its_own_line_belongs_to_the_name() {
        let page = |name: &str| {
            format!(
                "<body>{name}<p>Engineer</p><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>2018 – 2020</p></body>"
            )
        };
        for (html, name) in [
            ("<h1>Thuy Lam</h1><h1>Doan</h1>", "Thuy Lam Doan"),
            ("<h1>Ilka</h1><h1>Ríos Solway</h1>", "Ilka Ríos Solway"),
            ("<h1>Maren Holtby</h1><h1>Engineer</h1>", "Maren Holtby"),
            ("<div>M H</div><div>Maren Holtby</div>", "Maren Holtby"),
            ("<div>林清</div><div>林清遥</div>", "林清遥"),
            ("<div>백</div><div>백단비</div>", "백단비"),
        ] {
            let read = read_html_file(&page(html), source()).unwrap().profile;
            assert_eq!(read.name.map(|n| n.text).as_deref(), Some(name), "{html}");
        }
    }

    #[test]
    fn accounts_are_read_from_icons_and_from_names() {
        let page = |contacts: &str| {
            format!(
                "<body><h1>Maren Holtby</h1><p>Engineer</p>{contacts}<h2>Experience</h2><h3><a href='https://quay.example'>Engineer</a></h3><p>Quay Labs</p><p>2018 – 2020</p></body>"
            )
        };
        let keys = |contacts: &str| {
            let profile = read_html_file(&page(contacts), source()).unwrap().profile;
            profile.contacts.into_iter().map(|c| c.key).collect::<Vec<_>>()
        };
        assert_eq!(keys("<div><a href='https://github.com/marenh'><svg></svg></a></div>"), ["github.com/marenh"]);
        let named = "<p>GitHub: marenh</p><p>LinkedIn: in/maren-holtby</p><p>Web: marenholtby.example</p>";
        assert_eq!(keys(named), ["github.com/marenh", "linkedin.com/in/maren-holtby", "marenholtby.example"]);
        let nested = "<div><span>maren@holtby.example</span><span><a href='https://marenholtby.example'>my pages</a></span></div>";
        assert_eq!(keys(nested), ["maren@holtby.example", "marenholtby.example"]);
        assert_eq!(keys("<p>GitHub: portfolio</p><p>LinkedIn: profile</p><p>Stack: Node.js</p>"), Vec::<String>::new());
    }

    #[test]
    fn two_dates_side_by_side_are_a_range_and_a_foot_of_an_article_is_its_own() {
        let role = |title: &str, from: u32| {
            format!(
                "<article><h3>{title}</h3><p>Quay Labs</p><p>Kept what it was given.</p><footer><time>Jan {from}</time><time>Feb {}</time></footer></article>",
                from + 2
            )
        };
        let html = format!(
            "<body><h1>Maren Holtby</h1><section><h2>Experience</h2>{}{}</section></body>",
            role("Engineer", 2018),
            role("Developer", 2014)
        );
        let roles = read_html_file(&html, source()).unwrap().profile.roles;
        let told: Vec<_> = roles
            .iter()
            .map(|r| (r.title.as_ref().unwrap().text.as_str(), r.dates.as_ref().unwrap().text.as_str()))
            .collect();
        assert_eq!(told, [("Engineer", "Jan 2018 – Feb 2020"), ("Developer", "Jan 2014 – Feb 2016")]);
    }

    #[test]
    fn what_people_call_themselves_stands_beside_above_or_behind_a_label() {
        let page = |head: &str| {
            format!(
                "<body>{head}<p>maren@holtby.example</p><h2>Experience</h2><h3>Developer</h3><p>Quay Labs</p><p>2018 – 2020</p></body>"
            )
        };
        let name = |head: &str| read_html_file(&page(head), source()).ok()?.profile.name.map(|n| n.text);
        for head in [
            "<h1>Maren Holtby, Storage Engineer</h1>",
            "<h1>Maren Holtby – Storage Engineer</h1>",
            "<h1>Maren Holtby | Storage Engineer</h1>",
            "<p>Storage Engineer</p><h1>Maren Holtby</h1>",
            "<p>Name: Maren Holtby</p><p>Position: Storage Engineer</p>",
            "<table><tr><th>Name</th><td>Maren Holtby</td></tr><tr><th>Position</th><td>Storage Engineer</td></tr></table>",
        ] {
            let profile = read_html_file(&page(head), source()).unwrap().profile;
            assert_eq!(profile.name.map(|n| n.text).as_deref(), Some("Maren Holtby"), "{head}");
            assert_eq!(profile.headline.map(|h| h.text).as_deref(), Some("Storage Engineer"), "{head}");
        }
        // A name of one word or without capitals is one where the mail address says so.
        assert_eq!(name("<h1>Maren</h1>").as_deref(), Some("Maren"));
        assert_eq!(name("<h1>maren holtby</h1>").as_deref(), Some("maren holtby"));
        assert_eq!(name("<h1>Welcome</h1>"), None);
        assert_eq!(name("<div>黒澤</div><div>詩織</div>").as_deref(), Some("黒澤 詩織"));
    }

    #[test]
    fn a_foot_has_the_persons_addresses_and_not_the_referees() {
        let role = "<section><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>Jan 2018 – Present</p></section>";
        let referee =
            "<section><h2>References</h2><p>Rune Astell</p><p>rune@astell.example · +44 20 7946 0123</p></section>";
        let own = "<p>maren@holtby.example · +44 20 7946 0999 · Leeds, United Kingdom</p>";
        let read = |body: &str| {
            read_html_file(&format!("<body><h1>Maren Holtby</h1>{body}</body>"), source()).unwrap().profile
        };
        let keys =
            |profile: &loupe_profile::Profile| profile.contacts.iter().map(|c| c.key.clone()).collect::<Vec<_>>();
        let found = read(&format!("<main>{role}{referee}</main><footer>{own}</footer>"));
        assert_eq!(keys(&found), ["maren@holtby.example", "+442079460999"]);
        assert_eq!(found.location.unwrap().text, "Leeds, United Kingdom");
        let languages = "<h2>Languages</h2><p>English</p>";
        let flat = read(&format!(
            "<h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>2018 – 2020</p>{languages}<address>maren@holtby.example<br>+44 20 7946 0999</address>"
        ));
        assert_eq!(keys(&flat), ["maren@holtby.example", "+442079460999"]);
        let footer = read(&format!(
            "{role}<h2>References</h2><p>Rune Astell</p><p>rune@astell.example</p><footer>{own}</footer>"
        ));
        assert_eq!(keys(&footer), ["maren@holtby.example", "+442079460999"]);
        // Whose the last address is cannot be told where nothing parts it from the referee's.
        let unparted = read(&format!("{role}<h2>References</h2><p>Rune Astell</p><p>rune@astell.example</p>{own}"));
        assert_eq!(keys(&unparted), Vec::<String>::new());
        let coverage = read_html_file(
            &format!("<body><h1>Maren Holtby</h1>{role}<h2>References</h2><p>{own}</p></body>"),
            source(),
        )
        .unwrap()
        .coverage;
        assert_eq!(coverage.state(loupe_profile::Part::Contacts), PartState::NotRecognised);
    }

    #[test]
    fn what_looks_like_a_web_address_is_no_foot() {
        let page = |last: &str| {
            format!(
                "<body><h1>Maren Holtby</h1><h2>Experience</h2><h3>Engineer</h3><p>Quay Labs</p><p>2018 – 2020</p>{last}</body>"
            )
        };
        let skills = read_html_file(&page("<h2>Skills</h2><ul><li>Go</li><li>Node.js</li></ul>"), source())
            .unwrap()
            .profile
            .skills;
        assert_eq!(skills.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["Go", "Node.js"]);
        let linked = "<h2>Certificates</h2><p><a href='https://certs.example/1'>Certified Diver</a></p><p><a href='https://certs.example/2'>Certified Sailor</a></p>";
        let profile = read_html_file(&page(linked), source()).unwrap().profile;
        assert_eq!((profile.certificates.len(), profile.contacts.len()), (2, 0));
    }

    #[test]
    fn a_history_is_read_whosever_it_is() {
        let role = |from: u32| format!("<h3>Engineer</h3><p>Quay Labs</p><p>{from} – {}</p>", from + 2);
        let html = format!("<body><h2>Experience</h2>{}{}</body>", role(2018), role(2014));
        let read = read_html_file(&html, source()).unwrap();
        assert_eq!((read.profile.name, read.profile.roles.len()), (None, 2));
        assert_eq!(read.coverage.state(loupe_profile::Part::Name), PartState::NotRecognised);
    }

    #[test]
    fn a_file_about_nobody_is_no_profile() {
        let html = "<body><h1>Bread</h1><p>Mix and bake.</p><h2>Skills</h2><p>Patience</p></body>";
        assert_eq!(read_html_file(html, source()), Err(ReadError::NoProfile));
    }
}
