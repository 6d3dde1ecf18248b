//! What an article prints that cannot all be right by itself: one thing under two values, and sums that do not add up.

use crosscheck_engine::report::{Difference, Range, Sum, Value};
use yew::prelude::*;

use crate::components::quotation::Quotation;
use crate::state::Place;
use crate::story::Story;
use crate::words;

/// Which article.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WithinProps {
    /// The comparison.
    pub story: Story,
    /// Index of the article.
    pub article: usize,
    /// The reader wants this sentence.
    pub on_open: Callback<Place>,
}

/// Shows the notice; nothing where the article is at one with itself.
#[component]
pub fn Within(props: &WithinProps) -> Html {
    let id = &props.story.articles[props.article].id;
    let of_it = |pair: &&Difference| pair.values.first().is_some_and(|value| value.article == *id);
    let pairs: Vec<_> = props.story.self_contradictions.iter().filter(of_it).collect();
    let sums: Vec<_> = props.story.sums.iter().filter(|sum| !sum.holds && sum.article == *id).collect();
    html! {
        if !(pairs.is_empty() && sums.is_empty()) {
            <div class="within" role="note">
                <p>{ words::WITHIN }</p>
                <ul>
                    { for pairs.iter().map(|pair| contradiction(props, pair)) }
                    { for sums.iter().map(|sum| off(props, sum)) }
                </ul>
            </div>
        }
    }
}

fn contradiction(props: &WithinProps, pair: &Difference) -> Html {
    let value = |(index, value): (usize, &Value)| {
        let at = Range { start: value.start, end: value.end };
        html! { <>if index > 0 { { " ≠ " } }{ opens(props, at) }</> }
    };
    html! { <li>{ words::field(pair.field) }{ ": " }{ for pair.values.iter().enumerate().map(value) }</li> }
}

fn off(props: &WithinProps, sum: &Sum) -> Html {
    let part = |(index, at): (usize, &Range)| html! { <>if index > 0 { { " + " } }{ opens(props, *at) }</> };
    html! {
        <li>
            { words::sum(sum.complete) }{ ": " }{ opens(props, sum.whole) }{ if sum.complete { " ≠ " } else { " < " } }
            { for sum.parts.iter().enumerate().map(part) }
        </li>
    }
}

/// Words of the article that open the sentence they stand in.
fn opens(props: &WithinProps, at: Range) -> Html {
    let text = html! { <Quotation text={props.story.text(props.article, at).to_owned()} /> };
    match props.story.place_of(props.article, at.start) {
        Some((fact, entry)) => {
            let onclick = props.on_open.reform(move |_: MouseEvent| Place { fact, entry });
            html! { <button type="button" class="plain" {onclick}>{ text }</button> }
        }
        None => text,
    }
}
