//! Word lists the recognisers share, read from `words.toml`: employment, positions, organisations, schools, degrees,
//! labels, headings. Those of dates stand with the dates.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::LazyLock,
};

use loupe_profile::{Part, fold};
use serde::Deserialize;

use crate::built::built;

/// `words.toml`, as JSON.
pub(crate) const FILE: &str = built!("words.toml");

/// The lists. A file that does not load is a defect that a test finds; at run time nothing is recognised then.
static WORDS: LazyLock<Words> =
    LazyLock::new(|| serde_json::from_str::<File>(FILE).map(Words::from).unwrap_or_default());

/// `words.toml`; what each list is stands there.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    employment: Vec<String>,
    self_employed: Vec<String>,
    work_mode: Vec<String>,
    level: Vec<String>,
    fluency: Vec<String>,
    language: Vec<String>,
    title: Vec<String>,
    title_ends: Vec<String>,
    title_runs: Vec<String>,
    organisation: Vec<String>,
    organisation_ends: Vec<String>,
    organisation_runs: Vec<String>,
    school: Vec<String>,
    degree: Vec<String>,
    degree_runs: Vec<String>,
    labels: BTreeMap<Label, Vec<String>>,
    headings: BTreeMap<HeadingKey, Vec<String>>,
    heading_words: BTreeMap<HeadingKey, Vec<String>>,
}

/// The lists in the form in which they are looked up: folded, whole words and phrases apart from parts of words.
#[derive(Debug, Default)]
struct Words {
    employment: HashSet<String>,
    self_employed: HashSet<String>,
    work_mode: HashSet<String>,
    level: HashSet<String>,
    fluency: HashSet<String>,
    language: HashSet<String>,
    title: Phrases,
    organisation: Phrases,
    school: Phrases,
    degree: Phrases,
    labels: HashMap<String, Vec<Label>>,
    headings: HashMap<String, Heading>,
    /// In the order in which they decide.
    by_word: Vec<(Heading, HashSet<String>)>,
}

/// Words and phrases that are looked for in a line.
#[derive(Debug, Default)]
struct Phrases {
    whole: HashSet<String>,
    ends: Vec<String>,
    anywhere: Vec<String>,
    /// Whether German feminine forms are looked for too.
    feminine: bool,
}

/// The longest phrase of a list, in words.
const MAX_PHRASE: usize = 3;

impl Phrases {
    fn new(whole: &[String], ends: &[String], anywhere: &[String]) -> Self {
        let list = |words: &[String]| words.iter().map(|w| fold(w)).filter(|w| !w.is_empty()).collect();
        let whole = whole.iter().map(|w| fold(w)).collect();
        Self { whole, ends: list(ends), anywhere: list(anywhere), feminine: false }
    }

    /// True when one of them stands in the folded line.
    fn stand_in(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split(' ').collect();
        let whole = (1..=MAX_PHRASE).any(|n| words.windows(n).any(|run| self.whole.contains(&run.join(" "))));
        // "Werkstudentin" is a "Werkstudent".
        let whole = whole
            || (self.feminine && words.iter().any(|w| w.strip_suffix("in").is_some_and(|w| self.whole.contains(w))));
        whole
            || self.ends.iter().any(|end| words.iter().any(|word| word.ends_with(end.as_str())))
            || self.anywhere.iter().any(|run| folded.contains(run.as_str()))
    }
}

/// What the words before a colon, or in the first cell, say of the words behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Label {
    Employer,
    Position,
    Dates,
    Place,
    School,
    Degree,
    Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum HeadingKey {
    OthersWords,
    Contacts,
    Certificates,
    Other,
    Skills,
    About,
    Studies,
    Roles,
}

/// What a known heading does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    /// Opens a part; [`Part::Other`] ends a part without opening one that is understood.
    Opens(Part),
    /// Opens what other people wrote, or other people: never read.
    OthersWords,
}

impl From<HeadingKey> for Heading {
    fn from(key: HeadingKey) -> Self {
        Self::Opens(match key {
            HeadingKey::Roles => Part::Roles,
            HeadingKey::Studies => Part::Studies,
            HeadingKey::Skills => Part::Skills,
            HeadingKey::Certificates => Part::Certificates,
            HeadingKey::About => Part::About,
            HeadingKey::Contacts => Part::Contacts,
            HeadingKey::Other => Part::Other,
            HeadingKey::OthersWords => return Self::OthersWords,
        })
    }
}

