//! What an RTF's groups say of the text in them, and what becomes of that text.

use super::tables::Tables;
use crate::flow::Ink;
use crate::seen::{Ground, unseen};

/// What becomes of the text of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// It is read.
    Body,
    /// It is left out, with all groups in it.
    Nothing,
    /// It is left out, but a group in it may hold a shape's text.
    Shape,
    Fonts,
    Colours,
    Styles,
    /// The table of the editing sessions.
    Sessions,
    /// What the file says of itself.
    Facts,
    Fact(&'static str),
    /// A field's code.
    Code,
}

/// What happens at a group's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Nothing,
    Fact(&'static str),
    Code,
    Shape,
    Note,
    Header,
    Footer,
}

/// What a group says. A group begins as the one around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub(super) goal: Goal,
    pub(super) end: End,
    /// Where text goes that a writer gives twice (`\upr`), in its second form.
    pub(super) around: Goal,
    pub(super) letters: Letters,
    pub(super) paragraph: Paragraph,
    /// So many letters behind a `\u` stand for it in old programs.
    pub(super) old_letters: u32,
    /// The group is a field that shows the number of a page.
    pub(super) page_number: bool,
    /// What follows a `\*` is left out where it is not known.
    pub(super) optional: bool,
}

impl Group {
    pub(super) const fn new() -> Self {
        Self {
            goal: Goal::Body,
            end: End::Nothing,
            around: Goal::Body,
            letters: Letters::PLAIN,
            paragraph: Paragraph::PLAIN,
            old_letters: 1,
            page_number: false,
            optional: false,
        }
    }
}

/// How letters look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    bold: bool,
    hidden: bool,
    deleted: bool,
    /// In half points.
    size: i32,
    pub(super) font: Option<i32>,
    colour: i32,
    /// What is laid behind them: a colour's number, 0 for none.
    shade: i32,
}

impl Letters {
    const PLAIN: Self = Self { bold: false, hidden: false, deleted: false, size: 24, font: None, colour: 0, shade: 0 };

    /// Takes a control word; false when it says nothing of letters.
    pub(super) fn note(&mut self, word: &str, number: Option<i32>) -> bool {
        let on = number != Some(0);
        let number = number.unwrap_or(0);
        match word {
            "plain" => *self = Self::PLAIN,
            "b" => self.bold = on,
            "v" => self.hidden = on,
            "deleted" => self.deleted = on,
            "fs" => self.size = number,
            "f" => self.font = Some(number),
            "cf" => self.colour = number,
            "cb" | "chcbpat" | "highlight" => self.shade = number,
            _ => return false,
        }
        true
    }

    /// The letters' ink, or nothing when they were deleted.
    pub(super) fn ink(&self, tables: &Tables, paragraph: Paragraph, behind: Ground) -> Option<Ink> {
        let laid = |number: i32| match tables.colour(number) {
            Some(colour) => Ground::Colour(colour),
            None if number > 0 => Ground::Unknown,
            None => Ground::Through,
        };
        let ground = laid(self.shade).on(laid(paragraph.shade)).on(behind);
        let size = self.size as f32 / 2.0;
        let unseen = unseen(self.hidden, size, tables.colour(self.colour), ground);
        (!self.deleted).then_some(Ink { bold: self.bold, size, unseen })
    }
}

/// How paragraphs look, and which table they stand in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph {
    pub(super) heading: bool,
    pub(super) item: bool,
    pub(super) gap: bool,
    /// How many tables deep.
    pub(super) depth: i32,
    shade: i32,
}

/// Space above a paragraph, in twentieths of a point, that is clearly more than between lines.
const GAP: i32 = 200;

impl Paragraph {
    const PLAIN: Self = Self { heading: false, item: false, gap: false, depth: 0, shade: 0 };

    /// Takes a control word; false when it says nothing of paragraphs.
    pub(super) fn note(&mut self, word: &str, number: Option<i32>, tables: &Tables) -> bool {
        let number = number.unwrap_or(0);
        match word {
            "pard" => *self = Self::PLAIN,
            "s" => self.heading = tables.is_heading(number),
            "outlinelevel" => self.heading = (0..9).contains(&number),
            "ls" => self.item = number > 0,
            "sb" => self.gap = number >= GAP,
            "intbl" => self.depth = self.depth.max(1),
            "itap" => self.depth = number,
            "cbpat" => self.shade = number,
            _ => return false,
        }
        true
    }
}
