//! The last word on coverage, the same for every source: what was read with its words, and what entries lack.

use loupe_profile::{Coverage, EntryField, Gap, Part, PartState, PassageKind, Place, Profile, Quote};

use crate::{dates, entries::MAX_ENTRIES, html};

/// Fills in the quotes of parts that were read, the gaps of entries, and the note that entries were left unread for
/// their number.
pub(crate) fn finish(coverage: &mut Coverage, profile: &Profile) {
    let counts = [profile.roles.len(), profile.studies.len(), profile.skills.len(), profile.certificates.len()];
    if counts.iter().any(|count| *count >= MAX_ENTRIES) && !coverage.cut.iter().any(|cut| cut == "cut-entries") {
        coverage.cut.push("cut-entries".to_owned());
    }
    for part in Part::COVERED {
        let unquoted = coverage.parts.iter().any(|p| p.part == part && p.state == PartState::Read && p.quote.is_none());
        if let Some(quote) = first_words(profile, part).filter(|_| unquoted) {
            coverage.quote(part, quote);
        }
    }
    coverage.gaps = gaps(profile);
}

/// The words that the first claim of a part was read from.
fn first_words(profile: &Profile, part: Part) -> Option<Quote> {
    match part {
        Part::Name => profile.name.clone(),
        Part::Headline => profile.headline.clone(),
        Part::Location => profile.location.clone(),
        Part::Contacts => profile.contacts.first().map(|c| c.quote.clone()),
        Part::About => profile.passages.iter().find(|p| p.kind == PassageKind::Summary).map(|p| shortened(&p.quote)),
        Part::Roles => profile.roles.first().and_then(|r| {
            let place = [&r.title, &r.employer, &r.dates].into_iter().flatten().next()?.place;
            Some(Quote::new(r.label(), place))
        }),
        Part::Studies => profile.studies.first().and_then(|s| {
            let place = [&s.degree, &s.school, &s.dates].into_iter().flatten().next()?.place;
            Some(Quote::new(s.label(), place))
        }),
        Part::Skills => profile.skills.first().cloned(),
        Part::Certificates => profile.certificates.first().and_then(|c| c.name.clone()),
        Part::Photo | Part::Other => None,
    }
}

/// Characters of a running text that coverage quotes.
const QUOTED: usize = 120;

fn shortened(quote: &Quote) -> Quote {
    if quote.text.chars().count() <= QUOTED {
        return quote.clone();
    }
    let text: String = quote.text.chars().take(QUOTED).collect();
    Quote::new(format!("{}…", text.trim_end()), quote.place)
}

/// The fields that entries lack. Dates are not recognised when some words of the entry hold figures like a year.
fn gaps(profile: &Profile) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut note = |part: Part, at: usize, field: EntryField, missing: bool, unclear: bool| {
        if missing {
            let state = if unclear { PartState::NotRecognised } else { PartState::Absent };
            gaps.push(Gap { part, entry: at as u32 + 1, field, state });
        }
    };
    let unclear = |part: Part, at: usize, texts: &[&Option<Quote>]| {
        let own = Place::entry(part, at).entry;
        let in_names = texts.iter().filter_map(|q| q.as_ref()).any(|q| html::has_year(&q.text));
        in_names
            || profile.passages.iter().any(|p| {
                let short_with_year = p.quote.text.len() <= 60 && html::has_year(&p.quote.text);
                p.quote.place.part == part
                    && p.quote.place.entry == own
                    && (short_with_year || dates::find_range(&p.quote.text).is_some())
            })
    };
    for (at, role) in profile.roles.iter().enumerate() {
        note(Part::Roles, at, EntryField::Title, role.title.is_none(), false);
        note(Part::Roles, at, EntryField::Organisation, role.employer.is_none(), false);
        note(
            Part::Roles,
            at,
            EntryField::Dates,
            role.span.is_none(),
            role.dates.is_some() || unclear(Part::Roles, at, &[&role.title, &role.employer]),
        );
    }
    for (at, study) in profile.studies.iter().enumerate() {
        note(Part::Studies, at, EntryField::Title, study.degree.is_none(), false);
        note(Part::Studies, at, EntryField::Organisation, study.school.is_none(), false);
        // Dates that were found and not understood are told as they are written.
        let unclear = study.dates.is_some() || unclear(Part::Studies, at, &[&study.degree, &study.school]);
        note(Part::Studies, at, EntryField::Dates, study.span.is_none(), unclear);
    }
    for (at, certificate) in profile.certificates.iter().enumerate() {
        note(Part::Certificates, at, EntryField::Organisation, certificate.issuer.is_none(), false);
        note(
            Part::Certificates,
            at,
            EntryField::Dates,
            certificate.span.is_none(),
            unclear(Part::Certificates, at, &[&certificate.name]),
        );
    }
    gaps
}

#[cfg(test)]
mod tests {
    use loupe_profile::Role;

    use super::*;

    #[test]
    fn an_entry_says_what_it_lacks() {
        let quote = |text: &str| Some(Quote::new(text, Place::entry(Part::Roles, 0)));
        let roles = vec![
            Role { title: quote("Engineer"), employer: quote("Quay Labs since 2014-ish"), ..Role::default() },
            Role { title: quote("Engineer"), ..Role::default() },
        ];
        let profile = Profile { roles, ..Profile::default() };
        let mut coverage = Coverage::default();
        coverage.set(Part::Roles, PartState::Read, 2);
        finish(&mut coverage, &profile);
        let told: Vec<_> = coverage.gaps.iter().map(|g| (g.entry, g.field, g.state)).collect();
        assert_eq!(
            told,
            [
                (1, EntryField::Dates, PartState::NotRecognised),
                (2, EntryField::Organisation, PartState::Absent),
                (2, EntryField::Dates, PartState::Absent),
            ]
        );
        assert_eq!(coverage.parts[0].quote.as_ref().unwrap().text, "Engineer, Quay Labs since 2014-ish");
    }
}
