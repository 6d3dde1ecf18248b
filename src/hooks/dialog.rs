//! A dialog over the page: the browser keeps the focus in it and gives it back.

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Shows the dialog that the reference is given to, while it is on the page: while `shown`. The callback is called with false when
/// the browser closes it, with Escape.
#[hook]
pub fn use_dialog(shown: bool, on_close: Callback<bool>) -> NodeRef {
    let dialog = use_node_ref();
    use_effect_with((shown, dialog.clone()), move |(_, dialog)| {
        let element = dialog.cast::<HtmlDialogElement>();
        let listener =
            element.as_ref().map(|element| EventListener::new(element, "close", move |_| on_close.emit(false)));
        if let Some(element) = &element {
            // It is refused where it is open already, which is as well.
            element.show_modal().ok();
        }
        move || drop(listener)
    });
    dialog
}
