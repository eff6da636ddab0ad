//! What is painted on a page: enough of it to tell whether a letter can be seen.
//!
//! Text that nobody sees is an accusation when it is told of, so everything doubtful counts as seen: only a colour that
//! is known, over a surface that is known, below nothing that is half transparent, is ever called hidden.

use hayro_interpret::color::AlphaColor;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{BlendMode, DrawProps, Paint};

/// A colour in red, green and blue.
pub(super) type Colour = [u8; 3];
const WHITE: Colour = [255; 3];
/// Colours no further apart than this in any part are one colour to the eye.
const SAME: u8 = 8;
/// Less is no ink, more is full ink.
const NO_INK: f32 = 0.02;
const FULL_INK: f32 = 0.98;

/// On a page with more painted surfaces nothing more is called hidden.
const MAX_SHAPES: usize = 4_000;
/// The comparisons of letters with surfaces in one file.
pub(super) const MAX_COMPARISONS: usize = 20_000_000;

/// What something is drawn with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ink {
    /// With nothing that could be seen.
    None,
    /// With one colour that lets nothing through.
    Solid(Colour),
    /// With a pattern, half transparent, or mixed with what is below.
    Unknown,
}

/// A painted surface.
struct Shape {
    rect: Rect,
    ink: Ink,
}

struct Clip {
    rect: Rect,
    /// True when it is the rectangle itself that is left visible.
    exact: bool,
}

struct Group {
    opacity: f32,
    plain: bool,
}

/// One page's surfaces, in the order they are painted.
pub(super) struct Canvas {
    page: Rect,
    shapes: Vec<Shape>,
    clips: Vec<Clip>,
    groups: Vec<Group>,
    comparisons: usize,
    full: bool,
    /// The part of the page that images cover, summed up.
    pub(super) pictured: f64,
}

impl Canvas {
    pub(super) fn new(page: Rect, comparisons: usize) -> Self {
        let (shapes, clips, groups) = (Vec::new(), Vec::new(), Vec::new());
        Self { page, shapes, clips, groups, comparisons, full: false, pictured: 0.0 }
    }

    /// How many comparisons are left for the next page.
    pub(super) fn comparisons_left(&self) -> usize {
        self.comparisons
    }

    pub(super) fn push_clip(&mut self, rect: Rect, exact: bool) {
        let above = self.clip();
        let exact = exact && self.clips.last().is_none_or(|clip| clip.exact);
        self.clips.push(Clip { rect: above.intersect(rect), exact });
    }

    pub(super) fn pop_clip(&mut self) {
        self.clips.pop();
    }

    pub(super) fn push_group(&mut self, opacity: f32, plain: bool) {
        let (above, was_plain) = self.groups.last().map_or((1.0, true), |group| (group.opacity, group.plain));
        let opacity = above * opacity;
        self.groups.push(Group { opacity, plain: was_plain && plain && opacity > FULL_INK });
    }

    pub(super) fn pop_group(&mut self) {
        self.groups.pop();
    }

    /// What is left visible now.
    fn clip(&self) -> Rect {
        self.clips.last().map_or(self.page, |clip| clip.rect)
    }

    /// True when an area lies wholly outside of the page or of what is left visible of it.
    pub(super) fn is_outside(&self, area: Rect) -> bool {
        let area = area.inflate(-0.5_f64.min(area.width() / 4.0), 0.0);
        let clip = self.clip();
        // Clips of no extent are drawn by some programs around everything; other readers do not heed them either.
        !area.overlaps(self.page) || (clip.area() > 0.0 && !area.overlaps(clip))
    }

    /// What is drawn with `props` leaves this ink.
    pub(super) fn ink(&self, props: &DrawProps<'_>) -> Ink {
        let (opacity, plain) = self.groups.last().map_or((1.0, true), |group| (group.opacity, group.plain));
        let Paint::Color(colour) = &props.paint else { return Ink::Unknown };
        let colour: AlphaColor = colour.to_rgba();
        let [.., alpha] = colour.components();
        if alpha * opacity < NO_INK {
            return Ink::None;
        }
        let mixed = alpha < FULL_INK || props.soft_mask.is_some() || props.blend_mode != BlendMode::Normal || !plain;
        let [red, green, blue, _] = colour.to_rgba8();
        if mixed { Ink::Unknown } else { Ink::Solid([red, green, blue]) }
    }

