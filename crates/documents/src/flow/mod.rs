//! The flow of a word processor's document: paragraphs, tables and boxes as they come, blocks as they are read.
//!
//! DOCX, ODT and RTF are told apart by their own readers and become an [`Outline`] here, by one set of rules.

mod field;
mod line;
mod table;

use crate::seen::Hidden;
use line::Line;
use loupe_profile::{Document, HiddenReason};
use loupe_read::{Block, BlockKind, Outline};
use table::Table;

pub(crate) use field::{hyperlink, is_page_number};
pub(crate) use table::Merge;

/// Lines, rows and cells after so many are not read.
const MAX_BLOCKS: usize = 100_000;
/// Letters of one document that are read; no résumé has a tenth of it.
const MAX_LETTERS: usize = 8_000_000;
/// No résumé has more links, and no address is longer.
const MAX_LINKS: usize = 1_000;
const MAX_ADDRESS: usize = 2_048;
/// A box of so many lines, hung on the text when it has begun, stands beside it and is read after it.
const LARGE_BOX: usize = 5;

/// How letters look.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ink {
    pub(crate) bold: bool,
    /// In points; 0 when unknown.
    pub(crate) size: f32,
    pub(crate) unseen: Option<HiddenReason>,
}

/// A paragraph that is being read. Its properties may come after it was begun.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) heading: bool,
    pub(crate) item: bool,
    /// Clearly more space above than between lines.
    pub(crate) gap: bool,
    lines: Vec<Line>,
    /// What stands in boxes that hang on it.
    boxes: Vec<Block>,
}

/// A document as it is put together.
#[derive(Debug)]
pub(crate) struct Flow {
    /// Where blocks go: the body, and the cells and boxes that are open.
    sinks: Vec<Vec<Block>>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Large boxes, which are read after the text.
    beside: Vec<Block>,
    notes: Vec<Block>,
    links: Vec<String>,
    hidden: Hidden,
    count: usize,
    letters: usize,
    link_count: usize,
    empty_above: bool,
    opens: bool,
    cut: bool,
}

impl Flow {
    pub(crate) fn new() -> Self {
        Self {
            sinks: vec![Vec::new()],
            paragraphs: Vec::new(),
            tables: Vec::new(),
            beside: Vec::new(),
            notes: Vec::new(),
            links: Vec::new(),
            hidden: Hidden::default(),
            count: 0,
            letters: 0,
            link_count: 0,
            empty_above: false,
            opens: false,
            cut: false,
        }
    }

    /// True when no more is read.
    pub(crate) const fn is_full(&self) -> bool {
        self.cut
    }

    /// How many lines and letters there are by now.
    pub(crate) const fn measure(&self) -> usize {
        self.count + self.letters
    }

    pub(crate) fn begin_paragraph(&mut self) {
        let gap = std::mem::take(&mut self.empty_above);
        self.paragraphs.push(Paragraph { gap, lines: vec![Line::default()], ..Paragraph::default() });
    }

