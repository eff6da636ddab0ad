//! LinkedIn's data export: what it says of its owner, and nobody else.

#![allow(clippy::unwrap_used, clippy::panic)]

mod made;

use loupe_documents::read_file;
use loupe_profile::{ContactKind, Date, End, EntryField, Part, PartState, PassageKind};
use loupe_read::{ReadError, Reading};
use made::zip_of;

const PROFILE: &str = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n\
    Maren,Holtby,Ryde,\"1 Quay Street, Hull\",\"Mar 4, 1990\",\"Platform Engineer, mostly\",\"I keep things \"\"up\"\".\n\nAnd write it down.\",Software Development,HU1,\"Hull, England, United Kingdom\",[marenholtby],\"[PORTFOLIO:https://maren.example,BLOG:https://notes.maren.example/a]\",\n";
const POSITIONS: &str = "Company Name,Title,Description,Location,Started On,Finished On\n\
    Fernrill Systems,Principal Engineer,\"• Own the replication layer.\n• Mentor six engineers.\",\"Leeds, United Kingdom\",Aug 2022,\n\
    Quay Labs,Developer,R&amp;D of the pipeline.,,Jan 2018,Aug 2020\n\
    Pennine Post,Tester,,,2016,2018\n\
    ,,Nothing,,2015,2016\n\
    Osgood Instruments,Intern,,,,\n";
const EDUCATION: &str = "School Name,Start Date,End Date,Notes,Degree Name,Activities\n\
    Oxmere University,2014,2018,,BSc Computing,Chess club\n";
const CERTIFICATES: &str = "Name,Url,Authority,Started On,Finished On,License Number\n\
    Certified Lock Keeper,https://cert.example/1,Canal Trust,Jan 2023,Jan 2026,L-1\n";
const EMAILS: &str = "Email Address,Confirmed,Primary,Updated On\nmaren@maren.example,Yes,Yes,1/1/24\nMaren@maren.example,No,No,1/1/20\n";
const PHONES: &str = "Extension,Number,Type\n,+44 20 7946 0958,Mobile\n,,Mobile\n";
const CONNECTIONS: &str = "Notes:\n\"When exporting your connection data…\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nRune,Astell,https://www.linkedin.com/in/rune-astell,rune@astell.example,Quay Labs,Engineer,01 Jan 2020\n";

fn read(parts: &[(&str, &str)]) -> Result<Reading, ReadError> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    read_file(&zip_of(&parts), "export.zip")
}

fn whole() -> Reading {
    read(&[
        ("Connections.csv", CONNECTIONS),
        ("messages.csv", "\"FROM\",\"CONTENT\"\nRune Astell,Hello\n"),
        ("Recommendations_Received.csv", "First Name,Last Name,Text\nRune,Astell,Splendid\n"),
        ("Profile.csv", PROFILE),
        ("Positions.csv", POSITIONS),
        ("Education.csv", EDUCATION),
        ("Skills.csv", "Name\nRust\nRuby on Rails\n"),
        ("Certifications.csv", CERTIFICATES),
        ("Email Addresses.csv", EMAILS),
        ("PhoneNumbers.csv", PHONES),
        (
            "Projects.csv",
            "Title,Description,Url,Started On,Finished On\nLocks,Mapped every lock in Yorkshire.,,2020,\n",
        ),
    ])
    .unwrap()
}

