//! Checks of running text.

pub(crate) mod placeholder;
pub(crate) mod repeated_within;
pub(crate) mod seen_elsewhere;
pub(crate) mod template_family;
