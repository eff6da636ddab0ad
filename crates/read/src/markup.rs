//! Markup to outlines: an element of a page as headings, lines, list items, rows of tables and links, so that the
//! recognisers of résumés can read it.

use ego_tree::{NodeRef, iter::Edge};
use scraper::{ElementRef, Node, node::Element};

use crate::{Block, BlockKind, Outline, html};

/// More blocks than any page about one person has.
const MAX_BLOCKS: usize = 20_000;
/// So many nodes are looked at to tell what a list item, a row or a definition holds.
const LOOK_AHEAD: usize = 400;
/// A definition's term that is longer is a paragraph.
const MAX_TERM: usize = 60;

/// Elements of which nothing is read: they are the page's, not the person's.
const LEFT_OUT: [&str; 9] =
    ["script", "style", "svg", "select", "textarea", "template", "noscript", "datalist", "iframe"];

/// Elements as one outline, in the order given.
pub(crate) fn outline<'a>(roots: impl IntoIterator<Item = ElementRef<'a>>, reader: &str) -> Outline {
    let mut writer = Writer::default();
    for root in roots {
        writer.walk(root);
    }
    Outline { reader: reader.to_owned(), blocks: writer.blocks, links: writer.links, ..Outline::default() }
}

/// What a block will be, decided where it begins.
#[derive(Debug, Clone, Copy, Default)]
struct Form {
    kind: BlockKind,
    scale: f32,
}

#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    line: String,
    form: Form,
    /// Letters of the line, and how many of them are bold.
    letters: (usize, usize),
    /// How many open elements make letters bold.
    bold: u32,
    /// Links of the line, or of icons before it.
    links: Vec<String>,
    /// A term whose definition follows.
    term: Option<String>,
    /// A margin, or what goes on beside one, begins here: its left edge.
    opens: Option<f32>,
}

/// Where margins are thought to stand, for what is read of them: on the other side of the page.
const MARGIN: f32 = 1.0;

