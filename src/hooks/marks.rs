//! What clicks and keys ask for anywhere on the page. Much of it is not drawn in the browser: it stands there as it was built,
//! and says by its marks what it is for.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

use super::document;
use super::sections::mark_section;
use super::theme::next_theme;
use crate::state::Action;
use crate::story::{Place, Story};

/// Listens to the whole page. Whatever opens a sentence is marked with `data-open`, in a row by its name there and elsewhere by its
/// place; whatever leads to a row with `data-go`, and the buttons of the top line with `data-do`. A link to another language takes
/// the view along. The bar marks the section that is scrolled to.
#[hook]
pub fn use_marks(story: Story, act: Callback<Action>) {
    use_effect_with((story, act), |(story, act)| {
        let (story, act) = (story.clone(), act.clone());
        let listen = |kind: &'static str, on: Box<dyn Fn(&Event)>| {
            let options = EventListenerOptions::enable_prevent_default();
            document().map(|page| EventListener::new_with_options(&page, kind, options, move |event| on(event)))
        };
        let click = listen(
            "click",
            Box::new(move |event| {
                let plain = event
                    .dyn_ref::<MouseEvent>()
                    .filter(|event| !(event.ctrl_key() || event.meta_key() || event.shift_key()));
                if let Some(action) = plain.filter(|event| !selects(event)).and_then(|event| asked(&story, event)) {
                    event.prevent_default();
                    act.emit(action);
                }
            }),
        );
        let keys = listen(
            "keydown",
            Box::new(|event| {
                event.dyn_ref::<KeyboardEvent>().and_then(along);
            }),
        );
        let over = listen(
            "mouseover",
            Box::new(|event| {
                named(event);
            }),
        );
        mark_section();
        let scroll = listen(
            "scroll",
            Box::new(|_| {
                mark_section();
            }),
        );
        move || drop((click, keys, over, scroll))
    });
}

/// Whether a click ended in words being selected, which is all that it was for. On a button or a link it was not.
fn selects(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let text = target.is_some_and(|target| matches!(target.closest("a, button"), Ok(None)));
    let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
    text && selection.is_some_and(|selection| !selection.is_collapsed())
}

fn asked(story: &Story, event: &MouseEvent) -> Option<Action> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let mark = |name: &str| target.closest(&format!("[{name}]")).ok()??.get_attribute(name);
    if let Some(name) = mark("data-open") {
        let row = target.closest("#claims tr").ok()?.and_then(|row| story.fact_index(&row.id()));
        return row.map_or_else(|| Place::read(&name), |fact| story.named(fact, &name)).map(Action::Open);
    }
    if let Some(fact) = mark("data-go") {
        return fact.parse().ok().map(Action::GoTo);
    }
    match mark("data-do").as_deref() {
        Some("help") => Some(Action::Help(true)),
        Some("theme") => {
            next_theme();
            None
        }
        _ => {
            let link = target.closest("a[hreflang]").ok()??;
            let location = web_sys::window()?.location();
            let path = link.get_attribute("href")?;
            let path = path.split(['?', '#']).next()?;
            link.set_attribute("href", &format!("{path}{}{}", location.search().ok()?, location.hash().ok()?)).ok();
            None
        }
    }
}

/// A square of the overview says under the mouse which claim it stands for, as it does to screen readers.
fn named(event: &Event) -> Option<()> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest(".strip a:not([title])").ok()??;
    let gist = document()?.query_selector(&format!("#{} .gist", link.get_attribute("aria-labelledby")?)).ok()??;
    link.set_attribute("title", &gist.text_content()?).ok()
}

/// The arrow keys, Home and End go along the links of the overview, which is one stop for the Tab key.
fn along(event: &KeyboardEvent) -> Option<()> {
    let strip = event.target()?.dyn_into::<Element>().ok()?.closest(".strip").ok()??;
    let links = strip.query_selector_all("a").ok()?;
    let link = |index: u32| links.item(index)?.dyn_into::<HtmlElement>().ok();
    let all = links.length();
    let here = (0..all)
        .find(|&index| link(index).is_some_and(|link| link.get_attribute("tabindex").as_deref() == Some("0")))?;
    let to = match event.key().as_str() {
        "ArrowRight" => (here + 1).min(all - 1),
        "ArrowLeft" => here.saturating_sub(1),
        "Home" => 0,
        "End" => all - 1,
        _ => return None,
    };
    event.prevent_default();
    link(here)?.set_attribute("tabindex", "-1").ok()?;
    link(to)?.set_attribute("tabindex", "0").ok()?;
    // A focus that is refused leaves the reader where they are.
    link(to)?.focus().ok()
}
