//! The title of the browser's tab.

use yew::prelude::*;

use super::document;

/// Sets the tab's title.
#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| {
        if let Some(document) = document() {
            document.set_title(title);
        }
    });
}
