//! Captured pages: finds the site's file, takes out what belongs to others, reads what is left.

use std::sync::LazyLock;

use loupe_profile::{Part, PartState, Source, SourceKind};
use scraper::{Html, Node, Selector};

pub(crate) use crate::contacts::add_contacts_in_text;
use crate::{
    PageCapture, ReadError, Reading, address, coverage,
    data::Subject,
    find, generic, html, linked,
    reader::Reader,
    selector::Css,
    site::{Kind, Page, SITES, Site},
    whose::{self, Whose},
};

/// Reads a captured page: by its site's file where there is one, else by the generic reader.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDeep`], [`ReadError::Gated`], [`ReadError::NotReady`],
/// [`ReadError::NoProfile`]; [`ReadError::ManyPeople`] for a list, which [`crate::read_list`] reads.
pub fn read_page(capture: &PageCapture) -> Result<Reading, ReadError> {
    let (url, mut document) = open(capture)?;
    let here = pages(&url, Kind::Profile, &document);
    let lists = pages(&url, Kind::List, &document);
    let promised = here.iter().chain(&lists).filter(|(_, page)| !page.shared);
    let mut changed = promised.map(|(site, _)| site.id.clone()).next();
    let of_a_site = here.first().map(|(site, _)| site.name.as_str());
    let of_a_known_site = here.iter().any(|(site, page)| !page.grade(site).is_guess());
    for (site, page) in here {
        if page.ready.of(&document).next().is_none() {
            continue;
        }
        match read_site(site, page, &url, &mut document)? {
            Some(reading) => return Ok(finish(reading, capture)),
            None => changed = Some(site.id.clone()),
        }
    }
    if lists.iter().any(|(_, page)| page.ready.of(&document).next().is_some()) {
        return Err(ReadError::ManyPeople);
    }
    if let Some(gate) = gate(&url, &document) {
        return Err(gate);
    }
    let Some(changed) = changed else {
        // Another page at an address of profiles (an organisation): only what says of itself that it is a person.
        if of_a_known_site {
            let described = linked::person(&document, &url).ok_or(ReadError::NoProfile)?;
            return Ok(finish(generic::described(&url, described), capture));
        }
        let title = whose::title(&document);
        let reading = generic::read(&url, document)?;
        let name = reading.profile.name_text().unwrap_or_default();
        if of_a_site.is_some_and(|site| whose::title_names_another(&title, site, name)) {
            return Err(ReadError::NotReady);
        }
        return Ok(finish(reading, capture));
    };
    // A page full of other people's boxes, of which nobody knows any more which is whose: no guess from its looks.
    let mut reading = generic::read_described(&url, &document).ok_or(ReadError::SiteChanged)?;
    reading.coverage.site_changed = Some(changed);
    Ok(finish(reading, capture))
}

/// The page's address and what of it is seen.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDeep`], [`ReadError::Gated`] for addresses of a site's gate.
pub(crate) fn open(capture: &PageCapture) -> Result<(String, Html), ReadError> {
    let mut document = html::parse(&capture.html)?;
    let found = if capture.url.is_empty() { address_in(&document) } else { None };
    let url = found.unwrap_or_else(|| capture.url.clone());
    if SITES.iter().flat_map(|s| &s.gate).any(|pattern| address::match_url(pattern, &url).is_some()) {
        return Err(ReadError::Gated);
    }
    remove_unseen(&mut document);
    Ok((url, document))
}

/// What a site shows in front of a page under the page's own address; asked when the page itself is not there.
pub(crate) fn gate(url: &str, document: &Html) -> Option<ReadError> {
    let headings = Selector::parse("title, h1, h2").ok()?;
    let begins = |gate: &String| document.select(&headings).any(|el| html::text(el).starts_with(gate.as_str()));
    let shown = |site: &Site| {
        site.gate_titles.iter().any(begins)
            || site.gate_marks.as_ref().is_some_and(|css| css.of(document).next().is_some())
    };
    let mut here = SITES.iter().filter(|site| site.page.iter().any(|page| page.slug(url).is_some()));
    here.any(shown).then_some(ReadError::Gated)
}

/// The pages of sites that the address is of. A saved page that does not say where it stood is known by its structure
/// alone.
pub(crate) fn pages(url: &str, kind: Kind, document: &Html) -> Vec<(&'static Site, &'static Page)> {
    let all = SITES.iter().flat_map(|site| site.page.iter().map(move |page| (site, page)));
    // Of a site of which only the addresses are known, no page is known by its structure.
    let is_here = |site: &Site, page: &Page| match url {
        "" => {
            let ready = page.ready.of(document).next().is_some();
            ready && !page.grade(site).is_guess() && names_its_host(page, document)
        }
        url => page.slug(url).is_some(),
    };
    all.filter(|(site, page)| page.kind == kind && is_here(site, page)).collect()
}

