//! Where in the page the reader is.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::document;

/// Where on the screen a section begins to be read, as a share of its height: below where a section stands that a link led to.
const LINE: f64 = 0.3;

/// Marks the link to the section that is being read, in the bar: the last that begins above the line. At the end of the page it is the
/// last one, which may be too short to come up there. The bar itself is drawn without: nothing is drawn again while one scrolls.
pub(super) fn mark_section() -> Option<()> {
    let document = document()?;
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let at_end = document.document_element()?.get_bounding_client_rect().bottom() < height + 2.0;
    let line = if at_end { height } else { height * LINE };
    let links = document.query_selector_all(".bar nav a").ok()?;
    let mut found = false;
    for index in (0..links.length()).rev() {
        let link = links.item(index)?.unchecked_into::<Element>();
        let section = document.get_element_by_id(link.get_attribute("href")?.get(1..)?)?;
        let read = !found && section.get_bounding_client_rect().top() <= line;
        found |= read;
        link.set_attribute("aria-current", if read { "true" } else { "false" }).ok()?;
    }
    Some(())
}
