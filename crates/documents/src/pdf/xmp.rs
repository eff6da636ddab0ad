//! The XMP packet (ISO 16684-1): who made a file with what, and the ids that copies of it keep.
//!
//! Only a handful of properties are looked for, by the prefixes that all programs use for them. A packet that declares
//! a document type is not read at all: XMP has none, and entities are how small files are made to unfold.

use quick_xml::Reader;
use quick_xml::events::Event;

/// What a packet says; everything as written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Packet {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) application: Option<String>,
    pub(super) producer: Option<String>,
    pub(super) created: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) document_id: Option<String>,
    pub(super) instance_id: Option<String>,
    pub(super) original_document_id: Option<String>,
}

/// Elements nested deeper are not followed, and no more events than this are looked at.
const MAX_DEPTH: usize = 32;
const MAX_EVENTS: usize = 50_000;
/// No value is longer.
const MAX_VALUE: usize = 2_000;

/// Reads a packet; what is broken ends it, what was read until then counts.
pub(super) fn read(xml: &str) -> Packet {
    let mut packet = Packet::default();
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{FEFF}'));
    reader.config_mut().check_end_names = false;
    // The property that is open, its depth, and its words so far.
    let mut open: Option<(String, usize, String)> = None;
    let mut depth = 0_usize;
    for _ in 0..MAX_EVENTS {
        let Ok(event) = reader.read_event() else { break };
        match event {
            Event::DocType(_) => return Packet::default(),
            Event::Eof => break,
            Event::Start(element) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    break;
                }
                let name = element.name();
                read_attributes(&mut packet, &element);
                match &mut open {
                    // Names in a list are several.
                    Some((_, _, words)) if name.as_ref() == "rdf:li" && !words.trim().is_empty() => {
                        words.push_str(", ");
                    }
                    Some(_) => {}
                    None => open = known(name.as_ref()).map(|name| (name, depth, String::new())),
                }
            }
            Event::Empty(element) => read_attributes(&mut packet, &element),
            Event::End(_) => {
                if let Some((name, _, words)) = open.take_if(|(_, at, _)| *at == depth) {
                    set(&mut packet, &name, words.trim());
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => {
                if let Some((_, _, words)) = &mut open {
                    push(words, text.as_ref());
                }
            }
            Event::GeneralRef(reference) => {
                let ch = match reference.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                if let (Some((_, _, words)), Some(ch)) = (&mut open, ch) {
                    push(words, ch.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }
    packet
}

fn push(words: &mut String, text: &str) {
    if words.len() + text.len() <= MAX_VALUE {
        words.push_str(text);
    }
}

/// The short form: properties as attributes of `rdf:Description`.
fn read_attributes(packet: &mut Packet, element: &quick_xml::events::BytesStart<'_>) {
    if element.name().as_ref() != "rdf:Description" {
        return;
    }
    for attribute in element.attributes().with_checks(false).take(64).flatten() {
        if let Some(name) = known(attribute.key.as_ref())
            && let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)
            && value.len() <= MAX_VALUE
        {
            set(packet, &name, value.trim());
        }
    }
}

/// The name of a property that is looked for; the first versions of XMP wrote `xap` for `xmp`.
fn known(name: &str) -> Option<String> {
    let name = name.replacen("xap", "xmp", 1);
    let known = [
        "dc:title",
        "dc:creator",
        "xmp:CreatorTool",
        "xmp:CreateDate",
        "xmp:ModifyDate",
        "pdf:Producer",
        "xmpMM:DocumentID",
        "xmpMM:InstanceID",
        "xmpMM:OriginalDocumentID",
    ];
    known.contains(&name.as_str()).then_some(name)
}

/// The first value of a property counts: what follows describes parts and ancestors of the file.
fn set(packet: &mut Packet, name: &str, value: &str) {
    let slot = match name {
        "dc:title" => &mut packet.title,
        "dc:creator" => &mut packet.author,
        "xmp:CreatorTool" => &mut packet.application,
        "pdf:Producer" => &mut packet.producer,
        "xmp:CreateDate" => &mut packet.created,
        "xmp:ModifyDate" => &mut packet.modified,
        "xmpMM:DocumentID" => &mut packet.document_id,
        "xmpMM:InstanceID" => &mut packet.instance_id,
        "xmpMM:OriginalDocumentID" => &mut packet.original_document_id,
        _ => return,
    };
    if slot.is_none() && !value.is_empty() {
        *slot = Some(value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_read_in_both_forms() {
        let long = "<?xpacket begin='\u{FEFF}'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description>\
            <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Fish &amp; chips &#x21;</rdf:li></rdf:Alt></dc:title>\
            <dc:creator><rdf:Seq><rdf:li>Maren Holtby</rdf:li><rdf:li>Rune Astell</rdf:li></rdf:Seq></dc:creator>\
            <xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:DerivedFrom rdf:parseType='Resource'>\
            <stRef:documentID>uuid:9</stRef:documentID></xmpMM:DerivedFrom></rdf:Description></rdf:RDF></x:xmpmeta>";
        let packet = read(long);
        assert_eq!(packet.title.as_deref(), Some("Fish & chips !"));
        assert_eq!(packet.author.as_deref(), Some("Maren Holtby, Rune Astell"));
        assert_eq!(packet.document_id.as_deref(), Some("uuid:1"));

        let short = "<rdf:Description xap:CreatorTool='Writer' pdf:Producer='Mill' xmp:CreateDate='2024-03-01'/>";
        let packet = read(short);
        assert_eq!(packet.application.as_deref(), Some("Writer"));
        assert_eq!(packet.producer.as_deref(), Some("Mill"));
        assert_eq!(packet.created.as_deref(), Some("2024-03-01"));
    }

    #[test]
    fn entities_are_refused_and_broken_packets_end_early() {
        let bomb = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><dc:title>&b;</dc:title>";
        assert_eq!(read(bomb), Packet::default());
        assert_eq!(read("<dc:title>&b;Words").title, None);
        assert_eq!(read(&"<a>".repeat(100_000)), Packet::default());
        assert_eq!(read("<pdf:Producer>Mill</pdf:Producer><a").producer.as_deref(), Some("Mill"));
    }
}
