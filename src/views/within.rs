//! What an article prints that cannot all be right by itself: one thing under two values, and sums that do not add up.

use crosscheck_engine::report::{Difference, Range, Sum, Value};
use yew::prelude::*;

use super::lens::opens;
use crate::story::Story;
use crate::words::{self, Key, say};

/// The notice on one article; nothing where it is at one with itself.
pub fn within(story: &Story, article: usize) -> Html {
    let id = &story.articles[article].id;
    let of_it = |pair: &&Difference| pair.values.first().is_some_and(|value| value.article == *id);
    let pairs: Vec<_> = story.self_contradictions.iter().filter(of_it).collect();
    let sums: Vec<_> = story.sums.iter().filter(|sum| !sum.holds && sum.article == *id).collect();
    let opens = |at: Range| opens(story, article, at);
    html! {
        if !(pairs.is_empty() && sums.is_empty()) {
            <div class="within" role="note">
                <p>{ say(Key::Within) }</p>
                <ul>
                    { for pairs.iter().map(|pair| contradiction(pair, opens)) }
                    { for sums.iter().map(|sum| off(sum, opens)) }
                </ul>
            </div>
        }
    }
}

fn contradiction(pair: &Difference, opens: impl Fn(Range) -> Html) -> Html {
    let value = |(index, value): (usize, &Value)| {
        let at = Range { start: value.start, end: value.end };
        html! { <>if index > 0 { { " ≠ " } }{ opens(at) }</> }
    };
    html! { <li>{ words::field(pair.field) }{ ": " }{ for pair.values.iter().enumerate().map(value) }</li> }
}

fn off(sum: &Sum, opens: impl Fn(Range) -> Html) -> Html {
    let part = |(index, at): (usize, &Range)| html! { <>if index > 0 { { " + " } }{ opens(*at) }</> };
    html! {
        <li>
            { words::sum(sum.complete) }{ ": " }{ opens(sum.whole) }{ if sum.complete { " ≠ " } else { " < " } }
            { for sum.parts.iter().enumerate().map(part) }
        </li>
    }
}
