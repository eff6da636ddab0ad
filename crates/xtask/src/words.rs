//! The English words of the checks, from their pages, as the extension and the web page show them.

use std::collections::BTreeMap;

use loupe_checks::{CHECKS, Page};
use serde::Serialize;

/// What is said of one check.
#[derive(Serialize)]
struct Words {
    title: String,
    summary: String,
    why: String,
    innocent: Vec<String>,
    ask: String,
    limits: String,
    wrong: String,
}

/// `extension/locales/en/checks.json`: the words of every check by its id.
pub(crate) fn checks_json() -> String {
    let words: BTreeMap<&str, Words> = CHECKS.iter().map(|check| (check.id, words(check.page))).collect();
    // Text and lists of text: there is nothing in it that could not be written.
    serde_json::to_string_pretty(&words).unwrap_or_default() + "\n"
}

fn words(page: &str) -> Words {
    let Page { title, summary, why, innocent, ask, limits, how_often_wrong, .. } = Page::parse(page);
    Words { title, summary, why, innocent, ask, limits, wrong: how_often_wrong }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use serde_json::Value;

    use super::*;
    use crate::root::root;

    /// The `{placeholders}` of a text.
    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
    }

    #[test]
    fn every_language_has_the_same_words_to_say() {
        let english: Value = serde_json::from_str(&checks_json()).unwrap();
        let locales = root().join("extension/locales");
        for language in fs::read_dir(locales).unwrap().map(|entry| entry.unwrap().path()) {
            let text = fs::read_to_string(language.join("checks.json")).unwrap();
            let words: Value = serde_json::from_str(&text).unwrap();
            let language = language.display();
            let ids = |v: &Value| v.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(ids(&words), ids(&english), "{language}");
            for (id, said) in english.as_object().unwrap() {
                let other = &words[id];
                assert_eq!(ids(other), ids(said), "{language}: {id}");
                for (field, text) in said.as_object().unwrap() {
                    let (Some(text), Some(translated)) = (text.as_str(), other[field].as_str()) else {
                        let count = |v: &Value| v[field].as_array().map(Vec::len);
                        assert_eq!(count(other), count(said), "{language}: {id}: {field}");
                        continue;
                    };
                    assert!(!translated.is_empty(), "{language}: {id}: {field}");
                    assert_eq!(placeholders(translated), placeholders(text), "{language}: {id}: {field}");
                }
            }
        }
    }
}
