//! One entry's lines become a role, a study or a certificate, whatever page or document they come from.
//!
//! The line with the dates is the anchor: what stands before it names the entry, what stands after it is its place and
//! its text.

use loupe_profile::{Certificate, End, Part, PassageKind, Place, Profile, Quote, Role, Span, Study, says_full_time};

use crate::{dates, words};

/// The lines of one entry in order, its running text, and the entries within it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Item {
    /// Short lines: names, dates, places.
    pub(crate) lines: Vec<String>,
    /// The employer or school, where the page says which line it is; then it is none of `lines`.
    pub(crate) organisation: Option<String>,
    /// Paragraphs and bullets.
    pub(crate) texts: Vec<String>,
    /// Roles of one employer under a common header.
    pub(crate) rows: Vec<Item>,
    /// The page of a paged document.
    pub(crate) page: Option<u32>,
}

/// The words before the dates, the dates, and the words behind them.
struct Anchored<'a> {
    before: Vec<&'a str>,
    dates: Option<(String, Span)>,
    behind: Vec<&'a str>,
}

/// What an entry is named by: position and employer, school and degree.
const NAMES: usize = 2;

fn anchor(item: &Item) -> Anchored<'_> {
    let lines: Vec<&str> = item.lines.iter().map(String::as_str).collect();
    let found = lines.iter().position(|line| dates::date_line(line).is_some());
    let found = found.and_then(|at| Some((at, dates::date_line(lines[at])?)));
    match found {
        Some((at, found)) => {
            let dates = Some((lines[at][found.bytes.clone()].to_owned(), found.span));
            // Some sites print the dates above the names.
            let names = NAMES - usize::from(item.organisation.is_some());
            let (before, behind) = match at {
                0 => lines[1..].split_at(names.min(lines.len() - 1)),
                at => (&lines[..at], &lines[at + 1..]),
            };
            Anchored { before: before.to_vec(), dates, behind: behind.to_vec() }
        }
        None => Anchored { before: lines, dates: None, behind: Vec::new() },
    }
}

/// More entries of a kind than anybody has; what is beyond is left unread, and coverage says so.
pub(crate) const MAX_ENTRIES: usize = 300;

/// Adds the role or roles of an item to the profile.
pub(crate) fn push_roles(profile: &mut Profile, item: &Item) {
    let is_group = item.rows.iter().any(|row| anchor(row).dates.is_some());
    if !is_group {
        push_role(profile, item, item.organisation.as_deref().map(|employer| (Some(employer), None)));
        return;
    }
    // A header gives the employer, and the total time or the kind of employment; never a role of its own.
    let employer = item.lines.first().map(String::as_str);
    let contract = item.lines.iter().flat_map(|line| line.split(" · ")).find(|part| words::is_employment(part));
    for row in &item.rows {
        push_role(profile, row, Some((employer, contract)));
    }
}

fn push_role(profile: &mut Profile, item: &Item, group: Option<(Option<&str>, Option<&str>)>) {
    let anchored = anchor(item);
    let mut names = anchored.before.iter().flat_map(|line| line.split(" · ")).filter(|part| !dates::is_duration(part));
    let title = names.next().map(ToOwned::to_owned);
    let mut employer = group.and_then(|(employer, _)| employer).map(ToOwned::to_owned);
    let mut contract = group.and_then(|(_, contract)| contract);
    for part in names {
        if words::is_employment(part) {
            contract = Some(part);
        } else if employer.is_none() {
            employer = Some(part.to_owned());
        }
    }
    let mut behind = anchored.behind.into_iter().peekable();
    let located = behind.next_if(|line| is_place(line)).map(|line| line.split(" · ").next().unwrap_or(line).to_owned());
    let texts = behind.map(ToOwned::to_owned).chain(item.texts.iter().cloned()).collect();
    let parts = RoleParts {
        title,
        employer,
        dates: anchored.dates,
        place: located,
        contract: contract.map(ToOwned::to_owned),
        texts,
        page: item.page,
    };
    add_role(profile, parts);
}

/// What is known of a role.
#[derive(Debug, Default)]
pub(crate) struct RoleParts {
    pub(crate) title: Option<String>,
    pub(crate) employer: Option<String>,
    /// As written, and as understood.
    pub(crate) dates: Option<(String, Span)>,
    pub(crate) place: Option<String>,
    /// The words for the kind of employment.
    pub(crate) contract: Option<String>,
    pub(crate) texts: Vec<String>,
    pub(crate) page: Option<u32>,
}

