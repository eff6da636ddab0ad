//! The rendered files of a folder: `<set>/<layout>/<person>.{html,pdf,docx}` with `<person>.truth.json` beside them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::tally::{Miss, Tally};
use crate::{Read, Truth, score};

/// One rendered file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Document {
    /// `themes`, `own` or `held-out`.
    pub set: String,
    /// The layout.
    pub layout: String,
    /// The person.
    pub person: String,
    /// `html`, `pdf` (Chromium's, with a structure tree), `untagged-pdf` (the same without), `docx`, and what was made of the DOCX by an office program: `office-pdf`, `odt`, `rtf`.
    pub format: String,
    path: PathBuf,
}

/// What a document came to.
#[derive(Debug, Clone)]
pub struct Result {
    /// Which one.
    pub document: Document,
    /// The person's language.
    pub language: String,
    /// The counts.
    pub tally: Tally,
    /// What disagrees.
    pub misses: Vec<Miss>,
}

const FORMATS: [&str; 5] = ["html", "pdf", "docx", "odt", "rtf"];

/// A PDF whose structure tree is not looked at: many programs write none, and browsers can be told not to.
const UNTAGGED: &str = "untagged-pdf";

/// Finds the documents of a folder, in order.
///
/// # Errors
/// When a folder cannot be listed.
pub fn documents(root: &Path) -> io::Result<Vec<Document>> {
    let mut found = Vec::new();
    for set in folders(root)? {
        for layout in folders(&set)? {
            for file in fs::read_dir(&layout)? {
                let path = file?.path();
                let (Some(stem), Some(end)) = (name(path.file_stem()), name(path.extension())) else { continue };
                if FORMATS.contains(&end.as_str()) {
                    let (set, layout) = (name(set.file_name()), name(layout.file_name()));
                    let (set, layout) = (set.unwrap_or_default(), layout.unwrap_or_default());
                    let office = end == "pdf" && layout.starts_with("docx-");
                    let format = if office { format!("office-{end}") } else { end };
                    let document = Document { set, layout, person: stem, format, path };
                    if document.format == "pdf" {
                        found.push(Document { format: UNTAGGED.to_owned(), ..document.clone() });
                    }
                    found.push(document);
                }
            }
        }
    }
    found.sort();
    Ok(found)
}

fn folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn name(part: Option<&std::ffi::OsStr>) -> Option<String> {
    part.map(|text| text.to_string_lossy().into_owned())
}

/// Reads and scores one document with Loupe, or with what another reader made of it (`readings` holds
/// `<set>/<layout>/<person>.<format>.json`).
///
/// # Errors
/// When a file is missing or its truth does not parse; a document that Loupe cannot read is a result.
pub fn run(document: &Document, readings: Option<&Path>) -> io::Result<Result> {
    let truth = fs::read(document.path.with_file_name(format!("{}.truth.json", document.person)))?;
    let truth: Truth = serde_json::from_slice(&truth)?;
    let read = if let Some(folder) = readings {
        let file = format!("{}.{}.json", document.person, document.format);
        let json = fs::read(folder.join(&document.set).join(&document.layout).join(file));
        json.ok().and_then(|json| serde_json::from_slice(&json).ok())
    } else {
        let mut bytes = fs::read(&document.path)?;
        if document.format == UNTAGGED {
            untag(&mut bytes);
        }
        loupe_documents::read_file(&bytes, "résumé").ok().map(|reading| Read::from(&reading.profile))
    };
    let failed = read.is_none();
    let (mut tally, misses) = score(&truth, &read.unwrap_or_default());
    tally.failed = usize::from(failed);
    Ok(Result { document: document.clone(), language: truth.language, tally, misses })
}

/// Gives a PDF's structure tree a name that no reader knows. Chromium writes its catalog without packing it.
fn untag(file: &mut [u8]) {
    let name = b"/StructTreeRoot";
    let at: Vec<usize> = file.windows(name.len()).enumerate().filter(|(_, w)| w == name).map(|(at, _)| at).collect();
    for at in at {
        if let Some(letter) = file.get_mut(at + 1) {
            *letter = b'X';
        }
    }
}

/// As [`run`] for all, on every core, in the order of the documents.
///
/// # Errors
/// The first of [`run`]'s.
pub fn run_all(documents: &[Document], readings: Option<&Path>) -> io::Result<Vec<Result>> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(document) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = run(document, readings);
                    results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(result);
                }
            });
        }
    });
    let results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut results = results.into_iter().collect::<io::Result<Vec<_>>>()?;
    results.sort_by(|a, b| a.document.cmp(&b.document));
    Ok(results)
}
