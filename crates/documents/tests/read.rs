//! Whole files of invented people, and what is read from them.

#![allow(clippy::unwrap_used, clippy::panic)]

mod untagged;

use loupe_documents::{outline_of, read_file};
use loupe_profile::SourceKind;
use loupe_read::{Block, BlockKind, Outline, ReadError};
use untagged::untagged;

const PLAIN: &[u8] = include_bytes!("files/plain.pdf");
const COLUMNS: &[u8] = include_bytes!("files/columns.pdf");
const LOCKED: &[u8] = include_bytes!("files/locked.pdf");
const OWNER_LOCKED: &[u8] = include_bytes!("files/owner_locked.pdf");
const LETTERS: &[u8] = include_bytes!("files/letters.docx");

fn read(bytes: &[u8]) -> Outline {
    outline_of(bytes).unwrap()
}

/// One line a block: `#` heading, `-` item, else what it is.
fn written(outline: &Outline) -> Vec<String> {
    outline
        .blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Heading => format!("# {}", block.text),
            BlockKind::Item => format!("- {}", block.text),
            BlockKind::Line => block.text.clone(),
        })
        .collect()
}

fn block<'a>(outline: &'a Outline, text: &str) -> &'a Block {
    outline.blocks.iter().find(|block| block.text == text).unwrap_or_else(|| panic!("no block {text:?}"))
}

#[test]
fn a_pdf_is_read_line_by_line() {
    let outline = read(&untagged(PLAIN));
    assert_eq!(outline.reader, "pdf");
    assert_eq!(
        written(&outline),
        [
            "Nadira Quellan",
            "Platform engineer · nadira@quellan.example · +44 20 7946 0123 ·",
            "code.example/nquellan",
            "Profile",
            "I keep payment systems standing when traffic triples overnight, and I write down",
            "how. Eleven years with distributed systems, of which six leading small teams that",
            "ship every week.",
            "Experience",
            "Staff Engineer, Fernrill Systems March 2019 – Present",
            "- Cut the settlement run from 94 minutes to 11 by sharding the ledger per",
            "currency.",
            "- Moved 38 services to one deployment path; failed releases fell by two thirds in",
            "the year that followed the move.",
            "Software Engineer, Quay Labs June 2013 – February 2019",
            "- Wrote the rate limiter that still guards every public endpoint.",
            "Education",
            "BSc Computer Science, University of Tarnholm 2009 – 2012",
        ]
    );
    let links: Vec<&String> = outline.blocks.iter().flat_map(|block| &block.links).collect();
    assert_eq!(links, ["mailto:nadira@quellan.example", "https://code.example/nquellan"]);
    assert_eq!(block(&outline, "code.example/nquellan").links, ["https://code.example/nquellan"]);
    assert_eq!(outline.links, [""; 0]);
    let role = block(&outline, "Staff Engineer, Fernrill Systems March 2019 – Present");
    assert_eq!(role.cells, ["Staff Engineer, Fernrill Systems", "March 2019 – Present"]);
    assert_eq!(outline.cut, [""; 0]);
}

#[test]
fn letters_of_a_pdf_keep_their_size_weight_and_space_above() {
    let outline = read(&untagged(PLAIN));
    let name = block(&outline, "Nadira Quellan");
    // 24 points to 11.
    assert!((name.scale - 24.0 / 11.0).abs() < 0.02 && name.bold && name.page == Some(1));
    let heading = block(&outline, "Experience");
    assert!((heading.scale - 14.0 / 11.0).abs() < 0.02 && heading.bold && heading.gap);
    let line = block(&outline, "currency.");
    assert!((line.scale - 1.0).abs() < 0.02 && !line.bold && !line.gap);
}

