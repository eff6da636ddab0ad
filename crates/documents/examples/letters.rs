//! How completely word processors' files are read, in numbers only: no name and no content of a file is ever printed.
//!
//! `cargo run --release --example letters -- FOLDER TEXTS`: TEXTS holds what another program made of each file, as
//! `<file name without its extension>.txt`. Letters and figures are compared as often as they occur, wherever they
//! stand: what is read twice, not at all or out of thin air shows, the order does not (see `measure` for that).

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use loupe_documents::outline_of;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(texts)) = (arguments.next(), arguments.next()) else {
        return writeln!(io::stderr(), "usage: letters FOLDER TEXTS");
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let mut out = io::stdout().lock();
    let (mut differences, mut times, mut hidden) = (Vec::new(), Vec::new(), 0);
    for (number, file) in files.iter().enumerate() {
        let bytes = std::fs::read(file)?;
        let start = Instant::now();
        let outline = outline_of(&bytes);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        let outline = match outline {
            Ok(outline) => outline,
            Err(error) => {
                writeln!(out, "file {number:3}: {}", error.id())?;
                continue;
            }
        };
        let texts_unseen = outline.document.map_or(0, |document| document.hidden.len());
        hidden += texts_unseen;
        let Some(stem) = file.file_stem() else { continue };
        let Ok(theirs) = std::fs::read(texts.join(stem).with_extension("txt")) else { continue };
        let ours: String = outline.blocks.iter().map(|block| block.text.as_str()).collect();
        let (ours, theirs) = (letters(&ours), letters(&String::from_utf8_lossy(&theirs)));
        let total: usize = theirs.values().sum::<usize>().max(1);
        let (missing, extra) = (beyond(&theirs, &ours), beyond(&ours, &theirs));
        let difference = (missing + extra) as f64 / total as f64;
        if difference > 0.005 {
            writeln!(out, "file {number:3}: missing {missing} extra {extra} of {total}, texts unseen {texts_unseen}")?;
        }
        differences.push(difference);
    }
    for (what, mut values) in [("ms", times), ("share of letters that differ", differences)] {
        values.sort_by(f64::total_cmp);
        let at =
            |share: f64| values.get(((values.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(0.0);
        let (median, p95, max) = (at(0.5), at(0.95), at(1.0));
        writeln!(out, "{what:30} n {:3}  median {median:.4}  p95 {p95:.4}  max {max:.4}", values.len())?;
    }
    writeln!(out, "texts unseen {hidden}")
}

/// How often each letter and figure occurs.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut count = BTreeMap::new();
    for ch in text.chars().filter(|ch| ch.is_alphanumeric()) {
        *count.entry(ch).or_default() += 1;
    }
    count
}

/// How many letters of one are not in the other.
fn beyond(one: &BTreeMap<char, usize>, other: &BTreeMap<char, usize>) -> usize {
    one.iter().map(|(ch, count)| count.saturating_sub(other.get(ch).copied().unwrap_or(0))).sum()
}
