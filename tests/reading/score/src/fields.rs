//! What of one reading agrees with the truth.

use crate::pair;
use crate::read::{Entry, Read, Row};
use crate::same::{TEXT, bare, equal, key, overlap, same_degree, same_name, same_place};
use crate::tally::{Count, Field, Miss, Tally};
use crate::truth::{ShownCertificate, ShownRole, ShownStudy, Truth};

/// Scores one reading: the counts, and everything that disagrees.
pub fn score(truth: &Truth, read: &Read) -> (Tally, Vec<Miss>) {
    let mut score = Score::default();
    score.tally.documents = 1;
    let (shown, also) = (&truth.shown, &truth.also);
    score.one(Field::Name, shown.name.as_deref(), read.name.as_deref(), same_name);
    let headline = read.headline.as_deref().filter(|got| {
        // A headline that the layout prints elsewhere (as a role) is still the person's.
        shown.headline.is_some() || !also.headline.as_deref().is_some_and(|known| equal(known, got))
    });
    score.one(Field::Headline, shown.headline.as_deref(), headline, equal);
    let location = read.location.as_deref();
    let joined = shown.location.as_ref().map(|parts| parts.join(", "));
    let parts = shown.location.as_deref().unwrap_or_default();
    score.one(Field::Location, joined.as_deref(), location, |_, got| same_place(parts, &also.location, got));
    score.many(Field::Email, &shown.emails, &read.emails, |a, b| key(a) == key(b), &[]);
    score.many(Field::Phone, &shown.phones, &read.phones, |a, b| key(a) == key(b), &[]);
    score.many(Field::Link, &shown.links, &read.links, |a, b| key(a) == key(b), &also.links);
    score.one(Field::Summary, shown.summary.as_deref(), read.summary.as_deref(), |a, b| overlap(a, b) >= TEXT);
    score.roles(&shown.roles, &read.roles, &also.texts);
    score.studies(&shown.studies, &read.studies);
    score.many(Field::Skill, &shown.skills, &read.skills, equal, &also.skills);
    score.certificates(&shown.certificates, &read.certificates);
    score.others(truth, read);
    (score.tally, score.misses)
}

#[derive(Default)]
struct Score {
    tally: Tally,
    misses: Vec<Miss>,
}

impl Score {
    fn count(&mut self, field: Field) -> &mut Count {
        self.tally.fields.entry(field).or_default()
    }

    fn miss(&mut self, field: Field, expected: Option<&str>, got: Option<&str>) {
        let count = self.count(field);
        count.missed += usize::from(expected.is_some());
        count.wrong += usize::from(got.is_some());
        let text = |text: Option<&str>| text.map(ToOwned::to_owned);
        self.misses.push(Miss { field: Some(field), expected: text(expected), got: text(got) });
    }

    fn one(&mut self, field: Field, expected: Option<&str>, got: Option<&str>, same: impl Fn(&str, &str) -> bool) {
        match (expected, got) {
            (None, None) => {}
            (Some(a), Some(b)) if same(a, b) => self.count(field).right += 1,
            _ => self.miss(field, expected, got),
        }
    }

    /// Lists: each printed value once; what is read beyond them is wrong, unless it is `also` true.
    fn many(
        &mut self,
        field: Field,
        expected: &[String],
        got: &[String],
        same: impl Fn(&str, &str) -> bool,
        also: &[String],
    ) {
        let mut left: Vec<&String> = got.iter().collect();
        for value in expected {
            match left.iter().position(|got| same(value, got)) {
                Some(at) => {
                    left.remove(at);
                    self.count(field).right += 1;
                }
                None => self.miss(field, Some(value), None),
            }
        }
        for value in left.into_iter().filter(|got| !also.iter().any(|known| same(known, got))) {
            self.miss(field, None, Some(value));
        }
    }

    fn roles(&mut self, expected: &[ShownRole], got: &[Entry], also: &[String]) {
        let pairs = pair::pairs(expected.len(), got.len(), |e, g| pair::role(&expected[e], &got[g]));
        let none = (ShownRole::default(), Entry::default());
        for (e, g) in with_rest(&pairs, expected.len(), got.len()) {
            let role = e.map_or(&none.0, |e| &expected[e]);
            let read = g.map_or(&none.1, |g| &got[g]);
            self.one(Field::RoleTitle, role.title.as_deref(), read.title.as_deref(), equal);
            self.one(Field::RoleEmployer, role.employer.as_deref(), read.employer.as_deref(), equal);
            self.one(Field::RoleStart, role.start.as_deref(), read.start.as_deref(), |a, b| a == b);
            self.one(Field::RoleEnd, role.end.as_deref(), read.end.as_deref(), |a, b| a == b);
            self.one(Field::RoleLocation, role.location.as_deref(), read.location.as_deref(), equal);
            self.many(Field::RoleText, &role.texts, &read.texts, |a, b| overlap(a, b) >= TEXT, also);
        }
    }

