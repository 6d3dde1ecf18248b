//! The letters that articles go by.

use yew::prelude::*;

/// Which letters.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LettersProps {
    /// In the order they are shown.
    pub of: Vec<String>,
}

/// Shows letters in boxes, one an article.
#[component]
pub fn Letters(props: &LettersProps) -> Html {
    html! {
        <span class="letters">
            { for props.of.iter().map(|letter| html! { <span key={letter.clone()} class="src">{ letter }</span> }) }
        </span>
    }
}
