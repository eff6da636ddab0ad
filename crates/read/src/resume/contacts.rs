//! Ways to reach the person, from the parts of a document that are the person's own.

use loupe_profile::{Contact, ContactKind, Part, Place, Profile, Quote, fold};

use crate::{
    Block,
    contacts::{add_contacts_in_text, is_of_others, push_contact},
    dates,
    words::Heading,
};

use super::parts;

/// Links looked at of one document; more are a list of links.
const MAX_LINKS: usize = 200;
/// Blocks looked at of one part; an address is at its beginning.
const MAX_BLOCKS: usize = 40;

/// Reads the contacts of a document; `links` are those of which it is not known where they stand.
pub(super) fn read(profile: &mut Profile, links: &[String], parts: &[parts::Part]) {
    // Only the person's own header, contact part and text: a referee's telephone number is not theirs.
    let contacts = Some(Heading::Opens(Part::Contacts));
    for part in parts.iter().filter(|part| part.opens.is_none() || part.opens == contacts) {
        for block in part.blocks.iter().take(MAX_BLOCKS) {
            read_block(profile, block, part.opens == contacts);
        }
    }
    // Below others' words, addresses under a heading that is not known are as likely theirs.
    let own = parts.iter().take_while(|part| part.opens != Some(Heading::OthersWords));
    let none = profile.contacts.is_empty();
    for part in own.filter(|part| if none { part.is_addresses() } else { part.is_accounts() }) {
        for block in part.blocks.iter().take(MAX_BLOCKS) {
            read_block(profile, block, false);
        }
    }
    // What stands below the text about the person may be another's, whose heading is not known.
    if profile.contacts.is_empty() {
        for part in parts.iter().filter(|part| part.opens == Some(Heading::Opens(Part::About))) {
            for block in part.blocks.iter().take(MAX_BLOCKS) {
                read_block(profile, block, false);
            }
        }
    }
    // Links of the document as a whole have no place: where others are named, they may be theirs.
    let others = parts.iter().any(|part| part.opens == Some(Heading::OthersWords));
    for link in links.iter().take(MAX_LINKS).filter(|_| !others) {
        let place = Place::entry(Part::Contacts, profile.contacts.len());
        push_contact(profile, Contact::parse(link, place).filter(|c| c.kind != ContactKind::Website));
    }
    add_contacts_in_text(profile);
}

/// Words before an address that is a relative's, an agency's or a referee's.
const OF_OTHERS: [&str; 30] = [
    "emergency",
    "next of kin",
    "father",
    "mother",
    "spouse",
    "husband",
    "wife",
    "guardian",
    "presented by",
    "represented by",
    "recruiter",
    "referee",
    "references",
    "notfall",
    "ansprechpartner",
    "ehepartner",
    "vater",
    "mutter",
    "urgence",
    "conjoint",
    "pere",
    "emergencia",
    "conyuge",
    "padre",
    "madre",
    "emergenza",
    "coniuge",
    "緊急",
    "紧急",
    "비상",
];

