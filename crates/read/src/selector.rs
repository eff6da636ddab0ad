//! Selectors of site files, checked when a file is loaded: what breaks with a site's next build is refused.

use scraper::{ElementRef, Html, Selector, node::Element};
use serde::Deserialize;

/// A selector, checked when the file is loaded; and what an element must at least be for it to match, one sign for each
/// of its alternatives. Asking for the sign first saves most of the work on pages of tens of thousands of elements.
#[derive(Debug, Clone)]
pub(crate) struct Css(pub(crate) Selector, Option<Vec<Sign>>);

/// What an element must have.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sign {
    Tag(String),
    Id(String),
    Class(String),
    Attribute(String),
}

impl Sign {
    fn is_on(&self, element: &Element) -> bool {
        // Not by `Element::attr`, which interns the name it looks for.
        match self {
            Self::Tag(name) => element.name() == name,
            Self::Id(id) => element.attrs().any(|(name, value)| name == "id" && value == id),
            Self::Class(class) => {
                element.attrs().any(|(name, value)| name == "class" && value.contains(class.as_str()))
            }
            Self::Attribute(attribute) => element.attrs().any(|(name, _)| name == attribute),
        }
    }
}

impl Css {
    /// Checks and parses a selector.
    ///
    /// # Errors
    /// What is wrong with it, in words for whoever writes site files.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        lint(text)?;
        let selector = Selector::parse(text).map_err(|error| format!("`{text}` is no selector: {error}"))?;
        Ok(Self(selector, signs(text)))
    }

    /// All matches within an element, in the order of the document.
    pub(crate) fn within<'a>(&'a self, element: ElementRef<'a>) -> Box<dyn Iterator<Item = ElementRef<'a>> + 'a> {
        let Some(signs) = &self.1 else { return Box::new(element.select(&self.0)) };
        let inside = element.descendants().skip(1).filter_map(ElementRef::wrap);
        let signed = inside.filter(|el| signs.iter().any(|sign| sign.is_on(el.value())));
        Box::new(signed.filter(move |el| self.0.matches_with_scope(el, Some(element))))
    }

    /// All matches of a document.
    pub(crate) fn of<'a>(&'a self, document: &'a Html) -> Box<dyn Iterator<Item = ElementRef<'a>> + 'a> {
        let Some(signs) = &self.1 else { return Box::new(document.select(&self.0)) };
        let all = document.tree.root().descendants().filter_map(ElementRef::wrap);
        let signed = all.filter(|el| signs.iter().any(|sign| sign.is_on(el.value())));
        Box::new(signed.filter(|el| self.0.matches(el)))
    }
}

impl<'de> Deserialize<'de> for Css {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The sign of each alternative: of its last compound the name, id, class or attribute that stands first. None when one
/// alternative has none, or when matching profits from what scraper remembers between elements (`:has` at any depth).
fn signs(text: &str) -> Option<Vec<Sign>> {
    if text.contains(['\\', '|']) && !text.contains("|=") || text.replace(":has(> ", "").contains(":has(") {
        return None;
    }
    let (mut compound, mut depth, mut quote) = (String::new(), 0_u32, None);
    let mut signs = Vec::new();
    // Only what stands outside of brackets, parentheses and quotes parts compounds and alternatives.
    for c in text.chars().chain([',']) {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                signs.push(sign(compound.trim())?);
                compound.clear();
                continue;
            }
            (None, ' ' | '\n' | '\t' | '>' | '+' | '~') if depth == 0 => {
                // A space before the comma, or around another combinator, ends nothing.
                compound.push(' ');
                continue;
            }
            _ => {}
        }
        if depth == 0 && compound.ends_with(' ') && quote.is_none() || depth == 1 && c == '[' && compound.ends_with(' ')
        {
            compound.clear();
        }
        compound.push(c);
    }
    Some(signs)
}

fn sign(compound: &str) -> Option<Sign> {
    let word = |text: &str| {
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(text.len());
        Some(text[..end].to_owned()).filter(|word| !word.is_empty())
    };
    match compound.chars().next()? {
        '#' => word(&compound[1..]).map(Sign::Id),
        '.' => word(&compound[1..]).map(Sign::Class),
        '[' => word(&compound[1..]).map(Sign::Attribute),
        c if c.is_ascii_alphabetic() => word(compound).map(|name| Sign::Tag(name.to_ascii_lowercase())),
        _ => None,
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
    fn signs_of_the_last_compound() {
        let told = |text: &str| {
            let tell = |sign: Sign| match sign {
                Sign::Tag(name) => name,
                Sign::Id(id) => format!("#{id}"),
                Sign::Class(class) => format!(".{class}"),
                Sign::Attribute(name) => format!("[{name}]"),
            };
            signs(text).map(|signs| signs.into_iter().map(tell).collect::<Vec<_>>().join(" "))
        };
        for (text, expected) in [
            ("h1", Some("h1")),
            ("main h1 , .a > p.b", Some("h1 p")),
            (r#"[id$="a, b > c"] [data-x="y z"]:not(.c d)"#, Some("[data-x]")),
            (r#":is([id$="T"], [k$="T"]) p"#, Some("p")),
            (r#":is([id$="T"], [k$="T"])"#, None),
            ("div:has(> #about)", Some("div")),
            ("div:has(#about)", None),
            ("a,\nb\n", Some("a b")),
            ("ul > li, [k] [k]", Some("li [k]")),
            ("*", None),
            ("h4 + #x .y-z", Some(".y-z")),
        ] {
            assert_eq!(told(text).as_deref(), expected, "{text}");
        }
    }

    /// On every sample page every selector of every site file finds the same with its signs and without.
    #[test]
    fn signs_change_nothing_but_the_time() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
        let files = |folder: &str, kind: &str| -> Vec<String> {
            let paths = std::fs::read_dir(format!("{root}{folder}")).unwrap().map(|file| file.unwrap().path());
            let paths = paths.filter(|path| path.extension() == Some(kind.as_ref()));
            paths.map(|path| std::fs::read_to_string(path).unwrap()).collect()
        };
        let pages: Vec<Html> =
            files("../../tests/sites", "html").iter().filter_map(|page| crate::html::parse(page).ok()).collect();
        let sites = files("sites", "toml");
        let texts = sites.iter().flat_map(|site| site.split('\'')).filter(|text| Selector::parse(text).is_ok());
        let selectors: Vec<Css> =
            texts.filter_map(|text| Css::parse(text).ok()).filter(|css| css.1.is_some()).collect();
        assert!(selectors.len() > 100 && pages.len() > 30, "{} selectors, {} pages", selectors.len(), pages.len());
        for page in &pages {
            for css in &selectors {
                let with: Vec<_> = css.of(page).map(|el| el.id()).collect();
                let without: Vec<_> = page.select(&css.0).map(|el| el.id()).collect();
                assert_eq!(with, without, "{css:?}");
            }
        }
    }

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
