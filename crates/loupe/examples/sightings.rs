//! Writes N invented sightings as a store would hold them, one JSON object a line: for benches of the extension.
//!
//! `cargo run --release -p loupe --example sightings -- 10000 > sightings.jsonl`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool of the benches")]

use loupe::{
    Loupe,
    profile::{
        Contact, Coverage, Part, PassageKind, PhotoClaim, Place, Profile, Quote, Role, Source, SourceKind, Span,
    },
    read::Reading,
    sketch::photo::Pdq,
};

/// xorshift64: the same sightings every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] =
            ["ba", "con", "de", "fi", "gor", "hu", "in", "ka", "lor", "mi", "nu", "per", "ro", "sta", "ti", "ver"];
        (0..2 + self.roll(2)).map(|_| SYLLABLES[self.roll(16) as usize]).collect()
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

/// A profile of the usual size: eight passages of forty words, five roles, two contacts, a photo with its thumbnail.
fn reading(number: u64, dice: &mut Dice) -> Reading {
    let quote = |text: String, part| Quote::new(text, Place::part(part));
    let mut profile = Profile {
        name: Some(quote(format!("{} {}", dice.word(), dice.word()), Part::Name)),
        headline: Some(quote(dice.words(5), Part::Headline)),
        photo: Some(PhotoClaim {
            address: format!("https://media.example/{number}.jpg"),
            sketch: Some(Pdq(std::array::from_fn(|_| dice.roll(256) as u8)).to_string()),
            quality: 100,
            thumbnail: Some(format!("data:image/jpeg;base64,{}", "QUJD".repeat(800))),
            ..PhotoClaim::default()
        }),
        ..Profile::default()
    };
    for text in [format!("p{number}@mail.example"), format!("https://github.com/p{number}")] {
        profile.contacts.extend(Contact::parse(&text, Place::part(Part::Contacts)));
    }
    for at in 0..5 {
        let place = Place::entry(Part::Roles, at);
        profile.roles.push(Role {
            title: Some(Quote::new(dice.words(2), place)),
            employer: Some(Quote::new(dice.words(2), place)),
            span: serde_json::from_str::<Span>(r#"{"start":"2019-03","end":{"kind":"on","date":"2021-05"}}"#).ok(),
            dates: Some(Quote::new("Mar 2019 - May 2021", place)),
            ..Role::default()
        });
        profile.push_passage(PassageKind::Role, &dice.words(40), place);
    }
    for _ in 0..3 {
        profile.push_passage(PassageKind::Summary, &dice.words(40), Place::part(Part::About));
    }
    let address = format!("https://www.linkedin.com/in/person-{number}");
    let source = Source { kind: SourceKind::Page, address, label: "LinkedIn".to_owned() };
    Reading { source, profile, coverage: Coverage::default(), document: None }
}

fn main() {
    let count = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let today = "2026-01-15".parse().unwrap();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for number in 0..count {
        let stored = Loupe::new().remember(&reading(number, &mut dice), None, today).unwrap();
        let line = serde_json::json!({ "id": stored.id, "row": stored.row, "record": stored.record });
        println!("{line}");
    }
}
