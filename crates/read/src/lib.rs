//! Pages and texts become profiles: the first half of the road.
//!
//! Every source becomes an [`Outline`] or, on a known site, a set of pointed-at entries; one set of recognisers turns
//! either into a [`loupe_profile::Profile`].

pub mod dates;
mod entries;
mod error;
mod generic;
mod html;
mod item;
mod outline;
mod page;
mod reading;
mod resume;
mod site;
mod text;
mod words;

pub use error::ReadError;
pub use outline::{Block, BlockKind, Outline};
pub use page::{read_list, read_page};
pub use reading::{Listing, PageCapture, Reading};
pub use resume::read_outline;
pub use text::{read_json_resume, read_text};
