//! The rows of one file of an export, by the names of their columns.

/// Rows of one file; nobody has more roles or skills.
const MAX_ROWS: usize = 2_000;
/// Columns of one file.
const MAX_COLUMNS: usize = 64;
/// Some files begin with notes to the reader: the header is one of the first records.
const HEADER_WITHIN: usize = 10;

/// A file's rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    header: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    header: &'a [String],
    row: &'a csv::StringRecord,
}

impl Rows {
    /// Reads a file whose header has all of these columns; nothing when it has no such header.
    pub(super) fn read(text: &str, columns: &[&str]) -> Option<Self> {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.trim_start().as_bytes());
        let mut records = reader.records().flatten();
        let header = records.by_ref().take(HEADER_WITHIN).find(|record| {
            let has = |column: &&str| record.iter().any(|cell| cell.trim() == *column);
            columns.iter().all(has)
        })?;
        let header = header.iter().take(MAX_COLUMNS).map(|cell| cell.trim().to_owned()).collect();
        Some(Self { header, rows: records.take(MAX_ROWS).collect() })
    }

    /// True when the header has these columns and no others.
    pub(super) fn is_exactly(&self, columns: &[&str]) -> bool {
        self.header.iter().map(String::as_str).eq(columns.iter().copied())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|row| Row { header: &self.header, row })
    }
}

impl Row<'_> {
    /// The text in a column, entities resolved; empty when there is none.
    pub(super) fn get(&self, column: &str) -> String {
        let at = self.header.iter().position(|name| name == column);
        let text = at.and_then(|at| self.row.get(at)).unwrap_or_default().trim();
        quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_before_the_header_are_passed_over() {
        let text = "Notes:\n\"Some rows, one column.\"\n\nName,Url\n\"Rust, \"\"the\"\" course\",https://a.example\nBad &amp; good\n";
        let rows = Rows::read(text, &["Name"]).unwrap();
        assert!(rows.is_exactly(&["Name", "Url"]));
        let names: Vec<_> = rows.iter().map(|row| (row.get("Name"), row.get("Url"))).collect();
        let expected = [("Rust, \"the\" course", "https://a.example"), ("Bad & good", "")];
        assert_eq!(names, expected.map(|(name, url)| (name.to_owned(), url.to_owned())));
        assert!(Rows::read(text, &["Company Name"]).is_none());
    }
}
