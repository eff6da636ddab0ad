//! Web addresses among the lines of a history: an employer's or a school's, which name no entry and tell of none.

use loupe_profile::{Contact, ContactKind, Place};

use crate::{Block, BlockKind};

/// The blocks without lines that are a web address and no more; nothing when there are none.
pub(super) fn left_out(blocks: &[Block]) -> Option<Vec<Block>> {
    if !blocks.iter().any(is_line) {
        return None;
    }
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut dropped: Option<&Block> = None;
    for block in blocks {
        if is_line(block) {
            dropped = dropped.or(Some(block));
            continue;
        }
        let mut block = block.clone();
        // Where the entry begins is told where the address stood.
        if let Some(above) = dropped.take() {
            block.shares = block.shares.min(above.shares);
            block.gap |= above.gap;
        }
        kept.push(block);
    }
    Some(kept)
}

fn is_line(block: &Block) -> bool {
    let label = block.text.split_once(": ").filter(|(label, _)| label.split(' ').count() <= 2);
    let value = label.map_or(block.text.as_str(), |(_, value)| value).trim();
    let written = is_written(value);
    // "fernrill.example" is one where it is a link.
    block.kind != BlockKind::Item && (written || (!block.links.is_empty() && may_be(value)))
}

/// True for what says that it is a web address.
pub(super) fn is_written(text: &str) -> bool {
    !text.contains(' ') && ["http://", "https://", "www."].iter().any(|begin| text.starts_with(begin))
}

/// True for what looks like a web address, as some firms' names do ("booking.com").
pub(super) fn may_be(text: &str) -> bool {
    let plain = !text.contains(' ') && text.contains('.') && !text.chars().any(char::is_uppercase);
    plain && Contact::parse(text, Place::default()).is_some_and(|contact| contact.kind == ContactKind::Website)
}
