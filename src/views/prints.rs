//! Places in several articles, one line an article: its letter and the words as printed, each opening its sentence.

use yew::prelude::*;

use super::lens::{opens, opens_as};
use crate::components::letters::source;
use crate::fold::folded;
use crate::quantity::Spot;
use crate::story::{Story, letter};
use crate::words::{Key, count, say};

/// How many articles are shown before the rest is folded.
const FIRST: usize = 8;

/// The places of each article, in the order in which the articles come.
pub fn by_article(spots: &[Spot]) -> Vec<&[Spot]> {
    spots.chunk_by(|one, other| one.0 == other.0).collect()
}

/// One line an article. Words that it prints again are shown once, with a way to each of their sentences.
pub fn prints(story: &Story, spots: &[Spot]) -> Html {
    lines(&by_article(spots), |spots| again(story, spots))
}

/// One line an article, as `line` shows it; those after the first few are folded.
pub fn lines(articles: &[&[Spot]], line: impl Fn(&[Spot]) -> Html) -> Html {
    let list = |articles: &[&[Spot]]| {
        html! {
            <ul class="prints">
                { for articles.iter().map(|spots| html! { <li>{ source(&letter(spots[0].0)) }{ " " }{ line(spots) }</li> }) }
            </ul>
        }
    };
    let (first, rest) = articles.split_at(articles.len().min(FIRST));
    html! {
        <>
            { list(first) }
            if !rest.is_empty() {
                <details><summary>{ count(Key::MoreArticles, rest.len()) }</summary>{ list(rest) }</details>
            }
        </>
    }
}

/// The words at each place; where they are the same again, a short way to the other sentence after them.
pub fn again(story: &Story, spots: &[Spot]) -> Html {
    let same = |one: Spot, other: Spot| folded(story.text(one.0, one.1)) == folded(story.text(other.0, other.1));
    let mut shown = Vec::new();
    for (index, &spot) in spots.iter().enumerate() {
        if spots[..index].iter().any(|&earlier| same(earlier, spot)) {
            continue;
        }
        shown.push(opens(story, spot.0, spot.1));
        for other in spots[index + 1..].iter().filter(|&&other| same(spot, other)) {
            let word = html! { <small>{ say(Key::Again) }</small> };
            shown.push(opens_as(story, other.0, other.1, word));
        }
    }
    html! { <span class="words">{ for shown.into_iter().map(|words| html! { <>{ words }{ " " }</> }) }</span> }
}
