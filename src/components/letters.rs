//! The letters that articles go by.

use yew::prelude::*;

/// One letter in a box.
pub fn source(letter: &str) -> Html {
    html! { <span class="src">{ letter.to_owned() }</span> }
}

/// Several, in the order in which they are given.
pub fn letters(of: &[String]) -> Html {
    html! { <span class="letters">{ for of.iter().map(|letter| source(letter)) }</span> }
}
