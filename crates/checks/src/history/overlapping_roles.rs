//! Two roles at different employers, both stated to be full-time, in the same months.

use loupe_profile::{End, Role, Span, says_full_time};

use crate::{
    Bar, Case, Check, Evidence, Finding, Status, Strength,
    compare::{is_employer, might_be_same_employer},
};

pub(crate) static CHECK: Check = Check {
    id: "history/overlapping-roles",
    rule: 1,
    status: Status::Preview,
    page: page!("overlapping_roles.md"),
    run,
};

/// Notice periods and hand-overs fit into this many months.
const TOLERATED: u32 = 3;
/// Roles compared of one source; a working life has fewer.
const ROLES: usize = 60;
/// Findings of one source; more of them say nothing new.
const MOST: usize = 10;

fn run(case: &Case<'_>, findings: &mut Vec<Finding>) {
    // The person's other sources repeat the same career: the first source that shows overlaps speaks for all.
    for subject in case.subjects {
        let roles: Vec<FullTime<'_>> = subject.profile.roles.iter().filter_map(full_time).take(ROLES).collect();
        let pairs = roles.iter().enumerate().flat_map(|(at, a)| roles[at + 1..].iter().map(move |b| (a, b)));
        let overlapping = pairs.filter(|(a, b)| {
            a.span.months_shared_at_least(&b.span, case.today) > TOLERATED
                && !might_be_same_employer(a.employer, b.employer)
        });
        let before = findings.len();
        for (a, b) in overlapping.take(MOST) {
            let (Some(dates_a), Some(dates_b)) = (&a.role.dates, &b.role.dates) else { continue };
            let bar = |r: &FullTime<'_>| Bar { label: r.role.label(), span: r.span, source: subject.source.clone() };
            let months = a.span.months_shared_at_least(&b.span, case.today);
            findings.push(
                CHECK
                    .finding(Strength::Weak)
                    .fact("first", dates_a, subject.source)
                    .fact("second", dates_b, subject.source)
                    .arg("first_role", a.role.label())
                    .arg("second_role", b.role.label())
                    .arg("months", months.to_string())
                    .evidence(Evidence::Timeline {
                        bars: vec![bar(a), bar(b)],
                        marked: Some(shared(a.span, b.span)),
                        today: case.today,
                    }),
            );
        }
        if findings.len() > before {
            return;
        }
    }
}

/// A role that states full-time work, an employer and its time.
struct FullTime<'a> {
    role: &'a Role,
    employer: &'a str,
    span: Span,
}

fn full_time(role: &Role) -> Option<FullTime<'_>> {
    let employer = role.employer.as_ref().map(|e| e.text.as_str()).filter(|e| is_employer(e))?;
    let stated = role.full_time.as_ref().is_some_and(|words| says_full_time(&words.text));
    if stated { Some(FullTime { role, employer, span: role.span? }) } else { None }
}

/// The stretch that both spans cover: the later start to the earlier end.
fn shared(a: Span, b: Span) -> Span {
    let start = match (a.start, b.start) {
        (Some(x), Some(y)) => Some(if x.latest_month() >= y.latest_month() { x } else { y }),
        (x, y) => x.or(y),
    };
    let end = match (a.end, b.end) {
        (End::On(x), End::On(y)) => End::On(if x.earliest_month() <= y.earliest_month() { x } else { y }),
        (End::On(x), _) | (_, End::On(x)) => End::On(x),
        _ => End::Open,
    };
    Span { start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shared_stretch_is_the_later_start_to_the_earlier_end() {
        let date = |text: &str| text.parse::<loupe_profile::Date>().unwrap();
        let span = |a: &str, end| Span { start: Some(date(a)), end };
        let long = span("2018-01", End::Open);
        let short = span("2019-03", End::On(date("2020-06")));
        assert_eq!(shared(long, short), short);
        assert_eq!(shared(short, long), short);
        assert_eq!(shared(long, span("2020", End::Open)), span("2020", End::Open));
    }
}
