//! The person's name as a form tells it: behind or beside a label, in one piece or as given and family name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use loupe_profile::fold;

use super::{header::Piece, name::is_name};

/// What a form calls the person's name.
const FULL: [&str; 73] = [
    "name",
    "full name",
    "nom",
    "nom et prénom",
    "nombre",
    "nombre y apellidos",
    "nome",
    "nome e cognome",
    "naam",
    "imię i nazwisko",
    "namn",
    "navn",
    "nimi",
    "jméno",
    "ad soyad",
    "имя",
    "фио",
    "ф.и.о.",
    "піб",
    "п.і.б.",
    "ім'я",
    "姓名",
    "氏名",
    "名前",
    "이름",
    "성명",
    "الاسم",
    "שם",
    "candidate name",
    "name of candidate",
    "first and last name",
    "first name s surname s",
    "surname s first name s",
    "vor und nachname",
    "vorname nachname",
    "name vorname",
    "vorname name",
    "nom prénom",
    "prénom nom",
    "prénom et nom",
    "apellidos y nombre",
    "apellidos y nombres",
    "nombre completo",
    "nome completo",
    "nome cognome",
    "cognome e nome",
    "nombres y apellidos",
    "volledige naam",
    "naam en voornaam",
    "imię nazwisko",
    "nazwisko i imię",
    "fullständigt namn",
    "fulde navn",
    "fullt navn",
    "jméno a příjmení",
    "meno a priezvisko",
    "adı soyadı",
    "név",
    "họ và tên",
    "họ tên",
    "nume",
    "nume și prenume",
    "όνομα",
    "ονοματεπώνυμο",
    "фамилия имя отчество",
    "фамилия имя",
    "нэр",
    "नाम",
    "ชื่อ",
    "الاسم الكامل",
    "שם מלא",
    "本名",
    "이름 성명",
];
/// What it calls the name given to them; some of these words are the whole name's in other forms.
const GIVEN: [&str; 32] = [
    "first name",
    "given name",
    "given names",
    "forename",
    "forenames",
    "first names",
    "vorname",
    "vornamen",
    "prénom",
    "prénoms",
    "nombre",
    "nombres",
    "nome",
    "voornaam",
    "imię",
    "förnamn",
    "fornavn",
    "etunimi",
    "jméno",
    "křestní jméno",
    "meno",
    "keresztnév",
    "utónév",
    "adı",
    "ad",
    "имя",
    "ім'я",
    "име",
    "tên",
    "prenume",
    "名",
    "이름",
];
/// What it calls the family's.
const FAMILY: [&str; 34] = [
    "last name",
    "surname",
    "family name",
    "second name",
    "nachname",
    "familienname",
    "zuname",
    "nom",
    "nom de famille",
    "apellido",
    "apellidos",
    "primer apellido",
    "cognome",
    "sobrenome",
    "apelido",
    "achternaam",
    "familienaam",
    "nazwisko",
    "efternamn",
    "etternavn",
    "efternavn",
    "sukunimi",
    "příjmení",
    "priezvisko",
    "vezetéknév",
    "családnév",
    "soyadı",
    "soyad",
    "фамилия",
    "прізвище",
    "фамилно име",
    "họ",
    "姓",
    "성",
];

/// The labels folded, with what each can mean.
static LABELS: LazyLock<BTreeMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut labels: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
    let lists = [
        (Meaning::Whole, FULL.as_slice()),
        (Meaning::Given, &GIVEN),
        (Meaning::Family, &FAMILY),
        (Meaning::Other, &["name", "naam"]),
    ];
    for (meaning, words) in lists {
        for word in words {
            labels.entry(fold(word)).or_default().push(meaning);
        }
    }
    labels
});

/// What a label can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Whole,
    Given,
    Family,
    /// The one of the two that another label does not tell: "Name: Holtby" above "Vorname: Maren".
    Other,
}

/// True for what a form calls the name of the person, or a part of it.
pub(super) fn is_label(text: &str) -> bool {
    label(text).is_some()
}

fn label(text: &str) -> Option<&'static [Meaning]> {
    // No label is longer.
    (text.len() <= 60).then(|| LABELS.get(&fold(text)).map(Vec::as_slice)).flatten()
}

/// The labelled name, and the piece in which it, or the first of its parts, stands.
pub(super) fn find(head: &[Piece<'_>]) -> Option<(usize, String)> {
    let (mut whole, mut given, mut family) = (None, None, None);
    for (at, piece) in head.iter().enumerate() {
        let Some((label, value_at, value)) = labelled(head, at, piece) else { continue };
        if label.contains(&Meaning::Whole) && is_name(value) {
            whole = whole.or(Some((value_at, value)));
        }
        let one = value.split(' ').count() <= 3 && value.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c));
        if !one || label == [Meaning::Whole] {
            continue;
        }
        let told = Some((at, value_at, label, value));
        let slot = if label.contains(&Meaning::Family) { &mut family } else { &mut given };
        if slot.is_none() {
            *slot = told;
        } else if family.is_none() && given.is_some_and(|(_, _, first, _)| first.contains(&Meaning::Other)) {
            family = std::mem::replace(&mut given, told);
        }
    }
    let parts = given.zip(family).and_then(|((at, given_at, _, given), (other, family_at, _, family))| {
        let name = format!("{given} {family}");
        // The two stand by each other in a form.
        (at.abs_diff(other) <= 4 && is_name(&name)).then_some((given_at.min(family_at), name))
    });
    parts.or_else(|| whole.map(|(at, name)| (at, name.to_owned())))
}

/// A label in a piece, and what it says: behind a colon, in the next cell, or, of a name that is no label, in the next line.
fn labelled<'a>(head: &[Piece<'a>], at: usize, piece: &Piece<'a>) -> Option<(&'static [Meaning], usize, &'a str)> {
    if let Some((words, value)) = piece.text.split_once([':', '：']).filter(|(_, value)| !value.trim().is_empty()) {
        return label(words).map(|label| (label, at, value.trim()));
    }
    let label = label(piece.text.trim_end_matches([':', '：', ' ']))?;
    let value = head.get(at + 1).filter(|value| !is_label(value.text))?;
    let in_row = std::ptr::eq(piece.block, value.block);
    (in_row || (label.contains(&Meaning::Whole) && is_name(value.text))).then_some((label, at + 1, value.text))
}
