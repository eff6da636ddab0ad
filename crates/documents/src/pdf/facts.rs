//! What a PDF says of itself: its information dictionary, its XMP packet, its ids.
//!
//! Where the two descriptions differ, the dictionary counts and XMP fills the gaps: programs that edit a file without
//! knowing XMP leave an old packet behind.

use super::{dates, xmp};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, FromBytes, Stream, String as PdfString};
use loupe_profile::{Document, DocumentId};

/// No title or name is longer.
const MAX_TEXT: usize = 500;
/// Half of an `/ID` is sixteen bytes by the standard's advice; some programs write more.
const MAX_ID: usize = 128;
/// An XMP packet without previews and histories is a few kilobytes.
const MAX_XMP: usize = 1_000_000;

/// Reads a file's own description.
pub(super) fn read(pdf: &Pdf, file: &[u8]) -> Document {
    let trailers = trailers(file);
    let mut document = Document { format: "pdf".to_owned(), ..Document::default() };
    let info = trailers.iter().find_map(|trailer| trailer.get_ref("Info"));
    if let Some(info) = info.and_then(|info| pdf.xref().get::<Dict<'_>>(info.into())) {
        let text = |key: &str| info.get::<PdfString<'_>>(key).and_then(|text| clean(&decode(text.as_bytes())));
        document.title = text("Title");
        document.author = text("Author");
        document.application = text("Creator");
        document.producer = text("Producer");
        document.created = text("CreationDate").and_then(|date| dates::from_pdf(&date));
        document.modified = text("ModDate").and_then(|date| dates::from_pdf(&date));
    }
    if let Some(id) = trailers.iter().find_map(|trailer| trailer.get::<Array<'_>>("ID")) {
        let halves = id.iter::<PdfString<'_>>().zip(["pdf-id", "pdf-id-changing"]);
        document.ids.extend(halves.filter_map(|(half, kind)| {
            let value = hex(half.as_bytes())?;
            Some(DocumentId { kind: kind.to_owned(), value })
        }));
    }
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    if let Some(packet) = catalog.and_then(|catalog| catalog.get::<Stream<'_>>("Metadata"))
        && let Ok(packet) = packet.decoded_data()
        && packet.len() <= MAX_XMP
    {
        fill(&mut document, xmp::read(&crate::text::decode(&packet)));
    }
    document
}

fn fill(document: &mut Document, packet: xmp::Packet) {
    let fill = |slot: &mut Option<String>, text: Option<String>| {
        if slot.is_none() {
            *slot = text.as_deref().and_then(clean);
        }
    };
    fill(&mut document.title, packet.title);
    fill(&mut document.author, packet.author);
    fill(&mut document.application, packet.application);
    fill(&mut document.producer, packet.producer);
    fill(&mut document.created, packet.created.as_deref().and_then(dates::from_iso));
    fill(&mut document.modified, packet.modified.as_deref().and_then(dates::from_iso));
    let ids = [
        ("xmp-document", packet.document_id),
        ("xmp-instance", packet.instance_id),
        ("xmp-original-document", packet.original_document_id),
    ];
    document.ids.extend(ids.into_iter().filter_map(|(kind, id)| {
        let value = clean(&id?).filter(|id| id.len() <= 2 * MAX_ID)?.to_lowercase();
        Some(DocumentId { kind: kind.to_owned(), value })
    }));
}

/// The dictionaries that close the file, the one that counts first. The reader keeps its own to itself, and a file that
/// it had to repair may not even have one.
fn trailers(file: &[u8]) -> Vec<Dict<'_>> {
    let table = || {
        let at = memchr::memmem::rfind(file, b"startxref")? + 9;
        let number: String = file
            .get(at..)?
            .iter()
            .skip_while(|byte| byte.is_ascii_whitespace())
            .take(12)
            .map_while(|byte| byte.is_ascii_digit().then_some(char::from(*byte)))
            .collect();
        let table = file.get(number.parse::<usize>().ok()?..)?.trim_ascii_start();
        if table.starts_with(b"xref") {
            dictionary(table.get(memchr::memmem::find(table, b"trailer")? + 7..)?)
        } else {
            // A stream: `12 0 obj << … >>`.
            dictionary(table.get(memchr::memmem::find(table.get(..64)?, b"obj")? + 3..)?)
        }
    };
    let last = || dictionary(file.get(memchr::memmem::rfind(file, b"trailer")? + 7..)?);
    [table(), last()].into_iter().flatten().collect()
}

fn dictionary(bytes: &[u8]) -> Option<Dict<'_>> {
    Dict::from_bytes(bytes.trim_ascii_start())
}

/// In lower case; nothing for what is no id: empty, endless, or one byte throughout.
fn hex(bytes: &[u8]) -> Option<String> {
    use std::fmt::Write;
    let first = bytes.first()?;
    if bytes.len() > MAX_ID || bytes.iter().all(|byte| byte == first) {
        return None;
    }
    let mut hex = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(hex, "{byte:02x}").ok()?;
    }
    Some(hex)
}

fn clean(text: &str) -> Option<String> {
    let text: String = crate::text::tidy(text).chars().take(MAX_TEXT).collect();
    (!text.is_empty()).then_some(text)
}

/// `PDFDocEncoding` (ISO 32000-2, annex D.3) where it is not Latin-1: from 0x18 and from 0x80.
const ACCENTS: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const SPECIALS: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ',
    'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
];

/// A text string: UTF-16 or UTF-8 by its mark, else `PDFDocEncoding`. Programs that write UTF-8 without the mark are
/// understood too: in the other it would not be words.
pub(super) fn decode(bytes: &[u8]) -> String {
    let marked = matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0xEF, 0xBB, 0xBF, ..]);
    if marked {
        return strip_languages(&crate::text::decode(bytes));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.bytes().any(|byte| (0x18..0x20).contains(&byte))
    {
        return text.to_owned();
    }
    let char_of = |byte: &u8| match byte {
        0x18..=0x1F => ACCENTS.get(usize::from(byte - 0x18)).copied().unwrap_or(' '),
        0x80..=0xA0 => SPECIALS.get(usize::from(byte - 0x80)).copied().unwrap_or(' '),
        _ => char::from(*byte),
    };
    bytes.iter().map(char_of).collect()
}

/// Leaves out language marks: a code between two escape characters.
fn strip_languages(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .filter(|ch| {
            if *ch == '\u{1B}' {
                inside = !inside;
                return false;
            }
            !inside
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_decoded_by_their_mark() {
        assert_eq!(decode(b"R\xE9sum\xE9 \x84 \xA05"), "Résumé — €5");
        assert_eq!(decode(b"\xFE\xFF\0R\0\xE9\0\x1B\0d\0e\0\x1B\0s"), "Rés");
        assert_eq!(decode(b"\xEF\xBB\xBFR\xC3\xA9s"), "Rés");
        assert_eq!(decode("Zoë".as_bytes()), "Zoë");
        assert_eq!(decode(b"\x1CZ"), "˝Z");
    }

    #[test]
    fn what_cannot_be_an_id_is_none() {
        assert_eq!(hex(b"\x01\xAB").as_deref(), Some("01ab"));
        assert_eq!(hex(b""), None);
        assert_eq!(hex(&[0; 16]), None);
        assert_eq!(hex(&[1; 4_000]), None);
    }
}
