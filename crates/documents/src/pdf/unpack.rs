//! How far a PDF's packed parts unpack, found out without keeping what comes out.
//!
//! The PDF reader unpacks into memory without a bound, so every packed part is run through once before. Known gaps:
//! parts that are packed another way first (ASCII85, LZW) or encrypted are not seen through.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use loupe_read::ReadError;
use std::io::Read;

/// All packed parts of a file together unpack to no more than this.
const MAX_UNPACKED: usize = 256_000_000;
/// Packed within packed: so often is looked again.
const MAX_LAYERS: u32 = 3;

/// Checks what all of the file's streams unpack to.
///
/// # Errors
/// [`ReadError::Bomb`].
pub(super) fn guard(file: &[u8]) -> Result<(), ReadError> {
    let mut left = MAX_UNPACKED;
    for at in memchr::memmem::find_iter(file, b"stream") {
        let rest = file.get(at + 6..).unwrap_or_default();
        let ([b'\r', b'\n', body @ ..] | [b'\n' | b'\r', body @ ..]) = rest else { continue };
        if is_zlib(body) && (drain(ZlibDecoder::new(body), MAX_LAYERS, &mut left) > 0) {
            continue;
        }
        // Readers forgive a broken header, so a bomb may have one.
        if body.first().is_some_and(|byte| byte & 0x06 != 0x06) && !is_zlib(body) {
            drain(DeflateDecoder::new(body), 0, &mut left);
        }
        if left == 0 {
            break;
        }
    }
    if left == 0 {
        return Err(ReadError::Bomb { limit_mb: (MAX_UNPACKED / 1_000_000) as u32 });
    }
    Ok(())
}

fn is_zlib(bytes: &[u8]) -> bool {
    match bytes {
        [method, flags, ..] => method & 0x0F == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31),
        _ => false,
    }
}

/// Reads to the end or the first error, and returns how much there was; takes it off `left`.
fn drain(source: impl Read, layers: u32, left: &mut usize) -> usize {
    let mut source: Box<dyn Read + '_> = Box::new(source);
    let mut buffer = vec![0; 32_768];
    let mut sum = 0;
    for layer in 0..=layers {
        let Ok(first) = source.read(&mut buffer) else { break };
        let head = buffer.get(..first).unwrap_or_default().to_vec();
        sum += first;
        *left = left.saturating_sub(first);
        if layer == layers || !is_zlib(&head) {
            break;
        }
        source = Box::new(ZlibDecoder::new(std::io::Cursor::new(head).chain(source)));
    }
    while *left > 0 {
        match source.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(count) => {
                sum += count;
                *left = left.saturating_sub(count);
            }
        }
    }
    sum
}