impl Writer {
    fn walk(&mut self, root: ElementRef<'_>) {
        // Children of what is left out or was told at once are passed over until it closes.
        let mut closed: Option<ego_tree::NodeId> = None;
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if closed.is_none() => match node.value() {
                    Node::Text(text) => self.text(text),
                    Node::Element(element) if self.open(node, element) => {}
                    Node::Element(_) => closed = Some(node.id()),
                    _ => {}
                },
                Edge::Close(node) if closed == Some(node.id()) => closed = None,
                Edge::Close(node) if closed.is_none() => {
                    if let Node::Element(element) = node.value() {
                        self.close(element);
                    }
                }
                _ => {}
            }
        }
        self.flush();
        self.end_term();
    }

    fn text(&mut self, text: &str) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters.0 += letters;
        self.letters.1 += if self.bold > 0 { letters } else { 0 };
        self.line.push_str(text);
    }

    /// False when nothing within the element is to be looked at.
    fn open(&mut self, node: NodeRef<'_, Node>, element: &Element) -> bool {
        let name = element.name();
        if LEFT_OUT.contains(&name) || (name == "button" && !self.is_heading_so_far()) {
            return false;
        }
        if is_bold(element) {
            self.bold += 1;
        }
        if name == "aside" {
            self.flush();
            self.opens = Some(MARGIN);
        }
        if let Some(scale) = heading_scale(element) {
            self.flush();
            self.form = Form { kind: BlockKind::Heading, scale };
            return true;
        }
        match name {
            "br" => self.flush(),
            "li" => {
                self.flush();
                let kind = if is_one_text(node) { BlockKind::Item } else { BlockKind::Line };
                self.form = Form { kind, scale: 0.0 };
            }
            "tr" => {
                self.flush();
                return !self.row(node);
            }
            "dt" => {
                self.flush();
                self.end_term();
                self.form = Form::default();
                if is_one_text(node)
                    && let Some(term) = ElementRef::wrap(node).map(html::text)
                    && term.len() <= MAX_TERM
                    && !term.is_empty()
                {
                    self.term = Some(term);
                    return false;
                }
            }
            "dd" => {
                self.flush();
                self.form = Form::default();
                if is_one_text(node) {
                    let term = self.term.take();
                    self.line.extend(term.map(|term| format!("{}: ", term.trim_end_matches([':', ' ']))));
                } else {
                    self.end_term();
                }
            }
            // A paragraph within a list item is the item's text.
            "p" | "div" if self.form.kind == BlockKind::Item && self.line.trim().is_empty() => {}
            _ if html::is_block(name) => {
                self.flush();
                // A heading's own boxes are the heading.
                if self.form.kind != BlockKind::Heading {
                    self.form = Form::default();
                    return !self.boxes(node);
                }
            }
            "a" => {
                let leads =
                    |h: &&str| ["mailto:", "tel:", "http:", "https:"].iter().any(|scheme| h.starts_with(scheme));
                self.links.extend(element.attr("href").filter(leads).map(ToOwned::to_owned));
                self.part_words(node);
            }
            // Custom elements of one name in a row are the entries of a list, such as chips.
            _ if name.contains('-') && stands_in_a_row(node, name) => {
                self.flush();
                self.form = Form { kind: BlockKind::Item, scale: 0.0 };
            }
            "span" | "time" | "em" | "strong" | "small" | "b" | "i" | "label" | "cite" | "img" => self.part_words(node),
            _ => {}
        }
        true
    }

    fn close(&mut self, element: &Element) {
        self.bold = self.bold.saturating_sub(u32::from(is_bold(element)));
        if element.name() == "aside" {
            self.flush();
            self.opens = Some(0.0);
        }
        if element.name() != "br" && (html::is_block(element.name()) || heading_scale(element).is_some()) {
            self.flush();
            let inside = self.form.kind == BlockKind::Heading && heading_scale(element).is_none();
            if !inside {
                self.form = Form::default();
            }
        }
    }

    /// True in a heading that has no words yet: some headings are buttons, in others a button stands behind the words.
    fn is_heading_so_far(&self) -> bool {
        self.form.kind == BlockKind::Heading && self.line.trim().is_empty()
    }

    /// Two boxes side by side are two words, though nothing stands between them in the markup.
    fn part_words(&mut self, node: NodeRef<'_, Node>) {
        if node.prev_sibling().is_some_and(|before| before.value().is_element()) {
            self.line.push(' ');
        }
    }

    /// Writes a row of a table at once, if each of its cells is one line; rows of layout tables hold more.
    fn row(&mut self, node: NodeRef<'_, Node>) -> bool {
        let cells: Vec<_> = node
            .children()
            .filter(|cell| matches!(cell.value(), Node::Element(el) if matches!(el.name(), "td" | "th")))
            .collect();
        if cells.len() < 2 || !cells.iter().all(|cell| is_one_text(*cell)) {
            return false;
        }
        let texts = cells.iter().filter_map(|cell| ElementRef::wrap(*cell)).map(html::text);
        let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        let header = cells.iter().all(|cell| matches!(cell.value(), Node::Element(el) if el.name() == "th"));
        let hrefs =
            cells.iter().flat_map(|cell| cell.descendants().take(LOOK_AHEAD)).filter_map(|node| match node.value() {
                Node::Element(el) if el.name() == "a" => el.attr("href"),
                _ => None,
            });
        let mut links = std::mem::take(&mut self.links);
        links.extend(
            hrefs
                .filter(|h| h.starts_with("http") || h.starts_with("mailto:") || h.starts_with("tel:"))
                .map(ToOwned::to_owned),
        );
        if texts.is_empty() || self.blocks.len() >= MAX_BLOCKS {
            self.links = links;
            return true;
        }
        let text = texts.join(" ");
        let cells = if texts.len() > 1 { texts } else { Vec::new() };
        self.push(Block { text, cells, links, bold: header, ..Block::default() });
        true
    }

    /// Writes a block that holds nothing but two or more inline boxes at once: chips, or a name and its dates at the two
    /// ends of a line.
    fn boxes(&mut self, node: NodeRef<'_, Node>) -> bool {
        let mut texts = Vec::new();
        for child in node.children().take(LOOK_AHEAD) {
            match child.value() {
                Node::Text(text) if text.trim().is_empty() => {}
                Node::Element(el) if matches!(el.name(), "span" | "time" | "small") && is_one_text(child) => {
                    // Links and bold words within are told by the ordinary way.
                    let plain = child.children().all(|inner| inner.value().is_text());
                    let Some(text) = ElementRef::wrap(child).map(html::text).filter(|_| plain) else { return false };
                    texts.push(text);
                }
                Node::Comment(_) => {}
                _ => return false,
            }
        }
        texts.retain(|text| !text.is_empty());
        if texts.len() < 2 || texts.iter().any(|text| text.len() > 160) || self.blocks.len() >= MAX_BLOCKS {
            return false;
        }
        let links = std::mem::take(&mut self.links);
        self.push(Block { text: texts.join(" "), cells: texts, links, bold: self.bold > 0, ..Block::default() });
        true
    }

    /// A term without a definition is a line that stands out.
    fn end_term(&mut self) {
        if let Some(text) = self.term.take()
            && self.blocks.len() < MAX_BLOCKS
        {
            self.push(Block { text, bold: true, ..Block::default() });
        }
    }

    fn flush(&mut self) {
        let text = html::fold_space(&self.line);
        self.line.clear();
        let (letters, bold) = std::mem::take(&mut self.letters);
        if text.is_empty() || self.blocks.len() >= MAX_BLOCKS {
            return;
        }
        let Form { kind, scale } = self.form;
        let links = std::mem::take(&mut self.links);
        self.push(Block { kind, text, scale, bold: letters > 0 && letters == bold, links, ..Block::default() });
    }

    fn push(&mut self, block: Block) {
        let left = self.opens.take();
        self.blocks.push(Block { opens: left.is_some(), left, ..block });
    }
}

