//! The name on top of a page's main column, where other parts were opened before it.

use crate::{Block, BlockKind, words, words::Heading};

use super::parts::{Look, Part};

/// True for a block that is farther from the one above than any before it was, as what stands behind a margin is.
pub(super) fn is_farthest(block: &Block, nearest: u16) -> bool {
    block.kind != BlockKind::Item && nearest != u16::MAX && block.shares.is_some_and(|shares| shares < nearest)
}

/// True for a name in letters larger than any heading's, after a part was opened.
pub(super) fn is_name_on_top(blocks: &[Block], at: usize, look: Option<Look>, part: &Part) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    let own = Look::of(block);
    let larger = look.is_some_and(|look| own.scale >= 140 && own.scale >= look.scale + 30);
    part.opens.is_some_and(|opens| opens != Heading::OthersWords)
        && larger
        && (super::is_name(&block.text) || is_stacked_name(blocks, at))
}

/// True where a name stands in two lines of one size, a word in each.
pub(super) fn is_stacked_name(blocks: &[Block], at: usize) -> bool {
    let [Some(upper), Some(lower)] = [at, at + 1].map(|at| blocks.get(at)) else { return false };
    let word = |block: &Block| {
        block.kind == upper.kind
            && block.kind != BlockKind::Item
            && (block.scale - upper.scale).abs() < 0.02
            && !block.text.contains(' ')
            && words::heading(&block.text).is_none()
    };
    let together = upper.scale > 1.0 || upper.shares < lower.shares;
    word(upper) && word(lower) && together && super::is_name(&format!("{} {}", upper.text, lower.text))
}
