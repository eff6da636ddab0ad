//! `WordprocessingML` → blocks: paragraphs in order, tables row by row, text boxes where they are anchored.

use super::parts::{Relations, attribute};
use super::styles::{Look, Styles};
use crate::text::{after_bullet, tidy};
use loupe_read::{Block, BlockKind, Outline, ReadError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Elements within elements; Word's own nested tables and boxes stay far below.
const MAX_DEPTH: u32 = 512;
/// Lines after so many are not read.
const MAX_BLOCKS: usize = 100_000;
/// No résumé has more links, and no address is longer.
const MAX_LINKS: usize = 1_000;
const MAX_ADDRESS: usize = 2_048;
/// A table row of short cells is one line; longer ones are text of their own.
const MAX_ROW: usize = 240;
/// Space above a paragraph, in twentieths of a point, that is clearly more than between lines.
const GAP: u32 = 200;

/// What is left out: deleted or moved-away text, the older double of a drawing, reading aids, what a
/// paragraph looked like before a change.
const LEFT_OUT: &[&str] = &["w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:pPrChange", "w:rPrChange"];

/// Blocks as they are put together. A block's `scale` is its size in half points until the end.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    /// With the place at which each one began: a text box ends before the paragraph it hangs on.
    blocks: Vec<(usize, Block)>,
    begun: usize,
    links: Vec<String>,
    cut: bool,
}

/// A paragraph that is being read.
struct Paragraph {
    place: usize,
    style: Look,
    own: Look,
    lines: Vec<String>,
    letters: usize,
    bold_letters: usize,
    size_sum: f32,
    gap: bool,
}

/// What letters are for, where one is.
#[derive(Default, PartialEq)]
enum Letters {
    /// White space between elements.
    #[default]
    Nothing,
    Text,
    /// A field's code.
    Code,
}

