//! PDFs made to do harm with what they say of themselves and what they hide: each ends, none in a panic.

#![allow(clippy::unwrap_used, clippy::panic)]

use loupe_documents::outline_of;
use loupe_profile::Document;
use proptest::prelude::*;
use std::io::Write;

const SAMPLES: [&[u8]; 3] = [
    include_bytes!("files/leftwards.pdf"),
    include_bytes!("files/columns.pdf"),
    include_bytes!("../../../tests/samples/linkedin-de.pdf"),
];
const FONT: &str = "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";
const WORDS: &str = "BT /F 12 Tf 50 700 Td (Words) Tj ET";

/// A one-page PDF with objects from number 5 on, and what else its trailer and catalog hold.
fn pdf(content: &str, resources: &str, objects: &[String], trailer: &str, catalog: &str) -> Vec<u8> {
    let mut file = format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R{catalog}>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<{FONT}{resources}>>/Contents 4 0 R>> endobj\n\
         4 0 obj {} endobj\n",
        stream("", content)
    )
    .into_bytes();
    for (at, object) in objects.iter().enumerate() {
        writeln!(file, "{} 0 obj {object} endobj", at + 5).unwrap();
    }
    write!(file, "trailer <</Root 1 0 R{trailer}>>\nstartxref\n0\n%%EOF\n").unwrap();
    file
}

