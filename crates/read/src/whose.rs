//! Whose page it is: a single-page site changes the address before the page, and the profile that stands there for a
//! moment longer is somebody else's.
//!
//! A site's file may point at marks that name the person of the address (`confirm`). Beside those, every page is asked
//! what pages say of themselves anywhere: the address they call their own, the name in their title, the links around the
//! name, the row of a list that leads here. None of these has to be there; what is there must not name another.

use std::collections::BTreeSet;

use ego_tree::NodeId;
use loupe_profile::fold;
use percent_encoding::percent_decode_str;
use scraper::{ElementRef, Html, Selector};

use crate::{
    ReadError, address, find, html, resume,
    site::{Confirm, Kind, Page, Site},
};

/// What the page's address says, and what stood on the page before anything was taken out of it.
pub(crate) struct Whose<'a> {
    site: &'a Site,
    page: &'a Page,
    url: &'a str,
    /// What names the person in the address; nothing where one address is everybody's.
    pub(crate) slug: String,
    /// One of these stands in every link to a person of this site: what is in front of the slug, from the last slash on.
    signs: Vec<&'a str>,
    /// What the rows of a list call the person of the address.
    listed: Vec<String>,
}

impl<'a> Whose<'a> {
    pub(crate) fn of(site: &'a Site, page: &'a Page, url: &'a str, document: &Html) -> Self {
        let slug = page.slug(url).unwrap_or_default();
        let patterns = site.page.iter().filter(|page| page.kind == Kind::Profile).flat_map(|page| &page.url);
        let sign = |pattern: &'a String| {
            let before = pattern.split("{slug}").next()?;
            let from = before.trim_end_matches('/').rfind(['/', '*', '?'])?;
            // Links within the site leave out its host.
            let is_host = before[..from].ends_with('/');
            Some(if is_host { "/" } else { before[from..].trim_start_matches(['*', '?']) })
        };
        let signs = patterns.filter(|pattern| pattern.contains("{slug}")).filter_map(sign).collect();
        let mut whose = Self { site, page, url, slug, signs, listed: Vec::new() };
        // Where a mark of the page's own always names the person, no list is asked.
        let is_marked = page.confirm.iter().any(|rule| !rule.title && !rule.if_any);
        if !whose.slug.is_empty() && !is_marked {
            whose.listed = whose.rows(document);
        }
        whose
    }

    /// True when the page may be of the person of the address: the file's marks name them, or nothing names another.
    pub(crate) fn confirm(&self, document: &Html, scope: ElementRef<'_>) -> bool {
        let asked = self.asked(scope);
        let named = asked.is_empty() || asked.iter().any(|rule| self.is_named_by(rule, document, scope));
        named && (asked.iter().any(|rule| !rule.title) || !self.calls_itself_another(document))
    }

    fn asked(&self, scope: ElementRef<'_>) -> Vec<&'a Confirm> {
        let asks = |rule: &&Confirm| !rule.if_any || rule.select.within(scope).next().is_some();
        self.page.confirm.iter().filter(asks).collect()
    }

    fn is_named_by(&self, rule: &Confirm, document: &Html, scope: ElementRef<'_>) -> bool {
        if rule.title {
            let title = fold(&title(document));
            let mut texts = rule.select.within(scope).map(|el| fold(&html::text(el)));
            return texts.any(|text| !text.is_empty() && title.contains(&text));
        }
        let text = |el: ElementRef<'_>| match rule.attribute.as_str() {
            "" => el.text().collect::<Vec<_>>().join(" "),
            attribute => el.attr(attribute).unwrap_or_default().to_owned(),
        };
        rule.select.within(scope).map(text).any(|value| {
            let cut = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '%' | '~'));
            value.split(cut).any(|part| self.is_own(part)) || (rule.ends && ends_with_slug(&value, &self.slug))
        })
    }

    /// True when what the page calls its own address is another person's of the same site.
    fn calls_itself_another(&self, document: &Html) -> bool {
        let said = |css: &str, attribute: &str| {
            let selector = Selector::parse(css).ok()?;
            let link = document.select(&selector).next()?.attr(attribute)?;
            self.slug_of(link)
        };
        let mut said =
            said(r#"link[rel="canonical"]"#, "href").into_iter().chain(said(r#"meta[property="og:url"]"#, "content"));
        !self.slug.is_empty() && said.any(|slug| !self.is_own(&slug))
    }

    /// True when something on the page says that the name read is not that of the person of the address. Where a file's
    /// own mark has named the person, nothing else is asked.
    pub(crate) fn names_another(&self, document: &Html, scope: ElementRef<'_>, name: &str) -> bool {
        if self.slug.is_empty() || self.asked(scope).iter().any(|rule| !rule.title) {
            return false;
        }
        let listed = !self.listed.is_empty() && !self.listed.iter().any(|row| is_same(row, name));
        listed || title_names_another(&title(document), &self.site.name, name) || self.links_lead_away(scope, name)
    }

    /// True when the links around the name lead to people of this site, and none of them to the person of the address.
    fn links_lead_away(&self, scope: ElementRef<'_>, name: &str) -> bool {
        if self.page.shared {
            return false;
        }
        let Some(at) = find::says(scope, name) else { return false };
        let nodes = scope.descendants().skip_while(|node| node.id() <= at.id());
        let around = at.ancestors().take_while(|a| a.id() != scope.id()).filter_map(ElementRef::wrap);
        // What stands below the next heading is about something else.
        let behind = nodes.filter_map(ElementRef::wrap).take_while(|el| !find::is_heading(*el));
        let links = around.chain(behind).filter_map(|el| self.slug_of(el.attr("href")?));
        let slugs: Vec<String> = links.collect();
        !slugs.is_empty() && !slugs.iter().any(|slug| self.is_own(slug))
    }

    /// The names of links to the person of the address that have their like to other people: the rows of a list.
    fn rows(&self, document: &Html) -> Vec<String> {
        let links = links(document.root_element()).filter_map(|(link, href)| {
            let slug = self.slug_of(href)?;
            let text = html::first_text(link);
            let shape = address::bare(href).replace(slug.as_str(), "{}");
            resume::is_name(&text).then_some((shape, slug, text))
        });
        let links: Vec<_> = links.collect();
        let theirs: BTreeSet<_> =
            links.iter().filter(|(_, slug, _)| !self.is_own(slug)).map(|(shape, ..)| shape).collect();
        let mine = links.iter().filter(|(shape, slug, _)| self.is_own(slug) && theirs.contains(shape));
        mine.map(|(.., text)| text.clone()).collect()
    }

    /// Links to other people of this site.
    pub(crate) fn foreign(&self, scope: ElementRef<'_>) -> BTreeSet<NodeId> {
        let leads_away = |link: &str| self.slug_of(link).is_some_and(|slug| !self.is_own(&slug));
        let links = links(scope).filter(|(_, href)| !self.slug.is_empty() && leads_away(href));
        links.map(|(link, _)| link.id()).collect()
    }

    /// True for a card whose links lead to pages of another person that hang on their own, such as the whole of a part, and
    /// none of them to the person's.
    pub(crate) fn is_anothers(&self, card: ElementRef<'_>) -> bool {
        let goes_on = |link: &str| {
            let slug = self.slug_of(link)?;
            let link = address::join(link, self.url)?;
            (address::of_person(&link, &slug).len() < address::bare(&link).len()).then_some(slug)
        };
        let slugs: Vec<String> = links(card).filter_map(|(_, href)| goes_on(href)).collect();
        !self.slug.is_empty() && !slugs.is_empty() && !slugs.iter().any(|slug| self.is_own(slug))
    }

    /// Cards whose key is not of the person in the header: parts of a page that was moved on from.
    ///
    /// # Errors
    /// The keys of several people where one is asked for.
    pub(crate) fn strangers(&self, document: &Html) -> Result<Vec<NodeId>, ReadError> {
        let Some(owner) = &self.page.owner else { return Ok(Vec::new()) };
        let keyed = |el: ElementRef<'_>| {
            // Not by `attr`, which interns the name it looks for.
            let mut keys = el.value().attrs().filter(|(name, _)| matches!(*name, "id" | "componentkey"));
            keys.find_map(|(_, key)| key.strip_prefix(owner.prefix.as_str())).map(ToOwned::to_owned)
        };
        let all = document.tree.root().descendants().filter_map(ElementRef::wrap);
        let keys: Vec<(NodeId, String)> = all.filter_map(|el| Some((el.id(), keyed(el)?))).take(MAX_LINKS).collect();
        let mark =
            |key: &String| owner.ends.iter().find_map(|end| key.strip_suffix(end.as_str()).map(ToOwned::to_owned));
        let members: BTreeSet<String> = keys.iter().filter_map(|(_, key)| mark(key)).collect();
        match members.first() {
            Some(member) if members.len() == 1 => {
                Ok(keys.iter().filter(|(_, key)| !key.starts_with(member.as_str())).map(|(id, _)| *id).collect())
            }
            Some(_) => Err(ReadError::NotReady),
            None => Ok(Vec::new()),
        }
    }

    /// The slug of the person of this site that a link leads to.
    fn slug_of(&self, link: &str) -> Option<String> {
        // Most links of a page lead to no person.
        if !self.signs.iter().any(|sign| link.contains(sign)) {
            return None;
        }
        let link = address::join(link, self.url)?;
        let people = self.site.page.iter().filter(|page| page.kind == Kind::Profile);
        people.filter_map(|page| page.slug(&link)).find(|slug| !slug.is_empty())
    }

    /// True for the slug of the address, however it is written.
    pub(crate) fn is_own(&self, slug: &str) -> bool {
        slug.eq_ignore_ascii_case(&self.slug) || {
            let plain = |slug| percent_decode_str(slug).decode_utf8_lossy().to_lowercase();
            (slug.contains('%') || self.slug.contains('%')) && plain(slug) == plain(&self.slug)
        }
    }
}

