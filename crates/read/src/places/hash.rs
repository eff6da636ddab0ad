//! The hash by which names of places are known; the build script and the reader share it.

/// FNV-1a in 32 bits (Fowler, Noll and Vo), with the final mixing of `MurmurHash3`, since the low bits of short names
/// are alike.
pub(crate) fn of(name: &str) -> u32 {
    let mut hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
