//! Counting: per field what was read rightly, wrongly and not at all.

use std::collections::BTreeMap;

use serde::Serialize;

/// The fields of a résumé that are scored, in the order of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum Field {
    Name,
    Headline,
    Location,
    Email,
    Phone,
    Link,
    Summary,
    RoleTitle,
    RoleEmployer,
    RoleStart,
    RoleEnd,
    RoleLocation,
    RoleText,
    StudySchool,
    StudyDegree,
    StudyStart,
    StudyEnd,
    Skill,
    CertificateName,
    CertificateIssuer,
    CertificateDate,
}

impl Field {
    /// A date of a role, a course of study or a certificate.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::RoleStart | Self::RoleEnd | Self::StudyStart | Self::StudyEnd | Self::CertificateDate)
    }
}

/// How often a field was read rightly, read wrongly, and missed. A wrong reading of a printed field is both of the last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Read as printed.
    pub right: usize,
    /// Read, and not what is printed.
    pub wrong: usize,
    /// Printed, and not read as such.
    pub missed: usize,
}

impl Count {
    /// Of what was read, how much is right.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    /// Of what is printed, how much was read.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    /// The harmonic mean of the two; 1 when there was nothing to read and nothing was.
    pub fn f1(self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// What a set of documents came to.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Tally {
    /// Documents.
    pub documents: usize,
    /// Documents that could not be read at all.
    pub failed: usize,
    /// By field.
    pub fields: BTreeMap<Field, Count>,
    /// Names, addresses and numbers of other people that were read as this person's. Must be none.
    pub others: usize,
    /// What other people wrote, read as this person's own text.
    pub others_texts: usize,
}

impl Tally {
    /// The count of the fields that are wanted, together.
    pub fn sum(&self, wanted: impl Fn(Field) -> bool) -> Count {
        let mut sum = Count::default();
        self.fields.iter().filter(|(field, _)| wanted(**field)).for_each(|(_, count)| sum.add(*count));
        sum
    }

    /// Adds another tally.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.failed += other.failed;
        self.others += other.others;
        self.others_texts += other.others_texts;
        for (field, count) in &other.fields {
            self.fields.entry(*field).or_default().add(*count);
        }
    }
}

/// One thing that was not read as printed.
#[derive(Debug, Clone, Serialize)]
pub struct Miss {
    /// The field; none where another person's data was read.
    pub field: Option<Field>,
    /// What is printed; nothing where something was read that is not there.
    pub expected: Option<String>,
    /// What was read.
    pub got: Option<String>,
}
