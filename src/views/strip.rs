//! The overview: one column a claim, one square an article. Links, not a picture.

use yew::prelude::*;

use crate::matrix::{cells, stands_against};
use crate::state::Address;
use crate::story::{Story, letter};
use crate::words::{Key, say};

/// What the squares mean, by their classes.
const LEGEND: [(&str, Key); 4] = [
    ("says", Key::LegendSays),
    ("differ", Key::LegendDiffers),
    ("maybe", Key::LegendMaybe),
    ("silent", Key::LegendSilent),
];

/// The strip. It is one stop for the Tab key; the arrow keys go along it (`hooks::use_marks`).
pub fn strip(story: &Story) -> Html {
    html! {
        <div class="overview">
        <nav class="strip" aria-label={say(Key::Overview)}>
            <div class="rows" aria-hidden="true">
                { for (0..story.articles.len()).map(|index| html! { <span key={index}>{ letter(index) }</span> }) }
            </div>
            <ol>{ for (0..story.facts.len()).map(|fact| column(story, fact)) }</ol>
        </nav>
        <p class="legend">
            { for LEGEND.iter().map(|&(class, meaning)| html! {
                <span><i class={class} aria-hidden="true"></i>{ " " }{ say(meaning) }</span>
            }) }
        </p>
        </div>
    }
}

fn column(story: &Story, index: usize) -> Html {
    let fact = &story.facts[index];
    let carriers: Vec<_> = cells(story, index);
    let square = |said: &Option<_>| match said {
        None => "silent",
        Some(said) if stands_against(story, index, said) => "differ",
        Some(said) if said.nearby || !story.entries(index)[said.entry].sure => "maybe",
        Some(_) => "says",
    };
    let href = Address::of(&fact.id).to_string();
    html! {
        <li key={fact.id.clone()}>
            <a {href} aria-labelledby={format!("h{index}")} data-go={index.to_string()}
                tabindex={if index == 0 { "0" } else { "-1" }}>
                { for carriers.iter().map(|said| html! { <i class={square(said)}></i> }) }
            </a>
        </li>
    }
}
