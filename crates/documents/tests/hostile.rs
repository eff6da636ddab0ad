//! Files that are broken, too large, or made to do harm: each ends in a clear error, none in a panic.

#![allow(clippy::unwrap_used, clippy::panic)]

use loupe_documents::{MAX_FILE_BYTES, outline_of, read_file};
use loupe_read::ReadError;
use proptest::prelude::*;
use std::io::Write;
use zip::write::SimpleFileOptions;

const PLAIN: &[u8] = include_bytes!("files/plain.pdf");
const COLUMNS: &[u8] = include_bytes!("files/columns.pdf");
const LETTERS: &[u8] = include_bytes!("files/letters.docx");

fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn docx_of(document: &str) -> Vec<u8> {
    zip_of(&[("word/document.xml", document.as_bytes())])
}

/// A one-page PDF with the given content stream and further objects from number 5 on. Readers rebuild the table.
fn pdf_of(content: &[u8], resources: &str, objects: &[&[u8]]) -> Vec<u8> {
    let mut file = format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<{resources}>>/Contents 4 0 R>> endobj\n\
         4 0 obj "
    )
    .into_bytes();
    file.extend_from_slice(content);
    for (at, object) in objects.iter().enumerate() {
        write!(file, " endobj\n{} 0 obj ", at + 5).unwrap();
        file.extend_from_slice(object);
    }
    file.extend_from_slice(b" endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    file
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{dictionary}/Length {}>>\nstream\n", content.len()).into_bytes();
    object.extend_from_slice(content);
    object.extend_from_slice(b"\nendstream");
    object
}

const HELVETICA: &str = "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

fn error_of(bytes: &[u8]) -> &'static str {
    outline_of(bytes).map_or_else(|error| error.id(), |_| "read")
}

#[test]
fn a_file_cut_short_is_said_to_be() {
    assert_eq!(error_of(&PLAIN[..PLAIN.len() * 2 / 3]), "damaged");
    assert_eq!(error_of(&PLAIN[..200]), "damaged");
    assert_eq!(error_of(&LETTERS[..LETTERS.len() * 2 / 3]), "damaged");
    assert_eq!(error_of(&docx_of("<w:document><w:body><w:p><w:r><w:t>Half a")), "damaged");
}

#[test]
fn a_file_too_large_is_not_looked_into() {
    let mut large = PLAIN.to_vec();
    large.resize(26_000_000, 0);
    assert_eq!(read_file(&large, "large.pdf"), Err(ReadError::TooLarge { limit_mb: 25 }));
    large.truncate(MAX_FILE_BYTES);
    assert_eq!(error_of(&large), "read");
}

