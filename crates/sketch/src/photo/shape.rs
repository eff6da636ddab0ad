//! What of an image is picture: flat borders are cut away, and what lies outside of a circle is continued from its rim.

use super::grey::Grey;

/// Grey values that one colour may vary by, after JPEG.
const FLAT: f32 = 12.0;
/// A circle's sides may differ by this many pixels.
const SQUARE: usize = 2;

/// Columns and rows of one colour at the edges: left, top, right, bottom. Less than a third of the image at each, and
/// nothing when only one of two opposite edges has them: that is a wall behind a person, not a border.
pub(super) fn borders(image: &Grey) -> [usize; 4] {
    let (top, bottom) = flat_ends(image);
    let (left, right) = flat_ends(&image.turned());
    [left, top, right, bottom]
}

/// Rows of one and the same colour at both ends.
fn flat_ends(image: &Grey) -> (usize, usize) {
    let (first, last) = (image.at(0, 0), image.at(0, image.height - 1));
    let most = image.height / 3;
    let flat = |row: &[f32], colour: f32| row.iter().all(|v| (v - colour).abs() < FLAT);
    let rows = || image.values.chunks_exact(image.width);
    let from = rows().take(most).take_while(|row| flat(row, first)).count();
    let to = rows().rev().take(most).take_while(|row| flat(row, last)).count();
    let borders = (1..most).contains(&from) && (1..most).contains(&to) && (first - last).abs() < FLAT;
    if borders { (from, to) } else { (0, 0) }
}

/// The circle inscribed in a square image, when all outside of it is of one colour and what is inside is not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Disc {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) radius: f32,
}

impl Disc {
    /// The inscribed circle of an image of this size.
    pub(super) fn inscribed(width: usize, height: usize) -> Self {
        let (x, y) = (width as f32 / 2.0, height as f32 / 2.0);
        Self { x, y, radius: x.min(y) }
    }

    pub(super) fn find(image: &Grey) -> Option<Self> {
        if image.width.abs_diff(image.height) > SQUARE {
            return None;
        }
        let disc = Self::inscribed(image.width, image.height);
        let (mut low, mut high) = (f32::MAX, f32::MIN);
        for y in 0..image.height {
            for x in 0..image.width {
                if !disc.holds(x as f32 + 0.5, y as f32 + 0.5, -1.5) {
                    (low, high) = (low.min(image.at(x, y)), high.max(image.at(x, y)));
                }
            }
        }
        (high - low < FLAT).then_some(disc)
    }

    /// Without a ring of one colour along the rim, at most a sixth of the radius wide.
    pub(super) fn inside_ring(&self, image: &Grey) -> Self {
        let mut range = vec![(f32::MAX, f32::MIN); self.radius as usize + 1];
        for y in 0..image.height {
            for x in 0..image.width {
                let (dx, dy) = (x as f32 + 0.5 - self.x, y as f32 + 0.5 - self.y);
                if let Some((low, high)) = range.get_mut((dx * dx + dy * dy).sqrt() as usize) {
                    (*low, *high) = (low.min(image.at(x, y)), high.max(image.at(x, y)));
                }
            }
        }
        let from = (self.radius * 5.0 / 6.0) as usize;
        let flat = (from..range.len()).find(|r| range[*r].1 - range[*r].0 < FLAT && *r > from);
        flat.map_or(*self, |r| Self { radius: r as f32 - 1.0, ..*self })
    }

    /// Whether a point lies inside, and that far from the rim.
    pub(super) fn holds(&self, x: f32, y: f32, from_rim: f32) -> bool {
        let (dx, dy, reach) = (x - self.x, y - self.y, self.radius - from_rim);
        reach > 0.0 && dx * dx + dy * dy < reach * reach
    }

    /// The rim's values continued outward, so that smoothing takes in nothing of what surrounds the picture.
    pub(super) fn continued(&self, image: &Grey) -> Grey {
        let mut out = image.clone();
        for y in 0..image.height {
            for x in 0..image.width {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                if self.holds(px, py, 2.0) {
                    continue;
                }
                let (dx, dy) = (px - self.x, py - self.y);
                let inward = (self.radius - 2.5) / (dx * dx + dy * dy).sqrt();
                out.values[y * image.width + x] =
                    image.sample_clamped(self.x + dx * inward - 0.5, self.y + dy * inward - 0.5);
            }
        }
        out
    }
}
