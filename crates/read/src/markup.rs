//! Markup to outlines: an element of a page as headings, lines, list items, rows of tables and links, so that the
//! recognisers of résumés can read it.

use ego_tree::{NodeId, NodeRef, iter::Edge};
use scraper::{ElementRef, Node, node::Element};

use crate::{Block, BlockKind, Outline, html, tagged, words};

mod runs;
mod shape;

use shape::{
    defined_once, heading_scale, heads_rows, is_bold, is_dated_apart, is_icon, is_of_the_page, is_one_text, items_kind,
    items_kind_of, leads_away, stands_in_a_row,
};

/// More blocks than any page about one person has.
const MAX_BLOCKS: usize = 20_000;
/// So many nodes are looked at to tell what a list item, a row or a definition holds.
const LOOK_AHEAD: usize = 400;
/// A definition's term that is longer is a paragraph.
const MAX_TERM: usize = 60;

/// Elements of which nothing is read: they are the page's, not the person's.
const LEFT_OUT: [&str; 11] =
    ["script", "style", "svg", "select", "textarea", "template", "noscript", "datalist", "iframe", "rt", "rp"];

/// Elements as one outline, in the order given.
pub(crate) fn outline<'a>(roots: impl IntoIterator<Item = ElementRef<'a>>, reader: &str) -> Outline {
    let mut writer = Writer::default();
    for root in roots {
        writer.walk(root);
    }
    Outline { reader: reader.to_owned(), blocks: writer.blocks, links: writer.links, ..Outline::default() }
}

/// How far the walk is in, and how far out it was since the last block.
#[derive(Debug, Clone, Copy, Default)]
struct Depth {
    own: u16,
    least: u16,
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
    /// How many links are open.
    anchors: u32,
    /// A term whose definition follows.
    term: Option<String>,
    /// A margin, or what goes on beside one, begins here: its left edge.
    opens: Option<f32>,
    depth: Depth,
    /// The page of what follows, and how large its letters are, in a document that has pages.
    place: Option<(u32, f32)>,
    /// What the items of each open list are.
    lists: Vec<BlockKind>,
}

/// Where margins are thought to stand, for what is read of them: on the other side of the page.
const MARGIN: f32 = 1.0;
/// As large as the smallest heading counts the name of a part beside its rows.
const HEADS_ROWS: f32 = 1.1;

