//! How sure: a hedge in one article before words that another states flatly. Never a contradiction.
//!
//! Gets wrong: hedges that are not in the list, and a hedge on another part of the sentence.
//!
//! Guard: the hedged word and the next word with content behind it must stand in the other article's sentence without a hedge.

use super::{Found, Item, Member, item};
use crate::document::Document;
use crate::mention::quantity;
use crate::order::Order;
use crate::report::Field;
use crate::span::Span;
use crate::token::{self, Token};

/// Words that hold back from asserting what follows.
const MARKERS: [&str; 16] = [
    "believed",
    "allegedly",
    "alleged",
    "reportedly",
    "suspected",
    "apparently",
    "possibly",
    "probably",
    "likely",
    "presumably",
    "purportedly",
    "unconfirmed",
    "thought",
    "potentially",
    "seemingly",
    "perhaps",
];

pub(super) fn compare(documents: &[Document<'_>], members: &[Member]) -> Option<Found> {
    for &(a, s) in members {
        let tokens = &documents[a].sentences[s].tokens;
        // "We thought it was the best" is no hedge, "it is thought" is.
        let passive = |i: usize| {
            !tokens[i].is_any(&["thought", "believed"])
                || tokens[i.saturating_sub(2)..i].iter().any(|t| t.is_any(&["is", "are", "was", "were", "be", "been"]))
                || tokens.get(i + 1).is_some_and(|t| t.is("to"))
        };
        let hedges = |(i, t): &(usize, &Token)| MARKERS.contains(&t.lower.as_str()) && passive(*i);
        for (i, marker) in tokens.iter().enumerate().filter(hedges) {
            let Some((k, key)) = content(tokens, i + 1) else { continue };
            let Some((object_at, object)) = content(tokens, k + 1) else { continue };
            let mut items = vec![item(a, s, Span { start: marker.span.start, end: tokens[object_at].span.end })];
            for &(b, other) in members.iter().filter(|m| m.0 != a) {
                let flat = &documents[b].sentences[other].tokens;
                let same = |at: usize| {
                    said_alike(&flat[at], key)
                        && (content(flat, at + 1).is_some_and(|(_, next)| next == object)
                            || is_author(key)
                                && (at + 1..flat.len().min(at + 6)).any(|k| token::keys(&flat[k]).contains(object)))
                };
                let Some(at) = (0..flat.len()).find(|&at| same(at)) else { continue };
                let held = flat[at.saturating_sub(5)..at].iter().any(|t| MARKERS.contains(&t.lower.as_str()));
                if !held && items.iter().all(|i| i.article != b) {
                    let last = content(flat, at + 1).map_or(at, |(last, _)| last);
                    items.push(Item {
                        way: 1,
                        ..item(b, other, Span { start: flat[at].span.start, end: flat[last].span.end })
                    });
                }
            }
            if items.len() > 1 {
                items.order_by_key(|i| i.article);
                return Some(Found { field: Field::Certainty, items, compatible: true, note: None, sharpness: 48 });
            }
        }
    }
    None
}

/// Words that make somebody the author of a deed: they say the same before it.
const AUTHOR: [&str; 6] = ["involv", "responsibl", "behind", "author", "perpetrator", "guilty"];

fn is_author(key: &str) -> bool {
    AUTHOR.iter().any(|word| key.starts_with(word))
}

/// Whether a word says what `key` says.
fn said_alike(token: &Token, key: &str) -> bool {
    token::keys(token).iter().any(|own| own == key || is_author(own) && is_author(key))
}

/// The first word with content among the four from `from` on, and its key.
fn content<'t>(tokens: &'t [Token<'_>], from: usize) -> Option<(usize, &'t String)> {
    (from..tokens.len().min(from + 4)).find_map(|k| {
        let token = &tokens[k];
        let content = token.is_word()
            && !token.is_stop_word()
            && !quantity::is_unit(&token.lower)
            && token.number_word().is_none();
        content.then(|| token::keys(token).first().map(|key| (k, key))).flatten()
    })
}
