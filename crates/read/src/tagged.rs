//! Documents with markup of their own that are no pages: the tags of a PDF, read by the rules for a page's elements.

use ego_tree::NodeMut;
use html5ever::{Attribute, LocalName, QualName, ns};
use scraper::{
    ElementRef, Html, Node,
    node::{Element, ProcessingInstruction, Text},
};

use crate::{Outline, markup};

/// A piece of a tagged document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Tagged {
    /// Words.
    Text(String),
    /// What follows stands here.
    Line {
        /// The page, counted from 1.
        page: u32,
        /// The height of the letters relative to the document's running text (1.0); 0 when unknown.
        scale: f32,
    },
    /// An element and what is in it.
    Element {
        /// HTML's name for what it is: `h1`, `p`, `li`, `div`.
        name: &'static str,
        /// Where it leads to, if it is a link.
        href: Option<String>,
        /// Its pieces.
        within: Vec<Tagged>,
    },
}

/// A node that a parser of HTML never makes: it reads `<?` as a comment.
pub(crate) const LINE: &str = "line";

/// The page and scale that such a node tells.
pub(crate) fn line_told(told: &str) -> Option<(u32, f32)> {
    let (page, scale) = told.split_once(' ')?;
    Some((page.parse().ok()?, scale.parse().ok()?))
}

/// The outline of tagged pieces. Elements within each other deepen the stack: the caller bounds them.
pub fn tagged_outline(pieces: &[Tagged], reader: &str) -> Outline {
    let mut document = Html::new_document();
    let mut root = document.tree.root_mut();
    let mut body = root.append(Node::Element(element("body", None)));
    fill(&mut body, pieces);
    let body = document.tree.root().first_child().and_then(ElementRef::wrap);
    markup::outline(body, reader)
}

fn fill(to: &mut NodeMut<'_, Node>, pieces: &[Tagged]) {
    for piece in pieces {
        match piece {
            Tagged::Text(text) => {
                to.append(Node::Text(Text { text: text.as_str().into() }));
            }
            Tagged::Line { page, scale } => {
                let data = format!("{page} {scale}").as_str().into();
                to.append(Node::ProcessingInstruction(ProcessingInstruction { target: LINE.into(), data }));
            }
            Tagged::Element { name, href, within } => {
                fill(&mut to.append(Node::Element(element(name, href.as_deref()))), within);
            }
        }
    }
}

fn element(name: &str, href: Option<&str>) -> Element {
    let attribute =
        |href: &str| Attribute { name: QualName::new(None, ns!(), LocalName::from("href")), value: href.into() };
    Element::new(QualName::new(None, ns!(html), LocalName::from(name)), href.map(attribute).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BlockKind;

    fn tag(name: &'static str, within: &[Tagged]) -> Tagged {
        Tagged::Element { name, href: None, within: within.to_vec() }
    }

    fn text(text: &str) -> Tagged {
        Tagged::Text(text.to_owned())
    }

    #[test]
    fn tags_are_read_as_a_page_is() {
        let link = Tagged::Element {
            name: "a",
            href: Some("https://holtby.example".into()),
            within: vec![text("holtby.example")],
        };
        let outline = tagged_outline(
            &[
                Tagged::Line { page: 1, scale: 1.0 },
                tag("h1", &[text("Maren Holtby")]),
                tag("p", &[text("See "), link]),
                tag(
                    "ul",
                    &[tag("li", &[text("Go")]), Tagged::Line { page: 2, scale: 1.0 }, tag("li", &[text("Raft")])],
                ),
            ],
            "pdf",
        );
        let told: Vec<_> = outline.blocks.iter().map(|b| (b.kind, b.text.as_str(), b.page)).collect();
        assert_eq!(
            told,
            [
                (BlockKind::Heading, "Maren Holtby", Some(1)),
                (BlockKind::Line, "See holtby.example", Some(1)),
                (BlockKind::Item, "Go", Some(1)),
                (BlockKind::Item, "Raft", Some(2)),
            ]
        );
        assert_eq!(outline.blocks[1].links, ["https://holtby.example"]);
    }
}
