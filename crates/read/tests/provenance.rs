//! Marks in the bytes of images, built segment by segment as the formats say.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use loupe_profile::ProvenanceKind::{C2pa, Composed, Generated, Software};
use loupe_profile::{ProvenanceKind, ProvenanceMark};
use loupe_read::provenance::marks;
use proptest::prelude::*;

fn kinds(bytes: &[u8]) -> Vec<ProvenanceKind> {
    marks(bytes).iter().map(|mark| mark.kind).collect()
}

fn only(bytes: &[u8]) -> ProvenanceMark {
    let mut found = marks(bytes);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// The segments of a JPEG between its start and its pixels.
fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\xff\xd8".to_vec();
    for (marker, content) in segments {
        bytes.extend([0xff, *marker]);
        bytes.extend((content.len() as u16 + 2).to_be_bytes());
        bytes.extend(content);
    }
    bytes.extend(b"\xff\xda\x00\x02pixels\xff\xd9");
    bytes
}

fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", vec![0; 13])].iter().chain(chunks).chain(&[(b"IEND", Vec::new())]) {
        bytes.extend((content.len() as u32).to_be_bytes());
        bytes.extend(*kind);
        bytes.extend(content);
        bytes.extend([0; 4]); // The checksum.
    }
    bytes
}

fn webp(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"RIFF\0\0\0\0WEBP".to_vec();
    for (kind, content) in chunks {
        bytes.extend(*kind);
        bytes.extend((content.len() as u32).to_le_bytes());
        bytes.extend(content);
        bytes.extend(vec![0; content.len() % 2]);
    }
    bytes
}

