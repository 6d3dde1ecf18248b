//! Where in the page the reader is.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::document;

/// Where on the screen a section has to be to be read, as a share of its height: below where a section stands that a link led to.
const LINE: f64 = 0.3;

/// Marks the link to the section that is being read, in the bar. The bar itself is drawn without: nothing is drawn again while one
/// scrolls.
pub(super) fn mark_section() -> Option<()> {
    let document = document()?;
    let line = web_sys::window()?.inner_height().ok()?.as_f64()? * LINE;
    let links = document.query_selector_all(".bar nav a").ok()?;
    for index in 0..links.length() {
        let link = links.item(index)?.dyn_into::<Element>().ok()?;
        let section = document.get_element_by_id(link.get_attribute("href")?.trim_start_matches('#'))?;
        let rect = section.get_bounding_client_rect();
        let read = rect.top() <= line && line < rect.bottom();
        if read && !link.has_attribute("aria-current") {
            link.set_attribute("aria-current", "true").ok()?;
        }
        if !read {
            link.remove_attribute("aria-current").ok()?;
        }
    }
    Some(())
}
