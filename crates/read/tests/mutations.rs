//! The saved pages of `tests/sites`, changed as sites change: attributes renamed, classes hashed, elements swapped and
//! dropped. What is read of such a page is right, or is said not to be there; it is never somebody else's.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]
use std::{collections::BTreeSet, fmt::Write, fs, path::PathBuf};

use loupe_profile::{Part, PartState, Profile, Quote};
use loupe_read::{Listing, PageCapture, ReadError, Reading, read_list, read_page};
use scraper::{Html, Selector};
use serde_json::Value;

fn sites() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/sites")
}

fn pages() -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(sites().join("pages.json")).unwrap()).unwrap()
}

/// Every value of an attribute, changed.
fn each_value(html: &str, attribute: &str, change: impl Fn(&str) -> String) -> String {
    let mark = format!(" {attribute}=\"");
    let mut changed = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(&mark) {
        let from = at + mark.len();
        let to = from + rest[from..].find('"').unwrap();
        changed.push_str(&rest[..from]);
        changed.push_str(&change(&rest[from..to]));
        rest = &rest[to..];
    }
    changed + rest
}

/// A class list as a build tool would write it.
fn hashed(classes: &str) -> String {
    classes.split_whitespace().fold(String::new(), |mut all, class| {
        let sum = class.bytes().fold(5381_u32, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte));
        write!(all, "{}k{sum:x}", if all.is_empty() { "" } else { " " }).unwrap();
        all
    })
}

/// Attributes that site files hold on to.
const ATTRIBUTES: [&str; 13] = [
    "id",
    "componentkey",
    "data-sdui-screen",
    "data-testid",
    "data-test",
    "data-qa",
    "data-xds",
    "data-ui",
    "data-view-name",
    "data-section",
    "itemprop",
    "aria-label",
    "role",
];

/// Elements that builds put in the place of one another.
const ELEMENTS: [(&str, &str); 8] = [
    ("h1", "div"),
    ("h2", "h3"),
    ("h3", "div"),
    ("h4", "p"),
    ("li", "div"),
    ("section", "div"),
    ("p", "div"),
    ("article", "section"),
];

/// The page with text replaced: what is there is another build's.
fn rebuilt(html: &str) -> Vec<(String, String)> {
    let mut mutants = vec![("classes hashed".to_owned(), each_value(html, "class", hashed))];
    for attribute in ATTRIBUTES {
        let renamed = html.replace(&format!(" {attribute}=\""), &format!(" data-z-{attribute}=\""));
        mutants.push((format!("{attribute} renamed"), renamed));
        mutants.push((format!("{attribute} hashed"), each_value(html, attribute, hashed)));
    }
    mutants.push(("data-test- renamed".to_owned(), html.replace(" data-test-", " data-z-")));
    for (from, to) in ELEMENTS {
        let open =
            html.replace(&format!("<{from}>"), &format!("<{to}>")).replace(&format!("<{from} "), &format!("<{to} "));
        mutants.push((format!("{from} as {to}"), open.replace(&format!("</{from}>"), &format!("</{to}>"))));
    }
    let both = each_value(&each_value(html, "class", hashed), "id", hashed);
    mutants.push(("classes and ids hashed".to_owned(), both));
    mutants.retain(|(_, mutant)| mutant != html);
    mutants
}

