//! A Report as a file that other programs read. Pure: Report in, text out; the same Report gives the same bytes.
//!
//! Whatever it writes says no more than the Report: words about the event are an article's own, silence is written as
//! nothing, and of a row that is unsure it is not said that it agrees or differs.

mod cells;
mod csv;
mod json_ld;
mod markdown;
mod words;

use crosscheck_engine::report::Report;

pub use csv::csv;
pub use json_ld::json_ld;
pub use markdown::markdown;

/// The JSON Schema (2020-12) of what [`json`] writes: `docs/report.schema.json`.
pub const SCHEMA: &str = include_str!("../../../docs/report.schema.json");

/// The Report itself, on one line. [`SCHEMA`] says what is in it.
pub fn json(report: &Report) -> String {
    written(report)
}

/// Plain data as JSON, with a line end.
fn written(data: &impl serde::Serialize) -> String {
    // Fails for maps whose keys are no strings, and there are none.
    serde_json::to_string(data).map(|json| json + "\n").unwrap_or_default()
}
