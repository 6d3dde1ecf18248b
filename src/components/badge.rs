//! A row's status in sign and words.

use yew::prelude::*;

use crate::words::Look;

/// A status in words and by its sign as well as in colour; `text` is "Differ, 3 ways".
pub fn badge(look: Look, text: String) -> Html {
    html! {
        <span class={classes!("badge", look.class)}>
            <span class="glyph" aria-hidden="true">{ look.glyph }</span><span>{ text }</span>
        </span>
    }
}
