//! Frames of texts: what is a slot, and that no text takes it apart wrongly.

use loupe_sketch::{
    common::{Chain, compare},
    frame::{Frame, Segment, frame},
    text::Text,
};
use proptest::prelude::*;

fn framed(texts: &[&Text]) -> Option<Frame> {
    let (first, rest) = texts.split_first()?;
    let chains: Vec<Vec<Chain>> = rest.iter().map(|text| compare(first, text)).collect();
    let others: Vec<(&Text, &[Chain])> = rest.iter().zip(&chains).map(|(t, c)| (*t, c.as_slice())).collect();
    frame(first, &others, [0, first.len() as u32])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Each fills two places of one text with words of its own: these are the slots, and no other.
    #[test]
    fn what_is_exchanged_is_the_slots(
        words in prop::collection::hash_set("[a-z]{6,9}", 16..24),
        fillings in prop::collection::hash_set("[a-z]{10,12}", 6),
        places in (5_usize..7, 9_usize..11),
    ) {
        let words: Vec<String> = words.into_iter().collect();
        let fillings: Vec<String> = fillings.into_iter().collect();
        let text = |own: &[String]| {
            let mut text = words.clone();
            text.insert(places.1, own[1].clone());
            text.insert(places.0, own[0].clone());
            text.join(" ")
        };
        let written: Vec<String> = fillings.chunks(2).map(text).collect();
        let texts: Vec<Text> = written.iter().map(|text| Text::of([text.as_str()])).collect();
        let frame = framed(&texts.iter().collect::<Vec<_>>()).expect("a frame");
        prop_assert_eq!(&frame.others, &[0, 1]);
        prop_assert_eq!(frame.slots.len(), 2);
        for (at, slot) in frame.slots.iter().enumerate() {
            prop_assert_eq!(slot.fillings, 3);
            prop_assert_eq!(texts[0].words_as_written(&[&written[0]], slot.here.clone()), fillings[at].clone());
            for (other, range) in slot.others.iter().enumerate() {
                let filled = texts[other + 1].words_as_written(&[&written[other + 1]], range.clone());
                prop_assert_eq!(&filled, &fillings[2 * (other + 1) + at]);
            }
        }
    }

    /// Any three texts with something in common, in any script and order.
    #[test]
    fn slots_lie_within_the_texts_and_in_order(
        common in prop::collection::vec("\\PC{1,12}", 4..30),
        own in prop::collection::vec("(\\PC{0,12} ){0,4}", 9),
        turned in any::<bool>(),
    ) {
        let middle = common.len() / 2;
        let (head, tail) = (common[..middle].join(" "), common[middle..].join(" "));
        let text = |own: &[String], turned: bool| {
            let (head, tail) = if turned { (&tail, &head) } else { (&head, &tail) };
            [&own[0], head, &own[1], tail, &own[2]].map(String::as_str).join(" ")
        };
        let written: Vec<String> = own.chunks(3).enumerate().map(|(at, own)| text(own, turned && at == 2)).collect();
        let texts: Vec<Text> = written.iter().map(|text| Text::of([text.as_str()])).collect();
        let Some(frame) = framed(&texts.iter().collect::<Vec<_>>()) else { return Ok(()) };
        let mut end = frame.span[0];
        for slot in &frame.slots {
            prop_assert!(end <= slot.here.start && slot.here.start <= slot.here.end && slot.here.end <= frame.span[1]);
            end = slot.here.end;
            prop_assert_eq!(slot.others.len(), frame.others.len());
            for (range, other) in slot.others.iter().zip(&frame.others) {
                prop_assert!(range.start <= range.end && range.end as usize <= texts[other + 1].len());
            }
        }
        let slots = frame.segments(&texts[0], &[&written[0]]);
        let slots = slots.into_iter().filter(|segment| matches!(segment, Segment::Slot(_))).count();
        prop_assert_eq!(slots, frame.slots.len());
    }
}
