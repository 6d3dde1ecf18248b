//! Who beat whom or bought whom, and with which score or count of votes: "Rovers beat United 3-1", "the senate voted 52-48".
//!
//! Guards: names right beside the verb on both sides; no article that tells of both outcomes, no other days, nothing of long
//! before; votes only with words in common around them.
//!
//! Gets wrong: two matches of the same two sides in one story, without a day.

use super::background::looks_back;
use super::values::Values;
use super::{Found, Item, Relation, item, set_against};
use crate::calendar::Day;
use crate::document::Document;
use crate::gather::{Gather, Keep};
use crate::letters::whole;
use crate::lexicon;
use crate::mention::spelling;
use crate::order::Order;
use crate::report::Field;
use crate::sorted::Map;
use crate::span::Span;
use crate::token::{self, Kind, Token};
use crate::words::Bag;

/// Verbs of which only one direction can be true, by what they do.
const BEAT: [&str; 16] = [
    "beat",
    "beats",
    "beaten",
    "beating",
    "defeated",
    "defeats",
    "defeat",
    "overcame",
    "overcome",
    "thrashed",
    "edged",
    "trounced",
    "downed",
    "outpointed",
    "ousted",
    "unseated",
];
const BUY: [&str; 13] = [
    "buy",
    "buys",
    "bought",
    "buying",
    "acquire",
    "acquires",
    "acquired",
    "acquiring",
    "purchased",
    "purchase",
    "sues",
    "sued",
    "suing",
];

/// Verbs that a count of votes stands beside.
const VOTE: [&str; 10] =
    ["voted", "vote", "votes", "ruled", "passed", "approved", "rejected", "backed", "decided", "adopted"];

/// What may stand between a name and its verb, and between the verb and the other name.
const BESIDE: [&str; 24] = [
    "has",
    "have",
    "had",
    "will",
    "to",
    "would",
    "was",
    "were",
    "been",
    "be",
    "is",
    "are",
    "the",
    "by",
    "its",
    "rival",
    "rivals",
    "champions",
    "narrowly",
    "easily",
    "agreed",
    "plans",
    "in",
    "comfortably",
];

/// How many votes of a story are told apart.
const MOST: usize = 64;

/// How many words must stand near two counts of votes.
const SHARED: usize = 3;

/// What one side did to the other.
#[derive(Clone, Debug)]
struct Outcome {
    /// Whether it was beaten, and not bought.
    beat: bool,
    /// The words of the names of who did it and to whom; both empty for votes.
    sides: [Vec<String>; 2],
    /// The higher figure first.
    score: Option<(Span, (u32, u32))>,
    around: Bag,
    days: Option<(Day, Day)>,
}

pub(super) fn compare(values: &Values<'_>, articles: &[usize]) -> Vec<Found> {
    let mut all: Vec<(Item, Outcome)> = Vec::new();
    for &a in articles {
        let document = &values.documents[a];
        for s in (0..document.sentences.len()).filter(|&s| !looks_back(document, s)) {
            find(values, document, s)
                .map(|(span, outcome)| (item(a, s, span), outcome))
                .into_iter()
                .gather_into(&mut all);
        }
    }
    // By the last words of the two names; votes, which have none, by the words around the first of them.
    let mut groups: Map<Vec<String>, Vec<(Item, Outcome)>> = Map::new();
    let mut votes: Vec<Vec<(Item, Outcome)>> = Vec::new();
    for (item, outcome) in all {
        let mut last: Vec<String> = outcome.sides.iter().filter_map(|side| side.last().cloned()).gather();
        last.order();
        if !last.is_empty() {
            groups.or_default(last).push((item, outcome));
        } else if let Some(known) = votes.iter_mut().find(|g| related(&g[0].1, &outcome)) {
            known.push((item, outcome));
        } else if votes.len() < MOST {
            votes.push(vec![(item, outcome)]);
        }
    }
    let mut pairs: Vec<Vec<(Item, Outcome)>> = groups.into_values().gather();
    pairs.append(&mut votes);
    pairs.into_iter().gather_all(of_one_pair)
}

/// What differs between outcomes of one pair of sides, or of one vote.
fn of_one_pair(mut told: Vec<(Item, Outcome)>) -> Vec<Found> {
    let first = told[0].1.clone();
    let sure = !first.sides[0].is_empty();
    told.keep(|(_, o)| related(&first, o));
    let direction = |l: &Outcome, r: &Outcome| match (related(l, r), swapped(l, r)) {
        (false, _) => Relation::Unrelated,
        (true, true) => Relation::Differ,
        (true, false) => Relation::Equal,
    };
    let score = |l: &Outcome, r: &Outcome| match (related(l, r), l.score, r.score) {
        (true, Some((_, l)), Some((_, r))) if l == r => Relation::Equal,
        (true, Some(_), Some(_)) => Relation::Differ,
        _ => Relation::Unrelated,
    };
    let scores: Vec<(Item, Outcome)> =
        told.iter().filter_map(|(i, o)| o.score.map(|(span, _)| (Item { span, ..i.clone() }, o.clone()))).gather();
    // An article that tells of both contradicts neither: `set_against` sees to it.
    let who = set_against(&told, direction).filter(|(_, relation)| *relation == Relation::Differ);
    let by = set_against(&scores, score);
    let who = who.map(|(items, _)| found(Field::Actor, items, false));
    let by = by.map(|(items, relation)| found(Field::Number, items, !sure || relation < Relation::Differ));
    [who, by].into_iter().gather_all(|found| found)
}

