//! The view in the address bar: read when it is loaded or stepped to, written when the view changes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};
use yew::prelude::*;

use crate::state::Address;

/// What was last written, and whether the browser is on its way back from an entry that was added.
#[derive(Default)]
struct Memory {
    written: Option<Address>,
    visits: u32,
    returning: bool,
    /// The present entry's next text, while it waits to be written.
    waiting: Option<Timeout>,
}

/// How long a choice waits to be written, in milliseconds: browsers take a sixth of a frame for it, and a reader who types makes many.
const WAIT: u32 = 120;

/// Keeps the address bar at `address` and reports the addresses that the reader comes to.
///
/// Opening the pane adds an entry to the history, so that Back closes it; so does a link to a row or a section,
/// of which `visits` is the number so far; everything else rewrites the present entry, a moment later.
/// An entry that was added carries `true`: the one below it is the view with the pane closed. Opening again from there
/// adds nothing, so that reading twenty sentences leaves one entry, not twenty. Closing the pane on the page goes back to
/// the entry below and writes the view there: an entry left behind would hold a view from before the reader's next choice.
#[hook]
pub fn use_address_bar(address: Address, visits: u32, on_arrive: Callback<Address>) {
    let memory = use_mut_ref(Memory::default);
    let arriving = memory.clone();
    use_effect_with((), move |()| {
        let arrive = move || match came_back(&arriving) {
            Some(address) => drop(write(&address, address.pane.is_some(), false)),
            None => {
                if let Some(address) = read() {
                    on_arrive.emit(address);
                }
            }
        };
        arrive();
        let listener = web_sys::window().map(|window| EventListener::new(&window, "popstate", move |_| arrive()));
        move || drop(listener)
    });
    use_effect_with((address, visits), move |(address, visits)| {
        let (before, visited) = {
            let mut memory = memory.borrow_mut();
            (memory.written.replace(address.clone()), std::mem::replace(&mut memory.visits, *visits) < *visits)
        };
        // The first view is drawn before the address is read, and must not overwrite it.
        let Some(before) = before else { return };
        if memory.borrow().returning {
            return;
        }
        let opens = before.pane.is_none() && address.pane.is_some();
        let waited = memory.borrow_mut().waiting.take().map(Timeout::cancel);
        if opens || visited {
            // The entry that is left behind holds the view that was seen last.
            waited.and_then(|_| write(&before, false, false));
            write(address, opens, visited);
        } else if before.pane.is_some() && address.pane.is_none() && go_back().is_some() {
            memory.borrow_mut().returning = true;
        } else {
            let address = address.clone();
            memory.borrow_mut().waiting = Some(Timeout::new(WAIT, move || {
                write(&address, false, false);
            }));
        }
    });
}

/// The view to write, where the step was the page's own.
fn came_back(memory: &Rc<RefCell<Memory>>) -> Option<Address> {
    let mut memory = memory.borrow_mut();
    if std::mem::take(&mut memory.returning) { memory.written.clone() } else { None }
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Goes back from an entry that was added; none where the present one was not.
fn go_back() -> Option<()> {
    let history = history()?;
    if history.state().ok()? == JsValue::TRUE { history.back().ok() } else { None }
}

fn read() -> Option<Address> {
    let location = web_sys::window()?.location();
    Some(Address::parse(&location.search().ok()?, &location.hash().ok()?))
}

/// A browser may refuse (too many writes in a second): the page then works on under its old address.
fn write(address: &Address, opens: bool, visited: bool) -> Option<()> {
    let (location, history) = (web_sys::window()?.location(), history()?);
    let text = address.to_string();
    if text == location.search().ok()? + location.hash().ok()?.as_str() {
        return Some(());
    }
    let url = location.pathname().ok()? + text.as_str();
    let state = history.state().unwrap_or(JsValue::NULL);
    if opens && state != JsValue::TRUE {
        // Closing leaves the reader where they have scrolled to meanwhile.
        history.set_scroll_restoration(ScrollRestoration::Manual).ok();
        history.push_state_with_url(&JsValue::TRUE, "", Some(&url)).ok()
    } else if visited {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url)).ok()
    } else {
        history.replace_state_with_url(&state, "", Some(&url)).ok()
    }
}
