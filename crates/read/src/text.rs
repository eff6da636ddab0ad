//! Plain text, Markdown and JSON Resume.

use loupe_profile::{Coverage, Part, PartState, Profile, Quote, Source, json_resume::JsonResume};

use crate::{
    Block, BlockKind, Outline, ReadError, Reading, contacts::add_contacts_in_text, coverage, dates, html, resume,
};

/// More than any résumé has.
const MAX_TEXT_BYTES: usize = 4_000_000;
const BULLETS: [char; 11] = ['•', '◦', '▪', '●', '○', '–', '-', '*', '‣', '·', '➢'];

/// Reads plain text or Markdown as a résumé.
///
/// # Errors
/// [`ReadError::NoText`] when it has no words, [`ReadError::TooLarge`].
pub fn read_text(text: &str, source: Source) -> Result<Reading, ReadError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(ReadError::TooLarge { limit_mb: MAX_TEXT_BYTES as u32 / 1_000_000 });
    }
    let mut outline = Outline { reader: "text".to_owned(), wrapped: true, ..Outline::default() };
    let mut gap = false;
    for raw in text.lines() {
        let line = html::fold_space(raw);
        if line.is_empty() || line.chars().all(|c| "=-_*~#".contains(c)) {
            gap = true;
            continue;
        }
        let hashes = line.chars().take_while(|c| *c == '#').count();
        let bullet = line.strip_prefix(BULLETS).filter(|rest| rest.starts_with(' '));
        let (kind, words) = match (hashes, bullet) {
            (1..=6, _) => (BlockKind::Heading, line.trim_start_matches('#')),
            (_, Some(rest)) => (BlockKind::Item, rest),
            _ => (BlockKind::Line, line.as_str()),
        };
        let words = words.trim().replace("**", "");
        // As large as the levels of a page's headings.
        let scale = [0.0, 2.0, 1.5, 1.2, 1.1].get(hashes.min(4)).copied().filter(|_| kind == BlockKind::Heading);
        let cells = columns(raw);
        outline.blocks.push(Block { kind, text: words, gap, cells, scale: scale.unwrap_or(0.0), ..Block::default() });
        gap = false;
    }
    resume::read_outline(&outline, source)
}

/// The columns of a line: what tabs or runs of spaces part; nothing for a bullet, a heading or running text.
fn columns(raw: &str) -> Vec<String> {
    let raw = raw.trim();
    if raw.len() > 200
        || raw.starts_with(BULLETS)
        || raw.starts_with('#')
        || !(raw.contains("  ") || raw.contains('\t'))
    {
        return Vec::new();
    }
    let cells = raw.split('\t').flat_map(|cell| cell.split("  ")).map(html::fold_space);
    let cells: Vec<String> = cells.map(|cell| cell.replace("**", "")).filter(|cell| !cell.is_empty()).collect();
    // Two spaces behind a full stop part sentences.
    let sentence = cells.iter().rev().skip(1).any(|cell| cell.ends_with(['.', '!', '?', ',', ';']));
    if sentence || !(2..=6).contains(&cells.len()) { Vec::new() } else { cells }
}

/// Reads a JSON Resume.
///
/// # Errors
/// [`ReadError::Damaged`] when it is no JSON Resume, [`ReadError::TooLarge`].
pub fn read_json_resume(text: &str, source: Source) -> Result<Reading, ReadError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(ReadError::TooLarge { limit_mb: MAX_TEXT_BYTES as u32 / 1_000_000 });
    }
    let resume: JsonResume =
        serde_json::from_str(text).map_err(|error| ReadError::Damaged { what: error.to_string() })?;
    let mut profile = resume.to_profile();
    add_contacts_in_text(&mut profile);
    read_dates(&mut profile);
    if profile.is_empty() {
        return Err(ReadError::Damaged { what: "no field of JSON Resume in it".to_owned() });
    }
    let mut coverage = Coverage { reader: "json-resume".to_owned(), ..Coverage::default() };
    for part in Part::COVERED {
        let count = profile.count(part);
        coverage.set(part, if count > 0 { PartState::Read } else { PartState::Absent }, count);
    }
    coverage::finish(&mut coverage, &profile);
    Ok(Reading { source, profile, coverage, document: None })
}

