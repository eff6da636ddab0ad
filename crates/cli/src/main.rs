//! The `loupe` command: the same engine as the extension's, on files.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command does")]

mod human;
mod input;
mod run;
mod source;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};
use loupe::profile::Date;

/// Looks closer at a candidate's profile: evidence, innocent explanations and questions, never a score.
///
/// Files may be saved pages (HTML, MHTML), PDF, DOCX, ODT, RTF, plain text, Markdown, JSON Resume, LinkedIn's data export
/// (ZIP or CSV), or images. Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "\
Exit codes:
  0  done, whatever was found
  1  with --exit-code: something was found
  2  the command line was wrong
  3  an input could not be read; what could be was still printed"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// How to print. `read` prints JSON unless asked otherwise, the others print for people.
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
    /// The day of the examination, for reports that can be made again.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// Exit with 1 when anything was found.
    #[arg(long, global = true)]
    exit_code: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read a file: what it claims, as JSON Resume, what could not be read (coverage), and what the file says of itself
    /// (document). Of a page that lists people, each of them.
    Read {
        file: PathBuf,
        /// Read a saved page as if it stood at this address.
        #[arg(long)]
        url: Option<String>,
    },
    /// Examine each file by itself.
    Check {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Read a saved page as if it stood at this address.
        #[arg(long)]
        url: Option<String>,
        /// The advert of the job: plain text, or a saved page that describes it for search engines.
        #[arg(long, value_name = "FILE")]
        advert: Vec<PathBuf>,
    },
    /// Compare two sources of one person, such as a page and a résumé.
    Compare {
        a: PathBuf,
        b: PathBuf,
        /// The two are one page at two times, the older first. What was changed between them is told as what the two
        /// disagree on.
        #[arg(long)]
        visits: bool,
    },
    /// Find all links between the profiles, résumés and images in a folder. An image alone counts as a profile photo.
    Sweep { folder: PathBuf },
    /// Lay two images over each other: whether they are one photo, and what was done to the one to make the other.
    Photos { a: PathBuf, b: PathBuf },
    /// Print a saved page without its people, to begin a sample page for a site file with. Names, words, addresses and
    /// ids are replaced; read it through before you show it to anybody.
    Redact {
        page: PathBuf,
        /// The address at which the page stood.
        #[arg(long)]
        url: Option<String>,
    },
    /// List the checks, or print one check's page.
    Checks { id: Option<String> },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let today = arguments.today.unwrap_or_else(today);
    let outcome = match &arguments.command {
        Command::Read { file, url } => run::read(file, url.as_deref(), arguments.format.unwrap_or(Format::Json)),
        Command::Check { files, url, advert } => {
            run::check(files, url.as_deref(), advert, today, arguments.format.unwrap_or(Format::Human))
        }
        Command::Compare { a, b, visits } => {
            run::compare(a, b, *visits, today, arguments.format.unwrap_or(Format::Human))
        }
        Command::Sweep { folder } => run::sweep(folder, today, arguments.format.unwrap_or(Format::Human)),
        Command::Photos { a, b } => run::photos(a, b, arguments.format.unwrap_or(Format::Human)),
        Command::Redact { page, url } => run::redact(page, url.as_deref()),
        Command::Checks { id } => run::checks(id.as_deref(), arguments.format.unwrap_or(Format::Human)),
    };
    match outcome {
        Ok(done) if done.unread => ExitCode::from(3),
        Ok(done) if done.found && arguments.exit_code => ExitCode::from(1),
        Ok(_) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("loupe: {error}");
            ExitCode::from(error.code())
        }
    }
}

/// Today, where this machine is.
fn today() -> Date {
    let date = jiff::Zoned::now().date();
    let day = Date::new(date.year(), Some(date.month().unsigned_abs()), Some(date.day().unsigned_abs()));
    day.unwrap_or(Date::month_of(date.year(), 1))
}
