//! How long reading a page takes: a saved page, padded to a size with boxes such as its site puts around the profile.
//!
//!     cargo run --release -p loupe-read --example page -- tests/sites/maren-holtby.html 1000
//!
//! The second argument is the size in 10³ bytes; without it the page is read as it is. The third is how often it is read:
//! once, under `valgrind --tool=callgrind`, counts the instructions, which a busy machine does not change.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measuring tool")]
use std::{fmt::Write, time::Instant};

use loupe_read::{PageCapture, read_list, read_page};

/// Posts and proposals as they stand below and beside profiles: nested boxes, links, icons, hidden twins.
fn padded(html: &str, bytes: usize) -> String {
    let at = html.rfind("</main>").unwrap_or(html.len());
    let mut pad = String::new();
    let mut number = 0;
    while html.len() + pad.len() < bytes {
        number += 1;
        write!(
            pad,
            "<section class=\"artdeco-card k{number}\"><div class=\"display-flex full-width\"><a href=\"/feed/update/{number}/\"><img alt=\"\" \
             src=\"https://media.example/{number}.jpg\"></a><div><p><span aria-hidden=\"true\">Post number {number}</span><span \
             class=\"visually-hidden\">Post number {number}</span></p><ul><li><div data-testid=\"social\"><p>A few words of somebody about \
             something, as there are many.</p></div></li><li><button>Like</button></li></ul></div></div></section>"
        )
        .unwrap();
    }
    format!("{}{pad}{}", &html[..at], &html[at..])
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_else(|| "tests/sites/maren-holtby.html".to_owned());
    let size = arguments.next().and_then(|size| size.parse::<usize>().ok()).unwrap_or(0) * 1_000;
    let html = std::fs::read_to_string(&file).unwrap();
    let pages: serde_json::Value = serde_json::from_str(include_str!("../../../tests/sites/pages.json")).unwrap();
    let name = file.rsplit('/').next().unwrap_or_default();
    let row = pages.as_array().and_then(|pages| pages.iter().find(|page| page["file"] == name));
    let url = row.and_then(|row| row["url"].as_str()).unwrap_or_default().to_owned();
    let capture = PageCapture { url, html: padded(&html, size), cut: false };
    let runs = arguments.next().and_then(|runs| runs.parse::<usize>().ok()).unwrap_or(15);
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let read = read_page(&capture).map(|reading| reading.coverage.reader);
            let read = read.or_else(|_| read_list(&capture).map(|list| list.reader));
            (start.elapsed(), read)
        })
        .collect();
    times.sort_by_key(|(time, _)| *time);
    let (median, read) = &times[times.len() / 2];
    println!("{} bytes, {read:?}: median {median:?}, best {:?}", capture.html.len(), times[0].0);
}