    /// Notes a painted surface. Returns what it covers up, if it lets nothing through.
    pub(super) fn paint(&mut self, rect: Rect, exact: bool, ink: Ink) -> Option<Rect> {
        if ink == Ink::None || self.full {
            return None;
        }
        let rect = rect.intersect(self.clip());
        if rect.width() <= 0.0 || rect.height() <= 0.0 || !rect.is_finite() {
            return None;
        }
        if self.shapes.len() >= MAX_SHAPES {
            self.full = true;
            return None;
        }
        let exact = exact && self.clips.last().is_none_or(|clip| clip.exact);
        self.shapes.push(Shape { rect, ink: if exact { ink } else { Ink::Unknown } });
        (exact && matches!(ink, Ink::Solid(_)) && rect.width() > 2.0 && rect.height() > 2.0).then_some(rect)
    }

    /// Notes an image. Returns what it covers up, if it lets nothing through.
    pub(super) fn picture(&mut self, rect: Rect, upright: bool, opaque: bool) -> Option<Rect> {
        let seen = rect.intersect(self.clip());
        self.pictured += seen.area() / self.page.area().max(1.0);
        self.paint(rect, false, Ink::Unknown);
        let plain = self.groups.last().is_none_or(|group| group.plain);
        let exact = self.clips.last().is_none_or(|clip| clip.exact);
        (opaque && upright && plain && exact && !self.full && seen.width() > 2.0 && seen.height() > 2.0).then_some(seen)
    }

    /// True when something of this colour cannot be told from what is below it.
    pub(super) fn blends_in(&mut self, area: Rect, colour: Colour) -> bool {
        if self.full {
            return false;
        }
        let alike = |ink: Ink| matches!(ink, Ink::Solid(below) if same(below, colour));
        for shape in self.shapes.iter().rev() {
            let Some(left) = self.comparisons.checked_sub(1) else {
                self.full = true;
                return false;
            };
            self.comparisons = left;
            if !shape.rect.overlaps(area) {
                continue;
            }
            if !alike(shape.ink) {
                return false;
            }
            if shape.rect.contains_rect(area) {
                return true;
            }
        }
        same(WHITE, colour)
    }

    /// Takes comparisons off for a look at so many letters; false when there are none left.
    pub(super) fn spend(&mut self, letters: usize) -> bool {
        match self.comparisons.checked_sub(letters) {
            Some(left) if !self.full => {
                self.comparisons = left;
                true
            }
            _ => false,
        }
    }
}

fn same(a: Colour, b: Colour) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= SAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: Rect = Rect::new(100.0, 100.0, 106.0, 110.0);

    fn canvas() -> Canvas {
        Canvas::new(Rect::new(0.0, 0.0, 600.0, 800.0), 1_000)
    }

    #[test]
    fn white_is_hidden_on_paper_and_seen_on_what_is_dark_or_unknown() {
        assert!(canvas().blends_in(LETTER, WHITE));
        assert!(!canvas().blends_in(LETTER, [200; 3]));
        for (exact, ink) in [(true, Ink::Solid([20, 20, 90])), (true, Ink::Unknown), (false, Ink::Solid(WHITE))] {
            let mut canvas = canvas();
            canvas.paint(Rect::new(0.0, 0.0, 200.0, 800.0), exact, ink);
            assert!(!canvas.blends_in(LETTER, WHITE));
            assert!(canvas.blends_in(LETTER + hayro_interpret::kurbo::Vec2::new(300.0, 0.0), WHITE));
        }
    }

    #[test]
    fn half_on_a_box_is_seen() {
        let mut canvas = canvas();
        canvas.paint(Rect::new(0.0, 0.0, 103.0, 800.0), true, Ink::Solid([0; 3]));
        assert!(!canvas.blends_in(LETTER, WHITE));
    }

    #[test]
    fn a_box_covers_what_is_within_its_clip() {
        let mut canvas = canvas();
        let page = Rect::new(0.0, 0.0, 600.0, 800.0);
        canvas.push_clip(Rect::new(0.0, 0.0, 50.0, 50.0), true);
        assert_eq!(canvas.paint(page, true, Ink::Solid(WHITE)), Some(Rect::new(0.0, 0.0, 50.0, 50.0)));
        assert!(canvas.is_outside(LETTER));
        canvas.pop_clip();
        assert!(!canvas.is_outside(LETTER));
        canvas.push_group(0.5, true);
        assert_eq!(canvas.picture(page, true, true), None);
    }

    #[test]
    fn work_ends_when_it_is_used_up() {
        let mut canvas = Canvas::new(Rect::new(0.0, 0.0, 600.0, 800.0), 3);
        for at in 0..5 {
            canvas.paint(Rect::new(0.0, f64::from(at), 9.0, 700.0), true, Ink::Solid([0; 3]));
        }
        assert!(!canvas.blends_in(LETTER, WHITE));
        assert!(!canvas.spend(1));
    }
}
