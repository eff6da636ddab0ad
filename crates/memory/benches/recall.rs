//! What a look-up and a start cost among many sightings: `cargo bench -p loupe-memory`.

use divan::Bencher;
use loupe_memory::{Entry, Memory, SightingId};
use loupe_sketch::{
    passage::{PassageSketch, SLOTS},
    photo::{MAX_POINTS, Pdq, Point},
};

fn main() {
    divan::main();
}

/// SplitMix64.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// A key point anywhere.
fn point(state: &mut u64) -> Option<Point> {
    let mut bytes = [0; Point::BYTES];
    for byte in &mut bytes {
        *byte = random(state) as u8;
    }
    bytes[2] %= 12;
    Point::of_bytes(&bytes)
}

/// A sighting with a photo, three contacts and eight passages that nobody shares.
fn entry(id: u64) -> Entry {
    let state = &mut (id << 20);
    let photo: Vec<u8> = (0..4).flat_map(|_| random(state).to_le_bytes()).collect();
    Entry {
        is_old: false,
        id: SightingId(random(state)),
        name: "maren holtby".to_owned(),
        photo: photo.try_into().ok().map(Pdq),
        points: (0..MAX_POINTS).filter_map(|_| point(state)).collect(),
        keys: (0..3).map(|_| random(state)).collect(),
        passages: (0..8).map(|_| PassageSketch([(); SLOTS].map(|()| random(state) as u32))).collect(),
    }
}

fn memory(entries: u64) -> Memory {
    let mut memory = Memory::new();
    (1..=entries).for_each(|id| memory.insert(entry(id)));
    memory
}

/// A probe that shares a photo, a contact and a passage with one entry each.
fn probe() -> Entry {
    let mut probe = entry(0);
    let like = entry(17);
    (probe.photo, probe.points) = (like.photo, like.points);
    probe.keys[1] = entry(18).keys[0];
    probe.passages[3] = entry(19).passages[5];
    probe
}

#[divan::bench(args = [10_000, 100_000])]
fn recall_among(bencher: Bencher, entries: u64) {
    let (memory, probe) = (memory(entries), probe());
    assert_eq!(memory.recall(&probe, 20).len(), 3);
    bencher.bench(|| memory.recall(divan::black_box(&probe), 20));
}

#[divan::bench(args = [10_000, 100_000])]
fn load_rows(bencher: Bencher, entries: u64) {
    let rows: Vec<Vec<u8>> = (1..=entries).map(|id| entry(id).to_bytes()).collect();
    bencher.bench(|| {
        let mut memory = Memory::new();
        rows.iter().filter_map(|row| Entry::from_bytes(row).ok()).for_each(|entry| memory.insert(entry));
        memory
    });
}

#[divan::bench(args = [10_000])]
fn replace_one_among(bencher: Bencher, entries: u64) {
    let mut memory = memory(entries);
    bencher.with_inputs(|| entry(5)).bench_local_values(|entry| memory.insert(entry));
}
