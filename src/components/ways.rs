//! Values set against each other, those that are alike on one line.

use yew::prelude::*;

use super::how::{Day, meant};
use super::letters::{letters, source};
use crate::story::Place;
use crate::words;

/// One value and the articles that give it.
pub struct Way {
    /// The articles' letters.
    pub letters: Vec<String>,
    /// The value, as the first of them prints it.
    pub text: String,
    /// Who is said to say so, as printed, each with the letter of the article that names them.
    pub speakers: Vec<(String, String)>,
    /// What the value was resolved to.
    pub day: Option<Day>,
    /// What it opens.
    pub place: Option<Place>,
}

/// Value against value, each a button that opens its sentence.
pub fn ways(ways: &[Way]) -> Html {
    html! { <dl class="ways">{ for ways.iter().map(line) }</dl> }
}

fn line(way: &Way) -> Html {
    let text = html! { <span dir="auto" lang={words::of_articles()}>{ way.text.clone() }</span> };
    let value = match way.place {
        Some(place) => html! { <button data-open={place.mark()}>{ text }</button> },
        None => text,
    };
    html! {
        <div>
            <dt>{ letters(&way.letters) }</dt>
            <dd>
                { value }
                if let Some(day) = &way.day { <small>{ meant(day) }</small> }
                if !way.speakers.is_empty() { <small class="speakers">{ speakers(way) }</small> }
            </dd>
        </div>
    }
}

/// One name where all say it by the same, else each beside the article that names it.
fn speakers(way: &Way) -> Html {
    match way.speakers.as_slice() {
        [(_, first), rest @ ..]
            if way.speakers.len() == way.letters.len() && rest.iter().all(|(_, name)| name == first) =>
        {
            html! { <bdi>{ first.clone() }</bdi> }
        }
        all => html! {
            { for all.iter().map(|(letter, name)| html! {
                <span class="speaker">{ source(letter) }{ " " }<bdi>{ name.clone() }</bdi></span>
            }) }
        },
    }
}
