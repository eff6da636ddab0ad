//! The person's name in a document's header, and what can be a name at all.

use crate::{BlockKind, places, words};

use super::{
    around::bare_name,
    header::Piece,
    labelled::{self, is_label},
};

/// The most prominent piece that can be a name; of equals the first.
pub(super) fn find(head: &[Piece<'_>]) -> Option<(usize, String)> {
    let labelled = labelled::find(head);
    let prominence = |piece: &Piece<'_>| {
        let heading = u8::from(piece.block.kind == BlockKind::Heading);
        (heading, piece.block.scale)
    };
    let candidates = head.iter().enumerate().filter_map(|(at, piece)| {
        // "MH" above "Maren Holtby", in one line or two, is a monogram.
        let next = |by: usize| head.get(at + by).map_or("", |piece| piece.text);
        if are_initials(piece.text, next(1)) || are_initials(piece.text, &format!("{} {}", next(1), next(2))) {
            return None;
        }
        let stacked = stacked(head, at).map(|name| (at + 1, name));
        stacked.or_else(|| Some((at, bare_name(piece.text)?)))
    });
    let largest = candidates.max_by(|(a, _), (b, _)| {
        let prominence = |at: &usize| head.get(*at).map_or((0, 0.0), prominence);
        // Of equals the first: `max_by` would give the last.
        prominence(a).partial_cmp(&prominence(b)).unwrap_or(std::cmp::Ordering::Equal).then(std::cmp::Ordering::Greater)
    });
    let largest = named_by_mail(head)
        .filter(|own| largest.as_ref().is_none_or(|found| !by_mail(head, &found.1) && own.0 != found.0))
        .or(largest)
        .or_else(|| told_by_mail(head));
    match (largest, labelled) {
        // Something large that is surely not running text goes before a label in a form.
        (Some((at, name)), Some(labelled)) => {
            let large = head.get(at).is_some_and(|p| p.block.scale > 1.15 || p.block.kind == BlockKind::Heading);
            Some(if large { (at, name) } else { labelled })
        }
        (largest, labelled) => largest.or(labelled),
    }
}

