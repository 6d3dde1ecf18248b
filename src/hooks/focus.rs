//! Where the keyboard is: in the pane while a sentence is read, back on its cell afterwards, and never nowhere.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{document, visible};

/// A cell, by the id of its row and the letter of its column.
type CellName = (String, String);

/// What the reader was about to change: around what the focus is, if it is anywhere, and whether they close the pane.
type Before = (Option<Option<Element>>, bool);

/// Moves the focus into the pane when another sentence opens from outside of it, and back to the cell when it closes. Where a change
/// takes away what had it, what is left of its row or line gets it, else the heading of the claims.
///
/// The callback is called before a change, with whether the reader closes the pane: the focus then goes back to the cell from
/// wherever it is.
#[hook]
pub fn use_focus(open: Option<CellName>) -> Callback<bool> {
    let last = use_mut_ref(|| None::<CellName>);
    let before = use_mut_ref(Before::default);
    let change = before.clone();
    use_effect(move || {
        let (around, closes) = before.take();
        let last = last.replace(open.clone());
        match (last, open) {
            (last, open) if last == open => {}
            (_, Some(_)) => {
                enter_pane();
            }
            (Some(cell), None) => return_to(&cell, closes),
            (None, None) => {}
        }
        around.and_then(refocus);
    });
    use_callback((), move |closes, ()| {
        let around = focused().map(|element| element.closest("tr, #sources > div").ok().flatten());
        *change.borrow_mut() = (around, closes);
    })
}

fn enter_pane() -> Option<()> {
    let document = document()?;
    let pane = document.get_element_by_id("pane")?;
    let inside = document.active_element().is_some_and(|active| pane.contains(Some(&active)));
    if !inside {
        // The least movement that shows all of it; the browser's own would put it in the middle.
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        pane.scroll_into_view_with_scroll_into_view_options(&nearest);
        stay(&pane.dyn_into().ok()?)?;
    }
    Some(())
}

/// Where the pane went by itself (by a filter, by Back), only if the focus went down with it: a reader who is elsewhere
/// stays there.
fn return_to((row, article): &CellName, by_reader: bool) {
    if by_reader || focused().is_none() {
        focus_cell(row, article);
    }
}

/// Focuses the cell of a row and a column.
pub fn focus_cell(row: &str, article: &str) {
    if let Some(cell) = visible(&format!("[id='{row}'] button.cell[data-article='{article}']")) {
        stay(&cell);
    }
}

/// Focuses without moving the page: whatever needs to be seen is brought into view by whoever knows.
fn stay(element: &HtmlElement) -> Option<()> {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok()
}

/// What has the focus: not the page as a whole, nor a button that is hidden or cannot be pressed any more.
fn focused() -> Option<Element> {
    document()?.active_element().filter(|active| matches!(active.matches("body, :disabled, [hidden] *"), Ok(false)))
}

fn refocus(around: Option<Element>) -> Option<()> {
    give(around.and_then(|around| around.query_selector(":enabled").ok()?));
    give(document()?.query_selector("#comparison h2").ok()?)
}

/// Gives the focus where nothing has it. What is gone or hidden does not take it.
fn give(element: Option<Element>) -> Option<()> {
    stay(&element.filter(|_| focused().is_none())?.unchecked_into())
}