    /// The paragraph that is being read.
    pub(crate) fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.paragraphs.last_mut()
    }

    pub(crate) fn end_paragraph(&mut self) {
        self.hidden.end();
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let mut first = true;
        for line in paragraph.lines {
            if let Some(words) = line.unseen_words() {
                self.hidden.push(&words, HiddenReason::ZeroWidth);
                self.hidden.end();
            }
            let Some(mut block) = line.block() else {
                self.links.extend(line.links);
                continue;
            };
            let mut links = line.links;
            links.dedup();
            block.links = links;
            block.kind = match block.kind {
                _ if paragraph.heading => BlockKind::Heading,
                BlockKind::Line if paragraph.item && first => BlockKind::Item,
                kind => kind,
            };
            block.gap = first && paragraph.gap;
            block.opens = std::mem::take(&mut self.opens);
            first = false;
            self.push(block);
        }
        self.empty_above = first;
        self.place_all(paragraph.boxes);
    }

    /// Letters of the open paragraph.
    pub(crate) fn text(&mut self, text: &str, ink: Ink) {
        let left = MAX_LETTERS.saturating_sub(self.letters);
        self.cut |= text.len() > left;
        let text = text.get(..text.floor_char_boundary(left)).unwrap_or_default();
        self.letters += text.len();
        if let Some(reason) = ink.unseen {
            self.hidden.push(text, reason);
            return;
        }
        if text.contains(char::is_alphanumeric) {
            self.hidden.end();
        }
        if let Some(line) = self.line() {
            line.push(text, ink);
        }
    }

    pub(crate) fn line_break(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.lines.push(Line::default());
        }
    }

    /// A column or region begins: what a heading before it opened does not go on.
    pub(crate) fn region(&mut self) {
        self.opens = true;
    }

    /// The number of the page stands here.
    pub(crate) fn page_number(&mut self) {
        if let Some(line) = self.line() {
            line.push_page_number();
        }
    }

    /// The line that is being read links to an address.
    pub(crate) fn link(&mut self, address: &str) {
        let address = address.trim();
        self.link_count += 1;
        if address.is_empty() || address.len() > MAX_ADDRESS || self.link_count > MAX_LINKS {
            return;
        }
        match self.line() {
            Some(line) => line.links.push(address.to_owned()),
            None => self.links.push(address.to_owned()),
        }
    }

    pub(crate) fn begin_box(&mut self) {
        self.sinks.push(Vec::new());
    }

    pub(crate) fn end_box(&mut self) {
        let Some(mut blocks) = self.end_sink() else { return };
        self.empty_above = false;
        let begun = self.sinks.iter().any(|sink| !sink.is_empty());
        if begun && blocks.len() >= LARGE_BOX && self.sinks.len() == 1 {
            if let Some(first) = blocks.first_mut() {
                first.opens = true;
            }
            self.beside.append(&mut blocks);
        } else if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.boxes.append(&mut blocks);
        } else {
            self.place_all(blocks);
        }
    }

    /// Ends a box whose text the caller puts in its place: a header.
    pub(crate) fn end_apart(&mut self) -> Vec<Block> {
        self.empty_above = false;
        self.end_sink().unwrap_or_default()
    }

    /// Ends a box whose text stands below the page's: a note.
    pub(crate) fn end_note(&mut self) {
        let Some(mut blocks) = self.end_sink() else { return };
        self.empty_above = false;
        if let Some(first) = blocks.first_mut().filter(|_| self.notes.is_empty()) {
            first.opens = true;
        }
        self.notes.append(&mut blocks);
    }

    pub(crate) fn begin_table(&mut self) {
        self.tables.push(Table::default());
    }

    pub(crate) fn begin_row(&mut self) {
        self.count();
        if let Some(table) = self.tables.last_mut() {
            table.begin_row();
        }
    }

    pub(crate) fn begin_cell(&mut self) {
        self.count();
        self.sinks.push(Vec::new());
        self.empty_above = false;
        if let Some(table) = self.tables.last_mut() {
            table.begin_cell();
        }
    }

    /// How many columns the open cell has, and whether it goes on in the row below.
    pub(crate) fn cell(&mut self, span: Option<usize>, merge: Option<Merge>) {
        if let Some(table) = self.tables.last_mut() {
            table.shape_cell(span, merge);
        }
    }

    pub(crate) fn end_cell(&mut self) {
        let Some(blocks) = self.end_sink() else { return };
        match self.tables.last_mut() {
            Some(table) => table.fill_cell(blocks),
            None => self.place_all(blocks),
        }
    }

    pub(crate) fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        self.place_all(table.arrange());
        self.empty_above = false;
    }

    /// Everything read since the last time, in reading order; what is still open is closed.
    pub(crate) fn take(&mut self) -> Vec<Block> {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while self.sinks.len() > 1 {
            self.end_cell();
        }
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.empty_above = false;
        self.opens = false;
        let mut blocks = self.sinks.first_mut().map(std::mem::take).unwrap_or_default();
        blocks.append(&mut self.beside);
        blocks.append(&mut self.notes);
        blocks
    }

    /// The outline of these blocks, with sizes set against the usual one.
    pub(crate) fn finish(mut self, mut blocks: Vec<Block>, document: Document) -> Outline {
        let usual = crate::text::median(blocks.iter().map(|block| (block.scale, block.text.len())));
        for block in &mut blocks {
            block.scale = if usual > 0.0 { block.scale / usual } else { 0.0 };
        }
        let mut seen = std::collections::BTreeSet::new();
        self.links.retain(|link| seen.insert(link.clone()));
        Outline {
            reader: document.format.clone(),
            blocks,
            links: self.links,
            cut: if self.cut { vec!["cut-text".to_owned()] } else { Vec::new() },
            document: Some(Document { hidden: self.hidden.finish(), ..document }),
            ..Outline::default()
        }
    }

    fn line(&mut self) -> Option<&mut Line> {
        self.paragraphs.last_mut()?.lines.last_mut()
    }

    fn push(&mut self, block: Block) {
        self.count();
        if self.count <= MAX_BLOCKS {
            self.place_all(vec![block]);
        }
    }

    /// Rows and cells take room too, if nothing is in them.
    fn count(&mut self) {
        self.count += 1;
        self.cut |= self.count > MAX_BLOCKS;
    }

    fn place_all(&mut self, blocks: Vec<Block>) {
        if let Some(sink) = self.sinks.last_mut() {
            sink.extend(blocks);
        }
    }

    fn end_sink(&mut self) -> Option<Vec<Block>> {
        // The first is the body's, which never ends.
        if self.sinks.len() > 1 { self.sinks.pop() } else { None }
    }
}

