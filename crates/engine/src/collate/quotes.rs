//! Quotations: one statement and every article that carries it.
//!
//! Prints are grouped longest first, each with the first longer one that has most of its words. A word alone is a print only
//! of the same speaker's one statement that has it.
//!
//! Gets wrong: two statements of one speaker in nearly the same words.

use std::collections::{BTreeMap, BTreeSet};

use super::passages::Passage;
use crate::classes;
use crate::compare::same_speaker;
use crate::document::Document;
use crate::lexicon;
use crate::mention::quote::QuoteKind;
use crate::order::Order;
use crate::report::{QuoteChange, Voice};
use crate::span::Span;
use crate::token;

/// One print of a statement: a quotation, or the part of one that lies in one sentence.
#[derive(Clone, Debug)]
pub(crate) struct Print {
    pub(crate) article: usize,
    pub(crate) span: Span,
    pub(crate) change: QuoteChange,
    /// Index of the sentence.
    sentence: usize,
    /// Index of the quotation.
    quote: usize,
    words: Vec<String>,
    speaker: Option<String>,
}

/// A statement.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) speaker: Option<String>,
    /// Sorted by article and place.
    pub(crate) prints: Vec<Print>,
}

/// The fewest words with content that make a quotation worth matching by its words alone.
const LEAST_CONTENT: usize = 2;

/// All statements that are quoted somewhere, in the order of their first print.
pub(crate) fn find(documents: &[Document<'_>], passages: &[Passage]) -> Vec<Statement> {
    let mut prints = prints(documents);
    // Longest first: a fragment joins the fullest print.
    prints.order_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.article.cmp(&b.article)).then(a.span.cmp(&b.span)));
    let (merged, prints): (Vec<Print>, Vec<Print>) = take_merged(prints);
    let mut statements: Vec<Statement> = Vec::new();
    let mut having = Index::default();
    for print in prints {
        let joined = having.sharing(&print).find(|&s| same(&statements[s].prints[0], &print));
        if let Some(s) = joined.or_else(|| single_word(&statements, &having, &print)) {
            let change = change(&statements[s].prints[0].words, &print.words);
            statements[s].prints.push(Print { change, ..print });
        } else {
            having.add(statements.len(), &print);
            statements.push(Statement { speaker: None, prints: vec![print] });
        }
    }
    for whole in merged {
        let parts: Vec<usize> = having.sharing(&whole).filter(|&s| inside(&whole, &statements[s].prints[0])).collect();
        for s in parts {
            statements[s].prints.push(Print { change: QuoteChange::Merged, ..whole.clone() });
        }
    }
    unmarked(documents, passages, &mut statements);
    reported(documents, &mut statements);
    for statement in &mut statements {
        statement.prints.order_by_key(|a| (a.article, a.span));
        statement.speaker = statement.prints.iter().find_map(|p| p.speaker.clone());
    }
    statements.order_by_key(|s| (s.prints[0].article, s.prints[0].span));
    statements
}

/// Every quotation, cut at the ends of sentences.
fn prints(documents: &[Document<'_>]) -> Vec<Print> {
    let mut out = Vec::new();
    for (article, document) in documents.iter().enumerate() {
        for (quote, (q, speaker)) in document.quotes.iter().zip(&document.quote_speakers).enumerate() {
            if q.kind == QuoteKind::Scare && q.span.of(document.text).split_whitespace().count() < 2 {
                continue;
            }
            for (sentence, s) in
                document.sentences.iter().enumerate().skip(q.sentence).take_while(|(_, s)| s.span.start < q.span.end)
            {
                let span = Span { start: q.span.start.max(s.span.start), end: q.span.end.min(s.span.end) };
                if span.start < span.end {
                    let words = words(document, span);
                    let speaker = speaker.as_ref().map(|s| s.name.clone());
                    out.push(Print { article, span, change: QuoteChange::Exact, sentence, quote, words, speaker });
                }
            }
        }
    }
    out
}

/// Which statements have a word with content.
#[derive(Default)]
struct Index(BTreeMap<String, Vec<usize>>);

impl Index {
    fn add(&mut self, statement: usize, print: &Print) {
        for word in content(&print.words) {
            self.0.entry(word.to_owned()).or_default().push(statement);
        }
    }

    /// The statements that share most of a print's words, or have most of theirs in it, in order.
    fn sharing(&self, print: &Print) -> impl Iterator<Item = usize> + use<> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        let own = content(&print.words);
        for word in &own {
            for &statement in self.0.get(*word).into_iter().flatten() {
                *shared.entry(statement).or_default() += 1;
            }
        }
        shared.into_iter().filter(|(_, n)| *n >= LEAST_CONTENT).map(|(s, _)| s)
    }
}

