//! Look-ups: who shares something with a probe, in which order, and what is kept when a source is seen again.
#![allow(clippy::unwrap_used, reason = "helpers of tests may")]

mod common;

use common::{SKETCH, STORY, contact, day, named, page, passage, photo};
use loupe_memory::{Entry, HUB, Memory, Sighting, SightingId};
use loupe_profile::{Coverage, Part, PartState, Passage, PassageKind, Place, Profile, Quote, Role};
use loupe_sketch::passage::{CANDIDATE_SLOTS, similarity};
use proptest::prelude::*;

fn entry(id: u64, profile: &Profile) -> Entry {
    Entry::of(SightingId(id), profile)
}

fn with_photo(id: u64, sketch: &str) -> Entry {
    entry(id, &Profile { photo: Some(photo(sketch)), ..Profile::default() })
}

fn with_contacts(id: u64, contacts: &[&str]) -> Entry {
    entry(id, &Profile { contacts: contacts.iter().map(|c| contact(c)).collect(), ..Profile::default() })
}

fn with_passage(id: u64, text: &str) -> Entry {
    entry(id, &Profile { passages: vec![passage(text)], ..Profile::default() })
}

/// `SKETCH` with its first `bits` bits turned.
fn turned(bits: usize) -> String {
    let mut sketch: loupe_sketch::photo::Pdq = SKETCH.parse().unwrap();
    (0..bits).for_each(|bit| sketch.0[bit / 8] ^= 1 << (bit % 8));
    sketch.to_string()
}

fn holding(entries: impl IntoIterator<Item = Entry>) -> Memory {
    let mut memory = Memory::new();
    entries.into_iter().for_each(|entry| memory.insert(entry));
    memory
}

fn recalled(memory: &Memory, probe: &Entry, limit: usize) -> Vec<u64> {
    memory.recall(probe, limit).iter().map(|id| id.0).collect()
}

#[test]
fn photos_up_to_the_candidate_distance_are_found_nearest_first() {
    let memory = holding([1, 2, 3, 4].map(|id| with_photo(id, &turned([40, 0, 41, 12][id as usize - 1]))));
    assert_eq!(recalled(&memory, &with_photo(9, SKETCH), 10), [2, 4, 1]);
}

#[test]
fn contacts_are_found_by_kind_and_key() {
    let memory = holding([
        with_contacts(1, &["Rune.Astell+x@gmail.com"]),
        with_contacts(2, &["rune.astell@mail.example", "+44 20 7946 0958"]),
        with_contacts(3, &["https://github.com/runeastell"]),
    ]);
    assert_eq!(recalled(&memory, &with_contacts(9, &["runeastell@gmail.com"]), 10), [1]);
    assert_eq!(recalled(&memory, &with_contacts(9, &["0044 20 7946 0958", "github.com/runeastell"]), 10), [2, 3]);
    assert_eq!(recalled(&memory, &with_contacts(9, &["someone@mail.example"]), 10), [0; 0]);
}

#[test]
fn edited_passages_are_found_and_others_are_not() {
    let memory = holding([
        with_passage(1, &STORY.replace("forty", "sixty")),
        with_passage(2, "Kept the ferries of a strait on time through four winters with a crew of nine people."),
    ]);
    assert_eq!(recalled(&memory, &with_passage(9, STORY), 10), [1]);
}

#[test]
fn the_probe_itself_is_not_found() {
    let memory = holding([with_photo(9, SKETCH), with_photo(1, SKETCH)]);
    assert_eq!(recalled(&memory, &with_photo(9, SKETCH), 10), [1]);
}

#[test]
fn who_shares_more_comes_first() {
    let both = Profile { contacts: vec![contact("a@mail.example")], passages: vec![passage(STORY)], ..named("Maren") };
    let memory = holding([with_passage(1, STORY), with_contacts(2, &["a@mail.example"]), entry(3, &both)]);
    assert_eq!(recalled(&memory, &entry(9, &both), 10), [3, 1, 2]);
}

#[test]
fn what_many_share_does_not_push_out_what_one_shares() {
    let agency = "desk@agency.example";
    let hub = (100..400).map(|id| with_contacts(id, &[agency]));
    let memory = holding(hub.chain([with_passage(500, &STORY.replace("forty", "sixty"))]));
    let probe = Profile { contacts: vec![contact(agency)], passages: vec![passage(STORY)], ..Profile::default() };
    assert_eq!(recalled(&memory, &entry(9, &probe), 4), [500, 100, 101, 102]);
}

/// One of a thousand invented people.
fn person(number: usize) -> String {
    const GIVEN: [&str; 7] = ["Ana", "Bruno", "Cilla", "Dmitri", "Esme", "Florian", "Gudrun"];
    const PARTS: [&str; 10] = ["bro", "cassi", "dun", "elve", "fitz", "gor", "hamm", "ingle", "jost", "kvam"];
    let part = |of: usize| PARTS[of % 10];
    format!("{} {}{}{}", GIVEN[number % 7], part(number), part(number / 10), part(number / 100))
}

