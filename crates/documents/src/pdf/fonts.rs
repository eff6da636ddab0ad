//! The fonts that a file draws with: their names, for the file's description, and which of them are bold.
//!
//! Most font programs say themselves that they are bold. Type 1 fonts do not hand it out, nor do fonts that are named
//! without being in the file; for those the font's dictionary tells, and a letter's font is known again by its program.

use hayro_font::{FontCache, FontGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use loupe_profile::Font;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// More things to draw with are not looked through, nor forms within forms deeper than this.
const MAX_STEPS: usize = 20_000;
const MAX_DEPTH: u32 = 12;
/// More fonts are not told of.
const MAX_FONTS: usize = 500;
/// More bold fonts of which only the dictionary says so are not told apart.
const MAX_BOLD: usize = 32;
/// No font's name is longer.
const MAX_NAME: usize = 120;

/// What is known of a file's fonts.
pub(super) struct Fonts<'a> {
    names: BTreeSet<(String, Option<String>)>,
    bold: Vec<Dict<'a>>,
    seen: HashSet<ObjectIdentifier>,
    /// The objects whose lists of fonts (false) and of drawings (true) were looked through.
    listed: HashSet<(ObjectIdentifier, bool)>,
    steps: usize,
    settings: InterpreterSettings,
    loaded: OnceCell<Vec<hayro_font::Font<'a>>>,
    /// Of letters by their identity: whether they are bold.
    known: HashMap<u128, bool>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new(settings: InterpreterSettings) -> Self {
        Self {
            names: BTreeSet::new(),
            bold: Vec::new(),
            seen: HashSet::new(),
            listed: HashSet::new(),
            steps: MAX_STEPS,
            settings,
            loaded: OnceCell::new(),
            known: HashMap::new(),
        }
    }

    /// Notes the fonts of a page and of the forms that it draws.
    pub(super) fn note(&mut self, page: &Page<'a>) {
        self.resources(page.resources(), MAX_DEPTH);
    }

    /// The fonts by name.
    pub(super) fn names(&self) -> Vec<Font> {
        self.names.iter().map(|(name, tag)| Font { name: name.clone(), tag: tag.clone() }).collect()
    }

    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }

    fn resources(&mut self, resources: &Resources<'a>, depth: u32) {
        for name in self.list(&resources.fonts, false) {
            if !self.step() {
                return;
            }
            if self.is_new(&resources.fonts, &name)
                && let Some(font) = resources.fonts.get::<Dict<'_>>(&name)
            {
                self.font(font);
            }
        }
        if depth == 0 {
            return;
        }
        for name in self.list(&resources.x_objects, true) {
            if !self.step() {
                return;
            }
            if !self.is_new(&resources.x_objects, &name) {
                continue;
            }
            let Some(form) = resources.x_objects.get::<Stream<'_>>(&name) else { continue };
            let drawn = form.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Form");
            if drawn && let Some(own) = form.dict().get::<Dict<'_>>("Resources") {
                self.resources(&Resources::new(own), depth - 1);
            }
        }
    }

    /// The names in a dictionary, sorted; none when it was looked through before, as pages that share it would.
    fn list(&mut self, resources: &Dict<'a>, drawings: bool) -> Vec<Name<'a>> {
        let again = resources.obj_id().is_some_and(|id| !self.listed.insert((id, drawings)));
        if again || self.steps == 0 {
            return Vec::new();
        }
        let mut names: Vec<Name<'a>> = resources.keys().collect();
        names.sort_by(|a, b| a.as_ref().cmp(b.as_ref()));
        names
    }

    /// False for what was looked at already, on another page or on the way here.
    fn is_new(&mut self, resources: &Dict<'a>, name: &Name<'a>) -> bool {
        resources.get_ref(name).is_none_or(|id| self.seen.insert(id.into()))
    }

    fn font(&mut self, font: Dict<'a>) {
        let base = font.get::<Name<'_>>("BaseFont");
        let base = base.map(|name| crate::text::tidy(&String::from_utf8_lossy(&name))).unwrap_or_default();
        let (name, tag) = split_tag(&base);
        if !name.is_empty() && name.len() <= MAX_NAME && self.names.len() < MAX_FONTS {
            self.names.insert((name.to_owned(), tag.map(str::to_owned)));
        }
        let kind = font.get::<Name<'_>>("Subtype");
        let type3 = kind.is_some_and(|kind| kind.as_str() == "Type3");
        if !type3 && self.bold.len() < MAX_BOLD && (says_bold(name) || describes_bold(&font)) {
            self.bold.push(font);
        }
    }

    /// Whether a letter is bold.
    pub(super) fn is_bold(&mut self, glyph: &Glyph<'_>) -> bool {
        let Glyph::Outline(glyph) = glyph else { return false };
        if let Some(font) = glyph.font_data()
            && (font.weight.is_some_and(|weight| weight >= 600)
                || font.postscript_name.is_some_and(|name| says_bold(&name)))
        {
            return true;
        }
        if self.bold.is_empty() {
            return false;
        }
        let identity = glyph.identifier();
        let key = identity.cache_key();
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let loaded = self.loaded.get_or_init(|| {
            let cache = FontCache::new();
            let load = |font| cache.font(font, &self.settings.font_resolver, &self.settings.cmap_resolver);
            self.bold.iter().filter_map(load).collect()
        });
        let bold = loaded.iter().any(|font| match font.glyph(glyph.glyph_id(), glyph.char_code()) {
            FontGlyph::Outline(its) => its.identifier() == identity,
            FontGlyph::Type3(_) => false,
        });
        self.known.insert(key, bold);
        bold
    }
}

