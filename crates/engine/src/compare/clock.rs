//! Times of day, in clauses that say one thing. Never a contradiction: clocks differ, and so do the moments of one event.
//!
//! Guards: each the only one in its clause, with the half of the day known, and no time of saying.
//!
//! Gets wrong: two moments of one event (the call and the arrival), and times of two zones.

use super::{Found, Item, Part, Relation, item, note, set_against, time};
use crate::document::Document;
use crate::report::Field;

/// Up to so many minutes apart, one time is a rounder way to put the other.
const ROUND: i32 = 15;

pub(super) fn in_parts(documents: &[Document<'_>], parts: &[Part]) -> Option<Found> {
    let mut values: Vec<(Item, i32)> = Vec::new();
    for &((a, s), clause) in parts {
        let document = &documents[a];
        let told = |t: &&crate::mention::time::Time| clause.holds(t.span) && time::is_event_time(document, t);
        let mut clocks = document.times_in(s).iter().filter(told).filter_map(|t| t.at.clock.map(|c| (t.span, c)));
        let (Some((span, clock)), None) = (clocks.next(), clocks.next()) else { continue };
        if clock.sure {
            values.push((item(a, s, span), i32::from(clock.hour) * 60 + i32::from(clock.minute.unwrap_or(0))));
        }
    }
    let relation = |l: &i32, r: &i32| match (l - r).abs() {
        0 => Relation::Equal,
        apart if apart <= ROUND => Relation::LessPrecise,
        _ => Relation::Unlike,
    };
    let (items, relation) = set_against(&values, relation)?;
    let sharpness = if relation == Relation::Unlike { 52 } else { 28 } + items.len() as u32;
    Some(Found { field: Field::Time, items, compatible: true, note: note(relation), sharpness })
}
