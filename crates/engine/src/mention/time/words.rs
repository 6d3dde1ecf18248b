//! Tokens as times are read from: words that a hyphen joins apart, numbers in figures and words, units.

use std::borrow::Cow;

use super::told::{Count, Part, Unit};
use crate::known::{LEADS, TIME};
use crate::lexicon;
use crate::mention::number;
use crate::span::Span;
use crate::token::{Kind, Token};

/// The tokens of a sentence, "mid-October" and "mar4" in their parts, and for each the token that it is from.
pub(super) fn split<'t>(text: &'t str, tokens: &'t [Token<'t>]) -> (Cow<'t, [Token<'t>]>, Vec<usize>) {
    let whole = |t: &Token| !t.is_word() || !t.joined || parts(text, t).is_empty();
    if tokens.iter().all(whole) {
        return (Cow::Borrowed(tokens), (0..tokens.len()).collect());
    }
    let mut out = Vec::with_capacity(tokens.len());
    let mut from = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let parts = if token.is_word() { parts(text, token) } else { Vec::new() };
        if parts.is_empty() {
            out.push(token.clone());
            from.push(i);
        }
        for part in parts {
            out.push(part);
            from.push(i);
        }
    }
    (Cow::Owned(out), from)
}

/// The parts of a word and the hyphens between them, where all of them are words of time; else none.
fn parts<'t>(text: &'t str, token: &Token) -> Vec<Token<'t>> {
    let words = token.span.of(text);
    let mut out: Vec<Token> = Vec::new();
    let mut begin = 0;
    let mut last: Option<char> = None;
    let mut push = |from: usize, to: usize| {
        let start = token.span.start as usize;
        let part = &words[from..to];
        let first = part.chars().next().unwrap_or(' ');
        let kind = if first.is_ascii_digit() {
            Kind::Figure
        } else if first.is_alphanumeric() {
            Kind::Word
        } else {
            Kind::Mark
        };
        let part = if kind == Kind::Mark { "-" } else { part };
        out.push(Token::new(Span::new(start + from, start + to), kind, part));
    };
    for (at, c) in words.char_indices() {
        let hyphen = matches!(c, '-' | '‐' | '‑');
        // "mar4", "T17": letters and then digits.
        let turn = c.is_ascii_digit() && last.is_some_and(char::is_alphabetic);
        if hyphen || turn {
            push(begin, at);
            begin = at;
        }
        if hyphen {
            push(at, at + c.len_utf8());
            begin = at + c.len_utf8();
        }
        last = Some(c);
    }
    push(begin, words.len());
    let turned = out.len() == 2 && out[0].lower.len() <= 4;
    let known = |t: &Token| t.kind == Kind::Mark || is_time_word(&t.lower);
    let month = |t: &Token| t.month().is_some();
    let clock = |t: &Token| t.is("t");
    if out.len() < 2 || !(turned && (month(&out[0]) || clock(&out[0])) || out.len() > 2 && out.iter().all(known)) {
        return Vec::new();
    }
    out
}

fn is_time_word(lower: &str) -> bool {
    const OTHERS: [&str; 16] = [
        "early", "mid", "late", "half", "quarter", "old", "long", "a", "and", "ago", "all", "to", "next", "last", "q",
        "weekend",
    ];
    OTHERS.contains(&lower)
        || lexicon::month(lower).is_some()
        || lexicon::weekday(lower).is_some()
        || lexicon::number_word(lower).is_some()
        || Unit::read(lower).is_some()
        || Part::read(lower).is_some()
        || lower.starts_with(|c: char| c.is_ascii_digit())
            && lower.trim_end_matches(['s', 't', 'h', 'n', 'd', 'r']).bytes().all(|b| b.is_ascii_digit())
        || lower.strip_prefix(['q', 'h']).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
        || ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"].contains(&lower)
}

/// What may stand between a word that leads to a time and the first word of time itself, beside other words that lead.
const BETWEEN: [&str; 14] = [
    "of",
    "more",
    "full",
    "whole",
    "straight",
    "consecutive",
    "long",
    "single",
    "other",
    "same",
    "preceding",
    "-",
    "'",
    "’",
];

/// How far behind a word that leads to a time ("in the early …") the first word of time itself may stand.
const LED: usize = 6;

/// Whether a time may begin at `i`, by its word: nearly all words of a text begin none.
pub(super) fn opens(tokens: &[Token], i: usize) -> bool {
    // "Q3", "h1"
    let part = |t: &Token| {
        t.lower.len() <= 4 && t.lower.starts_with(['q', 'h']) && t.lower.ends_with(|c: char| c.is_ascii_digit())
    };
    let own = |t: &Token| t.kind == Kind::Figure || t.known.is(TIME) || part(t);
    let first = &tokens[i];
    let between = |t: &Token| t.known.is(LEADS) || t.is_any(&BETWEEN);
    let led = || tokens[i + 1..].iter().take(LED).find(|t| !between(t)).is_some_and(own);
    own(first) || first.known.is(LEADS) && led() || first.is_any(&["'", "’", "‘"])
}

/// The token at `k` is one of `words`.
pub(super) fn any(tokens: &[Token], k: usize, words: &[&str]) -> bool {
    tokens.get(k).is_some_and(|t| t.is_any(words))
}

