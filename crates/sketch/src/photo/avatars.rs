//! Pictures that stand where somebody gave none: account pictures that systems come with, and sites' default avatars.
//!
//! They stand under many names, so nothing is said of who shares one. Most are drawings of a few flat colours, which
//! [`crate::flat`] tells; those here are photos and drawings of many colours. They are told by PDQ, as a whole: one that
//! was cropped is left to the rule that a picture under many names says nothing.

use std::sync::LazyLock;

use super::{Pdq, distance};

/// As far from one of the list is the same picture in another size. Measured at 48 to 400 pixels, as JPEG too: of 88
/// pictures 85 stay within 48 bits always, a gamepad and a drawn face up to 200 pixels or from 400 on, and a silhouette,
/// which is flat, does not. Of 1,500 painted portraits none is nearer than 76, of the reference's photos none than 96.
const SAME_PICTURE: u32 = 50;

/// A hash, and behind it whose picture it is and which.
static AVATARS: LazyLock<Vec<(Pdq, &str)>> = LazyLock::new(|| {
    let lines = include_str!("avatars.txt").lines().filter_map(|line| line.split_once(' '));
    lines.filter_map(|(hash, name)| Some((hash.parse().ok()?, name))).collect()
});

/// Which known picture this is, if it is one: whose, and its name there.
pub fn known_avatar(photo: &Pdq) -> Option<&'static str> {
    let near = |(avatar, _): &&(Pdq, &str)| distance(avatar, photo) <= SAME_PICTURE;
    AVATARS.iter().find(near).map(|(_, name)| *name)
}