/// A lone word in marks is a print of the one statement that has it, if its speaker is the same.
fn single_word(statements: &[Statement], having: &Index, print: &Print) -> Option<usize> {
    let words = content(&print.words);
    let word = words.first().filter(|_| words.len() == 1 && print.words.len() <= 2)?;
    let [statement] = having.0.get(*word)?.as_slice() else { return None };
    let full = &statements[*statement].prints[0];
    let longer = full.words.len() > 4 && full.article != print.article;
    let by = full.speaker.as_deref().zip(print.speaker.as_deref()).is_some_and(|(l, r)| same_speaker(l, r));
    (longer && by).then_some(*statement)
}

/// Prints that hold, inside one pair of marks, two statements that another article prints apart: apart from the others.
fn take_merged(prints: Vec<Print>) -> (Vec<Print>, Vec<Print>) {
    // By their first three words: the prints that stand whole in a longer one.
    let mut heads: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (i, print) in prints.iter().enumerate().filter(|(_, p)| p.words.len() >= 4) {
        heads.entry(&print.words[..3]).or_default().push(i);
    }
    let is_merged = |whole: &Print| {
        let mut parts: Vec<(usize, &Print)> = Vec::new();
        for at in 0..whole.words.len().saturating_sub(2) {
            for &i in heads.get(&whole.words[at..at + 3]).into_iter().flatten().take(64) {
                let part = &prints[i];
                let shorter = part.article != whole.article && part.words.len() < whole.words.len();
                if shorter && whole.words[at..].starts_with(&part.words) {
                    parts.push((at, part));
                }
            }
        }
        parts.iter().enumerate().any(|(i, (at, part))| {
            parts[i + 1..].iter().any(|(other_at, other)| {
                let apart = part.quote != other.quote && part.sentence.abs_diff(other.sentence) > 1;
                part.article == other.article && apart && at + part.words.len() <= *other_at
            })
        })
    };
    let found: Vec<bool> = prints.iter().map(is_merged).collect();
    let mut found = found.into_iter();
    prints.into_iter().partition(|_| found.next().unwrap_or(false))
}

/// Whether all words of a print stand in a longer one, in order and together.
fn inside(whole: &Print, part: &Print) -> bool {
    part.article != whole.article && longest_run(&whole.words, &part.words) == part.words.len()
}

fn words(document: &Document<'_>, span: Span) -> Vec<String> {
    token::tokens(document.text, span)
        .iter()
        .filter(|t| t.kind != token::Kind::Mark)
        .map(|t| t.lower.replace('.', ""))
        .collect()
}

fn content(words: &[String]) -> BTreeSet<&str> {
    words.iter().map(String::as_str).filter(|w| !lexicon::is_stop_word(w)).collect()
}

/// Whether a print says what a fuller one says: most of its content words, and a run of three words.
///
/// Two speakers who are named may still be one; in other words, two of them share more before they say one thing.
fn same(full: &Print, part: &Print) -> bool {
    if full.article == part.article && full.words.len() == part.words.len() {
        return false;
    }
    let (l, r) = (content(&full.words), content(&part.words));
    let shared = l.intersection(&r).count();
    let run = longest_run(&full.words, &part.words);
    let two_speakers = full.speaker.as_deref().zip(part.speaker.as_deref()).is_some_and(|(l, r)| !same_speaker(l, r));
    let reworded = run < part.words.len();
    let enough = !(two_speakers && reworded) || shared >= 5;
    r.len() >= LEAST_CONTENT && shared * 10 >= r.len() * 7 && run >= part.words.len().min(3) && enough
}

fn longest_run(left: &[String], right: &[String]) -> usize {
    let mut best = 0;
    // Beside each word of `right`: the length of the run that ends there and at the current word of `left`.
    let mut runs = vec![0; right.len() + 1];
    for word in left {
        for k in (0..right.len()).rev() {
            runs[k + 1] = if right[k] == *word { runs[k] + 1 } else { 0 };
            best = best.max(runs[k + 1]);
        }
    }
    best
}

