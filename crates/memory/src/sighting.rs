//! A sighting: one profile as seen at one place.

use loupe_profile::{Coverage, Date, Document, Part, PartState, Profile, Quote, Source, SourceKind, Span, fold};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One profile as seen at one place, first and last on these days. The full record; look-ups use its [`crate::Entry`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Sighting {
    /// Which one; the same source of the same name is the same sighting.
    pub id: SightingId,
    /// Where.
    pub source: Source,
    /// The day it was first seen.
    pub first_seen: Date,
    /// The day it was last seen.
    pub last_seen: Date,
    /// What it claimed then.
    pub profile: Profile,
    /// What the file says of itself, without what nobody sees in it; nothing for pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

/// The id of a sighting: 16 hexadecimal digits, the same for the same source and folded name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify), tsify(type = "string"))]
pub struct SightingId(pub u64);

impl Sighting {
    /// A profile seen today for the first time.
    pub fn new(source: Source, mut profile: Profile, today: Date) -> Self {
        let id = SightingId::of(&source, profile.name_text());
        // The number by which a capture knows its image means nothing once the page is gone.
        if let Some(photo) = &mut profile.photo {
            photo.image = None;
        }
        Self { id, source, first_seen: today, last_seen: today, profile, document: None }
    }

    /// With what its file says of itself.
    #[must_use]
    pub fn with_document(self, document: Option<&Document>) -> Self {
        let kept = |document: &Document| Document { hidden: Vec::new(), ..document.clone() };
        Self { document: document.map(kept), ..self }
    }

    /// Takes over what an earlier sighting of the same source and name knew: the day it was first seen, the photo if its
    /// pixels were seen then and not now, and the parts that the page did not show this time, as `coverage` says. A sighting
    /// with another id changes nothing.
    #[must_use]
    pub fn merge_previous(mut self, previous: Self, coverage: &Coverage) -> Self {
        if previous.id != self.id {
            return self;
        }
        if previous.first_seen.surely_before(self.first_seen) {
            self.first_seen = previous.first_seen;
        }
        if self.last_seen.surely_before(previous.last_seen) {
            self.last_seen = previous.last_seen;
        }
        for part in Part::COVERED.into_iter().filter(|part| !matches!(part, Part::Name | Part::Photo)) {
            if is_unshown(part, &self.profile, &previous.profile, coverage) {
                take_over(part, &mut self.profile, &previous.profile);
            }
        }
        let was_sketched = previous.profile.photo.as_ref().is_some_and(|p| p.sketch.is_some());
        let is_sketched = self.profile.photo.as_ref().is_some_and(|p| p.sketch.is_some());
        if was_sketched && !is_sketched {
            // As a whole: a sketch under the address of another image would be a false claim.
            self.profile.photo = previous.profile.photo;
        }
        self.document = self.document.or(previous.document);
        self
    }
}

/// True for a part of which less was shown than was seen before: a page that shows one part of a profile, a frame that had
/// not loaded, a list of which the site shows the beginning. What the page shows otherwise than before has changed.
fn is_unshown(part: Part, now: &Profile, before: &Profile, coverage: &Coverage) -> bool {
    let Some(row) = coverage.parts.iter().find(|row| row.part == part) else { return false };
    let is_cut = || {
        let known = entries(before, part);
        row.more && entries(now, part).iter().all(|entry| known.contains(entry))
    };
    before.count(part) > now.count(part)
        && match row.state {
            PartState::NotLoaded | PartState::NotRecognised => now.count(part) == 0,
            PartState::Read => is_cut(),
            PartState::Absent => false,
        }
}

/// What the entries of a part say, without where they stand.
fn entries(profile: &Profile, part: Part) -> Vec<(String, Option<Span>)> {
    let said = |quote: &Quote| (fold(&quote.text), None);
    match part {
        Part::Roles => profile.roles.iter().map(|role| (fold(&role.label()), role.span)).collect(),
        Part::Studies => profile.studies.iter().map(|study| (fold(&study.label()), study.span)).collect(),
        Part::Certificates => profile.certificates.iter().filter_map(|c| c.name.as_ref()).map(said).collect(),
        Part::Skills => profile.skills.iter().map(said).collect(),
        Part::Contacts => profile.contacts.iter().map(|contact| (contact.key.clone(), None)).collect(),
        _ => Vec::new(),
    }
}

/// Puts a part of `before`, with the texts that hang on its entries, in the place of the same part of `now`.
fn take_over(part: Part, now: &mut Profile, before: &Profile) {
    match part {
        Part::Headline => now.headline.clone_from(&before.headline),
        Part::Location => now.location.clone_from(&before.location),
        Part::Contacts => now.contacts.clone_from(&before.contacts),
        Part::Roles => now.roles.clone_from(&before.roles),
        Part::Studies => now.studies.clone_from(&before.studies),
        Part::Skills => now.skills.clone_from(&before.skills),
        Part::Certificates => now.certificates.clone_from(&before.certificates),
        Part::Name | Part::Photo | Part::About | Part::Other => {}
    }
    now.passages.retain(|passage| passage.quote.place.part != part);
    now.passages.extend(before.passages.iter().filter(|passage| passage.quote.place.part == part).cloned());
}

impl SightingId {
    /// The id of a profile of `name` at `source`: the first eight bytes of the SHA-256 of kind, address and folded
    /// name.
    ///
    /// Not a quick hash: a file may be given any name, and one that is made to share the id of another person's page
    /// would take its place in memory.
    pub fn of(source: &Source, name: Option<&str>) -> Self {
        let kind: &[u8] = match source.kind {
            SourceKind::Page => b"page",
            SourceKind::File => b"file",
        };
        let name = name.map(fold).unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [kind, source.address.as_bytes(), name.as_bytes()] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let digest = hash.finalize();
        Self(digest.iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
    }
}

impl std::fmt::Display for SightingId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl From<SightingId> for String {
    fn from(id: SightingId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for SightingId {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&text, 16).map(Self)
    }
}
