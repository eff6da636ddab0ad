//! Names of places, read from `places.txt`: used to tell a place from an employer or a line of text, never as a sign of
//! anything about the person.

use std::sync::LazyLock;

use loupe_profile::fold;

use crate::words;

mod hash;

/// Countries and states, and cities: sorted hashes, of which one in 400,000 names that are no place has one by chance.
static PLACES: LazyLock<[Vec<u32>; 2]> = LazyLock::new(|| {
    [
        unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/regions.bin"))),
        unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/cities.bin"))),
    ]
});

/// The hashes that the build script packed: each as its distance from the one before.
fn unpacked(bytes: &[u8]) -> Vec<u32> {
    let (gaps, _) = bytes.as_chunks::<3>();
    let sums = gaps.iter().scan(0_u32, |last, [high, mid, low]| {
        *last = last.wrapping_add(u32::from_be_bytes([0, *high, *mid, *low]));
        Some(*last)
    });
    sums.collect()
}

fn listed(list: &[u32], folded: &str) -> bool {
    list.binary_search(&hash::of(folded)).is_ok()
}

/// True for the name of a country or a state.
fn is_region(text: &str) -> bool {
    let [regions, _] = &*PLACES;
    text.len() <= 60 && listed(regions, &fold(text))
}

/// True for the name of a country, a state or a large city, and for nothing else.
pub(crate) fn is_known(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let folded = fold(text);
    let any = |name: &str| PLACES.iter().any(|list| listed(list, name));
    any(&folded)
        || folded.strip_suffix(" area").is_some_and(any)
        || folded.strip_prefix("greater ").is_some_and(any)
        || ends_as_place(text)
}

/// What places end with where words are not parted: 上海市, 東京都, 서울특별시.
fn ends_as_place(text: &str) -> bool {
    let ends = ["市", "省", "県", "都", "府", "区", "시", "특별시", "광역시"];
    text.chars().count() <= 8 && !text.is_ascii() && ends.iter().any(|end| text.ends_with(end))
}

/// Two capital letters behind a comma: a state or a country ("Austin, TX", "Leeds, UK").
fn is_code(text: &str) -> bool {
    let code = text.split(' ').next().unwrap_or_default();
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) && !words::is_organisation(code)
}

/// "Leeds, United Kingdom", "Austin, TX", "Berlin": a place and nothing else. At least one of its parts is known.
pub(crate) fn is_place(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    // "Quay Labs (Hull" is a name, cut.
    if text.len() > 120 || text.contains(['(', '（']) {
        return false;
    }
    let parts = text.split([',', '،', '、', '，', '/']).map(str::trim).filter(|p| !p.is_empty());
    // Postcodes stand anywhere.
    let is_postcode = |p: &&str| p.chars().any(|c| c.is_ascii_digit()) && p.len() <= 10;
    let parts: Vec<&str> = parts.filter(|p| !is_postcode(p)).collect();
    let short = |p: &&str| p.split_whitespace().count() <= 4 && p.chars().count() <= 40;
    if !(1..=4).contains(&parts.len()) || !parts.iter().all(short) {
        return false;
    }
    let begins = |p: &str| p.chars().next().is_some_and(|c| !c.is_lowercase());
    if !parts.iter().all(|p| begins(p)) {
        return false;
    }
    // "Denver, CO" is no company.
    if matches!(parts.as_slice(), [town, "CO"] if is_known(town)) {
        return true;
    }
    if parts.iter().any(|part| words::is_organisation(part) || words::is_title(part) || part.contains('&')) {
        return false;
    }
    // "Quay Labs – Hull, UK"
    let dashed = |part: &&str| [" – ", " — ", " - "].iter().any(|dash| part.contains(dash));
    if parts.len() > 1 && parts.iter().any(dashed) {
        return false;
    }
    match parts.as_slice() {
        [one] => is_known(one) || one.split(" - ").all(|p| is_known(p.trim())),
        // A town that is not listed before its country; before a town that is, it is as likely a firm.
        [first, last] => {
            let figures = first.chars().any(|c| c.is_ascii_digit());
            is_region(last) || (is_code(last) && !figures) || (is_known(first) && is_known(last))
        }
        // What stands before a town and its country is as likely a firm.
        [first, .., last] => is_known(first) && (is_known(last) || is_code(last)),
        [] => false,
    }
}

/// A place behind a street: "12 Mill Lane, York, YO1 7AA", "Am Hafen 3, 24103 Kiel".
pub(crate) fn behind_street(text: &str) -> Option<&str> {
    let (street, rest) = text.split_once([',', '，'])?;
    let figures = |c: char| c.is_ascii_digit();
    let rest = rest.trim();
    let bare = rest.trim_start_matches(|c: char| figures(c) || c == ' ');
    // "Leeds LS1 4AB"
    let coded = |word: &str| word.contains(figures) && word.len() <= 5;
    let behind = bare.split(' ').rev().take_while(|word| coded(word)).take(2).map(|word| word.len() + 1).sum::<usize>();
    let bare = bare.get(..bare.len().saturating_sub(behind)).unwrap_or(bare);
    let street = street.contains(figures) && street.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    (street && street_parts(text) && (is_place(rest) || is_place(bare))).then_some(rest)
}

