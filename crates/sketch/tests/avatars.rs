//! Pictures that systems and sites give to many are known, and photos are not taken for them.
#![allow(clippy::unwrap_used, reason = "helpers of tests may")]

use std::{io::Cursor, path::Path};

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage, imageops};
use loupe_sketch::photo::{Pdq, known_avatar, sketch_rgba};

fn load(file: &str) -> RgbaImage {
    image::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file)).unwrap().to_rgba8()
}

fn known(image: &RgbaImage) -> Option<&'static str> {
    known_avatar(&sketch_rgba(image.as_raw(), image.width(), image.height()).unwrap().pdq)
}

/// As sites save uploads.
fn jpeg(image: &RgbaImage) -> RgbaImage {
    let mut white = RgbaImage::from_pixel(image.width(), image.height(), Rgba([255; 4]));
    imageops::overlay(&mut white, image, 0, 0);
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(white).to_rgb8().write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    image::load_from_memory(bytes.get_ref()).unwrap().to_rgba8()
}

#[test]
fn a_picture_of_the_list_is_told_in_every_size() {
    let picture = load("avatars/adminlte-avatar5.png");
    assert_eq!(known(&picture), Some("AdminLTE avatar, avatar5"));
    for side in [100, 300, 64, 48] {
        let scaled = imageops::resize(&picture, side, side, imageops::FilterType::Triangle);
        assert_eq!(known(&scaled), Some("AdminLTE avatar, avatar5"), "{side}");
        assert_eq!(known(&jpeg(&scaled)), Some("AdminLTE avatar, avatar5"), "{side} as JPEG");
    }
}

#[test]
fn photos_are_not_taken_for_one() {
    let photos = include_str!("pdq/expected.csv").lines().skip(1).filter_map(|line| line.split(',').next());
    for file in photos {
        assert_eq!(known(&load(&format!("pdq/{file}"))), None, "{file}");
    }
}

#[test]
fn every_line_of_the_list_is_read() {
    let lines: Vec<&str> = include_str!("../src/photo/avatars.txt").lines().filter(|l| !l.starts_with('#')).collect();
    assert!(lines.len() > 100, "{}", lines.len());
    for line in lines {
        let (hash, name) = line.split_once(' ').unwrap();
        assert_eq!(hash.parse::<Pdq>().map(|pdq| known_avatar(&pdq).is_some()), Ok(true), "{line}");
        assert!(name.contains(", "), "{line}");
    }
}
