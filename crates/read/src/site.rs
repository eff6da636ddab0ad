//! Sites as data: what a file of `sites/` may say. [`crate::load`] refuses what would break or lie.
//!
//! A site file only points: where the name is, which part is Experience, what belongs to somebody else. The
//! recognisers of [`crate::entries`] and [`crate::resume`] understand what is pointed at. Every key is described, with an
//! example, in `sites/README.md`.

use std::{collections::BTreeMap, sync::LazyLock};

use loupe_profile::Part;
use serde::Deserialize;

use crate::{address, built::built, load::load, selector::Css, strategy::Strategy};

/// Every site file, in the order in which they are tried.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("linkedin-sdui", built!("sites/linkedin-sdui.toml")),
    ("linkedin-ember", built!("sites/linkedin-ember.toml")),
    ("linkedin-public", built!("sites/linkedin-public.toml")),
    ("linkedin-recruiter", built!("sites/linkedin-recruiter.toml")),
    ("upwork", built!("sites/upwork.toml")),
    ("ashby", built!("sites/ashby.toml")),
    ("bamboohr", built!("sites/bamboohr.toml")),
    ("dice", built!("sites/dice.toml")),
    ("fiverr", built!("sites/fiverr.toml")),
    ("freelancer", built!("sites/freelancer.toml")),
    ("github", built!("sites/github.toml")),
    ("gitlab", built!("sites/gitlab.toml")),
    ("greenhouse", built!("sites/greenhouse.toml")),
    ("indeed", built!("sites/indeed.toml")),
    ("lever", built!("sites/lever.toml")),
    ("smartrecruiters", built!("sites/smartrecruiters.toml")),
    ("stack-overflow", built!("sites/stack-overflow.toml")),
    ("teamtailor", built!("sites/teamtailor.toml")),
    ("wellfound", built!("sites/wellfound.toml")),
    ("workable", built!("sites/workable.toml")),
    ("xing", built!("sites/xing.toml")),
];

/// The sites Loupe knows. A file that does not load is a defect that a test finds; at run time it is passed over.
pub(crate) static SITES: LazyLock<Vec<Site>> =
    LazyLock::new(|| FILES.iter().filter_map(|(id, json)| load(id, json)).collect());

/// One site file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Site {
    #[serde(skip)]
    pub(crate) id: String,
    pub(crate) name: String,
    /// How well the pages are known.
    pub(crate) grade: Grade,
    /// Where the knowledge comes from, and of when it is.
    #[expect(dead_code, reason = "for people: the loader demands it, nothing reads it")]
    evidence: String,
    /// Addresses at which the site puts something in front of the profile.
    #[serde(default)]
    pub(crate) gate: Vec<String>,
    /// How the title or a heading begins of pages that it puts in front of the profile under the profile's own address.
    #[serde(default)]
    pub(crate) gate_titles: Vec<String>,
    /// Present on such pages.
    pub(crate) gate_marks: Option<Css>,
    pub(crate) page: Vec<Page>,
}

/// How well a site's pages are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Grade {
    /// Real captured pages were read in full.
    A,
    /// One capture, and notes or tests that agree with it.
    #[serde(rename = "A-")]
    AMinus,
    /// Several independent sources agree.
    B,
    /// One working source.
    C,
    /// The addresses and hardly more.
    D,
    /// Nothing.
    N,
}

impl Grade {
    /// True when nothing but the address is known, so that the page is read by its looks.
    pub(crate) fn is_guess(self) -> bool {
        self >= Self::D
    }
}

/// One kind of page of a site.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub(crate) kind: Kind,
    /// Addresses, with `*` for anything and `{slug}` for the part that names the person.
    pub(crate) url: Vec<String>,
    /// Other pages of the site have such addresses too: one that is not `ready` is one of those, not a changed one.
    #[serde(default)]
    pub(crate) shared: bool,
    /// How well this page is known, where that differs from the site's other pages.
    pub(crate) grade: Option<Grade>,
    /// Present when the page is of this layout.
    pub(crate) ready: Css,
    /// One of these must name the person of the address, or of the title, within the scope: in single-page sites the
    /// address changes before the page does.
    #[serde(default)]
    pub(crate) confirm: Vec<Confirm>,
    /// Cards that carry their person's key.
    pub(crate) owner: Option<Owner>,
    /// The page shows a part of a profile: what it does not show stands on another page.
    #[serde(default)]
    pub(crate) partial: bool,
    /// The only element ever read: the first match of the first selector that has one.
    pub(crate) scope: Vec<Css>,
    /// Taken out before anything is read: other people's boxes, adverts, hidden twins.
    pub(crate) exclude: Option<Css>,
    /// Boxes that the site opens over the page, outside of the scope, for strategies with `overlay`. One is read only if a
    /// heading in it says the person's name.
    pub(crate) overlay: Option<Css>,
    /// Frames that stand empty until the user scrolls to them.
    pub(crate) lazy: Option<Css>,
    /// Fields without which the page is said to have changed; of a card, that it is unread.
    pub(crate) required: Vec<Field>,
    #[serde(default)]
    pub(crate) fields: BTreeMap<Field, Vec<Strategy>>,
    #[serde(default)]
    pub(crate) sections: BTreeMap<SectionKind, Section>,
    /// How what the file does not point at is read.
    pub(crate) rest: Option<Rest>,
    /// Where `rest` is read; without it the whole scope.
    #[serde(default)]
    pub(crate) body: Vec<Css>,
    /// The page's embedded JSON, for strategies with `data`.
    pub(crate) data: Option<Data>,
    /// What the page says of the person as linked data (schema.org) fills what its looks left open.
    #[serde(default)]
    pub(crate) linked_data: bool,
    /// Of a list: the people's cards; of nested matches the outermost.
    pub(crate) cards: Option<Css>,
    /// Of a list whose cards carry no mark: what every card holds once (a button). A card is then the closest box around
    /// it that holds a match of `person`.
    pub(crate) around: Option<Css>,
    /// The link to the person's own page: of each card of a list, or of a profile whose own address names nobody.
    pub(crate) person: Option<Css>,
    /// Names that stand for one that is kept back. Rows of stars always do.
    #[serde(default)]
    pub(crate) masked: Vec<String>,
    /// Of a list: present when it goes on beyond what is shown.
    pub(crate) more: Option<Css>,
}

