//! The only places that touch the browser: address bar, keyboard, focus, scroll position, theme and title.

mod address_bar;
mod escape;
mod focus;
mod hold;
mod scroll;
mod start;
mod theme;
mod title;

pub use address_bar::use_address_bar;
pub use escape::use_escape;
pub use focus::{focus_cell, focus_link, use_pane_focus};
pub use hold::use_hold;
pub use scroll::{use_mark_in_view, use_scroll_to};
pub use start::{place, story};
pub use theme::{Theme, use_theme};
pub use title::use_title;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element that is laid out: table and cards hold the same rows, and the style sheet shows one of them.
fn visible(selector: &str) -> Option<HtmlElement> {
    let all = document()?.query_selector_all(selector).ok()?;
    (0..all.length()).filter_map(|index| all.item(index)?.dyn_into::<HtmlElement>().ok()).find(|element| {
        let rect = element.get_bounding_client_rect();
        rect.width() > 0.0 && rect.height() > 0.0
    })
}
