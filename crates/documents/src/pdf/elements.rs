//! A tagged PDF → the elements of a page: what the structure tree says, and where letters stand what it does not.
//!
//! The tree of a printed page tells headings, paragraphs and lists, but neither which of its boxes stand within a line
//! nor where a line is broken; that is seen.

use super::runs::{Joint, Piece, Run};
use super::tagged::{Node, Part, WIDE, WORDS, are_ends};
use super::tags::Role;
use crate::text::median;
use loupe_read::Tagged;

/// As many lines show how wide the text around them may be.
const MIN_LINES: usize = 6;
/// A label is a bullet or a number when it has no more letters.
const MAX_BULLET: usize = 3;

/// The pieces of a tagged file, for `loupe_read::tagged_outline`.
pub(super) fn elements(tree: &Node) -> Vec<Tagged> {
    let mut sizes = Vec::new();
    tree.sizes(&mut sizes);
    let mut writer = Writer { usual: median(sizes.into_iter()), told: None };
    let mut out = Vec::new();
    writer.parts(tree, tree.span, &mut out);
    out
}

struct Writer {
    /// The size of the running text.
    usual: f32,
    /// The page and size that were told last.
    told: Option<(usize, f32)>,
}

impl Writer {
    /// `limits`: from where to where lines reach around here.
    fn parts(&mut self, node: &Node, limits: (f32, f32), out: &mut Vec<Tagged>) {
        let limits = if node.lines >= MIN_LINES { node.span } else { limits };
        let mut chips_end = 0;
        let mut before: Option<&Part> = None;
        let mut spaced = false;
        for (at, part) in node.parts.iter().enumerate() {
            let Some((first, _)) = part.ends() else {
                spaced = true;
                if let Part::Icon(href) = part {
                    out.push(Tagged::Element { name: "a", href: Some(href.clone()), within: Vec::new() });
                }
                continue;
            };
            let begins_chips = at >= chips_end;
            if begins_chips {
                chips_end = at + node.chips(at);
            }
            let chips = at < chips_end;
            let joint = |before: &Part| before.ends().map_or(Joint::Apart, |(_, last)| last.joint(first, limits));
            let behind = before.map(joint);
            if !node.is_inline(at, behind) {
                self.block(part, limits, out);
                before = None;
                spaced = false;
                continue;
            }
            match behind {
                None => self.tell(first, out),
                Some(Joint::Apart) if chips && !begins_chips || before.is_some_and(|before| are_ends(before, part)) => {
                    out.push(Tagged::Text(" ".into()));
                }
                Some(Joint::Apart) => {
                    out.push(element("br", Vec::new()));
                    self.tell(first, out);
                }
                Some(Joint::Wrapped) => out.push(Tagged::Text(" ".into())),
                Some(Joint::Beside(gap)) if gap > WORDS || spaced => out.push(Tagged::Text(" ".into())),
                Some(Joint::Beside(_)) => {}
            }
            let begins = matches!(behind, None | Some(Joint::Apart));
            match part {
                // Marks before the words of a line are drawn, not written.
                Part::Run(run) if begins && !run.text.contains(char::is_alphanumeric) && at + 1 < node.parts.len() => {
                    continue;
                }
                Part::Run(run) => {
                    let next = node.parts.get(at + 1);
                    let boxed = chips || is_boxed(run, behind, spaced, next, limits);
                    out.push(words(run, node, boxed));
                }
                Part::Node(inner) => {
                    let mut within = Vec::new();
                    self.parts(inner, limits, &mut within);
                    let name = match inner.role {
                        Role::Strong => "b",
                        Role::Link => "a",
                        _ => "span",
                    };
                    out.push(Tagged::Element { name, href: inner.href.clone(), within });
                }
                Part::Space | Part::Icon(_) => {}
            }
            before = Some(part);
            spaced = false;
        }
    }

