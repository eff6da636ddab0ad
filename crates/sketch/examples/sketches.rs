//! Prints the pixels and the sketches of pictures, one JSON line each: what `tests/equal` compares with the WASM module's.
//!
//!     cargo run --release -p loupe-sketch --example sketches -- PICTURE...
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::{error::Error, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use image::imageops::FilterType;
use loupe_sketch::{flat::is_flat_drawing, photo::sketch_rgba};

/// The extension draws larger pictures smaller before it sketches them, and by its browser's own arithmetic.
const MAX_SIDE: u32 = 512;

fn main() -> Result<(), Box<dyn Error>> {
    for file in std::env::args().skip(1) {
        let mut picture = image::open(&file)?;
        if picture.width().max(picture.height()) > MAX_SIDE {
            picture = picture.resize(MAX_SIDE, MAX_SIDE, FilterType::Triangle);
        }
        let pixels = picture.to_rgba8();
        let (width, height) = pixels.dimensions();
        let sketched = sketch_rgba(&pixels, width, height);
        let text = |value: Option<String>| value.map_or_else(|| "null".to_owned(), |value| format!("\"{value}\""));
        println!(
            r#"{{"name":"{}","width":{width},"height":{height},"pixels":"{}","sketch":{},"structure":{},"quality":{}}}"#,
            Path::new(&file).file_name().unwrap_or_default().to_string_lossy(),
            STANDARD.encode(pixels.as_raw()),
            text(sketched.as_ref().map(|s| s.pdq.to_string())),
            text(sketched.as_ref().map(|s| s.structure.to_string())),
            sketched.as_ref().filter(|_| !is_flat_drawing(&pixels, width, height)).map_or(0, |s| s.quality),
        );
    }
    Ok(())
}
