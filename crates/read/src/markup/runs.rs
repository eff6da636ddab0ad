//! A line that is nothing but short pieces side by side: boxes, or words set apart by bold and italics with marks between
//! ("**Developer**, *Quay Labs*, Hull"). Its cells are what the markup tells apart though no column does.

use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Node, node::Element};

use crate::{dates, html};

use super::{
    LEFT_OUT, LOOK_AHEAD,
    shape::{is_bold, is_icon, leads_away},
};

/// Elements within a line that may hold a piece of it.
const INLINE: [&str; 19] = [
    "span", "time", "small", "b", "strong", "em", "i", "a", "label", "cite", "u", "abbr", "data", "mark", "font",
    "code", "kbd", "sub", "ins",
];
/// A longer piece, in bytes, is running text.
const MAX_PIECE: usize = 160;
/// A box at the end of a line parts it where what stands before is no longer than this, in bytes, and in words.
const MAX_NAME: usize = 80;
const MAX_NAME_WORDS: usize = 6;
/// More pieces than any line has.
const MAX_PIECES: usize = 60;
/// Boxes within boxes are looked into so deep.
const MAX_DEPTH: u32 = 3;

/// The pieces of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    /// The line as it is shown.
    pub(super) text: String,
    pub(super) cells: Vec<String>,
    pub(super) links: Vec<String>,
    /// Every letter is bold.
    pub(super) bold: bool,
}

/// True for words, or an element within a line, with no such before it.
pub(super) fn may_begin(node: NodeRef<'_, Node>) -> bool {
    let stands_in_line = |node: NodeRef<'_, Node>| match node.value() {
        Node::Text(text) => !text.trim().is_empty(),
        Node::Element(el) => INLINE.contains(&el.name()) || is_icon(el),
        _ => false,
    };
    stands_in_line(node) && !node.prev_siblings().find(|node| !is_nothing(*node)).is_some_and(stands_in_line)
}

/// The pieces of the line that begins with a node, and its last node; nothing if it has less than two, or running text.
pub(super) fn of(first: NodeRef<'_, Node>, bold: bool, heading: bool) -> Option<(Runs, NodeId)> {
    let mut taker = Taker { all_bold: true, heading, ..Taker::default() };
    let line = std::iter::once(first).chain(first.next_siblings());
    let mut last = first.id();
    for node in line.take(LOOK_AHEAD) {
        if let Node::Element(el) = node.value()
            && html::is_block(el.name())
        {
            break;
        }
        taker.node(node, bold, 0)?;
        last = node.id();
    }
    let runs =
        Runs { text: html::fold_space(&taker.text), cells: taker.cells, links: taker.links, bold: taker.all_bold };
    (runs.cells.len() > 1).then_some((runs, last))
}

fn is_nothing(node: NodeRef<'_, Node>) -> bool {
    match node.value() {
        Node::Text(text) => text.trim().is_empty(),
        Node::Comment(_) => true,
        _ => false,
    }
}

/// What stands between the last piece and the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Between {
    /// Nothing but white space.
    #[default]
    Nothing,
    /// Dashes.
    Dash,
    /// Another mark, an icon, or the beginning of the line.
    Mark,
    /// A colon: what follows belongs to the label before.
    Colon,
}

#[derive(Debug, Clone, Default)]
struct Taker {
    text: String,
    cells: Vec<String>,
    links: Vec<String>,
    between: Between,
    /// The last piece is text of the line itself, not of an element in it.
    plain: bool,
    all_bold: bool,
    /// In a heading, a box behind words is a piece of its own.
    heading: bool,
}

impl Taker {
    /// Nothing when the element holds something else than pieces.
    fn take(&mut self, node: NodeRef<'_, Node>, bold: bool, depth: u32) -> Option<()> {
        node.children().take(LOOK_AHEAD).try_for_each(|child| self.node(child, bold, depth))
    }

