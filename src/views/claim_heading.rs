//! What heads a row: status, what it is about, and the shortest words that state it.

use crosscheck_engine::report::{DifferenceNote, Fact, Field, Status};
use yew::prelude::*;

use crate::components::badge::badge;
use crate::components::quotation::found;
use crate::standing::Standing;
use crate::story::Story;
use crate::words::{self, Key, count};

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

/// The heading of a row, with what is searched for marked in it.
pub fn claim_heading(story: &Story, index: usize, query: &str) -> Html {
    let fact = &story.facts[index];
    let carriers = story.carriers(index).len();
    let unsure = carriers - story.sure_carriers(index).len();
    let standing = story.standing(index);
    let remark = words::row_remark(fact)
        .filter(|_| standing != Standing::Unsure)
        .map(|remark| html! { <span class="meta note">{ remark }</span> });
    let zones = fact.differences.iter().any(|difference| difference.note == Some(DifferenceNote::MaybeTimeZones));
    // Origins are counted over mentions; a row that other values stand in has no count that covers it.
    let counted = story.entries(index).len() == fact.mentions.len();
    let label = &fact.label.text;
    html! {
        <>
            { badge(words::look(standing), words::badge(story, index)) }
            if zones { { remark.clone() } }
            <span class="topic">{ topic(fact, fact.field) }</span>
            <q class="said gist" dir="auto" lang={words::of_articles()}>{ found(label, query) }</q>
            if fact.status != Status::Single {
                <span class="meta">
                    { count(Key::SourcesCounted, carriers) }
                    if unsure > 0 { { ", " }{ count(Key::UnsureCounted, unsure) } }
                    if counted { { ", " }{ count(Key::OriginsCounted, fact.origins as usize) } }
                </span>
            }
            if !zones { { remark } }
        </>
    }
}
