//! The text bench: texts written by rules, what people do to texts that they take over, and how well the one is linked
//! with the other. Method, commands and results are in `README.md`.

pub mod edits;
pub mod grammar;
pub mod growth;
pub mod invented;
