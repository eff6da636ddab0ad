//! Contacts of a profile: kept once each, a bounded number, and found in what people write of themselves.

use loupe_profile::{Contact, ContactKind, PassageKind, Profile, fold};

/// More contacts are a list of links; memory keeps as many.
const MAX_CONTACTS: usize = 64;

pub(crate) fn push_contact(profile: &mut Profile, contact: Option<Contact>) {
    let Some(contact) = contact.filter(|_| profile.contacts.len() < MAX_CONTACTS) else { return };
    if !profile.contacts.iter().any(|c| c.kind == contact.kind && c.key == contact.key) {
        profile.contacts.push(contact);
    }
}

/// People write their address into the text about themselves.
pub(crate) fn add_contacts_in_text(profile: &mut Profile) {
    let words: Vec<_> = profile
        .passages
        .iter()
        .filter(|p| p.kind == PassageKind::Summary)
        .flat_map(|p| sentences(&p.quote.text).filter(|told| !is_of_others(told)).map(move |told| (told, p)))
        .flat_map(|(told, p)| {
            let words = told.split(|c: char| c.is_whitespace() || ",;()<>[]|\"".contains(c));
            words.map(|word| (word.trim_matches(|c: char| ".:!?".contains(c)).to_owned(), p.quote.place))
        })
        .filter(|(word, _)| word.contains(['@', '.']))
        .collect();
    for (word, place) in words.iter().filter(|(word, _)| word.contains(['@', '/'])) {
        // "ASP.NET/C#" is no address.
        let contact = Contact::parse(word, *place);
        let says_so = word.starts_with("http") || word.starts_with("www.");
        push_contact(profile, contact.filter(|c| c.kind != ContactKind::Website || says_so));
    }
    // A bare name with a dot is as often a product ("Node.js") or an employer ("Booking.com") as an address of the
    // person; it is theirs when their own mail is there.
    for (word, place) in words {
        let host = format!("@{}", word.to_lowercase());
        if profile.contacts.iter().any(|c| c.kind == ContactKind::Email && c.key.ends_with(&host)) {
            push_contact(profile, Contact::parse(&word, place));
        }
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").flat_map(|part| part.split_inclusive(['!', '?', ';', '。']))
}

/// Words for people who are named as somebody to ask: the address beside them is theirs.
const OTHERS: [&str; 32] = [
    "my manager",
    "my former manager",
    "my line manager",
    "my supervisor",
    "my former supervisor",
    "my boss",
    "my former boss",
    "my colleague",
    "my former colleague",
    "my professor",
    "my mentor",
    "my agent",
    "my assistant",
    "my wife",
    "my husband",
    "my recruiter",
    "referee",
    "reference",
    "mein vorgesetzter",
    "meine vorgesetzte",
    "meinen vorgesetzten",
    "meiner vorgesetzten",
    "meine chefin",
    "meinen chef",
    "meinem chef",
    "mon responsable",
    "ma responsable",
    "mon manager",
    "mi jefe",
    "mi jefa",
    "mi responsable",
    "il mio responsabile",
];

/// True for a sentence that tells how somebody else is reached.
pub(crate) fn is_of_others(text: &str) -> bool {
    let folded = fold(text);
    OTHERS.iter().any(|words| folded.contains(fold(words).as_str()))
}
