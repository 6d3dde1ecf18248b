//! Reads news articles on one event and compares what they claim. Pure: text in, [`report::Report`] out; no files, no clock,
//! no network, no randomness. The same articles give the same bytes on every machine and in every order.
//!
//! Any text is valid input. The steps, each a module that looks only at those before it: `article` (headline, body, what is
//! set aside), `sentence`, `mention` (quotations, quantities, times, names), `claim` (who says it, in which voice), `align`
//! (which sentences claim the same), `compare` (what differs), `collate` (what runs across articles), [`analyse()`].
//!
//! # Examples
//! ```
//! use crosscheck_engine::{Options, Source, analyse, report::Status};
//!
//! let article = |name: &str, text: &str| Source::from_bytes(name, text.as_bytes()).unwrap();
//! let report = analyse(
//!     &[
//!         article("a.txt", "The warehouse fire in Leeds injured eight people, police said."),
//!         article("b.txt", "Police said the warehouse fire in Leeds injured six people."),
//!     ],
//!     &Options::default(),
//! );
//! assert_eq!(report.facts[0].status, Status::Differ);
//! assert_eq!(report.facts[0].differences[0].values[0].text, "eight people");
//! ```

pub mod report;

mod align;
mod analyse;
mod article;
mod calendar;
mod claim;
mod classes;
mod clause;
mod collate;
mod compare;
mod dates;
mod document;
mod excerpts;
#[cfg(feature = "fit")]
pub mod fit;
mod gather;
mod inspect;
mod known;
mod letters;
mod lexicon;
mod mention;
pub mod order;
mod page;
mod sentence;
mod sorted;
mod source;
mod span;
mod token;
mod words;

pub use analyse::{HostArticle, HostStory, Options, analyse};
pub use excerpts::excerpts;
pub use inspect::{BadDate, Inspection, inspect};
pub use source::{MAX_BYTES, Source, SourceError};
