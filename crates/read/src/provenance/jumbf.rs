//! A C2PA manifest store: the boxes of JUMBF (ISO 19566-5), and the few facts read from a manifest.
//!
//! Labels and box kinds are those of the C2PA specification 2.x, "Use of JUMBF", "Claims" and "Actions".

use super::{cbor, xmp};

/// Boxes within boxes; a manifest's assertions are four deep.
const MAX_DEPTH: usize = 8;
/// Boxes looked at.
const MAX_BOXES: usize = 4096;
/// Manifests and statements kept.
const MOST: usize = 32;

/// What is read of one manifest.
#[derive(Default)]
pub(super) struct Manifest {
    /// The program that made the claim, as it calls itself.
    pub(super) generator: Option<String>,
    /// The digital source types of its actions.
    pub(super) sources: Vec<String>,
}

/// The manifests of a store in its order: the last one is the active one.
pub(super) fn manifests(store: &[u8]) -> Vec<Manifest> {
    let mut walk = Walk { left: MAX_BOXES, manifests: Vec::new() };
    walk.boxes(store, 0, "");
    walk.manifests
}

struct Walk {
    left: usize,
    manifests: Vec<Manifest>,
}

impl Walk {
    /// `depth` 0 holds the store, 1 its manifests, and what lies deeper belongs to the last manifest.
    fn boxes(&mut self, bytes: &[u8], depth: usize, label: &str) {
        let mut rest = bytes;
        while let Some((kind, content, after)) = next_box(rest) {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            rest = after;
            match &kind {
                b"jumb" if depth < MAX_DEPTH => {
                    if depth == 1 && self.manifests.len() < MOST {
                        self.manifests.push(Manifest::default());
                    }
                    let label = label_of(content).unwrap_or_default();
                    self.boxes(content, depth + 1, &label);
                }
                b"cbor" | b"json" => {
                    if let Some(manifest) = self.manifests.last_mut() {
                        manifest.read(label, kind, content);
                    }
                }
                _ => {}
            }
        }
    }
}

impl Manifest {
    fn read(&mut self, label: &str, kind: [u8; 4], content: &[u8]) {
        let mut sources: Vec<String> = Vec::new();
        if &kind == b"json" {
            sources.extend(xmp::source_types(&super::lossy(content)).map(str::to_owned));
        } else if label.starts_with("c2pa.actions") {
            sources.extend(cbor::texts_of(content, "digitalSourceType").map(str::to_owned).take(MOST));
        } else if label.starts_with("c2pa.claim") {
            // Since version 2 the name stands in a map of its own.
            let name = cbor::texts_of(content, "claim_generator").next().map(str::to_owned);
            self.generator = name.or_else(|| {
                let mut items = cbor::items(content).skip_while(|item| *item != Some("claim_generator_info"));
                items.by_ref().find(|item| *item == Some("name"))?;
                items.next()?.map(str::to_owned)
            });
        }
        for source in sources {
            if self.sources.len() < MOST && !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
    }
}

/// The first box: its kind, its content and what follows. A box that says it is longer than there are bytes ends with
/// them.
pub(super) fn next_box(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (head, total) = match u32::from_be_bytes(*length) {
        0 => (8, bytes.len()),
        1 => (16, usize::try_from(u64::from_be_bytes(*rest.first_chunk::<8>()?)).ok()?),
        length => (8, length as usize),
    };
    let total = total.min(bytes.len());
    let content = bytes.get(head..total)?;
    Some((*kind, content, bytes.get(total..)?))
}

/// The label in the description box that comes first in a superbox.
fn label_of(content: &[u8]) -> Option<String> {
    const REQUESTABLE_WITH_LABEL: u8 = 3;
    let (kind, description, _) = next_box(content)?;
    let (toggles, rest) = description.get(16..)?.split_first()?;
    if &kind != b"jumd" || toggles & REQUESTABLE_WITH_LABEL != REQUESTABLE_WITH_LABEL {
        return None;
    }
    let label = rest.split(|byte| *byte == 0).next()?;
    Some(String::from_utf8_lossy(label.get(..200).unwrap_or(label)).into_owned())
}
