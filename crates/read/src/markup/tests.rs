use super::*;

fn told(html: &str) -> Vec<String> {
    let document = html::parse(html).unwrap();
    let body = scraper::Selector::parse("body").unwrap();
    let outline = outline(document.select(&body), "test");
    let tell = |block: &Block| {
        let mark = match block.kind {
            BlockKind::Heading => format!("{} ", block.scale),
            BlockKind::Item => "- ".to_owned(),
            BlockKind::Line => String::new(),
        };
        let bold = if block.bold { "!" } else { "" };
        let text = if block.cells.is_empty() { block.text.clone() } else { block.cells.join(" | ") };
        let links = block.links.join(" ");
        format!("{mark}{bold}{text}{}{links}", if links.is_empty() { "" } else { " " })
    };
    outline.blocks.iter().map(tell).collect()
}

#[test]
fn headings_by_element_role_and_weight() {
    assert_eq!(
        told(
            "<h1>Maren</h1><div role=heading aria-level=3>Work</div><p><b>Education</b></p><p><b>One</b> word</p><h2><div>Skills</div></h2>"
        ),
        ["2 Maren", "1.2 Work", "!Education", "One word", "1.5 Skills"]
    );
    assert_eq!(
        told("<h2>Experience <button>Edit</button></h2><h2><button>Skills</button></h2>"),
        ["1.5 Experience", "1.5 Skills"]
    );
}

#[test]
fn bullets_and_entries_in_lists() {
    assert_eq!(
        told(
            "<ul><li>Go</li><li><p>Raft</p></li><li><h3>Developer</h3><p>Quay Labs</p><ul><li>Built it</li></ul></li></ul>"
        ),
        ["- Go", "- Raft", "1.2 Developer", "Quay Labs", "- Built it"]
    );
    assert_eq!(told("<ul><li><div>SRE</div><div>Quay Labs</div></li></ul>"), ["SRE", "Quay Labs"]);
}

#[test]
fn tables_of_data_have_cells_and_tables_of_layout_have_lines() {
    assert_eq!(
        told(
            "<table><tr><td>2018 – 2020</td><td>Developer</td><td></td></tr><tr><td><p>Left</p><p>Low</p></td><td>Right</td></tr></table>"
        ),
        ["2018 – 2020 | Developer", "Left", "Low", "Right"]
    );
}

#[test]
fn definitions_are_told_with_their_terms() {
    assert_eq!(
        told(
            "<dl><dt>City</dt><dd>Leeds</dd><dt>Work:</dt><dd>SRE</dd><dt>Long</dt><dd><p>One</p><p>Two</p></dd></dl>"
        ),
        ["City: Leeds", "Work: SRE", "!Long", "One", "Two"]
    );
}

#[test]
fn custom_elements_in_a_row_are_entries() {
    assert_eq!(
        told(
            "<div><x-chip>Go</x-chip> <x-chip>Raft</x-chip></div><p>Joined on <relative-time>4 March</relative-time> in Bergen</p>"
        ),
        ["- Go", "- Raft", "Joined on 4 March in Bergen"]
    );
}

#[test]
fn links_breaks_and_boxes_side_by_side() {
    assert_eq!(
        told(
            "<p><a href='mailto:m@x.example'>Mail</a><br>second</p><p><span>Leeds</span><span>UK</span></p><p><button>more</button><svg><title>t</title></svg>end</p>"
        ),
        ["Mail mailto:m@x.example", "second", "Leeds | UK", "end"]
    );
}

#[test]
fn pieces_that_the_markup_sets_apart_are_cells() {
    assert_eq!(
        told("<div><b>Developer</b>, <i>Quay Labs</i>, Hull, United Kingdom.<ul><li>Built it</li></ul></div>"),
        ["Developer | Quay Labs | Hull, United Kingdom.", "- Built it"]
    );
    assert_eq!(
        told("<h3>Developer <small>Quay Labs</small><span>Jan 2018</span> – <span>Aug 2020</span></h3>"),
        ["1.2 Developer | Quay Labs | Jan 2018 – Aug 2020"]
    );
    assert_eq!(
        told(
            "<p><i class='fa fa-map'></i> Leeds <i class='fa fa-at'></i> <a href='mailto:m@x.example'>m@x.example</a></p>"
        ),
        ["Leeds | m@x.example mailto:m@x.example"]
    );
    // A label belongs to what it tells of, and running text is no row of pieces.
    assert_eq!(
        told(
            "<p><b>Phone:</b> 0113 496 0000 <b>Mail:</b> m@x.example</p><p>Built <b>Tidewatch</b>, a <i>small</i> tool.</p>"
        ),
        ["Phone: 0113 496 0000 Mail: m@x.example", "Built Tidewatch, a small tool."]
    );
    assert_eq!(told("<h1><span>Maren</span> <span>Holtby</span></h1>"), ["2 Maren Holtby"]);
    assert_eq!(told("<p><i class='material-icons'>place</i> Leeds</p>"), ["Leeds"]);
}

