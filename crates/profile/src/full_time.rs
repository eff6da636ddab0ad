//! Words that state full-time work, in the languages of the profiles that are read.

use std::sync::LazyLock;

use crate::fold;

/// As the large job sites and national labour offices write it; compared folded, anywhere in the text.
const WORDS: [&str; 33] = [
    "full-time",
    "fulltime",
    "Vollzeit",
    "temps plein",
    "plein temps",
    "temps complet",
    "jornada completa",
    "tiempo completo",
    "tempo pieno",
    "tempo inteiro",
    "tempo integral",
    "período integral",
    "voltijds",
    "heltid",
    "kokoaikainen",
    "kokopäiväinen",
    "pełny etat",
    "plný úvazek",
    "teljes munkaidő",
    "normă întreagă",
    "полная занятость",
    "полный рабочий день",
    "повна зайнятість",
    "πλήρης απασχόληση",
    "tam zamanlı",
    "penuh waktu",
    "toàn thời gian",
    "دوام كامل",
    "משרה מלאה",
    "पूर्णकालिक",
    "全职",
    "正社員",
    "정규직",
];

/// True when `text` states full-time work: "Full-time", "Vollzeit · Remote". Other employment words ("Contract",
/// "Internship") state nothing of the kind.
pub fn says_full_time(text: &str) -> bool {
    // A page asks this of each of its lines.
    static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| WORDS.iter().map(|word| fold(word)).collect());
    let folded = fold(text);
    FOLDED.iter().any(|word| folded.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::says_full_time;

    #[test]
    fn only_full_time_words_state_it() {
        for text in
            ["Full-time", "FULL TIME · On-site", "Permanent full-time", "Vollzeitstelle", "À temps plein", "全职"]
        {
            assert!(says_full_time(text), "{text}");
        }
        for text in ["Contract", "Part-time", "Teilzeit", "Internship", "Permanent", "Freelance", "full", ""] {
            assert!(!says_full_time(text), "{text}");
        }
    }
}
