//! Finds a browser for the demo and the end-to-end tests: one that was named, an installed one, Playwright's download,
//! or Debian's package.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::run::Command;

/// The two families the extension is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, Chrome, Edge.
    Chromium,
    /// Firefox and its slower branch.
    Firefox,
}

impl Browser {
    /// The name on the command line and in the tests.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The browser of that name.
    pub(crate) fn named(name: &str) -> Result<Self> {
        match name {
            "chromium" | "chrome" | "edge" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            _ => bail!("no such browser: {name} (chromium or firefox)"),
        }
    }

    /// The environment variable that names its program, for us and for the tests that we start.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "LOUPE_CHROMIUM",
            Self::Firefox => "LOUPE_FIREFOX",
        }
    }

    /// Debian's package of it.
    fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    /// Programs on the path, best first. Chromium comes before Chrome, which no longer loads an unpacked extension
    /// from its command line.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "microsoft-edge",
                "microsoft-edge-stable",
            ],
            Self::Firefox => &["firefox", "firefox-esr", "firefox-developer-edition"],
        }
    }

    /// Where macOS and Windows install them, from the root of the file system.
    fn applications(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "Applications/Chromium.app/Contents/MacOS/Chromium",
                "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                "opt/google/chrome/chrome",
                "Program Files/Google/Chrome/Application/chrome.exe",
                "Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
            ],
            Self::Firefox => {
                &["Applications/Firefox.app/Contents/MacOS/firefox", "Program Files/Mozilla Firefox/firefox.exe"]
            }
        }
    }

    /// The program within one of Playwright's folders. Its Firefox is patched and speaks only with Playwright.
    fn playwright(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "chrome-linux/chrome",
                "chrome-linux64/chrome",
                "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
                "chrome-win/chrome.exe",
            ],
            Self::Firefox => &[],
        }
    }
}

/// Where to look.
#[derive(Debug, Default)]
struct Places {
    /// What the environment variable says.
    named: Option<OsString>,
    /// The directories of `PATH`.
    path: Vec<PathBuf>,
    /// The root of the file system.
    root: PathBuf,
    /// Playwright's folders, one for each platform.
    playwright: Vec<PathBuf>,
}

impl Places {
    fn of_this_machine(browser: Browser) -> Self {
        let root =
            env::current_dir().ok().and_then(|dir| dir.ancestors().last().map(Path::to_owned)).unwrap_or_default();
        let home = env::home_dir().unwrap_or_default();
        let mut playwright: Vec<PathBuf> =
            [".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright"]
                .iter()
                .map(|dir| home.join(dir))
                .collect();
        if let Some(dir) = env::var_os("PLAYWRIGHT_BROWSERS_PATH") {
            playwright.insert(0, dir.into());
        }
        Self {
            named: env::var_os(browser.variable()).filter(|value| !value.is_empty()),
            path: env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default(),
            root,
            playwright,
        }
    }

    /// The first that is there.
    fn find(&self, browser: Browser) -> Result<Option<PathBuf>> {
        if let Some(named) = &self.named {
            let named = PathBuf::from(named);
            if !named.is_file() {
                bail!("{} names {}, which is not there", browser.variable(), named.display());
            }
            return Ok(Some(named));
        }
        let installed = browser
            .programs()
            .iter()
            .flat_map(|name| self.path.iter().map(move |dir| dir.join(name)))
            .chain(browser.applications().iter().map(|path| self.root.join(path)));
        Ok(installed.chain(self.downloaded(browser)).find(|path| path.is_file()))
    }

    /// Playwright's downloads, newest first.
    fn downloaded(&self, browser: Browser) -> Vec<PathBuf> {
        let mut found: Vec<(u32, PathBuf)> = Vec::new();
        for dir in &self.playwright {
            for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let revision = name.to_str().and_then(|name| name.strip_prefix("chromium-"));
                if let Some(revision) = revision.and_then(|digits| digits.parse().ok()) {
                    found.extend(browser.playwright().iter().map(|program| (revision, entry.path().join(program))));
                }
            }
        }
        found.sort_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, path)| path).collect()
    }
}

/// Finds a browser, or installs Debian's when we are root there.
pub(crate) fn ensure(root: &Path, browser: Browser) -> Result<PathBuf> {
    if let Some(found) = Places::of_this_machine(browser).find(browser)? {
        return Ok(found);
    }
    let missing = format!(
        "no {} was found: install it, or name its program in {}",
        if browser == Browser::Chromium { "Chromium, Chrome or Edge" } else { "Firefox" },
        browser.variable()
    );
    if !is_root_on_debian(root) {
        bail!(missing);
    }
    let apt = || Command::new("apt-get", root).env("DEBIAN_FRONTEND", "noninteractive");
    println!("no {} was found: installing Debian's", browser.name());
    apt().args(["update", "-q"]).run().with_context(|| missing.clone())?;
    apt()
        .args(["install", "-y", "-q", "--no-install-recommends", browser.package(), "fonts-liberation"])
        .run()
        .with_context(|| missing.clone())?;
    Places::of_this_machine(browser).find(browser)?.context(missing)
}

fn is_root_on_debian(root: &Path) -> bool {
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    debian && Command::new("id", root).args(["-u"]).output().is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(path: &Path) -> PathBuf {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
        path.to_owned()
    }

    /// Adds what comes first last: each new one must win over those already there.
    #[test]
    fn the_order_is_named_installed_downloaded() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let mut places = Places {
            named: None,
            path: vec![root.join("usr/local/bin"), root.join("usr/bin")],
            root: root.to_owned(),
            playwright: vec![root.join("home/.cache/ms-playwright")],
        };
        let find = |places: &Places| places.find(Browser::Chromium).unwrap();
        assert_eq!(find(&places), None);

        put(&root.join("usr/bin/firefox"));
        assert_eq!(find(&places), None, "another browser");

        put(&root.join("home/.cache/ms-playwright/chromium_headless_shell-2000/chrome-linux/chrome"));
        assert_eq!(find(&places), None, "a shell without extensions is not a browser for us");
        let older = put(&root.join("home/.cache/ms-playwright/chromium-999/chrome-linux/chrome"));
        assert_eq!(find(&places), Some(older));
        let newer = put(&root.join("home/.cache/ms-playwright/chromium-1194/chrome-linux/chrome"));
        assert_eq!(find(&places), Some(newer));

        let application = put(&root.join("Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
        assert_eq!(find(&places), Some(application));
        let chrome = put(&root.join("usr/local/bin/google-chrome"));
        assert_eq!(find(&places), Some(chrome));
        let chromium = put(&root.join("usr/bin/chromium"));
        assert_eq!(find(&places), Some(chromium));

        let named = put(&root.join("opt/my-browser"));
        places.named = Some(named.clone().into());
        assert_eq!(find(&places), Some(named));
    }

    #[test]
    fn a_named_browser_that_is_not_there_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        put(&dir.path().join("bin/firefox"));
        let places = Places {
            named: Some(dir.path().join("bin/waterfox").into()),
            path: vec![dir.path().join("bin")],
            ..Places::default()
        };
        let error = places.find(Browser::Firefox).unwrap_err().to_string();
        assert!(error.contains("LOUPE_FIREFOX") && error.contains("waterfox"), "{error}");
    }
}
