//! Starts the page in the browser, over the HTML that was rendered when it was built.

use crosscheck::views::failure::Failure;
use crosscheck::{App, AppProps, Story, hooks, read_report};

fn main() {
    let Some(place) = hooks::place() else { return };
    match hooks::story().and_then(|bytes| read_report(&bytes)) {
        Some(report) => {
            drop(yew::Renderer::<App>::with_root_and_props(place, AppProps { story: Story::new(report) }).hydrate());
        }
        None => drop(yew::Renderer::<Failure>::with_root(place).render()),
    }
}
