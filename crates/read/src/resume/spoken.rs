//! The languages that a person speaks, where they stand among the skills: they are none of these.

use crate::{Block, words};

/// What parts the languages of a list.
const PARTS: [char; 9] = [',', ';', '|', '•', '·', '、', '،', '，', '；'];

/// True for a line that lists languages and nothing else: "English (Native), Norwegian", "Welsh: B2".
pub(super) fn is_list(block: &Block) -> bool {
    match block.cells.as_slice() {
        // "Languages | English, Norwegian", "English | Native"
        [first, rest @ ..] if !rest.is_empty() => {
            let all = || rest.iter().all(|cell| lists(cell));
            (words::is_language(first) && rest.iter().all(|cell| is_level(cell)))
                || (all() && (!words::is_language(first) || rest.len() > 1))
                || block.cells.iter().all(|cell| is_spoken(cell) == Some(true))
        }
        _ => {
            let behind_label = block.text.split_once([':', '：']);
            is_spoken(&block.text) == Some(true)
                || lists(&block.text)
                || behind_label.is_some_and(|(label, list)| !words::is_language(label) && lists(list))
        }
    }
}

/// True for two languages or more, or one of which it is said how well it is spoken.
fn lists(text: &str) -> bool {
    let pieces: Vec<Option<bool>> =
        text.split(PARTS).map(str::trim).filter(|piece| !piece.is_empty()).take(20).map(is_spoken).collect();
    pieces.iter().all(Option::is_some) && (pieces.len() > 1 || pieces.contains(&Some(true)))
}

/// For a language: whether it is said how well it is spoken.
fn is_spoken(text: &str) -> Option<bool> {
    let text = text.trim().trim_end_matches('.');
    let bracketed = text.strip_suffix([')', '）']).and_then(|text| text.split_once(['(', '（']));
    let marks = [": ", "：", " – ", " — ", " - ", " "].iter().filter_map(|mark| text.rsplit_once(mark));
    let told = bracketed.into_iter().chain(marks).map(|(name, level)| (name.trim(), level.trim()));
    let mut told = told.filter(|(name, level)| {
        let named = words::is_language(name);
        // "Valyrian (native)": nothing else is known so.
        is_level(level) && (named || (words::is_fluency(level) && name.split_whitespace().count() <= 2))
    });
    if told.next().is_some() { Some(true) } else { words::is_language(text).then_some(false) }
}

/// "B2", "Native", "Advanced", "C1 – fluent".
fn is_level(text: &str) -> bool {
    let bytes = text.as_bytes();
    let framework = matches!(bytes, [b'A'..=b'C' | b'a'..=b'c', b'1' | b'2', rest @ ..] if !rest.first().is_some_and(u8::is_ascii_alphanumeric));
    framework || words::is_fluency(text) || words::is_level(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_from_skills() {
        for text in [
            "English (Native speaker), Norwegian (Conversational)",
            "Languages: Deutsch (Muttersprache), Englisch",
            "Welsh: B2",
            "Igbo – fluent",
            "日本語（母語）、英語",
            "Français, anglais",
        ] {
            assert!(is_list(&Block::line(text)), "{text}");
        }
        for text in
            ["Go, Python", "Languages: Go (Expert), C++", "SQL: Advanced", "English", "Go, English", "Design: B2B"]
        {
            assert!(!is_list(&Block::line(text)), "{text}");
        }
    }
}
