//! Tables: which are rows of values, and which are the columns of a page.
//!
//! Word processors have no columns that stand beside each other, so résumés in columns are tables. A row of short cells
//! is one line; a row of long ones is read cell by cell; rows of long cells are read column by column.

use loupe_read::{Block, BlockKind, dates};

/// A row of short cells is one line; longer ones are text of their own. In bytes.
const MAX_ROW: usize = 240;
/// A cell of a date beside an entry is no longer.
const MAX_DATE: usize = 60;
/// A name of an entry is no longer.
const MAX_NAME: usize = 100;
/// A cell with so many lines is a region of the page rather than a value.
const REGION: usize = 6;
/// One with a heading in it is, with fewer.
const HEADED_REGION: usize = 3;
/// No table is wider; a cell that says so is not believed.
const MAX_SPAN: usize = 64;

/// Whether a cell reaches over several rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Merge {
    #[default]
    Single,
    /// The first row of several.
    Starts,
    /// The cell above goes on here.
    GoesOn,
}

#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Default)]
struct Cell {
    column: usize,
    span: usize,
    merge: Merge,
    blocks: Vec<Block>,
}

impl Cell {
    fn is_region(&self) -> bool {
        let headed = self.blocks.iter().any(|block| block.kind == BlockKind::Heading);
        self.blocks.len() >= REGION || (headed && self.blocks.len() >= HEADED_REGION)
    }
}

impl Table {
    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn begin_cell(&mut self) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let Some(row) = self.rows.last_mut() else { return };
        let column = row.last().map_or(0, |cell| cell.column + cell.span);
        row.push(Cell { column, span: 1, ..Cell::default() });
    }

    pub(super) fn shape_cell(&mut self, span: Option<usize>, merge: Option<Merge>) {
        let Some(row) = self.rows.last_mut() else { return };
        let narrow = row.len() <= MAX_SPAN;
        let Some(cell) = row.last_mut() else { return };
        cell.span = span.unwrap_or(cell.span).clamp(1, MAX_SPAN);
        // Tall cells are looked for row by row.
        cell.merge = merge.filter(|_| narrow).unwrap_or(cell.merge);
    }

    pub(super) fn fill_cell(&mut self, blocks: Vec<Block>) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.blocks = blocks;
        }
    }

    /// The table's blocks in reading order.
    pub(super) fn arrange(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut rows = self.rows.into_iter().peekable();
        while let Some(row) = rows.next() {
            let shape = page_columns(&row);
            let mut group = vec![row];
            while let Some(next) = rows.peek() {
                let goes_on = next.iter().any(|cell| cell.merge == Merge::GoesOn);
                let alike = shape.is_some() && page_columns(next) == shape;
                match rows.next_if(|_| goes_on || alike) {
                    Some(next) => group.push(next),
                    None => break,
                }
            }
            if shape.is_some() {
                by_columns(group, &mut blocks);
            } else {
                by_rows(group, &mut blocks);
            }
        }
        blocks
    }
}

/// Where the columns of a page begin, when the row's cells are columns of a page.
fn page_columns(row: &[Cell]) -> Option<Vec<usize>> {
    let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.blocks.is_empty()).collect();
    let columns = (2..=3).contains(&filled.len()) && filled.iter().all(|cell| cell.is_region());
    columns.then(|| filled.iter().map(|cell| cell.column).collect())
}

fn by_columns(rows: Vec<Vec<Cell>>, blocks: &mut Vec<Block>) {
    let mut cells: Vec<Cell> = rows.into_iter().flatten().collect();
    // A stable sort: within a column, row by row.
    cells.sort_by_key(|cell| cell.column);
    let mut column = None;
    for mut cell in cells {
        if let Some(first) = cell.blocks.first_mut().filter(|_| column != Some(cell.column)) {
            first.opens = true;
            column = Some(cell.column);
        }
        blocks.append(&mut cell.blocks);
    }
}

