//! The structure of a photo: what finds it again after cropping, masking, mirroring, turning and recolouring.
//!
//! Two things of the whole image, and nothing else: the places where it changes most with a code of what surrounds
//! each (`points.rs`), by which candidates and their alignment are found, and a small grey plane (`plane.rs`), by which
//! the aligned photos are compared. Flat borders, the outside of a circle and a ring along it are left out (`shape.rs`).

use std::{fmt, str::FromStr};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

use super::{
    bc4,
    grey::Grey,
    plane,
    points::{self, Point},
    shape::{self, Disc},
};

/// Longer side of the image that points are found in.
const BASE: usize = 128;
/// Longer side of the plane.
const PLANE: usize = 80;
/// Points kept, the strongest.
pub const MAX_POINTS: usize = 40;
/// The plane keeps what is coarser than this, in its own pixels.
const PLANE_BLUR: f32 = 0.75;
/// The first byte of the stored form; changes when any number in this folder changes what is kept.
const FORMAT: u8 = 3;
/// The forms before, which are still read: first a plane of 48 pixels in blocks of fixed size, then one that kept grey
/// values by their difference, so that little was left of what is dark.
const FIRST: u8 = 1;
const FIRST_PLANE: usize = 48;
const LINEAR: u8 = 2;
/// Bytes at most. With 350 more no more photos were found again.
const MOST: usize = 1650;
/// Bytes before the points.
const HEADER: usize = 9;
/// Bytes between the points and the plane: how many the plane has.
const LENGTH: usize = 2;

/// What is kept of a photo's structure: at most 1,650 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// How it is stored.
    format: u8,
    /// Columns of the plane; the longer side has 80, or 48 in the first form.
    pub(super) width: u8,
    /// Rows of the plane.
    pub(super) height: u8,
    /// Whether the picture is the circle inscribed in the plane.
    pub(super) round: bool,
    /// The part of the image that is picture: left, top, width and height, in 255ths of the image's longer side.
    pub(super) part: [u8; 4],
    pub(super) points: Vec<Point>,
    /// The plane as it is stored.
    plane: Vec<u8>,
}

impl Structure {
    /// Of an image with a shorter side of at least 32 pixels, given as rows of red, green, blue, alpha.
    pub(super) fn of(pixels: &[u8], width: usize, height: usize) -> Self {
        let image = Grey::of_rgba(pixels, width, height);
        let (base, disc, part) = picture(&image);
        let inside = |x: f32, y: f32, reach: f32| disc.is_none_or(|d| d.holds(x, y, reach * 1.5));
        let points = points::points(&base, MAX_POINTS, &inside);
        let plane = base.blurred(PLANE_BLUR * BASE as f32 / PLANE as f32).fit(PLANE).toned();
        Self {
            format: FORMAT,
            width: plane.width as u8,
            height: plane.height as u8,
            round: disc.is_some(),
            part,
            plane: plane::encode(&plane, MOST - HEADER - LENGTH - points.len() * Point::BYTES),
            points,
        }
    }

    /// The key points, the strongest first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The key points of the mirrored photo.
    pub fn mirrored_points(&self) -> Vec<Point> {
        let width = u32::from(self.width) * 255 / u32::from(self.width.max(self.height).max(1));
        self.points.iter().map(|p| p.mirrored(width as u8)).collect()
    }

    /// Whether the picture is a circle.
    pub fn is_round(&self) -> bool {
        self.round
    }

    /// The part of the image that is picture, without flat borders and rings: left, top, width and height as shares
    /// of the image's longer side.
    pub fn part(&self) -> [f32; 4] {
        self.part.map(|v| f32::from(v) / 255.0)
    }

