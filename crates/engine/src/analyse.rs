//! The one entry: sources in, Report out.

use crate::report::{FORMAT, Report};
use crate::source::Source;

/// What the caller may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Treat headlines as sentences that assert.
    pub headlines_claim: bool,
}

/// Reads and compares `sources`. Their order does not matter.
pub fn analyse(_sources: &[Source], _options: &Options) -> Report {
    Report {
        format: FORMAT,
        articles: Vec::new(),
        central_headline: None,
        facts: Vec::new(),
        sharpest: Vec::new(),
        quotes: Vec::new(),
        quantities: Vec::new(),
        names: Vec::new(),
        timeline: Vec::new(),
        origins: Vec::new(),
        notes: Vec::new(),
    }
}
