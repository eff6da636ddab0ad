//! The sweep: all links between many readings, such as the files of a folder.

use std::collections::BTreeMap;

use loupe_checks::{Case, Finding, Strength, Subject};
use loupe_memory::{Entry, Memory, Sighting, SightingId};
use loupe_profile::Date;
use loupe_read::Reading;
use serde::Serialize;

use crate::sighting_id;

/// Two readings that share something no two people should share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What they share.
    pub kind: LinkKind,
    /// The address of the one; the lesser of the two by position.
    pub a: String,
    /// The address of the other.
    pub b: String,
    /// How much it weighs.
    pub strength: Strength,
    /// The finding that says so.
    pub evidence: Finding,
}

/// What two readings share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// A photo.
    Photo,
    /// A passage.
    Text,
    /// The document it was made from.
    File,
    /// An address.
    Contact,
    /// A career.
    Career,
}

impl LinkKind {
    /// The kind of link that a finding of this check is, if it speaks of two people.
    fn of(check: &str) -> Option<Self> {
        match check.split_once('/')? {
            ("photo", _) => Some(Self::Photo),
            ("text", _) => Some(Self::Text),
            ("file", _) => Some(Self::File),
            ("identity", "shared-contact") => Some(Self::Contact),
            ("history", "same-career") => Some(Self::Career),
            _ => None,
        }
    }
}

/// A reading that shares something with more others than this shares it with everybody.
const MAX_LINKED: usize = 1_000;

/// All links between readings, sorted by kind and then by the readings' order. `step` is called once for each reading.
pub fn sweep(readings: &[Reading], today: Date, mut step: impl FnMut()) -> Vec<Link> {
    let sightings: BTreeMap<SightingId, (usize, Sighting)> = readings
        .iter()
        .enumerate()
        .map(|(at, r)| (sighting_id(r), (at, Sighting::new(r.source.clone(), r.profile.clone(), today))))
        .collect();
    let mut memory = Memory::new();
    for (id, (_, sighting)) in &sightings {
        memory.insert(Entry::of(*id, &sighting.profile));
    }
    let mut links: BTreeMap<(LinkKind, usize, usize), Link> = BTreeMap::new();
    for (at, reading) in readings.iter().enumerate() {
        let recalled = memory.recall(&Entry::of(sighting_id(reading), &reading.profile), MAX_LINKED);
        let seen: Vec<Sighting> =
            recalled.iter().filter_map(|id| sightings.get(id).map(|(_, sighting)| sighting.clone())).collect();
        let subjects = [Subject { source: &reading.source, profile: &reading.profile }];
        let case = Case { subjects: &subjects, seen: &seen, today, unnamed_are_others: true };
        for finding in loupe_checks::run_all(&case) {
            let other = finding.seen.as_ref().and_then(|s| sightings.get(&s.id)).map(|(other, _)| *other);
            let (Some(kind), Some(other)) = (LinkKind::of(&finding.check), other) else { continue };
            let (a, b) = (at.min(other), at.max(other));
            let link = Link {
                kind,
                a: readings[a].source.address.clone(),
                b: readings[b].source.address.clone(),
                strength: finding.strength,
                evidence: finding,
            };
            let slot = links.entry((kind, a, b)).or_insert_with(|| link.clone());
            if link.strength > slot.strength {
                *slot = link;
            }
        }
        step();
    }
    links.into_values().collect()
}