impl Writer {
    fn walk(&mut self, root: ElementRef<'_>) {
        // Children of what is left out or was told at once are passed over until it closes.
        let mut closed: Option<NodeId> = None;
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if closed.is_none() => match node.value() {
                    _ if self.begins_line(node) && self.runs(node, &mut closed) => {}
                    Node::Text(text) => self.text(text),
                    // Only documents with tags of their own have these.
                    Node::ProcessingInstruction(told) if &*told.target == tagged::LINE => {
                        self.place = tagged::line_told(&told.data);
                    }
                    Node::Element(element) if self.open(node, element) => {
                        self.depth.own = self.depth.own.saturating_add(1);
                    }
                    Node::Element(element) => {
                        self.bold = self.bold.saturating_sub(u32::from(is_bold(element)));
                        closed = Some(node.id());
                    }
                    _ => {}
                },
                Edge::Close(node) if closed == Some(node.id()) => closed = None,
                Edge::Close(node) if closed.is_none() => {
                    if let Node::Element(element) = node.value() {
                        self.close(element);
                        self.depth.own = self.depth.own.saturating_sub(1);
                        self.depth.least = self.depth.least.min(self.depth.own);
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
        if LEFT_OUT.contains(&name) || is_icon(element) || (name == "button" && !self.is_heading_so_far()) {
            return false;
        }
        if is_bold(element) {
            self.bold += 1;
        }
        if name == "aside" {
            self.flush();
            self.opens = Some(MARGIN);
        }
        if name == "footer" && is_of_the_page(node) {
            self.flush();
            // The page's foot shares nothing with what stands above it.
            self.depth.least = 0;
        }
        if let Some(scale) = heading_scale(element) {
            self.flush();
            self.strand_links();
            self.form = Form { kind: BlockKind::Heading, scale };
            return true;
        }
        match name {
            // The name on top may stand in two lines.
            "br" if self.form.scale >= 2.0 => self.line.push(' '),
            "br" => self.flush(),
            // "<h1>Maren Holtby <small>Engineer</small></h1>": small words beside the name on top are none of it.
            // So is what the person does, in a box.
            "small" | "span"
                if self.form.scale >= 2.0
                    && (name == "small" || self.is_headline(node))
                    && !self.line.trim().is_empty() =>
            {
                self.flush();
                self.form = Form::default();
            }
            "ul" | "ol" => {
                self.flush();
                self.form = Form::default();
                self.lists.push(items_kind(node));
            }
            "li" => {
                self.flush();
                let kind = self.lists.last().copied().unwrap_or_else(|| items_kind_of(node));
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
                    && defined_once(node)
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
                    if self.term.as_deref().is_some_and(|term| is_dated_apart(term, node)) {
                        self.end_term();
                    }
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
                if (name == "caption" || (matches!(name, "td" | "th") && heads_rows(node)))
                    && let Some(text) = ElementRef::wrap(node).map(html::text)
                {
                    self.form = Self::head_of_rows(&text);
                    return true;
                }
                // A heading's own boxes are the heading.
                if self.form.kind != BlockKind::Heading {
                    self.form = Form::default();
                }
            }
            "a" => {
                self.anchors += 1;
                self.links.extend(element.attr("href").filter(|href| leads_away(href)).map(ToOwned::to_owned));
                self.part_words(node);
            }
            // Custom elements of one name in a row are the entries of a list, such as chips.
            _ if name.contains('-') && stands_in_a_row(node, name) => {
                self.flush();
                self.form = Form { kind: BlockKind::Item, scale: 0.0 };
            }
            "span" | "time" | "em" | "strong" | "small" | "b" | "i" | "label" | "cite" | "img" | "u" | "data"
            | "abbr" | "mark" | "font" => self.part_words(node),
            _ => {}
        }
        true
    }

    fn close(&mut self, element: &Element) {
        self.bold = self.bold.saturating_sub(u32::from(is_bold(element)));
        match element.name() {
            "ul" | "ol" => drop(self.lists.pop()),
            "a" => self.anchors = self.anchors.saturating_sub(1),
            _ => {}
        }
        if element.name() == "aside" {
            self.flush();
            self.opens = Some(0.0);
        }
        if element.name() != "br" && (html::is_block(element.name()) || heading_scale(element).is_some()) {
            self.flush();
            let inside = self.form.kind == BlockKind::Heading
                && heading_scale(element).is_none()
                && !matches!(element.name(), "td" | "th" | "caption");
            if !inside {
                self.form = Form::default();
            }
        }
    }

    /// Links without words, as icons are, belong to what stands before a heading and not to the heading.
    fn strand_links(&mut self) {
        if self.anchors == 0
            && let Some(last) = self.blocks.last_mut()
        {
            last.links.append(&mut self.links);
        }
    }

    /// True in a heading that has no words yet: some headings are buttons, in others a button stands behind the words.
    fn is_heading_so_far(&self) -> bool {
        self.form.kind == BlockKind::Heading && self.line.trim().is_empty()
    }

    /// True for a position behind the name on top, in a box of its own.
    fn is_headline(&self, node: NodeRef<'_, Node>) -> bool {
        let text = ElementRef::wrap(node).map(html::text).unwrap_or_default();
        let name = self.line.trim();
        words::is_title(&text) && name.contains(' ') && !name.ends_with(',')
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
        let mut texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        // What stands beside several rows is no part of the first of them.
        if texts.len() > 1 && self.blocks.len() < MAX_BLOCKS && cells.first().is_some_and(|cell| heads_rows(*cell)) {
            let text = texts.remove(0);
            let Form { kind, scale } = Self::head_of_rows(&text);
            self.push(Block { kind, text, scale, ..Block::default() });
        }
        let header = cells.iter().all(|cell| matches!(cell.value(), Node::Element(el) if el.name() == "th"));
        let hrefs =
            cells.iter().flat_map(|cell| cell.descendants().take(LOOK_AHEAD)).filter_map(|node| match node.value() {
                Node::Element(el) if el.name() == "a" => el.attr("href"),
                _ => None,
            });
        let mut links = std::mem::take(&mut self.links);
        links.extend(hrefs.filter(|href| leads_away(href)).map(ToOwned::to_owned));
        if texts.is_empty() || self.blocks.len() >= MAX_BLOCKS {
            self.links = links;
            return true;
        }
        let text = texts.join(" ");
        let cells = if texts.len() > 1 { texts } else { Vec::new() };
        self.push(Block { text, cells, links, bold: header, ..Block::default() });
        true
    }

    /// What a cell is that stands beside several rows: the name of a part is a heading.
    fn head_of_rows(text: &str) -> Form {
        match words::heading(text) {
            Some(_) => Form { kind: BlockKind::Heading, scale: HEADS_ROWS },
            None => Form::default(),
        }
    }

    /// True for the first words of a line, where those may be pieces side by side.
    fn begins_line(&self, node: NodeRef<'_, Node>) -> bool {
        // The name on top is one, whatever boxes it is written in.
        self.form.scale < 2.0
            && self.line.trim().is_empty()
            && runs::may_begin(node)
            && node.parent().is_some_and(|p| matches!(p.value(), Node::Element(el) if html::is_block(el.name())))
    }

    /// Writes a line that is nothing but short pieces side by side at once: chips, or a name and its dates at the two
    /// ends of a line. `told` becomes the last node of it.
    fn runs(&mut self, node: NodeRef<'_, Node>, told: &mut Option<NodeId>) -> bool {
        let Some((runs, last)) = runs::of(node, self.bold > 0, self.form.kind == BlockKind::Heading) else {
            return false;
        };
        if self.blocks.len() >= MAX_BLOCKS {
            return false;
        }
        *told = Some(last);
        self.line.clear();
        let Form { kind, scale } = self.form;
        let mut links = std::mem::take(&mut self.links);
        links.extend(runs.links);
        self.push(Block {
            kind,
            scale,
            text: runs.text,
            cells: runs.cells,
            links,
            bold: runs.bold,
            ..Block::default()
        });
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
        let shares = Some(self.depth.least);
        self.depth.least = self.depth.own;
        let (page, scale) = self.place.unzip();
        let scale = if block.scale == 0.0 { scale.unwrap_or(0.0) } else { block.scale };
        self.blocks.push(Block { opens: left.is_some(), left, shares, page, scale, ..block });
    }
}

#[cfg(test)]
mod tests;
