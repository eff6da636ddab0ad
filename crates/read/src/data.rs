//! A page's embedded JSON: the one object that is about the person of the address, found by its shape.
//!
//! Applications keep their state in such scripts, many people's together, and move it about with every build. So nothing
//! is read but what hangs on the object that names the address's own slug.

use scraper::Html;
use serde_json::{Map, Value};

use crate::{html, site::Data};

/// Longer scripts are left alone.
const MAX_BYTES: usize = 2_000_000;
/// So many values are looked at to find the object.
const MAX_VALUES: usize = 200_000;
/// More objects that name the slug are a list of the person's doings.
const MAX_SUBJECTS: usize = 50;
/// So many values are taken of one path.
const MAX_FOUND: usize = 300;
/// A reference that leads through more references leads in a circle.
const MAX_REFERENCES: usize = 8;

/// The objects about the person, and the whole that their references lead into.
pub(crate) struct Subject {
    root: Value,
    subjects: Vec<Value>,
}

impl Subject {
    /// The objects from which the first of the file's `subject` paths that leads to the slug does so: stubs of the person
    /// stand beside the whole, and what the person wrote about others names them as well.
    pub(crate) fn find(document: &Html, data: &Data, slug: &str) -> Option<Self> {
        if slug.is_empty() {
            return None;
        }
        data.script.of(document).find_map(|script| {
            let text: String = script.text().collect();
            let root: Value = (text.len() <= MAX_BYTES).then(|| serde_json::from_str(&text).ok()).flatten()?;
            let named = |path: &String| {
                let names = |object: &&Value| plain(object, path).is_some_and(|value| value.eq_ignore_ascii_case(slug));
                let found: Vec<Value> = objects(&root).filter(names).take(MAX_SUBJECTS).cloned().collect();
                Some(found).filter(|found| !found.is_empty())
            };
            let subjects = data.subject.iter().find_map(named)?;
            Some(Self { root, subjects })
        })
    }

    /// The texts at the first of the paths that leads anywhere, if all objects that say something there say the same. A
    /// list on the way is every one of its values; a reference (`{"__ref": "Type:id"}`) is what it leads to.
    pub(crate) fn texts(&self, paths: &[String]) -> Vec<String> {
        let mut said =
            self.subjects.iter().map(|subject| self.texts_of(subject, paths)).filter(|texts| !texts.is_empty());
        let first = said.next().unwrap_or_default();
        if said.all(|texts| texts == first) { first } else { Vec::new() }
    }

    fn texts_of(&self, subject: &Value, paths: &[String]) -> Vec<String> {
        let found = |path: &String| {
            let mut at = vec![subject];
            for key in path.split('.') {
                let next = at.into_iter().flat_map(|value| self.flat(value)).filter_map(|value| value.get(key));
                at = next.take(MAX_FOUND).collect();
            }
            let texts = at.into_iter().flat_map(|value| self.flat(value)).filter_map(text).take(MAX_FOUND);
            Some(texts.collect::<Vec<_>>()).filter(|texts| !texts.is_empty())
        };
        paths.iter().find_map(found).unwrap_or_default()
    }

    fn flat<'a>(&'a self, value: &'a Value) -> Vec<&'a Value> {
        match value {
            Value::Array(items) => items.iter().take(MAX_FOUND).filter_map(|item| self.resolved(item)).collect(),
            value => self.resolved(value).into_iter().collect(),
        }
    }

    fn resolved<'a>(&'a self, mut value: &'a Value) -> Option<&'a Value> {
        for _ in 0..MAX_REFERENCES {
            let Some(key) = value.get("__ref").and_then(Value::as_str) else { return Some(value) };
            value = objects(&self.root).find_map(|object| object.get(key))?;
        }
        None
    }
}

/// Every object in a value, outer ones first.
fn objects(root: &Value) -> impl Iterator<Item = &Value> {
    let mut queue = std::collections::VecDeque::from([root]);
    let next = move || {
        let value = queue.pop_front()?;
        match value {
            Value::Array(items) => queue.extend(items),
            Value::Object(map) => queue.extend(Map::values(map)),
            _ => {}
        }
        Some(value)
    };
    std::iter::from_fn(next).take(MAX_VALUES).filter(|value| value.is_object())
}

/// The text at a dotted path that leads through objects only.
fn plain(object: &Value, path: &str) -> Option<String> {
    path.split('.').try_fold(object, |at, key| at.get(key)).and_then(text)
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => {
            text.lines().map(html::fold_space).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
        }
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selector::Css;

    fn subject(json: &str, path: &str) -> Option<Subject> {
        let document = html::parse(&format!("<script id=s type='application/json'>{json}</script>")).unwrap();
        let data = Data { script: Css::parse("script#s").unwrap(), subject: vec![path.to_owned()] };
        Subject::find(&document, &data, "ilkad")
    }

    fn texts(json: &str, subject_path: &str, path: &str) -> Vec<String> {
        subject(json, subject_path).unwrap().texts(&[path.to_owned()])
    }

    #[test]
    fn the_object_is_known_by_its_slug_wherever_it_stands() {
        let json = r#"{"a":[{"user":{"username":"other"},"card":{"name":"Rune"}},{"user":{"username":"ilkad"},"card":{"name":"Ilka D.","skills":[{"name":"Go"},{"name":"SQL"}]}}]}"#;
        assert_eq!(texts(json, "user.username", "card.name"), ["Ilka D."]);
        assert_eq!(texts(json, "user.username", "card.skills.name"), ["Go", "SQL"]);
        assert!(texts(json, "user.username", "card.rate").is_empty());
        assert!(subject(json, "username.user").is_none());
    }

    /// A stub says nothing; a review that the person wrote says another's name.
    #[test]
    fn several_objects_of_one_slug_must_agree() {
        let review = r#"{"user":{"username":"ilkad"},"card":{"name":"Rune"}}"#;
        let whole = r#"{"user":{"username":"ilkad"},"card":{"name":"Ilka D."}}"#;
        let stub = r#"{"user":{"username":"ilkad"}}"#;
        for (json, expected) in [
            (format!("[{stub},{whole}]"), vec!["Ilka D."]),
            (format!("[{whole},{stub},{whole}]"), vec!["Ilka D."]),
            (format!("[{review},{whole}]"), vec![]),
        ] {
            assert_eq!(texts(&json, "user.username", "card.name"), expected, "{json}");
        }
    }

    #[test]
    fn references_lead_into_the_store_and_not_in_circles() {
        let json = r#"{"store":{"U:1":{"slug":"ilkad","city":{"__ref":"C:1"},"me":{"__ref":"R:1"}},"C:1":{"name":"Bergen"},"R:1":{"__ref":"R:1"}}}"#;
        assert_eq!(texts(json, "slug", "city.name"), ["Bergen"]);
        assert!(texts(json, "slug", "me.name").is_empty());
    }
}
