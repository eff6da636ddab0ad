//! The small grey plane of a sketch as it was stored at first, in BC4 blocks. Only read: photos remembered then have it.
//!
//! BC4 (a public texture format: Khronos Data Format Specification, "RGTC") keeps of every 4 × 4 pixels the darkest and
//! the lightest value and three bits a pixel between them. So faint structure is kept as finely as strong structure,
//! which a correlation block by block needs, in half a byte a pixel.

use super::grey::Grey;

/// Pixels of a block's side.
const BLOCK: usize = 4;

/// Bytes of a block: highest value, lowest value, and 16 indices of three bits.
const BYTES: usize = 8;

/// The plane of these blocks, row by row. Blocks that are missing are black.
pub(super) fn decode(bytes: &[u8], width: usize, height: usize) -> Grey {
    let mut plane = Grey::new(width, height, 0.0);
    let across = width.div_ceil(BLOCK);
    for (at, block) in bytes.as_chunks::<BYTES>().0.iter().enumerate() {
        let (high, low) = (f32::from(block[0]), f32::from(block[1]));
        let mut bits = [0; 8];
        bits[..6].copy_from_slice(&block[2..]);
        let bits = u64::from_le_bytes(bits);
        for i in 0..BLOCK * BLOCK {
            let (x, y) = (at % across * BLOCK + i % BLOCK, at / across * BLOCK + i / BLOCK);
            if x < width && y < height {
                plane.values[y * width + x] = match bits >> (3 * i) & 7 {
                    0 => high,
                    1 => low,
                    index => high - (high - low) * (index - 1) as f32 / 7.0,
                };
            }
        }
    }
    plane
}

/// Bytes of a plane of this size.
pub(super) fn bytes(width: usize, height: usize) -> usize {
    width.div_ceil(BLOCK) * height.div_ceil(BLOCK) * BYTES
}
