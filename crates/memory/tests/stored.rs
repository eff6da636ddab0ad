//! The stored forms: golden files of every format, and what is refused.

mod common;

use common::{SKETCH, full, named, page};
use loupe_memory::{Entry, Memory, RecordError, Sighting, SightingId};
use loupe_profile::{Document, DocumentId, Source, SourceKind};
use loupe_sketch::{
    passage::PassageSketch,
    photo::{Pdq, Point},
};
use proptest::prelude::*;

/// As written by each format. Never regenerate: a new format gets a new file, and these must still be read.
const RECORD_1: &str = include_str!("golden/record-1.json");
const ROW_1: &[u8] = include_bytes!("golden/row-1.bin");
const ROW_2: &[u8] = include_bytes!("golden/row-2.bin");
const ROW_3: &[u8] = include_bytes!("golden/row-3.bin");
const ROW_4: &[u8] = include_bytes!("golden/row-4.bin");

#[test]
fn the_golden_record_reads_and_writes_the_same_bytes() {
    let sighting = Sighting::from_record(RECORD_1).unwrap();
    assert_eq!(sighting, full());
    assert_eq!(sighting.to_record(), RECORD_1);
}

#[test]
fn the_golden_row_reads_and_writes_the_same_bytes() {
    let entry = Entry::from_bytes(ROW_4).unwrap();
    assert_eq!(entry, entry_of(&with_document()));
    assert_eq!(entry.to_bytes(), ROW_4);
    assert!(entry.points.len() > 20, "{}", entry.points.len());
    // Two contacts; an id, a moment, two authors and two editing sessions.
    assert_eq!((entry.keys.len(), entry.passages.len()), (8, 1));
    assert_eq!(entry.photo.map(|p| p.to_string()).as_deref(), Some(SKETCH));
}

/// All but the text's sketches, which mean something else now; who holds the record can make the row anew.
#[test]
fn rows_of_earlier_formats_are_read_and_said_to_be_old() {
    for (row, sighting) in [(ROW_1, full()), (ROW_2, with_structure())] {
        let entry = Entry::from_bytes(row).unwrap();
        let now = Entry::of(sighting.id, &sighting.profile);
        assert!(entry.is_old && !now.passages.is_empty());
        assert_eq!(entry, Entry { passages: Vec::new(), is_old: true, ..now.clone() });
        assert_eq!(Entry::from_bytes(&now.to_bytes()), Ok(now));
    }
    let entry = Entry::from_bytes(ROW_3).unwrap();
    let sighting = with_structure();
    assert_eq!(entry, Entry { is_old: true, ..Entry::of(sighting.id, &sighting.profile) });
}

fn entry_of(sighting: &Sighting) -> Entry {
    Entry::of(sighting.id, &sighting.profile).with_document(sighting.document.as_ref())
}

/// The same, read from a file that says what files say of themselves.
fn with_document() -> Sighting {
    let document = Document {
        format: "docx".to_owned(),
        author: Some("Rune Astell".to_owned()),
        last_author: Some("Ilka Brandvold".to_owned()),
        created: Some("2024-02-20T11:01:00Z".to_owned()),
        ids: vec![DocumentId {
            kind: "docx-doc-id".to_owned(),
            value: "3f2a9c71-5b1e-4a44-9d0e-77c1a2b3c4d5".to_owned(),
        }],
        revisions: vec!["0011A1C7".to_owned(), "0012A1C8".to_owned()],
        ..Document::default()
    };
    with_structure().with_document(Some(&document))
}

/// [`full`] with the structure of a photo, as it was sketched when rows of format 2 were new.
fn with_structure() -> Sighting {
    let mut sighting = full();
    if let Some(photo) = &mut sighting.profile.photo {
        photo.structure = Some(include_str!("golden/structure-1.txt").to_owned());
    }
    sighting
}