/// `ABCDEF+Calibri` → the name and the tag of the part that is in the file.
fn split_tag(name: &str) -> (&str, Option<&str>) {
    match name.split_once('+') {
        Some((tag, rest)) if tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()) => (rest, Some(tag)),
        _ => (name, None),
    }
}

/// Whether a font's name says that it is bold: in a word, or as TeX's fonts do.
fn says_bold(name: &str) -> bool {
    let (name, _) = split_tag(name);
    let tex = ["CMBX", "CMB1", "CMSSBX", "SFBX", "SFSX", "CMCSCBX", "LMBX"].iter().any(|start| name.starts_with(start));
    let name = name.to_ascii_lowercase();
    let word = ["bold", "black", "heavy", "demi"].iter().any(|word| name.contains(word));
    tex || word || (name.starts_with("nimbus") && name.contains("medi"))
}

/// Whether a font's descriptor says that it is bold.
fn describes_bold(font: &Dict<'_>) -> bool {
    const FORCE_BOLD: u32 = 1 << 18;
    let part = font.get::<Array<'_>>("DescendantFonts").and_then(|parts| parts.iter::<Dict<'_>>().next());
    let descriptor = part.as_ref().unwrap_or(font).get::<Dict<'_>>("FontDescriptor");
    descriptor.is_some_and(|descriptor| {
        descriptor.get::<u32>("FontWeight").is_some_and(|weight| (600..=1000).contains(&weight))
            || descriptor.get::<u32>("Flags").is_some_and(|flags| flags & FORCE_BOLD != 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_subsets_are_told_from_names() {
        assert_eq!(split_tag("ABCDEF+Calibri"), ("Calibri", Some("ABCDEF")));
        assert_eq!(split_tag("Notes+Plus"), ("Notes+Plus", None));
        assert_eq!(split_tag("abcdef+Calibri"), ("abcdef+Calibri", None));
    }

    #[test]
    fn bold_fonts_say_so_in_their_names() {
        for bold in ["Arial-BoldMT", "ABCDEF+CMBX12", "NimbusRomNo9L-Medi", "Roboto-Black", "Arial,Bold"] {
            assert!(says_bold(bold), "{bold}");
        }
        for plain in ["ArialMT", "CMR10", "NimbusRomNo9L-Regu", "Roboto-Medium"] {
            assert!(!says_bold(plain), "{plain}");
        }
    }
}