fn stream(dictionary: &str, content: &str) -> String {
    format!("<<{dictionary}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

fn facts(file: &[u8]) -> Document {
    outline_of(file).unwrap().document.unwrap()
}

#[test]
fn packets_that_unfold_or_never_end_say_nothing() {
    let bomb = (0..20).fold("<!DOCTYPE x [<!ENTITY e0 'ha'>".to_owned(), |bomb, at| {
        format!("{bomb}<!ENTITY e{} '&e{at};&e{at};&e{at};&e{at};'>", at + 1)
    }) + "]><dc:title>&e20;</dc:title>";
    let deep = "<a>".repeat(200_000) + "<dc:title>Deep</dc:title>";
    let long = format!("<dc:title>{}</dc:title>", "words ".repeat(100_000));
    for packet in [bomb, deep, long] {
        let file = pdf(WORDS, "", &[stream("/Type/Metadata", &packet)], "", "/Metadata 5 0 R");
        let title = facts(&file).title;
        assert!(title.is_none(), "{:?}", title.map(|title| title.len()));
    }
}

#[test]
fn ids_and_titles_without_end_are_left_out_or_cut() {
    let id = "ab".repeat(500_000);
    let title = "T".repeat(500_000);
    let file = pdf(WORDS, "", &[format!("<</Title({title})>>")], &format!("/Info 5 0 R/ID[<{id}><0123>]"), "");
    let document = facts(&file);
    assert!(document.ids.iter().all(|id| id.value == "0123"), "{:?}", document.ids.len());
    assert!(document.title.unwrap().len() <= 500);
}

#[test]
fn fonts_in_circles_and_by_the_thousand_are_bounded() {
    // Forms that hold each other, each with fonts of its own.
    let circle: Vec<String> = (0..40)
        .map(|at| {
            let next = 5 + (at + 1) % 40;
            let other = 5 + (at * 7 + 3) % 40;
            let fonts: Vec<String> =
                (0..100).map(|n| format!("/F{n} <</Type/Font/Subtype/Type1/BaseFont/Font{at}x{n}>>")).collect();
            let fonts = fonts.concat();
            stream(
                &format!(
                    "/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N {next} 0 R/O {other} 0 R>>/Font<<{fonts}>>>>"
                ),
                "",
            )
        })
        .collect();
    let document = facts(&pdf(WORDS, "/XObject<</N 5 0 R>>", &circle, "", ""));
    assert!((100..=500).contains(&document.fonts.len()), "{}", document.fonts.len());
}

#[test]
fn surfaces_by_the_ten_thousand_hide_nothing_more() {
    let boxes = "1 g 0 0 600 800 re f ".repeat(30_000);
    let lines = "BT /F 9 Tf 50 400 Td (Some words of a page that is painted over again and again) Tj ET ".repeat(3);
    let file = pdf(&format!("{boxes} 0 g {WORDS} {lines}"), "", &[], "", "");
    let outline = outline_of(&file).unwrap();
    assert!(outline.blocks.iter().any(|block| block.text == "Words"));
    // And as many marked contents, one within the other, that all claim to be something else.
    let marked = "/Span <</ActualText(Other words)>> BDC ".repeat(20_000);
    let file = pdf(&format!("{marked} {WORDS} {}", "EMC ".repeat(20_000)), "", &[], "", "");
    assert_eq!(outline_of(&file).unwrap().blocks[0].text, "Words");
}

#[test]
fn what_is_hidden_is_told_of_up_to_a_bound() {
    let hidden = format!("3 Tr BT /F 1 Tf 0 0 Td ({}) Tj ET", "hidden words ".repeat(20_000));
    let document = facts(&pdf(&format!("{WORDS} {hidden}"), "", &[], "", ""));
    let letters: usize = document.hidden.iter().map(|text| text.text.len()).sum();
    assert!((1..=40_000).contains(&letters), "{letters}");
}

/// Instructions of a page in any order and number, with whatever numbers.
fn instructions() -> impl Strategy<Value = String> {
    let number = prop_oneof![-1e4_f32..1e4, Just(0.0), Just(1.0), Just(f32::MAX), -1.0_f32..1.0];
    let operator = prop::sample::select(vec![
        ("q", 0),
        ("Q", 0),
        ("cm", 6),
        ("re f", 4),
        ("re W n", 4),
        ("re S", 4),
        ("m", 2),
        ("l S", 2),
        ("w", 1),
        ("g", 1),
        ("rg", 3),
        ("BT /F 12 Tf", 0),
        ("Td", 2),
        ("Tz", 1),
        ("Tr", 1),
        ("(Words and \\326 more) Tj", 0),
        ("ET", 0),
        ("/N Do", 0),
        ("/G gs", 0),
        ("EMC", 0),
        ("/Span <</ActualText(Seen)>> BDC", 0),
        ("/OC /L BDC", 0),
        ("Tm", 6),
    ]);
    let step = (operator, prop::collection::vec(number, 6)).prop_map(|((operator, count), numbers)| {
        let numbers: Vec<String> = numbers.iter().take(count).map(f32::to_string).collect();
        format!("{} {operator} ", numbers.join(" "))
    });
    prop::collection::vec(step, 1..60).prop_map(|steps| steps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_drawing_is_read(content in instructions(), form in instructions()) {
        let resources = "/XObject<</N 5 0 R>>/ExtGState<</G<</ca .5/BM/Multiply>>>>/Properties<</L 6 0 R>>";
        let objects = [stream(&format!("/Subtype/Form/BBox[0 0 900 900]/Resources<<{FONT}>>/Group<<>>"), &form),
            "<</Type/OCG/Name(L)>>".to_owned()];
        let layers = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>";
        let _ = outline_of(&pdf(&content, resources, &objects, "", layers));
    }

    #[test]
    fn broken_samples_never_panic(
        sample in 0..SAMPLES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..24),
    ) {
        let mut bytes = SAMPLES[sample].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = outline_of(&bytes);
    }

    #[test]
    fn any_description_is_read(packet in ".{0,400}", id in "[0-9a-fA-F<>()\\[\\] ]{0,60}", date in ".{0,40}") {
        let objects = [stream("/Type/Metadata", &format!("<rdf:Description>{packet}<dc:title>{packet}</dc:title>")),
            format!("<</CreationDate({})/Title({})>>", date.replace(['(', ')', '\\'], ""), "x")];
        let _ = outline_of(&pdf(WORDS, "", &objects, &format!("/Info 6 0 R/ID[{id}]"), "/Metadata 5 0 R"));
    }
}
