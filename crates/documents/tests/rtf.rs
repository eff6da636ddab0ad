//! RTF: letters of any kind, what stands in a document once, in order, and what nobody sees.

#![allow(clippy::unwrap_used, clippy::panic)]

mod made;

use loupe_documents::outline_of;
use loupe_profile::HiddenReason::{Background, Marked, Tiny};
use loupe_read::{Outline, ReadError};
use made::{read, unseen, written};

fn body(text: &str) -> Outline {
    read(format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0{text}}}").as_bytes())
}

#[test]
fn letters_of_any_code_page() {
    let fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}\
                 {\\f3\\fcharset2 Symbol;}{\\f4\\fcharset238 Arial CE;}}";
    let outline = body(&format!(
        "{fonts}\\pard Zo\\'eb \\u8211? {{\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}} {{\\f2 \\'93\\'fa\\'96\\'7b}} {{\\f4 \\'b3\\'f3d\\'9f}}\
         \\par {{\\f3\\'b7}} Built it\\par \\uc2 \\u-10179\\'3f\\'3f\\u-8958\\'3f\\'3f\\uc1 x\\~y\\_z\\'80\\par\
         \\u1055 \\'cf\\u1088 \\'f0 {{\\upr{{old}}{{\\*\\ud new}}}}\\par"
    ));
    assert_eq!(written(&outline), ["Zoë – Привет 日本 łódź", "- Built it", "\u{1F502}x y-z€", "Пр new"]);
}

#[test]
fn a_code_page_that_is_not_western() {
    let text = b"{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}}\\pard \\f0 \xCF\xF0\\'e8\\'e2\xE5\xF2\\par}";
    assert_eq!(written(&read(text)), ["Привет"]);
}

#[test]
fn paragraphs_breaks_tabs_headings_and_items() {
    let outline = body(
        "{\\stylesheet{\\s0 Normal;}{\\s1\\b\\fs28 heading 1;}{\\s2\\outlinelevel1 Own;}{\\*\\cs3 heading 9;}}\
         \\pard\\s1\\b\\fs28 Experience\\par\\pard\\plain\\s2 Work\\par\\pard\\plain\\s0\\sb240 Quay Labs\\tab 2018 \\endash  2020\\line Developer\\par\
         {\\listtext\\pard\\plain \\bullet\\tab}\\pard\\ls1 Built it\\par{\\pntext\\'b7\\tab}\\pard Ran it\\par\\pard Done.\\par",
    );
    assert_eq!(
        written(&outline),
        ["# Experience", "# Work", "Quay Labs | 2018 – 2020", "Developer", "- Built it", "- Ran it", "Done."]
    );
    assert!(outline.blocks[0].bold && outline.blocks[2].gap && !outline.blocks[3].bold);
    assert!((outline.blocks[0].scale - 14.0 / 12.0).abs() < 0.01);
}

#[test]
fn tables_and_tables_in_them() {
    let row = "\\trowd\\cellx3000\\cellx9000";
    let outline = body(&format!(
        "\\pard Experience\\par {row}\\pard\\intbl 2018\\cell Developer\\cell\\row {row}\\pard\\intbl\\cell Only\\cell\\row\
         {row}\\pard\\intbl Outer\\cell\\pard\\intbl\\itap2 In\\nestcell Inner\\nestcell{{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}}\
         {{\\nonesttables\\par}}\\pard\\intbl\\cell\\row\\pard Hull\\par"
    ));
    assert_eq!(written(&outline), ["Experience", "2018 | Developer", "Only", "Outer | In | Inner", "Hull"]);
}

#[test]
fn links_fields_and_page_numbers() {
    let outline = body(
        "{\\header\\pard Maren Holtby\\par}{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 2}} of \\chpgn\\par}\
         \\pard {\\field{\\*\\fldinst {HYPERLINK \"https://maren.example/\"}}{\\fldrslt {\\ul my pages}}}\\par",
    );
    assert_eq!(written(&outline), ["Maren Holtby", "my pages"]);
    assert_eq!(outline.blocks[1].links, ["https://maren.example/"]);
}

