//! `cargo xtask …`: the project's own commands, so that a fresh clone needs Rust and Node and nothing else.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to who runs it")]

mod bench;
mod browser;
mod engine;
mod files;
mod generate;
mod new_check;
mod new_site;
mod paths;
mod root;
mod run;
mod sizes;
mod steps;
mod tools;
mod trial;
mod words;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::browser::Browser;
use crate::run::Command;

const USAGE: &str = "\
cargo xtask COMMAND

  build [--debug] [--engine]            the extension (dist/extension) and the web page (dist/www);
                                        --engine: only the WASM modules that they import
  demo [--headless] [--browser NAME]    a browser with the extension and sample people in it; chromium or firefox
  test [--only STEP]... [--list]        everything that CI runs, to the first failure
  generate [--check]                    committed files that are made from others
  new-check GROUP/ID                    a new check: its rule, its page, its place in the registry
  new-site ID [--list]                  a new site: its file, a sample page (or a list's), its place in the loader
  bench                                 the benchmarks and the sizes of what is shipped
  bench reading [OPTION]...             how well résumés are read, by field; OPTIONs as tests/reading/README.md has them
  bench photos [OPTION]...              how surely photos are found again; OPTIONs as tests/bench/photos/README.md has them
  bench texts [OPTION]...               how surely copied texts are found; OPTIONs as tests/bench/texts/README.md has them

A browser's program is named in LOUPE_CHROMIUM (Chromium, Chrome or Edge) or LOUPE_FIREFOX, else an installed one is
taken, else Playwright's download, else, as root on Debian, its package is installed.
";

fn main() -> ExitCode {
    match command(lexopt::Parser::from_env(), &root::root()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(mut args: lexopt::Parser, root: &Path) -> Result<()> {
    let name = match args.next()? {
        Some(Value(name)) => name.string()?,
        None | Some(Short('h') | Long("help")) => {
            print!("{USAGE}");
            return Ok(());
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "build" => {
            let [debug, engine] = flags(args, ["debug", "engine"])?;
            if engine { engine::build(root, debug) } else { build(root, debug) }
        }
        "demo" => demo(root, args),
        "test" => test(root, args),
        "generate" => {
            let [check] = flags(args, ["check"])?;
            generate::run(root, check)
        }
        "new-check" => new_check::new_check(root, &only_value(args, "the check's id: group/what-it-finds")?),
        "new-site" => {
            let (mut id, mut kind) = (None, new_site::Kind::Profile);
            while let Some(argument) = args.next()? {
                match argument {
                    Long("list") => kind = new_site::Kind::List,
                    Value(value) if id.is_none() => id = Some(value.string()?),
                    other => return Err(other.unexpected().into()),
                }
            }
            let Some(id) = id else { bail!("missing: the site's id: upwork") };
            new_site::new_site(root, &id, kind)
        }
        "bench" => {
            let rest: Vec<OsString> = args.raw_args()?.collect();
            match rest.split_first() {
                None => bench::run(root),
                Some((which, options)) if which == "reading" => bench::reading(root, options),
                Some((which, options)) if which == "photos" => bench::photos(root, options),
                Some((which, options)) if which == "texts" => bench::texts(root, options),
                Some((which, _)) => bail!("no such bench: {}\n\n{USAGE}", which.display()),
            }
        }
        _ => bail!("no such command: {name}\n\n{USAGE}"),
    }
}

/// The extension and the web page, with the engine that they import.
fn build(root: &Path, debug: bool) -> Result<()> {
    engine::build(root, debug)?;
    let mut npm = Command::npm(root).args(["run", "build"]);
    if debug {
        npm = npm.args(["--", "--mode", "development"]);
    }
    npm.run()
}

/// Builds, finds a browser, and hands over to the demo's script, which knows the sample people and their story.
fn demo(root: &Path, mut args: lexopt::Parser) -> Result<()> {
    let (mut headless, mut browser) = (false, Browser::Chromium);
    while let Some(arg) = args.next()? {
        match arg {
            Long("headless") => headless = true,
            Long("browser") => browser = Browser::named(&args.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    let program = browser::ensure(root, browser)?;
    build(root, false)?;
    let mut node = Command::new("node", root).args(["tests/e2e/demo.mjs", "--browser", browser.name()]);
    if headless {
        node = node.args(["--headless"]);
    }
    node.env(browser.variable(), program).run()
}

fn test(root: &Path, mut args: lexopt::Parser) -> Result<()> {
    let mut only = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => only.push(args.value()?.string()?),
            Long("list") => {
                steps::list();
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    steps::run(root, &only)
}

/// Reads the rest of the line, which may hold nothing but these flags.
fn flags<const N: usize>(mut args: lexopt::Parser, names: [&str; N]) -> Result<[bool; N]> {
    let mut given = [false; N];
    while let Some(arg) = args.next()? {
        match arg {
            Long(name) if let Some(at) = names.iter().position(|known| *known == name) => given[at] = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(given)
}

/// Reads the rest of the line, which must be one value.
fn only_value(mut args: lexopt::Parser, what: &str) -> Result<String> {
    let value: Option<OsString> = match args.next()? {
        Some(Value(value)) => Some(value),
        Some(other) => return Err(other.unexpected().into()),
        None => None,
    };
    if let Some(more) = args.next()? {
        return Err(more.unexpected().into());
    }
    Ok(value.with_context(|| format!("missing: {what}"))?.string()?)
}
