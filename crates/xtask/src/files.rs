//! Files: all below a folder, and a copy of the project without what is built.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// What a copy of the project leaves out, from its root or as a folder's name anywhere.
const NOT_SOURCE: [&str; 6] = [".git", "target", "node_modules", "dist", "generated", "out"];

/// All files below a folder, sorted.
pub(crate) fn files_under(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(dir) = open.pop() {
        let entries = fs::read_dir(&dir).with_context(|| format!("cannot read the folder {}", dir.display()))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                open.push(entry.path());
            } else {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Copies the project's sources. Times are kept, so that Cargo compiles again only what then changes.
pub(crate) fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read the folder {}", from.display()))? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() && !NOT_SOURCE.iter().any(|left_out| name == *left_out) {
            copy_sources(&path, &to.join(&name))?;
        } else if kind.is_file() {
            let copy = to.join(&name);
            fs::copy(&path, &copy).with_context(|| format!("cannot copy {}", path.display()))?;
            File::options().write(true).open(&copy)?.set_modified(entry.metadata()?.modified()?)?;
        }
    }
    Ok(())
}
