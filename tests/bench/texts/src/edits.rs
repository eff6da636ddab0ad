//! What people do to a text that they take over.

use loupe_photo_bench::lot::Lot;

use crate::{grammar::Grammar, invented::Invented};

/// One way to change a text.
#[derive(Debug)]
pub struct Edit {
    /// What is done.
    pub name: &'static str,
    /// The share of pairs that is to be found.
    pub aim: f32,
    change: fn(&Copied<'_>, &mut Lot) -> Vec<String>,
}

/// A text that is taken over.
struct Copied<'a> {
    grammar: &'a Grammar,
    /// With its slots open.
    open: &'a [String],
    /// As the first of the family has it.
    text: Vec<String>,
}

/// All ways.
pub const EDITS: [Edit; 12] = [
    Edit { name: "as it is", aim: 0.99, change: |c, _| c.text.clone() },
    Edit { name: "10 % of words exchanged", aim: 0.99, change: |c, lot| c.exchanged(0.1, lot) },
    Edit { name: "20 % of words exchanged", aim: 0.95, change: |c, lot| c.exchanged(0.2, lot) },
    Edit { name: "30 % of words exchanged", aim: 0.85, change: |c, lot| c.exchanged(0.3, lot) },
    Edit { name: "sentences in another order", aim: 0.99, change: |c, lot| c.reordered(lot) },
    Edit { name: "numbers, years and employers others", aim: 0.99, change: |c, lot| c.grammar.filled(c.open, lot) },
    Edit { name: "personal sentences added", aim: 0.99, change: |c, lot| c.added(lot) },
    Edit { name: "one paragraph in another text", aim: 0.95, change: |c, lot| c.lifted(0.0, lot) },
    Edit { name: "one paragraph, 10 % exchanged", aim: 0.95, change: |c, lot| c.lifted(0.1, lot) },
    Edit { name: "case and punctuation", aim: 0.99, change: |c, lot| c.dressed(lot) },
    Edit { name: "letters that look alike, characters without width", aim: 0.99, change: |c, lot| c.disguised(lot) },
    Edit { name: "other employers, other order, 10 % exchanged", aim: 0.95, change: |c, lot| c.reworked(lot) },
];

impl Edit {
    /// A text, changed as the seed says.
    pub fn of(&self, text: &Invented<'_>, seed: u64) -> Vec<String> {
        let Invented { grammar, open, passages } = text;
        (self.change)(&Copied { grammar, open, text: passages.clone() }, &mut Lot::new(seed))
    }
}

impl Copied<'_> {
    fn exchanged(&self, share: f32, lot: &mut Lot) -> Vec<String> {
        exchanged(self.grammar, &self.text, share, lot)
    }

    fn reordered(&self, lot: &mut Lot) -> Vec<String> {
        let text: Vec<String> = self.text.iter().map(|passage| shuffled(sentences(passage), lot).concat()).collect();
        shuffled(text, lot)
    }

    fn added(&self, lot: &mut Lot) -> Vec<String> {
        let other = self.grammar.open(lot);
        let other = self.grammar.filled(&other, lot);
        let add = |(passage, other): (&String, &String)| {
            let (mut own, theirs) = (sentences(passage), sentences(other));
            own.insert(lot.below(own.len() + 1), theirs[lot.below(theirs.len())].clone());
            own.concat()
        };
        self.text.iter().zip(other.iter().cycle()).map(add).collect()
    }

    fn lifted(&self, share: f32, lot: &mut Lot) -> Vec<String> {
        let other = self.grammar.open(lot);
        let mut other = self.grammar.filled(&other, lot);
        let paragraph = self.text[lot.below(self.text.len())].clone();
        let at = lot.below(other.len());
        other[at] = exchanged(self.grammar, &[paragraph], share, lot).concat();
        other
    }

    fn dressed(&self, lot: &mut Lot) -> Vec<String> {
        let joint = [" – ", "; ", " (", " • ", "! ", " / "];
        let dress = |passage: &String| {
            let upper = lot.chance(0.3);
            let passage = if upper { passage.to_uppercase() } else { passage.to_lowercase() };
            let with = joint[lot.below(joint.len())];
            passage.replace(", ", with).replace(". ", " · ").replace('，', "；")
        };
        self.text.iter().map(dress).collect()
    }

    fn disguised(&self, lot: &mut Lot) -> Vec<String> {
        let alike = [('a', 'а'), ('e', 'е'), ('o', 'о'), ('c', 'с'), ('p', 'р'), ('i', 'і'), ('x', 'х'), ('y', 'у')];
        let disguise = |c: char| {
            let other = alike.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, other)| *other);
            let c = if lot.chance(0.5) { other } else { c };
            let hidden = if lot.chance(0.1) { "\u{200b}" } else { "" };
            format!("{c}{hidden}")
        };
        let joined = self.text.join("\n");
        let joined: String = joined.chars().map(disguise).collect();
        joined.split('\n').map(str::to_owned).collect()
    }

    fn reworked(&self, lot: &mut Lot) -> Vec<String> {
        let text = self.grammar.filled(self.open, lot);
        let text: Vec<String> = text.iter().map(|passage| shuffled(sentences(passage), lot).concat()).collect();
        exchanged(self.grammar, &text, 0.1, lot)
    }
}

/// Each word another with this chance; in scripts without spaces, each character.
fn exchanged(grammar: &Grammar, text: &[String], share: f32, lot: &mut Lot) -> Vec<String> {
    let mut other = |word: &str, lot: &mut Lot| {
        let is_word = word.chars().any(char::is_alphanumeric);
        let new = &grammar.words[lot.below(grammar.words.len())];
        if is_word && lot.chance(share) { new.clone() } else { word.to_owned() }
    };
    let change = |passage: &String| -> String {
        if grammar.unspaced {
            return passage.chars().map(|c| other(&c.to_string(), lot)).collect();
        }
        let word = |piece: &str, lot: &mut Lot, other: &mut dyn FnMut(&str, &mut Lot) -> String| {
            let core = piece.trim_matches(|c: char| !c.is_alphanumeric());
            if core.is_empty() { piece.to_owned() } else { piece.replacen(core, &other(core, lot), 1) }
        };
        passage.split_inclusive(' ').map(|piece| word(piece, lot, &mut other)).collect()
    };
    text.iter().map(change).collect()
}

/// With what ends them and the space after.
fn sentences(passage: &str) -> Vec<String> {
    let mut sentences: Vec<String> = passage.split_inclusive([';', '.', '。', '，']).map(str::to_owned).collect();
    sentences.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    for sentence in &mut sentences {
        let trimmed = sentence.trim().to_owned();
        *sentence = if trimmed.is_ascii() || trimmed.contains(' ') { trimmed + " " } else { trimmed };
    }
    sentences
}

fn shuffled<T>(mut of: Vec<T>, lot: &mut Lot) -> Vec<T> {
    for at in (1..of.len()).rev() {
        of.swap(at, lot.below(at + 1));
    }
    of
}
