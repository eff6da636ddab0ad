//! A sighting with every field filled, and small ones for look-ups.
#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses its part, and these are tests")]

use loupe_memory::Sighting;
use loupe_profile::{
    Certificate, Contact, Date, End, Part, Passage, PassageKind, PhotoClaim, Place, Profile, Quote, Role, Source,
    SourceKind, Span, Study,
};

pub(crate) const SKETCH: &str = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

pub(crate) const STORY: &str = "Moved the billing of forty shops from a nightly batch to events, which cut the time from \
                         order to invoice from nineteen hours to six minutes.";

pub(crate) fn page(address: &str) -> Source {
    Source { kind: SourceKind::Page, address: address.to_owned(), label: "LinkedIn".to_owned() }
}

pub(crate) fn day(year: i16, month: u8, day: u8) -> Date {
    Date::new(year, Some(month), Some(day)).unwrap()
}

pub(crate) fn quote(text: &str, part: Part) -> Quote {
    Quote::new(text, Place::entry(part, 0))
}

pub(crate) fn named(name: &str) -> Profile {
    Profile { name: Some(quote(name, Part::Name)), ..Profile::default() }
}

pub(crate) fn photo(sketch: &str) -> PhotoClaim {
    PhotoClaim {
        address: "https://media.example/1.jpg".to_owned(),
        image: Some(4),
        sketch: Some(sketch.to_owned()),
        structure: None,
        provenance: Vec::new(),
        quality: 100,
        thumbnail: Some("data:image/png;base64,iVBORw0KGgo=".to_owned()),
    }
}

pub(crate) fn passage(text: &str) -> Passage {
    Passage { kind: PassageKind::Summary, quote: quote(text, Part::About) }
}

pub(crate) fn contact(text: &str) -> Contact {
    Contact::parse(text, Place::part(Part::Contacts)).unwrap()
}

/// Every field filled.
pub(crate) fn full() -> Sighting {
    let span = Some(Span { start: Some(Date::month_of(2019, 3)), end: End::Open });
    let past = Some(Span { start: Date::new(2012, None, None).ok(), end: End::On(Date::month_of(2015, 7)) });
    let profile = Profile {
        name: Some(quote("Maren Holtby", Part::Name)),
        headline: Some(quote("Engineer – “payments”", Part::Headline)),
        location: Some(quote("Oxmere", Part::Location)),
        photo: Some(photo(SKETCH)),
        contacts: vec![contact("maren.holtby@mail.example"), contact("+44 20 7946 0958")],
        roles: vec![Role {
            title: Some(quote("Engineer", Part::Roles)),
            employer: Some(quote("Quay Labs", Part::Roles)),
            span,
            dates: Some(quote("Mar 2019 – Present", Part::Roles)),
            location: Some(quote("Oxmere", Part::Roles)),
            full_time: Some(quote("Full-time", Part::Roles)),
        }],
        studies: vec![Study {
            school: Some(quote("Oxmere University", Part::Studies)),
            degree: Some(quote("BSc", Part::Studies)),
            span: past,
            dates: Some(quote("2012 – July 2015", Part::Studies)),
        }],
        skills: vec![quote("Rust", Part::Skills)],
        certificates: vec![Certificate {
            name: Some(quote("Lifeboat crew", Part::Certificates)),
            issuer: Some(quote("Harbour Board", Part::Certificates)),
            span: past,
            dates: Some(quote("2012", Part::Certificates)),
        }],
        passages: vec![passage(STORY), passage("Too short for a sketch.")],
    };
    Sighting::new(page("https://www.linkedin.com/in/maren-holtby/"), profile, day(2026, 2, 9))
}
