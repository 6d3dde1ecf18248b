//! What the program draws from, as it travels: the Report without what stands still in the page, which the program would only
//! carry.

use crosscheck_engine::report::{Article, Difference, FORMAT, Fact, Report, Sum};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Carried {
    format: u32,
    articles: Vec<Article>,
    facts: Vec<Fact>,
    self_contradictions: Vec<Difference>,
    sums: Vec<Sum>,
}

/// A Report's bytes for the program.
///
/// # Panics
/// Never: a Report is plain data.
pub fn carried(report: &Report) -> Vec<u8> {
    let Report { format, articles, facts, self_contradictions, sums, .. } = report.clone();
    let carried = Carried { format, articles, facts, self_contradictions, sums };
    postcard::to_allocvec(&carried).expect("a Report is plain data")
}

/// Reads what [`carried`] gave, as a Report without the rest; none where it is of another format.
pub fn read_report(bytes: &[u8]) -> Option<Report> {
    let carried: Carried = postcard::from_bytes(bytes).ok()?;
    let Carried { format, articles, facts, self_contradictions, sums } = carried;
    (format == FORMAT).then(|| Report {
        format,
        title: None,
        articles,
        central_headline: None,
        facts,
        sharpest: Vec::new(),
        quotes: Vec::new(),
        quantities: Vec::new(),
        names: Vec::new(),
        timeline: Vec::new(),
        origins: Vec::new(),
        self_contradictions,
        sums,
        notes: Vec::new(),
    })
}
