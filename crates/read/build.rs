//! Puts the data files, which people write as TOML, into the form that is compiled in: JSON, whose reader the engine has
//! anyway, without comments. A file that is no TOML stops the build with its line; what else may be wrong in one, tests
//! find and name by its line.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::create_dir_all(out.join("sites"))?;
    let mut files = vec![PathBuf::from("words.toml"), PathBuf::from("dates.toml")];
    for entry in fs::read_dir("sites")? {
        files.push(entry?.path());
    }
    println!("cargo::rerun-if-changed=sites");
    for file in files.iter().filter(|file| file.extension() == Some("toml".as_ref())) {
        println!("cargo::rerun-if-changed={}", file.display());
        fs::write(out.join(file).with_added_extension("json"), json(file)?)?;
    }
    Ok(())
}

fn json(file: &Path) -> Result<String, Box<dyn Error>> {
    let value: serde_json::Value =
        toml::from_str(&fs::read_to_string(file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(value.to_string())
}