/// How large a heading's letters are, as a part of the running text's.
fn heading_scale(element: &Element) -> Option<f32> {
    let level = match element.name() {
        "h1" => 1,
        "h2" => 2,
        "h3" => 3,
        "h4" | "h5" | "h6" => 4,
        _ if element.attr("role") == Some("heading") => {
            // Without a level it is 2 (WAI-ARIA 1.2, "heading").
            element.attr("aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2)
        }
        _ => return None,
    };
    Some(match level {
        ..=1 => 2.0,
        2 => 1.5,
        3 => 1.2,
        _ => 1.1,
    })
}

fn is_bold(element: &Element) -> bool {
    matches!(element.name(), "b" | "strong")
}

/// True when the element beside this one, with no words between, has the same name.
fn stands_in_a_row(node: NodeRef<'_, Node>, name: &str) -> bool {
    let beside = |node: Option<NodeRef<'_, Node>>| match node.map(|node| node.value()) {
        Some(Node::Text(text)) if text.trim().is_empty() => None,
        Some(Node::Element(element)) => Some(element.name() == name),
        _ => Some(false),
    };
    let before = beside(node.prev_sibling()).or_else(|| beside(node.prev_sibling()?.prev_sibling()));
    let behind = beside(node.next_sibling()).or_else(|| beside(node.next_sibling()?.next_sibling()));
    before == Some(true) || behind == Some(true)
}

/// True when an element holds one line of text: no headings, no lists, not two blocks with words.
fn is_one_text(node: NodeRef<'_, Node>) -> bool {
    let mut blocks_with_text = 0;
    let mut last_block = None;
    for inner in node.descendants().skip(1).take(LOOK_AHEAD) {
        match inner.value() {
            Node::Element(el) if heading_scale(el).is_some() || matches!(el.name(), "ul" | "ol" | "table" | "dl") => {
                return false;
            }
            Node::Text(text) if !text.trim().is_empty() => {
                let block = inner.ancestors().find(|a| {
                    a.id() == node.id() || matches!(a.value(), Node::Element(el) if html::is_block(el.name()))
                });
                let block = block.map(|block| block.id());
                if block != last_block {
                    blocks_with_text += 1;
                    last_block = block;
                }
            }
            _ => {}
        }
    }
    blocks_with_text <= 1
}

#[cfg(test)]
mod tests;
