//! Quotations: one statement and every article that carries it.
//!
//! Gets wrong: two statements of one speaker in nearly the same words.

use std::collections::BTreeSet;

use super::passages::Passage;
use crate::classes;
use crate::document::Document;
use crate::lexicon;
use crate::mention::quote::QuoteKind;
use crate::report::{QuoteChange, Voice};
use crate::span::Span;
use crate::token;

/// One print of a statement: a quotation, or the part of one that lies in one sentence.
#[derive(Clone, Debug)]
pub(crate) struct Print {
    pub(crate) article: usize,
    pub(crate) span: Span,
    pub(crate) change: QuoteChange,
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

/// The fewest words with content that make a quotation worth matching.
const LEAST_CONTENT: usize = 2;

/// All statements that are quoted somewhere, in the order of their first print.
pub(crate) fn find(documents: &[Document<'_>], passages: &[Passage]) -> Vec<Statement> {
    let mut prints = Vec::new();
    for (article, document) in documents.iter().enumerate() {
        for (quote, speaker) in document.quotes.iter().zip(&document.quote_speakers) {
            if quote.kind == QuoteKind::Scare && quote.span.of(document.text).split_whitespace().count() < 2 {
                continue;
            }
            for sentence in document.sentences.iter().filter(|s| s.span.overlap(quote.span) > 0) {
                let span = Span {
                    start: quote.span.start.max(sentence.span.start),
                    end: quote.span.end.min(sentence.span.end),
                };
                let words = words(document, span);
                let speaker = speaker.as_ref().map(|s| s.name.clone());
                prints.push(Print { article, span, change: QuoteChange::Exact, words, speaker });
            }
        }
    }
    // Longest first: a fragment joins the fullest print.
    prints.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.article.cmp(&b.article)).then(a.span.cmp(&b.span)));
    let mut statements: Vec<Statement> = Vec::new();
    for print in prints {
        match statements.iter_mut().find(|s| same(&s.prints[0], &print)) {
            Some(statement) => {
                let change = change(&statement.prints[0].words, &print.words);
                statement.prints.push(Print { change, ..print });
            }
            None => statements.push(Statement { speaker: None, prints: vec![print] }),
        }
    }
    for statement in &mut statements {
        unmarked(documents, passages, statement);
        reported(documents, statement);
        statement.prints.sort_by_key(|a| (a.article, a.span));
        statement.speaker = statement.prints.iter().find_map(|p| p.speaker.clone());
    }
    statements.sort_by_key(|s| (s.prints[0].article, s.prints[0].span));
    statements
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
    let two_speakers = full.speaker.is_some() && part.speaker.is_some() && full.speaker != part.speaker;
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

/// The same speaker's statement elsewhere as reported speech: at least half of the content of the shorter of the two, and a
/// figure or three other words among it.
fn reported(documents: &[Document<'_>], statement: &mut Statement) {
    let full = &statement.prints[0];
    let Some(speaker) = full.speaker.clone() else { return };
    let of = |document: &Document<'_>, span: Span| -> BTreeSet<String> {
        let keys = token::tokens(document.text, span)
            .into_iter()
            .filter(|t| !lexicon::is_stop_word(&t.lower))
            .flat_map(|t| token::keys(&t));
        keys.map(|key| classes::class(&key).map_or(key, |c| c.name.to_owned())).collect()
    };
    let said = of(&documents[full.article], full.span);
    let mut found = Vec::new();
    for (article, document) in documents.iter().enumerate().filter(|(a, _)| *a != full.article) {
        for (claim, sentence) in document.claims.iter().zip(&document.sentences) {
            let by = claim.speaker.as_ref().is_some_and(|s| s.name == speaker) && claim.voice == Voice::Reported;
            let known = statement.prints.iter().any(|p| p.article == article && p.span.overlap(sentence.span) > 0);
            if !by || known {
                continue;
            }
            let told = of(document, claim.span);
            let shared: Vec<&String> = said.intersection(&told).collect();
            let figure = shared.iter().any(|k| k.starts_with(|c: char| c.is_ascii_digit()));
            let enough = shared.len() >= 4 || figure && shared.len() >= 3;
            if enough && shared.len() * 2 >= said.len().min(told.len()) {
                found.push(Print {
                    article,
                    span: claim.span,
                    change: QuoteChange::Unmarked,
                    words: Vec::new(),
                    speaker: Some(speaker.clone()),
                });
            }
        }
    }
    statement.prints.extend(found);
}

/// The same words elsewhere without marks.
fn unmarked(documents: &[Document<'_>], passages: &[Passage], statement: &mut Statement) {
    for passage in passages {
        let carried = passage.places.iter().any(|(a, span)| {
            statement.prints.iter().any(|p| p.article == *a && p.span.overlap(*span) * 2 > p.span.len())
        });
        if !carried {
            continue;
        }
        for &(article, span) in &passage.places {
            let known = statement.prints.iter().any(|p| p.article == article && p.span.overlap(span) > 0);
            let marked = documents[article].quotes.iter().any(|q| q.outer.overlap(span) > 0);
            if !known && !marked {
                statement.prints.push(Print {
                    article,
                    span,
                    change: QuoteChange::Unmarked,
                    words: Vec::new(),
                    speaker: None,
                });
            }
        }
    }
}
