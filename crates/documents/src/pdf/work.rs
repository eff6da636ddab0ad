//! How much work a page is before it is done: a few hundred bytes of drawings that each draw another ten times would
//! otherwise keep the reader busy for years.

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::collections::HashMap;

/// More bytes of drawing instructions than this, repeats counted, are not worked through.
pub(super) const MAX_WORK: u64 = 200_000_000;
/// The reader itself stops at drawings nested deeper than fifty.
const MAX_DEPTH: u32 = 50;

/// Weighs pages, remembering the drawings that several of them use.
#[derive(Default)]
pub(super) struct Scales {
    known: HashMap<ObjectIdentifier, u64>,
}

impl Scales {
    /// The bytes of instructions that drawing a page goes through; more than [`MAX_WORK`] when it does not end.
    pub(super) fn weigh(&mut self, page: &Page<'_>) -> u64 {
        let mut sum = page.page_stream().map_or(0, |content| self.content(content, page.resources(), MAX_DEPTH));
        let annotations = page.raw().get::<Array<'_>>("Annots");
        for annotation in annotations.iter().flat_map(Array::iter::<Dict<'_>>) {
            let look = annotation.get::<Dict<'_>>("AP").and_then(|looks| looks.get::<Stream<'_>>("N"));
            if let Some(look) = look {
                sum = sum.saturating_add(self.form(&look, page.resources(), MAX_DEPTH));
            }
            if sum > MAX_WORK {
                break;
            }
        }
        sum
    }

    fn content(&mut self, content: &[u8], resources: &Resources<'_>, depth: u32) -> u64 {
        let mut sum = content.len() as u64;
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if let TypedInstruction::XObject(drawn) = instruction
                && let Some(stream) = resources.get_x_object(drawn.0)
            {
                sum = sum.saturating_add(self.form(&stream, resources, depth));
                if sum > MAX_WORK {
                    break;
                }
            }
        }
        sum
    }

    fn form(&mut self, stream: &Stream<'_>, outer: &Resources<'_>, depth: u32) -> u64 {
        if stream.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Image") {
            return 0;
        }
        if depth == 0 {
            return 0;
        }
        if let Some(known) = self.known.get(&stream.obj_id()) {
            return *known;
        }
        // What draws itself never ends: it keeps this weight while it is being weighed.
        self.known.insert(stream.obj_id(), MAX_WORK + 1);
        let own = stream.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let weight =
            stream.decoded_data().map_or(0, |content| self.content(&content, own.as_ref().unwrap_or(outer), depth - 1));
        self.known.insert(stream.obj_id(), weight);
        weight
    }
}
