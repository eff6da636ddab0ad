//! `cargo xtask bench`: every benchmark of the project, then the sizes of what is shipped.

use std::path::Path;

use anyhow::Result;

use crate::browser::{self, Browser};
use crate::files::files_under;
use crate::run::Command;
use crate::{build, sizes};

/// Runs them; the figures are printed, and kept by hand in `tests/bench/README.md` with the machine they are from.
pub(crate) fn run(root: &Path) -> Result<()> {
    build(root, false)?;
    Command::cargo(root).args(["bench", "--workspace", "--bench", "*"]).run()?;
    let dir = root.join("tests/bench");
    let mut scripts = if dir.is_dir() { files_under(&dir)? } else { Vec::new() };
    scripts.retain(|path| path.extension().is_some_and(|end| end == "mjs"));
    if !scripts.is_empty() {
        let chromium = browser::ensure(root, Browser::Chromium)?;
        for script in &scripts {
            Command::new("node", root).args([script]).env(Browser::Chromium.variable(), &chromium).run()?;
        }
    }
    println!("\n{}", sizes::table(&sizes::measure(root)?));
    Ok(())
}
