//! What stands around a name in its line: what the document is, degrees, what the person does, a greeting.

use crate::words;

use super::name::is_name;

/// What documents are called before or behind the name of whom they tell.
const TITLES: [&str; 18] = [
    "curriculum vitae",
    "currículum vítae",
    "currículum",
    "curriculum",
    "currículo",
    "résumé",
    "resume",
    "resumé",
    "cv",
    "c.v.",
    "lebenslauf",
    "hoja de vida",
    "życiorys",
    "életrajz",
    "önéletrajz",
    "životopis",
    "özgeçmiş",
    "резюме",
];
/// What leads from such a title to the name.
const LEADS: [&str; 21] = [
    ":", "：", "–", "—", "-", "|", "of ", "for ", "de ", "von ", "di ", "van ", "do ", "da ", "av ", "af ", "för ",
    "für ", "pour ", "del ", "– ",
];
/// How pages greet before they say whose they are.
const GREETINGS: [&str; 6] = ["hi, i'm ", "hi, i am ", "hello, i'm ", "hello, i am ", "hi, my name is ", "my name is "];
/// Words with which an address in the name's line begins.
const ADDRESS: [&str; 8] = ["email", "e-mail", "mob", "mobile", "phone", "tel", "contact", "mail"];

/// A name without what stands around it: "Dr. Maren Holtby", "Resume of Maren Holtby", "Maren Holtby – Engineer".
pub(crate) fn bare_name(text: &str) -> Option<String> {
    let text = behind_greeting(behind_title(before_title(text.trim())));
    let unnicked = without_nickname(text);
    let text = unnicked.as_deref().unwrap_or(text);
    let text = text.split([',', '(', '（']).next()?.trim();
    let text =
        [" – ", " — ", " - "].iter().find_map(|dash| text.split_once(dash)).map_or(text, |(name, _)| name.trim());
    let text = text.split_once(": ").filter(|(_, told)| words::is_title(told)).map_or(text, |(name, _)| name);
    // "MAREN HOLTBY Email: maren@example.org"
    let starts_address = |word: &str| {
        let figures = word.contains([':', '@', '+', '/']) || word.chars().any(|c| c.is_ascii_digit());
        figures || ADDRESS.contains(&word.to_lowercase().as_str())
    };
    let words: Vec<&str> = text.split_whitespace().take_while(|word| !starts_address(word)).collect();
    let behind = words.iter().rev().take_while(|word| is_credential(word)).count().min(words.len().saturating_sub(2));
    let words = words.get(..words.len() - behind)?.to_vec();
    // "MH Maren Holtby": the monogram beside the name.
    let initials = |words: &[&str]| words.iter().filter_map(|w| w.chars().next()).collect::<String>();
    let name = match words.as_slice() {
        [first, rest @ ..] if rest.len() >= 2 && *first == initials(rest) => rest.join(" "),
        words => words.join(" "),
    };
    is_name(&name).then_some(name)
}

/// The beginning of a text without regard to case; nothing if it begins otherwise.
fn strip<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let mut letters = text.char_indices();
    for expected in beginning.chars() {
        let (_, own) = letters.next()?;
        let same = own.to_lowercase().eq(expected.to_lowercase()) || (expected == '\'' && own == '’');
        if !same {
            return None;
        }
    }
    Some(letters.as_str())
}

/// "Curriculum Vitae – Maren Holtby", "CV de Maren Holtby", "Lebenslauf Maren Holtby": what follows the title.
fn behind_title(text: &str) -> &str {
    let rest = TITLES.iter().find_map(|title| {
        let rest = strip(text, title)?;
        let parted = rest.starts_with(|c: char| c.is_whitespace() || ":：–—-|".contains(c));
        parted.then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
    });
    let Some(rest) = rest else { return text };
    LEADS.iter().find_map(|lead| strip(rest, lead)).unwrap_or(rest).trim_start()
}

/// "Maren Holtby's Resume", "Maren Holtby CV": what stands before the title.
fn before_title(text: &str) -> &str {
    let bare = TITLES.iter().find_map(|title| {
        let at = text.char_indices().rev().nth(title.chars().count().checked_sub(1)?)?.0;
        let (before, behind) = text.split_at_checked(at)?;
        (strip(behind, title) == Some("") && before.ends_with(' ')).then(|| before.trim_end())
    });
    let Some(bare) = bare else { return text };
    let bare = bare.trim_end_matches(|c: char| c.is_whitespace() || ":：–—-|,".contains(c));
    let owned = ["'s", "’s"].iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(bare);
    // "Rune Astells CV" would be a guess.
    if owned.contains(' ') { owned } else { text }
}

fn behind_greeting(text: &str) -> &str {
    let rest = GREETINGS.iter().find_map(|greeting| strip(text, greeting));
    rest.map_or(text, |rest| rest.trim_end_matches(['.', '!', ' ']))
}

/// "Maren “Mari” Holtby", "Maren (Mari) Holtby" without the name among friends; nothing where there is none.
fn without_nickname(text: &str) -> Option<String> {
    const QUOTES: [(char, char); 6] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('(', ')'), ('‘', '’')];
    QUOTES.iter().find_map(|(open, close)| {
        let (before, rest) = text.split_once(*open)?;
        let (nick, behind) = rest.split_once(*close)?;
        let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || c == '-');
        let one = word(nick) && before.ends_with(' ') && word(before.trim().split(' ').next()?);
        let goes_on = behind.starts_with(' ') && behind.trim().starts_with(char::is_uppercase);
        (one && goes_on).then(|| format!("{} {}", before.trim(), behind.trim()))
    })
}

/// True for a degree or a chartered title behind a name: "M.Sc.", "PMP".
fn is_credential(word: &str) -> bool {
    const KNOWN: [&str; 28] = [
        "phd", "md", "mba", "msc", "bsc", "meng", "beng", "rn", "msn", "bsn", "pmp", "cpa", "cfa", "acca", "dds", "jd",
        "llm", "llb", "mph", "edd", "csm", "esq", "ceng", "cissp", "cpp", "phr", "dvm", "mphil",
    ];
    let bare: String = word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    // "FRCS", "MBChB": nobody is called so.
    let unspoken = capitals >= 3 && word.is_ascii() && !bare.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    ((word.contains('.') || capitals >= 2) && KNOWN.contains(&bare.as_str())) || unspoken
}
