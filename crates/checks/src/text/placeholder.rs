//! What a template or an assistant left in a text: blanks, fillers, instructions, a preamble.

use std::ops::Range;

use loupe_profile::{Part, Profile, Quote};

use crate::{Case, Check, Finding, Status, Strength, Subject};

pub(crate) static CHECK: Check =
    Check { id: "text/placeholder", rule: 1, status: Status::Preview, page: page!("placeholder.md"), run };

/// One family of residue a file: what is looked for, and cases that are found and that are left.
const FAMILIES: [(&str, &str); 5] = [
    ("blanks", include_str!("placeholder/blanks.txt")),
    ("numbers", include_str!("placeholder/numbers.txt")),
    ("filler", include_str!("placeholder/filler.txt")),
    ("instructions", include_str!("placeholder/instructions.txt")),
    ("assistants", include_str!("placeholder/assistants.txt")),
];

/// Brackets in which blanks stand.
const BRACKETS: [(char, char); 5] = [('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('%', '%')];
/// Letters in a blank.
const LONGEST: usize = 40;
/// Places told of one source.
const MOST: usize = 3;
/// Stands between two texts, and in no phrase.
const BETWEEN: char = '\u{1}';
/// Text looked at, in bytes; more is no résumé.
const MOST_TEXT: usize = 1 << 20;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for subject in case.subjects {
        findings.extend(finding(subject));
    }
}

fn finding(subject: &Subject<'_>) -> Option<Finding> {
    // One text of all, so that each phrase is looked for once.
    let (mut all, mut quotes) = (String::new(), Vec::new());
    for quote in texts(subject.profile).take_while(|quote| quote.text.len() < MOST_TEXT) {
        quotes.push((all.len(), quote));
        all.push_str(&quote.text);
        all.push(BETWEEN);
        if all.len() > MOST_TEXT {
            break;
        }
    }
    let mut found: Vec<(&str, &str, &Quote)> = Vec::new();
    for (family, place) in residues(&all) {
        let words = all.get(place.clone())?;
        let (_, quote) = quotes.get(quotes.partition_point(|(start, _)| *start <= place.start).checked_sub(1)?)?;
        if !found.iter().any(|(_, known, _)| *known == words) {
            found.push((family, words, quote));
        }
    }
    let (family, first, _) = *found.first()?;
    let mut finding = CHECK.finding(Strength::Medium).arg("family", family).arg("count", found.len().to_string());
    for (_, words, quote) in found.into_iter().take(MOST) {
        finding = finding.fact("residue", &Quote::new(words, quote.place), subject.source);
        finding = finding.fact("passage", quote, subject.source);
    }
    // The question is about the first.
    Some(finding.arg("residue", first))
}

/// What somebody wrote by themselves: running text, and what their roles are called.
fn texts(profile: &Profile) -> impl Iterator<Item = &Quote> {
    let roles = profile.roles.iter().flat_map(|role| [&role.title, &role.employer]);
    let fields = [&profile.name, &profile.headline, &profile.location].into_iter().chain(roles).flatten();
    fields.chain(profile.passages.iter().map(|passage| &passage.quote)).filter(|quote| quote.place.part != Part::Other)
}

/// What was left in a text: of which family, and where it stands.
fn residues(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let folded = Folded::of(text);
    // What was filled in nowhere says most.
    let mut found: Vec<_> = blanks(text).into_iter().map(|place| (FAMILIES[0].0, place)).collect();
    for (family, file) in FAMILIES {
        for line in file.lines() {
            let place = match line.split_once(' ') {
                Some(("phrase", phrase)) => folded.find(phrase),
                Some(("exact", word)) => find_exact(text, word),
                _ => None,
            };
            found.extend(place.map(|place| (family, place)));
        }
    }
    found
}

/// A text in lower case with plain apostrophes and single spaces, and where each byte of it stands in the original.
struct Folded<'a> {
    original: &'a str,
    text: String,
    origins: Vec<usize>,
}

