//! The interface's own words: what makes them out of `locales/`, and how their places are filled.

#[allow(dead_code, clippy::print_stdout, reason = "what Cargo starts is not called here, and talks to Cargo")]
#[path = "../build.rs"]
mod build;

use crosscheck::words::{Key, count, fill, languages, learn, listed, name_of, say, speak};

#[test]
fn the_number_chooses_between_the_forms() {
    assert_eq!(count(Key::Articles, 1), "1 article");
    assert_eq!(count(Key::Articles, 0), "0 articles");
    assert_eq!(count(Key::Articles, 21), "21 articles");
}

#[test]
fn places_are_filled_wherever_they_stand() {
    assert_eq!(fill(Key::PaneWhere, &[("all", &9), ("n", &3)]), "sentence 3 of 9");
    assert_eq!(fill(Key::CountsLess, &[("n", &1)]), "(1 of them less precisely)");
}

#[test]
fn another_language_is_spoken_from_the_next_word_on_and_an_unknown_one_never() {
    assert_eq!(say(Key::Close), "Close");
    speak("xx");
    assert_eq!(say(Key::Close), "Close");
    for tag in languages() {
        speak(tag);
        assert_eq!(say(Key::LanguageName), name_of(tag));
    }
}

#[test]
fn the_words_that_travel_are_the_words_that_are_said() {
    for tag in languages() {
        assert!(learn(&listed(tag)));
        assert_eq!(say(Key::LanguageName), name_of(tag));
        assert_ne!(say(Key::Stuck), "");
    }
    assert!(!learn("of\nanother\nbuild"));
}

/// The keys of a language.
fn keys(tag: &str) -> Vec<String> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{tag}.txt"));
    build::read(&file).expect("a file of words").into_iter().map(|(key, _)| key).collect()
}

#[test]
fn every_language_has_every_word() {
    let mut all = keys("en");
    all.sort();
    for tag in languages() {
        let mut own = keys(tag);
        own.sort();
        assert_eq!(own, all, "{tag}");
    }
}

#[test]
fn every_word_is_said_somewhere() {
    fn sources(folder: &std::path::Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                sources(&entry, all);
            } else if entry.extension().is_some_and(|ending| ending == "rs") {
                all.push_str(&std::fs::read_to_string(&entry).expect("UTF-8"));
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    sources(&root.join("src"), &mut all);
    sources(&root.join("crates/site/src"), &mut all);
    let said = |key: &String| {
        let name = format!("Key::{}", build::variant(key));
        all.match_indices(&name).any(|(at, _)| !all[at + name.len()..].starts_with(|c: char| c.is_alphanumeric()))
    };
    let silent: Vec<String> = keys("en").into_iter().filter(|key| !said(key)).collect();
    assert_eq!(silent, Vec::<String>::new());
}
