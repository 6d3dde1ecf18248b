//! Names of several articles that are one thing's.

use std::sync::OnceLock;

use super::{Called, article};
use crate::gather::Gather;
use crate::lexicon;
use crate::mention::name;
use crate::mention::spelling;
use crate::report::{NameKind, NameTie};
use crate::sorted::{Map, Set};
use crate::span::Span;
use crate::token;

/// What the mentions of one key say together.
#[derive(Default)]
struct Entry {
    kinds: Set<NameKind>,
    articles: Set<usize>,
    aliases: Set<String>,
    capitals: bool,
    described: bool,
}

impl Entry {
    fn is(&self, kind: NameKind) -> bool {
        self.kinds.contains(&kind)
    }

    fn may_be_body(&self) -> bool {
        !self.is(NameKind::Person) && !self.is(NameKind::Place)
    }
}

fn entries(called: &[Called]) -> Map<String, Entry> {
    let mut out: Map<String, Entry> = Map::new();
    for one in called {
        let entry = out.or_default(one.key.clone());
        entry.kinds.insert(one.kind);
        entry.articles.insert(one.form.article);
        entry.aliases.extend(one.alias.clone());
        entry.capitals |= one.capitals;
        entry.described |= one.form.tie == NameTie::Description;
    }
    out
}

/// A surname that its own article gives no given name to stands for the one person of that surname in the story.
pub(super) fn surnames(called: &mut [Called]) {
    let all = entries(called);
    let mut by_last: Map<&str, Vec<&str>> = Map::new();
    for (key, entry) in all.iter() {
        // Whose title or given name makes them a person; a name without either only where nothing else is told of it.
        if let Some((_, last)) = key.rsplit_once(' ')
            && (entry.is(NameKind::Person) || entry.kinds.len() == 1 && entry.is(NameKind::Other))
        {
            by_last.or_default(last).push(key);
        }
    }
    let mut full: Map<String, String> = Map::new();
    for (key, entry) in all.iter() {
        let last = key.rsplit_once(' ').map_or(key.as_str(), |(_, last)| last);
        let known = key.starts_with('@') || lexicon::is_place(key) || entry.is(NameKind::Place) || entry.described;
        if known || entry.is(NameKind::Organisation) || entry.is(NameKind::Event) || key.contains('?') {
            continue;
        }
        let fuller: Vec<&&str> = by_last
            .get(last)
            .into_iter()
            .flatten()
            .filter(|full| article::is_end(key, full, NameKind::Person))
            .filter(|full| entry.is(NameKind::Person) || all[**full].is(NameKind::Person))
            .gather();
        // Of several, the one whom more than one article names in full.
        let known: Vec<&&&str> = fuller.iter().filter(|full| all[***full].articles.len() > 1).gather();
        if let ([one], _) | (_, [one]) = (fuller.as_slice(), known.iter().map(|k| **k).gather().as_slice()) {
            full.insert(key.clone(), (**one).to_owned());
        }
    }
    for one in called.iter_mut() {
        if let Some(key) = full.get(&one.key) {
            one.key.clone_from(key);
            one.form.tie = NameTie::Part;
        }
    }
}

/// Joins keys: each mention gets the key of its thing, and how its own is tied to that.
pub(super) fn join(called: &mut [Called]) {
    let all = entries(called);
    let mut joins = Joins { parent: Map::new() };
    abbreviations(&all, &mut joins);
    well_known(&all, &mut joins);
    spellings(&all, &mut joins);
    persons(&all, &mut joins);
    bodies_of_countries(&all, &mut joins);
    localities(&all, &mut joins);
    for one in called.iter_mut() {
        let (top, tie) = joins.top(&one.key);
        if let Some(tie) = tie.filter(|_| one.form.tie == NameTie::Name) {
            one.form.tie = tie;
        }
        one.key = top;
    }
}

/// Each key's next one towards its thing, and why.
struct Joins {
    parent: Map<String, (String, NameTie)>,
}

impl Joins {
    fn top(&self, key: &str) -> (String, Option<NameTie>) {
        let tie = self.parent.get(key).map(|p| p.1);
        let mut at = key;
        while let Some((next, _)) = self.parent.get(at) {
            at = next;
        }
        (at.to_owned(), tie)
    }

