use super::*;

fn truth(json: &str) -> Truth {
    serde_json::from_str(&format!(r#"{{"language":"en","also":{{}},"shown":{json}}}"#)).unwrap()
}

fn read(json: &str) -> Read {
    serde_json::from_str(json).unwrap()
}

fn count(tally: &Tally, field: Field) -> (usize, usize, usize) {
    let count = tally.fields.get(&field).copied().unwrap_or_default();
    (count.right, count.wrong, count.missed)
}

const ROLES: &str = r#"{"roles":[
    {"title":"Engineer","employer":"Quay Labs","start":"2016-02","end":"2018-08","texts":["Rebuilt the monitoring."]},
    {"title":"Lead","employer":"Fernrill","start":"2018-09","end":"open"}]}"#;

#[test]
fn all_that_is_printed_and_nothing_else_is_right() {
    let (tally, misses) = score(
        &truth(ROLES),
        &read(
            r#"{"roles":[{"title":"LEAD","employer":"Fernrill","start":"2018-09","end":"open"},
            {"title":"Engineer","employer":"Quay Labs","start":"2016-02","end":"2018-08","texts":["Rebuilt the monitoring"]}]}"#,
        ),
    );
    assert!(misses.is_empty(), "{misses:?}");
    assert_eq!(tally.sum(|_| true).right, 9);
}

#[test]
fn a_wrong_date_is_wrong_and_missed_and_an_extra_role_is_wrong() {
    let (tally, _) = score(
        &truth(ROLES),
        &read(
            r#"{"roles":[{"title":"Lead","employer":"Fernrill","start":"2018","end":"open"},
            {"title":"Bell ringing","employer":"Village","start":"1999"}]}"#,
        ),
    );
    // The year alone is not the month that is printed; the missing role's start is missed, the extra one's wrong.
    assert_eq!(count(&tally, Field::RoleStart), (0, 2, 2));
    assert_eq!(count(&tally, Field::RoleEnd), (1, 0, 1));
    assert_eq!(count(&tally, Field::RoleTitle), (1, 1, 1));
    assert_eq!(count(&tally, Field::RoleText), (0, 0, 1));
}

#[test]
fn a_text_under_another_role_is_wrong() {
    let swapped = r#"{"roles":[
        {"title":"Engineer","employer":"Quay Labs","start":"2016-02","end":"2018-08"},
        {"title":"Lead","employer":"Fernrill","start":"2018-09","end":"open","texts":["Rebuilt the monitoring."]}]}"#;
    assert_eq!(count(&score(&truth(ROLES), &read(swapped)).0, Field::RoleText), (0, 1, 1));
}

#[test]
fn a_single_year_of_a_study_may_be_read_as_either_end() {
    let shown = truth(r#"{"studies":[{"school":"Oxmere","degree":["BSc"],"end":"2014"}]}"#);
    for span in [r#""start":"2014""#, r#""end":"2014""#] {
        let (tally, misses) =
            score(&shown, &read(&format!(r#"{{"studies":[{{"school":"Oxmere","degree":"BSc",{span}}}]}}"#)));
        assert!(misses.is_empty(), "{span}: {misses:?}");
        assert_eq!(count(&tally, Field::StudyEnd), (1, 0, 0));
    }
}

#[test]
fn what_is_true_but_not_printed_is_neither_right_nor_wrong() {
    let mut shown = truth(r#"{"skills":["Go"]}"#);
    shown.also.skills = vec!["Languages".to_owned()];
    let (tally, _) = score(&shown, &read(r#"{"skills":["Languages","Go","Leeds"]}"#));
    assert_eq!(count(&tally, Field::Skill), (1, 1, 0));
}

#[test]
fn a_layouts_own_line_in_a_role_may_be_read_and_an_invented_one_may_not() {
    let mut shown = truth(ROLES);
    shown.also.texts = vec!["Tools: Go, Vault".to_owned()];
    let got = |line: &str| {
        read(&format!(
            r#"{{"roles":[{{"title":"Lead","employer":"Fernrill","start":"2018-09","end":"open","texts":["{line}"]}}]}}"#
        ))
    };
    assert_eq!(count(&score(&shown, &got("Tools: Go, Vault")).0, Field::RoleText), (0, 0, 1));
    assert_eq!(count(&score(&shown, &got("Born in May")).0, Field::RoleText), (0, 1, 1));
}

#[test]
fn another_persons_data_is_counted_wherever_it_is_read() {
    let mut shown = truth("{}");
    shown.others = vec!["Dita Solway".to_owned(), "dita@others.example".to_owned()];
    shown.others_texts = vec!["I would hire her tomorrow.".to_owned()];
    let (tally, _) = score(
        &shown,
        &read(
            r#"{"name":"Maren Holtby","emails":["Dita@others.example"],"texts":["“I would hire her tomorrow”"],
            "roles":[{"title":"Reference","employer":"Mrs Dita Solway"}]}"#,
        ),
    );
    assert_eq!((tally.others, tally.others_texts), (2, 1));
}
