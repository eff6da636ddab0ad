//! Checks of a career's own dates, and of two sources of one career.

pub(crate) mod impossible_dates;
pub(crate) mod overlapping_roles;
pub(crate) mod sources_contradict;
