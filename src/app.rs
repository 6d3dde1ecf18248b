//! The part of the page that changes while one reads: the state, what it is connected to, and the views that show it.
//!
//! The rest (`views::masthead`, `views::top`, `views::lens`) is rendered when the page is built and stands still. Its words open
//! sentences here all the same: by their marks (`hooks::use_marks`).

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::{
    focus_beside, focus_search, use_address_bar, use_apart, use_dialog, use_escape, use_focus, use_hold, use_keys,
    use_marks, use_scroll_to, use_step_focus,
};
use crate::shortcuts::Shortcut;
use crate::state::{Action, State};
use crate::story::{Story, letter};
use crate::views::bar::bar;
use crate::views::board::{self, board};
use crate::views::claim_row::{ClaimRow, ClaimRowProps};
use crate::views::keys_help::keys_help;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The comparison.
    pub story: Story,
    /// What stands in each fact's row, as HTML, where the page is built: of [`rows`], drawn. In the browser it stands there already.
    pub rows: Rc<[AttrValue]>,
}

/// The rows as they are when the page is built.
pub fn rows(story: &Story) -> Vec<ClaimRowProps> {
    let state = State::new(story.clone());
    board::rows(&state, &state.shown())
}

/// The claims with their tools, and the reading pane.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| State::new(props.story.clone()));
    let story = &state.story;
    let dispatch = state.dispatcher();
    let hold = use_hold(state.open);
    let on_change = use_focus(open_cell(&state));
    let act = use_callback((story.clone(), hold, on_change), move |action: Action, (story, hold, on_change)| {
        // The dialog gives the focus back itself.
        if !matches!(action, Action::Help(_)) {
            on_change.emit(matches!(action, Action::Close));
        }
        match action {
            Action::Open(place) => hold.emit(story.facts.get(place.fact).map(|fact| fact.id.clone())),
            Action::Close => hold.emit(None),
            _ => {}
        }
        dispatch.dispatch(action);
    });
    let on_close = use_callback(act.clone(), |(), act| act.emit(Action::Close));
    let on_arrive = use_callback(act.clone(), |address, act| act.emit(Action::Arrive(address)));
    let on_help = use_callback(act.clone(), |help: bool, act| act.emit(Action::Help(help)));
    let on_key = use_callback((state.clone(), act.clone()), |key, (state, act)| pressed(state, key, act));

    let shown = state.shown();
    use_apart::<ClaimRow>(board::rows(&state, &shown), |row| row.story.facts[row.fact].id.clone());
    use_address_bar(state.address(), state.visits, on_arrive);
    use_marks(story.clone(), act.clone());
    use_escape(state.open.is_some() && !state.help, on_close);
    // A link that leads nowhere is told above the claims.
    use_scroll_to(state.jumps, if state.missing { Some("comparison".to_owned()) } else { state.at.clone() });
    use_step_focus(state.steps, state.at.clone());
    let (keys, on_keys) = use_keys(on_key);
    let dialog = use_dialog(state.help, on_help.clone());

    if story.articles.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { bar(&state, &act) }
            <div class="wrap">{ board(&state, &shown, &props.rows, &act) }</div>
            if state.help { { keys_help(dialog, keys, &on_keys) } }
        </>
    }
}

/// What a key does, in this state.
fn pressed(state: &State, key: Shortcut, act: &Callback<Action>) {
    let columns = state.columns();
    let action = match key {
        Shortcut::Step(among, on) => Action::Step(among, on),
        Shortcut::Whole if state.open.is_some() => Action::Whole(!state.whole),
        Shortcut::Column(index) if index < state.story.articles.len() => Action::Toggle(index),
        Shortcut::Base => {
            let at = state.choices.base.and_then(|base| columns.iter().position(|&column| column == base));
            Action::Base(columns.get(at.map_or(0, |at| at + 1)).copied())
        }
        Shortcut::Filter => Action::Show(state.choices.show.next()),
        Shortcut::Section(section) => Action::Section(section),
        Shortcut::Help => Action::Help(true),
        Shortcut::Beside(on) => return focus_beside(on),
        Shortcut::Search => return focus_search(),
        Shortcut::Column(_) | Shortcut::Whole => return,
    };
    act.emit(action);
}

/// The id of the row and the letter of the column that the open sentence stands in.
fn open_cell(state: &State) -> Option<(String, String)> {
    let place = state.open?;
    let entry = state.story.entries(place.fact).get(place.entry)?;
    Some((state.story.facts[place.fact].id.clone(), letter(entry.article)))
}
