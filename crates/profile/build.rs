//! Puts what `unicode-normalization` knows of decompositions into a form that is small where it is shipped: that crate's
//! own tables are made for speed and are six times as large after gzip. `src/unicode.rs` reads it.

use std::{env, error::Error, fs, path::Path};

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let write = |name: &str, numbers: Vec<u32>| fs::write(Path::new(&out).join(name), packed(&numbers));
    write("decompositions.bin", decompositions())?;
    write("marks.bin", runs(|c| u32::from(is_combining_mark(c))))?;
    write("classes.bin", runs(|c| u32::from(canonical_combining_class(c))))?;
    Ok(())
}

/// Of every character that is taken apart: how far it stands behind the one before, into how many, the first of them as
/// its distance from the first of the one before, and the others. Korean syllables are reckoned, not listed.
fn decompositions() -> Vec<u32> {
    let (mut numbers, mut last, mut last_first) = (Vec::new(), 0, 0);
    for c in ('\0'..=char::MAX).filter(|c| !('\u{ac00}'..='\u{d7a3}').contains(c)) {
        let mut parts = Vec::new();
        decompose_compatible(c, |part| parts.push(u32::from(part)));
        if parts != [u32::from(c)]
            && let [first, rest @ ..] = parts.as_slice()
        {
            let apart = i64::from(*first) - i64::from(last_first);
            // Whether it is less stands in the last bit.
            let apart = if apart < 0 { apart.unsigned_abs() * 2 - 1 } else { apart.unsigned_abs() * 2 };
            numbers.extend([u32::from(c) - last, rest.len() as u32 + 1, apart as u32]);
            numbers.extend(rest);
            (last, last_first) = (u32::from(c), *first);
        }
    }
    numbers
}

/// Of every run of characters that have a value other than 0: how far it stands behind the last, how many follow the
/// first of it, and the value.
fn runs(value: impl Fn(char) -> u32) -> Vec<u32> {
    let mut found: Vec<(u32, u32, u32)> = Vec::new();
    for c in '\0'..=char::MAX {
        let (at, value) = (u32::from(c), value(c));
        match found.last_mut() {
            _ if value == 0 => {}
            Some((_, end, of)) if *end + 1 == at && *of == value => *end = at,
            _ => found.push((at, at, value)),
        }
    }
    let mut last = 0;
    let numbers = found.into_iter().flat_map(|(from, end, value)| {
        let before = std::mem::replace(&mut last, end);
        [from - before, end - from, value]
    });
    numbers.collect()
}

/// Seven bits to a byte, the lowest first; the eighth says that more follow.
fn packed(numbers: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in numbers {
        let mut rest = *number;
        while rest > 0x7f {
            bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }
    bytes
}
