//! HTML with bounds: parsing that cannot be made slow or large, and text as a reader sees it.

use ego_tree::NodeId;
use scraper::{ElementRef, Html, Node, Selector};

use crate::ReadError;

/// More than any profile page has.
pub(crate) const MAX_HTML_BYTES: usize = 16_000_000;
/// Browsers' own parsers stop at 512.
const MAX_DEPTH: u32 = 1_000;
/// Unclosed formatting is opened again in every paragraph (HTML, 13.2.4.3), so it multiplies.
const MAX_FORMATTING: u32 = 24;
const MAX_TAGS: u32 = 400_000;

/// Elements whose end is implied or that hold nothing: they do not deepen the tree.
const FLAT: [&[u8]; 30] = [
    b"area",
    b"base",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"hr",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"optgroup",
    b"option",
    b"p",
    b"param",
    b"rp",
    b"rt",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"wbr",
    b"path",
];
const FORMATTING: [&[u8]; 14] =
    [b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike", b"strong", b"tt", b"u"];

/// Parses a page after making sure that the parser's own worst cases cannot be reached.
pub(crate) fn parse(html: &str) -> Result<Html, ReadError> {
    let mut document = parse_as_is(html)?;
    open_shadows(&mut document);
    Ok(document)
}

/// As [`parse`], with shadow roots as they are written.
pub(crate) fn parse_as_is(html: &str) -> Result<Html, ReadError> {
    if html.len() > MAX_HTML_BYTES {
        return Err(ReadError::TooLarge { limit_mb: MAX_HTML_BYTES as u32 / 1_000_000 });
    }
    check_shape(html.as_bytes())?;
    Ok(Html::parse_document(html))
}

fn check_shape(html: &[u8]) -> Result<(), ReadError> {
    let too_deep = ReadError::TooDeep { limit: MAX_DEPTH };
    let (mut depth, mut formatting, mut tags) = (0_u32, 0_u32, 0_u32);
    let mut rest = html;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        rest = &rest[at + 1..];
        let closing = rest.first() == Some(&b'/');
        let name_from = usize::from(closing);
        let length = rest[name_from..].iter().take(16).take_while(|b| b.is_ascii_alphanumeric()).count();
        if length == 0 {
            continue;
        }
        let mut name = [0_u8; 16];
        name[..length].copy_from_slice(&rest[name_from..name_from + length]);
        name.make_ascii_lowercase();
        let name = &name[..length];
        tags += 1;
        if tags > MAX_TAGS {
            return Err(ReadError::TooLarge { limit_mb: MAX_HTML_BYTES as u32 / 1_000_000 });
        }
        if FLAT.contains(&name) {
            continue;
        }
        let is_formatting = FORMATTING.contains(&name);
        if closing {
            depth = depth.saturating_sub(1);
            formatting = formatting.saturating_sub(u32::from(is_formatting));
        } else {
            depth += 1;
            formatting += u32::from(is_formatting);
        }
        if depth > MAX_DEPTH || formatting > MAX_FORMATTING {
            return Err(too_deep);
        }
    }
    Ok(())
}

/// Where a node stood before it was taken out of the tree.
pub(crate) struct Detached {
    node: NodeId,
    parent: NodeId,
    next: Option<NodeId>,
}

/// Takes out of the tree every element that matches: nothing of it can be read any more.
pub(crate) fn detach_all(html: &mut Html, selector: &Selector) -> Vec<Detached> {
    let doomed = html.select(selector).map(|el| el.id()).collect();
    detach_ids(html, doomed)
}

/// Takes elements out of the tree.
pub(crate) fn detach_ids(html: &mut Html, doomed: Vec<NodeId>) -> Vec<Detached> {
    let detach = |id| {
        let mut node = html.tree.get_mut(id)?;
        let next = node.next_sibling().map(|next| next.id());
        let parent = node.parent()?.id();
        node.detach();
        Some(Detached { node: id, parent, next })
    };
    doomed.into_iter().filter_map(detach).collect()
}

/// Puts back what [`detach_all`] took out, if nothing else was changed since.
pub(crate) fn restore(html: &mut Html, detached: Vec<Detached>) {
    for was in detached.into_iter().rev() {
        if let Some(mut next) = was.next.and_then(|next| html.tree.get_mut(next)) {
            next.insert_id_before(was.node);
        } else if let Some(mut parent) = html.tree.get_mut(was.parent) {
            parent.append_id(was.node);
        }
    }
}

/// Puts what stands in a declarative shadow root where the browser shows it: into the element that carries it. Selectors
/// and walks see one tree then; a template's contents would be a world of their own.
fn open_shadows(html: &mut Html) {
    let is_shadow = |node: &Node| matches!(node, Node::Element(el) if el.name() == "template" && el.attr("shadowrootmode").is_some());
    let shadows: Vec<_> = html.tree.nodes().filter(|node| is_shadow(node.value())).map(|node| node.id()).collect();
    for shadow in shadows {
        let Some(template) = html.tree.get(shadow) else { continue };
        let inside = template.children().find(|child| child.value().is_fragment()).unwrap_or(template);
        let children: Vec<_> = inside.children().map(|child| child.id()).collect();
        for child in children {
            if let Some(mut template) = html.tree.get_mut(shadow) {
                template.insert_id_before(child);
            }
        }
        if let Some(mut template) = html.tree.get_mut(shadow) {
            template.detach();
        }
    }
}

