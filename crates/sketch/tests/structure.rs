//! Photos found again after what people do to them. The pictures are drawn; portraits are measured in
//! `tests/bench/photos`.

use loupe_sketch::photo::{MATCH_LIKENESS, MAX_POINTS, PhotoIndex, Structure, compare, sketch_rgba};
use proptest::prelude::*;

/// A picture: rows of red, green, blue, and its width.
#[derive(Clone)]
struct Picture {
    width: usize,
    values: Vec<f32>,
}

impl Picture {
    /// Ellipses in places and shades that the seed decides, before a wall that grows darker.
    fn drawn(seed: u64, width: usize, height: usize) -> Self {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 40) as f32 / (1_u64 << 24) as f32
        };
        let shapes: Vec<[f32; 5]> = (0..40)
            .map(|_| [next(), next(), 0.03 + next() * 0.14, 0.03 + next() * 0.14, 20.0 + next() * 190.0])
            .collect();
        let value = |at: usize| {
            let (x, y) = ((at % width) as f32 / width as f32, (at / width) as f32 / height as f32);
            let over = shapes.iter().rev().find(|s| ((x - s[0]) / s[2]).powi(2) + ((y - s[1]) / s[3]).powi(2) < 1.0);
            over.map_or(150.0 - 60.0 * y, |s| s[4] + 12.0 * (x - s[0]) / s[2])
        };
        Self { width, values: (0..width * height).map(value).collect() }
    }

    fn height(&self) -> usize {
        self.values.len() / self.width
    }

    fn map(&self, width: usize, height: usize, from: impl Fn(f32, f32) -> (f32, f32)) -> Self {
        let pixel = |at: usize| {
            let (x, y) = from((at % width) as f32 + 0.5, (at / width) as f32 + 0.5);
            let clamp = |v: f32, end: usize| (v - 0.5).clamp(0.0, end as f32 - 1.001);
            let (x, y) = (clamp(x, self.width), clamp(y, self.height()));
            let (left, top, fx, fy) = (x as usize, y as usize, x.fract(), y.fract());
            let at = |x: usize, y: usize| self.values[y * self.width + x];
            (at(left, top) * (1.0 - fx) + at(left + 1, top) * fx) * (1.0 - fy)
                + (at(left, top + 1) * (1.0 - fx) + at(left + 1, top + 1) * fx) * fy
        };
        Self { width, values: (0..width * height).map(pixel).collect() }
    }

    fn cropped(&self, left: f32, top: f32, share: f32) -> Self {
        let (w, h) = (self.width as f32, self.height() as f32);
        self.map((w * share) as usize, (h * share) as usize, |x, y| (x + left * w, y + top * h))
    }

    fn mirrored(&self) -> Self {
        self.map(self.width, self.height(), |x, y| (self.width as f32 - x, y))
    }

    fn turned(&self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (w, h) = (self.width as f32, self.height() as f32);
        self.map(self.width, self.height(), |x, y| {
            let (dx, dy) = (x - w / 2.0, y - h / 2.0);
            (cos * dx - sin * dy + w / 2.0, sin * dx + cos * dy + h / 2.0)
        })
        .cropped(0.07, 0.07, 0.86)
    }

    fn circle(&self, around: f32, ring: Option<f32>) -> Self {
        let side = self.width.min(self.height());
        let middle = side as f32 / 2.0;
        let mut out = self.map(side, side, |x, y| (x, y));
        for (at, value) in out.values.iter_mut().enumerate() {
            let (x, y) = ((at % side) as f32 + 0.5 - middle, (at / side) as f32 + 0.5 - middle);
            let from_rim = middle - (x * x + y * y).sqrt();
            match ring {
                _ if from_rim < 0.0 => *value = around,
                Some(ring) if from_rim < side as f32 * 0.04 => *value = ring,
                _ => {}
            }
        }
        out
    }

    fn changed(&self, change: impl Fn(f32) -> f32) -> Self {
        Self { width: self.width, values: self.values.iter().map(|v| change(*v).clamp(0.0, 255.0)).collect() }
    }

    /// With bars of one colour beside it, as long again as a third of the width.
    fn letterboxed(&self) -> Self {
        let bar = self.width / 3;
        let width = self.width + 2 * bar;
        let mut out = Self { width, values: vec![8.0; width * self.height()] };
        for (y, row) in self.values.chunks_exact(self.width).enumerate() {
            out.values[y * width + bar..][..self.width].copy_from_slice(row);
        }
        out
    }

    /// With a label over its lowest part.
    fn labelled(&self) -> Self {
        let mut out = self.clone();
        let (from, width) = (self.values.len() * 6 / 7, self.width);
        for (at, value) in out.values.iter_mut().enumerate().skip(from) {
            *value = if at % width / 6 % 3 == 0 && at / width % 9 < 5 { 250.0 } else { 70.0 };
        }
        out
    }

    #[allow(clippy::unwrap_used, reason = "of a test")]
    fn structure(&self) -> Structure {
        let pixels: Vec<u8> = self.values.iter().flat_map(|v| [*v as u8, *v as u8, *v as u8, 255]).collect();
        sketch_rgba(&pixels, self.width as u32, self.height() as u32).unwrap().structure
    }
}

