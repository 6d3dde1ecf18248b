//! An article as it comes in: a name and its text.

use std::borrow::Cow;
use std::fmt;

use crate::gather::Gather;
use crate::page;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 2_000_000;

/// A file name and the text in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// File name with its ending, without folders.
    pub name: String,
    /// The file's text, UTF-8, unchanged. Of plain text it is the article's own text, so that offsets in the Report are offsets
    /// into the file; a file in another encoding is decoded first, and offsets then count in its UTF-8 form. Of HTML and
    /// Markdown the article's own text is what they show: [`Source::shown`].
    pub text: String,
}

impl Source {
    /// Decodes a file: UTF-8 with or without a byte-order mark, UTF-16 with one, or a web page in the encoding that it states
    /// where that is Windows-1252 or ISO-8859-1. Nothing is guessed.
    ///
    /// # Errors
    /// Where the bytes are no text that can be read for certain, are more than [`MAX_BYTES`], or hold no words.
    ///
    /// # Examples
    /// ```
    /// use crosscheck_engine::{Source, SourceError};
    /// assert_eq!(Source::from_bytes("a.txt", b"A storm hit.").unwrap().text, "A storm hit.");
    /// assert_eq!(Source::from_bytes("b.txt", b" \n"), Err(SourceError::Empty));
    /// ```
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, SourceError> {
        if bytes.len() > MAX_BYTES {
            return Err(SourceError::TooLarge { bytes: bytes.len() });
        }
        let text = decode(name, bytes)?;
        if !text.chars().any(char::is_alphanumeric) {
            return Err(SourceError::Empty);
        }
        Ok(Self { name: name.to_owned(), text })
    }

    /// The article's own text: the file's, or what a web page or Markdown (by the ending of the name, or its first words)
    /// shows. It is the `text` of the article in the Report.
    pub fn shown(&self) -> Cow<'_, str> {
        page::read(&self.name, &self.text).text
    }
}

fn decode(name: &str, bytes: &[u8]) -> Result<String, SourceError> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks(2).map(|pair| from([pair[0], *pair.get(1).unwrap_or(&0)])).gather();
        String::from_utf16(&units).map_err(|_| SourceError::Binary)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [b'%', b'P', b'D', b'F', ..] => Err(SourceError::Pdf),
        // Text files have no NUL; every common binary format has one near its beginning.
        _ if bytes.iter().take(8192).any(|&b| b == 0) => Err(SourceError::Binary),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => {
                // Its tags are ASCII in all encodings that extend it.
                let latin: String = bytes.iter().map(|&b| page::windows_1252(b)).collect();
                if page::is_html(name, &latin) {
                    return match page::encoding(&latin[..latin.floor_char_boundary(4096)]) {
                        Some(encoding) if LATIN.contains(&encoding.as_str()) => Ok(latin),
                        Some(encoding) if encoding != "utf-8" => Err(SourceError::Encoding(encoding)),
                        _ => Err(not_utf8(bytes, error)),
                    };
                }
                Err(not_utf8(bytes, error))
            }
        },
    }
}

/// What pages call Windows-1252 (encoding.spec.whatwg.org, "windows-1252").
const LATIN: [&str; 8] =
    ["windows-1252", "iso-8859-1", "latin1", "us-ascii", "ascii", "cp1252", "iso8859-1", "x-cp1252"];

fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> SourceError {
    let at = error.valid_up_to();
    let line = bytes[..at].split(|&b| b == b'\n').count();
    SourceError::NotUtf8 { byte: at, line }
}
/// Why a file cannot be read as an article. The message ends with the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceError {
    /// No letters or digits.
    Empty,
    /// More than [`MAX_BYTES`].
    TooLarge {
        /// The file's size, in bytes.
        bytes: usize,
    },
    /// Not text at all.
    Binary,
    /// A PDF file.
    Pdf,
    /// A web page in an encoding that is not read, by the name that it states.
    Encoding(String),
    /// Text in an encoding that cannot be told for certain.
    NotUtf8 {
        /// The first byte that is not UTF-8.
        byte: usize,
        /// Its line, from 1.
        line: usize,
    },
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text in it: paste the article into it, or delete the file"),
            Self::TooLarge { bytes } => {
                write!(f, "it has {bytes} bytes and at most {MAX_BYTES} are read: keep only the article's text")
            }
            Self::Binary => f.write_str("it is not a text file: save the article as plain text (UTF-8)"),
            Self::Pdf => f.write_str("it is a PDF: copy the article's text into a .txt file"),
            Self::Encoding(encoding) => write!(
                f,
                "its head says that it is in {encoding}, which is not read: open it in a browser and copy the article into a .txt file"
            ),
            Self::NotUtf8 { byte, line } => {
                write!(
                    f,
                    "line {line} (byte {byte}) is not UTF-8: open it in an editor and save it with the encoding UTF-8"
                )
            }
        }
    }
}

impl std::error::Error for SourceError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_decoded() {
        let read = |bytes: &[u8]| Source::from_bytes("a.txt", bytes).map(|s| s.text);
        assert_eq!(read("\u{feff}Zürich burns.".as_bytes()).as_deref(), Ok("\u{feff}Zürich burns."));
        assert_eq!(read(b"\xff\xfeH\0i\0").as_deref(), Ok("Hi"));
        let page = |bytes: &[u8]| Source::from_bytes("a.html", bytes).map(|s| s.text);
        assert_eq!(
            page(b"<meta charset='ISO-8859-1'>caf\xe9 \x93x\x94").as_deref(),
            Ok("<meta charset='ISO-8859-1'>café “x”")
        );
        assert_eq!(
            page(b"<meta http-equiv=content-type content='text/html; charset=koi8-r'>\xe9"),
            Err(SourceError::Encoding("koi8-r".to_owned()))
        );
        assert_eq!(page("<meta charset=latin1>é".as_bytes()).as_deref(), Ok("<meta charset=latin1>é"), "it is UTF-8");
        assert_eq!(page(b"<p>\n\xe9"), Err(SourceError::NotUtf8 { byte: 4, line: 2 }));
        assert_eq!(read(b"one\ncaf\xe9"), Err(SourceError::NotUtf8 { byte: 7, line: 2 }));
        assert_eq!(read(b"PK\x03\x04\0\0"), Err(SourceError::Binary));
        assert_eq!(read(b"%PDF-1.7 text"), Err(SourceError::Pdf));
        assert_eq!(read(b""), Err(SourceError::Empty));
        assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]), Err(SourceError::TooLarge { bytes: MAX_BYTES + 1 }));
    }
}
