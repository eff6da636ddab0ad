//! Pages saved as files.

#![allow(clippy::unwrap_used, clippy::panic)]

use loupe_documents::read_file;
use loupe_profile::SourceKind;
use loupe_read::ReadError;

const PAGE: &str = "<!DOCTYPE html><html><body><h1>Zoë Quellan</h1><h2>Experience</h2><p>Staff Engineer</p>\
                    <p>Fernrill Systems</p><p>March 2019 – Present</p></body></html>";

fn name(file: &[u8]) -> String {
    let reading = read_file(file, "page").unwrap();
    assert_eq!((reading.source.kind, reading.source.label.as_str()), (SourceKind::File, "page"));
    reading.profile.name_text().unwrap_or_default().to_owned()
}

fn quoted(text: &str) -> String {
    let letter = |byte: u8| match byte {
        b'=' | 0x80.. => format!("={byte:02X}"),
        _ => char::from(byte).to_string(),
    };
    let letters: Vec<String> = text.bytes().map(letter).collect();
    letters.chunks(60).map(<[String]>::concat).collect::<Vec<_>>().join("=\r\n")
}

fn mhtml(kind: &str, encoding: &str, body: &str) -> String {
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://people.example/zoe\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Mark--1\"\r\n\r\n\r\n\
         ------Mark--1\r\nContent-Type: text/css\r\n\r\np {{ color: red }}\r\n------Mark--1\r\nContent-Type: {kind}\r\n\
         Content-Transfer-Encoding: {encoding}\r\nContent-Location: https://people.example/zoe\r\n\r\n{body}\r\n\
         ------Mark--1--\r\n"
    )
}

#[test]
fn a_page_saved_with_its_pictures_is_read() {
    assert_eq!(name(mhtml("text/html", "quoted-printable", &quoted(PAGE)).as_bytes()), "Zoë Quellan");
    assert_eq!(name(mhtml("text/html; charset=utf-8", "8bit", PAGE).as_bytes()), "Zoë Quellan");
}

#[test]
fn letters_are_what_the_part_or_the_page_says() {
    let part = mhtml(
        "text/html; charset=\"windows-1251\"",
        "quoted-printable",
        &PAGE.replace("Zoë", "=C7=EE=FF").replace('–', "-"),
    );
    assert_eq!(name(part.as_bytes()), "Зоя Quellan");
    let head = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"></head>";
    let page = PAGE.replace("<!DOCTYPE html><html>", head).replace('–', "-");
    let (before, after) = page.split_once("Zoë").unwrap();
    let page = [before.as_bytes(), b"\xC7\xEE\xFF", after.as_bytes()].concat();
    assert_eq!(name(&page), "Зоя Quellan");
}

#[test]
fn parts_within_parts_and_files_without_a_page() {
    let inner = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: multipart/related; boundary=\"in\"\n\n\
         --in\nContent-Type: text/html\n\n{PAGE}\n--in--\n--outer--\n"
    );
    assert_eq!(name(inner.as_bytes()), "Zoë Quellan");
    let none = mhtml("image/png", "base64", "AAAA");
    assert!(matches!(read_file(none.as_bytes(), "page"), Err(ReadError::Damaged { .. })));
    let cut = &mhtml("text/html", "8bit", PAGE)[..420];
    assert!(matches!(read_file(cut.as_bytes(), "page"), Err(ReadError::Damaged { .. })));
}

#[test]
fn text_in_any_encoding_with_any_line_ends() {
    let text = "Zoë Quellan\r\rExperience\r\rStaff Engineer, Fernrill Systems\rMarch 2019 – Present\r";
    let reading = read_file(text.as_bytes(), "cv.txt").unwrap();
    assert_eq!(reading.profile.name_text(), Some("Zoë Quellan"));
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read_file(&big, "cv.txt").unwrap().profile, reading.profile);
}
