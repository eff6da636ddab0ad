//! Photo sketches: fingerprints of whole images. Nothing biometric is computed: no face is looked for or measured.
//!
//! Two of each photo. [`Structure`] is what photos are found again by after what people do to avatars: cropping, a circle,
//! a ring, mirroring, a small turn, recolouring. [`PhotoIndex`] names the candidates among many, and [`compare`] lays two
//! photos over each other and decides; the alignment is the evidence. [`Pdq`] is for exchange with other tools, and for
//! photos that were remembered before there was a structure.
//!
//! PDQ is Meta's published algorithm (facebook/ThreatExchange, `hashing.pdf`); the numbers are in `pdq.rs`. Bytes and
//! hexadecimal digits stand in the order of the reference. Implementations of PDQ differ by a few bits with the
//! decoder and the scaler: up to 16 of 256 count as equal; `tests/pdq.rs` holds this one to the reference's images.
//!
//! A structure is made with `+ - * /` and `sqrt` of 32-bit floats in one order, and with the exponential and logarithm of `libm`, so
//! that the same pixels give the same bytes natively and in WASM. Decoders differ in the pixels they give; that is
//! within what a comparison bears.

mod agree;
#[allow(clippy::many_single_char_names, clippy::needless_range_loop, reason = "matrices are written as in the paper")]
mod align;
mod area;
mod avatars;
mod bc4;
mod grey;
mod index;
mod matching;
mod pdq;
#[allow(clippy::needless_range_loop, reason = "matrices are written as in the standard")]
mod plane;
#[allow(clippy::needless_range_loop, reason = "a column of a table is filled")]
mod points;
#[allow(clippy::many_single_char_names, reason = "coordinates")]
mod pose;
mod range;
mod shape;
mod structure;

use std::{fmt, str::FromStr};

pub use avatars::known_avatar;
pub use index::PhotoIndex;
pub use matching::{Comparison, MATCH_LIKENESS, Probe, compare};
pub use points::Point;
pub use pose::Pose;
pub use structure::{MAX_POINTS, NotAStructure, Structure};

/// Two photos with PDQ hashes at most this far apart are the same photo. PDQ's published recommendation. Measured on
/// 1,352 studio portraits: none of the 913,276 pairs of different people is nearer than 41.
pub const MATCH_DISTANCE: u32 = 31;

/// Two photos with PDQ hashes at most this far apart deserve a closer look: the largest distance without a false match in that
/// measurement.
pub const CANDIDATE_DISTANCE: u32 = 40;

/// Photos with less structure than this (flat colours, default avatars) are not compared with each other.
pub const MIN_QUALITY: u8 = 50;

/// Photos with less structure than this are not compared at all: darkened or faded, a photo of [`MIN_QUALITY`] may have
/// little left, and is compared with those that have more. See [`comparable`].
pub const LEAST_QUALITY: u8 = 35;

/// Images with a shorter side have too little to sketch.
pub const MIN_SIDE: u32 = 32;

/// A photo's PDQ hash: 256 bits of the whole image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pdq(pub [u8; 32]);

/// A photo's sketches, and how much there was to sketch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketched {
    /// For exchange with other tools.
    pub pdq: Pdq,
    /// What it is found again by.
    pub structure: Structure,
    /// How much structure the photo has, 0 to 100; see [`MIN_QUALITY`].
    pub quality: u8,
}

/// Sketches an image given as rows of red, green, blue, alpha. Transparent pixels are laid over white.
///
/// Nothing when the pixels are not `width * height * 4` bytes, or a side is shorter than [`MIN_SIDE`].
pub fn sketch_rgba(pixels: &[u8], width: u32, height: u32) -> Option<Sketched> {
    let count = u64::from(width) * u64::from(height);
    let fits = pixels.len().is_multiple_of(4) && pixels.len() as u64 / 4 == count;
    if width < MIN_SIDE || height < MIN_SIDE || !fits {
        return None;
    }
    let (width, height) = (width as usize, height as usize);
    let (bits, quality) = pdq::hash(pixels, width, height);
    Some(Sketched { pdq: Pdq(bits), structure: Structure::of(pixels, width, height), quality })
}

/// Whether two photos of these qualities have enough structure to be laid over each other.
pub fn comparable(one: u8, other: u8) -> bool {
    one.min(other) >= LEAST_QUALITY && one.max(other) >= MIN_QUALITY
}

/// The number of bits in which two PDQ hashes differ, of 256.
pub fn distance(a: &Pdq, b: &Pdq) -> u32 {
    a.0.iter().zip(&b.0).map(|(a, b)| (a ^ b).count_ones()).sum()
}

impl fmt::Display for Pdq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Text that is not a PDQ hash: 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPdq;

impl fmt::Display for NotAPdq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a PDQ hash of 64 hexadecimal digits")
    }
}

impl std::error::Error for NotAPdq {}

impl FromStr for Pdq {
    type Err = NotAPdq;

    fn from_str(text: &str) -> Result<Self, NotAPdq> {
        let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
        let digits = digits.filter(|d| d.len() == 64).ok_or(NotAPdq)?;
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = (pair[0] * 16 + pair[1]) as u8;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_both_ways() {
        let text = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
        let pdq: Pdq = text.parse().unwrap();
        assert_eq!((pdq.0[0], pdq.0[31]), (0xf8, 0x22));
        assert_eq!(pdq.to_string(), text);
        for wrong in ["", "f8", &text[1..], &format!("{text}0"), &text.replace('f', "g"), &"é".repeat(32)] {
            assert_eq!(wrong.parse::<Pdq>(), Err(NotAPdq), "{wrong}");
        }
    }

    #[test]
    fn sizes_that_do_not_fit_are_refused() {
        let pixels = vec![0; 64 * 64 * 4];
        assert!(sketch_rgba(&pixels, 64, 64).is_some());
        assert_eq!(sketch_rgba(&pixels, 64, 65), None);
        assert_eq!(sketch_rgba(&pixels[1..], 64, 64), None);
        assert_eq!(sketch_rgba(&[pixels.as_slice(), &[0]].concat(), 64, 64), None);
        assert_eq!(sketch_rgba(&pixels, 31, 64), None);
        assert_eq!(sketch_rgba(&pixels, 16, 256), None);
        assert_eq!(sketch_rgba(&[], u32::MAX, u32::MAX), None);
        assert_eq!(sketch_rgba(&[], 0, 0), None);
    }

    #[test]
    fn a_flat_image_has_no_quality() {
        for colour in [0, 128, 255] {
            let flat = vec![colour; 100 * 80 * 4];
            assert_eq!(sketch_rgba(&flat, 100, 80).map(|s| s.quality), Some(0));
        }
    }

    #[test]
    fn what_is_transparent_is_white() {
        let mut over_white = Vec::new();
        let mut transparent = Vec::new();
        for i in 0..120_u32 * 120 {
            let seen = (i % 120 / 30 + i / 120 / 30) % 2 == 0;
            over_white.extend(if seen { [20, 90, 160, 255] } else { [255; 4] });
            transparent.extend(if seen { [20, 90, 160, 255] } else { [i as u8, 7, 99, 0] });
        }
        let sketched = sketch_rgba(&transparent, 120, 120);
        assert!(sketched.as_ref().is_some_and(|s| s.quality > 0));
        assert_eq!(sketched, sketch_rgba(&over_white, 120, 120));
    }
}
