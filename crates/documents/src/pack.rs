//! The parts of a packed document (DOCX, ODT, an export), unpacked within a bound that counts what really comes out.

use loupe_read::ReadError;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// All parts that are read together unpack to no more than this.
const MAX_UNPACKED: usize = 50_000_000;
/// Past this size, a part that unpacks to more than [`MAX_RATIO`] times the whole file is a bomb.
const RATIO_FROM: usize = 5_000_000;
const MAX_RATIO: usize = 100;

/// An open archive.
pub(crate) struct Pack<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    packed: usize,
    unpacked: usize,
}

impl<'a> Pack<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| ReadError::Damaged { what: "the archive's list of contents is missing".to_owned() })?;
        Ok(Self { archive, packed: bytes.len(), unpacked: 0 })
    }

    /// The names of the parts, in the order of the archive.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.archive.file_names().flatten().map(std::borrow::Cow::into_owned)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part, or nothing when there is no such part.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        Ok(self.bytes(name)?.map(|bytes| crate::text::decode(&bytes)))
    }

    /// The bytes of a part, or nothing when there is no such part.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let damaged = || ReadError::Damaged { what: format!("{name} cannot be unpacked") };
        let mut part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(ReadError::Encrypted);
            }
            Err(_) => return Err(damaged()),
        };
        // The sizes in the archive's headers may lie: what is counted is what comes out.
        let mut bytes = Vec::new();
        let mut buffer = vec![0; 65_536];
        loop {
            let count = part.read(&mut buffer).map_err(|_| damaged())?;
            if count == 0 {
                break;
            }
            self.unpacked += count;
            let swollen = bytes.len() > RATIO_FROM && bytes.len() / MAX_RATIO > self.packed;
            if self.unpacked > MAX_UNPACKED || swollen {
                return Err(ReadError::Bomb { limit_mb: (MAX_UNPACKED / 1_000_000) as u32 });
            }
            bytes.extend_from_slice(buffer.get(..count).unwrap_or_default());
        }
        Ok(Some(bytes))
    }
}
