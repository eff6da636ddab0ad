//! `cargo xtask …`: the project's own commands, so that a fresh clone needs Rust and Node and nothing else.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to who runs it")]

mod engine;
mod root;
mod run;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::root::root;
use crate::run::Command;

const USAGE: &str = "\
cargo xtask COMMAND

  build [--debug] [--engine]   The extension (dist/extension) and the web page (dist/www).
                               --engine: only the WASM modules they import.
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    let root = root();
    let Some(first) = args.next()? else {
        print!("{USAGE}");
        return Ok(());
    };
    match first {
        Value(name) if name == "build" => {
            let (mut debug, mut engine) = (false, false);
            while let Some(arg) = args.next()? {
                match arg {
                    Long("debug") => debug = true,
                    Long("engine") => engine = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            engine::build(&root, debug)?;
            if !engine {
                Command::npm(&root).args(["run", "build"]).run()?;
            }
        }
        Value(name) => bail!("no such command: {}\n\n{USAGE}", name.display()),
        other => return Err(other.unexpected().into()),
    }
    Ok(())
}
