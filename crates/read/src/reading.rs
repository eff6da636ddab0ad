//! A reading: what came of reading one source.

use loupe_profile::{Coverage, Profile, Source};
use serde::{Deserialize, Serialize};

/// One source, read: what it claims and how completely that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Reading {
    /// Where it came from.
    pub source: Source,
    /// What it claims.
    pub profile: Profile,
    /// What was read and what was not.
    pub coverage: Coverage,
}

/// A page as the extension captured it or as it was saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct PageCapture {
    /// The page's address.
    pub url: String,
    /// The document as HTML: open shadow roots as `<template shadowrootmode="open">`, what is not rendered marked
    /// `data-loupe-hidden`, images numbered `data-loupe-image`, scripts and styles left out (JSON scripts kept).
    pub html: String,
    /// True when the capture left something out for the sake of bounded work.
    #[serde(default)]
    pub cut: bool,
}
