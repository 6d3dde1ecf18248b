//! What the page starts from.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::document;

/// The element that the page is rendered into.
pub fn place() -> Option<Element> {
    document()?.get_element_by_id("page")
}

/// The Report's bytes, as the start script has laid them down under `crosscheck.story`.
pub fn story() -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    let ours = Reflect::get(&window, &JsValue::from_str("crosscheck")).ok()?;
    let bytes = Reflect::get(&ours, &JsValue::from_str("story")).ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}
