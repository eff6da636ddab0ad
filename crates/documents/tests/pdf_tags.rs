//! PDFs with a structure tree: what a browser's print says of itself, and what others say to do harm.

#![allow(clippy::unwrap_used, clippy::panic)]

use loupe_documents::outline_of;
use loupe_read::{BlockKind, Outline};
use std::fmt::Write;

const PRINTED: &[u8] = include_bytes!("../../../tests/samples/maren-holtby.pdf");
const LEFTWARDS: &[u8] = include_bytes!("files/leftwards.pdf");

/// A page of a browser's with contents that are marked with numbers from 0 on, each on its own line, and objects from
/// number 6 on, the first of them the tree's root.
fn tagged(lines: &[&str], objects: &[&str]) -> Vec<u8> {
    let mut content = String::new();
    for (at, line) in lines.iter().enumerate() {
        let y = 700 - 20 * at;
        write!(content, "/P <</MCID {at}>> BDC BT /F 12 Tf 50 {y} Td ({line}) Tj ET EMC ").unwrap();
    }
    let mut file = format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>> endobj\n\
         2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
         /Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj\n\
         4 0 obj <</Length {}>>\nstream\n{content}\nendstream endobj\n\
         5 0 obj <</Producer(Skia/PDF m140)>> endobj\n",
        content.len()
    );
    for (at, object) in objects.iter().enumerate() {
        writeln!(file, "{} 0 obj {object} endobj", at + 6).unwrap();
    }
    write!(file, "trailer <</Root 1 0 R/Info 5 0 R>>\nstartxref\n0\n%%EOF\n").unwrap();
    file.into_bytes()
}

