//! Checks of the profile photo, as a whole image. Nothing of a face is ever computed.

pub(crate) mod provenance;
pub(crate) mod seen_elsewhere;
