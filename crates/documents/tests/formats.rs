//! One person, whatever the file's format.

#![allow(clippy::unwrap_used, clippy::panic)]

use loupe_documents::{outline_of, read_file};
use loupe_profile::Profile;

const DOCX: &[u8] = include_bytes!("../../../tests/samples/sorrel-addis.docx");
const ODT: &[u8] = include_bytes!("../../../tests/samples/sorrel-addis.odt");
const RTF: &[u8] = include_bytes!("../../../tests/samples/sorrel-addis.rtf");

fn profile(bytes: &[u8]) -> Profile {
    read_file(bytes, "file").unwrap().profile
}

#[test]
fn the_same_person_is_read_from_every_format() {
    let docx = profile(DOCX);
    assert_eq!(docx.name_text(), Some("Sorrel Addis"));
    assert_eq!((docx.roles.len(), docx.studies.len(), docx.contacts.len()), (2, 1, 2));
    assert_eq!(profile(ODT), docx);
    assert_eq!(profile(RTF), docx);
}

#[test]
fn the_same_lines_stand_in_every_format() {
    let lines = |bytes: &[u8]| {
        let outline = outline_of(bytes).unwrap();
        outline.blocks.into_iter().map(|block| (block.kind, block.text, block.cells, block.bold)).collect::<Vec<_>>()
    };
    let docx = lines(DOCX);
    assert_eq!(docx.len(), 17);
    assert_eq!(lines(ODT), docx);
    assert_eq!(lines(RTF), docx);
}

#[test]
fn every_format_says_who_wrote_it() {
    for (bytes, format) in [(DOCX, "docx"), (ODT, "odt"), (RTF, "rtf")] {
        let reading = read_file(bytes, "file").unwrap();
        let document = reading.document.unwrap();
        assert_eq!((document.format.as_str(), document.author.as_deref()), (format, Some("Sorrel Addis")));
        assert_eq!(document.title.as_deref(), Some("Sorrel Addis, CV"));
        assert!(document.created.unwrap().starts_with("2026-10-05T09:30"), "{format}");
        assert_eq!(reading.coverage.reader, format);
    }
}
