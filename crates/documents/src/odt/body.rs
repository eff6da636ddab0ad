//! `OpenDocument` text → the document's flow.

use super::styles::{Look, Size, Styles};
use crate::flow::{Flow, Ink, Merge};
use crate::seen::{Ground, Tint, unseen};
use crate::xml::{Node, Xml, attribute};
use loupe_profile::HiddenReason;
use loupe_read::ReadError;
use quick_xml::events::BytesStart;

/// What is left out: deleted text, comments, what describes a picture or a list of contents, reading aids, numbers
/// that the program made.
const LEFT_OUT: &[&str] = &[
    "text:tracked-changes",
    "office:annotation",
    "office:forms",
    "office:scripts",
    "office:binary-data",
    "svg:title",
    "svg:desc",
    "text:note-citation",
    "text:ruby-text",
    "text:number",
    "draw:object",
    "text:table-of-content-source",
    "text:illustration-index-source",
    "text:table-index-source",
    "text:object-index-source",
    "text:user-index-source",
    "text:alphabetical-index-source",
    "text:bibliography-source",
];
/// Cells of one row; no table of words is wider.
const MAX_COLUMNS: usize = 64;
/// The size of letters of which nothing says how large they are, in points.
const USUAL: f32 = 12.0;

/// Reads parts of a document into its flow.
pub(super) struct Body<'a> {
    pub(super) styles: &'a Styles,
    pub(super) flow: Flow,
    /// What is behind the page's text.
    pub(super) page: Ground,
}

/// A table that is being read: for each column, over how many rows below the cell above goes on.
#[derive(Default)]
struct Columns {
    at: usize,
    tall: Vec<usize>,
}

