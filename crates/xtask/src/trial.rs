//! The scaffolders, tried: both run in a copy of the project, and what they write must be formatted, compile without a
//! warning and pass the tests of its crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::files::copy_sources;
use crate::new_check::new_check;
use crate::new_site::{Kind, new_site};
use crate::root::target_dir;
use crate::run::Command;

/// The crates that the scaffolders write to.
const PACKAGES: [&str; 2] = ["loupe-checks", "loupe-read"];

/// Runs the trial.
pub(crate) fn run(root: &Path) -> Result<()> {
    let target = target_dir(root)?;
    let tree = copy(root, &target.join("xtask/trial"))?;
    new_check(&tree, "history/trial-of-the-scaffolder")?;
    new_check(&tree, "trial/first-of-a-group")?;
    new_site(&tree, "trial-site", Kind::Profile)?;
    new_site(&tree, "trial-list", Kind::List)?;

    let cargo = |command: &str| {
        let mut cargo = Command::cargo(&tree).env("CARGO_TARGET_DIR", &target).args([command]);
        for package in PACKAGES {
            cargo = cargo.args(["--package", package]);
        }
        cargo
    };
    cargo("fmt").args(["--check"]).run()?;
    cargo("clippy").args(["--all-targets", "--", "-D", "warnings"]).run()?;
    cargo("test").run()
}

/// Copies the sources to `trial/tree`, with the workspace's manifest one above: Cargo names what it compiles by the
/// path from there, so that the copy can use our target directory, with all dependencies compiled, and yet never
/// take the place of our own crates in it.
fn copy(root: &Path, trial: &Path) -> Result<PathBuf> {
    let tree = trial.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    copy_sources(root, &tree)?;
    let manifest = fs::read_to_string(tree.join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let folders = ["crates", "tests", "vendor"];
    let manifest =
        folders.iter().fold(manifest, |text, name| text.replace(&format!("\"{name}/"), &format!("\"tree/{name}/")));
    fs::write(trial.join("Cargo.toml"), manifest)?;
    fs::remove_file(tree.join("Cargo.toml"))?;
    fs::rename(tree.join("Cargo.lock"), trial.join("Cargo.lock"))?;
    Ok(tree)
}
