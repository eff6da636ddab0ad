//! `photo-bench`: measures how well photos are found again, and prints the tables.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use loupe_photo_bench::{
    edits::EDITS,
    growth::grown,
    measure::{self, Recall, Strangers, each},
    paint::{SIZE, Studio, portrait},
    picture::Picture,
    table::{number, share, table},
};
use loupe_sketch::photo::{MIN_QUALITY, Sketched, compare};

const USAGE: &str = "\
usage: photo-bench [--folder DIR] [--studio one|own] [--people N] [--sample N] [--others N] [--threads N]
                   [--write DIR] [--growth N,N…] [--sheet FILE] [--once sketch|same|stranger]

  --folder DIR JPEG and PNG files, each of another person, instead of painted people
  --studio     all before one backdrop (the default), or each before their own
  --people N   so many painted people (300)
  --sample N   so many of them are edited (40)
  --others N   each edited photo is compared with so many others, too (10)
  --write DIR  writes the sample and its edits for peers.py, and measures nothing
  --growth     look-ups among so many photos
  --sheet      writes a contact sheet and measures nothing
  --once       does one thing 200 times, for an instruction counter; `none` does all but that
";

#[derive(Debug)]
struct Options {
    folder: Option<PathBuf>,
    studio: Studio,
    people: usize,
    sample: usize,
    others: usize,
    threads: usize,
    write: Option<PathBuf>,
    growth: Vec<usize>,
    sheet: Option<PathBuf>,
    once: Option<String>,
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let Some(options) = options(std::env::args().skip(1)) else {
        return write!(out, "{USAGE}");
    };
    let files = options.folder.as_deref().map(files).transpose()?;
    let people = files.as_ref().map_or(options.people, Vec::len);
    let picture = |at: usize| -> io::Result<Picture> {
        match &files {
            Some(files) => Picture::open(&files[at]),
            // A photo is a JPEG file before anybody edits it.
            None => portrait(options.studio, at as u64).jpeg(90),
        }
    };
    if let Some(file) = &options.sheet {
        return sheet(file, people, picture);
    }
    let step = (people / options.sample.max(1)).max(1);
    let sample: Vec<usize> = (0..people).step_by(step).take(options.sample).collect();
    if let Some(folder) = &options.write {
        return write_all(folder, &sample, picture);
    }
    if let Some(what) = &options.once {
        return once(&mut out, what, picture);
    }
    let start = Instant::now();
    let sketched = each(people, options.threads, |at| Ok(picture(at)?.sketched()))?;
    let numbers: Vec<usize> =
        (0..people).filter(|at| sketched[*at].as_ref().is_some_and(|s| s.quality >= MIN_QUALITY)).collect();
    let originals: Vec<Sketched> = numbers.iter().filter_map(|at| sketched[*at].clone()).collect();
    writeln!(out, "{} of {people} pictures can be compared ({:.0?}).\n", originals.len(), start.elapsed())?;
    out.flush()?;
    let original = |at: usize| picture(numbers[at]);
    let step = (originals.len() / options.sample.max(1)).max(1);
    let sample: Vec<usize> = (0..originals.len()).step_by(step).take(options.sample).collect();
    if !options.growth.is_empty() {
        return growth(&mut out, &options, &originals, &sample, original);
    }
    let rows = measure::recall(&originals, &sample, options.others, options.threads, original)?;
    writeln!(out, "{}", recall_table(&rows))?;
    let edited = rows.iter().fold(Strangers::default(), |sum, r| sum.sum(r.strangers));
    out.flush()?;
    let start = Instant::now();
    let among = measure::strangers(&originals, options.threads)?;
    writeln!(out, "{}", strangers_table(&among, &edited))?;
    writeln!(out, "All pairs took {:.0?} on {} threads.", start.elapsed(), options.threads)
}

fn recall_table(rows: &[Recall]) -> String {
    let row = |(edit, r): (&loupe_photo_bench::edits::Edit, &Recall)| {
        vec![
            edit.name.to_owned(),
            number(r.n),
            format!("{:.2}", edit.aim),
            share(r.compared, r.n),
            share(r.looked_up, r.n),
            share(r.looked_up_16, r.n),
            format!("{:.1}", r.lowest),
            share(r.pdq.0, r.n),
            share(r.pdq.1, r.n),
        ]
    };
    let rows: Vec<Vec<String>> = EDITS.iter().zip(rows).filter(|(_, r)| r.n > 0).map(row).collect();
    let heads =
        ["edit", "n", "aim", "compared", "looked up, 64", "looked up, 16", "lowest likeness", "PDQ ≤ 31", "PDQ ≤ 40"];
    table(&heads, &rows)
}

fn strangers_table(among: &Strangers, edited: &Strangers) -> String {
    let row = |name: &str, s: &Strangers| {
        vec![
            name.to_owned(),
            number(s.pairs),
            number(s.laid),
            number(s.matched),
            format!("{:.2}", s.highest),
            number(s.pdq.0),
            number(s.pdq.1),
        ]
    };
    let heads = ["strangers", "pairs", "laid over", "false matches", "highest likeness", "PDQ ≤ 31", "PDQ ≤ 40"];
    table(&heads, &[row("originals, all pairs", among), row("edited and others' originals", edited)])
}

