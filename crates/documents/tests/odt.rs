//! ODT: what stands in a document once, in order, and what nobody sees.

#![allow(clippy::unwrap_used, clippy::panic)]

mod made;

use loupe_documents::outline_of;
use loupe_profile::HiddenReason::{Background, Marked, Tiny};
use loupe_read::{Outline, ReadError};
use made::{read, unseen, written, zip_of};

const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// The namespaces of `OpenDocument`, under the prefixes that everybody uses.
fn spaces() -> String {
    let one =
        |(prefix, name): (&str, &str)| format!(" xmlns:{prefix}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"");
    let names = [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
        ("svg", "svg-compatible"),
    ];
    names.map(one).concat()
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
}

fn content(styles: &str, text: &str) -> String {
    format!(
        "<office:document-content{}><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:text>{text}</office:text></office:body></office:document-content>",
        spaces()
    )
}

fn odt(styles: &str, text: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let content = content(styles, text);
    let mut parts: Vec<(&str, &[u8])> = vec![("mimetype", KIND), ("content.xml", content.as_bytes())];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    zip_of(&parts)
}

fn body(text: &str) -> Outline {
    read(&odt("", text, &[]))
}

#[test]
fn headings_lines_items_and_links() {
    let outline = body(
        "<text:h text:outline-level=\"1\">Experience</text:h>\n  <text:p>Developer,<text:tab/>Quay\n    Labs<text:line-break/>\
         2018<text:s text:c=\"2\"/>on <text:a xlink:href=\"https://quay.example/\">site</text:a></text:p>\
         <text:list><text:list-item><text:p>Built it</text:p><text:p>Went on</text:p></text:list-item><text:list-item>\
         <text:list><text:list-item><text:p>In Hull</text:p></text:list-item></text:list></text:list-item></text:list>",
    );
    assert_eq!(
        written(&outline),
        ["# Experience", "Developer, | Quay Labs", "2018 on site", "- Built it", "Went on", "- In Hull"]
    );
    assert_eq!(outline.blocks[2].links, ["https://quay.example/"]);
    assert_eq!(outline.reader, "odt");
}

#[test]
fn tables_boxes_and_notes_stand_in_order() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let rows = format!(
        "<table:table><table:table-row>{}{}</table:table-row><table:table-row><table:table-cell \
         table:number-columns-spanned=\"2\"><text:p>Both</text:p></table:table-cell><table:covered-table-cell/>\
         </table:table-row></table:table>",
        cell("2018 – 2020"),
        cell("Developer")
    );
    let frame = "<text:p>Hull<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box><svg:title>A picture</svg:title>\
                 </draw:frame><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noted</text:p>\
                 </text:note-body></text:note></text:p><text:p>Leeds</text:p>";
    assert_eq!(
        written(&body(&format!("{rows}{frame}"))),
        ["2018 – 2020 | Developer", "Both", "Hull", "Boxed", "Leeds", ">> Noted"]
    );
}

#[test]
fn headers_and_footers_stand_around_the_text_without_page_numbers() {
    let page = "<text:p>Page <text:page-number>1</text:page-number> of <text:page-count>2</text:page-count></text:p>";
    let styles = format!(
        "<office:document-styles{}><office:master-styles><style:master-page><style:header><text:p>Hull</text:p>{page}\
         </style:header><style:header-left style:display=\"false\"><text:p>Old</text:p></style:header-left><style:footer>\
         <text:p>References on request</text:p></style:footer></style:master-page></office:master-styles>\
         </office:document-styles>",
        spaces()
    );
    let outline = read(&odt("", "<text:p>Maren Holtby</text:p>", &[("styles.xml", &styles)]));
    assert_eq!(written(&outline), ["Hull", "Maren Holtby", ">> References on request"]);
}

