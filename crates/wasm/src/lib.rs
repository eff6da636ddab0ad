//! The engine's face for the extension: conversions and nothing else.
//!
//! Every failure becomes a JavaScript `Error` whose `name` is a stable id (`too-deep`, `damaged-record`), so that the
//! panel can show its own words, and whose `message` is one English line.

#![expect(clippy::needless_pass_by_value, reason = "what wasm-bindgen hands over is owned")]

mod photo;

pub use photo::{Crop, decode_photo};

use js_sys::{Array, Uint8Array};
use loupe::{
    ListReport, Loupe, Report,
    memory::{RecordError, Sighting, SightingId},
    profile::{Advert, Date, PhotoClaim},
    read::{Listing, PageCapture, ReadError, Reading},
};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// What to store for a reading.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct Remembered {
    /// Under which id.
    pub id: SightingId,
    /// The row that is loaded at start.
    #[serde(with = "bytes")]
    #[tsify(type = "Uint8Array")]
    pub row: Vec<u8>,
    /// The full record.
    pub record: String,
}

/// A check as the catalogue lists it.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct CheckInfo {
    /// Its id.
    pub id: String,
    /// The version of its rule.
    pub rule: u16,
    /// How settled it is.
    pub status: loupe::checks::Status,
}

/// The engine and what this user has seen.
#[derive(Debug, Default)]
#[wasm_bindgen]
pub struct Engine {
    loupe: Loupe,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that has seen nothing.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Loads stored rows; returns how many could be read.
    pub fn load(&mut self, #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] rows: Array) -> u32 {
        let rows = rows.iter().map(|row| Uint8Array::new(&row).to_vec());
        rows.map(|row| u32::from(self.loupe.load(&row).is_ok())).sum()
    }

    /// The ids of the sightings that were loaded from rows of an earlier format.
    pub fn old(&self) -> Vec<String> {
        self.loupe.old().iter().map(ToString::to_string).collect()
    }

    /// What to store for a record whose row is of an earlier format; takes it into memory.
    ///
    /// # Errors
    /// A record that is damaged or newer than this engine.
    pub fn renew(&mut self, record: &str) -> Result<Ts<Remembered>, JsValue> {
        let stored = self.loupe.renew(record).map_err(|e| record_error(&e))?;
        Remembered { id: stored.id, row: stored.row, record: stored.record }.into_ts().map_err(malformed)
    }

    /// Reads a captured page.
    ///
    /// # Errors
    /// A [`ReadError`], or a capture of another shape.
    pub fn read_page(&self, capture: Ts<PageCapture>) -> Result<Ts<Reading>, JsValue> {
        let capture = capture.to_rust().map_err(malformed)?;
        let reading = loupe::read::read_page(&capture).map_err(|e| read_error(&e))?;
        reading.into_ts().map_err(malformed)
    }

    /// Reads a captured page that lists people; `read_page` throws `many-people` for such a page.
    ///
    /// # Errors
    /// A [`ReadError`], or a capture of another shape.
    pub fn read_list(&self, capture: Ts<PageCapture>) -> Result<Ts<Listing>, JsValue> {
        let capture = capture.to_rust().map_err(malformed)?;
        let listing = loupe::read::read_list(&capture).map_err(|e| read_error(&e))?;
        listing.into_ts().map_err(malformed)
    }

    /// An image file alone, as a profile with nothing but a photo.
    ///
    /// # Errors
    /// A claim of another shape.
    pub fn read_image(&self, photo: Ts<PhotoClaim>, file_name: String) -> Result<Ts<Reading>, JsValue> {
        let photo = photo.to_rust().map_err(malformed)?;
        loupe::read_photo(photo, &file_name).into_ts().map_err(malformed)
    }

    /// True when the photo of a reading has enough in it to be compared with others, and when there is none.
    ///
    /// # Errors
    /// A reading of another shape.
    pub fn is_compared(&self, reading: Ts<Reading>) -> Result<bool, JsValue> {
        let photo = reading.to_rust().map_err(malformed)?.profile.photo;
        Ok(photo.is_none_or(|photo| photo.quality >= loupe::sketch::photo::MIN_QUALITY))
    }

    /// Ids of the stored sightings whose records `examine` needs.
    ///
    /// # Errors
    /// Readings of another shape.
    pub fn recall(&self, readings: Vec<Ts<Reading>>) -> Result<Vec<String>, JsValue> {
        let ids = self.loupe.recall(&to_readings(&readings)?);
        Ok(ids.iter().map(ToString::to_string).collect())
    }

    /// Examines the sources of one person against each other and against stored records. Records that cannot be read
    /// are passed over.
    ///
    /// # Errors
    /// Readings of another shape.
    pub fn examine(
        &self,
        readings: Vec<Ts<Reading>>,
        seen: Vec<String>,
        adverts: Vec<Ts<Advert>>,
        now_ms: f64,
    ) -> Result<Ts<Report>, JsValue> {
        let adverts: Result<Vec<Advert>, _> = adverts.iter().map(Ts::to_rust).collect();
        let adverts = adverts.map_err(malformed)?;
        let report = Loupe::examine(&to_readings(&readings)?, &to_sightings(&seen), &adverts, day(now_ms));
        report.into_ts().map_err(malformed)
    }

