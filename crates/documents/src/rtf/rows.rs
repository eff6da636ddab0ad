//! Tables of an RTF, which has only rows: what a paragraph's depth says opens and closes them.

use crate::flow::{Flow, Merge};
use crate::seen::Ground;

/// Tables within tables; a layout has three.
const MAX_DEPTH: usize = 16;
/// Cells of one row.
const MAX_CELLS: usize = 64;

/// What a row's definition says of a cell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    merge: Merge,
    /// It is one with the cell before it.
    joined: bool,
    /// A colour's number, 0 for none.
    pub(super) shade: i32,
}

/// The cells of the row that comes, as the words before it define them.
#[derive(Debug, Default)]
pub(super) struct Definition {
    cells: Vec<Shape>,
    next: Shape,
}

impl Definition {
    /// Takes a control word; false when it defines no row.
    pub(super) fn note(&mut self, word: &str, number: Option<i32>) -> bool {
        match word {
            "trowd" => *self = Self::default(),
            "clvmgf" => self.next.merge = Merge::Starts,
            "clvmrg" => self.next.merge = Merge::GoesOn,
            "clmrg" => self.next.joined = true,
            "clcbpat" => self.next.shade = number.unwrap_or(0),
            "cellx" => {
                let next = std::mem::take(&mut self.next);
                if self.cells.len() < MAX_CELLS {
                    self.cells.push(next);
                }
            }
            _ => return false,
        }
        true
    }
}

/// What is open where a text stands: the body, a box or a header has its own.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) in_paragraph: bool,
    /// What is behind the text.
    pub(super) ground: Ground,
    tables: Vec<Table>,
}

#[derive(Debug, Default)]
struct Table {
    in_row: bool,
    in_cell: bool,
    cell: usize,
    shade: i32,
}

impl Place {
    pub(super) const fn new(ground: Ground) -> Self {
        Self { in_paragraph: false, ground, tables: Vec::new() }
    }

    /// The colour behind the open cell: its number, 0 for none.
    pub(super) fn shade(&self) -> i32 {
        self.tables.iter().rev().map(|table| table.shade).find(|shade| *shade > 0).unwrap_or(0)
    }

    /// Opens and closes tables until so many are open, and a cell in each.
    pub(super) fn go_to(&mut self, depth: i32, row: &Definition, flow: &mut Flow) {
        let depth = usize::try_from(depth).unwrap_or(0).min(MAX_DEPTH);
        while self.tables.len() > depth {
            self.end_row(flow);
            self.tables.pop();
            flow.end_table();
        }
        self.open_cell(row, flow);
        while self.tables.len() < depth {
            flow.begin_table();
            self.tables.push(Table::default());
            self.open_cell(row, flow);
        }
    }

    fn open_cell(&mut self, row: &Definition, flow: &mut Flow) {
        let outermost = self.tables.len() == 1;
        let Some(table) = self.tables.last_mut() else { return };
        if !table.in_row {
            flow.begin_row();
            *table = Table { in_row: true, ..Table::default() };
        }
        if !table.in_cell {
            flow.begin_cell();
            table.in_cell = true;
            // An inner table's rows are defined behind them.
            let shape = row.cells.get(table.cell).filter(|_| outermost).copied().unwrap_or_default();
            table.shade = shape.shade;
            if !shape.joined {
                flow.cell(None, Some(shape.merge));
            }
        }
    }

    /// The end of a cell, which may be empty.
    pub(super) fn end_cell(&mut self, depth: i32, row: &Definition, flow: &mut Flow) {
        self.end_paragraph(flow);
        self.go_to(depth.max(1), row, flow);
        if let Some(table) = self.tables.last_mut() {
            flow.end_cell();
            table.in_cell = false;
            table.cell += 1;
        }
    }

    pub(super) fn end_row(&mut self, flow: &mut Flow) {
        self.end_paragraph(flow);
        if let Some(table) = self.tables.last_mut() {
            if table.in_cell {
                flow.end_cell();
            }
            *table = Table::default();
        }
    }

    /// The end of a row of a table so many deep.
    pub(super) fn end_row_at(&mut self, depth: i32, row: &Definition, flow: &mut Flow) {
        if self.tables.len() >= usize::try_from(depth).unwrap_or(0) {
            self.end_paragraph(flow);
            self.go_to_open(depth, row, flow);
            self.end_row(flow);
        }
    }

    /// As [`Self::go_to`], only closing.
    fn go_to_open(&mut self, depth: i32, row: &Definition, flow: &mut Flow) {
        if self.tables.len() > usize::try_from(depth).unwrap_or(0) {
            self.go_to(depth, row, flow);
        }
    }

    pub(super) fn end_paragraph(&mut self, flow: &mut Flow) {
        if std::mem::take(&mut self.in_paragraph) {
            flow.end_paragraph();
        }
    }

    /// Closes everything.
    pub(super) fn finish(&mut self, flow: &mut Flow) {
        self.end_paragraph(flow);
        self.go_to(0, &Definition::default(), flow);
    }
}