fn texts(outline: &Outline) -> Vec<&str> {
    outline.blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn a_browsers_print_is_read_as_the_page_it_was() {
    let outline = outline_of(PRINTED).unwrap();
    let headings: Vec<&str> =
        outline.blocks.iter().filter(|b| b.kind == BlockKind::Heading).map(|b| b.text.as_str()).collect();
    assert_eq!(headings, ["Maren Holtby", "SUMMARY", "EXPERIENCE", "EDUCATION", "SKILLS"]);
    // Two lines of the page, one paragraph.
    let summary = "Platform engineer with ten years in storage: replication, ledgers, and the boring parts of on-call. \
                   Looking for a small team that writes things down.";
    assert!(texts(&outline).contains(&summary), "{:?}", texts(&outline));
    let role = outline.blocks.iter().find(|block| block.text.starts_with("Principal")).unwrap();
    assert!(role.bold && role.page == Some(1) && (1.0..1.2).contains(&role.scale), "{role:?}");
    let items = outline.blocks.iter().filter(|block| block.kind == BlockKind::Item).count();
    assert_eq!(items, 5);
}

#[test]
fn lines_that_run_to_the_left_are_read_from_the_right() {
    let outline = outline_of(LEFTWARDS).unwrap();
    let row = outline.blocks.iter().find(|block| block.text.contains("2018")).unwrap();
    // The page's markup names the dates first and lets them float to the other side.
    assert_eq!(row.cells, ["2018 – 2022", "مهندسة أولى، شركة Fernrill Systems (فرع الشمال)"]);
    assert_eq!(outline.blocks[4].text, "قلصت زمن التسوية من 94 دقيقة إلى 11 دقيقة بلغة Rust 2021.");
}

#[test]
fn the_tree_orders_what_it_names_and_drops_nothing_else() {
    let words = ["Leeds", "Maren Holtby", "Engineer"];
    let tree = "<</Type/StructTreeRoot/K 7 0 R>>";
    let page = "<</S/Document/Pg 3 0 R/K[<</S/H1/Pg 3 0 R/K 1>> <</S/P/Pg 3 0 R/K 2>> <</S/P/Pg 3 0 R/K 0>>]>>";
    let outline = outline_of(&tagged(&words, &[tree, page])).unwrap();
    assert_eq!(texts(&outline), ["Maren Holtby", "Engineer", "Leeds"]);
    assert_eq!(outline.blocks[0].kind, BlockKind::Heading);

    // A tree that leaves out a part of the marked text tells less than the page.
    let part = "<</S/Document/Pg 3 0 R/K[<</S/H1/Pg 3 0 R/K 1>>]>>";
    let outline = outline_of(&tagged(&words, &[tree, part])).unwrap();
    assert_eq!(texts(&outline), ["Leeds", "Maren Holtby", "Engineer"]);
}

#[test]
fn trees_without_end_or_sense_are_left_alone() {
    let words = ["Maren Holtby", "Engineer"];
    let root = "<</Type/StructTreeRoot/K 7 0 R>>";
    let deep = format!("{}<</S/P/Pg 3 0 R/K[0 1]>>{}", "<</S/Div/K ".repeat(5_000), ">>".repeat(5_000));
    let wide = format!("<</S/Document/Pg 3 0 R/K[{}]>>", "<</S/P/K 0>>".repeat(60_000));
    for tree in [
        "<</S/Div/Pg 3 0 R/K 7 0 R>>",
        "<</S/Div/Pg 3 0 R/K[7 0 R 7 0 R 0 1]>>",
        "<</S/Div/Pg 3 0 R/K[-1 4294967296 99 null (words) /Name 1.5]>>",
        "<</S/P/K[0 1]>>",
        "[7 0 R]",
        "null",
        &deep,
        &wide,
    ] {
        let outline = outline_of(&tagged(&words, &[root, tree])).unwrap();
        let shown: String = tree.chars().take(60).collect();
        assert_eq!(texts(&outline), words, "{shown}");
    }
}

#[test]
fn the_same_contents_named_twice_are_read_once() {
    let tree = "<</S/Document/Pg 3 0 R/K[<</S/H1/Pg 3 0 R/K 0>> <</S/P/Pg 3 0 R/K 0>> <</S/P/Pg 3 0 R/K[1 1]>>]>>";
    let outline = outline_of(&tagged(&["Maren Holtby", "Engineer"], &["<</K 7 0 R>>", tree])).unwrap();
    assert_eq!(texts(&outline), ["Maren Holtby", "Engineer"]);
}

/// What is half transparent a browser draws as a form, in which numbers count anew.
#[test]
fn contents_of_forms_stand_where_the_tree_names_them() {
    let form = |text: &str| {
        let content = format!("/P <</MCID 0>> BDC BT /F 12 Tf 50 {text}) Tj ET EMC");
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/StructParents 1/Group<</S/Transparency>>\
             /Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length {}>>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let tree = "<</S/Document/Pg 3 0 R/K[<</S/H1/Pg 3 0 R/K 0>> <</S/P/K<</Type/MCR/Pg 3 0 R/Stm 8 0 R/MCID 0>>>> \
                <</S/P/Pg 3 0 R/K 1>> <</S/P/K<</Type/MCR/Pg 3 0 R/Stm 9 0 R/MCID 0>>>>]>>";
    let (muted, dates) = (form("660 Td (Platform engineer"), form("640 Td (2011 - 2014"));
    let file = tagged(&["Maren Holtby", "Oxmere"], &["<</K 7 0 R>>", tree, &muted, &dates]);
    let file = String::from_utf8(file).unwrap();
    let drawn = file
        .replace("\nendstream endobj\n5 0 obj", " /X Do /Y Do\nendstream endobj\n5 0 obj")
        .replace("/Contents 4 0 R/Resources<<", "/Contents 4 0 R/Resources<</XObject<</X 8 0 R/Y 9 0 R>>");
    let length = drawn.find("endstream endobj\n5 0").unwrap() - drawn.find("stream\n/P").unwrap() - "stream\n\n".len();
    let at = drawn.find("4 0 obj <</Length ").unwrap() + "4 0 obj <</Length ".len();
    let end = at + drawn[at..].find('>').unwrap();
    let drawn = format!("{}{length}{}", &drawn[..at], &drawn[end..]);
    let outline = outline_of(drawn.as_bytes()).unwrap();
    assert_eq!(texts(&outline), ["Maren Holtby", "Platform engineer", "Oxmere", "2011 - 2014"]);
}