/// Reads dates that are not written as the schema has them; what is not understood stays as it is written.
fn read_dates(profile: &mut Profile) {
    let span = |quote: &Option<Quote>| {
        let text = quote.as_ref()?.text.as_str();
        dates::find_range(text).or_else(|| dates::date_line(text)).map(|found| found.span)
    };
    for role in profile.roles.iter_mut().filter(|role| role.span.is_none()) {
        role.span = span(&role.dates);
    }
    for study in profile.studies.iter_mut().filter(|study| study.span.is_none()) {
        study.span = span(&study.dates);
    }
}

#[cfg(test)]
mod tests {
    use loupe_profile::SourceKind;

    use super::*;

    fn read(text: &str) -> Reading {
        read_text(text, Source { kind: SourceKind::File, address: "cv.txt".into(), label: "cv.txt".into() }).unwrap()
    }

    fn roles(reading: &Reading) -> Vec<String> {
        let dates = |r: &loupe_profile::Role| r.dates.as_ref().map(|d| d.text.clone()).unwrap_or_default();
        reading.profile.roles.iter().map(|r| format!("{} ({})", r.label(), dates(r))).collect()
    }

    #[test]
    fn names_above_the_dates() {
        let reading = read(
            "MAREN HOLTBY\nPlatform Engineer\nLeeds, United Kingdom | maren@example.org | +44 20 7946 0958\n\nEXPERIENCE\n\n\
             Principal Engineer\nFernrill Systems\nAug 2022 – Present\n• Own the replication layer.\n• Mentor six engineers.\n\n\
             Developer\nQuay Labs\nJan 2018 – Aug 2020\n• Built the pipeline.\n\nEDUCATION\nOxmere University\nBSc Computing\n2014 – 2018\n",
        );
        assert_eq!(reading.profile.name_text(), Some("Maren Holtby"));
        assert_eq!(reading.profile.headline.as_ref().unwrap().text, "Platform Engineer");
        assert_eq!(reading.profile.location.as_ref().unwrap().text, "Leeds, United Kingdom");
        assert_eq!(reading.profile.contacts.len(), 2);
        assert_eq!(
            roles(&reading),
            ["Principal Engineer, Fernrill Systems (Aug 2022 – Present)", "Developer, Quay Labs (Jan 2018 – Aug 2020)"]
        );
        assert_eq!(reading.profile.studies[0].label(), "BSc Computing, Oxmere University");
        let texts: Vec<_> = reading.profile.passages.iter().map(|p| p.quote.text.as_str()).collect();
        assert_eq!(texts, ["Own the replication layer.", "Mentor six engineers.", "Built the pipeline."]);
    }

    #[test]
    fn dates_first_and_dates_beside() {
        let first = read(
            "Maren Holtby\nWork history\n2018-01 - 2020-08\nDeveloper, Quay Labs\nBuilt the pipeline for everyone.\n2020-09 - 2022-08\nEngineer, Fernrill\n",
        );
        assert_eq!(
            roles(&first),
            ["Developer, Quay Labs (2018-01 - 2020-08)", "Engineer, Fernrill (2020-09 - 2022-08)"]
        );
        let beside = read(
            "Maren Holtby\nExperience\nQuay Labs — Developer   Jan 2018 – Aug 2020\n- Built it.\nFernrill Systems — Engineer   Sep 2020 – Present\n",
        );
        assert_eq!(
            roles(&beside),
            ["Developer, Quay Labs (Jan 2018 – Aug 2020)", "Engineer, Fernrill Systems (Sep 2020 – Present)"]
        );
    }

    #[test]
    fn a_referee_is_not_the_person() {
        let reading = read(
            "Maren Holtby\nmaren@example.org\nSkills\nGo, Raft\nReferences\nDita Solway, dita@example.org, +44 20 7946 0000\n",
        );
        let keys: Vec<_> = reading.profile.contacts.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(keys, ["maren@example.org"]);
    }

    #[test]
    fn json_that_is_no_resume() {
        let source = || Source { kind: SourceKind::File, address: "x.json".into(), label: "x.json".into() };
        assert!(matches!(read_json_resume("[1]", source()), Err(ReadError::Damaged { .. })));
        assert!(matches!(read_json_resume("{\"a\":1}", source()), Err(ReadError::Damaged { .. })));
        assert!(matches!(read_json_resume(&"[".repeat(100_000), source()), Err(ReadError::Damaged { .. })));
    }
}
