//! `text-bench`: measures how surely copied texts are linked, and how often strangers' are, and prints the tables.

mod edits;
mod grammar;
mod peers;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use loupe::{
    LinkKind,
    checks::Strength,
    profile::{Coverage, Date, PassageKind, Place, Profile, Quote, Source, SourceKind},
    read::Reading,
};
use loupe_photo_bench::{
    lot::Lot,
    table::{number, share, table},
};

use crate::{edits::EDITS, grammar::Grammar};

const USAGE: &str = "\
usage: text-bench [--families N] [--others N] [--first N] [--folder DIR] [--show N] [--no-peers]

  --families N  so many texts that others copy (60), each once in every way
  --others N    so many texts of which none is copied (1200)
  --first N     from this seed on (0): texts that were not looked at before
  --folder DIR  text files of different people, a passage a line, instead of the others
  --show N      prints what was missed and what was linked falsely, at most so many
  --no-peers    does not measure other tools; they need Python's packages, see README.md
";

/// The rules of each language, and how many of ten texts are in it.
const LANGUAGES: [(&str, usize); 4] = [
    (include_str!("../grammar/english.txt"), 6),
    (include_str!("../grammar/german.txt"), 2),
    (include_str!("../grammar/spanish.txt"), 1),
    (include_str!("../grammar/chinese.txt"), 1),
];

/// Passages, and each of them rewritten in the ways of [`REWRITTEN`]: groups with an empty line between, a version a line.
const RETOLD: &str = include_str!("../retold.txt");
const REWRITTEN: [&str; 2] = ["reworded by a language model", "retold by a language model"];

/// One person's text.
pub(crate) struct Member {
    /// Of which family; nobody's who shares nothing.
    pub(crate) family: Option<usize>,
    /// Which of [`EDITS`], or after them of [`REWRITTEN`], made it; nothing for a family's first.
    pub(crate) edit: Option<usize>,
    pub(crate) passages: Vec<String>,
}

struct Options {
    families: usize,
    others: usize,
    first: u64,
    folder: Option<PathBuf>,
    show: usize,
    peers: bool,
}

impl Options {
    fn of(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Self { families: 60, others: 1200, first: 0, folder: None, show: 0, peers: true };
        while let Some(arg) = args.next() {
            let mut value = || args.next();
            match arg.as_str() {
                "--families" => options.families = value()?.parse().ok()?,
                "--others" => options.others = value()?.parse().ok()?,
                "--first" => options.first = value()?.parse().ok()?,
                "--folder" => options.folder = Some(value()?.into()),
                "--show" => options.show = value()?.parse().ok()?,
                "--no-peers" => options.peers = false,
                _ => return None,
            }
        }
        Some(options)
    }
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let Some(options) = Options::of(std::env::args().skip(1)) else {
        return write!(out, "{USAGE}");
    };
    let members = members(&options)?;
    let start = Instant::now();
    let readings: Vec<Reading> = members.iter().enumerate().map(|(at, member)| reading(at, member)).collect();
    let swept = loupe::sweep(&readings, Date::month_of(2026, 11), || ());
    let at: BTreeMap<&str, usize> =
        readings.iter().enumerate().map(|(at, reading)| (reading.source.address.as_str(), at)).collect();
    let texts = swept.links.iter().filter(|link| link.kind == LinkKind::Text);
    let links: BTreeMap<[usize; 2], Strength> = texts
        .filter_map(|link| Some(([*at.get(link.a.as_str())?, *at.get(link.b.as_str())?], link.strength)))
        .collect();
    let took = start.elapsed();
    let peers = if options.peers { peers::measure(&members)? } else { Vec::new() };
    let words: usize = members.iter().flat_map(|member| &member.passages).map(|text| text.split(' ').count()).sum();
    writeln!(out, "{} texts, {words} words, swept in {took:.1?}.\n", members.len())?;
    writeln!(out, "{}", recall_table(&members, &links, &peers))?;
    writeln!(out, "{}", retold_table(&members, &links, &peers))?;
    writeln!(out, "{}", precision_table(&members, &links, &peers))?;
    show(&mut out, options.show, &members, &links)
}

