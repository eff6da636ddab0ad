//! Titles of positions.

use loupe_profile::fold;

/// Rank and connecting words, folded: they change while the work stays.
const RANKS: [&str; 24] = [
    "i",
    "ii",
    "iii",
    "iv",
    "sr",
    "senior",
    "jr",
    "junior",
    "lead",
    "principal",
    "staff",
    "mid",
    "level",
    "chief",
    "head",
    "associate",
    "assistant",
    "of",
    "and",
    "the",
    "at",
    "for",
    "in",
    "de",
];

/// True when two titles may name the same work: a word in common besides rank, or nearly one spelling.
pub(crate) fn similar_titles(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let telling = |title: &str| -> Vec<String> {
        title.split(' ').filter(|word| !RANKS.contains(word)).map(str::to_owned).collect()
    };
    let (words_a, words_b) = (telling(&a), telling(&b));
    a == b
        || words_a.iter().any(|x| words_b.iter().any(|y| x == y || strsim::jaro_winkler(x, y) >= 0.93))
        || strsim::jaro_winkler(&a, &b) >= 0.9
}

#[cfg(test)]
mod tests {
    use super::similar_titles;

    #[test]
    fn rank_does_not_matter_the_work_does() {
        assert!(similar_titles("Senior Software Engineer", "Software Developer"));
        assert!(similar_titles("Data Analyst II", "data analyst"));
        assert!(!similar_titles("Senior Accountant", "Senior Engineer"));
        assert!(!similar_titles("", "Engineer"));
    }
}