#[test]
fn what_nobody_sees_is_kept_apart() {
    let style = |name: &str, family: &str, properties: &str| {
        format!("<style:style style:name=\"{name}\" style:family=\"{family}\">{properties}</style:style>")
    };
    let styles = [
        style("Hid", "text", "<style:text-properties text:display=\"none\"/>"),
        style("White", "text", "<style:text-properties fo:color=\"#ffffff\"/>"),
        style("Small", "text", "<style:text-properties fo:font-size=\"10%\"/>"),
        style("Auto", "text", "<style:text-properties fo:color=\"#ffffff\" style:use-window-font-color=\"true\"/>"),
        style("Dark", "paragraph", "<style:paragraph-properties fo:background-color=\"#203040\"/>"),
        style("Cell", "table-cell", "<style:table-cell-properties fo:background-color=\"#000000\"/>"),
    ]
    .concat();
    let white = |text: &str| format!("<text:span text:style-name=\"White\">{text}</text:span>");
    let text = format!(
        "<text:tracked-changes><text:deletion><text:p>Deleted</text:p></text:deletion></text:tracked-changes><text:p>Seen \
         <text:span text:style-name=\"Hid\">Kubernetes</text:span>{}<text:span text:style-name=\"Small\">Ten years</text:span>\
         <text:span text:style-name=\"Auto\">plainly</text:span><text:hidden-text text:string-value=\"Helm\" \
         text:is-hidden=\"true\"/></text:p><text:section text:display=\"none\"><text:p>A section</text:p></text:section>\
         <text:p><text:hidden-paragraph text:is-hidden=\"true\"/>A paragraph</text:p>\
         <text:p text:style-name=\"Dark\">{}</text:p><table:table><table:table-row><table:table-cell \
         table:style-name=\"Cell\"><text:p>{}</text:p></table:table-cell></table:table-row></table:table>\
         <text:p><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></text:p>",
        white("Rust expert"),
        white("A bar"),
        white("A cell"),
        white("A box")
    );
    let outline = read(&odt(&styles, &text, &[]));
    assert_eq!(written(&outline), ["Seen plainly", "A bar", "A cell", "A box"]);
    let expected = [
        ("Kubernetes", Marked),
        ("Rust expert", Background),
        ("Ten years", Tiny),
        ("Helm", Marked),
        ("A section", Marked),
        ("A paragraph", Marked),
    ];
    assert_eq!(unseen(&outline), expected.map(|(text, reason)| (text.to_owned(), reason)));
}

#[test]
fn a_flat_file_is_read_as_a_packed_one_and_says_what_it_is() {
    let flat = format!(
        "<?xml version=\"1.0\"?><office:document{} office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta>\
         <meta:initial-creator>Maren Holtby</meta:initial-creator><dc:creator>Rune Astell</dc:creator><dc:title>CV</dc:title>\
         <meta:creation-date>2024-03-01T09:30:00</meta:creation-date><meta:generator>LibreOffice/7.4</meta:generator>\
         <meta:user-defined meta:name=\"Company\">Quay Labs</meta:user-defined></office:meta><office:font-face-decls>\
         <style:font-face style:name=\"F1\" svg:font-family=\"&apos;Liberation Serif&apos;\"/></office:font-face-decls>\
         <office:body><office:text><text:p>Words</text:p></office:text></office:body></office:document>",
        spaces()
    );
    let outline = read(flat.as_bytes());
    assert_eq!(written(&outline), ["Words"]);
    let facts = outline.document.unwrap();
    assert_eq!((facts.author.as_deref(), facts.last_author.as_deref()), (Some("Maren Holtby"), Some("Rune Astell")));
    assert_eq!((facts.title.as_deref(), facts.company.as_deref()), (Some("CV"), Some("Quay Labs")));
    assert_eq!((facts.application.as_deref(), facts.format.as_str()), (Some("LibreOffice/7.4"), "odt"));
    assert_eq!(facts.created.as_deref(), Some("2024-03-01T09:30:00"));
    assert_eq!(facts.fonts[0].name, "Liberation Serif");
}

#[test]
fn other_files_of_the_family_and_locked_ones_are_named() {
    let sheet = zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<a/>")]);
    assert_eq!(outline_of(&sheet), Err(ReadError::UnknownFormat));
    let locked = odt("", "", &[("META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>")]);
    assert_eq!(outline_of(&locked), Err(ReadError::Encrypted));
    assert_eq!(outline_of(&odt("", "<text:p/>", &[])), Err(ReadError::NoText));
    let cut = zip_of(&[("mimetype", KIND), ("content.xml", b"<office:document-content><office:body>")]);
    assert!(matches!(outline_of(&cut), Err(ReadError::Damaged { .. })));
}