/// The links within an element, and where they lead.
fn links(scope: ElementRef<'_>) -> impl Iterator<Item = (ElementRef<'_>, &str)> {
    // By the name first: asking for an attribute costs more than asking for a name.
    let is_link = |el: &ElementRef<'_>| matches!(el.value().name(), "a" | "sr-link");
    let links = scope.descendants().filter_map(ElementRef::wrap).filter(is_link);
    links.filter_map(|link| Some((link, link.attr("href")?))).take(MAX_LINKS)
}

/// So many links of a page are looked at.
const MAX_LINKS: usize = 5_000;

/// The slug at an attribute's end, and not the end of a longer one ("holtby" of "maren-holtby").
fn ends_with_slug(value: &str, slug: &str) -> bool {
    let before = value.strip_suffix(slug).map(|before| before.chars().next_back());
    slug.len() >= 3 && before.is_some_and(|before| before.is_none_or(|c| !matches!(c, '-' | '_' | '%')))
}

/// The page's title, or nothing.
pub(crate) fn title(document: &Html) -> String {
    let selector = Selector::parse("title").ok();
    selector.and_then(|selector| document.select(&selector).next().map(html::text)).unwrap_or_default()
}

/// True when a page's title begins with the name of a person and says nowhere the name read.
pub(crate) fn title_names_another(title: &str, site: &str, name: &str) -> bool {
    let title = find::without_count(title);
    let parts = title.split(['–', '—', '|', '·']).flat_map(|part| part.split(" - ")).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let Some(first) = parts.first() else { return false };
    let of_the_site = |word: &str| PAGE_WORDS.contains(&word) || fold(site).split(' ').any(|own| own == word);
    let latin = |text: &str| fold(text).starts_with(|c: char| c.is_ascii_alphabetic());
    resume::is_name(first)
        && !fold(first).split(' ').any(of_the_site)
        // The same person may stand in the title in another script.
        && latin(first) == latin(name)
        && !parts.iter().any(|part| is_same(part, name))
}

