//! What people do to a portrait between a résumé and an avatar: pure functions of a picture and a lot.

use std::io;

use crate::{
    lot::{Lot, noise},
    paint::backdrop,
    picture::{Colour, Picture},
};

/// What was done: `None` when the picture does not say what of it is person.
pub type Made = io::Result<Option<Picture>>;

/// One edit.
#[derive(Debug, Clone, Copy)]
pub struct Edit {
    /// As it is named in tables.
    pub name: &'static str,
    /// The least recall that is aimed at.
    pub aim: f32,
    make: fn(&Picture, &mut Lot) -> Made,
}

impl Edit {
    /// The picture after it.
    ///
    /// # Errors
    /// Those of the JPEG codec.
    pub fn of(&self, picture: &Picture, seed: u64) -> Made {
        let own = self.name.bytes().fold(seed, |sum, byte| sum.wrapping_mul(131).wrapping_add(byte.into()));
        (self.make)(picture, &mut Lot::new(own))
    }
}

/// All of them.
pub const EDITS: &[Edit] = &[
    edit("JPEG 30", |p, _| p.jpeg(30).map(Some)),
    edit("48 px thumbnail", |p, _| made(p.scaled(48, (48 * p.height() / p.width).max(1)))),
    edit("crop 5 %", |p, lot| made(crop(p, 0.05, lot))),
    edit("crop 10 %", |p, lot| made(crop(p, 0.10, lot))),
    edit("crop 20 %", |p, lot| made(crop(p, 0.20, lot))),
    hard("crop 30 %", |p, lot| made(crop(p, 0.30, lot))),
    edit("square crop", |p, _| made(square(p))),
    edit("circle on white", |p, _| made(circle(&square(p), [255.0; 3], None))),
    edit("circle on black", |p, _| made(circle(&square(p), [0.0; 3], None))),
    edit("coloured ring", |p, lot| {
        let colours = [[20.0, 130.0, 60.0], [200.0, 30.0, 90.0], [10.0, 102.0, 194.0]];
        made(circle(&square(p), [255.0; 3], Some((colours[lot.below(3)], 0.04))))
    }),
    edit("mirror", |p, _| made(p.mirrored())),
    edit("mirror, crop 12 %, JPEG 60", |p, lot| crop(&p.mirrored(), 0.12, lot).jpeg(60).map(Some)),
    edit("brighter × 1.35", |p, _| made(p.changed(|_, _, c| c.map(|v| v * 1.35)))),
    edit("darker × 0.6", |p, _| made(p.changed(|_, _, c| c.map(|v| v * 0.6)))),
    edit("contrast × 1.5", |p, _| made(p.changed(|_, _, c| c.map(|v| 128.0 + (v - 128.0) * 1.5)))),
    edit("contrast × 0.6", |p, _| made(p.changed(|_, _, c| c.map(|v| 128.0 + (v - 128.0) * 0.6)))),
    edit("grey", |p, _| made(p.changed(|_, _, c| [0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2]; 3]))),
    edit("warm filter", |p, _| made(p.changed(|_, _, [r, g, b]| [r * 1.12 + 8.0, g * 1.02 + 4.0, b * 0.82]))),
    edit("blur 1 %", |p, _| made(p.blurred(p.width as f32 / 100.0))),
    edit("turn 3°, crop", |p, lot| made(turn(p, 3.0, lot))),
    hard("turn 5°, crop", |p, lot| made(turn(p, 5.0, lot))),
    edit("text band", |p, lot| made(band(p, lot))),
    edit("logo", |p, lot| made(logo(p, lot))),
    hard("replaced background", |p, lot| Ok(background(p, lot))),
    edit("blurred background", |p, _| Ok(behind(p, &p.blurred(p.width as f32 / 40.0)))),
    edit("letterbox", |p, _| made(letterbox(p))),
    edit("screenshot frame", |p, lot| made(frame(p, lot))),
    edit("circle, crop 15 %, mirror", |p, lot| {
        made(circle(&square(&crop(&p.mirrored(), 0.15, lot)), [255.0; 3], None))
    }),
];

/// The photo of one person with another's face: what stands in an oval of the middle, with a soft edge.
#[must_use]
pub fn another_face(picture: &Picture, other: &Picture) -> Picture {
    let (width, height) = (picture.width, picture.height());
    let other = other.scaled(width, height);
    picture.changed(|x, y, colour| {
        let (across, down) = ((x as f32 + 0.5) / width as f32, (y as f32 + 0.5) / height as f32);
        let from_centre = ((across - 0.5) / 0.18).hypot((down - 0.37) / 0.23);
        between(colour, other.pixels[y * width + x], (1.0 - from_centre) * 8.0 + 0.5)
    })
}

/// What may be done to it then.
pub const THEN: &[Edit] = &[
    edit("as it is", |p, _| made(p.clone())),
    edit("JPEG 60", |p, _| p.jpeg(60).map(Some)),
    edit("mirror", |p, _| made(p.mirrored())),
    edit("crop 5 %", |p, lot| made(crop(p, 0.05, lot))),
];

const fn edit(name: &'static str, make: fn(&Picture, &mut Lot) -> Made) -> Edit {
    Edit { name, aim: 0.99, make }
}

const fn hard(name: &'static str, make: fn(&Picture, &mut Lot) -> Made) -> Edit {
    Edit { name, aim: 0.95, make }
}

#[allow(clippy::unnecessary_wraps, reason = "the result of every edit")]
fn made(picture: Picture) -> Made {
    Ok(Some(picture))
}

/// Cuts this share of each side away, at a random offset.
fn crop(p: &Picture, share: f32, lot: &mut Lot) -> Picture {
    let kept = |side: usize| ((side as f32 * (1.0 - share) + 0.5) as usize).max(1);
    let (width, height) = (kept(p.width), kept(p.height()));
    p.cut(lot.below(p.width - width + 1), lot.below(p.height() - height + 1), width, height)
}