fn found(field: Field, items: Vec<Item>, compatible: bool) -> Found {
    let sharpness = if compatible { 60 } else { 95 } + 2 * items.len() as u32;
    Found { field, items, compatible, note: None, sharpness }
}

/// Whether two outcomes are of the same two sides, or two votes of one.
fn related(left: &Outcome, right: &Outcome) -> bool {
    let apart = left.days.zip(right.days).is_some_and(|(l, r)| l.1 < r.0 || r.1 < l.0);
    let votes = left.sides[0].is_empty() && right.sides[0].is_empty() && left.around.shared(&right.around) >= SHARED;
    !apart && left.beat == right.beat && (votes || straight(left, right) || swapped(left, right))
}

fn straight(left: &Outcome, right: &Outcome) -> bool {
    same(&left.sides[0], &right.sides[0]) && same(&left.sides[1], &right.sides[1])
}

fn swapped(left: &Outcome, right: &Outcome) -> bool {
    same(&left.sides[0], &right.sides[1]) && same(&left.sides[1], &right.sides[0])
}

/// Whether all words of the shorter name stand in the longer.
fn same(left: &[String], right: &[String]) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// The first outcome of a sentence, with the words that tell it.
fn find(values: &Values<'_>, document: &Document<'_>, s: usize) -> Option<(Span, Outcome)> {
    let tokens = &document.sentences[s].tokens;
    let verb = |k: &usize| {
        let t = &tokens[*k];
        !t.capital && (t.is_any(&BEAT) || t.is_any(&BUY) || t.is_any(&VOTE) || t.is("lost"))
    };
    let days = document.times_in(s).iter().filter(|t| !t.since).filter_map(|t| t.days);
    let days = days.reduce(|l, r| (l.0.min(r.0), l.1.max(r.1)));
    (0..tokens.len()).filter(verb).find_map(|k| {
        let from = k.saturating_sub(14);
        let near = tokens[from..tokens.len().min(k + 15)].iter().filter(|t| t.is_word());
        let around = token::bag(near, &values.vocabulary);
        let score = score(tokens, k);
        if tokens[k].is_any(&VOTE) {
            let (span, _) = score?;
            let sides = [Vec::new(), Vec::new()];
            return Some((span, Outcome { beat: true, sides, score, around, days }));
        }
        let left = name_before(tokens, k)?;
        let (behind, to) = (k + 1..tokens.len().min(k + 5)).find_map(|at| match &tokens[at] {
            t if t.is("to") && tokens[k].is("lost") => Some((at + 1, true)),
            t if tokens[k].is("lost") && (is_score(tokens, at) || t.kind != Kind::Word) => None,
            _ if !tokens[k].is("lost") => Some((k + 1, false)),
            _ => None,
        })?;
        let right = name_behind(tokens, behind)?;
        let passive = tokens[left.1..k].iter().any(|t| t.is_any(&["was", "were", "been", "be", "is", "are"]))
            && tokens.get(k + 1).is_some_and(|t| t.is("by"));
        let keys = |(from, to): (usize, usize)| -> Vec<String> {
            tokens[from..to].iter().flat_map(token::keys).map(|key| spelling::fold(key).into_owned()).gather()
        };
        let mut sides = [keys(left), keys(right)];
        if passive || to {
            sides.reverse();
        }
        let span = Span { start: tokens[left.0].span.start, end: tokens[right.1 - 1].span.end };
        let beat = !tokens[k].is_any(&BUY);
        (!same(&sides[0], &sides[1])).then_some((span, Outcome { beat, sides, score, around, days }))
    })
}

/// Whether a token may be part of a name.
fn names(token: &Token) -> bool {
    token.is_word() && token.capital && lexicon::weekday(&token.lower).is_none() && !lexicon::is_stop_word(&token.lower)
}

/// The tokens of the name that stands in front of the verb at `k`.
fn name_before(tokens: &[Token], k: usize) -> Option<(usize, usize)> {
    let to = (0..k).rev().take(4).find(|&i| !tokens[i].is_any(&BESIDE))? + 1;
    let from = (0..to).rev().take(5).take_while(|&i| names(&tokens[i])).last()?;
    Some((from, to))
}

/// The tokens of the name that begins at `from` or a few small words later.
fn name_behind(tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    let small = |i: &usize| tokens[*i].is_any(&BESIDE) || tokens[*i].is_any(&["a", "'s"]);
    let from = from + (from..tokens.len().min(from + 3)).take_while(small).count();
    let to = (from..tokens.len().min(from + 5)).take_while(|&i| names(&tokens[i])).last()? + 1;
    // "Beat United's reserves" is no victory over United.
    Some((from, to))
}

fn is_score(tokens: &[Token], i: usize) -> bool {
    let glued = |k: usize| tokens[k].span.end == tokens[k + 1].span.start;
    let figure = |k: usize| tokens[k].kind == Kind::Figure && tokens[k].lower.len() <= 3;
    i + 2 < tokens.len() && figure(i) && figure(i + 2) && tokens[i + 1].is_any(&["-", "–"]) && glued(i) && glued(i + 1)
}

/// The score nearest behind the verb at `k`, else in front of it.
fn score(tokens: &[Token], k: usize) -> Option<(Span, (u32, u32))> {
    let behind = (k + 1..tokens.len().min(k + 10)).find(|&i| is_score(tokens, i));
    let at = behind.or_else(|| (k.saturating_sub(6)..k).rev().find(|&i| is_score(tokens, i)))?;
    let (l, r) = (whole::<u32>(&tokens[at].lower)?, whole::<u32>(&tokens[at + 2].lower)?);
    Some((Span { start: tokens[at].span.start, end: tokens[at + 2].span.end }, (l.max(r), l.min(r))))
}