    fn node(&mut self, node: NodeRef<'_, Node>, bold: bool, depth: u32) -> Option<()> {
        match node.value() {
            Node::Text(text) => self.plain(text, bold)?,
            Node::Element(el) if LEFT_OUT.contains(&el.name()) || is_icon(el) || el.name() == "img" => {
                self.between = Between::Mark;
                self.text.push(' ');
            }
            Node::Element(el) if INLINE.contains(&el.name()) => self.element(node, el, bold, depth)?,
            Node::Element(_) => return None,
            _ => {}
        }
        Some(())
    }

    fn element(&mut self, node: NodeRef<'_, Node>, el: &Element, bold: bool, depth: u32) -> Option<()> {
        let bold = bold || is_bold(el);
        let shown = ElementRef::wrap(node).and_then(|el| el.text().next()).unwrap_or_default();
        let glued = matches!(el.name(), "span" | "small" | "b" | "strong" | "em" | "i") && self.is_glued(shown);
        self.text.push(' ');
        let link = el.attr("href").filter(|href| el.name() == "a" && leads_away(href));
        self.links.extend(link.map(ToOwned::to_owned));
        let text =
            ElementRef::wrap(node).map(|el| html::fold_space(&el.text().collect::<String>())).unwrap_or_default();
        if text.is_empty() {
            self.between = Between::Mark;
            return Some(());
        }
        let holds_boxes = node.children().take(LOOK_AHEAD).any(|inner| inner.value().is_element());
        if holds_boxes && depth < MAX_DEPTH {
            let mut inner = self.clone();
            if inner.take(node, bold, depth + 1).is_some() && inner.cells.len() > self.cells.len() + 1 {
                *self = inner;
                return Some(());
            }
        }
        // Blocks in it, or links that are told by the ordinary way.
        if holds_boxes && !node.descendants().skip(1).take(LOOK_AHEAD).all(|inner| is_inline(inner) || is_drawn(inner))
        {
            return None;
        }
        let inner = node.descendants().skip(1).take(LOOK_AHEAD).filter_map(|inner| match inner.value() {
            Node::Element(el) if el.name() == "a" => el.attr("href"),
            _ => None,
        });
        self.links.extend(inner.filter(|href| leads_away(href)).map(ToOwned::to_owned));
        let set_apart = (matches!(el.name(), "span" | "small" | "time") && (self.heading || html::has_year(&text)))
            || dates::date_line(&text).is_some()
            || glued
            || self.is_end(node, el, &text);
        if self.plain && self.between == Between::Nothing && !self.cells.is_empty() && !set_apart {
            return None;
        }
        self.plain = false;
        self.text.push_str(&text);
        // "**Languages.** Go, Python": words run in before the rest of the line.
        let run_in = self.cells.is_empty() && bold && text.len() <= 60 && text.ends_with('.');
        self.push(if run_in { text.trim_end_matches('.') } else { &text }, bold)?;
        if run_in {
            self.between = Between::Mark;
        }
        Some(())
    }

    /// True when words begin right behind others, as only boxes do: "Holtby" and "Engineer", not "M" and "aren".
    fn is_glued(&self, text: &str) -> bool {
        let ends = self.text.chars().rev().take_while(|c| c.is_alphanumeric()).take(2).count() == 2;
        let first = text.chars().next();
        ends && first.is_some_and(char::is_alphanumeric) && !first.is_some_and(char::is_lowercase)
    }

    /// True for a box at the end of a short line of names: "Fernrill Systems <span>Leeds</span>".
    fn is_end(&self, node: NodeRef<'_, Node>, el: &Element, text: &str) -> bool {
        let [before] = self.cells.as_slice() else { return false };
        let named = |word: Option<&str>| word.is_some_and(|w| !w.starts_with(|c: char| c.is_lowercase()));
        let short = |text: &str| text.len() <= MAX_NAME && text.split(' ').count() <= MAX_NAME_WORDS;
        matches!(el.name(), "span" | "small")
            && short(before)
            && short(text)
            && named(before.split(' ').next())
            && named(before.split(' ').next_back())
            && named(text.split(' ').next())
            && !text.ends_with(['.', ':'])
            && node.next_siblings().all(is_nothing)
            && node.parent().is_some_and(|parent| !is_inline(parent))
    }

