//! The corpus of the fuzz targets, run through each target as the fuzzer would: what fuzzing found stays found, and
//! every input ends in a reading or a typed error.

#[allow(clippy::pedantic, unreachable_pub, reason = "held to the fuzz crate's own lints")]
#[path = "../../../fuzz/src/targets.rs"]
mod targets;

use std::{fs, path::PathBuf};

type Target = fn(&[u8]);

/// The targets, their corpus and the samples that are part of it.
const TARGETS: [(&str, Target, &[&str]); 12] = [
    ("page", targets::page, &["tests/sites"]),
    ("list", targets::list, &["tests/sites"]),
    ("pdf", targets::pdf, &["tests/samples", "crates/documents/tests/files"]),
    ("docx", targets::docx, &["tests/samples", "crates/documents/tests/files"]),
    ("odt", targets::odt, &["tests/samples"]),
    ("rtf", targets::rtf, &["tests/samples"]),
    ("export", targets::export, &[]),
    ("text", targets::text, &["tests/samples", "crates/documents/tests/files"]),
    ("image", targets::image, &[]),
    ("dates", targets::dates, &["fuzz/corpus/text", "crates/read/tests"]),
    ("words", targets::words, &["fuzz/corpus/text", "tests/samples"]),
    ("common", targets::common, &["tests/samples"]),
];

#[test]
fn the_corpus_ends_well() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (name, target, samples) in TARGETS {
        let own = format!("fuzz/corpus/{name}");
        let mut count = 0;
        for folder in [own.as_str()].iter().chain(samples) {
            let mut files: Vec<_> = fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path()).collect();
            files.sort();
            for file in files.iter().filter(|file| file.is_file()) {
                target(&fs::read(file).unwrap());
                count += usize::from(*folder == own);
            }
        }
        assert!(count > 0, "{name} has a corpus");
    }
}

/// The parts that a target packs arrive: otherwise fuzzing it would try nothing.
#[test]
fn the_packed_targets_reach_their_readers() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let resume = |kind: &str| fs::read(root.join(kind).join("resume.txt")).unwrap();
    for archive in [targets::docx_of(&resume("docx")), targets::odt_of(&resume("odt"))] {
        let reading = loupe_documents::read_file(&archive, "sorrel").unwrap();
        assert_eq!(reading.profile.name.as_ref().map(|name| name.text.as_str()), Some("Sorrel Addis"));
    }
}
