//! Passage sketches, and what two texts have in common, as memory and checks use them.

use loupe_sketch::{
    common::{Chain, LEAST, compare, shared},
    passage::{CANDIDATE_SLOTS, LEAST as LEAST_WORDS, PassageSketch, SLOTS, similarity, sketches},
    text::{Stretch, Text},
};
use proptest::prelude::*;

const STORY: &str = "Moved the billing of forty shops from a nightly batch to events, which cut the time from order to \
                     invoice from nineteen hours to six minutes, and trained two teams to run it.";

fn sketched(text: &str) -> Vec<PassageSketch> {
    sketches(&Text::of([text]), 100)
}

fn similar(a: &str, b: &str) -> usize {
    let (a, b) = (sketched(a), sketched(b));
    a.iter().flat_map(|a| b.iter().map(|b| similarity(a, b))).max().unwrap_or_default()
}

fn chains(a: &str, b: &str) -> Vec<Chain> {
    compare(&Text::of([a]), &Text::of([b]))
}

/// Both texts, shared words in brackets.
fn drawn(here: &[&str], there: &[&str]) -> [String; 2] {
    let [one, other] = [here, there].map(|passages| Text::of(passages.iter().copied()));
    let [marks_here, marks_there] = shared(&one, &other, &compare(&one, &other));
    let draw = |s: &Stretch| if s.shared { format!("[{}]", s.text) } else { s.text.clone() };
    let all = |text: &Text, passages: &[&str], marks: &[bool]| -> String {
        text.stretches(passages, [0, passages.len()], marks).iter().map(draw).collect()
    };
    [all(&one, here, &marks_here), all(&other, there, &marks_there)]
}

#[test]
fn an_edited_copy_is_a_candidate_and_another_story_is_not() {
    let copy = STORY.replace("forty", "sixty").replace("nineteen hours", "a day");
    let other = "Built the search of a library of maps: tiles are indexed by what is drawn on them, so that a river is \
                 found by its bends, and archivists in three countries add to it every week.";
    assert!((CANDIDATE_SLOTS..SLOTS).contains(&similar(STORY, &copy)));
    assert_eq!(similar(STORY, other), 0);
    assert!(chains(STORY, &copy)[0].weight > 20.0);
    assert_eq!(chains(STORY, other), []);
}

/// Three of ten words exchanged, over and over: pieces of twenty-four words remain candidates, and what is left of them is
/// one chain.
#[test]
fn with_three_of_ten_words_exchanged_nearly_all_are_found() {
    let mut random = 7_u64;
    let mut chance = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % 10
    };
    let (mut candidates, mut heavy) = (0, 0);
    for passage in 0..500 {
        let words: Vec<String> = (0..30).map(|word| format!("w{passage}x{word}")).collect();
        let copy: Vec<String> =
            words.iter().map(|word| if chance() < 3 { format!("{word}other") } else { word.clone() }).collect();
        let (words, copy) = (words.join(" "), copy.join(" "));
        candidates += usize::from(similar(&words, &copy) >= CANDIDATE_SLOTS);
        heavy += usize::from(chains(&words, &copy).first().is_some_and(|chain| chain.weight >= 12.0));
    }
    assert!(candidates >= 470 && heavy >= 485, "{candidates} and {heavy} of 500");
}

#[test]
fn what_says_little_has_no_sketch() {
    let words = |n: u32| (0..n).map(|i| format!("word{i}")).collect::<Vec<_>>().join(" and the ");
    assert_eq!(sketched(""), []);
    assert_eq!(sketched(&words(LEAST_WORDS - 1)), []);
    assert_eq!(sketched(&words(LEAST_WORDS)).len(), 1);
}

#[test]
fn a_declaration_brings_no_two_people_together() {
    let declaration = "I hereby declare that the information furnished above is true to the best of my knowledge and \
                       belief.";
    assert_eq!(sketched(declaration), []);
    let a = format!("{STORY} {declaration}");
    let b = format!("Kept the ferries of a strait on time through four winters with a crew of nine. {declaration}");
    assert_eq!((similar(&a, &b), chains(&a, &b)), (0, vec![]));
    // It is said to be ordinary where it is shown.
    let text = Text::of([declaration]);
    let marked = text.stretches(&[declaration], [0, 0], &[]);
    assert!(marked[0].ordinary && marked[0].text.len() > 50, "{marked:?}");
}

