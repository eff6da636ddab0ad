//! The saved pages of `tests/sites`, read and held against what their author wrote down of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]
use std::{collections::BTreeSet, fs, path::PathBuf};

use loupe_profile::{Date, End, Part, PartState, Profile, Quote, Span};
use loupe_read::{Listing, PageCapture, ReadError, Reading, read_list, read_page};
use serde_json::Value;

fn sites() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites")
}

fn pages() -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(sites().join("pages.json")).unwrap()).unwrap()
}

fn capture(page: &Value) -> PageCapture {
    let html = fs::read_to_string(sites().join(page["file"].as_str().unwrap())).unwrap();
    PageCapture { url: page["url"].as_str().unwrap().to_owned(), html, cut: false }
}

fn read(page: &Value) -> Result<Reading, ReadError> {
    read_page(&capture(page))
}

fn truth(page: &Value) -> Value {
    let file = page["file"].as_str().unwrap().replace(".html", ".json");
    let text = fs::read_to_string(sites().join("truth").join(&file)).unwrap_or_else(|e| panic!("truth/{file}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("truth/{file}: {e}"))
}

fn page(file: &str) -> Value {
    pages().into_iter().find(|p| p["file"] == file).unwrap()
}

fn text(quote: Option<&Quote>) -> Value {
    quote.map_or(Value::Null, |q| Value::String(q.text.clone()))
}

fn ends(span: Option<Span>) -> (Value, Value) {
    let date = |date: Option<Date>| date.map_or(Value::Null, |d| Value::String(d.to_string()));
    let end = span.map_or(Value::Null, |s| match s.end {
        End::Open => Value::String("present".into()),
        end => date(end.date()),
    });
    (date(span.and_then(|s| s.start)), end)
}

/// A profile in the words of a truth file.
fn told(profile: &Profile) -> Value {
    let roles: Vec<Value> = profile.roles.iter().map(|r| {
        let (start, end) = ends(r.span);
        serde_json::json!({ "title": text(r.title.as_ref()), "employer": text(r.employer.as_ref()), "start": start, "end": end,
            "fullTime": r.full_time.is_some() })
    }).collect();
    let studies: Vec<Value> = profile.studies.iter().map(|s| {
        let (start, end) = ends(s.span);
        serde_json::json!({ "school": text(s.school.as_ref()), "degree": text(s.degree.as_ref()), "start": start, "end": end })
    }).collect();
    let skills: Vec<_> = profile.skills.iter().map(|q| q.text.clone()).collect();
    let about: Vec<_> =
        profile.passages.iter().filter(|p| p.quote.place.part == Part::About).map(|p| p.quote.text.clone()).collect();
    let certificates: Vec<Value> = profile
        .certificates
        .iter()
        .map(|c| {
            let issued = c.span.and_then(|s| s.start.or(s.end.date()));
            serde_json::json!({ "name": text(c.name.as_ref()), "issuer": text(c.issuer.as_ref()),
            "issued": issued.map_or(Value::Null, |d| Value::String(d.to_string())) })
        })
        .collect();
    let letters: Vec<_> =
        profile.passages.iter().filter(|p| p.quote.place.part == Part::Other).map(|p| p.quote.text.clone()).collect();
    serde_json::json!({ "name": text(profile.name.as_ref()), "headline": text(profile.headline.as_ref()),
        "location": text(profile.location.as_ref()), "about": about, "roles": roles, "studies": studies, "skills": skills,
        "certificates": certificates, "other": letters, "photo": profile.photo.is_some() })
}

/// What a profile says otherwise than its truth.
fn differences(what: &str, truth: &Value, reading: &Reading) -> Vec<String> {
    let told = told(&reading.profile);
    let mut differences = Vec::new();
    for (field, value) in told.as_object().unwrap() {
        let Some(expected) = truth.get(field) else { continue };
        let missed = truth["missed"].as_array().is_some_and(|missed| missed.iter().any(|m| m == field));
        // A site that has changed may be read less, never otherwise.
        let unread = value.is_null() || value == &Value::Bool(false) || value.as_array().is_some_and(Vec::is_empty);
        if unread && (missed || (truth["siteChanged"] == true && reading.coverage.site_changed.is_some())) {
            continue;
        }
        if expected != value {
            differences.push(format!("{what} {field}\n  truth {expected}\n  read  {value}"));
        }
    }
    differences
}

#[test]
fn every_page_reads_as_its_truth_says() {
    let mut all = Vec::new();
    for page in pages() {
        let file = page["file"].as_str().unwrap();
        let truth = truth(&page);
        if truth.get("cards").is_some() {
            continue;
        }
        match (read(&page), truth["error"].as_str()) {
            (Ok(reading), None) => {
                all.extend(differences(file, &truth, &reading));
                if truth.get("address").is_some_and(|address| *address != reading.source.address) {
                    all.push(format!("{file}: truth {}, read {}", truth["address"], reading.source.address));
                }
            }
            (Err(error), expected) if Some(error.id()) == expected => {}
            (read, expected) => {
                let read = read.map(|reading| reading.coverage.reader).map_err(|error| error.id());
                all.push(format!("{file}: {expected:?} expected, {read:?}"));
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// Cards of a list, by their address or their number.
fn list_differences(file: &str, truth: &Value, list: &Listing) -> Vec<String> {
    let cards = truth["cards"].as_array().unwrap();
    let mut all = Vec::new();
    for (what, read) in [("unread", Value::from(list.unread)), ("more", Value::from(list.more))] {
        if truth.get(what).is_some_and(|expected| *expected != read) {
            all.push(format!("{file} {what}: truth {}, read {read}", truth[what]));
        }
    }
    if cards.len() != list.cards.len() {
        let names: Vec<_> = list.cards.iter().map(|card| card.profile.name_text().unwrap_or("-")).collect();
        all.push(format!("{file}: {} cards expected, read {names:?}", cards.len()));
    }
    for (number, (expected, card)) in cards.iter().zip(&list.cards).enumerate() {
        if let Some(address) = expected["address"].as_str().filter(|address| *address != card.source.address) {
            all.push(format!("{file}, card {number}: truth {address}, read {}", card.source.address));
        }
        all.extend(differences(&format!("{file}, card {number}"), expected, card));
    }
    all
}

#[test]
fn every_list_reads_as_its_truth_says() {
    let mut all = Vec::new();
    for page in pages() {
        let (file, truth) = (page["file"].as_str().unwrap(), truth(&page));
        if truth.get("cards").is_none() {
            continue;
        }
        match read_list(&capture(&page)) {
            Ok(list) => all.extend(list_differences(file, &truth, &list)),
            Err(error) => all.push(format!("{file}: {error}")),
        }
        assert_eq!(read(&page), Err(ReadError::ManyPeople), "{file}");
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn nobody_elses_words_are_read() {
    for page in pages() {
        let profile = read(&page).map(|reading| serde_json::to_string(&reading).unwrap());
        let list = if truth(&page).get("cards").is_some() { read_list(&capture(&page)).ok() } else { None };
        let all = format!("{profile:?}{}", serde_json::to_string(&list).unwrap());
        for name in page["mustNotAppear"].as_array().unwrap() {
            assert!(!all.contains(name.as_str().unwrap()), "{}: {name} was read", page["file"]);
        }
    }
}

#[test]
fn what_is_no_profile_is_said_to_be_none() {
    assert_eq!(read(&page("news.html")), Err(ReadError::NoProfile));
    assert_eq!(read(&page("authwall.html")), Err(ReadError::Gated));
}

#[test]
fn frames_not_yet_loaded_are_not_an_empty_history() {
    let reading = read(&page("maren-holtby-unscrolled.html")).unwrap();
    assert_eq!(reading.coverage.state(Part::Roles), PartState::NotLoaded);
    assert!(reading.profile.roles.is_empty());
}

#[test]
fn a_saved_page_is_known_without_its_address() {
    for file in ["maren-holtby.html", "rune-astell.html", "ilka-d.html"] {
        let html = fs::read_to_string(sites().join(file)).unwrap();
        let known = read(&page(file)).unwrap();
        let saved = read_page(&PageCapture { html, ..PageCapture::default() }).unwrap();
        assert_eq!((saved.profile, saved.coverage), (known.profile, known.coverage), "{file}");
    }
}

#[test]
fn a_persons_detail_pages_are_the_persons_page() {
    let mut details = page("maren-holtby.html");
    details["url"] = "https://www.linkedin.com/in/maren-holtby/details/experience/?x=1".into();
    let reading = read(&details).unwrap();
    assert_eq!(reading.source.address, "https://www.linkedin.com/in/maren-holtby");
    let roles = reading.coverage.parts.iter().find(|p| p.part == Part::Roles).unwrap();
    assert!(roles.more, "the page says that there are more");
}

#[test]
fn a_changed_site_is_said_to_have_changed() {
    match read(&page("maren-holtby-changed.html")) {
        Ok(reading) => assert!(reading.coverage.site_changed.is_some()),
        Err(error) => assert_eq!(error, ReadError::SiteChanged),
    }
}

#[test]
fn a_page_that_still_shows_another_person_is_not_read() {
    let mut stale = page("rune-astell.html");
    stale["url"] = "https://www.linkedin.com/in/somebody-else/".into();
    assert_eq!(read(&stale), Err(ReadError::NotReady));
    // The box beside the profile holds the link that was just clicked.
    for slug in ["rune-astell", "dita-solway", "maren", "e"] {
        let mut stale = page("maren-holtby.html");
        stale["url"] = format!("https://www.linkedin.com/in/{slug}/").into();
        assert_eq!(read(&stale), Err(ReadError::NotReady), "{slug}");
    }
}

#[test]
fn contacts_are_the_persons_own() {
    for page in pages() {
        let file = page["file"].as_str().unwrap();
        let Ok(truth) = fs::read_to_string(sites().join("truth").join(file.replace(".html", ".json"))) else {
            continue;
        };
        let truth: Value = serde_json::from_str(&truth).unwrap();
        let (Some(expected), Ok(reading)) = (truth.get("contacts").and_then(Value::as_array), read(&page)) else {
            continue;
        };
        let strip = |text: &str| {
            if !text.contains(char::is_alphabetic) {
                return text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            }
            text.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/').to_lowercase()
        };
        let expected: BTreeSet<String> = expected
            .iter()
            .map(|c| {
                strip(c.as_str().or_else(|| c["value"].as_str()).or_else(|| c["text"].as_str()).unwrap_or_default())
            })
            .collect();
        let found: BTreeSet<String> = reading.profile.contacts.iter().map(|c| strip(&c.quote.text)).collect();
        assert_eq!(found, expected, "{file}");
    }
}

/// Each row of the table begins with a file's id and says its grade.
#[test]
fn every_site_file_has_its_row_in_the_documentation() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("../../docs/sites.md")).unwrap();
    let cells = |row: &str| row.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect::<Vec<_>>();
    let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| `")).map(cells).collect();
    let rows: Vec<_> = rows.iter().map(|cells| (cells[1].clone(), cells[3].clone())).collect();
    let files = fs::read_dir(root.join("sites")).unwrap().map(|file| file.unwrap().path());
    let mut known: Vec<_> = files
        .filter(|path| path.extension() == Some("toml".as_ref()))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let grade = text.lines().find_map(|line| line.strip_prefix("grade = ")).unwrap();
            let grade = grade.split('"').nth(1).unwrap().to_owned();
            (path.file_stem().unwrap().to_string_lossy().into_owned(), grade)
        })
        .collect();
    known.sort_unstable();
    assert_eq!(rows, known, "docs/sites.md, in order: id and grade of every file");
}

/// A file saved without its address is known by its structure, and much of the web says who it is about in the same words.
#[test]
fn words_of_the_web_are_no_sites_own() {
    for html in [
        r#"<main itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">Tove Lindqvar</h1><p itemprop="jobTitle">Engineer</p>"#,
        r#"<main><h1 class="person-name">Tove Lindqvar</h1>"#,
        r#"<main><div id="user-card"><h1 class="name">Tove Lindqvar</h1></div>"#,
        r#"<main class="h-card"><h1 class="p-name">Tove Lindqvar</h1>"#,
    ] {
        let rest = "<h2>Experience</h2><h3>Firmware Engineer</h3><p>Osgood Instruments</p><p>2019 – 2021</p></main>";
        let capture = PageCapture { html: format!("{html}{rest}"), ..PageCapture::default() };
        let reading = read_page(&capture).unwrap();
        assert_eq!(reading.coverage.reader, "generic", "{html}");
        assert_eq!(reading.profile.roles.len(), 1, "{html}");
    }
}

/// Of a site of which only the addresses are known: whatever stands around the candidate's box, nothing of it is read.
#[test]
fn boxes_around_the_candidate_stay_out() {
    let candidate = r"<div><h2>Rune Astell</h2><p>SRE at Quay Labs</p><p>Hull, UK</p></div>
        <div><h3>Experience</h3><div><div>SRE</div><div>Quay Labs</div><div>Jan 2019 - Present</div></div></div>";
    let another = "<div><h2>Ilka Dravensen</h2><h3>Experience</h3><div><div>Data Engineer</div><div>Tollgate</div>\
        <div>Jan 2014 - Present</div></div></div>";
    let notes = "<h3>Interview</h3><p>Dita Solway says no.</p><p>Tollgate</p><p>Jan 2014 - Mar 2015</p>";
    for (what, title, page) in [
        ("a list before", "", format!("<div><h3>Ilka Dravensen</h3><p>Tollgate</p></div><div>{candidate}</div>")),
        ("a panel behind", "Rune Astell - Teamtailor", format!("<div>{candidate}</div>{another}")),
        ("an older panel before", "Rune Astell - Teamtailor", format!("{another}<div>{candidate}</div>")),
        ("notes beside", "", format!("<h1>Site Reliability Engineer</h1><div>{candidate}</div><div>{notes}</div>")),
        ("notes within", "", format!("<div>{candidate}{notes}</div>")),
        ("a colleague above", "", format!("<div>Dita Solway</div><div>{candidate}</div>")),
    ] {
        let url = "https://app.teamtailor.com/companies/1/candidates/segment/all/candidate/9".to_owned();
        let capture = PageCapture { url, html: format!("<title>{title}</title><div>{page}</div>"), cut: false };
        let reading = read_page(&capture).unwrap();
        assert_eq!(reading.profile.name_text(), Some("Rune Astell"), "{what}");
        let roles: Vec<_> = reading.profile.roles.iter().map(loupe_profile::Role::label).collect();
        assert_eq!(roles, ["SRE, Quay Labs"], "{what}");
        let all = serde_json::to_string(&reading).unwrap();
        assert!(!["Ilka", "Dita", "Tollgate"].iter().any(|word| all.contains(word)), "{what}");
    }
    // Two panels alike, and nothing says whose the page is.
    for html in [format!("<div>{candidate}</div>{another}"), format!("{another}<div>{candidate}</div>")] {
        let url = "https://app.ashbyhq.com/candidates/9".to_owned();
        assert_eq!(read_page(&PageCapture { url, html, cut: false }), Err(ReadError::SiteChanged));
    }
    // A name that is no heading may be anybody's.
    let page = format!("<div>Dita Solway</div><div>{}</div>", candidate.replace("h2", "div"));
    let url = "https://app.ashbyhq.com/candidates/9".to_owned();
    assert_eq!(read_page(&PageCapture { url, html: page, cut: false }), Err(ReadError::SiteChanged));
}

/// A candidate without a history beside one who has one.
#[test]
fn a_neighbours_history_stays_the_neighbours() {
    let history = "<h4>Experience</h4><div><p>Data Engineer</p><p>Quay Labs</p><p>Jan 2019 - Present</p></div>\
        <h4>Skills</h4><ul><li>Go</li></ul>";
    for (what, own) in [("nothing", ""), ("words", "<h3>About</h3><p>Keeps storage awake at night.</p>")] {
        let html = format!(
            "<main><div><h1>Rune Astell</h1><p>Hull, UK</p>{own}</div><section><h3>Ilka Dravensen</h3>{history}</section></main>"
        );
        let url = "https://app.ashbyhq.com/candidates/9".to_owned();
        let reading = read_page(&PageCapture { url, html, cut: false }).unwrap();
        let profile = &reading.profile;
        assert_eq!(profile.name_text(), Some("Rune Astell"), "{what}");
        assert_eq!(text(profile.location.as_ref()), "Hull, UK", "{what}");
        assert!(profile.roles.is_empty() && profile.skills.is_empty(), "{what}: {profile:?}");
        assert_eq!(reading.coverage.state(Part::Roles), PartState::NotRecognised, "{what}");
    }
}

/// A card without a link to its person, before one without a button.
#[test]
fn a_masked_card_takes_nothing_of_its_neighbour() {
    let masked = |name: &str| {
        format!(
            r#"<div><div><p>{name}</p><div><p><span>Data engineer</span></p></div><div><p><span>Bergen, Norway</span></p></div></div>
            <div><a componentkey="ConnectButtonstate:invitation:urn:li:member:7_connect">Connect</a></div></div>"#
        )
    };
    let linked = r#"<div><div><p><a href="https://www.linkedin.com/in/rune-astell/">Rune Astell</a><span> • 1st</span></p>
        <div><p><span>SRE at Quay Labs</span></p></div></div><div><button>Message</button></div></div>"#;
    for name in ["<span>LinkedIn Member</span>", "<a href='/search/results/people/headless'>LinkedIn Member</a>"] {
        for count in [1, 2] {
            let html = format!("<main id=workspace><section>{}{linked}</section></main>", masked(name).repeat(count));
            let url = "https://www.linkedin.com/search/results/people/?keywords=go".to_owned();
            let list = read_list(&PageCapture { url, html, cut: false }).unwrap();
            assert_eq!((list.cards.len(), list.unread), (0, count as u32), "{name}");
        }
    }
}

/// What a page says of itself anywhere: the address it calls its own, and where the links around the name lead.
#[test]
fn marks_of_another_person_are_asked_on_every_site() {
    let profile = |own: &str| {
        format!(
            "<main><h1>Rune Astell</h1>{own}<p>Hull, UK</p><h2>Experience</h2><p>SRE</p><p>Quay Labs</p><p>Jan 2019 - Present</p>\
             <h2>Similar candidates</h2><a href='/companies/1/candidates/segment/all/candidate/12'>Dita Solway</a></main>"
        )
    };
    let own = "<a href='/companies/1/candidates/segment/all/candidate/9/notes'>Notes</a>";
    let elsewhere = "<a href='/companies/1/candidates/segment/all/candidate/8/notes'>Notes</a>";
    let canonical = |id: u8| {
        format!(
            "<link rel='canonical' href='https://app.teamtailor.com/companies/1/candidates/segment/x/candidate/{id}'>"
        )
    };
    for (what, html, is_read) in [
        ("nothing", profile(""), true),
        ("its own links", profile(own), true),
        ("links to another", profile(elsewhere), false),
        ("both", profile(&format!("{elsewhere}{own}")), true),
        ("its own address", format!("{}{}", canonical(9), profile("")), true),
        ("another's address", format!("{}{}", canonical(8), profile("")), false),
    ] {
        let url = "https://app.teamtailor.com/companies/1/candidates/segment/all/candidate/9".to_owned();
        let read = read_page(&PageCapture { url, html, cut: false });
        match read {
            Ok(reading) => assert!(is_read && reading.profile.name_text() == Some("Rune Astell"), "{what}"),
            Err(error) => assert!(!is_read && error == ReadError::NotReady, "{what}: {error}"),
        }
    }
}

/// Part of the page is of the next person, part still of the one before.
#[test]
fn the_header_must_be_the_persons_whatever_stands_below_it() {
    let mut mixed = capture(&page("maren-holtby.html"));
    mixed.url = "https://www.linkedin.com/in/rune-astell/".to_owned();
    let wrapper = "profileCardsExperienceOnly";
    mixed.html = mixed.html.replace(&format!("{wrapper}maren-holtby"), &format!("{wrapper}rune-astell"));
    assert_eq!(read_page(&mixed), Err(ReadError::NotReady));
}

/// Slugs outside of ASCII stand encoded in some places and not in others.
#[test]
fn a_slug_is_the_same_however_it_is_written() {
    let mut page = capture(&page("maren-holtby.html"));
    page.html = page.html.replace("/in/maren-holtby/", "/in/marén-holtby/").replace("maren-holtby\"", "marén-holtby\"");
    page.url = "https://www.linkedin.com/in/mar%C3%A9n-holtby/".to_owned();
    assert!(read_page(&page).is_ok());
}

/// LinkedIn's cards carry their member's key: one of somebody else's is left out, two headers are none.
#[test]
fn a_card_of_another_member_is_not_read() {
    let own = capture(&page("maren-holtby.html"));
    let with = |from: &str, to: &str| {
        assert!(own.html.contains(from), "{from}");
        read_page(&PageCapture { html: own.html.replace(from, to), ..own.clone() })
    };
    let reading = with("refACoAAFAKE01ExperienceTopLevelSection", "refACoAAFAKE02ExperienceTopLevelSection").unwrap();
    assert!(reading.profile.roles.is_empty());
    assert!(!reading.profile.studies.is_empty() && !reading.profile.skills.is_empty());
    assert_ne!(reading.coverage.state(Part::Roles), PartState::Absent);
    assert!(!serde_json::to_string(&reading).unwrap().contains("Principal Engineer"));
    let about = with("refACoAAFAKE01About", "refACoAAFAKE02About").unwrap();
    assert_eq!(about.profile.count(Part::About), 0);
    let header = r#"<div componentkey="com.linkedin.sdui.profile.card.refACoAAFAKE02Topcard"></div></main>"#;
    assert_eq!(with("</main>", header), Err(ReadError::NotReady));
    // The older build has no key; the whole of a part hangs on its member's address.
    let mut ember = capture(&page("rune-astell.html"));
    assert!(ember.html.contains("/in/rune-astell/details/experience"));
    ember.html = ember.html.replace("/in/rune-astell/details/experience", "/in/dita-solway/details/experience");
    ember.html = ember.html.replace("/in/rune-astell/overlay/1/", "/in/dita-solway/overlay/1/");
    let reading = read_page(&ember).unwrap();
    assert!(reading.profile.roles.is_empty() && !reading.profile.studies.is_empty());
    assert_eq!(reading.coverage.state(Part::Roles), PartState::NotRecognised);
}

/// What no file looks for, what stands in a closed box and what is on another page is not absent.
#[test]
fn absent_is_said_only_of_what_was_looked_for() {
    let state = |file: &str, part| read(&page(file)).unwrap().coverage.state(part);
    assert_eq!(state("dice-rune.html", Part::Photo), PartState::NotRecognised);
    assert_eq!(state("maren-holtby.html", Part::Contacts), PartState::NotLoaded);
    assert_eq!(state("maren-holtby-contact.html", Part::Contacts), PartState::Read);
    for part in [Part::Headline, Part::Location, Part::Contacts, Part::About, Part::Studies, Part::Skills] {
        assert_eq!(state("maren-holtby-details.html", part), PartState::NotLoaded, "{part:?}");
    }
}

/// Of a person without a photo, a neighbour's face is none; of two faces nobody knows which.
#[test]
fn a_photo_is_the_persons_or_none() {
    let read = |html: String, url: &str| read_page(&PageCapture { url: url.into(), html, cut: false }).unwrap();
    let github = capture(&page("github-marenh.html"));
    let own = github.html.find(r#"<div class="clearfix"><a itemprop="image""#).unwrap();
    let end = own + github.html[own..].find("</div>").unwrap();
    let faceless = format!("{}{}", &github.html[..own], &github.html[end..]);
    let reading = read(faceless, &github.url);
    assert_eq!(reading.profile.photo, None);

    let drawer = |photos: &str| {
        let html = format!(
            "<main><div data-live-test-profile-container>{photos}<div data-test-row-lockup-full-name>Ansel Brook</div></div></main>"
        );
        read(html, "https://www.linkedin.com/talent/profile/AEMAAFAKE7")
    };
    let face = |name: &str| format!("<img data-test-lockup-image src='https://media.example/{name}.jpg'>");
    assert_eq!(drawer(&face("a")).profile.photo.unwrap().address, "https://media.example/a.jpg");
    let two = drawer(&format!("{}{}", face("a"), face("b")));
    assert_eq!((two.profile.photo, two.coverage.state(Part::Photo)), (None, PartState::NotRecognised));
    let linked = format!("{}<a href='/talent/profile/AEMAAFAKE9'>{}</a>", face("a"), face("b"));
    assert_eq!(drawer(&linked).profile.photo.unwrap().address, "https://media.example/a.jpg");
    let headed = format!("{}<h3>People also viewed</h3>", face("b"));
    assert_eq!(drawer(&headed).profile.photo, None);
}
