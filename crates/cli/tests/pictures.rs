//! Pictures of every kind that a photo comes as, good and bad: each is read as the photo it is, or refused in one line.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;

fn picture(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples/pictures").join(name).display().to_string()
}

fn loupe(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_loupe")).args(arguments).output().unwrap()
}

fn beside_plain(name: &str) -> Value {
    let output = loupe(&["photos", &picture("plain.png"), &picture(name), "--format", "json"]);
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_kind_is_read_as_the_photo_it_is_and_upright() {
    for name in [
        "plain.jpg",
        "grey.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "ycck.jpg",
        "sixteen-bit.png",
        "wrong-name.jpg",
        "wrong-name.pdf",
        // Of what moves, the first picture.
        "animated.gif",
        "animated.png",
        "animated.webp",
        "orientation-2.jpg",
        "orientation-3.jpg",
        "orientation-5.jpg",
        "orientation-6.jpg",
        "orientation-8.jpg",
        "orientation-6.png",
    ] {
        let pair = beside_plain(name);
        assert_eq!(pair["same"], true, "{name}: {pair}");
        // A match is found in a mirrored and a turned photo too; what was read is to be neither.
        assert_eq!(pair["overlay"]["mirrored"], false, "{name}");
        assert!(pair["overlay"]["turn"].as_i64().unwrap().abs() < 10, "{name}: {}", pair["overlay"]["turn"]);
        assert!(pair["overlay"]["there"]["shown"].as_u64().unwrap() > 96, "{name}: {}", pair["overlay"]["there"]);
    }
    // Browsers turn no WebP.
    assert_eq!(beside_plain("orientation-6.webp")["same"], false);
    let round = beside_plain("round.webp");
    assert_eq!((&round["same"], &round["overlay"]["there"]["round"]), (&true.into(), &true.into()), "{round}");
}

#[test]
fn what_has_too_little_in_it_is_named() {
    for name in ["one-pixel.png", "strip.png", "silhouette.png", "silhouette.jpg"] {
        assert_eq!(beside_plain(name), Value::Null, "{name}");
        let output = loupe(&["photos", &picture("plain.png"), &picture(name)]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains(&format!("{name}: too small")) && !said.contains("plain.png"), "{said}");
    }
}

#[test]
fn what_is_not_decoded_is_one_line_that_says_what_to_do() {
    for (name, says) in [
        ("hundred-megapixels.png", "10000 × 10000 pixels"),
        ("hundred-megapixels.jpg", "10000 × 10000 pixels"),
        ("hundred-megapixels.gif", "10000 × 10000 pixels"),
        ("hundred-megapixels.webp", "10000 × 10000 pixels"),
        ("wide-pixels.png", "6500 × 6500 pixels, more than the 33 million"),
        ("drawing.svg", "(SVG): save it as PNG or JPEG"),
        ("drawing-named.png", "(SVG): save it as PNG or JPEG"),
        ("kind.avif", "(AVIF): save it as PNG or JPEG"),
        ("kind.bmp", "(BMP): save it as PNG or JPEG"),
        ("kind.ico", "(icon): save it as PNG or JPEG"),
        ("kind.tiff", "(TIFF): save it as PNG or JPEG"),
    ] {
        let output = loupe(&["photos", &picture("plain.png"), &picture(name)]);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{name}: {line}");
        assert!(line.contains(says) && line.contains(name) && line.trim_end().lines().count() == 1, "{line}");
    }
}

#[test]
fn a_picture_cut_short_anywhere_is_refused_or_the_whole_photo() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "plain.png",
        "plain.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "orientation-6.jpg",
        "sixteen-bit.png",
        "round.webp",
        "animated.gif",
        "animated.png",
        "animated.webp",
    ] {
        let bytes = fs::read(picture(name)).unwrap();
        for tenth in 0..10 {
            let cut = folder.path().join(format!("{tenth}-{name}"));
            fs::write(&cut, &bytes[..bytes.len() * tenth / 10]).unwrap();
            let output = loupe(&["photos", &picture("plain.png"), cut.to_str().unwrap(), "--format", "json"]);
            let line = String::from_utf8(output.stderr).unwrap();
            if output.status.success() {
                // All of the first picture is there, and only the second is cut.
                let pair: Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(pair["same"], true, "{name} at {tenth}/10: {pair}");
                assert!(name.starts_with("animated"), "{name} at {tenth}/10");
            } else {
                assert_eq!(output.status.code(), Some(3), "{name} at {tenth}/10: {line}");
                assert!(line.trim_end().lines().count() == 1, "{name} at {tenth}/10: {line}");
            }
        }
    }
}

#[test]
fn a_sweep_reads_what_it_can_and_names_the_rest() {
    let output = loupe(&["sweep", &picture(""), "--format", "json"]);
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    let swept: Value = serde_json::from_slice(&output.stdout).unwrap();
    let unread: Vec<_> = swept["unread"].as_array().unwrap().iter().map(|u| u["error"].as_str().unwrap()).collect();
    assert_eq!(unread.iter().filter(|id| **id == "too-many-pixels").count(), 5, "{unread:?}");
    assert_eq!(unread.iter().filter(|id| **id == "image-kind").count(), 6, "{unread:?}");
}
