//! When two sources mean the same employer, title, school or degree, or show the same photo.
//!
//! Where in doubt, nothing is claimed: each question has a "surely the same" or a "surely another" and the wide field
//! between them gives no finding.

mod degree;
mod employer;
pub(crate) mod photos;
pub(crate) mod side;
pub(crate) mod texts;
mod title;

pub(crate) use degree::surely_another_degree;
pub(crate) use employer::{is_employer, mentions, might_be_same_employer, same_employer, same_school};
pub(crate) use title::similar_titles;
