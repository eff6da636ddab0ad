//! `cargo xtask generate`: files that are made from others and committed, so that a clone can be read without a build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::Command;
use crate::words;

/// A committed file, and what makes its text.
type Generated = (&'static str, fn() -> String);

const FILES: [Generated; 1] = [("extension/locales/en/checks.json", words::checks_json)];

/// Scripts that write files of their own, and with `--check` name those that are stale.
const SCRIPTS: [&str; 1] = ["tests/sites/variants.mjs"];

/// Writes what is stale, or, when only checking, names it.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    write(root, &FILES, check)?;
    for script in SCRIPTS {
        let node = Command::new("node", root).args([script]);
        if check { node.args(["--check"]) } else { node }.run()?;
    }
    Ok(())
}

fn write(root: &Path, files: &[Generated], check: bool) -> Result<()> {
    let mut stale = Vec::new();
    for (path, make) in files {
        let text = make();
        let file = root.join(path);
        if fs::read_to_string(&file).is_ok_and(|found| found == text) {
            continue;
        }
        if check {
            stale.push(*path);
            continue;
        }
        if let Some(dir) = file.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(&file, text).with_context(|| format!("cannot write {path}"))?;
        println!("wrote {path}");
    }
    if !stale.is_empty() {
        bail!("out of date: {} (cargo xtask generate)", stale.join(", "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_named_and_then_written() {
        let dir = tempfile::tempdir().unwrap();
        let files: [Generated; 2] = [("a/one.json", || "1\n".to_owned()), ("two.json", || "2\n".to_owned())];
        fs::write(dir.path().join("two.json"), "2\n").unwrap();
        let error = write(dir.path(), &files, true).unwrap_err().to_string();
        assert!(error.contains("a/one.json") && !error.contains("two.json"), "{error}");
        assert!(!dir.path().join("a").exists(), "a check writes nothing");
        write(dir.path(), &files, false).unwrap();
        write(dir.path(), &files, true).unwrap();
        assert_eq!(fs::read_to_string(dir.path().join("a/one.json")).unwrap(), "1\n");
    }
}
