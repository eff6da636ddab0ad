//! An e-mail address, telephone number, account or website of this profile was seen under another name.

use loupe_memory::Sighting;
use loupe_profile::{Contact, ContactKind, Profile, fold};

use crate::{Case, Check, Fact, Finding, Status, Strength, Subject, case::is_hub};

pub(crate) static CHECK: Check =
    Check { id: "identity/shared-contact", rule: 1, status: Status::Preview, page: page!("shared_contact.md"), run };

/// Contacts looked at of one profile; more are a list of links.
const CONTACTS: usize = 100;
/// Shared contacts shown of one sighting.
const SHOWN: usize = 5;

/// Boxes that many people of a firm or agency read.
const OFFICE_BOXES: [&str; 14] = [
    "admin",
    "bewerbung",
    "careers",
    "contact",
    "hello",
    "hr",
    "info",
    "jobs",
    "kontakt",
    "mail",
    "office",
    "recruiting",
    "sales",
    "support",
];

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let others: Vec<&Sighting> = case.seen_under_another_name().collect();
    let mut own: Vec<(&Subject<'_>, &Contact)> = Vec::new();
    for subject in case.subjects {
        for contact in subject.profile.contacts.iter().take(CONTACTS) {
            let known = own.iter().any(|(_, c)| same(c, contact));
            if known || strength(contact, subject.profile).is_none() {
                continue;
            }
            if !is_hub(others.iter().copied().filter(|seen| shared_by(seen, contact).is_some())) {
                own.push((subject, contact));
            }
        }
    }
    for seen in others {
        let shared = own.iter().filter_map(|(subject, contact)| {
            let there = shared_by(seen, contact)?;
            // An address that is the employer's in either profile is the employer's.
            let strength = strength(there, &seen.profile)?;
            Some((*subject, *contact, there, strength))
        });
        let mut shared: Vec<_> = shared.collect();
        shared.sort_by_key(|(_, _, _, strength)| std::cmp::Reverse(*strength));
        let Some((subject, here, there, strength)) = shared.first() else { continue };
        let mut finding = CHECK
            .finding(*strength)
            .fact("here", &here.quote, subject.source)
            .fact("there", &there.quote, &seen.source)
            .arg("here_source", subject.source.label.clone())
            .arg("there_source", seen.source.label.clone());
        for (subject, here, there, _) in shared.iter().take(SHOWN).skip(1) {
            let fact = |name: &str, quote, source| Fact { name: name.to_owned(), quote, source };
            finding.facts.push(fact("here", here.quote.clone(), subject.source.clone()));
            finding.facts.push(fact("there", there.quote.clone(), seen.source.clone()));
        }
        findings.push(finding.seen(seen));
    }
}

fn same(a: &Contact, b: &Contact) -> bool {
    a.kind == b.kind && a.key == b.key
}

fn shared_by<'a>(seen: &'a Sighting, contact: &Contact) -> Option<&'a Contact> {
    seen.profile.contacts.iter().take(CONTACTS).find(|other| same(other, contact))
}

/// What sharing this contact weighs; nothing for the employer's own website and for filled-in samples.
fn strength(contact: &Contact, profile: &Profile) -> Option<Strength> {
    match contact.kind {
        ContactKind::Email => {
            let local = contact.key.split('@').next().unwrap_or_default();
            Some(if OFFICE_BOXES.contains(&local) { Strength::Medium } else { Strength::Strong })
        }
        ContactKind::Phone if is_sample_number(&contact.key) => None,
        ContactKind::Phone | ContactKind::Handle => Some(Strength::Strong),
        ContactKind::Website if is_of_an_employer(&contact.key, profile) => None,
        ContactKind::Website => Some(Strength::Medium),
    }
}

/// "1234567890", "000 0000 000": numbers of templates.
fn is_sample_number(key: &str) -> bool {
    let digits: Vec<u8> = key.bytes().filter(u8::is_ascii_digit).collect();
    let longest_run = |next: fn(u8) -> u8| {
        let mut run = 1;
        let steps = digits.windows(2).map(|pair| {
            run = if pair[1] == next(pair[0]) { run + 1 } else { 1 };
            run
        });
        steps.max().unwrap_or(0)
    };
    // The last digit before "0" in a counted-up number is "9".
    longest_run(|d| if d == b'9' { b'0' } else { d + 1 }) >= 7 || longest_run(|d| d) >= 6
}

/// True for "fernrill.example" beside a role at "Fernrill Systems".
fn is_of_an_employer(key: &str, profile: &Profile) -> bool {
    let host = key.split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').rev().skip(1).filter(|label| label.chars().count() >= 4).collect();
    profile.roles.iter().filter_map(|role| role.employer.as_ref()).any(|employer| {
        let name = fold(&employer.text).replace(' ', "");
        labels.iter().any(|label| name.starts_with(&fold(label).replace(' ', "")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use loupe_profile::{Place, Quote, Role};

    #[test]
    fn numbers_of_templates_are_no_contact() {
        for number in ["1234567890", "+11234567890", "0000000000", "+15555555555"] {
            assert!(is_sample_number(number), "{number}");
        }
        for number in ["+442079460958", "+4915112345098", "5550142"] {
            assert!(!is_sample_number(number), "{number}");
        }
    }

    #[test]
    fn an_employers_site_is_not_the_persons() {
        let employer = Some(Quote::new("Fernrill Systems", Place::default()));
        let profile = Profile { roles: vec![Role { employer, ..Role::default() }], ..Profile::default() };
        assert!(is_of_an_employer("fernrill.example/team", &profile));
        assert!(is_of_an_employer("careers.fernrill-systems.example", &profile));
        assert!(!is_of_an_employer("marenholtby.example", &profile));
    }
}
