//! The small grey plane of a sketch, stored as BC4 blocks.
//!
//! BC4 (a public texture format: Khronos Data Format Specification, "RGTC") keeps of every 4 × 4 pixels the darkest and
//! the lightest value and three bits a pixel between them. So faint structure is kept as finely as strong structure,
//! which a correlation block by block needs, in half a byte a pixel.

use super::grey::Grey;

/// Pixels of a block's side.
pub(super) const BLOCK: usize = 4;

/// One block: highest value, lowest value, and 16 indices of three bits.
pub(super) type Block = [u8; BLOCK * 2];

/// The blocks of a plane, row by row; what a block lacks at the right and the bottom is continued.
pub(super) fn encode(plane: &Grey) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(count(plane.width, plane.height));
    for top in (0..plane.height).step_by(BLOCK) {
        for left in (0..plane.width).step_by(BLOCK) {
            let values: [u8; BLOCK * BLOCK] = std::array::from_fn(|i| {
                let (x, y) = ((left + i % BLOCK).min(plane.width - 1), (top + i / BLOCK).min(plane.height - 1));
                (plane.at(x, y) + 0.5).clamp(0.0, 255.0) as u8
            });
            blocks.push(block(&values));
        }
    }
    blocks
}

fn block(values: &[u8; BLOCK * BLOCK]) -> Block {
    let (mut low, mut high) = (u8::MAX, 0);
    for value in values {
        (low, high) = (low.min(*value), high.max(*value));
    }
    let span = u32::from(high - low);
    let mut bits = 0_u64;
    for (at, value) in values.iter().enumerate() {
        // Steps down from the highest; index 0 is the highest, 1 the lowest, 2 to 7 what lies between.
        let step = (u32::from(high - value) * 7 + span / 2).checked_div(span).unwrap_or(0);
        let index = match step {
            0 => 0,
            7 => 1,
            between => u64::from(between) + 1,
        };
        bits |= index << (3 * at);
    }
    let mut bytes = [high, low, 0, 0, 0, 0, 0, 0];
    bytes[2..].copy_from_slice(&bits.to_le_bytes()[..6]);
    bytes
}

/// The plane of these blocks. Blocks that are missing are black.
pub(super) fn decode(blocks: &[Block], width: usize, height: usize) -> Grey {
    let mut plane = Grey::new(width, height, 0.0);
    let across = width.div_ceil(BLOCK);
    for (at, block) in blocks.iter().enumerate().take(count(width, height)) {
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

/// Blocks of a plane of this size.
pub(super) fn count(width: usize, height: usize) -> usize {
    width.div_ceil(BLOCK) * height.div_ceil(BLOCK)
}