/// Where a page names its person: the address's slug as a whole part of an attribute or of the text, or the text as words
/// of the title.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirm {
    pub(crate) select: Css,
    #[serde(default)]
    pub(crate) attribute: String,
    /// The slug stands at the attribute's end, with nothing that parts it from what is before.
    #[serde(default)]
    pub(crate) ends: bool,
    /// The element's text stands in the page's title.
    #[serde(default)]
    pub(crate) title: bool,
    /// Nothing is asked where no such element is.
    #[serde(default)]
    pub(crate) if_any: bool,
}

/// Cards whose `id` or `componentkey` begins with `prefix` and the key of the person they are about. The key of the page's
/// person stands between `prefix` and one of `ends`; cards of another key are left out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Owner {
    pub(crate) prefix: String,
    pub(crate) ends: Vec<String>,
}

/// What a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// One person.
    Profile,
    /// Several people, each on a card.
    List,
}

/// How what a file does not point at is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Rest {
    /// As a résumé is: headings cut it into parts, dates into entries.
    Outline,
}

/// The page's embedded JSON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    /// The JSON scripts.
    pub(crate) script: Css,
    /// Dotted paths. The subject is the object from which one of these leads to the address's slug.
    pub(crate) subject: Vec<String>,
}

/// A field that stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Field {
    Name,
    Headline,
    Location,
    Photo,
    About,
    Contacts,
}

impl Field {
    /// The part of a profile it is.
    pub(crate) fn part(self) -> Part {
        match self {
            Self::Name => Part::Name,
            Self::Headline => Part::Headline,
            Self::Location => Part::Location,
            Self::Photo => Part::Photo,
            Self::About => Part::About,
            Self::Contacts => Part::Contacts,
        }
    }
}

/// A section of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SectionKind {
    Roles,
    Studies,
    Skills,
    Certificates,
    /// Other text of the person: answers, letters, projects.
    Other,
}

impl SectionKind {
    /// The part of a profile it is.
    pub(crate) fn part(self) -> Part {
        match self {
            Self::Roles => Part::Roles,
            Self::Studies => Part::Studies,
            Self::Skills => Part::Skills,
            Self::Certificates => Part::Certificates,
            Self::Other => Part::Other,
        }
    }
}

/// A section of entries: roles, studies, certificates, skills, or other text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    /// The box that holds the section; without it the whole scope.
    pub(crate) card: Option<Css>,
    /// The entries; of nested matches the outermost. Without it, the card is read as that part of a résumé is.
    pub(crate) items: Option<Css>,
    /// Entries within an entry: the roles of one employer.
    pub(crate) rows: Option<Css>,
    /// The lines of an entry, in order; of nested matches the innermost. Without it, an entry is a heading whose lines
    /// are the elements that follow it, up to the next entry or heading.
    pub(crate) lines: Option<Css>,
    /// Headings, where several sections share a box: only entries under one that names this section.
    pub(crate) under: Option<Css>,
    /// Lines of an entry that are one line in several boxes (degree and field of study).
    pub(crate) merge: Option<Css>,
    /// Which of an entry's lines is the employer or the school; without it the recognisers tell.
    pub(crate) organisation: Option<Css>,
    /// Running text of an entry.
    pub(crate) text: Option<Css>,
    /// Present when the site has more entries than it shows.
    pub(crate) more: Option<Css>,
    /// What splits a first line into title and employer.
    pub(crate) split: Option<String>,
    /// Labels that stand in front of an entry's lines and are not part of them ("Issued by ").
    #[serde(default)]
    pub(crate) labels: Vec<String>,
    /// Skills only: values of the page's embedded data, as a strategy's `data`.
    pub(crate) data: Option<Vec<String>>,
}

impl Page {
    /// How well it is known.
    pub(crate) fn grade(&self, site: &Site) -> Grade {
        self.grade.unwrap_or(site.grade)
    }

    /// What stands at `{slug}` in an address of this page; nothing when the address is another page's.
    pub(crate) fn slug(&self, url: &str) -> Option<String> {
        self.url.iter().find_map(|pattern| address::match_url(pattern, url))
    }
}
