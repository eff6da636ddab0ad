//! What the fuzzer and the test of its corpus call: each function gives some bytes to one reader, which must end in a
//! reading or a typed error.
//!
//! Readers of packed files get their parts from the bytes: a mutation that only breaks a checksum finds nothing.

use std::ops::Range;

use loupe_documents::read_file;
use loupe_read::{PageCapture, dates, provenance};
use loupe_sketch::{
    common::{compare, shared},
    passage::sketches,
    text::Text,
};

/// Addresses of known sites and of an unknown one; a page's first byte chooses.
const ADDRESSES: [&str; 12] = [
    "https://people.example/maren-holtby",
    "https://www.linkedin.com/in/maren-holtby/",
    "https://www.linkedin.com/in/maren-holtby/details/experience/",
    "https://www.linkedin.com/talent/profile/AEMAAFAKE01",
    "https://www.linkedin.com/search/results/people/?keywords=storage",
    "https://www.upwork.com/freelancers/~01fake",
    "https://www.upwork.com/nx/search/talent/",
    "https://github.com/marenh",
    "https://jobs.lever.co/quay/candidates/1",
    "https://app.greenhouse.io/people/1",
    "https://www.xing.com/profile/Rune_Astell",
    "https://resumes.indeed.com/search?q=storage",
];

fn capture(data: &[u8]) -> PageCapture {
    let (first, html) = data.split_first().unwrap_or((&0, &[]));
    // A page of the corpus begins with "<" and is read as one of an unknown site.
    let (at, html) = if *first == b'<' { (0, data) } else { (usize::from(*first) % ADDRESSES.len(), html) };
    PageCapture { url: ADDRESSES[at].to_owned(), html: String::from_utf8_lossy(html).into_owned(), cut: false }
}

/// A page's HTML, behind a byte for its address.
pub fn page(data: &[u8]) {
    let _ = loupe_read::read_page(&capture(data));
}

/// The same, as a list of people.
pub fn list(data: &[u8]) {
    let _ = loupe_read::read_list(&capture(data));
}

/// Plain text, Markdown or JSON Resume, and whatever else the first bytes say.
pub fn text(data: &[u8]) {
    let _ = read_file(data, "fuzz");
}

fn with_mark(mark: &[u8], data: &[u8]) {
    if data.starts_with(mark) {
        let _ = read_file(data, "fuzz");
    } else {
        let _ = read_file(&[mark, data].concat(), "fuzz");
    }
}

/// A PDF.
pub fn pdf(data: &[u8]) {
    with_mark(b"%PDF-1.7\n", data);
}

/// An RTF file.
pub fn rtf(data: &[u8]) {
    with_mark(b"{\\rtf1", data);
}

/// The parts of a packed file, between lines of `=====`; those that are missing are empty.
fn parts(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    const BETWEEN: &[u8] = b"\n=====\n";
    let mut rest = Some(data);
    std::iter::from_fn(move || {
        let all = rest?;
        let cut = all.windows(BETWEEN.len()).position(|window| window == BETWEEN);
        rest = cut.map(|at| &all[at + BETWEEN.len()..]);
        Some(cut.map_or(all, |at| &all[..at]))
    })
    .chain(std::iter::repeat(&b""[..]))
}

/// A packed file as it is, or an archive of the parts of one.
fn packed<'a>(data: &'a [u8], fixed: &[(&'a str, &'a [u8])], names: &[&'a str]) -> Vec<u8> {
    if data.starts_with(b"PK\x03\x04") {
        return data.to_vec();
    }
    let given = names.iter().copied().zip(parts(data)).filter(|(_, part)| !part.is_empty());
    let files: Vec<(&str, &[u8])> = fixed.iter().copied().chain(given).collect();
    zip(&files)
}

const TYPES: &[u8] = br#"<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &[u8] = br#"<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"#;

/// The DOCX of some bytes: its document, its styles, its numbering, its properties.
pub fn docx_of(data: &[u8]) -> Vec<u8> {
    let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml", "docProps/app.xml"];
    packed(data, &[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS)], &names)
}

