//! Clauses, as token ranges: the stretches of a sentence that can stand for what it says.
//!
//! Gets wrong: clauses joined without a mark or an opening word, and lists taken for clauses.

use crate::lexicon;
use crate::span::Span;
use crate::token::{Kind, Token};

/// Words that open a clause.
const CLAUSE_OPENERS: [&str; 14] = [
    "which",
    "who",
    "that",
    "after",
    "while",
    "because",
    "where",
    "when",
    "including",
    "although",
    "but",
    "whose",
    "since",
    "as",
];

/// The clauses of a claim as token ranges, cut to `most` words: its stretches between marks, split again where a word opens a
/// clause and both parts have some length. Stretches of one or two words join the one before ("in Leeds, England").
pub(crate) fn clauses(tokens: &[Token], claim: Span, most: usize) -> Vec<(usize, usize)> {
    let inside: Vec<usize> = (0..tokens.len()).filter(|&t| claim.holds(tokens[t].span)).collect();
    let (Some(&first), Some(&last)) = (inside.first(), inside.last()) else { return Vec::new() };
    let word = |t: usize| tokens[t].kind != Kind::Mark;
    let mut cuts = vec![first];
    let mut length = 0;
    for t in first..=last {
        let mark = !word(t)
            && !tokens[t].is_any(&[
                "“", "”", "\"", "‘", "’", "-", "%", "$", "€", "£", "/", "[", "]", "(", ")", "'", "’", "…", "&",
            ]);
        let ahead = (t + 1..=last).take_while(|&k| word(k)).count();
        if mark && length >= 3 && ahead >= 3
            || CLAUSE_OPENERS.contains(&tokens[t].lower.as_str()) && length >= 4 && ahead >= 3
        {
            cuts.push(t);
            length = 0;
        }
        length += usize::from(word(t));
    }
    cuts.push(last + 1);
    let mut out = Vec::new();
    for pair in cuts.windows(2) {
        let (mut from, mut to) = (pair[0], pair[1]);
        // Up to `most` words, then back to the last word that can end a phrase.
        let mut words = 0;
        for t in from..to {
            words += usize::from(word(t));
            if words > most {
                to = t;
                break;
            }
        }
        let cut = to < pair[1];
        while to > from
            && (!word(to - 1) && !tokens[to - 1].is_any(&["”", "\"", "%", "]", ")"])
                || cut && lexicon::is_stop_word(&tokens[to - 1].lower))
        {
            to -= 1;
        }
        while from < to
            && (!word(from) && !tokens[from].is_any(&["“", "\"", "$", "€", "£", "["])
                || tokens[from].is_any(&["and", "but", "that", "as", "which", "who"]))
        {
            from += 1;
        }
        if to > from {
            out.push((from, to));
        }
    }
    out
}