    fn link(&mut self, key: &str, to: &str, tie: NameTie) {
        let (from, _) = self.top(key);
        let (to, _) = self.top(to);
        if from != to {
            self.parent.insert(from, (to, tie));
        }
    }
}

/// Initials and blends that an article introduces, and those of at least three letters that fit one body's name only (two letters
/// where the name says that it is a body's).
fn abbreviations(all: &Map<String, Entry>, joins: &mut Joins) {
    let mut given: Map<&str, Set<&str>> = Map::new();
    for (key, entry) in all.iter() {
        for alias in &entry.aliases {
            given.or_default(alias).insert(key);
        }
    }
    // Two names with one abbreviation: a country's letters behind athletes' names, a party's behind politicians'.
    for (alias, names) in given.iter() {
        if let (1, Some(full)) = (names.len(), names.first())
            && all.contains_key(*alias)
        {
            joins.link(alias, full, NameTie::Abbreviation);
        }
    }
    let mut initials: Map<String, Vec<&str>> = Map::new();
    for (key, entry) in all.iter().filter(|(key, entry)| key.contains(' ') && entry.may_be_body() && !entry.described) {
        let letters: String = key
            .split(' ')
            .filter(|w| !spelling::is_small(w))
            .filter_map(|w| w.trim_start_matches('@').chars().next())
            .collect();
        if letters.chars().count() >= 3 || entry.is(NameKind::Organisation) {
            initials.or_default(letters).push(key);
        }
    }
    for (key, entry) in all.iter() {
        let plain =
            entry.capitals && !key.contains(' ') && key.chars().all(char::is_alphabetic) && key.chars().count() >= 2;
        if !plain || given.contains_key(key.as_str()) || joins.parent.contains_key(key) {
            continue;
        }
        if let Some([full]) = initials.get(key).map(Vec::as_slice) {
            joins.link(key, full, NameTie::Abbreviation);
        }
    }
}

/// Bodies that go by several names without anybody saying so (`data/institutions.txt`).
fn well_known(all: &Map<String, Entry>, joins: &mut Joins) {
    static LIST: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let key = |words: &str| {
            name::key(
                token::tokens(words, Span::new(0, words.len())).iter().filter(|t| t.is_word()),
                NameKind::Organisation,
            )
        };
        lexicon::institutions().map(|names| names.map(key).gather()).gather()
    });
    for names in list {
        let mut here = names.iter().filter(|name| all.contains_key(*name));
        if let Some(first) = here.next() {
            for other in here {
                joins.link(other, first, NameTie::KnownAs);
            }
        }
    }
}

/// Spellings of one name from another script, where no article uses both.
fn spellings(all: &Map<String, Entry>, joins: &mut Joins) {
    let apart = |a: &str, b: &str| all[a].articles.is_disjoint(&all[b].articles);
    let mut transliterated: Map<String, &str> = Map::new();
    for key in all.keys().filter(|k| spelling::is_transliterated(k)) {
        if let Some(letters) = spelling::skeleton(key) {
            transliterated.or_insert(letters, key);
        }
    }
    for key in all.keys() {
        if let Some(twin) = spelling::skeleton(key).and_then(|letters| transliterated.get(&letters))
            && *twin != key
            && apart(key, twin)
        {
            joins.link(key, twin, NameTie::Spelling);
        }
    }
    // "JPMorgan", "JP Morgan"
    let mut squeezed: Map<String, &str> = Map::new();
    for key in all.keys().filter(|key| !key.contains(['@', '~', '(']) && key.chars().count() >= 6) {
        let known = *squeezed.or_insert(key.replace(' ', ""), key);
        if known != key && apart(key, known) {
            joins.link(key, known, NameTie::Spelling);
        }
    }
    let mut sounds: Map<String, Vec<&str>> = Map::new();
    for (key, entry) in all.iter() {
        // One word alone may be another word; a name of five letters or more is rarely.
        let long = key.contains(' ') || key.chars().count() >= 6;
        if entry.described || !long || entry.kinds.iter().all(|k| matches!(k, NameKind::Weapon | NameKind::Event)) {
            continue;
        }
        if let Some(sound) = spelling::sound(key) {
            sounds.or_default(sound).push(key);
        }
    }
    for keys in sounds.values() {
        for pair in keys.windows(2) {
            if apart(pair[0], pair[1]) && close(pair[0], pair[1]) {
                joins.link(pair[1], pair[0], NameTie::Spelling);
            }
        }
    }
}