/// Families, each with one member by each edit, then others.
fn members(options: &Options) -> io::Result<Vec<Member>> {
    let grammars: Vec<(Grammar, usize)> = LANGUAGES.iter().map(|(file, share)| (Grammar::of(file), *share)).collect();
    let language = |at: usize| {
        let mut place = at % 10;
        grammars.iter().find(|(_, share)| place.checked_sub(*share).map(|rest| place = rest).is_none())
    };
    let mut members = Vec::new();
    let text = |at: usize, seed: u64| {
        let (grammar, _) = language(at)?;
        let mut lot = Lot::new(seed);
        let mut open = grammar.open(&mut lot);
        // Every other text is one paragraph, as a proposal or a headline's summary is.
        if (at / 10).is_multiple_of(2) {
            open.truncate(2);
            open = vec![open.join(if grammar.unspaced { "" } else { " " })];
        }
        let filled = grammar.filled(&open, &mut lot);
        Some((grammar, open, filled))
    };
    for family in 0..options.families {
        let seed = options.first * 1_000_003 + family as u64;
        let Some((grammar, open, filled)) = text(family, seed) else { continue };
        members.push(Member { family: Some(family), edit: None, passages: filled.clone() });
        for (at, edit) in EDITS.iter().enumerate() {
            let passages = edit.of(grammar, &open, filled.clone(), (seed + 1) << 20 | (at as u64 + 1));
            members.push(Member { family: Some(family), edit: Some(at), passages });
        }
    }
    let retold = RETOLD.split("\n\n").skip(1).map(|group| group.lines().filter(|line| !line.is_empty()));
    for (family, versions) in (options.families..).zip(retold) {
        for (at, version) in versions.enumerate() {
            let edit = at.checked_sub(1).map(|way| EDITS.len() + way);
            members.push(Member { family: Some(family), edit, passages: vec![version.to_owned()] });
        }
    }
    if let Some(folder) = &options.folder {
        for file in files(folder)? {
            let passages = String::from_utf8_lossy(&fs::read(file)?).lines().map(str::to_owned).collect();
            members.push(Member { family: None, edit: None, passages });
        }
    } else {
        let seed = |other: usize| options.first * 1_000_003 + 500_000 + other as u64;
        let others = (0..options.others).filter_map(|other| text(other, seed(other)));
        members.extend(others.map(|(.., passages)| Member { family: None, edit: None, passages }));
    }
    Ok(members)
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    files.sort();
    Ok(files)
}

/// As a profile under a name that is nobody else's.
fn reading(at: usize, member: &Member) -> Reading {
    let part = |mut number: usize| {
        let mut name = String::new();
        for _ in 0..4 {
            name.push(char::from(b"bdfgklmnprstvz"[number % 14]));
            name.push(char::from(b"aeiou"[number / 14 % 5]));
            number /= 70;
        }
        name
    };
    let mut lot = Lot::new(at as u64);
    let name = format!("{} {}", part(lot.below(24_010_000)), part(lot.below(24_010_000)));
    let mut profile = Profile { name: Some(Quote::new(&name, Place::default())), ..Profile::default() };
    for passage in &member.passages {
        profile.push_passage(PassageKind::Other, passage, Place::default());
    }
    let address = format!("text-{at}.txt");
    let source = Source { kind: SourceKind::File, address: address.clone(), label: address };
    Reading { source, profile, coverage: Coverage::default(), document: None }
}

/// Pairs that a tool links.
pub(crate) struct Peer {
    pub(crate) name: String,
    pub(crate) links: Vec<[usize; 2]>,
}

/// Of each way to rewrite: the pair of a passage and its version.
fn retold_table(members: &[Member], links: &BTreeMap<[usize; 2], Strength>, peers: &[Peer]) -> String {
    let ways = REWRITTEN.iter().enumerate().map(|(way, name)| {
        let made = members.iter().enumerate().filter(|(_, member)| member.edit == Some(EDITS.len() + way));
        let pairs: Vec<[usize; 2]> = made.map(|(place, _)| [place - way - 1, place]).collect();
        row_of(name, None, &pairs, links, peers)
    });
    table(&heads("rewritten", peers), &ways.collect::<Vec<_>>())
}

