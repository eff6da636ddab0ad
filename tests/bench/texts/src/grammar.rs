//! Invented texts, written by rules: each symbol has alternatives, some of which name other symbols.

use std::collections::BTreeMap;

use loupe_photo_bench::lot::Lot;

/// The rules of one language.
#[derive(Debug)]
pub struct Grammar {
    rules: BTreeMap<String, Vec<String>>,
    /// The fields of work: symbols that begin with one belong to it.
    fields: Vec<String>,
    /// All words of the rules, for exchanging some.
    pub words: Vec<String>,
    /// Whether words stand without spaces.
    pub unspaced: bool,
}

/// What is left open until a text is finished, so that it can be filled otherwise.
pub const SLOTS: [&str; 3] = ["n", "employer", "year"];

/// Symbols whose alternatives are taken apart and put together anew.
const CROSSED: [&str; 28] = [
    "who", "why", "about", "wish", "thing", "how", "result", "wer", "warum", "ueber", "wunsch", "sache", "wie",
    "folge", "quien", "porque", "sobre", "deseo", "cosa", "como", "efecto", "事", "结果", "怎样", "谁", "为何", "关于",
    "愿望",
];
/// How often a word of them is another.
const VARIED: f32 = 0.3;
/// Where.
const JOINTS: [&str; 24] = [
    " of ",
    " for ",
    " that ",
    " between ",
    " from ",
    " behind ",
    " with ",
    " in ",
    " to ",
    " and ",
    " by ",
    " on ",
    " a ",
    " the ",
    " eines ",
    " einer ",
    " von ",
    " aus ",
    " und ",
    " de ",
    " que ",
    " del ",
    " a ",
    " no ",
];

/// A line up to the first place where it can be taken apart after its third word or so, and the rest.
fn halves(line: &str) -> (&str, &str) {
    if !line.contains(' ') {
        let middle = line.char_indices().nth(line.chars().count() / 2).map_or(0, |(at, _)| at);
        // Not within a slot.
        let open = line.get(..middle).is_some_and(|head| head.rfind('{') > head.rfind('}'));
        return line.split_at(if open { line.len() } else { middle });
    }
    let third = line.match_indices(' ').nth(1).map_or(line.len(), |(at, _)| at);
    let joint = JOINTS.iter().filter_map(|joint| Some(line.get(third..)?.find(joint)? + third)).min();
    line.split_at(joint.unwrap_or(line.len()))
}

impl Grammar {
    /// Of a file: a symbol in brackets, then an alternative a line; lines that begin with `#` are notes.
    pub fn of(file: &str) -> Self {
        let (mut rules, mut symbol): (BTreeMap<String, Vec<String>>, _) = (BTreeMap::new(), String::new());
        for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => name.clone_into(&mut symbol),
                None => rules.entry(symbol.clone()).or_default().push(line.to_owned()),
            }
        }
        let mut fields: Vec<String> =
            rules.keys().filter_map(|symbol| Some(symbol.split_once('.')?.0.to_owned())).collect();
        fields.dedup();
        let lines = rules.values().flatten();
        let unspaced = lines.clone().all(|line| !line.contains(' '));
        let words: Vec<String> = if unspaced {
            lines
                .flat_map(|line| line.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()))
                .map(String::from)
                .collect()
        } else {
            let words = lines.flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '{' || c == '\'')));
            words.filter(|word| !word.is_empty() && !word.contains('{')).map(str::to_owned).collect()
        };
        Self { rules, fields, words, unspaced }
    }

    /// A text with its slots open: a summary, then three to five roles.
    pub fn open(&self, lot: &mut Lot) -> Vec<String> {
        let field = self.fields.get(lot.below(self.fields.len())).cloned().unwrap_or_default();
        let roles = 3 + lot.below(3);
        let mut passages = vec![self.expanded("summary", &field, lot, &SLOTS)];
        passages.extend((0..roles).map(|_| self.expanded("role", &field, lot, &SLOTS)));
        passages
    }

    /// With its slots filled: numbers, employers, years.
    pub fn filled(&self, open: &[String], lot: &mut Lot) -> Vec<String> {
        open.iter().map(|passage| self.replaced(passage, "", lot, &[])).collect()
    }

    fn expanded(&self, symbol: &str, field: &str, lot: &mut Lot, kept: &[&str]) -> String {
        let symbol = symbol.strip_prefix("field.").map_or_else(|| symbol.to_owned(), |rest| format!("{field}.{rest}"));
        let Some(lines) = self.rules.get(&symbol) else { return (2 + lot.below(998)).to_string() };
        let mut line = lines[lot.below(lines.len())].clone();
        if CROSSED.iter().any(|crossed| symbol.ends_with(crossed)) {
            // The head of one and the tail of another: two people in one field rarely use one phrase from end to end.
            let (head, _) = halves(&line);
            let (_, tail) = halves(&lines[lot.below(lines.len())]);
            line = self.varied(&format!("{head}{tail}"), lot);
        }
        self.replaced(&line, field, lot, kept)
    }

    /// Each longer word another now and then, so that strangers share turns of phrase and no more.
    fn varied(&self, line: &str, lot: &mut Lot) -> String {
        if self.unspaced && line.contains('{') {
            return line.to_owned();
        }
        let least = if self.unspaced { 1 } else { 4 };
        let vary = |word: &str, lot: &mut Lot| {
            let other = &self.words[lot.below(self.words.len())];
            let plain = word.chars().all(|c| c.is_alphabetic() && (!self.unspaced || !c.is_ascii()));
            let plain = plain && word.chars().count() >= least;
            if plain && lot.chance(VARIED) { other.clone() } else { word.to_owned() }
        };
        if self.unspaced {
            return line.chars().map(|c| vary(&c.to_string(), lot)).collect();
        }
        line.split(' ').map(|word| vary(word, lot)).collect::<Vec<_>>().join(" ")
    }

    fn replaced(&self, line: &str, field: &str, lot: &mut Lot, kept: &[&str]) -> String {
        let (mut out, mut rest) = (String::new(), line);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((symbol, after)) = after.split_once('}') else { break };
            if kept.contains(&symbol) {
                out.extend(["{", symbol, "}"]);
            } else {
                out.push_str(&self.expanded(symbol, field, lot, kept));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}
