//! A draft of an entry: what was found of a role or a study before it is known which name is the position's and which
//! the employer's.

use loupe_profile::Span;

use crate::{dates, places};

use super::{prose::Paragraph, segment::Look};

/// An entry in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    /// Names in the order of the document: position and employer, degree and school, sometimes a place.
    pub(super) names: Vec<Unit>,
    /// What a label says is the position or the degree.
    pub(super) title: Option<String>,
    /// What a label says is the employer or the school.
    pub(super) organisation: Option<String>,
    /// Where.
    pub(super) place: Option<String>,
    /// Behind which of the names a known place stood, and behind which mark.
    pub(super) place_behind: Option<(usize, usize)>,
    /// The dates as written, and as understood.
    pub(super) dates: Option<(String, Span)>,
    /// Running text.
    pub(super) texts: Vec<Paragraph>,
    /// The page of a paged document.
    pub(super) page: Option<u32>,
    /// How its first line looks.
    pub(super) look: Option<Look>,
    /// It stands under the header of the entry before: a further role at the same employer.
    pub(super) goes_on: bool,
}

/// A line, a cell, or a part of a line that names something.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Unit {
    pub(super) text: String,
    /// How it looks compared with the other names: heading, bold, size.
    pub(super) prominence: i32,
    /// It stands in a line of its own, not as a part of one.
    pub(super) whole: bool,
}

/// Which kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Role,
    Study,
}

impl Draft {
    /// True when one name was found, and maybe a place.
    pub(super) fn is_lone(&self) -> bool {
        let named = self.names.iter().filter(|unit| {
            let bare = unit.text.trim_matches(['(', ')']);
            !places::may_be_place(bare) && !dates::is_duration(bare)
        });
        named.count() == 1 && self.title.is_none() && self.organisation.is_none()
    }

    /// True when nothing but text was found.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.title.is_none() && self.organisation.is_none()
    }
}
