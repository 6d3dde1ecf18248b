//! The reading pane: a sentence where it stands, who says it, and why it is in its row.

use yew::prelude::*;

use super::pane_facts::PaneFacts;
use super::pane_text::PaneText;
use crate::hooks::use_mark_in_view;
use crate::state::{Action, Place};
use crate::story::{Story, letter};

/// What is read.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReadingPaneProps {
    /// The comparison.
    pub story: Story,
    /// What is open.
    pub place: Place,
    /// Whether the whole article is shown.
    pub whole: bool,
    /// What the reader did.
    pub act: Callback<Action>,
}

/// Shows the pane.
#[component]
pub fn ReadingPane(props: &ReadingPaneProps) -> Html {
    let ReadingPaneProps { story, place, whole, act } = props;
    use_mark_in_view((*place, *whole));
    let entry = &story.entries(place.fact)[place.entry];
    let article = entry.article;
    let source = &story.articles[article];
    let name = source.outlet.as_ref().or(source.byline.as_ref());
    html! {
        <aside id="pane" tabindex="-1" aria-label="The sentence in its article">
            <header>
                <span class="src">{ letter(article) }</span>
                <span><bdi>{ name.cloned().unwrap_or_else(|| "Outlet not stated".to_owned()) }</bdi>
                    { format!(" · sentence {} of {}", entry.sentence + 1, source.sentences.len()) }</span>
                <button type="button" class="close" aria-label="Close" onclick={act.reform(|_: MouseEvent| Action::Close)}>
                    { "×" }
                </button>
            </header>
            <PaneText story={story.clone()} {article} sentence={entry.sentence} value={entry.value}
                whole={*whole} />
            <PaneFacts story={story.clone()} place={*place} on_open={act.reform(Action::Open)} />
            { steps(props, article) }
        </aside>
    }
}

/// To the neighbouring articles that carry the fact, and to the whole of this one.
fn steps(props: &ReadingPaneProps, article: usize) -> Html {
    let ReadingPaneProps { story, place, whole, act } = props;
    let entries = story.entries(place.fact);
    let first = |index: usize| entries.iter().position(|entry| entry.article == index);
    let carriers: Vec<(usize, usize)> =
        (0..story.articles.len()).filter_map(|index| first(index).map(|entry| (index, entry))).collect();
    let here = carriers.iter().position(|&(index, _)| index == article).unwrap_or(0);
    let step = |key: &'static str, by: usize| {
        let (index, entry) = carriers[(here + by) % carriers.len()];
        let to = Place { entry, ..*place };
        let (before, after) = if key == "previous" { ("‹ ", "") } else { ("", " ›") };
        html! {
            <button {key} type="button" class={key} aria-label={format!("The {key} source for this claim: {}", letter(index))}
                onclick={act.reform(move |_: MouseEvent| Action::Open(to))}>
                { before }{ letter(index) }{ after }
            </button>
        }
    };
    let toggle = {
        let whole = *whole;
        act.reform(move |_: MouseEvent| Action::Whole(!whole))
    };
    html! {
        <div class="steps">
            if carriers.len() > 1 {
                { step("previous", carriers.len() - 1) }
                { step("next", 1) }
            }
            <button key="whole" type="button" class="whole" aria-pressed={whole.to_string()} onclick={toggle}>
                { "Read whole article" }
            </button>
        </div>
    }
}
