//! Passage sketches and alignments as checks use them.

use loupe_sketch::passage::{Alignment, CANDIDATE_SLOTS, MIN_WORDS, SLOTS, Stretch, align, similarity, sketch};
use proptest::prelude::*;

const STORY: &str = "Moved the billing of forty shops from a nightly batch to events, which cut the time from order to \
                     invoice from nineteen hours to six minutes, and trained two teams to run it.";

/// The stretches as text, shared ones in brackets.
fn drawn(stretches: &[Stretch]) -> String {
    stretches.iter().map(|s| if s.shared { format!("[{}]", s.text) } else { s.text.clone() }).collect()
}

#[test]
fn an_edited_copy_is_a_candidate_and_another_story_is_not() {
    let copy = STORY.replace("forty", "sixty").replace("nineteen hours", "a day");
    let other = "Built the search of a library of maps: tiles are indexed by what is drawn on them, so that a river is \
                 found by its bends, and archivists in three countries add to it every week.";
    let [story, copy, other] = [STORY, &copy, other].map(|text| sketch(text).unwrap());
    assert!(similarity(&story, &copy) >= CANDIDATE_SLOTS);
    assert!(similarity(&story, &copy) < SLOTS);
    assert_eq!(similarity(&story, &other), 0);
}

#[test]
fn one_word_exchanged_in_the_shortest_passage_is_found_nearly_always() {
    let words: Vec<String> = (0..12 * 1000).map(|i| format!("w{i}")).collect();
    let passages: Vec<_> = words.chunks(12).collect();
    let found = passages.iter().filter(|passage| {
        let copy = [&passage[..6], &["other".to_owned()], &passage[7..]].concat();
        let sketches = [passage.join(" "), copy.join(" ")].map(|text| sketch(&text).unwrap());
        similarity(&sketches[0], &sketches[1]) >= CANDIDATE_SLOTS
    });
    let found = found.count();
    assert!(found >= 980, "{found} of 1000");
}

#[test]
fn short_passages_have_no_sketch() {
    let words = |n: usize| (0..n).map(|i| format!("word{i}")).collect::<Vec<_>>().join(" ");
    assert_eq!(sketch(""), None);
    assert_eq!(sketch(&words(MIN_WORDS - 1)), None);
    assert!(sketch(&words(MIN_WORDS)).is_some());
}

#[test]
fn a_declaration_brings_no_two_people_together() {
    let declaration = "I hereby declare that the information furnished above is true to the best of my knowledge and \
                       belief.";
    assert_eq!(sketch(declaration), None);
    let a = format!("{STORY} {declaration}");
    let b = format!("Kept the ferries of a strait on time through four winters with a crew of nine. {declaration}");
    let [sketch_a, sketch_b] = [&a, &b].map(|text| sketch(text).unwrap());
    assert!(similarity(&sketch_a, &sketch_b) < CANDIDATE_SLOTS);
    let Alignment { shared_words, specific_words, .. } = align(&a, &b);
    assert_eq!((shared_words, specific_words), (18, 0));
}

#[test]
fn what_is_shared_is_marked_in_both_as_it_was_written() {
    let here = "In 2019 we cut the TIME from order to invoice. A fine year.";
    let there = "Wir haben cut the time – from order to invoice; das war gut";
    let found = align(here, there);
    assert_eq!(drawn(&found.here), "In 2019 we [cut the TIME from order to invoice. ]A fine year.");
    assert_eq!(drawn(&found.there), "Wir haben [cut the time – from order to invoice; ]das war gut");
    assert_eq!((found.shared_words, found.specific_words), (7, 7));
    assert_eq!((found.words_here, found.words_there), (13, 12));
}

#[test]
fn sentences_in_another_order_are_shared() {
    let found = align(
        "Ran the night desk of a port. Wrote the manual for pilots.",
        "Wrote the manual for pilots. Ran the night desk of a port.",
    );
    assert_eq!(found.shared_words, 12);
}

#[test]
fn runs_of_three_words_are_not_shared() {
    let found = align("we moved the shop north", "they moved the shop south");
    assert_eq!((found.shared_words, found.here.len()), (0, 1));
}

#[test]
fn repeating_a_phrase_does_not_raise_the_count() {
    let found = align("cut the time from ".repeat(9).as_str(), "cut the time from");
    assert_eq!(found.shared_words, 4);
}

