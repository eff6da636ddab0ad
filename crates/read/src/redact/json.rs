//! Data that a page carries as JSON: its shape stays, its words are put in disguise.

use loupe_profile::fold;
use scraper::node::Element;
use serde_json::Value;

use super::{address, attribute::MANY_DIGITS, disguise::Disguise, kept};
use crate::dates;

/// Keys whose values say what kind of thing an object is.
pub(super) const KINDS: [&str; 5] = ["@context", "@type", "$type", "__typename", "type"];
/// Keys that are the language of the data itself.
pub(super) const KEYWORDS: [&str; 8] = ["$type", "@context", "@graph", "@id", "@type", "@value", "__ref", "__typename"];
/// Numbers of more digits are somebody's: an id, a place on the map.
const FEW_DIGITS: usize = 4;

/// True for a script that holds data and is nothing that runs.
pub(super) fn is_data(element: &Element) -> bool {
    let kind = element.attr("type").unwrap_or_default().trim().to_lowercase();
    kind == "application/ld+json" || kind == "application/json"
}

/// The text of a script, redacted. What is no JSON is nothing.
pub(super) fn script(disguise: &Disguise, text: &str) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return String::new() };
    redact(disguise, &mut value);
    // A slash may be escaped anywhere in JSON, and then nothing inside can end the script.
    value.to_string().replace("</", "<\\/").replace("<!--", "<\\u0021--")
}

/// `serde_json` refuses what is nested deeper than 128 levels, so this ends.
fn redact(disguise: &Disguise, value: &mut Value) {
    match value {
        Value::String(text) => *text = string(disguise, text),
        Value::Number(number) => {
            let written = number.to_string();
            if written.matches(|c: char| c.is_ascii_digit()).count() > FEW_DIGITS || written.contains('e') {
                // Sixteen digits at most, as that of a JavaScript number.
                let digits: String = written.chars().filter(char::is_ascii_digit).take(15).collect();
                *value = disguise.run(&digits, false).parse::<i64>().map_or(Value::Null, Value::from);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| redact(disguise, value)),
        Value::Object(object) => {
            let old = std::mem::take(object);
            for (name, mut value) in old {
                match &mut value {
                    // What leads to a key is disguised as the key is.
                    Value::String(reference) if name == "__ref" => *reference = key(disguise, reference),
                    Value::String(kind) if KINDS.contains(&name.as_str()) && is_kind(disguise, kind) => {}
                    Value::Array(kinds) if KINDS.contains(&name.as_str()) => {
                        let others = kinds.iter_mut().filter(|k| !k.as_str().is_some_and(|k| is_kind(disguise, k)));
                        others.for_each(|other| redact(disguise, other));
                    }
                    value => redact(disguise, value),
                }
                object.insert(key(disguise, &name), value);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn is_kind(disguise: &Disguise, kind: &str) -> bool {
    kept::is_kind(kind) && !disguise.names().contains(&fold(kind))
}

/// A key: what it is made of stays word by word if it is known. Keys of stores are somebody's: a mailbox, "User:9", a
/// host.
fn key(disguise: &Disguise, key: &str) -> String {
    if KEYWORDS.contains(&key) {
        return key.to_owned();
    }
    if key.matches(char::is_numeric).count() >= MANY_DIGITS {
        return disguise.run(key, false);
    }
    let is_plain = key.chars().all(|c| c.is_alphanumeric() || "_-$".contains(c));
    disguise.key(key, |folded| is_plain && kept::is_key_word(folded))
}

fn string(disguise: &Disguise, text: &str) -> String {
    if address::is_address(text) {
        return disguise.address(text);
    }
    // "2019-03-01T09:30:00Z": a moment is a date.
    let day = text.split('T').next().unwrap_or_default();
    if text.len() <= 30 && dates::date_line(day).is_some() && !text.contains(' ') {
        return day.to_owned();
    }
    disguise.text(text)
}
