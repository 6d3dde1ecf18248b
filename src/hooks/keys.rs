//! Single keys.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::stored::{store, stored};
use super::{document, visible};
use crate::shortcuts::{Pressed, Shortcut, pressed};

const KEY: &str = "crosscheck-keys";

/// Calls back with what a key means, where the reader is not typing and has not turned single keys off. Gives whether they are
/// on, and a callback that turns them on or off.
#[hook]
pub fn use_keys(on_key: Callback<Shortcut>) -> (bool, Callback<bool>) {
    let on = use_state_eq(|| true);
    let set = on.setter();
    use_effect_with((), move |()| set.set(stored(KEY).is_none_or(|word| word != "off")));
    let before = use_mut_ref(|| Rc::new(Cell::new(false))).borrow().clone();
    use_effect_with((*on, on_key), move |(on, on_key)| {
        let on_key = on_key.clone();
        let listener = document().filter(|_| *on).map(|document| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !typing(event)) else { return };
                match pressed(before.get(), &event.key()) {
                    Pressed::Shortcut(shortcut) => {
                        before.set(false);
                        event.prevent_default();
                        on_key.emit(shortcut);
                    }
                    Pressed::Go => before.set(true),
                    Pressed::Nothing => before.set(false),
                }
            })
        });
        move || drop(listener)
    });
    let set = on.setter();
    let switch = use_callback((), move |on: bool, ()| {
        store(KEY, if on { "on" } else { "off" });
        set.set(on);
    });
    (*on, switch)
}

/// Whether the key belongs to something else: to a field that takes letters, a dialog, the browser, or, an arrow, to whatever is no
/// cell.
fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside = |selector: &str| target.as_ref().is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))));
    let arrow = event.key().starts_with("Arrow");
    event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.is_composing()
        || inside("input:not([type=radio], [type=checkbox]), textarea, select, dialog")
        || arrow && (event.shift_key() || !inside("button.cell"))
}

/// Moves the keyboard to the next cell of its row (`true`), or the one before.
pub fn focus_beside(on: bool) {
    if let Some(cell) = beside(on) {
        cell.focus().ok();
    }
}

fn beside(on: bool) -> Option<HtmlElement> {
    let active = document()?.active_element()?;
    let cells = active.closest("tr").ok()??.query_selector_all("button.cell").ok()?;
    let all: Vec<HtmlElement> = (0..cells.length()).filter_map(|index| cells.item(index)?.dyn_into().ok()).collect();
    let here = all.iter().position(|cell| **cell == active)?;
    let to = if on { here + 1 } else { here.checked_sub(1)? };
    all.get(to).cloned()
}

/// Puts the keyboard into the search field, with what is in it selected.
pub fn focus_search() {
    if let Some(field) = visible("#search").and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.focus().ok();
        field.select();
    }
}

/// Puts the keyboard onto the first cell of the row in `at` each time `steps` grows.
#[hook]
pub fn use_step_focus(steps: u32, at: Option<String>) {
    use_effect_with(steps, move |&steps| {
        if let Some(id) = at.filter(|_| steps > 0) {
            // In the column where it was, if the row has a cell there.
            let active = document().and_then(|document| document.active_element());
            let column = active.and_then(|active| active.get_attribute("data-article")).unwrap_or_default();
            let beside = visible(&format!("[id='{id}'] button.cell[data-article='{column}']"));
            let cell = beside.or_else(|| visible(&format!("[id='{id}'] button.cell")));
            cell.and_then(|cell| cell.focus().ok());
        }
    });
}
