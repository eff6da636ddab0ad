//! Checks of the profile photo, as a whole image. Nothing of a face is ever computed.

pub(crate) mod provenance;
pub(crate) mod same_scene;
pub(crate) mod seen_elsewhere;

use loupe_memory::Sighting;

use crate::{
    Case, Check, Evidence, Finding, Strength,
    case::{is_hub, name_or_address},
    compare::photos::{Beside, PhotoPair},
};

/// Photos of this person beside those seen under another name, where two are as asked: for each sighting the pair that
/// is nearest, as the page and the résumé may both show it. What is shared by many, of whom all that `counted` names are
/// some, is passed over.
fn elsewhere<'c, 'a>(
    case: &'c Case<'a>,
    asked: impl Fn(&PhotoPair) -> bool,
    counted: impl Fn(&PhotoPair) -> bool,
) -> Vec<Beside<'c, 'a>> {
    let mut found: Vec<Beside<'c, 'a>> = Vec::new();
    for subject in case.subjects {
        let pairs = case.photo_pairs().filter(|beside| std::ptr::eq(beside.subject, subject) && counted(beside.pair));
        let pairs: Vec<Beside<'c, 'a>> = pairs.collect();
        // Site logos, default pictures, stock photos and a firm's studio stand under many names.
        if !is_hub(pairs.iter().map(|beside| beside.seen)) {
            found.extend(pairs.into_iter().filter(|beside| asked(beside.pair)));
        }
    }
    let nearest = |seen: &Sighting| {
        let pairs = found.iter().filter(|beside| beside.seen.id == seen.id);
        pairs.min_by_key(|beside| beside.pair.rank()).copied()
    };
    case.seen.iter().filter_map(nearest).collect()
}

impl Beside<'_, '_> {
    fn finding(&self, check: &Check, strength: Strength) -> Finding {
        let (name, source) = self.case.name_beside(self.subject);
        let other_name = name_or_address(self.seen);
        check
            .finding(strength)
            .fact("name", &name, source)
            .fact("other_name", &other_name, &self.seen.source)
            .arg("here_source", self.subject.source.label.clone())
            .arg("there_source", self.seen.source.label.clone())
            .evidence(Evidence::Photos {
                here: Box::new(self.here.clone()),
                there: Box::new(self.there.clone()),
                overlay: self.pair.overlay.clone(),
                distance: self.pair.distance,
            })
            .seen(self.seen)
    }
}