/// Elements after which a line ends.
const BLOCKS: [&str; 39] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "caption",
    "td",
    "th",
    "tr",
    "ul",
    "template",
];

pub(crate) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The text of an element as lines: a new line at `<br>` and at every block, white space folded, no empty lines.
pub(crate) fn lines(element: ElementRef<'_>) -> Vec<String> {
    lines_with(element, false)
}

/// As [`lines`], and if `breaks`, a new line at every line break of the text itself.
pub(crate) fn lines_with(element: ElementRef<'_>, breaks: bool) -> Vec<String> {
    use scraper::node::Element;
    let block = |el: &Element| is_block(el.name());
    let mut raw = String::new();
    for edge in element.traverse() {
        use ego_tree::iter::Edge;
        match edge {
            Edge::Open(node) => match node.value() {
                // Data that the page carries is not text that it shows.
                Node::Text(_)
                    if node
                        .parent()
                        .is_some_and(|p| matches!(p.value(), Node::Element(el) if el.name() == "script")) => {}
                Node::Text(text) => raw.extend(text.chars().map(|c| if c == '\n' && !breaks { ' ' } else { c })),
                Node::Element(el) if block(el) => raw.push('\n'),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(el) = node.value()
                    && block(el)
                {
                    raw.push('\n');
                }
            }
        }
    }
    raw.split('\n').map(fold_space).filter(|line| !line.is_empty()).collect()
}

/// The lines of a text that may be written as HTML, as descriptions in embedded data often are.
pub(crate) fn plain(text: &str) -> Vec<String> {
    const LONGEST: usize = 100_000;
    if !text.contains('<') || text.len() > LONGEST {
        return text.lines().map(fold_space).filter(|line| !line.is_empty()).collect();
    }
    parse(text).map(|html| lines(html.root_element())).unwrap_or_default()
}

/// The first text of an element that is more than white space, whatever box it stands in.
pub(crate) fn first_text(element: ElementRef<'_>) -> String {
    element.text().map(fold_space).find(|text| !text.is_empty()).unwrap_or_default()
}

/// The text of an element as one line.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    lines(element).join(" ")
}

/// White space folded to single spaces, zero-width characters left out.
pub(crate) fn fold_space(text: &str) -> String {
    let visible: String =
        text.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True when four figures that can be a year stand in a text.
pub(crate) fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_numeric()).any(|run| {
        let digits: Vec<u32> = run.chars().filter_map(|c| c.to_digit(10)).collect();
        matches!(digits.as_slice(), [1, 9, _, _] | [2, 0, _, _])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_breaks_and_blocks() {
        let html = parse("<div>One <b>two</b><br>three<p>four</p>five&nbsp;six</div>").unwrap();
        let div = html.select(&Selector::parse("div").unwrap()).next().unwrap();
        assert_eq!(lines(div), ["One two", "three", "four", "five six"]);
    }

    #[test]
    fn shadow_roots_are_part_of_their_host() {
        let html = parse(
            "<a-b id=x><template shadowrootmode=open><h1>Rune</h1><c-d><template shadowrootmode=open><p>Inner</p></template></c-d></template><i>light</i></a-b>",
        )
        .unwrap();
        let select = |css: &str| html.select(&Selector::parse(css).unwrap()).map(text).collect::<Vec<_>>();
        assert_eq!(select("#x > h1"), ["Rune"]);
        assert_eq!(select("#x c-d > p"), ["Inner"]);
        assert_eq!(select("#x"), ["Rune Inner light"]);
    }

    #[test]
    fn what_was_taken_out_goes_back_where_it_was() {
        let mut html = parse("<p>a<b>b</b>c</p><p>d<b>e <i>f</i></b></p><b>g</b>").unwrap();
        let whole = html.html();
        let taken = detach_all(&mut html, &Selector::parse("b, i").unwrap());
        assert_ne!(html.html(), whole);
        restore(&mut html, taken);
        assert_eq!(html.html(), whole);
    }

    #[test]
    fn hostile_shapes_are_refused_before_parsing() {
        assert_eq!(
            parse(&"<div>".repeat(100_000)),
            Err(ReadError::TooDeep { limit: 1_000 }).map(|()| Html::new_document())
        );
        assert!(matches!(parse(&"<b x>".repeat(100)), Err(ReadError::TooDeep { .. })));
        assert!(matches!(parse(&"<p>".repeat(500_000)), Err(ReadError::TooLarge { .. })));
        assert!(parse(&"<p>a".repeat(5_000)).is_ok());
    }
}
