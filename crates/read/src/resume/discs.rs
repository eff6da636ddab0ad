//! Letters in discs, which stand beside entries as pictures of what they begin with.

use crate::{Block, BlockKind};

/// The blocks without lines of a lone letter that a line right below begins with, as discs beside entries show them. Nothing
/// when there are none.
pub(super) fn left_out(blocks: &[Block]) -> Option<Vec<Block>> {
    let begins = |block: &Block, letter: char| {
        let mut words = block.text.chars();
        words.next().is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
            && words.next().is_some_and(char::is_alphanumeric)
    };
    let is_disc = |at: usize| {
        let Some(block) = blocks.get(at).filter(|block| block.kind == BlockKind::Line) else { return false };
        let mut letters = block.text.chars();
        let letter = letters.next().filter(|c| c.is_alphabetic() && letters.next().is_none());
        letter.is_some_and(|letter| blocks.iter().skip(at + 1).take(2).any(|next| begins(next, letter)))
    };
    let discs: Vec<bool> = (0..blocks.len()).map(is_disc).collect();
    discs.contains(&true).then(|| {
        let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
        for (at, block) in blocks.iter().enumerate().filter(|(at, _)| !discs.get(*at).copied().unwrap_or_default()) {
            let mut block = block.clone();
            // Where the entry begins is told where the disc stood.
            if let Some(disc) =
                at.checked_sub(1).filter(|at| discs.get(*at) == Some(&true)).and_then(|at| blocks.get(at))
            {
                block.shares = block.shares.min(disc.shares);
                block.gap |= disc.gap;
                block.opens |= disc.opens;
                block.left = disc.left.filter(|_| disc.opens).or(block.left);
            }
            kept.push(block);
        }
        kept
    })
}
