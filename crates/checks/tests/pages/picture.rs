//! Pictures for the examples, drawn from their names: "scene 7, brighter, smaller" is real pixels through the real
//! sketch.

use std::{collections::BTreeMap, sync::Mutex};

use loupe_profile::{PhotoClaim, ProvenanceKind, ProvenanceMark};
use loupe_sketch::photo::sketch_rgba;

/// The photo that a name of the form `scene N` or `flat` stands for, with what was done to it after commas: `brighter`,
/// `grey`, `smaller`, `cropped` (to seven tenths of each side), `mirrored`, `circle` (on white), `other middle`, and what
/// its file says of its making: `marked generated`, `marked composed`, `marked edited`, `marked c2pa`.
///
/// Each is drawn once: the examples are read many times over.
pub(crate) fn photo(name: &str) -> PhotoClaim {
    static DRAWN: Mutex<BTreeMap<String, PhotoClaim>> = Mutex::new(BTreeMap::new());
    let mut drawn = DRAWN.lock().expect("no test panics while it draws");
    drawn.entry(name.to_owned()).or_insert_with(|| draw(name)).clone()
}

fn draw(name: &str) -> PhotoClaim {
    let mut words = name.split(", ");
    let scene = words.next().unwrap_or_default();
    let seed = scene.strip_prefix("scene ").map(|n| n.parse::<u64>().unwrap_or_else(|_| panic!("no picture: {name}")));
    assert!(seed.is_some() || scene == "flat", "no picture: {name}");
    let shapes = seed.map(shapes);
    let (mut side, mut gain, mut grey) = (240, 1.0, false);
    let (mut cropped, mut mirrored, mut circle) = (false, false, false);
    let mut middle = None;
    let mut provenance = Vec::new();
    for word in words {
        if let Some(what) = word.strip_prefix("marked ") {
            provenance.push(mark(what));
            continue;
        }
        match word {
            "brighter" => gain = 1.15,
            "grey" => grey = true,
            "smaller" => side = 160,
            "cropped" => cropped = true,
            "mirrored" => mirrored = true,
            "circle" => circle = true,
            "other middle" => middle = seed.map(|seed| self::shapes(seed + 1000)),
            _ => panic!("no way to draw a picture {word}: {name}"),
        }
    }
    let mut pixels = Vec::with_capacity(side * side * 4);
    for at in 0..side * side {
        let (mut u, mut v) = ((at % side) as f32 / side as f32, (at / side) as f32 / side as f32);
        let outside = circle && (u - 0.5).powi(2) + (v - 0.5).powi(2) > 0.25;
        if mirrored {
            u = 1.0 - u;
        }
        if cropped {
            (u, v) = (0.2 + 0.7 * u, 0.1 + 0.7 * v);
        }
        let inside = ((u - 0.5) / 0.22).powi(2) + ((v - 0.4) / 0.28).powi(2) <= 1.0;
        let shapes = middle.as_ref().filter(|_| inside).or(shapes.as_ref());
        let mut rgb = shapes.map_or([90.0, 120.0, 150.0], |shapes| colour(shapes, u, v));
        if grey {
            rgb = [rgb[0] * 0.299 + rgb[1] * 0.587 + rgb[2] * 0.114; 3];
        }
        if outside {
            rgb = [255.0; 3];
        }
        pixels.extend(rgb.map(|c| (c * gain).clamp(0.0, 255.0) as u8));
        pixels.push(255);
    }
    let sketched = sketch_rgba(&pixels, side as u32, side as u32).expect("large enough to sketch");
    PhotoClaim {
        address: name.to_owned(),
        sketch: Some(sketched.pdq.to_string()),
        structure: Some(sketched.structure.to_string()),
        quality: sketched.quality,
        provenance,
        ..PhotoClaim::default()
    }
}

/// What an image's file says, as the reader of files tells it.
fn mark(what: &str) -> ProvenanceMark {
    let (kind, place, words) = match what {
        "generated" => (ProvenanceKind::Generated, "PNG tEXt parameters", "Steps: 20, Sampler: Euler a, CFG scale: 7"),
        "composed" => {
            (ProvenanceKind::Composed, "XMP digitalSourceType, JPEG APP1", "compositeWithTrainedAlgorithmicMedia")
        }
        "edited" => (ProvenanceKind::Software, "XMP CreatorTool, JPEG APP1", "Adobe Photoshop 25.0 (Windows)"),
        "c2pa" => (ProvenanceKind::C2pa, "C2PA manifest, not validated, JPEG APP11", "Camera 9"),
        _ => panic!("no such mark: {what}"),
    };
    ProvenanceMark { kind, place: place.to_owned(), words: words.to_owned() }
}

/// An ellipse: centre, radii, colour.
struct Shape {
    x: f32,
    y: f32,
    rx: f32,
    ry: f32,
    rgb: [f32; 3],
}

/// Shapes in places and colours that the seed decides.
fn shapes(seed: u64) -> Vec<Shape> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as f32 / (1_u64 << 24) as f32
    };
    (0..28)
        .map(|_| {
            let (x, y) = (next(), next());
            let (rx, ry) = (0.04 + next() * 0.16, 0.04 + next() * 0.16);
            Shape { x, y, rx, ry, rgb: [next() * 215.0, next() * 215.0, next() * 215.0] }
        })
        .collect()
}

fn colour(shapes: &[Shape], u: f32, v: f32) -> [f32; 3] {
    let within = |s: &&Shape| ((u - s.x) / s.rx).powi(2) + ((v - s.y) / s.ry).powi(2) <= 1.0;
    shapes.iter().rev().find(within).map_or([80.0 + 90.0 * u, 90.0 + 60.0 * v, 110.0], |s| s.rgb)
}