impl<'a> Folded<'a> {
    fn of(original: &'a str) -> Self {
        let mut folded = Self { original, text: String::with_capacity(original.len()), origins: Vec::new() };
        for (at, c) in original.char_indices() {
            let c = match c {
                '’' | '‘' | 'ʼ' => '\'',
                c if c.is_whitespace() => ' ',
                c => c,
            };
            if c == ' ' && folded.text.ends_with(' ') {
                continue;
            }
            folded.text.extend(c.to_lowercase());
            folded.origins.resize(folded.text.len(), at);
        }
        folded
    }

    /// Where a phrase stands, as written, not within another word.
    fn find(&self, phrase: &str) -> Option<Range<usize>> {
        let at =
            self.text.match_indices(phrase).map(|(at, _)| at).find(|at| is_apart(&self.text, *at, phrase.len()))?;
        let from = *self.origins.get(at)?;
        let last = *self.origins.get(at + phrase.len() - 1)?;
        Some(from..last + self.original.get(last..)?.chars().next()?.len_utf8())
    }
}

fn find_exact(text: &str, word: &str) -> Option<Range<usize>> {
    let at = text.match_indices(word).map(|(at, _)| at).find(|at| is_apart(text, *at, word.len()))?;
    Some(at..at + word.len())
}

/// Whether no letter or digit goes on before or behind it.
fn is_apart(text: &str, at: usize, len: usize) -> bool {
    let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + len..).unwrap_or_default());
    let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !within(before.chars().next_back()) && !within(behind.chars().next())
}

/// The blanks in brackets.
fn blanks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, open) in text.char_indices() {
        let Some((_, close)) = BRACKETS.iter().find(|(bracket, _)| *bracket == open) else { continue };
        let inner = text.get(at + open.len_utf8()..).unwrap_or_default();
        let Some((end, _)) = inner.char_indices().take(LONGEST).find(|(_, c)| c == close) else { continue };
        let inner = inner.get(..end).unwrap_or_default();
        let plain = |c| match c {
            '_' => ' ',
            '’' => '\'',
            c => c,
        };
        let name: String = inner.chars().map(plain).collect();
        if is_blank(name.trim_matches(|c: char| c == '{' || c.is_whitespace()).to_lowercase().as_str()) {
            found.push(at..at + open.len_utf8() + end + close.len_utf8());
        }
    }
    found
}

fn is_blank(name: &str) -> bool {
    FAMILIES[0].1.lines().filter_map(|line| line.strip_prefix("blank ")).any(|blank| match blank.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == blank,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_finds_and_leaves_its_cases() {
        for (family, file) in FAMILIES {
            let cases = |kind: &str| file.lines().filter_map(|line| line.strip_prefix(kind)).collect::<Vec<_>>();
            let (found, left) = (cases("found "), cases("left "));
            assert!(found.len() >= 3 && left.len() >= 2, "{family}");
            for case in found {
                assert!(residues(case).iter().any(|(of, _)| *of == family), "{family}: {case}");
            }
            for case in left {
                let words: Vec<&str> = residues(case).into_iter().map(|(_, place)| &case[place]).collect();
                assert!(words.is_empty(), "{family}: {words:?} in {case}");
            }
        }
    }

    #[test]
    fn every_line_is_of_a_known_kind() {
        for (family, file) in FAMILIES {
            for line in file.lines() {
                let kind = line.split(' ').next().unwrap_or_default();
                assert!(["#", "phrase", "exact", "blank", "found", "left"].contains(&kind), "{family}: {line}");
            }
        }
    }

    #[test]
    fn residue_is_quoted_as_written() {
        let text = "Foreman.  HERE’S a\u{a0}Polished version of it";
        let words: Vec<&str> = residues(text).into_iter().map(|(_, place)| &text[place]).collect();
        assert_eq!(words, ["HERE’S a\u{a0}Polished version"]);
    }
}
