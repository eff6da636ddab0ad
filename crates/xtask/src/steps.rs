//! `cargo xtask test`: everything that CI runs, step by step, to the first failure.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::browser::{self, Browser};
use crate::engine::PACKAGES;
use crate::files::files_under;
use crate::run::Command;
use crate::tools::{WASM, ensure_node, ensure_wasm_target};
use crate::{build, generate, paths, sizes, trial};

/// One thing that is tested.
pub(crate) struct Step {
    /// What `--only` takes.
    name: &'static str,
    what: &'static str,
    run: fn(&Path) -> Result<()>,
}

/// In the order in which they run: what fails most often and soonest comes first, what needs the build after it.
const STEPS: [Step; 15] = [
    Step { name: "format", what: "the Rust code is formatted", run: format },
    Step { name: "clippy", what: "lints, natively", run: clippy },
    Step { name: "clippy-wasm", what: "lints, as compiled for the browser", run: clippy_wasm },
    Step { name: "rust", what: "the Rust tests", run: rust },
    Step { name: "generated", what: "generated files are up to date", run: generated },
    Step { name: "scaffold", what: "what new-check and new-site write compiles and passes", run: trial::run },
    Step { name: "build", what: "the extension and the web page", run: built },
    Step { name: "equal", what: "the module gives the same sketches as native code", run: equal },
    Step { name: "types", what: "type check and lint of the TypeScript", run: types },
    Step { name: "unit", what: "the unit tests of the TypeScript", run: unit },
    Step { name: "sizes", what: "budgets of size", run: sizes::check },
    Step { name: "paths", what: "what is shipped names no path of this machine", run: paths::check },
    Step { name: "e2e-chromium", what: "the whole road in Chromium", run: |root| e2e(root, Browser::Chromium) },
    Step { name: "e2e-firefox", what: "the whole road in Firefox", run: |root| e2e(root, Browser::Firefox) },
    Step { name: "privacy", what: "nothing leaves the machine", run: privacy },
];

/// Prints the steps.
pub(crate) fn list() {
    for Step { name, what, .. } in &STEPS {
        println!("{name:14} {what}");
    }
}

/// Runs all steps, or those named.
pub(crate) fn run(root: &Path, only: &[String]) -> Result<()> {
    let steps = chosen(only)?;
    let start = Instant::now();
    for (passed, step) in steps.iter().enumerate() {
        println!("\n== {}: {}", step.name, step.what);
        let start = Instant::now();
        let result = (step.run)(root);
        println!("== {}: {:.1} s", step.name, start.elapsed().as_secs_f64());
        if let Err(error) = result {
            println!("\n{passed} passed, 1 failed, {} not run", steps.len() - passed - 1);
            bail!("{}: {error:#}\nto repeat it: cargo xtask test --only {}", step.name, step.name);
        }
    }
    println!("\nin {:.0} s\n{} passed, 0 failed", start.elapsed().as_secs_f64(), steps.len());
    Ok(())
}

fn chosen(only: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("no such step: {unknown} (see cargo xtask test --list)");
    }
    Ok(STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name)).collect())
}

fn format(root: &Path) -> Result<()> {
    Command::cargo(root).args(["fmt", "--all", "--check"]).run()
}

fn clippy(root: &Path) -> Result<()> {
    Command::cargo(root).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

fn clippy_wasm(root: &Path) -> Result<()> {
    ensure_wasm_target(root)?;
    let mut cargo = Command::cargo(root).args(["clippy", "--target", WASM, "--package", "loupe"]);
    for package in PACKAGES {
        cargo = cargo.args(["--package", package]);
    }
    cargo.args(["--", "-D", "warnings"]).run()
}

fn rust(root: &Path) -> Result<()> {
    Command::cargo(root).args(["test", "--workspace"]).run()
}

fn generated(root: &Path) -> Result<()> {
    generate::run(root, true)
}

fn built(root: &Path) -> Result<()> {
    build(root, false)
}

fn types(root: &Path) -> Result<()> {
    ensure_node(root)?;
    Command::npm(root).args(["run", "check"]).run()
}

fn unit(root: &Path) -> Result<()> {
    ensure_node(root)?;
    Command::npm(root).args(["run", "test:unit"]).run()
}

fn equal(root: &Path) -> Result<()> {
    node_tests(root, "tests/equal")?.run()
}

fn e2e(root: &Path, browser: Browser) -> Result<()> {
    browser_tests(root, "tests/e2e", browser)
}

fn privacy(root: &Path) -> Result<()> {
    [Browser::Chromium, Browser::Firefox]
        .into_iter()
        .try_for_each(|browser| browser_tests(root, "tests/privacy", browser))
}

/// These tests take their browser from the environment: `LOUPE_BROWSER` says which, `LOUPE_CHROMIUM` or
/// `LOUPE_FIREFOX` where it is.
fn browser_tests(root: &Path, dir: &str, browser: Browser) -> Result<()> {
    let program = browser::ensure(root, browser)?;
    node_tests(root, dir)?.env("LOUPE_BROWSER", browser.name()).env(browser.variable(), program).run()
}

/// Node's test runner over the `*.test.mjs` of a folder, one file after the other: each starts a browser of its own.
/// The files are named one by one, because what a folder means to `node --test` changed between versions.
fn node_tests(root: &Path, dir: &str) -> Result<Command> {
    ensure_node(root)?;
    let mut tests = files_under(&root.join(dir))?;
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    if tests.is_empty() {
        bail!("{dir} has no *.test.mjs");
    }
    let tests = tests.iter().filter_map(|path| path.strip_prefix(root).ok());
    let options = ["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=600000"];
    Ok(Command::new("node", root).args(options).args(tests))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_steps_run_in_their_order() {
        let only = ["rust".to_owned(), "format".to_owned()];
        let names: Vec<&str> = chosen(&only).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(names, ["format", "rust"]);
        assert_eq!(chosen(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_is_refused() {
        assert!(chosen(&["rust".to_owned(), "rusty".to_owned()]).is_err());
    }
}
