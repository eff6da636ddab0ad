//! Checks of running text.

pub(crate) mod copied_job_ad;
pub(crate) mod placeholder;
pub(crate) mod repeated_within;
pub(crate) mod seen_elsewhere;
pub(crate) mod template_family;
