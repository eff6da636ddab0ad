//! The addresses that a page's link annotations lead to, and the lines that they lie over.

use super::lines::Line;
use hayro_interpret::hayro_syntax::object::{Array, Dict, ObjectIdentifier, Rect as PdfRect, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Rect};
use loupe_read::Block;

/// No résumé has more links, and no address is longer.
const MAX_LINKS: usize = 1_000;
const MAX_ADDRESS: usize = 2_048;

/// A link and where on the page it is.
#[derive(Clone)]
pub(super) struct Link {
    id: Option<ObjectIdentifier>,
    address: String,
    area: Option<Rect>,
}

impl Link {
    /// Its address by its annotation, where that has a name of its own.
    pub(super) fn named(&self) -> Option<(ObjectIdentifier, String)> {
        Some((self.id?, self.address.clone()))
    }
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
        (!address.is_empty() && address.len() <= MAX_ADDRESS).then(|| Link {
            id: annotation.obj_id(),
            address: address.to_owned(),
            area,
        })
    });
    links.take(MAX_LINKS).collect()
}

/// Gives each link to the line that it lies over; those that lie over none go to `loose`.
pub(super) fn attach(links: Vec<Link>, lines: &mut [Line], loose: &mut Vec<String>) {
    for Link { address, area, .. } in links {
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

/// Puts an address together that a narrow column parts over two lines, as their common link shows.
pub(super) fn mend(blocks: &mut Vec<Block>) {
    for at in 1..blocks.len() {
        let (above, below) = blocks.split_at_mut(at);
        let (Some(above), Some(below)) = (above.last_mut(), below.first_mut()) else { continue };
        let Some(link) = above.links.iter().find(|link| below.links.contains(link)).cloned() else { continue };
        let tail = above.text.rsplit(' ').next().unwrap_or_default();
        let head = below.text.split(' ').next().unwrap_or_default().to_owned();
        let parted = tail.contains(['.', '/', '@']) && !head.is_empty() && link.contains(&format!("{tail}{head}"));
        if parted && above.cells.is_empty() && below.cells.is_empty() {
            above.text.push_str(&head);
            below.text = below.text.get(head.len()..).unwrap_or_default().trim_start().to_owned();
            below.links.retain(|of_below| *of_below != link);
        }
    }
    blocks.retain(|block| !block.text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str, link: &str) -> Block {
        Block { links: vec![link.to_owned()], ..Block::line(text) }
    }

    #[test]
    fn an_address_over_two_lines_is_one_again() {
        let link = "https://www.linkedin.com/in/odalys-brenmark-example";
        let mut blocks = vec![block("www.linkedin.com/in/odalys-", link), block("brenmark-example (LinkedIn)", link)];
        mend(&mut blocks);
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["www.linkedin.com/in/odalys-brenmark-example", "(LinkedIn)"]);
        assert!(blocks[1].links.is_empty());
    }

    #[test]
    fn words_that_share_a_link_stay_on_their_lines() {
        let link = "https://code.example/work";
        let mut blocks = vec![block("See my work at", link), block("code.example/work", link)];
        let before = blocks.clone();
        mend(&mut blocks);
        assert_eq!(blocks, before);
    }
}
