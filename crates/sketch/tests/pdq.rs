//! Photo sketches against the reference implementation of PDQ: its images, and the hashes it gives them.
#![allow(clippy::unwrap_used, reason = "helpers of tests may")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use image::{RgbaImage, imageops};
use loupe_sketch::photo::{Pdq, Sketched, distance, sketch_rgba};

/// Implementations that agree within this are one, by the reference's own rule.
const TOLERANCE: u32 = 16;

struct Expected {
    file: PathBuf,
    sketch: Pdq,
    quality: u8,
}

fn expected() -> Vec<Expected> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdq");
    let table = fs::read_to_string(folder.join("expected.csv")).unwrap();
    let rows = table.lines().skip(1).map(|line| {
        let [file, sketch, quality] = line.split(',').collect::<Vec<_>>().try_into().unwrap();
        Expected { file: folder.join(file), sketch: sketch.parse().unwrap(), quality: quality.parse().unwrap() }
    });
    rows.collect()
}

fn sketched(image: &RgbaImage) -> Sketched {
    sketch_rgba(image.as_raw(), image.width(), image.height()).unwrap()
}

fn load(file: &Path) -> RgbaImage {
    image::open(file).unwrap().to_rgba8()
}

#[test]
fn every_image_of_the_reference_agrees() {
    let expected = expected();
    assert_eq!(expected.len(), 17);
    for Expected { file, sketch, quality } in expected {
        let ours = sketched(&load(&file));
        let apart = distance(&ours.pdq, &sketch);
        assert!(apart <= TOLERANCE, "{}: {apart} bits from the reference", file.display());
        assert!(ours.quality.abs_diff(quality) <= 1, "{}: quality {} for {quality}", file.display(), ours.quality);
    }
}

#[test]
fn a_decoder_without_loss_gives_the_very_bits() {
    let expected = expected();
    let lossless: Vec<_> = expected.iter().filter(|e| e.file.extension().is_some_and(|ext| ext == "png")).collect();
    assert!(!lossless.is_empty());
    for Expected { file, sketch, .. } in lossless {
        assert_eq!(sketched(&load(file)).pdq, *sketch, "{}", file.display());
    }
}

#[test]
fn an_image_that_is_averaged_down_first_agrees_too() {
    let original = &expected()[0];
    let image = load(&original.file);
    // Neither side is a multiple of the block that is averaged, and the sides have different blocks.
    let large = imageops::resize(&image, 4101, 2057, imageops::FilterType::Nearest);
    assert!(distance(&sketched(&large).pdq, &original.sketch) <= TOLERANCE);
}

#[test]
fn other_images_are_far_apart() {
    let sketches: Vec<_> = expected().iter().filter(|e| e.quality >= 50).map(|e| e.sketch).collect();
    let bridge = sketches[0];
    for other in &sketches[7..] {
        assert!(distance(&bridge, other) > 80);
    }
}