/// `told`: all that stands in its part are addresses.
fn read_block(profile: &mut Profile, block: &Block, told: bool) {
    let folded = fold(&block.text);
    if OF_OTHERS.iter().any(|word| folded.contains(fold(word).as_str())) || is_of_others(&block.text) {
        return;
    }
    let place = |profile: &Profile| Place { page: block.page, ..Place::entry(Part::Contacts, profile.contacts.len()) };
    let cells = if block.cells.is_empty() { std::slice::from_ref(&block.text) } else { block.cells.as_slice() };
    for piece in cells.iter().flat_map(|cell| cell.split(['|', '•', '·', '⋄', ',', ';', '、', '،', '｜'])) {
        let piece = piece.trim();
        let behind_label = piece.split_once([':', '：']).map_or(piece, |(_, value)| value.trim());
        let words = piece.split(|c: char| c.is_whitespace() || "()<>[]\"：".contains(c));
        let words = words.map(|word| word.trim_matches(|c: char| ".:!?".contains(c)));
        let contact = Contact::parse(behind_label, place(profile)).filter(|c| c.kind != ContactKind::Phone);
        // "Website: holtby.example"
        let told = piece.split_once([':', '：']).is_some_and(|(label, _)| is_web(label));
        push_contact(profile, contact.filter(|c| told || is_address(c, behind_label)));
        // Where it is a link, that says it better.
        let linked = |contact: &Contact| {
            block
                .links
                .iter()
                .filter_map(|link| Contact::parse(link, contact.quote.place))
                .any(|c| c.key == contact.key)
        };
        let account = account(profile, piece, place(profile)).filter(|contact| !linked(contact));
        push_contact(profile, account);
        let number = phone_in(piece).filter(|number| is_told_as_phone(piece, number));
        push_contact(profile, number.and_then(|number| Contact::parse(number, place(profile))));
        // An address that was cut at the end of the line is another's.
        let words = words.filter(|word| !word.ends_with(['-', '_', '/']) || !block.text.ends_with(word));
        // A word may be an address, but not a telephone number: that may be a part of one.
        for text in words {
            let contact = Contact::parse(text, place(profile)).filter(|c| c.kind != ContactKind::Phone);
            push_contact(profile, contact.filter(|c| is_address(c, text)));
        }
    }
    for link in &block.links {
        push_contact(profile, Contact::parse(link, place(profile)));
    }
    if block.links.is_empty() {
        read_sites(profile, block, told);
    }
}

/// Web addresses in plain words: "Node.js" and "Booking.com" look like them, so that one is read only in small letters
/// and by itself, with the person's own name in it or among their other addresses. `told`: all that stands in its part are addresses.
fn read_sites(profile: &mut Profile, block: &Block, told: bool) {
    let place = Place { page: block.page, ..Place::entry(Part::Contacts, profile.contacts.len()) };
    let cells = if block.cells.is_empty() { std::slice::from_ref(&block.text) } else { block.cells.as_slice() };
    let pieces =
        cells.iter().flat_map(|cell| cell.split(['|', '•', '·', '⋄', ',', ';', '、', '،', '｜'])).map(str::trim);
    let (sites, others): (Vec<Contact>, Vec<Contact>) =
        pieces.filter_map(|piece| Contact::parse(piece, place)).partition(|found| found.kind == ContactKind::Website);
    for site in sites.into_iter().filter(|site| site.quote.text.starts_with(|c: char| !c.is_uppercase())) {
        if told || !others.is_empty() || is_own_site(profile, &site) {
            push_contact(profile, Some(site));
        }
    }
}

/// True for a web address with the person's own name in it, or where their mail goes to.
fn is_own_site(profile: &Profile, site: &Contact) -> bool {
    let name = profile.name.as_ref().map(|own| fold(&own.text)).unwrap_or_default();
    let mailed = |contact: &Contact| {
        contact.kind == ContactKind::Email && contact.key.rsplit_once('@').is_some_and(|(_, host)| host == site.key)
    };
    name.split(' ').any(|word| word.chars().count() >= 4 && site.key.contains(word))
        || profile.contacts.iter().any(mailed)
}

/// True for what a web address is called.
fn is_web(label: &str) -> bool {
    const WEB: [&str; 28] = [
        "web",
        "website",
        "web site",
        "webpage",
        "homepage",
        "site",
        "url",
        "portfolio",
        "blog",
        "webseite",
        "internetseite",
        "site web",
        "sitio web",
        "sito web",
        "strona internetowa",
        "webbplats",
        "hemsida",
        "hjemmeside",
        "web sitesi",
        "сайт",
        "الموقع الإلكتروني",
        "אתר",
        "वेबसाइट",
        "网站",
        "網站",
        "ウェブサイト",
        "웹사이트",
        "trang web",
    ];
    let label = fold(label);
    WEB.iter().any(|word| fold(word) == label)
}