#[test]
fn the_owner_is_read() {
    let reading = whole();
    let profile = &reading.profile;
    assert_eq!(profile.name_text(), Some("Maren Holtby"));
    assert_eq!(profile.headline.as_ref().unwrap().text, "Platform Engineer, mostly");
    assert_eq!(profile.location.as_ref().unwrap().text, "Hull, England, United Kingdom");
    let roles: Vec<_> = profile.roles.iter().map(loupe_profile::Role::label).collect();
    assert_eq!(
        roles,
        [
            "Principal Engineer, Fernrill Systems",
            "Developer, Quay Labs",
            "Tester, Pennine Post",
            "Intern, Osgood Instruments"
        ]
    );
    let span = |at: usize| profile.roles[at].span.unwrap();
    assert_eq!((span(0).start, span(0).end), (Some(Date::month_of(2022, 8)), End::Open));
    assert_eq!((span(1).start, span(1).end), (Some(Date::month_of(2018, 1)), End::On(Date::month_of(2020, 8))));
    let dates = |at: usize| profile.roles[at].dates.as_ref().map(|dates| dates.text.as_str());
    assert_eq!((dates(0), dates(1), dates(3)), (Some("Aug 2022"), Some("Jan 2018 – Aug 2020"), None));
    assert_eq!(profile.roles[0].location.as_ref().unwrap().text, "Leeds, United Kingdom");
    let study = &profile.studies[0];
    assert_eq!(
        (study.label().as_str(), study.span.unwrap().end.date().is_some()),
        ("BSc Computing, Oxmere University", true)
    );
    assert_eq!(profile.skills.iter().map(|skill| skill.text.as_str()).collect::<Vec<_>>(), ["Rust", "Ruby on Rails"]);
    assert_eq!(profile.certificates[0].issuer.as_ref().unwrap().text, "Canal Trust");
    let texts = |kind| {
        let of_kind = profile.passages.iter().filter(move |passage| passage.kind == kind);
        of_kind.map(|passage| passage.quote.text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(texts(PassageKind::Summary), ["I keep things \"up\".", "And write it down."]);
    assert_eq!(
        texts(PassageKind::Role),
        ["Own the replication layer.", "Mentor six engineers.", "R&D of the pipeline."]
    );
    assert_eq!(texts(PassageKind::Other), ["Mapped every lock in Yorkshire."]);
}

#[test]
fn contacts_are_the_owners_each_once() {
    let contacts: Vec<_> = whole().profile.contacts.iter().map(|contact| (contact.kind, contact.key.clone())).collect();
    let expected = [
        (ContactKind::Website, "maren.example"),
        (ContactKind::Website, "notes.maren.example/a"),
        (ContactKind::Handle, "twitter.com/marenholtby"),
        (ContactKind::Email, "maren@maren.example"),
        (ContactKind::Phone, "+442079460958"),
    ];
    assert_eq!(contacts, expected.map(|(kind, key)| (kind, key.to_owned())));
}

#[test]
fn other_people_and_what_is_nobodys_business_are_not_read() {
    let told = format!("{:?}", whole());
    for word in ["Rune", "Astell", "Hello", "Splendid", "1990", "Ryde", "Quay Street", "HU1"] {
        assert!(!told.contains(word), "{word}");
    }
}

#[test]
fn coverage_says_what_was_there() {
    let reading = whole();
    assert_eq!(reading.coverage.reader, "linkedin-export");
    assert_eq!(reading.document.unwrap().format, "linkedin-export");
    assert_eq!(reading.coverage.state(Part::Roles), PartState::Read);
    assert_eq!(reading.coverage.state(Part::Photo), PartState::Absent);
    let gaps: Vec<_> = reading.coverage.gaps.iter().map(|gap| (gap.part, gap.entry, gap.field)).collect();
    assert_eq!(gaps, [(Part::Roles, 4, EntryField::Dates)]);
}

#[test]
fn folders_old_letters_and_other_line_ends_are_no_obstacle() {
    let latin: Vec<u8> = "First Name,Last Name,Headline\r\nZoë,Ångström,Größe\r\n".chars().map(|ch| ch as u8).collect();
    let reading = read_file(&zip_of(&[("Basic_Export/Profile.csv", &latin)]), "export.zip").unwrap();
    assert_eq!(reading.profile.name_text(), Some("Zoë Ångström"));
    assert_eq!(read(&[("Positions.csv", "Something,Else\n1,2\n")]), Err(ReadError::UnknownFormat));
    assert_eq!(read(&[("Connections.csv", CONNECTIONS)]), Err(ReadError::UnknownFormat));
}

#[test]
fn one_file_alone_is_read_when_its_header_is_known() {
    let reading = read_file(format!("\u{FEFF}{POSITIONS}").as_bytes(), "Positions.csv").unwrap();
    assert_eq!((reading.profile.roles.len(), reading.coverage.reader.as_str()), (4, "linkedin-export"));
    assert_eq!(reading.coverage.state(Part::Studies), PartState::NotRecognised);
    // Other people's, and lists of anything, are text.
    for text in [CONNECTIONS, "Name\nRust\n"] {
        assert!(read_file(text.as_bytes(), "x.csv").is_ok_and(|reading| reading.coverage.reader == "text"));
    }
}
