//! Employers and schools, by their names as people write them.

use loupe_profile::fold;
use strsim::normalized_damerau_levenshtein;

/// Legal forms and words that say "company", folded; dropped wherever they stand behind the first word.
const FORMS: [&str; 52] = [
    "ab",
    "ag",
    "as",
    "asa",
    "bv",
    "bvba",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "doo",
    "ec",
    "eg",
    "ev",
    "gesmbh",
    "gmbh",
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "mbh",
    "nv",
    "ohg",
    "ooo",
    "ou",
    "oy",
    "oyj",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "se",
    "sl",
    "spa",
    "spzoo",
    "srl",
    "sro",
];

/// Words of any school's name, folded.
const SCHOOL_WORDS: [&str; 30] = [
    "a",
    "and",
    "at",
    "college",
    "da",
    "de",
    "degli",
    "della",
    "der",
    "di",
    "do",
    "du",
    "fur",
    "hochschule",
    "in",
    "institute",
    "la",
    "of",
    "school",
    "studi",
    "the",
    "uni",
    "univ",
    "universidad",
    "universidade",
    "universita",
    "universitat",
    "universite",
    "university",
    "universiteit",
];

/// What stands in an employer's place without naming one, folded.
const NO_EMPLOYER: [&str; 20] = [
    "autonomo",
    "clients",
    "confidential",
    "consultant",
    "contract",
    "contractor",
    "diverse",
    "freelance",
    "freelancer",
    "freiberuflich",
    "independent",
    "independiente",
    "private",
    "remote",
    "self",
    "selbstandig",
    "stealth",
    "undisclosed",
    "upwork",
    "various",
];

/// Words of trade that many employers have in common, folded: sharing one hints at nothing.
const TRADE: [&str; 30] = [
    "bank",
    "capital",
    "center",
    "centre",
    "consulting",
    "data",
    "design",
    "digital",
    "engineering",
    "global",
    "health",
    "industries",
    "international",
    "it",
    "lab",
    "labs",
    "logistics",
    "media",
    "of",
    "partners",
    "school",
    "service",
    "services",
    "software",
    "solutions",
    "studio",
    "studios",
    "systems",
    "technologies",
    "technology",
];

/// The words of a name without legal forms; dotted forms ("B.V.", "S.r.l.") are put together first.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut letters = String::new();
    for word in fold(name).split(' ') {
        if word.len() == 1 && !words.is_empty() {
            letters.push_str(word);
            continue;
        }
        if !letters.is_empty() {
            words.push(std::mem::take(&mut letters));
        }
        words.push(word.to_owned());
    }
    if !letters.is_empty() {
        words.push(letters);
    }
    let mut at = 0;
    words.retain(|word| {
        at += 1;
        at == 1 || !FORMS.contains(&word.as_str())
    });
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

/// True when the text names an employer at all, rather than "Freelance" or "Various clients".
pub(crate) fn is_employer(name: &str) -> bool {
    words(name).first().is_some_and(|first| !first.is_empty() && !NO_EMPLOYER.contains(&first.as_str()))
}

/// Surely the same employer: equal without legal forms and spaces, or but a slip of the keyboard apart.
pub(crate) fn same_employer(a: &str, b: &str) -> bool {
    let (a, b) = (words(a).concat(), words(b).concat());
    if a.is_empty() || b.is_empty() {
        return false;
    }
    // Below seven letters one changed letter is as often another company ("Axis", "Axio").
    a == b || (a.chars().count().min(b.chars().count()) >= 7 && normalized_damerau_levenshtein(&a, &b) >= 0.88)
}

/// Possibly the same employer: a telling word in common, or one name inside the other ("Quay", "Quaywerk").
pub(crate) fn might_be_same_employer(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (whole_a, whole_b) = (a.concat(), b.concat());
    // Initials of the other's words: "IBM".
    let initials = |words: &[String]| words.iter().filter_map(|w| w.chars().next()).collect::<String>();
    a.iter().any(|word| b.contains(word) && !TRADE.contains(&word.as_str()))
        || whole_a.contains(&whole_b)
        || whole_b.contains(&whole_a)
        || (a.len() > 1 && initials(&a) == whole_b)
        || (b.len() > 1 && initials(&b) == whole_a)
        || strsim::jaro_winkler(&whole_a, &whole_b) >= 0.9
        // One name in two scripts cannot be told from two names.
        || is_latin(&whole_a) != is_latin(&whole_b)
}

fn is_latin(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_alphabetic())
}

/// True when the running text `folded` (already folded) speaks of the employer.
pub(crate) fn mentions(folded: &str, employer: &str) -> bool {
    let name = words(employer).join(" ");
    !name.is_empty() && format!(" {folded} ").contains(&format!(" {name} "))
}

/// Surely the same school: the same words in any order, apart from "University", "of" and their like.
pub(crate) fn same_school(a: &str, b: &str) -> bool {
    let telling = |name: &str| {
        let folded = fold(name);
        let mut words: Vec<String> =
            folded.split(' ').filter(|w| !w.is_empty() && !SCHOOL_WORDS.contains(w)).map(str::to_owned).collect();
        words.sort_unstable();
        words.concat()
    };
    let (ta, tb) = (telling(a), telling(b));
    (!ta.is_empty() && ta == tb) || fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_and_slips_do_not_make_another_employer() {
        for (a, b) in [
            ("Fernrill Systems", "FERNRILL SYSTEMS GmbH & Co. KG"),
            ("Quay Labs B.V.", "Quay Labs"),
            ("The Quay Labs Company", "QuayLabs, Inc."),
            ("Fernrill Systems", "Fernril Systems"),
        ] {
            assert!(same_employer(a, b), "{a} / {b}");
        }
        for (a, b) in [("Fernrill Systems", "Fernrill Software"), ("Axis", "Axio"), ("Quay Labs", "Corvane"), ("", "")]
        {
            assert!(!same_employer(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn doubt_is_doubt() {
        for (a, b) in [
            ("Quay", "Quay Labs"),
            ("Quaywerk", "Quay"),
            ("International Brass Machines", "IBM"),
            ("Corvane", "Corvanne"),
        ] {
            assert!(might_be_same_employer(a, b), "{a} / {b}");
        }
        assert!(!might_be_same_employer("Fernrill Systems", "Corvane Freight"));
        assert!(!might_be_same_employer("Fernrill Systems", "Corvane Systems"));
    }

    #[test]
    fn freelance_is_no_employer() {
        for name in ["Freelance", "Self-employed", "Various clients", "Confidential", ""] {
            assert!(!is_employer(name), "{name}");
        }
        assert!(is_employer("Fernrill Systems"));
    }

    #[test]
    fn schools_in_any_word_order_and_language() {
        assert!(same_school("Oxmere University", "University of Oxmere"));
        assert!(same_school("Universität Oxmere", "Oxmere University"));
        assert!(!same_school("Oxmere University", "Talford University"));
        assert!(!same_school("Oxmere University", "Oxmere University of Applied Arts"));
    }

    #[test]
    fn an_employer_is_mentioned_as_whole_words() {
        assert!(mentions("on loan from quay labs to corvane", "Quay Labs B.V."));
        assert!(!mentions("the quayside laboratory", "Quay"));
    }
}
