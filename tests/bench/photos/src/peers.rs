//! Other tools on the same pictures: they are written as files, and `peers.py` measures.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use loupe_photo_bench::{edits::EDITS, measure::each, picture::Picture};

/// At most so many originals, whose pairs are what no other tool may match, and so many of them edited.
const ORIGINALS: usize = 150;
const EDITED: usize = 20;

/// Columns to be put beside ours, and what is to be said below.
#[derive(Debug, Default)]
pub(crate) struct Peers {
    /// The heads.
    pub(crate) heads: Vec<String>,
    /// The cells of an edit, by its number.
    pub(crate) cells: BTreeMap<usize, Vec<String>>,
    /// Lines.
    pub(crate) notes: String,
}

fn script() -> Command {
    let mut command = Command::new(std::env::var_os("LOUPE_PYTHON").unwrap_or_else(|| "python3".into()));
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers.py"));
    command
}

/// Whether what the script needs is installed.
pub(crate) fn installed() -> bool {
    let check = script().arg("--check").stdout(Stdio::null()).stderr(Stdio::null()).status();
    check.is_ok_and(|status| status.success())
}

/// Writes pictures and measures.
///
/// # Errors
/// When a picture cannot be made or written, or the script fails.
pub(crate) fn measure(
    count: usize,
    sample: &[usize],
    threads: usize,
    picture: impl Fn(usize) -> io::Result<Picture> + Sync,
) -> io::Result<Peers> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../dist/photos");
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    // The edited come first, so that their originals are among the originals.
    let edited: Vec<usize> = sample.iter().copied().take(EDITED).collect();
    let rest = (0..count).filter(|at| !edited.contains(at));
    let numbers: Vec<usize> = edited.iter().copied().chain(rest).take(ORIGINALS).collect();
    each(numbers.len(), threads, |at| {
        let original = picture(numbers[at])?;
        original.save(&place(&folder, "originals", at)?)?;
        for (number, edit) in EDITS.iter().enumerate().filter(|_| at < edited.len()) {
            if let Some(picture) = edit.of(&original, numbers[at] as u64)? {
                picture.save(&place(&folder, &format!("{number:02}"), at)?)?;
            }
        }
        Ok(())
    })?;
    let output = script().arg(&folder).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(io::Error::other("peers.py failed"));
    }
    Ok(parsed(&String::from_utf8_lossy(&output.stdout)))
}

fn place(folder: &Path, name: &str, number: usize) -> io::Result<PathBuf> {
    let folder = folder.join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{number:05}.png")))
}

/// The first line are heads, then edits by number with as many cells, all parted by tabs; all else are notes.
fn parsed(text: &str) -> Peers {
    let mut peers = Peers::default();
    for (at, line) in text.lines().enumerate() {
        let mut cells = line.split('\t').map(str::to_owned);
        match (at, cells.next().map(|first| first.parse())) {
            (0, _) => peers.heads = cells.collect(),
            (_, Some(Ok(edit))) if line.contains('\t') => drop(peers.cells.insert(edit, cells.collect())),
            _ => peers.notes.extend([line, "\n"]),
        }
    }
    peers
}
