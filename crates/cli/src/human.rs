//! Reports for people at a terminal: what was read, what was found, what to ask.

use std::io::{self, Write};

use loupe::{
    Link, Report,
    checks::{Evidence, Finding, Page, Segment, Strength, check},
    profile::PartState,
    read::Reading,
};

use crate::run::PARTS;

/// What was read of one source and what was not.
pub(crate) fn reading(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let profile = &reading.profile;
    writeln!(out, "{} — {}", profile.name_text().unwrap_or("(no name read)"), reading.source.address)?;
    if let Some(headline) = &profile.headline {
        writeln!(out, "  {}", headline.text)?;
    }
    for (label, _, _, dates) in profile.dated_entries() {
        writeln!(out, "  {:24} {label}", dates.text)?;
    }
    coverage(out, reading)
}

fn coverage(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let in_state = |wanted: PartState| {
        let parts = PARTS.iter().filter(|(part, _)| reading.coverage.state(*part) == wanted);
        parts.map(|(_, words)| *words).collect::<Vec<_>>().join(", ")
    };
    if let Some(site) = &reading.coverage.site_changed {
        writeln!(out, "  This site has changed ({site}): what could not be recognised was left alone.")?;
    }
    for (state, words) in [
        (PartState::Read, "read"),
        (PartState::Absent, "not there"),
        (PartState::NotLoaded, "not loaded yet"),
        (PartState::NotRecognised, "not recognised"),
    ] {
        let parts = in_state(state);
        if !parts.is_empty() {
            writeln!(out, "  {words}: {parts}")?;
        }
    }
    if !reading.coverage.cut.is_empty() {
        writeln!(out, "  very long: only the beginning was read")?;
    }
    Ok(())
}

/// A whole report.
pub(crate) fn report(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for source in &report.readings {
        reading(out, source)?;
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
            Evidence::Photos { distance, .. } => {
                writeln!(out, "  the photos' sketches differ in {distance} of 256 bits")?;
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

/// The links of a sweep.
pub(crate) fn links(out: &mut impl Write, links: &[Link], read: usize) -> io::Result<()> {
    for link in links {
        let kind = format!("{:?}", link.kind).to_lowercase();
        writeln!(out, "{kind:8} {:7} {}  ~  {}", strength(link.strength), link.a, link.b)?;
    }
    writeln!(out, "{} links between {read} readings.", links.len())
}
