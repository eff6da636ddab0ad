//! Where things are: the project's root and the places that the commands write to.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::run::Command;

/// The project's root, from where the commands run wherever they were called.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Cargo's target directory, as Cargo itself says it (environment and configuration included).
pub(crate) fn target_dir(root: &Path) -> Result<PathBuf> {
    #[derive(Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let json = Command::cargo(root).args(["metadata", "--no-deps", "--format-version=1"]).output()?;
    let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata is not as expected")?;
    Ok(metadata.target_directory)
}

/// The files of the engine that the extension loads; never committed.
pub(crate) fn generated_engine(root: &Path) -> PathBuf {
    root.join("extension/src/engine/generated")
}