#[test]
fn a_list_is_one_of_bullets_or_of_entries() {
    assert_eq!(
        told("<ul><li>One</li><li>Two<ul><li>Inner</li></ul></li><li>Three</li></ul>"),
        ["- One", "- Two", "- Inner", "- Three"]
    );
    assert_eq!(
        told("<ul><li><b>SRE</b> 2018<ul><li>Ran it</li></ul></li><li><b>Admin</b> 2016</li></ul>"),
        ["SRE 2018", "- Ran it", "Admin 2016"]
    );
}

#[test]
fn a_term_with_several_definitions_is_a_line() {
    assert_eq!(
        told("<dl><dt>Quay Labs</dt><dd>Developer</dd><dd>2018 – 2020</dd></dl>"),
        ["!Quay Labs", "Developer", "2018 – 2020"]
    );
}

#[test]
fn how_far_apart_two_blocks_are_is_told() {
    let document =
        html::parse("<section><h2>Work</h2><div><p>A</p><p>B</p></div><div><p>C</p></div></section>").unwrap();
    let section = scraper::Selector::parse("section").unwrap();
    let outline = outline(document.select(&section), "test");
    let told: Vec<_> = outline.blocks.iter().map(|block| (block.text.as_str(), block.shares)).collect();
    assert_eq!(told, [("Work", Some(0)), ("A", Some(1)), ("B", Some(2)), ("C", Some(1))]);
}

#[test]
fn breaks_part_the_words_of_a_cell_and_join_its_dates() {
    assert_eq!(
        told("<table><tr><td>Quay Labs<br><i>Hull</i></td><td>Engineer</td></tr></table>"),
        ["Quay Labs", "Hull", "Engineer"]
    );
    assert_eq!(
        told("<table><tr><td>Jan 2018 –<br>Feb 2020</td><td>Engineer</td></tr></table>"),
        ["Jan 2018 – Feb 2020 | Engineer"]
    );
}

#[test]
fn what_stands_beside_the_name_or_above_its_letters_is_no_part_of_it() {
    assert_eq!(told("<h1>Maren Holtby <small>Engineer</small></h1>"), ["2 Maren Holtby", "Engineer"]);
    assert_eq!(told("<h1><ruby>黒澤<rp>(</rp><rt>くろさわ</rt></ruby> 詩織</h1>"), ["2 黒澤 詩織"]);
}

#[test]
fn a_box_behind_words_is_a_piece_of_its_own() {
    assert_eq!(told("<div>Maren Holtby<span>Platform engineer</span></div>"), ["Maren Holtby | Platform engineer"]);
    assert_eq!(told("<p>Fernrill Systems <span>Leeds</span></p>"), ["Fernrill Systems | Leeds"]);
    assert_eq!(told("<p><span>Data</span>Spark, SQL</p>"), ["Data | Spark, SQL"]);
    // Letters of a word, and words of a sentence, are no boxes.
    assert_eq!(told("<p>M<span>aren</span> Holtby</p>"), ["Maren Holtby"]);
    assert_eq!(told("<p>Post<b>gres</b></p>"), ["Postgres"]);
    assert_eq!(told("<p>Moved the ledger to <span>Rust</span></p>"), ["Moved the ledger to Rust"]);
    assert_eq!(told("<p>Ran Kafka <span>Streams</span> for 94 shops</p>"), ["Ran Kafka Streams for 94 shops"]);
}

#[test]
fn a_cell_beside_several_rows_heads_them() {
    assert_eq!(
        told(
            "<table><tr><td rowspan=2>Details</td><td>Name</td><td>Maren Holtby</td></tr><tr><td>City</td><td>Leeds</td></tr></table>"
        ),
        ["Details", "Name | Maren Holtby", "City | Leeds"]
    );
}

#[test]
fn captions_and_cells_before_rows_are_headings_where_they_name_a_part() {
    assert_eq!(
        told("<table><caption>Education</caption><tr><td>2014</td><td>BSc Physics</td></tr></table>"),
        ["1.1 Education", "2014 | BSc Physics"]
    );
    let table = "<table><tr><th>Skills</th><td>Go, Raft</td></tr><tr><th>Interests</th><td>Rowing</td></tr></table>";
    assert_eq!(told(table), ["1.1 Skills", "Go, Raft", "1.1 Interests", "Rowing"]);
    let labels = "<table><tr><th>Phone</th><td>+44 20 7946 0958</td></tr><tr><th>City</th><td>Leeds</td></tr></table>";
    assert_eq!(told(labels), ["Phone | +44 20 7946 0958", "City | Leeds"]);
}
