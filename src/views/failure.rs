//! What stands in the page's place when the comparison built into it cannot be read.

use yew::prelude::*;

/// Says what is wrong and what helps.
#[component]
pub fn Failure() -> Html {
    html! {
        <main class="wrap" role="alert">
            <h1>{ "The comparison in this page cannot be read" }</h1>
            <p>{ "Its data and its program are of different builds. Load the page again; if that does not help, build it again." }</p>
        </main>
    }
}
