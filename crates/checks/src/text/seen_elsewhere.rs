//! Passages of this profile were seen in a profile, résumé or letter under another name.

use std::collections::BTreeMap;

use loupe_memory::{HUB, Sighting};
use loupe_sketch::common::{Chain, shared};

use crate::{Case, Check, Finding, Status, Strength, Subject, case::is_hub, compare::side::Side};

pub(crate) static CHECK: Check =
    Check { id: "text/seen-elsewhere", rule: 2, status: Status::Preview, page: page!("seen_elsewhere.md"), run };

/// What a chain of shared words has to weigh to count.
const CHAIN: f32 = 7.0;
/// What each further chain weighs less: of many places, some will agree by chance.
const ANOTHER: f32 = 5.0;
/// What all of them have to weigh for each strength, and how many numbers and names have to stand in both: as much as that
/// many words that say something, and more where they follow each other. Wording without numbers and names may come from
/// a third place: an advert, a list of duties, an example of a career objective.
const NEEDED: [(Strength, f32, u32); 5] = [
    (Strength::Strong, 20.0, 2),
    (Strength::Strong, 40.0, 0),
    (Strength::Medium, 12.0, 1),
    (Strength::Medium, 20.0, 0),
    (Strength::Weak, 12.0, 0),
];
/// What weighs as much, in so many sentences, is no wording that many have found by themselves.
const HANDED_ON: [(f32, usize); 2] = [(18.0, 2), (30.0, 1)];
/// Shared words of a sentence that make it count.
const OF_SENTENCE: usize = 4;
/// Passages shown of one sighting.
const SHOWN: usize = 5;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let texts = case.texts();
    let mut copies: Vec<Copied<'_>> = Vec::new();
    for (at, (subject, here)) in case.subjects.iter().zip(&texts.here).enumerate() {
        let of_this = texts.pairs.iter().filter(|pair| pair.here == at);
        let mut found: Vec<Copied<'_>> = of_this
            .map(|pair| {
                let (seen, there) = (&case.seen[pair.there], &texts.there[pair.there]);
                Copied { subject, seen, here, there, chains: pair.chains.clone() }
            })
            .collect();
        forget_wording_of_many(here, &mut found);
        copies.extend(found);
    }
    for sighting in case.seen {
        // The page and the résumé of one person often tell the same: the one that says most.
        let of_one = copies.iter().filter(|copy| copy.seen.id == sighting.id);
        let Some(copy) = of_one.max_by(|a, b| a.weight().total_cmp(&b.weight())) else { continue };
        findings.extend(copy.finding());
    }
}

/// A sentence that stands under more than five names is nobody's own: it weighs nothing. A paragraph that does was handed on.
fn forget_wording_of_many(here: &Side<'_>, found: &mut Vec<Copied<'_>>) {
    if found.len() <= HUB {
        return;
    }
    let mut sharing: Vec<Vec<&Sighting>> = vec![Vec::new(); here.text.len()];
    for copy in found.iter() {
        for [word, _] in copy.chains.iter().flat_map(|chain| &chain.pairs) {
            if let Some(sharing) = sharing.get_mut(*word as usize) {
                sharing.push(copy.seen);
            }
        }
    }
    let of_many: Vec<bool> =
        sharing.into_iter().map(|sharing| sharing.len() > HUB && is_hub(sharing.iter().copied())).collect();
    let is_own = |[word, _]: &[u32; 2]| !of_many.get(*word as usize).copied().unwrap_or_default();
    for copy in found.iter_mut().filter(|copy| !copy.was_handed_on()) {
        for chain in &mut copy.chains {
            let own = chain.pairs.iter().filter(|pair| is_own(pair)).count();
            chain.weight *= own as f32 / chain.pairs.len().max(1) as f32;
        }
        copy.chains.retain(|chain| chain.weight >= CHAIN);
    }
    found.retain(|copy| !copy.chains.is_empty());
}

/// What a source of the person and a sighting share, the heaviest chain first.
struct Copied<'a> {
    subject: &'a Subject<'a>,
    seen: &'a Sighting,
    here: &'a Side<'a>,
    there: &'a Side<'a>,
    chains: Vec<Chain>,
}

impl Copied<'_> {
    fn weight(&self) -> f32 {
        let chains = self.chains.iter().map(|chain| (chain.weight - ANOTHER).max(0.0));
        if self.chains.is_empty() { 0.0 } else { ANOTHER + chains.sum::<f32>() }
    }

    /// Whether it is more than a phrase or a sentence.
    fn was_handed_on(&self) -> bool {
        let (weight, sentences) = (self.weight(), self.sentences());
        HANDED_ON.iter().any(|(least, of)| weight >= *least && sentences >= *of)
    }

    /// Sentences of which enough words are shared.
    fn sentences(&self) -> usize {
        let mut words: BTreeMap<usize, usize> = BTreeMap::new();
        for [word, _] in self.chains.iter().flat_map(|chain| &chain.pairs) {
            *words.entry(self.here.text.sentence_of(*word)).or_default() += 1;
        }
        words.values().filter(|words| **words >= OF_SENTENCE).count()
    }

    fn strength(&self) -> Option<Strength> {
        let specifics: u32 = self.chains.iter().map(|chain| chain.specifics).sum();
        let weight = self.weight();
        let reached = NEEDED.iter().find(|(_, least, numbers)| weight >= *least && specifics >= *numbers);
        reached.map(|(strength, ..)| *strength)
    }

    fn finding(&self) -> Option<Finding> {
        let strength = self.strength()?;
        let [shared_here, shared_there] = shared(&self.here.text, &self.there.text, &self.chains);
        // What is shown of a chain is not shown again for another in the same passages.
        let mut shown: Vec<[[usize; 2]; 2]> = Vec::new();
        for chain in &self.chains {
            let span = [self.here.span(chain, 0), self.there.span(chain, 1)];
            let within = |[inner, outer]: [[usize; 2]; 2]| outer[0] <= inner[0] && inner[1] <= outer[1];
            if !shown.iter().any(|known| within([span[0], known[0]]) && within([span[1], known[1]])) {
                shown.push(span);
            }
        }
        let [first_here, first_there] = *shown.first()?;
        let quote_here = &self.here.passages.get(first_here[0])?.quote;
        let quote_there = &self.there.passages.get(first_there[0])?.quote;
        let mut finding = CHECK
            .finding(strength)
            .fact("here", quote_here, self.subject.source)
            .fact("there", quote_there, &self.seen.source)
            .arg("here_source", self.subject.source.label.clone())
            .arg("there_source", self.seen.source.label.clone())
            .arg("passages", shown.len().to_string())
            .arg("words", shared_here.iter().filter(|shared| **shared).count().to_string());
        for [here, there] in shown.into_iter().take(SHOWN) {
            finding =
                finding.evidence(Side::aligned([self.here, self.there], [here, there], [&shared_here, &shared_there]));
        }
        Some(finding.seen(self.seen))
    }
}
