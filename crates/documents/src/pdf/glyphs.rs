//! Page → letters: a drawing device that notes which letter was put where and whether it can be seen, and draws nothing.

use super::canvas::{Canvas, Ink};
use super::fonts::Fonts;
use super::letters::{Letter, Letters, MARK, NOTHING, Turn, UNKNOWN};
use super::marks::{Mark, PAGE};
use super::tables::Rules;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, PathSeg, Point, Rect, Shape, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use loupe_profile::HiddenReason;

/// A dot is a handful of curves.
const MAX_MARK_STEPS: usize = 24;
/// The lines of a table that are drawn at once.
const MAX_RULE_STEPS: usize = 2_000;
/// Letters lower than this, in points, are for nobody to read.
const TINY: f32 = 2.0;
/// Marked contents within each other are not followed further.
const MAX_MARKED: usize = 64;

/// Marked contents that are open.
#[derive(Default)]
struct Marked {
    /// Where they began, and what they say they mean.
    meant: Option<([usize; 4], String)>,
    /// By which the structure tree names them, or what they stand in.
    mark: Option<Mark>,
}

/// Takes a page's letters as they are drawn.
pub(super) struct Pen<'p, 'a> {
    pub(super) letters: Letters,
    pub(super) canvas: Canvas,
    pub(super) rules: Rules,
    fonts: &'p mut Fonts<'a>,
    marked: Vec<Marked>,
    /// What is marked from here on, where the page's forms have numbers of their own.
    pub(super) marks: Option<std::vec::IntoIter<Mark>>,
    /// Letters without ink that a clip may yet be made of.
    cut_out: Option<[usize; 4]>,
    /// Set when what is drawn is otherwise left out: contents that are switched off.
    pub(super) switched_off: bool,
}

impl<'p, 'a> Pen<'p, 'a> {
    pub(super) fn new(letters: Letters, canvas: Canvas, fonts: &'p mut Fonts<'a>) -> Self {
        Self {
            letters,
            canvas,
            rules: Rules::default(),
            fonts,
            marked: Vec::new(),
            marks: None,
            cut_out: None,
            switched_off: false,
        }
    }

    /// What contents with a number are marked with. Where that is not what was to come, nothing is known any more.
    fn marked_with(&mut self, number: u32) -> Option<Mark> {
        let Some(marks) = &mut self.marks else { return Some((PAGE, number)) };
        let mark = marks.next().filter(|mark| mark.1 == number);
        if mark.is_none() {
            *marks = Vec::new().into_iter();
        }
        mark
    }

