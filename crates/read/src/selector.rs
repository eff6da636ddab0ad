//! Selectors of site files, checked when a file is loaded: what breaks with a site's next build is refused.

use scraper::Selector;
use serde::Deserialize;

/// A selector, checked when the file is loaded.
#[derive(Debug, Clone)]
pub(crate) struct Css(pub(crate) Selector);

impl Css {
    /// Checks and parses a selector.
    ///
    /// # Errors
    /// What is wrong with it, in words for whoever writes site files.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        lint(text)?;
        Selector::parse(text).map(Self).map_err(|error| format!("`{text}` is no selector: {error}"))
    }
}

impl<'de> Deserialize<'de> for Css {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Refuses what breaks with a site's next build.
fn lint(selector: &str) -> Result<(), String> {
    for (bad, why) in [
        ("[class=", "is brittle: a whole class list changes with every build"),
        (":nth-", "is brittle: positions change with every advert"),
        (":has(~", "is slow: it looks at all siblings of each; use `before` and `row`"),
        (" ~ ", "is slow: it looks at all siblings of each; name the elements"),
    ] {
        if selector.contains(bad) {
            return Err(format!("`{selector}`: `{bad}` {why}"));
        }
    }
    for class in classes(selector) {
        let bytes = class.as_bytes();
        let digit_within = bytes.windows(2).any(|w| w[0].is_ascii_digit() && w[1].is_ascii_alphabetic());
        let capital_and_digit =
            class.contains(|c: char| c.is_ascii_uppercase()) && class.contains(|c: char| c.is_ascii_digit());
        let consonants = class.len() > 6 && !class.contains(['a', 'e', 'i', 'o', 'u', 'y', '-', '_']);
        let worded = class.contains(['-', '_']);
        if ((digit_within || capital_and_digit) && !worded) || consonants {
            return Err(format!("`{selector}`: the class `{class}` looks hashed; use an attribute or a heading"));
        }
    }
    Ok(())
}

/// The classes a selector names. A dot within quotes is part of a value ("com.linkedin.sdui").
fn classes(selector: &str) -> Vec<&str> {
    let mut classes = Vec::new();
    let mut quote = None;
    for (at, c) in selector.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, '.') => {
                let rest = &selector[at + 1..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
                classes.push(&rest[..end.unwrap_or(rest.len())]);
            }
            _ => {}
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brittle_selectors_are_refused() {
        for good in ["main.scaffold-layout__main h1", r#"[id^="com.linkedin.sdui.x9Qz3"]"#, "h2.h4, .air3-card"] {
            assert!(lint(good).is_ok(), "{good}");
        }
        for bad in [".k9x3", "div.bcdfghk", "p:nth-child(2)", "[class='a b']", "h4 ~ div", "a .Zk7q"] {
            assert!(lint(bad).is_err(), "{bad}");
        }
    }
}
