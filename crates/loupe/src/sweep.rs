//! The sweep: all links between many readings, such as the files of a folder.

use std::collections::{BTreeMap, BTreeSet};

use loupe_checks::{Case, Evidence, Finding, PhotoPairs, Strength, TextPairs};
use loupe_memory::{Entry, HUB, Memory, Sighting, SightingId};
use loupe_profile::Date;
use loupe_read::Reading;
use serde::Serialize;

use crate::{entry_of, sighting_id, sighting_of, subject_of};

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
            // Told of all that share a frame, see [`Frame`].
            ("text", "template-family") => None,
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

/// What a sweep gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Swept {
    /// The links, sorted by kind and then by the readings' order.
    pub links: Vec<Link>,
    /// Pictures that stand under so many names that they link nobody.
    pub hubs: Vec<Hub>,
    /// Texts of three and more that were made from one frame.
    pub frames: Vec<Frame>,
}

/// Texts made from one frame, in the slots of which each has something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The addresses of the readings, in their order.
    pub readings: Vec<String>,
    /// The finding that says so, of one of them.
    pub evidence: Finding,
}

/// One picture under many names: a site's default picture, a firm's logo, a stock photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hub {
    /// What they share: a photo.
    pub kind: LinkKind,
    /// The addresses of the readings with it, in their order.
    pub readings: Vec<String>,
}

/// All links between readings. `step` is called once for each reading.
pub fn sweep(readings: &[Reading], today: Date, mut step: impl FnMut()) -> Swept {
    let sightings: BTreeMap<SightingId, (usize, Sighting)> =
        readings.iter().enumerate().map(|(at, r)| (sighting_id(r), (at, sighting_of(r, today)))).collect();
    let places: BTreeMap<&str, usize> =
        readings.iter().enumerate().map(|(at, r)| (r.source.address.as_str(), at)).collect();
    let mut memory = Memory::new();
    for (id, (_, sighting)) in &sightings {
        memory.insert(Entry::of(*id, &sighting.profile).with_document(sighting.document.as_ref()));
    }
    let mut links: BTreeMap<(LinkKind, usize, usize), Link> = BTreeMap::new();
    let mut hubs: Vec<BTreeSet<usize>> = Vec::new();
    let mut frames: Vec<(BTreeSet<usize>, Finding)> = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        let recalled = memory.recall(&entry_of(reading), MAX_LINKED);
        let seen: Vec<Sighting> =
            recalled.iter().filter_map(|id| sightings.get(id).map(|(_, sighting)| sighting.clone())).collect();
        let subjects = [subject_of(reading)];
        let case = Case {
            subjects: &subjects,
            seen: &seen,
            today,
            unnamed_are_others: true,
            photos: PhotoPairs::default(),
            texts: TextPairs::default(),
            adverts: &[],
        };
        let findings = loupe_checks::run_all(&case);
        if seen.len() > HUB && !findings.iter().any(|finding| finding.check == "photo/seen-elsewhere") {
            let sharing = loupe_checks::photo_hub(&case);
            let sharing = sharing.iter().filter_map(|id| sightings.get(id)).map(|(other, _)| *other);
            take_in(&mut hubs, sharing.collect(), at);
        }
        for finding in findings {
            let framed: BTreeSet<usize> =
                frame_of(&finding).filter_map(|address| places.get(address).copied()).collect();
            if !framed.is_empty() {
                // Each of its members finds it; the largest of those within each other is told.
                if !frames.iter().any(|(known, _)| known.is_superset(&framed)) {
                    frames.retain(|(known, _)| !framed.is_superset(known));
                    frames.push((framed, finding));
                }
                continue;
            }
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
    // A picture may be recognised as many people's by some of them only: what the others would make of it is no link.
    links.retain(|(kind, a, b), _| {
        *kind != LinkKind::Photo || !hubs.iter().any(|hub| hub.contains(a) && hub.contains(b))
    });
    let hubs = hubs.iter().map(|hub| Hub {
        kind: LinkKind::Photo,
        readings: hub.iter().map(|at| readings[*at].source.address.clone()).collect(),
    });
    let hubs = hubs.collect();
    let frames = frames.into_iter().map(|(members, evidence)| Frame {
        readings: members.iter().map(|at| readings[*at].source.address.clone()).collect(),
        evidence,
    });
    Swept { links: links.into_values().collect(), hubs, frames: frames.collect() }
}

/// The addresses of those whose texts are made from one frame; none where a finding says something else.
fn frame_of(finding: &Finding) -> impl Iterator<Item = &str> {
    let members = finding.evidence.iter().flat_map(|evidence| match evidence {
        Evidence::Frame { members, .. } => members.as_slice(),
        _ => &[],
    });
    members.map(|member| member.source.address.as_str())
}

/// Adds a reading and those who share its picture to the hub that one of them is in, or as one more.
fn take_in(hubs: &mut Vec<BTreeSet<usize>>, mut sharing: BTreeSet<usize>, at: usize) {
    if sharing.is_empty() {
        return;
    }
    sharing.insert(at);
    let (met, others): (Vec<_>, Vec<_>) = hubs.drain(..).partition(|hub| !hub.is_disjoint(&sharing));
    sharing.extend(met.into_iter().flatten());
    *hubs = others;
    hubs.push(sharing);
    hubs.sort_by_key(|hub| hub.first().copied());
}
