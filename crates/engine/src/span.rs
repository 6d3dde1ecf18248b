//! Where something stands in a text.

use crate::report::Range;

/// A half-open byte range in one text, on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
}

impl Span {
    /// A span from `start` to `end`; callers take both from character positions of the text.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The words at this place.
    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Number of bytes.
    pub(crate) fn len(self) -> u32 {
        self.end - self.start
    }

    /// True where `other` lies inside.
    pub(crate) fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Number of bytes in common.
    pub(crate) fn overlap(self, other: Self) -> u32 {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The smallest span that holds both.
    pub(crate) fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Without white space at both ends.
    pub(crate) fn trim(self, text: &str) -> Self {
        let inside = self.of(text);
        let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
        let left = inside.len() - inside.trim_start_matches(blank).len();
        let kept = inside.trim_matches(blank).len();
        Self::new(self.start as usize + left, self.start as usize + left + kept)
    }
}

impl From<Span> for Range {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}
