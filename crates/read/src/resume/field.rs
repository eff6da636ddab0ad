//! Studies that print the degree and its field apart ("Master of Science", "Computer Science"): both are what was studied.

use crate::{dates, places, words};

use super::draft::{Draft, Unit};

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

/// The order of three names of which one is surely the degree, one the school, and the third stands beside the degree.
fn order(names: &[Unit]) -> Option<Order> {
    let [_, _, _] = names else { return None };
    let only = |is: fn(&str) -> bool, not: fn(&str) -> bool| {
        let mut found = (0..3).filter(|at| names.get(*at).is_some_and(|unit| is(&unit.text) && !not(&unit.text)));
        found.next().filter(|_| found.next().is_none())
    };
    let degree = only(words::is_degree, words::is_school)?;
    let school = only(words::is_school, words::is_degree)?;
    let field = 3 - degree - school;
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
        && !words::is_organisation(text)
        && !words::is_work_mode(text)
        && dates::find(text).is_none()
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
    fn grades_and_places_are_no_fields() {
        for third in ["First-class honours", "Hull, United Kingdom", "3.8 of 4", "with distinction"] {
            assert_eq!(joined(&[["Oxmere University", "Bachelor of Arts", third]])[0].len(), 3, "{third}");
        }
        // The school stands between the two.
        assert_eq!(joined(&[["Bachelor of Arts", "Oxmere University", "Thornaby"]])[0].len(), 3);
    }
}