#[test]
fn ids_never_change() {
    let source = page("https://www.linkedin.com/in/maren-holtby/");
    let id = SightingId::of(&source, Some("Maren Holtby"));
    assert_eq!(id.to_string(), "95e5b71ff7195443");
    assert_eq!(id, SightingId::of(&Source { label: "other".to_owned(), ..source.clone() }, Some("MAREN  Holtby.")));
    for other in [
        SightingId::of(&source, None),
        SightingId::of(&source, Some("Rune Astell")),
        SightingId::of(&page("https://www.linkedin.com/in/maren-holtby"), Some("Maren Holtby")),
        SightingId::of(&Source { kind: SourceKind::File, ..source }, Some("Maren Holtby")),
    ] {
        assert_ne!(id, other);
    }
}

#[test]
fn a_newer_format_is_refused_by_name() {
    let record = RECORD_1.replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(Sighting::from_record(&record), Err(RecordError::Newer { found: 2, known: 1 }));
    // Whatever else the newer format holds.
    assert_eq!(
        Sighting::from_record(r#"{"people":[{"id":7}],"format":9}"#),
        Err(RecordError::Newer { found: 9, known: 1 })
    );
    let row = [&[5], &ROW_4[1..]].concat();
    assert_eq!(Entry::from_bytes(&row), Err(RecordError::Newer { found: 5, known: 4 }));
    assert_eq!(Entry::from_bytes(&[255]), Err(RecordError::Newer { found: 255, known: 4 }));
}

#[test]
fn a_refused_row_leaves_memory_as_it_was() {
    let mut memory = Memory::new();
    let known = Entry::from_bytes(ROW_1).unwrap();
    let probe = Entry { id: SightingId(7), ..known.clone() };
    let newer = [&[5], &ROW_4[1..]].concat();
    let rows: [&[u8]; 3] = [ROW_1, &newer, &ROW_1[..20]];
    let read = rows.map(|row| Entry::from_bytes(row).map(|entry| memory.insert(entry)).is_ok());
    assert_eq!(read, [true, false, false]);
    assert_eq!((memory.len(), memory.recall(&probe, 5)), (1, vec![known.id]));
}

#[test]
fn what_is_wrong_is_named_and_nothing_of_it_is_repeated() {
    let cut = &RECORD_1[..RECORD_1.len() / 2];
    let kind = RECORD_1.replacen("\"2026-02-09\"", "\"Maren was here\"", 1);
    let long = format!("{RECORD_1}{}", " ".repeat(9 << 20));
    let deep = format!(r#"{{"format":1,"id":{}"#, "[".repeat(100_000));
    for (record, expected) in [
        ("", "ends early"),
        (cut, "ends early"),
        ("{Maren", "not JSON"),
        ("{}", "missing or of another kind"),
        (r#"{"format":"Maren"}"#, "missing or of another kind"),
        (r#"{"format":1}"#, "missing or of another kind"),
        (r#"{"format":0}"#, "no format has the number 0"),
        (r#"{"format":-1}"#, "missing or of another kind"),
        (&kind, "missing or of another kind"),
        (&"[".repeat(100_000), "missing or of another kind"),
        (&deep, "ends early"),
        (&long, "more than the 8388608"),
    ] {
        let error = Sighting::from_record(record).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("Maren"), "{error}");
    }
    let long = vec![1; 100_000];
    let more = [ROW_1, &[0]].concat();
    for (row, expected) in [
        (&[][..], "the row is empty"),
        (&[0], "no format has the number 0"),
        (&[1], "the row ends early"),
        (&ROW_1[..ROW_1.len() - 1], "the row ends early"),
        (&more, "the row goes on after its end"),
        (&long, "100000 bytes are more than"),
    ] {
        assert!(Entry::from_bytes(row).unwrap_err().to_string().contains(expected), "{expected}");
    }
}

#[test]
fn more_than_a_row_holds_is_cut() {
    let mut profile = named(&"Maren ".repeat(500));
    profile.contacts = (0..500).map(|i| common::contact(&format!("m{i}@mail.example"))).collect();
    profile.passages = (0..500).map(|_| common::passage(common::STORY)).collect();
    let entry = Entry::of(SightingId(1), &profile);
    assert_eq!((entry.keys.len(), entry.passages.len()), (64, 128));
    assert_eq!(entry.name.chars().count(), 200);
    assert_eq!(Entry::from_bytes(&entry.to_bytes()), Ok(entry));
}

#[test]
fn photos_without_structure_or_sketch_are_not_kept() {
    let photo = |quality, sketch: &str| {
        let photo = loupe_profile::PhotoClaim { quality, ..common::photo(sketch) };
        let profile = loupe_profile::Profile { photo: Some(photo), ..named("Maren Holtby") };
        Entry::of(SightingId(1), &profile).photo.is_some()
    };
    assert!(photo(50, SKETCH));
    assert!(!photo(49, SKETCH));
    assert!(!photo(100, "not a sketch"));
}

fn entry() -> impl Strategy<Value = Entry> {
    let passage = any::<[u32; 16]>().prop_map(PassageSketch);
    let point = (any::<[u8; 2]>(), 0_u8..12, any::<u128>());
    let points = prop::collection::vec(point.prop_map(|([x, y], scale, code)| Point { x, y, scale, code }), 0..36);
    let (keys, passages) = (prop::collection::vec(any::<u64>(), 0..64), prop::collection::vec(passage, 0..9));
    (any::<u64>(), "\\PC{0,200}", any::<Option<[u8; 32]>>(), points, keys, passages).prop_map(
        |(id, name, photo, points, keys, passages)| Entry {
            is_old: false,
            id: SightingId(id),
            name,
            photo: photo.map(Pdq),
            points,
            keys,
            passages,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_come_back_as_they_went(entry in entry()) {
        prop_assert_eq!(Entry::from_bytes(&entry.to_bytes()), Ok(entry));
    }

    #[test]
    fn any_bytes_are_a_row_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Entry::from_bytes(&bytes);
        for format in 1..=3 {
            let _ = Entry::from_bytes(&[&[format], &bytes[..]].concat());
        }
    }

    #[test]
    fn a_damaged_row_is_a_row_or_an_error(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut row = ROW_3.to_vec();
        let at = at.index(row.len());
        row[at] = byte;
        // What is read is written as it was read: nothing is half understood.
        if let Ok(entry) = Entry::from_bytes(&row) {
            prop_assert_eq!(Entry::from_bytes(&entry.to_bytes()), Ok(Entry { is_old: false, ..entry }));
        }
    }

    #[test]
    fn any_text_is_a_record_or_an_error(text in "\\PC{0,200}") {
        let _ = Sighting::from_record(&text);
    }

    #[test]
    fn a_damaged_record_is_a_record_or_an_error(at in any::<prop::sample::Index>(), with in "[\\PC\\x00]{0,2}") {
        let boundaries: Vec<usize> = RECORD_1.char_indices().map(|(at, _)| at).collect();
        let at = *at.get(&boundaries);
        let rest = RECORD_1[at..].chars().as_str();
        let rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
        let record = format!("{}{with}{rest}", &RECORD_1[..at]);
        if let Ok(sighting) = Sighting::from_record(&record) {
            prop_assert_eq!(Sighting::from_record(&sighting.to_record()), Ok(sighting));
        }
    }
}

#[test]
fn a_record_loses_its_picture_and_nothing_else() {
    let mut full = common::full();
    let record = full.to_record();
    let without = Sighting::without_picture(&record).unwrap().unwrap();
    assert!(record.contains("data:image/") && !without.contains("data:image/"));
    full.profile.photo.as_mut().unwrap().thumbnail = None;
    assert_eq!(Sighting::from_record(&without).unwrap(), full);
    assert_eq!(Sighting::without_picture(&without).unwrap(), None, "there is nothing left to take");
    assert!(Sighting::without_picture("{}").is_err());
}