/// Whether two keys are spelled nearly alike: as many words, and at most two letters more in one than in the other.
fn close(a: &str, b: &str) -> bool {
    a.split(' ').count() == b.split(' ').count() && a.chars().count().abs_diff(b.chars().count()) <= 2
}

/// "J. Doe" for "Jo Doe", "Jo Ann Doe" for "Jo Doe", where one person only fits.
fn persons(all: &Map<String, Entry>, joins: &mut Joins) {
    let people: Vec<&str> = all
        .iter()
        .filter(|(key, entry)| {
            key.contains(' ') && !key.contains('?') && entry.is(NameKind::Person) && !entry.is(NameKind::Organisation)
        })
        .map(|(key, _)| key.as_str())
        .gather();
    let mut by_last: Map<&str, Vec<&str>> = Map::new();
    for key in people {
        by_last.or_default(key.rsplit(' ').next().unwrap_or_default()).push(key);
    }
    for same in by_last.values().filter(|same| same.len() < 50) {
        for key in same {
            let (first, n) = (key.split(' ').next().unwrap_or_default(), key.split(' ').count());
            let fits = |other: &&&str| {
                let given = other.split(' ').next().unwrap_or_default();
                let initial = first.chars().count() == 1 && given.starts_with(first) && given.chars().count() > 1;
                let middle = n == 2 && given == first && other.split(' ').count() == 3;
                **other != *key && (initial || middle) && all[*key].articles.is_disjoint(&all[**other].articles)
            };
            let mut fuller = same.iter().filter(fits);
            if let (Some(one), None) = (fuller.next(), fuller.next()) {
                joins.link(key, one, NameTie::Part);
            }
        }
    }
}

/// "Supreme Court" for the one country's that the articles tell of.
fn bodies_of_countries(all: &Map<String, Entry>, joins: &mut Joins) {
    let mut of: Map<&str, Vec<&str>> = Map::new();
    for key in all.iter().filter(|(_, entry)| entry.is(NameKind::Organisation)).map(|(key, _)| key) {
        // The whole word is a country: "@spain-backed groups" are not Spain's.
        if let Some((country, bare)) = key.split_once(' ')
            && lexicon::country(country.trim_start_matches('@'), true) == Some(country)
            && (bare.contains(' ') || lexicon::is_name_word(bare, "institution"))
        {
            of.or_default(bare).push(key);
        }
    }
    for (bare, countries) in of {
        if let (true, [one]) = (all.contains_key(bare), countries.as_slice()) {
            joins.link(bare, one, NameTie::Part);
        }
    }
}

/// "Basilan island" and "Basilan", where the word alone is no country and no state, and one kind of place only bears it.
fn localities(all: &Map<String, Entry>, joins: &mut Joins) {
    let mut named: Map<&str, Vec<&str>> = Map::new();
    for key in all.iter().filter(|(_, entry)| entry.is(NameKind::Place)).map(|(key, _)| key) {
        let Some((first, rest)) = key.split_once(' ') else { continue };
        let bare = if lexicon::is_name_word(first, "locality") {
            rest
        } else if let Some((front, last)) = key.rsplit_once(' ')
            && lexicon::is_name_word(last, "locality")
        {
            front
        } else {
            continue;
        };
        named.or_default(bare).push(key);
    }
    for (bare, places) in named {
        let other = bare.starts_with('@') || lexicon::is_place(&bare.replace(' ', "-"));
        let fits = all.get(bare).is_some_and(|e| !e.is(NameKind::Person) && !e.is(NameKind::Organisation));
        if let ([one], true, false) = (places.as_slice(), fits, other) {
            joins.link(bare, one, NameTie::Part);
        }
    }
}