#[test]
fn a_zip_bomb_is_stopped_while_it_unpacks() {
    // 200 MB of spaces in 200 kB.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let spaces = vec![b' '; 1_000_000];
    for _ in 0..200 {
        archive.write_all(&spaces).unwrap();
    }
    let mut bomb = archive.finish().unwrap().into_inner();
    assert_eq!(outline_of(&bomb), Err(ReadError::Bomb { limit_mb: 50 }));

    // The same with headers that claim a hundred bytes: what comes out is counted, not what is claimed.
    let size = 200_000_000_u32.to_le_bytes();
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == size {
            bomb[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert!(matches!(error_of(&bomb), "bomb" | "damaged"));
}

#[test]
fn a_bomb_within_a_pdf_is_stopped_before_it_unpacks() {
    let packed = |content: &[u8]| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(content).unwrap();
        packer.finish().unwrap()
    };
    let once = packed(&vec![b' '; 300_000_000]);
    let file = pdf_of(&stream("/Filter/FlateDecode", &once), HELVETICA, &[]);
    assert_eq!(outline_of(&file), Err(ReadError::Bomb { limit_mb: 256 }));
    let twice = pdf_of(&stream("/Filter[/FlateDecode/FlateDecode]", &packed(&once)), HELVETICA, &[]);
    assert_eq!(error_of(&twice), "bomb");
}

#[test]
fn drawings_that_multiply_are_not_drawn() {
    // Thirty drawings that each draw the next one ten times.
    let forms: Vec<Vec<u8>> = (0..30)
        .map(|at| {
            let next = format!("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N {} 0 R>>>>", at + 6);
            stream(&next, "/N Do ".repeat(10).as_bytes())
        })
        .collect();
    let forms: Vec<&[u8]> = forms.iter().map(Vec::as_slice).collect();
    let resources = format!("{HELVETICA}/XObject<</N 5 0 R>>");
    let file = pdf_of(&stream("", b"BT /F 12 Tf 50 700 Td (Words) Tj ET /N Do"), &resources, &forms);
    assert_eq!(error_of(&file), "no-text");

    let harmless = pdf_of(&stream("", b"BT /F 12 Tf 50 700 Td (Words) Tj ET"), HELVETICA, &[]);
    assert_eq!(outline_of(&harmless).unwrap().blocks[0].text, "Words");
}

#[test]
fn invisible_text_is_no_text() {
    let file = pdf_of(&stream("", b"BT /F 12 Tf 3 Tr 50 700 Td (Words) Tj ET"), HELVETICA, &[]);
    assert_eq!(outline_of(&file), Err(ReadError::NoText));
}

#[test]
fn elements_without_end_are_too_deep() {
    let deep = format!("<w:document>{}", "<w:sdt>".repeat(100_000));
    assert_eq!(outline_of(&docx_of(&deep)), Err(ReadError::TooDeep { limit: 512 }));
}

#[test]
fn entities_are_not_expanded() {
    let laughs = r#"<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
        <w:document><w:p><w:r><w:t>Fish &amp; chips &b;&#x21;</w:t></w:r></w:p></w:document>"#;
    assert_eq!(outline_of(&docx_of(laughs)).unwrap().blocks[0].text, "Fish & chips !");
}

#[test]
fn other_kinds_of_files_are_named_as_such() {
    assert_eq!(error_of(&zip_of(&[("xl/workbook.xml", b"<workbook/>")])), "unknown-format");
    assert_eq!(error_of(&zip_of(&[("mimetype", b"application/epub+zip")])), "unknown-format");
    assert_eq!(error_of(&zip_of(&[("Index/Document.iwa", b"\0\x01")])), "unknown-format");
    assert_eq!(error_of(b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "image-kind");
    assert_eq!(error_of(b"<?xml version=\"1.0\"?><score xmlns=\"urn:music\"/>"), "unknown-format");
    assert_eq!(error_of(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), "unknown-format");
    assert_eq!(error_of(b""), "no-text");
    let mut office = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    office.resize(2_048, 0);
    assert_eq!(error_of(&office), "unknown-format");
    let old = [office.clone(), "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    assert_eq!(error_of(&old), "old-office");
    let mut locked = old;
    locked[512..514].copy_from_slice(&[0xEC, 0xA5]);
    assert_eq!(error_of(&locked), "old-office");
    locked[512 + 11] = 0x13;
    assert_eq!(error_of(&locked), "encrypted");
    office.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error_of(&office), "encrypted");
    assert_eq!(error_of(&docx_of("<w:document><w:body><w:p/></w:body></w:document>")), "no-text");
}

/// A sample with bytes exchanged and its end cut off.
fn broken() -> impl Strategy<Value = Vec<u8>> {
    let sample = prop_oneof![Just(PLAIN), Just(COLUMNS), Just(LETTERS)];
    let changes = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..24);
    (sample, changes, prop::option::of(any::<prop::sample::Index>())).prop_map(|(sample, changes, cut)| {
        let mut bytes = sample.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(sample.len()));
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_files_never_panic(bytes in broken()) {
        let _ = read_file(&bytes, "file");
    }

    #[test]
    fn packed_parts_broken_before_packing_never_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut document = br"<w:document><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Words &amp; more</w:t>
            </w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:document>".to_vec();
        for (at, byte) in changes {
            let at = at.index(document.len());
            document[at] = byte;
        }
        let _ = read_file(&zip_of(&[("word/document.xml", &document)]), "file");
    }
}
