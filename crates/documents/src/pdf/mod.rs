//! PDF → outline. Letters and where they stand, put together to lines in reading order.

mod beside;
mod blocks;
mod canvas;
mod dates;
mod elements;
mod facts;
mod fonts;
mod glyphs;
mod hidden;
mod judge;
mod layers;
mod layout;
mod letters;
mod lines;
mod links;
mod marks;
mod order;
mod repeats;
mod runs;
mod sections;
mod sides;
mod tables;
mod tagged;
mod tags;
mod unpack;
mod work;
mod wrapped;
mod xmp;

use blocks::Placed;
use canvas::Canvas;
use fonts::Fonts;
use glyphs::Pen;
use hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret, interpret_page,
};
use hidden::Hidden;
use letters::{Letter, Letters, Turn, UNKNOWN};
use lines::Fragment;
use links::Link;
use loupe_read::{Outline, ReadError};
use repeats::Sheet;
use std::sync::Arc;

/// Pages after this one are not read.
const MAX_PAGES: usize = 100;
/// Letters after so many are not read.
const MAX_LETTERS: usize = 2_000_000;
/// A whole file has its end mark within so many bytes of its end.
const TAIL: usize = 2_048;

/// Fewer letters without ink are no scan's text.
const MIN_SCANNED: usize = 20;

/// Reads a PDF.
pub(crate) fn outline(bytes: &[u8]) -> Result<Outline, ReadError> {
    let damaged = |what: &str| ReadError::Damaged { what: what.to_owned() };
    unpack::guard(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        // A scheme that is not known, as a certificate, stands no less in the way than a password.
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            ReadError::Encrypted
        }
        LoadPdfError::Decryption(_) => damaged("its encryption is broken"),
        LoadPdfError::Invalid => damaged("no pages were found"),
    })?;
    // A reader could show the pages that are left, but a résumé that silently ends early misleads.
    if !has_end(bytes) {
        return Err(damaged("the end of the file is missing"));
    }
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(damaged("no pages were found"));
    }

    let mut outline = Outline { reader: "pdf".to_owned(), wrapped: true, ..Outline::default() };
    if pages.len() > MAX_PAGES {
        note(&mut outline, "cut-pages");
    }
    let cache = InterpreterCache::new();
    let mut fonts = Fonts::new(settings());
    let mut hidden = Hidden::new();
    let layers_off = layers::any_off(&pdf);
    let mut comparisons = canvas::MAX_COMPARISONS;
    let mut scales = work::Scales::default();
    let mut left = MAX_LETTERS;
    let mut work_left = work::MAX_WORK;
    let (mut known, mut unknown) = (0_usize, 0_usize);
    let mut drawn: Vec<Drawn> = Vec::new();
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut document = facts::read(&pdf, bytes);
    let mut tagging = tags::are_trusted(&document).then(|| tags::read(&pdf)).flatten().map(Tagging::new);
    for (at, page) in pages.iter().take(MAX_PAGES).enumerate() {
        if page.raw().contains_key("Contents") && page.page_stream().is_none() {
            return Err(damaged(&format!("page {} cannot be unpacked", at + 1)));
        }
        let Some(rest) = work_left.checked_sub(scales.weigh(page)) else {
            note(&mut outline, "cut-pages");
            break;
        };
        work_left = rest;
        fonts.note(page);
        let (width, height) = page.render_dimensions();
        let paper = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, paper, &cache, pdf.xref(), settings());
        let mut pen = Pen::new(Letters::new(left), Canvas::new(paper, comparisons), &mut fonts);
        if let Some(tagging) = tagging.as_ref().filter(|tagging| !tagging.tree.streams.is_empty()) {
            pen.marks = Some(marks::of(page, &tagging.tree.streams).unwrap_or_default().into_iter());
        }
        interpret_page(page, &mut context, &mut pen);
        if layers_off && let Some(content) = page.page_stream().and_then(layers::blank) {
            pen.switched_off = true;
            let mut context = Context::new(transform, paper, &cache, pdf.xref(), settings());
            interpret(TypedIter::new(&content), page.resources(), &mut context, &mut pen);
        }
        let Pen { mut letters, canvas, rules, .. } = pen;
        comparisons = canvas.comparisons_left();
        left = letters.left;
        if letters.cut {
            note(&mut outline, "cut-text");
        }
        letters.mend();
        let (seen, scanned) = letters.seen_and_scanned();
        if scanned >= MIN_SCANNED && seen * 10 <= scanned && canvas.pictured >= 0.5 {
            letters.show_scanned();
            if !outline.notes.iter().any(|note| note == "ocr-layer") {
                outline.notes.push("ocr-layer".to_owned());
            }
        }
        let mut by_turn = letters.part().into_iter().zip(Turn::ALL).map(|((letters, unseen), turn)| {
            unknown += letters.iter().filter(|letter| letter.ch == UNKNOWN).count();
            known += letters.iter().filter(|letter| letter.ch.is_alphanumeric()).count();
            hidden.take(at as u32 + 1, &letters, unseen);
            if let Some(tagging) = &mut tagging {
                tagging.take(at, turn, &letters);
            }
            lines::fragments(&letters)
        });
        let along = tables::join(rules, by_turn.next().unwrap_or_default());
        drawn.push(Drawn { turned: by_turn.collect(), links: links::collect(page, transform), width });
        sheets.push(Sheet { fragments: along, height });
    }
    if known == 0 {
        return Err(ReadError::NoText);
    }
    // A font that does not say which letters it draws: a good part of the text is missing, and that must be said.
    if unknown * 10 > known {
        note(&mut outline, "cut-text");
    }
    repeats::remove(&mut sheets);
    if let Some(tagging) = tagging.filter(Tagging::counts) {
        tagging.write(drawn, &sheets, &mut outline);
    } else {
        outline.blocks = blocks::blocks(lay_out(drawn, sheets, &mut outline.links));
    }
    document.fonts = fonts.names();
    document.hidden = hidden.finish();
    outline.document = Some(document);
    Ok(outline)
}

