//! Lines of a form: "Designation: Site Engineer", or a label and a value in two cells.

use crate::{
    Block, BlockKind,
    words::{self, Label},
};

/// The label and the value of a line that has both.
pub(super) fn of(block: &Block) -> Option<(&'static [Label], &str)> {
    if let [label, value, ..] = block.cells.as_slice() {
        let known = words::labels(label.trim().trim_end_matches([':', '：', '-']));
        if !known.is_empty() && !value.is_empty() {
            let value = value.trim_start_matches([':', '：', ' ']);
            return Some((known, value));
        }
    }
    in_text(&block.text)
}

/// The label and the value of a text that has both.
pub(super) fn in_text(text: &str) -> Option<(&'static [Label], &str)> {
    let (label, value) = text.split_once([':', '：']).or_else(|| text.split_once(" - "))?;
    let known = words::labels(label.trim_end_matches(['-', ' ']));
    let value = value.trim_start_matches(['-', '–', ' ']).trim();
    (!known.is_empty() && !value.is_empty()).then_some((known, value))
}

/// True for a line that begins with any short label: what stands behind is no name.
pub(super) fn is_labelled(text: &str) -> bool {
    text.split_once([':', '：']).is_some_and(|(label, _)| label.split_whitespace().count() <= 3)
}

/// True when a part is written as a form: several lines with labels of what makes an entry.
pub(super) fn is_form(blocks: &[Block]) -> bool {
    let telling = |block: &&Block| {
        of(block).is_some_and(|(labels, _)| labels.iter().any(|l| !matches!(l, Label::Text | Label::Place)))
    };
    let found = blocks.iter().filter(telling).count();
    let lines = blocks.iter().filter(|b| b.kind != BlockKind::Item).count();
    found >= 2 && found * 12 >= lines
}
