//! Two sources of one person that cannot both be right: other dates, another employer, another degree.
//!
//! What one source leaves out contradicts nothing, and an entry that finds any partner in the other source is at peace
//! with it, however the other entries lie.

use loupe_profile::{Date, End, Profile, Quote, Role, Span, Study, fold};

use crate::{
    Bar, Case, Check, Evidence, Finding, Status, Strength, Subject,
    compare::{
        is_employer, mentions, might_be_same_employer, same_employer, same_school, similar_titles,
        surely_another_degree,
    },
};

pub(crate) static CHECK: Check = Check {
    id: "history/sources-contradict",
    rule: 1,
    status: Status::Preview,
    page: page!("sources_contradict.md"),
    run,
};

/// Dates so many months apart are more than rounding.
const APART: u32 = 7;
/// Entries compared of one source; a working life has fewer.
const ENTRIES: usize = 60;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some((first, others)) = case.subjects.split_first() else { return };
    for other in others {
        let pair = Pair { here: first, there: other, today: case.today };
        findings.extend(pair.other_dates());
        findings.extend(pair.other_degrees());
        findings.extend(pair.other_employers());
    }
}

/// Two sources of one person, side by side.
struct Pair<'a> {
    here: &'a Subject<'a>,
    there: &'a Subject<'a>,
    today: Date,
}

impl Pair<'_> {
    /// The same employer and work, but a start or an end at least [`APART`] months apart.
    fn other_dates(&self) -> Vec<Finding> {
        let (ours, theirs) = (stints(self.here.profile), stints(self.there.profile));
        let mut findings = Vec::new();
        let mut used = vec![false; theirs.len()];
        for a in &ours {
            // Everything at this employer: a source may give one line where the other gives a line for each title.
            let here: Vec<&Stint<'_>> = ours.iter().filter(|o| same_employer(o.employer, a.employer)).collect();
            let there: Vec<&Stint<'_>> = theirs.iter().filter(|t| same_employer(t.employer, a.employer)).collect();
            let alone = here.len() == 1 && there.len() == 1;
            let partners = || there.iter().filter(|b| a.same_work(b).unwrap_or(alone));
            if partners().any(|b| !apart(a.span.start, b.span.start) && !apart(a.span.end.date(), b.span.end.date())) {
                continue;
            }
            let known = |stints: &[&Stint<'_>], pick: fn(&Span) -> Option<Date>, date| {
                stints.iter().any(|s| pick(&s.span).is_some_and(|known| !apart(Some(known), date)))
            };
            let disagree = |b: &Stint<'_>, pick: fn(&Span) -> Option<Date>| {
                let (x, y) = (pick(&a.span), pick(&b.span));
                (apart(x, y) && !known(&here, pick, y) && !known(&there, pick, x)).then_some((x, y))
            };
            let found = partners().find_map(|b| {
                let dates = disagree(b, |s| s.start).or_else(|| disagree(b, |s| s.end.date()))?;
                Some((b, dates))
            });
            let Some((b, (x, y))) = found else { continue };
            let Some(at) = theirs.iter().position(|t| std::ptr::eq(t.role, b.role)).filter(|at| !used[*at]) else {
                continue;
            };
            used[at] = true;
            let bars = vec![bar(a.role.label(), a.span, self.here), bar(b.role.label(), b.span, self.there)];
            findings.push(self.finding(&a.role.label(), a.dates, b.dates).evidence(Evidence::Timeline {
                bars,
                marked: between(x, y),
                today: self.today,
            }));
        }
        findings
    }

    /// The same school and time, but surely another degree.
    fn other_degrees(&self) -> Vec<Finding> {
        let (ours, theirs) = (&self.here.profile.studies, &self.there.profile.studies);
        let at_school = |studies: &'_ [Study], school: &str| -> Vec<usize> {
            let here = |s: &Study| s.school.as_ref().is_some_and(|q| same_school(&q.text, school));
            (0..studies.len().min(ENTRIES)).filter(|at| here(&studies[*at])).collect()
        };
        let mut findings = Vec::new();
        for a in ours.iter().take(ENTRIES) {
            let (Some(school), Some(degree)) = (&a.school, &a.degree) else { continue };
            let here = at_school(ours, &school.text);
            let there = at_school(theirs, &school.text);
            let differs =
                |x: &Quote, s: &Study| s.degree.as_ref().is_some_and(|y| surely_another_degree(&x.text, &y.text));
            // Bachelor and Master at one school, one of them left out: every degree that has a partner is at peace.
            if there.iter().any(|b| !differs(degree, &theirs[*b])) {
                continue;
            }
            let alone = here.len() == 1 && there.len() == 1;
            let found = there.iter().map(|b| &theirs[*b]).find_map(|b| {
                let other = b.degree.as_ref()?;
                let has_partner = here.iter().any(|h| !differs(other, &ours[*h]));
                (!has_partner && same_time(a.span, b.span).unwrap_or(alone)).then_some((b, other))
            });
            let Some((b, other)) = found else { continue };
            let bars: Vec<Bar> = [(a, self.here), (b, self.there)]
                .into_iter()
                .filter_map(|(study, subject)| Some(bar(study.label(), study.span?, subject)))
                .collect();
            let finding = self.finding(&school.text, degree, other);
            findings.push(if bars.is_empty() {
                finding
            } else {
                finding.evidence(Evidence::Timeline { bars, marked: None, today: self.today })
            });
        }
        findings
    }

    /// The same months and work, but at another employer, of whom the other source does not know at all.
    fn other_employers(&self) -> Vec<Finding> {
        let (ours, theirs) = (stints(self.here.profile), stints(self.there.profile));
        let (words_here, words_there) = (all_words(self.here.profile), all_words(self.there.profile));
        let unknown = |employer: &str, stints: &[Stint<'_>], said: &str| {
            !stints.iter().any(|s| might_be_same_employer(s.employer, employer)) && !mentions(said, employer)
        };
        let mut used = vec![false; theirs.len()];
        let mut findings = Vec::new();
        for a in ours.iter().filter(|a| unknown(a.employer, &theirs, &words_there)) {
            let found = theirs.iter().enumerate().find(|(at, b)| {
                !used[*at]
                    && same_slot(a.span, b.span)
                    && a.same_work(b) == Some(true)
                    && unknown(b.employer, &ours, &words_here)
            });
            let Some((at, b)) = found else { continue };
            let (Some(employer), Some(other)) = (&a.role.employer, &b.role.employer) else { continue };
            used[at] = true;
            let bars = vec![bar(a.role.label(), a.span, self.here), bar(b.role.label(), b.span, self.there)];
            findings.push(self.finding(&a.dates.text, employer, other).evidence(Evidence::Timeline {
                bars,
                marked: Some(a.span),
                today: self.today,
            }));
        }
        // One employer exchanged may be a client and an agency; two are another career.
        if findings.len() >= 2 {
            for finding in &mut findings {
                finding.strength = Strength::Strong;
            }
        }
        findings
    }

    fn finding(&self, entry: &str, here: &Quote, there: &Quote) -> Finding {
        CHECK
            .finding(Strength::Medium)
            .fact("here", here, self.here.source)
            .fact("there", there, self.there.source)
            .arg("entry", entry)
            .arg("here_source", self.here.source.label.clone())
            .arg("there_source", self.there.source.label.clone())
    }
}

