//! The person's photo on a page: an image that stands with the name, and no other's face.

use loupe_profile::PhotoClaim;
use scraper::ElementRef;

use crate::{
    address,
    find::{self, Found},
    html,
    reader::Reader,
    site::Field,
    strategy::Strategy,
    whose::is_same,
};

/// The images that may be the person's photo, each once: of the first strategy that finds any, between which and the
/// name no heading opens something else. Of several nobody knows whose they are.
pub(crate) fn photos<'a>(reader: &Reader<'a>, name: Option<&str>) -> Vec<PhotoClaim> {
    const MOST: usize = 20;
    let at = name.and_then(|name| find::says(reader.scope, name)).map(|node| node.id());
    let opens_another = |heading: ElementRef<'_>| {
        find::is_heading(heading) && !name.is_some_and(|name| is_same(&html::text(heading), name))
    };
    let is_near = |found: &Found<'_>| {
        let (Found::Element(image), Some(at)) = (found, at) else { return true };
        let (from, to) = (image.id().min(at), image.id().max(at));
        let holds = |el: ElementRef<'_>| el.descendants().any(|node| node.id() == to);
        let behind = reader.scope.descendants().skip_while(|node| node.id() <= from);
        let mut between = behind.take_while(|node| node.id() < to).filter_map(ElementRef::wrap);
        !between.any(|el| opens_another(el) && !holds(el))
    };
    let of = |strategy: &'a Strategy| {
        let found = reader.apply(Field::Photo, strategy).into_iter().take(MOST);
        let mut photos: Vec<PhotoClaim> = Vec::new();
        for claim in found
            .filter(is_near)
            .filter(|found| !reader.stands_with_foreign(found, name))
            .filter_map(|found| photo(strategy, &found))
        {
            if !photos.iter().any(|known| is_same_picture(&known.address, &claim.address)) {
                photos.push(claim);
            }
        }
        (!photos.is_empty()).then_some(photos)
    };
    reader.strategies(Field::Photo).iter().find_map(of).unwrap_or_default()
}

/// True for one picture, in whatever size: `…-shrink_100_100/…`, `…?s=64`.
fn is_same_picture(a: &str, b: &str) -> bool {
    let sizeless = |address: &str| {
        let is_size = |c: char| c.is_ascii_digit() || matches!(c, 'x' | '_');
        let parts = address::bare(address).split('/').map(|part| part.trim_end_matches(is_size).to_owned());
        parts.collect::<Vec<_>>()
    };
    address::bare(a) == address::bare(b)
        || (a.contains("shrink_") && b.contains("shrink_") && sizeless(a) == sizeless(b))
}

/// The claim that a found image makes, if it is more than a stand-in.
fn photo(strategy: &Strategy, found: &Found<'_>) -> Option<PhotoClaim> {
    // Stand-ins that a site shows when there is no photo, or until it has loaded.
    let real = |src: &&str| {
        !src.is_empty() && !src.contains("ghost") && !src.contains("/default") && !src.starts_with("data:")
    };
    let address = match (found, &strategy.attribute) {
        (Found::Text(address), _) => Some(address.as_str()),
        (_, Some(attribute)) => found.attribute(attribute),
        (_, None) => {
            let sources = ["src", "data-delayed-url", "data-src"];
            sources.iter().filter_map(|name| found.attribute(name)).find(real)
        }
    };
    let address = address.filter(real)?.to_owned();
    let image = found.attribute("data-loupe-image").and_then(|n| n.parse().ok());
    Some(PhotoClaim { address, image, ..PhotoClaim::default() })
}
