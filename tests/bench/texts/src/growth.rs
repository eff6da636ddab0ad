//! What remembering and looking up cost as the number of people grows.

use std::time::Duration;

use loupe::{
    Loupe, MAX_RECALLED,
    checks::Finding,
    memory::{Entry, Memory, Sighting, SightingId},
    profile::Date,
    read::Reading,
    sketch::passage::{PassageSketch, SLOTS},
};
use loupe_photo_bench::lot::Lot;

use crate::{
    edits::EDITS,
    invented::{Author, reading},
};

/// People with texts of their own, of whom the others are made up.
const WRITTEN: usize = 2_000;
/// People who are looked up.
const PROBES: usize = 120;
/// Pieces of text of one who is made up.
const PIECES: usize = 10;
/// From this seed on.
const FIRST: u64 = 77_000_000;

/// Many remembered people, and some who took one's text over.
#[derive(Debug)]
pub struct Crowd {
    memory: Memory,
    pieces: usize,
    written: Vec<Reading>,
    /// Each with the place of whom the text was taken from.
    probes: Vec<(usize, Reading)>,
    /// Time to take one in, on average.
    pub filled: Duration,
}

impl Crowd {
    /// Of so many people. Two thousand have texts of their own; the others' pieces are put together of theirs: each
    /// value of a sketch is one that some piece has in the same place, so values are met as often as in texts. `clock` tells
    /// the time: WASM has none.
    pub fn of(people: usize, clock: impl Fn() -> Duration) -> Self {
        let author = Author::default();
        let written: Vec<Reading> = (0..WRITTEN.min(people))
            .map(|at| {
                // Three texts each: a profile has about ten pieces.
                let texts = (0..3).map(|nth| author.text(at, FIRST + (at * 3 + nth) as u64));
                reading(at, &texts.flat_map(|text| text.passages).collect::<Vec<_>>())
            })
            .collect();
        let step = (written.len() / PROBES).max(1);
        let probes = (0..written.len()).step_by(step).enumerate().map(|(nth, at)| {
            let text = author.text(at, FIRST + at as u64 * 3);
            let own = author.text(at, FIRST + 9_000_000 + at as u64);
            let passages = [EDITS[nth % EDITS.len()].of(&text, at as u64), own.passages].concat();
            (at, reading(usize::MAX - at, &passages))
        });
        let probes = probes.collect();
        let entries: Vec<Entry> =
            written.iter().map(|reading| Entry::of(loupe::sighting_id(reading), &reading.profile)).collect();
        let pieces: Vec<PassageSketch> = entries.iter().flat_map(|entry| entry.passages.clone()).collect();
        let (mut memory, mut lot) = (Memory::new(), Lot::new(5));
        let mut filled = Duration::ZERO;
        for at in 0..people {
            let entry = entries.get(at).cloned().unwrap_or_else(|| made_up(at, &pieces, &mut lot));
            let start = clock();
            memory.insert(entry);
            filled += clock().saturating_sub(start);
        }
        let of_written: usize = entries.iter().map(|entry| entry.passages.len()).sum();
        let pieces = of_written + people.saturating_sub(entries.len()) * PIECES;
        Self { memory, pieces, written, probes, filled: filled / people.max(1) as u32 }
    }

    /// Pieces of text in memory.
    pub fn passages(&self) -> usize {
        self.pieces
    }

    /// People who are looked up.
    pub fn probes(&self) -> usize {
        self.probes.len()
    }

    /// Those who are named for each who is looked up.
    pub fn recall(&self) -> Vec<Vec<SightingId>> {
        let entries = self.probes.iter().map(|(_, probe)| Entry::of(loupe::sighting_id(probe), &probe.profile));
        entries.map(|entry| self.memory.recall(&entry, MAX_RECALLED)).collect()
    }

    /// Compares those who were named, and says for how many the one was found whose text was taken over.
    pub fn examine(&self, named: &[Vec<SightingId>]) -> usize {
        let today = Date::month_of(2026, 11);
        let ids: Vec<SightingId> = self.written.iter().map(loupe::sighting_id).collect();
        let mut found = 0;
        for ((of, probe), named) in self.probes.iter().zip(named) {
            let seen = named.iter().map(|id| {
                // Who is made up has the text of somebody.
                let at = ids.iter().position(|known| known == id).unwrap_or(id.0 as usize % self.written.len());
                let Reading { source, profile, .. } = &self.written[at];
                Sighting { id: *id, ..Sighting::new(source.clone(), profile.clone(), today) }
            });
            let seen: Vec<Sighting> = seen.collect();
            let report = Loupe::examine(std::slice::from_ref(probe), &seen, &[], today);
            let is_it = |finding: &Finding| finding.seen.as_ref().is_some_and(|seen| seen.id == ids[*of]);
            found += usize::from(report.findings.iter().any(is_it));
        }
        found
    }

    /// The texts of all who have their own, for sketching: how many bytes they are.
    pub fn sketched(&self) -> usize {
        let passages = self.written.iter().flat_map(|reading| &reading.profile.passages);
        let entries = self.written.iter().map(|reading| Entry::of(SightingId(0), &reading.profile));
        assert!(entries.map(|entry| entry.passages.len()).sum::<usize>() > 0, "nothing was sketched");
        passages.map(|passage| passage.quote.text.len()).sum()
    }
}

/// Somebody whose pieces are put together of others'.
fn made_up(at: usize, pieces: &[PassageSketch], lot: &mut Lot) -> Entry {
    let piece = |lot: &mut Lot| {
        let slots =
            std::array::from_fn::<_, SLOTS, _>(|slot| pieces.get(lot.below(pieces.len())).map_or(0, |p| p.0[slot]));
        PassageSketch(slots)
    };
    Entry {
        id: SightingId(at as u64),
        name: format!("made up {at}"),
        photo: None,
        points: Vec::new(),
        keys: Vec::new(),
        passages: (0..PIECES).map(|_| piece(lot)).collect(),
        is_old: false,
    }
}
