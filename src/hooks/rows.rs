//! The rows of the claims, taken over a few at a time. All of them at once would keep the browser busy for longer than a reader waits,
//! before anything answers.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::document;
use crate::views::claim_row::{ClaimRow, ClaimRowProps};

/// A row as it stands in the page, and what draws it once it was taken over.
struct Row {
    built: ClaimRowProps,
    drawn: Option<AppHandle<ClaimRow>>,
}

/// How many rows are taken over at a time.
const AT_A_TIME: usize = 6;

/// Shows what the rows are to show, by fact. A row that does not stay as it was built is taken over at once; the others follow by
/// themselves. To the rest of the page, rows are parts of what is rendered: they change before its effects run.
#[hook]
pub fn use_rows(rows: Vec<ClaimRowProps>) {
    let all = use_mut_ref(Vec::<Row>::new);
    for (row, next) in all.borrow_mut().iter_mut().zip(&rows) {
        row.show(next);
    }
    use_effect_with((), move |()| {
        *all.borrow_mut() = rows.into_iter().map(|built| Row { built, drawn: None }).collect();
        take_over(all);
    });
}

fn take_over(all: Rc<RefCell<Vec<Row>>>) {
    let some = move || {
        let waiting = |row: &&mut Row| row.drawn.is_none();
        let taken = all.borrow_mut().iter_mut().filter(waiting).take(AT_A_TIME).filter_map(Row::drawn).count();
        if taken > 0 {
            take_over(all);
        }
    };
    Timeout::new(0, some).forget();
}

impl Row {
    fn show(&mut self, next: &ClaimRowProps) {
        if self.drawn.is_none() && self.built == *next {
            return;
        }
        if let Some(drawn) = self.drawn() {
            drawn.update(next.clone());
        }
    }

    /// What draws the row; none where the page does not have it.
    fn drawn(&mut self) -> Option<&mut AppHandle<ClaimRow>> {
        if self.drawn.is_none() {
            let place = document()?.get_element_by_id(&self.built.story.facts[self.built.fact].id)?;
            self.drawn = Some(yew::Renderer::with_root_and_props(place, self.built.clone()).hydrate());
        }
        self.drawn.as_mut()
    }
}
