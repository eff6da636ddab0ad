//! The targets, as the fuzzer calls them. They stand in `targets.rs`, which the test of the corpus takes in as well.

mod targets;

pub use targets::{common, dates, docx, export, image, list, odt, page, pdf, rtf, text, words};
