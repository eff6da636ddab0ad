//! What finding photos must not fall below: a few painted people through every edit, looked up among a few more.
//!
//! README.md has the figures of many; here only so many that a change which costs much is seen at once.

use std::io;
use std::sync::LazyLock;

use loupe_photo_bench::edits::EDITS;
use loupe_photo_bench::measure::{Found, Remembered, each, faces, recall};
use loupe_photo_bench::paint::{Studio, portrait};
use loupe_photo_bench::picture::Picture;
use loupe_sketch::photo::MIN_QUALITY;

/// People who are remembered, by turns of each studio; the first three of them are edited.
const PEOPLE: usize = 9;
const EDITED: [usize; 3] = [0, 1, 2];
const THREADS: usize = 2;
/// How many of the three may be missed, where it is not none. What is aimed at, and missed, stands in the README.
const MAY_MISS: [(&str, usize); 1] = [("replaced background", 1)];

struct Measured {
    remembered: Remembered,
    found: Vec<Vec<Option<Found>>>,
}

static MEASURED: LazyLock<io::Result<Measured>> = LazyLock::new(|| {
    let photos = each(PEOPLE, THREADS, |at| {
        let sketched = picture(at)?.sketched().filter(|s| s.quality >= MIN_QUALITY);
        sketched.ok_or_else(|| io::Error::other(format!("person {at} cannot be compared")))
    })?;
    let remembered = Remembered::new(photos);
    let found = recall(&remembered, &EDITED, THREADS, picture)?;
    Ok(Measured { remembered, found })
});

fn picture(at: usize) -> io::Result<Picture> {
    portrait([Studio::One, Studio::Clothes, Studio::Own][at % 3], at as u64).jpeg(90)
}

#[test]
fn edited_photos_are_found_again() {
    let measured = MEASURED.as_ref().unwrap();
    for (at, edit) in EDITS.iter().enumerate() {
        let found = measured.found.iter().filter(|photo| photo[at].as_ref().is_some_and(|f| f.same)).count();
        let may_miss = MAY_MISS.iter().find(|(name, _)| *name == edit.name).map_or(0, |(_, misses)| *misses);
        let likeness: Vec<_> = measured.found.iter().map(|photo| photo[at].as_ref().and_then(|f| f.likeness)).collect();
        assert!(found + may_miss >= EDITED.len(), "{}: {found} found, likeness {likeness:?}", edit.name);
    }
}

#[test]
fn another_face_on_a_photo_is_told_as_its_scene() {
    let measured = MEASURED.as_ref().unwrap();
    let told = faces(&measured.remembered, &EDITED, THREADS, picture).unwrap();
    // Where it was cropped as well, many are missed: see the README. Of many people 93 to 99 % are told; three say little, so
    // half of them is enough.
    for [photos, _, same] in &told[..3] {
        assert_eq!((*photos, *same), (EDITED.len(), 0), "{told:?}");
    }
    let scenes: usize = told[..3].iter().map(|[_, scenes, _]| scenes).sum();
    assert!(scenes * 2 >= 3 * EDITED.len(), "{told:?}");
}

#[test]
fn nobody_is_taken_for_another() {
    let measured = MEASURED.as_ref().unwrap();
    let originals = measured.remembered.strangers(THREADS).unwrap();
    assert_eq!((originals.pairs, originals.matched), (PEOPLE * (PEOPLE - 1) / 2, vec![]));
    for (photo, owner) in measured.found.iter().zip(EDITED) {
        for (edit, found) in EDITS.iter().zip(photo) {
            let strangers = &found.as_ref().unwrap().strangers;
            assert_eq!(strangers.matched, [], "person {owner}, {}", edit.name);
        }
    }
}