fn heads<'a>(first: &'a str, peers: &'a [Peer]) -> Vec<&'a str> {
    let own = [first, "pairs", "aim", "linked", "medium or strong", "strong"];
    own.into_iter().chain(peers.iter().map(|peer| peer.name.as_str())).collect()
}

fn row_of(
    name: &str,
    aim: Option<f32>,
    pairs: &[[usize; 2]],
    links: &BTreeMap<[usize; 2], Strength>,
    peers: &[Peer],
) -> Vec<String> {
    let found = |least: Strength| pairs.iter().filter(|pair| links.get(*pair).is_some_and(|s| *s >= least)).count();
    let aim = aim.map_or("–".to_owned(), |aim| format!("{aim:.2}"));
    let mut row = vec![name.to_owned(), number(pairs.len()), aim];
    row.extend([Strength::Weak, Strength::Medium, Strength::Strong].map(|s| share(found(s), pairs.len())));
    let by = |peer: &Peer| share(pairs.iter().filter(|pair| peer.links.contains(pair)).count(), pairs.len());
    row.extend(peers.iter().map(by));
    row
}

/// Of each edit: the pair of a family's first and the member that the edit made.
fn recall_table(members: &[Member], links: &BTreeMap<[usize; 2], Strength>, peers: &[Peer]) -> String {
    let mut rows = Vec::new();
    for (at, edit) in EDITS.iter().enumerate() {
        let pairs: Vec<[usize; 2]> = members
            .iter()
            .enumerate()
            .filter(|(_, member)| member.edit == Some(at))
            .map(|(place, _)| [place - at - 1, place])
            .collect();
        rows.push(row_of(edit.name, Some(edit.aim), &pairs, links, peers));
    }
    table(&heads("edit", peers), &rows)
}

fn is_true(members: &[Member], [a, b]: [usize; 2]) -> bool {
    members[a].family.is_some() && members[a].family == members[b].family
}

fn precision_table(members: &[Member], links: &BTreeMap<[usize; 2], Strength>, peers: &[Peer]) -> String {
    let all = members.len() * (members.len() - 1) / 2;
    let row = |name: &str, links: &[[usize; 2]]| {
        let right = links.iter().filter(|pair| is_true(members, **pair)).count();
        let wrong = links.len() - right;
        let mut people: Vec<usize> = links.iter().filter(|pair| !is_true(members, **pair)).flatten().copied().collect();
        people.sort_unstable();
        people.dedup();
        let precision = format!("{:.4}", right as f64 / links.len().max(1) as f64);
        vec![name.to_owned(), number(all), number(right), number(wrong), number(people.len()), precision]
    };
    let of = |least: Strength| -> Vec<[usize; 2]> {
        links.iter().filter(|(_, strength)| **strength >= least).map(|(pair, _)| *pair).collect()
    };
    let mut rows = vec![
        row("linked", &of(Strength::Weak)),
        row("medium or strong", &of(Strength::Medium)),
        row("strong", &of(Strength::Strong)),
    ];
    rows.extend(peers.iter().map(|peer| row(&peer.name, &peer.links)));
    table(&["tool", "pairs", "linked rightly", "linked falsely", "people falsely linked", "precision"], &rows)
}

fn show(
    out: &mut impl Write,
    most: usize,
    members: &[Member],
    links: &BTreeMap<[usize; 2], Strength>,
) -> io::Result<()> {
    for (pair, strength) in links.iter().filter(|(pair, _)| !is_true(members, **pair)).take(most) {
        let texts = pair.map(|at| members[at].passages.join(" / "));
        writeln!(out, "falsely linked, {strength:?}, {pair:?}:\n  {}\n  {}", texts[0], texts[1])?;
    }
    let missed = members.iter().enumerate().filter_map(|(at, member)| {
        let edit = member.edit.filter(|edit| *edit < EDITS.len())?;
        let pair = [at - edit - 1, at];
        (!links.contains_key(&pair)).then_some((edit, pair))
    });
    for (edit, pair) in missed.take(most) {
        let texts = pair.map(|at| members[at].passages.join(" / "));
        writeln!(out, "missed, {}:\n  {}\n  {}", EDITS[edit].name, texts[0], texts[1])?;
    }
    Ok(())
}
