//! What the parts of a DOCX refer to.

use crate::pack::Pack;
use crate::xml::{Node, Xml, attribute};
use loupe_read::ReadError;
use std::collections::BTreeMap;

/// What a part refers to, by relationship id: kind (the last word of its type) and target.
pub(super) type Relations = BTreeMap<String, (String, String)>;

/// The relations of a part (`""`: of the package), targets as part names except for links to the outside.
pub(super) fn relations(pack: &mut Pack<'_>, part: &str) -> Result<Relations, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let base = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut relations = Relations::new();
    let Some(text) = pack.text(&format!("{base}_rels/{file}.rels"))? else {
        return Ok(relations);
    };
    let mut xml = Xml::new(&text, "");
    while let Ok(Some(node)) = xml.next() {
        let Node::Open(element) = node else { continue };
        let Some(id) = attribute(&element, "Id") else { continue };
        let kind = attribute(&element, "Type").unwrap_or_default();
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let target = attribute(&element, "Target").unwrap_or_default();
        let outside = attribute(&element, "TargetMode").as_deref() == Some("External");
        relations.insert(id, (kind, if outside { target } else { part_name(&base, &target) }));
    }
    Ok(relations)
}

/// A target as written is relative to the part's folder, or begins with a slash.
fn part_name(base: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{base}{target}"),
    }
}

/// The parts of one kind that relations lead to.
pub(super) fn of_kind<'a>(relations: &'a Relations, kind: &'a str) -> impl Iterator<Item = &'a str> {
    relations.values().filter(move |(is, _)| is == kind).map(|(_, target)| target.as_str())
}
