//! Addresses of pages: which patterns of site files they match, what names the person in them, what they are without
//! their tracking marks.

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

/// The address a link leads to, from the page it stands on, without query and fragment. Nothing for links that lead to
/// no page (`mailto:`, `#`).
pub(crate) fn absolute(link: &str, page: &str) -> Option<String> {
    let link = bare(link.trim());
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
