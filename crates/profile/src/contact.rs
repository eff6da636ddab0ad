//! Ways to reach a person, in a form in which two of them can be compared.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::{Place, Quote};

/// One way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Contact {
    /// What kind of address it is.
    pub kind: ContactKind,
    /// The comparable form: equal for two spellings of one address.
    pub key: String,
    /// As it stands in the source.
    pub quote: Quote,
}

/// Kinds of contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum ContactKind {
    /// An e-mail address; key: lower case, without `+tag`, and without dots where the provider ignores them.
    Email,
    /// A telephone number; key: digits, with `+` where the country is stated.
    Phone,
    /// A profile on a platform; key: `host/path`, lower case.
    Handle,
    /// Any other web address of the person; key: `host/path`, lower case.
    Website,
}

/// Hosts where a path names an account, so that the address is a person's handle.
const PLATFORMS: [&str; 17] = [
    "behance.net",
    "bitbucket.org",
    "dev.to",
    "dribbble.com",
    "facebook.com",
    "fiverr.com",
    "freelancer.com",
    "github.com",
    "gitlab.com",
    "kaggle.com",
    "linkedin.com",
    "medium.com",
    "stackoverflow.com",
    "t.me",
    "twitter.com",
    "upwork.com",
    "x.com",
];

/// Mail relays of job sites: the address is the site's, one per conversation, not the person's.
const RELAYS: [&str; 2] = ["indeedemail.com", "mail.dice.com"];

impl Contact {
    /// A contact from text as it stands in a source: `mailto:`/`tel:`/`http:` addresses, a bare e-mail address, a bare
    /// web address or a telephone number. Nothing when it is none of these, or names no person (a platform's front
    /// page, a job site's mail relay).
    pub fn parse(text: &str, place: Place) -> Option<Self> {
        let text = text.trim();
        let quote = |shown: &str| Quote::new(shown, place);
        if let Some(address) = strip_scheme(text, "mailto:") {
            let address = address.split('?').next().unwrap_or_default();
            let address = percent_decode_str(address).decode_utf8().ok()?;
            return Some(Self { kind: ContactKind::Email, key: email_key(&address)?, quote: quote(&address) });
        }
        if let Some(number) = strip_scheme(text, "tel:") {
            return Some(Self { kind: ContactKind::Phone, key: phone_key(number)?, quote: quote(number) });
        }
        if let Some(key) = email_key(text) {
            return Some(Self { kind: ContactKind::Email, key, quote: quote(text) });
        }
        // Quoted is where the link leads, not the way round through the site's own redirect.
        let unwrapped = unwrap_redirect(text);
        let target = unwrapped.as_deref().unwrap_or(text);
        if let Some((kind, key)) = web_key(target) {
            return Some(Self { kind, key, quote: quote(target) });
        }
        phone_key(text).map(|key| Self { kind: ContactKind::Phone, key, quote: quote(text) })
    }
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let head = text.get(..scheme.len())?;
    if head.eq_ignore_ascii_case(scheme) { text.get(scheme.len()..) } else { None }
}

fn email_key(text: &str) -> Option<String> {
    let (local, host) = text.split_once('@')?;
    let plain = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_alphanumeric() || "._%+-'".contains(c));
    if !plain(local) || !is_host(host) {
        return None;
    }
    let host = host.to_lowercase();
    if RELAYS.contains(&host.as_str()) {
        return None;
    }
    let local = local.to_lowercase();
    let local = local.split('+').next().unwrap_or_default();
    // Gmail delivers to the same box whatever the dots (Google Account Help, "Dots don't matter in Gmail addresses").
    if host == "gmail.com" || host == "googlemail.com" {
        return Some(format!("{}@gmail.com", local.replace('.', "")));
    }
    Some(format!("{local}@{host}"))
}

fn phone_key(text: &str) -> Option<String> {
    if !text.chars().all(|c| c.is_ascii_digit() || " +-–().\u{a0}/".contains(c)) {
        return None;
    }
    let is_year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let mut groups = text.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty());
    if groups.all(is_year) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // E.164 allows 15 digits; fewer than 8 is an extension.
    if !(8..=15).contains(&digits.len()) {
        return None;
    }
    if text.trim_start().starts_with('+') {
        return Some(format!("+{}", digits.replacen('0', "", usize::from(text.contains("(0)")))));
    }
    Some(digits.strip_prefix("00").map_or_else(|| digits.clone(), |rest| format!("+{rest}")))
}

