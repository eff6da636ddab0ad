//! Word processors' files, exports and saved pages that are broken or made to do harm.

#![allow(clippy::unwrap_used, clippy::panic)]

mod made;

use loupe_documents::{outline_of, read_file};
use loupe_read::ReadError;
use made::{read, zip_of};
use proptest::prelude::*;
use std::io::Write;
use zip::write::SimpleFileOptions;

const DOCX: &[u8] = include_bytes!("../../../tests/samples/sorrel-addis.docx");
const ODT: &[u8] = include_bytes!("../../../tests/samples/sorrel-addis.odt");
const RTF: &[u8] = include_bytes!("../../../tests/samples/sorrel-addis.rtf");

const WORDS: &str = "<w:document><w:body><w:p w:rsidR=\"00A1B2C3\"><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>\
    <w:shd w:val=\"clear\" w:fill=\"000000\"/></w:pPr><w:r><w:rPr><w:b/><w:vanish/><w:sz w:val=\"2\"/></w:rPr><w:t>Hid &amp; seek</w:t>\
    <w:tab/><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK \"a\"</w:instrText><w:fldChar w:fldCharType=\"separate\"/>\
    <w:t>x</w:t><w:fldChar w:fldCharType=\"end\"/><mc:AlternateContent><mc:Choice/><mc:Fallback><w:txbxContent><w:p/></w:txbxContent>\
    </mc:Fallback></mc:AlternateContent></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>\
    </w:tcPr><w:p><w:r><w:t>2018</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr></w:body></w:document>";
const OPEN: &str = "<office:document-content><office:automatic-styles><style:style style:name=\"P\" style:family=\"paragraph\" \
    style:parent-style-name=\"P\"><style:text-properties fo:font-size=\"50%\" text:display=\"none\"/></style:style></office:automatic-styles>\
    <office:body><office:text><text:h>A</text:h><text:list><text:list-item><text:p text:style-name=\"P\">B<text:s text:c=\"9\"/>C</text:p>\
    </text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>D</text:p>\
    </table:table-cell><table:covered-table-cell/></table:table-row></table:table><draw:frame><draw:text-box><text:p>E</text:p>\
    </draw:text-box></draw:frame></office:text></office:body></office:document-content>";
