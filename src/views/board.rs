//! The claims against the articles, with the reading pane beside them.

use std::rc::Rc;

use yew::prelude::*;

use super::claim_row::ClaimRowProps;
use super::pane::ReadingPane;
use crate::components::quotation::quotation;
use crate::state::{Action, Choices, State};
use crate::story::{Story, letter};
use crate::words::{self, Key, fill, phrase, say};

/// The board; `shown` are the facts that are shown, and `rows` is what stands in each fact's row when the page is built, as HTML.
pub fn board(state: &State, shown: &[usize], rows: &[AttrValue], act: &Callback<Action>) -> Html {
    let State { story, open, whole, .. } = state;
    let columns = state.columns();
    html! {
        <section id="comparison" class={classes!("board", room(columns.len()), open.map(|_| "reading"))} aria-label={say(Key::Claims)}>
            <div class="claims">
                <h2 class="unseen" tabindex="-1">{ say(Key::Claims) }</h2>
                { status(state, shown.len()) }
                if state.choices != Choices::default() { <p class="shown">{ reset(act) }</p> }
                if story.facts.is_empty() {
                    <p class="empty">{ say(Key::NoClaims) }</p>
                } else {
                    if shown.is_empty() { <p class="empty">{ say(Key::NoMatch) }{ " " }{ reset(act) }</p> }
                    { table(state, rows, shown, &columns) }
                }
            </div>
            if let Some(place) = *open {
                <ReadingPane story={story.clone()} {place} whole={*whole} act={act.clone()} />
            }
        </section>
    }
}

/// What is shown of how many; read out when it changes.
fn status(state: &State, shown: usize) -> Html {
    let State { story, choices, missing, .. } = state;
    let all = story.facts.len();
    let query = choices.query.trim();
    let counted = if query.is_empty() {
        fill(Key::ShownOf, &[("n", &shown), ("all", &all)])
    } else {
        fill(Key::ShownFound, &[("n", &shown), ("all", &all), ("query", &query)])
    };
    let nearest = state.nearest().map(|fact| {
        let (id, label) = (&story.facts[fact].id, &story.facts[fact].label.text);
        html! { <a href={format!("#{id}")} data-go={fact.to_string()}>{ quotation(label) }</a> }
    });
    html! {
        <div role="status">
            if *missing {
                <p class="quiet">
                    { nearest.map_or_else(|| html! { say(Key::Missing) }, |claim| phrase(Key::MissingNearest, 1, &[("claim", claim)])) }
                </p>
            }
            <p class="shown">
                { counted }
                if let Some(base) = choices.base { { ", " }{ fill(Key::ComparedWith, &[("letter", &letter(base))]) } }
            </p>
        </div>
    }
}

fn reset(act: &Callback<Action>) -> Html {
    let onclick = act.reform(|_: MouseEvent| Action::Reset);
    html! { <button class="plain" {onclick}>{ say(Key::ToolsOff) }</button> }
}

/// The class of what holds a table: more columns than there is room for become cards.
pub fn room(columns: usize) -> &'static str {
    if columns > 5 { "many" } else { "few" }
}

/// What each fact's row shows, by fact.
pub fn rows(state: &State, shown: &[usize]) -> Vec<ClaimRowProps> {
    let State { story, choices, open, .. } = state;
    let columns: Rc<[usize]> = state.columns().into();
    let query: AttrValue = choices.query.trim().to_owned().into();
    let row = |fact: usize| ClaimRowProps {
        story: story.clone(),
        fact,
        columns: columns.clone(),
        base: choices.base,
        query: query.clone(),
        open: open.filter(|place| place.fact == fact).map(|place| place.entry),
        hidden: !shown.contains(&fact),
    };
    (0..story.facts.len()).map(row).collect()
}

/// All rows, those that are not shown as well: to hide a row and show it again is quicker than to draw it. What stands in a row is
/// drawn apart (`hooks::use_apart`).
fn table(state: &State, rows: &[AttrValue], shown: &[usize], columns: &[usize]) -> Html {
    let State { story, choices, at, .. } = state;
    let row = |fact: usize| {
        let id = &story.facts[fact].id;
        html! {
            <tr key={id.clone()} id={id.clone()} hidden={!shown.contains(&fact)} class={(at.as_ref() == Some(id)).then_some("at")}
                data-status={words::look(story.standing(fact)).class}>
                { Html::from_html_unchecked(rows.get(fact).cloned().unwrap_or_default()) }
            </tr>
        }
    };
    html! {
        <div class="room" hidden={shown.is_empty()}>
        <table id="claims">
            <caption class="unseen">{ say(Key::ClaimsCaption) }</caption>
            <thead><tr><th scope="col">{ say(Key::Claim) }</th>{ for columns.iter().map(|&index| head(story, index, choices.base)) }</tr></thead>
            <tbody>{ for state.ordered().into_iter().map(row) }</tbody>
        </table>
        </div>
    }
}

fn head(story: &Story, index: usize, base: Option<usize>) -> Html {
    html! {
        <th key={index} scope="col" class={classes!((base == Some(index)).then_some("base"))}>
            <span class="src">{ letter(index) }</span>{ " " }
            <span class="name"><bdi>{ words::source(&story.articles[index]) }</bdi></span>
        </th>
    }
}
