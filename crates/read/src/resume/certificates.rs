//! Certificates of a document: one a line, or a name with issuer and date below.

use loupe_profile::{Certificate, Part, Place, Profile, Quote, Span};

use crate::{Block, BlockKind, dates, entries::MAX_ENTRIES, words};

use super::{naming, prose::paragraphs, segment};

/// Reads certificates: one a line, or a heading with issuer and date below.
pub(super) fn read(profile: &mut Profile, blocks: &[Block], wrapped: bool) {
    let mut read: Vec<Draft> = Vec::new();
    let blocks = match blocks {
        [first, rest @ ..] if heads_columns(first) => rest,
        blocks => blocks,
    };
    for group in groups(blocks) {
        let lines: Vec<String> = match group {
            [one] => cells_of(one),
            several if wrapped && several.iter().all(|b| b.text.len() > 50) => {
                paragraphs(several, wrapped).into_iter().map(|(_, text)| text).collect()
            }
            several => several.iter().flat_map(cells_of).collect(),
        };
        read.extend(draft(&lines, group.first().and_then(|b| b.page)));
    }
    // A list keeps one order: those that tell it tell it of the others.
    let votes: i32 = read.iter().map(|draft| issuer_first(&draft.names)).sum();
    for draft in read {
        let own = issuer_first(&draft.names);
        push_certificate(profile, draft, if votes == 0 { own > 0 } else { votes > 0 });
    }
}

/// True for the row that says what the columns of a table hold.
fn heads_columns(block: &Block) -> bool {
    let known = |cell: &String| !words::labels(cell).is_empty() || words::heading(cell).is_some();
    block.cells.len() > 1 && block.bold && block.cells.iter().any(known) && dates::find(&block.text).is_none()
}

fn cells_of(block: &Block) -> Vec<String> {
    if block.cells.len() > 1 { block.cells.clone() } else { vec![block.text.clone()] }
}

/// Lines that tell of one certificate. Headings, bullets and gaps part them; else the lines that are dates do.
fn groups(blocks: &[Block]) -> Vec<&[Block]> {
    let first = blocks.first().map(segment::look);
    let headed = blocks.iter().any(|b| Some(segment::look(b)) != first && b.kind != BlockKind::Item);
    // "Issued on: Sep 01, 2021"
    let is_date = |block: &Block| {
        let rest = |found: dates::Found| block.text.len() - found.bytes.len();
        let in_cell = [block.cells.first(), block.cells.last()]
            .into_iter()
            .flatten()
            .any(|cell| dates::date_line(cell).is_some());
        // "Issuer · Sep 2021"
        let behind_mark = block.text.rsplit_once(" · ").is_some_and(|(_, date)| dates::date_line(date).is_some());
        if in_cell || behind_mark {
            return true;
        }
        dates::date_line(&block.text).is_some() || dates::find(&block.text).is_some_and(|found| rest(found) <= 14)
    };
    let dates_first = blocks.first().is_some_and(is_date);
    let dates_last = !dates_first && blocks.iter().any(is_date);
    let outer = outermost(blocks, is_date);
    // "Issuer", "2019", "Name": as many dates as lines like the first, and each stands within.
    let like_first = |block: &&Block| Some(segment::look(block)) == first;
    let dates_within = headed
        && !dates_first
        && blocks.last().is_some_and(|last| !is_date(last))
        && blocks.iter().filter(like_first).count() == blocks.iter().filter(|b| is_date(b)).count();
    let by_heading = dates_within || blocks.first().is_some_and(|b| b.kind == BlockKind::Heading);
    let begins = |at: usize, block: &Block| {
        if outer.is_some() && block.kind != BlockKind::Item {
            return block.shares == outer;
        }
        if by_heading && block.kind != BlockKind::Item {
            return Some(segment::look(block)) == first;
        }
        if block.kind == BlockKind::Item || block.gap || block.opens {
            return true;
        }
        let above = blocks.get(at - 1);
        match (dates_first, dates_last) {
            (true, _) => is_date(block),
            (_, true) => above.is_some_and(is_date) || (headed && Some(segment::look(block)) == first),
            _ if headed => Some(segment::look(block)) == first,
            // A list without any marks.
            _ => true,
        }
    };
    let mut groups = Vec::new();
    let mut from = 0;
    for (at, block) in blocks.iter().enumerate().skip(1) {
        if begins(at, block) {
            groups.extend(blocks.get(from..at));
            from = at;
        }
    }
    groups.extend(blocks.get(from..));
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}

/// How many elements hold all of the certificates, if each is an element of its own: all begin alike, and if any has a
/// date, all have.
fn outermost(blocks: &[Block], is_date: impl Fn(&Block) -> bool) -> Option<u16> {
    let (first, rest) = blocks.split_first()?;
    let outer = rest.iter().map(|block| block.shares).min().flatten()?;
    let begins = |block: &&Block| block.shares == Some(outer);
    let alike = rest.iter().filter(begins).all(|block| segment::look(block) == segment::look(first));
    let dated = blocks.iter().filter(|block| is_date(block)).count();
    let all = 1 + rest.iter().filter(begins).count();
    (alike && all <= rest.len() && (dated == 0 || dated == all)).then_some(outer)
}

/// A certificate of which it is not known yet which name is the issuer's.
struct Draft {
    names: Vec<String>,
    dated: Option<(String, Span)>,
    page: Option<u32>,
}

