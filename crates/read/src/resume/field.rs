//! Studies that print the degree and its field apart ("Master of Science", "Computer Science"): both are what was studied.

use crate::{Block, BlockKind, dates, places, words};

use super::{
    draft::{Draft, Unit},
    naming,
};

/// Where an entry's three names have the degree, its field and the school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Order {
    degree: usize,
    field: usize,
}

/// Joins the field to the degree. Words tell the order of some entries; a list keeps one, so those tell it of the others.
pub(super) fn join(drafts: &mut [Draft]) {
    let told: Vec<Order> = drafts.iter().filter_map(|draft| order(&draft.names)).collect();
    let all = drafts.iter().filter(|draft| draft.names.len() == 3).count();
    let habit = told.first().copied().filter(|first| told.iter().all(|o| o == first) && told.len() * 2 >= all);
    for draft in drafts {
        let Some(Order { degree, field }) = order(&draft.names).or(habit) else { continue };
        if let [_, _, _] = draft.names.as_slice()
            && draft.names.get(field).is_some_and(|unit| may_be_field(&unit.text))
            && draft.title.is_none()
        {
            let field_unit = draft.names.remove(field);
            let at = degree - usize::from(field < degree);
            if let Some(unit) = draft.names.get_mut(at) {
                unit.text = if field < degree {
                    format!("{}, {}", field_unit.text, unit.text)
                } else {
                    format!("{}, {}", unit.text, field_unit.text)
                };
            }
        }
    }
}

/// True for a line below one or two names of three that is the next: the field right behind the degree, the degree of a
/// school and a field, or the school of a degree and a field.
pub(super) fn completes(block: &Block, next: Option<&Block>, names: &[Unit]) -> bool {
    let text = block.text.as_str();
    let has = |is: fn(&str) -> bool| names.iter().filter(|unit| is(&unit.text)).count();
    let (degrees, schools) = (has(is_degree_alone), has(words::is_school));
    let behind_degree = names.last().is_some_and(|unit| is_degree_alone(&unit.text) && unit.text.len() <= 60);
    let short = block.kind == BlockKind::Line && block.cells.is_empty() && text.split_whitespace().count() <= 8;
    let field = degrees == 1 && behind_degree && may_be_field(text);
    let school = degrees > 0 && schools == 0 && words::is_school(text) && !naming::ends_a_sentence(text);
    let degree = degrees == 0 && is_degree_alone(text);
    // "Oxmere University", "Tides and coasts", "Master of Arts"
    let before_degree = degrees == 0 && schools == 1 && next.is_some_and(|next| is_degree_alone(&next.text));
    let field = field || (before_degree && names.len() == 1 && may_be_field(text));
    short && (field || school || degree)
}

/// "Higher Secondary School" is a school; "BA History, Oxmere University" has both.
fn is_degree_alone(text: &str) -> bool {
    words::is_degree(text) && (!words::is_school(text) || text.contains(", "))
}

/// The order of three names of which one is surely the degree, one the school, and the third stands beside the degree.
fn order(names: &[Unit]) -> Option<Order> {
    let [_, _, _] = names else { return None };
    let only = |is: fn(&str) -> bool, not: fn(&str) -> bool| {
        let mut found = (0..3).filter(|at| names.get(*at).is_some_and(|unit| is(&unit.text) && !not(&unit.text)));
        found.next().filter(|_| found.next().is_none())
    };
    let school = only(words::is_school, words::is_degree)?;
    let others = [(school + 1) % 3, (school + 2) % 3];
    let (first, second) = (others[0].min(others[1]), others[0].max(others[1]));
    // Some fields are called as degrees are: "Ingeniería Informática", "Grado".
    let degree = only(words::is_degree, words::is_school).or_else(|| {
        others.iter().all(|at| names.get(*at).is_some_and(|u| words::is_degree(&u.text))).then_some(first)
    })?;
    let field = if degree == first { second } else { first };
    let fits = names.get(field).is_some_and(|unit| may_be_field(&unit.text)) && field.abs_diff(degree) == 1;
    fits.then_some(Order { degree, field })
}

/// True for a few words that are no place, no grade and no school's.
pub(super) fn may_be_field(text: &str) -> bool {
    const GRADES: [&str; 9] = ["honour", "honor", "laude", "distinction", "merit", "class", "pass", "summa", "first"];
    let lower = text.to_lowercase();
    text.split_whitespace().count() <= 7
        && text.chars().count() <= 70
        && !text.chars().next().is_some_and(char::is_lowercase)
        && !text.chars().any(|c| c.is_ascii_digit() || ".:：%;!?".contains(c))
        && !GRADES.iter().any(|word| lower.contains(word))
        && !places::may_be_place(text)
        && !words::is_school(text)
        && !is_firm(text)
        && !words::is_work_mode(text)
        && dates::find(text).is_none()
}

