//! PDFs as programs write them that note no structure; what is read of those rests on where letters stand.

/// The same file with its structure tree under a name that no reader knows.
pub(crate) fn untagged(file: &[u8]) -> Vec<u8> {
    let name = b"/StructTreeRoot";
    let found: Vec<usize> = (0..file.len()).filter(|at| file[*at..].starts_with(name)).collect();
    assert!(!found.is_empty(), "the file has no structure tree");
    let mut file = file.to_vec();
    for at in found {
        file[at + 1] = b'X';
    }
    file
}
