//! Tags in disguise: attributes that make the structure stay, what in them is somebody's does not.

use std::borrow::Cow;

use loupe_profile::fold;
use scraper::node::Element;

use super::{address, disguise::Disguise, escaped, kept, names::WORDED, structure};

/// Attributes that hold addresses.
const ADDRESSES: [&str; 9] =
    ["action", "cite", "data-delayed-url", "data-ghost-url", "data-original", "data-src", "href", "poster", "src"];
/// Attributes of which nothing is kept: how it looks, what it runs, what a user typed, whom it tells.
const DROPPED: [&str; 15] = [
    "background",
    "checked",
    "data",
    "download",
    "formaction",
    "integrity",
    "nonce",
    "ping",
    "selected",
    "sizes",
    "srcdoc",
    "style",
    "target",
    "value",
    "xlink:href",
];
/// What of the head's notes is kept (Open Graph protocol; HTML, "Standard metadata names").
const META: [&str; 14] = [
    "author",
    "description",
    "og:description",
    "og:image",
    "og:image:alt",
    "og:locale",
    "og:site_name",
    "og:title",
    "og:type",
    "og:url",
    "profile:first_name",
    "profile:last_name",
    "profile:username",
    "title",
];
/// Addresses that are what they lead to.
const INLINE: [&str; 3] = ["data:", "javascript:", "vbscript:"];
/// Attributes that developers name things with: no word of the page comes into them by chance.
const DEVELOPERS: [&str; 14] = [
    "aria-hidden",
    "class",
    "componentkey",
    "data-section",
    "data-view-name",
    "itemprop",
    "itemtype",
    "name",
    "part",
    "property",
    "rel",
    "role",
    "slot",
    "type",
];
/// Attributes that hold names of things which may have been made of the page's words.
const NAMES: [&str; 8] =
    ["aria-controls", "aria-describedby", "aria-labelledby", "data-sdui-screen", "data-xds", "for", "headers", "id"];
/// Attributes that count.
const COUNTS: [&str; 7] = ["aria-level", "colspan", "height", "rowspan", "start", "tabindex", "width"];
/// What any attribute may say: the states of HTML and of ARIA.
const STATES: [&str; 8] = ["true", "false", "open", "closed", "polite", "page", "hidden", "auto"];
/// How often a name is looked for within one word.
const MAX_GLUED: usize = 8;
/// So many digits of a name are a number or an id.
pub(super) const MANY_DIGITS: usize = 5;
/// Longer values are data.
const MAX_VALUE: usize = 1_000;

/// A start tag.
pub(super) fn tag(disguise: &Disguise, element: &Element) -> String {
    let mut out = format!("<{}", self::element(disguise, element));
    for (name, value) in element.attrs() {
        if name == "data-loupe-hidden" {
            // The capture saw that it is not shown; a saved page has to say so itself.
            out.push_str(" hidden");
        } else if let Some(value) = attribute(disguise, name, value)
            && let Some(name) = named(disguise, name)
        {
            out.extend([" ", &name]);
            if !value.is_empty() {
                out.extend(["=\"", &escaped(&value), "\""]);
            }
        }
    }
    out.push('>');
    out
}

/// The name of an element. What HTML does not know was made up, of whatever words.
pub(super) fn element<'a>(disguise: &Disguise, element: &'a Element) -> Cow<'a, str> {
    let name = element.name();
    if structure::is_element(name) {
        return Cow::Borrowed(name);
    }
    if !is_written(name) {
        return Cow::Borrowed("x-element");
    }
    let dressed = disguise.developers(name);
    // With a dash in it, it is none of HTML's own by chance.
    Cow::Owned(if dressed.contains('-') { dressed } else { format!("x-{dressed}") })
}

/// The name of an attribute, unless it is one of which nothing is kept.
fn named(disguise: &Disguise, name: &str) -> Option<String> {
    let dressed = disguise.developers(name);
    (dressed == name || !is_unwanted(&dressed)).then_some(dressed)
}

/// Letters, digits and a few signs: what a name may be written in.
fn is_written(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b))
}

fn is_unwanted(name: &str) -> bool {
    DROPPED.contains(&name) || name.starts_with("on") || name.starts_with("data-loupe") || name.contains("track")
}

/// The few things of the head that say whose page it is.
pub(super) fn meta(disguise: &Disguise, element: &Element) -> Option<String> {
    let content = element.attr("content").unwrap_or_default();
    match element.name() {
        "meta" if element.attr("charset").is_some() => Some("<meta charset=\"utf-8\">".to_owned()),
        "meta" => {
            let key = ["property", "name"].into_iter().find(|key| element.attr(key).is_some())?;
            let value = element.attr(key)?;
            let known = META.contains(&value);
            let content = if address::is_address(content) { disguise.address(content) } else { disguise.text(content) };
            known.then(|| format!("<meta {key}=\"{}\" content=\"{}\">", escaped(value), escaped(&content)))
        }
        "link" if element.attr("rel") == Some("canonical") => {
            Some(format!("<link rel=\"canonical\" href=\"{}\">", escaped(&disguise.address(element.attr("href")?))))
        }
        _ => None,
    }
}

