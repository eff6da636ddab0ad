//! What is left of a page's words, held against the lists of what may be.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use loupe_profile::fold;
use serde_json::Value;

use super::{disguise::runs, *};
use crate::words;

fn redacted(html: &str, url: &str) -> PageCapture {
    redact(&PageCapture { url: url.to_owned(), html: html.to_owned(), cut: false }).unwrap()
}

/// Every word that a list has; those of dates included.
fn is_listed(folded: &str) -> bool {
    static DATES: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| format!(" {} ", fold(include_str!("../../dates.toml"))));
    kept::is_listed(folded) || DATES.contains(&format!(" {folded} "))
}

/// Texts that people see or that data holds, with its keys and kinds.
fn texts(html: &str) -> Vec<String> {
    fn strings(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
            Value::Object(object) => {
                for (key, value) in object {
                    found.push(key.clone());
                    strings(value, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for text in names::texts(&html::parse_as_is(html).unwrap()) {
        match serde_json::from_str::<Value>(&text) {
            Ok(data @ (Value::Object(_) | Value::Array(_))) => strings(&data, &mut found),
            _ => found.push(text),
        }
    }
    found
}

fn pages() -> Vec<(String, PageCapture, Value)> {
    let pages: Vec<Value> = serde_json::from_str(&fs::read_to_string(sites().join("pages.json")).unwrap()).unwrap();
    let page = |page: Value| {
        let file = page["file"].as_str().unwrap().to_owned();
        let html = fs::read_to_string(sites().join(&file)).unwrap();
        let url = page["url"].as_str().unwrap().to_owned();
        (file, PageCapture { url, html, cut: false }, page)
    };
    pages.into_iter().map(page).collect()
}

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites")
}

fn known_in(text: &str, url: &str) -> Vec<String> {
    let stretches = [kept::known_words(text, &kept::site_names(url)), kept::pointed_at(text), disguise::dates_in(text)];
    let full_time = if loupe_profile::says_full_time(text) { text } else { "" };
    let known = stretches.into_iter().flatten().map(|(from, to)| &text[from..to]).chain([full_time]);
    known.flat_map(runs).map(fold).collect()
}

#[test]
fn no_word_of_a_page_is_left_but_those_of_the_lists() {
    let mut looked_at = 0;
    for (file, page, _) in pages() {
        let left = texts(&redact(&page).unwrap().html.replacen(LOADS_NOTHING, "", 1)).join("\n");
        let left: BTreeSet<String> = runs(&left).map(fold).collect();
        let real: Vec<String> = texts(&page.html).into_iter().filter(|t| !t.contains("://schema.org")).collect();
        // Words that a site file knows, and dates, stay where they are known.
        let known: BTreeSet<String> = real.iter().flat_map(|text| known_in(text, &page.url)).collect();
        let is_of_data =
            |word: &&str| kept::is_kind(word) || kept::humps(word).all(|hump| kept::is_key_word(&fold(hump)));
        let keywords = json::KEYWORDS.iter().flat_map(|keyword| runs(keyword)).map(fold);
        let of_data: BTreeSet<String> =
            real.iter().flat_map(|text| runs(text)).filter(is_of_data).map(fold).chain(keywords).collect();
        for word in real.iter().flat_map(|text| runs(text)).filter(|word| word.chars().count() > 3).map(fold) {
            looked_at += 1;
            // Kinds of addresses, hosts that everybody has pages on; and invented people live under `.example`.
            let of_address =
                kept::is_path(&word) || ["example", "github", "gitlab", "mail", "indeedemail"].contains(&word.as_str());
            let may_stay = is_listed(&word) || known.contains(&word) || of_address || of_data.contains(&word);
            assert!(!left.contains(&word) || may_stay, "{file}: {word}");
        }
    }
    assert!(looked_at > 2_000, "{looked_at}");
}

/// The people on a page, as its author and the reader name them, word by word.
fn people(file: &str, page: &PageCapture, row: &Value) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut add = |name: &str| {
        let words = runs(name).map(fold).filter(|word| word.len() > 3 && !kept::is_word(word) && !kept::is_path(word));
        names.extend(words);
    };
    // Two words are a name; a single one may be any word.
    let others = row["mustNotAppear"].as_array().unwrap().iter().filter_map(Value::as_str);
    others.filter(|name| name.split(' ').count() == 2).for_each(&mut add);
    let truth = fs::read_to_string(sites().join("truth").join(file.replace(".html", ".json"))).unwrap_or_default();
    let truth: Value = serde_json::from_str(&truth).unwrap_or_default();
    let cards = truth["cards"].as_array().into_iter().flatten();
    cards.chain([&truth]).filter_map(|person| person["name"].as_str()).for_each(&mut add);
    if let Ok(reading) = crate::read_page(page) {
        add(reading.profile.name_text().unwrap_or_default());
    }
    names
}

#[test]
fn nobody_is_left_on_a_redacted_page_not_even_in_an_id() {
    let mut looked_for = 0;
    for (file, page, row) in pages() {
        let redacted = redact(&page).unwrap();
        let all = format!("{}\n{}", redacted.url, redacted.html).to_lowercase();
        for name in people(&file, &page, &row) {
            looked_for += 1;
            // "Dita" is in "editable".
            let is_there = if name.len() > 4 { all.contains(&name) } else { runs(&all).any(|run| fold(run) == name) };
            assert!(!is_there, "{file}: {name}");
        }
    }
    assert!(looked_for > 50, "{looked_for}");
}

#[test]
fn a_word_is_the_same_wherever_it_stands_and_another_on_another_page() {
    let html = r#"<title>Zoë Marlin</title><h1>ZOË MARLIN</h1><a href="/in/zo%C3%AB-marlin?trk=1" id="cardOnlyzoë-marlin">zoe.marlin@marlin.dev</a>"#;
    let page = redacted(html, "https://www.linkedin.com/in/zo%C3%AB-marlin/?x=2");
    let name = page.url.trim_end_matches('/').rsplit('/').next().unwrap();
    let (first, last) = name.split_once('-').unwrap();
    let found = |text: &str| page.html.to_lowercase().matches(text).count();
    assert!(found(first) >= 6 && found(last) >= 7, "{}", page.html);
    assert!(page.html.contains(&format!("{first}.{last}@{last}.example")), "{}", page.html);
    assert!(page.html.contains(&format!("<h1>{} {}</h1>", first.to_uppercase(), last.to_uppercase())));
    assert!(!page.html.contains("trk") && !page.url.contains('?'));
    let other = redacted(&html.replace("<title>", "<title>More of "), "https://www.linkedin.com/in/zo%C3%AB-marlin/");
    assert_ne!(other.url, page.url);
}

#[test]
fn dates_headings_and_furniture_stay() {
    let line = "<h2>Experience</h2><p>Jan 2019 - Present · 4 yrs 2 mos</p><p>März 2015 – Juni 2018</p><p>Full-time</p><p>2023年1月 - 至今</p>";
    assert!(redacted(line, "").html.contains(line));
    // May, the month and the name.
    let html = redacted("<h1>April May</h1><p>May 2019</p><p>Dear April</p>", "").html;
    assert!(html.contains("<p>May 2019</p>") && !html.contains("April"), "{html}");
}

#[test]
fn numbers_are_somebodys_but_for_dates() {
    let html = redacted("<p>+44 20 7946 2019</p><p>Flat 52, since 2014</p><a href='tel:+442079460958'>x</a>", "").html;
    for number in ["7946", "2019", "52", "9460958"] {
        assert!(!html.contains(number), "{number}: {html}");
    }
    assert!(html.contains("2014"), "{html}");
}

#[test]
fn what_runs_tracks_or_is_said_aside_is_dropped() {
    let html = "<!-- Rune --><script>rune()</script><style>.rune{}</style><p onclick='rune()' style='x' data-tracking='rune' nonce=1>a</p>\
        <noscript>rune</noscript><template>rune</template><textarea>rune</textarea><input value=rune><a href='javascript:rune()'>b</a>\
        <img src='data:image/png;base64,rune'><script type='application/json'>not json rune</script>";
    let html = redacted(html, "").html;
    assert!(!html.to_lowercase().contains("rune"), "{html}");
}

#[test]
fn data_keeps_its_shape() {
    let html = r#"<script type="application/ld+json">{"@type":"Person","name":"Ilka D.","sameAs":["https://github.com/ilkad"],"startDate":"2019-03-01","id":123456789,"n":3,"x":"<\/script><p>"}</script>"#;
    let html = redacted(html, "https://ilkad.example/").html;
    let json = html.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(json).unwrap();
    assert_eq!((&data["@type"], &data["startDate"], &data["n"]), (&"Person".into(), &"2019-03-01".into(), &3.into()));
    assert!(data["sameAs"][0].as_str().unwrap().starts_with("https://github.com/"), "{data}");
    assert!(data["id"].as_i64().is_some_and(|id| id != 123_456_789), "{data}");
    assert!(!json.to_lowercase().contains("ilka"), "{json}");
}

#[test]
fn an_attribute_keeps_only_what_makes_the_structure() {
    let html = r#"<p data-owner="Quenby" title="Quenby" class="card orlebar@quenby.test bg-[url(https://quenby.test/orlebar)]"
        datetime="Orlebar" lang="quenby" dir="orlebar" data-orcid="quenby" id="ACoAAQuenbyOrlebar" xml:base="quenby">x</p>
        <time datetime="2019-03-01T09:30">x</time><p lang="pt-BR" dir="rtl" role="listitem" data-testid="card">x</p>
        <time datetime="2079-46-0958">x</time><a href=" java
        script:quenby()" formaction="quenby" download="Quenby">x</a>
        <img srcset="https://quenby.test/a.jpg 1x,https://orlebar.test/b.jpg 2x quenby,/c.jpg Quenby">"#;
    let html = redacted(html, "").html;
    for word in ["quenby", "orlebar", "acoa", "0958"] {
        assert!(!html.to_lowercase().contains(word), "{word}: {html}");
    }
    for kept in [
        "\"2019-03-01\"",
        "pt-BR",
        "\"rtl\"",
        "\"listitem\"",
        "\"card ",
        "data-testid=\"card\"",
        " 1x, https://",
        " 2x, ",
    ] {
        assert!(html.contains(kept), "{kept}: {html}");
    }
}

#[test]
fn opening_a_sample_loads_nothing() {
    let first = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
    for html in ["<p>x</p>", "<html lang=en><head><meta charset=utf-8><base href=/x></head><p>x</p>"] {
        let once = redacted(html, "");
        let again = redact(&once).unwrap();
        assert!([&once, &again].iter().all(|page| page.html.contains(first)), "{}", once.html);
        assert_eq!(again.html.matches("http-equiv").count(), 1);
    }
}

#[test]
fn neither_kinds_nor_keys_of_data_are_a_way_out() {
    let html = r#"<script type="application/json">{"type":{"who":"Thessaly","kind":["Orlebar"]},"@type":["Person","Quenby"],
        "__typename":"Thessaly","$type":"orlebar@quenby.test","@context":"https://schema.org/Quenby","Orlebar":{"full_name":1},
        "orlebar@quenby.test":1,"User:quenby":{"slug":"x"},"me":{"__ref":"User:quenby"},"quenby.test":{"pageThessaly":1},
        "+44 20 7946 0958":2}</script>"#;
    let html = redacted(html, "").html;
    for word in ["thessaly", "orlebar", "quenby", "7946"] {
        assert!(!html.to_lowercase().contains(word), "{word}: {html}");
    }
    let json = html.split("json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(json).unwrap();
    assert_eq!(data["@type"][0], "Person");
    assert!(json.contains("\"full_name\"") && data["type"].is_object(), "{json}");
    let reference = data.as_object().unwrap().values().find_map(|value| value.get("__ref")).unwrap();
    assert!(data.get(reference.as_str().unwrap()).is_some(), "{json}");
}

#[test]
fn what_site_files_name_is_kept_as_a_whole_word_only() {
    assert_eq!(kept::pointed_at("profile-component-entity").len(), 1);
    assert_eq!(kept::pointed_at("xprofile-component-entityson"), []);
    let html = "<p class='xprofile-component-entityson'>Tom Ashby, of Levering</p>";
    let elsewhere = redacted(html, "https://www.linkedin.com/in/one/").html;
    assert!(!["entityson", "Ashby", "Lever"].iter().any(|word| elsewhere.contains(word)), "{elsewhere}");
    // On its own pages a site's name tells nothing of anybody.
    assert!(redacted("<title>One | LinkedIn</title>", "https://www.linkedin.com/in/one/").html.contains("| LinkedIn<"));
}

#[test]
fn stand_ins_for_places_are_places() {
    let html = redacted("<p>Berlin, Germany</p>", "").html;
    let place = html.split("<p>").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(place.split(", ").all(crate::places::is_known) && !place.contains("Berlin"), "{place}");
    assert!(words::heading(place).is_none());
}
