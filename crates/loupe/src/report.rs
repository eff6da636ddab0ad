//! The report: the findings and the coverage of one examination.

use loupe_checks::{Finding, worth_verifying};
use loupe_profile::{Date, NameMatch, compare_names};
use loupe_read::Reading;
use serde::{Deserialize, Serialize};

/// What one examination found. Deterministic: the same input gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify), tsify(hashmap_as_object))]
pub struct Report {
    /// The version of the engine.
    pub engine: String,
    /// The day of the examination.
    pub today: Date,
    /// The sources of the person, each with its coverage; the first is what is in front of the user.
    pub readings: Vec<Reading>,
    /// Two of the sources name different people: they may not be of one person.
    #[serde(default)]
    pub names_differ: bool,
    /// What was found, strongest first. Empty means that nothing was found, not that anything was verified.
    pub findings: Vec<Finding>,
    /// How many of the findings are worth verifying: the strong and medium ones, when there is one strong or there are
    /// two medium ones of different groups. Weak findings never count.
    pub worth_verifying: u32,
}

impl Report {
    pub(crate) fn new(readings: &[Reading], findings: Vec<Finding>, today: Date) -> Self {
        Self {
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            today,
            readings: readings.to_vec(),
            names_differ: names_differ(readings),
            worth_verifying: worth_verifying(&findings),
            findings,
        }
    }
}

fn names_differ(readings: &[Reading]) -> bool {
    let names: Vec<&str> = readings.iter().filter_map(|r| r.profile.name_text()).collect();
    names.iter().any(|a| names.iter().any(|b| compare_names(a, b) == NameMatch::Different))
}
