//! The photo bench: portraits made by code, what people do to portraits, and how well the one is found by the other.
//!
//! Nobody's face is in it: every person is drawn from a number. Method, commands and results are in `README.md`.
#![allow(clippy::many_single_char_names, reason = "coordinates")]

mod body;
pub mod edits;
pub mod growth;
pub mod lot;
pub mod measure;
pub mod paint;
pub mod person;
pub mod picture;
pub mod table;