/// Adds a role to the profile, unless nothing is known of it.
pub(crate) fn add_role(profile: &mut Profile, role: RoleParts) {
    let place = Place { page: role.page, ..Place::entry(Part::Roles, profile.roles.len()) };
    let quote = |text: String| Quote::new(text, place);
    let nothing = role.title.is_none() && role.employer.is_none() && role.dates.is_none();
    if nothing || profile.roles.len() >= MAX_ENTRIES {
        return;
    }
    profile.roles.push(Role {
        title: role.title.map(quote),
        employer: role.employer.map(quote),
        span: role.dates.as_ref().map(|(_, span)| *span),
        dates: role.dates.map(|(text, _)| quote(text)),
        location: role.place.map(quote),
        full_time: role.contract.filter(|words| says_full_time(words)).map(quote),
    });
    for text in role.texts {
        profile.push_passage(PassageKind::Role, &text, place);
    }
}

/// Adds the study of an item to the profile.
pub(crate) fn push_study(profile: &mut Profile, item: &Item) {
    let anchored = anchor(item);
    let mut names: Vec<&str> = anchored.before;
    // Documents put the degree first as often as the school.
    if names.len() > 1 && !words::is_school(names[0]) && words::is_school(names[1]) {
        names.swap(0, 1);
    }
    let (school, degree) = match names.as_slice() {
        names if item.organisation.is_some() => (item.organisation.as_deref(), names.first().copied()),
        [] => return,
        [only] if words::is_school(only) => (Some(*only), None),
        [only] => match only.split_once(", ") {
            Some((degree, school)) if words::is_school(school) => (Some(school), Some(degree)),
            _ => (Some(*only), None),
        },
        [school, degree, ..] => (Some(*school), Some(*degree)),
    };
    let parts = StudyParts {
        degree: degree.map(ToOwned::to_owned),
        school: school.map(ToOwned::to_owned),
        dates: anchored.dates,
        texts: item.texts.clone(),
        page: item.page,
    };
    add_study(profile, parts);
}

/// What is known of a course of study.
#[derive(Debug, Default)]
pub(crate) struct StudyParts {
    pub(crate) degree: Option<String>,
    pub(crate) school: Option<String>,
    /// As written, and as understood.
    pub(crate) dates: Option<(String, Span)>,
    pub(crate) texts: Vec<String>,
    pub(crate) page: Option<u32>,
}

/// Adds a study to the profile, unless nothing is known of it.
pub(crate) fn add_study(profile: &mut Profile, study: StudyParts) {
    let place = Place { page: study.page, ..Place::entry(Part::Studies, profile.studies.len()) };
    let quote = |text: String| Quote::new(text, place);
    if (study.degree.is_none() && study.school.is_none()) || profile.studies.len() >= MAX_ENTRIES {
        return;
    }
    // A single year beside a degree is when it ended.
    let ended = |span: Span| match (span.start, span.end) {
        (Some(start), End::Unknown) => Span { start: None, end: End::On(start) },
        _ => span,
    };
    profile.studies.push(Study {
        school: study.school.map(quote),
        degree: study.degree.map(quote),
        span: study.dates.as_ref().map(|(_, span)| ended(*span)),
        dates: study.dates.map(|(text, _)| quote(text)),
    });
    for text in study.texts {
        profile.push_passage(PassageKind::Study, &text, place);
    }
}

/// Adds the certificate of an item to the profile.
pub(crate) fn push_certificate(profile: &mut Profile, item: &Item) {
    let place = Place { page: item.page, ..Place::entry(Part::Certificates, profile.certificates.len()) };
    let quote = |text: &str| Quote::new(text, place);
    let dated = item.lines.iter().position(|line| dates::find(line).is_some());
    let names = &item.lines[..dated.unwrap_or(item.lines.len()).min(2)];
    let Some(name) = names.first().filter(|_| profile.certificates.len() < MAX_ENTRIES) else { return };
    let dates = dated.and_then(|at| dates::find(&item.lines[at]).map(|found| (quote(&item.lines[at]), found.span)));
    profile.certificates.push(Certificate {
        name: Some(quote(name)),
        issuer: names.get(1).map(|issuer| quote(issuer)),
        span: dates.as_ref().map(|(_, span)| *span),
        dates: dates.map(|(quote, _)| quote),
    });
}

