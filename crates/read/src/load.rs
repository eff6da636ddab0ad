//! The loader of site files: refuses what would break or lie. Tests load them as they are written, and so name the line.

use crate::{
    site::{Kind, Page, Site},
    strategy::Find,
};

/// Loads one site file as the build script put it; none that would break or lie.
pub(crate) fn load(id: &str, json: &str) -> Option<Site> {
    let mut site: Site = serde_json::from_str(json).ok()?;
    site.page.iter().try_for_each(Page::check).ok()?;
    id.clone_into(&mut site.id);
    Some(site)
}

/// Loads one site file as it is written.
///
/// # Errors
/// What is wrong and in which line: unknown keys, brittle selectors, selectors that do not parse, keys that need another.
#[cfg(test)]
fn load_toml(id: &str, text: &str) -> Result<Site, String> {
    let site: Site = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        format!("sites/{id}.toml, line {line}: {}", error.message())
    })?;
    let tables = text.lines().enumerate().filter(|(_, line)| line.trim() == "[[page]]");
    for (page, (line, _)) in site.page.iter().zip(tables) {
        page.check().map_err(|what| format!("sites/{id}.toml, the page of line {}: {what}", line + 1))?;
    }
    Ok(site)
}

impl Page {
    /// Keys that need, or exclude, one another.
    fn check(&self) -> Result<(), &'static str> {
        let list = self.kind == Kind::List;
        let strategies = || self.fields.values().flatten();
        let wants_data = strategies().any(|s| matches!(s.find, Find::Data(_)))
            || self.sections.values().any(|section| section.data.is_some());
        let of_lists = [&self.cards, &self.around, &self.more];
        match () {
            () if list && (self.cards.is_some() == self.around.is_some()) => Err("a list has `cards` or `around`"),
            () if self.around.is_some() && self.person.is_none() => Err("`around` needs `person`"),
            () if !list && (of_lists.iter().any(|css| css.is_some()) || !self.masked.is_empty()) => {
                Err("`cards`, `around`, `masked` and `more` are of lists")
            }
            () if list && (self.rest.is_some() || self.linked_data || self.data.is_some()) => {
                Err("`rest`, `data` and `linked_data` are of profiles")
            }
            () if !self.body.is_empty() && self.rest.is_none() => Err("`body` says where `rest` is read"),
            () if strategies().any(|s| matches!(s.find, Find::Overlay(_))) != self.overlay.is_some() => {
                Err("`overlay` of the page and strategies with `overlay` need each other")
            }
            () if wants_data != self.data.is_some() => Err("`[page.data]` and strategies with `data` need each other"),
            () if self.confirm.iter().any(|c| c.title && !c.attribute.is_empty()) => {
                Err("`confirm` compares an `attribute` or the text with the address, or the text with the `title`")
            }
            () if self.required.iter().any(|f| !self.fields.contains_key(f) && self.rest.is_none()) => {
                Err("a required field has no strategy")
            }
            () if self.sections.values().any(|s| s.items.is_none() && s.card.is_none() && s.data.is_none()) => {
                Err("a section has `card`, `items` or `data`")
            }
            () => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::FILES;

    #[test]
    fn every_site_file_loads_and_is_registered() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sites");
        for (id, json) in FILES {
            load_toml(id, &std::fs::read_to_string(format!("{folder}/{id}.toml")).unwrap()).unwrap();
            assert!(load(id, json).is_some_and(|site| site.id == *id));
        }
        let files = std::fs::read_dir(folder)
            .unwrap()
            .filter(|f| f.as_ref().unwrap().path().extension() == Some("toml".as_ref()));
        assert_eq!(files.count(), FILES.len(), "a file of sites/ is not in FILES");
    }

    /// A file whose line 10 is `extra`.
    fn file(kind: &str, extra: &str) -> String {
        format!(
            "name = \"X\"\ngrade = \"C\"\nevidence = \"none\"\n[[page]]\nkind = \"{kind}\"\nurl = [\"https://x.example/{{slug}}\"]\n\
             ready = \"h1\"\nscope = [\"main\"]\nrequired = [\"name\"]\n{extra}\n[page.fields]\nname = [\"h1\"]\n"
        )
    }

    #[test]
    fn the_loader_names_the_line() {
        load_toml("x", &file("profile", "")).unwrap();
        for (extra, what) in [
            ("colour = 1", "unknown field"),
            ("lazy = \".k9x3\"", "looks hashed"),
            ("lazy = \"p:nth-child(2)\"", "brittle"),
            ("lazy = \"[class='a b']\"", "brittle"),
            ("lazy = \"h4 ~ div\"", "slow"),
            ("lazy = \"p[\"", "no selector"),
        ] {
            let error = load_toml("x", &file("profile", extra)).unwrap_err();
            assert!(error.contains(what) && error.contains("line 10"), "{error}");
        }
    }

    #[test]
    fn keys_that_need_each_other() {
        load_toml("x", &file("list", "cards = 'article'")).unwrap();
        for (kind, extra) in [
            ("list", ""),
            ("list", "around = 'button'"),
            ("list", "cards = 'a'\nrest = 'outline'"),
            ("profile", "cards = 'article'"),
            ("profile", "body = ['main']"),
            ("profile", "[page.data]\nscript = 'script'\nsubject = ['slug']"),
            ("profile", "confirm = [{ select = 'h1', title = true, attribute = 'id' }]"),
            ("profile", "[page.sections.roles]\nlines = 'p'"),
        ] {
            let error = load_toml("x", &file(kind, extra)).unwrap_err();
            assert!(error.contains("the page of line 4"), "{error}");
        }
    }
}
