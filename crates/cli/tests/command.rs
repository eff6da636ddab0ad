//! The command as people and scripts use it: what it prints, what it exits with, and what it says of bad input.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;

fn sample(path: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(path).display().to_string()
}

fn loupe(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_loupe")).args(arguments).args(["--today", "2026-11-22"]).output().unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = loupe(&[arguments, &["--format", "json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn checks_of(report: &Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|f| f["check"].as_str().unwrap()).collect()
}

#[test]
fn read_prints_json_resume_and_coverage() {
    let read = json(&["read", &sample("samples/maren-holtby.pdf")]);
    assert_eq!(read["basics"]["name"], "Maren Holtby");
    assert_eq!(read["work"][2]["startDate"], "2019-03");
    assert_eq!(read["coverage"]["reader"], "pdf");
    let page = json(&["read", &sample("sites/rune-astell.html"), "--url", "https://www.linkedin.com/in/rune-astell/"]);
    assert_eq!(page["coverage"]["reader"], "linkedin-ember");
    assert_eq!(page["work"].as_array().unwrap().len(), 5);
}

#[test]
fn read_tells_people_which_words_each_part_was_read_from() {
    let page = sample("sites/rune-astell.html");
    let output = loupe(&["read", &page, "--format", "human"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for line in
        ["name          read: “Rune Astell”", "roles         read (5), the site has more: “", "certificates  not there"]
    {
        assert!(text.lines().any(|found| found.trim_start().starts_with(line)), "{line}\n{text}");
    }
}

#[test]
fn redact_prints_a_page_of_nobody_that_reads_as_the_real_one_does() {
    let page = sample("sites/rune-astell.html");
    let output = loupe(&["redact", &page, "--url", "https://www.linkedin.com/in/rune-astell/"]);
    assert!(output.status.success());
    let html = String::from_utf8(output.stdout).unwrap();
    assert!(!html.to_lowercase().contains("astell"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    fs::write(&file, html).unwrap();
    let read = json(&["read", file.to_str().unwrap()]);
    assert_eq!(read["coverage"]["reader"], "linkedin-ember");
    assert_eq!(read["work"].as_array().unwrap().len(), 5);
}

#[test]
fn check_and_compare_print_findings() {
    let rune = json(&["check", &sample("sites/rune-astell.html")]);
    assert_eq!(checks_of(&rune), ["history/impossible-dates", "history/overlapping-roles"]);
    assert_eq!(rune["findings"][0]["strength"], "medium");
    assert_eq!(rune["coverage"]["reader"], "linkedin-ember");
    let both = json(&["compare", &sample("sites/maren-holtby.html"), &sample("samples/maren-holtby.pdf")]);
    assert_eq!(checks_of(&both), ["history/sources-contradict"; 2]);
    assert_eq!(both["coverage"].as_array().unwrap().len(), 2);
    let dita = json(&["check", &sample("sites/dita-solway.html")]);
    assert_eq!(checks_of(&dita), [""; 0]);
}

#[test]
fn sweep_links_what_is_shared_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let put = |from: &str, to: &str| {
        let to = folder.path().join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(sample(from), to).unwrap();
    };
    put("sites/maren-holtby.html", "pages/a.html");
    put("sites/rune-astell.html", "pages/b.html");
    put("sites/ilka-d.html", "c.html");
    put("sites/dita-solway.html", "d.html");
    put("sites/photos/maren.jpg", "photos/one.jpg");
    put("sites/photos/rune.jpg", "photos/two.jpg");
    put("sites/photos/dita.jpg", "photos/three.jpg");
    fs::write(folder.path().join("notes.bin"), [0_u8, 159, 146, 150]).unwrap();
    let swept = json(&["sweep", folder.path().to_str().unwrap()]);
    let links: Vec<_> = swept["links"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| [&l["kind"], &l["a"], &l["b"], &l["strength"]].map(|v| v.as_str().unwrap().to_owned()).join(" "))
        .collect();
    assert_eq!(
        links,
        [
            "photo photos/one.jpg photos/two.jpg strong",
            "text pages/a.html pages/b.html strong",
            "contact c.html pages/b.html strong",
        ]
    );
    assert_eq!(swept["unread"][0]["file"], "notes.bin");
}

#[test]
fn bad_input_is_one_line_that_names_the_file_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    };
    let pdf = fs::read(sample("samples/maren-holtby.pdf")).unwrap();
    // The header of a PNG that says it is 100,000 × 100,000.
    let side = [0, 1, 0x86, 0xa0];
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", &side[..], &side, &[8, 6, 0, 0, 0, 0, 0, 0, 0]].concat();
    for (file, says) in [
        (put("cut.pdf", &pdf[..pdf.len() / 2]), "damaged or cut short"),
        (sample("samples/encrypted.pdf"), "protected by a password"),
        (put("large.pdf", &[&pdf[..], &vec![0; 60_000_000]].concat()), "larger than 25 MB"),
        (put("deep.html", format!("<!doctype html><html>{}", "<div>".repeat(100_000)).as_bytes()), "nested deeper"),
        (put("news.html", &fs::read(sample("sites/news.html")).unwrap()), "no person's profile"),
        (put("false.png", &png), "false.png: "),
        (put("empty.pdf", b""), "empty.pdf: "),
        (folder.path().join("missing.pdf").display().to_string(), "missing.pdf: "),
    ] {
        let output = loupe(&["check", &file]);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{file}: {line}");
        assert!(line.contains(says) && line.trim_end().lines().count() == 1, "{file}: {line}");
    }
}

#[test]
fn exit_codes_are_those_of_the_help_page() {
    let code = |arguments: &[&str]| loupe(arguments).status.code();
    let rune = sample("sites/rune-astell.html");
    assert_eq!(code(&["check", &rune]), Some(0));
    assert_eq!(code(&["check", &rune, "--exit-code"]), Some(1));
    assert_eq!(code(&["check", &sample("sites/dita-solway.html"), "--exit-code"]), Some(0));
    assert_eq!(code(&["check"]), Some(2));
    assert_eq!(code(&["checks", "no/such"]), Some(2));
    assert_eq!(code(&["check", &rune, &sample("samples/encrypted.pdf")]), Some(3));
}

#[test]
fn photos_explains_a_pair_of_images() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let picture = |seed: u32| {
        image::RgbImage::from_fn(240, 300, |x, y| {
            let (x, y) = (x / 17, y / 17);
            let shade = ((x * 7 + y * 13 + x * y * seed + x * x * (seed % 7)) % 11 * 23) as u8;
            image::Rgb([shade, shade / 2 + 40, 255 - shade])
        })
    };
    let original = image::DynamicImage::from(picture(5));
    original.save(path("a.png")).unwrap();
    original.crop_imm(30, 20, 190, 240).fliph().save(path("b.png")).unwrap();
    image::DynamicImage::from(picture(12)).save(path("c.png")).unwrap();
    let pair = json(&["photos", &path("b.png"), &path("a.png")]);
    assert_eq!((&pair["same"], &pair["overlay"]["mirrored"]), (&Value::Bool(true), &Value::Bool(true)));
    let shown = pair["overlay"]["there"]["shown"].as_u64().unwrap();
    assert!((60..68).contains(&shown), "the crop shows 63 %: {shown}");
    assert_eq!(json(&["photos", &path("c.png"), &path("a.png")])["same"], false);
    let said = loupe(&["photos", &path("b.png"), &path("a.png")]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("One photo.") && said.contains("mirrored"), "{said}");
    let refused = loupe(&["photos", &path("a.png"), &sample("samples/maren-holtby.pdf")]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("not an image"));
}
