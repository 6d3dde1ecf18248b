//! Starts the page in the browser, with the comparison that was built into it.

use crosscheck::views::failure::Failure;
use crosscheck::{App, AppProps, Story, read_report};

static REPORT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/report.bin"));

fn main() {
    match read_report(REPORT) {
        Some(report) => drop(yew::Renderer::<App>::with_props(AppProps { story: Story::new(report) }).render()),
        None => drop(yew::Renderer::<Failure>::new().render()),
    }
}
