//! The checks: each one rule (`.rs`) and one page (`.md`) that is its documentation and its test.

mod case;
#[macro_use]
mod check;
mod compare;
mod file;
mod finding;
mod history;
mod identity;
mod page;
mod photo;
mod registry;
mod text;

pub use check::{Case, Check, Status, Subject};
pub use compare::photos::{PhotoPair, PhotoPairs};
pub use compare::texts::TextPairs;
pub use finding::{
    Bar, Evidence, Fact, Finding, FrameMember, FrameSegment, PhotoOverlay, PhotoSide, SeenRef, Segment, Strength,
};
pub use page::{Example, Page};
pub use photo::seen_elsewhere::photo_hub;
pub use registry::{CHECKS, DRAFTS, check, run_all, worth_verifying};
