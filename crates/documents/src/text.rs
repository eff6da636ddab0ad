//! What letters in files come to: bytes to text whatever their encoding, white space folded, bullets told apart.

use unicode_normalization::UnicodeNormalization;

/// Bytes as text: by their byte order mark, else UTF-16 when it looks so, else UTF-8, else Windows-1252, in which
/// "Latin-1" files are written.
pub(crate) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_1252(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // No other text has zeros. Even one in letters that need both bytes has spaces and figures that do not.
        _ => match zeros(bytes) {
            (even, odd) if odd * 50 > bytes.len() && even == 0 => utf16(bytes, u16::from_le_bytes),
            (even, odd) if even * 50 > bytes.len() && odd == 0 => utf16(bytes, u16::from_be_bytes),
            _ => utf8_or_1252(bytes),
        },
    }
}

/// True when bytes are text rather than some other kind of file: hardly any control characters.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let text = decode(bytes.get(..4_096).unwrap_or(bytes));
    let odd = |ch: &char| ch.is_control() && !matches!(ch, '\n' | '\r' | '\t' | '\u{C}');
    let odd = text.chars().filter(|ch| odd(ch) || *ch == '\u{FFFD}').count();
    odd * 50 <= text.chars().count()
}

/// How many zero bytes stand at even and at odd places.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let count = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    (count(0), count(1))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        _ => 0,
    });
    char::decode_utf16(units).map(|ch| ch.unwrap_or('\u{FFFD}')).collect()
}

fn utf8_or_1252(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Cut in the middle of a letter: still UTF-8.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => named(bytes, encoding_rs::WINDOWS_1252),
    }
}

fn named(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Bytes as text by the name that their file gives their letters; where it gives none or one that nobody knows, as
/// [`decode`].
pub(crate) fn decode_as(bytes: &[u8], name: Option<&str>) -> String {
    match name.and_then(|name| encoding_rs::Encoding::for_label(name.trim().as_bytes())) {
        // What claims to be UTF-8 and is not, is Western as a rule.
        Some(encoding) if encoding != encoding_rs::UTF_8 && !is_marked(bytes) => named(bytes, encoding),
        _ => decode(bytes),
    }
}

fn is_marked(bytes: &[u8]) -> bool {
    encoding_rs::Encoding::for_bom(bytes).is_some()
}

/// How a page names its letters: `<meta charset="…">`, or as part of a content type.
pub(crate) fn charset_of_page(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..2_048).unwrap_or(bytes).to_ascii_lowercase();
    let from = memchr::memmem::find(&head, b"charset=")? + 8;
    let rest = head.get(from..)?.trim_ascii_start();
    let name = rest.iter().skip_while(|byte| b"\"'".contains(byte));
    let name = name.take(40).take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(byte));
    Some(name.map(|byte| char::from(*byte)).collect())
}

/// White space folded to single spaces; what has no shape (controls, zero-width marks, pictograms) left out.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut space = false;
    for ch in text.chars() {
        if ch.is_whitespace() {
            space = true;
        } else if !is_shapeless(ch) {
            if space && !tidy.is_empty() {
                tidy.push(' ');
            }
            space = false;
            tidy.push(ideograph(ch));
        }
    }
    tidy
}

/// Radicals of dictionaries as the letters they look like. Printing programs that share one shape between the two
/// often note the radical.
///
/// Kangxi radicals decompose to their letters (Unicode, compatibility); of the supplement, those of simplified
/// characters do not (`EquivalentUnifiedIdeograph.txt`).
fn ideograph(ch: char) -> char {
    const SUPPLEMENT: [(char, char); 34] = [
        ('⺠', '民'),
        ('⻁', '虎'),
        ('⻄', '西'),
        ('⻅', '见'),
        ('⻆', '角'),
        ('⻉', '贝'),
        ('⻋', '车'),
        ('⻌', '辶'),
        ('⻑', '長'),
        ('⻓', '长'),
        ('⻔', '门'),
        ('⻘', '青'),
        ('⻙', '韦'),
        ('⻚', '页'),
        ('⻛', '风'),
        ('⻜', '飞'),
        ('⻝', '食'),
        ('⻢', '马'),
        ('⻣', '骨'),
        ('⻤', '鬼'),
        ('⻥', '鱼'),
        ('⻦', '鸟'),
        ('⻧', '卤'),
        ('⻨', '麦'),
        ('⻩', '黄'),
        ('⻬', '齐'),
        ('⻮', '齿'),
        ('⻰', '龙'),
        ('⻳', '龟'),
        ('⺟', '母'),
        ('⻖', '阝'),
        ('⻯', '竜'),
        ('⻭', '歯'),
        ('⻫', '斉'),
    ];
    match ch {
        '\u{2F00}'..='\u{2FD5}' => ch.nfkc().next().unwrap_or(ch),
        '\u{2E80}'..='\u{2EF3}' => {
            SUPPLEMENT.iter().find(|(radical, _)| *radical == ch).map_or(ch, |(_, letter)| *letter)
        }
        _ => ch,
    }
}