    /// Text of the line itself: a mark, or a piece that marks part from those beside it.
    fn plain(&mut self, text: &str, bold: bool) -> Option<()> {
        let folded = html::fold_space(text);
        let core = folded.trim_matches(is_mark);
        let core = if core.chars().any(char::is_alphanumeric) { core } else { "" };
        let (lead, trail) = if core.is_empty() {
            (folded.as_str(), "")
        } else {
            let start = folded.len() - folded.trim_start_matches(is_mark).len();
            (folded.get(..start)?, folded.get(start + core.len()..)?)
        };
        self.mark(lead);
        let glued = lead.is_empty() && self.is_glued(text);
        if glued {
            self.text.push(' ');
        }
        self.text.push_str(text);
        if core.is_empty() {
            return Some(());
        }
        if !self.cells.is_empty() && self.between == Between::Nothing && !self.plain {
            // "**Languages** Go, Python": a list behind the name of its group.
            let named = self.cells.len() == 1 && self.all_bold && !bold;
            if !glued && (!named || !is_short_list(core)) {
                return None;
            }
        }
        self.push(core, bold)?;
        self.plain = true;
        self.mark(trail);
        Some(())
    }

    fn mark(&mut self, marks: &str) {
        for mark in marks.chars().filter(|c| !c.is_whitespace()) {
            self.between = match (mark, self.between) {
                (':' | '：', _) => Between::Colon,
                ('-' | '–' | '—', Between::Nothing | Between::Dash) => Between::Dash,
                _ => Between::Mark,
            };
        }
    }

    fn push(&mut self, text: &str, bold: bool) -> Option<()> {
        self.all_bold = self.all_bold && bold;
        let piece = text.trim_matches(|c: char| c.is_whitespace() || ",;|·•".contains(c));
        if piece.len() > MAX_PIECE || self.cells.len() >= MAX_PIECES {
            return None;
        }
        let between = std::mem::take(&mut self.between);
        if piece.is_empty() {
            return Some(());
        }
        if let Some(last) = self.cells.last_mut() {
            if last.ends_with([':', '：']) || between == Between::Colon {
                *last = format!("{}: {piece}", last.trim_end_matches([':', '：', ' ']));
                return Some(());
            }
            // A start and an end, each in a box of its own.
            let whole = match between {
                Between::Dash | Between::Nothing if last.len() + piece.len() <= 48 => Some(format!("{last} – {piece}")),
                _ => None,
            };
            let one_date = |text: &str| dates::date_line(text).is_some() && dates::find_range(text).is_none();
            let range = |text: &String| dates::find_range(text).is_some() && dates::date_line(text).is_some();
            if one_date(last)
                && let Some(whole) = whole.filter(range)
            {
                *last = if between == Between::Dash { whole } else { format!("{last} {piece}") };
                return Some(());
            }
        }
        self.cells.push(piece.to_owned());
        Some(())
    }
}

/// True for several short pieces with commas between them.
fn is_short_list(text: &str) -> bool {
    let mut pieces = text.split([',', '、', '،', '，', ';', '•', '·']).map(str::trim);
    let short = |piece: &str| (1..=4).contains(&piece.split_whitespace().count()) && piece.len() <= 60;
    let lower = text.chars().next().is_some_and(char::is_lowercase);
    pieces.clone().count() > 1 && pieces.all(short) && !lower && !text.ends_with('.')
}

/// Marks between the pieces of a line.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || ",;|/·•‧∙●⋅–—-():：()（）[]@→‖、，،|".contains(c)
}

/// True for a picture in the line, and for what it is drawn of.
fn is_drawn(node: NodeRef<'_, Node>) -> bool {
    let drawing = |node: &NodeRef<'_, Node>| matches!(node.value(), Node::Element(el) if el.name() == "svg");
    drawing(&node) || node.ancestors().take(8).any(|above| drawing(&above))
}

fn is_inline(node: NodeRef<'_, Node>) -> bool {
    match node.value() {
        Node::Element(el) => INLINE.contains(&el.name()) || is_icon(el),
        Node::Text(_) | Node::Comment(_) => true,
        _ => false,
    }
}
