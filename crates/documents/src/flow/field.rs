//! What the codes of fields say, which DOCX and RTF write alike.

/// True for a field that shows the number of a page or how many there are.
pub(crate) fn is_page_number(code: &str) -> bool {
    let name = code.split_whitespace().next().unwrap_or_default();
    ["PAGE", "NUMPAGES", "SECTIONPAGES"].iter().any(|page| name.eq_ignore_ascii_case(page))
}

/// The address in a field's code: ` HYPERLINK "https://…" \o "tip"`. `\l` is a place in the document itself.
pub(crate) fn hyperlink(code: &str) -> Option<&str> {
    let code = code.trim();
    let name = code.get(..9).filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))?;
    let rest = code.get(name.len()..)?.trim_start();
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next().filter(|word| !word.starts_with('\\')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_field_codes() {
        assert_eq!(hyperlink(r#" HYPERLINK "https://a.example/" \o "A tip" "#), Some("https://a.example/"));
        assert_eq!(hyperlink("HYPERLINK mailto:a@b.example"), Some("mailto:a@b.example"));
        assert_eq!(hyperlink(r#"HYPERLINK \l "_Toc1""#), None);
        assert_eq!(hyperlink("PAGE"), None);
    }
}
