//! Checks of what a file says of itself.

pub(crate) mod author_conflict;
pub(crate) mod hidden_text;
pub(crate) mod shared_lineage;
