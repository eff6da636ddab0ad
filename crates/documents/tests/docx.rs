//! DOCX: what stands in a document once, in order, and what nobody sees.

#![allow(clippy::unwrap_used, clippy::panic)]

mod made;

use loupe_profile::HiddenReason::{Background, Marked, Tiny};
use loupe_read::{Outline, ReadError};
use made::{read, unseen, written, zip_of};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>");
    let mut all: Vec<(&str, &[u8])> = vec![("word/document.xml", document.as_bytes())];
    all.extend(parts.iter().map(|(name, content)| (*name, content.as_bytes())));
    zip_of(&all)
}

fn body(body: &str) -> Outline {
    read(&docx(body, &[]))
}

fn relations(of: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        let outside = if target.contains(':') { " TargetMode=\"External\"" } else { "" };
        format!("<Relationship Id=\"{id}\" Type=\"http://example.org/{kind}\" Target=\"{target}\"{outside}/>")
    };
    format!("<Relationships xmlns=\"{RELATIONSHIPS}\">{}</Relationships>", of.iter().map(one).collect::<String>())
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn cell(paragraphs: &[&str]) -> String {
    format!("<w:tc>{}</w:tc>", paragraphs.iter().map(|text| p(text)).collect::<String>())
}

fn table(rows: &[&[String]]) -> String {
    let row = |cells: &&[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn rows_of_short_cells_are_lines_with_cells() {
    let rows = table(&[
        &[cell(&["2018 – 2020"]), cell(&["Developer, Quay Labs"])],
        &[cell(&["Languages"]), cell(&["Dutch, Italian"])],
    ]);
    let outline = body(&rows);
    assert_eq!(written(&outline), ["2018 – 2020 | Developer, Quay Labs", "Languages | Dutch, Italian"]);
    assert_eq!(outline.blocks[0].text, "2018 – 2020 Developer, Quay Labs");
}

#[test]
fn a_date_beside_an_entry_stands_with_its_first_line() {
    let entry = cell(&["Developer, Quay Labs", "Built the pipeline.", "Ran the releases."]);
    let right = table(&[&[entry.clone(), cell(&["Jan 2018 – Aug 2020"])]]);
    assert_eq!(
        written(&body(&right)),
        ["Developer, Quay Labs | Jan 2018 – Aug 2020", "Built the pipeline.", "Ran the releases."]
    );
    let label = table(&[&[cell(&["Skills"]), cell(&["Rust", "Soldering"])]]);
    assert_eq!(written(&body(&label)), ["Skills", "Rust", "Soldering"]);
}

#[test]
fn a_page_laid_out_as_a_table_is_read_column_by_column() {
    let left = ["Contact", "a@b.example", "Hull", "Skills", "Rust", "Soldering"];
    let right = ["Experience", "Developer, Quay Labs", "2018 – 2020", "Built it.", "Ran it.", "Wrote it down."];
    let more = ["Test Engineer", "Pennine Post", "2016 – 2018", "One.", "Two.", "Three."];
    let less = ["Languages", "Dutch", "Italian", "German", "Welsh", "Latin"];
    let page = table(&[&[cell(&left), cell(&right)], &[cell(&less), cell(&more)]]);
    let expected: Vec<&str> = [left, less, right, more].concat();
    let outline = body(&format!("{}{page}", p("Maren Holtby")));
    let texts: Vec<&str> = outline.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, [vec!["Maren Holtby"], expected].concat());
    let regions: Vec<&str> = outline.blocks.iter().filter(|block| block.opens).map(|b| b.text.as_str()).collect();
    assert_eq!(regions, ["Contact", "Experience"]);
}

#[test]
fn a_tall_cell_at_the_side_is_read_after_what_it_stands_beside() {
    let tall = |inner: &str, merge: &str| format!("<w:tc><w:tcPr>{merge}</w:tcPr>{inner}</w:tc>");
    let starts = tall(&[p("Skills"), p("Rust")].concat(), "<w:vMerge w:val=\"restart\"/>");
    let goes_on = tall("<w:p/>", "<w:vMerge/>");
    let page = table(&[
        &[cell(&["Experience", "Developer"]), starts],
        &[cell(&["Quay Labs"]), goes_on.clone()],
        &[cell(&["Education"]), tall(&p("2012"), "")],
    ]);
    assert_eq!(written(&body(&page)), ["Experience", "Developer", "Quay Labs", "Skills", "Rust", "Education | 2012"]);
}

#[test]
fn tables_in_tables_are_read_where_they_stand() {
    let inner = table(&[&[cell(&["2018"]), cell(&["Developer"])]]);
    let outer = table(&[&[format!("<w:tc>{}{inner}<w:p/></w:tc>", p("Experience")), cell(&["Hull", "Leeds"])]]);
    assert_eq!(written(&body(&outer)), ["Experience", "2018 | Developer", "Hull", "Leeds"]);
}

#[test]
fn tabs_part_a_line_and_breaks_end_it() {
    let outline = body(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9000\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr>\
         <w:t>Quay Labs</w:t></w:r><w:r><w:tab/><w:t>2018 – 2020</w:t><w:br/><w:t>Devel\u{AD}oper</w:t></w:r></w:p>",
    );
    assert_eq!(written(&outline), ["Quay Labs | 2018 – 2020", "Developer"]);
    assert!(!outline.blocks[0].bold);
}

#[test]
fn a_box_is_read_once_in_the_form_that_says_something() {
    let text_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let both = |choice: &str, fallback: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{choice}</mc:Choice><mc:Fallback>{fallback}\
             </mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    };
    assert_eq!(written(&body(&both(&text_box("Skills"), &text_box("Skills")))), ["Skills"]);
    assert_eq!(written(&body(&both("<w:drawing/>", &text_box("Skills")))), ["Skills"]);
    let symbol = both("<w16se:symEx w16se:char=\"1F4DE\"/>", "<w:t>☎</w:t>");
    assert_eq!(written(&body(&format!("{}{symbol}", p("Telephone")))), ["Telephone", "☎"]);
}

