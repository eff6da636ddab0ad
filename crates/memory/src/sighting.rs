//! A sighting: one profile as seen at one place.

use loupe_profile::{Date, Profile, Source};
use serde::{Deserialize, Serialize};

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
}

/// The id of a sighting: 16 hexadecimal digits, the same for the same source and folded name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify), tsify(type = "string"))]
pub struct SightingId(pub u64);

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
