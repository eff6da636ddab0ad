//! `photo-bench`: measures how well photos are found again, and prints the tables.

mod options;
mod peers;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loupe_photo_bench::{
    edits::{EDITS, Edit, THEN},
    growth::{grown, index_of, resembling},
    measure::{self, CANDIDATES, Found, Remembered, Strangers, each},
    paint::{SIZE, Studio, portrait},
    person::Person,
    picture::Picture,
    table::{number, share, table},
};
use loupe_sketch::photo::{MIN_QUALITY, Sketched, compare};

use crate::options::{Options, USAGE};
use crate::peers::Peers;

/// Where pictures come from.
struct Source {
    files: Option<Vec<PathBuf>>,
    studio: Option<Studio>,
    /// The numbers of those that can be compared.
    numbers: Vec<usize>,
}

impl Source {
    fn name(&self, at: usize) -> String {
        let number = self.numbers[at];
        self.files.as_ref().map_or_else(|| format!("person {number}"), |files| files[number].display().to_string())
    }

    fn picture(&self, at: usize) -> io::Result<Picture> {
        let at = self.numbers[at];
        if let Some(files) = &self.files {
            return Picture::open(&files[at]);
        }
        let studio = self.studio.unwrap_or([Studio::One, Studio::Clothes, Studio::Own][at % 3]);
        // A photo is a JPEG file before anybody edits it.
        portrait(studio, at as u64).jpeg(90)
    }
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let Some(options) = Options::of(std::env::args().skip(1)) else {
        return write!(out, "{USAGE}");
    };
    let files = options.folder.as_deref().map(files).transpose()?;
    let people = files.as_ref().map_or(options.people, Vec::len);
    let asked = |number: &usize| options.skin.is_none_or(|skin| Person::of(*number as u64).is_of(skin));
    let numbers =
        if files.is_some() { (0..people).collect() } else { (options.first..).filter(asked).take(people).collect() };
    let mut source = Source { files, studio: options.studio, numbers };
    if let Some(file) = &options.sheet {
        return sheet(file, &source);
    }
    let start = Instant::now();
    let sketched = each(people, options.threads, |at| Ok(source.picture(at)?.sketched()))?;
    let sketched: Vec<(usize, Sketched)> = (0..).zip(sketched).filter_map(|(at, s)| Some((at, s?))).collect();
    let sketched: Vec<(usize, Sketched)> = sketched.into_iter().filter(|(_, s)| s.quality >= MIN_QUALITY).collect();
    source.numbers = sketched.iter().map(|(at, _)| source.numbers[*at]).collect();
    let originals: Vec<Sketched> = sketched.into_iter().map(|(_, s)| s).collect();
    if originals.len() < 2 {
        return writeln!(out, "Fewer than two pictures can be compared.");
    }
    if let Some(what) = &options.count {
        return count(&mut out, what, &originals, &source);
    }
    let step = (originals.len() / options.sample.max(1)).max(1);
    // A step that three divides would meet one studio only.
    let step = if step.is_multiple_of(3) { step - 1 } else { step };
    let sample: Vec<usize> = (0..originals.len()).step_by(step).take(options.sample).collect();
    if !options.growth.is_empty() {
        return growth(&mut out, &options.growth, &originals, &sample, &source);
    }
    writeln!(out, "{} of {people} pictures can be compared ({:.0?}).\n", originals.len(), start.elapsed())?;
    out.flush()?;
    let remembered = Remembered::new(originals);
    let found = measure::recall(&remembered, &sample, options.threads, |at| source.picture(at))?;
    let peers = match options.peers.then(peers::installed) {
        Some(true) => peers::measure(source.numbers.len(), &sample, options.threads, |at| source.picture(at))?,
        Some(false) => {
            Peers { notes: "Peers left out: Python lacks their packages, see README.md.\n".into(), ..Peers::default() }
        }
        None => Peers::default(),
    };
    writeln!(out, "{}", recall_table(&found, &peers))?;
    if !peers.notes.is_empty() {
        writeln!(out, "{}", peers.notes)?;
    }
    show(&mut out, options.show, &found, &sample, &source)?;
    out.flush()?;
    let among = remembered.strangers(options.threads)?;
    let edited = found.iter().flatten().flatten().fold(Strangers::default(), |sum, f| sum.sum(f.strangers.clone()));
    writeln!(out, "{}", strangers_table(&among, &edited))?;
    let faces = measure::faces(&remembered, &sample, options.threads, |at| source.picture(at))?;
    writeln!(out, "{}", faces_table(&faces))?;
    for (one, other, likeness) in among.matched.iter().chain(&edited.matched).take(options.show) {
        writeln!(out, "{} for {}: likeness {likeness:.2}", source.name(*one), source.name(*other))?;
    }
    writeln!(out, "All this took {:.0?} on {} threads.", start.elapsed(), options.threads)
}

