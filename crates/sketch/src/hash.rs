//! Stable hashes. They are written into stored records, so they never change.

/// FNV-1a, 64 bits, over all parts with a zero byte after each, so that ("ab", "c") and ("a", "bc") differ.
///
/// Quick and stable, not safe against people who look for collisions: use it only where a collision merely brings up
/// a candidate that is then compared in full.
pub fn stable_hash(parts: &[&[u8]]) -> u64 {
    parts.iter().fold(0xcbf2_9ce4_8422_2325, |hash, part| step(fnv1a(hash, part), 0))
}

/// The hash of one word.
pub(crate) fn word_hash(word: &str) -> u64 {
    fnv1a(0xcbf2_9ce4_8422_2325, word.as_bytes())
}

/// The hash of a run of words, from the hashes of its words; their order counts.
pub(crate) fn run_hash(words: impl IntoIterator<Item = u64>) -> u64 {
    words.into_iter().fold(0, |hash, word| mix(hash.rotate_left(5) ^ word))
}

/// The finaliser of SplitMix64: every bit of the input moves about half of the bits of the output.
pub(crate) const fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn fnv1a(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| step(hash, *byte))
}

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fnv1a_is_the_published_one() {
        // Test vectors of the FNV reference distribution.
        assert_eq!(word_hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(word_hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn where_parts_end_counts() {
        assert_ne!(stable_hash(&[b"ab", b"c"]), stable_hash(&[b"a", b"bc"]));
        assert_ne!(run_hash([1, 2]), run_hash([2, 1]));
    }
}