#[test]
fn a_large_box_beside_the_text_is_read_after_it() {
    let lines: String = ["Skills", "Rust", "Soldering", "Patience", "Maps"].iter().map(|text| p(text)).collect();
    let large =
        format!("<w:p><w:r><w:t>Developer</w:t><w:pict><w:txbxContent>{lines}</w:txbxContent></w:pict></w:r></w:p>");
    let outline = body(&format!("{}{large}{}", p("Experience"), p("Quay Labs")));
    assert_eq!(
        written(&outline),
        ["Experience", "Developer", "Quay Labs", ">> Skills", "Rust", "Soldering", "Patience", "Maps"]
    );
    // The head of a page is often a box; it stands where it stands.
    let first =
        format!("<w:p><w:r><w:pict><w:txbxContent>{lines}</w:txbxContent></w:pict></w:r></w:p>{}", p("Quay Labs"));
    assert_eq!(written(&body(&first)).last().unwrap(), "Quay Labs");
}

#[test]
fn headers_and_footers_that_are_shown_are_read_once() {
    let page = "<w:p><w:r><w:t xml:space=\"preserve\">Page </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r>\
                </w:fldSimple><w:r><w:t xml:space=\"preserve\"> of </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/>\
                <w:instrText>NUMPAGES</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>3</w:t>\
                <w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let header = |inner: &str| format!("<w:hdr xmlns:w=\"{W}\">{inner}</w:hdr>");
    let sections = |title: &str| {
        format!(
            "{}{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:headerReference w:type=\"first\" r:id=\"h2\"/>\
             <w:headerReference w:type=\"even\" r:id=\"h3\"/><w:footerReference w:type=\"default\" r:id=\"f1\"/>{title}</w:sectPr>",
            p("Maren Holtby"),
            p("Experience")
        )
    };
    let own = relations(&[
        ("h1", "header", "header1.xml"),
        ("h2", "header", "header2.xml"),
        ("h3", "header", "header3.xml"),
        ("f1", "footer", "footer1.xml"),
        ("n1", "footnotes", "footnotes.xml"),
        ("x", "header", "unused.xml"),
    ]);
    let later = header(&[p("Maren Holtby"), page.to_owned()].concat());
    let parts = [
        ("word/_rels/document.xml.rels", own),
        ("word/header1.xml", later),
        ("word/header2.xml", header(&p("Hull, United Kingdom"))),
        ("word/header3.xml", header(&p("On even pages"))),
        ("word/unused.xml", header(&p("Left over"))),
        ("word/footer1.xml", header(&p("References on request"))),
        ("word/footnotes.xml", header(&p("With Dita Solway."))),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let outline = read(&docx(&sections("<w:titlePg/>"), &parts));
    assert_eq!(
        written(&outline),
        ["Hull, United Kingdom", "Maren Holtby", "Experience", ">> With Dita Solway.", ">> References on request"]
    );
    let outline = read(&docx(&sections(""), &parts));
    assert_eq!(written(&outline)[0], "Maren Holtby");
    assert_eq!(outline.blocks.len(), 4);
}

