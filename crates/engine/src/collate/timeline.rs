//! The days that the articles name.

use std::collections::BTreeMap;

use crate::calendar::Day;
use crate::document::Document;
use crate::span::Span;

/// The longest run of days, in days, that is shown as a time rather than an age.
const LONGEST: i64 = 31;

/// Each day or run of days with the words that name it: article and place, sorted.
pub(crate) fn find(documents: &[Document<'_>]) -> Vec<((Day, Day), Vec<(usize, Span)>)> {
    let mut days: BTreeMap<(Day, Day), Vec<(usize, Span)>> = BTreeMap::new();
    for (a, document) in documents.iter().enumerate() {
        for time in &document.times {
            if let Some((from, to)) = time.days.filter(|(from, to)| to.since(*from) <= LONGEST) {
                days.entry((from, to)).or_default().push((a, time.span));
            }
        }
    }
    days.into_iter().collect()
}
