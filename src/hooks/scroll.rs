//! Bringing things into view.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{document, visible};

/// Brings the row or section named `target` into view each time `jumps` grows; with no target, the top of the claims
/// where it was scrolled past.
#[hook]
pub fn use_scroll_to(jumps: u32, target: Option<String>) {
    use_effect_with(jumps, move |&jumps| {
        match target {
            _ if jumps == 0 => None,
            Some(target) => scroll_to(&target),
            None => back_to_top(),
        };
    });
}

/// A row that is partly in view moves as little as it can; one that is not comes to the top, and so does a section.
fn scroll_to(target: &str) -> Option<()> {
    let element = visible(&format!("[id='{target}']"))?;
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let rect = element.get_bounding_client_rect();
    let in_view = element.tag_name() == "TR" && rect.bottom() > 0.0 && rect.top() < height;
    let options = ScrollIntoViewOptions::new();
    options.set_block(if in_view { ScrollLogicalPosition::Nearest } else { ScrollLogicalPosition::Start });
    element.scroll_into_view_with_scroll_into_view_options(&options);
    Some(())
}

fn back_to_top() -> Option<()> {
    let board = visible("#comparison")?;
    if board.get_bounding_client_rect().top() < 0.0 {
        board.scroll_into_view();
    }
    Some(())
}

/// Brings the marked sentence into view inside the pane, without moving the page, each time `reading` changes.
#[hook]
pub fn use_mark_in_view<T: PartialEq + 'static>(reading: T) {
    use_effect_with(reading, |_| {
        mark_in_view();
    });
}

/// About how much of the pane its header and its buttons cover, in CSS pixels.
const HEADER: f64 = 56.0;

fn mark_in_view() -> Option<()> {
    let document = document()?;
    let (pane, mark) = (document.get_element_by_id("pane")?, document.query_selector("#pane mark").ok()??);
    let (mark, frame) = (mark.get_bounding_client_rect(), pane.get_bounding_client_rect());
    if mark.top() > frame.top() + HEADER && mark.bottom() < frame.bottom() - HEADER {
        return Some(());
    }
    let from_top = mark.top() - frame.top();
    let third = f64::from(pane.client_height()) / 3.0;
    let top = f64::from(pane.scroll_top()) + from_top;
    pane.set_scroll_top((top - third).max(0.0) as i32);
    Some(())
}
