//! Whether letters can be seen: their colour against what is behind them, their size, what the file says of them.
//!
//! A text is called unseen only on what is known. White letters above a picture, a shape or a shaded cell are seen.

use loupe_profile::{HiddenReason, HiddenText};

/// A colour as `0xRRGGBB`.
pub(crate) type Colour = u32;

/// White, what a page is unless told otherwise.
pub(crate) const WHITE: Colour = 0x00FF_FFFF;
/// Smaller than this many points, letters are a line to the eye.
const TINY: f32 = 2.0;
/// How far two colours may differ in red, green and blue and still be one to the eye: 12 of 255 on white is a contrast
/// of 1.1 to 1 (WCAG 2.2, relative luminance), where 3 to 1 is the least for large letters.
const NEAR: u32 = 12;

/// The colour of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tint {
    /// What stands out from whatever is behind.
    Automatic,
    Of(Colour),
}

impl Tint {
    pub(crate) const fn colour(self) -> Option<Colour> {
        match self {
            Self::Automatic => None,
            Self::Of(colour) => Some(colour),
        }
    }
}

/// What is behind letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Ground {
    /// What is behind the thing they stand in.
    #[default]
    Through,
    Colour(Colour),
    /// A picture, a pattern, or something that is not understood.
    Unknown,
}

impl Ground {
    /// This ground, laid on another.
    pub(crate) const fn on(self, behind: Self) -> Self {
        match self {
            Self::Through => behind,
            known => known,
        }
    }
}

/// Why letters are unseen, or nothing when they are seen. `size` is in points, 0 when unknown.
pub(crate) fn unseen(marked: bool, size: f32, colour: Option<Colour>, ground: Ground) -> Option<HiddenReason> {
    match (colour, ground) {
        _ if marked => Some(HiddenReason::Marked),
        _ if size > 0.0 && size < TINY => Some(HiddenReason::Tiny),
        (Some(ink), Ground::Colour(paper)) if near(ink, paper) => Some(HiddenReason::Background),
        _ => None,
    }
}

fn near(one: Colour, other: Colour) -> bool {
    [0, 8, 16].iter().all(|shift| ((one >> shift) & 0xFF).abs_diff((other >> shift) & 0xFF) <= NEAR)
}

/// `FFFFFF` or `#ffffff` as a colour.
pub(crate) fn colour(text: &str) -> Option<Colour> {
    let digits = text.trim().trim_start_matches('#');
    let digits = digits.get(..6).filter(|_| digits.len() == 6 || digits.as_bytes().get(6) == Some(&b' '))?;
    u32::from_str_radix(digits, 16).ok()
}

/// Texts that nobody sees, as they are gathered.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    texts: Vec<HiddenText>,
    /// The one that is being gathered: neighbouring runs are one text.
    open: Option<(HiddenReason, String)>,
    letters: usize,
}

/// Nobody reads more hidden text than this; in letters and in texts.
const MAX_LETTERS: usize = 50_000;
const MAX_TEXTS: usize = 500;

impl Hidden {
    pub(crate) fn push(&mut self, text: &str, reason: HiddenReason) {
        if self.open.as_ref().is_some_and(|(open, _)| *open != reason) {
            self.end();
        }
        if self.letters < MAX_LETTERS {
            self.letters += text.len();
            self.open.get_or_insert_with(|| (reason, String::new())).1.push_str(text);
        }
    }

    /// Ends the text that is being gathered: seen text or the end of its paragraph follows.
    pub(crate) fn end(&mut self) {
        let Some((reason, text)) = self.open.take() else { return };
        let text = crate::text::tidy(&text);
        if text.contains(char::is_alphanumeric) && self.texts.len() < MAX_TEXTS {
            self.texts.push(HiddenText { text, reason, page: None });
        }
    }

    pub(crate) fn finish(mut self) -> Vec<HiddenText> {
        self.end();
        self.texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_to_be_unseen_is() {
        let white = Some(0x00FD_FEFF);
        assert_eq!(unseen(false, 11.0, white, Ground::Colour(WHITE)), Some(HiddenReason::Background));
        assert_eq!(unseen(false, 11.0, white, Ground::Colour(0x0020_3040)), None);
        assert_eq!(unseen(false, 11.0, white, Ground::Unknown), None);
        assert_eq!(unseen(false, 11.0, None, Ground::Colour(WHITE)), None);
        // Light grey is hard to read and can be seen.
        assert_eq!(unseen(false, 11.0, Some(0x00DD_DDDD), Ground::Colour(WHITE)), None);
        assert_eq!(unseen(false, 1.0, None, Ground::Unknown), Some(HiddenReason::Tiny));
        assert_eq!(unseen(false, 0.0, None, Ground::Unknown), None);
        assert_eq!(unseen(true, 11.0, None, Ground::Unknown), Some(HiddenReason::Marked));
    }

    #[test]
    fn colours_as_files_write_them() {
        assert_eq!(colour("#00ff10"), Some(0xFF10));
        assert_eq!(colour("FFFFFF"), Some(WHITE));
        assert_eq!(colour("#d9e2f3 [660]"), Some(0x00D9_E2F3));
        assert_eq!(colour("auto"), None);
        assert_eq!(colour("white"), None);
    }

    #[test]
    fn neighbouring_runs_are_one_text() {
        let mut hidden = Hidden::default();
        hidden.push("Ten years ", HiddenReason::Marked);
        hidden.push("of Rust", HiddenReason::Marked);
        hidden.push(" tiny", HiddenReason::Tiny);
        hidden.end();
        hidden.push(" – ", HiddenReason::Tiny);
        let texts: Vec<_> = hidden.finish().into_iter().map(|hidden| hidden.text).collect();
        assert_eq!(texts, ["Ten years of Rust", "tiny"]);
    }
}
