//! How a row stands as the page shows it: the Report's status, or unsure where too few of its mentions are certain.

use crosscheck_engine::report::{Fact, Status};

/// How the articles in a row stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Two or more articles say it, and nothing in it was found to differ.
    Agree,
    /// They say it with unlike precision.
    LessPrecise,
    /// A value differs.
    Differ,
    /// The same thing is tied to different events.
    DifferentEvents,
    /// One article says it.
    Single,
    /// Fewer than two articles say it for certain, so that nothing is claimed of how they stand.
    Unsure,
}

impl Standing {
    /// Every one.
    pub const EACH: [Self; 6] =
        [Self::Agree, Self::LessPrecise, Self::Differ, Self::DifferentEvents, Self::Single, Self::Unsure];

    pub(crate) fn of(fact: &Fact) -> Self {
        match fact.status {
            Status::Single => Self::Single,
            Status::DifferentEvents => Self::DifferentEvents,
            _ if fact.is_unsure() => Self::Unsure,
            Status::Agree => Self::Agree,
            Status::LessPrecise => Self::LessPrecise,
            Status::Differ => Self::Differ,
        }
    }
}