/// The page with another person's box before the profile: in the body, in its main part, just before the name.
fn visited(html: &str, url: &str) -> Vec<(String, String)> {
    // A link to another person as the site writes its own.
    let link = url.rsplit_once('/').map_or(url, |(before, _)| before);
    let face = r#"<img src="https://media.licdn.com/dms/image/v2/OTTILIE/profile-displayphoto-shrink_100_100/0/1" class="avatar-user">"#;
    let viewed = format!(
        r#"<div><h3>People also viewed</h3><ul><li><a href="{link}/ottilie-marsh">{face}<p>Ottilie Marsh</p></a><p>Head of Peatworks</p></li></ul></div>"#
    );
    let referrer = format!(
        r#"<div>Referred by <a href="{link}/ottilie-marsh">{face}Ottilie Marsh</a> <a href="mailto:ottilie@peatworks.example">ottilie@peatworks.example</a></div>"#
    );
    let history = "<h3>Experience</h3><div><p>Head of Bogs</p><p>Peatworks</p><p>Jan 2011 - Present</p></div>\
        <h3>Skills</h3><ul><li>Peatworks</li></ul>";
    let profile = format!("<section><h2>Ottilie Marsh</h2><p>Head of Peatworks</p>{history}</section>");
    let at = |mark: &str| html.find(mark).and_then(|at| html[at..].find('>').map(|end| at + end + 1));
    let places = [("body", at("<body")), ("main", at("<main")), ("heading", html.find("<h1"))];
    let boxes = [("people also viewed", viewed), ("a referrer", referrer), ("another's profile", profile)];
    let mut mutants = Vec::new();
    for (place, at) in places {
        for (what, inserted) in &boxes {
            let Some(at) = at else { continue };
            mutants.push((format!("{what} at {place}"), format!("{}{inserted}{}", &html[..at], &html[at..])));
        }
    }
    mutants
}

/// A list with the name of one of its cards gone, each in turn.
fn nameless(html: &str, list: &Listing) -> Vec<(String, String)> {
    let names = list.cards.iter().filter_map(|card| card.profile.name_text());
    let without = |name: &str| (format!("{name} gone"), html.replace(&format!(">{name}<"), "><"));
    names.map(without).filter(|(_, mutant)| mutant != html).collect()
}

/// The page with one of its parts gone, each in turn, and with its parts in another order.
fn dismantled(html: &str) -> Vec<(String, String)> {
    const PARTS: &str = "body > *, main > *, section, article, aside, h1, h2, [componentkey], [data-view-name], [itemprop], dialog, ul > li";
    const MOST: usize = 40;
    let parts = Selector::parse(PARTS).unwrap();
    let count = Html::parse_document(html).select(&parts).count();
    let mut mutants = Vec::new();
    for number in (0..count).step_by(count.div_ceil(MOST).max(1)) {
        let mut document = Html::parse_document(html);
        let part = document.select(&parts).nth(number).unwrap();
        let (id, name) = (part.id(), part.value().name().to_owned());
        document.tree.get_mut(id).unwrap().detach();
        mutants.push((format!("part {number} ({name}) dropped"), document.html()));
    }
    let mut document = Html::parse_document(html);
    let body = document.select(&Selector::parse("body").unwrap()).next().unwrap();
    let (body, children): (_, Vec<_>) = (body.id(), body.children().map(|child| child.id()).collect());
    for child in children {
        document.tree.get_mut(body).unwrap().prepend_id(child);
    }
    mutants.push(("body backwards".to_owned(), document.html()));
    mutants
}

/// Every word of a profile that a check would speak of, by what it is.
fn claims(profile: &Profile) -> BTreeSet<(&'static str, String)> {
    let mut claims = BTreeSet::new();
    let mut add = |what, quote: Option<&Quote>| claims.extend(quote.map(|q| (what, q.text.clone())));
    add("name", profile.name.as_ref());
    add("headline", profile.headline.as_ref());
    add("location", profile.location.as_ref());
    for role in &profile.roles {
        add("role", role.title.as_ref());
        add("role", role.employer.as_ref());
    }
    for study in &profile.studies {
        add("study", study.school.as_ref());
        add("study", study.degree.as_ref());
    }
    profile.skills.iter().for_each(|skill| add("skill", Some(skill)));
    profile.contacts.iter().for_each(|contact| add("contact", Some(&contact.quote)));
    claims
}

struct Page {
    file: String,
    url: String,
    html: String,
    others: Vec<String>,
    read: Option<Reading>,
    list: Option<Listing>,
}

impl Page {
    fn all() -> impl Iterator<Item = Self> {
        pages().into_iter().map(|page| {
            let (file, url) = (page["file"].as_str().unwrap().to_owned(), page["url"].as_str().unwrap().to_owned());
            let html = fs::read_to_string(sites().join(&file)).unwrap();
            let others = page["mustNotAppear"].as_array().unwrap();
            let others = others.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
            let capture = PageCapture { url: url.clone(), html: html.clone(), cut: false };
            let read = read_page(&capture);
            let list = if read == Err(ReadError::ManyPeople) { read_list(&capture).ok() } else { None };
            Self { file, url, others, read: read.ok(), list, html }
        })
    }

