//! Reads news articles on one event and compares what they claim.

pub mod report;
mod analyse;
mod source;

pub use analyse::{Options, analyse};
pub use source::{Source, SourceError};