fn recall_table(found: &[Vec<Option<Found>>], peers: &Peers) -> String {
    let mut rows = Vec::new();
    for (at, edit) in EDITS.iter().enumerate() {
        let of: Vec<&Found> = found.iter().filter_map(|photo| photo[at].as_ref()).collect();
        if of.is_empty() {
            continue;
        }
        let part = |is: fn(&Found) -> bool| share(of.iter().filter(|f| is(f)).count(), of.len());
        let lowest = of.iter().map(|f| f.likeness.unwrap_or(-9.0)).fold(f32::MAX, f32::min);
        let mut row = vec![
            edit.name.to_owned(),
            number(of.len()),
            format!("{:.2}", edit.aim),
            part(|f| f.same),
            format!("{lowest:.1}"),
            part(|f| f.pdq.0),
            part(|f| f.pdq.1),
        ];
        let empty = || vec![String::new(); peers.heads.len()];
        row.extend(peers.cells.get(&at).cloned().unwrap_or_else(empty));
        rows.push(row);
    }
    let mut heads = vec!["edit", "n", "aim", "found", "lowest likeness", "PDQ ≤ 31", "PDQ ≤ 40"];
    heads.extend(peers.heads.iter().map(String::as_str));
    table(&heads, &rows)
}

fn faces_table(faces: &[[usize; 3]]) -> String {
    let row = |(then, told): (&Edit, &[usize; 3])| {
        let [count, scenes, same] = *told;
        vec![then.name.to_owned(), number(count), share(scenes, count), share(same, count)]
    };
    let rows: Vec<_> = THEN.iter().zip(faces).map(row).collect();
    table(&["another's face", "n", "told as one scene", "taken for the photo"], &rows)
}

fn strangers_table(among: &Strangers, edited: &Strangers) -> String {
    let row = |name: &str, s: &Strangers| {
        // With none, at most three more than were seen, in 19 of 20 such measurements.
        let bound =
            if s.matched.is_empty() { format!("{:.1e}", 3.0 / s.pairs.max(1) as f64) } else { "–".to_owned() };
        let (few, more) = s.pdq;
        let cells = [s.pairs, s.compared, s.matched.len()].map(number);
        let [pairs, compared, matched] = cells;
        let highest = [s.highest, s.scenes.1].map(|v| format!("{v:.2}"));
        let [likeness, scene] = highest;
        let (scenes, few, more) = (number(s.scenes.0), number(few), number(more));
        vec![name.to_owned(), pairs, compared, matched, bound, likeness, scenes, scene, few, more]
    };
    let heads = [
        "different photos",
        "pairs",
        "compared",
        "false matches",
        "rate below (95 %)",
        "highest likeness",
        "taken for one scene",
        "highest scene",
        "PDQ ≤ 31",
        "PDQ ≤ 40",
    ];
    table(&heads, &[row("originals, all pairs", among), row("edited, looked up", edited)])
}

/// What was not found.
fn show(
    out: &mut impl Write,
    most: usize,
    found: &[Vec<Option<Found>>],
    sample: &[usize],
    source: &Source,
) -> io::Result<()> {
    let all = found.iter().zip(sample).flat_map(|(photo, at)| EDITS.iter().zip(photo).map(move |(e, f)| (e, f, *at)));
    let missed = all.filter_map(|(edit, found, at)| Some((edit, found.as_ref().filter(|f| !f.same)?, at)));
    for (edit, found, at) in missed.take(most) {
        let who = source.name(at);
        let place = found.place.map_or("not named".to_owned(), |place| format!("candidate {}", place + 1));
        let likeness = found.likeness.map_or("not laid over".to_owned(), |l| format!("likeness {l:.2}"));
        writeln!(out, "{who}, {}: {place}, {likeness}, quality {}", edit.name, found.quality)?;
    }
    if most > 0 { writeln!(out) } else { Ok(()) }
}

