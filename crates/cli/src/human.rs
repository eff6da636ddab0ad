//! Reports for people at a terminal: what was found, what to ask.

use std::{
    io::{self, Write},
    path::Path,
};

use loupe::{
    Report, Swept,
    checks::{Evidence, Finding, FrameMember, FrameSegment, Page, PhotoOverlay, PhotoPair, Segment, Strength, check},
    profile::PhotoClaim,
    sketch::photo::{MATCH_LIKENESS, MIN_QUALITY},
};

use crate::source;

/// A whole report.
pub(crate) fn report(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for source in &report.readings {
        source::reading(out, source)?;
    }
    if report.names_differ {
        writeln!(out, "\nThe sources name different people. Are they of one person?")?;
    }
    writeln!(out)?;
    if report.findings.is_empty() {
        writeln!(out, "Nothing found. That is not the same as verified.\n")?;
    }
    for finding in &report.findings {
        self::finding(out, finding)?;
    }
    Ok(())
}

/// What is found of two photos.
pub(crate) fn photos(
    out: &mut impl Write,
    files: [(&Path, &PhotoClaim); 2],
    pair: Option<&PhotoPair>,
) -> io::Result<()> {
    let Some(pair) = pair else {
        writeln!(out, "Not compared.")?;
        for (file, _) in files.iter().filter(|(_, photo)| photo.quality < MIN_QUALITY) {
            writeln!(out, "  {}: too small, or too little in it, to be told from others", file.display())?;
        }
        return Ok(());
    };
    let found = match pair {
        PhotoPair { same: true, .. } => "One photo.",
        PhotoPair { same_scene: true, .. } => "One scene, but not what stands in the middle.",
        _ => "Not one photo.",
    };
    writeln!(out, "{found}")?;
    if let (Some(likeness), Some(overlay)) = (pair.likeness, &pair.overlay) {
        let (squares, agreeing) = (overlay.squares, overlay.agreeing.len());
        writeln!(out, "  laid over each other, {agreeing} of {squares} squares agree: {}", done(overlay))?;
        if !pair.same_scene {
            writeln!(out, "  likeness {:.1}; {MATCH_LIKENESS} is needed", f64::from(likeness) / 1000.0)?;
        }
    } else if pair.distance.is_none() {
        writeln!(out, "  no part of the one looks like a part of the other")?;
    }
    Ok(())
}

fn finding(out: &mut impl Write, finding: &Finding) -> io::Result<()> {
    let page = check(&finding.check).map(|check| Page::parse(check.page)).unwrap_or_default();
    writeln!(out, "{} [{}, {}]", page.title, finding.check, strength(finding.strength))?;
    for fact in &finding.facts {
        writeln!(out, "  {:>8}: “{}” ({})", fact.name, fact.quote.text, fact.source.label)?;
    }
    if let Some(seen) = &finding.seen {
        writeln!(out, "  seen under the name {} at {} on {}", seen.name, seen.source.address, seen.on)?;
    }
    for evidence in &finding.evidence {
        match evidence {
            Evidence::Passages { here, there, shared_words } => {
                writeln!(out, "  {shared_words} words shared, marked with _:")?;
                writeln!(out, "     here: {}", marked(here))?;
                writeln!(out, "    there: {}", marked(there))?;
            }
            Evidence::Photos { overlay: Some(overlay), .. } => {
                let (squares, agreeing) = (overlay.squares, overlay.agreeing.len());
                writeln!(out, "  laid over each other, {agreeing} of {squares} squares agree: {}", done(overlay))?;
            }
            Evidence::Photos { distance, .. } => {
                if let Some(distance) = distance {
                    writeln!(out, "  the photos' PDQ hashes differ in {distance} of 256 bits")?;
                }
            }
            Evidence::Frame { text, members } => {
                let piece = |s: &FrameSegment| s.slot.map_or_else(|| s.text.clone(), |slot| format!("[{slot}]"));
                writeln!(out, "    frame: {}", text.iter().map(piece).collect::<String>())?;
                for FrameMember { name, source, fillings } in members {
                    let who = if name.is_empty() { &source.label } else { name };
                    let filled: Vec<String> =
                        fillings.iter().enumerate().map(|(at, words)| format!("[{}] {words}", at + 1)).collect();
                    writeln!(out, "    {who}: {}", filled.join(" "))?;
                }
            }
            Evidence::Hidden { texts } => {
                for hidden in texts {
                    writeln!(out, "    nobody sees: “{}”", hidden.text)?;
                }
            }
            Evidence::Timeline { bars, .. } => {
                for bar in bars {
                    let end = bar.span.end.date().map_or("…".to_owned(), |d| d.to_string());
                    let start = bar.span.start.map_or("…".to_owned(), |d| d.to_string());
                    writeln!(out, "    {start} – {end}  {} ({})", bar.label, bar.source.label)?;
                }
            }
        }
    }
    writeln!(out, "  Innocent explanations:")?;
    for explanation in &page.innocent {
        writeln!(out, "    - {explanation}")?;
    }
    writeln!(out, "  Ask: {}\n", fill(&page.ask, finding))
}