#[test]
fn columns_are_read_one_after_the_other() {
    assert_eq!(
        written(&read(&untagged(COLUMNS))),
        [
            "Tobias Ekwall",
            "Data engineer in Marrowby, available from January",
            "Contact",
            "tobias@ekwall.example",
            "+46 8 555 0199",
            "ekwall.example/work",
            "Skills",
            "Rust and Python",
            "Stream processing",
            "Postgres and DuckDB",
            "Terraform",
            "Languages",
            "Swedish, native",
            "English, fluent",
            "Experience",
            "Senior Data Engineer, Larkspur Analytics",
            "April 2020 – Present",
            "- Built the event pipeline that carries four billion rows a day with",
            "one engineer on call.",
            "- Replaced nightly exports by change streams, so that reports are",
            "minutes old instead of a day.",
            "Data Engineer, Bramble & Co",
            "August 2016 – March 2020",
            "- Designed the warehouse that three product teams still query.",
            "- Taught forty analysts to write their own models.",
            "Education",
            "MSc Statistics, Marrowby Institute of Technology",
            "2014 – 2016",
        ]
    );
}

#[test]
fn the_first_lines_of_columns_are_known() {
    let outline = read(&untagged(COLUMNS));
    let opens: Vec<&str> = outline.blocks.iter().filter(|block| block.opens).map(|block| block.text.as_str()).collect();
    assert_eq!(opens, ["Contact", "Experience"]);
    let left = |text| block(&outline, text).left.unwrap();
    assert!(left("Contact") < 0.1 && (left("Experience") - 0.36).abs() < 0.01);
}

#[test]
fn a_docx_is_read_paragraph_by_paragraph() {
    let outline = read(LETTERS);
    assert_eq!(outline.reader, "docx");
    assert_eq!(
        written(&outline),
        [
            "Ilse Marchetti, résumé of January 2026",
            "# Ilse Marchetti",
            "Write to ilse@marchetti.example or see marchetti.example",
            "# Experience",
            "Product Designer, Hollin & Vane",
            "2018 – 2024",
            "- Redrew the booking flow; drop-outs fell by a third",
            "- Ran 120 interviews with first-time travellers",
            // Neither hidden nor deleted text.
            "Shown in full. Kept.",
            "# Education",
            "2012 – 2015 BA Graphic Design, Ostermere School of Art",
            "2016 Certificate in Typography",
            "Languages",
            // A text box stands in the file twice.
            "Speaks Italian and Dutch",
            "References on request",
        ]
    );
    let links = &block(&outline, "Write to ilse@marchetti.example or see marchetti.example").links;
    assert_eq!(*links, ["mailto:ilse@marchetti.example?subject=Hello&body=Hi", "https://marchetti.example/"]);
    let role = block(&outline, "Product Designer, Hollin & Vane");
    assert!((role.scale - 13.0 / 11.0).abs() < 0.01 && role.bold);
    assert!(block(&outline, "Shown in full. Kept.").gap);
}

#[test]
fn a_password_is_named_and_mere_restrictions_are_no_obstacle() {
    assert_eq!(outline_of(LOCKED), Err(ReadError::Encrypted));
    assert_eq!(written(&read(OWNER_LOCKED)), written(&read(PLAIN)));
}

#[test]
fn what_a_file_is_shows_in_its_content() {
    assert_eq!(outline_of(PLAIN).unwrap().reader, "pdf");
    assert_eq!(outline_of(LETTERS).unwrap().reader, "docx");
}

#[test]
fn a_reading_of_any_kind_of_file_names_the_file() {
    let html = "<!DOCTYPE html><html><body><h1>Nadira Quellan</h1><h2>Experience</h2><p>Staff Engineer</p>\
                <p>Fernrill Systems</p><p>March 2019 – Present</p></body></html>";
    let text = "Nadira Quellan\n\nExperience\n\nStaff Engineer, Fernrill Systems\nMarch 2019 – Present\n";
    let json = r#"{"basics":{"name":"Nadira Quellan"}}"#;
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for file in [PLAIN, LETTERS, html.as_bytes(), text.as_bytes(), json.as_bytes(), &utf16] {
        let source = read_file(file, "in/file").unwrap().source;
        assert_eq!(
            (source.kind, source.address.as_str(), source.label.as_str()),
            (SourceKind::File, "in/file", "in/file")
        );
    }
}