/// A place beside its postcode: "LS1 4AP Leeds, United Kingdom", "Kiel 24103", "〒060-0001 札幌市". Without the postcode
/// where that stands before or behind it, else as it is written.
pub(crate) fn beside_postcode(text: &str) -> Option<&str> {
    let code = |word: &str| word.len() <= 12 && word.contains(|c: char| c.is_ascii_digit());
    let letters = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    let (town, rest) = text.split_once([',', '，']).map_or((text, None), |(town, rest)| (town, Some(rest.trim())));
    let words: Vec<&str> = town.split_whitespace().collect();
    let lead =
        words.iter().take(2).enumerate().take_while(|(at, word)| code(word) || (*at > 0 && letters(word))).count();
    let trail = words.iter().rev().take(2).take_while(|word| code(word)).count();
    if text.len() > 100 || !(1..words.len()).contains(&(lead + trail)) {
        return None;
    }
    let name = words.get(lead..words.len() - trail)?.join(" ");
    let whole = rest.map_or_else(|| name.clone(), |rest| format!("{name}, {rest}"));
    let bare = text.find(&name).and_then(|at| text.get(at..)).filter(|_| trail == 0 || rest.is_none());
    let bare = bare.and_then(|bare| if trail == 0 { Some(bare) } else { bare.get(..name.len()) });
    (is_known(&name) || (rest.is_some() && is_place(&whole))).then(|| bare.unwrap_or(text))
}

/// True for a text short enough to be an address.
fn street_parts(text: &str) -> bool {
    text.len() <= 100 && !text.contains(['@', ':', '(', '+'])
}

/// As [`is_place`], where a place is expected: two or three parts that are not listed may stand before a country.
pub(crate) fn may_be_place(text: &str) -> bool {
    let parts: Vec<&str> = text.split([',', '،', '、', '，']).map(str::trim).collect();
    let name = |part: &&str| {
        part.chars().next().is_some_and(|c| !c.is_lowercase())
            && part.split_whitespace().count() <= 4
            && !part.chars().any(|c| c.is_ascii_digit() || "()（）–—".contains(c))
            && !part.contains(" - ")
            && !words::is_organisation(part)
            && !words::is_title(part)
    };
    let ends = parts.last().is_some_and(|last| is_region(last) || is_code(last));
    is_place(text) || ((2..=4).contains(&parts.len()) && parts.iter().all(name) && ends)
}

/// Takes a place off the end of a line: "Quay Labs, Hull, United Kingdom" → "Quay Labs", "Hull, United Kingdom".
pub(crate) fn split_off(text: &str) -> Option<(&str, &str)> {
    // "Quay Labs (Hull)"; a town that is not listed is one by its brackets and its country.
    if let Some((before, bracketed)) = text.strip_suffix([')', '）']).and_then(|t| t.rsplit_once(['(', '（'])) {
        let place = is_place(bracketed) || (bracketed.contains([',', '،', '、', '，']) && may_be_place(bracketed));
        return (!before.trim().is_empty() && place).then(|| (before.trim(), bracketed.trim()));
    }
    // The longest end that is a place, with something left before it.
    let commas = text.rmatch_indices([',', '،', '、', '，']).map(|(at, mark)| (at, at + mark.len()));
    let mut last: Vec<(usize, usize)> = commas.take(4).collect();
    // "Quay Labs – Hull, United Kingdom"
    let dashes = [" – ", " — ", " - "].iter().filter_map(|dash| Some((text.rfind(dash)?, dash.len())));
    last.extend(dashes.map(|(at, length)| (at, at + length)));
    last.sort_unstable();
    for (at, behind) in last {
        let (before, place) = (text.get(..at)?.trim(), text.get(behind..)?.trim());
        if !before.is_empty() && is_place(place) {
            return Some((before, place));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_folded_and_sorted_and_all_of_it_is_known() {
        let (regions, cities) = include_str!("../places.txt").split_once("# Cities").unwrap();
        for (list, hashes) in [regions, cities].into_iter().zip(&*PLACES) {
            let lines: Vec<&str> = list.lines().filter(|line| !line.starts_with(['#', ' '])).collect();
            assert!(lines.len() > 1_000 && lines.is_sorted());
            assert!(lines.iter().all(|line| fold(line) == *line));
            assert!(lines.iter().all(|line| listed(hashes, line)));
            assert!(!lines.iter().any(|line| listed(hashes, &format!("{line} keepers"))));
        }
    }

    #[test]
    fn places_in_several_forms() {
        for place in [
            "Leeds, United Kingdom",
            "杭州, 中国",
            "大阪市, 日本",
            "Austin, TX",
            "Berlin",
            "上海市",
            "São Paulo, Brasil",
            "القاهرة، مصر",
            "Москва",
        ] {
            assert!(is_place(place), "{place}");
        }
        for other in [
            "Quay Labs",
            "Larkspur, Bristol, United Kingdom",
            "Platform Engineer, Storage",
            "built it in Leeds",
            "Fernrill Systems, Inc.",
        ] {
            assert!(!is_place(other), "{other}");
        }
    }

    #[test]
    fn a_place_beside_its_postcode() {
        for (text, place) in [
            ("LS1 4AP Leeds, United Kingdom", "Leeds, United Kingdom"),
            ("24103 Kiel", "Kiel"),
            ("Kiel 24103", "Kiel"),
            ("1012 AB Amsterdam, Nederland", "Amsterdam, Nederland"),
            ("Leeds LS1 4AP, United Kingdom", "Leeds LS1 4AP, United Kingdom"),
            ("01310-100 São Paulo, Brasil", "São Paulo, Brasil"),
        ] {
            assert_eq!(beside_postcode(text), Some(place), "{text}");
        }
        for other in ["12 Mill Lane", "2019 Hackathon", "LS1 4AP", "Top 10 Engineer, Leeds", "Kiel"] {
            assert_eq!(beside_postcode(other), None, "{other}");
        }
    }

    #[test]
    fn a_place_behind_a_name() {
        assert_eq!(split_off("Quay Labs, Hull, United Kingdom"), Some(("Quay Labs", "Hull, United Kingdom")));
        assert_eq!(split_off("Quay Labs (Berlin)"), Some(("Quay Labs", "Berlin")));
        assert_eq!(split_off("Tollgate, Inc."), None);
    }
}
