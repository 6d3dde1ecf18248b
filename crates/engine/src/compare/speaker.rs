//! Who says so. Gets wrong: two names for one body ("the ministry", "the government").
//!
//! Two names for a speaker are never a contradiction: several people may say one thing.

use super::{Found, Item, Member, Relation, item, set_against};
use crate::document::Document;
use crate::report::Field;

pub(super) fn compare(documents: &[Document<'_>], members: &[Member]) -> Option<Found> {
    let mut values: Vec<(Item, Vec<String>)> = Vec::new();
    for &(a, s) in members {
        let Some(speaker) = &documents[a].claims[s].speaker else { continue };
        values.push((item(a, s, speaker.span), fold(&speaker.name)));
    }
    let same = |l: &Vec<String>, r: &Vec<String>| {
        let (short, long) = if l.len() <= r.len() { (l, r) } else { (r, l) };
        if !short.is_empty() && short.iter().all(|w| long.contains(w)) { Relation::Equal } else { Relation::Unlike }
    };
    let (items, _) = set_against(&values, same)?;
    let sharpness = 15 + items.len() as u32;
    Some(Found { field: Field::Attribution, items, compatible: true, note: None, sharpness })
}

/// The words of a name that tell it from others.
fn fold(name: &str) -> Vec<String> {
    let small = ["the", "a", "an", "of", "s", "u", "us"];
    let plain = name.to_lowercase().replace("u.s.", "us");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !small.contains(w))
        .map(str::to_owned)
        .collect()
}
