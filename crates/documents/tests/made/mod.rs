//! Files made for a test, and outlines as text.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub, reason = "every test file uses its own half of it")]

use loupe_documents::outline_of;
use loupe_profile::HiddenReason;
use loupe_read::{BlockKind, Outline};
use std::io::Write;
use zip::write::SimpleFileOptions;

pub fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub fn read(bytes: &[u8]) -> Outline {
    outline_of(bytes).unwrap()
}

/// One line a block: `#` heading, `-` item, else what it is; cells parted by ` | `, a new region marked `>> `.
pub fn written(outline: &Outline) -> Vec<String> {
    let text = |block: &loupe_read::Block| match block.cells.as_slice() {
        [] => block.text.clone(),
        cells => cells.join(" | "),
    };
    let kind = |block: &loupe_read::Block| match block.kind {
        BlockKind::Heading => "# ",
        BlockKind::Item => "- ",
        BlockKind::Line => "",
    };
    let opens = |block: &loupe_read::Block| if block.opens { ">> " } else { "" };
    outline.blocks.iter().map(|block| format!("{}{}{}", opens(block), kind(block), text(block))).collect()
}

pub fn unseen(outline: &Outline) -> Vec<(String, HiddenReason)> {
    let hidden = outline.document.iter().flat_map(|document| &document.hidden);
    hidden.map(|hidden| (hidden.text.clone(), hidden.reason)).collect()
}
