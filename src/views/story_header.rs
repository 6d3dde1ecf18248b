//! What the story is: title, counts, and the articles with their letters.

use crosscheck_engine::report::{Article, NoteKind};
use yew::prelude::*;

use crate::components::letters::{letters, source};
use crate::standing::Standing;
use crate::state::Show;
use crate::story::{Story, letter};
use crate::words::{self, Key, count, fill, phrase, say};

/// The header.
pub fn story_header(story: &Story) -> Html {
    let title = match story.title() {
        Some((article, headline)) => html! {
            <h1>
                <span class="said" dir="auto" lang={words::of_articles()}>{ headline.to_owned() }</span>
                if let Some(article) = article { { " " }{ letters(&[letter(article)]) } }
            </h1>
        },
        None => html! { <h1>{ count(Key::NoHeadlineAtAll, story.articles.len()) }</h1> },
    };
    let apart = story.notes.iter().any(|note| note.kind == NoteKind::LittleInCommon);
    html! {
        <div class="story">
            { title }
            { counts(story) }
            if apart { <p class="notice">{ words::input_note(NoteKind::LittleInCommon) }</p> }
            if story.articles.len() == 1 { <p class="notice">{ say(Key::OneArticle) }</p> }
            <ol class="sources">{ for story.articles.iter().enumerate().map(|(index, article)| entry(index, article)) }</ol>
        </div>
    }
}

fn counts(story: &Story) -> Html {
    let counted = |key: Key, n: usize| phrase(key, n, &[("n", html! { <strong>{ n }</strong> })]);
    let unsure = story.count(&[Standing::Unsure]);
    let less = story.count(&[Standing::LessPrecise]);
    html! {
        <p class="counts">
            <strong>{ count(Key::Articles, story.articles.len()) }</strong>
            { " · " }{ counted(Key::Points, story.facts.len()) }{ ": " }
            { counted(Key::CountsAgree, story.count(Show::Agree.standings())) }
            if less > 0 { { " " }{ fill(Key::CountsLess, &[("n", &less)]) } }
            { ", " }{ counted(Key::CountsDiffer, story.count(Show::Differ.standings())) }
            { ", " }{ counted(Key::CountsOne, story.count(Show::One.standings())) }
            if unsure > 0 { { ", " }{ counted(Key::CountsUnsure, unsure) } }
            { ". " }<span class="promise">{ say(Key::Promise) }{ " " }{ say(Key::NothingUploaded) }</span>
        </p>
    }
}

fn entry(index: usize, article: &Article) -> Html {
    let headline = match &article.headline {
        Some(headline) => {
            html! { <span class="said" dir="auto" lang={words::of_articles()}>{ headline.clone() }</span> }
        }
        None => html! { say(Key::NoHeadline) },
    };
    html! {
        <li key={article.id.0.clone()}>
            { source(&letter(index)) }
            <b dir="auto" lang={article.outlet.as_ref().and(words::of_articles())}>{ article.outlet.clone().unwrap_or_else(|| say(Key::NoOutlet).to_owned()) }</b>
            <span class="headline">{ headline }</span>
            { imprint(article) }
        </li>
    }
}

/// Who wrote an article, how long it is, and when it was published, as far as it says so.
pub fn imprint(article: &Article) -> Html {
    let published = article.published.as_deref().map_or_else(|| say(Key::NoDate).to_owned(), words::day);
    let byline = article.byline.as_ref().filter(|byline| article.outlet.as_ref() != Some(byline));
    html! {
        <span class="meta">
            if let Some(byline) = byline {
                { phrase(Key::By, 1, &[("name", html! { <bdi>{ byline.clone() }</bdi> })]) }{ " · " }
            }
            { count(Key::Words, article.words as usize) }{ " · " }{ published }
            if let Some(basis) = article.published_basis.and_then(words::basis) { { ", " }{ basis } }
        </span>
    }
}