fn draft(lines: &[String], page: Option<u32>) -> Option<Draft> {
    let mut names: Vec<String> = Vec::new();
    let mut dated = None;
    for line in lines.iter().take(6) {
        let found = dates::find_range(line).or_else(|| dates::find(line)).filter(|_| dated.is_none());
        let rest = match &found {
            Some(found) => {
                dated = line.get(found.bytes.clone()).map(|text| (text.to_owned(), found.span));
                [line.get(..found.bytes.start), line.get(found.bytes.end..)].into_iter().flatten().collect()
            }
            None => vec![line.as_str()],
        };
        for text in rest {
            // Brackets were around the date, or around the issuer.
            let (open, close) = (text.contains(['(', '（']), text.contains([')', '）']));
            let text = if open && close { text } else { text.trim_matches(['(', ')', '（', '）', ' ']) };
            names.extend(naming::units(text, 0).into_iter().map(|u| bare(&u.text)));
        }
    }
    names.retain(|name| name.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    // "Cluster Operator (Northgate Institute)", "Cluster Operator (Northgate Institute, 2021)"
    let bracketed = match names.as_slice() {
        [only] => match only.strip_suffix([')', '）']) {
            Some(text) => text.rsplit_once(['(', '（']),
            None => only.rsplit_once(['(', '（']).filter(|(_, issuer)| !issuer.contains([')', '）'])),
        },
        _ => None,
    };
    if let Some((name, issuer)) = bracketed.map(|(name, issuer)| (name.trim().to_owned(), issuer.trim().to_owned())) {
        names = vec![name, issuer];
    }
    if let [only] = names.as_slice() {
        // "Cluster Operator. Northgate Institute"
        // "Harbour Academy: Data Steward"
        let colon =
            only.split_once(": ").filter(|(issuer, _)| words::is_organisation(issuer) || words::is_school(issuer));
        let stop = only.split_once(". ").filter(|(name, issuer)| {
            let last = name.rsplit(' ').next().unwrap_or_default().chars().count();
            (last > 3 || !name.is_ascii()) && issuer.chars().next().is_some_and(|c| !c.is_lowercase())
        });
        let cut = [" issued by ", " awarded by ", " – ", " — ", " - ", " / ", "; ", ", ", " by ", " from ", "، ", "、"]
            .iter()
            .find_map(|mark| only.rsplit_once(mark));
        if let Some((name, issuer)) = stop.or(colon).or(cut).map(|(n, i)| (trimmed(n), bare(i.trim()))) {
            names = vec![name, issuer];
        }
    }
    (!names.is_empty()).then_some(Draft { names, dated, page })
}

fn push_certificate(profile: &mut Profile, draft: Draft, issuer_first: bool) {
    let Draft { mut names, dated, page } = draft;
    let place = Place { page, ..Place::entry(Part::Certificates, profile.certificates.len()) };
    let quote = |text: &str| Quote::new(text, place);
    if issuer_first && names.len() > 1 {
        names.swap(0, 1);
    }
    let long = |name: &String| name.split_whitespace().count() > 20;
    let Some(name) = names.first().filter(|n| !long(n) && profile.certificates.len() < MAX_ENTRIES) else { return };
    profile.certificates.push(Certificate {
        name: Some(quote(name)),
        issuer: names.get(1).filter(|n| n.split_whitespace().count() <= 10).map(|issuer| quote(issuer)),
        span: dated.as_ref().map(|(_, span)| *span),
        dates: dated.map(|(text, _)| quote(&text)),
    });
}

/// "Amazon Web Services, AWS Solutions Architect": 1 where words tell that the issuer is in front, -1 where they tell that
/// the certificate is.
fn issuer_first(names: &[String]) -> i32 {
    const NAMES: [&str; 12] = [
        "certif",
        "zertifi",
        "certyfik",
        "certifik",
        "sertifi",
        "diplom",
        "licen",
        "attestat",
        "сертифик",
        "资格",
        "資格",
        "자격",
    ];
    let [first, second, ..] = names else { return 0 };
    let names = |text: &str| {
        let lower = text.to_lowercase();
        NAMES.iter().any(|word| lower.contains(word)) || words::is_title(text)
    };
    let issues = |text: &str| words::is_organisation(text) || words::is_school(text);
    let tells = |issuer: &str, name: &str| (names(name) || issues(issuer)) && !names(issuer) && !issues(name);
    i32::from(tells(first, second)) - i32::from(tells(second, first))
}

/// Without white space and marks around it.
fn trimmed(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || ",;–—-".contains(c)).to_owned()
}

/// Without the words that lead to an issuer or a date.
fn bare(text: &str) -> String {
    const LEADS: [&str; 12] = [
        "issued by ",
        "issued ",
        "awarded by ",
        "by ",
        "issuer: ",
        "date: ",
        "ausgestellt von ",
        "délivré par ",
        "emitido por ",
        "rilasciato da ",
        "wydane przez ",
        "выдан ",
    ];
    let lower = text.to_lowercase();
    let lead = LEADS.iter().find(|lead| lower.starts_with(**lead)).map_or(0, |lead| lead.len());
    let text = text.get(lead..).unwrap_or(text);
    let text = text.strip_suffix(" on").or_else(|| text.strip_suffix(" in")).unwrap_or(text);
    if ["issued", "on", "in", "date"].contains(&text.to_lowercase().as_str()) { String::new() } else { text.to_owned() }
}