#[test]
fn boxes_and_notes_stand_in_order_and_pictures_are_passed_over() {
    let outline = body(
        "\\pard Hull{\\footnote\\pard Noted\\par}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard Boxed\\par}}\
         {\\shprslt{\\*\\do{\\dptxbxtext\\pard Boxed\\par}}}}{\\pict\\wmetafile8 0102\\bin4 }}}}ff}\\par Leeds\\par{\\*\\unknown Never}",
    );
    assert_eq!(written(&outline), ["Hull", "Boxed", "Leeds", ">> Noted"]);
}

#[test]
fn what_nobody_sees_is_kept_apart() {
    let outline = body(
        "{\\colortbl;\\red255\\green255\\blue255;\\red32\\green48\\blue64;}\\pard Seen {\\v Kubernetes }{\\v Helm}{\\cf1 Rust expert}\
         {\\fs2 Ten years}{\\deleted Gone}{\\cf1\\chcbpat2 on dark}\\par\\pard\\cbpat2\\cf1 A bar\\par\
         \\trowd\\clcbpat2\\cellx900\\pard\\intbl A cell\\cell\\row\\pard\\plain{\\shp{\\*\\shpinst{\\shptxt\\pard\\cf1 A box\\par}}}\\par",
    );
    assert_eq!(written(&outline), ["Seen on dark", "A bar", "A cell", "A box"]);
    let expected = [("Kubernetes Helm", Marked), ("Rust expert", Background), ("Ten years", Tiny)];
    assert_eq!(unseen(&outline), expected.map(|(text, reason)| (text.to_owned(), reason)));
}

#[test]
fn a_file_says_what_it_is() {
    let facts = body(
        "{\\fonttbl{\\f0\\fswiss Calibri{\\*\\falt Arial};}}{\\info{\\title CV}{\\author Maren Holtby}{\\operator Rune Astell}\
         {\\*\\company Quay Labs}{\\creatim\\yr2024\\mo3\\dy1\\hr9\\min30}}{\\*\\generator Riched20 10.0.19041;}\
         {\\*\\rsidtbl \\rsid10976062\\rsid16772626}\\pard\\insrsid11604241 Words\\par",
    )
    .document
    .unwrap();
    assert_eq!((facts.author.as_deref(), facts.last_author.as_deref()), (Some("Maren Holtby"), Some("Rune Astell")));
    assert_eq!((facts.title.as_deref(), facts.company.as_deref()), (Some("CV"), Some("Quay Labs")));
    assert_eq!((facts.application.as_deref(), facts.format.as_str()), (Some("Riched20 10.0.19041"), "rtf"));
    assert_eq!((facts.created.as_deref(), facts.modified), (Some("2024-03-01T09:30"), None));
    assert_eq!(facts.fonts.iter().map(|font| font.name.as_str()).collect::<Vec<_>>(), ["Calibri"]);
    // The numbers of sessions are those of DOCX.
    assert_eq!(facts.revisions, ["00A77B3E", "00B11111", "00FFEE12"]);
}

#[test]
fn a_file_that_breaks_off_or_says_nothing_is_said_to() {
    assert!(matches!(outline_of(b"{\\rtf1 Half a sen"), Err(ReadError::Damaged { .. })));
    assert_eq!(outline_of(b"{\\rtf1\\pard\\par}"), Err(ReadError::NoText));
    let deep = [b"{\\rtf1 ".to_vec(), b"{".repeat(100_000)].concat();
    assert_eq!(outline_of(&deep), Err(ReadError::TooDeep { limit: 512 }));
    assert_eq!(written(&read(b"{\\rtf1 Words}\0\0 and what follows")), ["Words"]);
}
