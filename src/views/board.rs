//! The claims against the articles, as a table and as cards, with the reading pane beside them.

use yew::prelude::*;

use super::claim_card::ClaimCard;
use super::claim_row::ClaimRow;
use super::pane::ReadingPane;
use crate::state::{Action, Place, Show, State};
use crate::story::{Story, letter};
use crate::words;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BoardProps {
    /// The view.
    pub state: State,
    /// What the reader did.
    pub act: Callback<Action>,
    /// The reader wants this sentence.
    pub on_open: Callback<Place>,
}

/// Shows the board.
#[component]
pub fn Board(props: &BoardProps) -> Html {
    let State { story, open, whole, missing, .. } = &props.state;
    let shown = props.state.shown();
    let all = props.act.reform(|_: MouseEvent| Action::Show(Show::All));
    html! {
        <section id="comparison" class={classes!("board", room(story), open.map(|_| "reading"))} aria-label="Claims">
            <div class="claims">
                <div role="status">
                    if *missing {
                        <p class="quiet">{ "The link points to something that is not in this comparison, or no longer." }</p>
                    }
                    <p class="shown">{ format!("{} of {} points shown", shown.len(), story.facts.len()) }</p>
                </div>
                if story.facts.is_empty() {
                    <p class="empty">{ "No claims were found in the text." }</p>
                } else if shown.is_empty() {
                    <p class="empty">
                        { "No claims match. " }<button type="button" class="plain" onclick={all}>{ "Show all" }</button>
                    </p>
                } else {
                    { table(props, &shown) }
                    { cards(props, &shown) }
                }
            </div>
            if let Some(place) = *open {
                <ReadingPane story={story.clone()} {place} whole={*whole} act={props.act.clone()} />
            }
        </section>
    }
}

/// How much room the columns need: with many articles the table gives way to the cards on wider screens already.
fn room(story: &Story) -> &'static str {
    match story.articles.len() {
        0..=5 => "few",
        6..=8 => "several",
        _ => "many",
    }
}

fn table(props: &BoardProps, shown: &[usize]) -> Html {
    let story = &props.state.story;
    let head = story.articles.iter().enumerate().map(|(index, article)| {
        let (before, name) = words::source(article);
        html! {
            <th key={index} scope="col">
                <span class="src">{ letter(index) }</span>{ " " }
                <span class="name">{ before }<bdi>{ name.unwrap_or_default().to_owned() }</bdi></span>
            </th>
        }
    });
    html! {
        <table id="claims">
            <caption class="unseen">{ "What each article says: one row a claim, one column an article." }</caption>
            <thead><tr><th scope="col">{ "Claim" }</th>{ for head }</tr></thead>
            <tbody>
                { for shown.iter().map(|&fact| html! {
                    <ClaimRow key={story.facts[fact].id.clone()} story={story.clone()} {fact} open={open_in(props, fact)}
                        at={is_at(props, fact)} on_open={props.on_open.clone()} />
                }) }
            </tbody>
        </table>
    }
}

fn cards(props: &BoardProps, shown: &[usize]) -> Html {
    let story = &props.state.story;
    html! {
        <ol class="cards">
            { for shown.iter().map(|&fact| html! {
                <ClaimCard key={story.facts[fact].id.clone()} story={story.clone()} {fact} open={open_in(props, fact)}
                    at={is_at(props, fact)} on_open={props.on_open.clone()} />
            }) }
        </ol>
    }
}

fn open_in(props: &BoardProps, fact: usize) -> Option<usize> {
    props.state.open.filter(|place| place.fact == fact).map(|place| place.entry)
}

fn is_at(props: &BoardProps, fact: usize) -> bool {
    props.state.at.as_ref() == Some(&props.state.story.facts[fact].id)
}
