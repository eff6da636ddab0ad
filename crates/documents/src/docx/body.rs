//! `WordprocessingML` → the document's flow.

use super::facts::Traces;
use super::fields::Fields;
use super::parts::Relations;
use super::styles::{Look, Styles, shading};
use crate::flow::{Flow, Ink, Merge, hyperlink, is_page_number};
use crate::seen::{Ground, Tint, colour, unseen};
use crate::xml::{Node, Xml, attribute};
use loupe_read::ReadError;
use quick_xml::events::BytesStart;

/// Space above a paragraph, in twentieths of a point, that is clearly more than between lines.
const GAP: u32 = 200;

/// What is left out: deleted or moved-away text, reading aids, what something looked like before a change, what a
/// content control is.
const LEFT_OUT: &[&str] = &[
    "w:del",
    "w:moveFrom",
    "w:rt",
    "w:pPrChange",
    "w:rPrChange",
    "w:tcPrChange",
    "w:tblPrChange",
    "w:trPrChange",
    "w:sectPrChange",
    "w:sdtPr",
    "w:sdtEndPr",
];

/// Which header or footer a section shows where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Margin {
    pub(super) header: bool,
    /// `first`, `default` or `even`.
    pub(super) pages: String,
    /// The relationship that leads to it.
    pub(super) id: String,
}

/// Headers and footers of sections; more are not read.
pub(super) const MAX_MARGINS: usize = 200;

/// Reads the parts of a document into its flow.
pub(super) struct Body<'a> {
    pub(super) styles: &'a Styles,
    pub(super) flow: Flow,
    /// What is behind the page's text.
    pub(super) page: Ground,
    pub(super) margins: Vec<Margin>,
    /// Some section has a first page of its own.
    pub(super) first_pages: bool,
    pub(super) traces: Traces,
}

/// Whose properties are being read. They stand before what they are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Properties {
    None,
    Paragraph,
    /// Of the mark at a paragraph's end, which says nothing of its letters.
    Mark,
    Run,
    /// Of a cell or a table.
    Cell,
}

/// What letters are for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// White space between elements.
    Nothing,
    Text,
    /// A field's code.
    Code,
}

