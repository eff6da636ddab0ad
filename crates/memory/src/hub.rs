//! What too many people share to say anything of one of them: a site's default picture, a firm's logo, a stock photo.

use std::cmp::Reverse;

use loupe_profile::{NameMatch, compare_names};

use crate::SightingId;

/// What more people than this share is a template, a placeholder or an agency's.
pub const HUB: usize = 5;

/// Sightings looked at to tell a hub: many pages of one person hide nobody else's.
const LOOKED_AT: usize = 1_000;

/// Of sightings that certainly share a thing with a probe of this name: as many as prove that it is a hub, the strongest
/// first, each under another name; none when it is not.
pub(crate) fn witnesses<'a>(
    probe: &str,
    mut sharing: Vec<(SightingId, u64)>,
    name_of: impl Fn(SightingId) -> &'a str,
) -> Vec<SightingId> {
    if sharing.len() <= HUB {
        return Vec::new();
    }
    sharing.sort_by_key(|(id, weight)| (Reverse(*weight), *id));
    let mut told: Vec<(SightingId, &str)> = Vec::new();
    for (id, _) in sharing.into_iter().take(LOOKED_AT) {
        let name = name_of(id);
        let is_new = |known: &str| compare_names(known, name) == NameMatch::Different;
        // Who is named nowhere may be anybody, and the person's own pages are no others'.
        if name.is_empty() || !(probe.is_empty() || is_new(probe)) || !told.iter().all(|(_, known)| is_new(known)) {
            continue;
        }
        told.push((id, name));
        if told.len() > HUB {
            return told.into_iter().map(|(id, _)| id).collect();
        }
    }
    Vec::new()
}
