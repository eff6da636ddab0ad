//! What a redacted page may keep word for word: the words that the recognisers know, which are nobody's own, and what
//! the site files point at.

use std::{collections::BTreeSet, sync::LazyLock};

use loupe_profile::fold;
use serde_json::{Map, Value};

use crate::{site, whose, words};

/// Words that hold a sentence together and say nothing of anybody.
const SMALL: &str = "a i an and as at by for from in into of off on or over the to under up with und bei für im am von \
    mit der die das de du des la le les et chez en au y del el los e di da do das dos il van het";

/// Words of furniture that pages put around people.
const FURNITURE: &str = "less more see show all follow following connect message pending profile contact info view \
    connections followers endorsements degree member members verified premium open work hide edit save";

/// Parts of addresses that say what kind of thing they lead to.
const PATHS: &str = "http https www mailto tel in pub company school details overlay people users user search jobs job redir redirect safety go \
    profile profiles photo image images img avatar media static jpg jpeg png webp gif svg html";

/// Kinds of things that data names (schema.org, "Full schema hierarchy"; those of people, work and pages).
const KINDS: &str = "AboutPage AdministrativeArea AggregateRating Answer Article BlogPosting Brand BreadcrumbList City \
    CollectionPage CollegeOrUniversity Comment ContactPoint Corporation Country Course CreativeWork DefinedTerm \
    EducationEvent EducationalOccupationalCredential EducationalOrganization EmployeeRole EmployerAggregateRating Event \
    GeoCoordinates HighSchool ImageObject InteractionCounter ItemList ItemPage JobPosting Language LikeAction ListItem \
    LocalBusiness MonetaryAmount NewsArticle Occupation Offer Organization OrganizationRole Person Place \
    PostalAddress Product ProfessionalService ProfilePage PropertyValue PublicationIssue QuantitativeValue Rating \
    Review Role ScholarlyArticle School SearchAction Service SocialMediaPosting State Thing VideoObject WebPage \
    WebSite WriteAction";

/// Words that keys of data are made of: the reader's own and those of schema.org that are nobody's name.
const KEYS: &str = "about action address alternate alumni as article author award awards base body brand buying card \
    category city code comment comments company contact content count country created credential current data date \
    degree description display duration education email employee employer end entity experience family favorites first full \
    gig gigs given graph has headline id image interaction is item items job jobs key kind knows language languages \
    last leads level linkedin list locality location main member name names occupation of offers oneliner open org \
    organization page part person phone photo place postal preferred profile props published publisher query rating \
    recognized recommended region reviewed reviews role root same salary school score seller sellers skill skills \
    slug start state statistic street summary surname telephone text time title to type updated url urls user \
    username value version viewer website work works year";

/// Keys of site files whose words are looked for in a page's text.
const TEXT_KEYS: [&str; 6] = ["until", "after", "labels", "gate_titles", "masked", "split"];

/// Single folded words that stay: those of the recognisers' lists but for headings, which stay as whole lines only.
static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut kept: BTreeSet<String> = [SMALL, FURNITURE].iter().flat_map(|list| list.split(' ').map(fold)).collect();
    kept.extend(whose::PAGE_WORDS.map(fold));
    let lists: Map<String, Value> = serde_json::from_str(words::FILE).unwrap_or_default();
    for (key, value) in lists.iter().filter(|(key, _)| *key != "headings" && !key.ends_with("_runs")) {
        each_text(key, value, &mut |_, text| kept.extend(fold(text).split(' ').map(ToOwned::to_owned)));
    }
    kept
});

/// True for a folded word that the recognisers know, or that is nobody's own. What only ends like one is a firm's name.
pub(super) fn is_word(folded: &str) -> bool {
    // "Werkstudentin" is a "Werkstudent".
    WORDS.contains(folded)
        || folded.strip_suffix("in").is_some_and(|word| WORDS.contains(word) && words::is_title(word))
}

/// Parts of words by which the recognisers know a position or an organisation: ends, and runs in languages that do not
/// part their words.
struct Telling {
    ends: BTreeSet<String>,
    runs: Vec<String>,
}

static TELLING: LazyLock<Telling> = LazyLock::new(|| {
    let lists: Map<String, Value> = serde_json::from_str(words::FILE).unwrap_or_default();
    let (mut ends, mut runs) = (BTreeSet::new(), BTreeSet::new());
    for (key, value) in &lists {
        let found = match key.rsplit_once('_') {
            Some((_, "ends")) => &mut ends,
            Some((_, "runs")) => &mut runs,
            _ => continue,
        };
        each_text(key, value, &mut |_, text| {
            found.insert(fold(text));
        });
    }
    Telling { ends, runs: runs.into_iter().collect() }
});

/// The longest end that tells something, in letters.
const MAX_END: usize = 20;

