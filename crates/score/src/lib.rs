//! How well the engine reads, as figures: against a careful human's reading of stories ([`gold`]), against other people's data
//! ([`bench`]), and how fast ([`speed`]). `floors` says which figure may not fall, and how far.
//!
//! Scores are shares between 0 and 1 unless a figure counts things.

pub mod bench;
pub mod floors;
pub mod gold;
pub mod speed;

use std::fmt;
use std::path::PathBuf;

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is measured; the key of its bounds in `budgets.toml`.
    pub name: String,
    /// What was measured.
    pub now: Now,
    /// What is missed and what is wrong, for those who want to look.
    pub details: Vec<String>,
}

/// A measured value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Now {
    /// A share, or anything else that is no count.
    Share(f64),
    /// A count.
    Count(usize),
    /// A count of all that could be.
    Of(usize, usize),
}

impl Now {
    /// The value as one number: of a count of all, the count.
    pub fn number(self) -> f64 {
        match self {
            Self::Share(share) => share,
            Self::Count(count) | Self::Of(count, _) => count as f64,
        }
    }
}

impl fmt::Display for Now {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(share) => write!(f, "{share:.3}"),
            Self::Count(count) => write!(f, "{count}"),
            Self::Of(count, all) => write!(f, "{count}/{all}"),
        }
    }
}

impl Figure {
    /// A figure without details.
    pub fn new(name: impl Into<String>, now: Now) -> Self {
        Self { name: name.into(), now, details: Vec::new() }
    }

    /// The same with what is missed and what is wrong.
    #[must_use]
    pub fn with(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }
}

/// Precision, recall and their F1, from what is right, wrong and missed. Of nothing, 0.
pub(crate) fn prf(right: usize, wrong: usize, missed: usize) -> (f64, f64, f64) {
    let share = |of: usize| if of > 0 { right as f64 / of as f64 } else { 0.0 };
    let (p, r) = (share(right + wrong), share(right + missed));
    (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
}

/// The folder of this checkout.
pub fn root() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", ".."].iter().collect()
}
