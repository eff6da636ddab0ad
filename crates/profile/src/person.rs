//! The profile: one person's claims, each with the quote it was read from.

use serde::{Deserialize, Serialize};

use crate::{Contact, Part, Quote, Span};

/// What one source claims of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Profile {
    /// The person's name as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Quote>,
    /// The line under the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Quote>,
    /// Where the person says they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Quote>,
    /// The profile photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoClaim>,
    /// Ways to reach the person.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// Work, in the order of the source.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Education, in the order of the source.
    #[serde(default)]
    pub studies: Vec<Study>,
    /// Skills, in the order of the source.
    #[serde(default)]
    pub skills: Vec<Quote>,
    /// Certificates, in the order of the source.
    #[serde(default)]
    pub certificates: Vec<Certificate>,
    /// Running text: the summary, descriptions of roles, their bullets.
    #[serde(default)]
    pub passages: Vec<Passage>,
}

impl Profile {
    /// The name's text, or nothing.
    pub fn name_text(&self) -> Option<&str> {
        self.name.as_ref().map(|q| q.text.as_str())
    }

    /// True when nothing at all was read.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many entries of a part were read.
    pub fn count(&self, part: Part) -> usize {
        match part {
            Part::Name => usize::from(self.name.is_some()),
            Part::Headline => usize::from(self.headline.is_some()),
            Part::Location => usize::from(self.location.is_some()),
            Part::Photo => usize::from(self.photo.is_some()),
            Part::Contacts => self.contacts.len(),
            Part::About => self.passages.iter().filter(|p| p.kind == PassageKind::Summary).count(),
            Part::Roles => self.roles.len(),
            Part::Studies => self.studies.len(),
            Part::Skills => self.skills.len(),
            Part::Certificates => self.certificates.len(),
            Part::Other => self.passages.iter().filter(|p| p.kind == PassageKind::Other).count(),
        }
    }

    /// Roles and studies that have dates: what it is called, its part, its span and the quote of the dates.
    pub fn dated_entries(&self) -> impl Iterator<Item = (String, Part, Span, &Quote)> {
        let roles = self.roles.iter().filter_map(|r| Some((r.label(), Part::Roles, r.span?, r.dates.as_ref()?)));
        let studies = self.studies.iter().filter_map(|s| Some((s.label(), Part::Studies, s.span?, s.dates.as_ref()?)));
        roles.chain(studies)
    }
}

/// One position held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Role {
    /// The position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// The employer or client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Quote>,
    /// When, as understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// When, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Quote>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Quote>,
    /// The words that state full-time work ("Full-time", "Vollzeit"); absent unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_time: Option<Quote>,
}

impl Role {
    /// What people would call it: "Developer, Quay Labs".
    pub fn label(&self) -> String {
        label([self.title.as_ref(), self.employer.as_ref()])
    }
}

/// One course of study.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Study {
    /// The school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<Quote>,
    /// Degree and field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<Quote>,
    /// When, as understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// When, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Quote>,
}

impl Study {
    /// What people would call it: "Bachelor of Science, Oxmere University".
    pub fn label(&self) -> String {
        label([self.degree.as_ref(), self.school.as_ref()])
    }
}

fn label(parts: [Option<&Quote>; 2]) -> String {
    parts.into_iter().flatten().map(|q| q.text.as_str()).collect::<Vec<_>>().join(", ")
}

/// A certificate or licence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Certificate {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Quote>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Quote>,
    /// When it was issued (the start) and expires (the end).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The dates as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Quote>,
}

/// A piece of running text: one paragraph or bullet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Passage {
    /// What it belongs to.
    pub kind: PassageKind,
    /// The text and its place.
    pub quote: Quote,
}

/// What a passage belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum PassageKind {
    /// The text about the person.
    Summary,
    /// What was done in a role.
    Role,
    /// What was done in a course of study.
    Study,
    /// Other running text: letters, proposals, projects.
    Other,
}

/// The profile photo: where it stands and, once its pixels were seen, its sketch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PhotoClaim {
    /// The image's address as the page gives it; empty for an image inside a file.
    #[serde(default)]
    pub address: String,
    /// The number that the capture gave the image (`data-loupe-image`), by which its pixels can be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<u32>,
    /// The photo's PDQ hash in hexadecimal, 64 digits. See `loupe_sketch::photo::Pdq`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sketch: Option<String>,
    /// The photo's structure in base64, at most 2.6 KB. See `loupe_sketch::photo::Structure`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub structure: Option<String>,
    /// How much structure the photo has, 0 to 100; below 50 it is not compared.
    #[serde(default)]
    pub quality: u8,
    /// A small JPEG or PNG of it as a `data:` address, to show beside a later find; at most 12 KiB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<String>,
    /// What the image's file says of how it was made, the most telling first; see `loupe_read::provenance`. Empty says
    /// nothing: most sites take such marks out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provenance: Vec<ProvenanceMark>,
}

/// A mark in an image's file of how the image was made. Whoever writes a file can write it and take it out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct ProvenanceMark {
    /// What it says.
    pub kind: ProvenanceKind,
    /// Where in the file it stands: "PNG tEXt parameters", "C2PA manifest, not validated, JPEG APP11".
    pub place: String,
    /// The beginning of the words as they stand, at most 160 characters.
    pub words: String,
}

/// What a mark in an image's file says, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum ProvenanceKind {
    /// The image came out of a generator.
    Generated,
    /// A part of it did, or a generator changed it.
    Composed,
    /// A program that wrote or retouched it.
    Software,
    /// It carries a C2PA manifest, as images of cameras, programs and sites of every kind do.
    C2pa,
}
