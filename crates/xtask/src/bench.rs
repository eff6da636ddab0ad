//! `cargo xtask bench`: every benchmark of the project, then the sizes of what is shipped; `cargo xtask bench reading`:
//! how completely and truly résumés are read (`tests/reading`); `cargo xtask bench photos`: how surely photos are found
//! again (`tests/bench/photos`); `cargo xtask bench texts`: how surely copied texts are (`tests/bench/texts`).

use std::ffi::OsString;
use std::path::Path;

use anyhow::Result;

use crate::browser::{self, Browser};
use crate::files::files_under;
use crate::run::Command;
use crate::tools::ensure_node;
use crate::{build, engine, sizes};

/// Runs them; the figures are printed, and kept by hand in `tests/bench/README.md` with the machine they are from.
pub(crate) fn run(root: &Path) -> Result<()> {
    build(root, false)?;
    Command::cargo(root).args(["bench", "--workspace", "--bench", "*"]).run()?;
    let dir = root.join("tests/bench");
    let mut scripts = if dir.is_dir() { files_under(&dir)? } else { Vec::new() };
    // What they share is in a folder below.
    scripts.retain(|path| path.extension().is_some_and(|end| end == "mjs") && path.parent() == Some(&dir));
    if !scripts.is_empty() {
        let chromium = browser::ensure(root, Browser::Chromium)?;
        for script in &scripts {
            Command::new("node", root).args([script]).env(Browser::Chromium.variable(), &chromium).run()?;
        }
    }
    println!("\n{}", sizes::table(&sizes::measure(root)?));
    Ok(())
}

/// Renders the reading bench's people where Chromium is, and scores what Loupe reads of them; `options` go to the scorer.
pub(crate) fn reading(root: &Path, options: &[OsString]) -> Result<()> {
    ensure_node(root)?;
    let bench = root.join("tests/reading");
    let rendered = root.join("dist/reading");
    if !bench.join("node_modules").is_dir() {
        Command::npm(&bench).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).run()?;
    }
    let chromium = browser::ensure(root, Browser::Chromium)?;
    let render = Command::new("node", root).args([bench.join("render.mjs"), rendered.clone()]);
    render.env(Browser::Chromium.variable(), &chromium).run()?;
    let scorer = ["run", "--quiet", "--package", "loupe-reading-bench", "--"];
    Command::cargo(root).args(scorer).args([rendered]).args(options).run()
}

/// Measures photos: painted ones, or those of a folder that `options` name, which go to the bench. With `--wasm` first,
/// what sketches and look-ups cost in V8; then people and numbers of photos follow.
pub(crate) fn photos(root: &Path, options: &[OsString]) -> Result<()> {
    natively_or_in_wasm(root, "photos", "loupe-photo-bench", options)
}

/// Measures texts: invented ones, or those of a folder beside them; `options` go to the bench. With `--wasm` first, what
/// sketches and look-ups cost in V8; then numbers of people follow.
pub(crate) fn texts(root: &Path, options: &[OsString]) -> Result<()> {
    natively_or_in_wasm(root, "texts", "loupe-text-bench", options)
}

fn natively_or_in_wasm(root: &Path, folder: &str, package: &str, options: &[OsString]) -> Result<()> {
    if let Some((first, numbers)) = options.split_first()
        && first == "--wasm"
    {
        let module = engine::example(root, package, "in_wasm")?;
        let script = root.join("tests/bench").join(folder).join("wasm.mjs");
        return Command::new("node", root).args([script, module]).args(numbers).run();
    }
    let bench = ["run", "--quiet", "--release", "--package", package, "--"];
    Command::cargo(root).args(bench).args(options).run()
}
