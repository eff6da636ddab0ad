//! By what a copy of a file is known as one.

use crate::Document;

/// Sessions, ids and authors kept of one file; more say nothing new.
const MOST: usize = 4096;

/// What a file keeps of where it comes from, and its copies with it. Not the tags of embedded fonts: office programs and
/// macOS count them up from the same letters in every file, and pdfTeX makes them of the letters that are used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// An id of the document, as written.
    Id(String),
    /// The moment when it was made, to the minute, and who made it: "2019-02-20T11:01, Ilka Brandvold". It is the one
    /// mark that `LibreOffice` keeps of a file from Word.
    Made(String),
    /// The person who made it: of a file that began as a template, often the template's.
    Author(String),
    /// The person who saved it last.
    SavedBy(String),
    /// An editing session.
    Session(String),
}

impl Mark {
    /// Which of the kinds it is, the same for ever, for stored keys.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Id(_) => "id",
            Self::Made(_) => "made",
            Self::Author(_) => "author",
            Self::SavedBy(_) => "saved-by",
            Self::Session(_) => "session",
        }
    }

    /// What to show of it.
    pub fn text(&self) -> &str {
        match self {
            Self::Id(text) | Self::Made(text) | Self::Author(text) | Self::SavedBy(text) | Self::Session(text) => text,
        }
    }
}

impl Document {
    /// The marks of this file, sorted, each once, those that say most first.
    pub fn marks(&self) -> Vec<Mark> {
        // An id of zeros, or of a few letters, is none.
        let is_id = |id: &&str| {
            let mut letters: Vec<char> = id.chars().filter(char::is_ascii_alphanumeric).collect();
            letters.sort_unstable();
            letters.dedup();
            letters.len() > 3
        };
        let ids = self.ids.iter().map(|id| id.value.as_str()).filter(is_id).map(|id| Mark::Id(id.to_owned()));
        // Word and RTF have no seconds, ODT no offset.
        let moment = self.created.as_ref().and_then(|created| created.get(..16));
        let maker = self.author.as_deref().map(str::trim).filter(|author| !author.is_empty());
        let made = moment.zip(maker).map(|(moment, maker)| Mark::Made(format!("{moment}, {maker}")));
        let person = |name: &Option<String>| {
            let name = name.as_deref().map(str::trim).filter(|name| names_person(name));
            name.map(str::to_owned)
        };
        let author = person(&self.author).map(Mark::Author);
        let saved_by = person(&self.last_author).map(Mark::SavedBy);
        let sessions = self.revisions.iter().map(|id| Mark::Session(id.clone()));
        let mut marks: Vec<Mark> = ids.chain(made).chain(author).chain(saved_by).chain(sessions).take(MOST).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

/// What programs, computers and firms call themselves: who has one of these words is nobody in particular.
const NOBODY: [&str; 50] = [
    "admin",
    "administrator",
    "adobe",
    "agency",
    "apple",
    "benutzer",
    "canva",
    "career",
    "careers",
    "client",
    "com",
    "company",
    "computer",
    "consulting",
    "cv",
    "default",
    "desktop",
    "dell",
    "docs",
    "google",
    "gmbh",
    "group",
    "home",
    "hp",
    "hr",
    "inc",
    "laptop",
    "lenovo",
    "libreoffice",
    "llc",
    "ltd",
    "macbook",
    "microsoft",
    "net",
    "office",
    "org",
    "owner",
    "pc",
    "recruiting",
    "resume",
    "services",
    "solutions",
    "systems",
    "team",
    "template",
    "templates",
    "unknown",
    "user",
    "usuario",
    "windows",
];

/// Whether an author's name reads like the complete name of a person: two words or more, of letters only.
pub fn names_person(author: &str) -> bool {
    let words: Vec<String> = author.split([' ', ',', '.', '-', '\'', '’']).map(str::to_lowercase).collect();
    let whole = words.iter().filter(|word| word.chars().count() > 1 || !word.is_ascii() && !word.is_empty());
    let letters = author.chars().all(|c| c.is_alphabetic() || is_mark(c) || " ,.-'’".contains(c));
    // Han and Hangul names are written without a space.
    let is_one = |word: &str| (2..=4).contains(&word.chars().count()) && word.chars().all(|c| c > '\u{2e80}');
    letters
        && author.chars().count() <= 60
        && (whole.count() >= 2 || is_one(author))
        && !words.iter().any(|word| NOBODY.contains(&word.as_str()))
}

/// Vowel signs and accents that stand apart from their letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}
