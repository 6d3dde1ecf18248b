//! Clauses, as token ranges: the stretches of a sentence that can stand for what it says.
//!
//! Gets wrong: clauses joined without a mark or an opening word, and lists taken for clauses.

use crate::span::Span;
use crate::token::{self, Kind, Token};

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
    let inside = |t: &Token| claim.holds(t.span);
    let (Some(first), Some(last)) = (tokens.iter().position(inside), tokens.iter().rposition(inside)) else {
        return Vec::new();
    };
    let word = |t: usize| tokens[t].kind != Kind::Mark;
    let mut cuts = vec![first];
    let mut length = 0;
    for t in first..=last {
        // "At 7:15", "3:1": a colon between figures parts nothing.
        let figure = |k: usize| tokens.get(k).is_some_and(|t| t.kind == Kind::Figure);
        let inside = tokens[t].is(":") && t > 0 && figure(t - 1) && figure(t + 1);
        let mark = || {
            !inside
                && !tokens[t].is_any(&[
                    "“", "”", "\"", "‘", "’", "-", "%", "$", "€", "£", "/", "[", "]", "(", ")", "'", "’", "…", "&",
                ])
                && token::money_letters(&tokens[t].lower).is_none()
        };
        let ahead = || (t + 1..=last).take(3).take_while(|&k| word(k)).count();
        // "As long as there is hope" is one stretch.
        let paired =
            || tokens[t].is("as") && (tokens.get(t + 2).is_some_and(|t| t.is("as")) || t > 1 && tokens[t - 2].is("as"));
        let opens =
            if word(t) { length >= 4 && tokens[t].is_any(&CLAUSE_OPENERS) && !paired() } else { length >= 3 && mark() };
        if opens && ahead() >= 3 {
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
                || cut && tokens[to - 1].is_stop_word()
                // "Shortly after two"
                || tokens[to - 1].is_any(&["shortly", "soon", "just", "even"]) && to - from > 1)
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

/// Without quotation marks and brackets that stand at an end and have no partner inside, and without what an open bracket
/// begins: the words of a clause as they can stand alone.
pub(crate) fn tidy(text: &str, span: Span) -> Span {
    let mut span = span.trim(text);
    if !span.of(text).contains(['“', '”', '"', '(', ')', '[', ']', '‘', '’']) {
        return span;
    }
    for (open, close) in [('“', '”'), ('"', '"'), ('(', ')'), ('[', ']'), ('‘', '’')] {
        let inside = span.of(text);
        let balanced = if open == close {
            inside.matches(open).count() % 2 == 0
        } else {
            inside.matches(open).count() == inside.matches(close).count()
        };
        if balanced {
            continue;
        }
        if open == '('
            && let Some(at) = inside.rfind('(').filter(|at| !inside[*at..].contains(')') && *at > 0)
        {
            span.end = span.start + at as u32;
        } else if inside.starts_with(open) && inside.len() > open.len_utf8() {
            span.start += open.len_utf8() as u32;
        } else if inside.ends_with(close) && inside.len() > close.len_utf8() {
            span.end -= close.len_utf8() as u32;
        }
        let inside = span.of(text);
        let kept = inside.trim_end_matches([' ', ',', ';', ':']).len();
        span.end = span.start + kept as u32;
        span = span.trim(text);
    }
    span
}

/// With a quotation mark or bracket next to it that has its partner inside: `some” others` after a “ takes it in.
pub(crate) fn whole(text: &str, span: Span) -> Span {
    let mut span = span;
    for (open, close) in [('“', '”'), ('"', '"'), ('(', ')')] {
        let inside = span.of(text);
        let (opened, closed) = (inside.matches(open).count(), inside.matches(close).count());
        let odd = if open == close { opened % 2 == 1 } else { opened != closed };
        if odd && (open == close || closed > opened) && text[..span.start as usize].ends_with(open) {
            span.start -= open.len_utf8() as u32;
        } else if odd && (open == close || opened > closed) && text[span.end as usize..].starts_with(close) {
            span.end += close.len_utf8() as u32;
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, most: usize) -> Vec<&str> {
        let whole = Span::new(0, text.len());
        let tokens = token::tokens(text, whole);
        let span = |(from, to): (usize, usize)| Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
        clauses(&tokens, whole, most).into_iter().map(|c| span(c).of(text)).collect()
    }

    #[test]
    fn a_sentence_falls_into_clauses_at_marks_and_opening_words() {
        assert_eq!(
            all("The bridge was closed after a lorry hit a pillar, which had stood for ninety years.", 99),
            ["The bridge was closed", "after a lorry hit a pillar", "had stood for ninety years"]
        );
        assert_eq!(
            all("The divers will go on as long as there is hope.", 99),
            ["The divers will go on as long as there is hope"]
        );
        assert_eq!(
            all("The divers will pay each of the families Sh5 million of their own.", 99),
            ["The divers will pay each of the families Sh5 million of their own"]
        );
        assert_eq!(all("The bridge was closed shortly after a lorry hit it.", 99)[0], "The bridge was closed");
    }

    #[test]
    fn short_stretches_stay_with_their_neighbours_and_cuts_leave_no_small_word() {
        assert_eq!(
            all("The fire in Leeds, England, hurt eight of the men.", 99),
            ["The fire in Leeds, England", "hurt eight of the men"]
        );
        assert_eq!(all("The fire hurt eight of the men in the yard.", 6), ["The fire hurt eight"]);
    }

    #[test]
    fn a_partner_next_to_a_value_is_taken_in() {
        let text = "the “some” hostile men (and a “few” others)";
        let of = |words: &str| {
            let start = text.find(words).expect("it is there");
            whole(text, Span::new(start, start + words.len())).of(text)
        };
        assert_eq!(of("some” hostile men"), "“some” hostile men");
        assert_eq!(of("a “few"), "a “few”");
        assert_eq!(of("hostile men"), "hostile men");
    }

    #[test]
    fn marks_without_a_partner_are_left_out() {
        let tidied = |text: &'static str| tidy(text, Span::new(0, text.len())).of(text);
        assert_eq!(tidied("“We have seen the plan"), "We have seen the plan");
        assert_eq!(tidied("the plan was good,”"), "the plan was good");
        assert_eq!(tidied("about 66 attacks (32 of them"), "about 66 attacks");
        assert_eq!(tidied("a “good” plan"), "a “good” plan");
    }
}
