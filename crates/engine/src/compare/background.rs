//! Sentences that look back: an earlier event of the same kind ("last year's landslide killed nine") is the likeliest source of
//! a false contradiction, for it is told in the same words.
//!
//! Gets wrong: looking back without a date or a word for it, and a story that is itself about something long past.

use crate::document::Document;
use crate::mention::time::{Time, Told, Unit};
use crate::span::Span;

/// Words that set another event beside the one that is told.
const OTHER: [&str; 4] = ["previous", "previously", "similar", "separate"];

/// From how many days before publication on a day is one of another event.
const LONG_BEFORE: i64 = 45;

/// Whether a sentence tells of something long before its article's day.
pub(super) fn looks_back(document: &Document<'_>, sentence: usize) -> bool {
    looks_back_in(document, sentence, document.sentences[sentence].span)
}

/// The same of a part of a sentence.
pub(super) fn looks_back_in(document: &Document<'_>, sentence: usize, part: Span) -> bool {
    let claim = &document.claims[sentence];
    let other = |t: &crate::token::Token| t.is_any(&OTHER);
    document.sentences[sentence].tokens.iter().filter(|t| part.holds(t.span)).any(other)
        || document
            .times_in(sentence)
            .iter()
            .any(|t| part.holds(t.span) && !t.since && !claim.in_shell(t.token) && is_long_before(document, t))
}

fn is_long_before(document: &Document<'_>, time: &Time) -> bool {
    if let (Some((published, _)), Some((_, to))) = (document.published, time.days) {
        return published.since(to) > LONG_BEFORE;
    }
    match time.at.told {
        Told::Year(_) | Told::Decade(_) => true,
        Told::Period { unit, back, .. } => unit >= Unit::Year && back > 0,
        Told::Ago { unit, count } => unit >= Unit::Year && count > 0,
        _ => false,
    }
}
