//! Prints lines for `src/photo/avatars.txt`: `cargo run --release -p loupe-sketch --example avatars SOURCE FILE…`. Each
//! picture is sketched as it is and cut to a circle on white.

use std::{env, error::Error, io::Write, path::Path};

use loupe_sketch::photo::sketch_rgba;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let source = arguments.next().ok_or("name the source first, then the files")?;
    let mut out = std::io::stdout().lock();
    for file in arguments {
        let mut picture = image::ImageReader::open(&file)?.with_guessed_format()?.decode()?.to_rgba8();
        let (width, height) = picture.dimensions();
        let name = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for round in [false, true] {
            if round {
                let radius = width.min(height) as f32 / 2.0;
                let middle = (width as f32 / 2.0, height as f32 / 2.0);
                for (x, y, pixel) in picture.enumerate_pixels_mut() {
                    let from = (x as f32 + 0.5 - middle.0).hypot(y as f32 + 0.5 - middle.1);
                    if from > radius {
                        pixel.0 = [255; 4];
                    }
                }
            }
            let sketched = sketch_rgba(picture.as_raw(), width, height).ok_or("too small to be sketched")?;
            writeln!(out, "{} {source}, {name}{}", sketched.pdq, if round { ", round" } else { "" })?;
        }
    }
    Ok(())
}
