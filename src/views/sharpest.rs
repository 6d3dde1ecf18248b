//! The differences most worth a first look, value against value.

use crosscheck_engine::report::{DifferenceNote, Field, Sharp};
use yew::prelude::*;

use super::claim_heading::topic;
use super::set_against::set_against;
use crate::components::ways::Ways;
use crate::standing::Standing;
use crate::state::{Address, Place};
use crate::story::Story;
use crate::words;

/// How many are shown.
const FIRST: usize = 3;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SharpestProps {
    /// The comparison.
    pub story: Story,
    /// The reader wants this sentence.
    pub on_open: Callback<Place>,
    /// The reader wants this row.
    pub on_go: Callback<usize>,
}

/// Shows the sharpest differences; nothing where there are none.
#[component]
pub fn Sharpest(props: &SharpestProps) -> Html {
    let cards: Vec<_> = props.story.sharpest.iter().filter_map(|sharp| card(props, sharp)).take(FIRST).collect();
    html! {
        if !cards.is_empty() {
            <section class="sharp" aria-label="The sharpest differences">{ for cards }</section>
        }
    }
}

fn card(props: &SharpestProps, sharp: &Sharp) -> Option<Html> {
    let story = &props.story;
    let index = story.fact_index(&sharp.fact)?;
    let fact = &story.facts[index];
    let difference = fact.differences.get(sharp.difference as usize)?;
    // Who says so is told in the pane only, and of an unsure row nothing is claimed.
    if difference.field == Field::Attribution || story.standing(index) == Standing::Unsure {
        return None;
    }
    let look = words::standing(story.standing(index));
    let remark = words::remark(fact, difference).map(|remark| html! { <p class="meta">{ remark }</p> });
    let zones = difference.note == Some(DifferenceNote::MaybeTimeZones);
    let on_open = props.on_open.reform(move |entry| Place { fact: index, entry });
    let on_go = props.on_go.reform(move |event: MouseEvent| {
        event.prevent_default();
        index
    });
    let href = Address { at: Some(fact.id.clone()), ..Address::default() }.to_string();
    Some(html! {
        <article key={fact.id.clone()} class={look.class}>
            <h2>
                <a {href} onclick={on_go}>
                    <span class="glyph" aria-hidden="true">{ look.glyph }</span>
                    { topic(fact, Some(difference.field)) }
                </a>
            </h2>
            if zones { { remark.clone() } }
            <Ways ways={set_against(story, index, difference)} {on_open} />
            if !zones { { remark } }
        </article>
    })
}
