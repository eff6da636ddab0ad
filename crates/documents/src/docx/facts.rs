//! What a DOCX says of itself: its properties, its fonts, and the traces that saving leaves.

use super::parts::{Relations, of_kind};
use crate::pack::Pack;
use crate::xml::{Node, Xml, attribute, texts};
use loupe_profile::{Document, DocumentId, Font};
use loupe_read::ReadError;
use quick_xml::events::BytesStart;
use std::collections::BTreeSet;

/// No property is longer.
const MAX_FACT: usize = 300;
const MAX_FONTS: usize = 500;
/// A document that was saved more often than this keeps the first ones in order.
const MAX_REVISIONS: usize = 5_000;

/// Traces of editing, gathered while the text is read.
///
/// Word writes the session in which a paragraph or run was made as a random number of 32 bits (`rsid`, ISO/IEC
/// 29500-1, 17.15.1.70 and following). Two files that share some have a common ancestor.
#[derive(Debug, Default)]
pub(super) struct Traces {
    revisions: BTreeSet<String>,
    fonts: BTreeSet<String>,
}

impl Traces {
    /// Takes the sessions that a paragraph, run, row or section names.
    pub(super) fn note(&mut self, element: &BytesStart<'_>) {
        let mut attributes = element.attributes();
        for attribute in attributes.with_checks(false).flatten() {
            if attribute.key.local_name().as_ref().starts_with("rsid") {
                self.revision(&attribute.value);
            }
        }
    }

    fn revision(&mut self, id: &str) {
        let is_id = id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        // All zeros is "no session".
        if is_id && id.bytes().any(|byte| byte != b'0') && self.revisions.len() < MAX_REVISIONS {
            self.revisions.insert(id.to_ascii_uppercase());
        }
    }

    pub(super) fn fonts(&mut self, element: &BytesStart<'_>) {
        for script in ["ascii", "hAnsi", "cs", "eastAsia"] {
            self.font(attribute(element, script));
        }
    }

    fn font(&mut self, name: Option<String>) {
        let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty() && name.len() <= MAX_FACT);
        if let Some(name) = name.filter(|_| self.fonts.len() < MAX_FONTS) {
            self.fonts.insert(name);
        }
    }
}

/// What the file says of itself.
pub(super) fn facts(
    pack: &mut Pack<'_>,
    package: &Relations,
    settings: &str,
    fonts: &str,
    mut traces: Traces,
) -> Result<Document, ReadError> {
    let mut document = Document { format: "docx".to_owned(), ..Document::default() };
    let core = of_kind(package, "core-properties").next().unwrap_or("docProps/core.xml");
    let app = of_kind(package, "extended-properties").next().unwrap_or("docProps/app.xml");
    let core = pack.text(core)?.unwrap_or_default();
    let app = pack.text(app)?.unwrap_or_default();
    // Kept by local name: the namespaces of the two files have no usual prefix.
    texts(&core, |name, text| {
        let fact = Some(crate::text::fact(text, MAX_FACT));
        match name.rsplit(':').next().unwrap_or_default() {
            "creator" => document.author = fact,
            "lastModifiedBy" => document.last_author = fact,
            "title" => document.title = fact,
            "created" => document.created = crate::text::iso_date(text),
            "modified" => document.modified = crate::text::iso_date(text),
            _ => {}
        }
    });
    let mut version = None;
    texts(&app, |name, text| {
        let fact = Some(crate::text::fact(text, MAX_FACT));
        match name.rsplit(':').next().unwrap_or_default() {
            "Application" => document.application = fact,
            "AppVersion" => version = fact,
            "Company" => document.company = fact,
            "Template" => document.template = fact,
            _ => {}
        }
    });
    if let (Some(application), Some(version)) = (&mut document.application, version) {
        *application = format!("{application} {version}");
    }
    read_settings(settings, &mut document, &mut traces);
    let mut xml = Xml::new(fonts, "");
    while let Ok(Some(node)) = xml.next() {
        if let Node::Open(element) = node
            && xml.name == "w:font"
        {
            traces.font(attribute(&element, "name"));
        }
    }
    document.revisions = traces.revisions.into_iter().collect();
    document.fonts = traces.fonts.into_iter().map(|name| Font { name, tag: None }).collect();
    Ok(document)
}

fn read_settings(settings: &str, document: &mut Document, traces: &mut Traces) {
    let mut xml = Xml::new(settings, "");
    let mut ids = BTreeSet::new();
    while let Ok(Some(node)) = xml.next() {
        let Node::Open(element) = node else { continue };
        let Some(value) = attribute(&element, "val") else { continue };
        match xml.name.rsplit(':').next().unwrap_or_default() {
            "rsid" | "rsidRoot" => traces.revision(&value),
            // Word 2010's is a number of 32 bits, Word 2013's a GUID in braces ([MS-DOCX] 2.6.1.8, 2.7.1.3).
            "docId" => {
                let id = value.trim_matches(['{', '}']).to_ascii_lowercase();
                let says = id.bytes().any(|byte| byte.is_ascii_hexdigit() && byte != b'0');
                if says && id.len() <= 36 {
                    ids.insert(DocumentId { kind: "docx-doc-id".to_owned(), value: id });
                }
            }
            _ => {}
        }
    }
    document.ids.extend(ids);
}
