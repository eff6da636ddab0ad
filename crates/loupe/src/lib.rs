//! The engine: read, recall, examine, remember, sweep. The one public API of Loupe.
//!
//! The road in calls: [`loupe_read::read_page`] or [`files::read_file`] gives a [`Reading`]; [`Loupe::recall`] names the
//! stored sightings that share something with it; [`Loupe::examine`] gives the [`Report`]; [`Loupe::remember`] gives
//! what to store. A page of many people goes from [`loupe_read::read_list`] through [`Loupe::recall_list`] to
//! [`Loupe::look_up`], and nothing of it is stored. Nothing here reads a clock, a disk or a network.

#[cfg(feature = "files")]
pub mod files;
mod list;
pub mod picture;
mod report;
mod sweep;

use loupe_checks::{Case, PhotoPairs, Subject, TextPairs};
use loupe_memory::{Entry, Memory, RecordError, Sighting, SightingId};
use loupe_profile::{Advert, Coverage, Date, Part, PartState, PhotoClaim, Profile, Source, SourceKind};
use loupe_read::Reading;

pub use list::{ListReport, MAX_CARDS, MAX_LIST_RECALLED};
pub use loupe_checks as checks;
pub use loupe_memory as memory;
pub use loupe_profile as profile;
pub use loupe_read as read;
pub use loupe_sketch as sketch;
pub use report::Report;
pub use sweep::{Frame, Hub, Link, LinkKind, Swept, sweep};

/// At most this many earlier sightings are fetched for one examination; those that share most come first.
pub const MAX_RECALLED: usize = 64;

/// The engine with what this user has seen.
#[derive(Debug, Default)]
pub struct Loupe {
    memory: Memory,
    /// Those whose row was of an earlier format.
    old: Vec<SightingId>,
}

/// What to store for a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Under which id.
    pub id: SightingId,
    /// The small row that is loaded at start; see [`Entry`].
    pub row: Vec<u8>,
    /// The full record; see [`Sighting`].
    pub record: String,
}

impl Loupe {
    /// An engine that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Loads a stored row into memory.
    ///
    /// # Errors
    /// A row that is damaged or of a newer version.
    pub fn load(&mut self, row: &[u8]) -> Result<(), RecordError> {
        let entry = Entry::from_bytes(row)?;
        self.old.extend(entry.is_old.then_some(entry.id));
        self.memory.insert(entry);
        Ok(())
    }

    /// The sightings that were loaded from rows of an earlier format: something of them is not found until
    /// [`Loupe::renew`] was given their records.
    pub fn old(&self) -> &[SightingId] {
        &self.old
    }

    /// Makes the row of a stored record anew, and takes it into memory.
    ///
    /// # Errors
    /// A record that is damaged or of a newer version.
    pub fn renew(&mut self, record: &str) -> Result<Remembered, RecordError> {
        let sighting = Sighting::from_record(record)?;
        let entry = Entry::of(sighting.id, &sighting.profile).with_document(sighting.document.as_ref());
        let remembered = Remembered { id: sighting.id, row: entry.to_bytes(), record: record.to_owned() };
        self.old.retain(|id| *id != sighting.id);
        self.memory.insert(entry);
        Ok(remembered)
    }

    /// How many sightings are in memory.
    pub fn len(&self) -> usize {
        self.memory.len()
    }

    /// True when nothing was seen yet.
    pub fn is_empty(&self) -> bool {
        self.memory.is_empty()
    }

    /// The stored sightings whose full records [`Loupe::examine`] needs, at most [`MAX_RECALLED`].
    pub fn recall(&self, readings: &[Reading]) -> Vec<SightingId> {
        let own: Vec<_> = readings.iter().map(sighting_id).collect();
        let mut recalled = Vec::new();
        for reading in readings {
            for found in self.memory.recall(&entry_of(reading), MAX_RECALLED) {
                if !own.contains(&found) && !recalled.contains(&found) {
                    recalled.push(found);
                }
            }
        }
        recalled.truncate(MAX_RECALLED);
        recalled
    }

    /// Examines the sources of one person, the first being what is in front of the user, against each other and
    /// against earlier sightings, and against the adverts that the user knows.
    pub fn examine(readings: &[Reading], seen: &[Sighting], adverts: &[Advert], today: Date) -> Report {
        let subjects: Vec<_> = readings.iter().map(subject_of).collect();
        let findings = if subjects.is_empty() {
            Vec::new()
        } else {
            loupe_checks::run_all(&Case {
                subjects: &subjects,
                seen,
                adverts,
                today,
                unnamed_are_others: false,
                photos: PhotoPairs::default(),
                texts: TextPairs::default(),
            })
        };
        Report::new(readings, findings, today)
    }

    /// What to store for a reading, and takes it into memory. `previous` is the record already stored under its id.
    ///
    /// # Errors
    /// A previous record that is damaged or of a newer version: it is left as it is.
    pub fn remember(
        &mut self,
        reading: &Reading,
        previous: Option<&str>,
        today: Date,
    ) -> Result<Remembered, RecordError> {
        let mut sighting = sighting_of(reading, today);
        if let Some(previous) = previous {
            sighting = sighting.merge_previous(Sighting::from_record(previous)?, &reading.coverage);
        }
        let entry = Entry::of(sighting.id, &sighting.profile).with_document(sighting.document.as_ref());
        let remembered = Remembered { id: sighting.id, row: entry.to_bytes(), record: sighting.to_record() };
        self.old.retain(|id| *id != sighting.id);
        self.memory.insert(entry);
        Ok(remembered)
    }

    /// Takes a sighting out of memory.
    pub fn forget(&mut self, id: SightingId) {
        self.old.retain(|old| *old != id);
        self.memory.remove(id);
    }
}

/// The id under which a reading is remembered.
pub fn sighting_id(reading: &Reading) -> SightingId {
    SightingId::of(&reading.source, reading.profile.name_text())
}

/// A reading as it is looked at by checks.
fn subject_of(reading: &Reading) -> Subject<'_> {
    Subject { source: &reading.source, profile: &reading.profile, document: reading.document.as_ref() }
}

/// What look-ups need of a reading.
fn entry_of(reading: &Reading) -> Entry {
    Entry::of(sighting_id(reading), &reading.profile).with_document(reading.document.as_ref())
}

/// A reading as one that is seen today for the first time.
fn sighting_of(reading: &Reading, today: Date) -> Sighting {
    Sighting::new(reading.source.clone(), reading.profile.clone(), today).with_document(reading.document.as_ref())
}

/// An image file alone, as a reading with nothing but a photo.
pub fn read_photo(photo: PhotoClaim, file_name: &str) -> Reading {
    let source = Source { kind: SourceKind::File, address: file_name.to_owned(), label: file_name.to_owned() };
    let mut coverage = Coverage { reader: "image".to_owned(), ..Coverage::default() };
    for part in Part::COVERED {
        let read = part == Part::Photo;
        coverage.set(part, if read { PartState::Read } else { PartState::Absent }, usize::from(read));
    }
    Reading { source, profile: Profile { photo: Some(photo), ..Profile::default() }, coverage, document: None }
}
