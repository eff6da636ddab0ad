//! The words of the advert, returned as the candidate's own.

use std::collections::BTreeMap;

use loupe_profile::Advert;
use loupe_sketch::common::{Chain, compare, shared};

use crate::{Case, Check, Finding, Status, Strength, Subject, compare::side::Side};

pub(crate) static CHECK: Check =
    Check { id: "text/copied-job-ad", rule: 1, status: Status::Preview, page: page!("copied_job_ad.md"), run };

/// What a chain of shared words has to weigh: a clause, not a name of a trade or a list of two tools.
const CHAIN: f32 = 7.0;
/// So many sentences of the advert, or
const SENTENCES: usize = 5;
/// such a part of the text that says something, in hundredths, in at least so many of its words.
const SHARE: usize = 30;
const WORDS: u32 = 24;
/// Shared words of a sentence that make it one of the advert's.
const OF_SENTENCE: usize = 4;
/// Adverts compared; more are a list.
const MOST: usize = 16;
/// Passages shown.
const SHOWN: usize = 4;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let adverts: Vec<(&Advert, Side<'_>)> =
        case.adverts.iter().take(MOST).map(|advert| (advert, Side::of(&advert.passages))).collect();
    if adverts.is_empty() {
        return;
    }
    for (subject, here) in case.subjects.iter().zip(&case.texts().here) {
        // The one that most of it is from.
        let found = adverts.iter().filter_map(|(advert, there)| finding(subject, here, advert, there));
        findings.extend(found.max_by_key(|(words, _)| *words).map(|(_, finding)| finding));
    }
}

fn finding(subject: &Subject<'_>, here: &Side<'_>, advert: &Advert, there: &Side<'_>) -> Option<(u32, Finding)> {
    let mut chains = compare(&here.text, &there.text);
    chains.retain(|chain| chain.weight >= CHAIN);
    let words: u32 = chains.iter().map(|chain| chain.words).sum();
    let all = here.text.telling_within([0, here.text.len() as u32]);
    let is_much = words >= WORDS && words as usize * 100 >= all * SHARE;
    if !is_much && sentences(&chains, there) < SENTENCES {
        return None;
    }
    let [shared_here, shared_there] = shared(&here.text, &there.text, &chains);
    let spans = |chain: &Chain| [here.span(chain, 0), there.span(chain, 1)];
    let [at_here, at_there] = spans(chains.first()?);
    let mut finding = CHECK
        .finding(Strength::Weak)
        .fact("here", &here.passages.get(at_here[0])?.quote, subject.source)
        .fact("advert", &there.passages.get(at_there[0])?.quote, &advert.source)
        .arg("title", advert.title.as_str())
        .arg("words", words.to_string());
    for chain in chains.iter().take(SHOWN) {
        finding = finding.evidence(Side::aligned([here, there], spans(chain), [&shared_here, &shared_there]));
    }
    Some((words, finding))
}

/// Sentences of the advert of which enough words are shared.
fn sentences(chains: &[Chain], advert: &Side<'_>) -> usize {
    let mut words: BTreeMap<usize, usize> = BTreeMap::new();
    for [_, word] in chains.iter().flat_map(|chain| &chain.pairs) {
        *words.entry(advert.text.sentence_of(*word)).or_default() += 1;
    }
    words.values().filter(|words| **words >= OF_SENTENCE).count()
}