/// The bytes of a word by which the recognisers know it: the end of "Hallenwerke", the last two signs of "青山公司".
pub(super) fn telling(word: &str) -> Option<(usize, usize)> {
    let ends = word.char_indices().rev().take(MAX_END).filter(|(at, _)| *at > 0);
    let end = ends.filter(|(at, _)| TELLING.ends.contains(&fold(&word[*at..]))).last();
    let end = end.map(|(at, _)| (at, word.len()));
    // The lists of such languages are written as they are folded.
    end.or_else(|| {
        let folded = Some(word).filter(|word| !word.is_ascii())?;
        TELLING.runs.iter().find_map(|run| folded.find(run.as_str()).map(|at| (at, at + run.len())))
    })
}

/// True for a folded word that any of the lists has, headings included: what developers call the parts of a page.
pub(super) fn is_listed(folded: &str) -> bool {
    static LISTED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let (mut listed, lists) = (BTreeSet::new(), serde_json::from_str(words::FILE).unwrap_or_default());
        each_text("", &lists, &mut |_, text| listed.extend(fold(text).split(' ').map(ToOwned::to_owned)));
        listed
    });
    LISTED.contains(folded) || is_word(folded)
}

/// True for the name of a kind of thing, as schema.org or a site file has it.
pub(super) fn is_kind(kind: &str) -> bool {
    let is_name = kind.len() <= 41 && kind.bytes().all(|b| b.is_ascii_alphabetic());
    is_name && (KINDS.split(' ').any(|known| known == kind) || POINTED.values.iter().any(|value| is_last(value, kind)))
}

/// True for what a site file names alone or at the end of an address: "schema.org/Person".
fn is_last(value: &str, kind: &str) -> bool {
    value.strip_suffix(kind).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// True for a folded word of the keys of data: schema.org's, and those that site files follow.
pub(super) fn is_key_word(folded: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> =
        LazyLock::new(|| KEYS.split(' ').map(fold).chain(POINTED.keys.iter().cloned()).collect());
    (folded.len() == 1 && folded.is_ascii()) || KNOWN.contains(folded)
}

/// The words of a name that capitals part: "pageProps" is "page" and "Props", "`URLList`" is "URL" and "List".
pub(super) fn humps(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let letters = rest.char_indices().zip(rest.chars().skip(1)).zip(rest.chars().skip(2).map(Some).chain([None]));
        let end = letters.into_iter().find_map(|(((at, c), next), third)| {
            // "cardTitle", and "URLList".
            let begins = third.is_some_and(|third| c.is_uppercase() && third.is_lowercase());
            (next.is_uppercase() && (!c.is_uppercase() || begins)).then_some(at + c.len_utf8())
        });
        let (hump, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        Some(hump).filter(|hump| !hump.is_empty())
    })
}

/// True for a folded word of what the site files' selectors ask for.
pub(super) fn is_pointed_at(folded: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let named = POINTED.values.iter().chain(&POINTED.attributes).chain(&POINTED.named);
        let words = named.flat_map(|value| value.split(|c: char| !c.is_alphabetic())).flat_map(humps);
        words.filter(|word| word.len() >= 2).map(fold).collect()
    });
    WORDS.contains(folded)
}

/// True for the name of an attribute that a selector of a site file asks for.
pub(super) fn is_asked(attribute: &str) -> bool {
    POINTED.attributes.contains(attribute)
}

/// True for a folded word of addresses.
pub(super) fn is_path(folded: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let patterns = POINTED.patterns.iter().flat_map(|pattern| pattern.split(|c: char| !c.is_alphanumeric()));
        patterns.chain(PATHS.split(' ')).filter(|word| !word.is_empty()).map(fold).collect()
    });
    KNOWN.contains(folded)
}

/// True for the name of a part of an address's query by which site files know people: "application-id".
pub(super) fn is_query_key(key: &str) -> bool {
    let asked = format!("{key}=");
    !key.is_empty() && POINTED.values.iter().chain(&POINTED.patterns).any(|known| known.contains(&asked))
}

/// True for the host of a site that Loupe knows.
pub(super) fn is_site(host: &str) -> bool {
    POINTED.patterns.iter().any(|pattern| is_host_of(pattern, host))
}

/// What the site of an address is called. On no other page: "Ashby" is somebody's name.
pub(super) fn site_names(url: &str) -> Vec<String> {
    let host = url.split('/').nth(2).unwrap_or_default();
    let own = POINTED.names.iter().filter(|(_, patterns)| patterns.iter().any(|pattern| is_host_of(pattern, host)));
    own.map(|(name, _)| name.clone()).collect()
}

fn is_host_of(pattern: &str, host: &str) -> bool {
    pattern.split('/').nth(2).is_some_and(|known| {
        let name = known.strip_prefix("*.").unwrap_or(known);
        host == known || host == name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'))
    })
}

