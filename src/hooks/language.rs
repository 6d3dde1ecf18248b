//! The language that the page speaks; remembered on this device.

use yew::prelude::*;

use super::document;
use super::stored::{store, stored};
use crate::words;

const KEY: &str = "crosscheck-language";

/// The language's tag, and a callback that changes it. English until the page has started, as in the HTML that it starts over.
#[hook]
pub fn use_language() -> (String, Callback<String>) {
    let language = use_state_eq(|| words::language().to_owned());
    let set = language.setter();
    use_effect_with((), move |()| {
        if let Some(tag) = stored(KEY).filter(|tag| words::languages().any(|known| known == tag)) {
            set.set(tag);
        }
    });
    use_effect_with((*language).clone(), |tag| {
        let root = document().and_then(|document| document.document_element());
        root.and_then(|root| root.set_attribute("lang", tag).ok());
    });
    let set = language.setter();
    let change = use_callback((), move |tag: String, ()| {
        store(KEY, &tag);
        set.set(tag);
    });
    ((*language).clone(), change)
}
