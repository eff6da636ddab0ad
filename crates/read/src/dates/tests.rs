//! Lines as sites and résumés print them, and what is no date.

use super::*;

fn written(line: &str) -> Option<String> {
    let span = find(line)?.span;
    let end = match span.end {
        End::On(date) => date.to_string(),
        End::Open => "open".to_owned(),
        End::Unknown => "?".to_owned(),
    };
    Some(format!("{}..{end}", span.start.map_or("?".to_owned(), |start| start.to_string())))
}

#[test]
fn lines_as_the_sites_print_them() {
    for (line, expected) in [
        ("Jan 2018 - Aug 2020 · 2 yrs 8 mos", "2018-01..2020-08"),
        ("Apr. 2024–Heute · 2 Jahre 6 Monate", "2024-04..open"),
        ("mei 2026 - heden · 3 mnd", "2026-05..open"),
        ("2023年1月 - 至今 · 3 年 1 个月", "2023-01..open"),
        ("janv. 2020 - aujourd’hui · 5 ans 9 mois", "2020-01..open"),
        ("sept. 2025 - actualidad · 4 meses", "2025-09..open"),
        ("jul de 2024 - o momento · 1 ano 4 meses", "2024-07..open"),
        ("mag 1988 - Presente · 36 anni 11 mesi", "1988-05..open"),
        ("2014 – 2018", "2014..2018"),
        ("Jan 2018 to Aug 2020", "2018-01..2020-08"),
        ("01/2018 – 08/2020", "2018-01..2020-08"),
        ("2018-01 - 2020-08", "2018-01..2020-08"),
        ("2018-01-15 – 2020-08-01", "2018-01-15..2020-08-01"),
        ("March 30, 2014", "2014-03-30..?"),
        ("Since March 2019", "2019-03..open"),
        ("Jan – Mar 2020", "2020-01..2020-03"),
        ("Jan '18 - Aug '20", "2018-01..2020-08"),
        ("2019.7 起", "2019-07..open"),
        ("sedan 2016-8", "2016-08..open"),
        ("2020.9 ~", "2020-09..open"),
        ("2019年4月 〜", "2019-04..open"),
        ("2019 –", "2019..?"),
        ("31.03.2019 bis 30.06.2020", "2019-03-31..2020-06-30"),
        ("7/2020 - No end date", "2020-07..open"),
        ("Nov – Mar 2020", "2019-11..2020-03"),
        ("2010–12", "2010..2012"),
        ("2010/12", "2010..2012"),
        ("2015-20", "2015..2020"),
        ("2010-12 – 2013-05", "2010-12..2013-05"),
        ("2008-01 - 2010-12", "2008-01..2010-12"),
        ("01-2018–12-2019", "2018-01..2019-12"),
        ("01.05.2019 – 03.02.2019", "2019..2019"),
        ("2019년 3월 - 2020년 2월", "2019-03..2020-02"),
        ("2021-05", "2021-05..?"),
        ("Issued May 2024 · Expires Jun 2027", "2024-05..?"),
    ] {
        assert_eq!(written(line).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn what_is_no_date() {
    for line in [
        "Grew revenue 2300 %",
        "May the force",
        "Room 12/34",
        "Python 3.11",
        "",
        "$ 2000",
        "1200 - 1400 users",
        "+44 2079",
    ] {
        assert_eq!(written(line), None, "{line}");
    }
}

#[test]
fn lines_in_other_languages() {
    for (line, expected) in [
        ("sty 2019 – obecnie · 4 lata 2 mies.", "2019-01..open"),
        ("od stycznia 2019 do lutego 2020 r.", "2019-01..2020-02"),
        ("2015 r. – 2018 r.", "2015..2018"),
        ("jan. 2019–nu · 4 år 2 mån", "2019-01..open"),
        ("mars 2019 – d.d.", "2019-03..open"),
        ("fra 2019 til 2021", "2019..2021"),
        ("fr.o.m. 2019 t.o.m. 2021", "2019..2021"),
        ("tammikuu 2019 – nykyinen", "2019-01..open"),
        ("1. ledna 2019 – 31. prosince 2020", "2019-01-01..2020-12-31"),
        ("led 2019 – do současnosti", "2019-01..open"),
        ("Oca 2019 - halen · 4 yıl 2 ay", "2019-01..open"),
        ("Şubat 2018 – Kasım 2020", "2018-02..2020-11"),
        ("с марта 2019 г. по настоящее время", "2019-03..open"),
        ("март 2019 г. — май 2021 г.", "2019-03..2021-05"),
        ("МАЙ 2019 – н.в.", "2019-05..open"),
        ("2015–2019 гг.", "2015..2019"),
        ("січень 2019 – теперішній час", "2019-01..open"),
        ("ian. 2019 - Prezent", "2019-01..open"),
        ("2019. március – 2021. május", "2019-03..2021-05"),
        ("2019. 03. – 2021. 05.", "2019-03..2021-05"),
        ("Ιαν 2019 – σήμερα", "2019-01..open"),
        ("Μάρτιος 2018 - Μάιος 2020", "2018-03..2020-05"),
        ("يناير 2019 - حتى الآن", "2019-01..open"),
        ("كانون الثاني ٢٠١٩ – آذار ٢٠٢١", "2019-01..2021-03"),
        ("كانون الثاني/يناير 2019 - الحاضر", "2019-01..open"),
        ("من عام 2015 إلى 2019", "2015..2019"),
        ("ژانویه ۲۰۱۹ تا اکنون", "2019-01..open"),
        ("فروردین ۱۳۹۸ – اسفند ۱۳۹۹", "2019..2021"),
        ("ינואר 2019 - היום", "2019-01..open"),
        ("ינו׳ 2019 – מרץ 2021", "2019-01..2021-03"),
        ("जनवरी २०१९ – वर्तमान", "2019-01..open"),
        ("फ़र॰ 2019 से 2021 तक", "2019-02..2021"),
        ("জানুয়ারী ২০১৯ – বর্তমান", "2019-01..open"),
        ("2019年3月 - 至今", "2019-03..open"),
        ("2019年3月至2021年5月", "2019-03..2021-05"),
        ("二〇一九年三月至今", "2019-03..open"),
        ("2019.03–2021.05", "2019-03..2021-05"),
        ("2019.3 - 2021.5", "2019-03..2021-05"),
        ("2019/3～現在", "2019-03..open"),
        ("2019年3月〜現在", "2019-03..open"),
        ("２０１９年３月～２０２１年５月", "2019-03..2021-05"),
        ("2019年3月～5月", "2019-03..2019-05"),
        ("平成31年4月 - 令和3年3月", "2019-04..2021-03"),
        ("昭和60年～平成元年", "1985..1989"),
        ("令和元年5月1日", "2019-05-01..?"),
        ("民國108年9月至今", "2019-09..open"),
        ("2019年4月から現在に至る", "2019-04..open"),
        ("2021年5月まで", "?..2021-05"),
        ("2019년 3월 ~ 현재", "2019-03..open"),
        ("2019년 3월부터 2021년 5월까지", "2019-03..2021-05"),
        ("2019.03 ~ 2021.05", "2019-03..2021-05"),
        ("2019. 3. ~ 현재", "2019-03..open"),
        ("tháng 3 2019 – hiện tại", "2019-03..open"),
        ("Tháng 3/2019 đến nay", "2019-03..open"),
        ("03/2019 – nay", "2019-03..open"),
        ("ngày 5 tháng 3 năm 2019", "2019-03-05..?"),
        ("Mei 2019 - Saat ini · 4 tahun 2 bulan", "2019-05..open"),
        ("ม.ค. 2562 – ปัจจุบัน", "2019-01..open"),
        ("มี.ค. 2562 – ก.พ. 2564", "2019-03..2021-02"),
        ("พ.ศ. 2558 – 2562", "2015..2019"),
        ("gen. 2019 - actualitat", "2019-01..open"),
        ("de 2019 a 2021", "2019..2021"),
        ("entre 2019 et 2021", "2019..2021"),
        ("von 2019 bis 2021", "2019..2021"),
        ("between 2019 and 2021", "2019..2021"),
        ("10/2018 – Aktuell", "2018-10..open"),
        ("seit 2019", "2019..open"),
        ("bis 2019", "?..2019"),
        ("set 2015 - dez 2018", "2015-09..2018-12"),
        ("out de 2019", "2019-10..?"),
    ] {
        assert_eq!(written(line).as_deref(), Some(expected), "{line}");
        assert_eq!(written(&line.to_uppercase()).as_deref(), Some(expected), "{line} in capitals");
    }
}

#[test]
fn forms_that_people_write() {
    for (line, expected) in [
        ("Spring 2019", "2019..?"),
        ("ab 03/2019", "2019-03..open"),
        ("Fernrill AB 2019", "2019..?"),
        ("2017 – MA, Oxmere University", "2017..?"),
        ("2019 – NA", "2019..?"),
        ("2019 – nå", "2019..open"),
        ("Fall 2018 – Spring 2020", "2018..2020"),
        ("2018 Fall – 2019 Spring", "2018..2019"),
        ("WS 2018/19", "2018..2019"),
        ("WS 2016/17 – SS 2019", "2016..2019"),
        ("Wintersemester 2017/18", "2017..2018"),
        ("été 2020", "2020..?"),
        ("Q3 2020", "2020..?"),
        ("Q3 2019 – Q1 2021", "2019..2021"),
        ("2020 H1 – 2021 H2", "2020..2021"),
        ("2018/19", "2018..2019"),
        ("2016/17 – 2018/19", "2016..2019"),
        ("2016/2017 – 2018/2019", "2016..2019"),
        ("2011/12 - 2013/14", "2011..2014"),
        ("early 2019", "2019..?"),
        ("mid-2020", "2020..?"),
        ("ca. 2015", "2015..?"),
        ("c. 2015 – 2017", "2015..2017"),
        ("Anfang März 2019", "2019-03..?"),
        ("Class of 2018", "?..2018"),
        ("Graduated 2018", "?..2018"),
        ("Expected May 2027", "?..2027-05"),
        ("until 2019", "?..2019"),
        ("since 2019", "2019..open"),
        ("2019 onwards", "2019..open"),
        ("from 2019 to date", "2019..open"),
        ("2019 till date", "2019..open"),
        ("2019-", "2019..?"),
        ("2019 –", "2019..?"),
        ("Jan 2019 –", "2019-01..?"),
        ("01.02.2019–03.04.2021", "2019..2021"),
        ("31-12-2019 - 30-06-2021", "2019-12-31..2021-06-30"),
        ("03/19 – 05/21", "2019-03..2021-05"),
        ("03/10 - 05/12", "2010-03..2012-05"),
        ("03/19 – Present", "2019-03..open"),
        ("Mar19 - Jun21", "2019-03..2021-06"),
        ("Mar-19 – Jun-21", "2019-03..2021-06"),
        ("Dec-2019", "2019-12..?"),
        ("Mar - 2019 to Apr - 2021", "2019-03..2021-04"),
        ("'18 – '20", "2018..2020"),
        ("Nov–Dec 2019", "2019-11..2019-12"),
        ("12 Nov – 3 Dec 2019", "2019-11-12..2019-12-03"),
        ("Dec 12 – Jan 3, 2020", "2019-12-12..2020-01-03"),
        ("12–15 Nov 2019", "2019-11-12..2019-11-15"),
        ("Nov 12–15, 2019", "2019-11-12..2019-11-15"),
        ("2019-03-01 to 2021-05-31", "2019-03-01..2021-05-31"),
        ("20 March 2014", "2014-03-20..?"),
        ("March 20th, 2014", "2014-03-20..?"),
        ("12-Nov-2019", "2019-11-12..?"),
        ("Sept'18", "2018-09..?"),
        ("2018 Dec – 2019 Mar", "2018-12..2019-03"),
        ("Clerk1989 to 1990", "1989..1990"),
        ("Quay Labs, Hull-2016", "2016..?"),
        ("64% 2014", "2014..?"),
        ("Director1997", "1997..?"),
        ("1995High School", "1995..?"),
        ("01/06/15 – 30/09/17", "2015..2017-09-30"),
        ("15 Sept--2015", "2015-09-15..?"),
        ("Vol. 3 - March 1997", "1997-03..?"),
        ("Q1 - 2017", "2017..?"),
        ("2012\u{ad}16", "2012..2016"),
        ("1988 M. P. Board", "1988..?"),
        ("Jan 2019 -> Mar 2020", "2019-01..2020-03"),
        ("\u{200f}2015\u{200e} – \u{200e}2019", "2015..2019"),
    ] {
        assert_eq!(written(line).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn counts_versions_and_prices_are_no_dates() {
    for line in [
        "SAP 2000",
        "ISO 27001:2013",
        "ISO 9001-2015",
        "Windows 2016",
        "Windows Server 2016",
        "Windows 2000 – 2016",
        "Python 3.10",
        "Office 365 2019",
        "Visual Studio 2019",
        "ES2015",
        "the 2000s",
        "IntelliJ 2019.3",
        "50–60 people",
        "1000-2000 users",
        "2000 users",
        "2000+ users",
        "1990-2010 EUR",
        "2000-2100 m",
        "24/7",
        "2/3 of 2050 clients",
        "10.2018 EUR",
        "€ 10.2018",
        "192.168.20.19",
        "v1.2019.4",
        "KW 12/2019",
        "2015-2019-3344",
        "+49 2019 2020",
        "03/19",
        "Mar19",
        "'18",
        "iPhone 12 Pro",
        "1398",
        "2562",
        "12/34/2019",
        "photo_2019_03.jpg",
        "https://example.org/2019/03/",
        "1.234.2019",
        "SQL Server 2008, 2012",
        "Windows 2000/2003",
        "pp. 65-67 – 1985",
        "GATE-2012",
        "Auto-CAD 2004/2008",
        "ClerkAug’12 to July’15",
        "10.11.12 - 13",
    ] {
        assert_eq!(written(line), None, "{line}");
    }
    // Words that are months elsewhere: the year stays, the month is not believed.
    for line in ["Set 2019 goals", "Led 2019 migration", "MacBook Pro 2019 rollout", "a while ago 2019 began"] {
        assert_eq!(written(line).as_deref(), Some("2019..?"), "{line}");
    }
}

#[test]
fn durations_in_many_languages() {
    for line in [
        "4 yrs 2 mos",
        "4 Jahre 2 Monate",
        "4 ans et 2 mois",
        "4 años 2 meses",
        "4 anos 2 meses",
        "4 anni 2 mesi",
        "4 jr 2 mnd",
        "4 lata 2 mies.",
        "4 år 2 mån",
        "4 år 2 md.",
        "4 v 2 kk",
        "4 roky 2 měsíce",
        "4 yıl 2 ay",
        "4 года 2 месяца",
        "4 роки 2 місяці",
        "4 г. 2 мес.",
        "4 ani 2 luni",
        "4 év 2 hónap",
        "4 έτη 2 μήνες",
        "4 سنوات",
        "٤ سنوات وشهران",
        "سنة واحدة",
        "4 שנים 2 חודשים",
        "4 वर्ष 2 महीने",
        "४ वर्ष",
        "4 বছর 2 মাস",
        "4年2个月",
        "3 年 1 个月",
        "4年2個月",
        "4年2ヶ月",
        "2年間",
        "4년 2개월",
        "4 năm 2 tháng",
        "4 tahun 2 bulan",
        "4 ปี 2 เดือน",
        "4 سال 2 ماه",
        "less than a year",
        "(2 years)",
        "2.5 years",
    ] {
        assert!(is_duration(line), "{line}");
    }
    for line in ["", "2019年3月", "4", "4 and 2", "Full-time", "year", "24 engineers", "2019", "4 + 2 years"] {
        assert!(!is_duration(line), "{line}");
    }
}

#[test]
fn date_lines_hold_nothing_else() {
    assert!(date_line("Jan 2018 - Aug 2020 · 2 yrs 8 mos").is_some());
    assert!(date_line("(2014 – 2018)").is_some());
    assert!(date_line("2 Jahre und 8 Monate, Mai 2018 - Dez. 2020").is_some());
    assert!(date_line("1 Jahr, 2015 - 2016").is_some());
    assert!(date_line("Developer at Quay Labs, Jan 2018 - Aug 2020").is_none());
    assert!(date_line("Zeitraum: 01/2018 – 08/2020").is_some());
    assert!(date_line("from 2019 to date (2 yrs)").is_some());
    assert!(date_line("2 yrs 8 mos (Jan 2018 – Aug 2020)").is_some());
    assert!(date_line("Class of 2018").is_some());
    let taken = |line: &str| find(line).map(|found| line[found.bytes].to_owned());
    assert_eq!(taken("Fernrill AB 2019 – 2021").as_deref(), Some("2019 – 2021"));
    assert_eq!(taken("MS 2018 – 2020").as_deref(), Some("2018 – 2020"));
    assert!(date_line("2019年3月から2021年5月まで").is_some());
    assert!(date_line("Managed the move of 2019").is_none());
    assert!(is_duration("6 Jahre 3 Monate"));
    assert!(!is_duration("6 engineers"));
}

#[test]
fn dots_that_stand_for_a_dash() {
    let taken = |line: &str| find_range(line).map(|found| line[found.bytes].to_owned());
    assert_eq!(taken("[2018-03 .. 2020-05] Hull").as_deref(), Some("2018-03 .. 2020-05"));
    assert_eq!(taken("2018…2020").as_deref(), Some("2018…2020"));
    assert_eq!(taken("Mar 2018 ... Present").as_deref(), Some("Mar 2018 ... Present"));
    assert_eq!(taken("Chapter 2 ........ 2020"), None);
    assert_eq!(taken("Worked on it in 2018..."), None);
}
