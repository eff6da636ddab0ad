//! Words in other words' clothes: the same word always gets the same one, of the same shape and script.

use std::collections::BTreeSet;

use loupe_profile::{Contact, ContactKind, Place, fold};

use super::{kept, structure};
use crate::{dates, html, places, words};

/// Known places, one of which stands for each place that is known: a place that nobody knows is read as something else.
const PLACES: [&str; 8] = ["Lisbon", "Toronto", "Nairobi", "Osaka", "Lima", "Oslo", "Perth", "Quito"];

/// What parts a line into things that stand for themselves.
const PARTS: [char; 6] = ['·', '•', '|', '\n', '\t', '‧'];

/// Dates looked for in one text.
const MAX_DATES: usize = 40;

/// How the words of one page are disguised. What a word becomes depends on all the page's words, so that nobody can
/// try out names and see which of them gives the disguise.
#[derive(Debug, Default)]
pub(super) struct Disguise {
    seed: u64,
    /// Folded words of people's names: never kept, whatever list they are in.
    names: BTreeSet<String>,
    /// Folded words that stand on the page; no disguise may be one of them.
    taken: BTreeSet<String>,
    /// What the page's own site is called.
    site: Vec<String>,
    /// Folded words of the page's attributes; no disguise may be one of them either.
    seen: BTreeSet<String>,
}

impl Disguise {
    pub(super) fn new(url: &str, names: BTreeSet<String>, seen: BTreeSet<String>, texts: &[String]) -> Self {
        let mut seed = 0xcbf2_9ce4_8422_2325;
        let mut taken = BTreeSet::new();
        for text in texts {
            for byte in text.bytes() {
                seed = (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
            taken.extend(runs(text).map(fold));
        }
        Self { seed, names, taken, site: kept::site_names(url), seen }
    }

    /// The folded words of names.
    pub(super) fn names(&self) -> &BTreeSet<String> {
        &self.names
    }

    /// True for a word of the page's own text: one that neither the recognisers nor the site files know.
    pub(super) fn is_own(&self, folded: &str) -> bool {
        self.taken.contains(folded) && !kept::is_listed(folded) && !kept::is_pointed_at(folded)
    }

    /// A text as people see it, line by line and part by part.
    pub(super) fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for part in text.split_inclusive(PARTS) {
            let trimmed = part.trim_matches(|c: char| c.is_whitespace() || PARTS.contains(&c));
            let (before, behind) = part.split_once(trimmed).unwrap_or((part, ""));
            out.push_str(before);
            out.push_str(&self.part(trimmed));
            out.push_str(behind);
        }
        out
    }

    fn part(&self, text: &str) -> String {
        let is_named = || runs(text).any(|word| self.names.contains(&fold(word)));
        let short = text.len() <= 40;
        let known = words::heading(text).is_some()
            || dates::is_duration(text)
            || dates::date_line(text).is_some()
            || is_part_of_date(text)
            || (short && (words::is_employment(text) || words::is_work_mode(text)));
        if text.is_empty() || (known && !is_named()) {
            return text.to_owned();
        }
        if text.split(',').all(|place| places::is_known(place.trim())) && !is_named() {
            return text.split(',').map(|place| self.place(place)).collect::<Vec<_>>().join(",");
        }
        // A telephone number may look like years.
        if Contact::parse(text, Place::default()).is_some_and(|c| c.kind == ContactKind::Phone) {
            return self.phone(text);
        }
        let kept = kept::known_words(text, &self.site);
        self.around(text, &kept, |this, text| this.around(text, &dates_in(text), Self::words))
    }

    /// Applies `change` to what stands around the kept stretches.
    pub(super) fn around(&self, text: &str, kept: &[(usize, usize)], change: impl Fn(&Self, &str) -> String) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (from, to) in kept {
            out.push_str(&change(self, &text[at..*from]));
            out.push_str(&text[*from..*to]);
            at = *to;
        }
        out.push_str(&change(self, &text[at..]));
        out
    }

    fn place(&self, place: &str) -> String {
        let trimmed = place.trim();
        let stand_in = PLACES[(self.hash(&fold(trimmed), 0) % PLACES.len() as u64) as usize];
        place.replacen(trimmed, stand_in, 1)
    }

    /// Running text: addresses as addresses, words as words.
    fn words(&self, text: &str) -> String {
        let cut = |c: char| c.is_whitespace() || ",;()<>[]|\"".contains(c);
        let mut out = String::with_capacity(text.len());
        for chunk in text.split_inclusive(cut) {
            let word = chunk.trim_end_matches(cut).trim_end_matches(['.', ':', '!', '?']);
            let is_address = word.contains('@') && word.contains('.')
                || word.contains("://")
                || word.starts_with("www.")
                || is_host(word);
            if is_address {
                out.push_str(&self.address(word));
                out.push_str(&chunk[word.len()..]);
            } else {
                out.push_str(&self.run(chunk, true));
            }
        }
        out
    }

    /// Letters and digits, each run by itself. Words of the lists stay if `keep`.
    pub(super) fn run(&self, text: &str, keep: bool) -> String {
        self.runs(text, |folded| keep && kept::is_word(folded) && !self.names.contains(folded))
    }

