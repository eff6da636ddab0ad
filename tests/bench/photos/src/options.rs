//! What the command line asks for.

use std::path::PathBuf;

use loupe_photo_bench::{paint::Studio, person::Skin};

/// How it is called.
pub(crate) const USAGE: &str = "\
usage: photo-bench [--folder DIR | --studio one|clothes|own] [--skin dark|light] [--people N] [--first N]
                   [--sample N] [--threads N] [--show N] [--no-peers] [--growth N,N… | --count WHAT | --sheet FILE]

  --folder DIR  JPEG and PNG files, each another photo, instead of painted people
  --studio      paints all before one backdrop, or these in the same clothes, or each before their own; else a third each
  --skin        paints only people with such skin and little or dark hair, who look most alike in one studio
  --people N    so many painted people (300)
  --first N     from this one on (0): who was not looked at before
  --sample N    so many of them go through every edit (40)
  --show N      prints what was not found, at most so many
  --no-peers    does not measure other tools; they need Python's packages, see README.md
  --growth      what look-ups cost among so many photos, instead
  --count       does one thing 100 times, for an instruction counter: sketch, same, stranger, nothing; or look-up:N
                among N photos 10 times
  --sheet       writes a contact sheet, and measures nothing
";

/// What is to be done.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) folder: Option<PathBuf>,
    pub(crate) studio: Option<Studio>,
    pub(crate) skin: Option<Skin>,
    pub(crate) people: usize,
    pub(crate) first: usize,
    pub(crate) sample: usize,
    pub(crate) threads: usize,
    pub(crate) show: usize,
    pub(crate) peers: bool,
    pub(crate) growth: Vec<usize>,
    pub(crate) count: Option<String>,
    pub(crate) sheet: Option<PathBuf>,
}

impl Options {
    /// Nothing when the arguments cannot be understood, or ask for help.
    pub(crate) fn of(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Self {
            folder: None,
            studio: None,
            skin: None,
            people: 300,
            first: 0,
            sample: 40,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            show: 0,
            peers: true,
            growth: Vec::new(),
            count: None,
            sheet: None,
        };
        while let Some(arg) = args.next() {
            let mut value = || args.next();
            match arg.as_str() {
                "--folder" => options.folder = Some(value()?.into()),
                "--studio" => options.studio = Some(studio(&value()?)?),
                "--skin" => options.skin = Some(skin(&value()?)?),
                "--people" => options.people = value()?.parse().ok()?,
                "--first" => options.first = value()?.parse().ok()?,
                "--sample" => options.sample = value()?.parse().ok()?,
                "--threads" => options.threads = value()?.parse().ok()?,
                "--show" => options.show = value()?.parse().ok()?,
                "--no-peers" => options.peers = false,
                "--growth" => options.growth = value()?.split(',').map(|n| n.parse().ok()).collect::<Option<_>>()?,
                "--count" => options.count = Some(value()?),
                "--sheet" => options.sheet = Some(value()?.into()),
                _ => return None,
            }
        }
        Some(options)
    }
}

fn studio(name: &str) -> Option<Studio> {
    match name {
        "one" => Some(Studio::One),
        "clothes" => Some(Studio::Clothes),
        "own" => Some(Studio::Own),
        _ => None,
    }
}

fn skin(name: &str) -> Option<Skin> {
    match name {
        "dark" => Some(Skin::Dark),
        "light" => Some(Skin::Light),
        _ => None,
    }
}
