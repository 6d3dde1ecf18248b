//! Parts of the page that are apps of their own (the rows of the claims), taken over a few at a time. All of them at once would keep
//! the browser busy for longer than a reader waits, before anything answers.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::html::BaseComponent;
use yew::prelude::*;

use super::document;

/// A part as it stands in the page, and what draws it once it was taken over.
struct Part<C: BaseComponent> {
    id: fn(&C::Properties) -> String,
    built: C::Properties,
    drawn: Option<AppHandle<C>>,
}

/// How many parts are taken over at a time.
const AT_A_TIME: usize = 6;

/// Shows what the parts are to show, each in the element of its `id`, always in one order. A part that does not stay as it was built is
/// taken over at once; the others follow by themselves. To the rest of the page they are parts of what is rendered: they change before
/// its effects run.
#[hook]
pub fn use_apart<C>(parts: Vec<C::Properties>, id: fn(&C::Properties) -> String)
where
    C: BaseComponent,
    C::Properties: Clone + PartialEq,
{
    let all = use_mut_ref(Vec::<Part<C>>::new);
    for (part, next) in all.borrow_mut().iter_mut().zip(&parts) {
        part.show(next);
    }
    use_effect_with((), move |()| {
        *all.borrow_mut() = parts.into_iter().map(|built| Part { id, built, drawn: None }).collect();
        take_over(all);
    });
}

fn take_over<C>(all: Rc<RefCell<Vec<Part<C>>>>)
where
    C: BaseComponent,
    C::Properties: Clone + PartialEq,
{
    let some = move || {
        let waiting = |part: &&mut Part<C>| part.drawn.is_none();
        let taken = all.borrow_mut().iter_mut().filter(waiting).take(AT_A_TIME).filter_map(Part::drawn).count();
        if taken > 0 {
            take_over(all);
        }
    };
    Timeout::new(0, some).forget();
}

impl<C> Part<C>
where
    C: BaseComponent,
    C::Properties: Clone + PartialEq,
{
    fn show(&mut self, next: &C::Properties) {
        if self.drawn.is_none() && self.built == *next {
            return;
        }
        if let Some(drawn) = self.drawn() {
            drawn.update(next.clone());
        }
    }

    /// What draws the part; none where the page does not have it.
    fn drawn(&mut self) -> Option<&mut AppHandle<C>> {
        if self.drawn.is_none() {
            let place = document()?.get_element_by_id(&(self.id)(&self.built))?;
            self.drawn = Some(yew::Renderer::with_root_and_props(place, self.built.clone()).hydrate());
        }
        self.drawn.as_mut()
    }
}
