//! What a photo and a passage cost to sketch: `cargo bench -p loupe-sketch`.

use divan::{Bencher, counter::BytesCount};
use loupe_sketch::{common::compare, passage::sketches, photo, text::Text};

fn main() {
    divan::main();
}

/// A square of smooth shapes with some grain, by a formula: as much work as any photo.
fn pixels(side: u32) -> Vec<u8> {
    let shade = |x: u32, y: u32| ((x * x / 97 + y * 3 + (x ^ y) % 7) % 256) as u8;
    (0..side * side).flat_map(|i| [shade(i % side, i / side), shade(i / side, i % side), 90, 255]).collect()
}

/// A paragraph of `words` words of two to nine letters.
fn text(words: u32) -> String {
    let letters =
        |i: u32| (0..2 + i % 8).map(move |k| char::from(b'a' + (i.wrapping_mul(31).wrapping_add(k * k) % 26) as u8));
    (0..words).flat_map(|i| letters(i.wrapping_mul(2_654_435_761) >> 8).chain([' '])).collect()
}

#[divan::bench(args = [200, 400, 1600])]
fn photo_of_side(bencher: Bencher, side: u32) {
    let pixels = pixels(side);
    bencher.bench(|| photo::sketch_rgba(divan::black_box(&pixels), side, side));
}

#[divan::bench(args = [40, 2000])]
fn passage_of_words(bencher: Bencher, words: u32) {
    let text = text(words);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| sketches(&Text::of([divan::black_box(text.as_str())]), usize::MAX));
}

#[divan::bench(args = [40, 2000])]
fn alignment_of_words(bencher: Bencher, words: u32) {
    let (here, there) = (text(words), text(words / 2) + &text(words / 3));
    let [one, other] = [&here, &there].map(|text| Text::of([text.as_str()]));
    bencher.counter(BytesCount::of_str(&here)).bench(|| compare(divan::black_box(&one), &other));
}
