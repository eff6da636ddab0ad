//! Whatever of a person stands anywhere in a page, nothing of it stands in its sample; what the page is made of does.

use loupe_read::{PageCapture, read_page, redact};
use proptest::prelude::*;
use scraper::Html;

/// A page with a place for everything that HTML has places for. `{A}` and so on are words of one's own; `{N}` digits.
const PAGE: &str = r##"<!doctype html><html lang="{s}"><head><title>{A} {B} – profile</title>
<meta name="{a}-{b}" content="{A}"><meta property="og:{a}" content="{B}"><meta property="og:title" content="{A} {B}">
<meta property="profile:{b}" content="x"><meta name="description" content="{C} at {D}"><meta http-equiv="{a}" content="{b}">
<link rel="canonical" href="https://{d}.example/{a}/{b}?{c}=https://{d}.test/{a}#{b}"><link rel="{a}" href="{b}.css"><base href="/{c}/">
<style>.{a}-{b} { content: "{C}" }</style><script>let {a} = "{b}"</script>
<script type="application/ld+json" id="{a}" data-{b}="{c}">{"@context":"https://schema.org/{C}","@type":"Person","@id":"{a}://{b}",
 "name":"{A} {B}","{c}{D}":{"{a}@{b}.example":"{C}","User:{d}":[{N},{N}.5,59.{N}]},"url":"https://linkedin.com@{a}.example/{b}",
 "telephone":"+{N}","sameAs":["https://{a}.github.io/{b}","//{c}linkedin.com/{d}"],"hasOccupation":{"@type":"{D}","name":"{C}"}}</script>
<script type="application/json" class="{a}">{"type":"{a}","__typename":"{B}","props":{"{a}-{b}":{"__ref":"{c}:{N}"}}}</script></head>
<body class="{a} profile-{b} {c}Card top{D} css-{N}" onload="{a}('{b}')" data-{a}-{b}="{c}" {d}="{a}"><!-- {A} {B} --><h1 id="{a}-{b}">{A} {B}</h1>
<{a}-{b} {c}-{d}="1"><p>{C} at {D}werke</p></{a}-{b}><{c}><b>{D}</b></{c}><card-{a} is="{b}">{c}</card-{a}>
<h2 id="experience-{a}-{b}" aria-labelledby="x-{c}">Experience</h2>
<ul aria-label="{A} {B}, {C}" data-test-{d}="{a}"><li class="entry" data-testid="{a}-entry" data-view-name="{b}"><h3>Engineer {C}</h3><p>{D} GmbH</p><p>Jan 2019 – Mar 2021 · 2 yrs</p><p>{C} {A} {b}.</p></li>
<li class="entry" part="{a}" slot="{b}" itemprop="{c}" itemtype="https://schema.org/{D}"><h3>Manager</h3><p>{C} Ltd</p><p>2015 – 2018</p></li></ul>
<a href="mailto:{a}.{b}@{c}.example?subject={d}" rel="{a}" target="{b}">{a}.{b}@{c}.example</a><a href="tel:+{N}">+{N}</a><a href="tel:{a}">{b}</a>
<a href="skype:{a}.{b}?call" ping="https://{c}.test">x</a><a href="{a}://{b}/{c}">x</a><a href="//{a}:{b}@{c}.example:{N}/{d}/">x</a>
<a href="https://www.linkedin.com/in/{a}-{b}-{N}/overlay/{c}?{a}=http://{b}.test">{A} {B}</a><a href="https://{a}.linkedin.com/">y</a>
<a href="https://{a}linkedin.com/in/{b}">z</a><a href="/%7B{a}%20{b}%7D" hreflang="{s}">z</a><a href="javascript:{a}()">z</a>
<img src="data:image/png;base64,{a}" alt="{A}" srcset="https://{a}.test/{b}.jpg 1x,/{c}/{d}.png 2x {a}, data:image/png;base64,{b} 3x">
<img src="/media/{a}/{N}.jpg" title="{B}" data-src="{c}.png" usemap="#{a}"><picture><source srcset="{a}.webp 800w" media="({b})" type="image/{c}"></picture>
<svg class="{a}" aria-label="{b}"><title>{A}</title><text>{B}</text><use xlink:href="#{c}"></use></svg><math><mi>{A}</mi></math>
<template>{A}</template><div><template shadowrootmode="open"><p part="{a}">{A}</p></template></div><noscript>{A}</noscript>
<form action="/{a}" name="{b}"><input value="{A}" name="{b}" placeholder="{C}" type="{d}"><textarea>{A}</textarea><select><option value="{a}">{B}</option></select></form>
<table><tr><td headers="{a}" abbr="{B}" style="--{a}: url({b})">{A}</td></tr></table><time datetime="{A}">{B}</time><time datetime="2019-03">March 2019</time>
<iframe src="https://{a}.test" srcdoc="{A}" title="{b}"></iframe><object data="{a}">{B}</object><video poster="{a}" src="{b}">{C}</video>
<p style="background:url({a})" class="bg-[url(https://{a}.test/{b})]" lang="{a}" dir="{b}" role="{c}" data-x='{"{a}":"{b}"}' data-y=" [&quot;{c}&quot;]" aria-{a}="true" contenteditable="{b}">{A}</p>
<p id="{N}" class="n-{N} t-{s}{N}" data-id="{a}" data-urn="urn:li:{a}:{N}" data-tracking-{a}="{b}" data-loupe-{a}="{b}" title="{A} {N}">{A} {N}</p>
</body></html>"##;