/// 1 where the token at `k` is one of `words`, else 0: for what may be stepped over.
pub(super) fn skip(tokens: &[Token], k: usize, words: &[&str]) -> usize {
    usize::from(any(tokens, k, words))
}

/// Whether a thing is counted or named at `k`: a word that goes on with what stands before it.
pub(super) fn goes_on(tokens: &[Token], k: usize) -> bool {
    tokens.get(k).is_some_and(|t| t.is_word() && !t.is_stop_word() || t.is("%"))
}

/// Whether two tokens stand without a space between them.
pub(super) fn close(tokens: &[Token], k: usize) -> bool {
    tokens.get(k).zip(tokens.get(k + 1)).is_some_and(|(a, b)| a.span.end == b.span.start)
}

/// A cardinal number at `i`, and the token after it: "3", "3.5", "½", "twenty and four", "two-and-a-half".
pub(super) fn number(tokens: &[Token], i: usize) -> Option<(f64, usize)> {
    let first = tokens.get(i)?;
    if first.kind == Kind::Figure {
        let n = number::decimal(&first.lower.replace(',', ""))?;
        // "1/2", "2 1/2"
        let half = |k: usize| any(tokens, k, &["1"]) && any(tokens, k + 1, &["/"]) && any(tokens, k + 2, &["2"]);
        return Some(match (half(i), half(i + 1)) {
            (true, _) => (0.5, i + 3),
            (_, true) => (n + 0.5, i + 4),
            _ => (n, i + 1),
        });
    }
    let fraction = match first.lower.as_str() {
        "½" => Some(0.5),
        "¼" => Some(0.25),
        "¾" => Some(0.75),
        _ => None,
    };
    if let Some(fraction) = fraction {
        return Some((fraction, i + 1));
    }
    let mut n = first.number_word()?;
    let mut end = i + 1;
    if n >= 20 {
        let at = end + skip(tokens, end, &["-", "and"]);
        if let Some(unit) = tokens.get(at).and_then(Token::number_word).filter(|u| (1..10).contains(u)) {
            n += unit;
            end = at + 1;
        }
    }
    let mut n = f64::from(n);
    if any(tokens, end, &["hundred"]) {
        n *= 100.0;
        end += 1;
    }
    Some((n, end))
}

/// "and a half", "and quarter": what it adds, and the token after it.
pub(super) fn and_fraction(tokens: &[Token], i: usize) -> Option<(f64, usize)> {
    let i = i + skip(tokens, i, &["-"]);
    any(tokens, i, &["and"]).then_some(())?;
    let at = i + 1 + skip(tokens, i + 1, &["-"]);
    let at = at + skip(tokens, at, &["a"]);
    let at = at + skip(tokens, at, &["-"]);
    let part = match tokens.get(at)?.lower.as_str() {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    Some((part, at + 1))
}

/// A number of units: "3 hours", "two and a half days", "an hour", "a few minutes", "half an hour", "three-day", "3h".
///
/// Gets wrong: "a year" and the like as a rate ("20 dollars a year") where "for", "in" or "within" stands before it.
pub(super) fn length(tokens: &[Token], i: usize) -> Option<(Count, Unit, usize)> {
    let first = tokens.get(i)?;
    let few = Count { n: 3.0, sure: false };
    let article = first.is_any(&["a", "an"]);
    let (count, at) = if first.is("half") && any(tokens, i + 1, &["a", "an"]) {
        (Count { n: 0.5, sure: true }, i + 2)
    } else if article && any(tokens, i + 1, &["half", "quarter"]) && any(tokens, i + 2, &["-"]) {
        (Count { n: if any(tokens, i + 1, &["half"]) { 0.5 } else { 0.25 }, sure: true }, i + 3)
    } else if article && any(tokens, i + 1, &["couple"]) {
        (Count { n: 2.0, sure: false }, i + 2 + skip(tokens, i + 2, &["of"]))
    } else if article && any(tokens, i + 1, &["few"]) {
        (few, i + 2)
    } else if first.is_any(&["few", "several", "some"]) {
        (few, i + 1)
    } else if article || first.is_any(&["another", "all"]) {
        (Count { n: 1.0, sure: true }, i + 1)
    } else {
        let (n, end) = number(tokens, i)?;
        let (more, end) = and_fraction(tokens, end).unwrap_or((0.0, end));
        (Count { n: n + more, sure: true }, end)
    };
    let at = at + skip(tokens, at, &["more", "full", "whole", "straight", "consecutive", "long", "-"]);
    let token = tokens.get(at).filter(|t| t.is_word() && !(t.capital && t.lower.len() < 3))?;
    let unit = match token.lower.as_str() {
        "h" if close(tokens, at - 1) => Unit::Hour,
        // "a second" is an ordinal more often than a length.
        "second" if !count.sure || article => return None,
        lower => Unit::read(lower)?,
    };
    let (more, end) = and_fraction(tokens, at + 1).unwrap_or((0.0, at + 1));
    // "six-year-old", "40 years old", "30 second-half points"
    let old = end + skip(tokens, end, &["-"]);
    if any(tokens, old, &["old", "olds", "half"]) && !any(tokens, end, &["half"]) {
        return None;
    }
    Some((Count { n: count.n + more, ..count }, unit, end))
}
