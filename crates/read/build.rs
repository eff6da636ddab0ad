//! Puts the data files, which people write as TOML, into the form that is compiled in: JSON, whose reader the engine has
//! anyway, without comments. A file that is no TOML stops the build with its line; what else may be wrong in one, tests
//! find and name by its line. Of places only hashes are kept: nothing but whether a name is one is ever asked.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

#[path = "src/places/hash.rs"]
mod hash;

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
    println!("cargo::rerun-if-changed=places.txt");
    println!("cargo::rerun-if-changed=src/places/hash.rs");
    let places = fs::read_to_string("places.txt")?;
    let (regions, cities) = places.split_once("# Cities").ok_or("places.txt: no line \"# Cities\"")?;
    fs::write(out.join("regions.bin"), packed(regions)?)?;
    fs::write(out.join("cities.bin"), packed(cities)?)?;
    Ok(())
}

/// The hashes of a list's names in order, each as its distance from the one before, in three bytes.
fn packed(list: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let names = list.lines().filter(|line| !line.starts_with(['#', ' ']) && !line.is_empty());
    let mut hashes: Vec<u32> = names.map(hash::of).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let mut bytes = Vec::with_capacity(hashes.len() * 3);
    let mut last = 0;
    for hash in hashes {
        let [0, gap @ ..] = (hash - last).to_be_bytes() else {
            return Err("places.txt: too few names to be packed".into());
        };
        bytes.extend(gap);
        last = hash;
    }
    Ok(bytes)
}

fn json(file: &Path) -> Result<String, Box<dyn Error>> {
    let value: serde_json::Value =
        toml::from_str(&fs::read_to_string(file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(value.to_string())
}
