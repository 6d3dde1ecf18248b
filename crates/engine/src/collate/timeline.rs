//! The days that the articles name.

use crate::calendar::Day;
use crate::document::Document;
use crate::gather::Gather;
use crate::sorted::Map;
use crate::span::Span;

/// The longest run of days, in days, that is shown as a time rather than an age.
const LONGEST: i64 = 31;

/// Each day or run of days with the words that name it: article and place, sorted.
pub(crate) fn find(documents: &[Document<'_>]) -> Vec<((Day, Day), Vec<(usize, Span)>)> {
    let mut days: Map<(Day, Day), Vec<(usize, Span)>> = Map::new();
    for (a, document) in documents.iter().enumerate() {
        for time in &document.times {
            if let Some((from, to)) = time.days.filter(|(from, to)| to.since(*from) <= LONGEST) {
                days.or_default((from, to)).push((a, time.span));
            }
        }
    }
    days.into_iter().gather()
}