/// Letters that no list has in a row, and digits.
#[derive(Debug, Clone)]
struct Person {
    words: [String; 4],
    short: String,
    digits: String,
}

fn person() -> impl Strategy<Value = Person> {
    let word = || "[bdfgkmnprtvz][aeou][xqjwyh][bdfgkmnprtvz][aeou]{1,2}[bdfgkmnprtvz][aeou]";
    (word(), word(), word(), word(), "q[xjz]", "[1-9]{9}").prop_map(|(a, b, c, d, short, digits)| Person {
        words: [a, b, c, d],
        short,
        digits,
    })
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn page(person: &Person) -> String {
    let marks = ["a", "b", "c", "d"].iter().zip(&person.words);
    let page = marks.fold(PAGE.to_owned(), |page, (mark, word)| {
        page.replace(&format!("{{{mark}}}"), word).replace(&format!("{{{}}}", mark.to_uppercase()), &capital(word))
    });
    page.replace("{N}", &person.digits).replace("{s}", &person.short)
}

/// Words of a language; without what marks letters up in JSON and addresses.
fn plain(text: &str) -> String {
    text.to_lowercase().replace("\\u", "")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_person_is_left_wherever_it_stands(person in person()) {
        let capture = PageCapture {
            url: format!("https://{}.example/people/{}-{}?{}=1", person.words[3], person.words[0], person.words[1], person.words[2]),
            html: page(&person),
            cut: false,
        };
        let unplanted = ["{a}", "{N}"].iter().any(|mark| capture.html.contains(mark));
        prop_assert!(!unplanted);
        let sample = redact(&capture).unwrap();
        let all = plain(&format!("{}\n{}", sample.url, sample.html));
        for word in &person.words {
            prop_assert!(!all.contains(word.as_str()), "{word}: {}", around(&all, word));
        }
        let short = all.split(|c: char| !c.is_alphabetic()).any(|word| word == person.short);
        prop_assert!(!short, "{}: {}", person.short, around(&all, &person.short));
        prop_assert!(!all.contains(&person.digits), "{}", around(&all, &person.digits));
    }

    #[test]
    fn a_sample_has_the_elements_of_its_page_and_reads_to_as_much(person in person()) {
        let capture = PageCapture { url: "https://people.example/one".to_owned(), html: page(&person), cut: false };
        let sample = redact(&capture).unwrap();
        let count = |html: &str, of: &[&str]| {
            let html = Html::parse_document(html);
            let names = html.tree.nodes().filter_map(|node| node.value().as_element().map(|it| it.name().to_owned()));
            names.filter(|name| of.contains(&name.as_str())).count()
        };
        let kept = ["a", "h1", "h2", "h3", "img", "input", "li", "p", "picture", "source", "table", "td", "time", "ul"];
        prop_assert_eq!(count(&capture.html, &kept), count(&sample.html, &kept));
        let read = |page: &PageCapture| {
            let profile = read_page(page).unwrap().profile;
            let spans: Vec<_> = profile.roles.iter().map(|role| (role.title.is_some(), role.employer.is_some(), role.span)).collect();
            (profile.name.is_some(), spans)
        };
        prop_assert_eq!(read(&capture), read(&sample), "{}", sample.html);
    }
}

/// Where a word stands, for the message.
fn around(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or_default();
    let from = text.char_indices().rev().find(|(i, _)| *i + 60 <= at).map_or(0, |(i, _)| i);
    text[from..].chars().take(140).collect()
}