    fn studies(&mut self, expected: &[ShownStudy], got: &[Entry]) {
        // A single date may be read as either end: it says when, not which.
        let single = |study: &ShownStudy, read: &Entry| -> Entry {
            let alone = study.start.is_none() && read.end.is_none() && study.end.is_some() && study.end == read.start;
            if alone { Entry { start: None, end: read.start.clone(), ..read.clone() } } else { read.clone() }
        };
        let likeness = |e: usize, g: usize| pair::study(&expected[e], &single(&expected[e], &got[g]));
        let pairs = pair::pairs(expected.len(), got.len(), likeness);
        let none = (ShownStudy::default(), Entry::default());
        for (e, g) in with_rest(&pairs, expected.len(), got.len()) {
            let study = e.map_or(&none.0, |e| &expected[e]);
            let read = single(study, g.map_or(&none.1, |g| &got[g]));
            let degree = (!study.degree.is_empty()).then(|| study.degree.join(", "));
            self.one(Field::StudySchool, study.school.as_deref(), read.employer.as_deref(), equal);
            self.one(Field::StudyDegree, degree.as_deref(), read.title.as_deref(), |_, got| {
                same_degree(&study.degree, got)
            });
            self.one(Field::StudyStart, study.start.as_deref(), read.start.as_deref(), |a, b| a == b);
            self.one(Field::StudyEnd, study.end.as_deref(), read.end.as_deref(), |a, b| a == b);
        }
    }

    fn certificates(&mut self, expected: &[ShownCertificate], got: &[Row]) {
        let pairs = pair::pairs(expected.len(), got.len(), |e, g| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            2.0 * overlap(&text(&expected[e].name), &text(&got[g].name))
        });
        let none = (ShownCertificate::default(), Row::default());
        for (e, g) in with_rest(&pairs, expected.len(), got.len()) {
            let wanted = e.map_or(&none.0, |e| &expected[e]);
            let read = g.map_or(&none.1, |g| &got[g]);
            self.one(Field::CertificateName, wanted.name.as_deref(), read.name.as_deref(), equal);
            self.one(Field::CertificateIssuer, wanted.issuer.as_deref(), read.issuer.as_deref(), equal);
            self.one(Field::CertificateDate, wanted.date.as_deref(), read.date.as_deref(), |a, b| a == b);
        }
    }

    /// Anything of another person, anywhere in the reading.
    fn others(&mut self, truth: &Truth, read: &Read) {
        let entries = read.roles.iter().chain(&read.studies);
        let names = [&read.name, &read.headline, &read.location]
            .into_iter()
            .chain(entries.flat_map(|entry| [&entry.title, &entry.employer, &entry.location]))
            .chain(read.certificates.iter().flat_map(|row| [&row.name, &row.issuer]))
            .flatten()
            .chain(&read.skills);
        let contacts = read.emails.iter().chain(&read.phones).chain(&read.links);
        for value in names.chain(contacts) {
            let theirs = truth.others.iter().any(|other| {
                key(other) == key(value) || (bare(other).chars().count() >= 4 && bare(value).contains(&bare(other)))
            });
            if theirs {
                self.tally.others += 1;
                self.misses.push(Miss { field: None, expected: None, got: Some(value.clone()) });
            }
        }
        let texts = read.roles.iter().flat_map(|role| &role.texts).chain(&read.texts).chain(&read.summary);
        self.tally.others_texts += texts
            .filter(|text| {
                truth.others_texts.iter().any(|other| bare(text).contains(&bare(other)) && !other.is_empty())
            })
            .count();
    }
}

/// The pairs, then what is left of either side.
fn with_rest(pairs: &[(usize, usize)], expected: usize, got: usize) -> Vec<(Option<usize>, Option<usize>)> {
    let mut all: Vec<_> = pairs.iter().map(|(e, g)| (Some(*e), Some(*g))).collect();
    all.extend((0..expected).filter(|e| pairs.iter().all(|(p, _)| p != e)).map(|e| (Some(e), None)));
    all.extend((0..got).filter(|g| pairs.iter().all(|(_, p)| p != g)).map(|g| (None, Some(g))));
    all
}

#[cfg(test)]
mod tests;
