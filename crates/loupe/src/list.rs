//! The look-up of a list: every person on a page of many, compared with what was seen before and with one another.
//!
//! Nobody on a list is remembered: the user has opened none of them.

use std::collections::{BTreeMap, BTreeSet};

use loupe_checks::{Case, PhotoPairs, TextPairs};
use loupe_memory::{Entry, Memory, Recalled, Sighting, SightingId};
use loupe_profile::{Date, Source};
use loupe_read::{Listing, Reading};
use serde::{Deserialize, Serialize};

use crate::{Loupe, MAX_RECALLED, Report, entry_of, sighting_of, subject_of};

/// At most this many earlier sightings are fetched for one list; those that share most with their card come first.
pub const MAX_LIST_RECALLED: usize = 256;

/// Cards beyond these are not looked up, and the list is said to go on.
pub const MAX_CARDS: usize = 200;

/// What looking up a list gave. Deterministic: the same input gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct ListReport {
    /// The page.
    pub source: Source,
    /// How it was read: the id of a site file, or `generic`.
    pub reader: String,
    /// The people on it in the order of the page, whatever was found: each an examination of one reading, in which
    /// only what it shares with somebody else is told.
    pub cards: Vec<Report>,
    /// How many of them share something.
    pub sharing: u32,
    /// Which of the sightings that findings speak of stand on this very list and were never stored, sorted.
    pub beside: Vec<SightingId>,
    /// Cards that stand there and could not be read.
    pub unread: u32,
    /// True when the list goes on beyond what was looked up.
    pub more: bool,
}

impl Loupe {
    /// The stored sightings whose full records [`Loupe::look_up`] needs, at most [`MAX_LIST_RECALLED`]: those who show
    /// that a picture is many people's first, then the best of each card, then the second best of each, so that no card
    /// takes the room of the others.
    pub fn recall_list(&self, cards: &[Reading]) -> Vec<SightingId> {
        let entries = cards.iter().take(MAX_CARDS).map(entry_of);
        let recalled: Vec<Recalled> =
            entries.map(|entry| self.memory.recall_with_witnesses(&entry, MAX_RECALLED)).collect();
        // A picture that is many people's is mostly the same one on all cards, and so are they who show it.
        let witnesses = recalled.iter().flat_map(|recalled| &recalled.witnesses);
        let by_rank = (0..MAX_RECALLED).flat_map(|rank| recalled.iter().filter_map(move |card| card.found.get(rank)));
        let mut taken = BTreeSet::new();
        witnesses.chain(by_rank).filter(|id| taken.insert(**id)).copied().take(MAX_LIST_RECALLED).collect()
    }

    /// Looks up every card of a list among earlier sightings, and among the other cards: the same photo under two
    /// names on one page is worth as much as on two.
    pub fn look_up(listing: Listing, seen: &[Sighting], today: Date) -> ListReport {
        let Listing { source, reader, mut cards, unread, more } = listing;
        let cut = cards.len() > MAX_CARDS;
        cards.truncate(MAX_CARDS);
        let listed = cards.iter().map(|card| sighting_of(card, today));
        let mut known: BTreeMap<SightingId, Sighting> = listed.map(|sighting| (sighting.id, sighting)).collect();
        let mut never_stored: BTreeSet<SightingId> = known.keys().copied().collect();
        for sighting in seen {
            // What was read on the person's own page says more than their card.
            never_stored.remove(&sighting.id);
            known.insert(sighting.id, sighting.clone());
        }
        let mut memory = Memory::new();
        for (id, sighting) in &known {
            memory.insert(Entry::of(*id, &sighting.profile).with_document(sighting.document.as_ref()));
        }
        let reports: Vec<Report> = cards
            .into_iter()
            .map(|card| {
                let recalled = memory.recall(&entry_of(&card), MAX_RECALLED);
                let seen: Vec<Sighting> = recalled.iter().filter_map(|id| known.get(id).cloned()).collect();
                let subjects = [subject_of(&card)];
                let case = Case {
                    subjects: &subjects,
                    seen: &seen,
                    today,
                    unnamed_are_others: false,
                    photos: PhotoPairs::default(),
                    texts: TextPairs::default(),
                    adverts: &[],
                };
                let mut findings = loupe_checks::run_all(&case);
                // A card shows a few words of a career; what is odd in them alone is for the person's own page to say.
                findings.retain(|finding| finding.seen.is_some());
                Report::new(&[card], findings, today)
            })
            .collect();
        let spoken_of = reports.iter().flat_map(|report| &report.findings).filter_map(|finding| finding.seen.as_ref());
        let beside: BTreeSet<SightingId> = spoken_of.map(|s| s.id).filter(|id| never_stored.contains(id)).collect();
        ListReport {
            source,
            reader,
            sharing: reports.iter().filter(|report| !report.findings.is_empty()).count() as u32,
            cards: reports,
            beside: beside.into_iter().collect(),
            unread,
            more: more || cut,
        }
    }
}
