//! Where the keyboard is: in the pane while a sentence is read, back on its cell afterwards.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{document, visible};

/// A cell, by the id of its row and the letter of its column.
type CellName = (String, String);

/// Moves the focus into the pane when another sentence opens from outside of it, and back to the cell when it closes.
///
/// The callback is called before the reader closes the pane: the focus then goes back to the cell from wherever it is.
#[hook]
pub fn use_pane_focus(open: Option<CellName>) -> Callback<()> {
    let last = use_mut_ref(|| None::<CellName>);
    let closed = use_mut_ref(|| false);
    let close = closed.clone();
    use_effect_with(open, move |open| {
        match (last.replace(open.clone()), open, closed.take()) {
            (_, Some(_), _) => enter_pane(),
            (Some(cell), None, by_reader) => return_to(&cell, by_reader),
            (None, None, _) => None,
        };
    });
    use_callback((), move |(), ()| *close.borrow_mut() = true)
}

fn enter_pane() -> Option<()> {
    let document = document()?;
    let pane = document.get_element_by_id("pane")?;
    let inside = document.active_element().is_some_and(|active| pane.contains(Some(&active)));
    if !inside {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // The least movement that shows all of it; the browser's own would put it in the middle.
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        pane.scroll_into_view_with_scroll_into_view_options(&nearest);
        pane.dyn_into::<HtmlElement>().ok()?.focus_with_options(&options).ok()?;
    }
    Some(())
}

/// Where the pane went by itself (by a filter, by Back), only if the focus went down with it: a reader who is elsewhere
/// stays there.
fn return_to((row, article): &CellName, by_reader: bool) -> Option<()> {
    let active = document()?.active_element();
    if by_reader || active.is_none_or(|active| active.tag_name() == "BODY") {
        focus_cell(row, article);
    }
    Some(())
}

/// Focuses the cell of a row and a column.
pub fn focus_cell(row: &str, article: &str) {
    if let Some(cell) = visible(&format!("[id='{row}'] button.cell[data-article='{article}']")) {
        cell.focus().ok();
    }
}
