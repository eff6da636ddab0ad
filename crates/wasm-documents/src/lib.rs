//! The browser's face of the document reader: conversions and nothing else.
//!
//! A module of its own, loaded when the first file comes, so that pages alone never pay for it. What only developers ask
//! for is here too, so that nobody else loads it with every page.

use js_sys::Error;
use loupe_read::{PageCapture, ReadError, Reading};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// Reads a file: PDF, DOCX, text, Markdown, HTML, JSON Resume. `name` is what the source is called.
///
/// # Errors
/// A JavaScript `Error` whose name is the kind of [`ReadError`] and whose message is its line in English.
#[wasm_bindgen]
pub fn read_file(bytes: &[u8], name: &str) -> Result<Ts<Reading>, JsValue> {
    let reading = loupe_documents::read_file(bytes, name).map_err(|error| thrown(&error))?;
    reading.into_ts().map_err(|error| malformed(&error))
}

/// A captured page without its people: the beginning of a sample page for a site file.
///
/// # Errors
/// As [`read_file`] has them, or a capture of another shape.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "what wasm-bindgen hands over is owned")]
pub fn redact(capture: Ts<PageCapture>) -> Result<Ts<PageCapture>, JsValue> {
    let capture = capture.to_rust().map_err(|error| malformed(&error))?;
    let redacted = loupe_read::redact(&capture).map_err(|error| thrown(&error))?;
    redacted.into_ts().map_err(|error| malformed(&error))
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

fn malformed(error: &tsify::Error) -> JsValue {
    let thrown = Error::new(&error.to_string());
    thrown.set_name("malformed");
    thrown.into()
}