fn growth(
    out: &mut impl Write,
    sizes: &[usize],
    originals: &[Sketched],
    sample: &[usize],
    source: &Source,
) -> io::Result<()> {
    let mut probes = Vec::new();
    for (at, owner) in sample.iter().enumerate() {
        let edited = EDITS[at % EDITS.len()].of(&source.picture(*owner)?, *owner as u64)?;
        probes.extend(edited.and_then(|p| p.sketched()).map(|s| (*owner, s)));
    }
    let bytes: usize = originals.iter().map(|s| s.structure.to_bytes().len()).sum::<usize>() / originals.len();
    let points: usize = originals.iter().map(|s| s.structure.points().len()).sum::<usize>() / originals.len();
    let (real, made_up) = resembling(originals);
    writeln!(out, "A structure takes {bytes} bytes on average, and has {points} points. Of a thousand pairs of")?;
    writeln!(out, "photos {real} pairs of points resemble each other, with made-up photos {made_up}.\n")?;
    let mut rows = Vec::new();
    for size in sizes {
        let g = grown(originals, &probes, *size);
        let ms = |t: Duration| format!("{:.2} ms", t.as_secs_f64() * 1000.0);
        rows.push(vec![
            number(g.photos),
            format!("{:.1} µs", g.filled.as_secs_f64() * 1e6),
            ms(g.named),
            format!("{:.2} µs", g.named.as_secs_f64() * 1e6 / g.photos.max(1) as f64),
            ms(g.verified),
            format!("{:.1}", g.compared),
            format!("{:.3}", g.found),
            format!("{} MB", resident() / 1_048_576),
        ]);
        out.flush()?;
    }
    let heads = [
        "photos",
        "adding one",
        "candidates",
        "… a photo",
        "comparing them",
        "compared",
        "found",
        "most memory so far",
    ];
    writeln!(out, "{}", table(&heads, &rows))
}

/// The most memory that the process has held so far, in bytes; 0 where the system does not say.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) * 1024
}

fn count(out: &mut impl Write, what: &str, originals: &[Sketched], source: &Source) -> io::Result<()> {
    let one = source.picture(0)?;
    let edited = EDITS[4].of(&one, 1)?.and_then(|p| p.sketched());
    let (Some(edited), [a, b, ..], one) = (edited, originals, one.scaled(400, 400)) else { return Ok(()) };
    let size = what.strip_prefix("look-up:").and_then(|size| size.parse().ok()).unwrap_or(0);
    let index = index_of(originals, size);
    let (mut sum, times) = (0.0, if size > 0 { 10 } else { 100_u8 });
    for _ in 0..times {
        sum += match what {
            "sketch" => one.sketched().map_or(0.0, |s| f32::from(s.quality)),
            "same" => compare(&a.structure, &edited.structure).map_or(0.0, |c| c.likeness),
            "stranger" => compare(&a.structure, &b.structure).map_or(0.0, |c| c.likeness),
            _ if size > 0 => index.candidates(edited.structure.points(), CANDIDATES).len() as f32,
            _ => 0.0,
        };
    }
    writeln!(out, "{what}: {}", sum / f32::from(times))
}

fn sheet(file: &Path, source: &Source) -> io::Result<()> {
    let (width, height) = (SIZE.0 / 2, SIZE.1 / 2);
    let people = source.numbers.len().min(32);
    let mut all = Picture::flat(width * 8, height * people.div_ceil(8), [255.0; 3]);
    for at in 0..people {
        all = all.with(&source.picture(at)?.scaled(width, height), at % 8 * width, at / 8 * height);
    }
    all.save(file)
}

/// The pictures of a folder, by name.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        if matches!(kind.as_str(), "jpg" | "jpeg" | "png") && Picture::open(&path).is_ok() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
