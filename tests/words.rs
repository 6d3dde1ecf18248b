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
