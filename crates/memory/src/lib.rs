//! What this user has seen before: sightings, their stored form, and look-ups among them.
//!
//! On the road memory stands beside the profile: a [`Sighting`] is kept in full as a record, its [`Entry`] as a small
//! row. At start every row is loaded into [`Memory`], which names the sightings that share something with a new one;
//! only those records are then fetched, and the checks decide. Where rows and records are stored is not known here.

mod entry;
mod error;
mod hub;
mod memory;
mod record;
mod sighting;

pub use entry::Entry;
pub use error::RecordError;
pub use hub::HUB;
pub use memory::{Memory, Recalled};
pub use sighting::{Sighting, SightingId};
