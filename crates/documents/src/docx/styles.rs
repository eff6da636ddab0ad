//! The styles of a DOCX: which are headings, lists, bold, hidden, and how large and of what colour their letters are.

use crate::flow::is_heading_name;
use crate::seen::{Ground, Tint, colour};
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
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
    pub(super) tint: Option<Tint>,
    pub(super) ground: Option<Ground>,
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
            tint: self.tint.or(base.tint),
            ground: self.ground.or(base.ground),
        }
    }

    /// Takes what one property element says.
    pub(super) fn note(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let value = value.as_deref();
        let on = !matches!(value, Some("0" | "false" | "off"));
        match name {
            "w:b" => self.bold = Some(on),
            // Not `w:webHidden`, which is seen on paper and in every view but that of a web page.
            "w:vanish" => self.hidden = Some(on),
            "w:sz" => self.size = value.and_then(|value| value.parse().ok()).or(self.size),
            "w:color" => self.tint = Some(value.and_then(colour).map_or(Tint::Automatic, Tint::Of)),
            "w:shd" => self.ground = Some(shading(element)),
            "w:highlight" => self.ground = value.map(highlight).or(self.ground),
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

/// What `w:shd` lays behind letters: a colour, a pattern, or nothing (ISO/IEC 29500-1, 17.18.78).
pub(super) fn shading(element: &BytesStart<'_>) -> Ground {
    let named = |name| attribute(element, name).unwrap_or_default();
    match (named("val").as_str(), colour(&named("fill")), colour(&named("color"))) {
        ("clear" | "nil" | "", Some(fill), _) | ("solid", _, Some(fill)) => Ground::Colour(fill),
        ("clear" | "nil" | "", None, _) => Ground::Through,
        _ => Ground::Unknown,
    }
}

fn highlight(name: &str) -> Ground {
    match name {
        "none" => Ground::Through,
        "white" => Ground::Colour(crate::seen::WHITE),
        "black" => Ground::Colour(0),
        _ => Ground::Unknown,
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
    pub(super) fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut xml = Xml::new(text, "");
        let mut open: Option<(String, Look, Option<String>)> = None;
        let mut in_defaults = false;
        // Within what a table's style says of its first row and the like.
        let mut in_table_part = false;
        while let Ok(Some(node)) = xml.next() {
            let element = match node {
                Node::Open(element) => element,
                Node::Close => {
                    match xml.name.as_str() {
                        "w:rPrDefault" => in_defaults = false,
                        "w:tblStylePr" => in_table_part = false,
                        "w:style" => {
                            if let Some((id, look, base)) = open.take() {
                                styles.by_id.insert(id, (look, base));
                            }
                        }
                        _ => {}
                    }
                    continue;
                }
                Node::Text(_) => continue,
            };
            let value = || attribute(&element, "val");
            match (xml.name.as_str(), &mut open) {
                ("w:rPrDefault", _) => in_defaults = true,
                ("w:tblStylePr", _) => in_table_part = true,
                ("w:style", _) => {
                    let id = attribute(&element, "styleId").unwrap_or_default();
                    let default = attribute(&element, "default");
                    if matches!(default.as_deref(), Some("1" | "true" | "on"))
                        && attribute(&element, "type").as_deref() == Some("paragraph")
                    {
                        styles.paragraph = Some(id.clone());
                    }
                    open = Some((id, Look::default(), None));
                }
                ("w:name", Some((_, look, _))) if is_heading_name(&value().unwrap_or_default()) => {
                    look.heading = Some(true);
                }
                ("w:basedOn", Some((_, _, base))) => *base = value(),
                // Which of its rows are shaded is not followed; that some are is enough to judge no colour.
                ("w:shd", Some((_, look, _))) if in_table_part && shading(&element) != Ground::Through => {
                    look.ground = Some(Ground::Unknown);
                }
                (name, Some((_, look, _))) if !in_table_part => look.note(name, &element),
                (name, None) if in_defaults => styles.defaults.note(name, &element),
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

    /// What everything looks like of which nothing else is said. The size of letters is ten points then.
    pub(super) fn defaults(&self) -> Look {
        self.defaults.or(&Look { size: Some(20.0), ..Look::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_are_based_on_each_other_come_to_an_end() {
        let styles = Styles::read(
            r#"<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
               <w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#,
        );
        let look = styles.look("A");
        assert_eq!((look.bold, look.hidden), (Some(true), Some(true)));
    }
}
