//! One thing under all its names.
//!
//! Two forms name one thing where they are the same words, where one is given in brackets behind the other, where both are
//! transliterations with the same letters left, or where one is the surname of a person that the same article names in
//! full. It gets wrong: two people of one surname in one article, and two bodies of one name. Nothing is matched by being a part of another: "Bank of X" is not "X".

use std::collections::BTreeMap;

use crate::document::Document;
use crate::lexicon;
use crate::mention::name::{self, Name};
use crate::report::NameKind;
use crate::span::Span;

/// A thing and its names.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    pub(crate) kind: NameKind,
    /// Each form that an article uses, once: article and first place. Sorted.
    pub(crate) forms: Vec<(usize, Span)>,
}

/// All things that are named, in the order of their first form.
pub(crate) fn find(documents: &[Document<'_>]) -> Vec<Thing> {
    let mut keys: BTreeMap<String, Vec<(usize, &Name)>> = BTreeMap::new();
    for (a, document) in documents.iter().enumerate() {
        for name in &document.descriptions {
            keys.entry(name.key.clone()).or_default().push((a, name));
        }
        // A name inside a description is that description's: "US" in "US forces" names no country of its own there.
        let described = |name: &Name| {
            let at = document.descriptions.partition_point(|d| d.form.end <= name.span.start);
            document.descriptions.get(at).is_some_and(|d| d.form.overlap(name.span) > 0)
        };
        let people = people(document);
        for name in document.names.iter().filter(|n| !described(n)) {
            keys.entry(canonical(&people, name)).or_default().push((a, name));
        }
    }
    let mut root: BTreeMap<&str, &str> = BTreeMap::new();
    for (key, names) in &keys {
        for (_, name) in names {
            let Some(alias) = &name.alias else { continue };
            if let Some((alias_key, _)) = keys.get_key_value(alias.as_str()) {
                root.insert(alias_key, key);
            }
        }
    }
    let mut transliterated: BTreeMap<String, &str> = BTreeMap::new();
    for key in keys.keys().filter(|k| name::is_transliterated(k)) {
        if let Some(letters) = name::skeleton(key) {
            transliterated.entry(letters).or_insert(key);
        }
    }
    for key in keys.keys() {
        let twin =
            name::skeleton(key).and_then(|letters| transliterated.get(&letters)).filter(|twin| **twin < key.as_str());
        if let Some(twin) = twin {
            root.entry(key).or_insert(twin);
        }
    }
    let top = |key: &str| {
        let mut at = keys.get_key_value(key).map_or("", |k| k.0.as_str());
        for _ in 0..4 {
            match root.get(at) {
                Some(next) if *next != at => at = next,
                _ => break,
            }
        }
        at.to_owned()
    };
    let mut things: BTreeMap<String, Vec<(usize, &Name)>> = BTreeMap::new();
    for (key, names) in &keys {
        things.entry(top(key)).or_default().extend(names.iter().copied());
    }
    let mut out: Vec<Thing> = things.into_values().map(|names| thing(documents, names)).collect();
    out.sort_by(|a, b| a.forms.cmp(&b.forms));
    out
}

fn thing(documents: &[Document<'_>], mut names: Vec<(usize, &Name)>) -> Thing {
    names.sort_by_key(|(a, n)| (*a, n.form));
    let mut forms: Vec<(usize, Span)> = Vec::new();
    for (a, name) in &names {
        let text = documents[*a].words(name.form);
        if !forms.iter().any(|(b, span)| b == a && documents[*b].words(*span) == text) {
            forms.push((*a, name.form));
        }
    }
    // The kind that most mentions show, "other" last.
    let mut votes: BTreeMap<NameKind, usize> = BTreeMap::new();
    for (_, name) in &names {
        *votes.entry(name.kind).or_default() += usize::from(name.kind != NameKind::Other);
    }
    let kind = votes
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .max_by_key(|(kind, n)| (*n, std::cmp::Reverse(*kind)))
        .map_or(NameKind::Other, |v| v.0);
    Thing { kind, forms }
}

/// The people whom an article names in full, by surname.
fn people<'d>(document: &'d Document<'_>) -> BTreeMap<&'d str, &'d str> {
    let mut out = BTreeMap::new();
    for name in document.names.iter().filter(|n| n.kind != NameKind::Place && n.kind != NameKind::Organisation) {
        if let Some((_, surname)) = name.key.rsplit_once(' ') {
            out.entry(surname).or_insert(name.key.as_str());
        }
    }
    out
}

/// The key under which a name meets its other forms in all articles.
fn canonical(people: &BTreeMap<&str, &str>, name: &Name) -> String {
    if let Some(country) = lexicon::country(&name.key.replace(' ', "-"), true) {
        return country.to_owned();
    }
    // A surname stands for the person whom this article names in full.
    let key = people.get(name.key.as_str()).copied().unwrap_or(&name.key);
    let words: Vec<&str> =
        key.split(' ').map(|w| if lexicon::country(w, true) == Some("@united-states") { "us" } else { w }).collect();
    words.join(" ")
}
