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
