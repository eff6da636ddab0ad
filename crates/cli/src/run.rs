//! What each subcommand does.

use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use indicatif::{ProgressBar, ProgressStyle};
use loupe::{
    Loupe, Report,
    checks::{CHECKS, Finding, Page, PhotoPair, check as check_by_id},
    profile::{Coverage, Date, Document, PhotoClaim, Source, json_resume::JsonResume},
    read::{ReadError, Reading},
};
use serde::Serialize;
use walkdir::WalkDir;

use crate::{
    Format, human,
    input::{self, CliError},
    source,
};

/// How a command ended.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Done {
    /// Something was found.
    pub(crate) found: bool,
    /// An input could not be read.
    pub(crate) unread: bool,
}

fn print_json(value: &impl Serialize) -> Result<(), CliError> {
    let mut out = stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)?;
    Ok(())
}

#[derive(Serialize)]
struct Read<'a> {
    #[serde(flatten)]
    resume: JsonResume,
    coverage: &'a Coverage,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a Document>,
}

pub(crate) fn read(file: &Path, url: Option<&str>, format: Format) -> Result<Done, CliError> {
    let reading = match input::read(file, &input::name(file), url) {
        Err(CliError::Unread { error: ReadError::ManyPeople, .. }) => {
            let listing = input::list(file, url)?;
            match format {
                Format::Json => print_json(&listing)?,
                Format::Human => source::listing(&mut stdout().lock(), &listing)?,
            }
            return Ok(Done::default());
        }
        read => read?,
    };
    match format {
        Format::Json => print_json(&Read {
            resume: JsonResume::from_profile(&reading.profile),
            coverage: &reading.coverage,
            document: reading.document.as_ref(),
        })?,
        Format::Human => source::reading(&mut stdout().lock(), &reading)?,
    }
    Ok(Done::default())
}

pub(crate) fn redact(page: &Path, url: Option<&str>) -> Result<Done, CliError> {
    let redacted = loupe::read::redact(&input::page(page, url)?);
    let redacted = redacted.map_err(|error| CliError::Unread { path: page.to_owned(), error })?;
    stdout().lock().write_all(redacted.html.as_bytes())?;
    Ok(Done::default())
}

/// A finding with the file it is about.
#[derive(Serialize)]
struct Filed<'a> {
    file: String,
    #[serde(flatten)]
    finding: &'a Finding,
}

/// One file's coverage; the file is named where there are several.
#[derive(Serialize)]
struct FileCoverage<'a> {
    file: String,
    #[serde(flatten)]
    coverage: &'a Coverage,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Covered<'a> {
    One(&'a Coverage),
    Several(Vec<FileCoverage<'a>>),
}

#[derive(Serialize)]
struct Checked<'a> {
    findings: Vec<Filed<'a>>,
    coverage: Covered<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<Unread>,
    worth_verifying: u32,
    engine: &'a str,
    today: Date,
}

pub(crate) fn check(
    files: &[PathBuf],
    url: Option<&str>,
    adverts: &[PathBuf],
    today: Date,
    format: Format,
) -> Result<Done, CliError> {
    let adverts = adverts.iter().map(|file| input::advert(file)).collect::<Result<Vec<_>, _>>()?;
    let mut done = Done::default();
    let mut reports: Vec<(&PathBuf, Report)> = Vec::new();
    let mut unread = Vec::new();
    for file in files {
        match input::read(file, &input::name(file), url) {
            Ok(reading) => reports.push((file, Loupe::examine(&[reading], &[], &adverts, today))),
            Err(error) if files.len() == 1 => return Err(error),
            Err(error) => {
                eprintln!("loupe: {error}");
                let id = if let CliError::Unread { error, .. } = &error { error.id() } else { "io" };
                unread.push(Unread { file: file.display().to_string(), error: id, message: error.to_string() });
                done.unread = true;
            }
        }
    }
    done.found = reports.iter().any(|(_, report)| !report.findings.is_empty());
    match format {
        Format::Human => {
            for (_, report) in &reports {
                human::report(&mut stdout().lock(), report)?;
            }
        }
        Format::Json => {
            let name = |file: &Path| file.display().to_string();
            let findings = reports
                .iter()
                .flat_map(|(file, report)| report.findings.iter().map(|finding| Filed { file: name(file), finding }));
            let coverage =
                reports.iter().flat_map(|(file, report)| report.readings.iter().map(|r| (name(file), &r.coverage)));
            let coverage: Vec<_> = coverage.map(|(file, coverage)| FileCoverage { file, coverage }).collect();
            print_json(&Checked {
                findings: findings.collect(),
                coverage: match coverage.as_slice() {
                    [one] if files.len() == 1 => Covered::One(one.coverage),
                    _ => Covered::Several(coverage),
                },
                unread,
                worth_verifying: reports.iter().map(|(_, report)| report.worth_verifying).sum(),
                engine: env!("CARGO_PKG_VERSION"),
                today,
            })?;
        }
    }
    Ok(done)
}

#[derive(Serialize)]
struct Compared<'a> {
    findings: &'a [Finding],
    coverage: Vec<FileCoverage<'a>>,
    worth_verifying: u32,
    engine: &'a str,
    today: Date,
}

