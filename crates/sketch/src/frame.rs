//! The frame of several texts: what stands in all of them in one order, and the slots between, which each fills otherwise.

use std::ops::Range;

use crate::{
    common::{Chain, each_pair, weight_of},
    text::Text,
};

/// What a frame has to weigh.
pub const LEAST: f32 = 8.0;
/// The part of the frame so far that a further text has to have.
const KEPT: f32 = 0.6;
/// Texts at most.
const MOST_TEXTS: usize = 16;

/// What several texts have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// From the first of its words to the last, in the first text.
    pub span: [u32; 2],
    /// What its words weigh: as in a [`Chain`], but what follows each other counts no more.
    pub weight: f32,
    /// How many words it has.
    pub words: usize,
    /// The other texts that are made from it, by their places in what was given.
    pub others: Vec<usize>,
    /// What stands between its words, in their order.
    pub slots: Vec<Slot>,
}

/// A place in a frame that each text fills as it likes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its words in the first text; may be none.
    pub here: Range<u32>,
    /// Its words in each of the others.
    pub others: Vec<Range<u32>>,
    /// How many different fillings there are, empty ones not counted.
    pub fillings: usize,
}

/// The frame around `anchor`, a stretch of the first text, of that text and at least two others. Each comes with its chains
/// in common with the first, of which the one that has most of the anchor counts.
pub fn frame(here: &Text, others: &[(&Text, &[Chain])], anchor: [u32; 2]) -> Option<Frame> {
    let mut partners: Vec<(usize, Vec<Option<u32>>)> = Vec::new();
    for (at, (there, chains)) in others.iter().enumerate() {
        let within = |chain: &Chain| chain.pairs.iter().filter(|[h, _]| (anchor[0]..=anchor[1]).contains(h)).count();
        let Some(chain) = chains.iter().max_by_key(|chain| within(chain)).filter(|chain| within(chain) > 0) else {
            continue;
        };
        let mut partner = vec![None; here.words.len()];
        each_pair(here, there, chain, |[h, t]| {
            if let Some(partner) = partner.get_mut(h).filter(|_| (anchor[0]..=anchor[1]).contains(&(h as u32))) {
                *partner = Some(t as u32);
            }
        });
        partners.push((at, partner));
    }
    let weight = |held: &dyn Fn(u32) -> bool| -> f32 {
        here.telling
            .iter()
            .filter(|word| held(**word))
            .filter_map(|word| here.words.get(*word as usize))
            .map(weight_of)
            .sum()
    };
    let is_held = |partner: &[Option<u32>], word: u32| partner.get(word as usize).is_some_and(Option::is_some);
    let mut partners: Vec<(f32, usize, Vec<Option<u32>>)> =
        partners.into_iter().map(|(at, partner)| (weight(&|word| is_held(&partner, word)), at, partner)).collect();
    partners.sort_by(|(a, at, _), (b, other, _)| b.total_cmp(a).then(at.cmp(other)));
    let mut held = vec![true; here.words.len()];
    let mut members: Vec<(usize, Vec<Option<u32>>)> = Vec::new();
    for (_, at, partner) in partners {
        let before = if members.is_empty() { 0.0 } else { weight(&|word| held[word as usize]) };
        let after = weight(&|word| held[word as usize] && is_held(&partner, word));
        if after >= LEAST && after >= before * KEPT && members.len() < MOST_TEXTS {
            held.iter_mut().zip(&partner).for_each(|(held, partner)| *held &= partner.is_some());
            members.push((at, partner));
        }
    }
    if members.len() < 2 {
        return None;
    }
    let first = here.telling.iter().find(|word| held[**word as usize])?;
    let last = here.telling.iter().rfind(|word| held[**word as usize])?;
    let frame: Vec<u32> = (*first..=*last).filter(|word| held[*word as usize]).collect();
    let slots = frame.windows(2).filter_map(|pair| slot(here, others, &members, pair[0], pair[1])).collect();
    let weight = weight(&|word| held[word as usize]);
    Some(Frame {
        span: [*first, *last],
        weight,
        words: frame.len(),
        others: members.iter().map(|(at, _)| *at).collect(),
        slots,
    })
}

impl Frame {
    /// The frame as the first text writes it, and in it the numbers of the slots, counted from 0; `passages` are those that
    /// the text was made of.
    pub fn segments(&self, here: &Text, passages: &[&str]) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let add = |segments: &mut Vec<Segment>, text: &str| match segments.last_mut() {
            Some(Segment::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => segments.push(Segment::Text(text.to_owned())),
        };
        let mut slots = (0..).zip(&self.slots).peekable();
        for word in self.span[0]..=self.span[1] {
            if word > self.span[0] && here.passage_of(word) != here.passage_of(word - 1) {
                add(&mut segments, "\n");
            }
            while let Some((at, _)) = slots.next_if(|(_, slot)| slot.here.start == word) {
                segments.push(Segment::Slot(at));
            }
            let written = here.word_and_what_follows(passages, word);
            let is_filling = self.slots.iter().any(|slot| slot.here.contains(&word));
            let bare = written.trim_end_matches(|c: char| !c.is_alphanumeric());
            if is_filling {
                // What follows the last word of a filling belongs to the frame.
                let is_last = self.slots.iter().any(|slot| slot.here.end == word + 1);
                add(&mut segments, written.get(bare.len()..).filter(|_| is_last).unwrap_or_default());
            } else {
                add(&mut segments, if word == self.span[1] { bare } else { written });
            }
        }
        segments
    }
}