    fn take(&mut self, glyph: &Glyph<'_>, transform: Affine, bold: bool, ink: Ink) {
        // Where one unit along the text and one unit up the letter come to lie.
        let [right, down, aside, up, ..] = transform.as_coeffs();
        let size = (aside.hypot(up) * 1000.0) as f32;
        let origin = transform * Point::ZERO;
        if !(size.is_finite() && size > 0.0 && origin.is_finite()) {
            return;
        }
        let (advance, drawn) = match glyph {
            Glyph::Outline(outline) => (outline.advance_width(), false),
            Glyph::Type3(drawn) => (drawn.advance_width(), true),
        };
        let width = f64::from(advance.unwrap_or(500.0)) * right.hypot(down);
        let turn = Turn::of(right, down);
        let (x, y) = turn.seen_along(origin);
        let hidden = if self.switched_off {
            Some(HiddenReason::Marked)
        } else {
            let ahead = Vec2::new(right, down) * f64::from(advance.unwrap_or(500.0));
            // As high as a small letter; a little narrower, because the next one's ground may begin there.
            let lifted = origin + Vec2::new(aside, up) * 450.0;
            let area = Rect::from_points(origin + ahead * 0.1, lifted + ahead * 0.9);
            self.hidden(area, size, right.hypot(down) / aside.hypot(up), drawn, ink)
        };
        if self.switched_off && matches!(glyph.as_unicode(), Some(BfString::Char(ch)) if ch.is_whitespace()) {
            // Everything is drawn again; space has no twin to be told by.
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(ch)) => Text::One(ch),
            Some(BfString::String(text)) => Text::Several(text),
            None => Text::One(UNKNOWN),
        };
        let (x, y, width) = (x as f32, y as f32, width as f32);
        let tag = self.marked.last().and_then(|marked| marked.mark);
        match text {
            Text::One(ch) if unligature(ch).is_empty() => {
                if ch != NOTHING || self.marked.iter().any(|marked| marked.meant.is_some()) {
                    self.letters.push(turn, Letter { ch, x0: x, x1: x + width, y, size, bold, ink, tag, hidden });
                }
            }
            text => {
                let text: String = match text {
                    Text::One(ch) => unligature(ch).to_owned(),
                    Text::Several(text) => {
                        text.chars().filter(|ch| *ch != NOTHING).fold(String::new(), |mut text, ch| {
                            match unligature(ch) {
                                "" => text.push(ch),
                                several => text.push_str(several),
                            }
                            text
                        })
                    }
                };
                let count = text.chars().count();
                let step = width / (count.max(1) as f32);
                // The letters of a ligature stand in the order they are read in.
                let backwards = super::order::runs_left(&text);
                for (at, ch) in text.chars().enumerate() {
                    let x0 = x + step * if backwards { count - 1 - at } else { at } as f32;
                    self.letters.push(turn, Letter { ch, x0, x1: x0 + step, y, size, bold, ink, tag, hidden });
                }
            }
        }
    }

    /// Why a letter cannot be seen, as far as what is painted until now tells.
    fn hidden(&mut self, area: Rect, size: f32, stretch: f64, drawn: bool, ink: Ink) -> Option<HiddenReason> {
        if ink == Ink::None {
            return Some(HiddenReason::Invisible);
        }
        // The unit of a drawn letter is its font's own, and so may its colours be.
        if size < TINY && !drawn {
            return Some(HiddenReason::Tiny);
        }
        if stretch < 0.01 {
            return Some(HiddenReason::ZeroWidth);
        }
        if self.canvas.is_outside(area) {
            return Some(HiddenReason::OffPage);
        }
        match ink {
            Ink::Solid(colour) if !drawn && self.canvas.blends_in(area, colour) => Some(HiddenReason::Background),
            _ => None,
        }
    }

    /// Takes a filled shape for a bullet when it is as small and as wide as high as one.
    fn mark(&mut self, shape: Rect) {
        let (width, height) = (shape.width() as f32, shape.height() as f32);
        if !(1.5..7.0).contains(&height) || (width - height).abs() > 0.3 * height || self.switched_off {
            return;
        }
        // A disc is about a third of the letters' height, and floats as high above the line.
        let (x0, y) = (shape.x0 as f32, shape.y1 as f32 + height / 2.0);
        let size = height * 3.0;
        let x1 = x0 + width;
        let mark = Letter { ch: MARK, x0, x1, y, size, bold: false, ink: Ink::Unknown, tag: None, hidden: None };
        self.letters.push(Turn::Along, mark);
    }

    /// Notes the straight parts of a thin line.
    fn rule(&mut self, path: &BezPath, transform: Affine, ink: Ink) {
        if ink == Ink::None || path.elements().len() > MAX_RULE_STEPS || self.switched_off {
            return;
        }
        for segment in path.segments() {
            if let PathSeg::Line(line) = segment {
                self.rules.note(Rect::from_points(transform * line.p0, transform * line.p1));
            }
        }
    }

    /// Letters below a surface that lets nothing through are not seen.
    fn cover(&mut self, surface: Option<Rect>) {
        if let Some(surface) = surface
            && !self.letters.is_empty()
            && self.canvas.spend(self.letters.len())
        {
            self.letters.hide_within(surface);
        }
    }
}

enum Text {
    One(char),
    Several(String),
}

/// Letters that print as one but are several; nothing for all others.
fn unligature(ch: char) -> &'static str {
    match ch {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => "",
    }
}

