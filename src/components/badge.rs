//! A row's status in sign and words.

use yew::prelude::*;

use crate::words::Look;

/// What a badge shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BadgeProps {
    /// Gives sign, shape and tint.
    pub look: Look,
    /// The words: "Differ, 3 ways".
    pub text: AttrValue,
}

/// Shows a status in words and by its sign as well as in colour.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    let look = props.look;
    html! {
        <span class={classes!("badge", look.class)}>
            <span class="glyph" aria-hidden="true">{ look.glyph }</span>
            <span>{ props.text.clone() }</span>
        </span>
    }
}