    fn capture(&self, html: String) -> PageCapture {
        PageCapture { url: self.url.clone(), html, cut: false }
    }

    /// True for what the whole page says as well, or a part of it.
    fn is_right(&self, (what, text): &(&'static str, String), whole: &Reading, by_marks: bool) -> bool {
        let known = claims(&whole.profile);
        let says = |kind: &str| known.iter().any(|(known, words)| *known == kind && words.contains(text.as_str()));
        // A page read by its looks is told by its headings; without one, its own words stand under the one before.
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("sites/{}.toml", whole.coverage.reader));
        let by_looks = fs::read_to_string(file).map_or(true, |file| file.contains("rest = \"outline\""));
        // What the page's own markup says of its person, and the site's file passes over.
        let own_words = || {
            (by_looks || by_marks)
                && *what != "name"
                && self.html.replace("&amp;", "&").contains(text.split(", ").next().unwrap())
        };
        // Linked data calls the position a headline; the name in an address is the one where there is no other.
        says(what)
            || (*what == "headline" && says("role"))
            || (*what == "name" && self.url.ends_with(text))
            || own_words()
    }

    /// What is wrong with the reading of a mutant.
    fn wrong(&self, mutant: &str, html: String, rebuilt: bool) -> Vec<String> {
        let capture = self.capture(html);
        let mut wrong = Vec::new();
        let mut say = |what: String| wrong.push(format!("{}, {mutant}: {what}", self.file));
        let read = read_page(&capture).ok();
        let list = if self.list.is_some() { read_list(&capture).ok() } else { None };
        let told = serde_json::to_string(&(&read, &list)).unwrap();
        for name in self.others.iter().filter(|name| told.contains(name.as_str())) {
            say(format!("{name} was read"));
        }
        // What a page says that is refused as a whole (an old one under a new address) is not compared.
        if let (Some(read), Some(whole)) = (&read, &self.read) {
            for claim in claims(&read.profile) {
                let by_marks = read.coverage.reader == "generic";
                if !self.is_right(&claim, whole, by_marks) {
                    say(format!("{claim:?} was read"));
                }
            }
            let had_roles = !whole.profile.roles.is_empty();
            let silent = read.coverage.site_changed.is_none() && read.coverage.state(Part::Roles) == PartState::Absent;
            if rebuilt && had_roles && silent {
                say("roles lost in silence".to_owned());
            }
        }
        if let (Some(list), Some(whole)) = (&list, &self.list) {
            for card in &list.cards {
                let known = whole.cards.iter().find(|known| known.profile.name == card.profile.name);
                let Some(known) = known else {
                    say(format!("a card of {:?}", card.profile.name_text()));
                    continue;
                };
                for claim in claims(&card.profile).difference(&claims(&known.profile)) {
                    say(format!("{claim:?} was read on the card of {:?}", card.profile.name_text()));
                }
            }
        }
        wrong
    }
}