#[test]
fn chinese_is_compared() {
    let here = "负责支付系统的设计与开发,带领五人团队。";
    let there = "曾负责支付系统的设计与开发。";
    assert!(sketch(here).is_some());
    assert_eq!(drawn(&align(here, there).there), "曾[负责支付系统的设计与开发。]");
}

#[test]
fn what_was_not_looked_at_is_not_shared() {
    let text = (0..2_100).map(|i| format!("w{i}")).collect::<Vec<_>>().join(" ");
    let found = align(&text, &text);
    assert_eq!((found.words_here, found.shared_words), (2_000, 2_000));
    assert_eq!(found.here.iter().map(|s| s.shared).collect::<Vec<_>>(), [true, false]);
    assert!(found.here[1].text.starts_with("w2000 "));
}

#[test]
fn sketches_never_change() {
    // They are stored. If this fails, stored sketches no longer find their passages: raise the format of the rows.
    let expected = [
        108_528_056,
        184_321_342,
        210_711_379,
        22_611_889,
        55_269_241,
        182_536_913,
        110_012_446,
        23_676_079,
        113_373_404,
        146_095_789,
        193_428_645,
        32_792_979,
        224_949_081,
        214_091_466,
        26_079_126,
        15_829_518,
    ];
    assert_eq!(sketch(STORY).unwrap().0, expected);
}

/// Words of several scripts, with marks, ligatures and joiners among them.
fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,9}", "[0-9]{1,4}", "[а-я]{1,7}", "[α-ω]{1,7}", "[一-二]{1,3}", "(é|ü|ß|ﬁ|ñ|i\u{301}){1,3}"]
}

/// The same words as a careless or a careful hand would write them.
fn rewritten(words: Vec<(String, u8, bool, u8)>) -> String {
    let joint = [" ", ", ", " – ", "\n• ", "; ", ".\u{a0}", " (", "! "];
    let mut text = String::new();
    for (word, between, upper, joiner) in words {
        let word = if upper { word.to_uppercase() } else { word };
        let at = word.char_indices().nth(usize::from(joiner) % word.chars().count()).map_or(0, |(at, _)| at);
        let hidden = ["", "\u{200b}", "\u{ad}", "\u{2060}", "\u{200d}"][usize::from(joiner) % 5];
        text.extend([&word[..at], hidden, &word[at..], joint[usize::from(between) % joint.len()]]);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_passage_matches_itself_however_it_is_written(
        words in prop::collection::vec((word(), any::<u8>(), any::<bool>(), any::<u8>()), 12..80),
    ) {
        let plain = words.iter().map(|w| w.0.as_str()).collect::<Vec<_>>().join(" ");
        let sketched = sketch(&plain);
        prop_assert!(sketched.is_some());
        prop_assert_eq!(sketched, sketch(&rewritten(words.clone())));
        let found = align(&plain, &rewritten(words));
        prop_assert_eq!(found.shared_words, found.words_here);
        prop_assert_eq!(found.shared_words, found.words_there);
    }

    #[test]
    fn similarity_has_no_direction(a in "(\\w+ ){12,40}", b in "(\\w+ ){12,40}") {
        if let (Some(a), Some(b)) = (sketch(&a), sketch(&b)) {
            prop_assert_eq!(similarity(&a, &b), similarity(&b, &a));
            prop_assert_eq!(similarity(&a, &a), SLOTS);
        }
    }

    #[test]
    fn stretches_are_the_whole_text(
        a in "\\PC{0,80}", b in "\\PC{0,80}", common in "(\\PC{1,6} ){0,12}", at in any::<prop::sample::Index>(),
    ) {
        let boundaries: Vec<usize> = a.char_indices().map(|(at, _)| at).chain([a.len()]).collect();
        let at = *at.get(&boundaries);
        let (here, there) = (format!("{}{common}{}", &a[..at], &a[at..]), format!("{common}{b}"));
        let found = align(&here, &there);
        for (text, stretches) in [(&here, &found.here), (&there, &found.there)] {
            prop_assert_eq!(&stretches.iter().map(|s| s.text.as_str()).collect::<String>(), text);
            prop_assert!(stretches.iter().all(|s| !s.text.is_empty()));
            prop_assert!(stretches.windows(2).all(|pair| pair[0].shared != pair[1].shared));
        }
        prop_assert!(found.specific_words <= found.shared_words);
        prop_assert!(found.shared_words <= found.words_here.min(found.words_there));
        let back = align(&there, &here);
        prop_assert_eq!(back.here, found.there);
        prop_assert_eq!(back.shared_words, found.shared_words);
    }
}