impl From<File> for Words {
    fn from(file: File) -> Self {
        let set = |words: &[String]| words.iter().map(|w| fold(w)).collect();
        let mut labels: HashMap<String, Vec<Label>> = HashMap::new();
        for (label, words) in &file.labels {
            for word in words {
                labels.entry(fold(word)).or_default().push(*label);
            }
        }
        let headings = file.headings.iter().flat_map(|(key, words)| words.iter().map(|w| (fold(w), (*key).into())));
        Self {
            employment: set(&file.employment),
            self_employed: set(&file.self_employed),
            work_mode: set(&file.work_mode),
            level: set(&file.level),
            fluency: set(&file.fluency),
            language: set(&file.language),
            title: Phrases { feminine: true, ..Phrases::new(&file.title, &file.title_ends, &file.title_runs) },
            organisation: Phrases::new(&file.organisation, &file.organisation_ends, &file.organisation_runs),
            school: Phrases::new(&[], &[], &file.school),
            degree: Phrases::new(&file.degree, &[], &file.degree_runs),
            labels,
            headings: headings.collect(),
            by_word: file.heading_words.iter().map(|(key, words)| ((*key).into(), set(words))).collect(),
        }
    }
}

/// The longest heading, in bytes; letters of other scripts take three.
const MAX_HEADING_BYTES: usize = 90;

/// What a heading opens, if it is a heading Loupe knows.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    if text.len() > MAX_HEADING_BYTES {
        return None;
    }
    let folded = fold(text);
    let folded = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let known = WORDS.headings.get(folded).copied().or_else(|| {
        // "E D U C A T I O N", "학 력", "W O R K  E X P E R I E N C E"
        let mut words = text.split_whitespace();
        let letters: String = text.split_whitespace().collect();
        let enough = letters.chars().count() >= if letters.is_ascii() { 5 } else { 2 };
        if !enough || letters.len() == text.len() || !words.all(|word| word.chars().count() == 1) {
            return None;
        }
        let letters = fold(&letters);
        let same = |known: &str| known.chars().filter(|c| *c != ' ').eq(letters.chars());
        WORDS.headings.iter().find(|(known, _)| same(known)).map(|(_, heading)| *heading)
    });
    known.or_else(|| heading_of_two(text))
}

/// True for words that are surely a heading of a résumé and nothing else.
#[must_use]
pub fn is_heading(text: &str) -> bool {
    heading(text).is_some() && labels(text).is_empty()
}

/// Words for "and" between two headings.
const AND: [&str; 22] = [
    "and", "und", "et", "y", "e", "i", "en", "och", "og", "ja", "a", "ve", "и", "та", "й", "si", "és", "και", "và",
    "dan", "및", "और",
];

/// "Prizes & honours": two known headings of one part.
fn heading_of_two(text: &str) -> Option<Heading> {
    let of = |text: &str| WORDS.headings.get(&fold(text)).copied();
    let words: Vec<&str> = text.split_whitespace().collect();
    let parts = |word: &str| matches!(word, "&" | "/" | "·") || AND.contains(&fold(word).as_str());
    let at = words.iter().take(6).position(|word| parts(word))?;
    let (left, right) = (words.get(..at)?.join(" "), words.get(at + 1..)?.join(" "));
    of(&left).filter(|heading| Some(*heading) == of(&right))
}

/// What a line that stands out opens, told by a word in it: "Professional Experience in Detail".
pub(crate) fn heading_by_word(text: &str) -> Option<Heading> {
    if text.len() > MAX_HEADING_BYTES || text.split_whitespace().count() > 6 || is_title(text) {
        return None;
    }
    let folded = fold(text);
    let has = |words: &HashSet<String>| folded.split(' ').any(|word| words.contains(word));
    WORDS.by_word.iter().find(|(_, words)| has(words)).map(|(heading, _)| *heading)
}

/// What a label says of what stands behind it; a word may be a label of several kinds.
pub(crate) fn labels(text: &str) -> &'static [Label] {
    if text.len() > MAX_HEADING_BYTES {
        return &[];
    }
    WORDS.labels.get(&fold(text)).map(Vec::as_slice).unwrap_or_default()
}