/// What was done, and the same picture after it; mirrored where the name says so.
fn edits(picture: &Picture) -> Vec<(&'static str, Picture)> {
    vec![
        ("untouched", picture.clone()),
        ("cropped to 80 %", picture.cropped(0.13, 0.05, 0.8)),
        ("cropped to 70 %", picture.cropped(0.05, 0.25, 0.7)),
        ("small", picture.map(48, 60, |x, y| (x * 6.25, y * 6.25))),
        ("circle on white", picture.circle(255.0, None)),
        ("circle on black", picture.circle(0.0, None)),
        ("circle with a ring", picture.circle(255.0, Some(120.0))),
        ("mirrored", picture.mirrored()),
        ("mirrored, cropped, circle", picture.cropped(0.1, 0.02, 0.85).mirrored().circle(255.0, None)),
        ("brighter", picture.changed(|v| v * 1.15 + 5.0)),
        ("pale", picture.changed(|v| 90.0 + v * 0.4)),
        ("turned", picture.turned(4.0)),
        ("letterboxed", picture.letterboxed()),
        ("labelled", picture.labelled()),
    ]
}

#[test]
fn a_photo_is_found_again_after_each_edit_and_strangers_are_not() {
    for seed in 1..=6 {
        let original = Picture::drawn(seed, 300, 375);
        let kept = original.structure();
        for (edit, picture) in edits(&original) {
            let edited = picture.structure();
            for found in [compare(&edited, &kept), compare(&kept, &edited)] {
                let found = found.unwrap_or_else(|| panic!("scene {seed}, {edit}: not laid over each other"));
                assert!(found.is_same_photo(), "scene {seed}, {edit}: {found:?}");
                assert_eq!(found.mirrored, edit.contains("mirrored"), "scene {seed}, {edit}");
            }
            for stranger in (1..=6).filter(|s| *s != seed) {
                let other = Picture::drawn(stranger, 300, 375).structure();
                let likeness = compare(&edited, &other).map_or(0.0, |c| c.likeness);
                assert!(likeness < MATCH_LIKENESS, "scenes {seed} and {stranger}, {edit}: {likeness}");
            }
        }
    }
}

#[test]
fn the_alignment_says_what_was_done() {
    let original = Picture::drawn(11, 320, 320);
    let found = compare(&original.cropped(0.2, 0.1, 0.75).structure(), &original.structure()).unwrap();
    // The original, drawn in the crop: a third larger, and shifted by what was cut off.
    assert!((found.pose.scale() - 1.0 / 0.75).abs() < 0.02, "{:?}", found.pose);
    assert!((found.pose.c + 0.2 / 0.75).abs() < 0.02 && (found.pose.d + 0.1 / 0.75).abs() < 0.02, "{:?}", found.pose);
    assert!(found.agreeing * 10 >= found.blocks * 9, "{} of {}", found.agreeing, found.blocks);
    let (x, y) = found.pose.inverse().apply(0.5, 0.5);
    let back = found.pose.apply(x, y);
    assert!((back.0 - 0.5).abs() < 1e-4 && (back.1 - 0.5).abs() < 1e-4);
}

#[test]
fn what_is_not_picture_is_left_out() {
    let original = Picture::drawn(3, 300, 300);
    assert!(!original.structure().is_round());
    assert!(original.circle(255.0, None).structure().is_round());
    let ringed = original.circle(0.0, Some(200.0)).structure();
    assert!(ringed.is_round() && ringed.part()[2] < 0.95 && ringed.part()[0] > 0.02, "{:?}", ringed.part());
    let [left, top, width, height] = original.letterboxed().structure().part();
    for (found, expected) in [(left, 0.2), (top, 0.0), (width, 0.6), (height, 0.6)] {
        assert!((found - expected).abs() < 0.02, "{left} {top} {width} {height}");
    }
}

