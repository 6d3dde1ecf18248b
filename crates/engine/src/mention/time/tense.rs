//! Whether something lies behind or ahead, by the verbs around the words for its time.
//!
//! Gets wrong: sentences whose nearest verb is of another clause ("the fair that closed will open on Monday" is right, "he will
//! say what happened Monday" is not), and present tenses, which show nothing but for a few verbs of appointments.

use super::words::any;
use crate::lexicon::Verb;
use crate::token::Token;

/// When something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far, in tokens, a verb is looked for.
const NEAR: usize = 12;

/// The tense at the token `i`: that of the nearest verb in front of it, else a future behind it.
pub(super) fn at(tokens: &[Token], i: usize) -> Tense {
    let before = (i.saturating_sub(NEAR)..i).rev().take_while(|&k| !tokens[k].is(";"));
    match before.map(|k| shown(tokens, k)).find(|t| *t != Tense::Unknown) {
        Some(tense) => tense,
        None if behind(tokens, i) == Tense::Future => Tense::Future,
        None => Tense::Unknown,
    }
}

/// The tense of the first verb from the token `i` on.
pub(super) fn behind(tokens: &[Token], i: usize) -> Tense {
    let near = (i..tokens.len().min(i + NEAR)).take_while(|&k| !tokens[k].is(";"));
    near.map(|k| shown(tokens, k)).find(|t| *t != Tense::Unknown).unwrap_or(Tense::Unknown)
}

/// The tense that one word shows.
fn shown(tokens: &[Token], k: usize) -> Tense {
    let token = &tokens[k];
    if !token.is_word() || token.capital && k > 0 {
        return Tense::Unknown;
    }
    let verb = token.tense();
    let ahead = verb == Some(Verb::Ahead);
    let to = || k > 0 && tokens[k - 1].tense() == Some(Verb::BeforeTo);
    if ahead && any(tokens, k + 1, &["have"]) {
        return Tense::Past;
    }
    if ahead || token.is("to") && to() || token.lower.ends_with("'ll") {
        return Tense::Future;
    }
    if token.lower.len() > 3 && token.lower.ends_with("ed") || verb == Some(Verb::Past) {
        return Tense::Past;
    }
    if verb == Some(Verb::Appointed) && !(k > 0 && any(tokens, k - 1, &["the", "a", "an"])) {
        Tense::Future
    } else {
        Tense::Unknown
    }
}
