//! The overview: one column a claim, one square an article. Links, not a picture.

use yew::prelude::*;

use crate::hooks::focus_link;
use crate::matrix::{cells, stands_against};
use crate::state::Address;
use crate::story::{Story, letter};
use crate::words;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StripProps {
    /// The comparison.
    pub story: Story,
    /// The reader wants this row.
    pub on_go: Callback<usize>,
}

/// Shows the strip. It is one stop for the Tab key; the arrow keys go along it.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let story = &props.story;
    let current = use_state_eq(|| 0_usize);
    let last = story.facts.len().saturating_sub(1);
    let onkeydown = {
        let current = current.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" => (*current + 1).min(last),
                "ArrowLeft" => current.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            current.set(to);
            focus_link(&link_id(to));
        })
    };
    html! {
        <div class="overview">
        <nav class="strip" aria-label="Overview of all claims; arrow keys go along it" {onkeydown}>
            <div class="rows" aria-hidden="true">
                { for (0..story.articles.len()).map(|index| html! { <span key={index}>{ letter(index) }</span> }) }
            </div>
            <ol>{ for (0..story.facts.len()).map(|fact| column(props, fact, fact == *current)) }</ol>
        </nav>
        <p class="legend">
            { for words::LEGEND.iter().map(|&(class, meaning)| html! {
                <span><i class={class} aria-hidden="true"></i>{ " " }{ meaning }</span>
            }) }
        </p>
        </div>
    }
}

fn link_id(fact: usize) -> String {
    format!("strip-{fact}")
}

fn column(props: &StripProps, index: usize, current: bool) -> Html {
    let story = &props.story;
    let fact = &story.facts[index];
    let carriers: Vec<_> = cells(story, index);
    let label = format!("{}: {}", words::badge(story, index), fact.label.text);
    let square = |said: &Option<_>| match said {
        None => "silent",
        Some(said) if stands_against(story, index, said) => "differ",
        Some(_) => "says",
    };
    let onclick = props.on_go.reform(move |event: MouseEvent| {
        event.prevent_default();
        index
    });
    let href = Address { at: Some(fact.id.clone()), ..Address::default() }.to_string();
    html! {
        <li key={fact.id.clone()}>
            <a id={link_id(index)} {href} title={label.clone()} aria-label={label} {onclick}
                tabindex={if current { "0" } else { "-1" }}>
                { for carriers.iter().map(|said| html! { <i class={square(said)}></i> }) }
            </a>
        </li>
    }
}
