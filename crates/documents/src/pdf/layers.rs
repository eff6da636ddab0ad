//! Layers that are switched off (optional content, ISO 32000-2, 8.11): what is on them is in the file and not on the page.
//!
//! The interpreter leaves them out on its own. To read them too, a page is drawn once more with its marks of layers
//! blanked out; what that adds is what was hidden. Drawings that belong to a layer as a whole stay out.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name};

/// True when a file has layers that are off as it opens.
pub(super) fn any_off(pdf: &Pdf) -> bool {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let Some(layers) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("OCProperties")) else { return false };
    layers.get::<Dict<'_>>("D").is_some_and(|config| {
        let off = config.get::<Array<'_>>("OFF").is_some_and(|off| off.raw_iter().next().is_some());
        off || config.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_str() == "OFF")
    })
}

/// A page's instructions with the marks of layers blanked out; nothing when it has none.
pub(super) fn blank(content: &[u8]) -> Option<Vec<u8>> {
    let mut blanked = None;
    for at in memchr::memmem::find_iter(content, b"/OC") {
        // `/OC /Name BDC`
        let rest = content.get(at + 3..).unwrap_or_default();
        let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if rest.get(space) != Some(&b'/') {
            continue;
        }
        let name = rest.iter().skip(space + 1).take(128).take_while(|byte| byte.is_ascii_graphic()).count();
        let end = space + 1 + name;
        let gap = rest.iter().skip(end).take_while(|byte| byte.is_ascii_whitespace()).count();
        if gap > 0 && rest.get(end + gap..end + gap + 3) == Some(b"BDC") {
            let blanked: &mut Vec<u8> = blanked.get_or_insert_with(|| content.to_vec());
            let from = at + 3 + space;
            if let Some(name) = blanked.get_mut(from..from + 1 + name) {
                name.fill(b' ');
            }
            if let Some(operator) = blanked.get_mut(at + 3 + end + gap..at + 3 + end + gap + 3) {
                operator.copy_from_slice(b"BMC");
            }
        }
    }
    blanked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_of_layers_are_blanked() {
        let content = b"/OC /MC0 BDC (a) Tj EMC /Span /P BDC EMC /OCR gs /OC/L1 BDC";
        let expected = b"/OC      BMC (a) Tj EMC /Span /P BDC EMC /OCR gs /OC    BMC";
        assert_eq!(blank(content).as_deref(), Some(expected.as_slice()));
        assert_eq!(blank(b"BT /F 12 Tf ET"), None);
    }
}
