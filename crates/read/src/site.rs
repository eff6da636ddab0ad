//! Sites as data: what a file of `sites/` may say, and the loader that refuses what would break or lie.
//!
//! A site file only points: where the name is, which part is Experience, what belongs to somebody else. The
//! recognisers of [`crate::entries`] understand what is pointed at.

use std::sync::LazyLock;

use scraper::Selector;
use serde::Deserialize;

/// Every site file, in the order in which they are tried.
const FILES: [(&str, &str); 3] = [
    ("linkedin-sdui", include_str!("../sites/linkedin-sdui.toml")),
    ("linkedin-ember", include_str!("../sites/linkedin-ember.toml")),
    ("upwork", include_str!("../sites/upwork.toml")),
];

/// The sites Loupe knows. A file that does not load is a defect that a test finds; at run time it is passed over.
pub(crate) static SITES: LazyLock<Vec<Site>> =
    LazyLock::new(|| FILES.iter().filter_map(|(id, text)| load(id, text).ok()).collect());

/// One site file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Site {
    #[serde(skip)]
    pub(crate) id: String,
    pub(crate) name: String,
    /// Where the knowledge comes from, and of when it is.
    #[expect(dead_code, reason = "for people: the loader demands it, nothing reads it")]
    evidence: String,
    /// Addresses at which the site puts something in front of the profile.
    #[serde(default)]
    pub(crate) gate: Vec<String>,
    pub(crate) page: Vec<Page>,
}

/// One kind of page of a site.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    #[expect(dead_code, reason = "profile pages are all there is yet; list pages come with the reading issue")]
    kind: Kind,
    /// Addresses, with `*` for anything and `{slug}` for the part that names the person.
    pub(crate) url: Vec<String>,
    /// Present when the page is of this layout.
    pub(crate) ready: Css,
    /// One of these must name the slug of the address within the scope: in single-page sites the address changes before
    /// the page does.
    #[serde(default)]
    pub(crate) confirm: Vec<Confirm>,
    /// The only element ever read: the first match of the first selector that has one.
    pub(crate) scope: Vec<Css>,
    /// Taken out before anything is read: other people's boxes, adverts, hidden twins.
    #[serde(default)]
    pub(crate) exclude: Option<Css>,
    /// Frames that stand empty until the user scrolls to them.
    #[serde(default)]
    pub(crate) lazy: Option<Css>,
    /// Fields without which the page is said to have changed.
    pub(crate) required: Vec<Field>,
    pub(crate) fields: std::collections::BTreeMap<Field, Vec<Strategy>>,
    #[serde(default)]
    pub(crate) sections: std::collections::BTreeMap<SectionKind, Section>,
}

/// Where a page names its own slug: as a whole part of an attribute.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirm {
    pub(crate) select: Css,
    pub(crate) attribute: String,
    /// The slug stands at the attribute's end, with nothing that parts it from what is before.
    #[serde(default)]
    pub(crate) ends: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Profile,
}

/// A field that stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Field {
    Name,
    Headline,
    Location,
    Photo,
    About,
    Contacts,
}

/// A section of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SectionKind {
    Roles,
    Studies,
    Skills,
    Certificates,
}

/// One way to find a field: a selector, or a selector with conditions.
#[derive(Debug)]
pub(crate) enum Strategy {
    Select(Css),
    Conditional(Conditional),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Conditional {
    pub(crate) select: Css,
    /// Only elements that come before the first match of this.
    pub(crate) before: Option<Css>,
    /// Of those, only what stands in the row of that match, or nothing that does.
    #[serde(default)]
    pub(crate) row: Option<Row>,
    /// Pass over pronouns, degrees of connection, counts and dots.
    #[serde(default)]
    pub(crate) skip_furniture: bool,
    /// All matches together, as one field.
    #[serde(default)]
    pub(crate) join: bool,
    /// The site shows the text's own line breaks (`white-space: pre-line`).
    #[serde(default)]
    pub(crate) breaks: bool,
}

/// Whether a field stands in the row of another element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Row {
    Only,
    Not,
}

impl<'de> Deserialize<'de> for Strategy {
    /// By hand, as serde's untagged enums forget what was wrong and in which line.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Strategy;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a selector or a table with `select`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Strategy, E> {
                Css::deserialize(serde::de::value::StrDeserializer::new(text)).map(Strategy::Select)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Strategy, A::Error> {
                Conditional::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Strategy::Conditional)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl Strategy {
    pub(crate) fn select(&self) -> &Css {
        match self {
            Self::Select(css) => css,
            Self::Conditional(rule) => &rule.select,
        }
    }
}

/// A section of entries: roles, studies, certificates, skills.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    /// The box that holds the section; without it the whole scope.
    #[serde(default)]
    pub(crate) card: Option<Css>,
    /// The entries; of nested matches the outermost.
    pub(crate) items: Css,
    /// Entries within an entry: the roles of one employer.
    #[serde(default)]
    pub(crate) rows: Option<Css>,
    /// The lines of an entry, in order; of nested matches the innermost. Without it, an entry is a heading whose lines
    /// are the elements that follow it, up to the next entry or heading.
    #[serde(default)]
    pub(crate) lines: Option<Css>,
    /// Headings, where several sections share a box: only entries under one that names this section.
    #[serde(default)]
    pub(crate) under: Option<Css>,
    /// Running text of an entry.
    #[serde(default)]
    pub(crate) text: Option<Css>,
    /// Present when the site has more entries than it shows.
    #[serde(default)]
    pub(crate) more: Option<Css>,
    /// What splits a first line into title and employer.
    #[serde(default)]
    pub(crate) split: Option<String>,
}

