//! Words for one thing that do not mean the same: "questioned" beside "arrested", "protesters" beside "rioters" (`data/grades.txt`).
//! Never a contradiction.
//!
//! Guards: only in clauses of one row, with a further word in common; a word that is denied, or may only come to be, says
//! nothing; an article whose clauses have words of several steps is not set against another.
//!
//! Gets wrong: two things told in one clause ("arrested after the man who was charged …"), and words that are in no list. "Killed"
//! and "died" are in none: of an accident both are said of everybody.

use super::values::Values;
use super::{Found, Item, Part, Relation, item, polarity, set_against};
use crate::classes;
use crate::gather::Gather;
use crate::lexicon;
use crate::report::Field;
use crate::sorted::Map;
use crate::token;
use crate::words::Bag;

/// How many further words two clauses must hold: a row has found already that they tell of one thing.
const SHARED: usize = 1;

/// How far behind a word that takes it back a word may stand, in tokens.
const REACH: usize = 4;

/// Words behind which nothing is told yet.
const NOT_TOLD: [&str; 14] = [
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "must",
    "if",
    "to",
    "demanded",
    "demands",
    "threatened",
    "wants",
    "before",
];

/// A word of one step with the words of its clause.
struct Graded {
    step: usize,
    keys: Bag,
}

pub(super) fn in_parts(values: &Values<'_>, parts: &[Part]) -> Vec<Found> {
    // By line of the list: article, value.
    let mut lines: Map<usize, Vec<(Item, Graded)>> = Map::new();
    for &((a, s), clause) in parts {
        let tokens = &values.documents[a].sentences[s].tokens;
        // "The bridge, the only one for miles, was closed": the verb stands behind what is put in between.
        let verb = |t: &token::Token| t.lower.ends_with("ed") || lexicon::is_auxiliary(&t.lower);
        let told = tokens.iter().any(|t| clause.holds(t.span) && verb(t));
        let clause = if told { clause } else { values.documents[a].claims[s].span };
        let mut keys: Option<Bag> = None;
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| clause.holds(t.span)) {
            let Some((line, step)) = classes::grade(&token.lower) else { continue };
            let front = &tokens[i.saturating_sub(REACH)..i];
            if front.iter().any(|t| t.is_any(&polarity::DENIES) || t.is_any(&NOT_TOLD)) {
                continue;
            }
            let content = tokens.iter().filter(|t| clause.holds(t.span) && t.is_word() && !t.is_stop_word());
            let keys = keys.get_or_insert_with(|| token::bag(content, &values.vocabulary));
            let graded = Graded { step, keys: keys.clone() };
            lines.or_default(line).push((item(a, s, token.span), graded));
        }
    }
    let mut out = Vec::new();
    for mut told in lines.into_values() {
        let of_one_step = |article: usize| {
            let mut steps = told.iter().filter(|(item, _)| item.article == article).map(|(_, graded)| graded.step);
            let first = steps.next();
            steps.all(|step| Some(step) == first)
        };
        let kept = told.iter().map(|(item, _)| of_one_step(item.article)).gather();
        super::retain(&mut told, kept);
        let relation = |l: &Graded, r: &Graded| {
            if l.step == r.step {
                Relation::Equal
            } else if l.keys.shared(&r.keys) >= SHARED {
                Relation::Unlike
            } else {
                Relation::Unrelated
            }
        };
        let Some((items, Relation::Unlike)) = set_against(&told, relation) else { continue };
        let sharpness = 45 + items.len() as u32;
        out.push(Found { field: Field::Wording, items, compatible: true, note: None, sharpness });
    }
    out
}
