//! One scope of a site's page, a profile or a card, read as the page's file points into it.

use std::collections::BTreeSet;

use ego_tree::NodeId;
use loupe_profile::{Contact, Coverage, Part, PartState, PassageKind, Place, Profile, Quote, fold};
use scraper::{ElementRef, Html, Selector};

use crate::{
    contacts::push_contact,
    data::Subject,
    dates, entries,
    find::{self, Found},
    html,
    item::{MAX_ITEMS, item, outermost},
    markup, photo, rest, resume,
    selector::Css,
    site::{Field, Page, Rest, Section, SectionKind},
    strategy::{Find, Strategy, is_mask},
    whose::Whose,
    words,
};

/// Where a page's fields and sections are looked for.
pub(crate) struct Reader<'a> {
    pub(crate) page: &'a Page,
    pub(crate) document: &'a Html,
    /// Nothing outside of it is read but the page's head.
    pub(crate) scope: ElementRef<'a>,
    /// The page's embedded data about the person.
    pub(crate) data: Option<Subject>,
    /// Some frame of the page has not loaded yet, so a missing part may still come.
    pub(crate) lazy: bool,
    /// Links in the scope to other people.
    pub(crate) foreign: BTreeSet<NodeId>,
    /// Of a page about one person: whose it is.
    pub(crate) whose: Option<&'a Whose<'a>>,
}

impl<'a> Reader<'a> {
    /// Reads what the file points at, and the rest as the file says.
    pub(crate) fn read(&self, reader: &str) -> (Profile, Coverage) {
        let mut profile = Profile::default();
        let mut coverage = Coverage { reader: reader.to_owned(), ..Coverage::default() };
        self.fields(&mut profile, &mut coverage);
        for (kind, section) in &self.page.sections {
            self.section(*kind, section, &mut profile, &mut coverage);
        }
        if self.page.rest == Some(Rest::Outline) {
            rest::read(self, &crate::whose::title(self.document), &mut profile, &mut coverage);
        }
        self.doubt_lost_history(&profile, &mut coverage);
        unmask(&mut profile);
        for part in Part::COVERED {
            if !coverage.parts.iter().any(|p| p.part == part) {
                let state = if self.page.partial { PartState::NotLoaded } else { PartState::NotRecognised };
                coverage.set(part, state, 0);
            }
        }
        (profile, coverage)
    }

    /// True when every field is there without which the file says that this is no such page.
    pub(crate) fn has_required(&self, profile: &Profile) -> bool {
        self.page.required.iter().all(|field| profile.count(field.part()) > 0)
    }

    fn fields(&self, profile: &mut Profile, coverage: &mut Coverage) {
        let one = |field: Field| self.first(field).map(|text| Quote::new(text, Place::part(field.part())));
        profile.name = one(Field::Name).filter(|name| !self.is_masked(&name.text));
        let overlays = self.overlays(profile.name.as_ref());
        profile.headline = one(Field::Headline);
        profile.location = one(Field::Location);
        let photos = photo::photos(self, profile.name_text());
        profile.photo = <[_; 1]>::try_from(photos.clone()).ok().map(|[photo]| photo);
        for line in self.strategies(Field::About).iter().find_map(|s| self.about(s)).unwrap_or_default() {
            profile.push_passage(PassageKind::Summary, &line, Place::part(Part::About));
        }
        for strategy in self.strategies(Field::Contacts) {
            let over = match &strategy.find {
                Find::Overlay(css) => overlays.iter().flat_map(|o| css.within(*o)).map(Found::Element).collect(),
                _ => self.apply(Field::Contacts, strategy),
            };
            for found in over {
                if self.stands_with_foreign(&found, profile.name_text()) {
                    continue;
                }
                let place = Place::entry(Part::Contacts, profile.contacts.len());
                let href = found.attribute("href").filter(|_| strategy.attribute.is_none());
                let text = href.map(ToOwned::to_owned).or_else(|| self.text(strategy, &found));
                push_contact(profile, text.and_then(|text| Contact::parse(&text, place)));
            }
        }
        let closed = self.page.overlay.is_some() && overlays.is_empty();
        for field in [Field::Name, Field::Headline, Field::Location, Field::Photo, Field::About, Field::Contacts] {
            let part = field.part();
            let count = profile.count(part);
            let state = match field {
                // Nobody looked.
                _ if self.strategies(field).is_empty() && !self.page.partial => PartState::NotRecognised,
                Field::Photo if photos.len() > 1 => PartState::NotRecognised,
                Field::Contacts if closed && count == 0 => PartState::NotLoaded,
                Field::About => self.state(count, false),
                // These stand at the top of a page; no empty frame will bring them.
                _ if count == 0 && !self.page.partial => PartState::Absent,
                _ => self.state(count, false),
            };
            coverage.set(part, state, count);
        }
        if closed {
            coverage.note_more(Part::Contacts);
        }
    }

