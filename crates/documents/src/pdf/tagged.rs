//! The structure tree of a tagged PDF with the words that its elements hold, and where those stand.

use super::marks::Mark;
use super::runs::{Contents, Joint, Piece, Run};
use super::tags::{Element, Kid, Role};
use hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use loupe_read::dates;
use std::collections::BTreeMap;

/// Wider than this many letter heights, a gap parts boxes.
pub(super) const WIDE: f32 = 0.9;
/// Wider than this, a gap parts words.
pub(super) const WORDS: f32 = 0.13;
/// Chips stand at least so many letter heights apart.
const MIN_CHIP_GAP: f32 = 0.5;
/// A chip with more letters, in bytes, is running text.
const MAX_CHIP: usize = 40;

/// An element with the words in it.
pub(super) struct Node {
    pub(super) role: Role,
    pub(super) href: Option<String>,
    pub(super) parts: Vec<Part>,
    pub(super) first: Piece,
    pub(super) last: Piece,
    /// How many lines of words.
    pub(super) lines: usize,
    /// From where to where they reach.
    pub(super) span: (f32, f32),
}

/// What an element holds.
pub(super) enum Part {
    Run(Run),
    Node(Node),
    /// White space of its own, which only elements have between them.
    Space,
    /// A link without words, as icons are.
    Icon(String),
}

impl Part {
    /// Its first and its last words.
    pub(super) fn ends(&self) -> Option<(&Piece, &Piece)> {
        match self {
            Self::Run(run) => Some((&run.first, &run.last)),
            Self::Node(node) => Some((&node.first, &node.last)),
            Self::Space | Self::Icon(_) => None,
        }
    }

    /// The words, where it has one run of them.
    fn only_run(&self) -> Option<&Run> {
        match self {
            Self::Run(run) => Some(run),
            Self::Node(node) if node.role == Role::Group && node.runs() == 1 => {
                node.parts.iter().find_map(Self::only_run)
            }
            _ => None,
        }
    }

    /// True for what stands within a line by what it is.
    pub(super) fn is_inline(&self) -> bool {
        match self {
            Self::Run(_) | Self::Space | Self::Icon(_) => true,
            Self::Node(node) => {
                matches!(node.role, Role::Span | Role::Strong | Role::Link) && node.parts.iter().all(Self::is_inline)
            }
        }
    }
}

/// The tree's elements that words stand in. `links`: addresses by annotation; those that the tree names are taken out.
pub(super) fn grow(
    tree: &Element,
    contents: &Contents,
    links: &mut BTreeMap<ObjectIdentifier, String>,
    leftwards: bool,
) -> Option<Node> {
    Grower { contents, links, leftwards }.node(tree)
}

struct Grower<'a> {
    contents: &'a Contents,
    links: &'a mut BTreeMap<ObjectIdentifier, String>,
    leftwards: bool,
}

impl Grower<'_> {
    /// An element, if there are words in it.
    fn node(&mut self, element: &Element) -> Option<Node> {
        let mut parts = Vec::new();
        let mut href = None;
        let mut marked: Vec<(usize, Mark)> = Vec::new();
        for kid in &element.kids {
            match kid {
                Kid::Marked { page, mark } => marked.push((*page, *mark)),
                Kid::Annotation(id) => href = href.or_else(|| self.links.remove(id)),
                Kid::Element(inner) => {
                    self.run(&mut marked, &mut parts);
                    if let Some(mut text) = text_of(inner) {
                        self.run(&mut text, &mut parts);
                    } else {
                        self.kid(inner, &mut parts);
                    }
                }
            }
        }
        self.run(&mut marked, &mut parts);
        let ends: Vec<(&Piece, &Piece)> = parts.iter().filter_map(Part::ends).collect();
        let (first, last) = (ends.first()?.0.clone(), ends.last()?.1.clone());
        let mut lines = 0;
        let mut span = (f32::INFINITY, f32::NEG_INFINITY);
        for part in &parts {
            let (count, (start, end)) = match part {
                Part::Run(run) => (run.lines, run.span),
                Part::Node(node) => (node.lines, node.span),
                Part::Space | Part::Icon(_) => continue,
            };
            lines += count;
            span = (span.0.min(start), span.1.max(end));
        }
        Some(Node { role: element.role, href, parts, first, last, lines, span })
    }

    fn kid(&mut self, element: &Element, parts: &mut Vec<Part>) {
        if let Some(node) = self.node(element) {
            parts.push(Part::Node(node));
        } else {
            self.icons(element, parts);
        }
    }

    /// The links of an element that no words are in.
    fn icons(&mut self, element: &Element, parts: &mut Vec<Part>) {
        for kid in &element.kids {
            match kid {
                Kid::Annotation(id) => parts.extend(self.links.remove(id).map(Part::Icon)),
                Kid::Element(inner) => self.icons(inner, parts),
                Kid::Marked { .. } => {}
            }
        }
    }

    fn run(&mut self, marked: &mut Vec<(usize, Mark)>, parts: &mut Vec<Part>) {
        let marked = std::mem::take(marked);
        match Run::read(self.contents, &marked, self.leftwards) {
            Some(run) => parts.push(Part::Run(run)),
            None if marked.iter().any(|at| self.contents.contains_key(at)) => parts.push(Part::Space),
            None => {}
        }
    }
}

