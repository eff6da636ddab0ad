//! The checks: each one rule (`.rs`) and one page (`.md`) that is its documentation and its test.

mod check;
mod finding;

pub use check::{Case, Check, Status, Subject};
pub use finding::{Bar, Evidence, Fact, Finding, SeenRef, Segment, Strength};
