//! Light, dark, or as the system has it; remembered on this device. `crates/site` sets what is remembered before the page is drawn.

use super::document;
use super::stored::store;

const KEY: &str = "crosscheck-theme";

/// Goes on to the next theme: as the system has it, light, dark.
pub(super) fn next_theme() -> Option<()> {
    let root = document()?.document_element()?;
    let next = match root.get_attribute("data-theme").as_deref() {
        Some("light") => "dark",
        Some("dark") => "auto",
        _ => "light",
    };
    store(KEY, next);
    root.set_attribute("data-theme", next).ok()
}
