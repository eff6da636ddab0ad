//! What is written reads back.

use super::*;

#[test]
fn what_is_written_reads_back() {
    let text = r#"{
        "basics": { "name": "Maren Holtby", "label": "Engineer", "email": "maren@example.org",
            "summary": "I build storage.", "location": { "city": "Leeds" },
            "profiles": [{ "url": "https://github.com/marenh" }] },
        "work": [{ "name": "Quay Labs", "position": "Developer", "startDate": "2018-01", "endDate": "2020",
            "highlights": ["Built the pipeline."] }, { "company": "Fernrill", "startDate": "2021-02-03T00:00:00" }],
        "education": [{ "institution": "Oxmere", "studyType": "BSc", "area": "Computing", "endDate": 2018 }],
        "skills": [{ "name": "Go", "keywords": ["Raft"] }],
        "certificates": [{ "name": "CKA", "date": "2024-05" }], "publications": null }"#;
    let resume: JsonResume = serde_json::from_str(text).unwrap();
    let profile = resume.to_profile();
    assert_eq!(profile.roles[1].span.unwrap().end, End::Open);
    assert_eq!(profile.skills.len(), 2);
    let again = JsonResume::from_profile(&profile).to_profile();
    assert_eq!(again.name, profile.name);
    let spans = |p: &Profile| p.dated_entries().map(|(label, _, span, _)| (label, span)).collect::<Vec<_>>();
    assert_eq!(spans(&again), spans(&profile));
    let texts = |p: &Profile| p.passages.iter().map(|p| p.quote.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&again), texts(&profile));
}
