//! Page → letters: a drawing device that notes which letter was put where, and draws nothing.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use std::collections::HashMap;

/// One letter on a page, in points, y downwards, turned so that its text runs from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letter {
    pub(super) ch: char,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// The baseline.
    pub(super) y: f32,
    /// The height of the font.
    pub(super) size: f32,
    pub(super) bold: bool,
}

/// Stands for a letter whose meaning the file does not tell.
pub(super) const UNKNOWN: char = '\u{FFFD}';

/// Stands for a small mark that is drawn instead of written, as browsers do the bullets of lists.
pub(super) const MARK: char = '\u{E000}';
/// A dot is a handful of curves.
const MAX_MARK_STEPS: usize = 24;

/// The letters of one page, apart by the direction their text runs in.
pub(super) struct Letters {
    /// By quarter turns: along the page, downwards, upside down, upwards.
    pub(super) by_turn: [Vec<Letter>; 4],
    /// How many letters may still be taken.
    pub(super) left: usize,
    /// True when letters were left out because there were too many.
    pub(super) cut: bool,
    /// Where letters were put, in cells about as wide as [`Letters::NEAR`]; to leave out what is drawn twice for a
    /// bolder look or a shadow.
    put: HashMap<(char, u8, i32, i32), (f32, f32)>,
}

impl Letters {
    pub(super) fn new(left: usize) -> Self {
        Self { by_turn: Default::default(), left, cut: false, put: HashMap::new() }
    }

    fn take(&mut self, glyph: &Glyph<'_>, transform: Affine, bold: bool) {
        // Where one unit along the text and one unit up the letter come to lie.
        let [right, down, aside, up, ..] = transform.as_coeffs();
        let size = (aside.hypot(up) * 1000.0) as f32;
        let origin = transform * Point::ZERO;
        if !(size.is_finite() && size > 0.0 && origin.is_finite()) {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let width = f64::from(advance.unwrap_or(500.0)) * right.hypot(down);
        let (turn, x, y) = if right.abs() >= down.abs() {
            if right >= 0.0 { (0, origin.x, origin.y) } else { (2, -origin.x, -origin.y) }
        } else if down > 0.0 {
            (1, origin.y, -origin.x)
        } else {
            (3, -origin.y, origin.x)
        };
        let (x, y, width) = (x as f32, y as f32, width as f32);

        let text = match glyph.as_unicode() {
            Some(BfString::Char(ch)) => ch.to_string(),
            Some(BfString::String(text)) => text,
            None => UNKNOWN.to_string(),
        };
        let text: String = text.chars().filter(|ch| *ch != '\0').flat_map(unligature).collect();
        let step = width / (text.chars().count().max(1) as f32);
        for (at, ch) in text.chars().enumerate() {
            let x0 = x + step * at as f32;
            self.push(turn, Letter { ch, x0, x1: x0 + step, y, size, bold });
        }
    }

    /// Takes a filled shape for a bullet when it is as small and as wide as high as one.
    fn mark(&mut self, shape: Rect) {
        let (width, height) = (shape.width() as f32, shape.height() as f32);
        if !(1.5..7.0).contains(&height) || (width - height).abs() > 0.3 * height {
            return;
        }
        // A disc is about a third of the letters' height, and floats as high above the line.
        let (x0, y) = (shape.x0 as f32, shape.y1 as f32 + height / 2.0);
        self.push(0, Letter { ch: MARK, x0, x1: x0 + width, y, size: height * 3.0, bold: false });
    }

    /// In letter heights: no letter stands this close to its like unless it is drawn twice.
    const NEAR: f32 = 0.08;

    fn push(&mut self, turn: u8, letter: Letter) {
        let near = letter.size * Self::NEAR;
        let (column, row) = ((letter.x0 / near) as i32, (letter.y / near) as i32);
        let twice = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy))).any(|(dx, dy)| {
            let cell = (letter.ch, turn, column.saturating_add(dx), row.saturating_add(dy));
            self.put.get(&cell).is_some_and(|(x, y)| (x - letter.x0).abs() < near && (y - letter.y).abs() < near)
        });
        if twice && !letter.ch.is_whitespace() {
            return;
        }
        if self.left == 0 {
            self.cut = true;
            return;
        }
        self.left -= 1;
        self.put.insert((letter.ch, turn, column, row), (letter.x0, letter.y));
        if let Some(letters) = self.by_turn.get_mut(usize::from(turn)) {
            letters.push(letter);
        }
    }
}

/// Letters that print as one but are several, taken apart.
fn unligature(ch: char) -> impl Iterator<Item = char> {
    let one = match ch {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => "",
    };
    one.chars().chain(one.is_empty().then_some(ch))
}

/// The file only says so in the font's name or weight; Type 1 fonts do not hand theirs out, so theirs is unknown.
fn is_bold(glyph: &Glyph<'_>) -> bool {
    let Glyph::Outline(outline) = glyph else { return false };
    let Some(font) = outline.font_data() else { return false };
    let named = font.postscript_name.is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        ["bold", "black", "heavy", "demi"].iter().any(|word| name.contains(word))
    });
    named || font.weight.is_some_and(|weight| weight >= 600)
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, draw_mode: &DrawMode) {
        if matches!(draw_mode, DrawMode::Invisible) {
            return;
        }
        let bold = run.glyphs().first().is_some_and(|glyph| is_bold(glyph));
        for glyph in run.glyphs() {
            self.take(glyph, props.transform * glyph.transform(), bold);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, draw_mode: &DrawMode) {
        if matches!(draw_mode, DrawMode::Fill(_)) && path.elements().len() <= MAX_MARK_STEPS {
            self.mark((props.transform * path).bounding_box());
        }
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
