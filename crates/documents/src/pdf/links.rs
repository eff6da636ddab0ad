//! The addresses that a page's link annotations lead to.

use hayro_interpret::hayro_syntax::object::{Array, Dict, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;

/// No résumé has more links, and no address is longer.
const MAX_LINKS: usize = 1_000;
const MAX_ADDRESS: usize = 2_048;

/// Adds the addresses of a page's links that are not there yet.
pub(super) fn collect(page: &Page<'_>, links: &mut Vec<String>) {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return };
    for annotation in annotations.iter::<Dict<'_>>() {
        if links.len() >= MAX_LINKS {
            return;
        }
        let Some(action) = annotation.get::<Dict<'_>>("A") else { continue };
        let Some(address) = action.get::<PdfString<'_>>("URI") else { continue };
        let address = crate::text::decode(address.as_bytes());
        let address = address.trim();
        if !address.is_empty() && address.len() <= MAX_ADDRESS && !links.iter().any(|link| link == address) {
            links.push(address.to_owned());
        }
    }
}
