//! The names of one article, as its reader meets them: short forms stand for the one fuller name that came before.

use std::borrow::Cow;

use super::{Called, Form};
use crate::document::Document;
use crate::gather::Gather;
use crate::lexicon;
use crate::mention::description;
use crate::mention::name::{self, Name};
use crate::mention::spelling;
use crate::order::Order;
use crate::report::{NameKind, NameTie};
use crate::sorted::{Map, Set};
use crate::token::lower_case;

/// The mentions of an article in the order of the text, each under its fullest name in this article.
///
/// `elsewhere` are words that any article writes with a capital inside its sentences: where one opens a sentence here, it is a name.
pub(super) fn read(a: usize, document: &Document<'_>, elsewhere: &Set<Cow<'_, str>>) -> Vec<Called> {
    // A name inside a description is that description's: "US" in "US forces" names no country of its own there.
    let described = |name: &Name| {
        let at = document.descriptions.partition_point(|d| d.form.end <= name.span.start);
        document.descriptions.get(at).is_some_and(|d| d.form.overlap(name.span) > 0)
    };
    let mut openings: Vec<Name> = document
        .sentences
        .iter()
        .enumerate()
        .filter_map(|(s, sentence)| name::opening(sentence, s, elsewhere))
        .filter(|o| document.names_in(o.sentence).iter().all(|n| n.form.overlap(o.form) == 0))
        .gather();
    // Words that the article prints in small letters too are no names.
    let keys: Set<&str> = openings.iter().map(|o| o.key.as_str()).collect();
    let words = document.sentences.iter().flat_map(|s| &s.tokens).filter(|t| t.is_word() && !t.capital);
    let lower: Set<&str> = words.map(|t| t.lower.as_str()).filter(|word| keys.contains(*word)).collect();
    openings.retain(|o| !lower.contains(o.key.as_str()));
    let mut mentions: Vec<(&Name, NameTie)> =
        document.names.iter().filter(|n| !described(n)).map(|n| (n, NameTie::Name)).gather();
    document.descriptions.iter().map(|d| (d, NameTie::Description)).gather_into(&mut mentions);
    let short: Vec<Name> = document
        .sentences
        .iter()
        .enumerate()
        .flat_map(|(s, sentence)| description::short_forms(sentence, s))
        .filter(|short| !described(short))
        .gather();
    short.iter().map(|s| (s, NameTie::Part)).gather_into(&mut mentions);
    openings.iter().map(|o| (o, NameTie::Name)).gather_into(&mut mentions);
    mentions.order_by_key(|(name, _)| name.form);
    let state = tells_of_the_state(document);
    let mut reader = Reader::default();
    let mut uses: Map<&str, (usize, usize)> = Map::new();
    for (name, _) in &mentions {
        let tokens = &document.sentences[name.sentence].tokens;
        let inside = tokens[..name.tokens.0].last().is_some_and(|t| t.is_any(&["in", "at", "near", "outside"]));
        let (like_place, all) = uses.or_default(&name.key);
        *like_place += usize::from(inside);
        *all += 1;
    }
    reader.places = uses.into_iter().filter(|(_, (inside, all))| 2 * inside > *all).map(|(key, _)| key).collect();
    let mut out: Vec<Called> = mentions
        .iter()
        .filter_map(|&(name, tie)| {
            let mut called = called(a, document, name, tie);
            if state && called.key == "@georgia" {
                "georgia".clone_into(&mut called.key);
            }
            // "shares in Acme": one preposition makes no place of a name.
            let sure = called.key.starts_with('@') || called.key.contains(' ') || lexicon::is_place(&called.key);
            if called.kind == NameKind::Place && !sure && !reader.places.contains(name.key.as_str()) {
                called.kind = NameKind::Other;
            }
            if tie == NameTie::Part {
                let [full] = reader.bodies(&called.key) else { return None };
                called.key.clone_from(full);
                called.form.tie = NameTie::Description;
            } else {
                reader.meet(&mut called, a);
            }
            Some(called)
        })
        .gather();
    // A short form may come first, in a headline's manner.
    for called in out.iter_mut().filter(|c| c.form.tie == NameTie::Name && !c.key.contains(' ')) {
        if !reader.settled.contains_key(&called.key)
            && let [full] = reader.candidates(called).as_slice()
        {
            called.key.clone_from(full);
            called.form.tie = NameTie::Part;
        }
    }
    out
}

/// Whether an article's Georgia is the American state: it names places around that one and none around the country.
fn tells_of_the_state(document: &Document<'_>) -> bool {
    const STATE: [&str; 9] = [
        "atlanta",
        "savannah",
        "augusta",
        "macon",
        "alabama",
        "florida",
        "tennessee",
        "south carolina",
        "north carolina",
    ];
    const COUNTRY: [&str; 8] =
        ["georgian", "georgians", "tbilisi", "batumi", "caucasus", "abkhazia", "south ossetia", "armenia"];
    let names =
        |list: &[&str]| document.names.iter().any(|n| list.contains(&lower_case(document.words(n.span)).as_str()));
    names(&STATE) && !names(&COUNTRY)
}

fn called(a: usize, document: &Document<'_>, name: &Name, tie: NameTie) -> Called {
    let printed = document.words(name.span);
    // A country under all its words is one, and so are its people.
    let key = lexicon::country(&name.key.replace(' ', "-"), true).map_or_else(|| name.key.clone(), str::to_owned);
    Called {
        form: Form { article: a, span: name.form, tie },
        kind: name.kind,
        key,
        alias: name.alias.clone(),
        capitals: printed.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase),
        tokens: name.tokens,
        sentence: name.sentence,
    }
}

