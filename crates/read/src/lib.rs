//! Pages and texts become profiles: the first half of the road.
//!
//! Every source becomes an [`Outline`]; one set of recognisers turns outlines into a [`loupe_profile::Profile`].

mod error;
mod outline;
mod reading;

pub use error::ReadError;
pub use outline::{Block, BlockKind, Outline};
pub use reading::{PageCapture, Reading};

use loupe_profile::Source;

/// Reads a captured page: by its site's file where there is one, else by the generic reader.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDeep`], [`ReadError::Gated`], [`ReadError::NoProfile`].
pub fn read_page(_capture: &PageCapture) -> Result<Reading, ReadError> {
    Err(ReadError::NoProfile)
}

/// Reads an outline as a résumé.
///
/// # Errors
/// [`ReadError::NoText`] when it has no words.
pub fn read_outline(_outline: &Outline, _source: Source) -> Result<Reading, ReadError> {
    Err(ReadError::NoText)
}

/// Reads plain text or Markdown as a résumé.
///
/// # Errors
/// [`ReadError::NoText`] when it has no words, [`ReadError::TooLarge`].
pub fn read_text(_text: &str, _source: Source) -> Result<Reading, ReadError> {
    Err(ReadError::NoText)
}

/// Reads a JSON Resume.
///
/// # Errors
/// [`ReadError::Damaged`] when it is no JSON Resume.
pub fn read_json_resume(_text: &str, _source: Source) -> Result<Reading, ReadError> {
    Err(ReadError::NoText)
}
