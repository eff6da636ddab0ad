//! What a template or an assistant left in a text: blanks, fillers, instructions, a preamble.

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
/// Text looked at, in bytes; more is no résumé.
const MOST_TEXT: usize = 1 << 20;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for subject in case.subjects {
        findings.extend(finding(subject));
    }
}

fn finding(subject: &Subject<'_>) -> Option<Finding> {
    let mut left = MOST_TEXT;
    let texts = texts(subject.profile).take_while(|quote| {
        left = left.saturating_sub(quote.text.len());
        left > 0
    });
    let residues = texts.flat_map(|quote| residues(&quote.text).into_iter().map(move |residue| (residue, quote)));
    let mut found: Vec<(Residue<'_>, &Quote)> = Vec::new();
    for (residue, quote) in residues {
        if !found.iter().any(|(known, _)| known.words == residue.words) {
            found.push((residue, quote));
        }
    }
    let (first, _) = found.first()?;
    let count = found.len().to_string();
    let mut finding = CHECK.finding(Strength::Medium).arg("family", first.family).arg("count", count);
    for (residue, quote) in found.iter().take(MOST) {
        finding = finding.fact("residue", &Quote::new(residue.words, quote.place), subject.source);
        finding = finding.fact("passage", quote, subject.source);
    }
    // The question is about the first.
    Some(finding.arg("residue", first.words))
}

/// What somebody wrote by themselves: running text, and what their roles are called.
fn texts(profile: &Profile) -> impl Iterator<Item = &Quote> {
    let roles = profile.roles.iter().flat_map(|role| [&role.title, &role.employer]);
    let fields = [&profile.name, &profile.headline, &profile.location].into_iter().chain(roles).flatten();
    fields.chain(profile.passages.iter().map(|passage| &passage.quote)).filter(|quote| quote.place.part != Part::Other)
}

/// What was left in a text.
struct Residue<'a> {
    family: &'static str,
    /// As written.
    words: &'a str,
}

fn residues(text: &str) -> Vec<Residue<'_>> {
    let folded = Folded::of(text);
    let mut found = Vec::new();
    for (family, file) in FAMILIES {
        for line in file.lines() {
            let words = match line.split_once(' ') {
                Some(("phrase", phrase)) => folded.find(phrase),
                Some(("exact", word)) => find_exact(text, word),
                _ => None,
            };
            found.extend(words.map(|words| Residue { family, words }));
        }
    }
    let blanks = blanks(text).into_iter().map(|words| Residue { family: FAMILIES[0].0, words });
    // What was filled in nowhere says most.
    blanks.chain(found).collect()
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
    fn find(&self, phrase: &str) -> Option<&'a str> {
        let at =
            self.text.match_indices(phrase).map(|(at, _)| at).find(|at| is_apart(&self.text, *at, phrase.len()))?;
        let from = *self.origins.get(at)?;
        let last = *self.origins.get(at + phrase.len() - 1)?;
        let to = last + self.original.get(last..)?.chars().next()?.len_utf8();
        self.original.get(from..to)
    }
}

fn find_exact<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let at = text.match_indices(word).map(|(at, _)| at).find(|at| is_apart(text, *at, word.len()))?;
    text.get(at..at + word.len())
}

/// Whether no letter or digit goes on before or behind it.
fn is_apart(text: &str, at: usize, len: usize) -> bool {
    let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + len..).unwrap_or_default());
    let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !within(before.chars().next_back()) && !within(behind.chars().next())
}

/// The blanks in brackets.
fn blanks(text: &str) -> Vec<&str> {
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
            found.extend(text.get(at..at + open.len_utf8() + end + close.len_utf8()));
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
                assert!(residues(case).iter().any(|residue| residue.family == family), "{family}: {case}");
            }
            for case in left {
                let words: Vec<&str> = residues(case).iter().map(|residue| residue.words).collect();
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
        let words: Vec<&str> = residues(text).iter().map(|residue| residue.words).collect();
        assert_eq!(words, ["HERE’S a\u{a0}Polished version"]);
    }
}
