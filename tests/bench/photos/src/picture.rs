//! A colour picture and the few operations that painting and editing need.

use std::io;
use std::path::Path;

use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder, codecs::png::PngEncoder};
use loupe_sketch::photo::{Sketched, sketch_rgba};

/// Red, green and blue, 0 to 255.
pub type Colour = [f32; 3];

/// A picture, and which of it shows the person where that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Columns.
    pub width: usize,
    /// Row by row.
    pub pixels: Vec<Colour>,
    /// How much of each pixel is person, 0 to 1. Only the painter knows.
    pub person: Option<Vec<f32>>,
}

impl Picture {
    /// Of one colour.
    pub fn flat(width: usize, height: usize, colour: Colour) -> Self {
        Self { width, pixels: vec![colour; width * height], person: None }
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.pixels.len() / self.width.max(1)
    }

    /// Each pixel's colour anew, from its place and colour. The person stays known.
    #[must_use]
    pub fn changed(&self, change: impl Fn(usize, usize, Colour) -> Colour) -> Self {
        let width = self.width;
        let pixels = self.pixels.iter().enumerate();
        let pixels = pixels.map(|(at, p)| change(at % width, at / width, *p).map(|v| v.clamp(0.0, 255.0))).collect();
        Self { width, pixels, person: self.person.clone() }
    }

    /// Another size; `from` says where a place, in pixels, is taken from.
    #[must_use]
    pub fn map(&self, width: usize, height: usize, from: impl Fn(f32, f32) -> (f32, f32)) -> Self {
        let (right, bottom) = (self.width as f32 - 1.0, self.height() as f32 - 1.0);
        let pixel = |at: usize| {
            let (x, y) = from((at % width) as f32 + 0.5, (at / width) as f32 + 0.5);
            let (x, y) = ((x - 0.5).clamp(0.0, right), (y - 0.5).clamp(0.0, bottom));
            let (left, top, fx, fy) = (x as usize, y as usize, x.fract(), y.fract());
            let (next, below) = ((left + 1).min(self.width - 1), (top + 1).min(self.height() - 1));
            let at = |x: usize, y: usize| self.pixels[y * self.width + x];
            let (a, b, c, d) = (at(left, top), at(next, top), at(left, below), at(next, below));
            std::array::from_fn(|i| (a[i] * (1.0 - fx) + b[i] * fx) * (1.0 - fy) + (c[i] * (1.0 - fx) + d[i] * fx) * fy)
        };
        Self { width, pixels: (0..width * height).map(pixel).collect(), person: None }
    }

    /// Scaled: averaged down, or drawn between pixels up.
    #[must_use]
    pub fn scaled(&self, width: usize, height: usize) -> Self {
        let (across, down) = (self.width as f32 / width as f32, self.height() as f32 / height as f32);
        let smooth = across.max(down);
        let source = if smooth > 1.2 { self.blurred(smooth * 0.4) } else { self.clone() };
        source.map(width, height, |x, y| (x * across, y * down))
    }

    /// A part.
    #[must_use]
    pub fn cut(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let rows = self.pixels.chunks_exact(self.width).skip(top).take(height);
        Self { width, pixels: rows.flat_map(|row| row[left..left + width].iter().copied()).collect(), person: None }
    }

    /// Left is right.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut out = self.clone();
        out.pixels.chunks_exact_mut(self.width).for_each(<[Colour]>::reverse);
        out.person = None;
        out
    }

    /// With another laid over it.
    #[must_use]
    pub fn with(mut self, other: &Self, left: usize, top: usize) -> Self {
        for (y, row) in other.pixels.chunks_exact(other.width).enumerate() {
            self.pixels[(top + y) * self.width + left..][..other.width].copy_from_slice(row);
        }
        self
    }

    /// Smoothed by a Gaussian of this standard deviation, in pixels.
    #[must_use]
    pub fn blurred(&self, sigma: f32) -> Self {
        let reach = (3.0 * sigma).ceil() as isize;
        let kernel: Vec<f32> = (-reach..=reach).map(|i| (-((i * i) as f32) / (2.0 * sigma * sigma)).exp()).collect();
        let total: f32 = kernel.iter().sum();
        let (width, height) = (self.width.cast_signed(), self.height().cast_signed());
        let pass = |from: &[Colour], dx: isize, dy: isize| -> Vec<Colour> {
            let pixel = |at: isize| {
                let (x, y) = (at % width, at / width);
                let mut sum = [0.0; 3];
                for (i, weight) in (-reach..=reach).zip(&kernel) {
                    let at = (y + i * dy).clamp(0, height - 1) * width + (x + i * dx).clamp(0, width - 1);
                    for (sum, value) in sum.iter_mut().zip(from[at as usize]) {
                        *sum += weight * value;
                    }
                }
                sum.map(|v| v / total)
            };
            (0..width * height).map(pixel).collect()
        };
        let pixels = pass(&pass(&self.pixels, 1, 0), 0, 1);
        Self { width: self.width, pixels, person: self.person.clone() }
    }

    fn bytes(&self) -> Vec<u8> {
        self.pixels.iter().flatten().map(|v| (v + 0.5).clamp(0.0, 255.0) as u8).collect()
    }

    /// After a JPEG encoder and its decoder.
    ///
    /// # Errors
    /// When the codec refuses, as of a picture without pixels.
    pub fn jpeg(&self, quality: u8) -> io::Result<Self> {
        let mut file = Vec::new();
        let (width, height) = (self.width as u32, self.height() as u32);
        JpegEncoder::new_with_quality(&mut file, quality)
            .write_image(&self.bytes(), width, height, ExtendedColorType::Rgb8)
            .map_err(io::Error::other)?;
        let mut decoded = Self::decoded(&file)?;
        decoded.person.clone_from(&self.person);
        Ok(decoded)
    }

    fn decoded(file: &[u8]) -> io::Result<Self> {
        let image = image::load_from_memory(file).map_err(io::Error::other)?.to_rgba8();
        let over = |c: u8, a: u8| (f32::from(c) * f32::from(a) + 255.0 * f32::from(255 - a)) / 255.0;
        let pixels = image.pixels().map(|p| [over(p[0], p[3]), over(p[1], p[3]), over(p[2], p[3])]).collect();
        Ok(Self { width: image.width() as usize, pixels, person: None })
    }

    /// Reads a JPEG or PNG file; no longer side than 640 pixels.
    ///
    /// # Errors
    /// When it cannot be read or is neither.
    pub fn open(path: &Path) -> io::Result<Self> {
        let picture = Self::decoded(&std::fs::read(path)?)?;
        let longer = picture.width.max(picture.height());
        if longer <= 640 {
            return Ok(picture);
        }
        let side = |length: usize| (length * 640 / longer).max(1);
        Ok(picture.scaled(side(picture.width), side(picture.height())))
    }

    /// Writes a PNG file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let file = std::fs::File::create(path)?;
        PngEncoder::new(file)
            .write_image(&self.bytes(), self.width as u32, self.height() as u32, ExtendedColorType::Rgb8)
            .map_err(io::Error::other)
    }

    /// Rows of red, green, blue, alpha.
    pub fn rgba(&self) -> Vec<u8> {
        self.bytes().chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect()
    }

    /// Loupe's sketches of it.
    pub fn sketched(&self) -> Option<Sketched> {
        sketch_rgba(&self.rgba(), self.width as u32, self.height() as u32)
    }
}