    /// Letters and digits, each run by itself, but for the runs that `keep` keeps.
    pub(super) fn runs(&self, text: &str, keep: impl Fn(&str) -> bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let kind = |c: char| (c.is_alphabetic(), c.is_numeric());
            let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            rest = behind;
            if first.is_alphabetic() {
                let folded = fold(run);
                out.push_str(&if keep(&folded) { run.to_owned() } else { self.word(run, &folded) });
            } else if first.is_numeric() {
                out.push_str(&self.digits(run));
            } else {
                out.push_str(run);
            }
        }
        out
    }

    /// A word in disguise. Whatever accents and capitals it is written with, the letters are the same.
    pub(super) fn word(&self, word: &str, folded: &str) -> String {
        let known = kept::telling(word).filter(|_| !self.names.contains(folded));
        let Some((from, to)) = known else { return self.dressed(word, folded) };
        // What the recognisers know it by stays: a firm is to be read as a firm again.
        let around = [&word[..from], &word[to..]].map(|part| self.dressed(part, &fold(part)));
        format!("{}{}{}", around[0], &word[from..to], around[1])
    }

    fn dressed(&self, word: &str, folded: &str) -> String {
        // Short words have few disguises, and more than one may have the same.
        const TRIES: u64 = 64;
        let dressed = (0..TRIES).map(|salt| self.letters(word, folded, salt));
        let is_free = |dressed: &String| {
            let folded = fold(dressed);
            let is_on_page = [&self.taken, &self.seen, &self.names].iter().any(|words| words.contains(&folded));
            !is_on_page && !structure::is_known(&folded)
        };
        let mut first = None;
        for dressed in dressed {
            if is_free(&dressed) {
                return dressed;
            }
            first.get_or_insert(dressed);
        }
        first.unwrap_or_default()
    }

    fn letters(&self, word: &str, folded: &str, salt: u64) -> String {
        let mut state = self.hash(folded, salt);
        let mut next = |count: usize| {
            // SplitMix64 (Steele, Lea, Flood 2014).
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((mixed ^ (mixed >> 31)) % count as u64) as usize
        };
        let vowel_first = next(2) == 0;
        word.chars()
            .enumerate()
            .map(|(at, c)| {
                let letters = alphabet(c, (at % 2 == 0) == vowel_first);
                let letter = letters.chars().nth(next(letters.chars().count())).unwrap_or(c);
                if c.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
            })
            .collect()
    }

    /// A telephone number: the same whatever stands between its digits.
    pub(super) fn phone(&self, text: &str) -> String {
        if text.contains(char::is_alphabetic) {
            return self.run(text, false);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let dressed = self.digits(&digits);
        let mut dressed = dressed.chars();
        text.chars().map(|c| if c.is_ascii_digit() { dressed.next().unwrap_or(c) } else { c }).collect()
    }

    /// As many digits; a zero stays, and what was no year does not become one.
    fn digits(&self, run: &str) -> String {
        let mut state = self.hash(run, 0);
        let digit = |c: char| {
            state = state.rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            if c == '0' || !c.is_ascii_digit() { c } else { char::from(b'3' + (state >> 33) as u8 % 7) }
        };
        run.chars().map(digit).collect()
    }

    fn hash(&self, word: &str, salt: u64) -> u64 {
        word.bytes().fold(self.seed ^ salt.wrapping_mul(0x9e37_79b9), |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

/// The runs of letters of a text.
pub(super) fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty())
}

/// Letters of the script of `c`, vowels and consonants by turns where that can be spoken.
fn alphabet(c: char, vowel: bool) -> &'static str {
    match c {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => "αβγδεζηικλμνοπρστυ",
        '\u{400}'..='\u{52f}' => "абвгдежиклмнопрстуя",
        '\u{590}'..='\u{5ff}' => "אבגדהוזחטילמנסעפקרשת",
        '\u{600}'..='\u{6ff}' => "ابتجدرسعفقلمنهوي",
        '\u{900}'..='\u{97f}' => "कखगचजटडतदनपबमयरलवस",
        '\u{e00}'..='\u{e7f}' => "กขคงจชตทนบปมยรลวส",
        '\u{3040}'..='\u{30ff}' => "あいうえかきくさしたなにまみりる",
        '\u{ac00}'..='\u{d7af}' => "가나다라마바사아자하",
        '\u{3400}'..='\u{9fff}' => "山川木田石竹雨雪花林水火土金白青",
        _ if vowel => "aeiou",
        _ => "bdfgklmnprstvz",
    }
}

/// "nightjar-works.example" in running text: lower case throughout, so that no sentence without a space is one.
fn is_host(word: &str) -> bool {
    let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-./".contains(c);
    let host = word.split('/').next().unwrap_or_default();
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    word.chars().all(lower)
        && name.len() >= 4
        && (2..=12).contains(&top.len())
        && top.bytes().all(|b| b.is_ascii_lowercase())
}

/// Where a text speaks of dates.
pub(super) fn dates_in(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < MAX_DATES
        && let Some(date) = text.get(at..).and_then(dates::find)
    {
        let (from, to) = (at + date.bytes.start, at + date.bytes.end);
        if to <= at {
            break;
        }
        // The name of a month alone is a name as well.
        if text[from..to].contains(|c: char| c.is_numeric()) {
            found.push((from, to));
        }
        at = to;
    }
    found
}

/// "August" or "Present" beside a year that stands in an element of its own.
fn is_part_of_date(text: &str) -> bool {
    let short = text.len() <= 24 && !text.contains(|c: char| c.is_numeric());
    short && [format!("{text} 2019"), format!("2019 – {text}")].iter().any(|line| dates::date_line(line).is_some())
}

/// True when nothing in it is a word, so that it may stay.
pub(super) fn is_wordless(text: &str) -> bool {
    html::fold_space(text).is_empty()
}
