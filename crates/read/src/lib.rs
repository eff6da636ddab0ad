//! Pages and texts become profiles: the first half of the road.
//!
//! Every source becomes an [`Outline`] or, on a known site, a set of pointed-at entries; one set of recognisers turns
//! either into a [`loupe_profile::Profile`].

mod address;
mod advert;
mod built;
mod contacts;
mod coverage;
mod data;
pub mod dates;
mod describe;
mod entries;
mod error;
mod find;
mod generic;
mod html;
mod item;
mod linked;
mod list;
mod load;
mod marked;
mod markup;
mod outline;
mod page;
mod photo;
mod places;
pub mod provenance;
mod reader;
mod reading;
mod redact;
mod rest;
mod resume;
mod saved;
mod selector;
mod site;
mod strategy;
mod tagged;
mod text;
mod whose;
mod words;

pub use advert::read_advert;
pub use error::ReadError;
pub use list::read_list;
pub use outline::{Block, BlockKind, Outline};
pub use page::read_page;
pub use reading::{Listing, PageCapture, Reading};
pub use redact::redact;
pub use resume::read_outline;
pub use saved::{html_outline, read_html_file};
pub use tagged::{Tagged, tagged_outline};
pub use text::{read_json_resume, read_text};
pub use words::is_heading;