/// A selector, checked when the file is loaded.
#[derive(Debug, Clone)]
pub(crate) struct Css(pub(crate) Selector);

impl<'de> Deserialize<'de> for Css {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        lint(&text).map_err(serde::de::Error::custom)?;
        Selector::parse(&text)
            .map(Self)
            .map_err(|error| serde::de::Error::custom(format!("`{text}` is no selector: {error}")))
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
    let classes = selector.split('.').skip(1).map(|rest| {
        rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).next().unwrap_or_default()
    });
    for class in classes {
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

/// Loads one site file.
///
/// # Errors
/// What is wrong and in which line: unknown keys, brittle selectors, selectors that do not parse.
pub(crate) fn load(id: &str, text: &str) -> Result<Site, String> {
    let mut site: Site = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        format!("sites/{id}.toml, line {line}: {}", error.message())
    })?;
    id.clone_into(&mut site.id);
    Ok(site)
}

/// Matches an address, without its query and fragment, against a pattern; gives what stood at `{slug}`.
pub(crate) fn match_url(pattern: &str, url: &str) -> Option<String> {
    let url = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let (before, behind) = pattern.split_once("{slug}").unwrap_or((pattern, ""));
    let slug_from = glob_prefix(before, url)?;
    let rest = &url[slug_from..];
    if behind.is_empty() && !pattern.contains("{slug}") {
        return rest.is_empty().then(String::new);
    }
    let slug = rest.split('/').next().filter(|s| !s.is_empty())?;
    let tail = &rest[slug.len()..];
    (tail.is_empty()
        || behind == "*"
        || behind == tail
        || behind.strip_suffix('*').is_some_and(|b| tail.starts_with(b)))
    .then(|| slug.to_owned())
}

/// Where the text after `pattern` begins in `url`; `*` stands for anything without a slash, at the end for anything.
fn glob_prefix(pattern: &str, url: &str) -> Option<usize> {
    let mut at = 0;
    let mut parts = pattern.split('*').peekable();
    let mut first = true;
    while let Some(part) = parts.next() {
        if first {
            at = url.strip_prefix(part).map(|_| part.len())?;
            first = false;
        } else if part.is_empty() && parts.peek().is_none() {
            return Some(url.len());
        } else {
            let found = url[at..].find(part)?;
            if url[at..at + found].contains('/') {
                return None;
            }
            at += found + part.len();
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_site_file_loads_and_is_registered() {
        for (id, text) in FILES {
            load(id, text).unwrap();
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sites");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .filter(|f| f.as_ref().unwrap().path().extension() == Some("toml".as_ref()));
        assert_eq!(files.count(), FILES.len(), "a file of sites/ is not in FILES");
    }

    #[test]
    fn the_loader_names_the_line() {
        let file = |extra: &str| {
            format!(
                "name = \"X\"\nevidence = \"none\"\n[[page]]\nkind = \"profile\"\nurl = [\"https://x.example/{{slug}}\"]\n\
                 ready = \"h1\"\nscope = [\"main\"]\nrequired = [\"name\"]\n{extra}\n[page.fields]\nname = [\"h1\"]\n"
            )
        };
        load("x", &file("")).unwrap();
        for (extra, what) in [
            ("colour = 1", "unknown field"),
            ("lazy = \".k9x3\"", "looks hashed"),
            ("lazy = \"p:nth-child(2)\"", "brittle"),
            ("lazy = \"[class='a b']\"", "brittle"),
            ("lazy = \"h4 ~ div\"", "slow"),
            ("lazy = \"p[\"", "no selector"),
        ] {
            let error = load("x", &file(extra)).unwrap_err();
            assert!(error.contains(what) && error.contains("line 9"), "{error}");
        }
    }

    #[test]
    fn addresses_give_the_slug() {
        let linkedin = "https://*.linkedin.com/in/{slug}*";
        assert_eq!(match_url(linkedin, "https://www.linkedin.com/in/maren-holtby/?x=1"), Some("maren-holtby".into()));
        assert_eq!(match_url(linkedin, "https://uk.linkedin.com/in/m/details/skills/"), Some("m".into()));
        assert_eq!(match_url(linkedin, "https://evil.example/www.linkedin.com/in/m"), None);
        assert_eq!(
            match_url("https://*.linkedin.com/authwall*", "https://www.linkedin.com/authwall?trk=x"),
            Some(String::new())
        );
        assert_eq!(
            match_url("https://www.upwork.com/freelancers/~{slug}", "https://www.upwork.com/freelancers/~01a"),
            Some("01a".into())
        );
    }
}
