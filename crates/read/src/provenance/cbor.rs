//! The items of CBOR (RFC 8949) one after the other, flat: enough to find a key's text.
//!
//! No nesting is kept, so nothing recurses and nothing is allocated.

/// The items of `bytes`; a text as it is, every other item as nothing. Ends where the bytes are no CBOR.
pub(super) fn items(bytes: &[u8]) -> impl Iterator<Item = Option<&str>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (item, after) = item(rest)?;
        rest = after;
        Some(item)
    })
}

/// The texts that stand directly behind the key `key`.
pub(super) fn texts_of<'a>(bytes: &'a [u8], key: &'a str) -> impl Iterator<Item = &'a str> {
    let before = items(bytes);
    before.zip(items(bytes).skip(1)).filter(move |(name, _)| *name == Some(key)).filter_map(|(_, value)| value)
}

fn item(bytes: &[u8]) -> Option<(Option<&str>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (kind, info) = (first >> 5, first & 31);
    let extra = match info {
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        28..=30 => return None,
        _ => 0,
    };
    let (number, rest) = rest.split_at_checked(extra)?;
    let value = number.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    let value = if extra == 0 { u64::from(info) } else { value };
    // Of strings of no stated length the pieces follow as items of their own.
    let has_bytes = matches!(kind, 2 | 3) && info != 31;
    let length = if has_bytes { usize::try_from(value).ok()? } else { 0 };
    let (content, rest) = rest.split_at_checked(length)?;
    let text = if kind == 3 && has_bytes { std::str::from_utf8(content).ok() } else { None };
    Some((text, rest))
}
