//! One thing under all its names, and under the descriptions that certainly mean it.
//!
//! First each article is read as its reader meets it ([`article`]): a surname stands for the person named in full before, "the
//! Coast Guard" for the one coast guard named so far. Then the articles' names are joined ([`join`]): same words, initials,
//! spellings, well-known other names. Last come descriptions beside a name, and those that fit one thing only in
//! the story ([`described`]).
//!
//! Every join has a condition under which it is left undone, because a look-alike is worse than a missed one: two candidates, one
//! article that uses both spellings, a word that is also a place's name. It gets wrong: two people of one name, a namesake who is told
//! of in another article only, and "the earthquake" where an article means an older one and says so in another sentence.

mod article;
mod described;
mod join;

use std::borrow::Cow;

use crate::collate::passages::Passage;
use crate::document::Document;
use crate::gather::Gather;
use crate::mention::name;
use crate::order::Order;
use crate::report::{NameKind, NameTie};
use crate::sorted::{Map, Set};
use crate::span::Span;

/// A thing and its names.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    pub(crate) kind: NameKind,
    /// Each form that an article uses, once, at its first place. Sorted by article and place.
    pub(crate) forms: Vec<Form>,
}

/// What an article calls a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    /// Index of the article.
    pub(crate) article: usize,
    pub(crate) span: Span,
    pub(crate) tie: NameTie,
}

/// A mention under the key that it shares with others of its thing.
#[derive(Clone, Debug)]
struct Called {
    form: Form,
    kind: NameKind,
    key: String,
    /// As [`crate::mention::name::Name::alias`].
    alias: Option<String>,
    /// Letters printed as capitals only.
    capitals: bool,
    /// Its tokens in the sentence.
    tokens: (usize, usize),
    sentence: usize,
}

/// All things that are named, in the order of their first form.
///
/// `apart` says how sure it is that two articles tell of different events, from 0 to 1.
pub(crate) fn find(documents: &[Document<'_>], passages: &[Passage], apart: &[Vec<f64>]) -> Vec<Thing> {
    let capitalised = documents.iter().map(|document| name::capitalised_inside(&document.sentences));
    let elsewhere: Set<Cow<'_, str>> = capitalised.flatten().collect();
    let mut called: Vec<Called> =
        documents.iter().enumerate().gather_all(|(a, document)| article::read(a, document, &elsewhere));
    join::surnames(&mut called);
    join::join(&mut called);
    let described = described::find(documents, passages, apart, &called);
    called.extend(described);
    let mut things: Map<&str, Vec<&Called>> = Map::new();
    for one in &called {
        things.or_default(&one.key).push(one);
    }
    let mut out: Vec<Thing> = things.into_values().map(|all| thing(documents, all)).gather();
    out.order_by(|a, b| a.forms.cmp(&b.forms));
    out
}

fn thing(documents: &[Document<'_>], mut all: Vec<&Called>) -> Thing {
    all.order_by_key(|c| c.form);
    let mut forms: Vec<Form> = Vec::new();
    for one in &all {
        let words = |form: &Form| documents[form.article].words(form.span);
        let same = |form: &&mut Form| form.article == one.form.article && words(form) == words(&one.form);
        match forms.iter_mut().find(same) {
            Some(form) => form.tie = form.tie.min(one.form.tie),
            None => forms.push(one.form),
        }
    }
    // The kind that most mentions show, "other" last.
    let mut votes: Map<NameKind, usize> = Map::new();
    for one in &all {
        *votes.or_default(one.kind) += usize::from(one.kind != NameKind::Other);
    }
    let kind = votes
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .max_by_key(|(kind, n)| (*n, std::cmp::Reverse(*kind)))
        .map_or(NameKind::Other, |v| v.0);
    Thing { kind, forms }
}
