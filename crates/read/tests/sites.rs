//! The saved pages of `tests/sites`, read and held against what their author wrote down of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]
use std::{collections::BTreeSet, fs, path::PathBuf};

use loupe_profile::{ContactKind, Date, End, Part, PartState, Profile, Quote, Span};
use loupe_read::{PageCapture, ReadError, Reading, read_page};
use serde_json::Value;

fn sites() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites")
}

fn pages() -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(sites().join("pages.json")).unwrap()).unwrap()
}

fn read(page: &Value) -> Result<Reading, ReadError> {
    let html = fs::read_to_string(sites().join(page["file"].as_str().unwrap())).unwrap();
    read_page(&PageCapture { url: page["url"].as_str().unwrap().to_owned(), html, cut: false })
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
    serde_json::json!({ "name": text(profile.name.as_ref()), "headline": text(profile.headline.as_ref()),
        "location": text(profile.location.as_ref()), "about": about, "roles": roles, "studies": studies, "skills": skills,
        "photo": profile.photo.is_some() })
}

#[test]
fn every_page_reads_as_its_truth_says() {
    let mut differences = Vec::new();
    for page in pages() {
        let file = page["file"].as_str().unwrap();
        let Ok(truth) = fs::read_to_string(sites().join("truth").join(file.replace(".html", ".json"))) else {
            continue;
        };
        let truth: Value = serde_json::from_str(&truth).unwrap();
        if truth.get("error").is_some() || truth.get("name").is_none_or(Value::is_null) {
            continue;
        }
        let reading = read(&page).unwrap_or_else(|error| panic!("{file}: {error}"));
        let told = told(&reading.profile);
        for (field, value) in told.as_object().unwrap() {
            let Some(expected) = truth.get(field) else { continue };
            // A site that has changed may be read less, never otherwise.
            let unread = value.is_null() || value == &Value::Bool(false) || value.as_array().is_some_and(Vec::is_empty);
            if truth["siteChanged"] == true && unread && reading.coverage.site_changed.is_some() {
                continue;
            }
            if expected != value {
                differences.push(format!("{file} {field}\n  truth {expected}\n  read  {value}"));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn nobody_elses_words_are_read() {
    for page in pages() {
        let Ok(reading) = read(&page) else { continue };
        let all = serde_json::to_string(&reading).unwrap();
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

/// Sections dropped, classes hashed: the result is right or says that it is not; never somebody else's.
#[test]
fn mutated_pages_are_right_or_not_recognised() {
    let whole = |file: &str| read(&page(file)).unwrap().profile;
    for file in ["maren-holtby.html", "rune-astell.html", "ilka-d.html"] {
        let page = page(file);
        let html = fs::read_to_string(sites().join(file)).unwrap();
        let truth = whole(file);
        let known: BTreeSet<String> = truth.roles.iter().map(loupe_profile::Role::label).collect();
        let mutants = [
            html.replace("componentkey=\"com.linkedin", "componentkey=\"org.renamed"),
            html.replace(" id=\"com.linkedin", " id=\"org.renamed"),
            html.replace("class=\"", "class=\"x9Qz-"),
            html.replace("data-view-name", "data-v"),
            html.replace("ExperienceTopLevelSection", "CareerTopLevelSection")
                .replace("id=\"experience\"", "id=\"career\""),
            html.replace("itemprop=\"name\"", "itemprop=\"label\""),
        ];
        for (number, html) in mutants.into_iter().enumerate() {
            let capture = PageCapture { url: page["url"].as_str().unwrap().to_owned(), html, cut: false };
            let Ok(reading) = read_page(&capture) else { continue };
            let all = serde_json::to_string(&reading).unwrap();
            for name in page["mustNotAppear"].as_array().unwrap() {
                assert!(!all.contains(name.as_str().unwrap()), "{file}, mutant {number}: {name} was read");
            }
            let name = reading.profile.name_text();
            assert!(name.is_none() || name == truth.name_text(), "{file}, mutant {number}: {name:?}");
            let roles: BTreeSet<String> = reading.profile.roles.iter().map(loupe_profile::Role::label).collect();
            let strange: Vec<_> = roles.difference(&known).collect();
            assert!(strange.is_empty(), "{file}, mutant {number}: {strange:?}");
            let silent =
                reading.coverage.site_changed.is_none() && reading.coverage.state(Part::Roles) == PartState::Absent;
            assert!(
                !(silent && !known.is_empty() && roles.is_empty()),
                "{file}, mutant {number}: roles lost in silence"
            );
        }
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
            text.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/').to_lowercase()
        };
        let expected: BTreeSet<String> = expected
            .iter()
            .map(|c| {
                strip(c.as_str().or_else(|| c["value"].as_str()).or_else(|| c["text"].as_str()).unwrap_or_default())
            })
            .collect();
        let found: BTreeSet<String> = reading
            .profile
            .contacts
            .iter()
            .map(|c| if c.kind == ContactKind::Phone { c.quote.text.clone() } else { strip(&c.quote.text) })
            .collect();
        assert_eq!(found, expected, "{file}");
    }
}
