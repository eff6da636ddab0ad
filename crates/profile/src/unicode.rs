//! Characters taken apart: Unicode's NFKD ("é" is "e" and an accent, "ﬁ" is "f" and "i") and which characters are marks.
//!
//! What the crate `unicode-normalization` answers, from tables that the build script makes of that crate's own and that
//! are a sixth of their size; the test compares the two for every character there is.

use std::{array, iter, slice, sync::LazyLock};

/// What the build script packed, unpacked when it is first asked for.
static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

struct Tables {
    /// A character, and where in `parts` that begins into which it is taken apart; in order, with one more at the end.
    starts: Vec<(char, u16)>,
    parts: Vec<char>,
    /// First and last of every run of marks, and of characters of one combining class other than 0; in order.
    marks: Vec<(char, char, u8)>,
    classes: Vec<(char, char, u8)>,
}

impl Tables {
    fn new() -> Self {
        let mut numbers = unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/decompositions.bin")));
        let (mut starts, mut parts) = (Vec::new(), Vec::new());
        let (mut at, mut first) = (0_u32, 0_u32);
        while let Some((behind, count, apart)) = three(&mut numbers) {
            at += behind;
            // The last bit says that it is less.
            first = if apart & 1 == 0 { first + apart / 2 } else { first.saturating_sub(apart / 2 + 1) };
            starts.push((character(at), parts.len() as u16));
            parts.push(character(first));
            parts.extend(numbers.by_ref().take(count.saturating_sub(1) as usize).map(character));
        }
        starts.push((char::MAX, parts.len() as u16));
        Self {
            starts,
            parts,
            marks: runs(include_bytes!(concat!(env!("OUT_DIR"), "/marks.bin"))),
            classes: runs(include_bytes!(concat!(env!("OUT_DIR"), "/classes.bin"))),
        }
    }

    fn parts_of(&self, c: char) -> Option<&[char]> {
        let at = self.starts.binary_search_by_key(&c, |(listed, _)| *listed).ok()?;
        let (_, from) = self.starts.get(at)?;
        let (_, to) = self.starts.get(at + 1)?;
        self.parts.get(usize::from(*from)..usize::from(*to))
    }
}

/// The numbers of a table; see the build script.
fn unpacked(bytes: &'static [u8]) -> impl Iterator<Item = u32> {
    let mut bytes = bytes.iter();
    iter::from_fn(move || {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = bytes.next()?;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    })
}

fn three(numbers: &mut impl Iterator<Item = u32>) -> Option<(u32, u32, u32)> {
    Some((numbers.next()?, numbers.next()?, numbers.next()?))
}

fn runs(bytes: &'static [u8]) -> Vec<(char, char, u8)> {
    let (mut numbers, mut runs, mut at) = (unpacked(bytes), Vec::new(), 0);
    while let Some((behind, length, value)) = three(&mut numbers) {
        let first = at + behind;
        at = first + length;
        runs.push((character(first), character(at), value as u8));
    }
    runs
}

fn character(number: u32) -> char {
    char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn value_in(runs: &[(char, char, u8)], c: char) -> u8 {
    let at = runs.partition_point(|(_, last, _)| *last < c);
    runs.get(at).filter(|(first, ..)| *first <= c).map_or(0, |(.., value)| *value)
}

/// What a character is taken apart into.
#[derive(Debug, Clone)]
pub struct Parts(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Whole(iter::Once<char>),
    Listed(iter::Copied<slice::Iter<'static, char>>),
    /// A Korean syllable.
    Letters(iter::Take<array::IntoIter<char, 3>>),
}

impl Iterator for Parts {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match &mut self.0 {
            Kind::Whole(one) => one.next(),
            Kind::Listed(parts) => parts.next(),
            Kind::Letters(letters) => letters.next(),
        }
    }
}

/// A character taken apart in full: its compatibility decomposition.
pub fn decompose(c: char) -> Parts {
    if c < '\u{a0}' {
        return Parts(Kind::Whole(iter::once(c)));
    }
    if ('\u{ac00}'..='\u{d7a3}').contains(&c) {
        // The Unicode Standard, 3.12: 19 leading, 21 middle and 27 trailing letters, of which the last may be missing.
        let at = u32::from(c) - 0xac00;
        let letters = [0x1100 + at / 588, 0x1161 + at % 588 / 28, 0x11a7 + at % 28].map(character);
        return Parts(Kind::Letters(letters.into_iter().take(if at % 28 == 0 { 2 } else { 3 })));
    }
    Parts(match TABLES.parts_of(c) {
        Some(parts) => Kind::Listed(parts.iter().copied()),
        None => Kind::Whole(iter::once(c)),
    })
}

/// A text in NFKD: every character taken apart, and marks that follow one another in Unicode's order.
pub fn nfkd(text: &str) -> String {
    let class = |c| if c < '\u{300}' { 0 } else { value_in(&TABLES.classes, c) };
    let mut parts: Vec<(u8, char)> = text.chars().flat_map(decompose).map(|part| (class(part), part)).collect();
    for marks in parts.chunk_by_mut(|(one, _), (other, _)| *one != 0 && *other != 0) {
        marks.sort_by_key(|(class, _)| *class);
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// True for marks (general category M), such as the accents of [`decompose`].
pub fn is_mark(c: char) -> bool {
    c >= '\u{300}' && value_in(&TABLES.marks, c) != 0
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{UnicodeNormalization, char};

    use super::*;

    #[test]
    fn every_character_is_as_the_library_says() {
        for c in '\0'..=char::MAX {
            assert!(decompose(c).eq(iter::once(c).nfkd()), "{c:?}");
            assert_eq!(is_mark(c), char::is_combining_mark(c), "{c:?}");
            assert_eq!(value_in(&TABLES.classes, c), char::canonical_combining_class(c), "{c:?}");
            // Where marks are dropped, their order is of no matter.
            assert!(is_mark(c) || char::canonical_combining_class(c) == 0, "{c:?}");
        }
    }

    #[test]
    fn marks_are_put_in_order() {
        for text in [
            "e\u{301}\u{323}",
            "\u{1e69}\u{5b0}\u{323}x",
            "\u{e01}\u{e48}\u{e38}",
            "\u{915}\u{94d}\u{93c}",
            "각하",
            "ﷺ",
            "",
        ] {
            assert_eq!(nfkd(text), text.nfkd().collect::<String>(), "{text}");
        }
    }
}
