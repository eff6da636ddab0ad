//! A list looked up: what is shared is found, in the page's order; what is not, is not; nothing is remembered.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use loupe::{
    ListReport, Loupe, MAX_CARDS,
    memory::Sighting,
    profile::{Coverage, Date, PassageKind, PhotoClaim, Place, Profile, Quote, Source, SourceKind},
    read::{Listing, Reading},
    sketch::photo::sketch_rgba,
};

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

/// A photo of which no other `number` has anything in common but being one: blocks of light and dark.
fn photo(number: u32) -> PhotoClaim {
    let pixels: Vec<u8> = (0..128 * 128_u32)
        .flat_map(|at| {
            let (x, y) = (at % 128 / 16, at / 128 / 16);
            let mixed = (number * 8 + y).wrapping_mul(2_654_435_761) ^ (x + 1).wrapping_mul(40_503 * (number + 7));
            let light = (mixed.wrapping_mul(2_246_822_519) >> 24) as u8;
            [light, light, light, 255]
        })
        .collect();
    let sketched = sketch_rgba(&pixels, 128, 128).unwrap();
    PhotoClaim {
        sketch: Some(sketched.pdq.to_string()),
        structure: Some(sketched.structure.to_string()),
        quality: sketched.quality,
        ..PhotoClaim::default()
    }
}

fn person(name: &str, address: &str, photo: Option<PhotoClaim>, text: &str) -> Reading {
    let name = (!name.is_empty()).then(|| Quote::new(name, Place::default()));
    let mut profile = Profile { name, photo, ..Profile::default() };
    profile.push_passage(PassageKind::Summary, text, Place::default());
    let source =
        Source { kind: SourceKind::Page, address: format!("https://people.example/{address}"), label: "People".into() };
    Reading { source, profile, coverage: Coverage::default(), document: None }
}

fn listing(cards: Vec<Reading>) -> Listing {
    let source =
        Source { kind: SourceKind::Page, address: "https://people.example/search".into(), label: "People".into() };
    Listing { source, reader: "generic".into(), cards, unread: 2, more: false }
}

const WORDS: &str = "I build storage that survives: replication under partition, recovery in minutes, and the dull work \
    of testing both every single night of the year, for teams that would rather sleep.";

fn sharing(report: &ListReport) -> Vec<(&str, Vec<&str>)> {
    let of = |card: &'_ loupe::Report| -> Vec<String> { card.findings.iter().map(|f| f.check.clone()).collect() };
    let cards = report.cards.iter().filter(|card| !of(card).is_empty());
    cards
        .map(|card| {
            let name = card.readings[0].profile.name_text().unwrap_or_default();
            (name, card.findings.iter().map(|f| f.check.as_str()).collect())
        })
        .collect()
}

#[test]
fn what_is_shared_is_found_in_the_order_of_the_page() {
    let mut engine = Loupe::new();
    let stored = person("Maren Holtby", "maren", Some(photo(1)), WORDS);
    let record = engine.remember(&stored, None, today()).unwrap().record;
    let cards = vec![
        person("Dita Solway", "dita", Some(photo(2)), "I tend gardens."),
        person("Rune Astell", "rune", None, WORDS),
        person("Ilka Dravensen", "ilka", Some(photo(1)), ""),
        // Her own card.
        person("Maren Holtby", "maren", Some(photo(1)), WORDS),
        person("Tove Lindqvar", "tove", None, ""),
    ];
    let listing = listing(cards);
    let ids = engine.recall_list(&listing.cards);
    assert_eq!(ids, [loupe::sighting_id(&stored)]);
    let report = Loupe::look_up(listing, &[Sighting::from_record(&record).unwrap()], today());
    assert_eq!(
        sharing(&report),
        [
            ("Rune Astell", vec!["text/seen-elsewhere"]),
            ("Ilka Dravensen", vec!["photo/seen-elsewhere"]),
            // What the others have of hers stands on this list as well.
            ("Maren Holtby", vec!["photo/seen-elsewhere", "text/seen-elsewhere"]),
        ]
    );
    let names: Vec<_> = report.cards.iter().filter_map(|card| card.readings[0].profile.name_text()).collect();
    assert_eq!(names, ["Dita Solway", "Rune Astell", "Ilka Dravensen", "Maren Holtby", "Tove Lindqvar"]);
    assert_eq!((report.sharing, report.unread, report.more), (3, 2, false));
    // Those two were seen on the list only, Maren was stored.
    let mut beside: Vec<_> = [("Rune Astell", "rune"), ("Ilka Dravensen", "ilka")]
        .map(|(name, address)| loupe::sighting_id(&person(name, address, None, "")))
        .to_vec();
    beside.sort();
    assert_eq!(report.beside, beside);
    assert_eq!(engine.len(), 1, "nobody on the list is remembered");
}