    /// The advert of a job on a captured page, if there is one.
    ///
    /// # Errors
    /// A capture of another shape.
    pub fn read_advert(&self, capture: Ts<PageCapture>) -> Result<Option<Ts<Advert>>, JsValue> {
        let capture = capture.to_rust().map_err(malformed)?;
        loupe::read::read_advert(&capture).map(|advert| advert.into_ts().map_err(malformed)).transpose()
    }

    /// The advert of a job whose text was pasted; nothing for an empty one.
    ///
    /// # Errors
    /// Never, of a text.
    pub fn pasted_advert(&self, text: &str) -> Result<Option<Ts<Advert>>, JsValue> {
        Advert::pasted(text).map(|advert| advert.into_ts().map_err(malformed)).transpose()
    }

    /// Ids of the stored sightings whose records `look_up` needs.
    ///
    /// # Errors
    /// A listing of another shape.
    pub fn recall_list(&self, listing: Ts<Listing>) -> Result<Vec<String>, JsValue> {
        let listing = listing.to_rust().map_err(malformed)?;
        Ok(self.loupe.recall_list(&listing.cards).iter().map(ToString::to_string).collect())
    }

    /// Looks up every person of a list among stored records and one another. Records that cannot be read are passed
    /// over.
    ///
    /// # Errors
    /// A listing of another shape.
    pub fn look_up(&self, listing: Ts<Listing>, seen: Vec<String>, now_ms: f64) -> Result<Ts<ListReport>, JsValue> {
        let listing = listing.to_rust().map_err(malformed)?;
        Loupe::look_up(listing, &to_sightings(&seen), day(now_ms)).into_ts().map_err(malformed)
    }

    /// What to store for a reading; takes it into memory. `previous` is the record stored under its id.
    ///
    /// # Errors
    /// A reading of another shape, or a previous record that is damaged or newer than this engine.
    pub fn remember(
        &mut self,
        reading: Ts<Reading>,
        previous: Option<String>,
        now_ms: f64,
    ) -> Result<Ts<Remembered>, JsValue> {
        let reading = reading.to_rust().map_err(malformed)?;
        let stored = self.loupe.remember(&reading, previous.as_deref(), day(now_ms)).map_err(|e| record_error(&e))?;
        Remembered { id: stored.id, row: stored.row, record: stored.record }.into_ts().map_err(malformed)
    }

    /// A stored record without the picture of its photo; nothing when there is none in it.
    ///
    /// # Errors
    /// A record that is damaged or newer than this engine.
    pub fn without_picture(&self, record: String) -> Result<Option<String>, JsValue> {
        Sighting::without_picture(&record).map_err(|e| record_error(&e))
    }

    /// The id under which a reading is remembered.
    ///
    /// # Errors
    /// A reading of another shape.
    pub fn sighting_id(&self, reading: Ts<Reading>) -> Result<String, JsValue> {
        Ok(loupe::sighting_id(&reading.to_rust().map_err(malformed)?).to_string())
    }

    /// Takes a sighting out of memory. An id that is none is nobody's.
    pub fn forget(&mut self, id: String) {
        if let Ok(id) = SightingId::try_from(id) {
            self.loupe.forget(id);
        }
    }

    /// Every check there is.
    ///
    /// # Errors
    /// None that a caller could cause.
    pub fn checks(&self) -> Result<Vec<Ts<CheckInfo>>, JsValue> {
        let info = |check: &&loupe::checks::Check| {
            CheckInfo { id: check.id.to_owned(), rule: check.rule, status: check.status }.into_ts().map_err(malformed)
        };
        loupe::checks::CHECKS.iter().map(info).collect()
    }
}

fn to_sightings(records: &[String]) -> Vec<Sighting> {
    records.iter().filter_map(|record| Sighting::from_record(record).ok()).collect()
}

fn to_readings(readings: &[Ts<Reading>]) -> Result<Vec<Reading>, JsValue> {
    readings.iter().map(|reading| reading.to_rust().map_err(malformed)).collect()
}

/// The calendar day of a time, in UTC: a report says when it was made as finely as that and no finer.
fn day(now_ms: f64) -> Date {
    let now = jiff::Timestamp::from_millisecond(now_ms as i64).unwrap_or_default();
    let date = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date::new(date.year(), Some(date.month() as u8), Some(date.day() as u8)).unwrap_or(Date::month_of(date.year(), 1))
}

pub(crate) fn named_error(name: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name(name);
    error.into()
}

pub(crate) fn read_error(error: &ReadError) -> JsValue {
    named_error(error.id(), &error.to_string())
}

fn record_error(error: &RecordError) -> JsValue {
    named_error("damaged-record", &error.to_string())
}

pub(crate) fn malformed(error: tsify::Error) -> JsValue {
    named_error("malformed", &error.to_string())
}

mod bytes {
    //! Bytes cross as a `Uint8Array`, not as a list of numbers.

    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        Vec::deserialize(deserializer)
    }
}
