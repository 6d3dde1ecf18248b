//! What one article says is not known yet, beside what another states: "the injuries are still being assessed", "eight were
//! hurt". Never a contradiction: what is not known in the morning may be known in the evening.
//!
//! Only of people killed, hurt or missing: what is not known and the figure for it are found by their kind, wherever the two
//! sentences stand.
//!
//! Guards: an event of one kind in both sentences, and one more word.
//!
//! Gets wrong: two events of one kind in one story.

use super::{Found, Item, item};
use crate::classes;
use crate::document::Document;
use crate::mention::counted::fate;
use crate::mention::quantity::Quantity;
use crate::order::Order;
use crate::report::Field;
use crate::sorted::Set;
use crate::span::Span;
use crate::token::{self, Token};

/// How many tokens in front of the words that leave it open, and behind them, the harm may stand.
const BEFORE: usize = 14;
const BEHIND: usize = 8;

pub(super) fn compare(documents: &[Document<'_>], articles: &[usize]) -> Vec<Found> {
    let mut out = Vec::new();
    for (a, document) in articles.iter().map(|&a| (a, &documents[a])) {
        for (s, sentence) in document.sentences.iter().enumerate() {
            let Some((span, kind)) = open_question(&sentence.tokens) else { continue };
            let told = Told::of(&sentence.tokens);
            let mut items = vec![item(a, s, span)];
            for &b in articles.iter().filter(|b| **b != a) {
                let Some((_, figure)) = answer(&documents[b], kind, &told) else { continue };
                items.push(Item { way: 1, ..item(b, figure.sentence, figure.span) });
            }
            if items.len() > 1 {
                items.order_by_key(|i| i.article);
                let sharpness = 58 + items.len() as u32;
                out.push(Found { field: Field::Certainty, items, compatible: true, note: None, sharpness });
            }
        }
    }
    out
}

/// The words of a sentence, and the kinds of events among them.
struct Told {
    words: Set<String>,
    events: Set<&'static str>,
}

impl Told {
    fn of(tokens: &[Token]) -> Self {
        let words: Set<String> = tokens.iter().filter(|t| t.is_word()).flat_map(token::keys).cloned().collect();
        let class = |key: &String| classes::class(key).filter(|c| c.event && !matches!(c.name, "kill" | "injure"));
        let events = words.iter().filter_map(class).map(|c| c.name).collect();
        Self { words, events }
    }
}

/// The figure of an article that answers the question best, with how many words it shares with it.
fn answer<'a>(document: &'a Document<'_>, kind: &str, asked: &Told) -> Option<(usize, &'a Quantity)> {
    let fits = |q: &&Quantity| match q.class.strip_prefix("harm:") {
        Some(class) => (class == kind || class == "casualty" || kind == "casualty") && q.value != Some(0.0),
        None => false,
    };
    let mut best: Option<(usize, &Quantity)> = None;
    for figure in document.quantities.iter().filter(fits) {
        let told = Told::of(&document.sentences[figure.sentence].tokens);
        let shared = told.words.shared(&asked.words);
        let one_event = !told.events.is_disjoint(&asked.events);
        if one_event && shared >= 2 && best.is_none_or(|b| shared > b.0) {
            best = Some((shared, figure));
        }
    }
    best
}

/// Verbs of finding out: what is "still being" one of them, or "not" or "yet to be" one of them, is not known.
const FIND_OUT: [&str; 16] = [
    "evaluated",
    "assessed",
    "determined",
    "investigated",
    "verified",
    "confirmed",
    "counted",
    "identified",
    "established",
    "ascertained",
    "known",
    "clear",
    "reviewed",
    "examined",
    "specified",
    "disclosed",
];

/// The words that leave open how many were killed, hurt or missing, and which of these.
fn open_question(tokens: &[Token]) -> Option<(Span, &'static str)> {
    let is = |k: usize, words: &[&str]| tokens.get(k).is_some_and(|t| t.is_any(words));
    let adverb = |k: usize| usize::from(is(k, &["immediately", "yet", "independently", "immediate", "currently"]));
    for i in 0..tokens.len() {
        let end = if is(i, &["being"]) && is(i + 1, &FIND_OUT) {
            i + 2
        } else if is(i, &["under"]) && is(i + 1, &["investigation", "review", "assessment", "evaluation"])
            || is(i, &["yet"]) && is(i + 1, &["to"]) && is(i + 2, &["be"]) && is(i + 3, &FIND_OUT)
        {
            i + if is(i, &["yet"]) { 4 } else { 2 }
        } else if is(i, &["unclear", "unknown"]) {
            i + 1
        } else if is(i, &["not", "wasn't", "isn't", "weren't"]) {
            let mut k = i + 1 + adverb(i + 1);
            k += usize::from(is(k, &["be", "been"]));
            k += adverb(k);
            // "Not known to be a member" leaves nothing open.
            if !is(k, &FIND_OUT) || is(k + 1, &["to"]) {
                continue;
            }
            k + 1
        } else if is(i, &["no"]) && is(i + 1 + adverb(i + 1), &["word", "information", "details"]) {
            i + 2 + adverb(i + 1)
        } else {
            continue;
        };
        let joins = !is(i, &["no"]) && i > 0;
        let begin = i - usize::from(joins && is(i - 1, &["still", "remains", "remained", "was", "were", "is", "are"]));
        let near = (i.saturating_sub(BEFORE)..i).rev().chain(end..tokens.len().min(end + BEHIND));
        if let Some(kind) = near.into_iter().find_map(|k| fate(&tokens[k])?.strip_prefix("harm:")) {
            return Some((Span { start: tokens[begin].span.start, end: tokens[end - 1].span.end }, kind));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Option<(&str, &'static str)> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        open_question(&tokens).map(|(span, kind)| (span.of(text), kind))
    }

    #[test]
    fn questions_are_left_open_in_many_words() {
        assert_eq!(
            open("The injuries from the blast are still being assessed."),
            Some(("still being assessed", "injury"))
        );
        assert_eq!(
            open("How many were killed was not immediately clear."),
            Some(("was not immediately clear", "death"))
        );
        assert_eq!(open("It remains unclear how many people died."), Some(("remains unclear", "death")));
        assert_eq!(open("There was no immediate word on casualties."), Some(("no immediate word", "casualty")));
        assert_eq!(open("The toll of wounded has yet to be confirmed."), Some(("yet to be confirmed", "injury")));
    }

    #[test]
    fn other_open_questions_are_not_of_people() {
        assert_eq!(open("The cause of the fire is under investigation."), None);
        assert_eq!(open("He was not known to be in town when two men died."), None);
    }
}