/// The bytes of an attribute's value or an address that a site file points at: `com.linkedin.sdui.profile`.
pub(super) fn pointed_at(value: &str) -> Vec<(usize, usize)> {
    let mut found = stretches(value, POINTED.values.iter());
    found.retain(|(from, to)| is_apart(value, *from) && is_apart(value, *to));
    found
}

/// True where a word may begin or end: "job" is no part of "jobson", but one of "jobTitle".
fn is_apart(text: &str, at: usize) -> bool {
    let (before, behind) = (text[..at].chars().next_back(), text[at..].chars().next());
    let (Some(before), Some(behind)) = (before, behind) else { return true };
    !before.is_alphabetic() || !behind.is_alphabetic() || (!before.is_uppercase() && behind.is_uppercase())
}

/// The bytes of a text that a site file knows by its words: "Just a moment", " – Lever Hire".
pub(super) fn known_words(text: &str, site_names: &[String]) -> Vec<(usize, usize)> {
    let mut found = stretches(text, POINTED.texts.iter().chain(site_names));
    found.retain(|(from, to)| is_apart(text, *from) && is_apart(text, *to));
    found
}

/// What the site files name, longest first.
#[derive(Default)]
struct Pointed {
    values: Vec<String>,
    texts: Vec<String>,
    patterns: Vec<String>,
    /// Folded words of paths through data.
    keys: BTreeSet<String>,
    /// Names of attributes.
    attributes: BTreeSet<String>,
    /// What each site is called, with the patterns of its addresses.
    names: Vec<(String, Vec<String>)>,
    /// Names of classes, ids and elements.
    named: BTreeSet<String>,
}

static POINTED: LazyLock<Pointed> = LazyLock::new(|| {
    let (mut values, mut texts, mut pointed) = (BTreeSet::new(), BTreeSet::new(), Pointed::default());
    for (_, file) in site::FILES {
        let mut file: Value = serde_json::from_str(file).unwrap_or_default();
        let name = file.as_object_mut().and_then(|file| file.remove("name"));
        let first = pointed.patterns.len();
        each_text("", &file, &mut |key, text| {
            if TEXT_KEYS.contains(&key) {
                // Dots and spaces stay by themselves.
                if text.chars().filter(|c| c.is_alphabetic()).count() < 2 {
                    return;
                }
                texts.insert((usize::MAX - text.len(), text.to_owned()));
            } else if text.starts_with("https://") {
                pointed.patterns.push(text.to_owned());
            } else {
                if text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.') {
                    let words = text.split(['.', '_']).flat_map(humps);
                    pointed.keys.extend(words.filter(|word| !word.is_empty()).map(fold));
                }
                let asked = text.split('[').skip(1).map(|asked| {
                    asked.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default()
                });
                pointed.attributes.extend(asked.filter(|name| !name.is_empty()).map(ToOwned::to_owned));
                pointed.named.extend(named_in(text).filter(|_| key != "evidence").map(ToOwned::to_owned));
                // `[id$="Topcard"]`: what stands in quotes in a selector.
                let quoted = text.split(['"', '\'']).skip(1).step_by(2);
                // A path is known by its beginning, whatever query follows.
                let known = quoted.flat_map(|value| [Some(value), value.split_once('?').map(|(path, _)| path)]);
                let known = known.flatten().filter(|value| value.len() >= 3);
                values.extend(known.map(|value| (usize::MAX - value.len(), value.to_owned())));
            }
        });
        let own = pointed.patterns[first..].to_vec();
        pointed.names.extend(name.as_ref().and_then(Value::as_str).map(|name| (name.to_owned(), own)));
    }
    pointed.values = values.into_iter().map(|(_, value)| value).collect();
    pointed.texts = texts.into_iter().map(|(_, text)| text).collect();
    pointed
});

/// Names of classes, ids and custom elements in a selector: ".vcard-names", "app-bid-card".
fn named_in(selector: &str) -> impl Iterator<Item = &str> {
    let names = selector.split(['"', '\'']).step_by(2).flat_map(|outside| {
        outside.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.#".contains(c))).flat_map(|name| {
            let marked = name.starts_with(['.', '#']) || name.contains('-') || name.contains(['.', '#']);
            name.split(['.', '#']).filter(move |_| marked)
        })
    });
    names.filter(|name| !name.is_empty())
}

fn each_text(key: &str, value: &Value, found: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => found(key, text),
        Value::Array(values) => values.iter().for_each(|value| each_text(key, value, found)),
        Value::Object(table) => table.iter().for_each(|(key, value)| each_text(key, value, found)),
        _ => {}
    }
}

/// Where the longest of `known` stand in a text, in order and without overlap.
fn stretches<'a>(text: &str, known: impl Iterator<Item = &'a String>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for word in known {
        for (at, _) in text.match_indices(word.as_str()) {
            let end = at + word.len();
            if found.iter().all(|(from, to)| end <= *from || at >= *to) {
                found.push((at, end));
            }
        }
    }
    found.sort_unstable();
    found
}
