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
use crate::components::quotation::quotation;
use crate::state::Action;
use crate::story::Story;

/// What the sections show.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LensesProps {
    /// The comparison.
    pub story: Story,
    /// Index of the article that is read whole.
    pub article: usize,
    /// What the reader did.
    pub act: Callback<Action>,
}

/// Shows all of them. Drawn again only when another article is read: what is opened or filtered above does not change them.
#[component]
pub fn Lenses(props: &LensesProps) -> Html {
    let LensesProps { story, article, act } = props;
    html! {
        <>
            { read(story, *article, act) }
            { numbers(story) }
            { names(story) }
            { quotes(story) }
            { timeline(story) }
            { left_out(story) }
            { about(story) }
        </>
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
        Some(place) => html! { <button type="button" class="opens" data-open={place.mark()}>{ shown }</button> },
        None => shown,
    }
}
