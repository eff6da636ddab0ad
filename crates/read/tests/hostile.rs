//! Hostile inputs: whatever a page, a text or a date line holds, reading it ends, in a result or a typed error.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{fs, path::PathBuf};

use loupe_profile::{Date, End, Source, SourceKind};
use loupe_read::{PageCapture, ReadError, dates, read_json_resume, read_page, read_text};
use proptest::prelude::*;

fn source() -> Source {
    Source { kind: SourceKind::File, address: "x".into(), label: "x".into() }
}

fn page(url: &str, html: String) -> Result<loupe_read::Reading, ReadError> {
    read_page(&PageCapture { url: url.to_owned(), html, cut: false })
}

fn sample() -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites/maren-holtby.html")).unwrap()
}

const MAREN: &str = "https://www.linkedin.com/in/maren-holtby/";

#[test]
fn pages_nested_or_multiplied_beyond_reason() {
    let deep = |tag: &str| {
        page("https://a.example", format!("<main><h1>Maren Holtby</h1>{}", format!("<{tag}>").repeat(100_000)))
    };
    for tag in ["div", "span", "b", "font color=x", "template shadowrootmode=open", "svg", "ul", "blockquote"] {
        assert!(matches!(deep(tag), Err(ReadError::TooDeep { .. })), "{tag}");
    }
    for tag in ["p", "li", "td", "tr", "option", "br"] {
        assert!(matches!(deep(tag), Err(ReadError::NoProfile)), "{tag}");
    }
    assert!(matches!(page(MAREN, "x".repeat(17_000_000)), Err(ReadError::TooLarge { .. })));
}

#[test]
fn embedded_data_of_hostile_shape() {
    let with = |json: &str| {
        page("https://a.example", format!(r#"<script type="application/ld+json">{json}</script><h1>Maren Holtby</h1>"#))
    };
    let nested =
        format!(r#"{{"@type":"ProfilePage","mainEntity":{}{}}}"#, r#"{"name":["#.repeat(5_000), "]}".repeat(5_000));
    let wide = format!(
        r#"{{"@type":"Person","name":"Maren Holtby","sameAs":[{}1]}}"#,
        "\"https://x.example/a\",".repeat(20_000)
    );
    for json in ["", "{", "[[[[", "null", r#"{"@type":7,"@graph":{"@graph":3}}"#, &nested] {
        assert_eq!(with(json), Err(ReadError::NoProfile));
    }
    assert_eq!(with(&wide).unwrap().profile.contacts.len(), 1);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(\\PC|\n){0,400}") {
        let _ = read_text(&text, source());
        let _ = read_json_resume(&text, source());
        let _ = page(MAREN, text.clone());
        let _ = dates::find(&text);
        let _ = dates::is_duration(&text);
    }

    #[test]
    fn a_cut_or_scrambled_page_is_read_or_refused(cut in 0usize..30_000, at in 0usize..30_000, junk in "[<>a-z=\"'/ !-]{0,40}") {
        let html = sample();
        let floor = |mut at: usize| { at = at.min(html.len()); while !html.is_char_boundary(at) { at -= 1; } at };
        let (cut, at) = (floor(cut), floor(at));
        let _ = page(MAREN, html[..cut].to_owned());
        let _ = page(MAREN, format!("{}{junk}{}", &html[..at], &html[at..]));
    }

    /// Ranges as people write them read back as they were meant.
    #[test]
    fn a_printed_range_reads_back(
        from in (1960i16..2030, 1u8..13), length in 0i32..500, style in 0usize..6, separator in 0usize..4, open in any::<bool>(),
    ) {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let months = i32::from(from.0) * 12 + i32::from(from.1) - 1 + length;
        let to = ((months / 12) as i16, (months % 12 + 1) as u8);
        prop_assume!(to.0 <= 2100);
        let print = |(year, month): (i16, u8)| match style {
            0 => format!("{} {year}", MONTHS[usize::from(month) - 1]),
            1 => format!("{month:02}/{year}"),
            2 => format!("{year}-{month:02}"),
            3 => format!("{year}年{month}月"),
            4 => format!("{}. {year}", MONTHS[usize::from(month) - 1]),
            _ => format!("{}, {year}", MONTHS[usize::from(month) - 1]),
        };
        let separator = [" - ", " – ", " to ", " — "][separator];
        let line = if open { format!("{}{separator}Present", print(from)) } else { format!("{}{separator}{}", print(from), print(to)) };
        let found = dates::find_range(&line).unwrap();
        prop_assert_eq!(found.span.start, Some(Date::month_of(from.0, from.1)));
        let end = if open { End::Open } else { End::On(Date::month_of(to.0, to.1)) };
        prop_assert_eq!(found.span.end, end);
        prop_assert_eq!(found.bytes, 0..line.len());
    }
}

/// Pages as wide as the limits allow: every step after the parser is linear too, or this takes minutes.
#[test]
fn wide_pages_of_known_sites() {
    const N: usize = 30_000;
    let card = "com.linkedin.sdui.profile.card.refA";
    let sdui = |inner: &str| {
        let html = format!(
            r#"<main id="workspace"><div id="{card}Topcard"><a href="/in/maren-holtby/"><h2>Maren Holtby</h2></a>{inner}
            <div><p>Leeds</p><p>·</p><p><a href="/in/maren-holtby/overlay/contact-info/">Contact</a></p></div></div></main>"#
        );
        page(MAREN, html).unwrap()
    };
    assert_eq!(sdui(&"<p>· x</p>".repeat(N)).profile.location.unwrap().text, "Leeds");
    let roles = format!(
        r#"<div id="{card}ExperienceTopLevelSection"><div componentkey="entity-collection-item-1"><p>Developer</p>{}</div></div>"#,
        r#"<p>x</p><p><span data-testid="expandable-text-box">y</span></p>"#.repeat(N / 2)
    );
    assert_eq!(sdui(&roles).profile.roles.len(), 1);
    let entries = r#"<div componentkey="entity-collection-item-1"><p>Dev</p><p>2019 - 2020</p></div>"#.repeat(N / 3);
    let many = sdui(&format!(r#"<div id="{card}ExperienceTopLevelSection">{entries}</div>"#));
    assert_eq!((many.profile.roles.len(), many.coverage.cut.as_slice()), (300, &["cut-entries".to_owned()][..]));
    let upwork = |inner: &str| {
        let html = format!(r#"<main><h1 itemprop="name">Ilka D.</h1><aside>{inner}</aside></main>"#);
        page("https://www.upwork.com/freelancers/~01a", html).unwrap()
    };
    let schools = upwork(&format!("<h4>Education</h4>{}", "<h5>Oxmere College</h5><div>2019</div>".repeat(N)));
    assert_eq!(schools.profile.studies.len(), 300);
    upwork(&"<h4>Education</h4><h5>x</h5>".repeat(N));
    let mails: Vec<_> = (0..N).map(|n| format!("p{n}@mail.example")).collect();
    let mails = mails.join(" ");
    assert_eq!(read_text(&format!("Maren Holtby\nContact\n{mails}"), source()).unwrap().profile.contacts.len(), 64);
}
