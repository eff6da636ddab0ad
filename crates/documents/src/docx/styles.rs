//! The styles of a DOCX: which are headings, lists, bold, and how large their letters are.

use super::parts::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// What a style, a paragraph or a run says of its letters; nothing where it leaves it to what it is based on.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// In half points.
    pub(super) size: Option<f32>,
    pub(super) heading: Option<bool>,
    pub(super) item: Option<bool>,
}

impl Look {
    /// Fills what is left open from what this is based on.
    pub(super) fn or(&self, base: &Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            hidden: self.hidden.or(base.hidden),
            size: self.size.or(base.size),
            heading: self.heading.or(base.heading),
            item: self.item.or(base.item),
        }
    }

    /// Takes what one property element says.
    pub(super) fn note(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = attribute(element, "w:val");
        let value = value.as_deref();
        let on = !matches!(value, Some("0" | "false" | "off"));
        match name {
            "w:b" => self.bold = Some(on),
            "w:vanish" => self.hidden = Some(on),
            "w:sz" => self.size = value.and_then(|value| value.parse().ok()).or(self.size),
            // Level 9 is "body text".
            "w:outlineLvl" => {
                self.heading = value.and_then(|value| value.parse::<u32>().ok()).map(|level| level < 9);
            }
            // A list numbered 0 is no list: it takes one away that the style gives.
            "w:numId" => self.item = Some(value != Some("0")),
            _ => {}
        }
    }
}

/// All styles by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    defaults: Look,
    by_id: BTreeMap<String, (Look, Option<String>)>,
    /// The style of paragraphs that name none.
    paragraph: Option<String>,
}

/// Styles are based on styles; further than this nobody goes.
const MAX_BASES: usize = 12;

impl Styles {
    /// Reads `styles.xml`; what is broken in it is left out.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut reader = Reader::from_str(xml);
        let mut open: Option<(String, Look, Option<String>)> = None;
        let mut in_defaults = false;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let name = element.name();
                    match (name.as_ref(), &mut open) {
                        ("w:rPrDefault", _) => in_defaults = true,
                        ("w:style", _) => {
                            let id = attribute(&element, "w:styleId").unwrap_or_default();
                            if attribute(&element, "w:default").as_deref() == Some("1")
                                && attribute(&element, "w:type").as_deref() == Some("paragraph")
                            {
                                styles.paragraph = Some(id.clone());
                            }
                            open = Some((id, Look::default(), None));
                        }
                        ("w:name", Some((_, look, _))) => {
                            let name = attribute(&element, "w:val").unwrap_or_default();
                            if is_heading_name(&name) {
                                look.heading = Some(true);
                            }
                        }
                        ("w:basedOn", Some((_, _, base))) => *base = attribute(&element, "w:val"),
                        (name, Some((_, look, _))) => look.note(name, &element),
                        (name, None) if in_defaults => styles.defaults.note(name, &element),
                        _ => {}
                    }
                }
                Event::End(element) => match element.name().as_ref() {
                    "w:rPrDefault" => in_defaults = false,
                    "w:style" => {
                        if let Some((id, look, base)) = open.take() {
                            styles.by_id.insert(id, (look, base));
                        }
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    /// What a style says, together with the styles it is based on.
    pub(super) fn look(&self, id: &str) -> Look {
        if !self.by_id.contains_key(id) {
            return Look { heading: is_heading_name(id).then_some(true), ..Look::default() };
        }
        let mut look = Look::default();
        let mut next = Some(id);
        for _ in 0..MAX_BASES {
            let Some((own, base)) = next.and_then(|id| self.by_id.get(id)) else { break };
            look = look.or(own);
            next = base.as_deref();
        }
        look
    }

    /// What a paragraph that names no style looks like.
    pub(super) fn paragraph(&self) -> Look {
        self.paragraph.as_deref().map(|id| self.look(id)).unwrap_or_default()
    }

    /// The size of letters of which nothing says how large they are: the document's default, else ten points.
    pub(super) fn size(&self) -> f32 {
        self.defaults.size.unwrap_or(20.0)
    }
}

/// Built-in styles keep their English names in the file, whatever language the program speaks.
fn is_heading_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("heading") || name == "title"
}
