//! The parts of an image's file that speak of its making: segments of JPEG, chunks of PNG and WebP, boxes of AVIF.
//!
//! Where C2PA stands in each is said in its specification, "Embedding manifests into various file formats".

use std::borrow::Cow;

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::{MAX_TEXT, is_known_keyword, jumbf::next_box};

/// Bytes of packed texts that are unpacked of one file, and bytes put together of one manifest store in pieces.
const MAX_UNPACKED: usize = 4 * 1024 * 1024;

/// A part of a file.
pub(super) enum Part<'a> {
    /// A manifest store: JUMBF.
    C2pa { segment: &'static str, store: Cow<'a, [u8]> },
    /// An XMP packet.
    Xmp { segment: &'static str, packet: Cow<'a, [u8]> },
    /// EXIF: a TIFF header and its directories.
    Exif { segment: &'static str, tiff: &'a [u8] },
    /// IPTC's Credit.
    Credit { text: &'a [u8] },
    /// A text of PNG under its keyword.
    Text { chunk: &'static str, keyword: String, text: Cow<'a, [u8]> },
}

/// Gives every such part to `see`, in the order of the file.
pub(super) fn parts<'a>(bytes: &'a [u8], see: &mut impl FnMut(Part<'a>)) {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xd8") {
        jpeg(rest, see);
    } else if let Some(rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        png(rest, see);
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        webp(&bytes[12..], see);
    } else if bytes.get(4..8) == Some(b"ftyp") {
        boxes(bytes, see);
    }
}

/// Segments up to the pixels.
fn jpeg<'a>(mut rest: &'a [u8], see: &mut impl FnMut(Part<'a>)) {
    const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
    let mut store = Vec::new();
    while let Some((0xff, after)) = rest.split_first() {
        let Some((marker, after)) = after.split_first() else { break };
        match marker {
            0xff => {
                rest = &rest[1..]; // Padding.
                continue;
            }
            0x01 | 0xd0..=0xd8 => {
                rest = after;
                continue;
            }
            0xd9 | 0xda => break,
            _ => {}
        }
        let Some(length) = after.first_chunk::<2>().map(|length| usize::from(u16::from_be_bytes(*length))) else {
            break;
        };
        let end = length.min(after.len());
        let Some(content) = after.get(2..end) else { break };
        rest = &after[end..];
        match marker {
            0xe1 => {
                if let Some(tiff) = content.strip_prefix(b"Exif\0\0") {
                    see(Part::Exif { segment: "JPEG APP1", tiff });
                } else if let Some(packet) = content.strip_prefix(XMP) {
                    see(Part::Xmp { segment: "JPEG APP1", packet: packet.into() });
                }
            }
            0xeb => piece(content, &mut store),
            0xed if content.starts_with(b"Photoshop 3.0\0") => credit(content, see),
            _ => {}
        }
    }
    if is_c2pa(&store) {
        see(Part::C2pa { segment: "JPEG APP11", store: store.into() });
    }
}

/// A piece of a box in an APP11 segment: "JP", the box's number, the piece's number, and the box's head again in each.
fn piece(content: &[u8], store: &mut Vec<u8>) {
    let Some(rest) = content.strip_prefix(b"JP") else { return };
    let Some((number, rest)) = rest.get(2..).and_then(<[u8]>::split_first_chunk::<4>) else { return };
    let head = if rest.starts_with(&[0, 0, 0, 1]) { 16 } else { 8 };
    let more = if u32::from_be_bytes(*number) <= 1 { Some(rest) } else { rest.get(head..) };
    let room = MAX_UNPACKED - store.len().min(MAX_UNPACKED);
    store.extend(more.unwrap_or_default().iter().take(room));
}

/// True of a JUMBF superbox: other boxes stand in APP11 too.
fn is_c2pa(store: &[u8]) -> bool {
    store.get(4..8) == Some(b"jumb") && store.windows(5).take(64).any(|window| window == b"c2pa\0")
}

/// IPTC's data set 2:110 among Photoshop's resources.
fn credit<'a>(content: &'a [u8], see: &mut impl FnMut(Part<'a>)) {
    let Some(at) = content.windows(3).position(|window| window == [0x1c, 2, 110]) else { return };
    let Some((length, text)) = content[at + 3..].split_first_chunk::<2>() else { return };
    let length = usize::from(u16::from_be_bytes(*length));
    see(Part::Credit { text: &text[..length.min(text.len())] });
}

