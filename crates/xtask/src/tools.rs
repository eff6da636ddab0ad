//! What must be on the machine before anything is built: the WASM target, Node, and the npm packages of the lockfile.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::run::Command;

/// The target of both modules.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The oldest Node that Vite and the tests run on.
const NODE: (u32, u32) = (20, 19);

/// Adds the WASM target to the toolchain when it is not there.
pub(crate) fn ensure_wasm_target(root: &Path) -> Result<()> {
    let sysroot = Command::new("rustc", root).args(["--print", "sysroot"]).output()?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    Command::new("rustup", root).args(["target", "add", WASM]).run().with_context(|| {
        format!(
            "Rust's {WASM} target is missing: install it with `rustup target add {WASM}` (or your distribution's \
             package, where its Rust is new enough)"
        )
    })
}

/// Checks Node, and installs the locked packages when those installed are others.
pub(crate) fn ensure_node(root: &Path) -> Result<()> {
    let wanted = format!("Node.js {}.{} or newer is needed (https://nodejs.org)", NODE.0, NODE.1);
    let Ok(version) = Command::new("node", root).args(["--version"]).output() else {
        bail!("{wanted}; none was found")
    };
    if !node_is_new_enough(&version) {
        bail!("{wanted}; found {}", version.trim());
    }
    if installed_as_locked(root)? {
        return Ok(());
    }
    Command::npm(root).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).run()
}

fn node_is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= NODE,
        _ => false,
    }
}

#[derive(Deserialize)]
struct Lockfile {
    packages: BTreeMap<String, Package>,
}

#[derive(Deserialize, PartialEq)]
struct Package {
    version: Option<String>,
    integrity: Option<String>,
    /// Not installed where the platform is another.
    #[serde(default)]
    optional: bool,
}

/// Whether `node_modules` is what the lockfile says. By content: times of files say nothing after a checkout.
fn installed_as_locked(root: &Path) -> Result<bool> {
    let read = |path: &str| -> Result<Lockfile> {
        let text = fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))?;
        serde_json::from_str(&text).with_context(|| format!("{path} is not a lockfile"))
    };
    let locked = read("package-lock.json")?;
    let Ok(installed) = read("node_modules/.package-lock.json") else { return Ok(false) };
    // The entry without a name is the project itself, which only the outer lockfile has.
    Ok(locked.packages.iter().filter(|(path, _)| !path.is_empty()).all(|(path, package)| {
        match installed.packages.get(path) {
            Some(there) => there.version == package.version && there.integrity == package.integrity,
            None => package.optional,
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions() {
        assert!(node_is_new_enough("v20.19.0\n"));
        assert!(node_is_new_enough("v22.0.0"));
        assert!(!node_is_new_enough("v20.18.3"));
        assert!(!node_is_new_enough("v18.20.4"));
        assert!(!node_is_new_enough("nonsense"));
    }

    #[test]
    fn packages_are_compared_by_content() {
        let dir = tempfile::tempdir().unwrap();
        let locked = r#"{"packages":{"":{"version":"1.0.0"},"node_modules/a":{"version":"2.0.0"},
            "node_modules/b-win32":{"version":"3.0.0","optional":true}}}"#;
        fs::write(dir.path().join("package-lock.json"), locked).unwrap();
        assert!(!installed_as_locked(dir.path()).unwrap(), "nothing is installed");

        fs::create_dir(dir.path().join("node_modules")).unwrap();
        let install = |text: &str| fs::write(dir.path().join("node_modules/.package-lock.json"), text).unwrap();
        install(r#"{"packages":{"node_modules/a":{"version":"2.0.0"}}}"#);
        assert!(installed_as_locked(dir.path()).unwrap(), "a package of another platform is not missed");
        install(r#"{"packages":{"node_modules/a":{"version":"1.9.0"}}}"#);
        assert!(!installed_as_locked(dir.path()).unwrap(), "another version");
        install(r#"{"packages":{}}"#);
        assert!(!installed_as_locked(dir.path()).unwrap(), "a package is missing");
    }
}
