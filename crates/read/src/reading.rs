//! A reading: what came of reading one source.

use loupe_profile::{Coverage, Document, Profile, Source};
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
    /// What the file says of itself beside its text; nothing for pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

/// A page that lists people (search results, applicants, bids): each card as a small reading of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Listing {
    /// The page.
    pub source: Source,
    /// How it was read: the id of a site file, or `generic`.
    pub reader: String,
    /// The people on it, in the order of the page. Each card's source is the person's own page where the card links to
    /// it, else the list's address.
    pub cards: Vec<Reading>,
    /// Cards that stand there and could not be read: no name, masked, or not loaded yet.
    pub unread: u32,
    /// True when the list goes on beyond what is shown.
    #[serde(default)]
    pub more: bool,
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
