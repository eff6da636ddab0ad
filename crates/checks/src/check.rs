//! A check: one rule with a stable id and one page of documentation.

use std::collections::BTreeMap;

use loupe_memory::Sighting;
use loupe_profile::{Advert, Date, Document, Profile, Quote, Source};
use serde::{Deserialize, Serialize};

use crate::{Evidence, Fact, Finding, PhotoPairs, SeenRef, Strength, TextPairs};

/// The text of a check's page. Not compiled into what runs in a browser: the panel has the words that users read in files
/// of its own, and nothing there asks for the rest.
macro_rules! page {
    ($file:literal) => {
        if cfg!(target_family = "wasm") { "" } else { include_str!($file) }
    };
}

/// One rule: what it is called, its page, and the function that looks.
#[derive(Debug)]
pub struct Check {
    /// `group/what-it-finds`. Never changed, never used again for another rule.
    pub id: &'static str,
    /// The version of the rule; raised when the same profile could give another finding.
    pub rule: u16,
    /// How settled it is.
    pub status: Status,
    /// The page that a user reads; its examples are the check's tests. Empty in a browser.
    pub page: &'static str,
    /// Looks at a case and adds what it finds.
    pub run: fn(&Case<'_>, &mut Vec<Finding>),
}

/// How settled a check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Status {
    /// New: its false-alarm rate is not yet measured on enough real profiles.
    Preview,
    /// Measured, and kept.
    Stable,
    /// On its way out; kept so that old reports can be read.
    Deprecated,
}

/// One source of the person who is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Where it came from.
    pub source: &'a Source,
    /// What it claims.
    pub profile: &'a Profile,
    /// What the file says of itself; nothing for pages.
    pub document: Option<&'a Document>,
}

/// What a check looks at. The first subject is what is in front of the user; the others are further sources of the
/// same person.
#[derive(Debug)]
pub struct Case<'a> {
    /// The sources of one person; never empty.
    pub subjects: &'a [Subject<'a>],
    /// Earlier sightings that share something with a subject, whatever their names. Checks compare the names.
    pub seen: &'a [Sighting],
    /// Adverts that the user opened or pasted.
    pub adverts: &'a [Advert],
    /// The day of the examination.
    pub today: Date,
    /// Whether who is named nowhere counts as somebody else. For links between files, many of which name nobody;
    /// never for a report on a person, where a name that was not read is no other name.
    pub unnamed_are_others: bool,
    /// Photos beside each other; empty until a check asks.
    pub photos: PhotoPairs,
    /// Texts beside each other; empty until a check asks.
    pub texts: TextPairs<'a>,
}

impl Check {
    /// The group: the part of the id before the slash.
    pub fn group(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    /// A finding of this check, to which facts and evidence are added.
    pub fn finding(&self, strength: Strength) -> Finding {
        Finding {
            check: self.id.to_owned(),
            rule: self.rule,
            strength,
            args: BTreeMap::new(),
            facts: Vec::new(),
            evidence: Vec::new(),
            seen: None,
        }
    }
}

impl Finding {
    /// The group of its check: the part of the id before the slash.
    pub fn group(&self) -> &str {
        self.check.split('/').next().unwrap_or(&self.check)
    }

    /// Adds a quoted fact; the beginning of its text becomes an argument of the same name, for questions that quote it.
    #[must_use]
    pub fn fact(mut self, name: &str, quote: &Quote, source: &Source) -> Self {
        self.args.insert(name.to_owned(), beginning(&quote.text));
        self.facts.push(Fact { name: name.to_owned(), quote: quote.clone(), source: source.clone() });
        self
    }

    /// Adds an argument for the words of the page.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Adds evidence that can be drawn.
    #[must_use]
    pub fn evidence(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// Points to the earlier sighting that the finding is about.
    #[must_use]
    pub fn seen(mut self, sighting: &Sighting) -> Self {
        self.seen = Some(SeenRef {
            id: sighting.id,
            name: sighting.profile.name_text().unwrap_or_default().to_owned(),
            source: sighting.source.clone(),
            on: sighting.last_seen,
        });
        self
    }
}

/// A question quotes a dozen words of a passage, not all of it.
fn beginning(text: &str) -> String {
    const WORDS: usize = 12;
    let mut words = text.split(' ');
    let mut beginning = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        beginning.push_str(" …");
    }
    beginning
}