    /// The grey plane, toned.
    pub(super) fn plane(&self) -> Grey {
        let (width, height) = (usize::from(self.width), usize::from(self.height));
        match self.format {
            FIRST => bc4::decode(&self.plane, width, height).toned(),
            LINEAR => plane::decode(&self.plane, width, height).toned(),
            _ => plane::decode(&self.plane, width, height),
        }
    }

    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let [left, top, width, height] = self.part;
        let mut bytes = vec![self.format, self.width, self.height, u8::from(self.round), left, top, width, height];
        bytes.push(self.points.len() as u8);
        for point in &self.points {
            bytes.extend(point.to_bytes());
        }
        if self.format != FIRST {
            bytes.extend((self.plane.len() as u16).to_le_bytes());
        }
        bytes.extend(&self.plane);
        bytes
    }

    /// Reads the stored form. Nothing when it is none, or of a newer format.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, rest) = bytes.split_first_chunk::<HEADER>()?;
        let [format, width, height, round, left, top, part_width, part_height, count] = *header;
        let longer = usize::from(width.max(height));
        let (points, plane) = rest.split_at_checked(usize::from(count) * Point::BYTES)?;
        let (plane, fits) = match format {
            LINEAR | FORMAT => {
                let (length, plane) = plane.split_first_chunk::<LENGTH>()?;
                let fits = plane.len() == usize::from(u16::from_le_bytes(*length)) && plane.len() <= MOST;
                (plane, longer == PLANE && fits)
            }
            FIRST => (plane, longer == FIRST_PLANE && plane.len() == bc4::bytes(width.into(), height.into())),
            _ => return None,
        };
        if !fits || width == 0 || height == 0 || round > 1 || usize::from(count) > MAX_POINTS {
            return None;
        }
        let points =
            points.as_chunks::<{ Point::BYTES }>().0.iter().map(Point::of_bytes).collect::<Option<Vec<Point>>>()?;
        let part = [left, top, part_width, part_height];
        Some(Self { format, width, height, round: round == 1, part, points, plane: plane.to_vec() })
    }
}

impl fmt::Display for Structure {
    /// The stored form in base64.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(self.to_bytes()))
    }
}

/// Text that is not a photo's structure in base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAStructure;

impl fmt::Display for NotAStructure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the structure of a photo in base64")
    }
}

impl std::error::Error for NotAStructure {}

impl FromStr for Structure {
    type Err = NotAStructure;

    fn from_str(text: &str) -> Result<Self, NotAStructure> {
        let bytes = BASE64.decode(text).map_err(|_| NotAStructure)?;
        Self::from_bytes(&bytes).ok_or(NotAStructure)
    }
}

/// The picture in an image at the size that points are found in, its circle, and which part of the image it is.
fn picture(image: &Grey) -> (Grey, Option<Disc>, [u8; 4]) {
    let whole = image.fit(BASE);
    let mut at = [0.0, 0.0, whole.width as f32, whole.height as f32];
    let [left, top, right, bottom] = shape::borders(&whole);
    let mut base = whole;
    if left + top + right + bottom > 0 {
        at = [left as f32, top as f32, at[2] - (left + right) as f32, at[3] - (top + bottom) as f32];
        base = cut(image, &at).fit(BASE);
    }
    let mut disc = Disc::find(&base);
    if let Some(found) = disc {
        let inner = found.inside_ring(&base);
        if inner != found {
            let scale = at[2].max(at[3]) / BASE as f32;
            let (x, y) = (at[0] + (inner.x - inner.radius) * scale, at[1] + (inner.y - inner.radius) * scale);
            at = [x, y, inner.radius * 2.0 * scale, inner.radius * 2.0 * scale];
            base = cut(image, &at).fit(BASE);
            disc = Some(Disc::inscribed(base.width, base.height));
        }
    }
    if let Some(disc) = disc {
        base = disc.continued(&base);
    }
    (base, disc, at.map(|v| (v * 255.0 / BASE as f32 + 0.5).clamp(0.0, 255.0) as u8))
}

/// A part of the image, given in pixels of the base.
fn cut(image: &Grey, part: &[f32; 4]) -> Grey {
    let scale = image.longer() / BASE as f32;
    let [left, top, width, height] = part.map(|v| (v * scale + 0.5).max(0.0) as usize);
    let (width, height) = (width.clamp(1, image.width), height.clamp(1, image.height));
    image.cut(left.min(image.width - width), top.min(image.height - height), width, height)
}
