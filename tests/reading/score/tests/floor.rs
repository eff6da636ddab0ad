//! What the reader must not fall below, on a small committed sample of the bench (`tests/reading/sample`).
//!
//! The floors stand a little below what was measured, so that a fix for one layout may cost another a field, and no more.
//! They are raised when reading gets better; the aims stand in the README.

use std::io;
use std::path::Path;
use std::sync::LazyLock;

use loupe_reading_bench::corpus::{self, Result};
use loupe_reading_bench::table::by;
use loupe_reading_bench::tally::Field;

/// Format, documents, F1 over all fields, of names, of dates.
const FLOORS: [(&str, usize, f64, f64, f64); 4] = [
    ("docx", 18, 0.98, 0.88, 0.98),
    ("html", 20, 0.98, 0.99, 0.98),
    ("pdf", 12, 0.97, 0.98, 0.97),
    ("untagged-pdf", 12, 0.94, 0.98, 0.94),
];

static RESULTS: LazyLock<io::Result<Vec<Result>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample");
    corpus::run_all(&corpus::documents(&folder)?, None)
});

#[test]
fn the_sample_is_read_as_well_as_it_was() {
    let results = RESULTS.as_ref().unwrap();
    let sums = by(results, |result| result.document.format.clone());
    assert_eq!(sums.len(), FLOORS.len());
    for (format, documents, all, names, dates) in FLOORS {
        let tally = &sums[format];
        assert_eq!((tally.documents, tally.failed), (documents, 0), "{format}: documents, and those not read at all");
        for (what, f1, floor) in [
            ("all fields", tally.sum(|_| true).f1(), all),
            ("names", tally.sum(|field| field == Field::Name).f1(), names),
            ("dates", tally.sum(Field::is_date).f1(), dates),
        ] {
            println!("{format} {what}: F1 {f1:.3}, floor {floor:.3}");
            assert!(f1 >= floor, "{format} {what}: F1 {f1:.3} is below {floor:.3}");
        }
    }
}

#[test]
fn nothing_of_a_referee_is_read_as_the_persons_own() {
    let results = RESULTS.as_ref().unwrap();
    assert!(results.iter().any(|r| r.document.layout == "docx-styles"), "a layout that prints referees");
    for result in results {
        let theirs: Vec<_> = result.misses.iter().filter(|miss| miss.field.is_none()).collect();
        assert!(theirs.is_empty(), "{} {}: {theirs:?}", result.document.layout, result.document.person);
        assert_eq!(result.tally.others_texts, 0, "{} {}", result.document.layout, result.document.person);
    }
}
