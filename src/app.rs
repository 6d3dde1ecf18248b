//! The whole page: the state, what it is connected to, and the views that show it.

use yew::prelude::*;

use crate::hooks::{use_address_bar, use_escape, use_hold, use_pane_focus, use_scroll_to, use_title};
use crate::state::{Action, Place, State};
use crate::story::{Story, letter};
use crate::views::about::About;
use crate::views::bar::Bar;
use crate::views::board::Board;
use crate::views::masthead::Masthead;
use crate::views::origins::Origins;
use crate::views::sharpest::Sharpest;
use crate::views::story_header::StoryHeader;
use crate::views::strip::Strip;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The comparison.
    pub story: Story,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| State::new(props.story.clone()));
    let story = &state.story;
    let dispatch = state.dispatcher();
    let hold = use_hold(state.open);
    let on_closing = use_pane_focus(open_cell(&state));
    let act = use_callback((story.clone(), hold, on_closing), move |action: Action, (story, hold, on_closing)| {
        match action {
            Action::Open(place) => hold.emit(story.facts.get(place.fact).map(|fact| fact.id.clone())),
            Action::Close => {
                hold.emit(None);
                on_closing.emit(());
            }
            _ => {}
        }
        dispatch.dispatch(action);
    });
    let on_open = use_callback(act.clone(), |place: Place, act| act.emit(Action::Open(place)));
    let on_go = use_callback(act.clone(), |fact: usize, act| act.emit(Action::GoTo(fact)));
    let on_close = use_callback(act.clone(), |(), act| act.emit(Action::Close));
    let on_arrive = use_callback(act.clone(), |address, act| act.emit(Action::Arrive(address)));

    use_address_bar(state.address(), on_arrive);
    use_title(
        story.title().map_or_else(|| "Crosscheck".to_owned(), |(_, headline)| format!("{headline} · Crosscheck")),
    );
    use_escape(state.open.is_some(), on_close);
    use_scroll_to(state.jumps, state.at.clone());

    if story.articles.is_empty() {
        return html! {
            <>
                <Masthead />
                <main class="wrap"><p class="empty">
                    { "No articles yet. Put .txt, .md or .html files into seeds/ and build again." }
                </p></main>
            </>
        };
    }
    html! {
        <>
            <a class="skip" href="#comparison">{ "Skip to the claims" }</a>
            <Masthead />
            <main>
                <div class="wrap top">
                    <StoryHeader story={story.clone()} />
                    if story.articles.len() > 1 {
                        <Sharpest story={story.clone()} on_open={on_open.clone()} on_go={on_go.clone()} />
                        <Origins story={story.clone()} />
                        <Strip story={story.clone()} {on_go} />
                    }
                </div>
                <Bar story={story.clone()} show={state.show} at={state.at.clone()} act={act.clone()} />
                <div class="wrap">
                    <Board state={(*state).clone()} {act} {on_open} />
                    <About story={story.clone()} />
                </div>
            </main>
        </>
    }
}

/// The id of the row and the letter of the column that the open sentence stands in.
fn open_cell(state: &State) -> Option<(String, String)> {
    let place = state.open?;
    let entry = state.story.entries(place.fact).get(place.entry)?;
    Some((state.story.facts[place.fact].id.clone(), letter(entry.article)))
}
