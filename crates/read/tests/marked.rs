//! Marks in images that the tools wrote which write them in life: `tests/samples/marked`, made by its `make.py`.
#![allow(clippy::unwrap_used, reason = "helpers of tests may")]

use std::{fs, path::PathBuf};

use loupe_profile::ProvenanceKind::{self, C2pa, Composed, Generated, Software};
use loupe_read::provenance::marks;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples/marked")
}

fn read(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap()
}

/// What is said of a file: kind, where it is written, and the beginning of its words.
type Said = (ProvenanceKind, &'static str, &'static str);

const EXPECTED: [(&str, &[Said]); 16] = [
    (
        "c2pa-generated.jpg",
        &[
            (Generated, "C2PA manifest by Loupe sample, not validated, JPEG APP11", "http://cv.iptc.org"),
            (C2pa, "C2PA manifest, not validated, JPEG APP11", "Loupe sample"),
        ],
    ),
    (
        "c2pa-generated.png",
        &[
            (Generated, "C2PA manifest by Loupe sample, not validated, PNG caBX", "http://cv.iptc.org"),
            (C2pa, "C2PA manifest, not validated, PNG caBX", "Loupe sample"),
        ],
    ),
    (
        "c2pa-composed.webp",
        &[
            (Composed, "C2PA manifest by Loupe sample, not validated, WebP C2PA", "http://cv.iptc.org"),
            (C2pa, "C2PA manifest, not validated, WebP C2PA", "Loupe sample"),
        ],
    ),
    ("c2pa-camera.jpg", &[(C2pa, "C2PA manifest, not validated, JPEG APP11", "Loupe sample")]),
    (
        "c2pa-edited.jpg",
        &[
            (
                Generated,
                "C2PA manifest of an earlier version or a part by Loupe sample, not validated, JPEG APP11",
                "http://cv.iptc.org",
            ),
            (C2pa, "C2PA manifest, not validated, JPEG APP11", "Loupe sample"),
        ],
    ),
    ("web-ui.png", &[(Generated, "PNG tEXt parameters", "a harbour in the fog Negative prompt: people Steps: 20")]),
    ("web-ui-unicode.png", &[(Generated, "PNG iTXt parameters", "a гавань in the fog")]),
    (
        "comfyui.png",
        &[(Generated, "PNG tEXt prompt", "{\"3\": {\"class_type\""), (Generated, "PNG tEXt workflow", "{\"nodes\"")],
    ),
    ("invokeai.png", &[(Generated, "PNG tEXt invokeai_metadata", "{\"app_version\"")]),
    ("xmp-generated.jpg", &[(Generated, "XMP digitalSourceType, JPEG APP1", "trainedAlgorithmicMedia")]),
    ("xmp-composed.png", &[(Composed, "XMP digitalSourceType, PNG iTXt", "compositeWithTrainedAlgorithmicMedia")]),
    ("xmp-generated.webp", &[(Generated, "XMP digitalSourceType, WebP XMP", "trainedAlgorithmicMedia")]),
    ("iptc-credit.jpg", &[(Generated, "IPTC Credit, JPEG APP13", "Made with Google AI")]),
    ("user-comment.jpg", &[(Generated, "EXIF UserComment, JPEG APP1", "a harbour in the fog")]),
    ("user-comment-unicode.jpg", &[(Generated, "EXIF UserComment, JPEG APP1", "a гавань in the fog")]),
    ("camera.jpg", &[(Software, "EXIF Software, JPEG APP1", "GIMP 2.10")]),
];

#[test]
fn every_tools_marks_are_read() {
    for (name, expected) in EXPECTED {
        let found = marks(&read(name));
        let said: Vec<_> = found.iter().map(|mark| (mark.kind, mark.place.as_str())).collect();
        assert_eq!(said, expected.iter().map(|(kind, place, _)| (*kind, *place)).collect::<Vec<_>>(), "{name}");
        for (mark, (_, _, words)) in found.iter().zip(expected) {
            assert!(mark.words.starts_with(words), "{name}: {}", mark.words);
        }
    }
    let files =
        fs::read_dir(folder()).unwrap().filter(|file| file.as_ref().unwrap().path().extension() != Some("py".as_ref()));
    assert_eq!(files.count(), EXPECTED.len(), "every file is looked at");
}

#[test]
fn wrong_lengths_in_a_real_manifest_end_it_and_say_nothing_new() {
    for name in ["c2pa-edited.jpg", "c2pa-generated.png", "c2pa-composed.webp"] {
        let bytes = read(name);
        let honest = marks(&bytes);
        let boxes = (4..bytes.len() - 4).filter(|at| matches!(&bytes[*at..at + 4], b"jumb" | b"jumd" | b"cbor"));
        let boxes: Vec<_> = boxes.collect();
        assert!(boxes.len() > 10, "{name}: {}", boxes.len());
        for at in boxes {
            for length in [0_u32, 1, 2, 7, 8, 0x7fff_ffff, u32::MAX] {
                let mut wrong = bytes.clone();
                wrong[at - 4..at].copy_from_slice(&length.to_be_bytes());
                for mark in marks(&wrong) {
                    let known = honest.iter().any(|m| (m.kind, &m.words) == (mark.kind, &mark.words));
                    assert!(known || mark.kind == C2pa, "{name}, box at {at}, length {length}: {mark:?}");
                    assert!(mark.place.contains("not validated"), "{mark:?}");
                }
            }
        }
        for end in 0..bytes.len() {
            let found = marks(&bytes[..end]);
            assert!(found.iter().all(|mark| mark.place.contains("not validated")), "{name} cut at {end}: {found:?}");
        }
    }
}

#[test]
fn boxes_within_boxes_without_end_are_left() {
    let boxed = |kind: &[u8], content: &[u8]| [&(content.len() as u32 + 8).to_be_bytes()[..], kind, content].concat();
    let described = |content: &[u8]| {
        let description = boxed(b"jumd", &[&[0; 16][..], &[3], b"c2pa\0"].concat());
        boxed(b"jumb", &[description, content.to_vec()].concat())
    };
    let deep = (0..2_000).fold(Vec::new(), |inner, _| described(&inner));
    let wide = described(&described(&[]).repeat(20_000));
    for store in [deep, wide] {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, content) in [(b"IHDR", vec![0; 13]), (b"caBX", store), (b"IEND", Vec::new())] {
            png.extend((content.len() as u32).to_be_bytes());
            png.extend([&kind[..], &content, &[0; 4]].concat());
        }
        assert_eq!(marks(&png).iter().map(|mark| mark.kind).collect::<Vec<_>>(), [C2pa]);
    }
}
