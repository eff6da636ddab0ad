//! Tags in disguise: attributes that make the structure stay, what in them is somebody's does not.

use scraper::node::Element;

use super::{address, disguise::Disguise, escaped, kept, names::WORDED};

/// Attributes that hold addresses.
const ADDRESSES: [&str; 9] =
    ["action", "cite", "data-delayed-url", "data-ghost-url", "data-original", "data-src", "href", "poster", "src"];
/// Attributes of which nothing is kept: how it looks, what it runs, what a user typed, whom it tells.
const DROPPED: [&str; 10] =
    ["checked", "integrity", "nonce", "ping", "selected", "sizes", "srcdoc", "style", "target", "value"];
/// Attributes that developers name things with: no word of the page comes into them by chance.
const DEVELOPERS: [&str; 11] =
    ["class", "componentkey", "itemprop", "itemtype", "name", "part", "property", "rel", "role", "slot", "type"];
/// How often a name is looked for within one word.
const MAX_GLUED: usize = 8;
/// Longer values are data.
const MAX_VALUE: usize = 1_000;

/// A start tag.
pub(super) fn tag(disguise: &Disguise, element: &Element) -> String {
    let mut out = format!("<{}", element.name());
    for (name, value) in element.attrs() {
        if name == "data-loupe-hidden" {
            // The capture saw that it is not shown; a saved page has to say so itself.
            out.push_str(" hidden");
        } else if let Some(value) = attribute(disguise, name, value) {
            out.extend([" ", name]);
            if !value.is_empty() {
                out.extend(["=\"", &escaped(&value), "\""]);
            }
        }
    }
    out.push('>');
    out
}

/// The few things of the head that say whose page it is.
pub(super) fn meta(disguise: &Disguise, element: &Element) -> Option<String> {
    let content = element.attr("content").unwrap_or_default();
    match element.name() {
        "meta" if element.attr("charset").is_some() => Some("<meta charset=\"utf-8\">".to_owned()),
        "meta" => {
            let key = ["property", "name"].into_iter().find(|key| element.attr(key).is_some())?;
            let value = element.attr(key)?;
            let known = ["og:", "profile:"].iter().any(|start| value.starts_with(start))
                || ["author", "description", "title"].contains(&value);
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
    let written = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b));
    let unwanted = DROPPED.contains(&name) || name.starts_with("on") || name.starts_with("data-loupe");
    if !written || unwanted || name.contains("track") || value.starts_with(['{', '[']) {
        return None;
    }
    if name == "srcset" {
        return Some(srcset(disguise, value));
    }
    if value.len() > MAX_VALUE && name != "class" && !ADDRESSES.contains(&name) {
        return None;
    }
    if name == "datetime" || name == "lang" || name == "dir" || value.is_empty() {
        return Some(value.to_owned());
    }
    let is_developers = is_developers(name);
    let is_worded =
        WORDED.contains(&name) || (name.starts_with("data-") && !is_developers && value.trim().contains(' '));
    Some(if ADDRESSES.contains(&name) || (!DEVELOPERS.contains(&name) && address::is_address(value)) {
        disguise.address(value)
    } else if is_worded {
        disguise.around(value, &kept::pointed_at(value), Disguise::text)
    } else if is_developers {
        disguise.developers(value)
    } else {
        disguise.named(value)
    })
}

/// True for an attribute whose words are developers' own.
pub(super) fn is_developers(name: &str) -> bool {
    let starts = ["data-test", "data-live-test", "data-view", "data-qa", "aria-"];
    DEVELOPERS.contains(&name) || starts.iter().any(|start| name.starts_with(start)) && !WORDED.contains(&name)
}

fn srcset(disguise: &Disguise, value: &str) -> String {
    let each = value.split(", ").map(|candidate| {
        let candidate = candidate.trim();
        let (address, width) = candidate.split_once(' ').unwrap_or((candidate, ""));
        format!("{} {width}", disguise.address(address)).trim_end().to_owned()
    });
    each.collect::<Vec<_>>().join(", ")
}

impl Disguise {
    /// A name that developers gave: only people's names and ids in it are replaced.
    pub(super) fn developers(&self, value: &str) -> String {
        self.within(value, |_| false)
    }

    /// A name that may have been made of the page's words.
    fn named(&self, value: &str) -> String {
        self.within(value, |folded| self.is_own(folded))
    }

    /// A key of data: each of its words stays only if `keep` keeps it.
    pub(super) fn key(&self, key: &str, keep: impl Fn(&str) -> bool) -> String {
        if is_id(key) {
            return self.run(key, false);
        }
        let mut out = String::with_capacity(key.len());
        for hump in kept::humps(key) {
            out.push_str(&self.token(hump, &|folded: &str| !keep(folded)));
        }
        out
    }

    fn within(&self, value: &str, is_own: impl Fn(&str) -> bool) -> String {
        let mut out = String::with_capacity(value.len());
        let mut at = 0;
        let pointed = kept::pointed_at(value);
        for (from, to) in pointed.iter().copied().chain([(value.len(), value.len())]) {
            for token in value[at..from].split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
                out.push_str(&self.token(token, &is_own));
            }
            out.push_str(&value[from..to]);
            at = to;
        }
        out
    }

    fn token(&self, token: &str, is_own: &impl Fn(&str) -> bool) -> String {
        if is_id(token) {
            return self.run(token, false);
        }
        let mut out = self.runs(token, |folded| !is_own(folded) && !self.names().contains(folded));
        // "OnlyMaren": a name that is glued to other words.
        for name in self.names().iter().filter(|name| name.len() >= 4) {
            // Lower case has as many bytes in all but a few letters; where it has not, nothing is found there.
            for _ in 0..MAX_GLUED {
                let lower = out.to_lowercase();
                let found = lower.find(name.as_str()).and_then(|at| Some((at, out.get(at..at + name.len())?)));
                let Some((at, found)) = found.filter(|(_, found)| found.to_lowercase() == *name) else { break };
                let dressed = self.run(found, false);
                out.replace_range(at..at + name.len(), &dressed);
            }
        }
        // Digits of a name that is no id count something.
        let digits = |c: char| c.is_numeric();
        if token.matches(digits).count() < 5 { restored(token, &out) } else { out }
    }
}

/// The digits of `old` in the places of those of `new`, which is as long.
fn restored(old: &str, new: &str) -> String {
    let mut digits = old.chars().filter(|c| c.is_numeric());
    new.chars().map(|c| if c.is_numeric() { digits.next().unwrap_or(c) } else { c }).collect()
}

/// True for what a machine made up: many digits, or letters and digits by turns.
fn is_id(token: &str) -> bool {
    let kinds: Vec<bool> = token.chars().filter(|c| c.is_alphanumeric()).map(char::is_numeric).collect();
    let digits = kinds.iter().filter(|digit| **digit).count();
    let turns = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let mixed = token.contains(|c: char| c.is_ascii_uppercase()) && token.contains(|c: char| c.is_ascii_lowercase());
    digits >= 5 || (turns >= 3 && kinds.len() >= 6) || (digits >= 2 && mixed && kinds.len() >= 8)
}