/// True for a name of which a word stands in a mail address of the header.
fn by_mail(head: &[Piece<'_>], name: &str) -> bool {
    let words = loupe_profile::fold(name);
    let words: Vec<&str> = words.split(' ').filter(|word| word.len() >= 4 && word.is_ascii()).collect();
    let tokens = head.iter().flat_map(|piece| piece.text.split(|c: char| c.is_whitespace() || "|,;<>():".contains(c)));
    tokens.filter_map(|token| token.split_once('@')).any(|(local, _)| {
        let local = local.to_lowercase();
        words.iter().any(|word| local.contains(word))
    })
}

/// The name that the mail address in the header is made of: a letter's head or an organisation's may be larger.
fn named_by_mail(head: &[Piece<'_>]) -> Option<(usize, String)> {
    let names = head.iter().enumerate().filter_map(|(at, piece)| Some((at, bare_name(piece.text)?)));
    names.take(6).find(|(_, name)| by_mail(head, name))
}

/// One word, or words without capitals, on top of the page, of which the mail address is made: some people have one name.
fn told_by_mail(head: &[Piece<'_>]) -> Option<(usize, String)> {
    let large = |piece: &Piece<'_>| piece.block.kind == BlockKind::Heading || piece.block.scale > 1.3;
    let fits = |piece: &Piece<'_>| {
        let letters = piece.text.chars().all(|c| c.is_alphabetic() || unicode_mark(c) || "-'’ ".contains(c));
        letters
            && piece.text.split(' ').count() <= 3
            && words::heading(piece.text).is_none()
            && !words::is_title(piece.text)
    };
    let found =
        head.iter().enumerate().take(4).find(|(_, piece)| large(piece) && fits(piece) && by_mail(head, piece.text));
    found.map(|(at, piece)| (at, piece.text.to_owned()))
}

/// A name in two lines of one size, large or the first of all: the given name above the family name.
fn stacked(head: &[Piece<'_>], at: usize) -> Option<String> {
    let (upper, lower) = (head.get(at).filter(|piece| !is_label(piece.text))?, head.get(at + 1)?);
    if std::ptr::eq(upper.block, lower.block) {
        return None;
    }
    let letters = |piece: &Piece<'_>| {
        piece.text.chars().all(|c| c.is_alphabetic() || unicode_mark(c) || "-'’ ".contains(c))
            && words::heading(piece.text).is_none()
            && !words::is_title(piece.text)
    };
    let words = |piece: &Piece<'_>| piece.text.split(' ').count();
    // Two lines of two words each are as likely a name and what the person does.
    let short = words(upper).min(words(lower)) == 1 && words(upper).max(words(lower)) <= 2;
    let alike = (upper.block.scale - lower.block.scale).abs() < 0.02 && upper.block.kind == lower.block.kind;
    let stands_out = at == 0 || upper.block.kind == BlockKind::Heading || upper.block.scale > 1.15;
    // A whole name goes on in the next line only where both are large.
    // Two or three signs are a whole name, or one of its two words.
    let unparted =
        [upper, lower].iter().all(|piece| piece.text.chars().count() <= 3 && piece.text.chars().all(is_unparted));
    let ends = is_name(upper.text) && upper.block.kind != BlockKind::Heading && upper.block.scale < 1.3 && !unparted;
    let name = format!("{} {}", upper.text, lower.text);
    // "Leeds" above "Maren Holtby".
    let ends = ends || (places::is_place(upper.text) && is_name(lower.text));
    (letters(upper) && letters(lower) && short && alike && stands_out && !ends && is_name(&name)).then_some(name)
}

/// "MH" or "M. H." of "Maren Holtby"; where names are written without spaces, how the name begins.
fn are_initials(letters: &str, name: &str) -> bool {
    let letters: Vec<char> = letters.chars().filter(|c| c.is_alphabetic()).collect();
    let firsts: Vec<char> = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let unparted =
        firsts.len() == 1 && name.chars().count() > letters.len() && name.chars().zip(&letters).all(|(a, b)| a == *b);
    let short = !letters.is_empty() && letters.len() <= 4;
    short
        && ((letters.len() >= 2 && letters.len() <= firsts.len() && letters.iter().all(|c| firsts.contains(c)))
            || unparted)
}

/// Words of a document's title, which is no name.
const DOCUMENT: &[&str] = &[
    "curriculum",
    "vitae",
    "resume",
    "cv",
    "lebenslauf",
    "page",
    "personal",
    "details",
    "cover",
    "letter",
    "dear",
    "sincerely",
    "regards",
    "hiring",
    "birth",
    "confidential",
    "europass",
    "profile",
    "application",
    "portfolio",
    "contact",
    "email",
    "phone",
    "linkedin",
    "currículum",
    "currículo",
    "życiorys",
    "meritförteckning",
    "životopis",
    "özgeçmiş",
    "резюме",
    "السيرة",
    "الذاتية",
    "קורות",
    "जीवनवृत्त",
    "बायोडाटा",
    "个人简历",
    "简历",
    "履歷",
    "履歴書",
    "職務経歴書",
    "이력서",
];

/// Two to five words of letters, not a heading and not a title of the document; two to four letters where names are
/// written without spaces.
pub(crate) fn is_name(text: &str) -> bool {
    // "G.MANOHAR" is an initial and a name.
    let count = text.split([' ', '.']).filter(|word| !word.trim().is_empty()).count();
    let mark = |c: char| unicode_mark(c) || c.is_whitespace() || ".,'’‘ʼ`´-‐‑·・".contains(c);
    let letters = text.chars().all(|c| c.is_alphabetic() || mark(c));
    let east_asian = count == 1 && (2..=5).contains(&text.chars().count()) && text.chars().all(is_unparted);
    let lower = |w: &str| w.len() > 3 && w.chars().next().is_some_and(char::is_lowercase);
    let begins = text.chars().next().is_some_and(|c| !c.is_lowercase())
        && text.split_whitespace().filter(|w| lower(w)).count() <= usize::from(count <= 3);
    let folded = loupe_profile::fold(text);
    let names_the_document = folded
        .split(' ')
        .any(|word| DOCUMENT.iter().any(|listed| *listed == word || loupe_profile::fold(listed) == word));
    (count >= 2 || east_asian)
        && count <= 5
        && letters
        && begins
        && !ends_a_sentence(text)
        && !holds_host(text)
        && text.len() <= 90
        && words::heading(text).is_none()
        && !words::is_title(text)
        && !words::is_organisation(text)
        && !names_the_document
        && !is_label(text)
        && !places::is_place(text)
}

/// "holtby.example": small letters on both sides of a full stop.
fn holds_host(text: &str) -> bool {
    text.as_bytes().windows(3).any(|three| matches!(three, [b'a'..=b'z', b'.', b'a'..=b'z']))
}

/// A letter of a script that is written without spaces.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

/// A full stop behind a word; behind a letter it is an initial's.
fn ends_a_sentence(text: &str) -> bool {
    text.strip_suffix('.').and_then(|t| t.split([' ', '.']).next_back()).is_some_and(|word| word.chars().count() > 3)
}

/// Vowel signs and the like, which are no letters of their own.
fn unicode_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{981}'..='\u{983}' | '\u{9BC}'..='\u{9CD}' | '\u{200C}' | '\u{200D}')
}

pub(super) fn title_case(text: &str) -> String {
    if text.chars().any(char::is_lowercase) || !text.chars().any(char::is_uppercase) {
        return text.to_owned();
    }
    let word = |w: &str| {
        let mut upper = true;
        w.chars()
            .flat_map(|c| {
                let cased: Vec<char> = if upper { vec![c] } else { c.to_lowercase().collect() };
                upper = matches!(c, '-' | '\'' | '’');
                cased
            })
            .collect::<String>()
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
