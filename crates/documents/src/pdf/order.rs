//! Letters as they stand → letters as they are read: what is written from right to left is drawn like everything else,
//! so a line of it comes from the left and must be turned round, all but its numbers and foreign words.
//!
//! The way back from the Unicode Bidirectional Algorithm (UAX #9), for lines as résumés have them: one level of
//! direction within another. Hebrew and Arabic.

use unicode_normalization::UnicodeNormalization;

/// True for letters written from right to left.
pub(super) fn is_rtl(ch: char) -> bool {
    matches!(ch,
        '\u{0590}'..='\u{065F}' | '\u{066D}'..='\u{06EF}' | '\u{06FA}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// True for the forms that a letter of Arabic or Hebrew takes on within a word, and for their ligatures.
pub(super) fn is_form(ch: char) -> bool {
    matches!(ch, '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// True when most of a text's letters are written from right to left.
pub(super) fn runs_left(text: &str) -> bool {
    let (left, right) = directions(text);
    left > 0 && left >= right
}

/// True when a document is written from right to left: names and terms in other letters are many in a résumé.
pub(super) fn is_mostly_rtl<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let (left, right) = lines.map(directions).fold((0, 0), |sum, line| (sum.0 + line.0, sum.1 + line.1));
    left > 0 && left * 2 >= right
}

/// How many letters run to the left, and how many to the right.
fn directions(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(left, right), ch| match class(ch) {
        Class::Right => (left + 1, right),
        Class::Left => (left, right + 1),
        Class::Number | Class::Neutral => (left, right),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Left,
    Right,
    Number,
    Neutral,
}

fn class(ch: char) -> Class {
    if is_rtl(ch) {
        Class::Right
    } else if ch.is_numeric() {
        Class::Number
    } else if ch.is_alphabetic() {
        Class::Left
    } else {
        Class::Neutral
    }
}

/// True when a line is written from right to left. `leftwards`: the document around it is; then names and terms in other
/// letters may be more than the line's own.
pub(super) fn is_leftwards(line: &str, leftwards: bool) -> bool {
    let (left, right) = directions(line);
    left > 0 && left * if leftwards { 3 } else { 1 } >= right || leftwards && left + right == 0 && runs_down(line)
}

/// True for two years of which the later one stands first, as "2018 – 2022" does where everything runs to the left.
fn runs_down(line: &str) -> bool {
    let numbers = line.split(|ch: char| !ch.is_ascii_digit()).filter(|number| number.len() == 4);
    let years: Vec<&str> = numbers.filter(|year| matches!(year.get(..2), Some("19" | "20"))).collect();
    matches!(years.as_slice(), [first, second] if first > second)
}

/// A line as it is read, from its letters as they stand from left to right. `leftwards`: it is written from right to
/// left, but for foreign words in it.
pub(super) fn logical(line: &str, leftwards: bool) -> String {
    if !leftwards && !line.chars().any(is_rtl) {
        return line.to_owned();
    }
    let mut letters: Vec<(char, Class)> = line.chars().map(|ch| (ch, class(ch))).collect();
    join_numbers(&mut letters);
    join_telephone_numbers(&mut letters);
    part_telephone_numbers(&mut letters);
    let turned: String = if leftwards {
        turn(&letters)
    } else {
        // Foreign words within the line: each run of them is turned on its own.
        let mut text = String::with_capacity(line.len());
        let mut rest = letters.as_slice();
        while let Some(start) = rest.iter().position(|(_, class)| *class == Class::Right) {
            let (before, from) = rest.split_at(start);
            text.extend(before.iter().map(|(ch, _)| *ch));
            let next = from.iter().position(|(_, class)| *class == Class::Left).unwrap_or(from.len());
            let run = from.get(..next).unwrap_or_default();
            let end = run.iter().rposition(|(_, class)| *class == Class::Right).map_or(0, |last| last + 1);
            let (run, after) = from.split_at(end.max(1));
            text.push_str(&turn(run));
            rest = after;
        }
        text.extend(rest.iter().map(|(ch, _)| *ch));
        text
    };
    turned.chars().flat_map(base).collect()
}

/// Marks within a number are part of it: "12.5", "2018-2020".
fn join_numbers(letters: &mut [(char, Class)]) {
    for at in 1..letters.len().saturating_sub(1) {
        if let Some([(_, Class::Number), (mark, class), (_, Class::Number)]) = letters.get_mut(at - 1..=at + 1)
            && matches!(mark, '.' | ',' | ':' | '/' | '-' | '+' | '\'')
        {
            *class = Class::Number;
        }
    }
}

/// A telephone number that begins with its plus at the left was set from left to right as a whole, groups and all.
fn join_telephone_numbers(letters: &mut [(char, Class)]) {
    let mut at = 0;
    while at + 1 < letters.len() {
        let begins = matches!(letters.get(at..=at + 1), Some([('+', _), (_, Class::Number)]));
        if !begins {
            at += 1;
            continue;
        }
        let belongs =
            |(ch, class): &&(char, Class)| *class == Class::Number || matches!(ch, ' ' | '-' | '(' | ')' | '.');
        let run = letters.iter().skip(at + 1).take_while(belongs).count();
        let last = letters.get(at + 1..at + 1 + run).and_then(|run| run.iter().rposition(|(_, c)| *c == Class::Number));
        let end = at + 1 + last.unwrap_or(0);
        for (_, class) in letters.get_mut(at..=end).unwrap_or_default() {
            *class = Class::Number;
        }
        at = end + 1;
    }
}

/// One with its plus at the right runs to the left, group by group, whatever foreign words stand beside it.
fn part_telephone_numbers(letters: &mut [(char, Class)]) {
    for at in 1..letters.len() {
        let number = |at: usize| letters.get(at).is_some_and(|(_, class)| *class == Class::Number);
        if letters.get(at).is_none_or(|(ch, _)| *ch != '+') || !number(at - 1) || number(at + 1) {
            continue;
        }
        let belongs = |(ch, class): &&(char, Class)| *class == Class::Number || " -().".contains(*ch);
        let before = letters.get(..at).unwrap_or_default().iter().rev();
        let run = before.take(MAX_NUMBER).take_while(belongs).count();
        for (_, class) in letters.get_mut(at - run..=at).unwrap_or_default() {
            if *class != Class::Number {
                *class = Class::Right;
            }
        }
    }
}

/// No telephone number is longer, with its marks.
const MAX_NUMBER: usize = 32;

/// Turns letters round, all but numbers and foreign words.
fn turn(letters: &[(char, Class)]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = letters;
    while let Some((ch, first)) = rest.first() {
        let length = match first {
            Class::Right | Class::Neutral => 1,
            Class::Number => rest.iter().take_while(|(_, class)| *class == Class::Number).count(),
            Class::Left => {
                let run = rest.iter().take_while(|(_, class)| *class != Class::Right).count();
                let words = rest.get(..run).unwrap_or_default();
                words.iter().rposition(|(_, class)| *class != Class::Neutral).map_or(1, |last| last + 1)
            }
        };
        let (part, after) = rest.split_at(length);
        parts.push(match length {
            1 => mirrored(*ch).to_string(),
            _ => part.iter().map(|(ch, _)| *ch).collect(),
        });
        rest = after;
    }
    parts.into_iter().rev().collect()
}

/// A bracket that opens to the left is drawn as one that opens to the right.
fn mirrored(ch: char) -> char {
    match ch {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        _ => ch,
    }
}

/// The letters that a form of them stands for; every other letter as it is.
fn base(ch: char) -> impl Iterator<Item = char> {
    let form = is_form(ch);
    form.then(|| ch.nfkc()).into_iter().flatten().chain((!form).then_some(ch))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        logical(line, is_leftwards(line, false))
    }

    #[test]
    fn what_stands_from_right_to_left_is_turned_round() {
        let turned = |text: &str| text.chars().rev().collect::<String>();
        assert_eq!(read(&turned("שלום עולם")), "שלום עולם");
        assert_eq!(read("Plain words, 12.5 (of them)"), "Plain words, 12.5 (of them)");
    }

    #[test]
    fn numbers_and_foreign_words_stay_as_they_are() {
        // As they stand: the first word of the line at the right.
        assert_eq!(read("2020 – 2018 סדנהמ"), "מהנדס 2018 – 2020");
        assert_eq!(logical("Fernrill, 2018 – 2020-ב סדנהמ", true), "מהנדס ב-Fernrill, 2018 – 2020");
        assert_eq!(read("12.5 םיזוחא"), "אחוזים 12.5");
        assert_eq!(read("+972 3 555 0147 :ןופלט"), "טלפון: +972 3 555 0147");
        assert_eq!(
            logical("maren@post.example • 50-555-0147 972+ • הפיח", true),
            "חיפה • +972 50-555-0147 • maren@post.example"
        );
        assert_eq!(read("(Rust 2021) תפשב"), "בשפת (Rust 2021)");
        assert_eq!(read("Speaks תירבע, fluent, and English"), "Speaks עברית, fluent, and English");
    }

    #[test]
    fn forms_of_letters_become_the_letters() {
        // Lam-alef as one form, then beh at the start of a word: "بلا".
        assert_eq!(read("\u{FEFC}\u{FE91}"), "\u{628}\u{644}\u{627}");
    }

    #[test]
    fn what_surrounds_a_line_tells_its_direction_where_its_letters_do_not() {
        let cases = [("2022 – 2018", true), ("2018 – 2022", false), ("+44 20 7946", false), ("Rust", false)];
        for (line, leftwards) in cases {
            assert_eq!(is_leftwards(line, true), leftwards, "{line}");
            assert!(!is_leftwards(line, false), "{line}");
        }
        assert!(is_leftwards("Fernrill, 2018 – 2020-ב סדנהמ", true));
        assert!(!is_leftwards("Speaks תירבע, fluent, and English", true));
    }
}