/// A DOCX.
pub fn docx(data: &[u8]) {
    let _ = read_file(&docx_of(data), "fuzz");
}

/// The ODT of some bytes: its content, its styles, its properties.
pub fn odt_of(data: &[u8]) -> Vec<u8> {
    let names = ["content.xml", "styles.xml", "meta.xml"];
    packed(data, &[("mimetype", b"application/vnd.oasis.opendocument.text")], &names)
}

/// An ODT.
pub fn odt(data: &[u8]) {
    // One in a single file is read as it is.
    let flat = data.starts_with(b"<?xml") && !data.windows(7).any(|window| window == b"\n=====\n");
    let _ = if flat { read_file(data, "fuzz") } else { read_file(&odt_of(data), "fuzz") };
}

/// A person's own export from LinkedIn: tables in an archive.
pub fn export(data: &[u8]) {
    let names = [
        "Profile.csv",
        "Positions.csv",
        "Education.csv",
        "Skills.csv",
        "Certifications.csv",
        "Email Addresses.csv",
        "PhoneNumbers.csv",
        "Profile Summary.csv",
    ];
    let _ = read_file(&packed(data, &[], &names), "fuzz");
}

/// An image's file, for what it says of its making; nothing of it is decoded.
pub fn image(data: &[u8]) {
    let found = provenance::marks(data);
    assert!(found.len() <= 16 && found.iter().all(|mark| mark.words.len() <= 1024), "{found:?}");
}

/// Lines for the reader of dates.
pub fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for line in text.lines() {
        let whole = |bytes: &Range<usize>| line.get(bytes.clone()).is_some_and(|text| !text.is_empty());
        for found in [dates::find(line), dates::find_range(line), dates::date_line(line)].into_iter().flatten() {
            assert!(whole(&found.bytes), "{found:?} in {line:?}");
        }
        let _ = dates::is_duration(line);
    }
}

/// A passage a line, as texts are taken apart; nothing is lost or cut inside of a character.
pub fn words(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let passages: Vec<&str> = text.lines().collect();
    let taken = Text::of(passages.iter().copied());
    assert!(sketches(&taken, 128).len() <= 128);
    whole(&taken, &passages, &vec![false; taken.len()]);
}

/// Two texts, between them a line of `=====`: what they have in common.
pub fn common(data: &[u8]) {
    let mut parts = parts(data).map(String::from_utf8_lossy);
    let texts = [(); 2].map(|()| parts.next().unwrap_or_default());
    let passages = texts.each_ref().map(|text| text.lines().collect::<Vec<_>>());
    let [here, there] = passages.each_ref().map(|passages| Text::of(passages.iter().copied()));
    let chains = compare(&here, &there);
    for chain in &chains {
        assert!(chain.weight.is_finite() && chain.pairs.len() == chain.words as usize, "{chain:?}");
        assert!(chain.pairs.windows(2).all(|two| two[0][0] < two[1][0] && two[0][1] < two[1][1]), "{chain:?}");
    }
    let [marks_here, marks_there] = shared(&here, &there, &chains);
    whole(&here, &passages[0], &marks_here);
    whole(&there, &passages[1], &marks_there);
}

/// Marked or not, the stretches of a text are its passages.
fn whole(text: &Text, passages: &[&str], marks: &[bool]) {
    assert_eq!(marks.len(), text.len());
    let Some(last) = passages.len().checked_sub(1) else { return };
    let stretches = text.stretches(passages, [0, last], marks);
    let put_together: String = stretches.iter().map(|stretch| stretch.text.as_str()).collect();
    assert_eq!(put_together, passages.join("\n"));
}

/// An archive of files as they are, not packed smaller.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let at = archive.len() as u32;
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        common.extend(crc(bytes).to_le_bytes());
        common.extend((bytes.len() as u32).to_le_bytes());
        common.extend((bytes.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, at) = (files.len() as u16, archive.len() as u32);
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// CRC-32 as archives have it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1)))
    })
}
