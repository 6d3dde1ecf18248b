//! Numbers: compared as intervals, only where they count the same.
//!
//! Guards: another class or unit is never compared; a figure of one place never with the figure of all; figures more than
//! three times apart are taken for other measures; counts of things need a shared word next to them.
//!
//! Gets wrong: running totals of articles from different days (growth, shown as a difference).

use std::collections::BTreeSet;

use super::{Found, Item, Member, Relation, item, note, set_against};
use crate::document::Document;
use crate::lexicon;
use crate::mention::quantity::Quantity;
use crate::report::Field;
use crate::token;

struct Value<'a> {
    quantity: &'a Quantity,
    /// The place right behind it ("32 attacks in Iraq").
    place: Option<String>,
    /// Words near it.
    around: BTreeSet<String>,
}

pub(super) fn compare(documents: &[Document<'_>], members: &[Member]) -> Vec<Found> {
    let mut values: Vec<(Item, Value<'_>)> = Vec::new();
    for &(a, s) in members {
        for quantity in documents[a].quantities_in(s).filter(|q| q.class != "bare") {
            values.push((item(a, s, quantity.span), value(&documents[a], quantity)));
        }
    }
    let mut classes: Vec<&str> = values.iter().map(|(_, v)| class(v.quantity)).collect();
    classes.sort_unstable();
    classes.dedup();
    let mut out = Vec::new();
    for class_name in classes {
        let mut own: Vec<(Item, Value<'_>)> = Vec::new();
        for (item, v) in &values {
            if class(v.quantity) == class_name {
                own.push((
                    item.clone(),
                    Value { quantity: v.quantity, place: v.place.clone(), around: v.around.clone() },
                ));
            }
        }
        drop_strangers(&mut own);
        let Some((items, relation)) = set_against(&own, relation) else { continue };
        let harm = class_name.starts_with("harm");
        let sharpness = match relation {
            Relation::Differ => 95,
            Relation::Unlike => 60,
            _ => 40,
        } + 2 * items.len() as u32
            + u32::from(harm);
        out.push(Found {
            field: if harm { Field::Casualty } else { Field::Number },
            items,
            compatible: relation != Relation::Differ,
            note: note(relation),
            sharpness,
        });
    }
    out
}

/// Casualties may be deaths or injuries: one class with whichever stands beside them.
fn class(quantity: &Quantity) -> &str {
    if quantity.is_harm() { "harm" } else { &quantity.class }
}

fn value<'a>(document: &Document<'_>, quantity: &'a Quantity) -> Value<'a> {
    let tokens = &document.sentences[quantity.sentence].tokens;
    let end = tokens.iter().position(|t| t.span.start >= quantity.span.end).unwrap_or(tokens.len());
    let place = tokens
        .get(end)
        .filter(|t| t.is_any(&["in", "at", "near"]))
        .and_then(|_| tokens.get(end + 1))
        .filter(|t| t.capital)
        .map(|t| lexicon::country(&t.lower, true).map_or_else(|| t.lower.clone(), str::to_owned));
    let from = quantity.token.saturating_sub(10);
    let near =
        tokens[from..tokens.len().min(end + 10)].iter().filter(|t| t.span.overlap(quantity.span) == 0 && t.is_word());
    Value { quantity, place, around: near.flat_map(token::keys).collect() }
}

/// Drops values that no other article's value can be set against.
fn drop_strangers(values: &mut Vec<(Item, Value<'_>)>) {
    let kept: Vec<bool> = values
        .iter()
        .map(|(item, v)| values.iter().any(|(other, w)| other.article != item.article && comparable(v, w)))
        .collect();
    let mut kept = kept.into_iter();
    values.retain(|_| kept.next().unwrap_or(false));
}

fn comparable(left: &Value<'_>, right: &Value<'_>) -> bool {
    let (l, r) = (left.quantity, right.quantity);
    let harm = l.is_harm() && r.is_harm();
    let one_class = l.class == r.class || harm && (l.class == "harm:casualty" || r.class == "harm:casualty");
    let one_place = left.place == right.place;
    let anchored = harm || left.around.intersection(&right.around).next().is_some();
    one_class && one_place && anchored && near(l, r)
}

/// At most three times apart; a vague count is near to everything from its least on.
fn near(left: &Quantity, right: &Quantity) -> bool {
    match (left.value, right.value) {
        // Below zero and above it are never near.
        (Some(a), Some(b)) => a * b >= 0.0 && a.abs().max(b.abs()) <= 3.0 * a.abs().min(b.abs()),
        (None, Some(v)) => meets(left, v),
        (Some(v), None) => meets(right, v),
        (None, None) => true,
    }
}

fn meets(vague: &Quantity, value: f64) -> bool {
    let (min, max) = vague.interval();
    (min..=max).contains(&value) && value <= 10.0 * min.max(1.0)
}

fn relation(left: &Value<'_>, right: &Value<'_>) -> Relation {
    let (l, r) = (left.quantity, right.quantity);
    if !comparable(left, right) {
        // In one class, but not to be set against each other: never a contradiction.
        return Relation::LessPrecise;
    }
    let words_differ = l.class != r.class;
    let plain = |q: &Quantity| q.min.is_none() && q.max.is_none() && !q.is_loose() && q.value.is_some();
    let found = match (l.vague, r.vague) {
        (Some(a), Some(b)) if a == b => Relation::Equal,
        (Some(a), Some(b)) if a.abs_diff(b) >= 2 => Relation::Unlike,
        (Some(_), _) | (_, Some(_)) => Relation::LessPrecise,
        _ if l.value == r.value && l.min == r.min && l.max == r.max && plain(l) == plain(r) => Relation::Equal,
        _ => {
            let ((a, b), (c, d)) = (l.interval(), r.interval());
            // "More than 60" is said of 61 to about 100, not of a thousand.
            let open =
                |q: &Quantity, top: f64| if top.is_infinite() { q.value.unwrap_or_default() * 1.6 + 2.0 } else { top };
            let (b, d) = (open(l, b), open(r, d));
            if a <= d && c <= b { Relation::LessPrecise } else { Relation::Differ }
        }
    };
    if words_differ { found.max(Relation::Unlike) } else { found }
}

/// Whether two figures of different articles measure the same: for grouping all figures.
pub(crate) fn same_quantity(left: (&Document<'_>, &Quantity), right: (&Document<'_>, &Quantity)) -> bool {
    let (l, r) = (value(left.0, left.1), value(right.0, right.1));
    left.1.class != "bare"
        && comparable(&l, &r)
        && relation(&l, &r) <= Relation::Unlike
        && (left.1.vague.is_some() || right.1.vague.is_some() || {
            let ((a, b), (c, d)) = (left.1.interval(), right.1.interval());
            a <= d && c <= b
        })
}