/// What the structure tree of a file is read with.
struct Tagging {
    tree: tags::Tree,
    contents: runs::Contents,
    /// What the tree cannot name, as browsers print above and below a page, by page.
    loose: Vec<Vec<Letter>>,
    /// Letters and digits that the tree can name, and all others.
    named: usize,
    unnamed: usize,
}

impl Tagging {
    fn new(tree: tags::Tree) -> Self {
        Self { tree, contents: runs::Contents::new(), loose: Vec::new(), named: 0, unnamed: 0 }
    }

    fn take(&mut self, page: usize, turn: Turn, letters: &[Letter]) {
        for letter in letters {
            let count = usize::from(letter.ch.is_alphanumeric());
            if let Some(mark) = letter.tag.filter(|mark| self.tree.named.contains(&(page, *mark))) {
                self.contents.entry((page, mark)).or_default().push((turn, *letter));
                self.named += count;
            } else {
                self.loose.resize(page + 1, Vec::new());
                self.loose.last_mut().into_iter().for_each(|loose| loose.push(*letter));
                self.unnamed += count;
            }
        }
    }

    /// True when the tree tells of the text rather than of a part of it.
    fn counts(&self) -> bool {
        self.named > 6 * self.unnamed
    }

    fn write(self, pages: Vec<Drawn>, sheets: &[Sheet], outline: &mut Outline) {
        let texts = sheets.iter().flat_map(|sheet| &sheet.fragments).map(|fragment| fragment.text.as_str());
        let leftwards = order::is_mostly_rtl(texts);
        let mut links = pages.iter().flat_map(|page| &page.links).filter_map(Link::named).collect();
        let tree = tagged::grow(&self.tree.root, &self.contents, &mut links, leftwards);
        let elements = tree.map(|tree| elements::elements(&tree)).unwrap_or_default();
        let read = loupe_read::tagged_outline(&elements, "pdf");
        (outline.blocks, outline.links, outline.wrapped) = (read.blocks, read.links, false);
        outline.links.extend(links.into_values());

        let heights = sheets.iter().map(|sheet| sheet.height);
        let loose = self.loose.iter().zip(heights);
        let mut loose: Vec<Sheet> =
            loose.map(|(letters, height)| Sheet { fragments: lines::fragments(letters), height }).collect();
        repeats::remove(&mut loose);
        let pages = pages.into_iter().map(|page| Drawn { turned: Vec::new(), links: Vec::new(), ..page }).collect();
        let mut loose = blocks::blocks(lay_out(pages, loose, &mut outline.links));
        loose.first_mut().into_iter().for_each(|first| first.opens = true);
        outline.blocks.append(&mut loose);
    }
}

