//! Values set against each other, those that are alike on one line.

use yew::prelude::*;

use super::letters::Letters;

/// One value and the articles that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The articles' letters.
    pub letters: Vec<String>,
    /// The value, as the first of them prints it.
    pub text: AttrValue,
    /// Who is said to say so, as printed.
    pub speakers: Vec<AttrValue>,
    /// What the value was resolved to, in readers' words.
    pub day: Option<AttrValue>,
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
    let speakers = way.speakers.iter().enumerate().map(|(index, name)| {
        html! { <>if index > 0 { { " · " } }<bdi>{ name.clone() }</bdi></> }
    });
    html! {
        <div key={way.letters.join(" ")}>
            <dt><Letters of={way.letters.clone()} /></dt>
            <dd>
                { value }
                if let Some(day) = &way.day { <small>{ "→ " }{ day.clone() }</small> }
                if !way.speakers.is_empty() { <small>{ for speakers }</small> }
            </dd>
        </div>
    }
}
