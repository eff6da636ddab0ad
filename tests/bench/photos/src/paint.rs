//! A small painter of portraits: a height, a material and a colour for each place, then shading by slopes and light.
//!
//! All persons of [`Studio::One`] and [`Studio::Clothes`] stand before one backdrop in one light and in nearly one pose, as on the day when a
//! photographer comes to an office: photos of strangers that are as alike as such photos get.

use crate::{
    body::Seen,
    lot::{Lot, noise, rough},
    person::Person,
    picture::{Colour, Picture},
};

/// Where a person is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Studio {
    /// One backdrop, light and pose for all.
    One,
    /// The same, and all wear one of three things.
    Clothes,
    /// A backdrop, light and framing of their own.
    Own,
}

/// Columns and rows of a portrait.
pub const SIZE: (usize, usize) = (320, 400);
/// Each pixel is the mean of this many squared.
const FINE: usize = 2;

/// How a photo is taken.
struct Scene {
    backdrop: u32,
    kind: usize,
    colours: [Colour; 2],
    light: [f32; 3],
    /// Where the head is, how large, and its turn.
    place: (f32, f32),
    scale: f32,
    turn: f32,
}

impl Scene {
    fn of(studio: Studio, number: u64) -> Self {
        let mut lot = Lot::new(number.wrapping_mul(2));
        let mut about = |spread: f32| lot.about(spread);
        if studio != Studio::Own {
            return Self {
                backdrop: 7,
                kind: 0,
                colours: [[150.0, 158.0, 168.0], [84.0, 92.0, 104.0]],
                light: [-0.45, -0.50, 0.74],
                place: (0.5 + about(0.010), 0.52 + about(0.010)),
                scale: 1.15 + about(0.02),
                turn: about(0.012),
            };
        }
        let mut lot = Lot::new(number.wrapping_mul(3) + 5);
        let colour = |lot: &mut Lot| {
            let base = lot.between(40.0, 220.0);
            std::array::from_fn(|_| base + lot.about(22.0))
        };
        Self {
            backdrop: lot.bits() as u32,
            kind: lot.below(4),
            colours: [colour(&mut lot), colour(&mut lot)],
            light: [lot.between(-0.6, 0.6), lot.between(-0.6, -0.2), 0.7],
            place: (0.5 + lot.about(0.05), 0.52 + lot.about(0.05)),
            scale: lot.between(0.85, 1.4),
            turn: lot.about(0.05),
        }
    }

    fn behind(&self, x: f32, y: f32) -> Colour {
        let across = (x - 0.35) * (x - 0.35) + (y - 0.4) * (y - 0.4);
        let seed = self.backdrop;
        let mottled = 9.0 * rough(x * 5.0, y * 5.0, seed, 3) + 3.0 * noise(x * 90.0, y * 90.0, seed + 1);
        let (share, more) = match self.kind {
            0 => ((across * 1.1).min(1.0), mottled),
            // Lights out of focus.
            1 => {
                let blobs = (0..14_u32).fold(0.0_f32, |sum, i| {
                    let (u, v) = (noise(i as f32 * 7.3, 0.5, seed), noise(0.5, i as f32 * 5.1, seed + 3));
                    let (dx, dy) = (x - 0.5 - u * 0.6, y - 0.5 - v * 0.7);
                    sum + 1.0 / (1.0 + (dx.hypot(dy) * 60.0 - 5.0).exp())
                });
                (y * 0.8, 45.0 * blobs.min(2.0))
            }
            // Bricks.
            2 => {
                let row = (y * 22.0).floor();
                let along = x * 8.0 + row * 0.5;
                let joint = (y * 22.0 - row) < 0.12 || along.fract() < 0.05;
                (0.3, if joint { 30.0 } else { 18.0 * noise(along.floor() * 3.7, row * 2.9, seed) + mottled })
            }
            // A room: shelves and upright edges, blurred.
            _ => {
                let up = rough(x * 9.0, (y * 3.0).floor() * 5.0, seed, 3);
                (0.5 + 0.5 * up, 40.0 * ((y * 6.0 + noise(0.0, 1.0, seed)).fract() - 0.5).abs())
            }
        };
        std::array::from_fn(|i| self.colours[0][i] * (1.0 - share) + self.colours[1][i] * share + more)
    }
}