#[test]
fn rebuilt_pages_are_right_or_not_recognised() {
    let mut wrong = Vec::new();
    for page in Page::all() {
        for (mutant, html) in rebuilt(&page.html) {
            wrong.extend(page.wrong(&mutant, html, true));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_with_parts_missing_are_right_or_not_recognised() {
    let mut wrong = Vec::new();
    for page in Page::all() {
        for (mutant, html) in dismantled(&page.html) {
            wrong.extend(page.wrong(&mutant, html, false));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_persons_box_before_the_profile_is_not_read() {
    let mut wrong = Vec::new();
    for mut page in Page::all().filter(|page| page.read.is_some()) {
        page.others.extend(["Ottilie", "OTTILIE", "Peatworks", "peatworks"].map(ToOwned::to_owned));
        let reader = page.read.as_ref().map(|read| read.coverage.reader.clone()).unwrap_or_default();
        for (mutant, html) in visited(&page.html, &page.url) {
            // On a page of one's own, who is thanked by a link is no more told from its owner than by people.
            if reader == "generic" && mutant.contains("referrer") {
                continue;
            }
            wrong.extend(page.wrong(&mutant, html, true));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of a list the remaining cards stay as they are: none takes the place or the words of a neighbour without a name.
#[test]
fn a_card_without_its_name_takes_nothing_and_gives_nothing() {
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for page in Page::all() {
        let Some(whole) = &page.list else { continue };
        for (mutant, html) in nameless(&page.html, whole) {
            asked += 1;
            let list = read_list(&page.capture(html)).unwrap();
            let known = |card: &&Reading| {
                whole.cards.iter().any(|known| known.profile == card.profile && known.source == card.source)
            };
            let strange = list.cards.iter().filter(|card| !known(card));
            wrong.extend(strange.map(|card| {
                format!("{}, {mutant}: {:?} at {}", page.file, claims(&card.profile), card.source.address)
            }));
            if list.cards.len() + 1 < whole.cards.len() {
                wrong.push(format!("{}, {mutant}: {} cards of {}", page.file, list.cards.len(), whole.cards.len()));
            }
        }
    }
    assert!(asked > 20, "{asked} cards");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sites whose pages carry nothing that names the person of the address where the address alone has changed, as
/// `docs/sites.md` says. All of them know an old page by its title, and by a list beside it.
const MUTE: [&str; 11] = [
    "ashby",
    "bamboohr",
    "dice",
    "greenhouse",
    "indeed",
    "lever",
    "linkedin-recruiter",
    "smartrecruiters",
    "teamtailor",
    "upwork",
    "workable",
];

/// The page under another person's address, as single-page sites show it while they move: the address changes before the
/// title, and the title before the page. Nothing where the address names nobody.
fn stale(page: &Page, whole: &Reading) -> Option<[(&'static str, PageCapture); 3]> {
    // Titles and lists write names as their site does.
    let name = if whole.profile.name_text()?.is_ascii() { "Petra Vandermeer" } else { "花森 雪" };
    let other = "petra-vandermeer-77";
    let slug = whole.source.address.rsplit(['/', '=', '~']).next()?;
    let at = page.url.rfind(slug)?;
    let of = |slug_of: &str| format!("{}{slug_of}{}", &page.url[..at], &page.url[at + slug.len()..]);
    let (from, to) = (page.html.find("<title>")? + "<title>".len(), page.html.find("</title>")?);
    let titled = format!("{}{} | Page{}", &page.html[..from], name, &page.html[to..]);
    let row = |slug: &str, name: &str| format!(r#"<li><a href="{}">{name}</a></li>"#, of(slug));
    let list = format!("<nav><ul>{}{}</ul></nav>", row("someone-1", "Ottilie Marsh"), row(other, name));
    let body = page.html.find("<body")?;
    let body = body + page.html[body..].find('>')? + 1;
    let listed = format!("{}{list}{}", &page.html[..body], &page.html[body..]);
    let capture = |html| PageCapture { url: of(other), html, cut: false };
    Some([
        ("the address alone", capture(page.html.clone())),
        ("address and title", capture(titled)),
        ("a list beside", capture(listed)),
    ])
}

#[test]
fn a_page_under_anothers_address_is_not_read() {
    let (mut wrong, mut mute, mut asked) = (Vec::new(), BTreeSet::new(), 0);
    for page in Page::all() {
        let Some(whole) = page.read.as_ref().filter(|whole| whole.coverage.site_changed.is_none()) else { continue };
        let reader = whole.coverage.reader.clone();
        let Some(captures) = stale(&page, whole).filter(|_| reader != "generic") else { continue };
        asked += 1;
        for (what, capture) in captures {
            match read_page(&capture) {
                Ok(_) if what == "the address alone" => {
                    mute.insert(reader.clone());
                }
                Ok(read) => wrong.push(format!("{}, {what}: {:?}", page.file, read.profile.name_text())),
                Err(_) => {}
            }
        }
    }
    assert!(asked > 25, "{asked} pages");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mute: Vec<_> = mute.iter().map(String::as_str).collect();
    assert_eq!(
        mute, MUTE,
        "sites whose pages cannot be told from an old one: `confirm` in the file, or a word in docs/sites.md"
    );
}
