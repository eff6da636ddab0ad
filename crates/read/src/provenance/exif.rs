//! The few texts of EXIF that name a program or hold a prompt: the tags of TIFF 6.0 and EXIF 2.32.

/// Entries looked at in one directory.
const MAX_ENTRIES: usize = 256;
/// Bytes kept of one text.
const MAX_TEXT: usize = 256 * 1024;
const EXIF_DIRECTORY: u16 = 0x8769;

const FIELDS: [(u16, &str); 5] =
    [(0x010e, "ImageDescription"), (0x010f, "Make"), (0x0110, "Model"), (0x0131, "Software"), (0x9286, "UserComment")];

/// The fields that may say something of a generator, with their texts.
pub(super) fn texts(tiff: &[u8]) -> Vec<(&'static str, String)> {
    let mut texts = Vec::new();
    let Some(order) = Order::of(tiff) else { return texts };
    let mut next = order.long(tiff, 4);
    // The first directory, and the one of EXIF that it points to.
    for _ in 0..2 {
        let Some(at) = next.take() else { break };
        let Some(count) = order.short(tiff, at) else { break };
        for entry in 0..usize::from(count).min(MAX_ENTRIES) {
            let entry = at.saturating_add(2 + entry * 12);
            let (Some(tag), Some(kind), Some(count)) = (
                order.short(tiff, entry),
                order.short(tiff, entry.saturating_add(2)),
                order.long(tiff, entry.saturating_add(4)),
            ) else {
                break;
            };
            let value = entry.saturating_add(8);
            if tag == EXIF_DIRECTORY {
                next = order.long(tiff, value);
                continue;
            }
            // Bytes, ASCII and "undefined" take one byte each; four of them stand in the entry itself.
            let Some((_, field)) = FIELDS.iter().find(|(known, _)| *known == tag).filter(|_| matches!(kind, 1 | 2 | 7))
            else {
                continue;
            };
            let from = if count <= 4 { Some(value) } else { order.long(tiff, value) };
            let bytes = from.and_then(|from| tiff.get(from..)).unwrap_or_default();
            let bytes = &bytes[..bytes.len().min(count).min(MAX_TEXT)];
            texts.push((*field, if tag == 0x9286 { order.comment(bytes) } else { text(bytes) }));
        }
    }
    texts
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_matches(['\0', ' ']).to_owned()
}

/// The order of bytes in a number.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn of(tiff: &[u8]) -> Option<Self> {
        match tiff.first_chunk::<4>()? {
            b"II*\0" => Some(Self::Little),
            b"MM\0*" => Some(Self::Big),
            _ => None,
        }
    }

    fn short(self, tiff: &[u8], at: usize) -> Option<u16> {
        let bytes = *tiff.get(at..)?.first_chunk::<2>()?;
        Some(match self {
            Self::Little => u16::from_le_bytes(bytes),
            Self::Big => u16::from_be_bytes(bytes),
        })
    }

    fn long(self, tiff: &[u8], at: usize) -> Option<usize> {
        let bytes = *tiff.get(at..)?.first_chunk::<4>()?;
        Some(match self {
            Self::Little => u32::from_le_bytes(bytes) as usize,
            Self::Big => u32::from_be_bytes(bytes) as usize,
        })
    }

    /// A comment begins with the name of its code in eight bytes.
    fn comment(self, bytes: &[u8]) -> String {
        let Some((code, rest)) = bytes.split_first_chunk::<8>() else { return text(bytes) };
        if code != b"UNICODE\0" {
            return text(if matches!(code, b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0") { rest } else { bytes });
        }
        // Programs write either order whatever the file's is: of mostly Latin text the zeros tell.
        let (units, _) = rest.as_chunks::<2>();
        let zeros = |at: usize| units.iter().filter(|unit| unit[at] == 0).count();
        let big = match zeros(0).cmp(&zeros(1)) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => matches!(self, Self::Big),
        };
        let units = units.iter().map(|unit| if big { u16::from_be_bytes(*unit) } else { u16::from_le_bytes(*unit) });
        text(String::from_utf16_lossy(&units.collect::<Vec<_>>()).as_bytes())
    }
}
