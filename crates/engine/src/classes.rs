//! Classes of words that news English uses for one another (`data/classes.txt`), looked up by the keys of tokens.

use std::sync::OnceLock;

use crate::lexicon;
use crate::span::Span;
use crate::token::{self, Kind, Token};
use crate::words::Words;

/// A class of words that news English uses for one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    /// Its name, which starts with `~` so that it never meets a word.
    pub(crate) name: &'static str,
    /// Whether it is a kind of event.
    pub(crate) event: bool,
}

/// The class of a key.
pub(crate) fn class(key: &str) -> Option<Class> {
    static MAP: OnceLock<Words<Class>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for line in lexicon::class_lines() {
            let Some((name, members)) = line.split_once(':') else { continue };
            let event = name.starts_with('*');
            let name = name.trim_start_matches('*').trim();
            for member in members.split_whitespace() {
                let token = Token::new(Span::new(0, 0), Kind::Word, member);
                for key in token::keys(&token) {
                    map.or_insert(key.clone(), Class { name, event });
                }
            }
        }
        map
    });
    map.get(key).copied()
}

/// What befell people, by the key of a word for it: `harm:death`, `fate:arrest` and so on (`data/fates.txt`).
pub(crate) fn fate(key: &str) -> Option<&'static str> {
    static MAP: OnceLock<Words<&'static str>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for (fate, words) in lexicon::fate_lines().filter_map(|line| line.rsplit_once(':')) {
            words.split_whitespace().for_each(|word| map.insert(token::key(word, false), fate));
        }
        map
    });
    map.get(key).copied()
}

/// What a noun for people stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Person {
    /// Anybody of a crowd.
    Any,
    /// A part of any crowd: children, women, officers.
    Part,
}

/// Whether a noun, in lower case, is one for people (`data/people.txt`).
pub(crate) fn person(lower: &str) -> Option<Person> {
    static MAP: OnceLock<Words<Person>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map: Words<Person> = Words::default();
        for line in lexicon::people_lines() {
            let (kind, words) = line.strip_prefix('+').map_or((Person::Any, line), |words| (Person::Part, words));
            map.insert_all(words.split_whitespace(), kind);
        }
        map
    });
    let last = &lower[lower.rfind('-').map_or(0, |at| at + 1)..];
    let plural = |ending: &str, singular: &str| {
        let stem = last.strip_suffix(ending)?;
        map.get(format!("{stem}{singular}").as_str())
    };
    let found = map.get(last).or_else(|| map.get(last.strip_suffix('s')?)).or_else(|| plural("men", "man"));
    found.or_else(|| plural("ies", "y")).or_else(|| (last == "children").then(|| map.get("child"))?).copied()
}

/// Where a word stands in a list of words that exclude each other: its lines, and the side of each on which it stands.
pub(crate) type Sides = [(usize, bool)];

/// Where a key stands among words of which one excludes the other (`data/opposites.txt`).
pub(crate) fn opposites(key: &str) -> &'static Sides {
    static MAP: OnceLock<Words<Vec<(usize, bool)>>> = OnceLock::new();
    MAP.get_or_init(|| sides(false)).get(key).map_or(&[], Vec::as_slice)
}

/// The same of words in front of one noun: "full", "partial".
pub(crate) fn contraries(key: &str) -> &'static Sides {
    static MAP: OnceLock<Words<Vec<(usize, bool)>>> = OnceLock::new();
    MAP.get_or_init(|| sides(true)).get(key).map_or(&[], Vec::as_slice)
}

fn sides(of_nouns: bool) -> Words<Vec<(usize, bool)>> {
    let mut map: Words<Vec<(usize, bool)>> = Words::default();
    for (row, line) in lexicon::opposite_lines().enumerate().filter(|(_, line)| line.starts_with('+') == of_nouns) {
        for (side, words) in line.trim_start_matches('+').split('|').enumerate() {
            for word in words.split_whitespace() {
                map.or_default(token::key(word, false)).push((row, side == 0));
            }
        }
    }
    map
}

/// Where a word as printed, in lower case, stands among words for one thing that do not mean the same (`data/grades.txt`): the
/// line, and the step in it.
pub(crate) fn grade(lower: &str) -> Option<(usize, usize)> {
    static MAP: OnceLock<Words<(usize, usize)>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for (line, steps) in lexicon::grade_lines().enumerate() {
            for (step, words) in steps.split('|').enumerate() {
                map.insert_all(words.split_whitespace(), (line, step));
            }
        }
        map
    });
    map.get(lower).copied()
}

/// Whether of two words one excludes the other, by where they stand in one list.
pub(crate) fn exclude(left: &Sides, right: &Sides) -> bool {
    left.iter().any(|l| right.iter().any(|r| l.0 == r.0 && l.1 != r.1))
}
