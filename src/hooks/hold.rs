//! Keeping a row where it is on the screen.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::visible;

/// Holds a row in its place on the screen while `view` changes: the pane takes room from the table, so that rows above
/// grow, and a reader would lose the cell they just chose.
///
/// The callback is called before the change, with the row's id, or with none for the row whose sentence is open.
#[hook]
pub fn use_hold<T: PartialEq + 'static>(view: T) -> Callback<Option<String>> {
    let held = use_mut_ref(|| None::<(String, f64)>);
    let let_go = held.clone();
    use_effect_with(view, move |_| {
        let_go.take().and_then(|(id, before)| {
            let (_, now) = place(&row(&id))?;
            web_sys::window()?.scroll_by_with_x_and_y(0.0, now - before);
            // On narrow screens the pane lies over the page: the cell comes out from under it.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            visible("td.open")?.scroll_into_view_with_scroll_into_view_options(&nearest);
            Some(())
        });
    });
    use_callback((), move |id: Option<String>, ()| {
        let selector = id.map_or_else(|| "#claims tbody tr:has([aria-expanded='true'])".to_owned(), |id| row(&id));
        *held.borrow_mut() = place(&selector);
    })
}

fn row(id: &str) -> String {
    format!("[id='{id}']")
}

/// A row's id and how far its top is below the screen's; none where it is not on the screen.
fn place(selector: &str) -> Option<(String, f64)> {
    let row = visible(selector)?;
    let rect = row.get_bounding_client_rect();
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let on_screen = rect.bottom() > 0.0 && rect.top() < height;
    on_screen.then(|| row.get_attribute("id")).flatten().map(|id| (id, rect.top()))
}
