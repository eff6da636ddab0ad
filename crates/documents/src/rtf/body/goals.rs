//! What an RTF's groups are for, by the word that they begin with ("destinations").

use super::Body;
use crate::rtf::rows::Place;
use crate::rtf::state::{End, Goal, Group};
use crate::seen::Ground;

/// What a file says of itself, by its control words.
const FACTS: [&str; 8] = ["title", "author", "operator", "company", "creatim", "revtim", "generator", "template"];
/// Groups that are left out though no `\*` marks them as optional.
const LEFT_OUT: &[&str] = &[
    "pict",
    "nonshppict",
    "shprslt",
    "objdata",
    "annotation",
    "atnid",
    "atnauthor",
    "tc",
    "xe",
    "rxe",
    "txe",
    "nonesttables",
    "pntxta",
    "pntxtb",
    "listtable",
    "listoverridetable",
    "revtbl",
    "filetbl",
    "fldtype",
    "footnotesep",
    "bkmkstart",
    "bkmkend",
    "falt",
    "panose",
    "xmlopen",
    "upr",
];

impl Body<'_> {
    /// Takes a word that says what a group is for; false for another.
    pub(super) fn goal(&mut self, word: &str) -> bool {
        let optional = std::mem::take(&mut self.group().optional);
        let group = *self.group();
        let body = group.goal == Goal::Body;
        let goal = match (group.goal, word) {
            (Goal::Nothing, "ud") => group.around,
            (Goal::Nothing, _) => return false,
            (_, "upr") => {
                self.group().around = group.goal;
                Goal::Nothing
            }
            (_, "fonttbl") => Goal::Fonts,
            (_, "colortbl") => Goal::Colours,
            (_, "stylesheet") => Goal::Styles,
            (_, "rsidtbl") => Goal::Sessions,
            (_, "info") => Goal::Facts,
            (Goal::Facts, _) | (Goal::Body, "company" | "generator" | "template") if FACTS.contains(&word) => {
                let what = FACTS.into_iter().find(|fact| *fact == word).unwrap_or_default();
                self.words.clear();
                self.group().end = End::Fact(what);
                Goal::Fact(what)
            }
            (Goal::Body, "fldinst") => {
                self.code.clear();
                self.group().end = End::Code;
                Goal::Code
            }
            (_, "fldrslt") => {
                if group.page_number {
                    Goal::Nothing
                } else {
                    group.goal
                }
            }
            (_, "shp" | "shpgrp" | "field" | "nesttableprops") => group.goal,
            (Goal::Body, "shpinst" | "do") => Goal::Shape,
            (Goal::Body | Goal::Shape, "shptxt" | "dptxbxtext") => self.begin(End::Shape, Ground::Unknown),
            (Goal::Body, "footnote") => self.begin(End::Note, self.page),
            (Goal::Body, "header" | "headerl" | "headerr" | "headerf") => self.begin(End::Header, self.page),
            (Goal::Body, "footer" | "footerl" | "footerr" | "footerf") => self.begin(End::Footer, self.page),
            (_, "listtext" | "pntext") => {
                self.listed |= body;
                Goal::Nothing
            }
            _ if optional || LEFT_OUT.contains(&word) => Goal::Nothing,
            _ => return false,
        };
        self.group().goal = goal;
        true
    }

    /// Begins a text beside the one that is being read.
    fn begin(&mut self, end: End, ground: Ground) -> Goal {
        // What hangs on a paragraph of a cell belongs into that cell.
        if matches!(end, End::Shape | End::Note) {
            self.open_paragraph();
        }
        self.flow.begin_box();
        self.places.push(Place::new(ground));
        let fresh = Group::new();
        let group = self.group();
        (group.end, group.letters, group.paragraph) = (end, fresh.letters, fresh.paragraph);
        Goal::Body
    }
}