/// Photos that show less of each other than this were cropped; the rest is rounding.
const WHOLE: u32 = 96;
/// Turned by less, in tenths of a degree, is straight.
const STRAIGHT: i32 = 10;

/// In words what was done to one of two photos to make the other.
fn done(overlay: &PhotoOverlay) -> String {
    let mut words = Vec::new();
    if overlay.mirrored {
        words.push("mirrored".to_owned());
    }
    if overlay.there.shown < WHOLE {
        words.push(format!("{} % of the one there is shown here", overlay.there.shown));
    }
    if overlay.here.shown < WHOLE {
        words.push(format!("{} % of the one here is shown there", overlay.here.shown));
    }
    if overlay.turn.abs() >= STRAIGHT {
        words.push(format!("turned by {}°", (overlay.turn.abs() + 5) / 10));
    }
    for (round, place) in [(overlay.here.round, "here"), (overlay.there.round, "there")] {
        if round {
            words.push(format!("cut to a circle {place}"));
        }
    }
    if words.is_empty() { "the whole of both".to_owned() } else { words.join(", ") }
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "weak",
        Strength::Medium => "medium",
        Strength::Strong => "strong",
    }
}

fn marked(segments: &[Segment]) -> String {
    let mark = |s: &Segment| if s.shared { format!("_{}_ ", s.text.trim()) } else { s.text.clone() };
    segments.iter().map(mark).collect::<String>().trim().to_owned()
}

/// Puts a finding's arguments into the words of its page.
fn fill(words: &str, finding: &Finding) -> String {
    finding.args.iter().fold(words.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Of those who share one picture with many others, so many are named.
const HUB_SHOWN: usize = 3;

/// Of those whose texts are made from one frame.
const FRAME_SHOWN: usize = 12;

/// The links of a sweep.
pub(crate) fn links(out: &mut impl Write, swept: &Swept, read: usize) -> io::Result<()> {
    for link in &swept.links {
        let kind = format!("{:?}", link.kind).to_lowercase();
        writeln!(out, "{kind:8} {:7} {}  ~  {}", strength(link.strength), link.a, link.b)?;
    }
    for hub in &swept.hubs {
        let shown = hub.readings.iter().take(HUB_SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = hub.readings.len().saturating_sub(HUB_SHOWN);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        writeln!(out, "one picture under many names, which says nothing of any of them: {shown}{more}")?;
    }
    for frame in &swept.frames {
        let shown = frame.readings.iter().take(FRAME_SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
        writeln!(out, "{} texts from one frame: {shown}", frame.readings.len())?;
    }
    writeln!(out, "{} links between {read} readings.", swept.links.len())
}