#[test]
fn links_stand_with_their_line() {
    let own =
        relations(&[("r1", "hyperlink", "https://marchetti.example/"), ("r2", "hyperlink", "mailto:a@b.example")]);
    let text = "<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>Work</w:t></w:r></w:hyperlink></w:p><w:p><w:r>\
         <w:fldChar w:fldCharType=\"begin\"/><w:instrText> HYPERLINK \"https://code.example/ilse\" </w:instrText>\
         <w:fldChar w:fldCharType=\"separate\"/><w:t>Code</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:docPr><a:hlinkClick r:id=\"r2\"/></wp:docPr></w:drawing></w:r></w:p>";
    let outline = read(&docx(text, &[("word/_rels/document.xml.rels", &own)]));
    assert_eq!(written(&outline), ["Work", "Code"]);
    assert_eq!(outline.blocks[0].links, ["https://marchetti.example/"]);
    assert_eq!(outline.blocks[1].links, ["https://code.example/ilse"]);
    // A picture's link has no line.
    assert_eq!(outline.links, ["mailto:a@b.example"]);
}

#[test]
fn changes_are_read_as_they_are_now_and_controls_as_they_show() {
    let outline = body(
        "<w:p><w:ins><w:r><w:t xml:space=\"preserve\">New. </w:t></w:r></w:ins><w:del><w:r><w:delText>Old.</w:delText></w:r></w:del>\
         <w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><w:sdt><w:sdtPr><w:alias w:val=\"Name\"/><w:rPr><w:vanish/></w:rPr>\
         </w:sdtPr><w:sdtContent><w:r><w:t>Controlled.</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    );
    assert_eq!(written(&outline), ["New. Controlled."]);
    assert_eq!(unseen(&outline), []);
}

#[test]
fn what_nobody_sees_is_kept_apart() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let white = "<w:color w:val=\"FFFFFF\"/>";
    let inner = [
        run("", "Seen. "),
        run("<w:vanish/>", "Kubernetes "),
        run("<w:vanish/>", "Terraform"),
        run("<w:webHidden/>", "On paper. "),
        run(white, "Rust expert"),
        run("<w:sz w:val=\"2\"/>", "Ten years"),
        run("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"blue\"/>", "On blue."),
        run("<w:rStyle w:val=\"Ghost\"/>", "By style"),
    ]
    .concat();
    let shaded = format!("<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"203040\"/></w:pPr>{}</w:p>", run(white, "A bar"));
    let cell = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/></w:tcPr><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        run(white, "A cell")
    );
    let shape = format!(
        "<w:p><w:r><wps:wsp><wps:spPr/><w:txbxContent><w:p>{}</w:p></w:txbxContent></wps:wsp></w:r></w:p>",
        run(white, "A shape")
    );
    let text = format!("<w:p>{inner}</w:p>{shaded}{cell}{shape}");
    let styles = format!(
        "<w:styles xmlns:w=\"{W}\"><w:style w:styleId=\"Ghost\"><w:basedOn w:val=\"Veil\"/></w:style>\
         <w:style w:styleId=\"Veil\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    );
    let own = relations(&[("s", "styles", "styles.xml")]);
    let parts = [("word/styles.xml", styles.as_str()), ("word/_rels/document.xml.rels", own.as_str())];
    let outline = read(&docx(&text, &parts));
    assert_eq!(written(&outline), ["Seen. On paper. On blue.", "A bar", "A cell", "A shape"]);
    let expected =
        [("Kubernetes Terraform", Marked), ("Rust expert", Background), ("Ten years", Tiny), ("By style", Marked)];
    assert_eq!(unseen(&outline), expected.map(|(text, reason)| (text.to_owned(), reason)));
    // With a picture behind the text, nobody knows what white letters stand on.
    let behind = read(&docx(&format!("{text}<w:p><w:r><wp:anchor behindDoc=\"1\"/></w:r></w:p>"), &parts));
    assert!(written(&behind)[0].contains("Rust expert"));
}

