//! The interface's own words, in the language of the reader. They speak of the texts and never of the event.
//!
//! The words are in `locales/`, a file for each language; `build.rs` makes a [`Key`] of each line. A page is in one language: its
//! HTML is rendered in it, and in the browser the program learns the words that came with the page, so that no reader loads
//! those of another language.

mod report;

use std::cell::Cell;
use std::fmt::Display;

use yew::prelude::*;

pub use report::*;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

thread_local! {
    static WORDS: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
}

/// The languages that there are, by tag ("en", "de").
#[cfg(not(target_arch = "wasm32"))]
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(tag, _)| *tag)
}

/// A language's name in itself.
#[cfg(not(target_arch = "wasm32"))]
pub fn name_of(tag: &str) -> &'static str {
    of(tag).unwrap_or(LANGUAGES[0].1)[Key::LanguageName as usize]
}

/// Speaks another language on this thread from the next word on; one that there is no file for changes nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn speak(tag: &str) {
    if let Some(words) = of(tag) {
        WORDS.set(words);
    }
}

/// All words of a language as they travel to the browser: a line each, in the order of [`Key`].
#[cfg(not(target_arch = "wasm32"))]
pub fn listed(tag: &str) -> String {
    of(tag).unwrap_or(LANGUAGES[0].1).join("\n")
}

#[cfg(not(target_arch = "wasm32"))]
fn of(tag: &str) -> Option<&'static [&'static str]> {
    LANGUAGES.iter().find(|(known, _)| *known == tag).map(|(_, words)| *words)
}

/// Learns the words that [`listed`] gave, for as long as the program runs; false where they are those of another build.
pub fn learn(list: &str) -> bool {
    let list: &'static str = String::leak(list.to_owned());
    let words: Vec<&'static str> = list.split('\n').collect();
    let whole = words.len() == KEYS;
    WORDS.set(Vec::leak(words));
    whole
}

/// Words without a place for anything. English where no language was chosen.
pub fn say(key: Key) -> &'static str {
    #[cfg(not(target_arch = "wasm32"))]
    if WORDS.get().is_empty() {
        return LANGUAGES[0].1[key as usize];
    }
    WORDS.get().get(key as usize).copied().unwrap_or_default()
}

/// The language of the articles, as a tag, where it is another than the page's: the engine reads English.
pub fn of_articles() -> Option<&'static str> {
    (say(Key::LanguageName) != "English").then_some("en")
}

/// Words for a number: "1 article", "5 articles". In `locales/` the form for one stands before `" | "`, that for any other
/// number after it; languages with more forms than two are not served by that.
pub fn count(key: Key, n: usize) -> String {
    fill(key, &[("n", &n)])
}

/// Words with their places filled: `{name}` by the value of that name. The value of `n` chooses between the forms, where there
/// are two.
pub fn fill(key: Key, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::new();
    let n = values.iter().find(|(name, _)| *name == "n").map(|(_, value)| value.to_string());
    for piece in pieces(form(say(key), n.as_deref())) {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Place(name) => {
                if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                    text.push_str(&value.to_string());
                }
            }
        }
    }
    text
}

/// Words with their places filled by parts of the page. `n` is the number that chooses between the forms.
pub fn phrase(key: Key, n: usize, values: &[(&str, Html)]) -> Html {
    let of = |name: &str| match values.iter().find(|(known, _)| *known == name) {
        Some((_, value)) => value.clone(),
        None => html! { n },
    };
    pieces(form(say(key), Some(&n.to_string())))
        .map(|piece| match piece {
            Piece::Text(words) => html! { words },
            Piece::Place(name) => of(name),
        })
        .collect()
}

enum Piece {
    Text(&'static str),
    Place(&'static str),
}

fn form(text: &'static str, n: Option<&str>) -> &'static str {
    match text.split_once(" | ") {
        Some((one, _)) if n == Some("1") => one,
        Some((_, other)) => other,
        None => text,
    }
}

fn pieces(text: &'static str) -> impl Iterator<Item = Piece> {
    text.split('{').enumerate().flat_map(|(index, part)| match part.split_once('}') {
        Some((name, rest)) if index > 0 => [Piece::Place(name), Piece::Text(rest)],
        _ => [Piece::Text(part), Piece::Text("")],
    })
}
