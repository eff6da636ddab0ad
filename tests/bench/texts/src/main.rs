//! `text-bench`: measures how surely copied texts are linked, and how often strangers' are, and prints the tables.

mod peers;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loupe::{LinkKind, checks::Strength, profile::Date, read::Reading};
use loupe_photo_bench::table::{number, share, table};
use loupe_text_bench::{
    edits::EDITS,
    growth::Crowd,
    invented::{Author, reading},
};

const USAGE: &str = "\
usage: text-bench [--families N] [--others N] [--first N] [--folder DIR] [--show N] [--no-peers] [--growth N,...]

  --families N  so many texts that others copy (60), each once in every way
  --others N    so many texts of which none is copied (1200)
  --first N     from this seed on (0): texts that were not looked at before
  --folder DIR  text files of different people, a passage a line, instead of the others
  --show N      prints what was missed and what was linked falsely, at most so many
  --no-peers    does not measure other tools; they need Python's packages, see README.md
  --growth N,.. instead, what look-ups cost among so many people
";

/// Passages, and each of them rewritten in the ways of [`REWRITTEN`]: groups with an empty line between, a version a line.
const RETOLD: &str = include_str!("../retold.txt");
const REWRITTEN: [&str; 2] = ["reworded by a language model", "retold by a language model"];

/// The [`EDITS`] that make a frame of a text, with other things in its slots, and how many have it.
const FRAMED: [&str; 3] =
    ["numbers, years and employers others", "10 % of words exchanged", "other employers, other order, 10 % exchanged"];
const FRAMED_MEMBERS: usize = 4;

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
    growth: Vec<usize>,
}

impl Options {
    fn of(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let mut options =
            Self { families: 60, others: 1200, first: 0, folder: None, show: 0, peers: true, growth: Vec::new() };
        while let Some(arg) = args.next() {
            let mut value = || args.next();
            match arg.as_str() {
                "--families" => options.families = value()?.parse().ok()?,
                "--others" => options.others = value()?.parse().ok()?,
                "--first" => options.first = value()?.parse().ok()?,
                "--folder" => options.folder = Some(value()?.into()),
                "--show" => options.show = value()?.parse().ok()?,
                "--growth" => {
                    options.growth = value()?.split(',').map(|n| n.parse().ok()).collect::<Option<_>>()?;
                }
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
    if !options.growth.is_empty() {
        return writeln!(out, "{}", growth_table(&options.growth));
    }
    let members = members(&options)?;
    let start = Instant::now();
    let readings: Vec<Reading> = members.iter().enumerate().map(|(at, member)| reading(at, &member.passages)).collect();
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
    writeln!(out, "{}", frames_table(&options)?)?;
    show(&mut out, options.show, &members, &links)
}

/// Of texts that four people have, each with an edit of their own, among the others: how many are told as one frame.
fn frames_table(options: &Options) -> io::Result<String> {
    let author = Author::default();
    let mut rows = Vec::new();
    for edit in FRAMED.map(|name| EDITS.iter().find(|edit| edit.name == name)).into_iter().flatten() {
        let mut members = Vec::new();
        for family in 0..options.families {
            let seed = options.first * 1_000_003 + family as u64;
            let first = author.text(family, seed);
            members.extend((0..FRAMED_MEMBERS as u64).map(|member| Member {
                family: Some(family),
                edit: None,
                passages: edit.of(&first, (seed + 1) << 20 | (member + 101)),
            }));
        }
        members.extend(others(options, &author)?);
        let readings: Vec<Reading> =
            members.iter().enumerate().map(|(at, member)| reading(at, &member.passages)).collect();
        let swept = loupe::sweep(&readings, Date::month_of(2026, 11), || ());
        let families: BTreeMap<&str, Option<usize>> = readings
            .iter()
            .zip(&members)
            .map(|(reading, member)| (reading.source.address.as_str(), member.family))
            .collect();
        let mut largest: BTreeMap<usize, usize> = BTreeMap::new();
        let mut wrong = 0;
        for frame in &swept.frames {
            let of: BTreeSet<Option<usize>> =
                frame.readings.iter().filter_map(|reading| families.get(reading.as_str()).copied()).collect();
            match of.first() {
                Some(Some(family)) if of.len() == 1 => {
                    let members = largest.entry(*family).or_default();
                    *members = frame.readings.len().max(*members);
                }
                _ => wrong += 1,
            }
        }
        let whole = largest.values().filter(|members| **members == FRAMED_MEMBERS).count();
        let told = share(largest.len(), options.families);
        let row = [edit.name.to_owned(), number(options.families), told, share(whole, options.families), number(wrong)];
        rows.push(row.to_vec());
    }
    Ok(table(&["four people's texts", "families", "told as one frame", "… of all four", "frames of others"], &rows))
}

/// Families, each with one member by each edit, then others.
fn members(options: &Options) -> io::Result<Vec<Member>> {
    let (author, mut members) = (Author::default(), Vec::new());
    for family in 0..options.families {
        let seed = options.first * 1_000_003 + family as u64;
        let first = author.text(family, seed);
        members.push(Member { family: Some(family), edit: None, passages: first.passages.clone() });
        for (at, edit) in EDITS.iter().enumerate() {
            let passages = edit.of(&first, (seed + 1) << 20 | (at as u64 + 1));
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
    members.extend(others(options, &author)?);
    Ok(members)
}

/// Texts of which none is copied.
fn others(options: &Options, author: &Author) -> io::Result<Vec<Member>> {
    let other = |passages| Member { family: None, edit: None, passages };
    if let Some(folder) = &options.folder {
        let lines = |file| -> io::Result<Vec<String>> {
            Ok(String::from_utf8_lossy(&fs::read(file)?).lines().map(str::to_owned).collect())
        };
        return files(folder)?.into_iter().map(|file| Ok(other(lines(file)?))).collect();
    }
    let seed = |other: usize| options.first * 1_000_003 + 500_000 + other as u64;
    Ok((0..options.others).map(|at| other(author.text(at, seed(at)).passages)).collect())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    files.sort();
    Ok(files)
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

fn growth_table(sizes: &[usize]) -> String {
    let row = |size: &usize| {
        let began = Instant::now();
        let crowd = Crowd::of(*size, || began.elapsed());
        let start = Instant::now();
        let named = crowd.recall();
        let recalled = start.elapsed();
        let found = crowd.examine(&named);
        let compared = start.elapsed().saturating_sub(recalled);
        let count = crowd.probes().max(1) as u32;
        let ms = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
        vec![
            number(*size),
            number(crowd.passages()),
            format!("{:.1} µs", crowd.filled.as_secs_f64() * 1e6),
            ms(recalled / count),
            format!("{:.1} ns", (recalled / count).as_secs_f64() * 1e9 / crowd.passages().max(1) as f64),
            ms(compared / count),
            format!("{:.1}", named.iter().map(Vec::len).sum::<usize>() as f64 / f64::from(count)),
            share(found, crowd.probes()),
        ]
    };
    let heads = ["people", "pieces of text", "taking one in", "recall", "… a piece", "comparing", "named", "found"];
    table(&heads, &sizes.iter().map(row).collect::<Vec<_>>())
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
