//! Copying a link.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// Copies the address of this page with another query and fragment; tells whether that went well, until `forget` changes.
#[hook]
pub fn use_copy<T: PartialEq + Clone + 'static>(forget: T) -> (Option<bool>, Callback<String>) {
    let done = use_state_eq(|| None::<bool>);
    let set = done.setter();
    use_effect_with(forget, move |_| set.set(None));
    let set = done.setter();
    let copy = use_callback((), move |address: String, ()| {
        let set = set.clone();
        spawn_local(async move { set.set(Some(copied(&address).await.is_some())) });
    });
    (*done, copy)
}

async fn copied(address: &str) -> Option<()> {
    let window = web_sys::window()?;
    let location = window.location();
    let page = format!("{}{}{address}", location.origin().ok()?, location.pathname().ok()?);
    // Without TLS there is no clipboard.
    if !window.is_secure_context() {
        return None;
    }
    JsFuture::from(window.navigator().clipboard().write_text(&page)).await.ok().map(|_| ())
}
