//! Degrees: their level and their field, where both are recognised.
//!
//! "B.Sc. Informatik" and "Bachelor of Science, Computing" are one degree in two languages. So two degrees are only
//! called different when both levels, or both fields, are known here and have nothing in common.

use loupe_profile::fold;

/// Level by word, folded. "MA" is a first degree in Scotland, and "Ms" a form of address: they tell nothing. A word ending in `*` stands for every word that begins so.
const LEVELS: [(&str, u8); 29] = [
    ("associate", 1),
    ("ba", 2),
    ("bachelor*", 2),
    ("bachiller*", 2),
    ("beng", 2),
    ("bs", 2),
    ("bsc", 2),
    ("btech", 2),
    ("grado", 2),
    ("licence", 2),
    ("llb", 2),
    ("baccalaureus", 2),
    ("triennale", 2),
    ("master*", 3),
    ("magister", 3),
    ("magistrale", 3),
    ("mba", 3),
    ("meng", 3),
    ("msc", 3),
    ("mtech", 3),
    ("mestrado", 3),
    ("maestria", 3),
    ("llm", 3),
    ("phd", 4),
    ("dphil", 4),
    ("doctor*", 4),
    ("doktor*", 4),
    ("promotion", 4),
    ("dr", 4),
];

/// Field by the beginning of a word, folded; the longer ones also inside of a word ("Wirtschaftsinformatik").
const FIELDS: [(&str, u8); 53] = [
    ("comput", 1),
    ("informat", 1),
    ("software", 1),
    ("cybersec", 1),
    ("math", 2),
    ("matem", 2),
    ("statisti", 2),
    ("stochasti", 2),
    ("estadist", 2),
    ("physic", 3),
    ("physik", 3),
    ("physiq", 3),
    ("fisica", 3),
    ("fizik", 3),
    ("natuurkunde", 3),
    ("chem", 4),
    ("chim", 4),
    ("quimi", 4),
    ("scheikunde", 4),
    ("biolog", 5),
    ("biotech", 5),
    ("genetic", 5),
    ("biochem", 5),
    ("econom", 6),
    ("wirtschaft", 6),
    ("volkswirt", 6),
    ("betriebswirt", 6),
    ("business", 6),
    ("bwl", 6),
    ("vwl", 6),
    ("account", 6),
    ("financ", 6),
    ("finanz", 6),
    ("marketing", 6),
    ("law", 7),
    ("jura", 7),
    ("recht", 7),
    ("derecho", 7),
    ("direito", 7),
    ("droit", 7),
    ("histor", 8),
    ("geschicht", 8),
    ("philosoph", 8),
    ("filosof", 8),
    ("electr", 9),
    ("elektr", 9),
    ("electronic", 9),
    ("mechanic", 10),
    ("maschinenbau", 10),
    ("mecani", 10),
    ("medic", 11),
    ("medizin", 11),
    ("nurs", 11),
];

/// Surely another degree: two known levels with nothing in common, or two known fields with nothing in common.
pub(crate) fn surely_another_degree(a: &str, b: &str) -> bool {
    let apart = |x: &[u8], y: &[u8]| !x.is_empty() && !y.is_empty() && !x.iter().any(|v| y.contains(v));
    let (a, b) = (undotted(a), undotted(b));
    let (level_a, level_b) = (levels(&a), levels(&b));
    // One word in common is enough for one field; another field is only told apart at the same level.
    let same_level = !level_a.is_empty() && level_a == level_b;
    apart(&level_a, &level_b) || (same_level && apart(&fields(&a), &fields(&b)))
}

/// Folded, abbreviations put together: "B.Sc." and "M. Eng." as "bsc" and "meng".
fn undotted(text: &str) -> String {
    let mut put_together = String::new();
    for word in fold(&text.replace('.', "")).split(' ') {
        put_together.push_str(word);
        if word.chars().nth(1).is_some() {
            put_together.push(' ');
        }
    }
    put_together
}

fn levels(folded: &str) -> Vec<u8> {
    let known = |word: &str| LEVELS.iter().find(|(name, _)| matches(word, name)).map(|(_, level)| *level);
    folded.split(' ').filter_map(known).collect()
}

fn fields(folded: &str) -> Vec<u8> {
    let within = |word: &str, part: &str| word.starts_with(part) || (part.len() >= 5 && word.contains(part));
    let known = |word| FIELDS.iter().filter(move |(part, _)| within(word, part)).map(|(_, field)| *field);
    folded.split(' ').flat_map(known).collect()
}

fn matches(word: &str, name: &str) -> bool {
    name.strip_suffix('*').map_or(word == name, |start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::surely_another_degree;

    #[test]
    fn another_level_or_field_is_another_degree() {
        for (a, b) in [
            ("B.Sc. Computing", "M.Sc. Computing"),
            ("Bachelor of Arts, History", "Bachelor of Science, Computer Science"),
            ("MSc Physik", "PhD Physics"),
        ] {
            assert!(surely_another_degree(a, b), "{a} / {b}");
            assert!(surely_another_degree(b, a), "{b} / {a}");
        }
    }

    #[test]
    fn spellings_languages_and_the_unknown_are_not() {
        for (a, b) in [
            ("B.Sc. Informatik", "Bachelor of Science, Computer Science"),
            ("BSc", "Bachelor of Science in Computing"),
            ("Diplom-Informatiker", "Master of Science, Computer Science"),
            ("Bachelor, Mathematics and Computing", "BSc Computing"),
            ("Wirtschaftsinformatik", "BSc Information Systems"),
            ("Glaciology", "Bachelor of Science"),
            ("B. Eng. Elektrotechnik", "Bachelor of Engineering, Electrical Engineering"),
        ] {
            assert!(!surely_another_degree(a, b), "{a} / {b}");
        }
    }
}
