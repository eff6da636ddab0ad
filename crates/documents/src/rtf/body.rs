//! RTF's tokens → the document's flow.

mod goals;

use super::rows::{Definition, Place};
use super::state::{End, Goal, Group};
use super::tables::{Tables, code_page};
use super::tokens::{Token, Tokens};
use crate::flow::{Flow, hyperlink, is_page_number};
use crate::seen::Ground;
use loupe_read::{Block, ReadError};

/// Groups within groups; Word's own stay below fifty.
const MAX_DEPTH: usize = 512;
/// No field's code, font's name or property is longer.
const MAX_WORDS: usize = 8_192;

/// Reads an RTF.
pub(super) struct Body<'a> {
    pub(super) flow: Flow,
    pub(super) tables: Tables,
    pub(super) headers: Vec<Block>,
    pub(super) footers: Vec<Block>,
    groups: Vec<Group>,
    /// The body and the boxes that are open in it.
    places: Vec<Place>,
    row: Definition,
    /// Bytes whose letters are not known before the last of them.
    bytes: Vec<u8>,
    /// The first half of a letter beyond 65,535.
    high: Option<u16>,
    /// Letters to pass over: they stand for one that was read.
    skip: u32,
    /// The paragraph to come has a bullet or number.
    listed: bool,
    words: String,
    code: String,
    tokens: Tokens<'a>,
    page: Ground,
}

impl<'a> Body<'a> {
    pub(super) fn new(bytes: &'a [u8], page: Ground) -> Self {
        Self {
            flow: Flow::new(),
            tables: Tables::new(),
            headers: Vec::new(),
            footers: Vec::new(),
            groups: vec![Group::new()],
            places: vec![Place::new(page)],
            row: Definition::default(),
            bytes: Vec::new(),
            high: None,
            skip: 0,
            listed: false,
            words: String::new(),
            code: String::new(),
            tokens: Tokens::new(bytes),
            page,
        }
    }

    /// Reads the file to its end, or to where it is full.
    pub(super) fn read(&mut self) -> Result<(), ReadError> {
        while let Some(token) = self.tokens.next() {
            let unread = matches!(self.group().goal, Goal::Nothing | Goal::Shape);
            match token {
                // Pictures are as long as all the rest.
                Token::Text(_) | Token::Hex(_) if unread => continue,
                Token::Text(text) => {
                    let skipped = text.len().min(self.skip as usize);
                    self.skip -= skipped as u32;
                    self.bytes.extend_from_slice(text.get(skipped..).unwrap_or_default());
                    continue;
                }
                Token::Hex(_) if self.skip > 0 => self.skip -= 1,
                Token::Hex(byte) => {
                    self.bytes.push(byte);
                    continue;
                }
                _ => {}
            }
            self.flush();
            match token {
                Token::Open => {
                    self.skip = 0;
                    let group = *self.group();
                    self.groups.push(Group {
                        end: End::Nothing,
                        optional: false,
                        page_number: group.page_number,
                        ..group
                    });
                    if self.groups.len() > MAX_DEPTH {
                        return Err(ReadError::TooDeep { limit: MAX_DEPTH as u32 });
                    }
                }
                Token::Close => {
                    self.skip = 0;
                    self.close();
                    // The group of the whole; what follows it is no text.
                    if self.groups.len() <= 1 {
                        break;
                    }
                }
                Token::Word(word, number) => self.word(word, number),
                Token::Symbol(symbol) => self.symbol(symbol),
                Token::Text(_) | Token::Hex(_) => {}
            }
            if self.flow.is_full() {
                break;
            }
        }
        self.flush();
        if self.groups.len() > 1 && !self.flow.is_full() {
            return Err(ReadError::Damaged { what: "the document breaks off".to_owned() });
        }
        if let Some(mut place) = self.places.pop() {
            place.finish(&mut self.flow);
        }
        Ok(())
    }