/// Where one is in a part.
struct At {
    paragraphs: Vec<(Look, Look)>,
    runs: Vec<Look>,
    fields: Fields,
    /// What is behind the open cells and boxes, the innermost last.
    grounds: Vec<Ground>,
    /// What the shape that is being read is filled with.
    fill: Ground,
    in_fill: bool,
    properties: Properties,
    letters: Letters,
    /// How deep one is in something that is left out.
    left_out: u32,
    /// For every open choice between two forms of a thing, how much had been read before it; then, when the first
    /// form is through, whether it said anything.
    choices: Vec<(usize, bool)>,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, page: Ground) -> Self {
        Self { styles, flow: Flow::new(), page, margins: Vec::new(), first_pages: false, traces: Traces::default() }
    }

    /// Reads a part.
    pub(super) fn read(&mut self, part: &str, text: &str, relations: &Relations) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, part);
        let mut at = At {
            paragraphs: Vec::new(),
            runs: Vec::new(),
            fields: Fields::default(),
            grounds: vec![self.page],
            fill: Ground::Unknown,
            in_fill: false,
            properties: Properties::None,
            letters: Letters::Nothing,
            left_out: 0,
            choices: Vec::new(),
        };
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(_) if at.left_out > 0 => at.left_out += 1,
                Node::Open(element) => {
                    if leaves_out(&at, &xml.name) {
                        at.left_out = 1;
                    } else {
                        self.open(&mut at, &xml.name, &element, relations);
                    }
                }
                Node::Close if at.left_out > 0 => at.left_out -= 1,
                Node::Close => self.close(&mut at, &xml.name),
                Node::Text(_) if at.left_out > 0 => {}
                Node::Text(text) => match at.letters {
                    Letters::Nothing => {}
                    Letters::Text => self.text(&mut at, &text),
                    Letters::Code => at.fields.code(&text),
                },
            }
            if self.flow.is_full() {
                break;
            }
        }
        Ok(())
    }

    fn open(&mut self, at: &mut At, name: &str, element: &BytesStart<'_>, relations: &Relations) {
        match (at.properties, name) {
            (_, "w:pPr") => at.properties = Properties::Paragraph,
            (Properties::Paragraph, "w:rPr") => at.properties = Properties::Mark,
            (_, "w:rPr") => at.properties = Properties::Run,
            (_, "w:tcPr" | "w:tblPr") => at.properties = Properties::Cell,
            (_, "mc:AlternateContent") => at.choices.push((self.flow.measure(), false)),
            (_, "w:rFonts") => self.traces.fonts(element),
            (_, "w:sectPr" | "w:headerReference" | "w:footerReference" | "w:titlePg") => self.section(name, element),
            (Properties::None, "w:t" | "m:t") => at.letters = Letters::Text,
            (Properties::None, "w:instrText") => at.letters = Letters::Code,
            (Properties::None, "w:fldChar" | "w:fldSimple" | "w:pgNum") => self.open_field(at, name, element),
            (Properties::None, "w:tab" | "w:ptab") => self.text(at, "\t"),
            (Properties::None, "w:noBreakHyphen") => self.text(at, "-"),
            (Properties::None, "w:br" | "w:cr") => {
                self.flow.line_break();
                if attribute(element, "type").as_deref() == Some("column") {
                    self.flow.region();
                }
            }
            (Properties::None, "w:sym") => {
                let code = attribute(element, "char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                if let Some(letter) = code.and_then(char::from_u32) {
                    self.text(at, letter.encode_utf8(&mut [0; 4]));
                }
            }
            (Properties::None, "w:hyperlink" | "a:hlinkClick") => {
                let id = attribute(element, "id").unwrap_or_default();
                if let Some((_, address)) = relations.get(&id).filter(|(kind, _)| kind == "hyperlink") {
                    self.flow.link(address);
                }
            }
            (Properties::None, _) => self.open_structure(at, name, element),
            (Properties::Paragraph, _) => self.paragraph_property(at, name, element),
            (Properties::Mark, _) => {}
            (Properties::Run, _) => {
                let Some(run) = at.runs.last_mut() else { return };
                match attribute(element, "val").filter(|_| name == "w:rStyle") {
                    Some(style) => *run = run.or(&self.styles.look(&style)),
                    None => run.note(name, element),
                }
            }
            (Properties::Cell, _) => self.cell_property(at, name, element),
        }
    }

    /// Paragraphs, tables and shapes.
    fn open_structure(&mut self, at: &mut At, name: &str, element: &BytesStart<'_>) {
        match name {
            "w:p" => {
                at.paragraphs.push((self.styles.paragraph(), Look::default()));
                self.flow.begin_paragraph();
                self.traces.note(element);
            }
            "w:r" | "m:r" => {
                at.runs.push(Look::default());
                self.traces.note(element);
            }
            "w:tbl" => {
                self.flow.begin_table();
                at.grounds.push(Ground::Through);
            }
            "w:tr" => {
                self.flow.begin_row();
                self.traces.note(element);
            }
            "w:tc" => {
                self.flow.begin_cell();
                at.grounds.push(Ground::Through);
            }
            "w:txbxContent" => {
                self.flow.begin_box();
                at.grounds.push(std::mem::replace(&mut at.fill, Ground::Unknown));
            }
            // What a shape is filled with stands before its text. Of one that is not filled, what is behind it is not
            // known: shapes are laid on each other.
            "wps:spPr" => (at.fill, at.in_fill) = (Ground::Unknown, true),
            "a:ln" | "a:gradFill" | "a:pattFill" | "a:blipFill" => at.in_fill = false,
            "a:srgbClr" if at.in_fill => {
                let value = attribute(element, "val");
                at.fill = value.as_deref().and_then(colour).map_or(Ground::Unknown, Ground::Colour);
                at.in_fill = false;
            }
            _ => {}
        }
    }

    fn section(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "w:sectPr" => self.traces.note(element),
            "w:titlePg" => {
                let value = attribute(element, "val");
                self.first_pages |= !matches!(value.as_deref(), Some("0" | "false" | "off"));
            }
            _ => {
                let pages = attribute(element, "type").unwrap_or_else(|| "default".to_owned());
                let id = attribute(element, "id").unwrap_or_default();
                let margin = Margin { header: name == "w:headerReference", pages, id };
                if !self.margins.contains(&margin) && self.margins.len() < MAX_MARGINS {
                    self.margins.push(margin);
                }
            }
        }
    }

    fn paragraph_property(&mut self, at: &mut At, name: &str, element: &BytesStart<'_>) {
        let Some((style, own)) = at.paragraphs.last_mut() else { return };
        match name {
            "w:pStyle" => *style = self.styles.look(&attribute(element, "val").unwrap_or_default()),
            "w:spacing" => {
                let before = attribute(element, "before").and_then(|before| before.parse::<u32>().ok());
                if let Some(paragraph) = self.flow.paragraph().filter(|_| before.is_some_and(|before| before >= GAP)) {
                    paragraph.gap = true;
                }
            }
            _ => own.note(name, element),
        }
    }

    fn cell_property(&mut self, at: &mut At, name: &str, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let ground = match name {
            "w:gridSpan" => return self.flow.cell(value.and_then(|span| span.parse().ok()), None),
            "w:vMerge" => {
                let starts = value.as_deref() == Some("restart");
                return self.flow.cell(None, Some(if starts { Merge::Starts } else { Merge::GoesOn }));
            }
            "w:tblStyle" => self.styles.look(&value.unwrap_or_default()).ground,
            "w:shd" => Some(shading(element)),
            _ => None,
        };
        if let (Some(open), Some(ground)) = (at.grounds.last_mut(), ground) {
            *open = ground.on(*open);
        }
    }

    fn close(&mut self, at: &mut At, name: &str) {
        match name {
            "mc:Choice" => {
                if let Some((before, said)) = at.choices.last_mut() {
                    *said = self.flow.measure() > *before;
                }
            }
            "mc:AlternateContent" => drop(at.choices.pop()),
            "w:p" => {
                let look = at.paragraphs.pop().map(|(style, own)| own.or(&style)).unwrap_or_default();
                if let Some(paragraph) = self.flow.paragraph() {
                    paragraph.heading = look.heading == Some(true);
                    paragraph.item = look.item == Some(true);
                }
                self.flow.end_paragraph();
            }
            "w:rPr" if at.properties == Properties::Mark => at.properties = Properties::Paragraph,
            "w:pPr" | "w:rPr" | "w:tcPr" | "w:tblPr" => at.properties = Properties::None,
            "wps:spPr" => at.in_fill = false,
            "w:r" | "m:r" => drop(at.runs.pop()),
            "w:t" | "m:t" | "w:instrText" => at.letters = Letters::Nothing,
            "w:fldSimple" => at.fields.end(),
            "w:tc" => {
                self.flow.end_cell();
                at.grounds.pop();
            }
            "w:tbl" => {
                self.flow.end_table();
                at.grounds.pop();
            }
            "w:txbxContent" => {
                self.flow.end_box();
                at.grounds.pop();
            }
            _ => {}
        }
    }

    fn open_field(&mut self, at: &mut At, name: &str, element: &BytesStart<'_>) {
        let kind = attribute(element, "fldCharType");
        match (name, kind.as_deref()) {
            ("w:fldSimple", _) => {
                let code = attribute(element, "instr").unwrap_or_default();
                let shown = at.fields.is_shown();
                at.fields.begin();
                at.fields.code(&code);
                at.fields.separate();
                if shown {
                    self.field(&code);
                }
            }
            ("w:fldChar", Some("begin")) => at.fields.begin(),
            ("w:fldChar", Some("separate")) => {
                if let Some(code) = at.fields.separate() {
                    self.field(&code);
                }
            }
            ("w:fldChar", Some("end")) => at.fields.end(),
            ("w:pgNum", _) => self.flow.page_number(),
            _ => {}
        }
    }

    /// What a field's code says of its result, which follows.
    fn field(&mut self, code: &str) {
        if is_page_number(code) {
            self.flow.page_number();
        } else if let Some(address) = hyperlink(code) {
            self.flow.link(address);
        }
    }

    fn text(&mut self, at: &mut At, text: &str) {
        let Some((style, own)) = at.paragraphs.last() else { return };
        if !at.fields.is_shown() {
            return;
        }
        let run = at.runs.last().cloned().unwrap_or_default();
        let behind = at.grounds.iter().fold(Ground::Through, |behind, ground| ground.on(behind));
        let grounds = [run.ground, own.ground, style.ground];
        let ground = grounds.into_iter().flatten().find(|ground| *ground != Ground::Through).unwrap_or(behind);
        let look = run.or(style).or(&self.styles.defaults());
        let size = look.size.unwrap_or_default() / 2.0;
        let ink = Ink {
            bold: look.bold == Some(true),
            size,
            unseen: unseen(look.hidden == Some(true), size, look.tint.and_then(Tint::colour), ground),
        };
        self.flow.text(text, ink);
    }
}

/// Of two forms of one thing the second is read when the first said nothing.
fn leaves_out(at: &At, name: &str) -> bool {
    match name {
        "mc:Choice" | "mc:Fallback" => at.choices.last().is_some_and(|(_, said)| *said),
        name => LEFT_OUT.contains(&name),
    }
}