/// True when something on the page leads to the host that the page is of: other pages share its marks, not its links.
fn names_its_host(page: &Page, document: &Html) -> bool {
    let Ok(linked) = Selector::parse("[href], [src]") else { return false };
    let host = |pattern: &String| {
        let host = pattern.split("://").nth(1)?.split('/').next()?.trim_start_matches(['*', '.']);
        Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
    };
    let hosts: Vec<String> = page.url.iter().filter_map(host).collect();
    let leads = |address: &str| hosts.iter().any(|host| address.contains(host.as_str()));
    document.select(&linked).any(|el| el.attr("href").or_else(|| el.attr("src")).is_some_and(leads))
}

/// Where a saved page stood: as the browser that saved it noted, or as the page says of itself.
fn address_in(document: &Html) -> Option<String> {
    let noted = document.tree.root().children().find_map(|node| match node.value() {
        Node::Comment(comment) => comment
            .split("saved from url=(")
            .nth(1)?
            .split(')')
            .nth(1)?
            .split_whitespace()
            .next()
            .map(ToOwned::to_owned),
        _ => None,
    });
    let own = |css: &str, attribute: &str| {
        let selector = Selector::parse(css).ok()?;
        document.select(&selector).next()?.attr(attribute).map(ToOwned::to_owned)
    };
    let address = noted
        .or_else(|| own(r#"link[rel="canonical"]"#, "href"))
        .or_else(|| own(r#"meta[property="og:url"]"#, "content"));
    address.filter(|address| address.starts_with("http"))
}

fn finish(mut reading: Reading, capture: &PageCapture) -> Reading {
    if capture.cut {
        reading.coverage.cut.push("cut-page".to_owned());
    }
    add_contacts_in_text(&mut reading.profile);
    if !reading.profile.contacts.is_empty() {
        let more = reading.coverage.parts.iter().any(|row| row.part == Part::Contacts && row.more);
        reading.coverage.set(Part::Contacts, PartState::Read, reading.profile.contacts.len());
        if more {
            reading.coverage.note_more(Part::Contacts);
        }
    }
    coverage::finish(&mut reading.coverage, &reading.profile);
    reading
}

/// Takes out what a site file says is not to be read.
pub(crate) fn exclude(document: &mut Html, css: &Css) -> Vec<html::Detached> {
    let doomed = css.of(document).map(|el| el.id()).collect();
    html::detach_ids(document, doomed)
}

/// What nobody sees is not read: what the capture found not rendered, inert templates, scripts without data.
fn remove_unseen(document: &mut Html) {
    const UNSEEN: &str = r#"[data-loupe-hidden], template, script:not([type="application/ld+json"], [type="application/json"]), style, noscript, [hidden]"#;
    static CSS: LazyLock<Option<Css>> = LazyLock::new(|| Css::parse(UNSEEN).ok());
    if let Some(css) = CSS.as_ref() {
        exclude(document, css);
    }
}

/// Nothing when the page lacks what is required. The document is as it was afterwards.
fn read_site(site: &Site, page: &Page, url: &str, document: &mut Html) -> Result<Option<Reading>, ReadError> {
    let whose = Whose::of(site, page, url, document);
    let mut excluded = page.exclude.as_ref().map(|css| exclude(document, css)).unwrap_or_default();
    let reading = whose.strangers(document).and_then(|strangers| {
        excluded.extend(html::detach_ids(document, strangers));
        read_scope(site, page, url, &whose, document)
    });
    html::restore(document, excluded);
    reading
}

fn read_scope(
    site: &Site,
    page: &Page,
    url: &str,
    whose: &Whose<'_>,
    document: &Html,
) -> Result<Option<Reading>, ReadError> {
    let Some(scope) = page.scope.iter().find_map(|css| css.of(document).next()) else { return Ok(None) };
    if !url.is_empty() && !whose.confirm(document, scope) {
        return Err(ReadError::NotReady);
    }
    let slug = &whose.slug;
    let data = page.data.as_ref().and_then(|data| Subject::find(document, data, slug));
    let lazy = page.lazy.as_ref().is_some_and(|css| css.within(scope).any(find::is_empty));
    let foreign = whose.foreign(scope);
    let reader = Reader { page, document, scope, data, lazy, foreign, whose: Some(whose) };
    let (mut profile, mut coverage) = reader.read(&site.id);
    if !url.is_empty() && profile.name_text().is_some_and(|name| whose.names_another(document, scope, name)) {
        return Err(ReadError::NotReady);
    }
    if page.linked_data
        && let Some(described) = linked::person(document, url)
    {
        linked::complete(&mut profile, &mut coverage, described);
    }
    if !reader.has_required(&profile) {
        return Ok(None);
    }
    coverage.unproven = page.grade(site).is_guess();
    let own = page.person.as_ref().and_then(|css| css.within(scope).next()?.attr("href"));
    let own = own.and_then(|link| address::absolute(link, url)).map(|link| {
        let slug = site.page.iter().find_map(|page| page.slug(&link)).unwrap_or_default();
        address::of_person(&link, &slug)
    });
    let address = own.unwrap_or_else(|| address::of_person(url, slug));
    let source = Source { kind: SourceKind::Page, address, label: site.name.clone() };
    Ok(Some(Reading { source, profile, coverage, document: None }))
}