#[test]
fn a_list_alone_tells_of_one_photo_under_two_names_and_of_no_stand_in() {
    let two = ["Rune Astell", "Ilka Dravensen"].map(|name| person(name, name, Some(photo(3)), ""));
    let report = Loupe::look_up(listing(two.to_vec()), &[], today());
    assert_eq!(sharing(&report).len(), 2);
    // A picture that the site itself shows of many people says nothing of any of them.
    let many = ["Ana Lopez", "Bo Quist", "Cato Reve", "Dag Solem", "Eli Tamm", "Fay Urqua", "Gil Verne"];
    let many = many.map(|name| person(name, name, Some(photo(3)), ""));
    assert_eq!(Loupe::look_up(listing(many.to_vec()), &[], today()).sharing, 0);
    // One person twice, as in a list with adverts, and somebody whose name is not shown.
    let same = ["Rune Astell", "R. Astell", ""].map(|name| person(name, name, Some(photo(3)), ""));
    assert_eq!(Loupe::look_up(listing(same.to_vec()), &[], today()).sharing, 0);
}

#[test]
fn a_picture_of_a_thousand_people_alarms_on_no_card_and_hides_nobody() {
    const GIVEN: [&str; 8] = ["Ana", "Bruno", "Cilla", "Dmitri", "Esme", "Florian", "Gudrun", "Henrik"];
    const FAMILY: [&str; 10] =
        ["Broman", "Cassidy", "Dunne", "Elvebakk", "Fitzroy", "Gorski", "Hammond", "Ingle", "Jost", "Kvam"];
    let name = |n: usize| format!("{} {}", GIVEN[n % 8], FAMILY[n / 8 % 10]);
    let mut engine = Loupe::new();
    let mut stored = std::collections::BTreeMap::new();
    let mut store = |reading: &Reading| {
        let kept = engine.remember(reading, None, today()).unwrap();
        stored.insert(kept.id, Sighting::from_record(&kept.record).unwrap());
    };
    let stand_in = photo(3);
    for n in 0..1_000 {
        store(&person(&name(n), &format!("seen/{n}"), Some(stand_in.clone()), ""));
    }
    for n in 0..60 {
        store(&person("Rune Astell", &format!("rune/{n}"), None, &WORDS.replace("nights", &format!("{n} nights"))));
    }
    store(&person("Maren Holtby", "maren", Some(photo(1)), ""));
    let many = ["Ilka Dravensen", "Pavel Orrin", "Tove Lindqvar", "Sorrel Addis"];
    let mut cards: Vec<_> = many.map(|name| person(name, name, Some(stand_in.clone()), WORDS)).into();
    cards.push(person("Dita Solway", "dita", Some(photo(1)), ""));
    let listing = listing(cards.clone());
    let seen: Vec<_> = engine.recall_list(&listing.cards).iter().map(|id| stored[id].clone()).collect();
    let found =
        |card: &loupe::Report| card.findings.iter().map(|f| f.check.clone()).collect::<std::collections::BTreeSet<_>>();
    let report = Loupe::look_up(listing, &seen, today());
    let checks: Vec<_> = report.cards.iter().map(found).collect();
    for card in &checks[..4] {
        assert_eq!(card.iter().collect::<Vec<_>>(), ["text/seen-elsewhere"]);
    }
    assert_eq!(checks[4].iter().collect::<Vec<_>>(), ["photo/seen-elsewhere"]);
    // The same for one person's page.
    let seen: Vec<_> = engine.recall(&cards[..1]).iter().map(|id| stored[id].clone()).collect();
    assert_eq!(
        found(&Loupe::examine(&cards[..1], &seen, &[], today())).iter().collect::<Vec<_>>(),
        ["text/seen-elsewhere"]
    );
}

#[test]
fn a_list_without_end_is_cut_and_says_so() {
    let endless: Vec<_> = (0..=MAX_CARDS).map(|n| person("Ansel Brook", &n.to_string(), None, WORDS)).collect();
    let report = Loupe::look_up(listing(endless), &[], today());
    assert_eq!((report.cards.len(), report.more), (MAX_CARDS, true));
}
