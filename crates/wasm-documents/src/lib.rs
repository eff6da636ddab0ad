//! The browser's face of the document reader: conversions and nothing else.
//!
//! A module of its own, loaded when the first file comes, so that pages alone never pay for it.

use js_sys::Error;
use loupe_read::{ReadError, Reading};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// Reads a file: PDF, DOCX, text, Markdown, HTML, JSON Resume. `name` is what the source is called.
///
/// # Errors
/// A JavaScript `Error` whose name is the kind of [`ReadError`] and whose message is its line in English.
#[wasm_bindgen]
pub fn read_file(bytes: &[u8], name: &str) -> Result<Ts<Reading>, JsValue> {
    let reading = loupe_documents::read_file(bytes, name).map_err(|error| thrown(&error))?;
    reading.into_ts().map_err(|error| Error::new(&error.to_string()).into())
}

/// Files larger than this are not read.
#[wasm_bindgen]
pub fn max_file_bytes() -> u32 {
    u32::try_from(loupe_documents::MAX_FILE_BYTES).unwrap_or(u32::MAX)
}

fn thrown(error: &ReadError) -> JsValue {
    let thrown = Error::new(&error.to_string());
    thrown.set_name(error.id());
    thrown.into()
}
