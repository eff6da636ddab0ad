//! The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what its maker says is a heading, a paragraph or a
//! list, and in which order it is read.

use super::marks::{Mark, PAGE};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Number, Object, ObjectIdentifier};
use loupe_profile::Document;
use std::collections::{BTreeMap, BTreeSet};

/// More elements than any résumé has.
const MAX_NODES: usize = 50_000;
/// Elements within each other are not followed further; pages printed to PDF nest as deep as their markup.
const MAX_DEPTH: usize = 120;

/// What an element is, as far as reading differs by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Holds others and says nothing of them.
    Group,
    /// A part of a line.
    Span,
    /// Words that weigh more.
    Strong,
    Heading(u8),
    Paragraph,
    List,
    Item,
    /// What an item begins with: a bullet, a number, a term.
    Label,
    /// What an item says.
    Body,
    Table,
    Row,
    HeaderCell,
    Cell,
    Link,
    Quote,
    Aside,
}

/// An element of the tree.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) role: Role,
    pub(super) kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug, Clone)]
pub(super) enum Kid {
    Element(Element),
    /// Contents of a page, by the page's place in the file and what the contents are marked with.
    Marked {
        page: usize,
        mark: Mark,
    },
    /// An annotation: that of a link.
    Annotation(ObjectIdentifier),
}

/// True for files whose tree tells more than where the letters stand: those that browsers on Skia print, in whose trees a
/// page's own markup is found again. The trees of word processors name paragraphs one by one, boxes and columns out of
/// their places; on real résumés fewer fields were read with them than without.
pub(super) fn are_trusted(document: &Document) -> bool {
    document.producer.as_ref().is_some_and(|producer| producer.starts_with("Skia/PDF"))
}

/// The tree of a file.
pub(super) struct Tree {
    pub(super) root: Element,
    /// The contents that it names, each once: by page and mark.
    pub(super) named: BTreeSet<(usize, Mark)>,
    /// The forms that it names contents of, counted from 1.
    pub(super) streams: BTreeMap<ObjectIdentifier, u32>,
}

/// Reads the tree of a file; nothing when it has none, or one without an end.
pub(super) fn read(pdf: &Pdf) -> Option<Tree> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let root = catalog.get::<Dict<'_>>("StructTreeRoot")?;
    let pages = pdf.pages().iter().enumerate().filter_map(|(at, page)| Some((page.raw().obj_id()?, at))).collect();
    let roles = root.get::<Dict<'_>>("RoleMap").unwrap_or_default();
    let mut reader = Reader { pages, roles, left: MAX_NODES, named: BTreeSet::new(), streams: BTreeMap::new() };
    let mut tree = Element { role: Role::Group, kids: Vec::new() };
    reader.kids(&root, None, MAX_DEPTH, &mut tree.kids)?;
    Some(Tree { root: tree, named: reader.named, streams: reader.streams })
}

struct Reader<'a> {
    pages: BTreeMap<ObjectIdentifier, usize>,
    roles: Dict<'a>,
    left: usize,
    named: BTreeSet<(usize, Mark)>,
    streams: BTreeMap<ObjectIdentifier, u32>,
}

impl<'a> Reader<'a> {
    /// Reads what an element holds; nothing when there is too much of it.
    fn kids(&mut self, of: &Dict<'a>, page: Option<usize>, depth: usize, to: &mut Vec<Kid>) -> Option<()> {
        match of.get::<Object<'a>>("K") {
            Some(Object::Array(kids)) => kids.iter::<Object<'a>>().try_for_each(|kid| self.kid(&kid, page, depth, to)),
            Some(kid) => self.kid(&kid, page, depth, to),
            None => Some(()),
        }
    }

    fn kid(&mut self, kid: &Object<'a>, page: Option<usize>, depth: usize, to: &mut Vec<Kid>) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        match kid {
            Object::Number(number) => to.extend(self.marked(page, PAGE, number.as_i64())),
            Object::Dict(kid) => {
                let page = kid.get_ref("Pg").and_then(|page| self.pages.get(&page.into()).copied()).or(page);
                if let Some(number) = kid.get::<Number>("MCID").map(|number| number.as_i64()) {
                    // A form that is drawn on the page has numbers of its own.
                    let stream = kid.get_ref("Stm").map_or(PAGE, |form| self.stream(form.into()));
                    to.extend(self.marked(page, stream, number));
                } else if let Some(annotation) = kid.get_ref("Obj") {
                    to.push(Kid::Annotation(annotation.into()));
                } else if kid.contains_key("S") || kid.contains_key("K") {
                    let role = self.role(kid);
                    let mut element = Element { role, kids: Vec::new() };
                    self.kids(kid, page, depth.checked_sub(1)?, &mut element.kids)?;
                    to.push(Kid::Element(element));
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Contents that nothing before has named.
    fn marked(&mut self, page: Option<usize>, stream: u32, number: i64) -> Option<Kid> {
        let (page, mark) = (page?, (stream, u32::try_from(number).ok()?));
        self.named.insert((page, mark)).then_some(Kid::Marked { page, mark })
    }

    fn stream(&mut self, form: ObjectIdentifier) -> u32 {
        let next = self.streams.len() as u32 + 1;
        *self.streams.entry(form).or_insert(next)
    }

    fn role(&self, element: &Dict<'_>) -> Role {
        let Some(name) = element.get::<Name<'_>>("S") else { return Role::Group };
        // Names of the maker's own stand for those of the standard, one for another, as often as not.
        known(name.as_str())
            .or_else(|| known(self.roles.get::<Name<'_>>(name.as_str())?.as_str()))
            .unwrap_or(Role::Group)
    }
}

/// The standard's names (ISO 32000-1, 14.8.4; 32000-2 adds `Title`, `Strong`, `Em`).
fn known(name: &str) -> Option<Role> {
    Some(match name {
        "Document" | "Part" | "Art" | "Sect" | "Div" | "NonStruct" | "Private" | "TOC" | "TOCI" | "Index" | "Form"
        | "THead" | "TBody" | "TFoot" | "DocumentFragment" | "Figure" | "Artifact" => Role::Group,
        "Aside" => Role::Aside,
        "Span" | "Em" | "Code" | "Quote" | "Reference" | "Note" | "FENote" | "Sub" | "BibEntry" | "Annot" | "Ruby"
        | "RB" | "RT" | "RP" | "Warichu" | "WT" | "WP" | "Formula" => Role::Span,
        "Strong" => Role::Strong,
        "Title" | "H1" => Role::Heading(1),
        "H" | "H2" => Role::Heading(2),
        "H3" => Role::Heading(3),
        "H4" => Role::Heading(4),
        "H5" => Role::Heading(5),
        "H6" => Role::Heading(6),
        "P" | "Caption" => Role::Paragraph,
        "BlockQuote" => Role::Quote,
        "L" => Role::List,
        "LI" => Role::Item,
        "Lbl" => Role::Label,
        "LBody" => Role::Body,
        "Table" => Role::Table,
        "TR" => Role::Row,
        "TH" => Role::HeaderCell,
        "TD" => Role::Cell,
        "Link" => Role::Link,
        _ => return None,
    })
}
