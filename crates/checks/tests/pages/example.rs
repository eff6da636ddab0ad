//! An example of a page as a case, and the findings it expects.

use std::cmp::Reverse;

use loupe_checks::{Case, Check, Example, Finding, PhotoPairs, Strength, Subject, TextPairs};
use loupe_memory::{Sighting, SightingId};
use loupe_profile::{Advert, Date, Document, Profile, Source, SourceKind, json_resume::JsonResume};
use serde_json::Value;

use crate::picture::photo;

/// What an example's blocks say.
pub(crate) struct Scene {
    subjects: Vec<(Source, Profile, Option<Document>)>,
    seen: Vec<Sighting>,
    adverts: Vec<Advert>,
    today: Date,
    /// The findings as written.
    pub(crate) expected: String,
}

impl Scene {
    /// Reads the blocks of an example. Panics with what is wrong.
    pub(crate) fn of(example: &Example) -> Self {
        let mut scene = Self {
            subjects: Vec::new(),
            seen: Vec::new(),
            adverts: Vec::new(),
            today: Date::month_of(2026, 6),
            expected: String::new(),
        };
        let mut expected = None;
        for (kind, text) in &example.blocks {
            let page = |address: &str, label: &str| source(SourceKind::Page, address, label);
            match kind.as_str() {
                "profile" => {
                    assert!(scene.subjects.is_empty(), "{}: one profile block comes first", example.title);
                    scene.subjects.push((page("https://www.linkedin.com/in/example", "LinkedIn"), profile(text), None));
                }
                "second" => {
                    scene.subjects.push((source(SourceKind::File, "resume.pdf", "resume.pdf"), profile(text), None));
                }
                // Of what the block before describes, which then is a file.
                "document" => scene.add_document(text),
                "seen" => scene.seen.push(Sighting {
                    id: SightingId(scene.seen.len() as u64 + 1),
                    source: page(&format!("https://www.upwork.com/freelancers/~{}", scene.seen.len() + 1), "Upwork"),
                    first_seen: Date::month_of(2026, 4),
                    last_seen: Date::month_of(2026, 5),
                    profile: profile(text),
                    document: None,
                }),
                "advert" => scene.adverts.extend(Advert::pasted(text)),
                "today" => scene.today = text.trim().parse().expect("a date"),
                "findings" => assert!(expected.replace(text.clone()).is_none(), "{}: two findings", example.title),
                other => panic!("{}: no such block: {other}", example.title),
            }
        }
        assert!(!scene.subjects.is_empty(), "{}: no profile block", example.title);
        scene.expected = expected.unwrap_or_else(|| panic!("{}: no findings block", example.title));
        scene
    }

    fn add_document(&mut self, text: &str) {
        let document: Document = serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        if let Some(seen) = self.seen.last_mut() {
            seen.document = Some(document);
            seen.source = source(SourceKind::File, &format!("{}.docx", seen.id), "cv.docx");
        } else if let Some(subject) = self.subjects.last_mut() {
            *subject = (source(SourceKind::File, "resume.docx", "resume.docx"), subject.1.clone(), Some(document));
        }
    }

    /// True when nothing is expected to be found.
    pub(crate) fn is_clean(&self) -> bool {
        self.expected.trim().is_empty()
    }

    /// What `look` finds in this scene.
    pub(crate) fn examine<T>(&self, look: impl FnOnce(&Case<'_>) -> T) -> T {
        let subjects = self.subjects.iter().map(|(source, profile, document)| Subject {
            source,
            profile,
            document: document.as_ref(),
        });
        let subjects: Vec<_> = subjects.collect();
        look(&Case {
            subjects: &subjects,
            seen: &self.seen,
            today: self.today,
            unnamed_are_others: false,
            photos: PhotoPairs::default(),
            texts: TextPairs::default(),
            adverts: &self.adverts,
        })
    }

    /// What one check finds, the strongest first, else by its facts: the order of the report.
    pub(crate) fn run(&self, check: &Check) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.examine(|case| (check.run)(case, &mut findings));
        findings.sort_by_key(|finding| (Reverse(finding.strength), written(finding)));
        findings
    }
}

fn source(kind: SourceKind, address: &str, label: &str) -> Source {
    Source { kind, address: address.to_owned(), label: label.to_owned() }
}

/// JSON Resume in YAML; `basics.image` names a picture.
fn profile(text: &str) -> Profile {
    let raw: Value = serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let resume: JsonResume = serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let read = serde_json::to_value(&resume).expect("JSON");
    no_key_is_lost(&raw, &read, text);
    let mut profile = resume.to_profile();
    profile.photo = resume.basics.image.as_deref().map(photo);
    profile
}

/// JSON Resume passes over what it does not know; in an example that would be a slip of the keyboard.
fn no_key_is_lost(raw: &Value, read: &Value, text: &str) {
    match (raw, read) {
        (Value::Object(raw), Value::Object(read)) => {
            for (key, value) in raw {
                let read = read.get(key).unwrap_or_else(|| panic!("no such field: {key}\n{text}"));
                no_key_is_lost(value, read, text);
            }
        }
        (Value::Array(raw), Value::Array(read)) => {
            raw.iter().zip(read).for_each(|(raw, read)| no_key_is_lost(raw, read, text));
        }
        _ => {}
    }
}

/// A finding as the pages write it: `medium: start "2021-05", end "2020-02"`.
pub(crate) fn written(finding: &Finding) -> String {
    let strength = match finding.strength {
        Strength::Weak => "weak",
        Strength::Medium => "medium",
        Strength::Strong => "strong",
    };
    let facts: Vec<_> = finding.facts.iter().map(|f| format!("{} \"{}\"", f.name, f.quote.text)).collect();
    format!("{strength}: {}", facts.join(", "))
}

/// True when a finding is as written; `…"` stands for the rest of a long quote.
pub(crate) fn is_as_written(expected: &str, found: &str) -> bool {
    let mut rest = found;
    let mut parts = expected.split("…\"").peekable();
    while let Some(part) = parts.next() {
        let Some(after) = rest.strip_prefix(part) else { return false };
        rest = after;
        if parts.peek().is_some() {
            let Some((_, after)) = rest.split_once('"') else { return false };
            rest = after;
        }
    }
    rest.is_empty()
}
