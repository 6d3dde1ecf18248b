//! Classes of words that news English uses for one another (`data/classes.txt`), looked up by the keys of tokens.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::lexicon;
use crate::span::Span;
use crate::token;
use crate::words::Quick;

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
    static MAP: OnceLock<HashMap<String, Class, Quick>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = HashMap::default();
        for line in lexicon::class_lines() {
            let Some((name, members)) = line.split_once(':') else { continue };
            let event = name.starts_with('*');
            let name = name.trim_start_matches('*').trim();
            for member in members.split_whitespace() {
                let token = token::Token {
                    span: Span::new(0, 0),
                    kind: token::Kind::Word,
                    lower: member.to_owned(),
                    capital: false,
                };
                for key in token::keys(&token) {
                    map.entry(key).or_insert(Class { name, event });
                }
            }
        }
        map
    });
    map.get(key).copied()
}
