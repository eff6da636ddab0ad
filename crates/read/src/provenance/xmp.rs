//! A few values of an XMP packet, found by their names.
//!
//! XMP writes one property as an attribute or as an element, and prefixes are free. Looking for the name and taking what
//! stands behind it reads both, and cannot be led astray further than to a wrong quote.

/// Values of one name looked at.
const MOST: usize = 16;

/// The terms behind `…/digitalsourcetype/`, wherever they stand.
pub(super) fn source_types(text: &str) -> impl Iterator<Item = &str> {
    const BEFORE: &str = "/digitalsourcetype/";
    text.split(BEFORE).skip(1).take(MOST).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        &rest[..end]
    })
}

/// The values of the property `name` of any prefix: `x:name="value"`, or the first text behind `<x:name>`.
pub(super) fn values<'a>(packet: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    packet.match_indices(name).filter(|(at, _)| packet[..*at].ends_with(':')).take(MOST).filter_map(move |(at, _)| {
        let rest = packet[at + name.len()..].trim_start();
        if let Some(rest) = rest.strip_prefix('=') {
            let rest = rest.trim_start();
            let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return rest[1..].split(mark).next().map(str::trim).filter(|value| !value.is_empty());
        }
        let value = rest.strip_prefix('>')?.split('<').next()?.trim();
        (!value.is_empty()).then_some(value)
    })
}
