//! One claim as a row of the table: a cell an article.

use yew::prelude::*;

use super::claim_heading::ClaimHeading;
use crate::components::cell::Cell;
use crate::components::meant::Day;
use crate::matrix::{Said, cells, stands_against};
use crate::standing::Standing;
use crate::state::Place;
use crate::story::{Story, letter};
use crate::words;

/// Which row. It is drawn again only when one of these changes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ClaimRowProps {
    /// The comparison.
    pub story: Story,
    /// Index of the fact.
    pub fact: usize,
    /// Index of the entry that is open, if it is one of this row's.
    pub open: Option<usize>,
    /// Whether the address names this row.
    pub at: bool,
    /// The reader wants this sentence.
    pub on_open: Callback<Place>,
}

/// Shows the row.
#[component]
pub fn ClaimRow(props: &ClaimRowProps) -> Html {
    let fact = &props.story.facts[props.fact];
    html! {
        <tr id={fact.id.clone()} class={classes!(props.at.then_some("at"))} data-fact={fact.id.clone()}
            data-status={words::standing(props.story.standing(props.fact)).class}>
            <th scope="row"><ClaimHeading story={props.story.clone()} fact={props.fact} /></th>
            { for cells(&props.story, props.fact).iter().enumerate().map(|(index, said)| match said {
                Some(said) => says(props, said),
                None => html! { <td key={index} class="silent">{ words::NOT_FOUND }</td> },
            }) }
        </tr>
    }
}

fn says(props: &ClaimRowProps, said: &Said) -> Html {
    let open = props.open.is_some_and(|open| open == said.entry || said.more.contains(&open));
    html! {
        <td key={said.article} class={classes!(shape(&props.story, props.fact, said), open.then_some("open"))}>
            { cell_button(&props.story, props.fact, said, open, true, false, &props.on_open) }
            if let Some(&next) = said.more.first() {
                { more_button(props, said, next) }
            }
        </td>
    }
}

/// The classes that give a cell its shape and tint.
pub fn shape(story: &Story, fact: usize, said: &Said) -> Classes {
    let sure = story.entries(fact)[said.entry].sure;
    let kind = match story.standing(fact) {
        _ if said.nearby => Some("nearby"),
        Standing::Agree => sure.then_some("agree"),
        Standing::LessPrecise => Some("near"),
        Standing::Single => Some("one"),
        Standing::Differ | Standing::DifferentEvents => stands_against(story, fact, said).then_some("differ"),
        Standing::Unsure => None,
    };
    classes!("says", kind, (!sure).then_some("weak"))
}

/// The button that opens what an article says.
pub fn cell_button(
    story: &Story,
    fact: usize,
    said: &Said,
    open: bool,
    valued: bool,
    lettered: bool,
    on_open: &Callback<Place>,
) -> Html {
    let entry = &story.entries(fact)[said.entry];
    let place = Place { fact, entry: said.entry };
    html! {
        <Cell article={letter(said.article)} value={valued.then(|| story.text(said.article, said.value).to_owned())}
            label={said.nearby.then_some(words::NEARBY)} voice={said.voice} speaker={said.speaker.clone()} sure={entry.sure}
            day={said.resolved.as_deref().map(|day| Day::new(day, said.carried))} {open} {lettered} on_open={on_open.reform(move |()| place)} />
    }
}

fn more_button(props: &ClaimRowProps, said: &Said, next: usize) -> Html {
    let place = Place { fact: props.fact, entry: next };
    let label = words::count(said.more.len(), "more sentence", "more sentences");
    html! {
        <button type="button" class="more" aria-label={format!("+{label} in {}", letter(said.article))} onclick={props.on_open.reform(move |_: MouseEvent| place)}>
            { format!("+{} more", said.more.len()) }
        </button>
    }
}