#[test]
fn a_picture_of_many_people_takes_the_room_of_those_who_show_it_and_no_more() {
    let hub = (0..1_000).map(|n| entry(100 + n as u64, &Profile { photo: Some(photo(SKETCH)), ..named(&person(n)) }));
    let true_ones = (2_000..2_060).map(|id| with_passage(id, &STORY.replace("forty", "sixty")));
    let memory = holding(hub.chain(true_ones));
    let passages = vec![passage(STORY)];
    let probe = entry(9, &Profile { photo: Some(photo(SKETCH)), passages, ..named("Maren Holtby") });
    let recalled = memory.recall_with_witnesses(&probe, 64);
    assert_eq!(recalled.witnesses.len(), HUB + 1, "as many as the checks need to tell");
    assert_eq!(recalled.found, (2_000..2_060).map(SightingId).collect::<Vec<_>>());
    // Checks get both.
    let all: Vec<_> = recalled.witnesses.iter().chain(&recalled.found).take(64).copied().collect();
    assert_eq!(memory.recall(&probe, 64), all);
    // One person's many pages are no hub, nor are people without a name.
    for names in [vec!["Rune Astell"; 40], vec![""; 40], vec!["Maren Holtby"; 40]] {
        let pages = names.iter().enumerate();
        let pages =
            pages.map(|(n, name)| entry(100 + n as u64, &Profile { photo: Some(photo(SKETCH)), ..named(name) }));
        let recalled = holding(pages).recall_with_witnesses(&probe, 64);
        assert_eq!((recalled.witnesses.len(), recalled.found.len()), (0, 40));
    }
}

#[test]
fn a_source_seen_again_replaces_what_was_known() {
    let mut memory = holding([with_photo(1, SKETCH), with_passage(2, STORY), with_passage(3, STORY)]);
    memory.insert(with_contacts(2, &["a@mail.example"]));
    assert_eq!(memory.len(), 3);
    assert_eq!(recalled(&memory, &with_passage(9, STORY), 10), [3]);
    assert_eq!(recalled(&memory, &with_contacts(9, &["a@mail.example"]), 10), [2]);
    assert_eq!(recalled(&memory, &with_photo(9, SKETCH), 10), [1]);
}

#[test]
fn what_is_removed_is_forgotten() {
    let full = common::full();
    let mut memory = holding([Entry::of(full.id, &full.profile), with_photo(1, SKETCH)]);
    let probe = entry(9, &full.profile);
    assert_eq!(memory.recall(&probe, 10).len(), 2);
    assert!(memory.contains(full.id) && memory.remove(full.id));
    assert!(!memory.contains(full.id) && !memory.remove(full.id));
    assert_eq!(recalled(&memory, &probe, 10), [1]);
    memory.remove(SightingId(1));
    assert!(memory.is_empty());
}

#[test]
fn the_first_day_and_the_photo_are_kept() {
    let source = page("https://www.linkedin.com/in/maren-holtby/");
    let seen = |profile: Profile, on| Sighting::new(source.clone(), profile, day(2026, 3, on));
    let with = |photo| Profile { photo, ..named("Maren Holtby") };
    let first = seen(with(Some(photo(SKETCH))), 1);
    assert_eq!(first.profile.photo.as_ref().unwrap().image, None);

    let unseen = loupe_profile::PhotoClaim { address: "https://media.example/2.jpg".to_owned(), ..Default::default() };
    for without in [None, Some(unseen)] {
        let merged = seen(with(without), 9).merge_previous(first.clone(), &Coverage::default());
        assert_eq!((merged.first_seen, merged.last_seen), (day(2026, 3, 1), day(2026, 3, 9)));
        assert_eq!(merged.profile.photo, first.profile.photo);
    }
    let other = photo(&turned(100));
    let merged = seen(with(Some(other.clone())), 9).merge_previous(first.clone(), &Coverage::default());
    assert_eq!(merged.profile.photo.unwrap().sketch, other.sketch);

    // A clock that was set back does not move the days.
    let merged = first.clone().merge_previous(seen(with(None), 9), &Coverage::default());
    assert_eq!((merged.first_seen, merged.last_seen), (day(2026, 3, 1), day(2026, 3, 9)));

    let stranger = Sighting::new(source.clone(), named("Rune Astell"), day(2026, 3, 9));
    assert_eq!(stranger.clone().merge_previous(first, &Coverage::default()), stranger);
}

