//! An entry: what is kept in memory of a sighting, and its stored form, the row.

use loupe_profile::{Contact, ContactKind, Document, Mark, Profile, fold};
use loupe_sketch::{
    passage::{PassageSketch, SLOTS, sketches},
    photo::{LEAST_QUALITY, MAX_POINTS, MIN_QUALITY, Pdq, Point, Structure},
    stable_hash,
    text::Text,
};
use serde::{Deserialize, Serialize};

use crate::{RecordError, SightingId};

/// The format that is written: the first byte of a row. Changes with the fields, and with what a sketch means. Format 1
/// had no points of the photo; format 2 had a sketch for each passage, of runs of four words, which says nothing beside one of
/// today's and is left out when it is read. In the sketches of format 3 fewer formulas were ordinary wording, which changes
/// a few.
const FORMAT: u8 = 4;
/// The first format whose sketches of text can be compared with today's.
const COMPARABLE: u8 = 3;
/// Characters kept of a name.
const MAX_NAME: usize = 200;
/// Contacts kept.
const MAX_CONTACTS: usize = 64;
/// Ids and authors of a file kept, and ids of the editing sessions in it: of two files with a tenth of these in common, one in ten is kept
/// of both.
const MAX_FILE_IDS: usize = 16;
const MAX_REVISIONS: usize = 48;
/// Both.
const MAX_KEYS: usize = MAX_CONTACTS + MAX_FILE_IDS + MAX_REVISIONS;
/// Pieces of text kept; a long résumé has about thirty.
const MAX_PASSAGES: usize = 128;
/// Bytes a passage sketch.
const PASSAGE: usize = SLOTS * 4;
/// No row has more: names of four-byte characters, and the lengths.
const MAX_BYTES: usize = 64 + MAX_NAME * 4 + MAX_POINTS * Point::BYTES + MAX_KEYS * 8 + MAX_PASSAGES * PASSAGE;

/// What look-ups need of a sighting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which sighting.
    pub id: SightingId,
    /// The folded name; empty when there is none.
    pub name: String,
    /// The photo, if it has structure enough to be compared.
    pub photo: Option<Pdq>,
    /// The photo's key points by which it is found again; none of photos that were remembered before there were any.
    pub points: Vec<Point>,
    /// Hashes of the contacts and of the ids of the file, sorted, each once.
    pub keys: Vec<u64>,
    /// Sketches of the text's pieces, in the order of the source.
    pub passages: Vec<PassageSketch>,
    /// True when it was read from a row of an earlier format, so that something is not in it that the full record gives.
    pub is_old: bool,
}

/// The fields of a row after its format byte, as `postcard` writes them. Fixed-size lists are one run of bytes, so
/// that ten thousand rows load in no time.
#[derive(Serialize, Deserialize)]
struct Row<'a> {
    id: [u8; 8],
    name: &'a str,
    photo: Option<[u8; 32]>,
    /// See [`Point::to_bytes`].
    points: &'a [u8],
    /// Eight bytes a key, little-endian.
    keys: &'a [u8],
    /// Four bytes a slot, little-endian.
    passages: &'a [u8],
}

impl Entry {
    /// The entry of a profile that is remembered under `id`. At most 64 contacts and 128 passages are kept.
    pub fn of(id: SightingId, profile: &Profile) -> Self {
        let photo = profile.photo.as_ref().filter(|p| p.quality >= MIN_QUALITY);
        let structured = profile.photo.as_ref().filter(|p| p.quality >= LEAST_QUALITY);
        let structure = structured.and_then(|p| p.structure.as_ref()?.parse::<Structure>().ok());
        let mut keys: Vec<u64> = profile.contacts.iter().take(MAX_CONTACTS).map(contact_hash).collect();
        keys.sort_unstable();
        keys.dedup();
        let text = Text::of(profile.passages.iter().map(|p| p.quote.text.as_str()));
        Self {
            id,
            name: profile.name_text().map(fold).unwrap_or_default().chars().take(MAX_NAME).collect(),
            photo: photo.and_then(|p| p.sketch.as_ref()?.parse().ok()),
            points: structure.map(|s| s.points().to_vec()).unwrap_or_default(),
            keys,
            passages: sketches(&text, MAX_PASSAGES),
            is_old: false,
        }
    }

    /// With what its file can be known by. Of the ids of editing sessions those with the least hashes are kept, which are the
    /// same of all files that have them (a bottom sketch: Cohen and Kaplan 2007).
    #[must_use]
    pub fn with_document(mut self, document: Option<&Document>) -> Self {
        let Some(document) = document else { return self };
        let hash = |mark: &Mark| stable_hash(&[mark.kind().as_bytes(), mark.text().as_bytes()]);
        let (sessions, others): (Vec<Mark>, Vec<Mark>) =
            document.marks().into_iter().partition(|mark| matches!(mark, Mark::Session(_)));
        let mut sessions: Vec<u64> = sessions.iter().map(hash).collect();
        sessions.sort_unstable();
        self.keys.extend(others.iter().take(MAX_FILE_IDS).map(hash).chain(sessions.into_iter().take(MAX_REVISIONS)));
        self.keys.sort_unstable();
        self.keys.dedup();
        self
    }

