//! `cargo xtask new-site ID`: a site file with what it may say, a sample page for it, and their registrations.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// What a new page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One person.
    Profile,
    /// Several, each on a card.
    List,
}

impl Kind {
    /// What a new site file says, the sample page that goes with it, and what a person reads there; `SITE_ID` stands for
    /// the id.
    fn templates(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Profile => (
                include_str!("../templates/site.toml"),
                include_str!("../templates/site.html"),
                include_str!("../templates/truth.json"),
            ),
            Self::List => (
                include_str!("../templates/list.toml"),
                include_str!("../templates/list.html"),
                include_str!("../templates/list-truth.json"),
            ),
        }
    }

    /// Where the sample page stands on its site.
    fn path(self) -> &'static str {
        match self {
            Self::Profile => "people/nela-corbin",
            Self::List => "search?q=bridges",
        }
    }
}

/// Where the reader lists its site files.
const LOADER: &str = "crates/read/src/site.rs";

/// Where the tests list their sample pages.
const PAGES: &str = "tests/sites/pages.json";

/// Where people read what is read of each site.
const DOCS: &str = "docs/sites.md";

/// Writes the files of a new site and registers them.
pub(crate) fn new_site(root: &Path, id: &str, kind: Kind) -> Result<()> {
    check_id(id)?;
    let read = |path: &str| fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"));
    let site = format!("crates/read/sites/{id}.toml");
    let page = format!("tests/sites/{id}.html");
    let truth = format!("tests/sites/truth/{id}.json");
    for path in [&site, &page, &truth] {
        ensure!(!root.join(path).exists(), "{path} exists already");
    }
    let (site_text, page_text, truth_text) = kind.templates();
    // Everything is made before anything is written.
    let files = [
        (LOADER, registered(&read(LOADER)?, id)?),
        (PAGES, listed(&read(PAGES)?, id, kind)?),
        (DOCS, documented(&read(DOCS)?, id)?),
        (&site, site_text.replace("SITE_ID", id)),
        (&page, page_text.replace("SITE_ID", id)),
        (&truth, truth_text.replace("SITE_ID", id)),
    ];
    for (path, text) in files {
        fs::write(root.join(path), text).with_context(|| format!("cannot write {path}"))?;
        println!("wrote {path}");
    }
    println!("next: put a page of the site, its people made up, into {page}, and say in {site} where things are in it");
    Ok(())
}

/// An id names files and stands in addresses and reports: small letters, digits and single hyphens.
fn check_id(id: &str) -> Result<()> {
    let worded = id.split('-').all(|word| !word.is_empty());
    let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let lettered = id.starts_with(|c: char| c.is_ascii_lowercase());
    ensure!(
        worded && plain && lettered && id.len() <= 40,
        "\"{id}\" cannot be a site's id: small letters, digits and single hyphens, beginning with a letter"
    );
    Ok(())
}

/// The loader with one more file in its list, and the list's length with it.
fn registered(source: &str, id: &str) -> Result<String> {
    let start = source.find("const FILES:").with_context(|| format!("{LOADER} has no list FILES"))?;
    let end = start + source[start..].find("\n];").with_context(|| format!("{LOADER}: FILES has no end"))?;
    let (before, list, after) = (&source[..start], &source[start..end], &source[end..]);
    if list.contains(&format!("\"{id}\"")) {
        bail!("{LOADER} lists {id} already");
    }
    let mut list = list.to_owned();
    let (open, close) = (list.find("; "), list.find("] ="));
    if let (Some(open), Some(close)) = (open, close)
        && let Ok(len) = list[open + 2..close].parse::<usize>()
    {
        list.replace_range(open + 2..close, &(len + 1).to_string());
    }
    Ok(format!("{before}{list}\n    (\"{id}\", built!(\"sites/{id}.toml\")),{after}"))
}

/// The table of the documentation with one more row, in the order of the ids.
fn documented(page: &str, id: &str) -> Result<String> {
    let is_row = |line: &str| line.starts_with("| `");
    ensure!(page.lines().any(is_row), "{DOCS} has no table");
    let row = format!(
        "| `{id}` | {id}, what of it | N | what the file points at | what the outline reads | what is not read |"
    );
    let mut lines: Vec<&str> = page.lines().collect();
    let last = lines.iter().rposition(|line| is_row(line)).unwrap_or_default();
    let next = lines.iter().position(|line| is_row(line) && *line > row.as_str());
    lines.insert(next.unwrap_or(last + 1), &row);
    Ok(lines.join("\n") + "\n")
}

