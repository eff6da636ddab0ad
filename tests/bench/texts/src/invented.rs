//! Invented people's texts, in several languages.

use loupe::{
    profile::{Coverage, PassageKind, Place, Profile, Quote, Source, SourceKind},
    read::Reading,
};
use loupe_photo_bench::lot::Lot;

use crate::grammar::Grammar;

/// The rules of each language, and how many of ten texts are in it.
const LANGUAGES: [(&str, usize); 4] = [
    (include_str!("../grammar/english.txt"), 6),
    (include_str!("../grammar/german.txt"), 2),
    (include_str!("../grammar/spanish.txt"), 1),
    (include_str!("../grammar/chinese.txt"), 1),
];

/// What writes them.
#[derive(Debug)]
pub struct Author {
    grammars: Vec<(Grammar, usize)>,
}

/// A text, with what is needed to change it.
#[derive(Debug)]
pub struct Invented<'a> {
    /// The rules it follows.
    pub grammar: &'a Grammar,
    /// With its slots open.
    pub open: Vec<String>,
    /// Its passages.
    pub passages: Vec<String>,
}

impl Default for Author {
    fn default() -> Self {
        Self { grammars: LANGUAGES.iter().map(|(file, share)| (Grammar::of(file), *share)).collect() }
    }
}

impl Author {
    /// A summary and three to five roles, or for every other ten texts one paragraph of them. The place in the order says
    /// the language, the seed all else.
    pub fn text(&self, at: usize, seed: u64) -> Invented<'_> {
        let mut place = at % 10;
        let is_of = |(_, share): &(Grammar, usize)| place.checked_sub(*share).map(|rest| place = rest).is_none();
        let language = self.grammars.iter().position(is_of).unwrap_or_default();
        let grammar = &self.grammars[language].0;
        let mut lot = Lot::new(seed);
        let mut open = grammar.open(&mut lot);
        // Every other text is one paragraph, as a proposal or a headline's summary is.
        if (at / 10).is_multiple_of(2) {
            open.truncate(2);
            open = vec![open.join(if grammar.unspaced { "" } else { " " })];
        }
        let passages = grammar.filled(&open, &mut lot);
        Invented { grammar, open, passages }
    }
}

/// Passages as a profile under a name that is nobody else's.
pub fn reading(at: usize, passages: &[String]) -> Reading {
    let part = |mut number: usize| {
        let mut name = String::new();
        for _ in 0..4 {
            name.push(char::from(b"bdfgklmnprstvz"[number % 14]));
            name.push(char::from(b"aeiou"[number / 14 % 5]));
            number /= 70;
        }
        name
    };
    let mut lot = Lot::new(at as u64);
    let name = format!("{} {}", part(lot.below(24_010_000)), part(lot.below(24_010_000)));
    let mut profile = Profile { name: Some(Quote::new(&name, Place::default())), ..Profile::default() };
    for passage in passages {
        profile.push_passage(PassageKind::Other, passage, Place::default());
    }
    let address = format!("text-{at}.txt");
    let source = Source { kind: SourceKind::File, address: address.clone(), label: address };
    Reading { source, profile, coverage: Coverage::default(), document: None }
}