/// The backdrop of this number, without anybody before it.
pub fn backdrop(number: u64, width: usize, height: usize) -> Picture {
    let (scene, unit) = (Scene::of(Studio::Own, number), 1.0 / width as f32);
    let flat = Picture::flat(width, height, [0.0; 3]);
    flat.changed(|x, y, _| scene.behind(x as f32 * unit, y as f32 * unit))
}

/// The portrait of the person of this number.
pub fn portrait(studio: Studio, number: u64) -> Picture {
    let mut person = Person::of(number + 1_000_000 * studio as u64);
    if studio == Studio::Clothes {
        let worn = Person::of(4_000_000 + number / 3 % 3);
        (person.clothes, person.pattern, person.body) = (worn.clothes, worn.pattern, worn.body);
    }
    let scene = Scene::of(studio, number);
    let (width, height) = (SIZE.0 * FINE, SIZE.1 * FINE);
    let unit = 1.0 / width as f32;
    let (sin, cos) = scene.turn.sin_cos();
    let seen: Vec<Option<Seen>> = (0..width * height)
        .map(|at| {
            let (x, y) = ((at % width) as f32 * unit - scene.place.0, (at / width) as f32 * unit - scene.place.1);
            person.seen((x * cos + y * sin) / scene.scale, (y * cos - x * sin) / scene.scale)
        })
        .collect();
    let heights = Picture {
        width,
        pixels: seen.iter().map(|s| [s.map_or(-0.05, |s| s.height), 0.0, 0.0]).collect(),
        person: None,
    };
    // What lies lower than its surroundings is darker.
    let around = heights.scaled(width / 8, height / 8).blurred(3.0).scaled(width, height);
    let mut grain = Lot::new(number + 99);
    let mut fine = Picture::flat(width, height, [0.0; 3]);
    for at in 0..width * height {
        let (x, y) = ((at % width) as f32 * unit, (at / width) as f32 * unit);
        fine.pixels[at] = match seen[at] {
            None => scene.behind(x, y),
            Some(s) => {
                let slope = |one: usize, other: usize| match (seen[one], seen[other]) {
                    (Some(a), Some(b)) if a.kind == s.kind && b.kind == s.kind => (b.height - a.height) / unit / 2.0,
                    _ => 0.0,
                };
                let right = if at % width > 0 && at + 1 < seen.len() { slope(at - 1, at + 1) } else { 0.0 };
                let down = if at >= width && at + width < seen.len() { slope(at - width, at + width) } else { 0.0 };
                let long = (right * right + down * down + 1.0).sqrt();
                let normal = [-right / long, -down / long, 1.0 / long];
                let dot = |l: [f32; 3]| normal.iter().zip(l).map(|(n, l)| n * l).sum::<f32>().max(0.0);
                let [lx, ly, lz] = scene.light;
                let half = [lx / 1.87, ly / 1.87, (lz + 1.0) / 1.87];
                let hollow = (1.0 - 3.2 * (around.pixels[at][0] - s.height).max(0.0)).clamp(0.35, 1.0);
                let shade = (0.34 + 0.74 * dot(scene.light) + 0.16 * dot([-lx, 0.1, 0.6])) * hollow;
                let gloss = 110.0 * s.shine * dot(half).powi(28);
                s.colour.map(|v| v * shade + gloss)
            }
        };
    }
    let mut out = fine.blurred(0.7).scaled(SIZE.0, SIZE.1);
    for pixel in &mut out.pixels {
        let noise = grain.about(2.2);
        *pixel = pixel.map(|v| v + noise + grain.about(0.8));
    }
    let person = (0..SIZE.0 * SIZE.1).map(|at| {
        let (x, y) = (at % SIZE.0 * FINE, at / SIZE.0 * FINE);
        let shown = (0..FINE * FINE).filter(|i| seen[(y + i / FINE) * width + x + i % FINE].is_some()).count();
        shown as f32 / (FINE * FINE) as f32
    });
    out.person = Some(person.collect());
    out
}
