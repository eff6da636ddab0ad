//! Fields of a DOCX: a code that says what stands there, and the result that is shown.

use crate::flow::is_page_number;

/// Fields within fields; Word's own forms nest a few.
const MAX_FIELDS: usize = 64;
/// No field's code is longer.
const MAX_CODE: usize = 8_192;

/// The fields that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Fields begun beyond the bound.
    beyond: usize,
}

#[derive(Debug, Default)]
struct Field {
    code: String,
    in_result: bool,
    /// The result is the number of a page.
    page_number: bool,
}

impl Field {
    const fn shows(&self) -> bool {
        self.in_result && !self.page_number
    }
}

impl Fields {
    pub(super) fn begin(&mut self) {
        if self.open.len() < MAX_FIELDS {
            self.open.push(Field::default());
        } else {
            self.beyond += 1;
        }
    }

    pub(super) fn code(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| field.code.len() + text.len() <= MAX_CODE) {
            field.code.push_str(text);
        }
    }

    /// The code is through and the result follows. Gives the code, unless the field stands in what is not shown.
    pub(super) fn separate(&mut self) -> Option<String> {
        let (field, around) = self.open.split_last_mut().filter(|_| self.beyond == 0)?;
        let again = field.in_result;
        field.in_result = true;
        field.page_number = is_page_number(&field.code);
        let shown = !again && around.iter().all(Field::shows);
        shown.then(|| field.code.clone())
    }

    pub(super) fn end(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.open.pop();
        }
    }

    /// True where letters are text of the document: outside of fields and in their results.
    pub(super) fn is_shown(&self) -> bool {
        self.open.iter().all(Field::shows) && self.beyond == 0
    }
}
