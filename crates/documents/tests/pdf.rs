//! What a PDF says of itself and what it hides, from small files written here.

#![allow(clippy::unwrap_used, clippy::panic)]

use loupe_documents::outline_of;
use loupe_profile::{Document, HiddenReason};
use loupe_read::{Outline, ReadError};
use std::io::Write;

const PLAIN: &[u8] = include_bytes!("files/plain.pdf");
const OWNER_LOCKED: &[u8] = include_bytes!("files/owner_locked.pdf");

/// A one-page PDF: the page's instructions, its resources, further objects from number 5 on, and what else stands in the
/// trailer and the catalog. Readers rebuild the table.
#[derive(Default)]
struct File<'a> {
    content: &'a str,
    resources: &'a str,
    objects: &'a [&'a str],
    trailer: &'a str,
    catalog: &'a str,
}

const FONT: &str = "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> \
                    /B <</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>>>";

impl File<'_> {
    fn bytes(&self) -> Vec<u8> {
        let mut file = format!(
            "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R{}>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
             3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<{}>>/Contents 4 0 R>> endobj\n\
             4 0 obj <</Length {}>>\nstream\n{}\nendstream endobj\n",
            self.catalog,
            if self.resources.contains("/Font<</") { self.resources.to_owned() } else { format!("{FONT}{}", self.resources) },
            self.content.len(),
            self.content
        )
        .into_bytes();
        for (at, object) in self.objects.iter().enumerate() {
            writeln!(file, "{} 0 obj {object} endobj", at + 5).unwrap();
        }
        write!(file, "trailer <</Root 1 0 R{}>>\nstartxref\n0\n%%EOF\n", self.trailer).unwrap();
        file
    }

    fn read(&self) -> Outline {
        outline_of(&self.bytes()).unwrap()
    }
}

