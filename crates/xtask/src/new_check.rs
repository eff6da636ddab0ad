//! `cargo xtask new-check GROUP/NAME`: the rule and the page of a new check, registered as a draft.
//!
//! A draft compiles and is tested with its examples, but is not run for users and its page may say TODO. Its line in
//! the registry moves from `DRAFTS` to `CHECKS` when it is ready; from then on the tests demand a complete page with an
//! example that fires. So the scaffold passes all tests as it is, and nothing half-written reaches a user.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// What a new check says; `CHECK_ID` and `CHECK_FILE` stand for its id and its file's name.
const RULE: &str = include_str!("../templates/check.rs.txt");
const PAGE: &str = include_str!("../templates/check.md");

const SRC: &str = "crates/checks/src";
const REGISTRY: &str = "crates/checks/src/registry.rs";
const LIB: &str = "crates/checks/src/lib.rs";

/// Writes the files of a new check and registers it.
pub(crate) fn new_check(root: &Path, id: &str) -> Result<()> {
    let (group, name) = check_id(id)?;
    let file = name.replace('-', "_");
    let read = |path: &str| fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"));
    let folder = format!("{SRC}/{group}");
    let (rule, page, module) =
        (format!("{folder}/{file}.rs"), format!("{folder}/{file}.md"), format!("{folder}/mod.rs"));
    for path in [&rule, &page, &format!("{folder}.rs")] {
        ensure!(!root.join(path).exists(), "{path} exists already");
    }
    // Everything is made before anything is written.
    let path = format!("    &crate::{group}::{file}::CHECK,");
    let registry = with_line(&read(REGISTRY)?, "pub static DRAFTS: &[&Check] = &[\n", "];", &path, REGISTRY)?;
    let mut files = vec![(REGISTRY, registry)];
    let own = format!("pub(crate) mod {file};");
    if root.join(&folder).exists() {
        ensure!(has_pages(&root.join(&folder))?, "{folder} holds what checks share: choose another group");
        files.push((module.as_str(), with_line(&read(&module)?, "\n\n", "", &own, &module)?));
    } else {
        files.push((module.as_str(), format!("//! TODO: what the checks of this group look at.\n\n{own}\n")));
        files.push((LIB, with_line(&read(LIB)?, "\n\n", "\n", &format!("mod {group};"), LIB)?));
    }
    files.push((rule.as_str(), RULE.replace("CHECK_ID", id).replace("CHECK_FILE", &file)));
    files.push((page.as_str(), PAGE.to_owned()));
    fs::create_dir_all(root.join(&folder)).with_context(|| format!("cannot make {folder}"))?;
    for (path, text) in files {
        fs::write(root.join(path), text).with_context(|| format!("cannot write {path}"))?;
        println!("wrote {path}");
    }
    println!("next: write an example that fires into {page}, and the rule that finds it into {rule};");
    println!("      move the check's line from DRAFTS to CHECKS in {REGISTRY}, and run cargo test -p loupe-checks");
    println!("      (then: cargo xtask generate, and the words in extension/locales/*/checks.json)");
    Ok(())
}

/// The group and the name: small letters, the name's words parted by single hyphens. Both name files and modules.
fn check_id(id: &str) -> Result<(&str, &str)> {
    let letters = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    match id.split_once('/') {
        Some((group, name)) if id.len() <= 60 && letters(group) && name.split('-').all(letters) => Ok((group, name)),
        _ => bail!("\"{id}\" cannot be a check's id: group/what-it-finds, in small letters and single hyphens"),
    }
}

fn has_pages(folder: &Path) -> Result<bool> {
    let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    Ok(files.iter().any(|file| file.path().extension().is_some_and(|e| e == "md")))
}

/// `text` with `line` in its sorted place in the list that begins after `open` and ends before a line that is `close`
/// (or with the text). Lines that are comments stay at the list's head.
fn with_line(text: &str, open: &str, close: &str, line: &str, path: &str) -> Result<String> {
    let start = text.find(open).with_context(|| format!("{path} has no list to add to"))? + open.len();
    let (before, list) = text.split_at(start);
    // Ids have hyphens where modules have underscores; both stand before letters only as hyphens.
    let key = |line: &str| line.replace('_', "-");
    let mut taken = 0;
    for known in list.split_inclusive('\n') {
        let known = known.trim_end_matches('\n');
        ensure!(known != line, "{path} lists it already");
        if (!close.is_empty() && known == close.trim_end_matches('\n'))
            || (!known.trim_start().starts_with("//") && key(known) > key(line))
        {
            break;
        }
        taken += known.len() + 1;
    }
    let (head, tail) = list.split_at(taken.min(list.len()));
    Ok(format!("{before}{head}{line}\n{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root::root;

    #[test]
    fn ids() {
        assert_eq!(check_id("history/overlapping-roles").unwrap(), ("history", "overlapping-roles"));
        for bad in
            ["", "history", "history/", "/a", "History/a", "history/a--b", "history/a_b", "a-b/c", "a/b/c", "../a/b"]
        {
            assert!(check_id(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_line_goes_to_its_sorted_place() {
        let add = |text: &str, line: &str| with_line(text, "L\n", "];", line, "f").unwrap();
        assert_eq!(add("L\n];\nz\n", "m"), "L\nm\n];\nz\n");
        assert_eq!(add("L\n// x\n];\n", "m"), "L\n// x\nm\n];\n");
        assert_eq!(add("L\na\nz\n];\n", "m"), "L\na\nm\nz\n];\n");
        assert_eq!(add("L\na\n];\n", "m"), "L\na\nm\n];\n");
        assert!(with_line("L\nm\n];\n", "L\n", "];", "m", "f").is_err());
        assert!(with_line("none", "L\n", "];", "m", "f").is_err());
        assert_eq!(with_line("//! d\n\na;\n", "\n\n", "", "m;", "f").unwrap(), "//! d\n\na;\nm;\n");
    }

    /// A project with the checks as they are.
    fn project() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        let src = dir.path().join(SRC);
        crate::files::copy_sources(&root().join(SRC), &src).unwrap();
        dir
    }

    #[test]
    fn a_check_is_written_registered_and_never_overwritten() {
        let dir = project();
        let read = |path: &str| fs::read_to_string(dir.path().join(path)).unwrap();
        new_check(dir.path(), "history/a-first-one").unwrap();
        new_check(dir.path(), "zeal/quite-new").unwrap();
        assert!(read("crates/checks/src/history/a_first_one.rs").contains("id: \"history/a-first-one\""));
        assert!(read("crates/checks/src/zeal/quite_new.rs").contains("page!(\"quite_new.md\")"));
        let mods: Vec<String> = read("crates/checks/src/history/mod.rs").lines().map(str::to_owned).collect();
        assert_eq!(mods[2], "pub(crate) mod a_first_one;");
        let lib = read(LIB);
        assert!(lib.find("mod text;").unwrap() < lib.find("mod zeal;").unwrap());
        assert!(lib.find("mod zeal;").unwrap() < lib.find("pub use").unwrap());
        let registry = read(REGISTRY);
        let drafts = &registry[registry.find("pub static DRAFTS").unwrap()..];
        assert!(drafts.contains("    &crate::history::a_first_one::CHECK,\n    &crate::zeal::quite_new::CHECK,\n];"));
        for taken in ["history/a-first-one", "history/impossible-dates", "compare/employers", "registry/x"] {
            let before = read(REGISTRY);
            assert!(new_check(dir.path(), taken).is_err(), "{taken}");
            assert_eq!(read(REGISTRY), before, "{taken}");
        }
    }
}