/// A role with what is needed to compare it.
struct Stint<'a> {
    role: &'a Role,
    employer: &'a str,
    span: Span,
    dates: &'a Quote,
}

impl Stint<'_> {
    /// Whether the titles may name the same work; nothing where a title is missing.
    fn same_work(&self, other: &Self) -> Option<bool> {
        let (a, b) = (self.role.title.as_ref()?, other.role.title.as_ref()?);
        Some(similar_titles(&a.text, &b.text))
    }
}

fn stints(profile: &Profile) -> Vec<Stint<'_>> {
    profile.roles.iter().take(ENTRIES).filter_map(stint).collect()
}

fn stint(role: &Role) -> Option<Stint<'_>> {
    let Role { employer: Some(employer), span: Some(span), dates: Some(dates), .. } = role else { return None };
    is_employer(&employer.text).then_some(Stint { role, employer: &employer.text, span: *span, dates })
}

/// Everything a profile says in running words, folded.
fn all_words(profile: &Profile) -> String {
    let titles = profile.roles.iter().flat_map(|r| [r.title.as_ref(), r.employer.as_ref()]).flatten();
    let texts = profile.headline.iter().chain(titles).chain(profile.passages.iter().map(|p| &p.quote));
    texts.map(|q| fold(&q.text)).collect::<Vec<_>>().join(" ")
}

fn bar(label: String, span: Span, subject: &Subject<'_>) -> Bar {
    Bar { label, span, source: subject.source.clone() }
}

/// An end that is open was open when the source was written, which nobody knows: it is never apart from another.
fn apart(a: Option<Date>, b: Option<Date>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.months_apart_at_least(b) >= APART)
}

fn between(a: Option<Date>, b: Option<Date>) -> Option<Span> {
    let (a, b) = (a?, b?);
    let (start, end) = if a.earliest_month() <= b.earliest_month() { (a, b) } else { (b, a) };
    Some(Span { start: Some(start), end: End::On(end) })
}

/// Whether two studies may have ended (or, without ends, started) together; nothing where dates are missing.
fn same_time(a: Option<Span>, b: Option<Span>) -> Option<bool> {
    let (a, b) = (a?, b?);
    let ends = a.end.date().zip(b.end.date());
    ends.or_else(|| a.start.zip(b.start)).map(|(x, y)| !apart(Some(x), Some(y)))
}

/// Both ends known to the month and at most one month apart, or both open.
fn same_slot(a: Span, b: Span) -> bool {
    let near = |x: Date, y: Date| x.month().is_some() && y.month().is_some() && x.months_apart_at_least(y) <= 1;
    let starts = a.start.zip(b.start).is_some_and(|(x, y)| near(x, y));
    let ends = match (a.end, b.end) {
        (End::On(x), End::On(y)) => near(x, y),
        (End::Open, End::Open) => true,
        _ => false,
    };
    starts && ends
}
