//! What an image's file says of how it was made: bytes → marks.
//!
//! Beside the road from page to profile: a photo whose bytes were really read gets these marks into its claim. Nothing is
//! decoded and nothing is verified; a manifest's signature is not looked at, which every such mark says. Whatever the
//! bytes are, this ends with what could be read until then: a file cut short has the marks before the cut.
//!
//! Formats: JPEG, PNG, WebP and the boxes of AVIF and HEIC (their C2PA manifest only).

mod cbor;
mod exif;
mod file;
mod jumbf;
mod xmp;

use loupe_profile::{ProvenanceKind, ProvenanceMark};

use file::Part;

/// What generators write, as data.
const KNOWN: &str = include_str!("../../provenance.tsv");
/// Marks kept of one kind.
const MOST: usize = 4;
/// Characters kept of the words.
const MAX_WORDS: usize = 160;
/// Characters kept of a program's name within a place.
const MAX_NAME: usize = 60;
/// Bytes looked at of one text.
const MAX_TEXT: usize = 1024 * 1024;

/// The marks in an image's file, the most telling first; at most four of a kind.
pub fn marks(bytes: &[u8]) -> Vec<ProvenanceMark> {
    let mut marks = Marks::default();
    file::parts(bytes, &mut |part| marks.read(&part));
    marks.0.sort();
    marks.0
}

#[derive(Default)]
struct Marks(Vec<ProvenanceMark>);

impl Marks {
    fn read(&mut self, part: &Part<'_>) {
        match part {
            Part::C2pa { segment, store } => self.c2pa(segment, store),
            Part::Xmp { segment, packet } => {
                let packet = lossy(packet);
                for term in xmp::source_types(&packet) {
                    self.look("digitalsourcetype", term, &format!("XMP digitalSourceType, {segment}"));
                }
                for tool in xmp::values(&packet, "CreatorTool") {
                    self.look("software", tool, &format!("XMP CreatorTool, {segment}"));
                }
                for credit in xmp::values(&packet, "Credit") {
                    self.look("credit", credit, &format!("XMP Credit, {segment}"));
                }
            }
            Part::Exif { segment, tiff } => {
                for (field, text) in exif::texts(tiff) {
                    let place = format!("EXIF {field}, {segment}");
                    match field {
                        "Software" => self.look("software", &text, &place),
                        "ImageDescription" => {
                            self.look("description", &text, &place);
                            self.look("exif", &text, &place);
                        }
                        _ => self.look("exif", &text, &place),
                    }
                }
            }
            Part::Credit { text } => self.look("credit", &lossy(text), "IPTC Credit, JPEG APP13"),
            Part::Text { chunk, keyword, text } => {
                self.look(&keyword.to_ascii_lowercase(), &lossy(text), &format!("PNG {chunk} {keyword}"));
            }
        }
    }

    fn c2pa(&mut self, segment: &str, store: &[u8]) {
        let manifests = jumbf::manifests(store);
        for (at, manifest) in manifests.iter().enumerate() {
            // The last one is the file's own; those before it belong to what the image was made from.
            let whose = if at + 1 == manifests.len() { "" } else { " of an earlier version or a part" };
            let by = manifest.generator.as_deref().map(|name| format!(" by {}", quote(name, MAX_NAME)));
            let by = by.unwrap_or_default();
            for source in &manifest.sources {
                let place = format!("C2PA manifest{whose}{by}, not validated, {segment}");
                self.look("digitalsourcetype", source, &place);
            }
        }
        let by = manifests.last().and_then(|own| own.generator.as_deref()).unwrap_or_default();
        self.add(ProvenanceKind::C2pa, &format!("C2PA manifest, not validated, {segment}"), by);
    }

    /// Adds what the list says of a field's text. A program that is no generator is only named.
    fn look(&mut self, field: &str, text: &str, place: &str) {
        let low = head(text).to_ascii_lowercase();
        // Of an address only the term counts: the vocabulary stands at several, with and without a slash at the end.
        let term = low.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let fits = |row: &Row<'_>| {
            row.field == field
                && if field == "digitalsourcetype" {
                    row.words == term
                } else {
                    row.words.split('+').all(|words| low.contains(words))
                }
        };
        if let Some(row) = rows().find(fits) {
            let at = row.words.split('+').next().and_then(|words| low.find(words)).unwrap_or(0);
            // A long prompt stands before the words that count.
            let from = if at > MAX_WORDS / 2 { text.get(at..).unwrap_or(text) } else { text };
            self.add(row.kind, place, from);
        } else if field == "software" {
            self.add(ProvenanceKind::Software, place, text);
        }
    }

    fn add(&mut self, kind: ProvenanceKind, place: &str, words: &str) {
        let mark = ProvenanceMark { kind, place: place.to_owned(), words: quote(words, MAX_WORDS) };
        let full = self.0.iter().filter(|known| known.kind == kind).count() >= MOST;
        let empty = mark.words.is_empty() && kind != ProvenanceKind::C2pa;
        if !full && !empty && !self.0.contains(&mark) {
            self.0.push(mark);
        }
    }
}

/// One line of the list.
struct Row<'a> {
    field: &'a str,
    words: &'a str,
    kind: ProvenanceKind,
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    KNOWN.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let (field, words, kind) = (cells.next()?, cells.next()?, cells.next()?);
        let kind = match kind {
            "generated" => ProvenanceKind::Generated,
            "composed" => ProvenanceKind::Composed,
            _ => return None,
        };
        Some(Row { field, words, kind })
    })
}

/// True when texts of this keyword are looked at at all: only those are unpacked.
fn is_known_keyword(keyword: &str) -> bool {
    keyword.eq_ignore_ascii_case("software") || rows().any(|row| row.field.eq_ignore_ascii_case(keyword))
}

/// The beginning of a text that is looked at.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_TEXT)).unwrap_or(text)
}

fn lossy(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes.get(..MAX_TEXT).unwrap_or(bytes))
}

/// The beginning of words, with white space and what is no text folded to single spaces.
fn quote(text: &str, most: usize) -> String {
    let mut quote = String::new();
    let parts = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|part| !part.is_empty());
    let mut left = most;
    for part in parts {
        if left == 0 {
            quote.push('…');
            break;
        }
        if !quote.is_empty() {
            quote.push(' ');
        }
        quote.extend(part.chars().take(left));
        left = left.saturating_sub(part.chars().take(left).count() + 1);
    }
    quote
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_understood() {
        let lines = KNOWN.lines().filter(|line| !line.starts_with('#')).count();
        assert!(lines > 20);
        assert_eq!(rows().count(), lines);
        for line in KNOWN.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<_> = line.split('\t').collect();
            assert!(cells.len() == 4 && cells.iter().all(|cell| !cell.is_empty()), "{line}");
            assert!(cells[..2].iter().all(|cell| *cell == cell.to_ascii_lowercase()), "{line}");
        }
    }

    #[test]
    fn a_quote_is_short_and_on_one_line() {
        assert_eq!(quote(" a \n b\0c ", 160), "a b c");
        assert!(quote(&"word ".repeat(100_000), 160).chars().count() <= 162);
        assert!(quote(&"ü".repeat(100_000), 160).chars().count() <= 161);
    }
}