/// Row by row; a tall cell that is not the first is read after the rows that it stands beside.
fn by_rows(rows: Vec<Vec<Cell>>, blocks: &mut Vec<Block>) {
    let mut tall: Vec<Cell> = Vec::new();
    for mut row in rows {
        let goes_on = |column| row.iter().any(|cell: &Cell| cell.column == column && cell.merge == Merge::GoesOn);
        let (on, over): (Vec<Cell>, Vec<Cell>) = tall.into_iter().partition(|cell| goes_on(cell.column));
        tall = on;
        blocks.extend(over.into_iter().flat_map(|cell| cell.blocks));
        let is_tall = |cell: &Cell| cell.merge == Merge::Starts && cell.column > 0 && cell.blocks.len() > 1;
        while let Some(at) = row.iter().position(is_tall) {
            tall.push(row.remove(at));
        }
        row_blocks(row, blocks);
    }
    blocks.extend(tall.into_iter().flat_map(|cell| cell.blocks));
}

fn row_blocks(mut row: Vec<Cell>, blocks: &mut Vec<Block>) {
    row.retain(|cell| !cell.blocks.is_empty());
    let short = row.iter().flat_map(|cell| &cell.blocks).map(|block| block.text.len()).sum::<usize>() <= MAX_ROW;
    let value = |cell: &Cell| matches!(cell.blocks.as_slice(), [block] if block.kind == BlockKind::Line);
    if row.len() > 1 && short && row.iter().all(value) {
        let cells: Vec<Block> = row.into_iter().flat_map(|cell| cell.blocks).collect();
        blocks.extend(joined(cells));
        return;
    }
    // A date stands at the top of its cell, beside the first line of what happened then; the place may stand below it.
    let dated = |cell: &Cell| {
        let short = |block: &Block| block.kind == BlockKind::Line && block.text.len() <= MAX_DATE;
        let dates = cell.blocks.iter().filter(|block| is_date(&block.text)).count();
        dates == 1 && cell.blocks.len() <= 2 && cell.blocks.iter().all(short)
    };
    let (dates, others): (Vec<&Cell>, Vec<&Cell>) = row.iter().partition(|cell| dated(cell));
    if let ([_, ..], [entry]) = (dates.as_slice(), others.as_slice())
        && entry.blocks.first().is_some_and(|first| first.kind != BlockKind::Item && first.text.len() <= MAX_ROW / 2)
        && !entry.blocks.iter().skip(1).any(|block| is_date(&block.text))
    {
        let kind = entry.blocks.first().map(|first| first.kind).unwrap_or_default();
        let mut firsts = Vec::new();
        let (mut places, mut rest) = (Vec::new(), Vec::new());
        for cell in row {
            let beside = dated(&cell);
            let (first, others) = split_first(cell, beside);
            firsts.extend(first);
            if beside { places.extend(others) } else { rest.extend(others) }
        }
        blocks.extend(joined(firsts).map(|block| Block { kind, ..block }));
        // A place belongs to the names, before what was done there.
        let names = |block: &Block| block.kind == BlockKind::Line && block.text.len() <= MAX_NAME;
        let text = rest.iter().position(|block| !names(block)).unwrap_or(rest.len());
        let text = rest.split_off(text.min(1));
        blocks.append(&mut rest);
        blocks.append(&mut places);
        blocks.extend(text);
        return;
    }
    blocks.extend(row.into_iter().flat_map(|cell| cell.blocks));
}

/// The line that stands beside the others' first, which is the date where there is one, and the rest of the cell.
fn split_first(cell: Cell, dated: bool) -> (Option<Block>, Vec<Block>) {
    let mut blocks = cell.blocks;
    let at = if dated { blocks.iter().position(|block| is_date(&block.text)).unwrap_or(0) } else { 0 };
    let first = (at < blocks.len()).then(|| blocks.remove(at));
    (first, blocks)
}

fn is_date(text: &str) -> bool {
    text.len() <= MAX_DATE && dates::date_line(text).is_some()
}

/// Cells of one line each as one line.
fn joined(cells: Vec<Block>) -> Option<Block> {
    let texts: Vec<&str> = cells.iter().map(|block| block.text.as_str()).collect();
    let text = texts.join(" ");
    let bold = cells.iter().all(|block| block.bold);
    let words = |block: &Block| if block.cells.is_empty() { vec![block.text.clone()] } else { block.cells.clone() };
    let values = cells.iter().flat_map(words).collect();
    let links = cells.iter().flat_map(|block| block.links.iter().cloned()).collect();
    let scale = cells.iter().map(|block| block.scale).fold(0.0, f32::max);
    Some(Block { text, bold, scale, links, cells: values, ..cells.into_iter().next()? })
}
