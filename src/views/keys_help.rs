//! The list of keys, and the switch that turns single keys off.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::words::{Key, say};

/// The keys and what they do.
const KEYS: [(&str, Key); 12] = [
    ("j k", Key::KeysClaim),
    ("n p", Key::KeysDifference),
    ("← →", Key::KeysSource),
    ("Enter", Key::KeysOpen),
    ("r", Key::KeysRead),
    ("1 … 9", Key::KeysColumn),
    ("b", Key::KeysBase),
    ("f", Key::KeysFilter),
    ("/", Key::KeysSearch),
    ("g c r u n q t l a", Key::KeysGo),
    ("?", Key::KeysThis),
    ("Esc", Key::KeysClose),
];

/// The list, in a dialog over the page. `on` tells whether single keys work.
pub fn keys_help(dialog: NodeRef, on: bool, on_switch: &Callback<bool>) -> Html {
    let switched = on_switch.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{ say(Key::Keys) }</h2>
            <dl>
                { for KEYS.iter().map(|&(keys, what)| html! {
                    <div><dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt><dd>{ say(what) }</dd></div>
                }) }
            </dl>
            <label><input id="keys-on" type="checkbox" checked={on} onchange={switched} />{ " " }{ say(Key::KeysSwitch) }</label>
            // The browser closes it, and gives the focus back to where it was.
            <form method="dialog"><button class="close">{ say(Key::Close) }</button></form>
        </dialog>
    }
}