/// A piece of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// What all have.
    Text(String),
    /// A slot, by its place in [`Frame::slots`].
    Slot(usize),
}

/// What stands between two words of the frame that follow each other; nothing when that is nothing, anywhere.
fn slot(
    here: &Text,
    others: &[(&Text, &[Chain])],
    members: &[(usize, Vec<Option<u32>>)],
    from: u32,
    to: u32,
) -> Option<Slot> {
    let partner = |partner: &[Option<u32>], word: u32| partner.get(word as usize).copied().flatten();
    let mut ranges = Vec::new();
    let mut fillings: Vec<Vec<u64>> = vec![hashes(here, from + 1..to)];
    for (at, partners) in members {
        let range = partner(partners, from)? + 1..partner(partners, to)?;
        // Words in another order are no slot.
        let range = range.start..range.end.max(range.start);
        fillings.push(hashes(others.get(*at)?.0, range.clone()));
        ranges.push(range);
    }
    fillings.retain(|words| !words.is_empty());
    if fillings.is_empty() {
        return None;
    }
    fillings.sort_unstable();
    fillings.dedup();
    Some(Slot { here: from + 1..to, others: ranges, fillings: fillings.len() })
}

fn hashes(text: &Text, range: Range<u32>) -> Vec<u64> {
    text.words.get(range.start as usize..range.end as usize).unwrap_or_default().iter().map(|word| word.hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::common::compare;

    fn family(texts: &[&str]) -> Option<(Frame, Vec<Text>)> {
        let texts: Vec<Text> = texts.iter().map(|text| Text::of([*text])).collect();
        let (first, rest) = texts.split_first()?;
        let chains: Vec<Vec<Chain>> = rest.iter().map(|text| compare(first, text)).collect();
        let others: Vec<(&Text, &[Chain])> = rest.iter().zip(&chains).map(|(t, c)| (t, c.as_slice())).collect();
        let frame = frame(first, &others, [0, first.words.len() as u32])?;
        Some((frame, texts))
    }

    #[test]
    fn what_each_filled_in_stands_in_its_slot() {
        let texts = [
            "Rebuilt the tide forecast service for Quay Labs, cut its nightly run to 35 minutes and trained nine officers to read warnings.",
            "Rebuilt the ferry forecast service for Fernrill, cut its nightly run to 80 minutes and trained four officers to read warnings.",
            "Rebuilt the parcel forecast service for Northlight Mills, cut its nightly run to 12 minutes and trained two officers to read warnings.",
        ];
        let (frame, of) = family(&texts).expect("a frame");
        assert_eq!(frame.others, [0, 1]);
        let words = |at: usize, range: &Range<u32>| of[at].words_as_written(&[texts[at]], range.clone());
        let slots: Vec<[String; 3]> = frame
            .slots
            .iter()
            .map(|slot| [words(0, &slot.here), words(1, &slot.others[0]), words(2, &slot.others[1])])
            .collect();
        let expected = [
            ["tide", "ferry", "parcel"],
            ["Quay Labs", "Fernrill", "Northlight Mills"],
            ["35", "80", "12"],
            ["nine", "four", "two"],
        ];
        assert_eq!(slots, expected.map(|row| row.map(str::to_owned)));
        assert!(frame.slots.iter().all(|slot| slot.fillings == 3));
        let written: String = frame
            .segments(&of[0], &texts[..1])
            .into_iter()
            .map(|segment| match segment {
                Segment::Text(text) => text,
                Segment::Slot(at) => format!("[{at}]"),
            })
            .collect();
        assert_eq!(
            written,
            "Rebuilt the [0] forecast service for [1], cut its nightly run to [2] minutes and trained [3] officers to read warnings"
        );
    }

    #[test]
    fn two_are_no_family_and_a_stranger_is_left_out() {
        let one = "Rebuilt the tide forecast service for Quay Labs, cut its nightly run to 35 minutes and trained nine officers.";
        let two = "Rebuilt the ferry forecast service for Fernrill, cut its nightly run to 80 minutes and trained four officers.";
        let other =
            "Kept the register of bells, cast new ones in winter and taught two apprentices how to tune them by ear.";
        assert!(family(&[one, two, other]).is_none());
        let three = "Rebuilt the parcel forecast service for Mills, cut its nightly run to 12 minutes and trained two officers.";
        assert_eq!(family(&[one, other, two, three]).expect("a frame").0.others, [1, 2]);
    }
}