/// The lines that stand in a text already. Headers and footers repeat it and each other.
#[derive(Debug)]
pub(crate) struct Seen(std::collections::BTreeSet<String>);

impl Seen {
    pub(crate) fn new(text: &[Block]) -> Self {
        Self(text.iter().map(|block| block.text.clone()).collect())
    }

    /// The blocks that say something new.
    pub(crate) fn once(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        blocks.into_iter().filter(|block| self.0.insert(block.text.clone())).collect()
    }
}

/// Marks the first of blocks that stand below the text: they belong to no heading in it.
pub(crate) fn opened(mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(first) = blocks.first_mut() {
        first.opens = true;
    }
    blocks
}

/// True for a style by whose name its paragraphs are headings. Built-in styles keep their English names in Word's files,
/// whatever language the program speaks; other programs write the name that they show.
pub(crate) fn is_heading_name(name: &str) -> bool {
    const NAMES: [&str; 20] = [
        "heading",
        "überschrift",
        "titre",
        "título",
        "titulo",
        "titolo",
        "kop",
        "rubrik",
        "otsikko",
        "overskrift",
        "nagłówek",
        "nadpis",
        "заголовок",
        "címsor",
        "başlık",
        "標題",
        "标题",
        "見出し",
        "제목",
        "naslov",
    ];
    let name = name.trim().to_lowercase();
    let base = name.trim_end_matches(|ch: char| ch.is_ascii_digit() || ch.is_whitespace());
    name == "title" || name.contains("heading") || NAMES.contains(&base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_by_any_name() {
        for name in ["heading 1", "Heading2", "Title", "Überschrift 3", "Titre 1", "CV Section Heading", "見出し 1"]
        {
            assert!(is_heading_name(name), "{name}");
        }
        for name in ["Normal", "Subtitle", "List Bullet", "Kopfzeile", "Titre du poste", "Body Text 3"] {
            assert!(!is_heading_name(name), "{name}");
        }
    }
}