#[test]
fn what_is_shared_is_marked_in_both_as_it_was_written() {
    let [here, there] = drawn(
        &["In 2019 we cut the TIME from order to invoice for nine shops. A fine year."],
        &["Wir haben cut the time – from order to invoice for nine shops; das war gut"],
    );
    assert_eq!(here, "In 2019 we [cut the TIME from order to invoice for nine shops. ]A fine year.");
    assert_eq!(there, "Wir haben [cut the time – from order to invoice for nine shops; ]das war gut");
}

#[test]
fn words_exchanged_between_are_not_marked() {
    let [here, _] = drawn(
        &["Rebuilt the tide forecast for nine harbours and trained seven duty officers."],
        &["Rebuilt the wave forecast for nine harbours and trained seven young officers."],
    );
    assert_eq!(here, "[Rebuilt the ]tide [forecast for nine harbours and trained seven ]duty [officers.]");
}

#[test]
fn sentences_in_another_order_are_chains_of_their_own() {
    let one = "Ran the night desk of a freight port in winter. Wrote the pilots' manual for narrow tidal rivers.";
    let other = "Wrote the pilots' manual for narrow tidal rivers. Ran the night desk of a freight port in winter.";
    let [here, there] = drawn(&[one], &[other]);
    assert_eq!(here, format!("[{one}]"));
    assert_eq!(there, format!("[{other}]"));
}

#[test]
fn bullets_in_another_order_and_other_company_are_found() {
    let bullets = [
        "Counted grey seals from small planes each spring",
        "Mended nets for nine crews before every storm",
        "Read tidal gauges by night with two lamps",
    ];
    let here = Text::of(bullets);
    let there = Text::of([bullets[2], "Baked bread for a whole island each day", bullets[0], bullets[1]]);
    let words: u32 = compare(&here, &there).iter().map(|chain| chain.words).sum();
    assert!(words >= 15, "{words}");
}

#[test]
fn one_phrase_is_chance() {
    assert_eq!(chains("we moved the shop north of town", "they moved the shop to the south"), []);
}

#[test]
fn repeating_a_phrase_does_not_raise_the_weight() {
    let phrase = "counted seals from small planes near ice ";
    let once = chains(phrase, phrase)[0].weight;
    let found = chains(&phrase.repeat(9), phrase);
    assert_eq!(found.len(), 1);
    assert!((found[0].weight - once).abs() < 0.01);
}

#[test]
fn numbers_and_names_weigh_more() {
    let plain = chains("counted small seals near old ice floes", "counted small seals near old ice floes")[0].clone();
    let named =
        chains("counted 412 seals near Fernrill ice floes", "counted 412 seals near Fernrill ice floes")[0].clone();
    assert_eq!((plain.words, plain.specifics), (7, 0));
    assert_eq!((named.words, named.specifics), (7, 2));
    assert!(named.weight > plain.weight);
}

#[test]
fn scripts_without_spaces_are_compared() {
    for (here, there) in [
        ("负责支付系统的设计与开发,带领五人团队。", "曾负责支付系统的设计与开发。"),
        ("港の夜間業務を担当し、九人の船員を指導した。", "以前は港の夜間業務を担当し、九人の仲間と働いた。"),
        ("ดูแลท่าเรือกลางคืนและสอนลูกเรือเก้าคน", "เคยดูแลท่าเรือกลางคืนและสอนนักเรียน"),
    ] {
        let found = chains(here, there);
        assert!(found.first().is_some_and(|chain| chain.weight >= LEAST), "{here}: {found:?}");
    }
    assert!(
        similar(&"负责支付系统的设计与开发带领五人团队".repeat(2), "曾负责支付系统的设计与开发带领五人团队")
            >= CANDIDATE_SLOTS
    );
}

#[test]
fn letters_of_other_scripts_that_look_alike_hide_nothing() {
    let hidden = STORY.replace('a', "а").replace('o', "ο").replace('e', "е").replace("the", "t\u{200b}he");
    assert_ne!(hidden, STORY);
    assert_eq!(sketched(&hidden), sketched(STORY));
    assert_eq!(chains(STORY, &hidden), chains(STORY, STORY));
}

#[test]
fn what_was_not_looked_at_is_not_shared() {
    let text = (0..6_100).map(|i| format!("w{i}")).collect::<Vec<_>>().join(" ");
    let one = Text::of([text.as_str()]);
    assert_eq!(one.len(), 6_000);
    let [marks, _] = shared(&one, &one, &compare(&one, &one));
    let stretches = one.stretches(&[&text], [0, 0], &marks);
    assert!(stretches.iter().map(|s| s.text.as_str()).collect::<String>() == text);
}