#[test]
fn an_index_names_the_photo_among_many_and_forgets_it() {
    let structures: Vec<Structure> = (0..60).map(|seed| Picture::drawn(seed, 240, 300).structure()).collect();
    let mut index = PhotoIndex::default();
    for (owner, structure) in structures.iter().enumerate() {
        index.add(owner as u32, structure.points());
    }
    let edited = Picture::drawn(17, 240, 300).cropped(0.1, 0.1, 0.8).mirrored().structure();
    assert_eq!(index.candidates(edited.points(), 5).first().map(|(owner, _)| *owner), Some(17));
    index.remove(17);
    assert!(index.candidates(edited.points(), 60).iter().all(|(owner, _)| *owner != 17));
}

#[test]
fn flat_and_narrow_pictures_have_a_structure_that_matches_nothing() {
    let flat = Picture { width: 90, values: vec![120.0; 90 * 90] }.structure();
    assert!(flat.points().is_empty());
    assert_eq!(compare(&flat, &flat), None);
    for (width, height) in [(32, 4000), (4000, 32), (32, 32), (33, 47)] {
        let narrow = Picture::drawn(5, width, height).structure();
        assert_eq!(Structure::from_bytes(&narrow.to_bytes()), Some(narrow.clone()));
        let other = Picture::drawn(6, width, height).structure();
        assert!(!compare(&narrow, &other).is_some_and(|c| c.is_same_photo()), "{width} × {height}");
    }
}

#[test]
fn the_stored_form_is_small_and_checked() {
    let structure = Picture::drawn(8, 400, 400).structure();
    assert_eq!(structure.points().len(), MAX_POINTS);
    let bytes = structure.to_bytes();
    assert!(bytes.len() <= 1650, "{}", bytes.len());
    assert_eq!(Structure::from_bytes(&bytes), Some(structure.clone()));
    assert_eq!(structure.to_string().parse(), Ok(structure));
    for wrong in [
        &bytes[1..],
        &bytes[..bytes.len() - 1],
        &[],
        &[2],
        &[&[1], &bytes[1..]].concat(),
        &[&[4], &bytes[1..]].concat(),
    ] {
        assert_eq!(Structure::from_bytes(wrong), None);
    }
}

/// As it was stored before, at first with a coarser plane, then with dark parts kept less finely: read, given back as it
/// was, and compared with what is sketched now.
#[test]
fn the_forms_before_are_still_read_and_compared() {
    for (form, text) in [(1, include_str!("structure-1.txt")), (2, include_str!("structure-2.txt"))] {
        let before: Structure = text.parse().unwrap();
        assert_eq!(before.to_string(), text);
        let bytes = before.to_bytes();
        assert_eq!(bytes[0], form);
        assert_eq!(Structure::from_bytes(&bytes[..bytes.len() - 1]), None);
        let picture = Picture::drawn(8, 80, 100);
        for same in [picture.structure(), picture.map(72, 90, |x, y| (x + 4.0, y + 5.0)).structure()] {
            for found in [compare(&before, &same), compare(&same, &before)] {
                assert!(found.as_ref().is_some_and(|c| c.likeness >= MATCH_LIKENESS), "{form}: {found:?}");
            }
        }
        for seed in 20..40 {
            let other = compare(&before, &Picture::drawn(seed, 80, 100).structure());
            assert!(!other.is_some_and(|c| c.is_same_photo()), "{form}: {seed}");
        }
        assert!(compare(&before, &before).is_some_and(|c| c.is_same_photo()));
    }
}

/// What is stored now. When this fails, what is sketched has changed, and the stored form needs another number.
#[test]
fn the_form_is_frozen() {
    let text = include_str!("structure-3.txt");
    assert_eq!(Picture::drawn(8, 80, 100).structure().to_string(), text);
    let stored: Structure = text.parse().unwrap();
    assert_eq!(stored.to_string(), text);
    let cropped = Picture::drawn(8, 80, 100).map(72, 90, |x, y| (x + 4.0, y + 5.0)).structure();
    let found = compare(&stored, &cropped);
    assert!(found.as_ref().is_some_and(|c| c.likeness >= MATCH_LIKENESS), "{found:?}");
}

proptest! {
    /// Whatever a store hands back is refused or compared, without a panic.
    #[test]
    fn damaged_structures_do_no_harm(seed in 0_u64..50, flips in prop::collection::vec((0_usize..1800, any::<u8>()), 1..12)) {
        let structure = Picture::drawn(seed, 120, 150).structure();
        let mut bytes = structure.to_bytes();
        for (at, value) in flips {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        if let Some(damaged) = Structure::from_bytes(&bytes) {
            let found = compare(&damaged, &structure);
            prop_assert!(found.is_none_or(|c| c.likeness.is_finite()));
        }
    }
}
