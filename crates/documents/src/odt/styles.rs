//! The styles of an ODT: which are headings, bold, hidden, and how large and of what colour their letters are.

use crate::flow::is_heading_name;
use crate::seen::{Ground, Tint, colour};
use crate::xml::attribute;
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// Styles have parents; further up than this nobody goes.
const MAX_PARENTS: usize = 12;
/// A document has some hundred; more are not kept.
const MAX_STYLES: usize = 50_000;

/// How large letters are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    Points(f32),
    /// Of what they would be.
    Part(f32),
}

/// What a style says; nothing where it leaves it to its parent.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) size: Option<Size>,
    pub(super) heading: Option<bool>,
    pub(super) gap: Option<bool>,
    pub(super) tint: Option<Tint>,
    /// Behind the letters themselves.
    pub(super) ground: Option<Ground>,
    /// Behind the paragraph, cell or frame.
    pub(super) fill: Option<Ground>,
}

impl Look {
    /// Fills what is left open from what this stands in or is based on.
    pub(super) fn or(&self, base: &Self) -> Self {
        let size = match (self.size, base.size) {
            (Some(Size::Part(part)), Some(Size::Points(points))) => Some(Size::Points(part * points)),
            (Some(Size::Part(part)), Some(Size::Part(of))) => Some(Size::Part(part * of)),
            (own, other) => own.or(other),
        };
        Self {
            size,
            bold: self.bold.or(base.bold),
            hidden: self.hidden.or(base.hidden),
            heading: self.heading.or(base.heading),
            gap: self.gap.or(base.gap),
            tint: self.tint.or(base.tint),
            ground: self.ground.or(base.ground),
            fill: self.fill.or(base.fill),
        }
    }

    /// Takes what one property element says (ODF 1.2, part 1, chapters 16 and 20).
    fn note(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |name| attribute(element, name);
        let ground = value("background-color").map(|text| ground(&text));
        match name {
            "style:text-properties" => {
                let weight = value("font-weight")
                    .map(|weight| matches!(weight.as_str(), "bold" | "600" | "700" | "800" | "900"));
                self.bold = weight.or(self.bold);
                self.hidden = value("display").map(|display| display == "none").or(self.hidden);
                self.size = value("font-size").as_deref().and_then(size).or(self.size);
                self.tint = value("color").as_deref().and_then(colour).map(Tint::Of).or(self.tint);
                // "Automatic" is written beside the colour that it had when the file was saved.
                if value("use-window-font-color").as_deref() == Some("true") {
                    self.tint = Some(Tint::Automatic);
                }
                self.ground = ground.or(self.ground);
            }
            "style:paragraph-properties" => {
                let above = value("margin-top").as_deref().and_then(points);
                self.gap = above.map(|above| above >= 10.0).or(self.gap);
                self.fill = ground.or(self.fill);
            }
            "style:table-cell-properties" | "style:table-row-properties" | "style:table-properties" => {
                self.fill = ground.or(self.fill);
            }
            "style:graphic-properties" => {
                let filled = match value("fill").as_deref() {
                    Some("solid") => value("fill-color").as_deref().and_then(colour).map(Ground::Colour),
                    _ => ground.filter(|ground| *ground != Ground::Through),
                };
                // What is behind a frame without a filling is not known: shapes are laid on each other.
                self.fill = filled.or(Some(Ground::Unknown));
            }
            "style:background-image" => self.fill = Some(Ground::Unknown),
            _ => {}
        }
    }
}

fn ground(text: &str) -> Ground {
    match text {
        "transparent" | "none" => Ground::Through,
        other => colour(other).map_or(Ground::Unknown, Ground::Colour),
    }
}

fn size(text: &str) -> Option<Size> {
    match text.strip_suffix('%') {
        Some(part) => part.trim().parse::<f32>().ok().map(|part| Size::Part(part / 100.0)),
        None => points(text).map(Size::Points),
    }
}

/// A length as points.
pub(super) fn points(text: &str) -> Option<f32> {
    let text = text.trim();
    let split = text.find(|ch: char| ch.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at_checked(split)?;
    let number: f32 = number.trim().parse().ok()?;
    let points = match unit {
        "pt" => 1.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "in" => 72.0,
        "pc" => 12.0,
        "px" => 0.75,
        _ => return None,
    };
    Some(number * points)
}

#[derive(Debug, Clone, Default)]
struct Style {
    look: Look,
    parent: Option<String>,
}

/// Styles by family and name.
#[derive(Debug, Clone, Default)]
pub(super) struct Styles {
    by_name: BTreeMap<(String, String), Style>,
    /// What paragraphs look like of which nothing else is said.
    defaults: Look,
    open: Option<(String, Option<String>, Style)>,
    /// Something may be laid behind the page's text.
    pub(super) behind: bool,
}

impl Styles {
    /// Takes what the start of one element says.
    pub(super) fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |name| attribute(element, name);
        match name {
            "style:style" | "style:default-style" => {
                let family = value("family").unwrap_or_default();
                let own = value("name").unwrap_or_default();
                let shown = value("display-name").unwrap_or_else(|| own.replace("_20_", " "));
                let look = Look { heading: is_heading_name(&shown).then_some(true), ..Look::default() };
                let parent = value("parent-style-name");
                let named = (name == "style:style").then_some(own);
                self.open = Some((family, named, Style { look, parent }));
            }
            "style:page-layout-properties" => {
                let ground = value("background-color").map_or(Ground::Through, |text| ground(&text));
                let filled = !matches!(value("fill").as_deref(), None | Some("none"));
                let white = Ground::Colour(crate::seen::WHITE);
                self.behind |= (filled || ground != Ground::Through) && ground != white;
            }
            _ => {
                self.behind |= value("run-through").as_deref() == Some("background");
                if let Some((.., style)) = &mut self.open {
                    style.look.note(name, element);
                }
            }
        }
    }

    /// Takes the end of one element.
    pub(super) fn close(&mut self, name: &str) {
        if !matches!(name, "style:style" | "style:default-style") {
            return;
        }
        match self.open.take() {
            Some((family, Some(name), style)) if self.by_name.len() < MAX_STYLES => {
                self.by_name.insert((family, name), style);
            }
            Some((family, None, style)) if family == "paragraph" => self.defaults = style.look,
            _ => {}
        }
    }

    /// What a style says, together with its parents.
    pub(super) fn look(&self, family: &str, name: &str) -> Look {
        let mut look = Look::default();
        let mut next = Some(name.to_owned());
        for _ in 0..MAX_PARENTS {
            let Some(name) = next.take() else { break };
            let Some(style) = self.by_name.get(&(family.to_owned(), name)) else { break };
            look = look.or(&style.look);
            next.clone_from(&style.parent);
        }
        look
    }

    pub(super) const fn defaults(&self) -> &Look {
        &self.defaults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_any_unit() {
        assert_eq!(points("11pt"), Some(11.0));
        assert_eq!(points("1in"), Some(72.0));
        assert!((points("0.423cm").unwrap() - 12.0).abs() < 0.02);
        assert_eq!(points("80%"), None);
        assert_eq!(points("12"), None);
        assert_eq!(size("80%"), Some(Size::Part(0.8)));
    }
}
