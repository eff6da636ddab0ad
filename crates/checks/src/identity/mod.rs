//! Checks of who a profile says it is.

pub(crate) mod shared_contact;
