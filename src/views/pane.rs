//! The reading pane: a sentence where it stands, who says it, and why it is in its row.

use yew::prelude::*;

use super::pane_facts::PaneFacts;
use super::pane_text::PaneText;
use super::within::Within;
use crate::hooks::{focus_cell, use_mark_in_view};
use crate::matrix::{cells, read_at};
use crate::state::{Action, Place};
use crate::story::{Story, letter};
use crate::words;

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
    let (before, name) = words::source(source);
    let value = read_at(story, place.fact, place.entry).value;
    html! {
        <aside id="pane" tabindex="-1" aria-label="The sentence in its article">
            <header>
                <span class="src">{ letter(article) }</span>
                <span>{ before }<bdi>{ name.unwrap_or_default().to_owned() }</bdi>
                    { format!(" · sentence {} of {}", entry.sentence + 1, source.sentences.len()) }</span>
                <button type="button" class="close" aria-label="Close" onclick={act.reform(|_: MouseEvent| Action::Close)}>
                    { "×" }
                </button>
            </header>
            <PaneText story={story.clone()} {article} sentence={entry.sentence} {value}
                whole={*whole} />
            <PaneFacts story={story.clone()} place={*place} on_open={act.reform(Action::Open)} />
            <Within story={story.clone()} {article} on_open={act.reform(Action::Open)} />
            { steps(props, article) }
            <button type="button" class="plain to-cell" onclick={to_cell(props, article)}>{ words::TO_CELL }</button>
        </aside>
    }
}

/// The pane stands after the table: the way back to where the keyboard came from, without closing it.
fn to_cell(props: &ReadingPaneProps, article: usize) -> Callback<MouseEvent> {
    let fact = props.story.facts[props.place.fact].id.clone();
    Callback::from(move |_| focus_cell(&fact, &letter(article)))
}

/// To the neighbouring articles that carry the fact, and to the whole of this one.
fn steps(props: &ReadingPaneProps, article: usize) -> Html {
    let ReadingPaneProps { story, place, whole, act } = props;
    let carriers: Vec<(usize, usize)> =
        cells(story, place.fact).into_iter().flatten().map(|said| (said.article, said.entry)).collect();
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
