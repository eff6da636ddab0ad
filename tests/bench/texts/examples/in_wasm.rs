//! What sketching and looking up texts cost in WASM: numbers in and out, so that a script can call it and take the time.
#![allow(unsafe_code, reason = "exported names")]

use std::{cell::RefCell, time::Duration};

use loupe::memory::SightingId;
use loupe_text_bench::growth::Crowd;

thread_local!(static BENCH: RefCell<(Option<Crowd>, Vec<Vec<SightingId>>)> = RefCell::default());

fn with(work: impl FnOnce(&Crowd, &mut Vec<Vec<SightingId>>) -> usize) -> u32 {
    BENCH.with_borrow_mut(|(crowd, named)| crowd.as_ref().map_or(0, |crowd| work(crowd, named) as u32))
}

/// Remembers so many people; how many are looked up.
#[unsafe(no_mangle)]
pub extern "C" fn fill(people: u32) -> u32 {
    let crowd = Crowd::of(people as usize, || Duration::ZERO);
    BENCH.set((Some(crowd), Vec::new()));
    with(|crowd, _| crowd.probes())
}

/// Pieces of text that are remembered.
#[unsafe(no_mangle)]
pub extern "C" fn pieces() -> u32 {
    with(|crowd, _| crowd.passages())
}

/// Sketches texts; how many bytes they have.
#[unsafe(no_mangle)]
pub extern "C" fn sketch() -> u32 {
    with(|crowd, _| crowd.sketched())
}

/// Names who may have the same text, for all who are looked up.
#[unsafe(no_mangle)]
pub extern "C" fn name() -> u32 {
    with(|crowd, named| {
        *named = crowd.recall();
        named.iter().map(Vec::len).sum()
    })
}

/// Compares with those; for how many the one was found whose text was taken over.
#[unsafe(no_mangle)]
pub extern "C" fn compare() -> u32 {
    with(|crowd, named| crowd.examine(named))
}
