//! The tables: what was read how well, by format, layout and language.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::corpus::Result;
use crate::tally::{Count, Field, Tally};

/// Columns after the totals: what they are called and which fields they sum.
type Column = (&'static str, fn(Field) -> bool);

const COLUMNS: [Column; 15] = [
    ("name", |f| matches!(f, Field::Name)),
    ("dates", Field::is_date),
    ("headl", |f| matches!(f, Field::Headline)),
    ("place", |f| matches!(f, Field::Location)),
    ("mail", |f| matches!(f, Field::Email)),
    ("phone", |f| matches!(f, Field::Phone)),
    ("links", |f| matches!(f, Field::Link)),
    ("summ", |f| matches!(f, Field::Summary)),
    ("title", |f| matches!(f, Field::RoleTitle)),
    ("emplr", |f| matches!(f, Field::RoleEmployer)),
    ("rplace", |f| matches!(f, Field::RoleLocation)),
    ("rtext", |f| matches!(f, Field::RoleText)),
    ("study", |f| matches!(f, Field::StudySchool | Field::StudyDegree)),
    ("skills", |f| matches!(f, Field::Skill)),
    ("certs", |f| matches!(f, Field::CertificateName | Field::CertificateIssuer)),
];

/// Sums of results by what `group` names them.
pub fn by(results: &[Result], group: impl Fn(&Result) -> String) -> BTreeMap<String, Tally> {
    let mut sums: BTreeMap<String, Tally> = BTreeMap::new();
    for result in results {
        sums.entry(group(result)).or_default().add(&result.tally);
    }
    sums
}

/// One row per group: documents, precision, recall and F1 over all fields, F1 by column, and other people's data.
pub fn table(title: &str, sums: &BTreeMap<String, Tally>) -> String {
    let mut out = String::new();
    let _ = write!(out, "{title:28} {:>4} {:>6} {:>6} {:>6} |", "n", "P", "R", "F1");
    for (name, _) in COLUMNS {
        let _ = write!(out, " {name:>6}");
    }
    let _ = writeln!(out, " | others failed");
    for (name, tally) in sums {
        let all = tally.sum(|_| true);
        let _ = write!(
            out,
            "{name:28} {:4} {:6.3} {:6.3} {:6.3} |",
            tally.documents,
            all.precision(),
            all.recall(),
            all.f1()
        );
        for (_, wanted) in COLUMNS {
            let _ = write!(out, " {}", cell(tally.sum(wanted)));
        }
        let _ = writeln!(out, " | {:3}+{:<3} {:4}", tally.others, tally.others_texts, tally.failed);
    }
    out
}

/// F1, or a dash where there was nothing to read and nothing was.
fn cell(count: Count) -> String {
    if count == Count::default() { format!("{:>6}", "–") } else { format!("{:6.3}", count.f1()) }
}
