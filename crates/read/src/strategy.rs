//! Strategies of site files: the ways to find one field, tried in order.

use serde::Deserialize;

use crate::{resume, selector::Css};

/// One way to find a field: a selector, or a table that says where to look and what to make of it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of a site file")]
pub(crate) struct Strategy {
    /// Where to look.
    pub(crate) find: Find,
    /// Only elements that come before the first match of this.
    pub(crate) before: Option<Css>,
    /// Of those, only what stands in the row of that match, or nothing that does.
    pub(crate) row: Option<Row>,
    /// Pass over pronouns, degrees of connection, counts and dots.
    pub(crate) skip_furniture: bool,
    /// All matches together, as one field.
    pub(crate) join: bool,
    /// The site shows the text's own line breaks (`white-space: pre-line`).
    pub(crate) breaks: bool,
    /// The value of this attribute instead of the text.
    pub(crate) attribute: Option<String>,
    /// Only the first text that stands in the element; what boxes within it say is not part of the field.
    pub(crate) first_text: bool,
    /// Only what stands after the first of these; nothing without it.
    pub(crate) after: Option<String>,
    /// Only what stands before the last of these; nothing without it.
    pub(crate) until: Option<String>,
    /// Only if an element of the scope that matches this says the same.
    pub(crate) agrees_with: Option<Css>,
    /// Which of several, counted from 1.
    pub(crate) number: Option<usize>,
    /// Only if it reads like this.
    pub(crate) looks_like: Option<Looks>,
}

/// What words read like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Looks {
    /// A place: a few names, no figures, no sentence.
    Place,
    /// A person's name, whatever stands in brackets behind it: two to five words of letters that name no part of a page,
    /// no position, no firm and no place.
    Name,
}

impl Looks {
    fn is_met(self, text: &str) -> bool {
        match self {
            Self::Name => resume::bare_name(text).is_some(),
            Self::Place => {
                let words: Vec<_> = text.split_whitespace().collect();
                let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
                words.len() <= 8
                    && small <= 2
                    && !text.chars().any(char::is_numeric)
                    && !text.ends_with(['.', '!', '?', ':'])
            }
        }
    }
}

/// Where a strategy looks.
#[derive(Debug)]
pub(crate) enum Find {
    /// Elements of the scope.
    Select(Css),
    /// What stands beside elements of the scope, such as the words beside an icon.
    Beside(Css),
    /// Elements of the page's head: its title, its `meta`.
    Head(Css),
    /// Values of the page's embedded data, by dotted paths from the object that `data` of the page names.
    Data(Vec<String>),
    /// Elements of a box that the site opened over the page, outside of the scope, and that names the person.
    Overlay(Css),
}

/// Whether a field stands in the row of another element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Row {
    Only,
    Not,
}

/// As it stands in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of a site file")]
struct Table {
    select: Option<Css>,
    beside: Option<Css>,
    head: Option<Css>,
    data: Option<Vec<String>>,
    overlay: Option<Css>,
    before: Option<Css>,
    row: Option<Row>,
    skip_furniture: bool,
    join: bool,
    breaks: bool,
    attribute: Option<String>,
    first_text: bool,
    after: Option<String>,
    until: Option<String>,
    agrees_with: Option<Css>,
    number: Option<usize>,
    looks_like: Option<Looks>,
}

impl TryFrom<Table> for Strategy {
    type Error = &'static str;

    fn try_from(table: Table) -> Result<Self, Self::Error> {
        let places = [
            table.select.map(Find::Select),
            table.beside.map(Find::Beside),
            table.head.map(Find::Head),
            table.data.map(Find::Data),
            table.overlay.map(Find::Overlay),
        ];
        let mut places = places.into_iter().flatten();
        let (Some(find), None) = (places.next(), places.next()) else {
            return Err("a strategy has one of `select`, `beside`, `head`, `data`, `overlay`");
        };
        if table.row.is_some() && table.before.is_none() {
            return Err("`row` says which row with `before`");
        }
        if (table.before.is_some() || table.row.is_some()) && !matches!(find, Find::Select(_)) {
            return Err("`before` and `row` go with `select`");
        }
        Ok(Self {
            find,
            before: table.before,
            row: table.row,
            skip_furniture: table.skip_furniture,
            join: table.join,
            breaks: table.breaks,
            attribute: table.attribute,
            first_text: table.first_text,
            after: table.after,
            until: table.until,
            agrees_with: table.agrees_with,
            number: table.number,
            looks_like: table.looks_like,
        })
    }
}

