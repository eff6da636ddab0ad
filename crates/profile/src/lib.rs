//! The words of Loupe as types: what a source claims of one person, and where each claim was read.
//!
//! Everything else depends on this crate and it depends on nothing of Loupe. It does no I/O and has no clock.

mod advert;
mod contact;
mod coverage;
mod date;
mod document;
mod full_time;
pub mod json_resume;
mod marks;
mod name;
mod person;
mod quote;
mod source;
mod unicode;

pub use advert::Advert;
pub use contact::{Contact, ContactKind};
pub use coverage::{Coverage, EntryField, Gap, PartCoverage, PartState};
pub use date::{Date, DateError, End, Span};
pub use document::{Document, DocumentId, Font, HiddenReason, HiddenText};
pub use full_time::says_full_time;
pub use marks::{Mark, names_person};
pub use name::{NameMatch, compare_names, fold};
pub use person::{Certificate, Passage, PassageKind, PhotoClaim, Profile, ProvenanceKind, ProvenanceMark, Role, Study};
pub use quote::{Part, Place, Quote};
pub use source::{Source, SourceKind};
pub use unicode::{Parts, decompose, is_mark, nfkd};
