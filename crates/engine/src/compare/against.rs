//! What speaks against two clauses saying the same where no comparison came of it: each has a figure or a day that the other lacks, or
//! one denies what it tells. Such a match is unsure, and its row no agreement.
//!
//! Gets wrong: clauses that say the same and add a figure of one kind each; and what is denied in words that are in no list.

use super::polarity::DENIES;
use super::{Part, time};
use crate::document::Document;
use crate::mention::number;
use crate::mention::quantity::Quantity;
use crate::mention::time::Time;
use crate::span::Span;
use crate::token::Token;

/// Verbs that deny what follows them.
const DENIAL: [&str; 8] = ["deny", "denies", "denied", "denying", "refuted", "refutes", "disputed", "disputes"];

/// Days that lie nearer than this may be one moment told in two time zones.
const APART: i64 = 2;

/// Whether something speaks against two clauses of unlike articles saying the same.
pub(crate) fn speaks_against(documents: &[Document<'_>], left: &Part, right: &Part) -> bool {
    let (l, r) = (Clause::of(documents, left), Clause::of(documents, right));
    l.is_denied() != r.is_denied()
        || l.denies() != r.denies()
        || apart(&l.figures(), &r.figures(), |l, r| same_kind(l, r), |l, r| same_figure(l, r))
        || apart(&l.numbers(), &r.numbers(), |_, _| true, |l, r| l == r)
        || apart(&l.times(), &r.times(), |l, r| same_length(l, r), |l, r| same_time(l, r))
}

struct Clause<'a> {
    document: &'a Document<'a>,
    part: &'a Part,
}

impl<'a> Clause<'a> {
    fn of(documents: &'a [Document<'a>], part: &'a Part) -> Self {
        Self { document: &documents[part.0.0], part }
    }

    /// The tokens of its sentence up to its end.
    fn tokens(&self) -> impl Iterator<Item = &'a Token<'a>> + '_ {
        let ((_, sentence), clause) = self.part;
        self.document.sentences[*sentence].tokens.iter().filter(|token| token.span.end <= clause.end)
    }

    /// Whether somebody denies it.
    fn is_denied(&self) -> bool {
        self.tokens().any(|token| token.is_any(&DENIAL))
    }

    /// Whether a word in it denies another.
    fn denies(&self) -> bool {
        self.tokens().any(|token| self.part.1.holds(token.span) && token.is_any(&DENIES))
    }

    fn figures(&self) -> Vec<&'a Quantity> {
        let ((_, sentence), clause) = self.part;
        let all = self.document.quantities_in(*sentence).iter();
        all.filter(|q| q.value.is_some() && clause.holds(q.span)).collect()
    }

    /// Numbers that count nothing: "the number nine".
    fn numbers(&self) -> Vec<f64> {
        let ((_, sentence), clause) = self.part;
        let (document, tokens) = (self.document, &self.document.sentences[*sentence].tokens);
        let known = |span: Span| {
            document.quantities_in(*sentence).iter().any(|q| q.span.overlap(span) > 0)
                || document.times_in(*sentence).iter().any(|t| t.span.overlap(span) > 0)
        };
        let own = (0..tokens.len()).filter(|&i| clause.holds(tokens[i].span) && !known(tokens[i].span));
        // "One" is seldom a number.
        own.filter_map(|i| number::read(document.text, tokens, i)?.value).filter(|&value| value != 1.0).collect()
    }

    fn times(&self) -> Vec<&'a Time> {
        let ((_, sentence), clause) = self.part;
        let all = self.document.times_in(*sentence).iter();
        all.filter(|t| t.days.is_some() && clause.holds(t.span) && time::is_event_time(self.document, t)).collect()
    }
}

/// Whether each side has one of a kind that is on the other side in no form.
fn apart<T>(left: &[T], right: &[T], kind: impl Fn(&T, &T) -> bool, same: impl Fn(&T, &T) -> bool) -> bool {
    let lacks = |one: &T, others: &[T]| !others.iter().any(|other| same(one, other));
    let own = |l: &&T| lacks(l, right);
    left.iter().filter(own).any(|l| right.iter().any(|r| kind(l, r) && lacks(r, left)))
}

fn same_kind(left: &Quantity, right: &Quantity) -> bool {
    let counts = |q: &Quantity| q.unit.is_none();
    left.class == right.class || counts(left) && counts(right)
}

fn same_figure(left: &Quantity, right: &Quantity) -> bool {
    let ((from, to), (least, most)) = (left.interval(), right.interval());
    from <= most && least <= to
}

/// How many days a time covers, roughly: a day, a week, a month, a year, more.
fn length(time: &Time) -> usize {
    let days = time.days.map_or(0, |(from, to)| to.since(from));
    [0, 7, 31, 366].iter().filter(|&&most| days > most).count()
}

fn same_length(left: &Time, right: &Time) -> bool {
    length(left) == length(right)
}

/// Ranges are the same where both ends are; else one is as good as the other if they are not apart.
fn same_time(left: &Time, right: &Time) -> bool {
    let (Some((from, to)), Some((start, end))) = (left.days, right.days) else { return true };
    if left.until.is_some() && right.until.is_some() {
        return from == start && to == end;
    }
    start.since(to) < APART && from.since(end) < APART
}
