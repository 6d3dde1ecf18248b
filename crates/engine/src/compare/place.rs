//! Where: places that hang on one kind of thing in both sentences ("troops in …", "attacks in …").
//!
//! Guards: two words in common near them; two places are never a contradiction, for one may lie in the other; a country is not set against a place of which
//! no list says where it is; "the region" alone says nothing.
//!
//! Gets wrong: places of another event of the same kind.

use super::values::Values;
use super::{Found, Member, Relation, item, keep_comparable, set_against};
use crate::classes;
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::report::Field;
use crate::span::Span;
use crate::token::{self, Token};
use crate::words::{Bag, Vocabulary};

pub(super) struct Place {
    keys: Bag,
    /// Whether a list says where it is.
    known: bool,
    /// Whether it is a country.
    country: bool,
    /// Classes of the words right in front.
    on: Bag,
    /// The words near it.
    around: Bag,
}

/// How far, in tokens, words count as near a place, and how many of them two places must have in common.
const NEAR: usize = 14;
const SHARED: usize = 2;

/// How many words in front of a place it may hang on.
const REACH: usize = 4;

pub(super) fn compare(values: &Values<'_>, members: &[Member]) -> Option<Found> {
    let mut all = values.places.among(members, |a, s| {
        let places = find(&values.documents[a].sentences[s].tokens, &values.vocabulary);
        places.into_iter().map(|(span, place)| (item(a, s, span), place)).gather()
    });
    // What no list knows may lie in any country.
    let inside = |l: &Place, r: &Place| l.country && !r.known || r.country && !l.known;
    let comparable =
        |l: &Place, r: &Place| l.on.shared(&r.on) > 0 && l.around.shared(&r.around) >= SHARED && !inside(l, r);
    keep_comparable(&mut all, comparable);
    let (items, relation) = set_against(&all, |l: &Place, r| {
        if !comparable(l, r) {
            Relation::Unrelated
        } else if l.keys == r.keys {
            Relation::Equal
        } else if l.keys.is_subset(&r.keys) || r.keys.is_subset(&l.keys) {
            Relation::LessPrecise
        } else {
            Relation::Unlike
        }
    })?;
    // "In Iraq" beside "in Iraq and Syria" is no difference worth a row.
    (relation >= Relation::Unlike).then_some(())?;
    let sharpness = 50 + items.len() as u32;
    Some(Found { field: Field::Place, items, compatible: true, note: None, sharpness })
}

fn find(tokens: &[Token], vocabulary: &Vocabulary) -> Vec<(Span, Place)> {
    let mut out = Vec::new();
    for i in 0..tokens.len() {
        if !tokens[i].is_any(&["in", "across", "throughout", "near", "outside"]) {
            continue;
        }
        let from = i + 1 + usize::from(tokens.get(i + 1).is_some_and(|t| t.is("the")));
        let mut to = from;
        while tokens.get(to).is_some_and(|t| t.is_word() && t.capital && t.month().is_none() && t.weekday().is_none())
            || to > from
                && tokens.get(to).is_some_and(|t| t.is("and"))
                && tokens.get(to + 1).is_some_and(|t| t.is_word() && t.capital)
        {
            to += 1;
        }
        if to == from {
            continue;
        }
        let keys = token::bag(&tokens[from..to], vocabulary);
        // "Typhoon Ada in Leyte": a name is nothing that a place is of.
        let front = tokens[i.saturating_sub(REACH)..i].iter().filter(|t| t.is_word() && !t.capital);
        let classes = front.flat_map(token::keys).filter_map(|key| classes::class(key));
        let on = classes.map(|class| vocabulary.class(class.name)).collect();
        let country = tokens[from..to].iter().any(|t| lexicon::country(&t.lower, true).is_some());
        let name = tokens[from..to].iter().map(|t| t.lower.as_str()).gather().join("-");
        let known = country || lexicon::is_place(&name);
        if !keys.is_empty() {
            let span = Span { start: tokens[i + 1].span.start, end: tokens[to - 1].span.end };
            let near = tokens[i.saturating_sub(NEAR)..i].iter().chain(&tokens[to..tokens.len().min(to + NEAR)]);
            let around = token::bag(near.filter(|t| t.is_word()), vocabulary);
            out.push((span, Place { keys, known, country, on, around }));
        }
    }
    one_each(out)
}

/// Places that hang on one thing in a sentence are one value: "32 attacks in Iraq and 34 in Syria".
fn one_each(places: Vec<(Span, Place)>) -> Vec<(Span, Place)> {
    let mut out: Vec<(Span, Place)> = Vec::new();
    for (span, place) in places {
        let same = |held: &Place| place.on.is_empty() || held.on.shared(&place.on) > 0;
        match out.last_mut().filter(|(last, held)| span.start.saturating_sub(last.end) < GAP && same(held)) {
            Some((last, held)) => {
                *last = last.join(span);
                held.keys = held.keys.join(&place.keys);
                held.around = held.around.join(&place.around);
                held.known &= place.known;
                held.country |= place.country;
            }
            None => out.push((span, place)),
        }
    }
    out.keep(|(_, place)| !place.on.is_empty());
    out
}

/// How far apart, in bytes, two places of one thing may stand.
const GAP: u32 = 40;
