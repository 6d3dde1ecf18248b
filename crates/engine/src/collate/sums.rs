//! Sums that one sentence states: a whole and its parts ("32 in Leeds and 34 in York, 66 in all"; "12 dead, five of them
//! children"; "seven of the 20"), and whether they add up as printed.
//!
//! Only where the words say that the one is a part of the other, and both count the same: parts need not be all of the whole,
//! so that only parts that are more than it do not hold, unless "total", "in all" or a colon says that they are all.
//!
//! Gets wrong: misses a whole that stands in another sentence, and parts that are more than it but whose noun is not known for
//! people ("two passengers, including three nurses").

use crate::document::Document;
use crate::mention::quantity::Quantity;
use crate::span::Span;
use crate::token::{Kind, Token};

/// A whole and its parts: indices of the article's quantities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) whole: usize,
    pub(crate) parts: Vec<usize>,
    /// Whether the parts are all of the whole.
    pub(crate) complete: bool,
    /// Whether the figures add up, as far as their hedges leave them exact.
    pub(crate) holds: bool,
}

/// The sums of an article, in the order of their wholes and parts.
pub(crate) fn find(document: &Document<'_>) -> Vec<Sum> {
    let mut out = Vec::new();
    let mut begin = 0;
    for (s, sentence) in document.sentences.iter().enumerate() {
        let count = document.quantities[begin..].iter().take_while(|q| q.sentence == s).count();
        if count > 1 {
            let reader = Reader { tokens: &sentence.tokens, all: &document.quantities, begin, end: begin + count };
            out.extend(reader.sums());
        }
        begin += count;
    }
    out
}

/// How many tokens may stand between a whole and its first part.
const APART: usize = 14;

/// The most parts of one whole: keeps the work on any text in proportion to it.
const MOST: usize = 12;

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    all: &'a [Quantity],
    /// The quantities of the sentence.
    begin: usize,
    end: usize,
}

