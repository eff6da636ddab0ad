//! Skills and certificates of a document.

use loupe_profile::{Certificate, Part, Place, Profile, Quote, Span};

use crate::{Block, BlockKind, dates, entries::MAX_ENTRIES, words};

use super::{naming, prose::paragraphs, segment};

/// Words of one skill; longer runs are sentences.
const MAX_WORDS: usize = 8;

/// Reads skills: lists with commas and dots, one a line, or groups with a label.
pub(super) fn read_skills(profile: &mut Profile, blocks: &[Block], wrapped: bool) {
    // Headings and bold lines among others name groups of skills.
    let plain = blocks.iter().any(|b| b.kind != BlockKind::Heading && !b.bold);
    let named = are_named(blocks);
    let bracketed = are_bracketed(blocks);
    for (at, block) in blocks.iter().enumerate() {
        let names = block.kind == BlockKind::Heading
            || (block.cells.is_empty() && block.kind == BlockKind::Line && (block.bold || (named && !lists(block))));
        if plain && names {
            continue;
        }
        // So does a line above bullets that stand further in.
        if blocks.get(at + 1).is_some_and(|next| heads(block, next)) {
            continue;
        }
        let joined = joined_list(blocks, at, wrapped);
        let Some(text) = joined else { continue };
        let text = in_brackets(&text).filter(|_| bracketed).map(ToOwned::to_owned).unwrap_or(text);
        let cells = if block.cells.len() > 1 && text == block.text { block.cells.clone() } else { vec![text] };
        // "Languages | Go, Python": what the group is called.
        let listed = |cell: &str| cell.contains(COMMAS);
        let group = matches!(cells.as_slice(), [first, second] if !listed(first) && listed(second));
        for cell in cells.iter().skip(usize::from(group)).filter(|cell| !is_level(cell)) {
            push_skills(profile, cell, block.page);
        }
    }
}

const COMMAS: [char; 5] = [',', '、', '،', '，', ';'];

fn lists(block: &Block) -> bool {
    block.text.contains(COMMAS)
}

/// True where a line without commas stands above each line with them: the names of the groups.
fn are_named(blocks: &[Block]) -> bool {
    let pairs = blocks.chunks_exact(2);
    blocks.len() >= 4 && pairs.remainder().is_empty() && pairs.into_iter().all(|pair| {
        matches!(pair, [name, list] if !lists(name) && lists(list) && name.text.split_whitespace().count() <= 5)
    })
}

/// The list of "Languages (Go, Python)".
fn in_brackets(text: &str) -> Option<&str> {
    let (name, list) = text.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
    (!name.trim().is_empty() && !list.contains(['(', '（'])).then_some(list)
}

/// True where each line is a list in brackets behind its name, and they are too long to tell of one skill.
fn are_bracketed(blocks: &[Block]) -> bool {
    let lists: Option<Vec<usize>> = blocks.iter().map(|b| Some(in_brackets(&b.text)?.split(COMMAS).count())).collect();
    lists.is_some_and(|lists| lists.len() >= 2 && lists.iter().sum::<usize>() * 2 >= lists.len() * 5)
}

/// True for a line that names the bullets below it.
fn heads(block: &Block, next: &Block) -> bool {
    let further_in = block.shares.zip(next.shares).is_some_and(|(own, next)| next > own);
    let short = block.text.split_whitespace().count() <= 5 && !block.text.contains([',', '、', '،', '，', ';']);
    block.kind == BlockKind::Line && next.kind == BlockKind::Item && further_in && short
}

/// "90 %", "4/5", "●●●○○", "Expert": how well, not what.
fn is_level(text: &str) -> bool {
    let drawn = |c: char| c.is_ascii_digit() || "●○★☆■□▪▫•".contains(c);
    (!text.chars().any(char::is_alphabetic) && text.chars().any(drawn))
        || words::is_level(text)
        || dates::is_duration(text.trim_end_matches('+'))
}

/// A skill without how well it is known: "Go (Expert)", "SQL – Advanced", "Figma 5/5".
fn without_level(skill: &str) -> &str {
    let bracketed = skill.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（', '[']));
    let marks = [" – ", " — ", " - ", " | ", " "].iter().filter_map(|mark| {
        let cut = skill.rsplit_once(mark)?;
        // A bare word behind a skill may be a part of its name.
        (*mark != " " || !cut.1.chars().any(char::is_alphabetic)).then_some(cut)
    });
    let mut cuts = bracketed.into_iter().chain(marks);
    let found = cuts.find(|(name, level)| is_level(level) && has_figure_of_level(level) && !name.trim().is_empty());
    found.map_or(skill, |(name, _)| name.trim_end_matches([':', '-', '–', ' ']))
}

/// A number alone is a version's: "Python 3". Of levels, it stands in a fraction or before a percent sign.
fn has_figure_of_level(level: &str) -> bool {
    !level.chars().any(|c| c.is_ascii_digit()) || level.contains(['/', '%']) || level.contains(char::is_alphabetic)
}

/// A list that goes on in the next line ("Go, Raft,"), as one text; nothing for a line that was taken already.
fn joined_list(blocks: &[Block], at: usize, wrapped: bool) -> Option<String> {
    let ends_open = |block: &Block| block.text.ends_with([',', '،', '、']);
    let goes_on = |above: usize| {
        let (Some(above), Some(block)) = (blocks.get(above), blocks.get(above + 1)) else { return false };
        wrapped && ends_open(above) && !block.gap && !block.opens && block.kind == BlockKind::Line
    };
    if at > 0 && goes_on(at - 1) {
        return None;
    }
    let mut text = blocks.get(at)?.text.clone();
    let mut next = at;
    while goes_on(next) && text.len() < 2_000 {
        next += 1;
        text.push(' ');
        text.push_str(blocks.get(next).map_or("", |b| b.text.as_str()));
    }
    Some(text)
}

fn push_skills(profile: &mut Profile, text: &str, page: Option<u32>) {
    let list = match text.split_once([':', '：']) {
        Some((name, level)) if is_level(level.trim()) => name,
        Some((_, list)) => list,
        None => text,
    };
    // "Go / Raft / SQL"; "CI/CD" is one.
    let strokes = list.matches(" / ").count() >= 2 && list.matches('/').count() == list.matches(" / ").count();
    // "Go (Raft, gRPC)" is one skill: commas in brackets part nothing.
    let mut depth = 0_i32;
    let parts = list.split(|c: char| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        let stroke = strokes && c == '/';
        depth <= 0 && (stroke || matches!(c, ',' | ';' | '|' | '•' | '·' | '、' | '،' | '，' | '；' | '\t' | '／'))
    });
    for skill in parts.map(str::trim).filter(|s| !s.is_empty()) {
        let skill = without_level(skill.trim_end_matches('.').trim());
        let words = skill.split_whitespace().count();
        if words > MAX_WORDS || skill.len() > 120 || profile.skills.len() >= MAX_ENTRIES {
            continue;
        }
        if skill.chars().any(char::is_alphanumeric) && !profile.skills.iter().any(|s| s.text == skill) {
            let place = Place { page, ..Place::entry(Part::Skills, profile.skills.len()) };
            profile.skills.push(Quote::new(skill, place));
        }
    }
}

/// Reads certificates: one a line, or a heading with issuer and date below.
pub(super) fn read_certificates(profile: &mut Profile, blocks: &[Block], wrapped: bool) {
    let mut read: Vec<Draft> = Vec::new();
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
