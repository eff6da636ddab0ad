//! Memory: the entries of all sightings, held for look-ups.

use std::collections::BTreeMap;

use loupe_sketch::{
    passage::{self, Brief, CANDIDATE_SLOTS, SLOTS},
    photo::{self, CANDIDATE_DISTANCE, MATCH_DISTANCE, Pdq, PhotoIndex},
};

use crate::{Entry, SightingId, hub};

/// What one shared item of evidence counts, when no one else shares it.
const WEIGHT: u64 = 1 << 16;

/// Photos that may be the probe's, at most: among 100,000 that look much alike, the original of an edited one is hardly
/// ever further behind. More share its key points only when it is a mark or a stock photo.
const MAX_PHOTOS: usize = 24;
/// With fewer passages than this in memory, what some of them share counts as if there were so many.
const FEW_PASSAGES: usize = 1 << 16;
/// Votes that no stranger's photo has had.
const CERTAIN_VOTES: u32 = 500;

/// The entries of all sightings, laid out for scanning: one list a kind of thing, each thing beside its owner.
///
/// Only photos have an index, as what finds an edited photo again is too much to scan. A scan of the rest of ten thousand
/// entries takes a few milliseconds, and loading is nearly free.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// The folded name of each; empty where there is none.
    names: BTreeMap<SightingId, String>,
    photos: Vec<(SightingId, Pdq)>,
    /// Key points of the photos; an owner is a place in `owners`.
    points: PhotoIndex,
    keys: Vec<(SightingId, u64)>,
    passages: Vec<Brief>,
    /// For each of them a place in `owners`: half of what an id takes, where there are most.
    passage_owners: Vec<u32>,
    /// Places are never used again, so that a forgotten owner's is nobody's.
    owners: Vec<SightingId>,
}

/// What a look-up names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recalled {
    /// When more people share the probe's photo than any one's photo has: as many of them as show it. Checks need their
    /// records to tell.
    pub witnesses: Vec<SightingId>,
    /// Those who share something else, or the photo where it is no hub; the strongest evidence first.
    pub found: Vec<SightingId>,
}

/// Who may have the probe's photo.
struct SharedPhoto {
    /// All candidates, with the weight of each.
    sharing: BTreeMap<SightingId, u64>,
    /// Those of whom there is no doubt.
    certain: Vec<(SightingId, u64)>,
}

impl Memory {
    /// An empty memory.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of sightings.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// True when nothing was seen yet.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// True when a sighting of this id is held.
    pub fn contains(&self, id: SightingId) -> bool {
        self.names.contains_key(&id)
    }

    /// Takes an entry in, in place of an earlier one of the same id.
    pub fn insert(&mut self, entry: Entry) {
        let id = entry.id;
        self.remove(id);
        self.names.insert(id, entry.name);
        self.photos.extend(entry.photo.map(|photo| (id, photo)));
        self.keys.extend(entry.keys.iter().map(|key| (id, *key)));
        let owner = self.owners.len() as u32;
        self.owners.push(id);
        self.points.add(owner, &entry.points);
        self.passages.extend(entry.passages.iter().map(Brief::from));
        self.passage_owners.resize(self.passages.len(), owner);
    }

    /// Forgets an entry. True when there was one.
    pub fn remove(&mut self, id: SightingId) -> bool {
        if self.names.remove(&id).is_none() {
            return false;
        }
        self.photos.retain(|(owner, _)| *owner != id);
        self.keys.retain(|(owner, _)| *owner != id);
        if let Some(owner) = self.owners.iter().rposition(|owner| *owner == id) {
            let owner = owner as u32;
            self.points.remove(owner);
            // An entry's passages stand together.
            let from = self.passage_owners.partition_point(|other| *other < owner);
            let to = self.passage_owners.partition_point(|other| *other <= owner);
            self.passages.drain(from..to);
            self.passage_owners.drain(from..to);
        }
        true
    }

    /// The sightings, other than the probe's own, that share a photo, a contact, an id of a file or a passage with it, or may: checks
    /// compare the full records. At most `limit`, those with the strongest evidence first, then in the order of ids.
    ///
    /// What many sightings share says little (an agency's address, a résumé writer's paragraph), so each item of
    /// evidence is divided among all that share it, by how well they match: such a hub cannot push a rare match out of the limit.
    pub fn recall(&self, probe: &Entry, limit: usize) -> Vec<SightingId> {
        let Recalled { witnesses, found } = self.recall_with_witnesses(probe, limit);
        witnesses.into_iter().chain(found).take(limit).collect()
    }

    /// As [`Memory::recall`], and apart from the rest those who show that the probe's photo is a hub, which then counts
    /// for nothing else: however many share it, they take no more room than that.
    pub fn recall_with_witnesses(&self, probe: &Entry, limit: usize) -> Recalled {
        let mut evidence: BTreeMap<SightingId, u64> = BTreeMap::new();
        let mut add = |sharing: &BTreeMap<SightingId, u64>| {
            let total = sharing.values().sum::<u64>().max(WEIGHT);
            for (id, weight) in sharing {
                *evidence.entry(*id).or_default() += (weight * WEIGHT / total).max(1);
            }
        };
        let SharedPhoto { sharing, certain } = self.sharing_photo(probe);
        let name_of = |id| self.names.get(&id).map_or("", String::as_str);
        let witnesses = hub::witnesses(&probe.name, certain, name_of);
        if witnesses.is_empty() {
            add(&sharing);
        }
        // One look at all, however many the probe has.
        let mut keys: BTreeMap<u64, BTreeMap<SightingId, u64>> =
            probe.keys.iter().map(|key| (*key, BTreeMap::new())).collect();
        for (id, key) in self.keys.iter().filter(|(id, _)| *id != probe.id) {
            if let Some(sharing) = keys.get_mut(key) {
                sharing.insert(*id, WEIGHT);
            }
        }
        keys.values().for_each(&mut add);
        self.sharing_passages(probe).iter().for_each(&mut add);
        let mut found: Vec<(SightingId, u64)> = evidence.into_iter().collect();
        found.sort_by_key(|(id, weight)| (std::cmp::Reverse(*weight), *id));
        let found = found.into_iter().map(|(id, _)| id).filter(|id| !witnesses.contains(id)).take(limit).collect();
        Recalled { witnesses, found }
    }

