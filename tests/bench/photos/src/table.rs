//! Tables in Markdown, and shares with few digits.

/// A table: its heads, then rows of as many cells.
pub fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(heads.to_vec());
    text += &line(vec!["---"; heads.len()]);
    for row in rows {
        text += &line(row.iter().map(String::as_str).collect());
    }
    text
}

/// `part` of `all`, with three digits; never rounded up to 1.
pub fn share(part: usize, all: usize) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    let share = part as f64 / all as f64;
    if part == all { "1.000".to_owned() } else { format!("{:.3}", (share * 1000.0).floor() / 1000.0) }
}

/// A number with commas.
pub fn number(value: usize) -> String {
    let digits = value.to_string();
    let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|p| std::str::from_utf8(p).ok()).collect();
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_numbers_are_told_as_they_are() {
        assert_eq!(
            (share(9999, 10000), share(3, 3), share(0, 0)),
            ("0.999".to_owned(), "1.000".to_owned(), "–".to_owned())
        );
        assert_eq!(
            (number(7), number(913_276), number(1000)),
            ("7".to_owned(), "913,276".to_owned(), "1,000".to_owned())
        );
    }
}
