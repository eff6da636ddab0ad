//! Every check's page is its test: the examples on it must give the findings written below them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

mod example;
mod origins;
mod picture;

use std::{fs, path::Path};

use loupe_checks::{CHECKS, Check, DRAFTS, Finding, Page, run_all};

use crate::example::{Scene, is_as_written, written};

#[test]
fn the_examples_find_what_their_pages_say() {
    let mut problems = Vec::new();
    for check in CHECKS.iter().chain(DRAFTS) {
        for example in Page::parse(check.page).examples {
            let scene = Scene::of(&example);
            let found: Vec<String> = scene.run(check).iter().map(written).collect();
            let expected: Vec<&str> = scene.expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
            let equal = expected.len() == found.len() && expected.iter().zip(&found).all(|(e, f)| is_as_written(e, f));
            if !equal {
                problems.push(format!("{}: {}\n  expected {expected:#?}\n  found {found:#?}", check.id, example.title));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Says the next thing to write on each page that is not complete.
#[test]
fn every_page_is_complete() {
    let problems: Vec<_> =
        CHECKS.iter().filter_map(|c| next_to_write(c).map(|what| format!("{}: {what}", c.id))).collect();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

fn next_to_write(check: &Check) -> Option<String> {
    let page = Page::parse(check.page);
    let sections = [
        ("a title", &page.title),
        ("what it looks at, under the title", &page.summary),
        ("Why it is worth asking", &page.why),
        ("Ask", &page.ask),
        ("Limits", &page.limits),
        ("How often it is wrong", &page.how_often_wrong),
    ];
    if let Some((name, _)) = sections.iter().find(|(_, text)| text.is_empty()) {
        return Some(format!("write {name}"));
    }
    if page.innocent.is_empty() || page.innocent.iter().any(String::is_empty) {
        return Some("write Innocent explanations, one list item each".into());
    }
    if let Some(section) = page.unknown.first() {
        return Some(format!("no page has a section {section:?}"));
    }
    let scenes: Vec<_> = page.examples.iter().map(|e| (e.title.starts_with("Innocent:"), Scene::of(e))).collect();
    if scenes.iter().all(|(_, scene)| scene.is_clean()) {
        return Some("write an example that fires".into());
    }
    if !scenes.iter().any(|(innocent, scene)| !innocent && scene.is_clean()) {
        return Some("write a clean example".into());
    }
    if !scenes.iter().any(|(innocent, scene)| *innocent && scene.is_clean()) {
        return Some("write an innocent look-alike (its sentence starts with \"Innocent:\")".into());
    }
    if page.examples.iter().any(|e| e.title.is_empty()) {
        return Some("write a sentence above each example".into());
    }
    check.page.contains("TODO").then(|| "replace what still says TODO".into())
}

#[test]
fn a_clean_example_is_clean_for_every_check() {
    for check in CHECKS {
        for example in Page::parse(check.page).examples {
            let scene = Scene::of(&example);
            if scene.is_clean() {
                let found = scene.examine(run_all);
                assert!(found.is_empty(), "{}: {}: {found:#?}", check.id, example.title);
            }
        }
    }
}

#[test]
fn the_words_of_a_page_ask_for_arguments_that_its_findings_carry() {
    for check in CHECKS {
        let page = Page::parse(check.page);
        let texts = [&page.title, &page.summary, &page.why, &page.ask, &page.limits, &page.how_often_wrong];
        for example in &page.examples {
            for finding in Scene::of(example).run(check) {
                for name in texts.iter().copied().chain(&page.innocent).flat_map(|text| placeholders(text)) {
                    let value = finding.args.get(name);
                    assert!(value.is_some_and(|v| !v.is_empty()), "{}: {}: {{{name}}}", check.id, example.title);
                }
            }
        }
    }
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default())
}

#[test]
fn a_finding_shows_two_facts_or_says_where_it_stands() {
    for (check, finding) in firing() {
        let two_quotes = finding.facts.len() >= 2 && finding.facts.iter().all(|f| !f.quote.text.is_empty());
        let drawn = !finding.evidence.is_empty();
        assert!(two_quotes || drawn, "{}: {finding:#?}", check.id);
        assert_eq!((finding.check.as_str(), finding.rule), (check.id, check.rule));
        for fact in &finding.facts {
            assert!(finding.args.contains_key(&fact.name), "{}: {}", check.id, fact.name);
        }
    }
}

/// Everything that a check's own examples make it find.
fn firing() -> Vec<(&'static Check, Finding)> {
    let found = |check: &&'static Check| {
        let examples = Page::parse(check.page).examples;
        examples.iter().flat_map(|e| Scene::of(e).run(check)).map(|f| (*check, f)).collect::<Vec<_>>()
    };
    CHECKS.iter().flat_map(found).collect()
}

#[test]
fn every_file_of_a_group_is_registered_under_its_path() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut in_files = Vec::new();
    for group in fs::read_dir(&src).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
        let names = |extension: &str| -> Vec<String> {
            let files = fs::read_dir(&group).unwrap().map(|e| e.unwrap().path());
            let mut names: Vec<_> = files
                .filter(|p| p.extension().is_some_and(|e| e == extension) && p.file_stem().is_some_and(|s| s != "mod"))
                .map(|p| p.file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            names.sort();
            names
        };
        let pages = names("md");
        if pages.is_empty() {
            continue; // What several checks share, not a group of checks.
        }
        assert_eq!(names("rs"), pages, "{}: each check is one .rs and one .md", group.display());
        let group = group.file_name().unwrap().to_string_lossy().into_owned();
        in_files.extend(pages.iter().map(|page| format!("{group}/{}", page.replace('_', "-"))));
    }
    in_files.sort();
    let ids = |checks: &[&Check]| checks.iter().map(|check| check.id).collect::<Vec<_>>();
    let mut registered = [ids(CHECKS), ids(DRAFTS)].concat();
    assert!(ids(CHECKS).is_sorted() && ids(DRAFTS).is_sorted(), "the registry is sorted by id");
    registered.sort_unstable();
    assert_eq!(registered, in_files, "the registry and the files");
    for check in CHECKS.iter().chain(DRAFTS) {
        let path = src.join(check.id.replace('-', "_")).with_extension("md");
        assert_eq!(fs::read_to_string(&path).unwrap(), check.page, "{}: the page of another check", check.id);
    }
}

#[test]
fn ids_are_kebab_case_and_rules_are_counted_from_one() {
    let kebab = |word: &str| {
        !word.is_empty() && word.split('-').all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase()))
    };
    for check in CHECKS.iter().chain(DRAFTS) {
        let words: Vec<_> = check.id.split('/').collect();
        assert!(words.len() == 2 && words.iter().all(|w| kebab(w)), "{}", check.id);
        assert_eq!(words[0], check.group());
        assert!(check.rule >= 1, "{}", check.id);
    }
}

/// Who a person is by origin is no input of any check: exchanged everywhere, the findings stay.
#[test]
fn names_and_places_of_any_origin_give_the_same_findings() {
    for check in CHECKS {
        for example in Page::parse(check.page).examples {
            let shape = |example: &loupe_checks::Example| -> Vec<(String, String, Vec<String>)> {
                let found = Scene::of(example).examine(run_all);
                let fact_names = |f: &Finding| f.facts.iter().map(|fact| fact.name.clone()).collect();
                let mut shapes: Vec<_> =
                    found.iter().map(|f| (f.check.clone(), format!("{:?}", f.strength), fact_names(f))).collect();
                // Facts' texts take part in the order of findings, and they are what is exchanged.
                shapes.sort();
                shapes
            };
            let before = shape(&example);
            for origin in &origins::ORIGINS {
                let (exchanged, count) = origin.put_into(&example);
                assert!(count > 0 || !origins::has_origin(&example), "{}: nothing exchanged", example.title);
                assert_eq!(shape(&exchanged), before, "{}: {}: {}", check.id, example.title, origin.place);
            }
        }
    }
}
