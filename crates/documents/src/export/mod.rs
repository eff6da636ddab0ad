//! LinkedIn's data export ("Get a copy of your data") → profile.
//!
//! An archive of CSV files, one a kind of thing. The names of files and columns are those of a complete export written
//! down in 2026-07 (39 files, the French notes of a public reader of exports) and agree with the fixtures of some
//! twenty other public readers, 2021 to 2026. Whatever the language of the account, they are English.
//!
//! An export is full of other people: connections, messages, invitations, recommendations. Those files are never
//! opened. Of the subject, what no check looks at (birth date, address, maiden name) is not read either.

mod profile;
mod rows;

use crate::pack::Pack;
use loupe_profile::{Coverage, Document, EntryField, Gap, Part, PartState, Profile, Source};
use loupe_read::{ReadError, Reading};
use rows::Rows;

/// One kind of file that is read: its name, all of its columns, and the part that it is.
struct File {
    name: &'static str,
    columns: &'static [&'static str],
    /// How many of the columns must be there, from the first.
    needed: usize,
    part: Part,
    read: fn(&Rows, &mut Profile),
}

const FILES: [File; 10] = [
    File {
        name: "Profile.csv",
        columns: &[
            "First Name",
            "Last Name",
            "Maiden Name",
            "Address",
            "Birth Date",
            "Headline",
            "Summary",
            "Industry",
            "Zip Code",
            "Geo Location",
            "Twitter Handles",
            "Websites",
            "Instant Messengers",
        ],
        needed: 2,
        part: Part::Name,
        read: profile::read_person,
    },
    File {
        name: "Profile Summary.csv",
        columns: &["Profile Summary"],
        needed: 1,
        part: Part::About,
        read: profile::read_summary,
    },
    File {
        name: "Positions.csv",
        columns: &["Company Name", "Title", "Description", "Location", "Started On", "Finished On"],
        needed: 2,
        part: Part::Roles,
        read: profile::read_roles,
    },
    File {
        name: "Education.csv",
        columns: &["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"],
        needed: 1,
        part: Part::Studies,
        read: profile::read_studies,
    },
    File { name: "Skills.csv", columns: &["Name"], needed: 1, part: Part::Skills, read: profile::read_skills },
    File {
        name: "Certifications.csv",
        columns: &["Name", "Url", "Authority", "Started On", "Finished On", "License Number"],
        needed: 1,
        part: Part::Certificates,
        read: profile::read_certificates,
    },
    File {
        name: "Email Addresses.csv",
        columns: &["Email Address", "Confirmed", "Primary", "Updated On"],
        needed: 1,
        part: Part::Contacts,
        read: profile::read_emails,
    },
    File {
        name: "PhoneNumbers.csv",
        columns: &["Extension", "Number", "Type"],
        needed: 2,
        part: Part::Contacts,
        read: profile::read_phones,
    },
    File {
        name: "Projects.csv",
        columns: &["Title", "Description", "Url", "Started On", "Finished On"],
        needed: 2,
        part: Part::Other,
        read: profile::read_projects,
    },
    File {
        name: "Volunteering.csv",
        columns: &["Company Name", "Role", "Cause", "Started On", "Finished On", "Description"],
        needed: 2,
        part: Part::Other,
        read: profile::read_projects,
    },
];

/// Files of which one at least is in every export of a profile.
const MARKS: [&str; 2] = ["Profile.csv", "Positions.csv"];
/// An archive of more files is no export.
const MAX_NAMES: usize = 10_000;

/// True for an archive that is an export.
pub(crate) fn is_one(pack: &Pack<'_>) -> bool {
    pack.names().take(MAX_NAMES).any(|name| MARKS.contains(&file_name(&name)))
}

/// Some exports keep their files in a folder.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Reads an export.
pub(crate) fn read(pack: &mut Pack<'_>, source: Source) -> Result<Reading, ReadError> {
    let names: Vec<String> = pack.names().take(MAX_NAMES).collect();
    let mut profile = Profile::default();
    let mut known = false;
    for file in &FILES {
        let Some(name) = names.iter().find(|name| file_name(name) == file.name) else { continue };
        let text = pack.text(name)?.unwrap_or_default();
        if let Some(rows) = Rows::read(&text, file.columns.get(..file.needed).unwrap_or_default()) {
            (file.read)(&rows, &mut profile);
            known = true;
        }
    }
    if !known {
        return Err(ReadError::UnknownFormat);
    }
    finish(profile, source, |_| PartState::Absent)
}

/// Reads one file of an export alone, when its header is exactly one that is known; else gives nothing.
pub(crate) fn read_single(text: &str, source: Source) -> Option<Result<Reading, ReadError>> {
    let first = text.trim_start().lines().next()?;
    // One column named "Name" may be anything.
    let file =
        FILES.iter().filter(|file| file.columns.len() > 2).find(|file| first.trim() == file.columns.join(","))?;
    let rows = Rows::read(text, file.columns).filter(|rows| rows.is_exactly(file.columns))?;
    let mut profile = Profile::default();
    (file.read)(&rows, &mut profile);
    // The rest of the person is in other files.
    let state = |part| if part == file.part { PartState::Absent } else { PartState::NotRecognised };
    Some(finish(profile, source, state))
}

fn finish(profile: Profile, source: Source, unread: impl Fn(Part) -> PartState) -> Result<Reading, ReadError> {
    if profile.is_empty() {
        return Err(ReadError::NoProfile);
    }
    let mut coverage = Coverage { reader: "linkedin-export".to_owned(), ..Coverage::default() };
    for part in Part::COVERED {
        let count = profile.count(part);
        coverage.set(part, if count > 0 { PartState::Read } else { unread(part) }, count);
    }
    let gap = |part, at: usize, field| Gap { part, entry: at as u32 + 1, field, state: PartState::Absent };
    let gaps = |part, at, fields: [(EntryField, bool); 3]| {
        fields.into_iter().filter(|(_, there)| !there).map(move |(field, _)| gap(part, at, field))
    };
    let roles = profile.roles.iter().enumerate().flat_map(|(at, role)| {
        let there = [
            (EntryField::Title, role.title.is_some()),
            (EntryField::Organisation, role.employer.is_some()),
            (EntryField::Dates, role.span.is_some()),
        ];
        gaps(Part::Roles, at, there)
    });
    let studies = profile.studies.iter().enumerate().flat_map(|(at, study)| {
        let there = [
            (EntryField::Title, study.degree.is_some()),
            (EntryField::Organisation, study.school.is_some()),
            (EntryField::Dates, study.span.is_some()),
        ];
        gaps(Part::Studies, at, there)
    });
    coverage.gaps = roles.chain(studies).collect();
    let document = Document { format: "linkedin-export".to_owned(), ..Document::default() };
    Ok(Reading { source, profile, coverage, document: Some(document) })
}
