//! The Escape key.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::document;

/// Calls back on Escape while there is something to close.
#[hook]
pub fn use_escape(active: bool, on_escape: Callback<()>) {
    use_effect_with((active, on_escape), |(active, on_escape)| {
        let on_escape = on_escape.clone();
        let listener = document().filter(|_| *active).map(|document| {
            EventListener::new(&document, "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    on_escape.emit(());
                }
            })
        });
        move || drop(listener)
    });
}