/// A place is short, without a full stop, and has no figures but postcodes.
fn is_place(line: &str) -> bool {
    let short = line.split_whitespace().count() <= 8 && line.len() <= 80;
    let sentence = line.ends_with(['.', '!', '?', ':', ';']) || line.contains(". ");
    let mode = line.split(" · ").any(words::is_work_mode);
    let named = line.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_ascii());
    short && !sentence && (mode || (named && !words::is_title(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(lines: &[&str]) -> Item {
        Item { lines: lines.iter().map(ToString::to_string).collect(), ..Item::default() }
    }

    fn told(profile: &Profile) -> Vec<String> {
        let text = |q: &Option<Quote>| q.as_ref().map_or("-", |q| q.text.as_str()).to_owned();
        profile
            .roles
            .iter()
            .map(|r| [&r.title, &r.employer, &r.dates, &r.location, &r.full_time].map(text).join(" | "))
            .collect()
    }

    #[test]
    fn a_single_role() {
        let mut profile = Profile::default();
        push_roles(
            &mut profile,
            &item(&[
                "Developer",
                "Quay Labs · Full-time",
                "Jan 2018 - Aug 2020 · 2 yrs 8 mos",
                "Hull · Hybrid",
                "Built it.",
            ]),
        );
        assert_eq!(told(&profile), ["Developer | Quay Labs | Jan 2018 - Aug 2020 | Hull | Full-time"]);
        assert_eq!(profile.passages[0].quote.text, "Built it.");
    }

    #[test]
    fn an_organisation_that_the_page_names_is_not_guessed() {
        let named =
            |organisation: &str, lines: &[&str]| Item { organisation: Some(organisation.into()), ..item(lines) };
        let mut profile = Profile::default();
        push_roles(&mut profile, &named("Analyst Partners", &["Jan 2018 - Aug 2020", "Developer", "Hull"]));
        push_roles(&mut profile, &named("@fernrill", &[]));
        assert_eq!(
            told(&profile),
            ["Developer | Analyst Partners | Jan 2018 - Aug 2020 | Hull | -", "- | @fernrill | - | - | -"]
        );
        push_study(&mut profile, &named("Oxmere", &["2014 – 2018", "BSc, University studies"]));
        assert_eq!(profile.studies[0].school.as_ref().unwrap().text, "Oxmere");
        assert_eq!(profile.studies[0].degree.as_ref().unwrap().text, "BSc, University studies");
    }

    #[test]
    fn dates_may_stand_above_the_names() {
        let mut profile = Profile::default();
        push_roles(&mut profile, &item(&["Jan 2018 - Aug 2020", "Developer", "Quay Labs", "Hull", "Built it."]));
        assert_eq!(told(&profile), ["Developer | Quay Labs | Jan 2018 - Aug 2020 | Hull | -"]);
        push_study(&mut profile, &item(&["2014 – 2018", "BSc, Computing", "Oxmere University"]));
        assert_eq!(profile.studies[0].school.as_ref().unwrap().text, "Oxmere University");
    }

    #[test]
    fn a_group_header_is_no_role() {
        let mut profile = Profile::default();
        let group = Item {
            rows: vec![
                item(&["Principal Engineer", "Aug 2022 - Present · 4 yrs 4 mos", "Remote"]),
                item(&["Senior Engineer", "Contract", "Sep 2020 - Aug 2022 · 2 yrs"]),
            ],
            ..item(&["Fernrill Systems", "Full-time · 6 yrs 3 mos", "Leeds"])
        };
        push_roles(&mut profile, &group);
        assert_eq!(
            told(&profile),
            [
                "Principal Engineer | Fernrill Systems | Aug 2022 - Present | Remote | Full-time",
                "Senior Engineer | Fernrill Systems | Sep 2020 - Aug 2022 | - | -",
            ]
        );
    }

    #[test]
    fn studies_in_either_order() {
        for lines in [
            ["Oxmere University", "BSc, Computing", "2014 – 2018"],
            ["BSc, Computing", "Oxmere University", "2014 – 2018"],
        ] {
            let mut profile = Profile::default();
            push_study(&mut profile, &item(&lines));
            assert_eq!(profile.studies[0].school.as_ref().unwrap().text, "Oxmere University");
            assert_eq!(profile.studies[0].degree.as_ref().unwrap().text, "BSc, Computing");
        }
    }
}
