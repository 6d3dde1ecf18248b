//! By which way the articles have it: "in a statement", "in a post on X", "told reporters". Never a contradiction: one may say a
//! thing twice.
//!
//! Guard: only in the words that introduce a speaker, and only where two articles name one.
//!
//! Gets wrong: a statement that is posted (one channel, two words).

use super::values::Values;
use super::{Found, Member, Relation, item, set_against};
use crate::gather::Gather;
use crate::report::Field;
use crate::span::Span;
use crate::token::Token;

/// Nouns of what speakers speak in, those of one kind in a row.
const CHANNELS: [&[&str]; 8] = [
    &["statement", "communique", "release", "announcement"],
    &["post", "tweet", "posting", "message"],
    &["interview"],
    &["briefing", "conference", "presser"],
    &["letter", "email", "memo"],
    &["speech", "address", "remarks", "sermon"],
    &["report", "filing", "document", "affidavit", "testimony"],
    &["video", "broadcast", "recording"],
];

/// Which kind of thing a word is that speakers speak in, as a row of [`CHANNELS`].
fn kind(word: &str) -> Option<usize> {
    CHANNELS.iter().position(|nouns| nouns.contains(&word))
}

/// Whether a name ends in a paper or a post rather than in somebody: "a statement", "the court filing".
pub(super) fn is_channel(name: &[String]) -> bool {
    name.last().is_some_and(|word| kind(word).is_some())
}

/// How many words may stand between the preposition and the noun: "in a brief televised address".
const REACH: usize = 4;

pub(super) fn compare(values: &Values<'_>, members: &[Member]) -> Option<Found> {
    let values = values.channels.among(members, |a, s| {
        let document = &values.documents[a];
        let claim = &document.claims[s];
        let found = || find(&document.sentences[s].tokens, |k| claim.in_shell(k));
        claim.speaker.as_ref().and_then(|_| found()).map(|(span, kind)| (item(a, s, span), kind)).into_iter().gather()
    });
    let relation = |l: &usize, r: &usize| if l == r { Relation::Equal } else { Relation::Unlike };
    let (items, _) = set_against(&values, relation)?;
    let sharpness = 12 + items.len() as u32;
    Some(Found { field: Field::Attribution, items, compatible: true, note: None, sharpness })
}

/// The channel named by the tokens of a shell: its words, and its kind as a row of [`CHANNELS`].
fn find(tokens: &[Token], shell: impl Fn(usize) -> bool) -> Option<(Span, usize)> {
    for i in (0..tokens.len()).filter(|&i| shell(i) && tokens[i].is_any(&["in", "at", "on", "during", "through"])) {
        for k in (i + 1..tokens.len().min(i + 2 + REACH)).take_while(|&k| tokens[k].is_word()) {
            let Some(kind) = kind(&tokens[k].lower) else { continue };
            // "A post on X", "an interview with the state television"
            let of = tokens.get(k + 1).is_some_and(|t| t.is_any(&["on", "with", "to"]));
            let named =
                (k + 2..tokens.len().min(k + 5)).take_while(|&n| of && tokens[n].is_word() && tokens[n].capital);
            let end = named.last().unwrap_or(k);
            return Some((Span { start: tokens[i].span.start, end: tokens[end].span.end }, kind));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token;

    #[test]
    fn channels_are_named_in_the_words_around_the_speaker() {
        let find = |text: &'static str| {
            let tokens = token::tokens(text, Span::new(0, text.len()));
            super::find(&tokens, |_| true).map(|(span, kind)| (span.of(text), kind))
        };
        assert_eq!(find("the bank said in a brief statement"), Some(("in a brief statement", 0)));
        assert_eq!(find("the minister wrote in a post on X"), Some(("in a post on X", 1)));
        assert_eq!(find("the mayor said on Monday"), None);
    }
}
