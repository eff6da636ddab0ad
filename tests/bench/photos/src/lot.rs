//! Chance from a seed, and noise in a plane. The same seed gives the same on every machine.

/// A generator of numbers (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Lot(u64);

impl Lot {
    /// The one of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// From `low` up to `high`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * (self.bits() >> 40) as f32 / 16_777_216.0
    }

    /// About 0, two thirds within `spread`.
    pub fn about(&mut self, spread: f32) -> f32 {
        (self.between(-1.0, 1.0) + self.between(-1.0, 1.0) + self.between(-1.0, 1.0)) * spread
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.bits() % end.max(1) as u64) as usize
    }

    /// True in this share of cases.
    pub fn chance(&mut self, share: f32) -> bool {
        self.between(0.0, 1.0) < share
    }
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Smooth noise from -1 to 1, one bump a unit.
pub fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let (fx, fy) = (x - left, y - top);
    let (fx, fy) = (fx * fx * (3.0 - 2.0 * fx), fy * fy * (3.0 - 2.0 * fy));
    let corner = |dx: i32, dy: i32| {
        let (x, y) = ((left as i32).wrapping_add(dx) as u32, (top as i32).wrapping_add(dy) as u32);
        let mut h = x.wrapping_mul(0x8da6_b343) ^ y.wrapping_mul(0xd816_3841) ^ seed.wrapping_mul(0xcb1a_b31f);
        h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
        h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
        ((h ^ (h >> 15)) >> 8) as f32 / 8_388_608.0 - 1.0
    };
    let upper = corner(0, 0) * (1.0 - fx) + corner(1, 0) * fx;
    let lower = corner(0, 1) * (1.0 - fx) + corner(1, 1) * fx;
    upper * (1.0 - fy) + lower * fy
}

/// Noise at several scales, each half as large and half as strong.
pub fn rough(x: f32, y: f32, seed: u32, octaves: u32) -> f32 {
    (0..octaves).fold(0.0, |sum, octave| {
        let scale = (1_u32 << octave) as f32;
        sum + noise(x * scale, y * scale, seed.wrapping_add(octave * 77)) / scale
    })
}
