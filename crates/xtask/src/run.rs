//! Running other programs: always from the project's root, never waiting for input, failing with the line to repeat.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};

use anyhow::{Context, Result, bail};

/// A program with its arguments; shown as the line one would type.
#[derive(Debug, Clone)]
pub(crate) struct Command {
    program: OsString,
    args: Vec<OsString>,
    envs: Vec<(OsString, OsString)>,
    dir: PathBuf,
}

impl Command {
    /// A program found on the path, to be run in `dir`.
    pub(crate) fn new(program: impl Into<OsString>, dir: &Path) -> Self {
        Self { program: program.into(), args: Vec::new(), envs: Vec::new(), dir: dir.to_owned() }
    }

    /// The Cargo that runs this command, so that a `+toolchain` is kept.
    pub(crate) fn cargo(dir: &Path) -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), dir)
    }

    /// npm, whose name on Windows is that of a script.
    pub(crate) fn npm(dir: &Path) -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" }, dir)
    }

    /// Adds arguments.
    #[must_use]
    pub(crate) fn args<S: Into<OsString>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Sets an environment variable.
    #[must_use]
    pub(crate) fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.envs.push((name.into(), value.into()));
        self
    }

    /// Runs it with our own output; an error unless it succeeds.
    pub(crate) fn run(&self) -> Result<()> {
        let status = self.process().status().with_context(|| format!("cannot start `{self}`"))?;
        if !status.success() {
            bail!("`{self}` failed ({status})");
        }
        Ok(())
    }

    /// Runs it and returns what it printed; what it says on standard error is shown only in the error.
    pub(crate) fn output(&self) -> Result<String> {
        let output = self.process().output().with_context(|| format!("cannot start `{self}`"))?;
        if !output.status.success() {
            bail!("`{self}` failed ({})\n{}", output.status, String::from_utf8_lossy(&output.stderr).trim_end());
        }
        String::from_utf8(output.stdout).with_context(|| format!("`{self}` printed something that is no text"))
    }

    fn process(&self) -> process::Command {
        let mut process = process::Command::new(&self.program);
        process.args(&self.args).envs(self.envs.iter().cloned()).current_dir(&self.dir).stdin(Stdio::null());
        process
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.envs {
            write!(f, "{}={} ", name.display(), quoted(value))?;
        }
        let program = Path::new(&self.program);
        // Cargo gives its own full path; the name is what one would type.
        match program.file_stem().filter(|stem| *stem == "cargo") {
            Some(stem) => write!(f, "{}", stem.display())?,
            None => write!(f, "{}", quoted(&self.program))?,
        }
        for arg in &self.args {
            write!(f, " {}", quoted(arg))?;
        }
        Ok(())
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,~".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let command = Command::new("/opt/rust/bin/cargo", Path::new("/")).args(["test", "a b", ""]).env("KEY", "it's");
        assert_eq!(command.to_string(), r"KEY='it'\''s' cargo test 'a b' ''");
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = Command::new("no-such-program-here", Path::new("/")).run().unwrap_err();
        assert!(error.to_string().contains("no-such-program-here"));
    }
}