/// Where one is.
#[derive(Default)]
struct At {
    left_out: u32,
    /// How deep one is in something that is read.
    within: u32,
    paragraphs: Vec<Look>,
    spans: Vec<Look>,
    grounds: Vec<Ground>,
    tables: Vec<Columns>,
    /// Elements that are hidden with all that is in them: sections, and paragraphs that say so.
    hidden: Vec<bool>,
    /// For each open list, whether its entry has had its first paragraph.
    lists: Vec<bool>,
    page_number: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, page: Ground) -> Self {
        Self { styles, flow: Flow::new(), page }
    }

    /// Reads what stands in elements of the given names, and nothing else of the part.
    pub(super) fn read(&mut self, part: &str, text: &str, within: &[&str]) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, part);
        let mut at = At { grounds: vec![self.page], ..At::default() };
        while let Some(node) = xml.next()? {
            let name = xml.name.as_str();
            match node {
                Node::Open(_) if at.left_out > 0 => at.left_out += 1,
                Node::Open(_) if LEFT_OUT.contains(&name) => at.left_out = 1,
                Node::Open(element) if at.within > 0 || within.contains(&name) && shows(&element) => {
                    at.within += 1;
                    self.open(&mut at, name, &element);
                }
                Node::Close if at.left_out > 0 => at.left_out -= 1,
                Node::Close if at.within > 0 => {
                    at.within -= 1;
                    self.close(&mut at, name);
                }
                // Spaces are folded here already: only `text:s` makes wide ones (ODF 1.2, part 1, 6.1.2).
                Node::Text(text) if at.left_out == 0 && at.within > 0 => {
                    let mut folded = String::with_capacity(text.len());
                    for ch in text.chars() {
                        let white = matches!(ch, ' ' | '\t' | '\r' | '\n');
                        if !white {
                            folded.push(ch);
                        } else if !folded.ends_with(' ') {
                            folded.push(' ');
                        }
                    }
                    self.text(&at, &folded);
                }
                _ => {}
            }
            if self.flow.is_full() {
                break;
            }
        }
        Ok(())
    }

    fn open(&mut self, at: &mut At, name: &str, element: &BytesStart<'_>) {
        let style = |family: &str| {
            attribute(element, "style-name").map(|name| self.styles.look(family, &name)).unwrap_or_default()
        };
        match name {
            "text:p" | "text:h" => {
                at.paragraphs.push(style("paragraph"));
                at.hidden.push(false);
                self.begin_paragraph(at, name == "text:h");
            }
            "text:span" => {
                let look = style("text");
                let around = at.spans.last().cloned().unwrap_or_default();
                at.spans.push(look.or(&around));
            }
            "text:a" | "draw:a" => {
                if let Some(address) = attribute(element, "href").filter(|address| !address.starts_with('#')) {
                    self.flow.link(&address);
                }
            }
            "text:s" => {
                let count = attribute(element, "c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                self.text(at, &" ".repeat(count.min(80)));
            }
            "text:tab" => self.text(at, "\t"),
            "text:line-break" => self.flow.line_break(),
            "text:page-number" | "text:page-count" => {
                self.flow.page_number();
                at.page_number = true;
            }
            "text:list" => at.lists.push(true),
            "text:list-item" => {
                if let Some(had) = at.lists.last_mut() {
                    *had = false;
                }
            }
            "text:section" => at.hidden.push(attribute(element, "display").as_deref() == Some("none")),
            "text:hidden-paragraph" => {
                if let Some(hidden) = at.hidden.last_mut().filter(|_| is_hidden(element)) {
                    *hidden = true;
                }
            }
            // What it would show stands in the attribute.
            "text:hidden-text" if is_hidden(element) => {
                let words = attribute(element, "string-value").unwrap_or_default();
                self.flow.text(&words, Ink { unseen: Some(HiddenReason::Marked), ..Ink::default() });
            }
            "table:table" => {
                self.flow.begin_table();
                at.tables.push(Columns::default());
                at.grounds.push(style("table").fill.unwrap_or_default());
            }
            "table:table-row" => {
                self.flow.begin_row();
                if let Some(table) = at.tables.last_mut() {
                    table.at = 0;
                }
                at.grounds.push(style("table-row").fill.unwrap_or_default());
            }
            "table:table-cell" | "table:covered-table-cell" => {
                at.grounds.push(style("table-cell").fill.unwrap_or_default());
                self.begin_cell(at, element, name == "table:covered-table-cell");
            }
            "draw:text-box" | "text:note-body" => self.flow.begin_box(),
            "draw:frame" => at.grounds.push(style("graphic").fill.unwrap_or(Ground::Unknown)),
            "draw:custom-shape" | "draw:rect" | "draw:ellipse" | "draw:circle" | "draw:polygon" | "draw:path" => {
                at.grounds.push(style("graphic").fill.unwrap_or(Ground::Unknown));
                self.flow.begin_box();
            }
            _ => {}
        }
    }

    fn begin_paragraph(&mut self, at: &mut At, heading: bool) {
        self.flow.begin_paragraph();
        let look = at.paragraphs.last().cloned().unwrap_or_default();
        let in_list = at.lists.last_mut().is_some_and(|had| !std::mem::replace(had, true));
        if let Some(paragraph) = self.flow.paragraph() {
            paragraph.heading = heading || look.heading == Some(true);
            paragraph.item = in_list;
            paragraph.gap |= look.gap == Some(true);
        }
    }

    fn begin_cell(&mut self, at: &mut At, element: &BytesStart<'_>, covered: bool) {
        let number = |name| attribute(element, name).and_then(|number| number.parse::<usize>().ok()).unwrap_or(1);
        self.flow.begin_cell();
        let Some(table) = at.tables.last_mut() else { return };
        let column = table.at.min(MAX_COLUMNS);
        table.tall.resize(table.tall.len().max(column + 1), 0);
        let Some(tall) = table.tall.get_mut(column) else { return };
        let rows = number("number-rows-spanned");
        let merge = match (covered, *tall) {
            (true, 1..) => {
                *tall -= 1;
                Merge::GoesOn
            }
            (false, _) if rows > 1 => {
                *tall = rows - 1;
                Merge::Starts
            }
            _ => {
                *tall = 0;
                Merge::Single
            }
        };
        let repeated = number("number-columns-repeated").clamp(1, MAX_COLUMNS);
        table.at = column + repeated;
        self.flow.cell(Some(repeated), Some(merge));
    }

    fn close(&mut self, at: &mut At, name: &str) {
        match name {
            "text:p" | "text:h" => {
                at.paragraphs.pop();
                at.hidden.pop();
                self.flow.end_paragraph();
            }
            "text:span" => drop(at.spans.pop()),
            "text:page-number" | "text:page-count" => at.page_number = false,
            "text:list" => drop(at.lists.pop()),
            "text:section" => drop(at.hidden.pop()),
            "table:table" => {
                self.flow.end_table();
                at.tables.pop();
                at.grounds.pop();
            }
            "table:table-row" | "draw:frame" => drop(at.grounds.pop()),
            "table:table-cell" | "table:covered-table-cell" => {
                self.flow.end_cell();
                at.grounds.pop();
            }
            "draw:text-box" => self.flow.end_box(),
            "draw:custom-shape" | "draw:rect" | "draw:ellipse" | "draw:circle" | "draw:polygon" | "draw:path" => {
                self.flow.end_box();
                at.grounds.pop();
            }
            "text:note-body" => self.flow.end_note(),
            _ => {}
        }
    }

    fn text(&mut self, at: &At, text: &str) {
        let Some(paragraph) = at.paragraphs.last().filter(|_| !at.page_number) else { return };
        let span = at.spans.last().cloned().unwrap_or_default();
        let look = span.or(paragraph).or(self.styles.defaults());
        let size = match look.size {
            Some(Size::Points(points)) => points,
            Some(Size::Part(part)) => part * USUAL,
            None => USUAL,
        };
        let behind = at.grounds.iter().fold(Ground::Through, |behind, ground| ground.on(behind));
        let behind = paragraph.fill.unwrap_or_default().on(behind);
        let ground = look.ground.unwrap_or_default().on(behind);
        let hidden = look.hidden == Some(true) || at.hidden.contains(&true);
        let ink = Ink {
            bold: look.bold == Some(true),
            size,
            unseen: unseen(hidden, size, look.tint.and_then(Tint::colour), ground),
        };
        self.flow.text(text, ink);
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "is-hidden").as_deref() == Some("true")
}

/// A header of a page style may be switched off and keep its text.
fn shows(element: &BytesStart<'_>) -> bool {
    attribute(element, "display").as_deref() != Some("false")
}
