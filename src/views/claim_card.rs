//! One claim as a card for narrow screens: grouped by value, not by article.

use yew::prelude::*;

use super::claim_heading::ClaimHeading;
use super::claim_row::{cell_button, shape};
use crate::components::letters::Letters;
use crate::matrix::{Said, cells, groups};
use crate::state::Place;
use crate::story::{Story, letter};
use crate::words;

/// Which card. It is drawn again only when one of these changes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ClaimCardProps {
    /// The comparison.
    pub story: Story,
    /// Index of the fact.
    pub fact: usize,
    /// Index of the entry that is open, if it is one of this card's.
    pub open: Option<usize>,
    /// Whether the address names this card.
    pub at: bool,
    /// The reader wants this sentence.
    pub on_open: Callback<Place>,
}

/// Shows the card.
#[component]
pub fn ClaimCard(props: &ClaimCardProps) -> Html {
    let story = &props.story;
    let fact = &story.facts[props.fact];
    let silent: Vec<_> = cells(story, props.fact)
        .iter()
        .enumerate()
        .filter(|(_, said)| said.is_none())
        .map(|(index, _)| letter(index))
        .collect();
    html! {
        <li class={classes!(props.at.then_some("at"))} data-fact={fact.id.clone()}
            data-status={words::standing(story.standing(props.fact)).class}>
            <ClaimHeading story={story.clone()} fact={props.fact} />
            <ul class="values">
                { for groups(story, props.fact).iter().map(|group| value(props, group)) }
                if !silent.is_empty() {
                    <li class="silent">{ words::NOT_FOUND }{ " " }<Letters of={silent} /></li>
                }
            </ul>
        </li>
    }
}

/// One value and every article that gives it; later ones show their own words only where they print it otherwise.
fn value(props: &ClaimCardProps, group: &[Said]) -> Html {
    let text = |said: &Said| props.story.text(said.article, said.value);
    let button = |said: &Said| {
        let open = props.open.is_some_and(|open| open == said.entry || said.more.contains(&open));
        let valued = said == &group[0] || text(said) != text(&group[0]);
        cell_button(&props.story, props.fact, said, open, valued, true, &props.on_open)
    };
    html! { <li class={shape(&props.story, props.fact, &group[0])}>{ for group.iter().map(button) }</li> }
}