pub(crate) fn compare(a: &Path, b: &Path, visits: bool, today: Date, format: Format) -> Result<Done, CliError> {
    let mut readings = vec![input::read(a, &input::name(a), None)?, input::read(b, &input::name(b), None)?];
    if visits {
        // The newer visit is what is in front of the user.
        readings.reverse();
    }
    let report = Loupe::examine(&readings, &[], &[], today);
    match format {
        Format::Human => human::report(&mut stdout().lock(), &report)?,
        Format::Json => {
            let coverage = report.readings.iter();
            print_json(&Compared {
                findings: &report.findings,
                coverage: coverage
                    .map(|r| FileCoverage { file: r.source.address.clone(), coverage: &r.coverage })
                    .collect(),
                worth_verifying: report.worth_verifying,
                engine: &report.engine,
                today,
            })?;
        }
    }
    Ok(Done { found: !report.findings.is_empty(), unread: false })
}

pub(crate) fn photos(a: &Path, b: &Path, format: Format) -> Result<Done, CliError> {
    let photo = |file: &Path| -> Result<PhotoClaim, CliError> {
        let reading = input::read(file, &input::name(file), None)?;
        reading.profile.photo.ok_or_else(|| CliError::NoPhoto { path: file.to_owned() })
    };
    let (here, there) = (photo(a)?, photo(b)?);
    let pair = PhotoPair::of(&here, &there);
    match format {
        Format::Human => human::photos(&mut stdout().lock(), [(a, &here), (b, &there)], pair.as_ref())?,
        Format::Json => print_json(&pair)?,
    }
    Ok(Done { found: pair.is_some_and(|pair| pair.same), unread: false })
}

#[derive(Serialize)]
struct Swept<'a> {
    links: &'a [loupe::Link],
    hubs: &'a [loupe::Hub],
    frames: &'a [loupe::Frame],
    unread: Vec<Unread>,
}

#[derive(Serialize)]
struct Unread {
    file: String,
    error: &'static str,
    message: String,
}

pub(crate) fn sweep(folder: &Path, today: Date, format: Format) -> Result<Done, CliError> {
    let walk_error =
        |error: walkdir::Error| CliError::Io { path: error.path().unwrap_or(folder).to_owned(), error: error.into() };
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => return Err(walk_error(error)),
            Err(error) => {
                let file = error.path().unwrap_or(folder).display().to_string();
                unread.push(Unread { file, error: "io", message: error.to_string() });
                continue;
            }
        };
        let hidden = entry.file_name().to_string_lossy().starts_with('.') && entry.depth() > 0;
        if entry.file_type().is_file() && !hidden {
            files.push(entry.into_path());
        }
    }
    let mut readings = Vec::new();
    let bar = progress(files.len(), "reading");
    for path in &files {
        // Links are told by paths within the folder, with the same slashes everywhere.
        let relative = path.strip_prefix(folder).unwrap_or(path).components();
        let relative = relative.map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        match input::read(path, &relative, None) {
            Ok(reading) => readings.push(Reading { source: Source { address: relative, ..reading.source }, ..reading }),
            Err(CliError::Unread { error, .. }) => {
                unread.push(Unread { file: relative, error: error.id(), message: error.to_string() });
            }
            Err(error) => unread.push(Unread { file: relative, error: "io", message: error.to_string() }),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let bar = progress(readings.len(), "linking");
    let swept = loupe::sweep(&readings, today, || bar.inc(1));
    bar.finish_and_clear();
    let done = Done {
        found: !swept.links.is_empty(),
        // A folder holds all sorts of files; only those that should have been readable are a failure.
        unread: unread.iter().any(|u| u.error != ReadError::UnknownFormat.id() && u.error != ReadError::NoProfile.id()),
    };
    for file in &unread {
        eprintln!("loupe: {}: {}", file.file, file.message);
    }
    match format {
        Format::Human => human::links(&mut stdout().lock(), &swept, readings.len())?,
        Format::Json => print_json(&Swept { links: &swept.links, hubs: &swept.hubs, frames: &swept.frames, unread })?,
    }
    Ok(done)
}

/// A bar on standard error, shown only to people.
fn progress(length: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length as u64).with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len} {eta}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}

#[derive(Serialize)]
struct Listed {
    id: &'static str,
    rule: u16,
    status: loupe::checks::Status,
    title: String,
    summary: String,
}

pub(crate) fn checks(id: Option<&str>, format: Format) -> Result<Done, CliError> {
    if let Some(id) = id {
        let check = check_by_id(id).ok_or_else(|| CliError::NoSuchCheck(id.to_owned()))?;
        match format {
            Format::Human => stdout().lock().write_all(check.page.as_bytes())?,
            Format::Json => print_json(&listed(check))?,
        }
        return Ok(Done::default());
    }
    let all: Vec<_> = CHECKS.iter().map(|check| listed(check)).collect();
    match format {
        Format::Human => {
            let mut out = stdout().lock();
            for check in all {
                writeln!(out, "{:28} {}", check.id, check.title)?;
            }
        }
        Format::Json => print_json(&all)?,
    }
    Ok(Done::default())
}

fn listed(check: &loupe::checks::Check) -> Listed {
    let page = Page::parse(check.page);
    Listed { id: check.id, rule: check.rule, status: check.status, title: page.title, summary: page.summary }
}