    fn group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::new());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    /// Text of the bytes that were gathered.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let font = self.group().letters.font.unwrap_or(self.tables.usual_font);
        let text = match (self.tables.encoding(font), self.group().goal) {
            // A font of symbols: its letters are numbered as in DOCX.
            (None, Goal::Body) => bytes.iter().filter_map(|byte| char::from_u32(0xF000 + u32::from(*byte))).collect(),
            (encoding, _) => {
                let encoding = encoding.unwrap_or(self.tables.usual);
                encoding.decode_without_bom_handling(&bytes).0.into_owned()
            }
        };
        self.text(&text);
    }

    fn text(&mut self, text: &str) {
        let goal = self.group().goal;
        match goal {
            Goal::Body => self.body_text(text),
            Goal::Colours => self.tables.colour_text(text),
            Goal::Fonts | Goal::Styles => {
                for piece in text.split_inclusive(';') {
                    self.gather(piece);
                    if piece.ends_with(';') {
                        let name = std::mem::take(&mut self.words);
                        match goal {
                            Goal::Fonts => self.tables.font_name(&name),
                            _ => self.tables.style_name(&name),
                        }
                    }
                }
            }
            Goal::Fact(_) => self.gather(text),
            Goal::Code if self.code.len() + text.len() <= MAX_WORDS => self.code.push_str(text),
            Goal::Code | Goal::Nothing | Goal::Shape | Goal::Facts | Goal::Sessions => {}
        }
    }

    fn gather(&mut self, text: &str) {
        if self.words.len() + text.len() <= MAX_WORDS {
            self.words.push_str(text);
        }
    }

    fn body_text(&mut self, text: &str) {
        let group = *self.group();
        self.open_paragraph();
        let Some(place) = self.places.last() else { return };
        let cell = self.tables.colour(place.shade()).map_or(Ground::Through, Ground::Colour);
        if let Some(ink) = group.letters.ink(&self.tables, group.paragraph, cell.on(place.ground)) {
            self.flow.text(text, ink);
        }
    }

    fn open_paragraph(&mut self) {
        let look = self.group().paragraph;
        let Some(place) = self.places.last_mut().filter(|place| !place.in_paragraph) else { return };
        place.go_to(look.depth, &self.row, &mut self.flow);
        place.in_paragraph = true;
        self.flow.begin_paragraph();
        let listed = std::mem::take(&mut self.listed);
        if let Some(paragraph) = self.flow.paragraph() {
            paragraph.heading = look.heading;
            paragraph.item = look.item || listed;
            paragraph.gap |= look.gap;
        }
    }

    fn end_paragraph(&mut self) {
        self.open_paragraph();
        if let Some(place) = self.places.last_mut() {
            place.end_paragraph(&mut self.flow);
        }
    }

    fn close(&mut self) {
        let Some(group) = self.groups.pop() else { return };
        match group.end {
            End::Nothing => {}
            End::Fact(what) => {
                let words = std::mem::take(&mut self.words);
                self.tables.info(what, &words);
            }
            End::Code => {
                let code = std::mem::take(&mut self.code);
                // What a code says holds for the field that it stands in.
                if self.group().goal == Goal::Body {
                    self.field(&code);
                }
            }
            End::Shape | End::Note | End::Header | End::Footer => {
                if let Some(mut place) = self.places.pop() {
                    place.finish(&mut self.flow);
                }
                match group.end {
                    End::Header => self.headers.extend(self.flow.end_apart()),
                    End::Footer => self.footers.extend(self.flow.end_apart()),
                    End::Note => self.flow.end_note(),
                    _ => self.flow.end_box(),
                }
            }
        }
    }

    fn field(&mut self, code: &str) {
        if is_page_number(code) {
            self.open_paragraph();
            self.flow.page_number();
            self.group().page_number = true;
        } else if let Some(address) = hyperlink(code) {
            self.open_paragraph();
            self.flow.link(address);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.group().optional = true,
            b'~' => self.text("\u{A0}"),
            b'_' => self.text("-"),
            b'{' | b'}' | b'\\' => self.text(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'\r' | b'\n' if self.group().goal == Goal::Body => self.end_paragraph(),
            b'\t' => self.text("\t"),
            _ => {}
        }
    }

    /// A letter by its number in Unicode.
    fn letter(&mut self, number: i32) {
        let unit = (number & 0xFFFF) as u16;
        self.skip = self.group().old_letters;
        let pair = self.high.take().into_iter().chain([unit]);
        match char::decode_utf16(pair).last() {
            Some(Ok(letter)) => self.text(letter.encode_utf8(&mut [0; 4])),
            _ if (0xD800..0xDC00).contains(&unit) => self.high = Some(unit),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word == "u" {
            return self.letter(number.unwrap_or(0));
        }
        self.skip = 0;
        if word == "uc" {
            self.group().old_letters = number.unwrap_or(1).clamp(0, 16) as u32;
            return;
        }
        if self.goal(word) {
            return;
        }
        let value = number.unwrap_or(0);
        match self.group().goal {
            Goal::Fonts => self.tables.font_word(word, value),
            Goal::Colours => self.tables.colour_word(word, value),
            Goal::Styles => self.tables.style_word(word, value),
            Goal::Sessions if word == "rsid" => self.tables.revision(value),
            Goal::Fact(_) => self.tables.date_word(word, value),
            Goal::Body | Goal::Code => self.body_word(word, number),
            Goal::Nothing | Goal::Shape | Goal::Facts | Goal::Sessions => {}
        }
    }

    fn body_word(&mut self, word: &str, number: Option<i32>) {
        let text = match word {
            "tab" => "\t",
            "emdash" => "—",
            "endash" => "–",
            "emspace" | "enspace" | "qmspace" => " ",
            "bullet" => "•",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "zwj" => "\u{200D}",
            "zwnj" => "\u{200C}",
            _ => "",
        };
        if !text.is_empty() {
            return self.text(text);
        }
        if self.group().goal != Goal::Body {
            return;
        }
        let value = number.unwrap_or(0);
        match word {
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" | "softline" => {
                self.open_paragraph();
                self.flow.line_break();
            }
            "column" => self.flow.region(),
            "chpgn" => {
                self.open_paragraph();
                self.flow.page_number();
            }
            "cell" | "nestcell" => {
                let depth = if word == "cell" { 1 } else { self.group().paragraph.depth.max(2) };
                if let Some(place) = self.places.last_mut() {
                    place.end_cell(depth, &self.row, &mut self.flow);
                }
            }
            "row" | "nestrow" => {
                let depth = if word == "row" { 1 } else { self.group().paragraph.depth.max(2) };
                if let Some(place) = self.places.last_mut() {
                    place.end_row_at(depth, &self.row, &mut self.flow);
                }
            }
            "ansicpg" => self.tables.usual = code_page(value),
            "mac" => self.tables.usual = code_page(10_000),
            "deff" => self.tables.usual_font = value,
            "insrsid" | "charrsid" | "pararsid" | "sectrsid" | "tblrsid" | "delrsid" => self.tables.revision(value),
            _ => {
                let Some(group) = self.groups.last_mut() else { return };
                if !group.letters.note(word, number) && !group.paragraph.note(word, number, &self.tables) {
                    self.row.note(word, number);
                }
            }
        }
    }
}
