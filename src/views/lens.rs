//! What the sections below the claims have in common: each is a comparison seen from one side.

use crosscheck_engine::report::Range;
use yew::prelude::*;

use super::about::about;
use super::left_out::left_out;
use super::names::names;
use super::numbers::numbers;
use super::quotes::quotes;
use super::read::read;
use super::timeline::timeline;
use crate::components::letters::source;
use crate::components::quotation::quotation;
use crate::story::{Story, letter};
use crate::words::{Key, say};

/// What the sections show.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LensesProps {
    /// The comparison.
    pub story: Story,
    /// The address of the page with the articles whole, where they do not stand in this one.
    pub apart: Option<&'static str>,
}

/// Shows all of them. They are not drawn again in the browser: what is opened or filtered above does not change them.
#[component]
pub fn Lenses(props: &LensesProps) -> Html {
    let story = &props.story;
    html! {
        <div class="wrap">
            { read(story, props.apart) }
            { numbers(story) }
            { names(story) }
            { quotes(story) }
            { timeline(story) }
            { left_out(story) }
            { about(story) }
        </div>
    }
}

/// A section with its heading and a line on what it shows; `id` is its name in addresses.
pub fn lens(id: &'static str, title: &'static str, intro: Html, content: Html) -> Html {
    html! {
        <section {id} class="lens" aria-labelledby={format!("{id}-title")}>
            <h2 id={format!("{id}-title")}>{ title }</h2>
            <p class="intro">{ intro }</p>
            { content }
        </section>
    }
}

/// Words of an article between quotation marks, that open the sentence they stand in.
pub fn opens(story: &Story, article: usize, at: Range) -> Html {
    opens_as(story, article, at, quotation(story.text(article, at)))
}

/// The same with the words shown in another way.
pub fn opens_as(story: &Story, article: usize, at: Range, shown: Html) -> Html {
    match story.place_of(article, at.start) {
        Some(place) => html! { <button class="opens" data-open={place.mark()}>{ shown }</button> },
        None => shown,
    }
}

/// The letters of articles that print the same, each opening its own article's sentence. One letter alone is only shown: the words
/// beside it open that sentence.
pub fn letters_open(story: &Story, places: &[(usize, Range)]) -> Html {
    let open = |&(article, at): &(usize, Range)| {
        let letter = source(&letter(article));
        if places.len() == 1 {
            return letter;
        }
        let shown = html! { <><span class="unseen">{ say(Key::OpenIn) }{ " " }</span>{ letter }</> };
        opens_as(story, article, at, shown)
    };
    html! { <span class="letters">{ for places.iter().map(open) }</span> }
}