fn text(keyword: &str, text: &str) -> Vec<u8> {
    [keyword.as_bytes(), b"\0", text.as_bytes()].concat()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

/// EXIF of short texts: the entry's tag and its bytes.
fn tiff(entries: &[(u16, &[u8])]) -> Vec<u8> {
    let mut bytes = b"MM\0*\0\0\0\x08".to_vec();
    bytes.extend((entries.len() as u16).to_be_bytes());
    let mut values: Vec<u8> = Vec::new();
    for (tag, value) in entries {
        bytes.extend(tag.to_be_bytes());
        bytes.extend(2_u16.to_be_bytes());
        bytes.extend((value.len() as u32).to_be_bytes());
        bytes.extend(((8 + 2 + entries.len() * 12 + 4 + values.len()) as u32).to_be_bytes());
        values.extend(*value);
    }
    bytes.extend([0; 4]);
    bytes.extend(values);
    bytes
}

fn xmp(inner: &str) -> Vec<u8> {
    format!(r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description {inner}</rdf:RDF></x:xmpmeta>"#).into()
}

fn jpeg_xmp(inner: &str) -> Vec<u8> {
    jpeg(&[(0xe1, [b"http://ns.adobe.com/xap/1.0/\0", &xmp(inner)[..]].concat())])
}

fn boxed(kind: &[u8], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes()[..], kind, content].concat()
}

fn labelled(label: &str, content: &[u8]) -> Vec<u8> {
    let description = [&[0; 16][..], &[3], label.as_bytes(), &[0]].concat();
    boxed(b"jumb", &[boxed(b"jumd", &description), content.to_vec()].concat())
}

/// A text of CBOR.
fn cbor(text: &str) -> Vec<u8> {
    [&[0x78, text.len() as u8][..], text.as_bytes()].concat()
}

const TRAINED: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
const CAPTURED: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

/// A manifest: one action, and a claim of the second version.
fn manifest(source: &str, generator: &str) -> Vec<u8> {
    let action = [
        &[0xa1][..],
        &cbor("actions"),
        &[0x81, 0xa2],
        &cbor("action"),
        &cbor("c2pa.created"),
        &cbor("digitalSourceType"),
        &cbor(source),
    ];
    let actions = labelled("c2pa.actions.v2", &boxed(b"cbor", &action.concat()));
    let claim = [
        &[0xa2][..],
        &cbor("instanceID"),
        &cbor("1"),
        &cbor("claim_generator_info"),
        &[0xa1],
        &cbor("name"),
        &cbor(generator),
    ];
    let claim = labelled("c2pa.claim.v2", &boxed(b"cbor", &claim.concat()));
    labelled("urn:c2pa:0", &[labelled("c2pa.assertions", &actions), claim].concat())
}

fn store(manifests: &[Vec<u8>]) -> Vec<u8> {
    labelled("c2pa", &manifests.concat())
}

/// A store in pieces of `size` bytes, each with the box's head.
fn app11(store: &[u8], size: usize) -> Vec<(u8, Vec<u8>)> {
    let (head, rest) = store.split_at(8);
    let piece =
        |(at, part): (usize, &[u8])| (0xeb, [b"JP\0\x01", &(at as u32 + 1).to_be_bytes()[..], head, part].concat());
    rest.chunks(size).enumerate().map(piece).collect()
}

#[test]
fn an_image_without_marks_has_none() {
    for bytes in [jpeg(&[]), png(&[]), webp(&[]), Vec::new(), b"GIF89a".to_vec()] {
        assert_eq!(marks(&bytes), []);
    }
}

#[test]
fn a_manifest_store_is_read_from_each_kind_of_file() {
    let store = store(&[manifest(TRAINED, "ChatGPT")]);
    let uuid = b"\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81\0\0\0\0manifest\0\0\0\0\0\0\0\0\0";
    let avif = [boxed(b"ftyp", b"avif\0\0\0\0"), boxed(b"uuid", &[&uuid[..], &store].concat())].concat();
    for (segment, bytes) in [
        ("JPEG APP11", jpeg(&app11(&store, 60_000))),
        ("JPEG APP11", jpeg(&app11(&store, 50))),
        ("PNG caBX", png(&[(b"caBX", store.clone())])),
        ("WebP C2PA", webp(&[(b"C2PA", store.clone())])),
        ("uuid box", avif),
    ] {
        let found = marks(&bytes);
        assert_eq!(kinds(&bytes), [Generated, C2pa], "{segment}");
        assert_eq!(found[0].words, TRAINED);
        assert_eq!(found[0].place, format!("C2PA manifest by ChatGPT, not validated, {segment}"));
        assert_eq!(found[1].words, "ChatGPT");
    }
}

#[test]
fn a_cameras_manifest_says_only_that_it_is_there() {
    let store = store(&[manifest(CAPTURED, "Camera 9")]);
    assert_eq!(only(&jpeg(&app11(&store, 60_000))).kind, C2pa);
}

#[test]
fn what_an_earlier_manifest_says_is_told_as_such() {
    let store = store(&[manifest(TRAINED, "ChatGPT"), manifest(CAPTURED, "LinkedIn")]);
    let found = marks(&png(&[(b"caBX", store)]));
    assert_eq!(found[0].kind, Generated);
    assert!(found[0].place.starts_with("C2PA manifest of an earlier version or a part by ChatGPT"), "{found:#?}");
    assert_eq!(found[1].words, "LinkedIn");
}

#[test]
fn xmp_is_read_as_attribute_and_as_element() {
    let uri = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    for (kind, term) in [
        (Generated, "trainedAlgorithmicMedia"),
        (Composed, "compositeWithTrainedAlgorithmicMedia"),
        (Composed, "compositeSynthetic"),
    ] {
        for inner in [
            format!(r#"Iptc4xmpExt:DigitalSourceType="{uri}{term}"/>"#),
            format!("><e:DigitalSourceType>{uri}{term}</e:DigitalSourceType></rdf:Description>"),
            format!("><e:DigitalSourceType rdf:resource='{uri}{term}'/></rdf:Description>"),
        ] {
            let mark = only(&jpeg_xmp(&inner));
            assert_eq!((mark.kind, mark.words.as_str()), (kind, term));
            assert_eq!(only(&webp(&[(b"XMP ", xmp(&inner))])).place, "XMP digitalSourceType, WebP XMP");
            let keyword = b"XML:com.adobe.xmp\0\0\0\0\0";
            assert_eq!(only(&png(&[(b"iTXt", [&keyword[..], &xmp(&inner)].concat())])).kind, kind);
        }
    }
    for term in ["digitalCapture", "computationalCapture", "humanEdits", "algorithmicallyEnhanced", "composite"] {
        assert_eq!(marks(&jpeg_xmp(&format!(r#"e:DigitalSourceType="{uri}{term}"/>"#))), [], "{term}");
    }
}

#[test]
fn retouching_tools_are_only_named() {
    for tool in ["Adobe Photoshop 25.0 (Windows)", "GIMP 2.10", "Adobe Lightroom 7", "Google"] {
        let mark = only(&jpeg_xmp(&format!(r#"xmp:CreatorTool="{tool}"/>"#)));
        assert_eq!((mark.kind, mark.words.as_str()), (Software, tool));
        let exif = [b"Exif\0\0", &tiff(&[(0x131, tool.as_bytes())])[..]].concat();
        assert_eq!(only(&jpeg(&[(0xe1, exif)])).kind, Software);
        assert_eq!(only(&png(&[(b"tEXt", text("Software", tool))])).kind, Software);
    }
}

#[test]
fn a_credit_is_read_from_xmp_and_from_iptc() {
    assert_eq!(only(&jpeg_xmp(r#"photoshop:Credit="Made with Google AI"/>"#)).kind, Generated);
    assert_eq!(only(&jpeg_xmp("><p:Credit>Edited with Google AI</p:Credit></rdf:Description>")).kind, Composed);
    let credit = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x18\x1c\x02\x6e\0\x13Made with Google AI";
    assert_eq!(only(&jpeg(&[(0xed, credit.to_vec())])).words, "Made with Google AI");
    assert_eq!(marks(&jpeg_xmp(r#"photoshop:Credit="Studio Astell"/>"#)), []);
}

#[test]
fn generators_write_texts_into_png() {
    let parameters = "a portrait of a person\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7";
    let graph = r#"{"3": {"class_type": "KSampler", "inputs": {}}}"#;
    let from_image = r#"{"3": {"class_type": "KSampler"}, "4": {"class_type": "LoadImage"}}"#;
    for (kind, keyword, words) in [
        (Generated, "parameters", parameters),
        (Generated, "prompt", graph),
        (Composed, "prompt", from_image),
        (Generated, "workflow", r#"{"nodes": [], "links": []}"#),
        (Generated, "Software", "NovelAI"),
        (Generated, "Source", "Stable Diffusion XL 7BCCAA2C"),
        (Generated, "invokeai_metadata", r#"{"positive_prompt": "x"}"#),
        (Generated, "Description", "a portrait --v 6 Job ID: 0f0f"),
    ] {
        let international = [keyword.as_bytes(), b"\0\0\0\0\0", words.as_bytes()].concat();
        let packed = [keyword.as_bytes(), b"\0\0", &zlib(words.as_bytes())].concat();
        for chunk in [(b"tEXt", text(keyword, words)), (b"iTXt", international), (b"zTXt", packed)] {
            let mark = only(&png(&[(b"IDAT", vec![1, 2, 3]), (chunk.0, chunk.1.clone())]));
            assert_eq!(mark.kind, kind, "{keyword}");
            assert_eq!(mark.place, format!("PNG {} {keyword}", std::str::from_utf8(chunk.0).unwrap()));
        }
    }
    for (keyword, words) in
        [("parameters", "exposure 3"), ("prompt", "Smile!"), ("Description", "Job ID: 7"), ("Comment", "Steps: 1")]
    {
        assert_eq!(marks(&png(&[(b"tEXt", text(keyword, words))])), [], "{keyword}");
    }
}

#[test]
fn a_long_prompt_does_not_hide_what_counts() {
    let words = format!("{}\nSteps: 20, Sampler: Euler a", "portrait, ".repeat(500));
    let mark = only(&png(&[(b"tEXt", text("parameters", &words))]));
    assert_eq!(mark.words, "Steps: 20, Sampler: Euler a");
}

#[test]
fn a_prompt_in_exif_is_read() {
    let words = "portrait Steps: 20, Sampler: Euler a";
    let wide = |units: &mut dyn Iterator<Item = u16>, big: bool| -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        b"UNICODE\0".iter().copied().chain(units.flat_map(bytes)).collect()
    };
    for comment in [
        [b"ASCII\0\0\0", words.as_bytes()].concat(),
        wide(&mut words.encode_utf16(), true),
        wide(&mut words.encode_utf16(), false),
    ] {
        let mark = only(&webp(&[(b"EXIF", tiff(&[(0x9286, &comment)]))]));
        assert_eq!((mark.kind, mark.words.as_str()), (Generated, words));
        assert_eq!(mark.place, "EXIF UserComment, WebP EXIF");
    }
    let graph = b"prompt:{\"3\": {\"class_type\": \"KSampler\"}}\0";
    assert_eq!(only(&webp(&[(b"EXIF", tiff(&[(0x110, graph)]))])).kind, Generated);
    assert_eq!(marks(&webp(&[(b"EXIF", tiff(&[(0x10f, b"Canon\0"), (0x110, b"EOS R6\0")]))])), []);
}

#[test]
fn a_bomb_gives_its_beginning() {
    let bomb =
        [b"parameters\0\0", &zlib(&[b"Steps: 1, Sampler: x ".to_vec(), vec![b' '; 60_000_000]].concat())[..]].concat();
    let found = marks(&png(&vec![(b"zTXt", bomb); 300]));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].words, "Steps: 1, Sampler: x");
}

#[test]
fn a_file_cut_anywhere_is_read_as_far_as_it_goes() {
    let store = store(&[manifest(TRAINED, "ChatGPT")]);
    let exif = [b"Exif\0\0", &tiff(&[(0x131, b"NovelAI\0")])[..]].concat();
    let segments = [vec![(0xe1, exif)], app11(&store, 100)].concat();
    let chunks = [(b"caBX", store.clone()), (b"zTXt", [b"Software\0\0", &zlib(b"NovelAI")[..]].concat())];
    for whole in [jpeg(&segments), png(&chunks), webp(&[(b"C2PA", store)])] {
        assert!(kinds(&whole).contains(&Generated));
        for end in 0..whole.len() {
            let cut = marks(&whole[..end]);
            assert!(cut.len() <= 4, "{cut:#?}");
        }
    }
}

#[test]
fn marks_are_few_and_short() {
    let many: Vec<_> = (0..5000).map(|at| (b"tEXt", text("Software", &format!("{at}{}", "x".repeat(900))))).collect();
    let found = marks(&png(&[many, vec![(b"tEXt", text("Source", "NovelAI"))]].concat()));
    assert_eq!(found[0].kind, Generated, "what says little crowds out nothing");
    assert!(found.len() <= 8 && found.iter().all(|mark| mark.words.chars().count() <= 162));
}

/// Bytes in which headers of all the formats come up, so that the readers behind them are reached.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        proptest::sample::select(vec![
            &b"\xff\xe1\x00\x40Exif\0\0II*\0\x08\0\0\0"[..],
            b"\xff\xeb\x00\x30JP\0\x01\0\0\0\x01\0\0\0\x30jumb\0\0\0\x20jumd",
            b"\0\0\0\x20jumb",
            b"\0\0\0\x14cbor\x78\x11digitalSourceType",
            b"\0\0\0\x18zTXtparameters\0\0\x78\x9c",
            b"\0\0\0\x20iTXtXML:com.adobe.xmp\0\x01\0\0\0",
            b"\0\0\xff\xffcaBX",
            b"EXIF\x40\0\0\0MM\0*\0\0\0\x08\0\x05\x87\x69",
            b"XMP \xff\xff\xff\xff:CreatorTool=\"/digitalsourcetype/",
            b"\0\0\0\x40uuid\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81\0\0\0\0manifest\0",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    let head = proptest::sample::select(vec![
        &b"\xff\xd8"[..],
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP",
        b"\0\0\0\x10ftypavif\0\0\0\0",
        b"",
    ]);
    (head, proptest::collection::vec(piece, 0..12)).prop_map(|(head, pieces)| [head.to_vec(), pieces.concat()].concat())
}

proptest! {
    #[test]
    fn any_bytes_do_no_harm(bytes in hostile()) {
        let found = marks(&bytes);
        prop_assert!(found.len() <= 16);
        prop_assert!(found.is_sorted());
        prop_assert!(found.iter().all(|mark| mark.words.chars().count() <= 162 && mark.place.chars().count() <= 200));
    }
}
