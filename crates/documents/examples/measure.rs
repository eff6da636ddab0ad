//! How well the files of a folder are read, in numbers only: no name and no content of a file is ever printed.
//!
//! `cargo run --release --example measure -- FOLDER [TEXTS]`: TEXTS holds what another program made of each file, as
//! `<file name>.txt`. Characters, words and pairs of neighbouring words are compared with it: pairs show the reading
//! order. `MEASURE_EACH=1` adds a line of numbers for each file.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use loupe_documents::outline_of;
use loupe_profile::Document;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let Some(folder) = arguments.next() else {
        return writeln!(io::stderr(), "usage: measure FOLDER [TEXTS]");
    };
    let texts = arguments.next();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();

    let mut errors: BTreeMap<String, usize> = BTreeMap::new();
    let mut cut: BTreeMap<String, usize> = BTreeMap::new();
    let mut hidden: BTreeMap<String, usize> = BTreeMap::new();
    let mut facts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut times, mut letters, mut off, mut words, mut extra, mut pairs) =
        (vec![], vec![], vec![], vec![], vec![], vec![]);
    let (mut read, mut blocks, mut items, mut headings, mut links) = (0, 0, 0, 0, 0);
    for (number, path) in files.iter().enumerate() {
        let bytes = std::fs::read(path)?;
        let start = Instant::now();
        let outline = outline_of(&bytes);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        let outline = match outline {
            Ok(outline) => outline,
            Err(error) => {
                *errors.entry(error.id().to_owned()).or_default() += 1;
                continue;
            }
        };
        read += 1;
        blocks += outline.blocks.len();
        items += outline.blocks.iter().filter(|block| block.kind == loupe_read::BlockKind::Item).count();
        headings += outline.blocks.iter().filter(|block| block.kind == loupe_read::BlockKind::Heading).count();
        links += outline.links.len();
        links += outline.blocks.iter().map(|block| block.links.len()).sum::<usize>();
        for note in outline.cut.into_iter().chain(outline.notes) {
            *cut.entry(note).or_default() += 1;
        }
        let document = outline.document.unwrap_or_default();
        let mut unseen = 0;
        for text in &document.hidden {
            let letters = text.text.chars().filter(|ch| !ch.is_whitespace()).count();
            unseen += letters;
            *hidden.entry(format!("{:?}", text.reason)).or_default() += 1;
        }
        for (fact, there) in told(&document) {
            *facts.entry(fact).or_default() += usize::from(there);
        }
        let Some(expected) = texts.as_deref().and_then(|texts| text_beside(texts, path)) else { continue };
        let ours = outline.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n");
        let apart = characters_apart(&expected, &ours);
        let (ours, expected) = (words_of(&ours), words_of(&expected));
        if expected.is_empty() {
            continue;
        }
        let count = |words: &[String]| words.iter().map(String::len).sum::<usize>() as f64;
        letters.push(count(&ours) / count(&expected));
        off.push(apart);
        let share = shared(&expected, &ours);
        words.push(share);
        extra.push(1.0 - shared(&ours, &expected));
        let order = shared(&neighbours(&expected), &neighbours(&ours));
        pairs.push(order);
        if std::env::var_os("MEASURE_EACH").is_some() {
            writeln!(
                io::stdout(),
                "file {number:3}: off {apart:.3} words {share:.3} pairs {order:.3} unseen {unseen}"
            )?;
        }
    }

    let mut out = io::stdout().lock();
    writeln!(out, "files {}  read {read}  errors {errors:?}  cut {cut:?}", files.len())?;
    writeln!(out, "blocks {blocks}  headings {headings}  items {items}  links {links}")?;
    writeln!(out, "files that tell {facts:?}  hidden texts {hidden:?}")?;
    for (what, mut values) in [
        ("ms", times),
        ("letters ours / theirs", letters),
        ("characters apart", off),
        ("their words that we have", words),
        ("our words that they lack", extra),
        ("their word pairs that we have", pairs),
    ] {
        values.sort_by(f64::total_cmp);
        let at =
            |share: f64| values.get(((values.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(0.0);
        writeln!(
            out,
            "{what:30} n {:3}  min {:.3}  p5 {:.3}  median {:.3}  p95 {:.3}  max {:.3}",
            values.len(),
            at(0.0),
            at(0.05),
            at(0.5),
            at(0.95),
            at(1.0)
        )?;
    }
    Ok(())
}

/// What a file says of itself.
fn told(document: &Document) -> [(&'static str, bool); 9] {
    [
        ("title", document.title.is_some()),
        ("author", document.author.is_some()),
        ("application", document.application.is_some()),
        ("producer", document.producer.is_some()),
        ("created", document.created.is_some()),
        ("modified", document.modified.is_some()),
        ("ids", !document.ids.is_empty()),
        ("fonts", !document.fonts.is_empty()),
        ("hidden", !document.hidden.is_empty()),
    ]
}

fn text_beside(texts: &Path, file: &Path) -> Option<String> {
    let mut name = file.file_name()?.to_owned();
    name.push(".txt");
    Some(String::from_utf8_lossy(&std::fs::read(texts.join(name)).ok()?).into_owned())
}

/// How many letters, digits and common marks one text has more often than the other, as a part of the expected text.
/// Bullets are no part of ours.
fn characters_apart(expected: &str, found: &str) -> f64 {
    let mut counts: BTreeMap<char, i64> = BTreeMap::new();
    let solid =
        |text: &str| text.chars().filter(|ch| ch.is_alphanumeric() || ch.is_ascii_punctuation()).collect::<Vec<_>>();
    let (expected, found) = (solid(expected), solid(found));
    for ch in &expected {
        *counts.entry(*ch).or_default() += 1;
    }
    for ch in &found {
        *counts.entry(*ch).or_default() -= 1;
    }
    counts.values().map(|count| count.unsigned_abs() as f64).sum::<f64>() / expected.len().max(1) as f64
}

fn words_of(text: &str) -> Vec<String> {
    text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn neighbours(words: &[String]) -> Vec<String> {
    words.windows(2).map(|pair| pair.join(" ")).collect()
}

/// The share of `wanted` that is in `found`, each as often as it stands there.
fn shared(wanted: &[String], found: &[String]) -> f64 {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in found {
        *left.entry(word).or_default() += 1;
    }
    let mut hits = 0_usize;
    for word in wanted {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            hits += 1;
        }
    }
    hits as f64 / wanted.len().max(1) as f64
}
