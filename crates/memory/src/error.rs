//! What can be wrong with a stored row or record.

/// Why a stored row or record cannot be read. It says where, never what stood there: records are about people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Written by a later Loupe. What is stored must be left as it is.
    #[error("stored in format {found} by a newer version; this version reads up to format {known}")]
    Newer {
        /// The format it is in.
        found: u64,
        /// The newest format that can be read.
        known: u64,
    },
    /// A format that never was.
    #[error("no format has the number {0}")]
    NoSuchFormat(u64),
    /// Larger than any that is written.
    #[error("{bytes} bytes are more than the {limit} that one may have")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size that is read.
        limit: usize,
    },
    /// A record that is not JSON, ends early, or lacks or misstates a field.
    #[error("{problem} at line {line}, column {column}")]
    Record {
        /// What is wrong.
        problem: &'static str,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// A row that ends early, goes on too long, or holds what no row holds.
    #[error("the row {0}")]
    Row(&'static str),
}
