//! What this user has seen before: sightings, their stored form, and look-ups among them.

mod sighting;

pub use sighting::{Sighting, SightingId};
