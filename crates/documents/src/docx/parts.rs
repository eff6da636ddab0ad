//! The parts of a DOCX, unpacked within a bound that counts what really comes out.

use loupe_read::ReadError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// All parts that are read together unpack to no more than this.
const MAX_UNPACKED: usize = 50_000_000;
/// Past this size, a part that unpacks to more than [`MAX_RATIO`] times the whole file is a bomb.
const RATIO_FROM: usize = 5_000_000;
const MAX_RATIO: usize = 100;

/// An open DOCX.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    packed: usize,
    unpacked: usize,
}

/// What a part refers to, by relationship id: kind (the last word of its type) and target.
pub(super) type Relations = BTreeMap<String, (String, String)>;

impl<'a> Parts<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| ReadError::Damaged { what: "the archive's list of contents is missing".to_owned() })?;
        Ok(Self { archive, packed: bytes.len(), unpacked: 0 })
    }

    /// The text of a part, or nothing when there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
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
        Ok(Some(crate::text::decode(&bytes)))
    }

    /// The relations of a part (`""`: of the package), targets as part names except for links to the outside.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let base = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let mut relations = Relations::new();
        let Some(xml) = self.text(&format!("{base}_rels/{file}.rels"))? else {
            return Ok(relations);
        };
        let mut reader = Reader::from_str(&xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Empty(element) | Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let kind = attribute(&element, "Type").unwrap_or_default();
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    let target = attribute(&element, "Target").unwrap_or_default();
                    let target = if attribute(&element, "TargetMode").as_deref() == Some("External") {
                        target
                    } else {
                        part_name(&base, &target)
                    };
                    if let Some(id) = attribute(&element, "Id") {
                        relations.insert(id, (kind, target));
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(relations)
    }
}

/// A target as written is relative to the part's folder, or begins with a slash.
fn part_name(base: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{base}{target}"),
    }
}

/// An attribute's value by its full name, entities resolved.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
