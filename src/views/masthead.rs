//! The top line: the tool's name and the theme.

use yew::prelude::*;

use crate::hooks::use_theme;

/// Shows the top line.
#[component]
pub fn Masthead() -> Html {
    let (theme, next) = use_theme();
    html! {
        <header class="wrap">
            <div class="mast">
                <b>{ "Crosscheck" }</b>
                <button type="button" onclick={next.reform(|_: MouseEvent| ())}>
                    <span aria-hidden="true">{ "◐ " }</span>{ "Theme: " }{ theme.word() }
                </button>
            </div>
        </header>
    }
}