/// "GitHub: marenh", where it has the look of an account's name: a mark or a figure in it, or the person's own name.
fn account(profile: &Profile, piece: &str, place: Place) -> Option<Contact> {
    const PLATFORMS: [(&str, &str); 5] = [
        ("github", "github.com/"),
        ("gitlab", "gitlab.com/"),
        ("linkedin", "linkedin.com/in/"),
        ("twitter", "twitter.com/"),
        ("x", "x.com/"),
    ];
    let (label, value) = piece.split_once([':', '：'])?;
    let label = fold(label);
    let (_, site) = PLATFORMS.iter().find(|(name, _)| *name == label)?;
    let value = value.trim();
    let bare = value.trim_start_matches(['@', '/']);
    let name = bare.strip_prefix("in/").unwrap_or(bare).trim_end_matches('/');
    let plain = (2..=60).contains(&name.len()) && name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    let marked = name != value || name.contains(|c: char| c.is_ascii_digit() || "-_".contains(c));
    let own_name = profile.name.as_ref().map(|own| fold(&own.text)).unwrap_or_default();
    let own = own_name.split(' ').any(|word| word.chars().count() >= 4 && fold(name).contains(word));
    let fits = plain && name.chars().any(char::is_alphabetic) && (marked || own);
    let contact = fits.then(|| Contact::parse(&format!("{site}{name}"), place)).flatten()?;
    Some(Contact { quote: Quote::new(piece, place), ..contact })
}

/// "Node.js" and "Booking.com" look like web addresses; one that says how it is reached is one.
fn is_address(contact: &Contact, text: &str) -> bool {
    contact.kind != ContactKind::Website || text.starts_with("http") || text.starts_with("www.")
}

/// Words for a telephone, as they begin. A number behind another word is somebody's passport or birthday.
const PHONE: [&str; 34] = [
    "tel",
    "phone",
    "mob",
    "cell",
    "handy",
    "gsm",
    "whatsapp",
    "call",
    "contact",
    "ph",
    "fon",
    "fono",
    "movil",
    "celular",
    "portable",
    "puhelin",
    "komorka",
    "cep",
    "моб",
    "тел",
    "الهاتف",
    "الجوال",
    "جوال",
    "هاتف",
    "טלפון",
    "נייד",
    "फोन",
    "मोबाइल",
    "电话",
    "手机",
    "電話",
    "携帯",
    "전화",
    "휴대폰",
];
/// As above, in Vietnamese, where they are two words or letters of them.
const PHONE_VIETNAMESE: [&str; 2] = ["điện thoại", "sđt"];

/// True for a number with its country, behind a word for a telephone, or alone in its place.
fn is_told_as_phone(piece: &str, number: &str) -> bool {
    let around = piece.replacen(number, " ", 1);
    let folded = fold(&around);
    let names_one = |word: &str| PHONE.iter().any(|phone| word.starts_with(fold(phone).as_str()));
    let vietnamese = PHONE_VIETNAMESE.iter().any(|phone| folded.contains(fold(phone).as_str()));
    let words: Vec<&str> = folded.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).collect();
    number.starts_with('+') || words.is_empty() || vietnamese || words.iter().any(|word| names_one(word))
}

/// The run of digits and their marks that begins with `+` or a digit.
fn phone_in(text: &str) -> Option<&str> {
    let start = text.find(|c: char| c == '+' || c.is_ascii_digit() || c == '(')?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || " +-–().\u{a0}/".contains(c))).unwrap_or(rest.len());
    // A bracket that opens behind the number is of the words that follow: "+44 20 7946 0455 (Mobile)".
    let number = rest[..end].trim().trim_end_matches(['(', '-', '–', '/', ' ']);
    // Eight digits without a country are as often a postcode.
    let least = if number.starts_with('+') { 8 } else { 9 };
    (number.chars().filter(char::is_ascii_digit).count() >= least && dates::find(number).is_none()).then_some(number)
}
