//! Starts the page in the browser, over the HTML that was rendered when it was built.

use std::rc::Rc;

use crosscheck::{App, AppProps, Story, hooks, read_report, words};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A page that cannot start stays as it is: the start script says so.
fn main() {
    let place = hooks::place().expect("index.html has the place that the page was rendered into");
    assert!(hooks::words().is_some_and(|list| words::learn(&list)), "words and program are of one build");
    let report = hooks::story().and_then(|bytes| read_report(&bytes)).expect("data and program are of one build");
    yew::Renderer::<App>::with_root_and_props(place, AppProps { story: Story::new(report), rows: Rc::default() })
        .hydrate();
}
