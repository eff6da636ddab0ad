//! What stands in an RTF's head: fonts and their letters, colours, styles, and what the file says of itself.

use crate::flow::is_heading_name;
use crate::seen::Colour;
use crate::text::fact;
use encoding_rs::Encoding;
use loupe_profile::{Document, Font};
use std::collections::{BTreeMap, BTreeSet};

/// Entries of one table; more are not kept.
const MAX_ENTRIES: usize = 5_000;
const MAX_FACT: usize = 300;

/// The head's tables.
#[derive(Debug)]
pub(super) struct Tables {
    /// The letters of fonts that say nothing of theirs.
    pub(super) usual: &'static Encoding,
    /// The letters of each font; nothing for fonts of symbols.
    fonts: BTreeMap<i32, Option<&'static Encoding>>,
    pub(super) usual_font: i32,
    names: BTreeSet<String>,
    /// Nothing is "automatic".
    colours: Vec<Option<Colour>>,
    colour: [Option<u8>; 3],
    headings: BTreeSet<i32>,
    revisions: BTreeSet<String>,
    /// The entry that is being read.
    pub(super) entry: i32,
    outline: bool,
    pub(super) document: Document,
    date: [i32; 5],
}

impl Tables {
    pub(super) fn new() -> Self {
        Self {
            usual: encoding_rs::WINDOWS_1252,
            fonts: BTreeMap::new(),
            usual_font: 0,
            names: BTreeSet::new(),
            colours: Vec::new(),
            colour: [None; 3],
            headings: BTreeSet::new(),
            revisions: BTreeSet::new(),
            entry: 0,
            outline: false,
            document: Document { format: "rtf".to_owned(), ..Document::default() },
            date: [0; 5],
        }
    }

    /// The letters of a font; nothing for one of symbols.
    pub(super) fn encoding(&self, font: i32) -> Option<&'static Encoding> {
        self.fonts.get(&font).copied().unwrap_or(Some(self.usual))
    }

    /// A control word in the table of fonts.
    pub(super) fn font_word(&mut self, word: &str, number: i32) {
        match word {
            "f" => self.entry = number,
            "fcharset" if self.fonts.len() < MAX_ENTRIES => {
                let encoding = match number {
                    2 => None,
                    // "ANSI" and "default" are what the document's letters are.
                    0 | 1 => Some(self.usual),
                    other => Some(code_page(page_of_charset(other))),
                };
                self.fonts.insert(self.entry, encoding);
            }
            "cpg" if self.fonts.len() < MAX_ENTRIES => drop(self.fonts.insert(self.entry, Some(code_page(number)))),
            _ => {}
        }
    }

    /// The name of a font, at its end.
    pub(super) fn font_name(&mut self, name: &str) {
        let name = fact(name.trim_end_matches(';'), MAX_FACT);
        if !name.is_empty() && self.names.len() < MAX_ENTRIES {
            self.names.insert(name);
        }
    }

    /// A control word in the table of colours.
    pub(super) fn colour_word(&mut self, word: &str, number: i32) {
        let place = ["red", "green", "blue"].iter().position(|colour| *colour == word);
        if let Some(part) = place.and_then(|place| self.colour.get_mut(place)) {
            *part = Some(number.clamp(0, 255) as u8);
        }
    }

    /// Text in the table of colours: a semicolon ends one.
    pub(super) fn colour_text(&mut self, text: &str) {
        for _ in text.matches(';').take(MAX_ENTRIES.saturating_sub(self.colours.len())) {
            let parts = std::mem::take(&mut self.colour);
            let given = parts.iter().any(Option::is_some);
            let sum = parts.iter().fold(0, |sum, part| (sum << 8) | u32::from(part.unwrap_or(0)));
            self.colours.push(given.then_some(sum));
        }
    }

    /// A colour by its number; nothing when it is automatic or there is none.
    pub(super) fn colour(&self, number: i32) -> Option<Colour> {
        usize::try_from(number).ok().and_then(|at| self.colours.get(at).copied()).flatten()
    }

    /// A control word in the table of styles.
    pub(super) fn style_word(&mut self, word: &str, number: i32) {
        match word {
            "s" => (self.entry, self.outline) = (number, false),
            // Styles of letters, tables and sections are numbered apart.
            "cs" | "ts" | "ds" => self.entry = -1,
            "outlinelevel" => self.outline = number < 9,
            _ => {}
        }
    }

    /// The name of a style, at its end.
    pub(super) fn style_name(&mut self, name: &str) {
        let heading = self.outline || is_heading_name(name.trim().trim_end_matches(';'));
        if heading && self.entry >= 0 && self.headings.len() < MAX_ENTRIES {
            self.headings.insert(self.entry);
        }
        (self.entry, self.outline) = (0, false);
    }

    pub(super) fn is_heading(&self, style: i32) -> bool {
        self.headings.contains(&style)
    }

    /// An editing session, which Word numbers as in DOCX.
    pub(super) fn revision(&mut self, number: i32) {
        if number != 0 && self.revisions.len() < MAX_ENTRIES {
            self.revisions.insert(format!("{number:08X}"));
        }
    }

    /// A control word of a date: `\yr2024\mo3`.
    pub(super) fn date_word(&mut self, word: &str, number: i32) {
        let place = ["yr", "mo", "dy", "hr", "min"].iter().position(|part| *part == word);
        if let Some(part) = place.and_then(|place| self.date.get_mut(place)) {
            *part = number;
        }
    }

    /// The end of one of the things a file says of itself.
    pub(super) fn info(&mut self, what: &str, text: &str) {
        let text = Some(fact(text.trim_end_matches(';'), MAX_FACT)).filter(|text| !text.is_empty());
        let [year, month, day, hour, minute] = std::mem::take(&mut self.date);
        let dated = (1_980..2_200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let date =
            dated.then(|| format!("{year}-{month:02}-{day:02}T{:02}:{:02}", hour.clamp(0, 23), minute.clamp(0, 59)));
        let document = &mut self.document;
        match what {
            "title" => document.title = text,
            "author" => document.author = text,
            "operator" => document.last_author = text,
            "company" => document.company = text,
            "generator" => document.application = text,
            "template" => document.template = text,
            "creatim" => document.created = date,
            "revtim" => document.modified = date,
            _ => {}
        }
    }

    pub(super) fn finish(self) -> Document {
        let fonts = self.names.into_iter().map(|name| Font { name, tag: None }).collect();
        Document { fonts, revisions: self.revisions.into_iter().collect(), ..self.document }
    }
}

/// The code page of a font's character set (specification, "Font Table").
const fn page_of_charset(charset: i32) -> i32 {
    match charset {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1_253,
        162 => 1_254,
        163 => 1_258,
        177 => 1_255,
        178 => 1_256,
        186 => 1_257,
        204 => 1_251,
        222 => 874,
        238 => 1_250,
        _ => 1_252,
    }
}

/// The letters of a Windows code page.
pub(super) fn code_page(page: i32) -> &'static Encoding {
    match page {
        866 => encoding_rs::IBM866,
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1_250 => encoding_rs::WINDOWS_1250,
        1_251 => encoding_rs::WINDOWS_1251,
        1_253 => encoding_rs::WINDOWS_1253,
        1_254 => encoding_rs::WINDOWS_1254,
        1_255 => encoding_rs::WINDOWS_1255,
        1_256 => encoding_rs::WINDOWS_1256,
        1_257 => encoding_rs::WINDOWS_1257,
        1_258 => encoding_rs::WINDOWS_1258,
        10_000 => encoding_rs::MACINTOSH,
        65_001 => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    }
}