fn change(full: &[String], part: &[String]) -> QuoteChange {
    if full == part {
        QuoteChange::Exact
    } else if full.windows(part.len()).any(|w| w == part) {
        QuoteChange::Truncated
    } else {
        QuoteChange::Reworded
    }
}

/// What a claim says, for comparing it with a quotation: the keys of its words with content, by class.
fn keys_of(document: &Document<'_>, span: Span) -> BTreeSet<String> {
    let tokens = token::tokens(document.text, span);
    let keys = tokens.iter().filter(|t| !lexicon::is_stop_word(&t.lower)).flat_map(token::keys);
    keys.map(|key| classes::class(key).map_or(key.as_str(), |c| c.name).to_owned()).collect()
}

/// The same speaker's statement elsewhere as reported speech: at least half of the content of the shorter of the two, and a
/// figure or three other words among it.
fn reported(documents: &[Document<'_>], statements: &mut [Statement]) {
    // By speaker: article, sentence, what is said.
    let mut told: BTreeMap<&str, Vec<(usize, usize, BTreeSet<String>)>> = BTreeMap::new();
    for (article, document) in documents.iter().enumerate() {
        for (sentence, claim) in document.claims.iter().enumerate().filter(|(_, c)| c.voice == Voice::Reported) {
            if let Some(speaker) = &claim.speaker {
                let keys = keys_of(document, claim.span);
                told.entry(speaker.name.as_str()).or_default().push((article, sentence, keys));
            }
        }
    }
    for statement in statements {
        let full = &statement.prints[0];
        let Some(speaker) = full.speaker.clone() else { continue };
        let Some(elsewhere) = told.get(speaker.as_str()) else { continue };
        let said = keys_of(&documents[full.article], full.span);
        let mut found = Vec::new();
        for (article, sentence, keys) in elsewhere.iter().filter(|t| t.0 != full.article) {
            let document = &documents[*article];
            let whole = document.sentences[*sentence].span;
            if statement.prints.iter().any(|p| p.article == *article && p.span.overlap(whole) > 0) {
                continue;
            }
            let shared: Vec<&String> = said.intersection(keys).collect();
            let figure = shared.iter().any(|k| k.starts_with(|c: char| c.is_ascii_digit()));
            let enough = shared.len() >= 4 || figure && shared.len() >= 3;
            if enough && shared.len() * 2 >= said.len().min(keys.len()) {
                found.push(bare(*article, document.claims[*sentence].span, Some(speaker.clone())));
            }
        }
        statement.prints.extend(found);
    }
}

/// A print without marks.
fn bare(article: usize, span: Span, speaker: Option<String>) -> Print {
    Print { article, span, change: QuoteChange::Unmarked, sentence: 0, quote: 0, words: Vec::new(), speaker }
}

/// The same words elsewhere without marks.
fn unmarked(documents: &[Document<'_>], passages: &[Passage], statements: &mut [Statement]) {
    // By article: where its prints stand, and of which statement; in order, as they do not overlap but for the merged.
    let mut places: Vec<Vec<(Span, usize)>> = vec![Vec::new(); documents.len()];
    for (s, statement) in statements.iter().enumerate() {
        for print in &statement.prints {
            places[print.article].push((print.span, s));
        }
    }
    for places in &mut places {
        places.order();
    }
    let touching = |article: usize, span: Span| {
        let all: &[(Span, usize)] = &places[article];
        let from = all.partition_point(|p| p.0.end <= span.start);
        all[from..].iter().take_while(move |p| p.0.start < span.end)
    };
    let mut found: BTreeSet<(usize, usize, Span)> = BTreeSet::new();
    for passage in passages {
        let carried: BTreeSet<usize> = passage
            .places
            .iter()
            .flat_map(|&(a, span)| touching(a, span).filter(move |p| p.0.overlap(span) * 2 > p.0.len()).map(|p| p.1))
            .collect();
        for &(article, span) in &passage.places {
            let quotes = &documents[article].quotes;
            let next = quotes.partition_point(|q| q.outer.end <= span.start);
            let marked = quotes.get(next).is_some_and(|q| q.outer.overlap(span) > 0);
            if !marked && touching(article, span).next().is_none() {
                found.extend(carried.iter().map(|&s| (s, article, span)));
            }
        }
    }
    for (s, article, span) in found {
        if !statements[s].prints.iter().any(|p| p.article == article && p.span.overlap(span) > 0) {
            statements[s].prints.push(bare(article, span, None));
        }
    }
}
