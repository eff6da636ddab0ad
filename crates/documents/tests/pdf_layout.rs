//! Where things stand on a page, and in which order they are read.

#![allow(clippy::unwrap_used, clippy::panic)]

mod untagged;

use loupe_documents::outline_of;
use loupe_read::{Block, Outline};
use untagged::untagged;

const LEFTWARDS: &[u8] = include_bytes!("files/leftwards.pdf");
const LINKEDIN: [&[u8]; 2] = [
    include_bytes!("../../../tests/samples/linkedin-en.pdf"),
    include_bytes!("../../../tests/samples/linkedin-de.pdf"),
];

fn read(bytes: &[u8]) -> Outline {
    outline_of(bytes).unwrap()
}

fn texts(blocks: &[Block]) -> Vec<&str> {
    blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn arabic_and_hebrew_are_read_from_right_to_left() {
    let outline = read(&untagged(LEFTWARDS));
    assert_eq!(
        texts(&outline.blocks),
        [
            "ليلى الساحلي",
            "مهندسة برمجيات في ترنهولم، leila@sahli.example",
            "الخبرة",
            "مهندسة أولى، شركة Fernrill Systems (فرع الشمال) 2018 – 2022",
            "قلصت زمن التسوية من 94 دقيقة إلى 11 دقيقة بلغة Rust 2021.",
            "كتبت لا بلا اختبارات",
            "השכלה",
            "תואר ראשון במדעי המחשב (B.Sc.), אוניברסיטת טרנהולם, 2009 – 2012",
            "Speaks עברית and English, fluent.",
        ]
    );
    assert_eq!(outline.blocks[3].cells, ["مهندسة أولى، شركة Fernrill Systems (فرع الشمال)", "2018 – 2022"]);
}

#[test]
fn a_profile_as_linkedin_prints_it_is_read_column_by_column() {
    for (bytes, first, name, experience, footer) in [
        (LINKEDIN[0], "Contact", "Odalys Brenmark", "Experience", "Page "),
        (LINKEDIN[1], "Kontakt", "Jorun Weidlich", "Berufserfahrung", "Seite "),
    ] {
        let outline = read(&untagged(bytes));
        let blocks = &outline.blocks;
        let place = |text: &str| blocks.iter().position(|block| block.text == text).unwrap();
        assert_eq!(blocks[0].text, first);
        assert!(blocks[0].opens && blocks[place(name)].opens);
        let side = &blocks[..place(name)];
        let main = &blocks[place(name)..];
        assert!(side.iter().all(|block| block.left.unwrap() < 0.1), "{side:?}");
        assert!(main.iter().all(|block| (block.left.unwrap() - 0.37).abs() < 0.02), "{main:?}");
        // The name is the largest; headings are larger than employers, these than titles, these than text.
        let scale = |text: &str| blocks[place(text)].scale;
        assert!(blocks.iter().all(|block| block.scale <= scale(name)));
        let (employer, title, text) = (&main[main.len() - 2], &blocks[place(experience) + 3], &side[1]);
        assert!(scale(experience) > employer.scale && employer.scale > title.scale && title.scale > text.scale);
        assert!(!blocks.iter().any(|block| block.text.starts_with(footer)), "pages' numbers are no text");
        let links: Vec<&Block> = side.iter().filter(|block| !block.links.is_empty()).collect();
        assert!(links.iter().all(|block| block.links[0].starts_with("https://www.linkedin.com/in/")));
        assert!(!links.is_empty() && outline.links.is_empty());
    }
}

#[test]
fn roles_go_on_over_pages_in_their_order() {
    let outline = read(LINKEDIN[0]);
    let places: Vec<usize> = [
        "Experience",
        "Quay Labs",
        "5 years 10 months",
        "Staff Platform Engineer",
        "March 2022 - Present (3 years 1 month)",
        "Senior Platform Engineer",
        "Fernrill Systems",
        "Software Engineer",
        "Larkspur Analytics",
        "Education",
        "Marrowby Institute of Technology",
        "Bachelor of Science - BS, Computing · (2011 - 2014)",
    ]
    .iter()
    .map(|text| outline.blocks.iter().position(|block| block.text == *text).unwrap_or_else(|| panic!("no {text:?}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}");
}
