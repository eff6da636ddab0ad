//! Checks of running text.

pub(crate) mod seen_elsewhere;