/// What else is known of a page whose text along the page lies on a [`Sheet`].
struct Drawn {
    turned: Vec<Vec<Fragment>>,
    links: Vec<Link>,
    width: f32,
}

/// The lines of all pages in reading order. Links that lie over none of them go to `loose`.
fn lay_out(pages: Vec<Drawn>, sheets: Vec<Sheet>, loose: &mut Vec<String>) -> Vec<Placed> {
    let mut placed = Vec::new();
    let mut after_columns = false;
    for (at, (page, sheet)) in pages.into_iter().zip(sheets).enumerate() {
        let mut lines = layout::read(sheet.fragments);
        let columns = lines.iter().any(|line| line.region.is_some());
        if let Some(first) = lines.first_mut().filter(|first| after_columns && first.region.is_none()) {
            // Which of the columns before goes on here shows in where it stands.
            first.region = Some(first.edge);
        }
        after_columns = columns;
        links::attach(page.links, &mut lines, loose);
        let mut lines = wrapped::join(&lines);
        lines.extend(page.turned.into_iter().flat_map(layout::read));
        let (page, width) = (at as u32 + 1, page.width);
        placed.extend(lines.into_iter().map(|line| Placed { page, width, line }));
    }
    placed
}

/// Stands in for fonts that a file names without including them. Nothing is drawn, so it needs no shapes: what letters
/// mean and how wide they are stands elsewhere. Written by `blank_font.py`.
const BLANK: &[u8] = include_bytes!("blank.ttf");
fn settings() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|query| {
            // Told apart by a byte after its end, so that bold letters can be known by their font.
            let font: FontData = if is_bold(query) { Arc::new([BLANK, &[0]].concat()) } else { Arc::new(BLANK) };
            Some((font, 0))
        }),
        // Which character a code stands for in the encodings of Chinese, Japanese and Korean fonts that are not in the file.
        cmap_resolver: Arc::new(hayro_interpret::hayro_cmap::load_embedded),
        warning_sink: Arc::new(|_| {}),
        render_content: RenderContent::all(),
    }
}

fn is_bold(query: &FontQuery) -> bool {
    match query {
        FontQuery::Standard(font) => matches!(
            font,
            StandardFont::HelveticaBold
                | StandardFont::HelveticaBoldOblique
                | StandardFont::CourierBold
                | StandardFont::CourierBoldOblique
                | StandardFont::TimesBold
                | StandardFont::TimesBoldItalic
        ),
        FontQuery::Fallback(font) => font.is_bold || font.font_weight >= 600,
    }
}

fn note(outline: &mut Outline, id: &str) {
    if !outline.cut.iter().any(|cut| cut == id) {
        outline.cut.push(id.to_owned());
    }
}

fn has_end(bytes: &[u8]) -> bool {
    let padding = |byte: &&u8| **byte == 0 || byte.is_ascii_whitespace();
    let length = bytes.len() - bytes.iter().rev().take_while(padding).count();
    let tail = bytes.get(length.saturating_sub(TAIL)..length).unwrap_or_default();
    memchr::memmem::find(tail, b"%%EOF").is_some() || memchr::memmem::find(tail, b"startxref").is_some()
}
