//! Drawings in the place of photos: the usual kinds are told, photos are not taken for them.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{fs, path::Path};

use image::{Rgba, RgbaImage, imageops};
use loupe_sketch::{
    flat::is_flat_drawing,
    photo::{MIN_QUALITY, sketch_rgba},
};

fn is_flat(image: &RgbaImage) -> bool {
    is_flat_drawing(image.as_raw(), image.width(), image.height())
}

fn drawn(side: u32, colour: impl Fn(f32, f32) -> [u8; 3]) -> RgbaImage {
    RgbaImage::from_fn(side, side, |x, y| {
        let [red, green, blue] = colour(x as f32 / side as f32, y as f32 / side as f32);
        Rgba([red, green, blue, 255])
    })
}

/// Head and shoulders, as sites draw somebody without a photo.
fn silhouette(side: u32) -> RgbaImage {
    drawn(side, |x, y| {
        let head = (x - 0.5).powi(2) + (y - 0.38).powi(2) < 0.04;
        let shoulders = ((x - 0.5) / 0.38).powi(2) + ((y - 1.0) / 0.35).powi(2) < 1.0;
        if head || shoulders { [150, 153, 158] } else { [222, 224, 228] }
    })
}

/// A letter on a coloured circle.
fn initial(side: u32) -> RgbaImage {
    drawn(side, |x, y| {
        let bar = (0.36..0.44).contains(&x) || (0.56..0.64).contains(&x) || (0.46..0.54).contains(&y);
        let letter = bar && (0.3..0.7).contains(&y) && (0.36..0.64).contains(&x);
        let circle = (x - 0.5).powi(2) + (y - 0.5).powi(2) < 0.25;
        if letter {
            [255, 255, 255]
        } else if circle {
            [0, 121, 107]
        } else {
            [250, 250, 250]
        }
    })
}

/// Squares mirrored left and right, as made of a name's hash.
fn identicon(side: u32) -> RgbaImage {
    drawn(side, |x, y| {
        let (column, row) = (((x * 5.0) as i32 - 2).unsigned_abs(), (y * 5.0) as u32);
        if (column * 7 + row * 5 + column * row) % 3 == 0 { [96, 68, 160] } else { [240, 240, 240] }
    })
}

#[test]
fn what_sites_draw_in_the_place_of_a_photo_is_told() {
    for (what, draw) in
        [("silhouette", silhouette as fn(u32) -> RgbaImage), ("initial", initial), ("identicon", identicon)]
    {
        for side in [64, 100, 400] {
            assert!(is_flat(&draw(side)), "{what} of {side}");
        }
        // Drawn smaller, with soft edges.
        assert!(is_flat(&imageops::resize(&draw(400), 160, 160, imageops::Triangle)), "{what} with soft edges");
    }
    let clear = RgbaImage::from_fn(90, 90, |x, y| Rgba([0, 0, 0, if (x / 30 + y / 30) % 2 == 0 { 0 } else { 255 }]));
    assert!(is_flat(&clear), "what is not painted is white");
}

#[test]
fn photos_are_not_taken_for_drawings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut looked_at = 0;
    for folder in ["tests/pdq/bridge-mods", "tests/pdq/reg-test-input/labelme-subset", "../../tests/sites/photos"] {
        for file in fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            let Some(photo) = file.extension().filter(|ext| *ext == "jpg").map(|_| image::open(&file).unwrap()) else {
                continue;
            };
            let photo = photo.thumbnail(400, 400);
            // A night sky and a white wall are of too low a quality to be compared anyway.
            let pixels = photo.to_rgba8();
            let quality = sketch_rgba(&pixels, pixels.width(), pixels.height()).unwrap().quality;
            if quality < MIN_QUALITY {
                continue;
            }
            for edited in
                [photo.clone(), photo.brighten(60), photo.grayscale(), photo.blur(4.0), photo.thumbnail(48, 48)]
            {
                assert!(!is_flat(&edited.to_rgba8()), "{}", file.display());
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 10, "{looked_at}");
}

#[test]
fn what_is_no_picture_is_no_drawing() {
    assert!(!is_flat_drawing(&[], 0, 0));
    assert!(!is_flat_drawing(&[255; 16], 9, 9));
    assert!(!is_flat_drawing(&[255; 16], u32::MAX, u32::MAX));
    assert!(is_flat_drawing(&[255; 4], 1, 1));
}