/// What a text is marked with, where an element is nothing but one: browsers put each text of a page into its own.
fn text_of(element: &Element) -> Option<Vec<(usize, Mark)>> {
    let marked = element.kids.iter().map(|kid| match kid {
        Kid::Marked { page, mark } => Some((*page, *mark)),
        _ => None,
    });
    marked.collect::<Option<Vec<_>>>().filter(|_| element.role == Role::Group)
}

impl Node {
    /// True for what stands within a line: words, and boxes beside words.
    pub(super) fn is_inline(&self, at: usize, behind: Option<Joint>) -> bool {
        let of = |at: usize| self.parts.get(at);
        let ends =
            |above: usize| matches!((of(above), of(above + 1)), (Some(above), Some(below)) if are_ends(above, below));
        of(at).is_some_and(Part::is_inline)
            || self.is_within_line(at, behind)
            || ends(at)
            || at.checked_sub(1).is_some_and(ends)
    }

    /// True for a box beside words in one line.
    fn is_within_line(&self, at: usize, behind: Option<Joint>) -> bool {
        let near = |joint: Option<Joint>| matches!(joint, Some(Joint::Beside(gap)) if gap < WIDE);
        let Some(part) = self.parts.get(at) else { return false };
        let Part::Node(inner) = part else { return false };
        if inner.role != Role::Group || inner.lines != 1 || !inner.parts.iter().all(Part::is_inline) {
            return false;
        }
        let next = self.parts.iter().skip(at + 1).find(|next| !matches!(next, Part::Space));
        let ahead = next.filter(|next| next.is_inline()).and_then(Part::ends);
        let ahead = ahead.map(|(first, _)| inner.last.joint(first, (0.0, 0.0)));
        near(behind) || near(ahead)
    }

    /// How many parts from here on are words one by one in one or more lines, as chips are: no sentence, no entry with its
    /// dates. 0 when these are none.
    pub(super) fn chips(&self, from: usize) -> usize {
        let mut first: Option<&Run> = None;
        let mut last: Option<&Run> = None;
        let (mut runs, mut beside, mut count) = (0, false, 0);
        for (at, part) in self.parts.iter().skip(from).enumerate() {
            let run = match part {
                Part::Run(run) => run,
                Part::Space => continue,
                _ => break,
            };
            let begun = first.get_or_insert(run);
            let alike = run.lines == 1
                && run.text.len() <= MAX_CHIP
                && (run.first.size - begun.first.size).abs() < 0.05 * begun.first.size
                && run.bold == begun.bold
                && dates::find(&run.text).is_none();
            let joint = last.map(|last| last.last.joint(&run.first, (0.0, 0.0)));
            if !alike || matches!(joint, Some(Joint::Beside(gap)) if gap < MIN_CHIP_GAP) {
                break;
            }
            beside |= matches!(joint, Some(Joint::Beside(_)));
            last = Some(run);
            runs += 1;
            count = at + 1;
        }
        if runs > 2 && beside { count } else { 0 }
    }

    /// How many runs of words are in it.
    fn runs(&self) -> usize {
        let of = |part: &Part| match part {
            Part::Run(_) => 1,
            Part::Node(node) => node.runs(),
            Part::Space | Part::Icon(_) => 0,
        };
        self.parts.iter().map(of).sum()
    }

    /// True for boxes with one text each side by side on one line, as the cells of a row are.
    pub(super) fn is_row(&self) -> bool {
        let boxes: Vec<&Node> = self
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Node(node) => Some(node),
                _ => None,
            })
            .collect();
        self.role == Role::Group
            && boxes.len() > 1
            && self.parts.iter().all(|part| !matches!(part, Part::Run(_)))
            && boxes.iter().all(|cell| cell.role == Role::Group && cell.runs() == 1)
            && boxes.windows(2).all(|pair| match pair {
                [left, right] => {
                    let apart = (right.span.0 - left.span.1).max(left.span.0 - right.span.1);
                    matches!(left.first.joint(&right.first, (0.0, 0.0)), Joint::Beside(_))
                        && apart > WIDE * left.first.size
                }
                _ => true,
            })
    }

    /// The sizes of all words in it, with how many letters have them.
    pub(super) fn sizes(&self, to: &mut Vec<(f32, usize)>) {
        for part in &self.parts {
            match part {
                Part::Run(run) => to.push((run.first.size, run.text.len())),
                Part::Node(node) => node.sizes(to),
                Part::Space | Part::Icon(_) => {}
            }
        }
    }
}

/// True for two lines with one date each: "Present" over "Apr 2021" are the ends of one time.
pub(super) fn are_ends(above: &Part, below: &Part) -> bool {
    let (Some(above), Some(below)) = (above.only_run(), below.only_run()) else { return false };
    let (above, below) = (above.text.as_str(), below.text.as_str());
    let alone = |text: &str| text.len() <= MAX_CHIP && dates::find_range(text).is_none();
    let range = |from: &str, to: &str| dates::date_line(&format!("{from} – {to}")).is_some();
    alone(above)
        && alone(below)
        && (dates::date_line(above).is_some() || dates::date_line(below).is_some())
        && (range(above, below) || range(below, above))
}
