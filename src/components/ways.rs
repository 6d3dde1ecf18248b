//! Values set against each other, those that are alike on one line.

use yew::prelude::*;

use super::letters::Letters;
use super::meant::{Day, Meant};

/// One value and the articles that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The articles' letters.
    pub letters: Vec<String>,
    /// The value, as the first of them prints it.
    pub text: AttrValue,
    /// Who is said to say so, as printed, each with the letter of the article that names them.
    pub speakers: Vec<(String, AttrValue)>,
    /// What the value was resolved to.
    pub day: Option<Day>,
    /// Index of the entry it stands in.
    pub entry: Option<usize>,
}

/// Which values.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WaysProps {
    /// In order of first appearance.
    pub ways: Vec<Way>,
    /// The reader wants the sentence of this entry.
    pub on_open: Callback<usize>,
}

/// Shows value against value, each a button that opens its sentence.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    html! { <dl class="ways">{ for props.ways.iter().map(|way| line(way, &props.on_open)) }</dl> }
}

fn line(way: &Way, on_open: &Callback<usize>) -> Html {
    let text = html! { <span dir="auto">{ way.text.clone() }</span> };
    let value = match way.entry {
        Some(entry) => {
            let onclick = on_open.reform(move |_: MouseEvent| entry);
            html! { <button type="button" {onclick}>{ text }</button> }
        }
        None => text,
    };
    html! {
        <div key={way.letters.join(" ")}>
            <dt><Letters of={way.letters.clone()} /></dt>
            <dd>
                { value }
                if let Some(day) = &way.day { <small><Meant day={day.clone()} /></small> }
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
                <span class="speaker"><span class="src">{ letter }</span>{ " " }<bdi>{ name.clone() }</bdi></span>
            }) }
        },
    }
}