fn attribute(disguise: &Disguise, name: &str, value: &str) -> Option<String> {
    if !is_written(name) || is_unwanted(name) || value.starts_with(['{', '[']) {
        return None;
    }
    if name == "srcset" {
        return Some(srcset(disguise, value));
    }
    if value.len() > MAX_VALUE && name != "class" && !ADDRESSES.contains(&name) {
        return None;
    }
    if INLINE.iter().any(|scheme| begins(value, scheme)) {
        return None;
    }
    let is_count = COUNTS.contains(&name) && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let is_said =
        (name == "lang" && structure::is_language(value)) || (name == "dir" && ["ltr", "rtl"].contains(&value));
    if value.is_empty() || STATES.contains(&value) || is_count || is_said {
        return Some(value.to_owned());
    }
    if name == "datetime" {
        return Some(moment(value).map_or_else(|| disguise.text(value), ToOwned::to_owned));
    }
    let is_developers = is_developers(name);
    Some(if ADDRESSES.contains(&name) || (!is_developers && address::is_address(value)) {
        disguise.address(value)
    } else if is_developers {
        disguise.developers(value)
    } else if WORDED.contains(&name) || value.trim().contains(' ') && !is_name(name) {
        disguise.around(value, &kept::pointed_at(value), Disguise::text)
    } else if is_name(name) {
        disguise.named(value)
    } else {
        // Whatever else a page keeps there is the page's own.
        disguise.around(value, &kept::pointed_at(value), |this, text| this.run(text, false))
    })
}

/// True for an attribute whose words are developers' own.
pub(super) fn is_developers(name: &str) -> bool {
    let starts = ["data-test", "data-live-test", "data-qa"];
    DEVELOPERS.contains(&name) || starts.iter().any(|start| name.starts_with(start))
}

/// True for an attribute that names the element, as the site files' selectors have it.
fn is_name(name: &str) -> bool {
    NAMES.contains(&name) || (kept::is_asked(name) && !WORDED.contains(&name))
}

/// True for a value that browsers take for an address of the scheme: spaces and control characters do not count.
fn begins(value: &str, scheme: &str) -> bool {
    let written = value.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    written.take(scheme.len()).map(|c| c.to_ascii_lowercase()).eq(scheme.chars())
}

/// The day, month or year of a moment as HTML has it: no telephone number is one.
fn moment(value: &str) -> Option<&str> {
    let day = value.trim().split(['T', ' ']).next()?;
    let mut parts = day.split('-');
    let mut is_part = |digits: usize, most: u32| {
        parts.next().is_none_or(|part| {
            part.len() == digits
                && part.bytes().all(|b| b.is_ascii_digit())
                && part.parse().is_ok_and(|n: u32| n <= most)
        })
    };
    (is_part(4, 2_100) && is_part(2, 12) && is_part(2, 31) && parts.next().is_none()).then_some(day)
}

