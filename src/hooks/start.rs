//! What the page starts from: the start script has laid it down under `crosscheck`.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::document;

/// The element that the page is rendered into.
pub fn place() -> Option<Element> {
    document()?.get_element_by_id("page")
}

/// The Report's bytes.
pub fn story() -> Option<Vec<u8>> {
    laid_down("story")
}

/// The interface's words in the language of the page, as `words::listed` gives them.
pub fn words() -> Option<String> {
    String::from_utf8(laid_down("words")?).ok()
}

fn laid_down(name: &str) -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    let ours = Reflect::get(&window, &JsValue::from_str("crosscheck")).ok()?;
    let bytes = Reflect::get(&ours, &JsValue::from_str(name)).ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}