    /// Who has a photo like it: by its key points, and by PDQ where one of the two has none.
    fn sharing_photo(&self, probe: &Entry) -> SharedPhoto {
        let mut sharing = BTreeMap::new();
        let mut certain = Vec::new();
        if let Some(photo) = &probe.photo {
            let others = self.photos.iter().filter(|(id, _)| *id != probe.id);
            let distances = others.map(|(id, other)| (*id, photo::distance(photo, other)));
            // Twice the weight for the same file, down to half of it at the limit.
            let span = |distance: u32| WEIGHT * 3 / 2 * u64::from(distance) / u64::from(CANDIDATE_DISTANCE);
            for (id, distance) in distances.filter(|(_, distance)| *distance <= CANDIDATE_DISTANCE) {
                let weight = WEIGHT * 2 - span(distance);
                sharing.insert(id, weight);
                if distance <= MATCH_DISTANCE {
                    certain.push((id, weight));
                }
            }
        }
        for (owner, votes) in self.points.candidates(&probe.points, MAX_PHOTOS) {
            let Some(id) = self.owners.get(owner as usize).filter(|id| **id != probe.id) else { continue };
            // The more votes the likelier; a look at both decides. An untouched photo has about a thousand.
            let weight = WEIGHT / 2 + WEIGHT * 3 / 2 * u64::from(votes.min(CERTAIN_VOTES)) / u64::from(CERTAIN_VOTES);
            let best = sharing.entry(*id).or_insert(weight);
            *best = weight.max(*best);
            if votes >= CERTAIN_VOTES && !certain.iter().any(|(other, _)| other == id) {
                certain.push((*id, weight));
            }
        }
        SharedPhoto { sharing, certain }
    }

    /// For each passage of the probe, who has one like it.
    fn sharing_passages(&self, probe: &Entry) -> Vec<BTreeMap<SightingId, u64>> {
        let own: Vec<Brief> = probe.passages.iter().map(Brief::from).collect();
        let sieve = Sieve::of(&own);
        // Owner, and which slots are equal, for each of the probe's.
        let mut alike: Vec<Vec<(SightingId, u16)>> = vec![Vec::new(); own.len()];
        for (passage, owner) in self.passages.iter().zip(&self.passage_owners) {
            if sieve.slots(passage) < CANDIDATE_SLOTS {
                continue;
            }
            let Some(owner) = self.owners.get(*owner as usize).filter(|id| **id != probe.id) else { continue };
            for (own, alike) in own.iter().zip(&mut alike) {
                let slots = passage::equal_slots(own, passage);
                if slots.count_ones() as usize >= CANDIDATE_SLOTS {
                    alike.push((*owner, slots));
                }
            }
        }
        alike.iter().map(|alike| self.weighed(alike)).collect()
    }

    /// What each who has a passage like the probe's counts: a slot that many share is a common phrase and says little, a
    /// few of them are mostly chance, many are a copy.
    fn weighed(&self, alike: &[(SightingId, u16)]) -> BTreeMap<SightingId, u64> {
        let slots = |equal: u16| (0..SLOTS).filter(move |slot| equal >> slot & 1 == 1);
        let mut shared_by = [0; SLOTS];
        alike.iter().flat_map(|(_, equal)| slots(*equal)).for_each(|slot| shared_by[slot] += 1);
        // As in the inverse document frequency of text search, in bits. A small memory tells nothing of what is common.
        let all = self.passages.len().max(FEW_PASSAGES);
        let bits = shared_by.map(|shared_by: usize| u64::from((all / shared_by.max(1)).max(1).ilog2()));
        let most = u64::from(all.ilog2()) * SLOTS as u64;
        let mut sharing = BTreeMap::new();
        for (owner, equal) in alike {
            let said: u64 = slots(*equal).map(|slot| bits[slot]).sum();
            let weight = (WEIGHT * said * said / (most * most)).max(1);
            let best = sharing.entry(*owner).or_insert(weight);
            *best = weight.max(*best);
        }
        sharing
    }
}

/// The slots of all passages of a probe at once, by their lowest bits: a stored passage that resembles one of them has
/// as many slots here. So one look at a stored passage does, however many the probe has.
struct Sieve([[u8; Sieve::VALUES]; SLOTS]);

impl Sieve {
    /// So many that a processor's nearest memory holds it.
    const VALUES: usize = 1 << 10;

    fn of(passages: &[Brief]) -> Self {
        let mut held = [[0; Self::VALUES]; SLOTS];
        for passage in passages {
            for (held, value) in held.iter_mut().zip(passage.0) {
                held[usize::from(value) % Self::VALUES] = 1;
            }
        }
        Self(held)
    }

    /// At least as many as this passage has in common with any single one of the probe's.
    fn slots(&self, passage: &Brief) -> usize {
        self.0.iter().zip(passage.0).map(|(held, value)| held[usize::from(value) % Self::VALUES]).sum::<u8>().into()
    }
}