/// Images by their widths. A comma parts them, whether a space follows it or not.
fn srcset(disguise: &Disguise, value: &str) -> String {
    let each = value.split(',').map(str::trim).filter(|candidate| !candidate.is_empty() && !begins(candidate, "data:"));
    let each = each.map(|candidate| {
        let mut words = candidate.split_whitespace();
        let address = disguise.address(words.next().unwrap_or_default());
        let is_width = |word: &&str| {
            word.strip_suffix(['w', 'x', 'h']).is_some_and(|digits| {
                (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            })
        };
        words.filter(is_width).fold(address, |out, width| format!("{out} {width}"))
    });
    each.collect::<Vec<_>>().join(", ")
}

impl Disguise {
    /// A name that developers gave: of its words stays what is known to be nobody's.
    pub(super) fn developers(&self, value: &str) -> String {
        self.within(value, |_| true)
    }

    /// A name that may have been made of the page's words.
    fn named(&self, value: &str) -> String {
        self.within(value, |folded| !self.is_own(folded))
    }

    /// A key of data: each of its words stays only if `keep` keeps it.
    pub(super) fn key(&self, key: &str, keep: impl Fn(&str) -> bool) -> String {
        if is_id(key) { self.run(key, false) } else { self.humps(key, true, &keep) }
    }

    fn within(&self, value: &str, keep: impl Fn(&str) -> bool) -> String {
        let keep = |folded: &str| structure::is_known(folded) && keep(folded);
        let mut out = String::with_capacity(value.len());
        let mut at = 0;
        let pointed = kept::pointed_at(value);
        for (from, to) in pointed.iter().copied().chain([(value.len(), value.len())]) {
            for word in value[at..from].split_inclusive(char::is_whitespace) {
                if let Some(dressed) = self.told(word) {
                    out.push_str(&dressed);
                    continue;
                }
                // A few digits count something; many, whatever parts them, are somebody's.
                let counts = word.matches(char::is_numeric).count() < MANY_DIGITS;
                for token in word.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
                    out.push_str(&if is_id(token) { self.run(token, false) } else { self.humps(token, counts, &keep) });
                }
            }
            out.push_str(&value[from..to]);
            at = to;
        }
        out
    }

    /// A mailbox, an address or a key among the names, in disguise.
    fn told(&self, word: &str) -> Option<String> {
        if word.starts_with("http") && word.contains("://") {
            let trimmed = word.trim_end();
            return Some(format!("{}{}", self.address(trimmed), &word[trimmed.len()..]));
        }
        let is_mail = word.split_once('@').is_some_and(|(_, host)| host.contains('.'));
        let is_key = word.split(|c: char| !(c.is_ascii_alphanumeric() || "_-+/=".contains(c))).any(is_key);
        (is_mail || is_key || word.contains("://") || word.contains("url(")).then(|| self.run(word, false))
    }

    /// Word by word, where capitals begin one; digits stay if they count something.
    fn humps(&self, token: &str, counts: bool, keep: &impl Fn(&str) -> bool) -> String {
        let keep = |folded: &str| keep(folded) && !self.names().contains(folded);
        let mut out = String::with_capacity(token.len());
        let mut rest = token;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c: char| c.is_alphabetic() != first.is_alphabetic()).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            rest = behind;
            if !first.is_alphabetic() {
                out.push_str(&if counts { run.to_owned() } else { self.run(run, false) });
                continue;
            }
            for hump in kept::humps(run) {
                out.push_str(&self.hump(hump, &keep));
            }
        }
        out
    }

    /// A name within a word ("Onlymaren") is replaced as it is elsewhere.
    fn hump(&self, hump: &str, keep: &impl Fn(&str) -> bool) -> String {
        let one = |word: &str| {
            let folded = fold(word);
            if word.is_empty() || keep(&folded) { word.to_owned() } else { self.word(word, &folded) }
        };
        if keep(&fold(hump)) {
            return hump.to_owned();
        }
        let mut out = String::new();
        let mut rest = hump;
        for _ in 0..MAX_GLUED {
            // Lower case has as many bytes in all but a few letters; where it has not, nothing is found there.
            let lower = rest.to_lowercase();
            let is_there =
                |at: usize, name: &str| rest.get(at..at + name.len()).is_some_and(|it| it.to_lowercase() == name);
            let names = self.names().iter().filter(|name| name.len() >= 4);
            let found = names
                .filter_map(|name| lower.find(name.as_str()).filter(|at| is_there(*at, name)).map(|at| (at, name)));
            let Some((at, name)) = found.min_by_key(|(at, name)| (*at, usize::MAX - name.len())) else { break };
            let (before, named) = rest.split_at(at);
            let (name, behind) = named.split_at(name.len());
            out.extend([one(before), self.run(name, false)]);
            rest = behind;
        }
        out.push_str(&one(rest));
        out
    }
}

/// True for what a machine made up: many digits, or letters and digits by turns.
fn is_id(token: &str) -> bool {
    let kinds: Vec<bool> = token.chars().filter(|c| c.is_alphanumeric()).map(char::is_numeric).collect();
    let digits = kinds.iter().filter(|digit| **digit).count();
    let turns = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let mixed = token.contains(|c: char| c.is_ascii_uppercase()) && token.contains(|c: char| c.is_ascii_lowercase());
    is_key(token) || digits >= 5 || (turns >= 3 && kinds.len() >= 6) || (digits >= 2 && mixed && kinds.len() >= 8)
}

/// True for a long value that is no words: with digits and both cases, or capitals all over it, as base64 has them.
fn is_key(token: &str) -> bool {
    let count = |is: fn(&char) -> bool| token.chars().filter(is).count();
    let (upper, lower) = (count(char::is_ascii_uppercase), count(char::is_ascii_lowercase));
    let (digits, letters) = (count(char::is_ascii_digit), upper + lower);
    let mixed = upper > 0 && lower > 0;
    let is_encoded = letters >= 14 && mixed && upper * 3 > letters;
    token.starts_with("ACoA") || (letters + digits >= 16 && ((digits >= 2 && mixed) || digits >= 4 || is_encoded))
}