fn stream(dictionary: &str, content: &str) -> String {
    format!("<<{dictionary}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A page that shows "Seen" and whatever else is drawn.
fn page(content: &str) -> Outline {
    File { content: &format!("BT /F 12 Tf 50 750 Td (Seen words of a page) Tj ET {content}"), ..File::default() }.read()
}

fn hidden(outline: &Outline) -> Vec<(HiddenReason, &str)> {
    let document = outline.document.as_ref().unwrap();
    document.hidden.iter().map(|text| (text.reason, text.text.as_str())).collect()
}

fn text(outline: &Outline) -> String {
    outline.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("|")
}

fn facts(outline: Outline) -> Document {
    outline.document.unwrap()
}

#[test]
fn a_file_says_who_made_it_when_and_with_what() {
    let packet = "<x:xmpmeta><rdf:RDF><rdf:Description pdf:Producer='Old mill' xmpMM:DocumentID='uuid:AB-1'>\
        <dc:title><rdf:Alt><rdf:li>Other title</rdf:li></rdf:Alt></dc:title>\
        <dc:creator><rdf:Seq><rdf:li>Maren Holtby</rdf:li></rdf:Seq></dc:creator>\
        <xmpMM:InstanceID>uuid:AB-2</xmpMM:InstanceID></rdf:Description></rdf:RDF></x:xmpmeta>";
    let file = File {
        content: "BT /F 12 Tf 50 700 Td (Words) Tj ET",
        objects: &[
            "<</Title<FEFF005200E90073>/Creator(Writer \\(8\\))/Producer(Mill)/CreationDate(D:20240301093000+02'00')>>",
            &stream("/Type/Metadata/Subtype/XML", packet),
        ],
        trailer: "/Info 5 0 R/ID[<00AB><cd01>]",
        catalog: "/Metadata 6 0 R",
        ..File::default()
    };
    let document = facts(file.read());
    assert_eq!(document.format, "pdf");
    assert_eq!(document.title.as_deref(), Some("Rés"));
    assert_eq!(document.author.as_deref(), Some("Maren Holtby"), "the packet fills the gap");
    assert_eq!(document.application.as_deref(), Some("Writer (8)"));
    assert_eq!(document.producer.as_deref(), Some("Mill"));
    assert_eq!(document.created.as_deref(), Some("2024-03-01T09:30:00+02:00"));
    assert_eq!(document.modified, None);
    let ids: Vec<(&str, &str)> = document.ids.iter().map(|id| (id.kind.as_str(), id.value.as_str())).collect();
    assert_eq!(
        ids,
        [("pdf-id", "00ab"), ("pdf-id-changing", "cd01"), ("xmp-document", "uuid:ab-1"), ("xmp-instance", "uuid:ab-2")]
    );
    let fonts: Vec<&str> = document.fonts.iter().map(|font| font.name.as_str()).collect();
    assert_eq!(fonts, ["Helvetica", "Helvetica-Bold"]);
}

#[test]
fn a_file_of_a_browser_is_described_behind_an_owner_password_too() {
    let plain = facts(outline_of(PLAIN).unwrap());
    assert!(plain.producer.as_deref().is_some_and(|producer| producer.starts_with("Skia/PDF")), "{plain:?}");
    assert!(plain.created.as_deref().is_some_and(|date| date.ends_with("+00:00")), "{plain:?}");
    assert!(plain.fonts.iter().all(|font| font.tag.as_ref().is_some_and(|tag| tag.len() == 6)), "{plain:?}");
    assert!(!plain.fonts.is_empty());
    let locked = facts(outline_of(OWNER_LOCKED).unwrap());
    assert_eq!((locked.application, locked.producer), (plain.application, plain.producer));
    assert_eq!((locked.created, locked.fonts), (plain.created, plain.fonts));
}

#[test]
fn fonts_within_drawings_are_told_of() {
    let inner = stream(
        "/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N 5 0 R>>/Font<</G <</Type/Font/Subtype/TrueType\
         /BaseFont/ABCDEF+Inner>>>>>>",
        "",
    );
    let file = File {
        content: "BT /F 12 Tf 50 700 Td (Words) Tj ET",
        resources: "/XObject<</N 5 0 R>>",
        objects: &[&inner],
        ..File::default()
    };
    let fonts = facts(file.read()).fonts;
    assert!(fonts.iter().any(|font| font.name == "Inner" && font.tag.as_deref() == Some("ABCDEF")), "{fonts:?}");
}

#[test]
fn bold_is_known_of_fonts_that_are_only_named() {
    let outline = page("BT /B 12 Tf 50 700 Td (Bold words) Tj ET");
    let bold: Vec<bool> = outline.blocks.iter().map(|block| block.bold).collect();
    assert_eq!(bold, [false, true]);
}

#[test]
fn text_that_nobody_sees_is_kept_apart_with_the_reason() {
    let cases = [
        ("BT 3 Tr /F 12 Tf 50 700 Td (Hidden words) Tj ET", HiddenReason::Invisible),
        ("BT 1 g /F 12 Tf 50 700 Td (Hidden words) Tj ET", HiddenReason::Background),
        ("0.99 g BT /F 12 Tf 50 700 Td (Hidden words) Tj ET", HiddenReason::Background),
        (".1 .1 .4 rg 0 600 300 140 re f BT /F 12 Tf 50 700 Td (Hidden words) Tj ET", HiddenReason::Background),
        ("BT /F 1 Tf 50 700 Td (Hidden words) Tj ET", HiddenReason::Tiny),
        ("BT /F 12 Tf 50 -40 Td (Hidden words) Tj ET", HiddenReason::OffPage),
        ("BT /F 12 Tf 700 400 Td (Hidden words) Tj ET", HiddenReason::OffPage),
        ("q 0 0 40 40 re W n BT /F 12 Tf 50 700 Td (Hidden words) Tj ET Q", HiddenReason::OffPage),
        ("BT /F 12 Tf 50 700 Td (Hidden words) Tj ET 0 g 20 680 300 40 re f", HiddenReason::Covered),
        ("BT /F 12 Tf 0 Tz 50 700 Td (Hidden words) Tj ET", HiddenReason::ZeroWidth),
    ];
    for (content, reason) in cases {
        let outline = page(content);
        assert_eq!(hidden(&outline).iter().map(|(is, _)| *is).collect::<Vec<_>>(), [reason], "{content}");
        assert_eq!(text(&outline), "Seen words of a page", "{content}");
        assert_eq!(outline.document.unwrap().hidden[0].page, Some(1));
    }
    assert_eq!(hidden(&page(cases[1].0)), [(HiddenReason::Background, "Hidden words")]);
}

#[test]
fn text_that_is_seen_is_never_called_hidden() {
    let image = "q 300 0 0 100 40 650 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x20 EI Q";
    let cases = [
        // White on a dark box, on a box of unknown shape, on an image, on a stroke as thick as a bar.
        "0 g 20 680 300 40 re f 1 g BT /F 12 Tf 50 700 Td (Also words) Tj ET",
        "0 g 20 680 m 320 680 l 330 720 l 20 720 l h f 1 g BT /F 12 Tf 50 700 Td (Also words) Tj ET",
        &format!("{image} 1 g BT /F 12 Tf 50 700 Td (Also words) Tj ET"),
        "0 G 40 w 20 704 m 320 704 l S 1 g BT /F 12 Tf 50 700 Td (Also words) Tj ET",
        // Dark on a white box in a dark one.
        "0 g 0 600 500 140 re f 1 g 20 680 300 40 re f 0 g BT /F 12 Tf 50 700 Td (Also words) Tj ET",
        // A white letter with a dark edge, and a line drawn through words.
        "BT 2 Tr 1 g 0 G /F 12 Tf 50 700 Td (Also words) Tj ET",
        "BT /F 12 Tf 50 700 Td (Also words) Tj ET 0 g 50 703 80 1 re f",
        // Highlighted afterwards: half transparent, or mixed with what is below.
        "BT /F 12 Tf 50 700 Td (Also words) Tj ET q /Half gs 1 1 0 rg 20 680 300 40 re f Q",
        "BT /F 12 Tf 50 700 Td (Also words) Tj ET q /Marker gs 1 1 0 rg 20 680 300 40 re f Q",
        // Running out of sight at its end.
        "BT /F 12 Tf 550 700 Td (Also words) Tj ET",
        // Drawn again after it was painted over.
        "BT /F 12 Tf 50 700 Td (Also words) Tj ET 1 g 20 680 300 40 re f 0 g BT /F 12 Tf 50 700 Td (Also words) Tj ET",
        // A white shadow beside the letters, and small print.
        "1 g BT /F 12 Tf 51 699 Td (Also words) Tj ET 0 g BT /F 12 Tf 50 700 Td (Also words) Tj ET",
        "BT /F 4 Tf 50 700 Td (Also words) Tj ET",
    ];
    for content in cases {
        let file = File {
            content: &format!("BT /F 12 Tf 50 750 Td (Seen words of a page) Tj ET {content}"),
            resources: "/ExtGState<</Half<</ca .5>>/Marker<</BM/Multiply>>>>",
            ..File::default()
        };
        let outline = file.read();
        assert_eq!(hidden(&outline), [], "{content}");
        assert!(text(&outline).contains("Also words"), "{content}: {}", text(&outline));
    }
}

#[test]
fn layers_that_are_off_are_hidden() {
    let layers = "/OCProperties<</OCGs[5 0 R 6 0 R]/D<</OFF[6 0 R]>>>>";
    let file = File {
        content: "/OC /On BDC BT /F 12 Tf 50 750 Td (Shown words) Tj ET EMC \
                  /OC /Off BDC BT /F 12 Tf 50 700 Td (Hidden words) Tj ET EMC",
        resources: "/Properties<</On 5 0 R/Off 6 0 R>>",
        objects: &["<</Type/OCG/Name(On)>>", "<</Type/OCG/Name(Off)>>"],
        catalog: layers,
        ..File::default()
    };
    let outline = file.read();
    assert_eq!(text(&outline), "Shown words");
    assert_eq!(hidden(&outline), [(HiddenReason::Marked, "Hidden words")]);
}

#[test]
fn what_a_machine_read_off_a_scan_is_the_text_of_the_page() {
    let scan = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x20 EI Q";
    let words = "3 Tr /F 12 Tf 50 700 Td (Words that a machine read) Tj";
    let read = |content: &str| File { content, ..File::default() }.read();
    for content in [format!("{scan} BT {words} ET"), format!("BT 0 Tr {} ET {scan}", &words[5..])] {
        let outline = read(&content);
        assert_eq!(text(&outline), "Words that a machine read", "{content}");
        assert_eq!(outline.notes, ["ocr-layer"]);
        assert_eq!(hidden(&outline), []);
    }
    // Text beside it: no scan, whatever its ground.
    let seen = "BT 0 Tr /F 12 Tf 50 750 Td (A page of words that are there for all to see) Tj ET";
    let outline = read(&format!("{scan} BT {words} ET {seen}"));
    assert_eq!(outline.notes, [""; 0]);
    assert_eq!(hidden(&outline), [(HiddenReason::Invisible, "Words that a machine read")]);
}

#[test]
fn an_empty_file_has_no_text() {
    assert_eq!(outline_of(&File::default().bytes()), Err(ReadError::NoText));
}

#[test]
fn fonts_of_chinese_and_japanese_that_are_only_named_are_understood() {
    let font = |encoding: &str, ordering: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{encoding}/DescendantFonts[<</Type/Font\
             /Subtype/CIDFontType2/BaseFont/Song/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})\
             /Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4>>>>]>>"
        )
    };
    let resources = format!("/Font<</C {}/J {}>>", font("UniGB-UCS2-H", "GB1"), font("90ms-RKSJ-H", "Japan1"));
    let file = File {
        // 软件工程师, spread to fill a line; then 日本語 in Shift-JIS.
        content: "BT /C 12 Tf 3 Tc 50 700 Td <8F6F4EF65DE57A0B5E08> Tj ET BT /J 12 Tf 50 650 Td <93FA967B8CEA> Tj ET",
        resources: &resources,
        ..File::default()
    };
    assert_eq!(text(&file.read()), "软件工程师|日本語");
}

