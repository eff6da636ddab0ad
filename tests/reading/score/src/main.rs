//! `reading-bench FOLDER`: scores every rendered document of a folder and prints the tables.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use loupe_reading_bench::corpus::{self, Result};
use loupe_reading_bench::table::{by, table};
use loupe_reading_bench::tally::Miss;

const USAGE: &str = "\
usage: reading-bench FOLDER [--format F] [--set S] [--layout L] [--person P] [--language L] [--field F]
                     [--show N] [--by KEY]... [--json FILE] [--readings FOLDER]

  --format, --set, --layout, --person, --language   only these documents; several with commas
  --show N         the first N things that disagree (never of held-out layouts); --field NAME: of that field
  --by KEY         more tables, by `person` or `language-layout`
  --json FILE      all counts as JSON, to compare two runs
  --readings DIR   score what another reader made of the documents instead of Loupe
";

#[derive(Default)]
struct Options {
    folder: Option<PathBuf>,
    formats: Vec<String>,
    sets: Vec<String>,
    layouts: Vec<String>,
    people: Vec<String>,
    languages: Vec<String>,
    field: Option<String>,
    show: usize,
    by: Vec<String>,
    json: Option<PathBuf>,
    readings: Option<PathBuf>,
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let Some(options) = options(std::env::args().skip(1)) else {
        return write!(out, "{USAGE}");
    };
    let Some(folder) = &options.folder else {
        return write!(out, "{USAGE}");
    };
    let among = |list: &[String], value: &String| list.is_empty() || list.contains(value);
    let mut documents = corpus::documents(folder)?;
    documents.retain(|d| {
        among(&options.formats, &d.format)
            && among(&options.sets, &d.set)
            && among(&options.layouts, &d.layout)
            && among(&options.people, &d.person)
    });
    let mut results = corpus::run_all(&documents, options.readings.as_deref())?;
    results.retain(|r| among(&options.languages, &r.language));

    show(&mut out, &options, &results)?;
    let label = |r: &Result| format!("{} {} {}", r.document.format, r.document.set, r.document.layout);
    // Of what nobody may tune on, only sums are shown.
    let tuned: Vec<Result> = results.iter().filter(|r| r.document.set != HELD_OUT).cloned().collect();
    writeln!(out, "{}", table("format, layout", &by(&tuned, label)))?;
    writeln!(out, "{}", table("language", &by(&tuned, |r| format!("{} {}", r.language, r.document.format))))?;
    for key in &options.by {
        let name = |r: &Result| match key.as_str() {
            "person" => format!("{} {}", r.document.person, r.document.format),
            _ => format!("{} {} {}", r.language, r.document.format, r.document.layout),
        };
        writeln!(out, "{}", table(key, &by(&tuned, name)))?;
    }
    writeln!(out, "{}", table("format, set", &by(&results, |r| format!("{} {}", r.document.format, r.document.set))))?;
    writeln!(out, "{}", table("format", &by(&results, |r| r.document.format.clone())))?;
    if let Some(file) = &options.json {
        let sums = by(&results, |r| {
            let layout = if r.document.set == HELD_OUT { "" } else { r.document.layout.as_str() };
            format!("{} {} {layout}", r.document.format, r.document.set)
        });
        fs::write(file, serde_json::to_vec_pretty(&sums)?)?;
    }
    Ok(())
}

const HELD_OUT: &str = "held-out";

fn show(out: &mut impl Write, options: &Options, results: &[Result]) -> io::Result<()> {
    let wanted = |miss: &Miss| {
        let name = miss.field.map_or_else(|| "others".to_owned(), |field| kebab(&field));
        options.field.as_ref().is_none_or(|field| *field == name).then_some(name)
    };
    let open = results.iter().filter(|r| r.document.set != HELD_OUT);
    let misses = open.flat_map(|r| r.misses.iter().map(move |miss| (r, miss)));
    for (result, miss, name) in
        misses.filter_map(|(result, miss)| Some((result, miss, wanted(miss)?))).take(options.show)
    {
        let d = &result.document;
        let text = |text: &Option<String>| text.as_deref().map_or("–".to_owned(), |t| format!("{t:?}"));
        writeln!(
            out,
            "{} {} {} {name}: {} read as {}",
            d.layout,
            d.format,
            d.person,
            text(&miss.expected),
            text(&miss.got)
        )?;
    }
    if options.show > 0 { writeln!(out) } else { Ok(()) }
}

fn kebab(field: &impl serde::Serialize) -> String {
    serde_json::to_value(field).ok().and_then(|v| v.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn options(mut args: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options::default();
    while let Some(arg) = args.next() {
        let mut list = || args.next().map(|v| v.split(',').map(ToOwned::to_owned).collect::<Vec<_>>());
        match arg.as_str() {
            "--format" => options.formats = list()?,
            "--set" => options.sets = list()?,
            "--layout" => options.layouts = list()?,
            "--person" => options.people = list()?,
            "--language" => options.languages = list()?,
            "--by" => options.by.extend(list()?),
            "--field" => options.field = Some(args.next()?),
            "--show" => options.show = args.next()?.parse().ok()?,
            "--json" => options.json = Some(args.next()?.into()),
            "--readings" => options.readings = Some(args.next()?.into()),
            _ if arg.starts_with("--") => return None,
            _ => options.folder = Some(arg.into()),
        }
    }
    Some(options)
}
