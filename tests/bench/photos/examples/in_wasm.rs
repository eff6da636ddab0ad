//! What sketching and looking up cost in WASM: numbers in and out, so that a script can call it and take the time.
#![allow(unsafe_code, reason = "exported names")]

use std::cell::RefCell;

use loupe_photo_bench::{
    edits::EDITS,
    growth::index_of,
    measure::CANDIDATES,
    paint::{Studio, portrait},
    picture::Picture,
};
use loupe_sketch::photo::{Comparison, PhotoIndex, Probe, Sketched, sketch_rgba};

/// Pictures with a sketch, edited ones, an index, and the candidates of the last look-up.
#[derive(Default)]
struct Bench {
    bytes: Vec<u8>,
    originals: Vec<Sketched>,
    probes: Vec<Sketched>,
    index: PhotoIndex,
    named: Vec<Vec<u32>>,
}

thread_local!(static BENCH: RefCell<Bench> = RefCell::default());

fn with(work: impl FnOnce(&mut Bench) -> u32) -> u32 {
    BENCH.with_borrow_mut(work)
}

/// Paints portraits, edits one in four by turns, and remembers so many photos.
#[unsafe(no_mangle)]
pub extern "C" fn fill(people: u32, photos: u32) -> u32 {
    with(|bench| {
        let pictures: Vec<Picture> = (0..u64::from(people))
            .map(|at| portrait([Studio::One, Studio::Clothes, Studio::Own][at as usize % 3], at))
            .collect();
        bench.originals = pictures.iter().filter_map(Picture::sketched).collect();
        let edited = pictures.iter().enumerate().step_by(4);
        let edited =
            edited.filter_map(|(at, picture)| EDITS[at % EDITS.len()].of(picture, at as u64).ok()??.sketched());
        bench.probes = edited.collect();
        bench.index = index_of(&bench.originals, photos as usize);
        bench.bytes = pictures.first().map(|picture| picture.scaled(400, 400).rgba()).unwrap_or_default();
        bench.probes.len() as u32
    })
}

/// Sketches a picture of 400 × 400 pixels.
#[unsafe(no_mangle)]
pub extern "C" fn sketch() -> u32 {
    with(|bench| sketch_rgba(&bench.bytes, 400, 400).map_or(0, |s| s.quality.into()))
}

/// Names the candidates for every edited picture.
#[unsafe(no_mangle)]
pub extern "C" fn name() -> u32 {
    with(|bench| {
        let named = bench.probes.iter().map(|probe| bench.index.candidates(probe.structure.points(), CANDIDATES));
        bench.named = named.map(|found| found.into_iter().map(|(owner, _)| owner).collect()).collect();
        bench.named.iter().map(Vec::len).sum::<usize>() as u32
    })
}

/// Compares them.
#[unsafe(no_mangle)]
pub extern "C" fn compare() -> u32 {
    with(|bench| {
        let mut same = 0;
        for (probe, named) in bench.probes.iter().zip(&bench.named) {
            let probe = Probe::new(&probe.structure);
            let found = named.iter().filter_map(|owner| bench.originals.get(*owner as usize % bench.originals.len()));
            same += found.filter_map(|photo| probe.compare(&photo.structure)).filter(Comparison::is_same_photo).count();
        }
        same as u32
    })
}
