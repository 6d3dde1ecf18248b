//! An article as it comes in: a name and its text.

use std::fmt;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 2_000_000;

/// A file name and the text in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// File name with its ending, without folders.
    pub name: String,
    /// The text, UTF-8, unchanged: offsets in the Report are offsets into the file.
    pub text: String,
}

/// Why a file cannot be read as an article. The message ends with the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceError {
    /// No bytes, or white space only.
    Empty,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it is empty"),
        }
    }
}

impl std::error::Error for SourceError {}