fn is_shapeless(ch: char) -> bool {
    ch.is_control()
        || matches!(ch,
            '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFD}' | '\u{FFFC}' | '\u{E000}'..='\u{F8FF}'
            | '\u{E0000}'..='\u{E007F}' | '\u{F0000}'..='\u{10FFFD}')
}

/// A property of a file as it is kept: tidy and no longer than `most` bytes.
pub(crate) fn fact(text: &str, most: usize) -> String {
    let text = tidy(text);
    text.get(..text.floor_char_boundary(most)).unwrap_or_default().to_owned()
}

/// A date as ISO 8601 has it, or nothing.
pub(crate) fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    let known = |byte: u8| byte.is_ascii_digit() || b"-:.+TZ".contains(&byte);
    let dated = text.len() >= 4 && text.len() <= 40 && text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    (dated && text.bytes().all(known)).then(|| text.to_owned())
}

/// The bullets of Word's Symbol and Wingdings fonts, as those fonts number them; and bullets that a PDF draws.
const SYMBOL_BULLETS: &[char] = &[
    '\u{E000}', '\u{F0B7}', '\u{F0A7}', '\u{F0D8}', '\u{F0FC}', '\u{F076}', '\u{F06E}', '\u{F06C}', '\u{F0A8}',
    '\u{F071}', '\u{F075}', '\u{F0E0}', '\u{F0DE}', '\u{F0F0}', '\u{F02D}', '\u{FFFD}',
];
/// Marks that are a bullet wherever a line begins with them.
const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '■', '□', '●', '○', '‣', '⁃', '∙', '·', '►', '▶', '▸', '➢', '➤', '➔', '➣', '❖', '◆', '◇', '✓',
    '✔', '★', '☆', '➼', '⇨', '→', '»', '\u{95}', '❑', '❏', '⮚', '✦', '✧', '⚫', '⬤', '◉', '‒',
];
/// Marks that are a bullet when a space follows.
const SPACED_BULLETS: &[char] = &['-', '–', '—', '*', 'o', '~', '+', '>', '›'];

/// The text after a line's bullet, or nothing when it has none.
pub(crate) fn after_bullet(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..)?;
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let bullet = BULLETS.contains(&first)
        || (SYMBOL_BULLETS.contains(&first) && spaced)
        || (SPACED_BULLETS.contains(&first) && spaced && (first != 'o' || rest.len() > 1));
    bullet.then(|| after_bullet(rest).unwrap_or(rest))
}

/// The middle of weighted values; 0 when there are none.
pub(crate) fn median(values: impl Iterator<Item = (f32, usize)>) -> f32 {
    let mut values: Vec<(f32, usize)> = values.collect();
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<usize>() / 2;
    let mut sum = 0;
    for (value, weight) in &values {
        sum += weight;
        if sum > half {
            return *value;
        }
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_decoded_whatever_its_encoding() {
        let text = "Zoë Ångström – “Größe” €5";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(text.as_bytes()), text);
        assert_eq!(decode(&little), text);
        assert_eq!(decode(&[&[0xFE, 0xFF], big.as_slice()].concat()), text);
        let russian: Vec<u8> = "Мария Холт, инженер, Лидс, 2019".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&russian), "Мария Холт, инженер, Лидс, 2019");
        assert_eq!(decode(b"Zo\xEB \x96 \x93Gr\xF6\xDFe\x94 \x805"), "Zoë – “Größe” €5");
    }

    #[test]
    fn bytes_of_other_files_are_no_text() {
        assert!(is_text("Curriculum vitæ\r\n\tFernrill".as_bytes()));
        assert!(!is_text(&[0x89, b'P', b'N', b'G', 0, 0, 0, 13, 1, 2, 3, 4]));
    }

    #[test]
    fn white_space_is_folded_and_pictograms_dropped() {
        assert_eq!(tidy("  \u{F095} +44\u{A0}\u{2009}20 \t 7946\u{AD}0000 "), "+44 20 79460000");
    }

    #[test]
    fn bullets_are_told_from_words_and_numbers() {
        assert_eq!(after_bullet("• Built it"), Some(" Built it"));
        assert_eq!(after_bullet("\u{F0B7} Built it"), Some(" Built it"));
        assert_eq!(after_bullet("- Built it"), Some(" Built it"));
        assert_eq!(after_bullet("o Built it"), Some(" Built it"));
        assert_eq!(after_bullet("-5 degrees"), None);
        assert_eq!(after_bullet("o"), None);
        assert_eq!(after_bullet("omega"), None);
    }
}
