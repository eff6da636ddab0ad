//! Entries in a table with a row of headings: "Degree | Institution | Year | %".

use crate::{Block, dates, words};

use super::{
    draft::{Draft, Kind},
    form::{self, Slot},
    prose::paragraphs,
};

/// Reads the rows below a row of headings; nothing when the part has none.
pub(super) fn read(blocks: &[Block], kind: Kind, wrapped: bool) -> Option<Vec<Draft>> {
    let header = blocks.iter().position(|block| columns(block, kind).iter().flatten().count() >= 2)?;
    let columns = columns(blocks.get(header)?, kind);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut texts: Vec<Block> = Vec::new();
    for block in blocks.get(header + 1..)? {
        // A row may lack its last cells, or have one more.
        let cells = block.cells.len();
        if cells < 2 || cells + 2 < columns.len() || cells > columns.len() + 1 {
            texts.push(block.clone());
            continue;
        }
        note_texts(&mut drafts, &mut texts, wrapped);
        let mut draft = Draft { page: block.page, ..Draft::default() };
        for (cell, column) in block.cells.iter().zip(&columns) {
            match column {
                Some(slot) if *slot != Slot::Dates || dates::find(cell).is_some() => {
                    form::fill(&mut draft, *slot, cell);
                }
                _ => {}
            }
        }
        if draft.dates.is_none() {
            let dated = block.cells.iter().find_map(|cell| Some((cell, dates::date_line(cell)?)));
            draft.dates = dated.and_then(|(cell, found)| Some((cell.get(found.bytes.clone())?.to_owned(), found.span)));
        }
        if !draft.is_empty() {
            drafts.push(draft);
        }
    }
    note_texts(&mut drafts, &mut texts, wrapped);
    (!drafts.is_empty()).then_some(drafts)
}

fn note_texts(drafts: &mut [Draft], texts: &mut Vec<Block>, wrapped: bool) {
    if let Some(last) = drafts.last_mut() {
        last.texts.extend(paragraphs(texts, wrapped));
    }
    texts.clear();
}

/// What each cell of a row of headings announces.
fn columns(block: &Block, kind: Kind) -> Vec<Option<Slot>> {
    let column = |cell: &String| {
        let labels = words::labels(cell);
        labels.iter().find_map(|label| match (label, kind) {
            (words::Label::Dates, _) => Some(Slot::Dates),
            _ => form::slot(&[*label], kind, ""),
        })
    };
    let columns: Vec<Option<Slot>> = block.cells.iter().map(column).collect();
    // Two columns of one kind: the first counts.
    let mut seen: Vec<Slot> = Vec::new();
    let once = |slot: Option<Slot>| {
        let slot = slot.filter(|slot| !seen.contains(slot))?;
        seen.push(slot);
        Some(slot)
    };
    columns.into_iter().map(once).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Block {
        Block { text: cells.join(" "), cells: cells.iter().map(ToString::to_string).collect(), ..Block::default() }
    }

    #[test]
    fn rows_below_headings() {
        let blocks = [
            row(&["Examination", "Board / University", "Year of Passing", "Percentage"]),
            row(&["B.Tech Civil", "Oxmere University", "2015", "69.75%"]),
            row(&["Intermediate", "Board of Hull", "2011", "77.9%"]),
        ];
        let drafts = read(&blocks, Kind::Study, false).unwrap();
        let told: Vec<_> = drafts
            .iter()
            .map(|d| (d.title.as_deref(), d.organisation.as_deref(), d.dates.as_ref().map(|(text, _)| text.as_str())))
            .collect();
        assert_eq!(told[0], (Some("B.Tech Civil"), Some("Oxmere University"), Some("2015")));
        assert_eq!(told[1], (Some("Intermediate"), Some("Board of Hull"), Some("2011")));
    }
}
