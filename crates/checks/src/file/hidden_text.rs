//! Text in a file that nobody sees.

use loupe_profile::{HiddenReason, HiddenText, Part, Place, Quote};

use crate::{Case, Check, Evidence, Finding, Status, Strength};

pub(crate) static CHECK: Check =
    Check { id: "file/hidden-text", rule: 1, status: Status::Preview, page: page!("hidden_text.md"), run };

/// With fewer words it is a leftover: a letter in white, a keyword.
const FEWEST: usize = 3;
/// From so many on it was mostly put there.
const MANY: usize = 12;
/// Texts told of one file, the longest first.
const MOST: usize = 3;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for subject in case.subjects {
        let hidden = subject.document.iter().flat_map(|document| &document.hidden);
        let mut told: Vec<&HiddenText> = hidden.filter(|hidden| words(hidden) >= FEWEST).collect();
        told.sort_by_key(|hidden| std::cmp::Reverse(words(hidden)));
        let Some(longest) = told.first() else { continue };
        let strength = if words(longest) >= MANY { Strength::Medium } else { Strength::Weak };
        let all: usize = told.iter().map(|hidden| words(hidden)).sum();
        let finding = CHECK.finding(strength).arg("words", all.to_string());
        let place = Place { page: longest.page, ..Place::part(Part::Other) };
        let quote = Quote::new(longest.text.as_str(), place);
        let texts = told.into_iter().take(MOST).cloned().collect();
        findings.push(finding.fact("hidden", &quote, subject.source).evidence(Evidence::Hidden { texts }));
    }
}

/// Characters without width are words to nobody; scripts without spaces have about two characters a word.
fn words(hidden: &HiddenText) -> usize {
    if hidden.reason == HiddenReason::ZeroWidth {
        return 0;
    }
    let spaced = hidden.text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let unspaced = hidden.text.chars().filter(|c| ('\u{2e80}'..='\u{9fff}').contains(c)).count() / 2;
    spaced.max(unspaced)
}
