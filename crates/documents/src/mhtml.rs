//! MHTML: a page and its pictures in one file, as browsers and Word save them (RFC 2557).
//!
//! Only the page itself is taken out; `loupe-read` reads it.

use crate::text::decode_as;
use loupe_read::{PageCapture, ReadError};

/// Parts within parts; browsers write one level, Word two.
const MAX_DEPTH: u32 = 4;
/// Parts of one file: a page's pictures and styles.
const MAX_PARTS: usize = 10_000;
/// No header of a part is longer, in bytes.
const MAX_HEADER: usize = 65_536;

/// True for a file that begins as MHTML does.
pub(crate) fn is_one(bytes: &[u8]) -> bool {
    let head = bytes.get(..4_096).unwrap_or(bytes).to_ascii_lowercase();
    let has = |mark: &[u8]| memchr::memmem::find(&head, mark).is_some();
    let begins = |mark: &[u8]| head.trim_ascii_start().starts_with(mark);
    (begins(b"from: <saved by") || begins(b"mime-version:") || begins(b"content-type: multipart/related"))
        && has(b"multipart/related")
}

/// The page in the file.
///
/// # Errors
/// [`ReadError::Damaged`] when there is none.
pub(crate) fn page(bytes: &[u8]) -> Result<PageCapture, ReadError> {
    let part = Part::read(bytes);
    let page = part.html(MAX_DEPTH).ok_or_else(|| ReadError::Damaged { what: "no page is in the file".to_owned() })?;
    let address = page.header("content-location").filter(|address| address.starts_with("http"));
    let address = address.or_else(|| part.header("snapshot-content-location")).unwrap_or_default();
    let url = if address.starts_with("http") { address } else { String::new() };
    Ok(PageCapture { url, html: page.text(), cut: false })
}

/// A header and what follows it.
struct Part<'a> {
    /// Lines as written, folded ones joined.
    header: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn read(bytes: &'a [u8]) -> Self {
        let head = bytes.get(..MAX_HEADER).unwrap_or(bytes);
        // An empty line ends the header.
        let end = memchr::memmem::find(head, b"\r\n\r\n").map(|at| (at, at + 4));
        let other = memchr::memmem::find(head, b"\n\n").map(|at| (at, at + 2));
        let (end, from) = end.into_iter().chain(other).min().unwrap_or((head.len(), bytes.len()));
        let text = String::from_utf8_lossy(head.get(..end).unwrap_or_default());
        let mut header: Vec<(String, String)> = Vec::new();
        for line in text.lines() {
            match (header.last_mut(), line.split_once(':')) {
                (Some((_, value)), _) if line.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (_, Some((name, value))) => header.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
                _ => {}
            }
        }
        Self { header, body: bytes.get(from..).unwrap_or_default() }
    }

    fn header(&self, name: &str) -> Option<String> {
        self.header.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    /// A parameter of the part's type: `charset="utf-8"`.
    fn parameter(&self, name: &str) -> Option<String> {
        let kind = self.header("content-type")?;
        let value = kind.split(';').skip(1).find_map(|parameter| {
            let (known, value) = parameter.split_once('=')?;
            known.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
        })?;
        (!value.is_empty()).then_some(value)
    }

    /// The first part that is a page.
    fn html(&self, depth: u32) -> Option<Part<'a>> {
        let kind = self.header("content-type").unwrap_or_default().to_ascii_lowercase();
        if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
            return Some(Part { header: self.header.clone(), body: self.body });
        }
        let boundary = self.parameter("boundary").filter(|_| kind.starts_with("multipart/") && depth > 0)?;
        let mark = format!("--{boundary}");
        let mut from = memchr::memmem::find(self.body, mark.as_bytes())? + mark.len();
        for _ in 0..MAX_PARTS {
            let rest = self.body.get(from..)?;
            // Two more dashes end the last part.
            if rest.starts_with(b"--") {
                return None;
            }
            // A part without an end is cut short.
            let end = memchr::memmem::find(rest, mark.as_bytes())?;
            let part = Part::read(rest.get(..end)?.trim_ascii_start());
            if let Some(page) = part.html(depth - 1) {
                return Some(page);
            }
            from += end + mark.len();
        }
        None
    }

    fn text(&self) -> String {
        let how = self.header("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
        let bytes = match how.as_str() {
            "quoted-printable" => quoted_printable(self.body),
            "base64" => base64(self.body),
            _ => self.body.to_vec(),
        };
        decode_as(&bytes, self.parameter("charset").as_deref())
    }
}

/// RFC 2045, section 6.7.
fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        // An equals sign at a line's end joins it with the next.
        match after {
            [b'\r', b'\n', next @ ..] | [b'\n', next @ ..] => rest = next,
            [high, low, next @ ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = next;
                }
                _ => bytes.push(b'='),
            },
            _ => bytes.push(b'='),
        }
    }
    bytes
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|digit| digit as u8)
}

/// RFC 4648, section 4; anything that is none of its letters is passed over.
fn base64(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_were_written_as_text() {
        assert_eq!(quoted_printable(b"Zo=C3=AB =3D=\r\n x=\ny =zz ="), "Zoë = xy =zz =".as_bytes());
        assert_eq!(base64(b"Wm/D\r\nqyE="), "Zoë!".as_bytes());
    }
}