    /// The boxes over the page that say whose they are.
    fn overlays(&self, name: Option<&Quote>) -> Vec<ElementRef<'a>> {
        let (Some(css), Some(name)) = (&self.page.overlay, name) else { return Vec::new() };
        let names_person = |el: &ElementRef<'_>| headings(*el).iter().any(|h| fold(h) == fold(&name.text));
        css.of(self.document).filter(names_person).collect()
    }

    pub(crate) fn strategies(&self, field: Field) -> &'a [Strategy] {
        self.page.fields.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    fn is_masked(&self, name: &str) -> bool {
        self.page.masked.iter().any(|masked| fold(masked) == fold(name))
    }

    /// What to say of a part: nothing found is "not loaded" while frames stand empty, and "not recognised" when a
    /// heading announced it.
    fn state(&self, count: usize, announced: bool) -> PartState {
        match (count, announced, self.lazy || self.page.partial) {
            (1.., _, _) => PartState::Read,
            (0, true, _) => PartState::NotRecognised,
            (0, false, true) => PartState::NotLoaded,
            (0, false, false) => PartState::Absent,
        }
    }

    pub(crate) fn apply(&self, field: Field, strategy: &'a Strategy) -> Vec<Found<'a>> {
        // What people write of themselves may name others.
        let own = |el: &ElementRef<'a>| !self.is_foreign(*el) && (field == Field::About || !self.holds_foreign(*el));
        match &strategy.find {
            Find::Select(css) => {
                find::select(self.scope, css, strategy).into_iter().filter(own).map(Found::Element).collect()
            }
            Find::Beside(css) => {
                let beside = css.within(self.scope).filter_map(|icon| find::beside(icon, self.scope.id()));
                beside.filter(|found| !matches!(found, Found::Element(el) if !own(el))).collect()
            }
            Find::Head(css) => css.of(self.document).filter(find::is_in_head).map(Found::Element).collect(),
            // Only contacts stand in them.
            Find::Overlay(_) => Vec::new(),
            Find::Data(paths) => self.data.iter().flat_map(|data| data.texts(paths)).map(Found::Text).collect(),
        }
    }

    /// True for an element that is or stands in a link to somebody else.
    fn is_foreign(&self, element: ElementRef<'_>) -> bool {
        let leads_away = |id: NodeId| self.foreign.contains(&id);
        !self.foreign.is_empty() && (leads_away(element.id()) || element.ancestors().any(|a| leads_away(a.id())))
    }

    /// True for what stands in one row with a link to somebody else ("Referred by …"), where that is not the name's row.
    pub(crate) fn stands_with_foreign(&self, found: &Found<'_>, name: Option<&str>) -> bool {
        let Found::Element(element) = found else { return false };
        if self.foreign.is_empty() {
            return false;
        }
        let around = element.ancestors().filter_map(ElementRef::wrap).find(|a| html::is_block(a.value().name()));
        around.is_some_and(|row| self.holds_foreign(row) && name.is_none_or(|name| find::says(row, name).is_none()))
    }

    fn holds_foreign(&self, element: ElementRef<'_>) -> bool {
        !self.foreign.is_empty() && element.descendants().any(|node| self.foreign.contains(&node.id()))
    }

    fn text(&self, strategy: &Strategy, found: &Found<'_>) -> Option<String> {
        let text = strategy.cut(&found.text(strategy))?;
        let says_so = |css: &Css| {
            let folded = fold(&text);
            css.within(self.scope).any(|el| fold(&html::text(el)) == folded || fold(&html::first_text(el)) == folded)
        };
        strategy.agrees_with.as_ref().is_none_or(says_so).then_some(text)
    }

    fn first(&self, field: Field) -> Option<String> {
        self.strategies(field).iter().find_map(|strategy| {
            let found = self.apply(field, strategy);
            let texts = found.iter().filter_map(|found| self.text(strategy, found));
            let mut texts = texts.skip(strategy.number.unwrap_or(1).saturating_sub(1));
            if strategy.join {
                let all: Vec<_> = texts.collect();
                return (!all.is_empty()).then(|| all.join(", "));
            }
            texts.next()
        })
    }

    fn about(&self, strategy: &'a Strategy) -> Option<Vec<String>> {
        let found = self.apply(Field::About, strategy);
        let found = if strategy.join { found.as_slice() } else { found.get(..1)? };
        let lines = found.iter().flat_map(|found| match found {
            Found::Element(el)
                if strategy.attribute.is_none() && strategy.after.is_none() && strategy.until.is_none() =>
            {
                html::lines_with(*el, strategy.breaks)
            }
            found => {
                let text = self.text(strategy, found).unwrap_or_default();
                text.lines().map(html::fold_space).collect()
            }
        });
        let lines: Vec<_> = lines.filter(|line| !line.is_empty() && !is_mask(line)).collect();
        (!lines.is_empty()).then_some(lines)
    }

    fn section(&self, kind: SectionKind, section: &Section, profile: &mut Profile, coverage: &mut Coverage) {
        let part = kind.part();
        let mut cards: Vec<_> = match &section.card {
            Some(css) => within_or_self(self.scope, css),
            None => vec![self.scope],
        };
        let all = cards.len();
        if section.card.is_some() {
            cards.retain(|card| !self.whose.is_some_and(|whose| whose.is_anothers(*card)));
        }
        let before = profile.count(part);
        if let Some(paths) = &section.data {
            for text in self.data.iter().flat_map(|data| data.texts(paths)) {
                let place = Place::entry(Part::Skills, profile.skills.len());
                profile.skills.push(Quote::new(text, place));
            }
        } else if section.items.is_some() {
            self.entries(kind, section, &cards, profile);
        } else {
            for card in &cards {
                read_card(part, *card, profile);
            }
        }
        if part == Part::Other {
            return;
        }
        let count = profile.count(part) - before;
        let heading = self.heading(part);
        let announced = if cards.len() < all {
            true
        } else if section.card.is_some() && !cards.is_empty() {
            !cards.iter().all(|card| find::is_empty(*card))
        } else {
            heading.is_some()
        };
        let state = self.state(count, announced);
        coverage.set(part, state, count);
        if let Some(heading) = heading.filter(|_| state == PartState::NotRecognised) {
            coverage.quote(part, Quote::new(heading, Place::part(part)));
        }
        if section.more.as_ref().is_some_and(|css| css.within(self.scope).next().is_some()) {
            coverage.note_more(part);
        }
    }

    /// Where nothing of a history was found and lines with spans of time stand in the scope, the history was lost, not
    /// left out by the person.
    fn doubt_lost_history(&self, profile: &Profile, coverage: &mut Coverage) {
        const LINES: usize = 3_000;
        const LONGEST: usize = 120;
        let history = [Part::Roles, Part::Studies];
        let absent = |part: &Part| coverage.parts.iter().any(|p| p.part == *part && p.state == PartState::Absent);
        let parts: Vec<_> = history.into_iter().filter(absent).collect();
        if parts.is_empty() || history.iter().any(|part| profile.count(*part) > 0) {
            return;
        }
        let lines = html::lines(self.scope);
        let mut lines = lines.iter().take(LINES).filter(|line| line.len() <= LONGEST);
        let Some(line) = lines.find(|line| dates::find_range(line).is_some()) else { return };
        for part in parts {
            coverage.set(part, PartState::NotRecognised, 0);
            coverage.quote(part, Quote::new(line, Place::part(part)));
        }
    }

    fn entries(&self, kind: SectionKind, section: &Section, cards: &[ElementRef<'a>], profile: &mut Profile) {
        let Some(items) = &section.items else { return };
        let headings: Option<Vec<(NodeId, bool)>> = section.under.as_ref().map(|under| {
            let names_part = |h| words::heading(&html::text(h)) == Some(words::Heading::Opens(kind.part()));
            under.within(self.scope).map(|h| (h.id(), names_part(h))).collect()
        });
        for element in cards.iter().flat_map(|card| within_or_self(*card, items)).take(MAX_ITEMS) {
            // Only under the heading of this section, where several share a box.
            let above = |headings: &Vec<(NodeId, bool)>| headings.partition_point(|(id, _)| *id < element.id());
            let stands_under = headings.as_ref().is_none_or(|h| above(h).checked_sub(1).is_some_and(|last| h[last].1));
            if !stands_under {
                continue;
            }
            let item = item(element, section);
            if item.lines.is_empty() && item.rows.is_empty() && item.organisation.is_none() {
                continue;
            }
            match kind {
                SectionKind::Roles => entries::push_roles(profile, &item),
                SectionKind::Studies => entries::push_study(profile, &item),
                SectionKind::Certificates => entries::push_certificate(profile, &item),
                SectionKind::Skills => {
                    let place = Place::entry(Part::Skills, profile.skills.len());
                    profile.skills.extend(item.lines.first().map(|line| Quote::new(line, place)));
                }
                SectionKind::Other => {
                    for line in item.lines.iter().chain(&item.texts) {
                        profile.push_passage(PassageKind::Other, line, Place::part(Part::Other));
                    }
                }
            }
        }
    }

    /// The heading of the scope that names this part.
    fn heading(&self, part: Part) -> Option<String> {
        headings(self.scope).into_iter().find(|h| words::heading(h) == Some(words::Heading::Opens(part)))
    }
}

/// The outermost matches; the element itself where nothing in it matches: a card may be the one entry.
fn within_or_self<'a>(element: ElementRef<'a>, css: &'a Css) -> Vec<ElementRef<'a>> {
    let within = outermost(css.within(element));
    if within.is_empty() && css.0.matches(&element) { vec![element] } else { within }
}

fn headings(element: ElementRef<'_>) -> Vec<String> {
    static HEADINGS: std::sync::LazyLock<Option<Selector>> =
        std::sync::LazyLock::new(|| Selector::parse("h1, h2, h3").ok());
    HEADINGS.as_ref().map(|css| element.select(css).map(html::text).collect()).unwrap_or_default()
}

/// Takes out what the site shows stars for; until here they kept the place of the words.
fn unmask(profile: &mut Profile) {
    let clear = |quote: &mut Option<Quote>| *quote = quote.take().filter(|quote| !is_mask(&quote.text));
    for role in &mut profile.roles {
        [&mut role.title, &mut role.employer, &mut role.location].into_iter().for_each(clear);
    }
    for study in &mut profile.studies {
        [&mut study.school, &mut study.degree].into_iter().for_each(clear);
    }
    for certificate in &mut profile.certificates {
        [&mut certificate.name, &mut certificate.issuer].into_iter().for_each(clear);
    }
    profile.skills.retain(|skill| !is_mask(&skill.text));
    profile.passages.retain(|passage| !is_mask(&passage.quote.text));
}

/// Reads a card of which no finer structure is known as that part of a résumé is read.
fn read_card(part: Part, card: ElementRef<'_>, profile: &mut Profile) {
    /// The card's own heading stands among its first lines, after an icon's words at most.
    const HEADING_WITHIN: usize = 3;
    let blocks = markup::outline([card], "").blocks;
    let names_part = |text: &str| words::heading(text) == Some(words::Heading::Opens(part));
    let heading = blocks.iter().take(HEADING_WITHIN).position(|block| names_part(&block.text));
    resume::read_part(profile, part, &blocks[heading.map_or(0, |at| at + 1)..], false);
}
