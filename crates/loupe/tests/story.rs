//! The whole road, natively: three people seen one after another, as the extension sees them.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{collections::BTreeMap, fs, path::PathBuf};

use loupe::{
    LinkKind, Loupe, Report,
    checks::{Evidence, Finding, Strength},
    memory::{Sighting, SightingId},
    profile::Date,
    read::{PageCapture, Reading, read_page},
};

/// Rows and records, as a store keeps them.
#[derive(Default)]
struct Store {
    rows: BTreeMap<SightingId, Vec<u8>>,
    records: BTreeMap<SightingId, String>,
}

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

fn open(file: &str, url: &str) -> Reading {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites").join(file);
    read_page(&PageCapture { url: url.to_owned(), html: fs::read_to_string(path).unwrap(), cut: false }).unwrap()
}

/// One visit with a freshly started engine, as after every restart of the worker.
fn visit(store: &mut Store, reading: &Reading) -> Report {
    let mut engine = Loupe::new();
    for row in store.rows.values() {
        engine.load(row).unwrap();
    }
    let readings = std::slice::from_ref(reading);
    let seen: Vec<_> =
        engine.recall(readings).iter().map(|id| Sighting::from_record(&store.records[id]).unwrap()).collect();
    let report = Loupe::examine(readings, &seen, &[], today());
    let id = loupe::sighting_id(reading);
    let stored = engine.remember(reading, store.records.get(&id).map(String::as_str), today()).unwrap();
    store.rows.insert(stored.id, stored.row);
    store.records.insert(stored.id, stored.record);
    report
}

fn found<'a>(report: &'a Report, check: &str) -> Option<&'a Finding> {
    report.findings.iter().find(|f| f.check == check)
}

#[test]
fn what_was_seen_is_remembered_across_restarts() {
    let maren = open("maren-holtby.html", "https://www.linkedin.com/in/maren-holtby/");
    let rune = open("rune-astell.html", "https://www.linkedin.com/in/rune-astell/");
    let ilka = open("ilka-d.html", "https://www.upwork.com/freelancers/~01fake00ilka");
    let dita = open("dita-solway.html", "https://www.linkedin.com/in/dita-solway/");
    let mut store = Store::default();

    let first = visit(&mut store, &maren);
    assert_eq!((first.findings.len(), first.worth_verifying), (0, 0));

    let second = visit(&mut store, &rune);
    let text = found(&second, "text/seen-elsewhere").unwrap();
    assert_eq!(text.strength, Strength::Strong);
    assert_eq!(text.seen.as_ref().unwrap().name, "Maren Holtby");
    assert!(matches!(&text.evidence[..], [Evidence::Passages { shared_words: 30.., .. }]));
    assert!(found(&second, "history/impossible-dates").is_some());
    assert!(found(&second, "history/overlapping-roles").is_some());
    assert!(second.worth_verifying >= 2);

    let third = visit(&mut store, &ilka);
    let contact = found(&third, "identity/shared-contact").unwrap();
    assert_eq!(contact.seen.as_ref().unwrap().name, "Rune Astell");

    assert_eq!(visit(&mut store, &dita).findings, []);
    // The same page again is the same sighting; it finds what it found, and Ilka's address, seen since.
    let again = visit(&mut store, &rune);
    assert_eq!(found(&again, "identity/shared-contact").unwrap().seen.as_ref().unwrap().name, "Ilka D.");
    assert_eq!(again.worth_verifying, second.worth_verifying + 1);
    assert_eq!(store.rows.len(), 4);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let read = || open("rune-astell.html", "https://www.linkedin.com/in/rune-astell/");
    let report = || serde_json::to_string(&Loupe::examine(&[read()], &[], &[], today())).unwrap();
    assert_eq!(report(), report());
}

#[test]
fn a_forgotten_person_is_not_recalled() {
    let maren = open("maren-holtby.html", "https://www.linkedin.com/in/maren-holtby/");
    let rune = open("rune-astell.html", "https://www.linkedin.com/in/rune-astell/");
    let mut engine = Loupe::new();
    let stored = engine.remember(&maren, None, today()).unwrap();
    assert_eq!(engine.recall(std::slice::from_ref(&rune)), [stored.id]);
    engine.forget(stored.id);
    assert_eq!(engine.recall(std::slice::from_ref(&rune)), []);
}