    fn block(&mut self, part: &Part, limits: (f32, f32), out: &mut Vec<Tagged>) {
        let Part::Node(node) = part else { return };
        let name = match node.role {
            Role::Label if is_bullet(node) => return,
            Role::Body => return self.parts(node, limits, out),
            Role::Heading(1) => "h1",
            Role::Heading(2) => "h2",
            Role::Heading(3) => "h3",
            Role::Heading(4) => "h4",
            Role::Heading(5) => "h5",
            Role::Heading(_) => "h6",
            Role::Paragraph => "p",
            Role::List => "ul",
            Role::Item => "li",
            Role::Table => "table",
            Role::Row => "tr",
            Role::HeaderCell => "th",
            Role::Cell => "td",
            Role::Quote => "blockquote",
            Role::Aside => "aside",
            Role::Link => "a",
            Role::Group | Role::Span | Role::Strong | Role::Label => "div",
        };
        self.tell(&node.first, out);
        let mut within = Vec::new();
        if node.is_row() {
            for part in &node.parts {
                self.cell(part, limits, &mut within);
            }
            out.push(element("tr", within));
            return;
        }
        self.parts(node, limits, &mut within);
        out.push(Tagged::Element { name, href: node.href.clone(), within });
    }

    fn cell(&mut self, part: &Part, limits: (f32, f32), out: &mut Vec<Tagged>) {
        let Part::Node(node) = part else { return };
        let mut within = Vec::new();
        self.parts(node, limits, &mut within);
        out.push(element("td", within));
    }

    /// Tells where a line stands when that is another page or size than before.
    fn tell(&mut self, piece: &Piece, out: &mut Vec<Tagged>) {
        let scale = if self.usual > 0.0 { piece.size / self.usual } else { 0.0 };
        if self.told != Some((piece.page, scale)) {
            self.told = Some((piece.page, scale));
            out.push(Tagged::Line { page: piece.page as u32 + 1, scale });
        }
    }
}

fn element(name: &'static str, within: Vec<Tagged>) -> Tagged {
    Tagged::Element { name, href: None, within }
}

/// True when words are an element of their own within a line: space parts them that is theirs no more than their
/// neighbours', or more space than between words.
fn is_boxed(run: &Run, behind: Option<Joint>, spaced: bool, next: Option<&Part>, limits: (f32, f32)) -> bool {
    let beside = |joint: Joint| matches!(joint, Joint::Beside(_));
    let wide = |joint: Joint| matches!(joint, Joint::Beside(gap) if gap > WIDE);
    let ahead = next.and_then(Part::ends).map(|(first, _)| run.last.joint(first, limits));
    if behind.is_some_and(wide) || ahead.is_some_and(wide) {
        return true;
    }
    let marked =
        |ch: Option<char>| ch.is_some_and(|ch| !ch.is_alphanumeric() && !matches!(ch, '+' | '(' | '[' | '“' | '"'));
    if (run.spaced.0 || !spaced && marked(run.text.chars().next())) && behind.is_some_and(beside) {
        return false;
    }
    let Some(ahead) = ahead else {
        return spaced && behind.is_some_and(beside)
            || matches!(next, Some(Part::Space))
            || behind.is_some_and(beside) && !run.spaced.1;
    };
    !(run.spaced.1 && beside(ahead)) && (beside(ahead) || behind.is_some_and(beside))
}

fn words(run: &Run, around: &Node, boxed: bool) -> Tagged {
    let text = Tagged::Text(format!(
        "{}{}{}",
        if run.spaced.0 { " " } else { "" },
        run.text,
        if run.spaced.1 { " " } else { "" }
    ));
    let heading = matches!(around.role, Role::Heading(_));
    // "Maren Holtby, Engineer" in one heading: the smaller words are no part of the name.
    if heading && run.first.size < 0.85 * around.first.size {
        return element("small", vec![text]);
    }
    if run.bold && !heading {
        return element("b", vec![text]);
    }
    if boxed { element("span", vec![text]) } else { text }
}

fn is_bullet(label: &Node) -> bool {
    fn letters(node: &Node) -> usize {
        node.parts.iter().fold(0, |sum, part| {
            sum + match part {
                Part::Run(run) => run.text.chars().filter(|ch| ch.is_alphanumeric()).count(),
                Part::Node(node) => letters(node),
                Part::Space | Part::Icon(_) => 0,
            }
        })
    }
    letters(label) <= MAX_BULLET
}
