//! The differences most worth a first look, value against value.

use crosscheck_engine::report::{DifferenceNote, Field, Sharp};
use yew::prelude::*;

use super::claim_heading::topic;
use super::set_against::set_against;
use crate::components::ways::ways;
use crate::standing::Standing;
use crate::state::Address;
use crate::story::Story;
use crate::words::{self, Key, say};

/// How many are shown.
const FIRST: usize = 3;

/// The sharpest differences; nothing where there are none.
pub fn sharpest(story: &Story) -> Html {
    let cards: Vec<_> = story.sharpest.iter().filter_map(|sharp| card(story, sharp)).take(FIRST).collect();
    html! {
        if !cards.is_empty() { <section class="sharp" aria-label={say(Key::Sharpest)}>{ for cards }</section> }
    }
}

fn card(story: &Story, sharp: &Sharp) -> Option<Html> {
    let index = story.fact_index(&sharp.fact)?;
    let fact = &story.facts[index];
    let difference = fact.differences.get(sharp.difference as usize)?;
    // Who says so is told in the pane only, and of an unsure row nothing is claimed.
    if difference.field == Field::Attribution || story.standing(index) == Standing::Unsure {
        return None;
    }
    let look = words::look(story.standing(index));
    let remark = words::remark(fact, difference).map(|remark| html! { <p class="meta">{ remark }</p> });
    let zones = difference.note == Some(DifferenceNote::MaybeTimeZones);
    let href = Address::of(&fact.id).to_string();
    Some(html! {
        <article key={fact.id.clone()} class={look.class}>
            <h2>
                <a {href} data-go={index.to_string()}>
                    <span class="glyph" aria-hidden="true">{ look.glyph }</span>{ topic(fact, Some(difference.field)) }
                </a>
            </h2>
            if zones { { remark.clone() } }
            { ways(&set_against(story, index, difference)) }
            if !zones { { remark } }
        </article>
    })
}