/// True for words for a kind of employment, full-time or other.
pub(crate) fn is_employment(text: &str) -> bool {
    // "Fulltime Solutions" is a firm.
    (loupe_profile::says_full_time(text) && !is_organisation(text))
        || WORDS.employment.contains(&fold(text))
        || is_self_employed(text)
}

/// True for words that stand where others name an employer: the person works for nobody.
pub(crate) fn is_self_employed(text: &str) -> bool {
    WORDS.self_employed.contains(&fold(text))
}

/// True for words for where work is done.
pub(crate) fn is_work_mode(text: &str) -> bool {
    WORDS.work_mode.contains(&fold(text))
}

/// True for words for how well something is known.
pub(crate) fn is_level(text: &str) -> bool {
    text.len() <= MAX_HEADING_BYTES && WORDS.level.contains(&fold(text))
}

/// True for words for how well a language is spoken.
pub(crate) fn is_fluency(text: &str) -> bool {
    text.len() <= MAX_HEADING_BYTES && WORDS.fluency.contains(&fold(text))
}

/// True for the name of a language that people speak.
pub(crate) fn is_language(text: &str) -> bool {
    text.len() <= MAX_HEADING_BYTES && WORDS.language.contains(&fold(text))
}

/// True when a line reads like a position.
pub(crate) fn is_title(text: &str) -> bool {
    WORDS.title.stand_in(&fold(text))
}

/// True when a line reads like an organisation.
pub(crate) fn is_organisation(text: &str) -> bool {
    WORDS.organisation.stand_in(&fold(text))
}

/// True when a line names a school.
pub(crate) fn is_school(text: &str) -> bool {
    WORDS.school.stand_in(&fold(text))
}

/// True when a line names a degree.
pub(crate) fn is_degree(text: &str) -> bool {
    WORDS.degree.stand_in(&fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_letters_set_wide() {
        for text in ["E D U C A T I O N", "W O R K  E X P E R I E N C E", "학 력", "연 락 처"] {
            assert!(heading(text).is_some(), "{text}");
        }
        for text in ["C V", "백 단 비", "A B C D E F"] {
            assert_eq!(heading(text), None, "{text}");
        }
    }

    #[test]
    fn the_file_loads() {
        let file: File = serde_json::from_str(FILE).unwrap();
        assert_eq!((file.headings.len(), file.heading_words.len(), file.labels.len()), (8, 8, 7));
        let longest = |words: &[String]| words.iter().map(|w| fold(w).split(' ').count()).max();
        for list in [&file.title, &file.organisation, &file.degree] {
            assert!(longest(list) <= Some(MAX_PHRASE));
        }
    }

    #[test]
    fn no_heading_opens_two_parts() {
        let file: File = serde_json::from_str(FILE).unwrap();
        let mut seen: HashMap<String, HeadingKey> = HashMap::new();
        for (key, words) in &file.headings {
            for word in words {
                let before = seen.insert(fold(word), *key);
                assert!(before.is_none_or(|before| before == *key), "{word}: {before:?} and {key:?}");
            }
        }
    }

    #[test]
    fn headings_in_many_languages() {
        for (text, part) in [
            ("Work Experience:", Part::Roles),
            ("Expérience professionnelle", Part::Roles),
            ("2. Formação", Part::Studies),
            ("الخبرة العملية", Part::Roles),
            ("शिक्षा", Part::Studies),
            ("경력", Part::Roles),
            ("職務経歴", Part::Roles),
            ("E D U C A T I O N", Part::Studies),
            ("Prix et distinctions", Part::Other),
        ] {
            assert_eq!(heading(text), Some(Heading::Opens(part)), "{text}");
        }
        assert_eq!(heading("Experience with Go"), None);
        assert_eq!(heading("Awards and certificates"), None);
    }

    #[test]
    fn positions_and_organisations() {
        for title in ["Softwareentwicklerin", "高级软件工程师", "Ведущий инженер", "Vice President", "백엔드 개발자"]
        {
            assert!(is_title(title), "{title}");
        }
        for firm in ["Quay Labs", "北岸科技有限公司", "ООО Северный мост", "Navika a.s.", "株式会社みなと"]
        {
            assert!(is_organisation(firm), "{firm}");
        }
        assert!(!is_title("Quay Labs") && !is_organisation("Platform Engineer"));
        assert!(is_school("Université de Valmont") && is_degree("B.Sc. Computing") && !is_degree("Oxmere"));
    }
}
