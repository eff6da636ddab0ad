//! The sizes of what is shipped, against the budgets of `tests/budgets.toml`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;

use crate::files::files_under;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    budget: Vec<Budget>,
}

/// One thing that has a size: the files of a name, or the scripts of a page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    name: String,
    file: Option<String>,
    page: Option<String>,
    max_gz: u64,
}

/// What was measured of one budget.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Size {
    name: String,
    files: usize,
    raw: u64,
    gz: u64,
    max_gz: u64,
}

/// Measures everything that has a budget.
pub(crate) fn measure(root: &Path) -> Result<Vec<Size>> {
    let path = "tests/budgets.toml";
    let text = fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))?;
    let budgets: Budgets = toml::from_str(&text).with_context(|| format!("{path} is not as expected"))?;
    let built = root.join("dist/extension");
    budgets.budget.iter().map(|budget| budget.measure(&built)).collect()
}

/// The sizes as a table.
pub(crate) fn table(sizes: &[Size]) -> String {
    let mut table = String::from("| | files | bytes | gzip | budget |\n|---|--:|--:|--:|--:|\n");
    for Size { name, files, raw, gz, max_gz } in sizes {
        let _ = writeln!(table, "| {name} | {files} | {raw} | {gz} | {max_gz} |");
    }
    table
}

/// Prints the table; an error when something is larger than its budget.
pub(crate) fn check(root: &Path) -> Result<()> {
    let sizes = measure(root)?;
    print!("{}", table(&sizes));
    let over: Vec<String> = sizes
        .iter()
        .filter(|size| size.gz > size.max_gz)
        .map(|size| format!("{} is {} bytes over its budget", size.name, size.gz - size.max_gz))
        .collect();
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

impl Budget {
    fn measure(&self, built: &Path) -> Result<Size> {
        let files = match (&self.file, &self.page) {
            (Some(pattern), None) => {
                let mut files = files_under(built)?;
                files.retain(|path| path.file_name().is_some_and(|name| matches(pattern, &name.to_string_lossy())));
                files
            }
            (None, Some(page)) => scripts_of(built, &built.join(page))?,
            _ => bail!("the budget \"{}\" needs either `file` or `page`", self.name),
        };
        if files.is_empty() {
            bail!("nothing built is \"{}\": has `cargo xtask build` run, or did a file get another name?", self.name);
        }
        let mut size = Size { name: self.name.clone(), files: files.len(), raw: 0, gz: 0, max_gz: self.max_gz };
        for path in &files {
            let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            size.raw += bytes.len() as u64;
            size.gz += gzip_len(&bytes)?;
        }
        Ok(size)
    }
}

/// Whether a name is of a pattern that may hold one `*`.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end),
        None => name == pattern,
    }
}

fn gzip_len(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

/// The scripts that a page can load: every built script whose path stands in quotes in the page, or in such a script.
fn scripts_of(built: &Path, page: &Path) -> Result<Vec<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![page.to_owned()];
    while let Some(path) = open.pop() {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let beside = path.parent().unwrap_or(built);
        for named in text.split(['"', '\'', '`']).filter(|word| is_script(word)) {
            let script = match named.strip_prefix('/') {
                Some(path) => built.join(path),
                None => beside.join(named),
            };
            if let Ok(script) = script.canonicalize()
                && found.insert(script.clone())
            {
                open.push(script);
            }
        }
    }
    Ok(found.into_iter().collect())
}

fn is_script(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "js")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    const BUDGETS: &str = r#"
        [[budget]]
        name = "engine"
        file = "engine*.wasm"
        max_gz = 40
        [[budget]]
        name = "panel"
        page = "panel.html"
        max_gz = 1_000
    "#;

    #[test]
    fn files_by_name_and_the_scripts_of_a_page() {
        let dir = tree(&[
            ("tests/budgets.toml", BUDGETS),
            ("dist/extension/assets/engine-abc.wasm", "0123456789"),
            ("dist/extension/panel.html", r#"<script type="module" src="/panel.js"></script>"#),
            ("dist/extension/panel.js", "import{a as b}from\"./chunks/a.js\";b()"),
            ("dist/extension/chunks/a.js", "import './b.js';export const a = () => import(`./gone.js`)"),
            ("dist/extension/chunks/b.js", "import '../panel.js'"),
            ("dist/extension/background.js", "not the panel's"),
        ]);
        let sizes = measure(dir.path()).unwrap();
        assert_eq!((sizes[0].files, sizes[0].raw), (1, 10));
        assert_eq!(sizes[1].files, 3, "{sizes:?}");
        check(dir.path()).unwrap();
    }

    #[test]
    fn too_large_and_missing_are_failures() {
        let dir = tree(&[("tests/budgets.toml", BUDGETS), ("dist/extension/panel.html", "<script src='panel.js'>")]);
        fs::write(dir.path().join("dist/extension/panel.js"), "1").unwrap();
        let error = check(dir.path()).unwrap_err().to_string();
        assert!(error.contains("\"engine\""), "{error}");

        let large: Vec<u8> = (0..200).collect();
        fs::write(dir.path().join("dist/extension/engine.wasm"), large).unwrap();
        let error = check(dir.path()).unwrap_err().to_string();
        assert!(error.contains("engine is") && error.contains("over its budget"), "{error}");
    }

    #[test]
    fn a_budget_that_is_not_understood_is_refused() {
        for text in ["[[budget]]\nname = \"a\"\nmax_gz = 1", "[[budget]]\nname = \"a\"\nfile = \"b\"\nmax = 1"] {
            let dir = tree(&[("tests/budgets.toml", text), ("dist/extension/b", "")]);
            assert!(measure(dir.path()).is_err(), "{text}");
        }
    }

    #[test]
    fn the_budgets_of_this_project_are_understood() {
        let text = fs::read_to_string(crate::root::root().join("tests/budgets.toml")).unwrap();
        let budgets: Budgets = toml::from_str(&text).unwrap();
        assert_eq!(budgets.budget.len(), 3);
    }

    #[test]
    fn what_is_said_of_the_budgets_is_what_they_are() {
        let root = crate::root::root();
        let budgets: Budgets = toml::from_str(&fs::read_to_string(root.join("tests/budgets.toml")).unwrap()).unwrap();
        let said = fs::read_to_string(root.join("tests/bench/README.md")).unwrap();
        for Budget { name, max_gz, .. } in budgets.budget {
            let limit = if max_gz < 1_000_000 {
                format!("{} KB", max_gz / 1_000)
            } else {
                format!("{}.{} MB", max_gz / 1_000_000, max_gz / 100_000 % 10)
            };
            let row = format!("| {name}, after gzip | ≤ {limit} |");
            assert!(said.contains(&row), "tests/bench/README.md has no {row}");
        }
    }
}