/// A name without the grade behind it: "BA History (GPA 3.8)", "Oxmere University, GPA: 3.8/4.0", "BA (92%)".
/// Of a grade alone, nothing is left.
pub(super) fn without_grade(text: &str) -> &str {
    let bracketed = text.strip_suffix([')', '）', ']']).and_then(|rest| rest.rsplit_once(['(', '（', '[']));
    if let Some((name, _)) = bracketed.filter(|(_, inner)| is_grade(inner, true)) {
        return name.trim_end();
    }
    let marks = [", ", "; ", " – ", " — ", " - ", " | "].iter().filter_map(|mark| text.rsplit_once(mark));
    let behind = marks.filter(|(_, grade)| is_grade(grade, false)).map(|(name, _)| name).min_by_key(|name| name.len());
    if is_grade(text, false) { "" } else { behind.unwrap_or(text).trim_end() }
}

/// "GPA: 3.8", "3.8 CGPA"; `bare`: "3.8/4.0" and "92%" too.
fn is_grade(text: &str, bare: bool) -> bool {
    const WORDS: [&str; 16] = [
        "gpa",
        "cgpa",
        "sgpa",
        "grade",
        "score",
        "note",
        "mark",
        "marks",
        "percentage",
        "nota",
        "moyenne",
        "promedio",
        "media",
        "voto",
        "średnia",
        "балл",
    ];
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let told = words.clone().next().is_some_and(|word| WORDS.contains(&word.to_lowercase().as_str()));
    let short = (1..=6).contains(&figures) && text.chars().count() <= 30;
    let alone = bare && words.next().is_none() && text.contains(['.', '/', '%', ',']);
    short && dates::find_range(text).is_none() && (alone || told)
}

/// Of one word, "Maschinenbau" and "Elektrotechnik" are what is studied as often as what a firm is called.
fn is_firm(text: &str) -> bool {
    let compound = !text.contains(' ') && text.chars().all(|c| c < '\u{250}');
    words::is_organisation(text) && !compound
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(entries: &[[&str; 3]]) -> Vec<Vec<String>> {
        let unit = |text: &&str| Unit { text: (*text).to_owned(), ..Unit::default() };
        let draft = |names: &[&str; 3]| Draft { names: names.iter().map(unit).collect(), ..Draft::default() };
        let mut drafts: Vec<Draft> = entries.iter().map(draft).collect();
        join(&mut drafts);
        drafts.into_iter().map(|draft| draft.names.into_iter().map(|unit| unit.text).collect()).collect()
    }

    #[test]
    fn fields_beside_the_degree() {
        let read = joined(&[["Oxmere University", "Master of Science", "Computer Science"]]);
        assert_eq!(read, [["Oxmere University", "Master of Science, Computer Science"]]);
        // The order of the first tells of the second, whose words tell nothing.
        let read = joined(&[["Biology", "Bachelor", "Oxmere University"], ["Sciences", "Class of B", "Harbour House"]]);
        assert_eq!(read[0], ["Biology, Bachelor", "Oxmere University"]);
        assert_eq!(read[1], ["Sciences, Class of B", "Harbour House"]);
    }

    #[test]
    fn grades_behind_a_name() {
        for text in [
            "BSc Computing (GPA 3.8)",
            "BSc Computing, GPA: 3.8/4.0",
            "BSc Computing (92%)",
            "BSc Computing - 8.4 CGPA",
        ] {
            assert_eq!(without_grade(text), "BSc Computing", "{text}");
        }
        assert_eq!(without_grade("Score: 3.8"), "");
        for text in ["BSc (Hons)", "Oxmere University (1998)", "Licence 3", "BSc Computing, Class of 2"] {
            assert_eq!(without_grade(text), text);
        }
    }

    #[test]
    fn grades_and_places_are_no_fields() {
        for third in ["First-class honours", "Hull, United Kingdom", "3.8 of 4", "with distinction"] {
            assert_eq!(joined(&[["Oxmere University", "Bachelor of Arts", third]])[0].len(), 3, "{third}");
        }
        // The school stands between the two.
        assert_eq!(joined(&[["Bachelor of Arts", "Oxmere University", "Thornaby"]])[0].len(), 3);
    }
}
