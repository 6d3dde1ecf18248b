//! Under the text in the reading pane: who says so, which day is meant, why it is in this row, what else is said.

use crosscheck_engine::report::{Fact, Field, Range, Status, Voice};
use yew::prelude::*;

use super::set_against::set_against;
use crate::components::letters::Letters;
use crate::components::meant::{Day, Meant};
use crate::components::quotation::Quotation;
use crate::components::ways::Ways;
use crate::matrix::read_at;
use crate::standing::Standing;
use crate::state::Place;
use crate::story::{Entry, Story};
use crate::words;

/// What is read.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaneFactsProps {
    /// The comparison.
    pub story: Story,
    /// What is open.
    pub place: Place,
    /// The reader wants this sentence.
    pub on_open: Callback<Place>,
}

/// Shows the facts about the sentence.
#[component]
pub fn PaneFacts(props: &PaneFactsProps) -> Html {
    let fact = &props.story.facts[props.place.fact];
    let entry = &props.story.entries(props.place.fact)[props.place.entry];
    html! {
        <>
            <dl class="facts">
                <dt>{ "Who says so" }</dt>
                <dd>{ who(props, entry) }</dd>
                { day(props, fact, entry) }
                <dt>{ "Why here" }</dt>
                <dd>{ why(props, fact, entry) }</dd>
                { also(props, entry) }
            </dl>
            { differences(props, fact) }
        </>
    }
}

fn who(props: &PaneFactsProps, entry: &Entry) -> Html {
    let said = read_at(&props.story, props.place.fact, props.place.entry);
    let unsure = if entry.sure { "" } else { " · unsure whether it belongs here" };
    match (&said.speaker, said.voice) {
        (Some(name), voice) => {
            html! { <><bdi>{ name.clone() }</bdi>{ ", " }{ words::voice(voice) }{ unsure }</> }
        }
        (None, Voice::Outlet) => html! { <>{ "the " }{ words::voice(Voice::Outlet) }{ unsure }</> },
        (None, voice) => html! { <>{ words::voice(voice) }{ ", speaker not named here" }{ unsure }</> },
    }
}

/// The day that is meant, with the words that say so where they are words for a day.
fn day(props: &PaneFactsProps, fact: &Fact, entry: &Entry) -> Html {
    let story = &props.story;
    let id = &story.articles[entry.article].id;
    let own = fact.differences.iter().find_map(|difference| {
        let value = difference.values.iter().find(|value| value.article == *id)?;
        let here = story.entry_of(props.place.fact, value) == Some(props.place.entry);
        here.then_some((difference.field, value, value.resolved.as_ref()?))
    });
    html! {
        if let Some((field, value, resolved)) = own {
            <dt>{ "When" }</dt>
            <dd>
                if matches!(field, Field::Date | Field::Time) { <Quotation text={value.text.clone()} />{ " " } }
                <Meant day={Day::new(resolved, value.carried)} />
            </dd>
        }
    }
}

fn why(props: &PaneFactsProps, fact: &Fact, entry: &Entry) -> Html {
    let story = &props.story;
    if fact.status == Status::Single {
        return html! { "Told by this source only: no other article was found to say it." };
    }
    let shared = entry.shares.iter().map(|shared| {
        let range = Range { start: shared.start, end: shared.end };
        html! {
            <li>
                { words::reason(shared.kind) }{ " " }<Quotation text={story.text(entry.article, range).to_owned()} />
                { " with " }<Letters of={story.letters_of(&shared.with)} />
            </li>
        }
    });
    let of_row = fact.why.iter().map(|reason| {
        html! { <li>{ "the row shares " }{ words::reason(reason.kind) }{ " " }<Quotation text={reason.text.clone()} /></li> }
    });
    let standing = story.standing(props.place.fact);
    let shares = !entry.shares.is_empty();
    let reasons = !fact.why.is_empty() && props.place.entry < fact.mentions.len();
    html! {
        <>
            if standing == Standing::DifferentEvents || !shares && !reasons { <p>{ words::rule(standing) }</p> }
            if shares {
                { "shares" }<ul>{ for shared }</ul>
            } else if reasons {
                <ul>{ for of_row }</ul>
            }
        </>
    }
}

/// The article's other sentences in the same row.
fn also(props: &PaneFactsProps, entry: &Entry) -> Html {
    let all = props.story.entries(props.place.fact).iter().enumerate();
    let others = all.filter(|(index, other)| other.article == entry.article && *index != props.place.entry);
    let buttons: Vec<_> = others
        .map(|(index, other)| {
            let place = Place { entry: index, ..props.place };
            html! {
                <button key={index} type="button" onclick={props.on_open.reform(move |_: MouseEvent| place)}>
                    { format!("sentence {}", other.sentence + 1) }
                </button>
            }
        })
        .collect();
    html! {
        if !buttons.is_empty() { <dt>{ "Also in" }</dt><dd class="also">{ for buttons }</dd> }
    }
}

fn differences(props: &PaneFactsProps, fact: &Fact) -> Html {
    let place = props.place;
    let on_open = props.on_open.reform(move |entry| Place { entry, ..place });
    let each = fact.differences.iter().map(|difference| {
        html! {
            <div>
                <h3>{ words::field(difference.field) }</h3>
                <Ways ways={set_against(&props.story, place.fact, difference)} on_open={on_open.clone()} />
                if let Some(remark) = words::remark(fact, difference) { <p class="meta">{ remark }</p> }
            </div>
        }
    });
    html! {
        if !fact.differences.is_empty() {
            <details class="against" key={fact.id.clone()}>
                <summary>{ words::count(fact.differences.len(), "thing", "things") }{ " compared in this row" }</summary>
                { for each }
            </details>
        }
    }
}