/// An avatar's square: the upper part of an upright picture, and of a square one most of it.
fn square(p: &Picture) -> Picture {
    let (width, height) = (p.width, p.height());
    let side = if width == height { width * 85 / 100 } else { width.min(height) };
    p.cut((width - side) / 2, (height - side) / 5, side, side)
}

fn circle(p: &Picture, around: Colour, ring: Option<(Colour, f32)>) -> Picture {
    let middle = p.width as f32 / 2.0;
    p.changed(|x, y, c| {
        let from_rim = middle - (x as f32 + 0.5 - middle).hypot(y as f32 + 0.5 - middle);
        let inner = match ring {
            Some((colour, wide)) => between(c, colour, wide * p.width as f32 - from_rim + 0.5),
            None => c,
        };
        between(around, inner, from_rim + 0.5)
    })
}

fn between(a: Colour, b: Colour, share: f32) -> Colour {
    let share = share.clamp(0.0, 1.0);
    std::array::from_fn(|i| a[i] * (1.0 - share) + b[i] * share)
}

/// Turns either way and cuts to the largest upright rectangle of the same shape.
fn turn(p: &Picture, degrees: f32, lot: &mut Lot) -> Picture {
    let way = if lot.chance(0.5) { 1.0 } else { -1.0 };
    let (sin, cos) = (degrees * way).to_radians().sin_cos();
    let (w, h) = (p.width as f32, p.height() as f32);
    let kept = 1.0 / (cos + (w / h).max(h / w) * sin.abs());
    let (width, height) = ((w * kept) as usize, (h * kept) as usize);
    p.map(width, height, |x, y| {
        let (dx, dy) = (x - width as f32 / 2.0, y - height as f32 / 2.0);
        (cos * dx - sin * dy + w / 2.0, sin * dx + cos * dy + h / 2.0)
    })
}

/// A band along the lower edge with what looks like letters.
fn band(p: &Picture, lot: &mut Lot) -> Picture {
    let (height, seed) = (p.height(), lot.bits() as u32);
    let (top, tall) = (height - height / 7, height / 7);
    p.changed(|x, y, c| {
        if y < top {
            return c;
        }
        let (letter, row) = (x * 14 / p.width, (y - top) as f32 / tall as f32);
        let stroke = noise(x as f32 * 60.0 / p.width as f32, row * 4.0, seed) > 0.1;
        if (1..13).contains(&letter) && (0.25..0.75).contains(&row) && stroke {
            [255.0; 3]
        } else {
            [10.0, 102.0, 60.0]
        }
    })
}

/// A mark in a corner, a quarter of the width.
fn logo(p: &Picture, lot: &mut Lot) -> Picture {
    let (side, edge) = (p.width / 4, p.width / 24);
    let left = if lot.chance(0.5) { edge } else { p.width - side - edge };
    let top = if lot.chance(0.5) { edge } else { p.height() - side - edge };
    p.changed(|x, y, c| {
        let (Some(u), Some(v)) = (x.checked_sub(left), y.checked_sub(top)) else { return c };
        if u >= side || v >= side {
            return c;
        }
        let middle = side as f32 / 2.0;
        let round = (u as f32 - middle).hypot(v as f32 - middle) < middle * 0.5;
        if round { [255.0, 210.0, 60.0] } else { [20.0, 70.0, 160.0] }
    })
}

/// The person before something else.
fn behind(p: &Picture, other: &Picture) -> Option<Picture> {
    let person = p.person.as_ref()?;
    Some(p.changed(|x, y, c| between(other.pixels[y * p.width + x], c, person[y * p.width + x])))
}

/// Before something else: a colour that may grow darker, or a backdrop as of another photo.
fn background(p: &Picture, lot: &mut Lot) -> Option<Picture> {
    let (width, height) = (p.width, p.height());
    if lot.chance(0.6) {
        return behind(p, &backdrop(lot.bits() >> 8, width, height));
    }
    let colour: Colour = std::array::from_fn(|_| lot.between(20.0, 255.0));
    let fall = if lot.chance(0.5) { lot.about(80.0) } else { 0.0 };
    behind(p, &p.changed(|_, y, _| colour.map(|v| v + fall * (y as f32 / height as f32 - 0.5))))
}

/// Black bars along the shorter sides.
fn letterbox(p: &Picture) -> Picture {
    let (width, height) = (p.width, p.height());
    let long = width.max(height);
    let (w, h) = if height >= width { (long * 27 / 20, height) } else { (width, long * 27 / 20) };
    Picture::flat(w, h, [0.0; 3]).with(p, (w - width) / 2, (h - height) / 2)
}

/// A screenshot: a thin frame, a title bar above, lines of text below.
fn frame(p: &Picture, lot: &mut Lot) -> Picture {
    let (width, height) = (p.width, p.height());
    let (edge, bar, below) = (width / 20, height / 14, height / 5);
    let page = Picture::flat(width + 2 * edge, height + bar + edge + below, [243.0, 242.0, 239.0]);
    let ends: Vec<f32> = (0..3).map(|_| lot.between(0.4, 0.95)).collect();
    let (all, tall) = (page.width, page.height());
    let page = page.changed(|x, y, c| {
        if y < bar {
            return [40.0, 62.0, 74.0];
        }
        let Some(down) = y.checked_sub(tall - below + edge) else { return c };
        let line = down * 4 / below;
        let inked = down * 8 / below % 2 == 0 && x > edge && (x as f32) < all as f32 * ends.get(line).unwrap_or(&0.0);
        if inked { [120.0; 3] } else { c }
    });
    page.with(p, edge, bar + edge)
}
