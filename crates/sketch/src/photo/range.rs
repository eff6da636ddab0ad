//! An adaptive binary range coder, as in LZMA (its specification is public domain): each bit costs as much as it surprises.
//!
//! Writing and reading go through one trait, so that what is coded is written down once: a writer writes the bit that it
//! is given, a reader gives back the bit that was written. Whole numbers only, so it is the same everywhere.

/// How likely the next bit of a kind is 0, learnt from those before: quickly at first, then slowly.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance {
    zero: u16,
    seen: u8,
}

impl Chance {
    /// Nothing is known yet.
    pub(super) const NEW: Self = Self { zero: 1 << 15, seen: 0 };
    /// After this many, a bit weighs no less.
    const SLOWEST: u8 = 40;

    #[inline]
    fn learn(&mut self, bit: bool) {
        let towards = if bit { 96 } else { (1 << 16) - 96 };
        let change = ((towards - i32::from(self.zero)) * RATES[usize::from(self.seen)]) >> 15;
        self.zero = (i32::from(self.zero) + change) as u16;
        self.seen = (self.seen + 1).min(Self::SLOWEST);
    }
}

/// How much of the way a bit moves a chance, by how many were seen: 2 / (2n + 3), in 32768ths.
const RATES: [i32; Chance::SLOWEST as usize + 1] = {
    let mut rates = [0; Chance::SLOWEST as usize + 1];
    let (mut seen, mut parts) = (0, 3);
    while seen < rates.len() {
        rates[seen] = (1 << 16) / parts;
        (seen, parts) = (seen + 1, parts + 2);
    }
    rates
};

/// Writes bits or reads them.
pub(super) trait Coder {
    /// Writes this bit and gives it back, or gives the bit that was written.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool;

    /// The same of a bit that is 0 as often as 1.
    fn even(&mut self, bit: bool) -> bool;
}

/// Writes bits.
#[derive(Debug)]
pub(super) struct Writer {
    low: u64,
    range: u32,
    /// The last whole byte, and how many 255s follow it: a carry may change them yet.
    byte: u8,
    full: usize,
    bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { low: 0, range: u32::MAX, byte: 0, full: 0, bytes: Vec::new() }
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            self.bytes.push(self.byte.wrapping_add(carry));
            self.bytes.extend(std::iter::repeat_n(0xff_u8.wrapping_add(carry), self.full));
            self.full = 0;
            self.byte = (self.low >> 24) as u8;
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// A bit, where this part of the range is that of 0.
    #[inline]
    fn write(&mut self, zero: u32, bit: bool) {
        if bit {
            self.low += u64::from(zero);
            self.range -= zero;
        } else {
            self.range = zero;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    /// What was written. Zeros at its end are left out: a reader takes them for granted.
    pub(super) fn finish(mut self) -> Vec<u8> {
        // Of all numbers in the range the one with most zeros at its end.
        let end = (self.low + u64::from(self.range) - 1) & !0x00ff_ffff;
        if end >= self.low {
            self.low = end;
        }
        for _ in 0..5 {
            self.shift();
        }
        let kept = self.bytes.iter().rposition(|b| *b != 0).map_or(0, |at| at + 1);
        self.bytes.truncate(kept);
        // The first is always 0.
        self.bytes.drain(..1.min(kept));
        self.bytes
    }
}

impl Coder for Writer {
    #[inline]
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        self.write((self.range >> 16) * u32::from(chance.zero), bit);
        chance.learn(bit);
        bit
    }

    #[inline]
    fn even(&mut self, bit: bool) -> bool {
        self.write(self.range >> 1, bit);
        bit
    }
}

/// Reads bits.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    code: u32,
    range: u32,
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self { code: 0, range: u32::MAX, rest: bytes.iter() };
        for _ in 0..4 {
            reader.next();
        }
        reader
    }

    /// The bit that was written, where this part of the range is that of 0.
    #[inline]
    fn read(&mut self, zero: u32) -> bool {
        // Without a jump, for half the bits surprise.
        let bit = self.code >= zero;
        let one = u32::from(bit).wrapping_neg();
        self.code -= zero & one;
        self.range = (zero & !one) | (self.range - zero) & one;
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.next();
        }
        bit
    }

    #[inline]
    fn next(&mut self) {
        self.code = self.code << 8 | u32::from(self.rest.next().copied().unwrap_or(0));
    }
}

impl Coder for Reader<'_> {
    #[inline]
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bit = self.read((self.range >> 16) * u32::from(chance.zero));
        chance.learn(bit);
        bit
    }

    #[inline]
    fn even(&mut self, _: bool) -> bool {
        self.read(self.range >> 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for seed in 1..200_u64 {
            let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let mut next = || {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state
            };
            // From nearly always 0 to nearly always 1.
            let bits: Vec<bool> = (0..seed * 20).map(|_| next() % 200 < seed).collect();
            let mut chances = [Chance::NEW; 3];
            let mut writer = Writer::new();
            for (at, bit) in bits.iter().enumerate() {
                assert_eq!(writer.bit(&mut chances[at % 3], *bit), *bit);
            }
            let bytes = writer.finish();
            assert!(bytes.len() < bits.len() / 6 + 20, "{} bytes for {} bits", bytes.len(), bits.len());
            let (mut chances, mut reader) = ([Chance::NEW; 3], Reader::new(&bytes));
            let read: Vec<bool> = (0..bits.len()).map(|at| reader.bit(&mut chances[at % 3], false)).collect();
            assert!(read == bits, "seed {seed}");
        }
    }
}
