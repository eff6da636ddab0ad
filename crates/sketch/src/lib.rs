//! Sketches: fixed-size fingerprints by which photos and passages that were seen before are found again.
//!
//! On the road they stand beside the profile: memory keeps them, checks compare them. Nothing here does I/O, decodes an
//! image or knows of a person. Only whole images are sketched, never a face. The same input gives the same bytes on
//! every system and in WASM: arithmetic is IEEE `+ - * /` and integers, and the one cosine comes from `libm`.

pub mod common;
pub mod flat;
pub mod frame;
mod hash;
mod ordinary;
pub mod passage;
pub mod photo;
pub mod text;
mod words;

pub use hash::stable_hash;
