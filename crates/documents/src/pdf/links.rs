//! The addresses that a page's link annotations lead to, and the lines that they lie over.

use super::lines::Line;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Rect as PdfRect, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Rect};

/// No résumé has more links, and no address is longer.
const MAX_LINKS: usize = 1_000;
const MAX_ADDRESS: usize = 2_048;

/// A link and where on the page it is.
pub(super) struct Link {
    address: String,
    area: Option<Rect>,
}

/// The links of a page.
pub(super) fn collect(page: &Page<'_>, to_page: Affine) -> Vec<Link> {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let links = annotations.iter::<Dict<'_>>().filter_map(|annotation| {
        let action = annotation.get::<Dict<'_>>("A")?;
        let address = action.get::<PdfString<'_>>("URI")?;
        let address = crate::text::decode(address.as_bytes());
        let address = address.trim();
        let area = annotation
            .get::<PdfRect>("Rect")
            .map(|area| to_page.transform_rect_bbox(Rect::new(area.x0, area.y0, area.x1, area.y1).abs()));
        (!address.is_empty() && address.len() <= MAX_ADDRESS).then(|| Link { address: address.to_owned(), area })
    });
    links.take(MAX_LINKS).collect()
}

/// Gives each link to the line that it lies over; those that lie over none go to `loose`.
pub(super) fn attach(links: Vec<Link>, lines: &mut [Line], loose: &mut Vec<String>) {
    for Link { address, area } in links {
        let under = area.and_then(|area| {
            let shared = |line: &Line| {
                let (x0, x1) = (f64::from(line.x0), f64::from(line.x1));
                let (top, bottom) = (f64::from(line.y - 0.8 * line.size), f64::from(line.y + 0.25 * line.size));
                let shared = area.intersect(Rect::new(x0, top, x1, bottom));
                (shared.height() > 0.4 * (bottom - top) && shared.width() > 0.0).then(|| shared.area())
            };
            let worded = lines.iter_mut().filter(|line| line.text.contains(char::is_alphanumeric));
            let found = worded.filter_map(|line| shared(line).map(|area| (area, line)));
            found.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, line)| line)
        });
        let links = match under {
            Some(line) => &mut line.links,
            None if loose.len() < MAX_LINKS => &mut *loose,
            None => continue,
        };
        if !links.contains(&address) {
            links.push(address);
        }
    }
}
