//! Addresses of pages: which patterns of site files they match, what names the person in them, what they are without
//! their tracking marks.

/// Matches an address, without its query and fragment, against a pattern; gives what stood at `{slug}`. A pattern that
/// ends in a query of its own (`/view?id={slug}`) finds the slug there.
pub(crate) fn match_url(pattern: &str, url: &str) -> Option<String> {
    if let Some((pattern, query)) = pattern.split_once('?') {
        match_url(pattern, url)?;
        let key = query.strip_suffix("{slug}")?;
        let slug = |pair: &str| pair.strip_prefix(key).filter(|slug| !slug.is_empty()).map(ToOwned::to_owned);
        return pairs(url).find_map(slug);
    }
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

/// True for two spellings of one page's address: scheme, `www.`, query and letter case make no difference.
pub(crate) fn same_page(a: &str, b: &str) -> bool {
    let bare = |url: &str| {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        url.split("://").last().unwrap_or_default().trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    bare(a) == bare(b)
}

/// An address without query and fragment, which only say how somebody came to the page.
pub(crate) fn bare(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/')
}

/// The pairs of an address's query.
fn pairs(url: &str) -> impl Iterator<Item = &str> {
    let query = url.split('#').next().and_then(|url| url.split_once('?')).map(|(_, query)| query);
    query.unwrap_or_default().split('&')
}

/// The address of the person whose slug stands in it: a person's details pages and overlays are that person's page.
pub(crate) fn of_person(url: &str, slug: &str) -> String {
    let address = bare(url);
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let whole =
        |at: &usize| is_edge(address[..*at].chars().next_back()) && is_edge(address[at + slug.len()..].chars().next());
    if slug.is_empty() {
        return address.to_owned();
    }
    if let Some(at) = address.match_indices(slug).map(|(at, _)| at).find(whole) {
        return address[..at + slug.len()].to_owned();
    }
    let named = |pair: &&str| pair.split_once('=').is_some_and(|(_, value)| value == slug);
    pairs(url).find(named).map_or_else(|| address.to_owned(), |pair| format!("{address}?{pair}"))
}

/// The address a link leads to, from the page it stands on, without query and fragment. Nothing for links that lead to
/// no page (`mailto:`, `#`).
pub(crate) fn absolute(link: &str, page: &str) -> Option<String> {
    join(bare(link.trim()), page)
}

/// As [`absolute`], with the query.
pub(crate) fn join(link: &str, page: &str) -> Option<String> {
    let link = link.trim();
    if link.starts_with("https://") || link.starts_with("http://") {
        return Some(link.to_owned());
    }
    let (scheme, rest) = page.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    if let Some(other) = link.strip_prefix("//") {
        return Some(format!("{scheme}://{other}"));
    }
    let path = link.strip_prefix('/').filter(|path| !path.is_empty())?;
    Some(format!("{scheme}://{host}/{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_person_may_be_named_in_the_query() {
        let view = "https://employers.indeed.com/candidates/view?id={slug}";
        let url = "https://employers.indeed.com/candidates/view?from=list&id=5f0e#top";
        assert_eq!(match_url(view, url), Some("5f0e".into()));
        assert_eq!(match_url(view, "https://employers.indeed.com/candidates/view?from=list&id="), None);
        assert_eq!(of_person(url, "5f0e"), "https://employers.indeed.com/candidates/view?id=5f0e");
    }

    #[test]
    fn what_hangs_on_a_person_is_the_persons_page() {
        let whole = "https://a.example/jobs/19/candidate/9?x=1";
        assert_eq!(of_person(whole, "9"), "https://a.example/jobs/19/candidate/9");
        assert_eq!(of_person("https://a.example/in/maren/details/skills/", "maren"), "https://a.example/in/maren");
        assert_eq!(of_person("https://a.example/in/", ""), "https://a.example/in");
    }

    #[test]
    fn links_lead_somewhere() {
        let page = "https://www.linkedin.com/search/results/people/?keywords=x";
        for (link, to) in [
            ("/in/ilka/?x=1", Some("https://www.linkedin.com/in/ilka")),
            ("https://uk.linkedin.com/in/ilka#top", Some("https://uk.linkedin.com/in/ilka")),
            ("//x.example/a", Some("https://x.example/a")),
            ("#", None),
            ("mailto:a@b.example", None),
            ("/", None),
        ] {
            assert_eq!(absolute(link, page).as_deref(), to, "{link}");
        }
        assert_eq!(absolute("/in/ilka", ""), None);
    }
}
