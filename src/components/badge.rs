//! A row's status in sign and words.

use crosscheck_engine::report::Status;
use yew::prelude::*;

use crate::words;

/// What a badge shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BadgeProps {
    /// Gives sign, shape and tint.
    pub status: Status,
    /// The words: "Differ, 3 ways".
    pub text: AttrValue,
}

/// Shows a status in words and by its sign as well as in colour.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    let look = words::status(props.status);
    html! {
        <span class={classes!("badge", look.class)}>
            <span class="glyph" aria-hidden="true">{ look.glyph }</span>
            <span>{ props.text.clone() }</span>
        </span>
    }
}