/// Words of titles that name a page and no person, folded.
pub(crate) const PAGE_WORDS: [&str; 33] = [
    "all",
    "applicant",
    "applicants",
    "application",
    "board",
    "candidate",
    "candidates",
    "dashboard",
    "feed",
    "freelancer",
    "freelancers",
    "hiring",
    "home",
    "inbox",
    "job",
    "jobs",
    "list",
    "member",
    "members",
    "overview",
    "people",
    "pipeline",
    "profile",
    "recruiter",
    "recruiting",
    "results",
    "review",
    "search",
    "sign",
    "talent",
    "応募者",
    "候选人",
    "应聘者",
];

/// True when one name is a part of the other, in any order, initials included. A family name alone does not do: neighbours
/// share them.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let initial = |a: &str, b: &str| a.chars().nth(1).is_none() && b.starts_with(a);
    short.iter().all(|part| long.iter().any(|other| part == other || initial(part, other) || initial(other, part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_the_person_another_or_nobody() {
        let another = |title: &str| title_names_another(title, "Example Jobs", "Rune Astell");
        for title in [
            "",
            "Rune Astell – Example Jobs",
            "(3) Astell, Rune | Example Jobs",
            "Example Jobs | Rune Astell",
            "Talent Search | Example Jobs",
            "Example Jobs",
            "Site Reliability Engineer - Rune A. | Example Jobs",
            "Руне Астелль | Example Jobs",
            "応募者 | Example Jobs",
        ] {
            assert!(!another(title), "{title}");
        }
        for title in ["Dita Solway – Example Jobs", "(3) Rune Holm | Example Jobs", "Ilka Astell - SRE - Example Jobs"]
        {
            assert!(another(title), "{title}");
        }
    }
}