#[test]
fn a_document_that_wraps_another_is_read_as_that() {
    let own = relations(&[("c", "aFChunk", "chunk.part")]);
    let page = "<!DOCTYPE html><html><body><h1>Maren Holtby</h1><h2>Experience</h2>\
                <p>Developer</p><p>Quay Labs</p><p>Jan 2018 – Aug 2020</p></body></html>";
    let saved = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n{page}\n--b--"
    );
    for chunk in [page, &saved, "{\\rtf1\\pard Maren Holtby\\par Experience\\par}"] {
        let file =
            docx("<w:altChunk r:id=\"c\"/>", &[("word/_rels/document.xml.rels", &own), ("word/chunk.part", chunk)]);
        let reading = loupe_documents::read_file(&file, "cv.docx").unwrap();
        assert_eq!(reading.profile.name_text(), Some("Maren Holtby"));
    }
    let empty = docx("<w:altChunk r:id=\"c\"/>", &[("word/_rels/document.xml.rels", &own), ("word/chunk.part", "{}")]);
    assert_eq!(loupe_documents::read_file(&empty, "cv.docx"), Err(ReadError::NoText));
}

#[test]
fn names_are_known_by_their_namespace() {
    let strict = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:pPr>\
                  <x:outlineLvl x:val=\"0\"/></x:pPr><x:r><x:t>Experience</x:t></x:r></x:p></x:body></x:document>";
    assert_eq!(written(&read(&zip_of(&[("word/document.xml", strict.as_bytes())]))), ["# Experience"]);
    let sheet = b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    let package = relations(&[("r", "officeDocument", "xl/workbook.xml")]);
    let book = zip_of(&[("_rels/.rels", package.as_bytes()), ("xl/workbook.xml", sheet)]);
    assert_eq!(loupe_documents::outline_of(&book), Err(ReadError::UnknownFormat));
}

#[test]
fn a_file_says_what_it_is() {
    let core = "<cp:coreProperties xmlns:cp=\"urn:a\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">\
        <dc:title>CV</dc:title><dc:creator>Maren Holtby</dc:creator><cp:lastModifiedBy>Rune Astell</cp:lastModifiedBy>\
        <dcterms:created>2024-03-01T09:30:00Z</dcterms:created><dcterms:modified>yesterday</dcterms:modified></cp:coreProperties>";
    let app = "<Properties xmlns=\"urn:b\"><Template>Resume.dotx</Template><Application>Microsoft Office Word</Application>\
        <AppVersion>16.0000</AppVersion><Company>Quay Labs</Company></Properties>";
    let settings = format!(
        "<w:settings xmlns:w=\"{W}\"><w:rsids><w:rsidRoot w:val=\"00A77B3E\"/><w:rsid w:val=\"00000000\"/><w:rsid w:val=\"00ffee12\"/></w:rsids>\
         <w14:docId w14:val=\"5A2C0F11\"/><w15:docId w15:val=\"{{0D1F6C0E-8F5B-4C1B-9E57-3C6F5B0E7A11}}\"/></w:settings>"
    );
    let fonts = format!("<w:fonts xmlns:w=\"{W}\"><w:font w:name=\"Calibri\"/></w:fonts>");
    let own = relations(&[("a", "settings", "settings.xml"), ("b", "fontTable", "fontTable.xml")]);
    let text = "<w:p w:rsidR=\"00B11111\" w:rsidRDefault=\"00A77B3E\"><w:r><w:rPr><w:rFonts w:ascii=\"Arial\"/></w:rPr><w:t>Words</w:t></w:r></w:p>";
    let file = docx(
        text,
        &[
            ("docProps/core.xml", core),
            ("docProps/app.xml", app),
            ("word/settings.xml", &settings),
            ("word/fontTable.xml", &fonts),
            ("word/_rels/document.xml.rels", &own),
        ],
    );
    let facts = read(&file).document.unwrap();
    assert_eq!(facts.format, "docx");
    assert_eq!(facts.title.as_deref(), Some("CV"));
    assert_eq!(facts.author.as_deref(), Some("Maren Holtby"));
    assert_eq!(facts.last_author.as_deref(), Some("Rune Astell"));
    assert_eq!(facts.company.as_deref(), Some("Quay Labs"));
    assert_eq!(facts.application.as_deref(), Some("Microsoft Office Word 16.0000"));
    assert_eq!(facts.template.as_deref(), Some("Resume.dotx"));
    assert_eq!((facts.created.as_deref(), facts.modified), (Some("2024-03-01T09:30:00Z"), None));
    assert_eq!(facts.revisions, ["00A77B3E", "00B11111", "00FFEE12"]);
    let ids: Vec<_> = facts.ids.iter().map(|id| (id.kind.as_str(), id.value.as_str())).collect();
    assert_eq!(ids, [("docx-doc-id", "0d1f6c0e-8f5b-4c1b-9e57-3c6f5b0e7a11"), ("docx-doc-id", "5a2c0f11")]);
    assert_eq!(facts.fonts.iter().map(|font| font.name.as_str()).collect::<Vec<_>>(), ["Arial", "Calibri"]);
}
