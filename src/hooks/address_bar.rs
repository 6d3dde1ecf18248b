//! The view in the address bar: read when it is loaded or stepped to, written when the view changes.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::state::Address;

/// Keeps the address bar at `address` and reports the addresses that the reader comes to.
///
/// Opening the pane adds an entry to the history, so that Back closes it; everything else rewrites the present entry.
/// An entry that was added carries `true`: the one below it is the view with the pane closed. Opening again from there
/// adds nothing, so that reading twenty sentences leaves one entry, not twenty.
#[hook]
pub fn use_address_bar(address: Address, on_arrive: Callback<Address>) {
    let written = use_mut_ref(|| None::<Address>);
    use_effect_with((), move |()| {
        let arrive = move || {
            if let Some(address) = read() {
                on_arrive.emit(address);
            }
        };
        arrive();
        let listener = web_sys::window().map(|window| EventListener::new(&window, "popstate", move |_| arrive()));
        move || drop(listener)
    });
    use_effect_with(address, move |address| {
        // The first view is drawn before the address is read, and must not overwrite it.
        if let Some(before) = written.replace(Some(address.clone())) {
            write(address, before.pane.is_none() && address.pane.is_some());
        }
    });
}

fn read() -> Option<Address> {
    let location = web_sys::window()?.location();
    Some(Address::parse(&location.search().ok()?, &location.hash().ok()?))
}

/// A browser may refuse (too many writes in a second): the page then works on under its old address.
fn write(address: &Address, opens: bool) -> Option<()> {
    let window = web_sys::window()?;
    let (location, history) = (window.location(), window.history().ok()?);
    let text = address.to_string();
    if text == location.search().ok()? + &location.hash().ok()? {
        return Some(());
    }
    let url = location.pathname().ok()? + &text;
    let state = history.state().unwrap_or(JsValue::NULL);
    if opens && state != JsValue::TRUE {
        history.push_state_with_url(&JsValue::TRUE, "", Some(&url)).ok()
    } else {
        history.replace_state_with_url(&state, "", Some(&url)).ok()
    }
}
