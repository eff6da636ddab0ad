//! XML as the readers of DOCX and ODT want it: one event after the other, names by namespace, depth bounded.

use loupe_read::ReadError;
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use std::borrow::Cow;

/// Elements within elements; nested tables and boxes of office programs stay far below.
pub(crate) const MAX_DEPTH: u32 = 512;

/// A reader of one part of a document.
pub(crate) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    part: &'a str,
    depth: u32,
    /// The name of the element that the last node opened or closed, with the prefix that its namespace usually has
    /// (`w:p`), whatever the file calls it.
    pub(crate) name: String,
}

/// What comes next.
pub(crate) enum Node<'a> {
    Open(BytesStart<'a>),
    Close,
    /// Letters; entities are letters too.
    Text(Cow<'a, str>),
}

impl<'a> Xml<'a> {
    /// `part` is what the file is called in an error.
    pub(crate) fn new(xml: &'a str, part: &'a str) -> Self {
        let mut reader = NsReader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part, depth: 0, name: String::new() }
    }

    /// The next node, or nothing at the end.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] where the XML breaks off or is not well-formed, [`ReadError::TooDeep`].
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        let damaged = |part| ReadError::Damaged { what: format!("{part} breaks off or is not well-formed") };
        loop {
            let (space, event) = self.reader.read_resolved_event().map_err(|_| damaged(self.part))?;
            match event {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(ReadError::TooDeep { limit: MAX_DEPTH });
                    }
                    rename(&mut self.name, &space, element.local_name().as_ref());
                    return Ok(Some(Node::Open(element)));
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    rename(&mut self.name, &space, element.local_name().as_ref());
                    return Ok(Some(Node::Close));
                }
                Event::Text(text) => return Ok(Some(Node::Text(Cow::Owned(text.xml10_content().into_owned())))),
                Event::CData(text) => return Ok(Some(Node::Text(Cow::Owned(text.xml10_content().into_owned())))),
                Event::GeneralRef(entity) => {
                    let letter = match &*entity.xml10_content() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        // Entities that a file defines for itself are not expanded.
                        _ => entity.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(letter) = letter {
                        return Ok(Some(Node::Text(Cow::Owned(letter.to_string()))));
                    }
                }
                Event::Eof if self.depth > 0 => return Err(damaged(self.part)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

fn rename(name: &mut String, space: &ResolveResult<'_>, local: &str) {
    name.clear();
    let prefix = match space {
        ResolveResult::Bound(namespace) => usual_prefix(namespace.0),
        // Files that forget to declare a prefix use the usual one.
        ResolveResult::Unknown(prefix) => prefix,
        ResolveResult::Unbound => "",
    };
    if !prefix.is_empty() {
        name.push_str(prefix);
        name.push(':');
    }
    name.push_str(local);
}

/// The prefix that a namespace usually has. Of Office Open XML both the transitional and the strict form (ISO/IEC
/// 29500-1 and -4), of `OpenDocument` the family of names (OASIS ODF 1.2, part 1, section 1.5).
fn usual_prefix(namespace: &str) -> &str {
    if let Some(name) = namespace.strip_prefix("urn:oasis:names:tc:opendocument:xmlns:") {
        return match name.split(':').next().unwrap_or_default() {
            "drawing" => "draw",
            "xsl-fo-compatible" => "fo",
            "svg-compatible" => "svg",
            other => other,
        };
    }
    match namespace {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => "w",
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => "mc",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape" => "wps",
        "http://schemas.openxmlformats.org/drawingml/2006/main" | "http://purl.oclc.org/ooxml/drawingml/main" => "a",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => "wp",
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => "m",
        "urn:schemas-microsoft-com:vml" => "v",
        "http://purl.org/dc/elements/1.1/" => "dc",
        "http://purl.org/dc/terms/" => "dcterms",
        _ => "other",
    }
}

/// An attribute's value by the local part of its name, entities resolved. No element that is read here has two
/// attributes that differ in their prefix alone.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// The text of the first element of each given name, in one pass; what is broken ends the pass.
pub(crate) fn texts(xml: &str, mut found: impl FnMut(&str, &str)) {
    let mut xml = Xml::new(xml, "");
    let mut text = String::new();
    while let Ok(Some(node)) = xml.next() {
        match node {
            Node::Open(_) => text.clear(),
            Node::Text(more) => text.push_str(&more),
            Node::Close => {
                if !text.trim().is_empty() {
                    found(&xml.name, text.trim());
                }
                text.clear();
            }
        }
    }
}
