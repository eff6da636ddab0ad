//! Redacted pages read as the real ones do, and nothing of anybody is left in them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]
use std::{fs, path::PathBuf};

use loupe_profile::{Coverage, Profile};
use loupe_read::{PageCapture, ReadError, Reading, read_list, read_page, redact};
use serde_json::Value;

fn sites() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites")
}

fn pages() -> Vec<(String, PageCapture)> {
    let pages: Vec<Value> = serde_json::from_str(&fs::read_to_string(sites().join("pages.json")).unwrap()).unwrap();
    let page = |page: Value| {
        let file = page["file"].as_str().unwrap().to_owned();
        let html = fs::read_to_string(sites().join(&file)).unwrap();
        let url = page["url"].as_str().unwrap().to_owned();
        (file, PageCapture { url, html, cut: false })
    };
    pages.into_iter().map(page).collect()
}

/// What of a reading does not depend on the words: how many of what, and what became of each part.
fn shape(profile: &Profile, coverage: &Coverage) -> String {
    let parts: Vec<_> = coverage.parts.iter().map(|row| (row.part, row.state, row.count, row.more)).collect();
    let roles: Vec<_> = profile
        .roles
        .iter()
        .map(|r| (r.title.is_some(), r.employer.is_some(), r.span, r.full_time.is_some()))
        .collect();
    let studies: Vec<_> = profile.studies.iter().map(|s| (s.school.is_some(), s.degree.is_some(), s.span)).collect();
    let (reader, changed) = (&coverage.reader, &coverage.site_changed);
    format!("{reader} {changed:?}\n  {parts:?}\n  {roles:?}\n  {studies:?}")
}

fn told(capture: &PageCapture) -> String {
    let one = |reading: Reading| shape(&reading.profile, &reading.coverage);
    match read_page(capture) {
        Ok(reading) => one(reading),
        Err(ReadError::ManyPeople) => {
            let list = read_list(capture).unwrap();
            let cards: Vec<_> = list.cards.into_iter().map(one).collect();
            format!("{} unread, more: {}\n{}", list.unread, list.more, cards.join("\n"))
        }
        Err(error) => error.id().to_owned(),
    }
}

#[test]
fn a_redacted_page_reads_as_the_real_one_does() {
    let mut different = Vec::new();
    for (file, page) in pages() {
        let redacted = redact(&page).unwrap();
        let (real, again) = (told(&page), told(&redacted));
        if real != again {
            different.push(format!("{file} ({}):\n{real}\n--\n{again}", redacted.url));
        }
        // It says itself where it stood.
        assert_eq!(told(&PageCapture { url: String::new(), ..redacted }), again, "{file}");
    }
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    for (file, page) in pages() {
        assert_eq!(redact(&page), redact(&page), "{file}");
    }
}
