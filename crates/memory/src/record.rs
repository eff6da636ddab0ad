//! The stored form of a sighting: JSON with the number of its format, read through a chain of migrations.

use serde::{Deserialize, Serialize};

use crate::{RecordError, Sighting};

/// The format that is written. When it changes: raise it, add a step to `read`, keep the golden file of the old one.
pub(crate) const FORMAT: u64 = 1;

/// Records are bounded by what readers take from a page or a file; more than this was not written by Loupe.
const MAX_BYTES: usize = 8 * 1024 * 1024;

#[derive(Serialize)]
struct Record<'a> {
    format: u64,
    #[serde(flatten)]
    sighting: &'a Sighting,
}

#[derive(Deserialize)]
struct Format {
    format: u64,
}

impl Sighting {
    /// The record to store: JSON.
    pub fn to_record(&self) -> String {
        // Only maps with keys that are no strings, and hand-written serialisers, can fail here; there are none.
        serde_json::to_string(&Record { format: FORMAT, sighting: self }).unwrap_or_default()
    }

    /// A stored record without the picture of its photo, by whose fingerprints it is found again; nothing when there is
    /// none in it.
    ///
    /// # Errors
    /// As [`Sighting::from_record`].
    pub fn without_picture(record: &str) -> Result<Option<String>, RecordError> {
        let mut sighting = Self::from_record(record)?;
        let picture = sighting.profile.photo.as_mut().and_then(|photo| photo.thumbnail.take());
        Ok(picture.map(|_| sighting.to_record()))
    }

    /// Reads a stored record, of this or an earlier format.
    ///
    /// # Errors
    /// When it is of a newer format, larger than 8 MiB, or not a record.
    pub fn from_record(text: &str) -> Result<Self, RecordError> {
        if text.len() > MAX_BYTES {
            return Err(RecordError::TooLarge { bytes: text.len(), limit: MAX_BYTES });
        }
        let Format { format } = serde_json::from_str(text).map_err(|e| problem(&e))?;
        match format {
            0 => Err(RecordError::NoSuchFormat(format)),
            // Earlier formats go here, each turned into the next.
            1 => serde_json::from_str(text).map_err(|e| problem(&e)),
            found => Err(RecordError::Newer { found, known: FORMAT }),
        }
    }
}

/// The messages of `serde_json` repeat what stands in the record, so only the kind and the place are kept.
fn problem(error: &serde_json::Error) -> RecordError {
    let problem = match error.classify() {
        serde_json::error::Category::Eof => "the record ends early",
        serde_json::error::Category::Data => "a field is missing or of another kind",
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => "not JSON",
    };
    RecordError::Record { problem, line: error.line(), column: error.column() }
}