/// How many names with one word in common are looked through: more of them are several anyway.
const MOST: usize = 64;

/// What a reader has met so far.
#[derive(Default)]
struct Reader<'d> {
    /// The fuller names by their last word and by their first, with their kinds.
    by_last: Map<String, Vec<(String, NameKind)>>,
    by_first: Map<String, Vec<(String, NameKind)>>,
    /// The bodies and places in full by the words that a short form keeps: "commission", "high court".
    by_head: Map<String, Vec<String>>,
    known: Set<String>,
    /// What a short form has stood for.
    settled: Map<String, String>,
    /// Keys that the article uses like places.
    places: Set<&'d str>,
}

impl Reader<'_> {
    /// Gives a mention the key of its fullest name, or notes it as one.
    fn meet(&mut self, called: &mut Called, a: usize) {
        if called.form.tie == NameTie::Description || self.known.contains(&called.key) {
            return;
        }
        let full = self.settled.get(&called.key).cloned();
        let candidates = if full.is_some() { Vec::new() } else { self.candidates(called) };
        let full = full.or_else(|| (candidates.len() == 1).then(|| candidates[0].clone()));
        if let Some(full) = full {
            self.settled.insert(std::mem::replace(&mut called.key, full.clone()), full);
            called.form.tie = NameTie::Part;
        } else if candidates.len() > 1 {
            // One of two: left alone, also by the other articles.
            called.key = format!("{}?{a}", called.key);
        } else if let (Some((first, _)), Some((_, last))) = (called.key.split_once(' '), called.key.rsplit_once(' ')) {
            self.by_first.or_default(first.to_owned()).push((called.key.clone(), called.kind));
            self.by_last.or_default(last.to_owned()).push((called.key.clone(), called.kind));
            self.known.insert(called.key.clone());
            if matches!(called.kind, NameKind::Organisation | NameKind::Place) {
                self.note_heads(&called.key);
            }
        }
    }

    fn bodies(&self, head: &str) -> &[String] {
        self.by_head.get(head).map_or(&[], Vec::as_slice)
    }

    /// Notes the words that stand for a body or place in short: its last two, its last, the one in front of "of".
    fn note_heads(&mut self, key: &str) {
        let words: Vec<&str> = key.split(' ').gather();
        let n = words.len();
        let two = (n > 2).then(|| words[n - 2..].join(" "));
        let of = words.iter().position(|w| *w == "of").filter(|&of| of > 0).map(|of| words[of - 1].to_owned());
        let ministry = words.contains(&"ministry").then(|| "ministry".to_owned());
        let heads: Set<String> =
            two.into_iter().chain(of.or(ministry).or_else(|| Some(words[n - 1].to_owned()))).collect();
        for head in heads {
            self.by_head.or_default(head).push(key.to_owned());
        }
    }

    /// The fuller names that a short form may stand for.
    fn candidates(&self, called: &Called) -> Vec<String> {
        let key = called.key.as_str();
        let mut out = Vec::new();
        let last = key.rsplit_once(' ').map_or(key, |(_, last)| last);
        for (full, kind) in self.by_last.get(last).into_iter().flatten().take(MOST) {
            if is_end(key, full, *kind)
                && fits(called.kind, *kind)
                && (!key.starts_with('@') || called.kind == NameKind::Person)
            {
                out.push(full.clone());
            }
        }
        if called.kind == NameKind::Organisation && out.is_empty() {
            out.extend(self.bodies(key).iter().cloned());
        }
        for (full, kind) in self.by_first.get(key).into_iter().flatten().take(MOST) {
            if self.is_beginning(called, full, *kind) {
                out.push(full.clone());
            }
        }
        out.dedup();
        out
    }

    /// "Acme" for "Acme Foods", "Maria" for "Maria Gomez": not where the word alone is a place's name.
    fn is_beginning(&self, called: &Called, full: &str, kind: NameKind) -> bool {
        let key = called.key.as_str();
        let rest = full.get(key.len() + 1..).unwrap_or_default();
        let next = rest.split(' ').next().unwrap_or_default();
        let place = key.starts_with('@') || lexicon::is_place(key) || self.places.contains(key);
        match kind {
            NameKind::Person => called.kind == NameKind::Other || called.kind == NameKind::Person,
            NameKind::Organisation | NameKind::Other => {
                !place
                    && fits(called.kind, kind)
                    && called.kind != NameKind::Person
                    && !spelling::is_small(next)
                    && !rest.split(' ').any(|word| lexicon::is_name_word(word, "civic"))
            }
            _ => false,
        }
    }
}

/// Whether a key is the end of a fuller one: a surname, or a body without what tells it from others. What stands behind "of" is no
/// short form: "Bank of X" is not "X".
pub(super) fn is_end(key: &str, full: &str, kind: NameKind) -> bool {
    let Some(before) = full.strip_suffix(key).and_then(|before| before.strip_suffix(' ')) else { return false };
    let word = before.rsplit(' ').next().unwrap_or_default();
    matches!(kind, NameKind::Person | NameKind::Organisation | NameKind::Other)
        && (kind == NameKind::Person || !spelling::is_small(word))
        && (kind != NameKind::Organisation || !lexicon::is_place(key))
}

fn fits(short: NameKind, full: NameKind) -> bool {
    short == full
        || short == NameKind::Other
        || full == NameKind::Other && matches!(short, NameKind::Person | NameKind::Organisation)
}
