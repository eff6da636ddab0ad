//! The reading bench's scorer: what was rendered (truth) against what was read, field by field.
//!
//! The way through it: `truth` loads what a layout says, `read` turns a profile into the same shape, `pair` finds which
//! entry of the one is which of the other, `fields` says what of each pair agrees, `tally` counts, `table` prints.

pub mod corpus;
mod fields;
mod pair;
mod read;
mod same;
pub mod table;
pub mod tally;
mod truth;

pub use fields::score;
pub use read::{Entry, Read, Row};
pub use truth::{Shown, Truth};