/// The list of sample pages with one more at its end. By hand, not through a parser: a row stays on its line.
fn listed(json: &str, id: &str, kind: Kind) -> Result<String> {
    serde_json::from_str::<Vec<serde_json::Value>>(json).with_context(|| format!("{PAGES} is no list"))?;
    let Some(rows) = json.trim_end().strip_suffix(']').map(str::trim_end) else { bail!("{PAGES} has no end") };
    let comma = if rows.ends_with('[') { "" } else { "," };
    let address = format!("https://{id}.example/{}", kind.path());
    Ok(format!(
        "{rows}{comma}\n  {{\"file\": \"{id}.html\", \"url\": \"{address}\", \"mustNotAppear\": [\"Odd Marek\"]}}\n]\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root::root;

    #[test]
    fn ids() {
        for good in ["upwork", "linkedin-sdui", "job42"] {
            check_id(good).unwrap();
        }
        for bad in ["", "-a", "a-", "a--b", "4jobs", "Upwork", "a_b", "a/b", "../a", "a.b", "é", &"a".repeat(41)] {
            assert!(check_id(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_loader_gets_a_row_and_a_longer_list() {
        let source = "use x;\nconst FILES: [(&str, &str); 9] = [\n    (\"a\", built!(\"sites/a.toml\")),\n];\nrest\n];";
        let with_b = registered(source, "b").unwrap();
        assert_eq!(
            with_b,
            "use x;\nconst FILES: [(&str, &str); 10] = [\n    (\"a\", built!(\"sites/a.toml\")),\n    \
             (\"b\", built!(\"sites/b.toml\")),\n];\nrest\n];"
        );
        assert!(registered(&with_b, "b").is_err(), "listed twice");
        assert!(registered("const OTHER: [u8; 0] = [];", "b").is_err());
    }

    #[test]
    fn the_pages_get_a_row() {
        let row = "  {\"file\": \"b.html\", \"url\": \"https://b.example/people/nela-corbin\", \"mustNotAppear\": [\"Odd Marek\"]}";
        let listed = |json: &str, id: &str| listed(json, id, Kind::Profile);
        assert_eq!(listed("[]", "b").unwrap(), format!("[\n{row}\n]\n"));
        assert_eq!(
            listed("[\n  {\"file\": \"a\"}\n]\n", "b").unwrap(),
            format!("[\n  {{\"file\": \"a\"}},\n{row}\n]\n")
        );
        assert!(listed("{}", "b").is_err());
    }

    #[test]
    fn the_documentation_gets_a_row_in_its_place() {
        let page = "# Sites\n\n| file |\n|---|\n| `a` | A |\n| `c` | C |\n\nNo file: x.\n";
        for (id, before, behind) in [("b", "| `a` | A |", "| `c` | C |"), ("d", "| `c` | C |", "")] {
            let documented = documented(page, id).unwrap();
            let lines: Vec<_> = documented.lines().collect();
            let at = lines.iter().position(|line| line.starts_with(&format!("| `{id}` | "))).unwrap();
            assert_eq!((lines[at - 1], lines[at + 1]), (before, behind));
        }
        assert!(documented("# Sites", "b").is_err());
    }

    /// A project with the lists as they are.
    fn project() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for path in [LOADER, PAGES, DOCS, "crates/read/sites/x", "tests/sites/truth/x"] {
            let to = dir.path().join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            if root().join(path).is_file() {
                fs::copy(root().join(path), to).unwrap();
            }
        }
        dir
    }

    #[test]
    fn nothing_is_overwritten() {
        let dir = project();
        new_site(dir.path(), "trial", Kind::Profile).unwrap();
        new_site(dir.path(), "trial-list", Kind::List).unwrap();
        let pages = fs::read_to_string(dir.path().join(PAGES)).unwrap();
        assert!(new_site(dir.path(), "trial", Kind::List).unwrap_err().to_string().contains("exists already"));
        assert!(new_site(dir.path(), "Trial", Kind::Profile).is_err());
        assert_eq!(fs::read_to_string(dir.path().join(PAGES)).unwrap(), pages);
    }
}