/// A page of one part, a frame that had not loaded and a list's beginning are not the whole of what somebody says.
#[test]
fn what_a_page_did_not_show_is_kept() {
    let source = page("https://www.linkedin.com/in/maren-holtby/");
    let role = |at: usize, title: &str| Role {
        title: Some(Quote::new(title, Place::entry(Part::Roles, at))),
        ..Role::default()
    };
    let roles = |titles: &[&str]| titles.iter().enumerate().map(|(at, title)| role(at, title)).collect::<Vec<_>>();
    let told = |at: usize| Passage { kind: PassageKind::Role, quote: Quote::new(STORY, Place::entry(Part::Roles, at)) };
    let whole = Profile {
        headline: Some(Quote::new("Engineer", Place::part(Part::Headline))),
        contacts: vec![contact("a@mail.example")],
        skills: vec![Quote::new("Go", Place::entry(Part::Skills, 0))],
        roles: roles(&["Principal", "Senior", "Junior"]),
        passages: vec![passage(STORY), told(2)],
        ..named("Maren Holtby")
    };
    let merged = |now: Profile, says: &[(Part, PartState)], more: bool| {
        let mut coverage = Coverage::default();
        for (part, state) in says {
            coverage.set(*part, *state, now.count(*part));
        }
        if more {
            coverage.note_more(Part::Roles);
        }
        let before = Sighting::new(source.clone(), whole.clone(), day(2026, 3, 1));
        Sighting::new(source.clone(), now, day(2026, 3, 9)).merge_previous(before, &coverage).profile
    };
    let of_roles = |titles: &[&str]| Profile { roles: roles(titles), ..named("Maren Holtby") };

    let unshown = Part::COVERED.map(|part| (part, PartState::NotLoaded));
    assert_eq!(merged(named("Maren Holtby"), &unshown, false), whole);
    let details = merged(of_roles(&["Principal", "Senior", "Junior", "Trainee"]), &unshown, false);
    assert_eq!(details.roles.len(), 4);
    assert_eq!((details.headline, details.skills), (whole.headline.clone(), whole.skills.clone()));

    let gone = Part::COVERED.map(|part| (part, PartState::Absent));
    assert_eq!(merged(named("Maren Holtby"), &gone, false), named("Maren Holtby"));

    let read = [(Part::Roles, PartState::Read)];
    let beginning = merged(of_roles(&["Principal", "Senior"]), &read, true);
    assert_eq!((&beginning.roles, &beginning.passages), (&whole.roles, &vec![told(2)]));
    for (titles, more) in [(["Principal", "Senior"], false), (["Director", "Principal"], true)] {
        assert_eq!(merged(of_roles(&titles), &read, more).roles, roles(&titles), "{titles:?}");
    }
}

/// Entries of few contacts and texts, so that they share much.
fn small(id: u64) -> impl Strategy<Value = Entry> {
    let texts = prop::sample::subsequence(
        vec![STORY, "Ran the night desk of a port with a crew of nine for six hard years."],
        0..=2,
    );
    let contacts = prop::sample::subsequence(vec!["a@mail.example", "b@mail.example", "+44 20 7946 0958"], 0..=2);
    let photo_bits = prop::option::of(prop::sample::select(vec![0_usize, 30, 60, 200]));
    (texts, contacts, photo_bits).prop_map(move |(texts, contacts, bits)| {
        entry(
            id,
            &Profile {
                photo: bits.map(|bits| photo(&turned(bits))),
                contacts: contacts.into_iter().map(contact).collect(),
                passages: texts.into_iter().map(passage).collect(),
                ..Profile::default()
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_that_share_something_are_found_whatever_the_order_of_arrival(
        (entries, shuffled) in (0..12_u64).map(small).collect::<Vec<_>>().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
    ) {
        let probe = &entries[0];
        let shares = |other: &&Entry| {
            let photos = probe.photo.zip(other.photo);
            photos.is_some_and(|(a, b)| loupe_sketch::photo::distance(&a, &b) <= 40)
                || probe.keys.iter().any(|key| other.keys.contains(key))
                || probe.passages.iter().any(|p| other.passages.iter().any(|o| similarity(p, o) >= CANDIDATE_SLOTS))
        };
        let expected: Vec<SightingId> = entries[1..].iter().filter(shares).map(|e| e.id).collect();
        let found = holding(entries.clone()).recall(probe, 100);
        let mut sorted = found.clone();
        sorted.sort();
        prop_assert_eq!(sorted, expected);
        prop_assert_eq!(&found, &holding(shuffled).recall(probe, 100));
        prop_assert_eq!(&found[..found.len().min(3)], holding(entries.clone()).recall(probe, 3));
    }

    #[test]
    fn passages_are_found_by_two_equal_slots_of_one_passage(
        own in prop::collection::vec(any::<[u32; 16]>(), 1..128),
        other in any::<[u32; 16]>(),
        (which, equal) in (any::<prop::sample::Index>(), prop::sample::subsequence((0..16).collect::<Vec<usize>>(), 0..=16)),
    ) {
        let mut other = other;
        let like = *which.get(&own);
        for slot in &equal {
            other[*slot] = like[*slot];
        }
        let with = |id, passages: Vec<[u32; 16]>| {
            let passages = passages.into_iter().map(loupe_sketch::passage::PassageSketch).collect();
            Entry { passages, ..entry(id, &Profile::default()) }
        };
        let found = recalled(&holding([with(1, vec![other])]), &with(9, own), 10);
        prop_assert_eq!(found.len(), usize::from(equal.len() >= 2));
    }
}