/// Where one is in a part.
#[derive(Default)]
struct At {
    paragraphs: Vec<Paragraph>,
    runs: Vec<Look>,
    /// For each open table row, where the blocks of its cells begin.
    rows: Vec<Vec<usize>>,
    /// Within a paragraph's own properties, which come before its runs.
    in_paragraph_properties: bool,
    in_run_properties: bool,
    letters: Letters,
    code: String,
    /// How deep one is in something that is left out.
    left_out: u32,
    depth: u32,
    empty_above: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles) -> Self {
        Self { styles, blocks: Vec::new(), begun: 0, links: Vec::new(), cut: false }
    }

    /// Reads a part, leaving out lines that are there already.
    pub(super) fn read_once(&mut self, name: &str, xml: &str, relations: &Relations) -> Result<(), ReadError> {
        let before = self.blocks.len();
        self.read(name, xml, relations)?;
        let new = self.blocks.split_off(before);
        // Headers are short; against a body of many lines only the last part of it is compared.
        let from = before.saturating_sub(1_000);
        for block in new.into_iter().take(1_000) {
            let seen = self.blocks.get(from..).unwrap_or_default();
            if !seen.iter().any(|(_, old)| old.text == block.1.text) {
                self.blocks.push(block);
            }
        }
        Ok(())
    }

    /// Reads a part.
    pub(super) fn read(&mut self, name: &str, xml: &str, relations: &Relations) -> Result<(), ReadError> {
        let damaged = || ReadError::Damaged { what: format!("{name} breaks off or is not well-formed") };
        let mut reader = Reader::from_str(xml);
        let mut at = At::default();
        loop {
            match reader.read_event().map_err(|_| damaged())? {
                Event::Start(element) => {
                    at.depth += 1;
                    if at.depth > MAX_DEPTH {
                        return Err(ReadError::TooDeep { limit: MAX_DEPTH });
                    }
                    if at.left_out > 0 || LEFT_OUT.contains(&element.name().as_ref()) {
                        at.left_out += 1;
                    } else {
                        self.open(&mut at, &element, relations);
                    }
                }
                Event::Empty(element) if at.left_out == 0 => {
                    self.open(&mut at, &element, relations);
                    self.close(&mut at, element.name().as_ref());
                }
                Event::End(element) => {
                    at.depth = at.depth.saturating_sub(1);
                    if at.left_out > 0 {
                        at.left_out -= 1;
                    } else {
                        self.close(&mut at, element.name().as_ref());
                    }
                }
                Event::Text(text) if at.left_out == 0 => self.text(&mut at, &text.xml10_content()),
                Event::CData(text) if at.left_out == 0 => self.text(&mut at, &text.xml10_content()),
                Event::GeneralRef(entity) if at.left_out == 0 => {
                    let letter = match &*entity.xml10_content() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => entity.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(letter) = letter {
                        self.text(&mut at, letter.encode_utf8(&mut [0; 4]));
                    }
                }
                Event::Eof if at.depth > 0 => return Err(damaged()),
                Event::Eof => return Ok(()),
                _ => {}
            }
            if self.blocks.len() > MAX_BLOCKS {
                self.blocks.truncate(MAX_BLOCKS);
                self.cut = true;
                return Ok(());
            }
        }
    }

    fn open(&mut self, at: &mut At, element: &BytesStart<'_>, relations: &Relations) {
        let name = element.name();
        let name = name.as_ref();
        match name {
            "w:p" => {
                at.paragraphs.push(Paragraph {
                    place: self.begun,
                    style: self.styles.paragraph(),
                    own: Look::default(),
                    lines: vec![String::new()],
                    letters: 0,
                    bold_letters: 0,
                    size_sum: 0.0,
                    gap: std::mem::take(&mut at.empty_above),
                });
                self.begun += 1;
            }
            "w:pPr" => at.in_paragraph_properties = true,
            "w:rPr" => at.in_run_properties = true,
            "w:r" => at.runs.push(Look::default()),
            "w:t" => at.letters = Letters::Text,
            "w:instrText" => at.letters = Letters::Code,
            "w:tr" => at.rows.push(Vec::new()),
            "w:tc" => {
                let begin = self.blocks.len();
                if let Some(row) = at.rows.last_mut() {
                    row.push(begin);
                }
            }
            "w:tab" if !at.in_paragraph_properties => self.text_of_run(at, " "),
            "w:br" | "w:cr" => {
                if let Some(paragraph) = at.paragraphs.last_mut() {
                    paragraph.lines.push(String::new());
                }
            }
            "w:noBreakHyphen" => self.text_of_run(at, "-"),
            "w:sym" => {
                let code = attribute(element, "w:char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                if let Some(letter) = code.and_then(char::from_u32) {
                    self.text_of_run(at, letter.encode_utf8(&mut [0; 4]));
                }
            }
            "w:hyperlink" => {
                let id = attribute(element, "r:id").unwrap_or_default();
                if let Some((_, address)) = relations.get(&id) {
                    self.link(address);
                }
            }
            _ if at.in_paragraph_properties => {
                if let Some(paragraph) = at.paragraphs.last_mut() {
                    self.styles.note_paragraph(paragraph, name, element, at.in_run_properties);
                }
            }
            "w:rStyle" => {
                let style = attribute(element, "w:val").map(|id| self.styles.look(&id));
                if let (Some(run), Some(style)) = (at.runs.last_mut(), style) {
                    *run = run.or(&style);
                }
            }
            _ if at.in_run_properties => {
                if let Some(run) = at.runs.last_mut() {
                    run.note(name, element);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, at: &mut At, name: &str) {
        match name {
            "w:p" => {
                if let Some(paragraph) = at.paragraphs.pop() {
                    at.empty_above = self.finish_paragraph(&paragraph);
                }
            }
            "w:pPr" => at.in_paragraph_properties = false,
            "w:rPr" => at.in_run_properties = false,
            "w:r" => {
                at.runs.pop();
            }
            "w:t" => at.letters = Letters::Nothing,
            "w:instrText" => {
                at.letters = Letters::Nothing;
                let code = std::mem::take(&mut at.code);
                if let Some(address) = hyperlink(&code) {
                    self.link(address);
                }
            }
            "w:tr" => {
                if let Some(cells) = at.rows.pop() {
                    self.finish_row(&cells);
                }
            }
            _ => {}
        }
    }

    fn text(&self, at: &mut At, text: &str) {
        match at.letters {
            Letters::Text => self.text_of_run(at, text),
            Letters::Code => at.code.push_str(text),
            Letters::Nothing => {}
        }
    }

    fn text_of_run(&self, at: &mut At, text: &str) {
        let Some(paragraph) = at.paragraphs.last_mut() else { return };
        let look = at.runs.last().cloned().unwrap_or_default().or(&paragraph.style);
        if look.hidden == Some(true) {
            return;
        }
        let letters = text.chars().filter(|ch| ch.is_alphanumeric()).count();
        paragraph.letters += letters;
        if look.bold == Some(true) {
            paragraph.bold_letters += letters;
        }
        paragraph.size_sum += look.size.unwrap_or(self.styles.size()) * letters as f32;
        if let Some(line) = paragraph.lines.last_mut() {
            line.push_str(text);
        }
    }

    fn link(&mut self, address: &str) {
        let address = address.trim();
        if !address.is_empty()
            && address.len() <= MAX_ADDRESS
            && self.links.len() < MAX_LINKS
            && !self.links.iter().any(|link| link == address)
        {
            self.links.push(address.to_owned());
        }
    }

    /// Returns true when nothing is in it.
    fn finish_paragraph(&mut self, paragraph: &Paragraph) -> bool {
        let look = paragraph.own.or(&paragraph.style);
        let mut empty = true;
        for line in &paragraph.lines {
            let (bullet, text) = match after_bullet(line) {
                Some(rest) => (true, tidy(rest)),
                None => (false, tidy(line)),
            };
            if text.is_empty() {
                continue;
            }
            let kind = if look.heading == Some(true) {
                BlockKind::Heading
            } else if bullet || (look.item == Some(true) && empty) {
                BlockKind::Item
            } else {
                BlockKind::Line
            };
            self.blocks.push((
                paragraph.place,
                Block {
                    kind,
                    text,
                    page: None,
                    scale: paragraph.size_sum / paragraph.letters.max(1) as f32,
                    bold: paragraph.letters > 0 && paragraph.bold_letters == paragraph.letters,
                    gap: empty && paragraph.gap,
                    ..Block::default()
                },
            ));
            empty = false;
        }
        empty
    }

    /// Makes one line of a row whose cells hold a line each: a date and a role, a label and its value.
    fn finish_row(&mut self, cells: &[usize]) {
        let Some(start) = cells.first().copied() else { return };
        let ends = cells.iter().skip(1).copied().chain([self.blocks.len()]);
        let ranges: Vec<Range<usize>> = cells.iter().copied().zip(ends).map(|(from, to)| from..to).collect();
        let filled = ranges.iter().filter(|range| !range.is_empty()).count();
        let row = self.blocks.get(start..).unwrap_or_default();
        let short = row.iter().map(|(_, block)| block.text.len()).sum::<usize>() <= MAX_ROW;
        let plain = row.iter().all(|(_, block)| block.kind == BlockKind::Line);
        if filled < 2 || !short || !plain || ranges.iter().any(|range| range.len() > 1) {
            return;
        }
        let row = self.blocks.split_off(start);
        let texts: Vec<&str> = row.iter().map(|(_, block)| block.text.as_str()).collect();
        let text = texts.join(" ");
        let bold = row.iter().all(|(_, block)| block.bold);
        if let Some((place, first)) = row.first() {
            self.blocks.push((*place, Block { text, bold, ..first.clone() }));
        }
    }

    /// The outline, with sizes set against the usual one.
    pub(super) fn finish(self) -> Outline {
        let mut blocks = self.blocks;
        blocks.sort_by_key(|(place, _)| *place);
        let mut blocks: Vec<Block> = blocks.into_iter().map(|(_, block)| block).collect();
        let usual = crate::text::median(blocks.iter().map(|block| (block.scale, block.text.len())));
        for block in &mut blocks {
            block.scale = if usual > 0.0 { block.scale / usual } else { 0.0 };
        }
        Outline {
            reader: "docx".to_owned(),
            blocks,
            links: self.links,
            cut: if self.cut { vec!["cut-text".to_owned()] } else { Vec::new() },
            ..Outline::default()
        }
    }
}

impl Styles {
    /// Takes what one element of a paragraph's properties says. What its mark looks like says nothing of its letters.
    fn note_paragraph(&self, paragraph: &mut Paragraph, name: &str, element: &BytesStart<'_>, of_mark: bool) {
        match name {
            _ if of_mark => {}
            "w:pStyle" => {
                paragraph.style = self.look(&attribute(element, "w:val").unwrap_or_default());
            }
            "w:spacing" => {
                let before = attribute(element, "w:before").and_then(|before| before.parse::<u32>().ok());
                paragraph.gap |= before.is_some_and(|before| before >= GAP);
            }
            _ => paragraph.own.note(name, element),
        }
    }
}

/// The address in a field's code: ` HYPERLINK "https://…" `.
fn hyperlink(code: &str) -> Option<&str> {
    let rest = code.trim().strip_prefix("HYPERLINK")?.trim_start();
    rest.strip_prefix('"')?.split('"').next()
}
