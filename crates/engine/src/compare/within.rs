//! Where one article contradicts itself: two figures for one thing that cannot both be right.
//!
//! Guards: those of two articles' figures (see `quantity`), with more words in common; the two are told in one breath of
//! neither a growing count nor a correction; nothing that the article tells twice with an unlike measure is taken for one.
//!
//! Gets wrong: two events of one kind that one article tells of in the same words.

use super::quantity::Measure;
use super::values::Values;
use super::{Figure, Found, Item, item};
use crate::gather::Gather;
use crate::report::Field;
use crate::token::Token;

/// Words of counts that change: what follows is no second count of the same.
const CHANGES: [&str; 20] = [
    "rose",
    "risen",
    "rising",
    "rises",
    "climbed",
    "jumped",
    "grew",
    "grown",
    "fell",
    "fallen",
    "dropped",
    "updated",
    "revised",
    "earlier",
    "initially",
    "previously",
    "later",
    "now",
    "compared",
    "instead",
];

/// Each pair of figures of one article that cannot both be right.
pub(crate) fn within(values: &Values<'_>) -> Vec<Found> {
    let mut out = Vec::new();
    for (a, document) in values.documents.iter().enumerate() {
        // Rows of statistics tell of several seasons or places in the same words.
        let lists = |s: usize| document.quantities_in(s).len() > 2;
        let changes = |s: usize| document.sentences[s].tokens.iter().any(|t: &Token| t.is_any(&CHANGES));
        let told: Vec<(Figure, Measure<'_>)> = document
            .quantities
            .iter()
            .enumerate()
            .filter(|(_, q)| q.class != "bare" && q.vague.is_none() && !changes(q.sentence) && !lists(q.sentence))
            .map(|(at, _)| ((a, at), Measure::new(values, (a, at))))
            .gather();
        for (i, (left, one)) in told.iter().enumerate() {
            for (right, other) in &told[i + 1..] {
                let of = |f: &Figure| &document.quantities[f.1];
                if of(left).sentence == of(right).sentence || !one.contradicts_in_one_article(other) {
                    continue;
                }
                let item = |f: &Figure, way: u32| Item { way, ..item(a, of(f).sentence, of(f).span) };
                let field = if of(left).is_harm() { Field::Casualty } else { Field::Number };
                let items = vec![item(left, 0), item(right, 1)];
                out.push(Found { field, items, compatible: false, note: None, sharpness: 0 });
            }
        }
    }
    out
}