fn png<'a>(mut rest: &'a [u8], see: &mut impl FnMut(Part<'a>)) {
    let mut left = MAX_UNPACKED;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let Some((kind, after)) = after.split_first_chunk::<4>() else { break };
        let length = u32::from_be_bytes(*length) as usize;
        let content = &after[..length.min(after.len())];
        match kind {
            b"caBX" => see(Part::C2pa { segment: "PNG caBX", store: content.into() }),
            b"eXIf" => see(Part::Exif { segment: "PNG eXIf", tiff: content }),
            b"tEXt" | b"zTXt" | b"iTXt" => text(*kind, content, &mut left, see),
            b"IEND" => break,
            _ => {}
        }
        // The checksum is not looked at.
        let Some(next) = length.checked_add(4).and_then(|next| after.get(next..)) else { break };
        rest = next;
    }
}

fn text<'a>(kind: [u8; 4], content: &'a [u8], left: &mut usize, see: &mut impl FnMut(Part<'a>)) {
    let Some((keyword, rest)) = until_zero(content, 80) else { return };
    let keyword = String::from_utf8_lossy(keyword).into_owned();
    let is_xmp = keyword == "XML:com.adobe.xmp";
    if !is_xmp && !is_known_keyword(&keyword) {
        return;
    }
    let (chunk, packed, text) = match &kind {
        b"tEXt" => ("tEXt", false, Some(rest)),
        b"zTXt" => ("zTXt", true, rest.get(1..)),
        // A flag, a method, a language and the keyword in that language.
        _ => {
            let behind = rest.get(2..).and_then(|rest| until_zero(rest, rest.len()));
            let behind = behind.and_then(|(_, rest)| until_zero(rest, rest.len()));
            ("iTXt", rest.first() == Some(&1), behind.map(|(_, text)| text))
        }
    };
    let Some(text) = text else { return };
    let text = if packed { Cow::Owned(unpack(text, left)) } else { Cow::Borrowed(text) };
    see(if is_xmp { Part::Xmp { segment: "PNG iTXt", packet: text } } else { Part::Text { chunk, keyword, text } });
}

/// What is unpacked of a text, as far as `left` allows, which shrinks by it. Of a bomb and of a damaged text that is its
/// beginning.
fn unpack(packed: &[u8], left: &mut usize) -> Vec<u8> {
    let limit = MAX_TEXT.min(*left);
    let unpacked = decompress_to_vec_zlib_with_limit(packed, limit).unwrap_or_else(|error| error.output);
    // Also what gives nothing took time.
    *left = left.saturating_sub(unpacked.len().max(1024));
    unpacked
}

/// What stands before a zero that comes within `most` bytes, and what stands behind it.
fn until_zero(bytes: &[u8], most: usize) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().take(most).position(|byte| *byte == 0)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

fn webp<'a>(mut rest: &'a [u8], see: &mut impl FnMut(Part<'a>)) {
    while let Some((kind, after)) = rest.split_first_chunk::<4>() {
        let Some((length, after)) = after.split_first_chunk::<4>() else { break };
        let length = u32::from_le_bytes(*length) as usize;
        let content = &after[..length.min(after.len())];
        match kind {
            b"C2PA" => see(Part::C2pa { segment: "WebP C2PA", store: content.into() }),
            b"XMP " => see(Part::Xmp { segment: "WebP XMP", packet: content.into() }),
            // Some programs write JPEG's mark before it.
            b"EXIF" => {
                see(Part::Exif { segment: "WebP EXIF", tiff: content.strip_prefix(b"Exif\0\0").unwrap_or(content) });
            }
            _ => {}
        }
        let Some(next) = length.checked_add(length & 1).and_then(|next| after.get(next..)) else { break };
        rest = next;
    }
}

/// AVIF and HEIC: the box in which C2PA stands. What stands in their items is not looked for.
fn boxes<'a>(mut rest: &'a [u8], see: &mut impl FnMut(Part<'a>)) {
    const C2PA: &[u8] = b"\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81";
    while let Some((kind, content, after)) = next_box(rest) {
        rest = after;
        let Some(content) = content.strip_prefix(C2PA).filter(|_| &kind == b"uuid") else { continue };
        // A version and flags, the purpose, and where hashes begin.
        let behind = content.get(4..).and_then(|rest| until_zero(rest, 64));
        if let Some(store) = behind.filter(|(purpose, _)| purpose == b"manifest").and_then(|(_, rest)| rest.get(8..)) {
            see(Part::C2pa { segment: "uuid box", store: store.into() });
        }
    }
}
