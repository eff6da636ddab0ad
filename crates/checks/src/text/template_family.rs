//! Texts of several people made from one frame, in whose slots each has something else.

use std::collections::BTreeSet;

use loupe_memory::{HUB, Sighting};
use loupe_profile::{NameMatch, compare_names};
use loupe_sketch::{
    common::Chain,
    frame::{Frame, Segment, Slot, frame},
    text::Text,
};

use crate::{
    Case, Check, Evidence, Finding, FrameMember, FrameSegment, Status, Strength,
    case::name_of,
    compare::{side::Side, texts::TextPair},
};

pub(crate) static CHECK: Check =
    Check { id: "text/template-family", rule: 1, status: Status::Preview, page: page!("template_family.md"), run };

/// What a frame has to weigh: about as many words that say something.
const WEIGHT: f32 = 12.0;
/// The same of a frame that more than five people share: a lighter one comes from a public template or a course.
const OF_MANY: f32 = 24.0;
/// In how many slots there have to be three different fillings, and how many words such a filling has at most: a name, a
/// number, a product.
const EXCHANGED: usize = 2;
const FILLING: usize = 6;
/// The part of all words of each text, in hundredths, that has to be frame: it is told as one text, not as one vocabulary.
const DENSE: usize = 60;
/// Stretches of a text around which a frame is looked for, the heaviest first.
const ANCHORS: usize = 8;
/// Members shown, and slots of each.
const SHOWN: usize = 16;
const SLOTS: usize = 24;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let families = (0..case.subjects.len()).filter_map(|at| Family::of(case, at));
    // The page and the résumé of one person often tell the same: the one that says most.
    if let Some(family) = families.max_by(|a, b| size(&a.frame).total_cmp(&size(&b.frame))) {
        findings.extend(family.finding(case));
    }
}

/// A frame, and who has it.
struct Family<'c, 'a> {
    subject: usize,
    here: &'c Side<'a>,
    frame: Frame,
    /// The sightings, in the order of the frame's texts, and their texts.
    members: Vec<(&'a Sighting, &'c Side<'a>)>,
}

impl<'c, 'a> Family<'c, 'a> {
    /// The largest of a subject.
    fn of(case: &'c Case<'a>, subject: usize) -> Option<Self> {
        let texts = case.texts();
        let here = texts.here.get(subject)?;
        let mut pairs: Vec<&TextPair> = texts.pairs.iter().filter(|pair| pair.here == subject).collect();
        let weight = |pair: &TextPair| pair.chains.iter().map(|chain| chain.weight).sum::<f32>();
        pairs.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.there.cmp(&b.there)));
        // One person seen in many places is one member.
        let mut people: Vec<(&'a Sighting, &TextPair)> = Vec::new();
        for pair in pairs {
            let seen = case.seen.get(pair.there)?;
            let is_another = |(known, _): &(&Sighting, _)| {
                compare_names(name_of(known), name_of(seen)) == NameMatch::Different || case.unnamed_are_others
            };
            if people.iter().all(is_another) {
                people.push((seen, pair));
            }
        }
        if people.len() < 2 {
            return None;
        }
        let others: Vec<(&Text, &[Chain])> =
            people.iter().filter_map(|(_, pair)| Some((&texts.there.get(pair.there)?.text, &*pair.chains))).collect();
        let mut anchors: Vec<&Chain> = people.iter().flat_map(|(_, pair)| &pair.chains).collect();
        anchors.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let spans: BTreeSet<[u32; 2]> = anchors.into_iter().take(ANCHORS).map(|chain| chain.ends(0)).collect();
        let frames = spans.into_iter().filter_map(|anchor| frame(&here.text, &others, anchor)).filter(is_family);
        let frame = frames.max_by(|a, b| size(a).total_cmp(&size(b)))?;
        let members =
            frame.others.iter().filter_map(|at| people.get(*at)).map(|(seen, pair)| (*seen, &texts.there[pair.there]));
        Some(Self { subject, here, members: members.collect(), frame })
    }

    fn finding(&self, case: &Case<'_>) -> Option<Finding> {
        let subject = case.subjects.get(self.subject)?;
        let (first, _) = self.members.first()?;
        let written = |side: &Side<'_>| -> Vec<String> {
            side.passages.iter().map(|passage| passage.quote.text.clone()).collect()
        };
        let own = written(self.here);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let slots = self.frame.slots.iter().take(SLOTS);
        let filled = slots.clone().map(|slot| self.here.text.words_as_written(&own, slot.here.clone()));
        let mut members =
            vec![FrameMember { name: String::new(), source: subject.source.clone(), fillings: filled.collect() }];
        let quote = |side: &Side<'_>, word: u32| {
            side.passages.get(side.text.passage_of(word)).map(|passage| passage.quote.clone())
        };
        let mut finding =
            CHECK.finding(Strength::Medium).fact("here", &quote(self.here, self.frame.span[0])?, subject.source);
        for (at, (seen, side)) in self.members.iter().enumerate().take(SHOWN) {
            let texts = written(side);
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let slots = slots.clone().filter_map(|slot| slot.others.get(at));
            let fillings = slots.map(|words| side.text.words_as_written(&texts, words.clone())).collect();
            let source = seen.source.clone();
            members.push(FrameMember { name: name_of(seen).to_owned(), source, fillings });
            let begins = self.frame.slots.iter().find_map(|slot| slot.others.get(at)).map_or(0, |words| words.start);
            finding = finding.fact("there", &quote(side, begins)?, &seen.source);
        }
        let pieces = self.frame.segments(&self.here.text, &own).into_iter();
        let text = pieces.map(|piece| match piece {
            Segment::Text(text) => FrameSegment { text, slot: None },
            Segment::Slot(at) => FrameSegment { text: String::new(), slot: Some(at as u32 + 1) },
        });
        let people = (self.members.len() + 1).to_string();
        let finding = finding.arg("people", people).evidence(Evidence::Frame { text: text.collect(), members });
        Some(finding.seen(first))
    }
}

/// Much in the texts of few, or less in those of many.
fn size(frame: &Frame) -> f32 {
    frame.weight * frame.others.len() as f32
}

fn is_family(frame: &Frame) -> bool {
    let lengths = |slot: &Slot| {
        [slot.here.len()].into_iter().chain(slot.others.iter().map(ExactSizeIterator::len)).collect::<Vec<_>>()
    };
    let is_exchange =
        |slot: &&Slot| slot.fillings > 2 && lengths(slot).into_iter().all(|words| (1..=FILLING).contains(&words));
    let exchanged = frame.slots.iter().filter(is_exchange).count();
    // Words in the slots of the one that has most.
    let filled =
        (0..=frame.others.len()).map(|at| frame.slots.iter().filter_map(|slot| lengths(slot).get(at).copied()).sum());
    let filled: usize = filled.max().unwrap_or_default();
    let least = if frame.others.len() > HUB { OF_MANY } else { WEIGHT };
    exchanged >= EXCHANGED && frame.weight >= least && frame.words * 100 >= (frame.words + filled) * DENSE
}