fn web_key(text: &str) -> Option<(ContactKind, String)> {
    let bare = strip_scheme(text, "https://").or_else(|| strip_scheme(text, "http://")).unwrap_or(text);
    let bare = bare.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    if !is_host(host) || path.contains(char::is_whitespace) {
        return None;
    }
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let platform = PLATFORMS.iter().find(|p| host == **p || host.strip_suffix(**p).is_some_and(|h| h.ends_with('.')));
    let path = path.to_lowercase();
    let Some(platform) = platform else {
        let key = if path.is_empty() { host.to_owned() } else { format!("{host}/{path}") };
        return Some((ContactKind::Website, key));
    };
    if host != *platform && !matches!(*platform, "linkedin.com" | "medium.com" | "stackoverflow.com") {
        return None;
    }
    // What lies deeper than an account is a project, an article or a button to share with, and many people's.
    let account = match *platform {
        "linkedin.com" => path.strip_prefix("in/"),
        "stackoverflow.com" => path.strip_prefix("users/").map(|rest| rest.split('/').next().unwrap_or_default()),
        "upwork.com" => path.strip_prefix("freelancers/"),
        "freelancer.com" => path.strip_prefix("u/"),
        "facebook.com" => path.strip_prefix("people/").or(Some(&path)),
        _ => Some(path.as_str()),
    }?;
    let account = account.split('/').next().filter(|name| *platform == "linkedin.com" || *name == account)?;
    if account.is_empty() || NO_ACCOUNTS.contains(&account) {
        return None;
    }
    let section = match *platform {
        "linkedin.com" => "in/",
        "stackoverflow.com" => "users/",
        "upwork.com" => "freelancers/",
        "freelancer.com" => "u/",
        _ => "",
    };
    Some((ContactKind::Handle, format!("{platform}/{section}{account}")))
}

/// First parts of addresses on platforms that are buttons and pages of the platform.
const NO_ACCOUNTS: [&str; 14] = [
    "share",
    "sharer",
    "sharer.php",
    "intent",
    "hashtag",
    "search",
    "login",
    "home",
    "explore",
    "groups",
    "tag",
    "c",
    "datasets",
    "competitions",
];

/// LinkedIn sends outward links through `/safety/go?url=` and `/redir/redirect?url=`.
fn unwrap_redirect(text: &str) -> Option<String> {
    let (path, query) = text.split_once('?')?;
    if !path.ends_with("/safety/go") && !path.ends_with("/redir/redirect") {
        return None;
    }
    let target = query.split('&').find_map(|pair| pair.strip_prefix("url="))?;
    Some(percent_decode_str(target).decode_utf8().ok()?.into_owned())
}

/// Dotted labels ending in letters, so that "2019.03" and "etc." are not hosts.
fn is_host(text: &str) -> bool {
    let label = |l: &str| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-');
    let Some((rest, top)) = text.rsplit_once('.') else { return false };
    top.chars().count() >= 2 && top.chars().all(char::is_alphabetic) && rest.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Option<(ContactKind, String)> {
        Contact::parse(text, Place::default()).map(|c| (c.kind, c.key))
    }

    #[test]
    fn two_spellings_of_one_address_are_equal() {
        for (a, b) in [
            ("mailto:Maren.Holtby+jobs@gmail.com?subject=hi", "marenholtby@googlemail.com"),
            ("tel:+44-20-7946-0958", "+44 (0)20 7946 0958"),
            ("0044 20 7946 0958", "+44 20 7946 0958"),
            ("https://uk.linkedin.com/in/Maren-Holtby/?trk=x", "linkedin.com/in/maren-holtby"),
            ("https://www.linkedin.com/safety/go?url=https%3A%2F%2Fmarenholtby.example%2F&t=1", "marenholtby.example"),
            ("https://github.com/marenh/", "github.com/MarenH"),
        ] {
            assert!(key(a).is_some(), "{a}");
            assert_eq!(key(a), key(b), "{a} / {b}");
        }
    }

    #[test]
    fn what_names_no_person_is_no_contact() {
        for text in [
            "https://github.com/",
            "https://www.linkedin.com/company/fernrill/",
            "github.com/kubernetes/kubernetes",
            "https://twitter.com/intent/tweet?text=x",
            "https://www.facebook.com/sharer/sharer.php?u=x",
            "https://stackoverflow.com/questions/1/x",
            "rune7_x@indeedemail.com",
            "2018 - 2020",
            "2019.03",
            "e.g.",
            "not an address",
            "",
        ] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
