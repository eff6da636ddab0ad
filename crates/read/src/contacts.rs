//! Contacts of a profile: kept once each, a bounded number, and found in what people write of themselves.

use loupe_profile::{Contact, ContactKind, PassageKind, Profile};

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
        .flat_map(|p| {
            let words = p.quote.text.split(|c: char| c.is_whitespace() || ",;()<>[]|\"".contains(c));
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
