//! What is remembered on this device, under the page's own keys. Where the browser keeps nothing, nothing is remembered.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was stored.
pub(super) fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores it, if the browser lets the page.
pub(super) fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Full or forbidden: the choice then holds until the page is left.
        storage.set_item(key, value).ok();
    }
}