impl<'de> Deserialize<'de> for Strategy {
    /// By hand, as serde's untagged enums forget what was wrong and in which line.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Strategy;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a selector or a table with `select`, `beside`, `head`, `data` or `overlay`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Strategy, E> {
                let select = Css::parse(text).map_err(E::custom)?;
                Strategy::try_from(Table { select: Some(select), ..Table::default() }).map_err(E::custom)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Strategy, A::Error> {
                let table = Table::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Strategy::try_from(table).map_err(serde::de::Error::custom)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl Strategy {
    /// The part of a text that the strategy asks for; nothing when its marks are not there or nothing is left.
    pub(crate) fn cut(&self, text: &str) -> Option<String> {
        let text = match &self.after {
            Some(mark) => text.split_once(mark.as_str())?.1,
            None => text,
        };
        let text = match &self.until {
            Some(mark) => text.rsplit_once(mark.as_str())?.0,
            None => text,
        };
        let text = text.trim();
        let fits = !text.is_empty() && !is_mask(text) && self.looks_like.is_none_or(|looks| looks.is_met(text));
        fits.then(|| text.to_owned())
    }
}

/// Stars and dots that a site shows in the place of words it keeps back.
pub(crate) fn is_mask(text: &str) -> bool {
    text.contains('*') && text.chars().all(|c| matches!(c, '*' | '.' | ',' | '-' | '|') || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strategy(toml: &str) -> Result<Strategy, String> {
        #[derive(Deserialize)]
        struct File {
            x: Strategy,
        }
        toml::from_str::<File>(&format!("x = {toml}")).map(|file| file.x).map_err(|e| e.message().to_owned())
    }

    #[test]
    fn one_place_to_look() {
        assert!(matches!(strategy("'h1'").unwrap().find, Find::Select(_)));
        assert!(matches!(strategy("{ head = 'title', until = ' | X' }").unwrap().find, Find::Head(_)));
        for bad in ["{ until = ' | X' }", "{ select = 'h1', head = 'title' }", "{ select = 'h1', colour = 1 }", "1"] {
            assert!(strategy(bad).is_err(), "{bad}");
        }
        assert!(strategy("{ beside = 'svg', before = 'p' }").unwrap_err().contains("go with `select`"));
    }

    #[test]
    fn a_text_is_cut_at_its_marks() {
        let title = strategy("{ head = 'title', after = ') ', until = ' – Lever Hire' }").unwrap();
        assert_eq!(title.cut("(3) Rune Astell – Lever Hire").as_deref(), Some("Rune Astell"));
        assert_eq!(title.cut("Rune Astell – Lever Hire"), None);
        assert_eq!(title.cut("(3) Settings"), None);
        assert_eq!(strategy("'h1'").unwrap().cut("*** ****"), None);
    }

    #[test]
    fn a_heading_that_names_nobody_is_no_name() {
        let name = strategy("{ select = 'h1', looks_like = 'name' }").unwrap();
        for text in ["Rune Astell", "高嶺 次郎", "Ilka D.", "Rune Astell (he/him)"] {
            assert!(name.cut(text).is_some(), "{text}");
        }
        for text in ["Experience", "Site Reliability Engineer", "Candidate 4411", "Review the application of Rune"] {
            assert!(name.cut(text).is_none(), "{text}");
        }
    }

    #[test]
    fn places_and_what_stands_where_a_place_may() {
        let place = strategy("{ select = 'p', looks_like = 'place' }").unwrap();
        for text in ["Bergen, Norway", "Rio de Janeiro", "Île-de-France, France", "Frankfurt am Main", "東京"] {
            assert!(place.cut(text).is_some(), "{text}");
        }
        for text in ["Pavel Orrin and 3 other mutual connections", "Pavel Orrin is a mutual connection", "Hiring."] {
            assert!(place.cut(text).is_none(), "{text}");
        }
    }
}
