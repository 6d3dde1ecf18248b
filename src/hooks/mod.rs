//! The only places that touch the browser: address bar, clipboard, keyboard, focus, scroll position, storage and
//! theme.

mod address_bar;
mod apart;
mod copy;
mod dialog;
mod escape;
mod focus;
mod hold;
mod keys;
mod marks;
mod scroll;
mod sections;
mod start;
mod stored;
mod theme;

pub use address_bar::use_address_bar;
pub use apart::use_apart;
pub use copy::use_copy;
pub use dialog::use_dialog;
pub use escape::use_escape;
pub use focus::{focus_cell, use_focus};
pub use hold::use_hold;
pub use keys::{focus_beside, focus_search, use_keys, use_step_focus};
pub use marks::use_marks;
pub use scroll::{use_mark_in_view, use_scroll_to};
pub use start::{place, story, words};

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element that is laid out.
fn visible(selector: &str) -> Option<HtmlElement> {
    let all = document()?.query_selector_all(selector).ok()?;
    (0..all.length()).filter_map(|index| all.item(index)?.dyn_into::<HtmlElement>().ok()).find(|element| {
        let rect = element.get_bounding_client_rect();
        rect.width() > 0.0 && rect.height() > 0.0
    })
}
