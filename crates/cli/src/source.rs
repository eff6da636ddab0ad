//! One source for people at a terminal: whose it is, what was read and from which words, what the file says of itself.

use std::io::{self, Write};

use loupe::{
    profile::{Document, EntryField, Gap, HiddenReason, Part, PartCoverage, PartState, Place},
    read::{Listing, Reading},
};

/// Characters shown of the words that a part was read from.
const QUOTED: usize = 72;

/// What was read of one source and what was not, and what the file says of itself.
pub(crate) fn reading(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let profile = &reading.profile;
    writeln!(out, "{} — {}", profile.name_text().unwrap_or("(no name read)"), reading.source.address)?;
    if let Some(headline) = &profile.headline {
        writeln!(out, "  {}", headline.text)?;
    }
    for (label, _, _, dates) in profile.dated_entries() {
        writeln!(out, "  {:24} {label}", dates.text)?;
    }
    coverage(out, reading)?;
    reading.document.as_ref().map_or(Ok(()), |described| document(out, described))
}

/// The people of a list, each with what was read of them.
pub(crate) fn listing(out: &mut impl Write, listing: &Listing) -> io::Result<()> {
    writeln!(out, "{} people — {}", listing.cards.len(), listing.source.address)?;
    for card in &listing.cards {
        let read = card.coverage.parts.iter().filter(|row| row.state == PartState::Read);
        let read: Vec<_> = read.map(|row| words(row.part)).collect();
        writeln!(out, "  {:32} {}", card.profile.name_text().unwrap_or("(no name read)"), read.join(", "))?;
    }
    if listing.unread > 0 {
        writeln!(out, "  {} more could not be read", listing.unread)?;
    }
    if listing.more {
        writeln!(out, "  the list goes on beyond this page")?;
    }
    Ok(())
}

fn coverage(out: &mut impl Write, reading: &Reading) -> io::Result<()> {
    let coverage = &reading.coverage;
    if let Some(site) = &coverage.site_changed {
        writeln!(out, "  This site has changed ({site}): what could not be recognised was left alone.")?;
    }
    if coverage.unproven {
        writeln!(out, "  Little is known of how this site is built: its page was read by its looks.")?;
    }
    for part in Part::COVERED {
        let unknown = PartCoverage { part, state: PartState::NotRecognised, count: 0, more: false, quote: None };
        let row = coverage.parts.iter().find(|row| row.part == part).unwrap_or(&unknown);
        let count = if row.count > 1 { format!(" ({})", row.count) } else { String::new() };
        let more = if row.more { ", the site has more" } else { "" };
        write!(out, "  {:13} {}{count}{more}", words(part), state(row.state))?;
        if let Some(quote) = &row.quote {
            write!(out, ": “{}”{}", beginning(&quote.text), place(quote.place))?;
        }
        writeln!(out)?;
        for gap in coverage.gaps.iter().filter(|gap| gap.part == part) {
            writeln!(out, "  {:13}   {}", "", gap_text(gap))?;
        }
    }
    for id in &coverage.cut {
        writeln!(out, "  {}", cut(id))?;
    }
    Ok(())
}

/// What was left unread, or may be wrong, by its id.
fn cut(id: &str) -> &str {
    match id {
        "ocr-layer" => "a scan whose words a program recognised: they may be misread",
        "site-unknown" => "read without knowledge of this site",
        _ => "very long: only the beginning was read",
    }
}

fn gap_text(gap: &Gap) -> String {
    let field = match gap.field {
        EntryField::Title => "title",
        EntryField::Organisation => "organisation",
        EntryField::Dates => "dates",
    };
    format!("{} {}: {field} {}", words(gap.part), gap.entry, state(gap.state))
}

fn document(out: &mut impl Write, document: &Document) -> io::Result<()> {
    writeln!(out, "  the file says of itself:")?;
    let counted = |count: usize| (count > 0).then(|| count.to_string());
    for (what, value) in [
        ("title", document.title.clone()),
        ("author", document.author.clone()),
        ("last saved by", document.last_author.clone()),
        ("company", document.company.clone()),
        ("written with", document.application.clone()),
        ("made by", document.producer.clone()),
        ("template", document.template.clone()),
        ("created", document.created.clone()),
        ("changed", document.modified.clone()),
        ("fonts", counted(document.fonts.len())),
        ("ids", counted(document.ids.len())),
        ("edits", counted(document.revisions.len())),
    ] {
        if let Some(value) = value {
            writeln!(out, "    {what:13} {value}")?;
        }
    }
    for hidden in &document.hidden {
        let page = hidden.page.map(|page| format!(", page {page}")).unwrap_or_default();
        writeln!(out, "    nobody sees   “{}” ({}{page})", beginning(&hidden.text), why(hidden.reason))?;
    }
    Ok(())
}

fn why(reason: HiddenReason) -> &'static str {
    match reason {
        HiddenReason::Invisible => "drawn without ink",
        HiddenReason::Background => "in the colour of what is behind it",
        HiddenReason::Tiny => "smaller than 2 points",
        HiddenReason::OffPage => "outside of the page",
        HiddenReason::Marked => "marked as hidden",
        HiddenReason::Covered => "behind something drawn over it",
        HiddenReason::ZeroWidth => "in characters without width",
    }
}

fn state(state: PartState) -> &'static str {
    match state {
        PartState::Read => "read",
        PartState::Absent => "not there",
        PartState::NotLoaded => "not loaded yet",
        PartState::NotRecognised => "not recognised",
    }
}

fn words(part: Part) -> &'static str {
    match part {
        Part::Name => "name",
        Part::Headline => "headline",
        Part::Location => "location",
        Part::Photo => "photo",
        Part::Contacts => "contacts",
        Part::About => "about",
        Part::Roles => "roles",
        Part::Studies => "studies",
        Part::Skills => "skills",
        Part::Certificates => "certificates",
        Part::Other => "other text",
    }
}

fn place(place: Place) -> String {
    let entry = place.entry.map(|entry| format!("{} {entry}", words(place.part)));
    let page = place.page.map(|page| format!("page {page}"));
    let told: Vec<String> = entry.into_iter().chain(page).collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) }
}

fn beginning(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