impl<'a> Device<'a> for Pen<'_, 'a> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, draw_mode: &DrawMode) {
        let ink = if matches!(draw_mode, DrawMode::Invisible) {
            self.cut_out.get_or_insert(self.letters.marks());
            Ink::None
        } else {
            self.canvas.ink(&props)
        };
        let bold = run.glyphs().first().is_some_and(|glyph| self.fonts.is_bold(glyph));
        for glyph in run.glyphs() {
            self.take(glyph, props.transform * glyph.transform(), bold, ink);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, draw_mode: &DrawMode) {
        let ink = self.canvas.ink(&props);
        let stroke = match draw_mode {
            DrawMode::Fill(_) => None,
            DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) => Some(stroke),
            DrawMode::Invisible => return,
        };
        let Some(stroke) = stroke else {
            let shape = (props.transform * path).bounding_box();
            if path.elements().len() <= MAX_MARK_STEPS && ink != Ink::None {
                self.mark(shape);
            }
            self.canvas.paint(shape, false, ink);
            return;
        };
        let width = f64::from(stroke.line_width) * scale_of(props.transform);
        if width < 2.0 {
            // A thin line hides nothing and is no ground, but it may part the rows of a table, or be a hollow bullet's.
            let round = path.elements().iter().any(|step| matches!(step, PathEl::CurveTo(..) | PathEl::QuadTo(..)));
            if round && path.elements().len() <= MAX_MARK_STEPS && ink != Ink::None {
                self.mark((props.transform * path).bounding_box());
            }
            self.rule(path, props.transform, ink);
            return;
        }
        let line = (props.transform * path).bounding_box();
        if let [PathEl::MoveTo(_), PathEl::LineTo(_)] = path.elements()
            && (line.width() < 0.1 || line.height() < 0.1)
        {
            // A bar drawn as a thick line.
            let (x, y) = if line.width() < 0.1 { (width / 2.0, 0.0) } else { (0.0, width / 2.0) };
            let covered = self.canvas.paint(line.inflate(x, y), stroke.dash_array.is_empty(), ink);
            self.cover(covered);
        } else {
            self.canvas.paint(line.inflate(width / 2.0, width / 2.0), false, ink);
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, draw_mode: &DrawMode) {
        if !matches!(draw_mode, DrawMode::Fill(_)) {
            return self.draw_path(&rect.to_path(0.1), props, draw_mode);
        }
        let ink = self.canvas.ink(&props);
        let shape = props.transform.transform_rect_bbox(*rect);
        if ink != Ink::None {
            self.mark(shape);
            self.rules.note(shape);
        }
        let covered = self.canvas.paint(shape, is_upright(props.transform), ink);
        self.cover(covered);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let rect = clip.path.bounding_box();
        let exact = clip.path.elements().len() <= 6 && (rect.area() - clip.path.area().abs()) < 0.01 * rect.area();
        if let Some(from) = self.cut_out.take()
            && !exact
        {
            // Letters are cut out of what is painted next.
            self.letters.show_since(from, rect);
        }
        self.canvas.push_clip(rect, exact);
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.canvas.push_clip(*rect, true);
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend_mode: BlendMode) {
        self.canvas.push_group(opacity, mask.is_none() && blend_mode == BlendMode::Normal);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let opaque = match &image {
            Image::Raster(image) => {
                let stream = image.stream();
                !["SMask", "Mask", "SMaskInData"].iter().any(|mask| stream.dict().contains_key(mask))
            }
            Image::Stencil(_) => false,
        };
        let place = props.transform.transform_rect_bbox(size);
        let covered = self.canvas.picture(place, is_upright(props.transform), opaque);
        self.cover(covered);
    }

    fn pop_clip(&mut self) {
        self.canvas.pop_clip();
    }

    fn pop_transparency_group(&mut self) {
        self.canvas.pop_group();
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let number = properties.and_then(|properties| properties.get::<u32>("MCID"));
        let mark = number.and_then(|number| self.marked_with(number));
        let properties = properties.filter(|_| self.marked.len() < MAX_MARKED);
        let meant = properties.and_then(|properties| {
            let text = properties.get::<PdfString<'_>>("ActualText")?;
            Some((self.letters.marks(), super::facts::decode(text.as_bytes())))
        });
        let mark = mark.or_else(|| self.marked.last().and_then(|around| around.mark));
        self.marked.push(Marked { meant, mark });
    }

    fn end_marked_content(&mut self) {
        if let Some(Marked { meant: Some((from, text)), .. }) = self.marked.pop() {
            self.letters.say(from, &text);
        }
    }
}

/// How much longer the longer of two units becomes.
fn scale_of(transform: Affine) -> f64 {
    let [a, b, c, d, ..] = transform.as_coeffs();
    a.hypot(b).max(c.hypot(d))
}

/// True when a rectangle stays one: turned by quarters only.
fn is_upright(transform: Affine) -> bool {
    let [a, b, c, d, ..] = transform.as_coeffs();
    let small = 1e-3 * (a.abs() + b.abs() + c.abs() + d.abs());
    (b.abs() < small && c.abs() < small) || (a.abs() < small && d.abs() < small)
}
