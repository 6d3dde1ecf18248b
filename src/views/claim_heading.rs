//! What heads a row or a card: status, what it is about, and the shortest words that state it.

use crosscheck_engine::report::{DifferenceNote, Fact, Field, Status};
use yew::prelude::*;

use crate::components::badge::Badge;
use crate::components::quotation::Quotation;
use crate::standing::Standing;
use crate::story::Story;
use crate::words;

/// Field and shared words: "number · injuries". The shared words are an article's own.
pub fn topic(fact: &Fact, field: Option<Field>) -> Html {
    let shared = fact.shared_words.join(", ");
    html! {
        <>
            if let Some(field) = field { <span class="field">{ words::field(field) }</span> }
            if field.is_some() && !shared.is_empty() { { " · " } }
            if !shared.is_empty() { <bdi>{ shared }</bdi> }
        </>
    }
}

/// Which fact.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ClaimHeadingProps {
    /// The comparison.
    pub story: Story,
    /// Index of the fact.
    pub fact: usize,
}

/// Shows the heading.
#[component]
pub fn ClaimHeading(props: &ClaimHeadingProps) -> Html {
    let story = &props.story;
    let fact = &story.facts[props.fact];
    let carriers = story.carriers(props.fact).len();
    let unsure = carriers - story.sure_carriers(props.fact).len();
    let standing = story.standing(props.fact);
    let remark = words::row_remark(fact)
        .filter(|_| standing != Standing::Unsure)
        .map(|remark| html! { <span class="meta note">{ remark }</span> });
    let zones = fact.differences.iter().any(|difference| difference.note == Some(DifferenceNote::MaybeTimeZones));
    // Origins are counted over mentions; a row that other values stand in has no count that covers it.
    let counted = story.entries(props.fact).len() == fact.mentions.len();
    html! {
        <>
            <Badge look={words::standing(standing)} text={words::badge(story, props.fact)} />
            if zones { { remark.clone() } }
            <span class="topic">{ topic(fact, fact.field) }</span>
            <Quotation class="gist" titled={true} text={fact.label.text.clone()} />
            if fact.status != Status::Single {
                <span class="meta">
                    { words::count(carriers, "source", "sources") }
                    if unsure > 0 { { format!(", {unsure} unsure") } }
                    if counted { { ", " }{ words::count(fact.origins as usize, "origin", "origins") } }
                </span>
            }
            if !zones { { remark } }
        </>
    }
}
