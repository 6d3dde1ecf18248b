//! The Escape key.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::document;

/// Calls back on Escape while there is something to close.
#[hook]
pub fn use_escape(active: bool, on_escape: Callback<()>) {
    use_effect_with((active, on_escape), |(active, on_escape)| {
        let on_escape = on_escape.clone();
        let listener = document().filter(|_| *active).map(|document| {
            EventListener::new(&document, "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") && !other(event) {
                    on_escape.emit(());
                }
            })
        });
        move || drop(listener)
    });
}

/// Whether the key belongs to a field or to a panel over the page, which it empties or closes.
fn other(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let field = target.is_some_and(|target| target.matches("input, select").unwrap_or(false));
    let panel = document().and_then(|document| document.query_selector("[popover]:popover-open").ok()?);
    field || panel.is_some()
}