#[test]
fn a_soft_hyphen_shows_at_the_end_of_a_line_only() {
    let font = "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[173/softhyphen]>>>>>>";
    let file = File {
        content: "BT /F 12 Tf 50 700 Td (inter\\255national devel\\255) Tj 0 -14 Td (opment) Tj ET",
        resources: font,
        ..File::default()
    };
    assert_eq!(text(&file.read()), "international devel-|opment");
}

#[test]
fn a_sign_that_stands_for_a_whole_word_keeps_all_its_letters() {
    let meaning = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> \
                   <0043006F006C006C0065006700650020006F00660020007700610074006500720073> endbfchar";
    let file = File {
        content: "BT /F 12 Tf 50 700 Td (A) Tj ET",
        resources: "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>",
        objects: &[&stream("", meaning)],
        ..File::default()
    };
    assert_eq!(text(&file.read()), "College of waters");
}

#[test]
fn small_rounds_before_a_line_are_bullets_filled_or_not() {
    use loupe_read::BlockKind;
    let round = |y: u32, paint: &str| {
        let (up, down) = (f64::from(y) + 2.67, f64::from(y) - 2.67);
        format!("40 {y} m 40 {up} 44 {up} 44 {y} c 44 {down} 40 {down} 40 {y} c h {paint} ")
    };
    let line = |y: u32, text: &str| format!("BT /F 12 Tf 52 {y} Td ({text}) Tj ET ");
    for paint in ["f", "0.75 w S"] {
        let items = [round(704, paint), line(700, "Built a ledger"), round(684, paint), line(680, "Ran it")].concat();
        let read = page(&items);
        let items = read.blocks.iter().filter(|block| block.kind == BlockKind::Item);
        assert_eq!(items.map(|block| block.text.as_str()).collect::<Vec<_>>(), ["Built a ledger", "Ran it"], "{paint}");
    }
}
