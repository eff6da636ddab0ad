//! What is shipped says nothing of the machine that built it: the paths that panics carry are put in other words, and a
//! step of the tests looks whether any is left. So the same sources also make the same modules elsewhere.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::files::files_under;
use crate::root::target_dir;

/// Where people's files and Cargo's own stand, on whatever machine; looked for in the modules.
const ANYWHERES: [&str; 6] = ["/home/", "/root/", "/Users/", ".cargo/", ".rustup/", "registry/src"];

/// Options for Cargo under which the target's code names no path of this machine.
pub(crate) fn options(root: &Path, target: &str) -> Result<Vec<String>> {
    let mut flags = vec![(root.to_owned(), "/loupe"), (target_dir(root)?, "/target")];
    if let Some(home) = cargo_home() {
        // The name of a registry's folder is that of its host; here all are one. What comes later goes first.
        let registries = home.join("registry/src");
        let each = fs::read_dir(&registries).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
        let mut each: Vec<PathBuf> = each.collect();
        each.sort();
        flags.push((home, "/cargo"));
        flags.extend(each.into_iter().map(|registry| (registry, "/crates")));
    }
    let flags = flags.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    // A list of strings is written alike in JSON and in TOML.
    let flags = serde_json::to_string(&flags.collect::<Vec<_>>())?;
    Ok(vec!["--config".to_owned(), format!("target.{target}.rustflags={flags}")])
}

/// Looks for paths in everything that was built to be shipped; an error that names file and path.
pub(crate) fn check(root: &Path) -> Result<()> {
    let own = [Some(root.to_owned()), Some(target_dir(root)?), cargo_home(), env::home_dir()];
    // "/src" may be anything.
    let own = own.into_iter().flatten().filter(|path| path.components().count() > 2);
    let own: Vec<String> = own.map(|path| path.display().to_string()).collect();
    let mut modules = 0;
    for folder in ["dist/extension", "dist/www"] {
        for path in files_under(&root.join(folder))? {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let is_module = path.extension().is_some_and(|end| end == "wasm");
            modules += usize::from(is_module);
            let anywheres = if is_module { &ANYWHERES[..] } else { &[] };
            let needles = own.iter().map(String::as_str).chain(anywheres.iter().copied());
            if let Some(found) = first(&bytes, needles) {
                bail!("{} names a path of this machine: {found}", path.display());
            }
        }
    }
    if modules == 0 {
        bail!("there is no module to look at: has `cargo xtask build` run?");
    }
    println!("no path of this machine in {modules} modules");
    Ok(())
}

/// What follows upon the first of the needles that is there, as far as it is a path.
fn first<'a>(bytes: &[u8], mut needles: impl Iterator<Item = &'a str>) -> Option<String> {
    needles.find_map(|needle| {
        let at = bytes.windows(needle.len()).position(|window| window == needle.as_bytes())?;
        let path = bytes[at..].iter().take_while(|b| b.is_ascii_graphic()).take(100).copied().collect::<Vec<u8>>();
        Some(String::from_utf8_lossy(&path).into_owned())
    })
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").filter(|home| !home.is_empty()).map(PathBuf::from).or_else(|| {
        let home = env::home_dir()?;
        Some(home.join(".cargo"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_wherever_it_stands() {
        let found = first(b"\0asm\x01core/home/someone/.cargo/x.rs\0", ANYWHERES.into_iter());
        assert_eq!(found.as_deref(), Some("/home/someone/.cargo/x.rs"));
        assert_eq!(first(b"/crates/scraper-0.29.0/src/lib.rs", ANYWHERES.into_iter()), None);
    }

    #[test]
    fn cargo_is_told_to_name_none() {
        let options = options(&crate::root::root(), "wasm32-unknown-unknown").unwrap();
        let config: toml::Table = options[1].parse().unwrap();
        let flags = config["target"]["wasm32-unknown-unknown"]["rustflags"].as_array().unwrap();
        assert!(flags.iter().all(|flag| flag.as_str().is_some_and(|flag| flag.starts_with("--remap-path-prefix=/"))));
        assert!(flags.iter().any(|flag| flag.as_str().is_some_and(|flag| flag.ends_with("=/cargo"))), "{flags:?}");
    }
}
