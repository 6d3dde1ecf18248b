//! The same thing tied to different events: a type of aircraft, ship or weapon that one article puts on a day on which no
//! other article puts it, while the others agree.
//!
//! It needs no alignment of sentences: only a designation that three articles print, and each one's event day.
//!
//! Gets wrong: two machines of one type used on two days, of which each article tells one.

use super::{Found, Item, item, time, weapon};
use crate::calendar::Day;
use crate::document::Document;
use crate::gather::Gather;
use crate::report::{DifferenceNote, Field};
use crate::sorted::Map;

/// How many sentences an event's day is carried on.
const CARRY: usize = 4;

/// The conflations of a story. The value that stands apart is the only one of its way.
pub(crate) fn conflations(documents: &[Document<'_>]) -> Vec<Found> {
    let days: Vec<Vec<Option<(Day, bool)>>> = documents.iter().map(event_days).gather();
    let mut places: Map<String, Map<usize, Vec<(Item, Option<(Day, bool)>)>>> = Map::new();
    for (a, document) in documents.iter().enumerate() {
        for s in 0..document.sentences.len() {
            for weapon in weapon::find(document, s) {
                let Some(designation) = weapon.designation else { continue };
                places.or_default(designation).or_default(a).push((item(a, s, weapon.span), days[a][s]));
            }
        }
    }
    let mut out = Vec::new();
    for by_article in places.values().filter(|p| p.len() >= 3) {
        // The first dated mention of each article speaks for it.
        let first: Vec<(Item, Day, bool)> = by_article
            .values()
            .filter_map(|m| m.iter().find_map(|(item, day)| day.map(|(d, own)| (item.clone(), d, own))))
            .gather();
        for (odd, day, _) in &first {
            let others: Vec<&(Item, Day, bool)> =
                first.iter().filter(|(item, ..)| item.article != odd.article).gather();
            let agreed = others.len() >= 2
                && others.iter().all(|(_, d, _)| d == &others[0].1 && d != day)
                && others.iter().any(|(.., own)| *own);
            if !agreed {
                continue;
            }
            let items = first
                .iter()
                .map(|(item, d, own)| Item {
                    resolved: Some(d.to_string()),
                    carried: !own,
                    way: u32::from(d != &first[0].1),
                    ..item.clone()
                })
                .gather();
            let found = Found {
                field: Field::Weapon,
                items,
                compatible: false,
                note: Some(DifferenceNote::DifferentEvents),
                sharpness: 100,
            };
            out.push(found);
        }
    }
    out
}

/// For each sentence the day of its event and whether the sentence itself gives it; else the day is carried on from before.
/// What is said on a day did not happen later than that day.
fn event_days(document: &Document<'_>) -> Vec<Option<(Day, bool)>> {
    let mut out = Vec::new();
    let mut carried: Option<(Day, usize)> = None;
    for s in 0..document.sentences.len() {
        let own = document
            .times_in(s)
            .iter()
            .find(|t| t.is_day() && !t.since && time::is_event_time(document, t))
            .and_then(|t| t.days)
            .map(|d| d.0);
        let said = document
            .times_in(s)
            .iter()
            .find(|t| t.is_day() && !t.since && !time::is_event_time(document, t) && t.token <= 2)
            .and_then(|t| t.days)
            .map(|d| d.0);
        let day = match (own, carried) {
            (Some(day), _) => Some((day, true)),
            (None, Some((day, since))) if s - since <= CARRY => Some((said.map_or(day, |said| day.min(said)), false)),
            _ => said.map(|d| (d, false)),
        };
        if let Some((day, true)) = day {
            carried = Some((day, s));
        } else if let (Some(said), Some((day, since))) = (said, carried)
            && said < day
        {
            carried = Some((said, since.max(s)));
        }
        out.push(day);
    }
    out
}