impl Reader<'_> {
    fn sums(&self) -> Vec<Sum> {
        let mut out = Vec::new();
        let mut q = self.begin;
        while q < self.end {
            let found =
                self.of_the(q).or_else(|| self.of_them(q)).or_else(|| self.including(q)).or_else(|| self.places(q));
            let Some(sum) = found else {
                q += 1;
                continue;
            };
            q = sum.parts.iter().copied().max().unwrap_or(q).max(q) + 1;
            out.push(sum);
        }
        out
    }

    /// The tokens between two places.
    fn between(&self, from: Span, to: Span) -> &[Token<'_>] {
        let begin = self.tokens.partition_point(|t| t.span.start < from.end);
        let end = self.tokens.partition_point(|t| t.span.end <= to.start).max(begin);
        &self.tokens[begin..end]
    }

    fn counts(&self, q: usize) -> Option<f64> {
        let quantity = &self.all[q];
        let counted = quantity.unit.is_none() && !quantity.class.starts_with("share");
        quantity.value.filter(|v| counted && *v >= 1.0 && v.fract() == 0.0)
    }

    /// "seven of the 20 crew", "7 out of 20"
    fn of_the(&self, part: usize) -> Option<Sum> {
        let whole = part + 1;
        (whole < self.end).then_some(())?;
        let words = self.between(self.all[part].figure, self.all[whole].figure);
        let the =
            words.last().is_some_and(|t| t.is_any(&["the", "its", "their", "his", "her", "our", "these", "those"]));
        let words = &words[..words.len() - usize::from(the)];
        let of = match words {
            [of] => of.is("of"),
            [out, of] => out.is("out") && of.is("of"),
            _ => false,
        };
        of.then(|| self.sum(whole, vec![part], false))?
    }

    /// "12 dead, five of them children", "40 houses, 12 of which burned"
    fn of_them(&self, part: usize) -> Option<Sum> {
        let at = self.tokens.partition_point(|t| t.span.start < self.all[part].figure.end);
        let them = self.tokens.get(at).is_some_and(|t| t.is("of"))
            && self.tokens.get(at + 1).is_some_and(|t| t.is_any(&["them", "whom", "which"]));
        let whole = part.checked_sub(1).filter(|&w| w >= self.begin && them)?;
        let words = self.between(self.all[whole].figure, self.all[part].figure);
        // "like 40 or 50 of them"
        let one_figure = words.len() == 1 && words[0].is_any(&["or", "to", "-", "–"]);
        (!one_figure && words.len() <= APART && !words.iter().any(ends_a_clause)).then_some(())?;
        let alike = self.people_or_one(whole, part);
        self.sum(whole, vec![part], false).filter(|s| alike || s.holds)
    }

    /// "12 people, including five children and two women"
    fn including(&self, whole: usize) -> Option<Sum> {
        let first = whole + 1;
        (first < self.end).then_some(())?;
        let words = self.between(self.all[whole].span, self.all[first].span);
        let including = |t: &Token| t.is_any(&["including", "among"]);
        let at = words.iter().position(including)?;
        // Right in front of the part: "including at least", "among them".
        let near = words.len() - at <= 2 && words[at + 1..].iter().all(|t| t.is_any(&["them", "also"]));
        (near && words.len() <= APART && !words.iter().any(ends_a_clause)).then_some(())?;
        let mut parts = vec![first];
        for next in first + 1..self.end {
            let words = self.between(self.all[next - 1].span, self.all[next].span);
            let listed = !words.is_empty() && words.len() <= 2 && words.iter().all(|t| t.is_any(&["and", ","]));
            if !listed {
                break;
            }
            parts.push(next);
        }
        // "12 towns, including 300 homes" is no sum.
        let alike = parts.iter().all(|&p| self.people_or_one(whole, p));
        self.sum(whole, parts, false).filter(|s| alike || s.holds)
    }

    /// "66 attacks, 32 in Leeds and 34 in York", "32 in Leeds and 34 in York, a total of 66"
    fn places(&self, q: usize) -> Option<Sum> {
        let led = |at: usize| at > self.begin && self.starts(at - 1, at);
        // The parts: the longest row of figures from `q + 1` on, or from `q` where the whole stands behind them.
        let row = |first: usize| {
            let mut parts = vec![first];
            while let Some(&last) = parts.last()
                && last + 1 < self.end
                && parts.len() < MOST
                && self.starts_next_place(last)
            {
                parts.push(last + 1);
            }
            let whole_row = parts.len() > 1 && parts.last().is_some_and(|&last| self.has_place(last));
            whole_row.then_some(parts)
        };
        if q + 1 < self.end
            && led(q + 1)
            && let Some(parts) = row(q + 1)
        {
            let words = self.between(self.all[q].span, self.all[q + 1].span);
            let complete = words.iter().any(|t| t.is(":")) || self.is_total(q);
            return self.all_of(q, parts, complete);
        }
        let parts = row(q)?;
        let whole = parts.last()? + 1;
        (whole < self.end && self.is_total(whole)).then(|| self.all_of(whole, parts, true))?
    }

    /// Parts that are of one thing with the whole: a sum where they reach it, or are said to be all of it.
    fn all_of(&self, whole: usize, parts: Vec<usize>, complete: bool) -> Option<Sum> {
        let one = |p: &usize| self.all[*p].class == self.all[whole].class || self.all[*p].class == "bare";
        parts.iter().all(one).then_some(())?;
        let sum = self.sum(whole, parts.clone(), true)?;
        let more = self.sum(whole, parts, false).is_some_and(|s| !s.holds);
        (sum.holds || complete || more).then_some(sum)
    }

    /// Whether what stands between a whole and the part behind it opens a list: a comma, colon, dash or bracket.
    fn starts(&self, whole: usize, part: usize) -> bool {
        let words = self.between(self.all[whole].span, self.all[part].span);
        let mark = words.last().filter(|t| !t.is("with")).or_else(|| words.iter().rev().nth(1));
        words.len() <= APART && mark.is_some_and(|t| t.is_any(&[",", ":", "-", "–", "—", "("]))
    }

    /// "in" or "at" and a name right behind the figure.
    fn has_place(&self, q: usize) -> bool {
        let at = self.tokens.partition_point(|t| t.span.start < self.all[q].span.end);
        let place = |k: usize| self.tokens.get(k).is_some_and(|t| t.capital && t.is_word());
        let the = usize::from(self.tokens.get(at + 1).is_some_and(|t| t.is("the")));
        self.tokens.get(at).is_some_and(|t| t.is_any(&["in", "at", "near"])) && place(at + 1 + the)
    }

    /// "32 in Leeds and 34": a place, and the next figure in one list.
    fn starts_next_place(&self, q: usize) -> bool {
        let words = self.between(self.all[q].span, self.all[q + 1].span);
        let joined = words.last().is_some_and(|t| t.is_any(&["and", ","]));
        let names = words.iter().skip(1).all(|t| t.capital || t.is_any(&["and", ",", "the", "of"]));
        self.has_place(q) && joined && names && words.len() <= 7
    }

    /// "a total of 66", "66 in all"
    fn is_total(&self, q: usize) -> bool {
        let at = self.tokens.partition_point(|t| t.span.start < self.all[q].span.start);
        let after = self.tokens.partition_point(|t| t.span.start < self.all[q].span.end);
        let before = at.checked_sub(2).is_some_and(|k| self.tokens[k].is("total") && self.tokens[k + 1].is("of"));
        let behind = |k: usize, word: &str| self.tokens.get(after + k).is_some_and(|t| t.is(word));
        before || behind(0, "altogether") || behind(0, "in") && (behind(1, "all") || behind(1, "total"))
    }

    /// Whether two figures count one thing, or people both, or the second counts nothing of its own.
    fn people_or_one(&self, whole: usize, part: usize) -> bool {
        let people = |q: &Quantity| q.is_harm() || q.class == "people";
        let (w, p) = (&self.all[whole], &self.all[part]);
        w.class == p.class || p.head.is_none() || people(w) && people(p)
    }

    fn sum(&self, whole: usize, parts: Vec<usize>, complete: bool) -> Option<Sum> {
        self.counts(whole)?;
        parts.iter().try_for_each(|&p| self.counts(p).map(|_| ()))?;
        let (from, to) = self.all[whole].interval();
        let least: f64 = parts.iter().map(|&p| self.all[p].interval().0.max(0.0)).sum();
        let most: f64 = parts.iter().map(|&p| self.all[p].interval().1).sum();
        let holds = least <= to && (!complete || from <= most);
        Some(Sum { whole, parts, complete, holds })
    }
}

fn ends_a_clause(token: &Token) -> bool {
    token.kind == Kind::Mark && token.is_any(&[";", ".", "”", "“", "\"", "?", "!"])
}