    /// The row to store.
    pub fn to_bytes(&self) -> Vec<u8> {
        let name: String = self.name.chars().take(MAX_NAME).collect();
        let keys: Vec<u8> = self.keys.iter().take(MAX_KEYS).flat_map(|key| key.to_le_bytes()).collect();
        let passages = self.passages.iter().take(MAX_PASSAGES).flat_map(|p| p.0);
        let passages: Vec<u8> = passages.flat_map(u32::to_le_bytes).collect();
        let points: Vec<u8> = self.points.iter().take(MAX_POINTS).flat_map(Point::to_bytes).collect();
        let row = Row {
            id: self.id.0.to_le_bytes(),
            name: &name,
            photo: self.photo.map(|p| p.0),
            points: &points,
            keys: &keys,
            passages: &passages,
        };
        // Fails only when the buffer cannot grow; the vector's own growth would have ended the program before that.
        postcard::to_extend(&row, vec![FORMAT]).unwrap_or_default()
    }

    /// Reads a stored row.
    ///
    /// # Errors
    /// When it is of a newer format, larger than any row, or not a row.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RecordError> {
        if bytes.len() > MAX_BYTES {
            return Err(RecordError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
        }
        let (format, fields) = bytes.split_first().ok_or(RecordError::Row("is empty"))?;
        match *format {
            0 => return Err(RecordError::NoSuchFormat(0)),
            1..=FORMAT => {}
            newer => return Err(RecordError::Newer { found: newer.into(), known: FORMAT.into() }),
        }
        let is_old = *format < FORMAT;
        let row = if *format == 1 {
            postcard::take_from_bytes::<RowOne<'_>>(fields).map(|(row, rest)| (Row::from(row), rest))
        } else {
            postcard::take_from_bytes::<Row<'_>>(fields)
        };
        let (row, rest) = row.map_err(|e| RecordError::Row(problem(&e)))?;
        let (keys, odd_key) = row.keys.as_chunks::<8>();
        let (passages, odd_passage) = row.passages.as_chunks::<PASSAGE>();
        if !rest.is_empty() {
            return Err(RecordError::Row("goes on after its end"));
        }
        let (points, odd_point) = row.points.as_chunks::<{ Point::BYTES }>();
        if !odd_key.is_empty() || !odd_passage.is_empty() || !odd_point.is_empty() {
            return Err(RecordError::Row("holds a part of a key, a passage or a point"));
        }
        Ok(Self {
            id: SightingId(u64::from_le_bytes(row.id)),
            name: row.name.to_owned(),
            photo: row.photo.map(Pdq),
            points: points.iter().take(MAX_POINTS).filter_map(Point::of_bytes).collect(),
            keys: keys.iter().map(|key| u64::from_le_bytes(*key)).collect(),
            passages: if *format < COMPARABLE { Vec::new() } else { passages.iter().map(passage_of).collect() },
            is_old,
        })
    }
}

/// The fields of a row of format 1.
#[derive(Deserialize)]
struct RowOne<'a> {
    id: [u8; 8],
    name: &'a str,
    photo: Option<[u8; 32]>,
    contacts: &'a [u8],
    passages: &'a [u8],
}

impl<'a> From<RowOne<'a>> for Row<'a> {
    fn from(RowOne { id, name, photo, contacts, passages }: RowOne<'a>) -> Self {
        Self { id, name, photo, points: &[], keys: contacts, passages }
    }
}

fn passage_of(bytes: &[u8; PASSAGE]) -> PassageSketch {
    let mut slots = [0; SLOTS];
    for (slot, bytes) in slots.iter_mut().zip(bytes.as_chunks::<4>().0) {
        *slot = u32::from_le_bytes(*bytes);
    }
    PassageSketch(slots)
}

/// Equal for equal contacts. Two different ones with one hash only bring up a candidate; checks compare the keys.
fn contact_hash(contact: &Contact) -> u64 {
    let kind: &[u8] = match contact.kind {
        ContactKind::Email => b"email",
        ContactKind::Phone => b"phone",
        ContactKind::Handle => b"handle",
        ContactKind::Website => b"website",
    };
    stable_hash(&[kind, contact.key.as_bytes()])
}

fn problem(error: &postcard::Error) -> &'static str {
    match error {
        postcard::Error::DeserializeUnexpectedEnd => "ends early",
        postcard::Error::DeserializeBadUtf8 => "holds a name that is no text",
        _ => "holds what no row holds",
    }
}
