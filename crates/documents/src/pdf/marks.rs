//! What the contents of a page are marked with, in the order in which they are drawn.
//!
//! Numbers count anew in each form that a page draws (ISO 32000-1, 14.7.4.3), as browsers draw whatever is half
//! transparent, and who draws does not say in which form it is. So the page is gone through once before.

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;

/// The page itself among the streams that hold contents.
pub(super) const PAGE: u32 = 0;
/// A form that the tree does not name.
const UNNAMED: u32 = u32::MAX;
/// More marked contents, or forms, than any page has.
const MAX_MARKS: usize = 100_000;
const MAX_FORMS: usize = 5_000;
/// Forms within each other are not followed further.
const MAX_DEPTH: usize = 20;

/// The stream that contents stand in, and the number that they are marked with there.
pub(super) type Mark = (u32, u32);

/// The marks of a page as they begin; nothing when there is no end of them.
///
/// `streams`: the forms that the tree names. Call it for pages that were weighed: the time it takes is theirs.
pub(super) fn of(page: &Page<'_>, streams: &BTreeMap<ObjectIdentifier, u32>) -> Option<Vec<Mark>> {
    let mut walk = Walk { streams, marks: Vec::new(), forms: MAX_FORMS };
    walk.content(page.page_stream()?, PAGE, page.resources(), MAX_DEPTH)?;
    Some(walk.marks)
}

struct Walk<'s> {
    streams: &'s BTreeMap<ObjectIdentifier, u32>,
    marks: Vec<Mark>,
    forms: usize,
}

impl Walk<'_> {
    fn content(&mut self, content: &[u8], stream: u32, resources: &Resources<'_>, depth: usize) -> Option<()> {
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            match instruction {
                TypedInstruction::BeginMarkedContentWithProperties(marked) => {
                    let number = match marked.1 {
                        Object::Dict(properties) => properties.get::<u32>("MCID"),
                        Object::Name(name) => {
                            resources.properties.get::<Dict<'_>>(name).and_then(|it| it.get::<u32>("MCID"))
                        }
                        _ => None,
                    };
                    self.marks.extend(number.map(|number| (stream, number)));
                    if self.marks.len() > MAX_MARKS {
                        return None;
                    }
                }
                TypedInstruction::XObject(drawn) => {
                    if let Some(form) = resources.get_x_object(drawn.0) {
                        self.form(&form, resources, depth)?;
                    }
                }
                _ => {}
            }
        }
        Some(())
    }

    fn form(&mut self, form: &Stream<'_>, outer: &Resources<'_>, depth: usize) -> Option<()> {
        if form.dict().get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            return Some(());
        }
        self.forms = self.forms.checked_sub(1)?;
        let depth = depth.checked_sub(1)?;
        let Ok(content) = form.decoded_data() else { return Some(()) };
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let stream = self.streams.get(&form.obj_id()).copied().unwrap_or(UNNAMED);
        self.content(&content, stream, own.as_ref().unwrap_or(outer), depth)
    }
}
