//! Files from the command line: read with bounds, errors that name the file.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use loupe::{
    profile::Advert,
    read::{Listing, PageCapture, ReadError, Reading, read_advert, read_list},
};

/// Files larger than any that is read are not loaded whole to be refused.
const MAX_BYTES: u64 = 30_000_000;

/// What went wrong with the command as a whole.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// A file could not be opened or read from disk.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// The system's words.
        error: io::Error,
    },
    /// A file's content could not be read.
    #[error("{}: {error}", path.display())]
    Unread {
        /// Which.
        path: PathBuf,
        /// What is wrong and what to do.
        error: ReadError,
    },
    /// A file that is not an image.
    #[error("{}: not an image; give a PNG, JPEG or WebP file", path.display())]
    NoPhoto {
        /// Which.
        path: PathBuf,
    },
    /// A file that holds no advert.
    #[error("{}: no job advert; give its text, or a saved page that describes a job for search engines", path.display())]
    NoAdvert {
        /// Which.
        path: PathBuf,
    },
    /// Standard output is closed or full.
    #[error("cannot print: {0}")]
    Print(#[from] io::Error),
    /// A report that cannot be written as JSON.
    #[error("cannot print: {0}")]
    Json(#[from] serde_json::Error),
    /// A check that is not in the catalogue.
    #[error("no check is called `{0}`; `loupe checks` lists them")]
    NoSuchCheck(String),
}

impl CliError {
    /// True when nobody reads what is printed any more.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        let closed = Some(io::ErrorKind::BrokenPipe);
        match self {
            Self::Print(error) => Some(error.kind()) == closed,
            Self::Json(error) => error.io_error_kind() == closed,
            _ => false,
        }
    }

    /// The exit code, as the help page says.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::NoSuchCheck(_) => 2,
            _ => 3,
        }
    }
}

/// Reads one file.
pub(crate) fn read(path: &Path, name: &str, url: Option<&str>) -> Result<Reading, CliError> {
    let bytes = bytes(path)?;
    let reading = match url {
        Some(url) => loupe::files::read_saved_page(&bytes, name, url),
        None => loupe::files::read_file(&bytes, name),
    };
    reading.map_err(|error| CliError::Unread { path: path.to_owned(), error })
}

/// Reads a saved page that lists people.
pub(crate) fn list(path: &Path, url: Option<&str>) -> Result<Listing, CliError> {
    read_list(&page(path, url)?).map_err(|error| CliError::Unread { path: path.to_owned(), error })
}

/// A saved page as if it were captured.
pub(crate) fn page(path: &Path, url: Option<&str>) -> Result<PageCapture, CliError> {
    let html = String::from_utf8_lossy(&bytes(path)?).into_owned();
    Ok(PageCapture { url: url.unwrap_or_default().to_owned(), html, cut: false })
}

/// The advert of a job: a saved page that says of one, or plain text.
pub(crate) fn advert(path: &Path) -> Result<Advert, CliError> {
    let page = page(path, None)?;
    let pasted = || Advert::pasted(&page.html).filter(|_| !page.html.trim_start().starts_with('<'));
    let found = read_advert(&page).or_else(pasted);
    found.ok_or_else(|| CliError::NoAdvert { path: path.to_owned() })
}

fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let io = |error| CliError::Io { path: path.to_owned(), error };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(io)?;
    file.take(MAX_BYTES).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

/// The name by which a file's source is called.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