const RICH: &[u8] = b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset2 S;}{\\f1\\fcharset128 M;}}{\\colortbl;\\red255\\green255\\blue255;}\
    {\\stylesheet{\\s1 heading 1;}}{\\info{\\author A}{\\creatim\\yr2024\\mo1\\dy1}}{\\header\\pard H\\par}\\pard\\s1\\cf1 \\u-10179?\\u-8958?\\'93\\'fa\\par\
    {\\f1\\'93}{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt y}}\\trowd\\clvmgf\\cellx1\\cellx2\\pard\\intbl a\\cell b\\cell\\row\
    {\\shp{\\*\\shpinst{\\shptxt z\\par}}}{\\upr{a}{\\*\\ud b}}{\\pict\\bin3 }}}}\\itap2 n\\nestcell\\nestrow\\par}";
const MHTML: &[u8] = b"From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><h1>Maren =C3=85 Holtby</h1>=\r\n</html>\r\n--b--\r\n";
const CSV: &[u8] = b"Company Name,Title,Description,Location,Started On,Finished On\nQuay Labs,Developer,\"Built\nit\",Hull,Jan 2018,\n";

fn odt_of(content: &str) -> Vec<u8> {
    zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

fn docx_of(document: &str) -> Vec<u8> {
    zip_of(&[("word/document.xml", document.as_bytes())])
}

/// 200 MB of spaces.
fn bomb(name: &str, head: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file(name, SimpleFileOptions::default()).unwrap();
    archive.write_all(head).unwrap();
    let spaces = vec![b' '; 1_000_000];
    for _ in 0..200 {
        archive.write_all(&spaces).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn bombs_of_any_kind_are_stopped_while_they_unpack() {
    let stopped = Err(ReadError::Bomb { limit_mb: 50 });
    assert_eq!(outline_of(&bomb("content.xml", b"<a>")), stopped);
    assert_eq!(read_file(&bomb("Profile.csv", b"First Name,Last Name\n"), "x").map(drop), stopped.map(drop));
}

#[test]
fn files_cut_short_are_said_to_be() {
    for file in [DOCX, ODT] {
        assert!(matches!(outline_of(&file[..file.len() * 2 / 3]), Err(ReadError::Damaged { .. })));
    }
    assert!(matches!(outline_of(&RTF[..RTF.len() * 2 / 3]), Err(ReadError::Damaged { .. })));
}

#[test]
fn nesting_without_end_is_too_deep() {
    for open in
        ["<text:span>", "<table:table><table:table-row><table:table-cell>", "<draw:frame><draw:text-box><text:p>"]
    {
        let deep = format!("<office:document-content><office:text>{}", open.repeat(50_000));
        assert_eq!(outline_of(&odt_of(&deep)), Err(ReadError::TooDeep { limit: 512 }));
    }
    let deep = format!("<w:document>{}", "<w:tbl><w:tr><w:tc>".repeat(50_000));
    assert_eq!(outline_of(&docx_of(&deep)), Err(ReadError::TooDeep { limit: 512 }));
}

#[test]
fn what_claims_to_be_endless_comes_to_an_end() {
    let cell =
        "<table:table-cell table:number-columns-repeated=\"999999999\" table:number-rows-spanned=\"99999999999\"/>";
    let text = format!(
        "<office:document-content><office:text><text:p>A<text:s text:c=\"4000000000\"/>B</text:p><table:table><table:table-row>{}\
         </table:table-row></table:table></office:text></office:document-content>",
        cell.repeat(200)
    );
    assert_eq!(read(&odt_of(&text)).blocks[0].text, "A B");
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>A</w:t></w:r></w:p>\
                <w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc>";
    let row = format!("<w:tr>{}</w:tr>", cell.repeat(500));
    let outline = read(&docx_of(&format!("<w:document><w:tbl>{}</w:tbl></w:document>", row.repeat(20))));
    assert_eq!((outline.blocks.len(), outline.cut.len()), (20_000, 0));
    // Cells of nothing.
    let empty = [b"{\\rtf1 Words\\par\\trowd".to_vec(), b"\\cell".repeat(300_000), b"}".to_vec()].concat();
    assert_eq!(read(&empty).cut, ["cut-text"]);
    let empty = format!("<w:document><w:p><w:r><w:t>Words</w:t></w:r></w:p><w:tbl><w:tr>{}", "<w:tc/>".repeat(200_000));
    assert_eq!(read(&docx_of(&empty)).cut, ["cut-text"]);
    let swallowed = [b"{\\rtf1 Words\\par\\bin2147483647 ".to_vec(), b"}".repeat(9)].concat();
    assert!(matches!(outline_of(&swallowed), Err(ReadError::Damaged { .. })));
}

#[test]
fn letters_without_end_are_cut() {
    // Figures that do not pack so well that they were a bomb.
    let figure = |at: u64| format!("{}. ", at * 7_919 % 1_000_003);
    let text: String = (0..1_200_000).map(figure).collect();
    let outline = read(format!("{{\\rtf1 {}}}", text.replace(". ", ".\\par ")).as_bytes());
    assert_eq!(outline.cut, ["cut-text"]);
    let one = read(&docx_of(&format!("<w:document><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>")));
    assert_eq!(one.cut, ["cut-text"]);
}

#[test]
fn styles_that_lead_in_circles_come_to_an_end() {
    assert_eq!(read(&odt_of(OPEN)).blocks.iter().filter(|block| block.text == "A").count(), 1);
}

/// A sample with bytes exchanged, doubled or taken out.
fn broken(samples: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let sample = proptest::sample::select(samples);
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0..6_usize, any::<prop::sample::Index>());
    (sample, proptest::collection::vec(change, 1..12)).prop_map(|(mut bytes, changes)| {
        for (at, byte, how, other) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes.truncate(at),
                1 => drop(bytes.remove(at)),
                // A piece of it again, somewhere else.
                2 | 3 => {
                    let from = other.index(bytes.len());
                    let piece: Vec<u8> = bytes.iter().skip(from).take(40).copied().collect();
                    bytes.splice(at..at, piece);
                }
                _ => bytes[at] = byte,
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_files_never_panic(bytes in broken(vec![DOCX.to_vec(), ODT.to_vec(), RTF.to_vec(), RICH.to_vec(), MHTML.to_vec(), CSV.to_vec()])) {
        let _ = read_file(&bytes, "file");
    }

    #[test]
    fn rich_text_broken_in_any_way_never_panics(bytes in broken(vec![RICH.to_vec()])) {
        let _ = read_file(&bytes, "file");
    }

    #[test]
    fn parts_broken_before_packing_never_panic(
        words in broken(vec![WORDS.as_bytes().to_vec()]), open in broken(vec![OPEN.as_bytes().to_vec()]),
        rows in broken(vec![CSV.to_vec()]),
    ) {
        let _ = read_file(&zip_of(&[("word/document.xml", &words)]), "file");
        let _ = read_file(&zip_of(&[("content.xml", &open)]), "file");
        let _ = read_file(&zip_of(&[("Positions.csv", &rows)]), "file");
    }

    #[test]
    fn styles_and_relations_broken_before_packing_never_panic(
        styles in broken(vec![b"<w:styles><w:style w:styleId=\"A\" w:default=\"1\" w:type=\"paragraph\"><w:basedOn w:val=\"A\"/><w:rPr><w:sz w:val=\"9\"/></w:rPr></w:style></w:styles>".to_vec()]),
        relations in broken(vec![b"<R><Relationship Id=\"s\" Type=\"x/styles\" Target=\"styles.xml\"/><Relationship Id=\"h\" Type=\"x/header\" Target=\"/word/document.xml\"/></R>".to_vec()]),
    ) {
        let parts: [(&str, &[u8]); 3] =
            [("word/document.xml", WORDS.as_bytes()), ("word/styles.xml", &styles), ("word/_rels/document.xml.rels", &relations)];
        let _ = read_file(&zip_of(&parts), "file");
    }
}
