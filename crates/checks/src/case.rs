//! What several checks ask of a case: who was seen under another name, and what too many share to mean anything.

use loupe_memory::{HUB, Sighting};
use loupe_profile::{NameMatch, Part, Place, Quote, Source, SourceKind, compare_names, fold};

use crate::{Case, Subject};

impl<'a> Case<'a> {
    /// Earlier sightings that stand under another name than some source of this person; see [`Case::is_another`].
    pub fn seen_under_another_name(&self) -> impl Iterator<Item = &'a Sighting> {
        self.seen.iter().filter(|seen| self.subjects.iter().any(|subject| self.is_another(subject, seen)))
    }

    /// True when the sighting stands under another name than this source: different from it, and compatible with no
    /// name that the person goes by in another source. A missing name is no other name; a page seen at an address of
    /// this person is their own, renamed.
    ///
    /// A source beside this one gives a further name of the person only when the two share a part, as after a marriage.
    /// A file of somebody else, added by mistake or not, clears nothing.
    pub fn is_another(&self, subject: &Subject<'_>, seen: &Sighting) -> bool {
        let own_page = |s: &Subject<'_>| s.source.kind == SourceKind::Page && s.source.address == seen.source.address;
        let name = subject.profile.name_text().unwrap_or_default();
        let further = self.subjects.iter().filter_map(|s| s.profile.name_text());
        let further = further.filter(|other| name.is_empty() || share_a_part(name, other));
        let mut different = false;
        for own in std::iter::once(name).chain(further) {
            match compare_names(own, name_of(seen)) {
                NameMatch::Compatible => return false,
                NameMatch::Different => different = true,
                NameMatch::Unknown => different |= self.unnamed_are_others,
            }
        }
        different && !self.subjects.iter().any(own_page)
    }

    /// The name that `subject` stands under, and where it is written: its own, else that of another source of the
    /// person, else the address of what names nobody.
    pub fn name_beside(&self, subject: &Subject<'a>) -> (Quote, &'a Source) {
        let named = |s: &Subject<'a>| s.profile.name.as_ref().map(|name| (name.clone(), s.source));
        let name = named(subject).or_else(|| self.subjects.iter().find_map(named));
        name.unwrap_or_else(|| (address(subject.source), subject.source))
    }
}

fn share_a_part(a: &str, b: &str) -> bool {
    let b = fold(b);
    // A lone Latin letter is an initial, a lone Han character is a name.
    let whole = |part: &str| !part.is_ascii() || part.len() > 1;
    fold(a).split(' ').any(|part| whole(part) && b.split(' ').any(|other| other == part))
}

/// The name that a sighting stands under, or the address of what names nobody.
pub(crate) fn name_or_address(seen: &Sighting) -> Quote {
    seen.profile.name.clone().unwrap_or_else(|| address(&seen.source))
}

fn address(source: &Source) -> Quote {
    Quote::new(&source.address, Place::part(Part::Name))
}

/// The name that a sighting stands under, or nothing.
pub(crate) fn name_of(seen: &Sighting) -> &str {
    seen.profile.name_text().unwrap_or_default()
}

/// True when sightings under so many different names share a thing that it says nothing of any one of them.
/// One person seen in many places counts once.
pub(crate) fn is_hub<'a>(sharing: impl IntoIterator<Item = &'a Sighting>) -> bool {
    let mut people: Vec<&str> = Vec::new();
    for seen in sharing {
        let name = name_of(seen);
        // Who is named nowhere may be anybody: neither one more person nor one who hides the others.
        if name.is_empty() {
            continue;
        }
        if people.iter().all(|known| compare_names(known, name) == NameMatch::Different) {
            people.push(name);
            if people.len() > HUB {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PhotoPairs, TextPairs};
    use loupe_memory::SightingId;
    use loupe_profile::{Date, Profile};

    fn page(address: &str) -> Source {
        Source { kind: SourceKind::Page, address: address.into(), label: "Page".into() }
    }

    fn named(name: &str) -> Profile {
        Profile { name: Some(Quote::new(name, Place::default())), ..Profile::default() }
    }

    fn sighting(name: &str, address: &str) -> Sighting {
        let day = Date::month_of(2026, 5);
        Sighting {
            id: SightingId(1),
            source: page(address),
            first_seen: day,
            last_seen: day,
            profile: named(name),
            document: None,
        }
    }

    fn others(subjects: &[(&str, &str)], seen: &[Sighting]) -> usize {
        let owned: Vec<_> = subjects.iter().map(|(name, address)| (page(address), named(name))).collect();
        let subjects: Vec<_> =
            owned.iter().map(|(source, profile)| Subject { source, profile, document: None }).collect();
        let case = |unnamed_are_others| {
            let today = Date::month_of(2026, 6);
            Case {
                subjects: &subjects,
                seen,
                today,
                unnamed_are_others,
                photos: PhotoPairs::default(),
                texts: TextPairs::default(),
                adverts: &[],
            }
            .seen_under_another_name()
            .count()
        };
        // Between files, the unnamed are others and nothing else changes.
        let unnamed =
            seen.iter().filter(|s| name_of(s).is_empty() || subjects.iter().all(|s| s.profile.name_text() == Some("")));
        assert_eq!(case(true), case(false) + unnamed.count());
        case(false)
    }

    #[test]
    fn only_a_surely_different_name_is_another_name() {
        let seen = ["Rune Astell", "M. Holtby", "", "HOLTBY, Maren"].map(|name| sighting(name, "b"));
        assert_eq!(others(&[("Maren Holtby", "a")], &seen), 1);
        assert_eq!(others(&[("", "a")], &seen), 0);
    }

    #[test]
    fn a_name_of_any_source_of_the_person_is_their_own() {
        let seen = [sighting("Maren Astell", "b")];
        assert_eq!(others(&[("Maren Holtby", "a")], &seen), 1);
        assert_eq!(others(&[("Maren Holtby", "a"), ("Maren Astell", "c")], &seen), 0);
    }

    #[test]
    fn a_file_of_somebody_else_clears_nothing() {
        let seen = [sighting("Maren Holtby", "b")];
        assert_eq!(others(&[("Rune Astell", "a")], &seen), 1);
        assert_eq!(others(&[("Rune Astell", "a"), ("Maren Holtby", "maren.pdf")], &seen), 1);
    }

    #[test]
    fn a_page_renamed_is_not_somebody_else() {
        assert_eq!(others(&[("Maren Holtby", "a")], &[sighting("Rune Astell", "a")]), 0);
    }

    #[test]
    fn a_hub_is_counted_in_people_not_in_sightings() {
        let one =
            ["Rune Astell", "R. Astell", "Astell, Rune", "Rune Astell", "RUNE ASTELL", "Rune J. Astell", "Rune Astell"];
        assert!(!is_hub(&one.map(|name| sighting(name, "x"))));
        let six =
            ["Ana Lopez", "Bo Quist", "Cato Reve", "Dag Solem", "Eli Tamm", "Fay Urqua"].map(|n| sighting(n, "x"));
        assert!(is_hub(&six));
        assert!(!is_hub(&six[..5]));
    }
}
