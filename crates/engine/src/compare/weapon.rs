//! Weapons, vehicles and aircraft.
//!
//! Guards: only within one family; a contradiction needs two specific ones, each with a part in what is told ("by …", "via
//! …", or doing it); a mere mention contradicts nothing.
//!
//! Gets wrong: two weapons that were both used, of which each article tells one.

use super::values::Values;
use super::{Found, Item, Member, Relation, item, note, set_against};
use crate::classes;
use crate::document::Document;
use crate::gather::Gather;
use crate::known::WEAPON;
use crate::lexicon;
use crate::order::Order;
use crate::report::Field;
use crate::span::Span;
use crate::token::{self, Token};

/// A weapon as mentioned.
#[derive(Clone, Debug)]
pub(super) struct Weapon {
    pub(super) span: Span,
    /// A type designation ("B-52"), lower case.
    pub(super) designation: Option<String>,
    /// The family, where a word names it.
    family: Option<&'static str>,
    /// The specific word.
    specific: Option<String>,
    /// Whether it does or carries what is told.
    acts: bool,
}

pub(super) fn compare(values: &Values<'_>, members: &[Member]) -> Vec<Found> {
    let all = values.weapons.among(members, |a, s| {
        find(&values.documents[a], s).into_iter().map(|weapon| (item(a, s, weapon.span), weapon)).gather()
    });
    let mut families: Vec<&str> = all.iter().filter_map(|(_, w)| w.family).gather();
    families.order();
    families.dedup();
    let mut out = Vec::new();
    for family in families {
        let own: Vec<(Item, &Weapon)> = all.iter().filter(|(_, w)| w.family == Some(family)).cloned().gather();
        let Some((items, relation)) = set_against(&own, relation) else { continue };
        let sharpness = match relation {
            Relation::Differ => 92,
            Relation::Unlike => 35,
            _ => 25,
        } + items.len() as u32;
        out.push(Found {
            field: Field::Weapon,
            items,
            compatible: relation != Relation::Differ,
            note: note(relation),
            sharpness,
        });
    }
    out
}

fn relation(left: &Weapon, right: &Weapon) -> Relation {
    let stem = |w: &Option<String>| w.as_deref().map(|w| w.trim_end_matches('s').to_owned());
    match (&left.designation, &right.designation) {
        (Some(l), Some(r)) if l == r => return Relation::Equal,
        (Some(_), Some(_)) if left.acts && right.acts => return Relation::Differ,
        (Some(_), Some(_)) => return Relation::Unlike,
        _ => {}
    }
    match (stem(&left.specific), stem(&right.specific)) {
        (Some(l), Some(r)) if l == r => Relation::Equal,
        (Some(_), Some(_)) if left.acts && right.acts => Relation::Differ,
        (Some(_), Some(_)) => Relation::Unlike,
        (None, None) if left.designation.is_none() && right.designation.is_none() => Relation::Equal,
        _ => Relation::LessPrecise,
    }
}

/// The weapons of a sentence, in order.
pub(super) fn find(document: &Document<'_>, sentence: usize) -> Vec<Weapon> {
    let tokens = &document.sentences[sentence].tokens;
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some((weapon, end)) = weapon(tokens, i) else {
            i += 1;
            continue;
        };
        out.push(weapon);
        i = end;
    }
    out
}

fn weapon(tokens: &[Token], i: usize) -> Option<(Weapon, usize)> {
    let first = &tokens[i];
    (first.known.is(WEAPON) || first.is_designation()).then_some(())?;
    let designation = first.is_designation().then(|| first.lower.as_str().to_owned());
    let mut end = i + usize::from(designation.is_some());
    // Two words of content may be one weapon: "cruise missile".
    let content = |k: usize| tokens.get(k).filter(|t| t.is_word() && !t.is_stop_word());
    let joined = |k: usize| content(k).zip(content(k + 1)).map(|(a, b)| format!("{}-{}", a.lower, b.lower));
    let (kind, word) =
        if let Some((kind, word)) = joined(end).and_then(|w| lexicon::weapon(&w).map(|k| (Some(k), Some(w)))) {
            end += 2;
            (kind, word)
        } else if let Some(kind) = tokens.get(end).and_then(|t| lexicon::weapon(&t.lower)) {
            end += 1;
            (Some(kind), Some(tokens[end - 1].lower.as_str().to_owned()))
        } else {
            (None, None)
        };
    (kind.is_some() || designation.is_some()).then_some(())?;
    // "weapons storage", "missile attack": part of another noun names no weapon that acts, but names the kind used.
    let before = tokens[i.saturating_sub(5)..i].iter().rev().take_while(|t| t.is_word());
    let instrument = before.into_iter().any(|t| t.is_any(&["via", "by", "using", "with", "from"]));
    let does =
        tokens[end..].iter().take(5).any(|t| token::keys(t).iter().any(|k| classes::class(k).is_some_and(|c| c.event)));
    let weapon = Weapon {
        span: Span { start: first.span.start, end: tokens[end - 1].span.end },
        designation,
        family: kind.map(|k| k.family),
        specific: kind.filter(|k| k.specific).and(word),
        acts: instrument || does,
    };
    Some((weapon, end))
}
