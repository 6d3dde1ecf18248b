//! What the story is: title, counts, and the articles with their letters.

use crosscheck_engine::report::{Article, NoteKind};
use yew::prelude::*;

use crate::components::letters::Letters;
use crate::standing::Standing;
use crate::state::Show;
use crate::story::{Story, letter};
use crate::words;

/// What the header shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StoryHeaderProps {
    /// The comparison.
    pub story: Story,
}

/// Shows the header.
#[component]
pub fn StoryHeader(props: &StoryHeaderProps) -> Html {
    let story = &props.story;
    let title = match story.title() {
        Some((article, headline)) => html! {
            <h1><span class="said" dir="auto">{ headline.to_owned() }</span>{ " " }<Letters of={vec![letter(article)]} /></h1>
        },
        None => {
            html! { <h1>{ words::count(story.articles.len(), "article", "articles") }{ " without a headline" }</h1> }
        }
    };
    let apart = story.notes.iter().any(|note| note.kind == NoteKind::LittleInCommon);
    html! {
        <div class="story">
            { title }
            { counts(story) }
            if apart { <p class="notice">{ words::input_note(NoteKind::LittleInCommon) }</p> }
            if story.articles.len() == 1 {
                <p class="notice">{ "One article: nothing stands against it yet. Put a second one into seeds/ and build again." }</p>
            }
            <ol class="sources">
                { for story.articles.iter().enumerate().map(|(index, article)| source(index, article)) }
            </ol>
        </div>
    }
}

fn counts(story: &Story) -> Html {
    let strong = |n: usize| html! { <strong>{ n }</strong> };
    let unsure = story.count(&[Standing::Unsure]);
    let less = story.count(&[Standing::LessPrecise]);
    html! {
        <p class="counts">
            <strong>{ words::count(story.articles.len(), "article", "articles") }</strong>
            { " · " }{ strong(story.facts.len()) }{ if story.facts.len() == 1 { " point: " } else { " points: " } }
            { strong(story.count(Show::Agree.standings())) }{ " agree" }
            if less > 0 { { format!(" ({less} of them less precisely)") } }
            { ", " }{ strong(story.count(Show::Differ.standings())) }{ " differ, " }
            { strong(story.count(Show::One.standings())) }{ " told by one source" }
            if unsure > 0 { { ", " }{ strong(unsure) }{ " unsure" } }
            { ". " }
            <span class="promise">{ "Every word about the event is an article’s own." }</span>
        </p>
    }
}

fn source(index: usize, article: &Article) -> Html {
    let headline = match &article.headline {
        Some(headline) => html! { <span class="said" dir="auto">{ headline.clone() }</span> },
        None => html! { "No headline in the text" },
    };
    let published = article.published.as_deref().map_or_else(|| "date not stated".to_owned(), words::day);
    let byline = article.byline.as_ref().filter(|byline| article.outlet.as_ref() != Some(byline));
    let basis = article.published_basis.map(words::basis).unwrap_or_default();
    html! {
        <li key={article.id.0.clone()}>
            <span class="src">{ letter(index) }</span>
            <b dir="auto">{ article.outlet.clone().unwrap_or_else(|| "Outlet not stated".to_owned()) }</b>
            <span class="headline">{ headline }</span>
            <span class="meta">
                if let Some(byline) = byline { { "by " }<bdi>{ byline.clone() }</bdi>{ " · " } }
                { words::count(article.words as usize, "word", "words") }{ " · " }{ published }
                if !basis.is_empty() { { ", " }{ basis } }
            </span>
        </li>
    }
}