#[test]
fn sketches_never_change() {
    // They are stored. If this fails, stored sketches no longer find their passages: raise the format of the rows.
    let expected = [
        128_177_246,
        52_237_093,
        528_895_441,
        39_953_290,
        518_069_232,
        445_095_247,
        64_425_991,
        41_870_020,
        262_676_965,
        149_777_506,
        13_980_035,
        242_671_168,
        155_390_461,
        204_537_050,
        141_476_601,
        107_831_473,
    ];
    assert_eq!(sketched(STORY)[0].0, expected);
}

/// Words of several scripts, with marks, ligatures and joiners among them.
fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{3,9}", "[0-9]{2,4}", "[а-я]{4,7}", "[α-ω]{4,7}", "[一-龥]{1,3}", "(é|ü|ß|ﬁ|ñ|i\u{301}){2,4}"]
}

/// The same words as a careless or a careful hand would write them.
fn rewritten(words: Vec<(String, u8, bool, u8)>) -> String {
    let joint = [" ", ", ", " – ", " / ", " + ", " \u{a0}", " (", " * "];
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
    fn a_text_matches_itself_however_it_is_written(
        words in prop::collection::vec((word(), any::<u8>(), any::<bool>(), any::<u8>()), 20..80),
    ) {
        let plain = words.iter().map(|w| w.0.as_str()).collect::<Vec<_>>().join(" ");
        let other = rewritten(words);
        prop_assert_eq!(sketched(&plain), sketched(&other));
        let [here, there] = drawn(&[&plain], &[&other]);
        // From the first word that says something to the last.
        prop_assert_eq!(here.matches('[').count(), 1, "{}", here);
        prop_assert_eq!(there.matches('[').count(), 1, "{}", there);
    }

    /// Exchanged, reordered, with other sentences between: what is left of half of the words or more is found.
    #[test]
    fn what_is_left_of_a_text_is_found(
        kept in prop::collection::vec("[a-z]{5,9} [a-z]{5,9} [a-z]{5,9} [a-z]{5,9} [a-z]{5,9} [a-z]{5,9}\\. ", 3..7)
            .prop_shuffle(),
        added in prop::collection::vec("[a-z]{5,9} [a-z]{5,9} [a-z]{5,9}\\. ", 3..7),
    ) {
        let one = kept.concat();
        let other: String = kept.iter().rev().zip(added.iter().cycle()).flat_map(|(a, b)| [a.as_str(), b]).collect();
        let words: u32 = chains(&one, &other).iter().map(|chain| chain.words).sum();
        prop_assert!(words as usize >= kept.len() * 5, "{words} of {}", kept.len() * 6);
    }

    #[test]
    fn similarity_has_no_direction(a in "(\\w+ ){12,40}", b in "(\\w+ ){12,40}") {
        for (a, b) in sketched(&a).iter().zip(&sketched(&b)) {
            prop_assert_eq!(similarity(a, b), similarity(b, a));
            prop_assert_eq!(similarity(a, a), SLOTS);
        }
    }

    /// Marked or not, nothing of a text is lost, cut inside of a character or moved.
    #[test]
    fn stretches_are_the_whole_text(
        a in "\\PC{0,80}", b in "\\PC{0,80}", common in "(\\PC{1,6} ){0,12}", at in any::<prop::sample::Index>(),
    ) {
        let boundaries: Vec<usize> = a.char_indices().map(|(at, _)| at).chain([a.len()]).collect();
        let at = *at.get(&boundaries);
        let (here, there) = (format!("{}{common}{}", &a[..at], &a[at..]), format!("{common}{b}"));
        let [one, other] = [&here, &there].map(|text| Text::of([text.as_str()]));
        let chains = compare(&one, &other);
        let [marks_here, marks_there] = shared(&one, &other, &chains);
        for (text, passage, marks) in [(&one, &here, marks_here), (&other, &there, marks_there)] {
            let stretches = text.stretches(&[passage], [0, 0], &marks);
            prop_assert_eq!(&stretches.iter().map(|s| s.text.as_str()).collect::<String>(), passage);
            prop_assert!(stretches.iter().all(|s| !s.text.is_empty()));
        }
        prop_assert!(chains.iter().all(|chain| chain.weight >= LEAST && chain.words >= 2));
    }
}