/// A picture with structure: waves of a frequency that differs from one seed to the next.
fn picture(seed: u32) -> Vec<u8> {
    let wave = |x: u32, y: u32| ((x * (seed + 3) / 7) ^ (y * (seed + 5) / 5)).wrapping_mul(37) as u8;
    (0..128 * 128).flat_map(|at| [wave(at % 128 / 8, at / 128 / 8), 90, 120, 255]).collect()
}

fn image(name: &str, seed: u32) -> Reading {
    let sketched = loupe::sketch::photo::sketch_rgba(&picture(seed), 128, 128).unwrap();
    let photo = loupe::profile::PhotoClaim {
        sketch: Some(sketched.pdq.to_string()),
        structure: Some(sketched.structure.to_string()),
        quality: sketched.quality,
        ..Default::default()
    };
    loupe::read_photo(photo, name)
}

#[test]
fn a_sweep_links_images_that_name_nobody() {
    let mut readings: Vec<_> = ["a/1.png", "a/2.png", "b/3.png"].iter().map(|name| image(name, 1)).collect();
    readings.push(image("b/4.png", 2));
    let links = loupe::sweep(&readings, today(), || ()).links;
    let pairs: Vec<_> = links.iter().map(|l| (l.kind, l.a.as_str(), l.b.as_str())).collect();
    let photo = |a, b| (LinkKind::Photo, a, b);
    assert_eq!(pairs, [photo("a/1.png", "a/2.png"), photo("a/1.png", "b/3.png"), photo("a/2.png", "b/3.png")]);
}

#[test]
fn a_sweep_tells_of_a_picture_under_many_names_once_and_links_nobody_by_it() {
    let names = ["Ana Lopez", "Bo Quist", "Cato Reve", "Dag Solem", "Eli Tamm", "Fay Urqua", "Gil Verne", "Hedda Wroe"];
    let named = |at: usize, name: &str, seed| {
        let mut reading = image(&format!("{at}.json"), seed);
        reading.profile.name = Some(loupe::profile::Quote::new(name, loupe::profile::Place::default()));
        reading
    };
    let mut readings: Vec<_> = names.iter().enumerate().map(|(at, name)| named(at, name, 1)).collect();
    readings.push(named(8, "Maren Holtby", 2));
    readings.push(named(9, "Rune Astell", 2));
    let swept = loupe::sweep(&readings, today(), || ());
    let pairs: Vec<_> = swept.links.iter().map(|link| (link.a.as_str(), link.b.as_str())).collect();
    assert_eq!(pairs, [("8.json", "9.json")]);
    assert_eq!(swept.hubs.len(), 1);
    assert_eq!(swept.hubs[0].readings, (0..8).map(|at| format!("{at}.json")).collect::<Vec<_>>());
}

/// A row of format 2 has sketches of another kind: its text is found once the record was given.
#[test]
fn what_was_remembered_by_an_earlier_version_is_found_once_its_record_was_read() {
    const ROW: &[u8] = include_bytes!("../../memory/tests/golden/row-2.bin");
    const RECORD: &str = include_str!("../../memory/tests/golden/record-1.json");
    let known = Sighting::from_record(RECORD).unwrap();
    let mut probe = open("dita-solway.html", "https://www.linkedin.com/in/dita-solway/");
    probe.profile.passages.clone_from(&known.profile.passages);
    let probe = std::slice::from_ref(&probe);
    let mut engine = Loupe::new();
    engine.load(ROW).unwrap();
    assert_eq!((engine.old(), engine.recall(probe).len()), (&[known.id][..], 0));
    assert!(engine.renew("{}").is_err());
    let renewed = engine.renew(RECORD).unwrap();
    assert_eq!((renewed.id, renewed.record.as_str()), (known.id, RECORD));
    assert_eq!((engine.old(), engine.recall(probe)), (&[][..], vec![known.id]));
    let mut next = Loupe::new();
    next.load(&renewed.row).unwrap();
    assert_eq!((next.old(), next.recall(probe)), (&[][..], vec![known.id]));
}
