//! The file names another person as its author.

use loupe_profile::{Document, NameMatch, Part, Place, Quote, compare_names, fold, names_person};

use crate::{Case, Check, Finding, Status, Strength};

pub(crate) static CHECK: Check =
    Check { id: "file/author-conflict", rule: 1, status: Status::Preview, page: page!("author_conflict.md"), run };

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for subject in case.subjects {
        let Some(document) = subject.document else { continue };
        let named: Vec<&str> = case.subjects.iter().filter_map(|subject| subject.profile.name_text()).collect();
        let names = [("author", &document.author), ("last_author", &document.last_author)];
        for (fact, author) in names {
            let Some(author) = author.as_deref().filter(|author| names_person(author)) else { continue };
            let is_other = |name: &&str| compare_names(name, author) == NameMatch::Different;
            if named.is_empty() || !named.iter().all(is_other) {
                continue;
            }
            let (name, source) = case.name_beside(subject);
            // One in ten honest files was written by a friend, a service or on a borrowed computer; it is another thing when
            // it was that person's own.
            let strength = if is_titled(document, author) { Strength::Medium } else { Strength::Weak };
            findings.push(
                CHECK
                    .finding(strength)
                    .fact("name", &name, source)
                    .fact("author", &Quote::new(author, Place::part(Part::Other)), subject.source)
                    .arg("field", fact),
            );
            // Who wrote it and saved it is one finding.
            break;
        }
    }
}

/// Whether the file's title names the author too: "Résumé of Rune Astell".
fn is_titled(document: &Document, author: &str) -> bool {
    let title = fold(document.title.as_deref().unwrap_or_default());
    fold(author).split(' ').all(|part| title.split(' ').any(|word| word == part))
}