fn growth(
    out: &mut impl Write,
    options: &Options,
    originals: &[Sketched],
    sample: &[usize],
    picture: impl Fn(usize) -> io::Result<Picture>,
) -> io::Result<()> {
    let mut probes = Vec::new();
    for (at, owner) in sample.iter().enumerate() {
        let edited = EDITS[at % EDITS.len()].of(&picture(*owner)?, *owner as u64)?;
        probes.extend(edited.and_then(|p| p.sketched()).map(|s| (*owner, s)));
    }
    let bytes: usize = originals.iter().map(|s| s.structure.to_bytes().len()).sum::<usize>() / originals.len().max(1);
    writeln!(out, "A structure takes {bytes} bytes on average.\n")?;
    let mut rows = Vec::new();
    for size in &options.growth {
        let before = resident();
        let g = grown(originals, &probes, *size);
        let ms = |t: std::time::Duration| format!("{:.2} ms", t.as_secs_f64() * 1000.0);
        rows.push(vec![
            number(g.photos),
            format!("{:.1} µs", g.filled.as_secs_f64() * 1e6 / g.photos.max(1) as f64),
            ms(g.named),
            ms(g.verified),
            ms(g.slow),
            format!("{:.1}", g.compared),
            format!("{:.3}", g.found),
            format!("{} MB", resident().max(before) / 1_048_576),
        ]);
    }
    let heads = [
        "photos",
        "adding one",
        "candidates",
        "with verification",
        "slowest tenth",
        "compared",
        "found",
        "most memory",
    ];
    writeln!(out, "{}", table(&heads, &rows))
}

/// The most memory that the process has held so far, in bytes; 0 where the system does not say.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) * 1024
}

fn once(out: &mut impl Write, what: &str, picture: impl Fn(usize) -> io::Result<Picture>) -> io::Result<()> {
    let (one, other) = (picture(0)?.scaled(400, 400), picture(1)?.scaled(400, 400));
    let edited = EDITS[4].of(&one, 1)?;
    let sketches = (one.sketched(), other.sketched(), edited.and_then(|p| p.sketched()));
    let (Some(a), Some(b), Some(c)) = sketches else { return Ok(()) };
    let mut sum = 0.0;
    for _ in 0..200 {
        sum += match what {
            "sketch" => one.sketched().map_or(0.0, |s| f32::from(s.quality)),
            "same" => compare(&a.structure, &c.structure).map_or(0.0, |c| c.likeness),
            "stranger" => compare(&a.structure, &b.structure).map_or(0.0, |c| c.likeness),
            _ => 0.0,
        };
    }
    writeln!(out, "{what}: {}", sum / 200.0)
}

fn sheet(file: &Path, people: usize, picture: impl Fn(usize) -> io::Result<Picture>) -> io::Result<()> {
    let (width, height) = (SIZE.0 / 2, SIZE.1 / 2);
    let rows = people.min(32).div_ceil(8);
    let mut all = Picture::flat(width * 8, height * rows, [255.0; 3]);
    for at in 0..people.min(32) {
        all = all.with(&picture(at)?.scaled(width, height), at % 8 * width, at / 8 * height);
    }
    all.save(file)
}

fn write_all(folder: &Path, sample: &[usize], picture: impl Fn(usize) -> io::Result<Picture>) -> io::Result<()> {
    for (number, at) in sample.iter().enumerate() {
        let original = picture(*at)?;
        let place = |name: &str| -> io::Result<PathBuf> {
            let folder = folder.join(name);
            fs::create_dir_all(&folder)?;
            Ok(folder.join(format!("{number:05}.png")))
        };
        original.save(&place("originals")?)?;
        for edit in EDITS {
            if let Some(edited) = edit.of(&original, *at as u64)? {
                edited.save(&place(&edit.name.replace(' ', "_"))?)?;
            }
        }
    }
    Ok(())
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

fn options(mut args: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        folder: None,
        studio: Studio::One,
        people: 300,
        sample: 40,
        others: 10,
        threads: 2,
        write: None,
        growth: Vec::new(),
        sheet: None,
        once: None,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--studio" => options.studio = if args.next()? == "own" { Studio::Own } else { Studio::One },
            "--people" => options.people = args.next()?.parse().ok()?,
            "--sample" => options.sample = args.next()?.parse().ok()?,
            "--others" => options.others = args.next()?.parse().ok()?,
            "--threads" => options.threads = args.next()?.parse().ok()?,
            "--write" => options.write = Some(args.next()?.into()),
            "--growth" => options.growth = args.next()?.split(',').map(|n| n.parse().ok()).collect::<Option<_>>()?,
            "--sheet" => options.sheet = Some(args.next()?.into()),
            "--once" => options.once = Some(args.next()?),
            "--folder" => options.folder = Some(args.next()?.into()),
            _ => return None,
        }
    }
    Some(options)
}
