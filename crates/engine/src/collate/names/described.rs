//! Descriptions that certainly mean a thing that is named, or one and the same thing.
//!
//! A description beside a name ("Jo Doe, the mayor of Oakham,", "the farmer Jo Doe") is that thing's. A noun with "the" stands for
//! one thing where the story tells of one only: no article has the noun in the plural, counts it, says "another" or
//! "the 2004 …", or introduces a second one with "a".

use super::{Called, Form};
use crate::collate::passages::Passage;
use crate::document::Document;
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::mention::description::{self, How};
use crate::report::{NameKind, NameTie};
use crate::sorted::{Map, Set};
use crate::span::Span;
use crate::token::Token;

/// The descriptions, each under the key of its thing.
pub(super) fn find(
    documents: &[Document<'_>],
    passages: &[Passage],
    apart: &[Vec<f64>],
    called: &[Called],
) -> Vec<Called> {
    let mut out = single(documents, apart);
    let alone: Set<Form> = out.iter().map(|one| one.form).collect();
    printed_alike(documents, passages).into_iter().filter(|one| !alone.contains(&one.form)).gather_into(&mut out);
    out.extend(called.iter().filter(|c| !c.key.starts_with('@')).gather_all(|c| beside(&documents[c.form.article], c)));
    out
}

fn describe(article: usize, span: Span, tie: NameTie, kind: NameKind, key: &str, sentence: usize) -> Called {
    let form = Form { article, span, tie };
    Called { form, kind, key: key.to_owned(), alias: None, capitals: false, tokens: (0, 0), sentence }
}

/// Nouns that stand for the one thing of their kind in the story, where two articles have them. Articles on different events have
/// things of their own.
fn single(documents: &[Document<'_>], apart: &[Vec<f64>]) -> Vec<Called> {
    // The first article that tells of the same event.
    let side = |a: usize| apart.get(a).and_then(|row| row.iter().position(|apart| *apart < 0.5)).unwrap_or(a);
    let mut barred: Set<String> = Set::new();
    // Nouns in the plural, and those in the singular, each with their kind.
    let (mut many, mut one): (Set<(String, String)>, Set<(String, String)>) = Default::default();
    let mut out: Vec<Called> = Vec::new();
    for (a, document) in documents.iter().enumerate() {
        let mut known: Set<String> = Set::new();
        for (s, sentence) in document.sentences.iter().enumerate() {
            for head in description::heads(document.text, sentence) {
                let key = format!("{}@{}", head.key, side(a));
                let new = head.how == How::New;
                if head.how == How::Other || new && known.contains(&key) {
                    barred.insert(key);
                } else if head.how == How::Many {
                    many.insert((key, head.noun));
                } else if head.how == How::Known || new {
                    let kind = if head.event { NameKind::Event } else { NameKind::Other };
                    out.push(describe(a, head.span, NameTie::Description, kind, &key, s));
                    one.insert((key.clone(), head.noun));
                    known.insert(key);
                }
            }
        }
    }
    barred.extend(many.into_iter().filter(|both| one.contains(both)).map(|(key, _)| key));
    let mut articles: Map<String, Set<usize>> = Map::new();
    for one in &out {
        articles.or_default(one.key.clone()).insert(one.form.article);
    }
    out.keep(|one| !barred.contains(&one.key) && articles[&one.key].len() > 1);
    out
}

/// Kinds of events in a passage that several articles print alike: the same words of one statement mean the same.
fn printed_alike(documents: &[Document<'_>], passages: &[Passage]) -> Vec<Called> {
    let mut out = Vec::new();
    for (n, passage) in passages.iter().enumerate() {
        for &(a, span) in &passage.places {
            let document = &documents[a];
            let first = document.sentences.partition_point(|s| s.span.end <= span.start);
            let inside = (first..document.sentences.len()).take_while(|&s| document.sentences[s].span.start < span.end);
            let mut count: Map<String, usize> = Map::new();
            for s in inside {
                for head in description::heads(document.text, &document.sentences[s]) {
                    if head.event && span.holds(head.span) {
                        let nth = count.or_default(head.key.clone());
                        *nth += 1;
                        let key = format!("{}#{n}.{nth}", head.key);
                        out.push(describe(a, head.span, NameTie::Description, NameKind::Event, &key, s));
                    }
                }
            }
        }
    }
    out
}

/// The descriptions in front of a name and behind it.
fn beside(document: &Document<'_>, called: &Called) -> Vec<Called> {
    let (from, to) = called.tokens;
    if called.form.tie == NameTie::Description {
        return Vec::new();
    }
    let tokens = &document.sentences[called.sentence].tokens;
    let span = |from: usize, to: usize| Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
    [in_front(tokens, from, called.form.span), behind(tokens, to)]
        .into_iter()
        .flatten()
        .filter(|(_, _, head)| fits(&tokens[*head].lower, called.kind))
        .map(|(from, to, _)| {
            describe(
                called.form.article,
                span(from, to),
                NameTie::Apposition,
                called.kind,
                &called.key,
                called.sentence,
            )
        })
        .gather()
}

/// Whether a noun can say what a thing of a kind is.
fn fits(head: &str, kind: NameKind) -> bool {
    let is = |role| lexicon::is_role(head, role);
    match kind {
        NameKind::Person => is("person") || lexicon::is_title(head),
        NameKind::Organisation => is("body"),
        NameKind::Place => is("place"),
        NameKind::Other => is("person") || is("body") || is("place") || lexicon::is_title(head),
        _ => false,
    }
}

/// "steel tycoon" in front of a name in lower case: first token, the one behind the last, the head.
fn in_front(tokens: &[Token], from: usize, form: Span) -> Option<(usize, usize, usize)> {
    let head = from.checked_sub(1)?;
    let role = |k: usize| {
        let word = tokens[k].lower.as_str();
        ["person", "body", "place"].iter().any(|kind| lexicon::is_role(word, kind))
    };
    // A title is a part of the name's own form.
    if !tokens[head].is_word() || tokens[head].capital || !role(head) || form.start <= tokens[head].span.start {
        return None;
    }
    let noun = |k: usize| tokens[k].is_word() && !tokens[k].capital && !tokens[k].is_stop_word();
    let opens = |k: usize| k == 0 || !tokens[k - 1].is_word() || tokens[k - 1].is_stop_word();
    // One word in front of it is its own where the phrase begins there.
    let verb = |k: usize| tokens[k].say_verb().is_some() || tokens[k].lower.ends_with("ed");
    let first = if head > 0 && noun(head - 1) && opens(head - 1) && !verb(head - 1) { head - 1 } else { head };
    Some((first, head + 1, head))
}

/// ", the mayor of Oakham," behind a name: first token, the one behind the last, the head.
fn behind(tokens: &[Token], to: usize) -> Option<(usize, usize, usize)> {
    tokens.get(to).filter(|t| t.is(","))?;
    let begin = to + 1;
    let end = (begin..tokens.len().min(begin + 11)).find(|&k| !tokens[k].is_word() && !tokens[k].is("’"))?;
    let closed = tokens[end].is_any(&[".", ";", "!", "?"])
        || tokens[end].is(",") && !tokens.get(end + 1).is_some_and(|t| t.is_any(&["and", "or", "a", "an", "the"]));
    let small = |t: &Token| t.is_any(&["of", "for", "in", "at", "from", "on", "with", "to", "near", "by"]);
    let noun = (begin..end).take_while(|&k| !small(&tokens[k])).last()?;
    let clause = tokens[begin..end].iter().any(|t| {
        t.say_verb().is_some()
            || t.is_stop_word()
                && !small(t)
                && !t.is_any(&["the", "a", "an", "its", "his", "her", "their", "and", "own", "most", "former", "s"])
    });
    let opener = tokens[begin].is_any(&["the", "a", "an", "its", "his", "her", "their"])
        || noun == begin
        || lexicon::country(&tokens[begin].lower, tokens[begin].capital).is_some()
        || tokens[begin].capital;
    // "Doe, the mayor, and Poe": perhaps a list.
    (closed && !clause && opener).then_some((begin, end, noun))
}
