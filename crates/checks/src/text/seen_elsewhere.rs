//! Passages of this profile were seen in a profile, résumé or letter under another name.

use loupe_memory::Sighting;
use loupe_profile::{Passage, Profile};
use loupe_sketch::passage::{self, Alignment, CANDIDATE_SLOTS, PassageSketch, Stretch, align, similarity};

use crate::{Case, Check, Evidence, Finding, Segment, Status, Strength, Subject, case::is_hub};

pub(crate) static CHECK: Check =
    Check { id: "text/seen-elsewhere", rule: 1, status: Status::Preview, page: page!("seen_elsewhere.md"), run };

/// Shared words, ordinary wording not counted, that make a passage the same …
const STRONG_WORDS: u32 = 20;
/// … and so few still hint at it,
const MEDIUM_WORDS: u32 = 12;
/// if they are at least this much of the shorter passage, in hundredths.
const SHARE: u32 = 60;
/// Passages looked at of one profile.
const PASSAGES: usize = 200;
/// Passages of one sighting that one passage is aligned with.
const CLOSEST: usize = 3;
/// Passages shown of one sighting.
const SHOWN: usize = 5;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let own: Vec<(&Subject<'_>, Sketched<'_>)> = case
        .subjects
        .iter()
        .flat_map(|subject| sketched(subject.profile).map(move |passage| (subject, passage)))
        .collect();
    let seen: Vec<(&Sighting, Vec<Sketched<'_>>)> =
        case.seen_under_another_name().map(|seen| (seen, sketched(&seen.profile).collect())).collect();
    let mut copies: Vec<Shared<'_>> = Vec::new();
    for (subject, here) in &own {
        let found: Vec<Shared<'_>> = seen
            .iter()
            .filter(|(seen, _)| case.is_another(subject, seen))
            .filter_map(|(seen, theirs)| closest(here, theirs).map(|c| c.in_case(subject, seen)))
            .collect();
        // Wording that many people share is nobody's own.
        if !is_hub(found.iter().map(|copy| copy.seen)) {
            copies.extend(found);
        }
    }
    for (seen, _) in &seen {
        let mut of_one: Vec<&Shared<'_>> = copies.iter().filter(|copy| copy.seen.id == seen.id).collect();
        of_one.sort_by_key(|copy| std::cmp::Reverse((copy.strength, copy.alignment.specific_words)));
        // The page and the résumé of one person often tell the same: each of the other's passages counts once.
        let mut told: Vec<&str> = Vec::new();
        of_one.retain(|copy| {
            let text = copy.there.quote.text.as_str();
            let new = !told.contains(&text);
            told.push(text);
            new
        });
        let Some(best) = of_one.first() else { continue };
        let mut finding = CHECK
            .finding(best.strength)
            .fact("here", &best.here.quote, best.subject.source)
            .fact("there", &best.there.quote, &seen.source)
            .arg("here_source", best.subject.source.label.clone())
            .arg("there_source", seen.source.label.clone())
            .arg("passages", of_one.len().to_string())
            .arg("words", of_one.iter().map(|copy| copy.alignment.shared_words).sum::<u32>().to_string());
        for copy in of_one.iter().take(SHOWN) {
            finding = finding.evidence(Evidence::Passages {
                here: segments(&copy.alignment.here),
                there: segments(&copy.alignment.there),
                shared_words: copy.alignment.shared_words,
            });
        }
        findings.push(finding.seen(seen));
    }
}

/// A passage long enough to be compared.
struct Sketched<'a> {
    passage: &'a Passage,
    sketch: PassageSketch,
}

fn sketched(profile: &Profile) -> impl Iterator<Item = Sketched<'_>> {
    profile.passages.iter().filter(|passage| !is_letter_spaced(&passage.quote.text)).take(PASSAGES).filter_map(
        |passage| {
            let sketch = passage::sketch(&passage.quote.text)?;
            Some(Sketched { passage, sketch })
        },
    )
}

/// "C A R E E R  O B J E C T I V E": a heading, not a dozen words. Measured on real résumés, headings set like this
/// were a sixth of what else was found.
fn is_letter_spaced(text: &str) -> bool {
    let single = text.split_whitespace().filter(|word| word.chars().nth(1).is_none()).count();
    single * 2 > text.split_whitespace().count()
}

/// The passage of `theirs` that is most surely a copy.
fn closest<'a>(here: &Sketched<'a>, theirs: &[Sketched<'a>]) -> Option<Found<'a>> {
    let mut near: Vec<(usize, &Sketched<'_>)> = theirs
        .iter()
        .map(|there| (similarity(&here.sketch, &there.sketch), there))
        .filter(|(slots, _)| *slots >= CANDIDATE_SLOTS)
        .collect();
    near.sort_by_key(|(slots, _)| std::cmp::Reverse(*slots));
    let copies = near.into_iter().take(CLOSEST).filter_map(|(_, there)| {
        let alignment = align(&here.passage.quote.text, &there.passage.quote.text);
        let strength = strength(&alignment)?;
        Some(Found { here: here.passage, there: there.passage, alignment, strength })
    });
    copies.max_by_key(|copy| copy.alignment.specific_words)
}

fn strength(alignment: &Alignment) -> Option<Strength> {
    let shorter = alignment.words_here.min(alignment.words_there);
    if alignment.specific_words * 100 < shorter * SHARE {
        return None;
    }
    match alignment.specific_words {
        STRONG_WORDS.. => Some(Strength::Strong),
        MEDIUM_WORDS.. => Some(Strength::Medium),
        _ => None,
    }
}

/// A passage and its copy.
struct Found<'a> {
    here: &'a Passage,
    there: &'a Passage,
    alignment: Alignment,
    strength: Strength,
}

impl<'a> Found<'a> {
    fn in_case(self, subject: &'a Subject<'a>, seen: &'a Sighting) -> Shared<'a> {
        let Self { here, there, alignment, strength } = self;
        Shared { subject, seen, here, there, alignment, strength }
    }
}

/// A passage and its copy, and whose they are.
struct Shared<'a> {
    subject: &'a Subject<'a>,
    seen: &'a Sighting,
    here: &'a Passage,
    there: &'a Passage,
    alignment: Alignment,
    strength: Strength,
}

fn segments(stretches: &[Stretch]) -> Vec<Segment> {
    stretches.iter().map(|s| Segment { text: s.text.clone(), shared: s.shared }).collect()
}
